/**
 * Reads the letters of a mailbox over IMAP (RFC 3501), from a host that the guard lets through: the address that was
 * checked is the one connected to, within bounds of size and time. Letters stay where they are.
 */
import { isPublicIp, type Network, publicHost } from "./fetch.ts";

export type MailboxAt = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, TLS before anything is told, or none: that to hosts the operator opened, alone. */
  readonly security: "tls" | "starttls" | "none";
  readonly user: string;
  readonly folder: string;
};

type Letter = {
  readonly uid: number;
  /** Nothing when it is larger than is read. */
  readonly bytes: Uint8Array | undefined;
  readonly size: number;
  readonly received: Date | null;
};

export type Read = {
  readonly letters: readonly Letter[];
  /** How far that is: what the next look begins with. */
  readonly cursor: string;
  /** More wait than are taken at one look. */
  readonly hasMore: boolean;
};

export type MailboxProblem =
  | "not-public"
  | "unknown-host"
  | "no-answer"
  | "too-slow"
  | "mail-plain"
  | "mail-tls"
  | "mail-password"
  | "mail-folder"
  | "mail-gone"
  | "mail-garbled";

type Open = {
  readonly at: MailboxAt;
  readonly password: string;
  readonly network?: Network | undefined;
  /** For the whole of it. */
  readonly timeoutMs?: number;
  /** Certificates trusted beside those everybody trusts; tests bring their own. */
  readonly ca?: string | undefined;
};

type Look = Open & {
  readonly cursor: string | null;
  /** What the first look goes back to. */
  readonly since: Date;
  readonly marksSeen: boolean;
  readonly most?: number;
  /** Keeps what was read; letters are marked after it alone. */
  readonly keep: (read: Read) => Promise<void>;
};

const CONNECT_MS = 20_000;
const LOOK_MS = 180_000;
const MOST_LETTERS = 500;
/** A letter beyond is told of and left where it is. */
const MOST_LETTER_BYTES = 10 * 1024 * 1024;
const MOST_LOOK_BYTES = 50 * 1024 * 1024;
// A box with a million letters answers a search in one line of eight million signs.
const MOST_LINE_BYTES = 16 * 1024 * 1024;

/** Reads what has come since the last look, oldest first; why not, where it cannot. What `keep` throws is thrown. */
export async function readMailbox({
  cursor,
  since,
  marksSeen,
  most = MOST_LETTERS,
  keep,
  ...open
}: Look): Promise<{ readonly problem: MailboxProblem } | undefined> {
  return signedIn(open, async (client, own) => {
    const [validity = "", last = ""] = (cursor ?? "").split(":");
    const { uidValidity, uidNext } = await opened(client, open.at.folder);
    const isKnown = validity === String(uidValidity) && /^\d+$/.test(last);
    const after = isKnown ? Number(last) : 0;
    const asked = isKnown ? { uid: `${after + 1}:*` } : { since };
    // `*` is the newest letter, whether or not it is after the last one.
    const uids = numbers(await client.search(asked, { uid: true })).filter((uid) => uid > after);
    const wanted = uids.slice(0, most);
    const letters: Letter[] = [];
    let bytes = 0;
    let upTo: number | undefined;
    for (const { uid, size, received } of await sizesOf(client, wanted)) {
      const isLarge = size > MOST_LETTER_BYTES;
      if (!isLarge && bytes > 0 && bytes + size > MOST_LOOK_BYTES) {
        upTo = uid - 1;
        break;
      }
      const source = isLarge ? undefined : await sourceOf(client, uid);
      // A letter that was deleted since is not there to be kept.
      if (!isLarge && source === undefined) continue;
      bytes += source?.length ?? 0;
      letters.push({ uid, size, received, bytes: source });
    }
    const reached = upTo ?? wanted.at(-1) ?? after;
    const hasMore = uids.some((uid) => uid > reached);
    // What lay there before the days of the first look is behind us, too.
    const next = isKnown || hasMore ? reached : Math.max(reached, (uidNext ?? 1) - 1);
    await own(keep({ letters, cursor: `${uidValidity}:${next}`, hasMore }));
    const seen = letters.map(({ uid }) => uid);
    if (marksSeen && seen.length > 0) await client.messageFlagsAdd(seen, ["\\Seen"], { uid: true });
  });
}

/** One letter by its Message-ID, as it lies there; `mail-gone` where it does no more, or is larger than is read. */
export async function letterInMailbox({
  messageId,
  ...open
}: Open & { readonly messageId: string }): Promise<
  { readonly problem: MailboxProblem } | { readonly bytes: Uint8Array }
> {
  let bytes: Uint8Array | undefined;
  const problem = await signedIn(open, async (client) => {
    await opened(client, open.at.folder);
    // RFC 3501 §6.4.4 looks for a part of the header; which of those found is the one, its head says.
    const uids = numbers(await client.search({ header: { "message-id": messageId } }, { uid: true })).slice(
      0,
      MOST_ALIKE,
    );
    for (const { uid, size } of await sizesOf(client, uids)) {
      const source = size > MOST_LETTER_BYTES ? undefined : await sourceOf(client, uid);
      if (source && isNamed(source, messageId)) bytes ??= source;
    }
    if (!bytes) throw new Said("mail-gone");
  });
  if (problem) return problem;
  return bytes ? { bytes } : { problem: "mail-gone" };
}

const MOST_ALIKE = 5;

function isNamed(letter: Uint8Array, messageId: string): boolean {
  const text = Buffer.from(letter.buffer, letter.byteOffset, letter.byteLength).toString("latin1");
  const [head = ""] = text.split(/\r?\n\r?\n/, 1);
  const said = /^message-id:[ \t]*(?:\r?\n[ \t]+)?<?([^>\r\n]*)>?/im.exec(head)?.[1];
  return said?.trim() === messageId;
}

