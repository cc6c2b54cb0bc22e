/** Settings, each read here and nowhere else: flags, then `DATELINE_*`, then `dateline.toml` in the data directory. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "smol-toml";
import type { Cdn } from "#lib/cdn.ts";
import { readVkey } from "#lib/merkle/note.ts";
import type { Witness } from "#lib/merkle/witness.ts";
import type { Authority } from "#lib/timestamps.ts";

export type Config = {
  /** Absolute path of the data directory. */
  readonly data: string;
  /** `postgres://…`, or nothing for SQLite in the data directory. */
  readonly database: string | undefined;
  /** Servers that follow the database, each an address like it. */
  readonly replicas: readonly string[];
  readonly port: number;
  readonly host: string;
  /** The public address, without a slash at its end; never the request's `Host`. */
  readonly url: string;
  readonly trustedProxies: readonly string[];
  /** Absolute path of the directory of keys. */
  readonly keys: string;
  /** `smtp://…` or `smtps://…`; without it the desk shows links instead of sending them. */
  readonly smtp: string | undefined;
  /** Whom letters come from. */
  readonly mailFrom: string | undefined;
  /** What `/metrics` is asked with; without it only this machine is answered. */
  readonly metricsToken: string | undefined;
  /** The object store pictures are kept in; nothing for `DATA/media`. */
  readonly media: MediaStore | undefined;
  /** Caches in front of the site, which are told what to drop. */
  readonly cdns: readonly Cdn[];
  /** Who signs the checkpoints of the publication log beside us. */
  readonly witnesses: readonly Witness[];
  /** Who says when they were there (RFC 3161). */
  readonly authorities: readonly Authority[];
  /** What of a private network clients' channels may lead to: `10.0.0.5:8443`. */
  readonly wirePrivate: readonly string[];
  /** What `doctor` prints: every setting with where it came from, secrets masked. */
  readonly settings: readonly Setting[];
};

export type MediaStore = {
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Put before every name, with a slash at its end unless it is empty. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
};

export type Setting = { readonly name: string; readonly value: string; readonly from: string };

/** A setting that cannot be; its message is a sentence that says what to do. */
/** `fromFlag`: the mistake was typed on the command line, not found in the environment or the file. */
export class BadSetting extends Error {
  readonly fromFlag: boolean;

  constructor(message: string, { from = "", cause }: { from?: string; cause?: unknown } = {}) {
    super(message, { cause });
    this.fromFlag = from.startsWith("--");
  }
}

