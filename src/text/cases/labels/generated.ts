/** Registers nobody wrote, and copy about them, for the laws of labels. Every organisation is put together by chance. */
import * as fc from "fast-check";
import { bodiesSaying } from "#text/cases/document/documents.ts";
import type { DocumentJson, NodeJson } from "#text/document/schema.ts";
import {
  type EditionPolicy,
  EVERY_SURFACE,
  type NoticeRule,
  type Register,
  readRegister,
} from "#text/labels/labels.ts";

export type Language = "en" | "ru";

/** A register, a policy and a day for one language, with what may be printed for them. */
export type Edition = {
  readonly language: Language;
  readonly register: Register;
  readonly policy: EditionPolicy;
  readonly day: string;
};

// Few words, so that one organisation's name often stands inside another's.
export const NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: "Red|Red Dawn|Red Dawn Movement|Dawn|Dawn Guard|Al-Safa|Al-Safa Guard|RDM|NSIS|UP|The Core|Ta'if|dawnist|Dawnbook|Northern State|State of Ice".split(
    "|",
  ),
  ru: "Красный рассвет|Красный|Рассвет|Рассвет Севера|Северное государство|Аль-Сафа|Тулипан|ДКР|СГ|Железная рука|Дети Зари|Ёлочный союз|тулип|Легион «Заря»".split(
    "|",
  ),
};
const WORDINGS: Readonly<Record<Language, readonly string[]>> = {
  en: ["organization banned in Russia", "terrorist organization", "odd) one", "listed & watched", "see (b) below"],
  ru: ["организация запрещена в России", "признана экстремистской", "на учёте у нас"],
};

const JURISDICTIONS = ["ru", "gb"];
const DAYS = ["2014-12-28", "2016-01-01", "2018-02-16"];

const wordings = fc.record({ en: fc.constantFrom(...WORDINGS.en), ru: fc.constantFrom(...WORDINGS.ru) });

const designations = fc.array(
  fc.record({
    jurisdiction: fc.constantFrom(...JURISDICTIONS),
    from: fc.constantFrom("2014-12-29", "2016-01-01"),
    until: fc.constantFrom(null, null, "2017-01-01"),
    wording: wordings,
  }),
  { minLength: 1, maxLength: 3 },
);

function names(language: Language) {
  return fc.array(
    fc.record({
      text: fc.constantFrom(...NAMES[language]),
      lang: fc.constant(language),
      kind: fc.constantFrom("short", "short", "full", "alias", "acronym", "derived", "product"),
      match: fc.constantFrom(undefined, undefined, "auto", "ask"),
      wording: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, wordings),
    }),
    { minLength: 1, maxLength: 4 },
  );
}

/** Any register, its names shared and nested as it comes. */
function registers(language: Language): fc.Arbitrary<Register> {
  return fc
    .array(fc.record({ names: names(language), designations }), { minLength: 1, maxLength: 5 })
    .map((organisations) => registerOf(organisations.map((one, at) => ({ id: `o${at}`, ...one }))));
}

export function registerOf(organisations: readonly object[]): Register {
  const read = readRegister({ organisations });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return read.register;
}

const policies = fc.record({
  scope: fc.constantFrom<EditionPolicy["scope"]>("every", "every", "first", "section", "document", "none"),
  style: fc.constantFrom<EditionPolicy["style"]>("inline", "note", "abbr"),
  quotations: fc.constantFrom<EditionPolicy["quotations"]>("after", "inside"),
  surfaces: fc.boolean().map((caption) => ({ ...EVERY_SURFACE, caption })),
  jurisdictions: fc.shuffledSubarray(JURISDICTIONS),
});

export const editions: fc.Arbitrary<Edition> = fc
  .constantFrom<Language>("en", "ru")
  .chain((language) =>
    fc
      .record({ register: registers(language), policy: policies, day: fc.constantFrom(...DAYS) })
      .map((one) => ({ ...one, language, policy: { ...one.policy, language } })),
  );

const statements = fc.record({
  on: fc.constantFrom<NoticeRule["on"]>("every", "naming", "naming"),
  jurisdiction: fc.constantFrom(...JURISDICTIONS),
  place: fc.constantFrom<NoticeRule["place"]>("top", "bottom"),
  size: fc.constantFrom<NoticeRule["size"]>(100, 200),
  wording: fc.constantFrom({ en: "It says {names}." }, { en: "Printed by Red Dawn Press.", ru: "О них: {names}" }),
  basis: fc.constant(""),
});

/** Editions with words of their own that print statements on whole texts, names of the register in them. */
export const stated: fc.Arbitrary<Edition> = fc
  .tuple(
    editions,
    fc.uniqueArray(statements, { minLength: 1, maxLength: 3, selector: ({ wording }) => wording }),
    fc.constantFrom({}, { ru: "barred over there" }, { ru: "on our list", gb: "see (c) below" }),
  )
  .map(([edition, notices, wording]) => ({ ...edition, policy: { ...edition.policy, notices, wording } }));

