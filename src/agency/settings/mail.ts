/** By which server the house sends letters, and under whose name: what the operator set, else what the house keeps. */
import { editions } from "#agency/editions/queries.ts";
import { opened } from "#lib/sealed.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { agency, settingsOf } from "./queries.ts";

export type Mail = {
  /** `smtps://user:password@mail.example` */
  readonly smtp: string;
  readonly from: { readonly name: string; readonly address: string };
};

/** What the operator set outside the store. */
export type MailSet = {
  readonly smtp?: string | undefined;
  readonly mailFrom?: string | undefined;
  /** The public address: letters without another sender come from `desk` at its host. */
  readonly url: string;
  /** Opens the password that stands sealed in the store; without it letters go out without one. */
  readonly mailKey?: string | undefined;
};

/** How the way to the server is kept from others' eyes: from the first word, once both have met, or not at all. */
export const SECURITIES = ["tls", "starttls", "plain"] as const;

export type MailSecurity = (typeof SECURITIES)[number];

/** Nothing while no server is set: then links are handed over instead of sent. */
export async function mailOf(db: Db, set: MailSet): Promise<Mail | undefined> {
  const kept = await settingsOf(db, "mail");
  const smtp = set.smtp ?? serverOf(kept, set.mailKey);
  if (smtp === undefined) return undefined;
  const address = set.mailFrom ?? (kept["mail.from"] || `desk@${new URL(set.url).hostname}`);
  const [edition] = await editions(db);
  return { smtp, from: { name: (await agency(db, edition?.code)).name, address } };
}

function serverOf(kept: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  const host = kept["mail.host"];
  if (!host) return undefined;
  const user = kept["mail.user"] ?? "";
  const password = (key !== undefined && opened(key, kept["mail.password"] ?? "")) || "";
  const who = user === "" ? "" : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  const security = SECURITIES.find((one) => one === kept["mail.security"]) ?? "tls";
  // A password never goes out in the clear because a server offered nothing better.
  const asked = security === "starttls" ? "?requireTLS=true" : "";
  const port = kept["mail.port"] ? `:${kept["mail.port"]}` : "";
  return `${security === "tls" ? "smtps" : "smtp"}://${who}${host}${port}/${asked}`;
}

/** How the last test letter went. */
export type MailTest = {
  readonly to: string;
  readonly at: Date;
  /** `waiting`, `sent`, or `refused` with the server's own words. */
  readonly outcome: "waiting" | "sent" | "refused";
  readonly words: string;
};

const TEST = "test-letter";
// A server's answer is a line or two.
const LONGEST_WORDS = 1_000;

/** Asks for a letter to oneself, by the same way every other letter goes. */
export async function testMail(db: Db, { by, email, at }: { by: string; email: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    await noteTest(db, { to: email, at, outcome: "waiting", words: "" });
    await note(db, { by, act: "mail.test", subject: "setting:mail", at });
    await enqueue(db, "mail.send", { letter: "test", staffId: by }, at);
  });
}

export async function noteTest(db: Db, { to, at, outcome, words }: MailTest): Promise<void> {
  const value = JSON.stringify({ to, at: at.toISOString(), outcome, words: words.slice(0, LONGEST_WORDS) });
  await db
    .insertInto("setting")
    .values({ key: TEST, value })
    .onConflict((known) => known.column("key").doUpdateSet({ value }))
    .execute();
}

export async function lastTest(db: Db): Promise<MailTest | undefined> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", TEST).executeTakeFirst();
  if (!row) return undefined;
  const kept: { to: string; at: string; outcome: MailTest["outcome"]; words: string } = JSON.parse(row.value);
  return { ...kept, at: new Date(kept.at) };
}
