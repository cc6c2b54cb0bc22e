/** From wire copy to an article: what intake read out of it, what the register knows of it, and where it stands now. */
import type { Edition } from "#agency/editions/editions.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { matcherFor } from "#agency/labels/queries.ts";
import { dayIn } from "#lib/days.ts";
import { type Db, together } from "#store/db.ts";
import { printPlain } from "#text/document/plain.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { type Finding, type Intake, intake, type Origin } from "#text/intake/intake.ts";
import { sentenceAt, sentencesIn } from "#text/intake/sentences.ts";
import { type DecidedMention, isInForce, type Matcher, mentionsIn } from "#text/labels/labels.ts";
import { slugFor } from "#text/slug/slug.ts";
import { type Draft, draftArticle, publishArticle } from "./actions.ts";
import { addressOfArticle, type Dateline } from "./articles.ts";

export type Copy = {
  readonly text: string;
  readonly edition: Edition;
  readonly publish: boolean;
  readonly by: string;
  readonly at: Date;
};

export type FoundMention = {
  readonly organisation: string | null;
  readonly name: string;
  /** The label the author had written. */
  readonly typed: string | null;
  readonly sentence: string;
};

/** What `intake --json` prints. `slug` and `address` are empty when a finding kept the copy out. */
export type TakenIn = Pick<
  Intake,
  "headline" | "language" | "dateline" | "origin" | "attributions" | "quotations" | "events" | "forward" | "dropped"
> & {
  readonly slug: string;
  readonly address: string;
  readonly state: "draft" | "published";
  readonly mentions: readonly FoundMention[];
  readonly findings: readonly Finding[];
};

/** Copy as it was read, before anything is kept of it. */
export type ReadCopy = Intake & { readonly known: readonly FoundMention[] };

/** Reads copy for an edition: what intake found in it, and what the register knows of the names in it. */
export async function readCopy(
  db: Db,
  { text, edition, at }: { readonly text: string; readonly edition: Edition; readonly at: Date },
): Promise<ReadCopy> {
  const { language, dateOrder, timeZone } = edition;
  const read = intake({ text }, { language, dateOrder, today: dayIn(timeZone, at) });
  const matcher = await matcherFor(db, language);
  const known = mentionsOf(read, matcher);
  const { decisions } = await labellerFor(db, edition, at);
  const findings = [
    ...read.findings,
    ...unregistered(known, matcher, edition, dayIn(timeZone, at)),
    ...doubtful(decisions(read.document, at)),
  ];
  return { ...read, known, findings };
}

/** Takes copy in as a draft, or publishes it at once. A finding that blocks keeps it out whole. */
export async function takeIn(db: Db, { text, edition, publish, by, at }: Copy): Promise<TakenIn> {
  const read = await readCopy(db, { text, edition, at });
  const { findings } = read;
  const taken = (slug: string, state: TakenIn["state"]): TakenIn => ({
    headline: read.headline,
    language: read.language,
    slug,
    address: slug === "" ? "" : addressOfArticle(edition.code, slug),
    state,
    dateline: read.dateline,
    origin: read.origin,
    attributions: read.attributions,
    quotations: read.quotations,
    events: read.events,
    forward: read.forward,
    mentions: read.known,
    dropped: read.dropped,
    findings,
  });
  if (findings.some(({ severity }) => severity === "block")) return taken("", "draft");

  return together(db, async (db) => {
    const { articleId, slug } = await draftArticle(db, {
      edition,
      slug: slugFor(read.headline, edition.language),
      headline: read.headline,
      standfirst: read.standfirst,
      document: read.document,
      dateline: read.dateline,
      origin: read.origin,
      by,
      at,
    });
    if (publish) await publishArticle(db, { articleId, by, at });
    return taken(slug, publish ? "published" : "draft");
  });
}