/** What the command line said itself. */
export type Flags = {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
  readonly port?: string | undefined;
  readonly host?: string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Found = { readonly value: string; readonly from: string };

const DEFAULT_PORT = "8080";
// Reachable from this machine alone until the operator says otherwise.
const DEFAULT_HOST = "127.0.0.1";

export function configFrom(flags: Flags, environment: Environment): Config {
  const data = found("data", flags.data, environment, ["DATELINE_DATA"], {}) ?? { value: "./data", from: "default" };
  const directory = resolve(data.value);
  const file = fileSettings(directory);

  const database = found("database", flags.database, environment, ["DATELINE_DATABASE"], file);
  const replicas = found("replicas", undefined, environment, ["DATELINE_REPLICAS"], file) ?? byDefault("");
  const port = found("port", flags.port, environment, ["DATELINE_PORT", "PORT"], file) ?? byDefault(DEFAULT_PORT);
  const host = found("host", flags.host, environment, ["DATELINE_HOST"], file) ?? byDefault(DEFAULT_HOST);
  const proxies = found("trusted_proxies", undefined, environment, ["DATELINE_TRUSTED_PROXIES"], file) ?? byDefault("");
  const url =
    found("url", undefined, environment, ["DATELINE_URL"], file) ?? byDefault(`http://localhost:${portFrom(port)}`);
  const keys = found("keys", undefined, environment, ["DATELINE_KEYS"], file) ?? byDefault(join(directory, "keys"));
  const smtp = found("smtp", undefined, environment, ["DATELINE_SMTP"], file);
  const media = found("media", undefined, environment, ["DATELINE_MEDIA"], file);
  const mediaKeyId = found("media_key_id", undefined, environment, ["DATELINE_MEDIA_KEY_ID"], {});
  const mediaSecret = found("media_key", undefined, environment, ["DATELINE_MEDIA_KEY"], {});
  const cdn = found("cdn", undefined, environment, ["DATELINE_CDN"], file) ?? byDefault("");
  const cdnToken = found("cdn_token", undefined, environment, ["DATELINE_CDN_TOKEN"], {});
  const witnesses = found("witnesses", undefined, environment, ["DATELINE_WITNESSES"], file) ?? byDefault("");
  const authorities = found("timestamps", undefined, environment, ["DATELINE_TIMESTAMPS"], file) ?? byDefault("");
  const opened = found("wire_private", undefined, environment, ["DATELINE_WIRE_PRIVATE"], file) ?? byDefault("");
  // A secret: it stands in no file others may read.
  const metricsToken = found("metrics_token", undefined, environment, ["DATELINE_METRICS_TOKEN"], {});
  const mailFrom = found("mail_from", undefined, environment, ["DATELINE_MAIL_FROM"], file);

  return {
    data: directory,
    database: database && databaseFrom(database),
    replicas: replicasFrom(replicas, database),
    port: portFrom(port),
    host: hostFrom(host),
    url: urlFrom(url),
    trustedProxies: proxies.value.split(",").flatMap((one) => one.trim() || []),
    keys: resolve(keys.value),
    smtp: smtp && smtpFrom(smtp),
    mailFrom: mailFrom?.value,
    metricsToken: metricsToken?.value,
    media: media && mediaFrom(media, mediaKeyId, mediaSecret),
    cdns: cdnsFrom(cdn, cdnToken),
    witnesses: witnessesFrom(witnesses),
    authorities: authoritiesFrom(authorities),
    wirePrivate: placesFrom(opened),
    settings: [
      { name: "data", value: directory, from: data.from },
      {
        name: "database",
        value: database ? masked(database.value) : "SQLite in the data directory",
        from: database?.from ?? "default",
      },
      { name: "replicas", value: listed(replicas.value).flat().map(masked).join(", ") || "none", from: replicas.from },
      { name: "port", ...port },
      { name: "host", ...host },
      { name: "url", ...url },
      { name: "trusted_proxies", value: proxies.value || "none", from: proxies.from },
      { name: "keys", value: resolve(keys.value), from: keys.from },
      { name: "smtp", value: smtp ? masked(smtp.value) : "none", from: smtp?.from ?? "default" },
      { name: "metrics_token", value: metricsToken ? "•••" : "none", from: metricsToken?.from ?? "default" },
      { name: "mail_from", value: mailFrom?.value ?? "none", from: mailFrom?.from ?? "default" },
      { name: "cdn", value: masked(cdn.value) || "none", from: cdn.from },
      { name: "cdn_token", value: cdnToken ? "•••" : "none", from: cdnToken?.from ?? "default" },
      { name: "witnesses", value: witnesses.value || "none", from: witnesses.from },
      { name: "timestamps", value: authorities.value || "none", from: authorities.from },
      { name: "wire_private", value: opened.value || "none", from: opened.from },
      { name: "media", value: media?.value ?? join(directory, "media"), from: media?.from ?? "default" },
      { name: "media_key_id", value: mediaKeyId?.value ?? "none", from: mediaKeyId?.from ?? "default" },
      { name: "media_key", value: mediaSecret ? "•••" : "none", from: mediaSecret?.from ?? "default" },
    ],
  };
}

function byDefault(value: string): Found {
  return { value, from: "default" };
}

function found(
  name: string,
  flag: string | undefined,
  environment: Environment,
  variables: readonly string[],
  file: Readonly<Record<string, string>>,
): Found | undefined {
  if (flag !== undefined) return { value: flag, from: `--${name}` };
  for (const variable of variables) {
    const value = environment[variable];
    if (value !== undefined && value !== "") return { value, from: variable };
  }
  const value = file[name];
  return value === undefined ? undefined : { value, from: "dateline.toml" };
}

// Each with how it may be written.
const FILE_SETTINGS: Readonly<Record<string, string>> = {
  database: '"postgres://user@host/name"',
  replicas: '["postgres://reader@replica/name"]',
  port: "8080",
  host: '"127.0.0.1"',
  url: '"https://news.example"',
  trusted_proxies: '["10.0.0.1"]',
  witnesses: '["https://witness.example witness.example/w1+1a2b3c4d+BA…"]',
  timestamps: '["https://time.example/tsr /etc/dateline/time.pem"]',
  keys: '"/etc/dateline/keys"',
  wire_private: '["10.0.0.5:8443"]',
  smtp: '"smtps://user:password@mail.example"',
  mail_from: '"desk@news.example"',
  cdn: '["fastly://SERVICE"]',
  media: '"s3://bucket/media?endpoint=https://store.example&region=eu-central-1"',
};

const LISTS: readonly string[] = ["trusted_proxies", "replicas", "cdn", "witnesses", "timestamps", "wire_private"];

function fileSettings(directory: string): Record<string, string> {
  const path = join(directory, "dateline.toml");
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(tomlIn(path))) {
    const example = FILE_SETTINGS[name];
    if (example === undefined) {
      throw new BadSetting(
        `${path} has the setting "${name}", which Dateline does not know. It knows ${Object.keys(FILE_SETTINGS).join(", ")}.`,
      );
    }
    const text = textOf(name, value);
    if (text === undefined) {
      throw new BadSetting(`${path} has a "${name}" that cannot be read; write it like ${name} = ${example}`);
    }
    settings[name] = text;
  }
  return settings;
}

