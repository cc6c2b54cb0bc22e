/** Lines of a body and the HTML they are printed as. The rule's name is its sentence. */
import { textNode } from "#text/document/nodes.ts";
import type { MarkJson, NodeJson } from "#text/document/schema.ts";

export type PrintedCase = { readonly rule: string; readonly line: readonly NodeJson[]; readonly html: string };

const link: MarkJson = { type: "link", attrs: { href: "https://x.example/a", title: null } };
const cited = (source: string): MarkJson => ({ type: "citation", attrs: { source } });
const said: MarkJson = { type: "quotation", attrs: { speaker: "Mira Holt", office: "harbour master", source: null } };
const event = (date: string): MarkJson => ({ type: "event", attrs: { date, precision: "year" } });
const mention: MarkJson = { type: "mention", attrs: { organisation: "nrf", typed: null, decision: null } };
const strong: MarkJson = { type: "strong" };
const em: MarkJson = { type: "em" };

const t = (text: string, ...marks: readonly MarkJson[]) => textNode(text, marks);
const label = (attrs: Readonly<Record<string, unknown>>): NodeJson => ({
  type: "label",
  attrs: { organisations: ["nrf"], wording: "banned", print: " (banned)", style: "inline", ...attrs },
});

/** Printed with sources `s1` and `s2` numbered 1 and 2, and organisations `nrf` and `sdg` with pages. */
export const printedCases: readonly PrintedCase[] = [
  { rule: "signs of HTML are words", line: [t("<b> & \"'")], html: "&lt;b&gt; &amp; &quot;&#39;" },
  {
    rule: "marks of one stretch are one element",
    line: [t("a", strong), t("b", strong, em), t("c", em)],
    html: "<strong>a<em>b</em></strong><em>c</em>",
  },
  {
    rule: "a link keeps its address and title",
    line: [t("a", { type: "link", attrs: { href: "/en/x?a=1&b=2", title: 'T "q"' } })],
    html: '<a href="/en/x?a=1&amp;b=2" title="T &quot;q&quot;">a</a>',
  },
  {
    rule: "a stored link to a script is words",
    line: [t("a", { type: "link", attrs: { href: "javascript:alert(1)", title: null } })],
    html: "a",
  },
  {
    rule: "cited words link to their source and show its number once",
    line: [t("The port is open", cited("s1")), t(".")],
    html: '<a class="citation" href="#source-1" data-number="1">The port is open</a>.',
  },
  {
    rule: "a citation goes on through other marks",
    line: [t("The ", cited("s1")), t("port", cited("s1"), strong), t(" is open.", cited("s1"))],
    html: '<a class="citation" href="#source-1" data-number="1">The <strong>port</strong> is open.</a>',
  },
  {
    rule: "a citation is broken by a link, and its number stands at its end",
    line: [t("The ", cited("s1")), t("port", link, cited("s1")), t(" is open.", cited("s1"))],
    html: '<a class="citation" href="#source-1">The </a><a href="https://x.example/a">port</a><a class="citation" href="#source-1" data-number="1"> is open.</a>',
  },
  {
    rule: "a citation that ends with a link shows its number after it",
    line: [t("See ", cited("s1")), t("this", link, cited("s1"))],
    html: '<a class="citation" href="#source-1">See </a><a href="https://x.example/a">this</a><a class="citation" href="#source-1" data-number="1" aria-label="Source 1"></a>',
  },
  {
    rule: "words that rest on two sources show both numbers",
    line: [t("Open", cited("s1"), cited("s2")), t(".")],
    html: '<a class="citation" href="#source-1" data-number="1">Open</a><a class="citation" href="#source-2" data-number="2" aria-label="Source 2"></a>.',
  },
  { rule: "a source without a number leaves plain words", line: [t("Open", cited("s9"))], html: "Open" },
  {
    rule: "two sentences of two sources are two citations",
    line: [t("One.", cited("s1")), t(" "), t("Two.", cited("s2"))],
    html: '<a class="citation" href="#source-1" data-number="1">One.</a> <a class="citation" href="#source-2" data-number="2">Two.</a>',
  },
  {
    rule: "a quotation keeps its marks, and its speaker out of the text",
    line: [t("“Open,”", said), t(" she said.")],
    html: '<span class="quotation" data-speaker="Mira Holt" data-office="harbour master">“Open,”</span> she said.',
  },
  {
    rule: "a quotation in a cited sentence stands inside it",
    line: [t("“Open,”", cited("s1"), said), t(" she said.", cited("s1"))],
    html: '<a class="citation" href="#source-1" data-number="1"><span class="quotation" data-speaker="Mira Holt" data-office="harbour master">“Open,”</span> she said.</a>',
  },
  {
    rule: "a date of background is a time",
    line: [t("In "), t("2003", event("2003")), t(".")],
    html: 'In <time class="event" datetime="2003">2003</time>.',
  },
  {
    rule: "a date HTML does not know is no time",
    line: [t("then", event("around 2003"))],
    html: '<span class="event">then</span>',
  },
  {
    rule: "a thirteenth month is no time",
    line: [t("then", event("2003-13"))],
    html: '<span class="event">then</span>',
  },
  { rule: "a mention is plain words", line: [t("NRF’s", mention), t(" men")], html: "NRF’s men" },
  {
    rule: "a label links its words to the organisation, and the space stands outside",
    line: [t("NRF"), label({}), t(" said")],
    html: 'NRF<span class="label" data-label="inline"> (<a href="/en/labels/nrf">banned</a>)</span> said',
  },
  {
    rule: "a label of an organisation without a page is words",
    line: [t("NRF"), label({ organisations: [], style: "typed" })],
    html: 'NRF<span class="label" data-label="typed"> (banned)</span>',
  },
  {
    rule: "a label in square brackets keeps them",
    line: [t("NRF"), label({ print: " [banned]" })],
    html: 'NRF<span class="label" data-label="inline"> [<a href="/en/labels/nrf">banned</a>]</span>',
  },
  {
    rule: "the wordings of two organisations link to two pages",
    line: [t("NRF"), label({ organisations: ["nrf", "sdg"], wording: "banned; listed", print: " (banned; listed)" })],
    html: 'NRF<span class="label" data-label="inline"> (<a href="/en/labels/nrf">banned</a>; <a href="/en/labels/sdg">listed</a>)</span>',
  },
  {
    rule: "a label in a cited sentence brings its own link and does not end the citation",
    line: [t("NRF", cited("s1")), label({}), t(" said.", cited("s1"))],
    html: '<a class="citation" href="#source-1">NRF</a><span class="label" data-label="inline"> (<a href="/en/labels/nrf">banned</a>)</span><a class="citation" href="#source-1" data-number="1"> said.</a>',
  },
  {
    rule: "a label inside a quotation belongs to it",
    line: [t("“NRF", said), label({ print: " [banned]" }), t(" left.”", said)],
    html: '<span class="quotation" data-speaker="Mira Holt" data-office="harbour master">“NRF<span class="label" data-label="inline"> [<a href="/en/labels/nrf">banned</a>]</span> left.”</span>',
  },
  {
    rule: "an abbreviation's label explains as many words as it covers",
    line: [t("The Northern "), t("Front", em), label({ style: "abbr", print: "", covers: 14 }), t(" said")],
    html: 'The <abbr title="banned">Northern <em>Front</em></abbr> said',
  },
  {
    rule: "an abbreviation's label without a measure explains the mention",
    line: [t("The "), t("Northern Front", mention), label({ style: "abbr", print: "" })],
    html: 'The <abbr title="banned">Northern Front</abbr>',
  },
  {
    rule: "an abbreviation's label explains one word where nothing is marked",
    line: [t("The NRF"), label({ style: "abbr", print: "" })],
    html: 'The <abbr title="banned">NRF</abbr>',
  },
  {
    rule: "a marker without a note is its sign",
    line: [t("NRF"), label({ style: "note", print: "*" })],
    html: 'NRF<span class="label" data-label="note">*</span>',
  },
  { rule: "a line break is one", line: [t("a"), { type: "hard_break" }, t("b")], html: "a<br>b" },
  {
    rule: "hostile words of a label stay words",
    line: [label({ wording: "<img src=x onerror=alert(1)>", print: " (<img src=x onerror=alert(1)>)" })],
    html: '<span class="label" data-label="inline"> (<a href="/en/labels/nrf">&lt;img src=x onerror=alert(1)&gt;</a>)</span>',
  },
];
