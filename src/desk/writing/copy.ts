/** What the editor sends while somebody writes: saves, texts given up, texts to compare, and that it is still open. */
import { z } from "zod";
import { leave, othersHere, stayHere } from "#agency/articles/presence.ts";
import { isSameText, overrule, saveCopy, setAside, type WorkingCopy } from "#agency/articles/working-copy.ts";
import { staffNames } from "#agency/staff/queries.ts";
import type { Db } from "#store/db.ts";
import { ComparisonOf } from "../views/comparison.tsx";
import type { DeskVisit } from "../visit.ts";
import { articleInHand } from "./article.ts";
import type { SentCopy } from "./copy-data.ts";
import { pictureAddresses } from "./pictures.ts";
import { readBody, refused } from "./sent.ts";
import { textFromJson } from "./text.ts";

// No sitting saves as often as PostgreSQL's integers can count.
const MOST_TURNS = 2 ** 31 - 1;

const sitting = z.object({ id: z.string().min(1).max(64), turn: z.number().int().min(0).max(MOST_TURNS) });

const sentSave = z.object({
  from: z.number().int().min(0),
  sitting,
  text: z.unknown(),
  /** Over a copy the writer has been shown in a conflict. */
  overrule: z.boolean().default(false),
});

/** `POST …/copy`: 200 with the version, or 409 with what somebody else has saved and how it differs. */
export async function keepCopy(visit: DeskVisit): Promise<Response | undefined> {
  const article = await articleInHand(visit);
  if (!article) return undefined;
  const read = await readBody(visit, sentSave);
  if ("problem" in read) return refused(visit, read.problem);
  const { from, sitting, overrule: isOverruling } = read.body;
  const sent = await textFromJson(visit.db, article.edition.id, read.body.text);
  if ("problem" in sent) return refused(visit, sent.problem);

  const save = { articleId: article.id, from, text: sent.text, by: visit.staff.id, at: visit.at, sitting };
  const saved = isOverruling ? await overrule(visit.db, save) : await saveCopy(visit.db, save);
  if ("version" in saved) return Response.json({ version: saved.version, savedAt: visit.at.toISOString() });
  const html = await ComparisonOf({ visit, article, mine: sent.text, theirs: saved.conflict });
  return Response.json({ ...(await sentCopy(visit.db, saved.conflict)), html: `${html}` }, { status: 409 });
}

/** `POST …/set-aside`: a text its writer gives up, kept as a revision. */
export async function keepAside(visit: DeskVisit): Promise<Response | undefined> {
  const sent = await sentText(visit);
  if (!sent || sent instanceof Response) return sent;
  const { article, text } = sent;
  await setAside(visit.db, { articleId: article.id, text, by: visit.staff.id, at: visit.at });
  return Response.json({});
}

/** `POST …/comparison`: how a text differs from the copy as it is now; without `html` when it does not. */
export async function compare(visit: DeskVisit): Promise<Response | undefined> {
  const sent = await sentText(visit);
  if (!sent || sent instanceof Response) return sent;
  const { article, text } = sent;
  const now = await sentCopy(visit.db, article.copy);
  if (isSameText(text, article.copy.text)) return Response.json(now);
  const html = await ComparisonOf({ visit, article, mine: text, theirs: article.copy });
  const pictures = { ...now.pictures, ...(await pictureAddresses(visit.db, text)) };
  return Response.json({ ...now, pictures, html: `${html}` });
}

const sentHere = z.object({
  sitting: z.string().min(1).max(64),
  version: z.number().int(),
  gone: z.boolean().default(false),
});

/** `POST …/here`: says who else has the article open, and the copy when it is newer than the one the editor has. */
export async function beHere(visit: DeskVisit): Promise<Response | undefined> {
  const article = await articleInHand(visit);
  if (!article) return undefined;
  const read = await readBody(visit, sentHere);
  if ("problem" in read) return refused(visit, read.problem);
  const { sitting, version, gone } = read.body;
  const { db, staff, at } = visit;
  const here = { articleId: article.id, sitting, staffId: staff.id, at };
  if (gone) await leave(db, here);
  else await stayHere(db, here);
  const newer = article.copy.version > version ? await sentCopy(db, article.copy) : null;
  return Response.json({ others: await othersHere(db, here), newer });
}

/** The text in a request, and the article it is for. */
export async function sentText(visit: DeskVisit) {
  const article = await articleInHand(visit);
  if (!article) return undefined;
  const read = await readBody(visit, z.object({ text: z.unknown() }));
  if ("problem" in read) return refused(visit, read.problem);
  const sent = await textFromJson(visit.db, article.edition.id, read.body.text);
  return "problem" in sent ? refused(visit, sent.problem) : { article, text: sent.text };
}

/** A copy as the editor takes it up. */
export async function sentCopy(db: Db, { version, text, savedBy, savedAt }: WorkingCopy): Promise<SentCopy> {
  const names = await staffNames(db);
  return {
    version,
    text,
    savedBy: names.get(savedBy) ?? savedBy,
    savedAt: savedAt.toISOString(),
    pictures: await pictureAddresses(db, text),
  };
}
