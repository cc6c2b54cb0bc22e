/**
 * Sends a reader a letter. Links in it are made as it is written, so no row and no backup holds one; the address is opened
 * here and nowhere else.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { addressOfArticle } from "#agency/articles/articles.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editions } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import {
  confirmToken,
  dropAddress,
  letterToken,
  makeGuestKey,
  type ReaderAddress,
  readerAddress,
} from "#agency/replies/addresses.ts";
import { type Answer, letterWords, type ReaderLetter } from "#agency/replies/letters.ts";
import { waitingReply } from "#agency/replies/mailed.ts";
import { headlineOf, type Notice, noteTold, untold } from "#agency/replies/notices.ts";
import { type Mail, mailOf } from "#agency/settings/mail.ts";
import { agency } from "#agency/settings/queries.ts";
import { opened } from "#lib/sealed.ts";
import { type Letter, NobodyThere, type Sender, sendLetter } from "#outside/mail.ts";
import type { Db } from "#store/db.ts";
import { printPlain } from "#text/document/plain.ts";
import { replyDocument } from "#text/replies/document.ts";
import { asNotes } from "#text/replies/notes.ts";
import { letterHtml, letterText } from "./letter.tsx";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const told = z.discriminatedUnion("letter", [
  z.object({ letter: z.literal("confirm"), addressId: z.string() }),
  z.object({ letter: z.literal("door"), nonce: z.string() }),
  z.object({ letter: z.literal("own"), addressIds: z.array(z.string()) }),
  z.object({ letter: z.literal("answers"), addressId: z.string() }),
]);

type Desk = { readonly db: Db; readonly at: Date; readonly outside: Outside; readonly mail: Mail };

export function readerLetter(outside: Outside): Handler {
  return handler(told, async (asked, { db, at }) => {
    const mail = await mailOf(db, outside);
    if (!mail) throw new Error("no mail server is set; set DATELINE_SMTP, or mail on the pages of the house");
    const desk = { db, at, outside, mail };
    if (asked.letter === "door") return sendDoor(desk, asked.nonce);
    if (asked.letter === "own") return sendOwn(desk, asked.addressIds);
    const known = await readerAddress(db, asked.addressId);
    // Erased since: nothing is owed any more.
    if (!known) return;
    return asked.letter === "confirm" ? sendConfirm(desk, known) : sendAnswers(desk, known);
  });
}

async function sendConfirm(desk: Desk, known: ReaderAddress): Promise<void> {
  const { db, at, outside } = desk;
  if (known.confirmedAt !== null) return;
  const edition = await editionOf(db, known.edition);
  const token = confirmToken(outside.readers.challenge, { addressId: known.id, at });
  const href = `${outside.url}/replies/confirm/${token}`;
  const { name } = await agency(db, edition.code);
  await send(desk, { edition, known, letter: letterWords(edition.language).confirm({ agency: name, href }) });
}

async function sendDoor(desk: Desk, nonce: string): Promise<void> {
  const { db, at, outside, mail } = desk;
  const waiting = await waitingReply(db, { nonce, keys: outside.readers });
  const headline = waiting && (await headlineOf(db, waiting.sent.articleId));
  if (!waiting || !headline) return;
  const edition = await editionOf(db, headline.editionCode);
  const labeller = await labellerFor(db, edition, at, "mail");
  const title = labeller.line(headline.headline, "headline", headline.publishedAt).map(({ text }) => text);
  const { name } = await agency(db, edition.code);
  const href = `${outside.url}/replies/door/${waiting.token}`;
  const letter = letterWords(edition.language).door({ agency: name, href, headline: title.join("") });
  const to = waiting.sent.email.trim();
  // Nobody there: the words stay with their writer, whose form kept them.
  await delivered(
    { ...mail, from: { ...mail.from, name } },
    { to, ...printed(edition, letter), id: idOf("door", nonce) },
  );
}

async function sendOwn(desk: Desk, addressIds: readonly string[]): Promise<void> {
  const { db, at, outside } = desk;
  const all = await Promise.all(addressIds.map((id) => readerAddress(db, id)));
  const known = all.flatMap((one) => (one?.confirmedAt ? [one] : []));
  const [first] = known;
  if (!first) return;
  const edition = await editionOf(db, first.edition);
  const links = await Promise.all(
    known.map(async (one) => ({ href: await ownLink(desk, one), day: await dayOf(db, one, edition) })),
  );
  const { name } = await agency(db, edition.code);
  const stop = `${outside.url}/replies/letters/${letterToken(outside.readers.challenge, first.id)}`;
  const letter = letterWords(edition.language).own({ agency: name, links, stop });
  await send(desk, { edition, known: first, letter, id: `${at.getTime()}` });
}

async function dayOf(db: Db, { guestId }: ReaderAddress, { language, timeZone }: Edition): Promise<string> {
  const { made_at } = await db
    .selectFrom("guest")
    .select("made_at")
    .where("id", "=", guestId)
    .executeTakeFirstOrThrow();
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(new Date(made_at));
}

async function ownLink({ db, at, outside }: Desk, { guestId }: ReaderAddress): Promise<string> {
  return `${outside.url}/replies/mine/${await makeGuestKey(db, { guestId, at })}`;
}

async function sendAnswers(desk: Desk, known: ReaderAddress): Promise<void> {
  const { db, at, outside } = desk;
  if (known.confirmedAt === null || known.stoppedAt !== null) return;
  const { notices, more } = await untold(db, known.id);
  if (notices.length > 0) {
    const edition = await editionOf(db, known.edition);
    const { name } = await agency(db, edition.code);
    const words = letterWords(edition.language);
    const stop = `${outside.url}/replies/letters/${letterToken(outside.readers.challenge, known.id)}`;
    const answers = await Promise.all(notices.map((notice) => answerOf(desk, edition, notice)));
    const letter = words.answers({ agency: name, answers, more, mine: await ownLink(desk, known), stop });
    const isTaken = await send(desk, {
      edition,
      known,
      letter,
      stop,
      id: notices.map(({ replyId, kind }) => replyId + kind).join(),
    });
    if (!isTaken) return;
  }
  await noteTold(db, { toId: known.id, until: at, at });
}

async function answerOf({ db, at, outside }: Desk, of: Edition, notice: Notice): Promise<Answer> {
  // An answer stands in the edition of its story, and is under that edition's law.
  const edition = await editionOf(db, notice.editionCode);
  const labeller = await labellerFor(db, edition, at, "mail");
  const { note } = letterWords(of.language);
  const { kind, name, reason, replyId } = notice;
  const title = labeller.line(notice.headline, "headline", notice.publishedAt).map(({ text }) => text);
  const document = asNotes(labeller.body(replyDocument(notice.text), notice.writtenAt), note);
  const address = addressOfArticle(edition.code, notice.slug);
  return {
    kind,
    name,
    text: printPlain(document).text,
    headline: title.join(""),
    href: `${outside.url}${address}/replies/${replyId}#reply-${replyId}`,
    reason,
    note: notice.note,
  };
}

type Sent = {
  readonly edition: Edition;
  readonly known: ReaderAddress;
  readonly letter: ReaderLetter;
  readonly stop?: string;
  readonly id?: string;
};

/** Whether the server took it. An address where nobody is for good is dropped, and not tried again. */
async function send({ db, mail, outside }: Desk, { edition, known, letter, stop, id }: Sent): Promise<boolean> {
  const to = opened(outside.readers.address, known.address);
  if (to === undefined) throw new Error("an address cannot be opened: the key of readers' addresses is another one");
  const { name } = await agency(db, edition.code);
  const isTaken = await delivered(
    { ...mail, from: { ...mail.from, name } },
    {
      to,
      ...printed(edition, letter),
      ...(stop !== undefined && { unsubscribe: stop }),
      ...(id !== undefined && { id: idOf(known.id, id) }),
    },
  );
  if (!isTaken) await dropAddress(db, { addressId: known.id });
  return isTaken;
}

/** Whether there is somebody. What else fails is tried again, and told without the address that servers like to repeat. */
async function delivered(sender: Sender, letter: Letter): Promise<boolean> {
  try {
    await sendLetter(sender, letter);
    return true;
  } catch (error) {
    if (error instanceof NobodyThere) return false;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const said = cause instanceof Error ? cause.message : String(cause);
    const [name = ""] = letter.to.split("@");
    throw new Error(
      `a letter to a reader was not taken: ${said.replaceAll(letter.to, "(the address)").replaceAll(name, "…")}`,
    );
  }
}

function printed({ language }: Edition, { subject, pieces }: ReaderLetter) {
  return { subject, text: letterText(pieces), html: letterHtml({ language, subject, pieces }) };
}

/** Says nothing, and is the same for the same letter. */
function idOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join(" ")).digest("hex").slice(0, 32);
}

async function editionOf(db: Db, code: string): Promise<Edition> {
  const all = await editions(db);
  const edition = all.find((one) => one.code === code) ?? all[0];
  if (!edition) throw new Error("this store has no edition");
  return edition;
}