/** A stretch of copy: words a reader reads, or what is no prose and has a name in it. */
export type Stretch =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "strong" | "code" | "link" | "quotation"; readonly name: string }
  /** Of a list, which says a ban like a note. */
  | { readonly kind: "item"; readonly sign: string; readonly name: string; readonly ban: string }
  | { readonly kind: "paragraph" }
  | { readonly kind: "heading" };

const FILLERS: Readonly<Record<Language, readonly string[]>> = {
  en: ["men of", "the", "said", "and", "–", "*", "IS", "ITS MEN WERE"],
  ru: ["люди", "и", "заявили", "—", "*", "В МОСКВЕ"],
};
const JOINTS = [
  " ",
  " ",
  " ",
  " ",
  ", ",
  ". ",
  "\n",
  "",
  "’s ",
  "-linked ",
  "-",
  " (",
  ") ",
  " «",
  "» ",
  " “",
  "” ",
  ' "',
  '" ',
  "'",
  "/",
  "#",
  "@",
  "*",
];

/** Every name in every form the register has for it, so that Russian comes in all its cases. */
function formsIn({ organisations }: Register): readonly string[] {
  return organisations.flatMap((one) => one.names.flatMap(({ forms }) => forms.map(({ text }) => text)));
}

/** Labels somebody typed, right and wrong ones. */
function typedLabels({ register, language }: Edition): readonly string[] {
  const said = register.organisations.flatMap((one) =>
    one.designations.flatMap(({ wording }) => Object.values(wording)),
  );
  return [...said, "banned in Russia", "запрещена в России", "formerly Red", WORDINGS[language].join("; ")].map(
    (one) => ` (${one})`,
  );
}

/** Words of a line: names, words between them, marks, labels typed by hand. */
export function wordsFor(edition: Edition): fc.Arbitrary<string> {
  return fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...formsIn(edition.register)) },
          { weight: 2, arbitrary: fc.constantFrom(...FILLERS[edition.language]) },
        ),
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...JOINTS) },
          { weight: 1, arbitrary: fc.constantFrom(...typedLabels(edition)) },
        ),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.flat().join(""));
}

/** Bodies with every block, quotations set off and captions among them. */
export function bodiesFor(edition: Edition): fc.Arbitrary<DocumentJson> {
  const line = wordsFor(edition).map((text): readonly NodeJson[] => [{ type: "text", text }]);
  const quote = line.map((content): NodeJson => ({ type: "pull_quote", content }));
  const picture = fc
    .tuple(line, wordsFor(edition))
    .map(([content, alt]): NodeJson => ({ type: "picture", attrs: { media: "m1", alt, credit: alt }, content }));
  return fc
    .tuple(fc.array(fc.oneof(quote, picture), { maxLength: 2 }), bodiesSaying(wordsFor(edition)))
    .map(([first, body]) => ({ ...body, content: [...first, ...body.content] }));
}

/** Copy in stretches, to be written in any format. */
export function stretchesFor(edition: Edition): fc.Arbitrary<readonly Stretch[]> {
  const name = fc.constantFrom(...formsIn(edition.register));
  const stretch = fc.oneof(
    { weight: 5, arbitrary: wordsFor(edition).map((text): Stretch => ({ kind: "words", text })) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          kind: fc.constantFrom<"strong" | "code" | "link" | "quotation">("strong", "code", "link", "quotation"),
          name,
        })
        .map((one): Stretch => one),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("item" as const),
        sign: fc.constantFrom("*", "*", "†", "•"),
        name,
        ban: fc.constant(edition.language === "ru" ? "ЗАПРЕЩЕНО В РОССИИ" : "BANNED IN RUSSIA"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Stretch>({ kind: "paragraph" }, { kind: "paragraph" }, { kind: "heading" }),
    },
  );
  return fc.array(stretch, { minLength: 1, maxLength: 7 });
}

/** The wordings that may stand in a label of this edition on this day. */
export function wordingsOf({ register, policy, day }: Edition): readonly string[] {
  const held = register.organisations.flatMap(({ names, designations }) => {
    const inForce = policy.jurisdictions.flatMap((jurisdiction) =>
      designations.filter(
        (one) => one.jurisdiction === jurisdiction && one.from <= day && (!one.until || day < one.until),
      ),
    );
    const own = names.flatMap(({ wording }) => wording?.[policy.language] ?? []);
    const said = inForce.flatMap(
      ({ jurisdiction, wording }) => policy.wording?.[jurisdiction] ?? wording[policy.language] ?? [],
    );
    const shared = [...new Set(said)].join("; ");
    return inForce.length > 0 ? [shared, ...own] : [];
  });
  return [...new Set(held)];
}
