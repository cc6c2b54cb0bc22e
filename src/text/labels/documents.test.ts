import { expect, test } from "bun:test";
import { REGISTER } from "../cases/labels/register.ts";
import { printHtml } from "../document/html.ts";
import { printPlain } from "../document/plain.ts";
import {
  type DocumentJson,
  documentSchema,
  type MarkJson,
  type MentionAttrs,
  type NodeJson,
} from "../document/schema.ts";
import {
  compile,
  type EditionPolicy,
  EVERY_SURFACE,
  labelCopy,
  labelText,
  mentionsIn,
  mentionsInText,
  type NoticeRule,
  noticesApart,
  readRegister,
  withLabels,
  withoutLabels,
} from "./labels.ts";

const read = readRegister(REGISTER);
if ("problems" in read) throw new Error(read.problems.join("\n"));
const matcher = compile(read.register, "en");
const surfaces = EVERY_SURFACE;
const everyInline: EditionPolicy = {
  scope: "every",
  style: "inline",
  quotations: "after",
  surfaces,
  jurisdictions: ["ru"],
  language: "en",
};
const TODAY = "2018-02-16";

const words = (text: string, ...marks: readonly MarkJson[]): NodeJson =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
const paragraph = (...content: readonly NodeJson[]): NodeJson => ({ type: "paragraph", content });
const doc = (...content: readonly NodeJson[]): DocumentJson => ({ type: "doc", content });
const em: MarkJson = { type: "em" };
const mention = (attrs: Partial<MentionAttrs>): MarkJson => ({
  type: "mention",
  attrs: { organisation: null, typed: null, decision: null, ...attrs },
});
const typed = { words: "banned in Russia", as: " (banned in Russia)" };

function printed(document: DocumentJson, policy: Partial<EditionPolicy> = {}, day = TODAY): string {
  const copy = withLabels(document, mentionsIn(document, matcher), { ...everyInline, ...policy }, day);
  documentSchema.nodeFromJSON(copy).check();
  // Whatever was printed, the document comes back to the letter, and printing it again changes nothing.
  expect(withoutLabels(copy)).toEqual(document);
  expect(withLabels(copy, mentionsIn(copy, matcher), { ...everyInline, ...policy }, day)).toEqual(copy);
  return printPlain(copy).text;
}

test("a printed copy has label nodes after the mentions", () => {
  const document = doc(paragraph(words("RDM’s men left.")));
  const copy = withLabels(document, mentionsIn(document, matcher), everyInline, TODAY);
  expect(copy.content[0]?.content).toEqual([
    words("RDM’s"),
    {
      type: "label",
      attrs: {
        organisations: ["red-dawn"],
        wording: "organization banned in Russia",
        print: " (organization banned in Russia)",
        style: "inline",
      },
    },
    words(" men left."),
  ]);
});

test("a name may lie over marks: half of it in italics, in a link", () => {
  const link: MarkJson = { type: "link", attrs: { href: "/a", title: null } };
  expect(printed(doc(paragraph(words("the Red "), words("Dawn", em), words(" men"))))).toBe(
    "the Red Dawn (organization banned in Russia) men",
  );
  expect(printed(doc(paragraph(words("Red", em), words(" Dawn men", link))))).toBe(
    "Red Dawn (organization banned in Russia) men",
  );
});

test("code is no prose", () => {
  expect(printed(doc(paragraph(words("run "), words("RDM", { type: "code" }), words(" RDM"))))).toBe(
    "run RDM RDM (organization banned in Russia)",
  );
});

test("a name ends with its block and goes over a hard break", () => {
  expect(printed(doc(paragraph(words("Red")), paragraph(words("Dawn"))))).toBe("Red\n\nDawn");
  expect(printed(doc(paragraph(words("Red"), { type: "hard_break" }, words("Dawn"))))).toBe(
    "Red\nDawn (organization banned in Russia)",
  );
});

test("headings begin sections", () => {
  const document = doc(
    paragraph(words("RDM RDM")),
    { type: "heading", attrs: { level: 2 }, content: [words("Next")] },
    paragraph(words("RDM RDM")),
  );
  expect(printed(document, { scope: "section" })).toBe(
    "RDM (organization banned in Russia) RDM\n\nNext\n\nRDM (organization banned in Russia) RDM",
  );
});

