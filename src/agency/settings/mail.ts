/** By which server the house sends letters, and under whose name: what the operator set, else what the house keeps. */
import { editions } from "#agency/editions/queries.ts";
import type { Db } from "#store/db.ts";
import { agency } from "./queries.ts";

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
};

/** Nothing while no server is set: then links are handed over instead of sent. */
export async function mailOf(db: Db, set: MailSet): Promise<Mail | undefined> {
  const rows = await db.selectFrom("setting").select(["key", "value"]).where("key", "like", "mail.%").execute();
  const kept = new Map(rows.map(({ key, value }) => [key, value]));
  const smtp = set.smtp ?? (kept.get("mail.smtp") || undefined);
  if (smtp === undefined) return undefined;
  const address = set.mailFrom ?? (kept.get("mail.from") || `desk@${new URL(set.url).hostname}`);
  const [edition] = await editions(db);
  return { smtp, from: { name: (await agency(db, edition?.code)).name, address } };
}