function textOf(name: string, value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (name === "port" && typeof value === "number") return String(value);
  if (LISTS.includes(name) && Array.isArray(value) && value.every((one) => typeof one === "string"))
    return value.join(",");
  return undefined;
}

function tomlIn(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR")) return {};
    throw new BadSetting(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
  try {
    return parse(text);
  } catch (cause) {
    throw new BadSetting(`${path} is not valid TOML: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function portFrom({ value, from }: Found): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new BadSetting(`The port in ${from} is "${value}"; a port is a whole number from 0 to 65535.`, { from });
}

/** Addresses of machines, not names: a name could lead anywhere tomorrow. */
function placesFrom({ value, from }: Found): readonly string[] {
  if (value === "") return [];
  // Few name any, and a start need not load the runtime's network for it.
  const { isIP } = process.getBuiltinModule("node:net");
  const places = value.split(",").flatMap((one) => one.trim() || []);
  const wrong = places.find(
    (one) => isIP(/^(?:\[([^\]]+)\]|([^:]+))(?::\d{1,5})?$/.exec(one)?.slice(1).find(Boolean) ?? "") === 0,
  );
  if (wrong !== undefined)
    throw new BadSetting(`${from}: "${wrong}" is no address. Write wire_private as "10.0.0.5" or "10.0.0.5:8443".`, {
      from,
    });
  return places;
}

function hostFrom({ value, from }: Found): string {
  // Listening nowhere in particular means listening everywhere, which nobody asked for.
  if (value.trim() !== "") return value;
  throw new BadSetting(`The host in ${from} is empty; it is an address of this machine such as ${DEFAULT_HOST}.`, {
    from,
  });
}

function urlFrom({ value, from }: Found): string {
  const url = URL.parse(value);
  const bare = url?.username === "" && url.search === "" && url.hash === "";
  if (bare && /^https?:$/.test(url.protocol)) return value.replace(/\/+$/, "");
  throw new BadSetting(`The public address in ${from} is "${value}"; it looks like https://news.example.`);
}

function databaseFrom({ value, from }: Found): string {
  if (/^postgres(ql)?:\/\//.test(value)) return value;
  throw new BadSetting(
    `The database in ${from} is not an address of PostgreSQL; it looks like postgres://user@host/name. For SQLite leave it out and give --data.`,
    { from },
  );
}

function replicasFrom({ value, from }: Found, database: Found | undefined): string[] {
  const replicas = listed(value).flat();
  if (replicas.length > 0 && !database)
    throw new BadSetting(`Replicas in ${from} follow a PostgreSQL database, and none is set: set database too.`);
  return replicas.map((one) => databaseFrom({ value: one, from }));
}

function smtpFrom({ value, from }: Found): string {
  if (/^smtps?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new BadSetting(
    `The mail server in ${from} is not an address; it looks like smtps://user:password@mail.example, or smtp://mail.example:587.`,
  );
}

/** `s3://bucket/path?endpoint=…&region=…`; without an endpoint it is Amazon's of that region. */
function mediaFrom({ value, from }: Found, keyId: Found | undefined, secret: Found | undefined): MediaStore {
  const url = URL.parse(value);
  const region = url?.searchParams.get("region") ?? "us-east-1";
  const endpoint = URL.parse(url?.searchParams.get("endpoint") ?? `https://s3.${region}.amazonaws.com`);
  if (
    url?.protocol !== "s3:" ||
    url.host === "" ||
    url.username !== "" ||
    !/^https?:$/.test(endpoint?.protocol ?? "")
  ) {
    throw new BadSetting(
      `The place of pictures in ${from} is "${value}"; it looks like s3://bucket/media?endpoint=https://store.example&region=eu-central-1. Keys stand in the environment alone.`,
    );
  }
  if (!keyId || !secret) {
    throw new BadSetting(
      `Pictures are to be kept in ${value}, and a key is missing: set DATELINE_MEDIA_KEY_ID and DATELINE_MEDIA_KEY in the environment.`,
    );
  }
  const prefix = url.pathname.replace(/^\/+|\/+$/g, "");
  return {
    endpoint: `${endpoint?.origin}${endpoint?.pathname}`.replace(/\/+$/, ""),
    region,
    bucket: url.host,
    prefix: prefix === "" ? "" : `${prefix}/`,
    keyId: keyId.value,
    secret: secret.value,
  };
}

const CDN_EXAMPLES =
  "fastly://SERVICE, cloudflare://ZONE, varnish://10.0.0.5:6081 or purge://10.0.0.5:80, several with commas between them";

/** `fastly://SERVICE`, `cloudflare://ZONE` (another `?endpoint=` for tests), `varnish://HOST:PORT`, `purge://HOST:PORT`. */
function cdnsFrom({ value, from }: Found, token: Found | undefined): Cdn[] {
  return listed(value).map(([address = "", ...more]): Cdn => {
    const url = URL.parse(address);
    // The host of an address of no known kind keeps its letters: names of services have large and small ones.
    const name = url?.host ?? "";
    if (!url || more.length > 0 || name === "" || !/^[\w.:[\]-]+$/.test(name))
      throw new BadSetting(`The cache in ${from} is "${[address, ...more].join(" ")}"; it is one of ${CDN_EXAMPLES}.`);
    const endpoint = url.searchParams.get("endpoint")?.replace(/\/+$/, "");
    if (url.protocol === "varnish:") return { kind: "varnish", endpoint: `http://${name}` };
    if (url.protocol === "purge:") return { kind: "purge", endpoint: `http://${name}` };
    if (url.protocol !== "fastly:" && url.protocol !== "cloudflare:")
      throw new BadSetting(`The cache in ${from} is "${address}"; it is one of ${CDN_EXAMPLES}.`);
    if (!token)
      throw new BadSetting(
        `The cache ${address} is to be told what to drop, and its key is missing: set DATELINE_CDN_TOKEN in the environment.`,
      );
    return url.protocol === "fastly:"
      ? { kind: "fastly", endpoint: endpoint ?? "https://api.fastly.com", service: name, token: token.value }
      : { kind: "cloudflare", endpoint: endpoint ?? "https://api.cloudflare.com", zone: name, token: token.value };
  });
}

/** `https://witness.example witness.example/w1+…`: where it is asked, and the key it signs with. */
function witnessesFrom({ value, from }: Found): Witness[] {
  return listed(value).map(([url = "", vkey = "", ...more]) => {
    const key = readVkey(vkey);
    if (!isWeb(url) || key?.kind !== "cosignature" || more.length > 0)
      throw new BadSetting(
        `A witness in ${from} is "${[url, vkey, ...more].join(" ")}"; it is its address and the key it signs with, like https://witness.example witness.example/w1+1a2b3c4d+BA…`,
      );
    return { url: url.replace(/\/+$/, ""), key };
  });
}

/** `https://time.example/tsr /etc/dateline/time.pem`: where it is asked, and the certificates to trust. */
function authoritiesFrom({ value, from }: Found): Authority[] {
  return listed(value).map(([url = "", ...files]) => {
    if (!isWeb(url))
      throw new BadSetting(
        `A time stamp authority in ${from} is "${url}"; it is its address, like https://time.example/tsr, and a file of certificates to trust after it.`,
      );
    return { url, trusted: files.map((file) => certificatesIn(file, from)) };
  });
}

function certificatesIn(file: string, from: string): string {
  try {
    const text = readFileSync(file, "utf8");
    if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  } catch (cause) {
    throw new BadSetting(
      `The certificates ${from} names cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      {
        cause,
      },
    );
  }
  throw new BadSetting(`${file}, which ${from} names, holds no certificate (PEM).`);
}

function listed(value: string): string[][] {
  return value.split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim().split(/\s+/)]));
}

function isWeb(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

function masked(value: string): string {
  // Up to the last @: a password that should have been percent-encoded and was not holds others, or a slash.
  return value.replace(/(:\/\/[^:@/]*):.*@/, "$1:•••@").replaceAll(/([?&]\w*password=)[^&]*/gi, "$1•••");
}
