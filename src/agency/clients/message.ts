/** What a client is sent under a number: the same by whichever way it goes. */
import { keptCheckpoint } from "#agency/log/queries.ts";
import { type WireItem, wireItem } from "#agency/wire/stories.ts";
import type { Db } from "#store/db.ts";
import { FORMAT, type Format } from "#text/wire/formats.ts";
import type { WireStory } from "#text/wire/story.ts";
import { type Client, type Delivery, isUrgent } from "./clients.ts";
import { earlierNumbers, isReplaced } from "./queries.ts";
import { labelsChanged } from "./reasons.ts";

export type Message = {
  readonly client: string;
  /** The client's own: every number comes once, and none is left out. */
  readonly sequence: number;
  readonly kind: Delivery["kind"];
  /** `labels`: its words are those of the number before, its labels are not. */
  readonly reason: Delivery["reason"];
  /** Sent before what waits under earlier numbers. */
  readonly urgent: boolean;
  readonly story: string;
  readonly version: number;
  readonly at: string;
  /** A newer version stands under a later number, so that this one's text is not sent any more. */
  readonly replaced: boolean;
  /** Earlier numbers under which this client has this story, the newest first: what stands here stands instead of all of them. */
  readonly supersedes: readonly number[];
  readonly acknowledge: { readonly by: string; readonly at: string | null; readonly address: string } | null;
  readonly headline: string | null;
  /** Nobody is to publish it before. */
  readonly embargo: string | null;
  readonly format: Format;
  readonly type: string;
  /** ninjs as it is, every other format as one text; nothing where `replaced` is true. */
  readonly content: unknown;
  /** Of the publication log, signed: whoever keeps it can prove that nothing was rewritten since. Nothing before the first. */
  readonly checkpoint: string | null;
};

export type Wanted = {
  readonly client: Client;
  readonly delivery: Delivery;
  readonly format: Format;
  readonly url: string;
  readonly at: Date;
};

/** Remembers what was printed for one client for the next of the same law and format, while the story stays as it is. */
export type Printer = (db: Db, wanted: Wanted) => Promise<Message>;

type Copy = Pick<WireItem, "wordsVersion"> & { readonly story: WireStory; readonly content: string };

// A publication goes to thousands in a few formats under a few laws.
const MOST_COPIES = 500;

export function newPrinter(): Printer {
  const copies = new Map<string, Promise<Copy | undefined>>();
  return async (db, wanted) => {
    const { client, delivery, format } = wanted;
    const key = JSON.stringify([
      ...(await stateOf(db, delivery.articleId)),
      client.labels,
      client.jurisdictions,
      client.terms,
      delivery.isAhead,
      delivery.version,
      delivery.reason,
      delivery.reason && delivery.at,
      format,
    ]);
    const known = copies.get(key) ?? copyFor(db, wanted);
    if (copies.size >= MOST_COPIES) copies.clear();
    copies.set(key, known);
    // Awaited before anything else is asked: what reads must not outlast the reading it is part of.
    const copy = await known;
    const shown = (await isReplaced(db, delivery)) ? undefined : copy;
    const supersedes = delivery.kind === "story" ? [] : await earlierNumbers(db, delivery);
    return { ...messageFrom(wanted, shown), supersedes, checkpoint: (await keptCheckpoint(db)) ?? null };
  };
}

/** What changes when a story does: nothing printed before is sent after that. */
async function stateOf(db: Db, articleId: string): Promise<readonly (string | number | null)[]> {
  const row = await db
    .selectFrom("article")
    .select(["id", "state", "gone_at", "mark", "changed_at", "touched_at", "published_revision_id", "ahead_version"])
    .where("id", "=", articleId)
    .executeTakeFirst();
  return row ? Object.values(row) : [articleId];
}

async function copyFor(db: Db, { client, delivery, format, url, at }: Wanted): Promise<Copy | undefined> {
  const { labels, jurisdictions, terms } = client;
  const { articleId, isAhead, version, reason } = delivery;
  const asked = { articleId, url, at, labels, isAhead, ...(jurisdictions && { jurisdictions }) };
  const item = await wireItem(db, asked);
  if (!item) return undefined;
  const { rights, language } = item.story;
  const story = {
    ...item.story,
    version,
    ...(reason === "labels" && {
      signal: "update" as const,
      note: labelsChanged(language),
      versionCreated: delivery.at,
    }),
    rights: { ...rights, usageTerms: terms || rights.usageTerms },
  };
  return { story, wordsVersion: item.wordsVersion, content: FORMAT[format].print(story) };
}

type Printed = Omit<Message, "checkpoint" | "supersedes">;

function messageFrom({ client, delivery, format, url }: Wanted, copy: Copy | undefined): Printed {
  const { number, kind, reason, articleId, version, relabelled, at, acknowledgeBy, acknowledgedAt } = delivery;
  const replaced = copy === undefined || copy.wordsVersion > version - relabelled;
  const isJson = format === "ninjs-3" || format === "ninjs-2";
  return {
    client: client.id,
    sequence: number,
    kind,
    reason,
    urgent: isUrgent(kind),
    story: `urn:uuid:${articleId}`,
    version,
    at: at.toISOString(),
    replaced,
    acknowledge: acknowledgeBy && {
      by: acknowledgeBy.toISOString(),
      at: acknowledgedAt?.toISOString() ?? null,
      address: `${url}/wire/client/acknowledge`,
    },
    headline: replaced ? null : copy.story.headline || null,
    embargo: replaced ? null : (copy.story.embargoedUntil?.toISOString() ?? null),
    format,
    type: FORMAT[format].type,
    content: replaced ? null : isJson ? JSON.parse(copy.content) : copy.content,
  };
}

/** What of a message is a file: nothing where its text is not sent any more. */
export function contentOf({ content }: Pick<Message, "content">): string | null {
  if (content === null) return null;
  return typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`;
}