test("lists, tables and captions are labelled where they stand", () => {
  const cell = (text: string): NodeJson => ({
    type: "table_cell",
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraph(words(text))],
  });
  const document = doc(
    { type: "bullet_list", content: [{ type: "list_item", content: [paragraph(words("RDM"))] }] },
    { type: "table", content: [{ type: "table_row", content: [cell("NSIS"), cell("none")] }] },
    { type: "picture", attrs: { media: "m", alt: "RDM", credit: "" }, content: [words("RDM in May")] },
  );
  const B = " (organization banned in Russia)";
  expect(printed(document)).toBe(`RDM${B}\n\nNSIS${B}\n\nnone\n\nRDM${B} in May`);
  expect(printed(document, { surfaces: { ...surfaces, caption: false } })).toBe(
    `RDM${B}\n\nNSIS${B}\n\nnone\n\nRDM in May`,
  );
});

test("a body the policy leaves out has no labels", () => {
  expect(printed(doc(paragraph(words("RDM"))), { surfaces: { ...surfaces, body: false } })).toBe("RDM");
});

test("a quotation set off from the text has its label at its end, once", () => {
  const quotation: NodeJson = {
    type: "blockquote",
    attrs: { speaker: null, office: null, source: null },
    content: [paragraph(words("RDM came.")), paragraph(words("RDM left."))],
  };
  expect(printed(doc(quotation, paragraph(words("RDM"))))).toBe(
    "RDM came.\n\nRDM left. (organization banned in Russia)\n\nRDM (organization banned in Russia)",
  );
  expect(printed(doc({ type: "pull_quote", content: [words("RDM came")] }), { quotations: "inside" })).toBe(
    "RDM [organization banned in Russia] came",
  );
});

test("a note policy prints markers and a note for each", () => {
  const document = doc(paragraph(words("RDM, Al-Safa, RDM’s.")));
  expect(printed(document, { style: "note" })).toBe(
    "RDM*, Al-Safa**, RDM’s*.\n\n* organization banned in Russia\n** terrorist organization banned in Russia",
  );
});

test("an explanation covers the words and prints none", () => {
  const document = doc(paragraph(words("the “Red Dawn” men")));
  const copy = withLabels(document, mentionsIn(document, matcher), { ...everyInline, style: "abbr" }, TODAY);
  expect(copy.content[0]?.content?.[1]).toEqual({
    type: "label",
    attrs: {
      organisations: ["red-dawn"],
      wording: "organization banned in Russia",
      print: "",
      style: "abbr",
      covers: 8,
    },
  });
  expect(printed(document, { style: "abbr" })).toBe("the “Red Dawn” men");
});

test("a notice for the whole text stands at its end", () => {
  expect(printed(doc(paragraph(words("RDM and NSIS and RDM"))), { scope: "document" })).toBe(
    "RDM and NSIS and RDM\n\nRDM, NSIS — organization banned in Russia",
  );
});

const marked = (attrs: Partial<MentionAttrs>, text = "RDM’s") =>
  doc(paragraph(words("The "), words(text, mention(attrs)), words(" men; RDM.")));

test("what an author typed gives way to the register's words", () => {
  expect(printed(marked({ organisation: "red-dawn", typed }))).toBe(
    "The RDM’s (organization banned in Russia) men; RDM (organization banned in Russia).",
  );
  expect(printed(marked({ organisation: "red-dawn", typed }), { scope: "first" })).toBe(
    "The RDM’s (organization banned in Russia) men; RDM.",
  );
});

test("scope holds for a typed label too, when the register labels the name", () => {
  const document = doc(
    paragraph(words("RDM and "), words("RDM", mention({ organisation: "red-dawn", typed })), words(".")),
  );
  expect(printed(document, { scope: "first" })).toBe("RDM (organization banned in Russia) and RDM.");
});

