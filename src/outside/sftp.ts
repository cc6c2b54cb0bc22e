/** Puts a file on somebody's server over SFTP: under another name first, so that who looks never finds half of it. */

import { createHash } from "node:crypto";
import SftpClient from "ssh2-sftp-client";
import { type Network, publicHost } from "./fetch.ts";

/** What a channel signs in with. */
export type SftpSecret = {
  readonly password?: string | undefined;
  /** OpenSSH or PEM, without a passphrase. */
  readonly privateKey?: string | undefined;
  /** `SHA256:…` of the server's key as it was first met, or as somebody typed it. */
  readonly hostKey?: string | undefined;
};

type Put = {
  /** `sftp://name@host/folder` */
  readonly address: string;
  readonly secret: SftpSecret;
  readonly name: string;
  readonly content: string;
  /** What lies beside it and is always the newest. */
  readonly beside?: readonly { readonly name: string; readonly content: string }[];
  readonly timeoutMs?: number;
  readonly network?: Network | undefined;
};

const TIMEOUT_MS = 20_000;

/** Answers the key of the server, by which it is known the next time; or why the file is not there. */
export async function putFile({
  address,
  secret,
  name,
  content,
  beside = [],
  timeoutMs = TIMEOUT_MS,
  network,
}: Put): Promise<{ readonly hostKey: string } | { readonly problem: string }> {
  const url = new URL(address);
  // The guard knows the ports of the web; that of SFTP is the usual one here.
  const asked = new URL(address);
  if (asked.port === "22") asked.port = "";
  const host = await publicHost(asked, network);
  if ("problem" in host) return host;
  const client = new SftpClient();
  // A connection that breaks says so as an event as well, after its promise has been answered.
  client.on("error", () => {});
  let met: string | undefined;
  let isStranger = false;
  try {
    await withinTime(timeoutMs, async () => {
      await client.connect({
        host: host.ip,
        port: Number(url.port || "22"),
        username: decodeURIComponent(url.username),
        ...(secret.password !== undefined && { password: secret.password }),
        ...(secret.privateKey !== undefined && { privateKey: secret.privateKey }),
        readyTimeout: timeoutMs,
        hostVerifier: (key: Buffer) => {
          met = fingerprintOf(key);
          isStranger = secret.hostKey !== undefined && secret.hostKey !== met;
          return !isStranger;
        },
      });
      const folder = decodeURIComponent(url.pathname).replace(/\/+$/, "");
      for (const file of [...beside, { name, content }]) {
        const place = `${folder}/${file.name}`;
        const half = `${place}.part`;
        await client.put(Buffer.from(file.content, "utf8"), half);
        // Sent once more, it takes the place of what was there.
        if (await client.exists(place)) await client.delete(place);
        await client.rename(half, place);
      }
    });
  } catch (cause) {
    if (isStranger) return { problem: `the server has another key (${met}) than the one it was known by` };
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    await client.end().catch(() => false); // what never opened cannot be closed
  }
  return met === undefined ? { problem: "no-answer" } : { hostKey: met };
}

/** As `ssh-keygen -l` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}

async function withinTime(ms: number, work: () => Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too-slow")), ms);
  try {
    await Promise.race([work(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
