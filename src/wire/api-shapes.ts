/** What the read API answers: the schemas every answer is checked against, and which its OpenAPI document is made of. */
import { z } from "zod";

const instant = z.iso.datetime().describe("An instant, UTC");
const edtf = z.string().describe("A date as exactly as it is known (EDTF, level 1)");
const language = z.string().describe("BCP 47");
const address = z.string().describe("A path of this site, or null where there is no page").nullable();

const named = z.object({ name: z.string(), uri: z.string().nullable() });

const summary = z.object({
  id: z.string().describe("Stays when the address changes"),
  edition: z.string().describe("The code of its edition"),
  language,
  address,
  headline: z.string().describe("With the labels the law asks for"),
  standfirst: z.string(),
  section: z.string().nullable(),
  authors: z.array(z.string()),
  publishedAt: instant,
  changedAt: instant,
  mark: z.enum(["corrected", "clarified", "retracted"]).nullable().describe("What its newest notice to readers is"),
});

const told = z.object({
  kind: z.enum(["correction", "clarification", "retraction"]),
  at: instant,
  sentence: z.string(),
});

const article = z.object({
  id: z.string(),
  edition: z.string(),
  language,
  address,
  version: z.int().min(1),
  status: z.enum(["usable", "withheld", "canceled"]),
  signal: z.enum(["update", "correction", "clarification", "retraction", "kill"]).nullable(),
  note: z.string().describe("For desks; never printed"),
  publishedAt: instant,
  changedAt: instant,
  headline: z.string(),
  standfirst: z.string(),
  dateline: z.object({ place: z.string(), date: z.string() }).nullable(),
  section: z.string().nullable(),
  topics: z.array(named),
  authors: z.array(z.string()),
  origin: named.nullable(),
  rights: z.object({ holder: z.string(), notice: z.string(), usageTerms: z.string() }),
  text: z.string().describe("Plain text, an empty line between paragraphs"),
  html: z.string(),
  sources: z.array(named),
  labels: z.array(
    z.object({
      organisation: z.string().describe("Its id in the register"),
      name: z.string(),
      labels: z.array(z.object({ wording: z.string(), by: z.string() })),
    }),
  ),
  corrections: z.array(told),
});

const source = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  office: z.string(),
  language: language.nullable(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
});

const organisation = z.object({
  id: z.string(),
  names: z.array(
    z.object({
      text: z.string(),
      language,
      kind: z.string(),
      match: z.enum(["auto", "ask"]).describe("ask: an editor decides each time whether the organisation is meant"),
      wording: z
        .record(z.string(), z.string())
        .describe("Words of its own, by language; those of the designation without"),
    }),
  ),
  designations: z.array(
    z.object({
      jurisdiction: z.string(),
      authority: z.string(),
      decision: z.string(),
      from: z.string().describe("First day it holds"),
      until: z.string().nullable().describe("First day it no longer holds"),
      wording: z.record(z.string(), z.string()),
      reference: z.string().nullable(),
    }),
  ),
});

const timeline = z.object({ edition: z.string(), slug: z.string(), title: z.string(), about: z.string(), address });

const event = z.object({
  id: z.string(),
  date: edtf,
  language,
  title: z.string(),
  words: z.string(),
  sources: z.array(z.string()).describe("Ids of sources readers are told of"),
});

const correction = told.extend({
  article: z.string(),
  edition: z.string(),
  address,
  headline: z.string(),
  oldWords: z.string().nullable(),
  newWords: z.string().nullable(),
});

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe("The address of what follows") });

export const SHAPES = {
  Article: article,
  Articles: listOf(summary),
  Source: source,
  Sources: listOf(source),
  Organisation: organisation,
  Organisations: listOf(organisation),
  Timelines: listOf(timeline),
  Events: listOf(event),
  Corrections: listOf(correction),
  Problem: z.object({ status: z.int(), detail: z.string().describe("What to do, as a sentence") }),
} as const;

export type ShapeName = keyof typeof SHAPES;
/** What is answered to who asked rightly. */
export type AnswerName = Exclude<ShapeName, "Problem">;
export type Shape<Name extends ShapeName> = z.infer<(typeof SHAPES)[Name]>;