/** What an editor took of copy that was read. */
export type AcceptedCopy = {
  readonly headline: string;
  readonly standfirst: string;
  readonly dateline: Dateline | null;
  readonly origin: Origin | null;
  readonly document: DocumentJson;
  /** Until when its sender holds it back. */
  readonly embargoUntil?: Date | null;
} & Pick<Draft, "sectionId" | "topicIds" | "authorIds" | "picture">;

/** A draft of copy as it was accepted, given to who took it in; of its own, or one text more of a story. */
export async function draftAccepted(
  db: Db,
  {
    edition,
    copy: { embargoUntil = null, ...copy },
    by,
    at,
    ...belonging
  }: {
    readonly edition: Edition;
    readonly copy: AcceptedCopy;
    readonly storyId?: string;
    readonly translatedFrom?: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<{ readonly articleId: string }> {
  return together(db, async (db) => {
    const slug = slugFor(copy.headline, edition.language);
    const { articleId } = await draftArticle(db, { ...copy, ...belonging, edition, slug, by, at });
    await db
      .updateTable("article")
      .set({ assigned_to: by, embargo_until: embargoUntil?.toISOString() ?? null })
      .where("id", "=", articleId)
      .execute();
    return { articleId };
  });
}

/** Names the register knows, and names whose author typed a label, in the order of the text. */
function mentionsOf({ document, mentions }: Intake, matcher: Matcher): FoundMention[] {
  const { text, blocks } = printPlain(document);
  // Intake knows the bare name of what it marked, `ISIL` of `ISIL’s`; its list and its marks are in one order.
  const marked = mentions.values();
  let block = 0;
  let sentences: ReturnType<typeof sentencesIn> | undefined;
  return mentionsIn(document, matcher).map(({ organisation, name, start, mark }) => {
    // Both lists are in the order of the text, so each block is cut into sentences once.
    for (
      let end = blocks[block]?.end ?? Number.POSITIVE_INFINITY;
      end <= start;
      end = blocks[block]?.end ?? Number.POSITIVE_INFINITY
    ) {
      block += 1;
      sentences = undefined;
    }
    const from = blocks[block]?.start ?? 0;
    const to = blocks[block]?.end ?? text.length;
    sentences ??= sentencesIn(text.slice(from, to));
    const sentence = sentenceAt(sentences, start - from);
    const bare = mark?.typed ? marked.next().value?.name : undefined;
    return {
      organisation,
      name: organisation === null ? (bare ?? name) : name,
      typed: mark?.typed?.words ?? null,
      sentence: sentence ? text.slice(from + sentence.start, from + sentence.end) : "",
    };
  });
}

/** Typed labels that stand as they were typed, because register, edition or day would print nothing there. */
function unregistered(
  mentions: readonly FoundMention[],
  matcher: Matcher,
  { jurisdictions }: Edition,
  day: string,
): Finding[] {
  const unlabelled = mentions.filter(({ organisation, typed }) => {
    if (typed === null) return false;
    const designations = (organisation === null ? undefined : matcher.organisation(organisation))?.designations ?? [];
    return !designations.some((held) => jurisdictions.includes(held.jurisdiction) && isInForce(held, day));
  });
  return [...new Set(unlabelled.map(({ name }) => name))].map((name) => ({
    code: "label-unregistered",
    severity: "ask",
    message: `The label its author typed after "${name}" is printed as it stands: the register and this edition's policy have none for it today. Check it, or add the organisation to the register.`,
  }));
}

/** Names that would stand without a label until somebody decides, each once. */
function doubtful(decided: readonly DecidedMention[]): Finding[] {
  const asked = new Map(
    decided.flatMap(({ name, decision, reason = "" }) => (decision === "ask" ? [[name, reason]] : [])),
  );
  return [...asked].map(([name, reason]) => ({
    code: "mention-doubtful",
    severity: "ask",
    message: `"${name}" is not labelled: ${reason}. Decide whether it is meant.`,
  }));
}
