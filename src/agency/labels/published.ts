/** Published articles as their labels are worked out from, a stretch at a time in the order of their ids, and what labels readers see. */
import type { Edition } from "#agency/editions/editions.ts";
import { editions } from "#agency/editions/queries.ts";
import type { Db } from "#store/db.ts";
import { type DocumentJson, readDocument } from "#text/document/schema.ts";
import type { DecidedMention } from "#text/labels/labels.ts";
import type { Labeller } from "./labeller.ts";

export type PublishedText = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly edition: Edition;
  readonly publishedAt: Date;
  readonly headline: string;
  /** Standfirst, caption and alternative text of the picture. */
  readonly lines: readonly (readonly ["standfirst" | "caption" | "alt", string])[];
  readonly document: DocumentJson;
  /** The document as it is kept, for those who only look whether it says something. */
  readonly kept: string;
};

export async function publishedTexts(
  db: Db,
  {
    after,
    limit,
    articleId,
    mentioning,
    editionId,
  }: {
    after: string;
    limit: number;
    articleId?: string;
    /** Only those that are noted to name one of these organisations. */
    mentioning?: readonly string[];
    editionId?: string;
  },
): Promise<readonly PublishedText[]> {
  const known = new Map((await editions(db)).map((edition) => [edition.id, edition]));
  const rows = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select([
      "article.id",
      "article.edition_id",
      "article.published_at",
      "revision.id as revision_id",
      "revision.headline",
      "revision.standfirst",
      "revision.picture_caption",
      "revision.picture_alt",
      "revision.document",
    ])
    .where("article.state", "=", "published")
    .where("article.id", ">", after)
    .$if(articleId !== undefined, (query) => query.where("article.id", "=", articleId ?? ""))
    .$if(editionId !== undefined, (query) => query.where("article.edition_id", "=", editionId ?? ""))
    .$if(mentioning !== undefined, (query) =>
      query.where("article.id", "in", (mention) =>
        mention
          .selectFrom("article_mention")
          .select("article_id")
          .where("organisation_id", "in", mentioning ?? []),
      ),
    )
    .orderBy("article.id")
    .limit(limit)
    .execute();
  return rows.flatMap((row): PublishedText[] => {
    const edition = known.get(row.edition_id);
    if (!edition || row.published_at === null) return [];
    let document: DocumentJson | undefined;
    return [
      {
        articleId: row.id,
        revisionId: row.revision_id,
        edition,
        publishedAt: new Date(row.published_at),
        headline: row.headline,
        lines: [
          ["standfirst", row.standfirst],
          ["caption", row.picture_caption],
          ["alt", row.picture_alt],
        ],
        kept: row.document,
        // Checking a document takes longer than a look at its words, and few of those looked at are asked for it.
        get document() {
          document ??= readDocument(JSON.parse(row.document));
          return document;
        },
      },
    ];
  });
}

/** How many there are to look through. */
export async function publishedCount(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("article")
    .select((row) => row.fn.countAll().as("count"))
    .where("state", "=", "published")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What readers see of labels: how they stand, and for each organisation its words and how often. */
export type LabelsSeen = {
  readonly style: string;
  /** On the whole text, for whom it names; absent when there are none. */
  readonly statements?: readonly string[];
  readonly said: readonly { readonly organisation: string; readonly wording: string; readonly times: number }[];
};

export type Noted = { readonly labels: LabelsSeen; readonly mentioned: readonly string[] };

/** The labels of a text, headline and lines included, and the organisations it names, labelled or not. */
export function notedOf(text: PublishedText, labeller: Labeller): Noted {
  const { edition, publishedAt, headline, lines, document } = text;
  const decided = [
    ...labeller.lineDecisions(headline, "headline", publishedAt),
    ...lines.flatMap(([surface, words]) => labeller.lineDecisions(words, surface, publishedAt)),
    ...(edition.labelPolicy.surfaces.body ? labeller.decisions(document, publishedAt) : []),
  ];
  const named = edition.labelPolicy.surfaces.body ? [] : labeller.mentioned(document);
  const statements = labeller.statements(document, publishedAt, [headline, ...lines.map(([, words]) => words)]);
  return {
    labels: {
      style: edition.labelPolicy.style,
      said: saidIn(decided),
      ...(statements.length > 0 && { statements }),
    },
    mentioned: [...new Set([...named, ...decided.flatMap(({ organisation }) => organisation ?? [])])].sort(),
  };
}

function saidIn(decided: readonly DecidedMention[]): LabelsSeen["said"] {
  const labels = decided.filter(({ decision }) => decision === "label");
  const groups = Map.groupBy(labels, ({ organisation, wording }) => JSON.stringify([organisation, wording]));
  return [...groups.values()]
    .map((its) => ({ organisation: its[0]?.organisation ?? "", wording: its[0]?.wording ?? "", times: its.length }))
    .sort((one, other) => (one.organisation + one.wording < other.organisation + other.wording ? -1 : 1));
}

/** Nobody sees how labels stand where there are none. */
export function seesTheSame(one: LabelsSeen, other: LabelsSeen): boolean {
  if ([one, other].every(({ said, statements }) => said.length === 0 && !statements)) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}
