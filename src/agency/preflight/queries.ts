import { type ArticleText, workingCopy } from "#agency/articles/working-copy.ts";
import { editions, sectionsOf } from "#agency/editions/queries.ts";
import { type Labeller, labellerFor } from "#agency/labels/labeller.ts";
import { checkedQuotations, claimsThatDiffer, sourcesNotKept } from "#agency/sources/checks.ts";
import { type CameByWire, isTakenBack, wireOf } from "#agency/wire-in/queries.ts";
import type { Db } from "#store/db.ts";
import { nodesOf } from "#text/document/find.ts";
import { textAttr } from "#text/document/nodes.ts";
import type { DecidedMention } from "#text/labels/labels.ts";

import {
  CHECK_CODES,
  type CheckCode,
  DEFAULT_RULES,
  type Finding,
  findings,
  isSettable,
  linksIn,
  type Rule,
} from "./preflight.ts";

/** What is to be said of an article before it comes out at `at`, what blocks first; nothing when there is no such article. */
export async function preflight(
  db: Db,
  { articleId, at }: { articleId: string; at: Date },
): Promise<readonly Finding[] | undefined> {
  const article = await db
    .selectFrom("article")
    .select(["story_id", "edition_id", "section_id", "embargo_until"])
    .where("id", "=", articleId)
    .executeTakeFirst();
  const copy = await workingCopy(db, articleId);
  const all = await editions(db);
  const edition = all.find(({ id }) => id === article?.edition_id);
  if (!article || !copy || !edition) return undefined;
  const { text } = copy;
  const told = await editionsWith(db, article.story_id);
  return findings(
    {
      text,
      sectionId: article.section_id,
      hasSections: (await sectionsOf(db, edition.id)).length > 0,
      embargoUntil: article.embargo_until === null ? null : new Date(article.embargo_until),
      edition,
      mentions: mentionsOf(await labellerFor(db, edition, at), text, at),
      pictures: await picturesOf(db, text),
      quotations: await checkedQuotations(db, { articleId, document: text.document, language: edition.language }),
      differing: await claimsThatDiffer(db, text.document),
      notKept: await sourcesNotKept(db, text.document),
      links: await linksOf(db, linksIn(text.document)),
      wire: wireSince(await wireOf(db, articleId)),
      missingEditions: all.filter(({ id }) => !told.has(id)).map(({ name }) => name),
      at,
    },
    await preflightRules(db),
  );
}

/** What changed without being taken back is settled by seeing it. */
function wireSince(came: CameByWire | undefined): "killed" | "changed" | null {
  if (!came) return null;
  if (isTakenBack(came.item)) return "killed";
  return came.item.alarm === null ? null : "changed";
}

/** What the agency has set for each check. */
export async function preflightRules(db: Db): Promise<Readonly<Record<CheckCode, Rule>>> {
  const row = await db.selectFrom("setting").select("value").where("key", "=", "preflight.rules").executeTakeFirst();
  const set: Readonly<Record<string, Rule>> = row ? JSON.parse(row.value) : {};
  const rules = CHECK_CODES.map((code) => [code, (isSettable(code) && set[code]) || DEFAULT_RULES[code]] as const);
  // `fromEntries` forgets which keys there are.
  return Object.fromEntries(rules) as Record<CheckCode, Rule>;
}

// A page that answered today is still there this evening.
const LINK_HOLDS_MS = 6 * 60 * 60 * 1000;

/** The links of an article's copy that have not been asked lately. */
export async function linksToCheck(
  db: Db,
  { articleId, at }: { articleId: string; at: Date },
): Promise<readonly string[]> {
  const copy = await workingCopy(db, articleId);
  if (!copy) return [];
  const links = linksIn(copy.text.document);
  const since = new Date(at.getTime() - LINK_HOLDS_MS).toISOString();
  const known = await linkRows(db, links);
  const fresh = new Set(known.filter(({ checked_at }) => checked_at >= since).map(({ address }) => address));
  return links.filter((address) => !fresh.has(address));
}

function mentionsOf(labeller: Labeller, text: ArticleText, at: Date): readonly DecidedMention[] {
  return [
    ...labeller.lineDecisions(text.headline, "headline", at),
    ...labeller.lineDecisions(text.standfirst, "standfirst", at),
    ...labeller.lineDecisions(text.picture?.caption ?? "", "caption", at),
    ...labeller.decisions(text.document, at),
  ];
}

async function editionsWith(db: Db, storyId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("article")
    .select("edition_id")
    .where("story_id", "=", storyId)
    .where("state", "not in", ["spiked", "killed"])
    .execute();
  return new Set(rows.map(({ edition_id }) => edition_id));
}

async function picturesOf(db: Db, { document, picture }: ArticleText) {
  const ids = [
    ...nodesOf(document, "picture").map((node) => textAttr(node, "media")),
    ...(picture ? [picture.id] : []),
  ];
  if (ids.length === 0) return new Map<string, { credit: string; licence: string }>();
  const rows = await db.selectFrom("media").select(["id", "credit", "licence"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, credit, licence }) => [id, { credit, licence }]));
}

async function linksOf(db: Db, links: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await linkRows(db, links)).map(({ address, state }) => [address, state]));
}

async function linkRows(db: Db, links: readonly string[]) {
  if (links.length === 0) return [];
  return db.selectFrom("link_check").select(["address", "state", "checked_at"]).where("address", "in", links).execute();
}