test("a typed label prints as typed where the register prints nothing", () => {
  expect(printed(marked({ organisation: "red-dawn", typed }), {}, "2014-12-28")).toBe(
    "The RDM’s (banned in Russia) men; RDM.",
  );
  expect(printed(marked({ organisation: "red-dawn", typed }), { jurisdictions: [] })).toBe(
    "The RDM’s (banned in Russia) men; RDM.",
  );
  expect(printed(marked({ typed }, "Blue Ox"))).toBe(
    "The Blue Ox (banned in Russia) men; RDM (organization banned in Russia).",
  );
  expect(printed(marked({ typed }, "Blue Ox"), { scope: "document" })).toStartWith(
    "The Blue Ox (banned in Russia) men",
  );
  expect(printed(marked({ typed }, "Blue Ox"), { style: "note" })).toStartWith(
    "The Blue Ox (banned in Russia) men; RDM*.",
  );
});

test("no typed label prints where the policy is none", () => {
  expect(printed(marked({ typed }, "Blue Ox"), { scope: "none" })).toBe("The Blue Ox men; RDM.");
  expect(printed(marked({ organisation: "red-dawn", typed }), { scope: "none" })).toBe("The RDM’s men; RDM.");
});

test("a typed label of a name to ask about prints as typed", () => {
  expect(printed(marked({ typed }, "Aurumgram"))).toStartWith("The Aurumgram (banned in Russia) men");
});

test("an editor's word on one mention is obeyed", () => {
  expect(printed(marked({ organisation: "red-dawn", decision: "none" }))).toBe(
    "The RDM’s men; RDM (organization banned in Russia).",
  );
  expect(printed(marked({ organisation: "red-dawn", typed, decision: "none" }))).toBe(
    "The RDM’s men; RDM (organization banned in Russia).",
  );
  expect(printed(marked({ organisation: "aurum", decision: "label" }, "Aurumgram"))).toStartWith(
    "The Aurumgram (recognised as extremist in Russia) men",
  );
  expect(printed(marked({ organisation: "black-star-two", decision: "label" }, "Black Star"))).toStartWith(
    "The Black Star (undesirable organization) men",
  );
});

test("a name an author marked is a mention in any words", () => {
  expect(printed(marked({ organisation: "red-dawn" }, "dawn people"))).toStartWith(
    "The dawn people (organization banned in Russia) men",
  );
});

test("mentions tell the organisation, the name and where they stand in the plain text", () => {
  const document = doc(
    paragraph(words("x")),
    paragraph(words("The “Red Dawn” and "), words("Blue Ox", mention({ typed }))),
  );
  const found = mentionsIn(document, matcher).map(({ organisation, name, start, end }) => ({
    organisation,
    name,
    text: printPlain(document).text.slice(start, end),
  }));
  expect(found).toEqual([
    { organisation: "red-dawn", name: "Red Dawn", text: "Red Dawn”" },
    { organisation: null, name: "Blue Ox", text: "Blue Ox" },
  ]);
});

test("a document without mentions is itself", () => {
  const document = doc({ type: "paragraph" }, paragraph(words("No news.")), { type: "rule" });
  expect(withLabels(document, mentionsIn(document, matcher), everyInline, TODAY)).toBe(document);
  expect(withoutLabels(document)).toBe(document);
});

test("one line prints its labels apart, a note's in brackets", () => {
  expect(labelText("RDM’s day", matcher, { ...everyInline, style: "note" }, TODAY)).toEqual([
    { text: "RDM’s" },
    { text: " (organization banned in Russia)", label: { organisations: ["red-dawn"] } },
    { text: " day" },
  ]);
  expect(labelText("", matcher, everyInline, TODAY)).toEqual([{ text: "" }]);
  expect(labelText("RDM", matcher, { ...everyInline, scope: "none" }, TODAY)).toEqual([{ text: "RDM" }]);
});

test("under one notice for the whole text a line on its page prints none, and one that goes out alone labels each once", () => {
  const policy: EditionPolicy = { ...everyInline, scope: "document" };
  const line = (text: string, isUnderNotice: boolean) =>
    labelText(text, matcher, policy, TODAY, { isUnderNotice })
      .map(({ text }) => text)
      .join("");
  expect(line("RDM and RDM", true)).toBe("RDM and RDM");
  expect(line("RDM and RDM", false)).toBe("RDM (organization banned in Russia) and RDM");
});

