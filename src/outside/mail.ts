/** Sends a letter over SMTP. What fails throws; who asked tries again. */
import { createTransport } from "nodemailer";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  /** Plain text: every letter has it. */
  readonly text: string;
  /** The same in HTML. */
  readonly html?: string;
  /** Where a mail program says with one press that no more are wanted (RFC 2369, RFC 8058). */
  readonly unsubscribe?: string;
  /** A file that goes along. */
  readonly attached?: { readonly name: string; readonly type: string; readonly content: string };
  /** What programs that sort letters look at. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The same for the same letter, so that one that is sent twice can be told. */
  readonly id?: string;
};

/** The server says for good that it takes no letters for this address. */
export class NobodyThere extends Error {}

export type Sender = { readonly smtp: string; readonly from: { readonly name: string; readonly address: string } };

const TIMEOUT_MS = 30_000;

export async function sendLetter(
  { smtp, from }: Sender,
  { to, subject, text, html, unsubscribe, id, attached, headers }: Letter,
): Promise<void> {
  const transport = createTransport({
    url: smtp,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A letter's parts are ours: none is fetched or read from a file.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // An object, so that no name or address is parsed as a list of receivers.
    await transport.sendMail({
      from,
      to: { name: "", address: to },
      subject,
      text,
      ...(html !== undefined && { html }),
      ...(attached && {
        attachments: [{ filename: attached.name, contentType: attached.type, content: attached.content }],
      }),
      ...(id !== undefined && { messageId: `<${id}@${from.address.split("@")[1]}>` }),
      headers: {
        // RFC 3834: nobody's out-of-office answers.
        "Auto-Submitted": "auto-generated",
        ...headers,
        ...(unsubscribe !== undefined && {
          "List-Unsubscribe": `<${unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
    });
  } catch (cause) {
    if (isForGood(cause)) throw new NobodyThere("the mail server takes no letters for this address", { cause });
    throw new Error("the letter was not taken by the mail server", { cause });
  } finally {
    transport.close();
  }
}

/** RFC 5321 §4.2.1: a 5 says "not now and not later"; only where it was said of the receiver is it about them. */
function isForGood(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    "responseCode" in cause &&
    "command" in cause &&
    (cause.responseCode === 550 || cause.responseCode === 551 || cause.responseCode === 553) &&
    cause.command === "RCPT TO"
  );
}
