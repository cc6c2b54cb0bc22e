/** One story in each state in which the wire tells of one: what formats, schemas and readers are held to. */
import { publishArticle } from "#agency/articles/actions.ts";
import { findingKey, type MoveArticle, moveArticle } from "#agency/articles/move.ts";
import { takeIn } from "#agency/articles/take-in.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { wireItem } from "#agency/wire/stories.ts";
import type { WireStory } from "#text/wire/story.ts";
import type { Door } from "./door.ts";

const AT = new Date("2026-11-20T12:10:00Z");
const LATER = new Date("2026-11-20T12:20:00Z");

export const WIRE_STATES = [
  "corrected",
  "retracted",
  "withdrawn",
  "killed",
  "embargoed",
  "embargoed and withdrawn",
  "embargoed and killed",
] as const;
export type WireState = (typeof WIRE_STATES)[number];

/** Of the invented agency's newest stories in English, and two written for it. */
export async function storiesInEveryState(door: Door): Promise<ReadonlyMap<WireState, WireStory>> {
  await door.as("editor").get("/desk/");
  const by = door.as("editor").staff;
  const [corrected = "", retracted = "", withdrawn = "", killed = ""] = await newestOf(door, 4);
  const correction = {
    oldWords: "two",
    newWords: "three",
    severity: "substantial",
    askedBy: "",
    isAskerPublic: false,
  } as const;
  const change = { kind: "correction", sentence: "It said two; there were three.", correction } as const;
  await publishArticle(door.db, { articleId: corrected, change, by: by.id, at: AT });
  await move(door, { articleId: retracted, move: "retract", note: "It was invented.", by, at: AT });
  await move(door, { articleId: withdrawn, move: "withdraw", note: "Its source asked us to.", by, at: AT });
  await move(door, { articleId: killed, move: "kill", note: "A court said so.", by, at: AT });
  const publishAt = new Date("2026-11-20T18:00:00Z");
  const ahead = async (headline: string) => {
    const articleId = await draft(door, headline);
    await move(door, { articleId, move: "schedule", publishAt, ahead: true, by, at: AT });
    return articleId;
  };
  const embargoed = await ahead("Harbour budget grows");
  const unscheduled = await ahead("Harbour budget shrinks");
  await move(door, { articleId: unscheduled, move: "unschedule", by, at: LATER });
  const spiked = await ahead("Harbour budget stays");
  await move(door, { articleId: spiked, move: "spike", by, at: LATER });
  const ids = [corrected, retracted, withdrawn, killed, embargoed, unscheduled, spiked];
  const told = new Map<WireState, WireStory>();
  for (const [at, articleId] of ids.entries()) {
    const item = await wireItem(door.db, { articleId, url: "https://strait.example", at: LATER, isAhead: true });
    const state = WIRE_STATES[at];
    if (!item || !state) throw new Error(`the wire tells nothing of the story that is ${state}`);
    told.set(state, item.story);
  }
  return told;
}

async function newestOf(door: Door, many: number): Promise<string[]> {
  const rows = await door.db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("article.id")
    .where("edition.code", "=", "en")
    .where("article.state", "=", "published")
    .where("article.mark", "is", null)
    .orderBy("article.published_at", "desc")
    .limit(many)
    .execute();
  return rows.map(({ id }) => id);
}

async function draft(door: Door, headline: string): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("there is no edition in English");
  const text = `${headline}\n\nTALMIRA, 20 November 2026. The harbour spends more than it did.`;
  const { slug } = await takeIn(door.db, { text, edition, publish: false, by: "the test", at: AT });
  return (await door.db.selectFrom("article").select("id").where("slug", "=", slug).executeTakeFirstOrThrow()).id;
}

/** With everything ticked that is asked. */
async function move(door: Door, told: MoveArticle): Promise<void> {
  const first = await moveArticle(door.db, told);
  if ("state" in first) return;
  const outcome = await moveArticle(door.db, { ...told, accepted: (first.findings ?? []).map(findingKey) });
  if (!("state" in outcome)) throw new Error(`${told.move} is refused: ${outcome.refusal}`);
}
