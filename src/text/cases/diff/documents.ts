/** Differences between two bodies, written as Markdown or built by hand: the rule's name is its sentence. */
import type { NodeJson } from "../../document/schema.ts";

export type DocumentsCase = {
  readonly rule: string;
  readonly language: string;
  readonly before: readonly NodeJson[];
  readonly after: readonly NodeJson[];
  /** A line each: kind, part, and the words with `[-…-]` and `{+…+}`. */
  readonly shown: readonly string[];
};

const words = (text: string, ...marks: NonNullable<NodeJson["marks"]>): NodeJson => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: readonly (string | NodeJson)[]): NodeJson => ({
  type: "paragraph",
  content: content.map((one) => (typeof one === "string" ? words(one) : one)),
});
const heading = (text: string): NodeJson => ({ type: "heading", attrs: { level: 2 }, content: [words(text)] });
const quoted = (speaker: string, office: string | null) => ({
  type: "quotation",
  attrs: { speaker, office, source: null },
});

export const documentsCases: readonly DocumentsCase[] = [
  {
    rule: "a paragraph that stays is the same, one that changed is compared by words",
    language: "en",
    before: [paragraph("The ferry left at noon."), paragraph("Nobody was hurt in the storm.")],
    after: [paragraph("The ferry left at noon."), paragraph("Two were hurt in the storm.")],
    shown: [
      "same paragraph The ferry left at noon.",
      "changed paragraph [-Nobody was-]{+Two were+} hurt in the storm.",
    ],
  },
  {
    rule: "a new paragraph between two that stay is added alone",
    language: "en",
    before: [paragraph("One ship waits."), paragraph("Trucks queue.")],
    after: [paragraph("One ship waits."), paragraph("The harbour master was asked."), paragraph("Trucks queue.")],
    shown: [
      "same paragraph One ship waits.",
      "added paragraph The harbour master was asked.",
      "same paragraph Trucks queue.",
    ],
  },
  {
    rule: "a paragraph that went and another that came have nothing to do with each other",
    language: "en",
    before: [paragraph("Rain fell all night long.")],
    after: [paragraph("Ministers will meet in Riga.")],
    shown: ["removed paragraph Rain fell all night long.", "added paragraph Ministers will meet in Riga."],
  },
  {
    rule: "a heading is not compared with a paragraph",
    language: "en",
    before: [paragraph("What happened next")],
    after: [heading("What happened next")],
    shown: ["removed paragraph What happened next", "added heading What happened next"],
  },
  {
    rule: "another speaker of the same words is a difference",
    language: "en",
    before: [paragraph("It ended. ", words("“We agreed.”", quoted("Jens Stoltenberg", "Secretary General")))],
    after: [paragraph("It ended. ", words("“We agreed.”", quoted("Rose Gottemoeller", "Deputy Secretary General")))],
    shown: [
      "same paragraph It ended. “We agreed.”",
      "changed speaker [-Jens Stoltenberg,-]{+Rose Gottemoeller, Deputy+} Secretary General",
    ],
  },
  {
    rule: "the speaker of a quotation set off from the text is compared by words",
    language: "ru",
    before: [
      {
        type: "blockquote",
        attrs: { speaker: "Анна Петрова", office: "мэр", source: null },
        content: [paragraph("Мы готовы.")],
      },
    ],
    after: [
      {
        type: "blockquote",
        attrs: { speaker: "Анна Петрова", office: "бывший мэр", source: null },
        content: [paragraph("Мы готовы.")],
      },
    ],
    shown: ["same quotation Мы готовы.", "changed speaker Анна Петрова, {+бывший +}мэр"],
  },
  {
    rule: "where a link leads is part of the difference",
    language: "en",
    before: [
      paragraph("See ", words("the report", { type: "link", attrs: { href: "https://a.example/1", title: null } })),
    ],
    after: [
      paragraph("See ", words("the report", { type: "link", attrs: { href: "https://b.example/2", title: null } })),
    ],
    shown: ["same paragraph See the report", "removed link https://a.example/1", "added link https://b.example/2"],
  },
  {
    rule: "a caption, its credit and its alternative text are compared each by itself",
    language: "en",
    before: [
      {
        type: "picture",
        attrs: { media: "m", alt: "A white ferry", credit: "Ilse Kalns" },
        content: [words("The ferry at the quay")],
      },
    ],
    after: [
      {
        type: "picture",
        attrs: { media: "m", alt: "A white ferry", credit: "Ilse Kalnins" },
        content: [words("The ferry at its quay")],
      },
    ],
    shown: [
      "changed caption The ferry at [-the-]{+its+} quay",
      "same alt A white ferry",
      "changed credit Ilse [-Kalns-]{+Kalnins+}",
    ],
  },
  {
    rule: "an item of a list is a line of its own",
    language: "ar",
    before: [
      {
        type: "bullet_list",
        content: [
          { type: "list_item", content: [paragraph("الماء")] },
          { type: "list_item", content: [paragraph("الكهرباء في المدينة")] },
        ],
      },
    ],
    after: [
      {
        type: "bullet_list",
        content: [
          { type: "list_item", content: [paragraph("الماء")] },
          { type: "list_item", content: [paragraph("الكهرباء في القرية")] },
        ],
      },
    ],
    shown: ["same list-item الماء", "changed list-item الكهرباء في [-المدينة-]{+القرية+}"],
  },
  {
    rule: "a word made bold is no difference of words",
    language: "en",
    before: [paragraph("Not one ship")],
    after: [paragraph("Not ", words("one", { type: "strong" }), " ship")],
    shown: ["same paragraph Not one ship"],
  },
];