/** Signs in, looks how many letters there are, and keeps nothing. */
export async function tryMailbox({
  since,
  ...open
}: Open & { readonly since: Date }): Promise<{ readonly problem: MailboxProblem } | { readonly letters: number }> {
  let letters = 0;
  const problem = await signedIn(open, async (client) => {
    await opened(client, open.at.folder);
    letters = numbers(await client.search({ since }, { uid: true })).length;
  });
  return problem ?? { letters };
}

type Client = import("imapflow").ImapFlow;

/** What is another's failure comes out as a problem; what `own` is given is ours, and thrown. */
async function signedIn(
  { at, password, network, timeoutMs = LOOK_MS, ca }: Open,
  work: (client: Client, own: (ours: Promise<void>) => Promise<void>) => Promise<void>,
): Promise<{ readonly problem: MailboxProblem } | undefined> {
  const host = await publicHost(guarded(at), network);
  if ("problem" in host) return { problem: host.problem === "unknown-host" ? "unknown-host" : "not-public" };
  if (at.security === "none" && isPublicIp(host.ip)) return { problem: "mail-plain" };
  // Read by those who have a mailbox alone: a start does not wait for it.
  const { ImapFlow } = await import("imapflow");
  const quickMs = Math.min(CONNECT_MS, timeoutMs);
  const client = new ImapFlow({
    host: host.ip,
    port: at.port,
    servername: at.host.replaceAll(/[[\]]/g, ""),
    secure: at.security === "tls",
    ...(at.security !== "tls" && { doSTARTTLS: at.security === "starttls" }),
    auth: { user: at.user, pass: password },
    // Names and letters of people would stand in it.
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    ...(ca !== undefined && { tls: { ca } }),
    connectionTimeout: quickMs,
    greetingTimeout: quickMs,
    socketTimeout: quickMs,
    maxLineLength: MOST_LINE_BYTES,
    maxLiteralSize: MOST_LETTER_BYTES + 64 * 1024,
    maxResponseSize: MOST_LINE_BYTES + MOST_LETTER_BYTES,
  });
  let broken: unknown;
  client.on("error", (cause: unknown) => {
    broken ??= cause;
  });
  let isLate = false;
  let ours: { readonly cause: unknown } | undefined;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    isLate = true;
    client.close();
    reject(new Error("too slow"));
  }, timeoutMs);
  const own = async (promise: Promise<void>) => {
    await promise.catch((cause: unknown) => {
      ours = { cause };
      throw cause;
    });
  };
  try {
    const whole = client.connect().then(() => work(client, own));
    // Left behind when it is late: nobody waits for how it ends.
    whole.catch(() => {});
    await Promise.race([whole, late]);
    // What was to be kept is kept; how the server takes leave is nothing to wait for.
    await Promise.race([client.logout().catch(() => {}), late]);
    return undefined;
  } catch (cause) {
    if (ours) throw ours.cause;
    return { problem: isLate ? "too-slow" : problemOf(cause, broken) };
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

/** The guard knows the ports of the web; those of mail are the usual ones here. */
function guarded({ host, port }: MailboxAt): URL {
  return new URL(`https://${host}${port === 993 || port === 143 ? "" : `:${port}`}`);
}

async function opened(
  client: Client,
  folder: string,
): Promise<{ readonly uidValidity: bigint; readonly uidNext?: number | undefined }> {
  return client.mailboxOpen(folder).catch((cause: unknown) => {
    if (isRefusal(cause)) throw new Said("mail-folder");
    throw cause;
  });
}

function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && "responseStatus" in cause && cause.responseStatus === "NO";
}

class Said extends Error {
  readonly problem: MailboxProblem;
  constructor(problem: MailboxProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** A search that fails answers `false`. */
function numbers(found: readonly number[] | false | undefined): readonly number[] {
  if (!found) throw new Said("mail-garbled");
  return found.toSorted((one, other) => one - other);
}

type Size = { readonly uid: number; readonly size: number; readonly received: Date | null };

async function sizesOf(client: Client, uids: readonly number[]): Promise<Size[]> {
  if (uids.length === 0) return [];
  const found = await client.fetchAll([...uids], { uid: true, size: true, internalDate: true }, { uid: true });
  const wanted = new Set(uids);
  return found
    .filter(({ uid }) => wanted.has(uid))
    .map(({ uid, size, internalDate }) => {
      const received = internalDate === undefined ? Number.NaN : new Date(internalDate).getTime();
      return { uid, size: size ?? 0, received: Number.isNaN(received) ? null : new Date(received) };
    })
    .toSorted((one, other) => one.uid - other.uid);
}

async function sourceOf(client: Client, uid: number): Promise<Uint8Array | undefined> {
  const found = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
  if (!found) return undefined;
  return found.source && new Uint8Array(found.source);
}

function problemOf(cause: unknown, broken: unknown): MailboxProblem {
  if (cause instanceof Said) return cause.problem;
  const causes = [cause, broken].filter((one) => one instanceof Error);
  const has = (name: string) => causes.some((one) => name in one && Boolean(one[name as keyof Error]));
  if (has("authenticationFailed")) return "mail-password";
  const codes = causes.map((one) => ("code" in one ? String(one.code) : ""));
  const isOne = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (has("tlsFailed") || isOne(/CERT|TLS|SSL|ALTNAME|SELF_SIGNED|UNABLE_TO|ISSUER/)) return "mail-tls";
  if (isOne(/TIMEOUT|TIMEDOUT/)) return "too-slow";
  if (isOne(/TooLarge|TooMany|Parser|NESTING|Invalid|UnexpectedTag|MissingTag/)) return "mail-garbled";
  return "no-answer";
}
