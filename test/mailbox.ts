/** A real SMTP server on loopback that keeps what it is given. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Kept = { readonly to: readonly string[]; readonly raw: string; readonly text: string };

export type Mailbox = {
  /** `smtp://127.0.0.1:49152` */
  readonly smtp: string;
  readonly letters: readonly Kept[];
  /** From here on every letter is refused, or taken again. */
  readonly setShut: (isShut: boolean) => void;
  /** From here on nobody is at this address. */
  readonly setNobody: (address: string) => void;
} & AsyncDisposable;

export async function openMailbox(): Promise<Mailbox> {
  const letters: Kept[] = [];
  let shut = false;
  const nobodies = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, _, done) {
      if (!nobodies.has(address)) return done();
      return done(Object.assign(new Error(`<${address}> no such user here`), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (shut) return done(new Error("the box is shut"));
        const raw = Buffer.concat(parts).toString("utf8");
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), raw, text: textOf(raw) });
        return done();
      });
    },
  });
  // Who sends may be killed in the middle of a letter.
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const address = server.server.address() as AddressInfo; // it listens on a port, so it is no pipe
  return {
    smtp: `smtp://127.0.0.1:${address.port}`,
    letters,
    setShut: (isShut) => {
      shut = isShut;
    },
    setNobody: (address) => void nobodies.add(address),
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** The plain text of a letter, whichever way it was encoded for the journey. */
function textOf(raw: string): string {
  const boundary = /^content-type: multipart\/(?:alternative|mixed);\s*boundary="([^"]+)"/im.exec(raw)?.[1];
  if (boundary !== undefined) return textOf(raw.split(`--${boundary}`)[1]?.replace(/^\r\n/, "") ?? "");
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const text = body.join("\n\n");
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(text, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return text;
  const joined = text.replaceAll(/=\r?\n/g, "");
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
