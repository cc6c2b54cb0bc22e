/**
 * An edition's law of labels, ready to print with. Labels are worked out when a page is
 * printed, never when an article is published: a designation applies to the archive too.
 */

import type { Edition } from "#agency/editions/editions.ts";
import { dayIn } from "#lib/days.ts";
import type { Db } from "#store/db.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import {
  type DecidedMention,
  decisionsOn,
  type LabelledSegment,
  labelText,
  type Matcher,
  mentionsIn,
  mentionsInText,
  type Surface,
  withLabels,
} from "#text/labels/labels.ts";
import { matcherFor } from "./queries.ts";

export type Labeller = {
  /** A headline, a standfirst, a caption: its text in segments, labels apart. */
  readonly line: (text: string, surface: Surface, publishedAt: Date) => readonly LabelledSegment[];
  /** A printed copy of a body. */
  readonly body: (document: DocumentJson, publishedAt: Date) => DocumentJson;
  /** What is decided of every mention of a body, in its order; offsets are those of its plain text. */
  readonly decisions: (document: DocumentJson, publishedAt: Date) => readonly DecidedMention[];
  /** The same of a headline, a standfirst, a caption. */
  readonly lineDecisions: (text: string, surface: Surface, publishedAt: Date) => readonly DecidedMention[];
  /** The organisations of the register a text names, labelled or not. */
  readonly mentioned: (document: DocumentJson) => readonly string[];
};

export async function labellerFor(db: Db, edition: Edition, at: Date): Promise<Labeller> {
  const matcher = await matcherFor(db, edition.language);
  return labellerWith(matcher, edition, at);
}

/** With a matcher of any register: that of today, or one that is only proposed. */
export function labellerWith(matcher: Matcher, edition: Edition, at: Date): Labeller {
  const policy = { ...edition.labelPolicy, jurisdictions: edition.jurisdictions, language: edition.language };
  const day = (publishedAt: Date) => dayOfLaw(edition, publishedAt, at);
  return {
    line(text, surface, publishedAt) {
      if (!policy.surfaces[surface]) return [{ text }];
      return labelText(text, matcher, policy, day(publishedAt));
    },
    body(document, publishedAt) {
      return withLabels(document, mentionsIn(document, matcher), policy, day(publishedAt));
    },
    decisions(document, publishedAt) {
      return decisionsOn(mentionsIn(document, matcher), policy, day(publishedAt));
    },
    lineDecisions(text, surface, publishedAt) {
      if (!policy.surfaces[surface]) return [];
      return decisionsOn(mentionsInText(text, matcher), policy, day(publishedAt));
    },
    mentioned(document) {
      return [...new Set(mentionsIn(document, matcher).flatMap(({ organisation }) => organisation ?? []))];
    },
  };
}

/** The day whose law a text's labels follow. */
function dayOfLaw({ labelsAsOf, timeZone }: Edition, publishedAt: Date, at: Date): string {
  if (labelsAsOf === "today") return dayIn(timeZone, at);
  if (labelsAsOf === "publication") return dayIn(timeZone, publishedAt);
  return labelsAsOf;
}
