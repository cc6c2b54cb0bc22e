/**
 * An edition's law of labels, ready to print with. Labels are worked out when a page is
 * printed, never when an article is published: a designation applies to the archive too.
 */

import type { Edition } from "#agency/editions/editions.ts";
import { dayIn } from "#lib/days.ts";
import type { Db } from "#store/db.ts";
import { nodesOf } from "#text/document/find.ts";
import { printPlain } from "#text/document/plain.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import {
  asLine,
  cutDocument,
  type DecidedMention,
  decisionsOn,
  knowingWords,
  type LabelledSegment,
  labelled,
  labelText,
  type Matcher,
  mentionsIn,
  mentionsInText,
  type Surface,
  withLabels,
} from "#text/labels/labels.ts";
import { surfacesOn } from "./policy.ts";
import { matcherFor } from "./queries.ts";

export type Labeller = {
  /**
   * A headline, a standfirst, a caption: its text in segments, labels apart. A line goes out alone unless it is said to
   * stand on the page of its body, whose notice covers it where the policy is one notice for the whole text.
   */
  readonly line: (
    text: string,
    surface: Surface,
    publishedAt: Date,
    where?: { readonly isUnderNotice: boolean },
  ) => readonly LabelledSegment[];
  /** A printed copy of a body; its notices cover the lines printed `beside` it, too. */
  readonly body: (document: DocumentJson, publishedAt: Date, beside?: readonly string[]) => DocumentJson;
  /**
   * The first words of a body as one line, no longer than told, its labels among them; nothing is cut off a name that
   * labels it.
   */
  readonly excerpt: (document: DocumentJson, publishedAt: Date, longest: number) => string;
  /** The words of the statements on texts that name somebody, as they stand on this one. */
  readonly statements: (document: DocumentJson, publishedAt: Date, beside: readonly string[]) => readonly string[];
  /** What is decided of every mention of a body, in its order; offsets are those of its plain text. */
  readonly decisions: (document: DocumentJson, publishedAt: Date) => readonly DecidedMention[];
  /** The same of a headline, a standfirst, a caption. */
  readonly lineDecisions: (text: string, surface: Surface, publishedAt: Date) => readonly DecidedMention[];
  /** The organisations of the register a text names, labelled or not. */
  readonly mentioned: (document: DocumentJson) => readonly string[];
};

/** Ways a text leaves the page it was made for. */
export type Way = Extract<Surface, "feed" | "wire" | "mail" | "social" | "push" | "excerpt" | "print">;

/** The law of an edition; on a `way` that is labelled nowhere, nothing is. */
export async function labellerFor(db: Db, edition: Edition, at: Date, way?: Way): Promise<Labeller> {
  const matcher = await matcherFor(db, edition.language);
  return labellerWith(matcher, edition, at, way);
}

/** The laws of several editions by their codes, for a list of stories that may be of any; each is made when it is first asked for. */
export function labellersFor(
  db: Db,
  editions: readonly Edition[],
  at: Date,
): (editionCode: string) => Promise<Labeller | undefined> {
  const made = new Map<string, Promise<Labeller>>();
  return async (code) => {
    const edition = editions.find((one) => one.code === code);
    if (!edition) return undefined;
    const known = made.get(code) ?? labellerFor(db, edition, at);
    made.set(code, known);
    return known;
  };
}

/** With a matcher of any register: that of today, or one that is only proposed. */
export function labellerWith(known: Matcher, edition: Edition, at: Date, way?: Way): Labeller {
  const { labelPolicy, jurisdictions, language } = edition;
  const surfaces = way === undefined || labelPolicy.surfaces[way] ? labelPolicy.surfaces : surfacesOn(() => false);
  const policy = { ...labelPolicy, surfaces, jurisdictions, language };
  const matcher = knowingWords(known, policy);
  const day = (publishedAt: Date) => dayOfLaw(edition, publishedAt, at);
  return {
    line(text, surface, publishedAt, where) {
      if (!policy.surfaces[surface]) return [{ text }];
      return labelText(text, matcher, policy, day(publishedAt), where);
    },
    body(document, publishedAt, beside = []) {
      const lines = beside.flatMap((line) => mentionsInText(line, matcher));
      return withLabels(document, mentionsIn(document, matcher), policy, day(publishedAt), lines);
    },
    excerpt(document, publishedAt, longest) {
      const [first] = nodesOf(document, "paragraph");
      if (!first) return "";
      const { notices: _, ...line } = asLine(policy);
      const scope = policy.surfaces.excerpt ? line.scope : "none";
      const cutting = { matcher, policy: { ...line, scope }, day: day(publishedAt), longest };
      return printPlain(cutDocument({ type: "doc", content: [first] }, cutting))
        .text.replaceAll(/\s+/g, " ")
        .trim();
    },
    statements(document, publishedAt, beside) {
      const notices = policy.notices.filter(({ on }) => on === "naming");
      if (notices.length === 0) return [];
      const lines = beside.flatMap((line) => mentionsInText(line, matcher));
      const stated = { ...policy, notices, scope: "none" as const };
      return labelled(mentionsIn(document, matcher), stated, day(publishedAt), { beside: lines }).notices.map(
        ({ text }) => text,
      );
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
