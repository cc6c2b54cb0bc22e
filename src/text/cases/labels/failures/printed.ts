/** Known failures that show only where labelled copy is printed, searched, counted or compared. The register is `MISTAKEN`. */

export const TOLD_BY_PRINT = {
  surfaces:
    "a headline, a standfirst, an alternative text or a push message goes without, or has a marker nobody can follow",
  data: "a subscriber elsewhere cannot tell labels from words",
  readers: "whoever listens to a page cannot tell a label from the text",
  search: "search and quotations find the words of labels, or miss what labels divide",
  count: "labels count as words of the author",
  difference: "another policy looks like an edit of the story",
} as const;

const K = "banned in Karvia";

type Style = "inline" | "note" | "abbr";
type Scope = "every" | "first" | "section" | "document" | "none";

/** One line that stands by itself, as any style prints it. */
export const surfaces: readonly {
  readonly line: string;
  readonly style: Style;
  readonly scope: Scope;
  readonly printed: string;
}[] = [
  { line: "Lorn Host Takes the Isle", style: "inline", scope: "every", printed: `Lorn Host (${K}) Takes the Isle` },
  { line: "Lorn Host Takes the Isle", style: "note", scope: "every", printed: `Lorn Host (${K}) Takes the Isle` },
  { line: "Lorn Host Takes the Isle", style: "abbr", scope: "every", printed: `Lorn Host (${K}) Takes the Isle` },
  { line: "Lorn Host Takes the Isle", style: "inline", scope: "none", printed: "Lorn Host Takes the Isle" },
  { line: "LORN HOST AGAIN", style: "note", scope: "every", printed: `LORN HOST (${K}) AGAIN` },
  { line: "LHOI and Lorn Host: one", style: "inline", scope: "first", printed: `LHOI (${K}) and Lorn Host: one` },
  {
    line: "Men of the Lorn Host on a pier",
    style: "note",
    scope: "first",
    printed: `Men of the Lorn Host (${K}) on a pier`,
  },
  { line: "#LornHost and @LHOI", style: "inline", scope: "every", printed: "#LornHost and @LHOI" },
];

/** Whose the labels of a text are, in order, as the data of its document tells. */
export const data: readonly {
  readonly text: string;
  readonly organisations: readonly string[];
  readonly wordings: readonly string[];
}[] = [
  { text: "The Lorn Host left.", organisations: ["lorn"], wordings: [K] },
  { text: "TIDE met LHOI.", organisations: ["tide", "lorn"], wordings: [K, K] },
  { text: "The Lorn Host Relief Committee met.", organisations: ["relief"], wordings: [K] },
  { text: "He reads Lornbook.", organisations: ["lorn"], wordings: [`owned by Lorn Host, ${K}`] },
  { text: "Nobody came.", organisations: [], wordings: [] },
];

/** The HTML of a paragraph: a label is an element of its own, and an explanation its words' own. */
export const readers: readonly { readonly text: string; readonly style: Style; readonly html: string }[] = [
  {
    text: "The Lorn Host left.",
    style: "inline",
    html: `<p>The Lorn Host<span class="label" data-label="inline"> (${K})</span> left.</p>`,
  },
  { text: "The Lorn Host left.", style: "abbr", html: `<p>The <abbr title="${K}">Lorn Host</abbr> left.</p>` },
  {
    text: "LHOI left.",
    style: "note",
    html: '<p>LHOI<span class="label" data-label="note"><a class="note-marker" id="note-1-marker" href="#note-1" aria-label="Note 1">*</a></span> left.</p>',
  },
  { text: "A tide came.", style: "inline", html: "<p>A tide came.</p>" },
];

/** A phrase that labels divide in print is whole in what is searched and quoted, and their words are not in it. */
export const search: readonly { readonly text: string; readonly phrase: string }[] = [
  { text: "The Lorn Host left the isle.", phrase: "Lorn Host left" },
  { text: "They said TIDE met LHOI there.", phrase: "TIDE met LHOI there" },
  { text: "“Lorn Host is near,” he said.", phrase: "near,” he said" },
  { text: "Two lornites spoke.", phrase: "lornites spoke" },
  { text: "The Guests’ Lodge closed.", phrase: "Lodge closed" },
];

/** How many words the author wrote. */
export const count: readonly { readonly text: string; readonly style: Style; readonly words: number }[] = [
  { text: "The Lorn Host left the isle.", style: "inline", words: 6 },
  { text: "TIDE met LHOI.", style: "note", words: 3 },
  { text: "TIDE met LHOI.", style: "abbr", words: 3 },
  { text: "Two lornites spoke of the Lorn Host of the Outer Isles.", style: "inline", words: 11 },
];

/** Two policies print one text differently, and the story is the same. */
export const difference: readonly { readonly text: string; readonly one: Style; readonly other: Style }[] = [
  { text: "The Lorn Host left the isle.", one: "inline", other: "note" },
  { text: "The Lorn Host left the isle.", one: "note", other: "abbr" },
  { text: "“Lorn Host is near,” he said.", one: "inline", other: "note" },
  { text: "TIDE met LHOI and the Lorn Host.", one: "abbr", other: "inline" },
];
