/** Sends a letter over SMTP. What fails throws; who asked tries again. */
import { createTransport } from "nodemailer";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  /** Plain text; letters of Dateline have no other form. */
  readonly text: string;
};

export type Sender = { readonly smtp: string; readonly from: { readonly name: string; readonly address: string } };

const TIMEOUT_MS = 30_000;

export async function sendLetter({ smtp, from }: Sender, { to, subject, text }: Letter): Promise<void> {
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
    await transport.sendMail({ from, to: { name: "", address: to }, subject, text });
  } catch (cause) {
    throw new Error("the letter was not taken by the mail server", { cause });
  } finally {
    transport.close();
  }
}