test("the notice names what only the headline says", () => {
  const document = doc(paragraph(words("RDM left.")));
  const policy: EditionPolicy = { ...everyInline, scope: "document", notice: { place: "top", size: 150 } };
  const beside = mentionsInText("NSIS and RDM", matcher);
  const copy = withLabels(document, mentionsIn(document, matcher), policy, TODAY, beside);
  expect(printPlain(copy).text).toBe("RDM, NSIS — organization banned in Russia\n\nRDM left.");
  expect(withoutLabels(copy)).toEqual(document);
  const { notices, rest } = noticesApart(copy);
  expect(printHtml(notices)).toBe(
    '<p class="text-notice size-150" dir="auto"><span class="label" data-label="notice">RDM, NSIS — organization banned in Russia</span></p>',
  );
  expect(rest).toEqual(document);
});

const statement: NoticeRule = {
  on: "every",
  place: "top",
  size: 200,
  wording: { en: "Printed by Harbour Press.", ru: "Напечатано." },
  basis: "",
};

test("a statement on every text stands where its rule says, whatever else is labelled", () => {
  const document = doc(paragraph(words("No news.")));
  for (const scope of ["every", "none", "document"] as const)
    expect(printed(document, { scope, notices: [statement] })).toBe("Printed by Harbour Press.\n\nNo news.");
  expect(printed(document, { notices: [{ ...statement, place: "bottom" }] })).toBe(
    "No news.\n\nPrinted by Harbour Press.",
  );
  expect(printed(document, { surfaces: { ...surfaces, body: false }, notices: [statement] })).toContain("Harbour");
  const copy = withLabels(document, [], { ...everyInline, notices: [statement] }, TODAY);
  expect(printHtml(copy, { areSizesStyled: true })).toContain(
    '<p class="text-notice size-200" dir="auto" style="font-size: 200%">',
  );
});

test("a statement on texts that name somebody names them, and stands nowhere else", () => {
  const naming: NoticeRule = { ...statement, on: "naming", jurisdiction: "gb", wording: { en: "About {names}." } };
  const policy = { jurisdictions: [], notices: [naming] };
  expect(printed(doc(paragraph(words("RDM and NSIS."))), policy)).toBe("About RDM.\n\nRDM and NSIS.");
  expect(printed(doc(paragraph(words("NSIS."))), policy)).toBe("NSIS.");
  expect(printed(doc(paragraph(words("RDM."))), policy, "1990-01-01")).toBe("RDM.");
  const left = mention({ organisation: "red-dawn", decision: "none" });
  expect(printed(doc(paragraph(words("RDM", left))), policy)).toBe("RDM");
});

test("an edition's own words stand for a jurisdiction, and are known where somebody typed them", () => {
  const policy = { wording: { ru: "barred over there" } };
  expect(printed(doc(paragraph(words("RDM left."))), policy)).toBe("RDM (barred over there) left.");
  const copy = { matcher, policy: { ...everyInline, ...policy }, day: TODAY };
  const once = labelCopy("RDM left. NSIS.", copy).text;
  expect(once).toBe("RDM (barred over there) left. NSIS (barred over there).");
  expect(labelCopy(once, copy).text).toBe(once);
});

test("copy gets its statements once, and the names in them are no mentions", () => {
  const notices: NoticeRule[] = [
    { ...statement, on: "naming", jurisdiction: "ru", wording: { en: "About {names}." } },
    { ...statement, place: "bottom" },
  ];
  const label = (text: string) => labelCopy(text, { matcher, policy: { ...everyInline, notices }, day: TODAY });
  const once = label("RDM left.\n");
  expect(once.text).toBe("About RDM.\n\nRDM (organization banned in Russia) left.\n\nPrinted by Harbour Press.\n");
  expect(once.mentions).toMatchObject([{ name: "RDM", start: 0, end: 3 }]);
  expect(label(once.text).text).toBe(once.text);
  const html = label("<body><p>RDM left.</p></body>").text;
  expect(html).toBe(
    "<body><p>About RDM.</p><p>RDM (organization banned in Russia) left.</p><p>Printed by Harbour Press.</p></body>",
  );
  expect(label(html).text).toBe(html);
});
