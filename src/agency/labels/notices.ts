/**
 * Statements on whole texts that a law asks of their publisher: two kinds whose law fixes the words, and the publisher's
 * own. Whether a law concerns an agency is its lawyers' to say; Dateline prints none that was not set.
 */
import { z } from "zod";
import { NOTICE_SIZES, type NoticeRule } from "#text/labels/labels.ts";

export const NOTICE_KINDS = ["ru-foreign-agent", "us-fara"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a kind is made of: who publishes and, under FARA, for whom. */
export type NoticeNames = { readonly name: string; readonly principal?: string };

/** The notice of a kind with its names put in. The law's own words, place and size. */
export function noticeOf(kind: NoticeKind, { name, principal = "" }: NoticeNames): NoticeRule {
  const { wording, ...rule } = KINDS[kind];
  const filled = Object.entries(wording).map(([language, words]) => [
    language,
    words.replaceAll("{name}", () => name).replaceAll("{principal}", () => principal),
  ]);
  return { on: "every", ...rule, wording: Object.fromEntries(filled) };
}

const KINDS: Readonly<Record<NoticeKind, Pick<NoticeRule, "wording" | "place" | "size" | "basis">>> = {
  // At the beginning, in letters twice as large as the text's, in a colour that stands out.
  "ru-foreign-agent": {
    place: "top",
    size: 200,
    wording: {
      ru: "Настоящий материал (информация) произведен, распространен и (или) направлен иностранным агентом {name} либо касается деятельности иностранного агента {name}.",
    },
    basis:
      "255-ФЗ, 14.07.2022, ст. 9, ч. 3, 4; правила утверждены Правительством РФ 22.11.2022: https://docs.cntd.ru/document/352396060",
  },
  // "Conspicuously at the beginning", in the language of the material; no size is said.
  "us-fara": {
    place: "top",
    size: 100,
    wording: {
      en: "This material is distributed by {name} on behalf of {principal}. Additional information is available at the Department of Justice, Washington, DC.",
    },
    basis: "22 U.S.C. § 614(b); 28 CFR § 5.402",
  },
};

const required = z.string().trim().min(1, "is empty");
const oneLine = required.max(1_000, "is longer than 1,000 characters").regex(/^[^\n\r]*$/, "has a line break");
const wording = z.record(required.toLowerCase(), oneLine).refine((words) => Object.keys(words).length > 0, "is empty");
const ofKind = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ru-foreign-agent"), name: oneLine }),
  // FARA wants the statement in the language of the material, so other languages' words may be added.
  z.strictObject({ kind: z.literal("us-fara"), name: oneLine, principal: oneLine, wording: wording.optional() }),
]);
const own = z
  .strictObject({
    on: z.enum(["every", "naming"]).default("every"),
    jurisdiction: required.toLowerCase().optional(),
    place: z.enum(["top", "bottom"]).default("top"),
    size: z.literal(NOTICE_SIZES).default(100),
    wording,
    basis: z.string().trim().default(""),
  })
  .refine(({ on, wording }) => on === "naming" || Object.values(wording).every((words) => !words.includes("{names}")), {
    message: '{names} goes with "on": "naming"',
  })
  .transform(
    ({ jurisdiction, ...rule }): NoticeRule => ({ ...rule, ...(jurisdiction !== undefined && { jurisdiction }) }),
  );

// More would be a wall before the text.
const MOST_NOTICES = 5;

/** Notices from the JSON of a file: a list of kinds with their names, and of notices in the publisher's own words. */
export function readNotices(json: unknown): { readonly notices: readonly NoticeRule[] } | { readonly problem: string } {
  if (!Array.isArray(json)) return { problem: "Notices are a list." };
  if (json.length > MOST_NOTICES) return { problem: `There are more than ${MOST_NOTICES} notices.` };
  const notices: NoticeRule[] = [];
  for (const [at, one] of json.entries()) {
    const isOfKind = typeof one === "object" && one !== null && "kind" in one;
    const read = isOfKind ? ofKind.safeParse(one) : own.safeParse(one);
    if (!read.success) return { problem: `Notice ${at + 1}: ${z.prettifyError(read.error).split("\n").join(" ")}` };
    const { data } = read;
    if (!("kind" in data)) notices.push(data);
    else if (data.kind === "ru-foreign-agent") notices.push(noticeOf(data.kind, data));
    else {
      const rule = noticeOf(data.kind, data);
      notices.push({ ...rule, wording: { ...rule.wording, ...data.wording } });
    }
  }
  return { notices };
}
