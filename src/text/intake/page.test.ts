import { expect, test } from "bun:test";
import { Node } from "prosemirror-model";
import { documentSchema } from "#text/document/schema.ts";
import { type Intake, intake } from "./intake.ts";
import { passagesOf } from "./passages.ts";

const EDITION = { language: "en", dateOrder: "day-first", today: "2026-11-24" } as const;
const BAN = "organization banned in Russia";

const PARAGRAPHS = [
  "The Port Union plans to patrol the northern straits in the near future, Radio Nordwelle reported on March 29th.",
  `During the meeting in Tromsø, harbour ministers of the union agreed on more aid for the coastguard in fighting RDX (${BAN}).\u00a0 The aid will include new boats and a school for pilots.\u00a0 The Port Union’s Secretary General Marta Lindqvist argues that the decision answers requests of both the islands and the mainland.\u00a0 “We have agreed to plan a patrol that both the islands and the mainland have asked for,” \u00a0 Lindqvist said after the meeting.`,
  "Lindqvist did not say how many boats there will be, but Radio Nordwelle has information that several dozen could be sent.\u00a0 The patrol is scheduled to start in the middle of the year.",
  `Back in 1998, the union \u00a0 opened the straits to all ships. By 2004, most of its boats were sold. But in 2009 as a result of the great storm many crews lost their work. In 2012 a band calling itself RDX (${BAN}) appeared on the outer islands. The core of the RDX (${BAN}) were former pilots.`,
  `The coastguard failed to stop RDX (${BAN}). As a result of RDX’s (${BAN}) quick growth, in 2015 the union began to watch the straits.`,
];
const TAIL = [
  "Source: Fjord News Agency",
  "Leave a Reply",
  "Your email address will not be published.",
  "",
  "fourteen − 9 =",
  "Loading Facebook Comments ...",
];
const HEAD = ["Port Union’s new patrol in the north", "30.03.2018, Tromso."];

const plain = [...HEAD, ...PARAGRAPHS, ...TAIL].join("\n\n");
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${HEAD[0]} | Fjord News</title><style>p{}</style></head><body>
<nav><a href="/">Home</a></nav><article><h1>${HEAD[0]}</h1>${[HEAD[1], ...PARAGRAPHS, TAIL[0]].map((text) => `<p>${text}</p>`).join("\n")}</article>
<div id="respond"><h3>Leave a Reply</h3><form action="/x"><p>Your email address will not be published.</p><p><label>fourteen − 9 =</label> <input></p></form></div>
<div class="fb"><script>boom()</script>Loading Facebook Comments ...</div></body></html>`;
const markdown = `# ${HEAD[0]}\n\n${[HEAD[1], ...PARAGRAPHS].join("\n\n")}\n\nSource: Fjord News Agency\n\n## Leave a Reply\n\nYour email address will not be published.\n\nfourteen − 9 =\n\nLoading Facebook Comments ...\n`;
const wrapped = plain.replaceAll(/(.{1,70})(?: |$)/gm, "$1\n").replaceAll(/\n{3,}/g, "\n\n");

const PAGES: readonly (readonly [form: string, text: string])[] = [
  ["as plain text", plain],
  ["with the line ends of Windows", plain.replaceAll("\n", "\r\n")],
  ["with straight marks", plain.replaceAll(/[“”]/g, '"').replaceAll("’", "'")],
  ["with wide spaces", plain.replaceAll(" ", " \u00a0 ")],
  ["without empty lines", plain.replaceAll(/\n+/g, "\n")],
  ["wrapped by hand", wrapped],
  ["as an HTML page", html],
  ["as Markdown", markdown],
];

for (const [form, text] of PAGES) {
  test(`a page with every trait of real copy gives its structure ${form}`, () => {
    const found = intake({ text }, EDITION);
    expect(found.headline.replaceAll("'", "’")).toBe("Port Union’s new patrol in the north");
    expect(found.dateline).toEqual({ place: "Tromso", date: "2018-03-30" });
    expect(found.origin).toEqual({ name: "Fjord News Agency", url: null });
    expect(found.language).toBe("en");
    expect(found.attributions.map(({ outlet, date }) => [outlet, date])).toEqual([
      ["Radio Nordwelle", "2018-03-29"],
      ["Radio Nordwelle", null],
    ]);
    expect(found.quotations.map(({ text, speaker }) => [text, speaker])).toEqual([
      ["We have agreed to plan a patrol that both the islands and the mainland have asked for", "Marta Lindqvist"],
    ]);
    expect(found.events.map(({ date }) => date)).toEqual(["1998", "2004", "2009", "2012", "2015"]);
    expect(found.forward).toContainEqual({
      sentence: "The patrol is scheduled to start in the middle of the year.",
      from: "2018-06-01",
      to: "2018-07-31",
    });
    expect(found.forward.length).toBeGreaterThanOrEqual(2);
    expect(found.mentions.map(({ name, typed }) => [name, typed])).toEqual(
      Array.from({ length: 5 }, () => ["RDX", BAN]),
    );
    expect(new Set<string>(found.dropped.map(({ kind }) => kind))).toEqual(
      new Set(["reply-form", "challenge", "social", ...(form === "as an HTML page" ? ["navigation"] : [])]),
    );
    expect(found.dropped).toContainEqual({ kind: "challenge", text: "fourteen − 9 =" });
    expect(found.findings.filter(({ severity }) => severity === "block")).toEqual([]);
    expect(wordsOf(found)).not.toMatch(/banned|Reply|Facebook|Tromso\.|Fjord News|boom/);
    expect(found.document.content).toHaveLength(5);
  });
}

test("the body is a document of the schema, and typed labels give the copy back", () => {
  const found = intake({ text: plain }, EDITION);
  Node.fromJSON(documentSchema, found.document).check();
  expect(asTyped(found)).toBe(PARAGRAPHS.join("\n\n").replaceAll(/[ \u00a0]+/g, " "));
});

test("the possessive lies within the mention, its label outside the body", () => {
  const found = intake({ text: plain }, EDITION);
  const marked = found.document.content.flatMap(({ content = [] }) =>
    content.filter(({ marks = [] }) => marks.some(({ type }) => type === "mention")).map(({ text }) => text),
  );
  expect(marked).toEqual(["RDX", "RDX", "RDX", "RDX", "RDX’s"]);
});

function wordsOf({ document }: Intake): string {
  return passagesOf(document)
    .map(({ text }) => text)
    .join("\n\n");
}

/** The body with each mention followed by the label its author typed. */
function asTyped({ document }: Intake): string {
  return passagesOf(document)
    .map(({ text, marked }) =>
      marked
        .filter(({ mark }) => mark.type === "mention")
        .sort((a, b) => b.end - a.end)
        .reduce((said, { end, mark }) => `${said.slice(0, end)}${typedOf(mark.attrs)}${said.slice(end)}`, text),
    )
    .join("\n\n");
}

function typedOf(attrs: Readonly<Record<string, unknown>> | undefined): string {
  const typed = attrs?.["typed"];
  return typed && typeof typed === "object" && "as" in typed ? String(typed.as) : "";
}
