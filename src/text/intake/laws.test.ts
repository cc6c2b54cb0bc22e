import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { Node } from "prosemirror-model";
import { cases } from "#test/properties.ts";
import { documentSchema } from "#text/document/schema.ts";
import { type Format, type Intake, intake } from "./intake.ts";
import { passagesOf } from "./passages.ts";

const EDITION = { language: "en", dateOrder: "day-first", today: "2026-11-24" } as const;
const BAN = "organization banned in Russia";

const NAMES = ["Ingrid Dahl", "Oleg Demin", "Marta Lindqvist"];
const sentence = fc.oneof(
  fc.constantFrom(
    "The ferry left port at six.",
    "Back in 2003, the line was opened.",
    "The line will open in 2031, Radio Fjord reported on February 15th.",
    "They met RDX’s (organization banned in Russia) envoys.",
    "Members of Red Dawn (organization banned in Russia) left.",
    "Leave a reply to the ministry, the notice said.",
    "Паром вышел из порта в 2014 году.",
    "He paid $2,003 for room 2014.",
    "The U.S. envoy J. Holm came at 5 p.m. on May 5.",
    "“Odd, unclosed words stood here.",
    "5 + 3 is not = nine here.",
  ),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom("captain", "minister"))
    .map(([name, office]) => `“We sail at dawn,” ${office} ${name} said.`),
  fc.lorem({ maxCount: 9 }).map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`),
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const furniture = fc.constantFrom(
  "Leave a Reply",
  "seventeen − 16 =",
  "Loading Facebook Comments ...",
  "Share this:",
  "Advertisement",
  "Home » World » Ferries",
);
const story = fc.record({
  headline: fc.constantFrom("Ferry leaves port", "Who will sail the ferry?", "Storm over the islands"),
  dateline: fc.constantFrom("16.02.2018, Bergen.", "Bergen, 16 February 2018"),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
  furniture: fc.array(furniture, { maxLength: 4 }),
  source: fc.constantFrom("", "Source: Fjord News"),
});
const copyOf = (
  one: {
    headline: string;
    dateline: string;
    paragraphs: readonly string[];
    furniture: readonly string[];
    source: string;
  },
  gap = "\n\n",
) =>
  [one.headline, one.dateline, ...one.paragraphs, one.source, ...one.furniture].filter((part) => part !== "").join(gap);

const format = fc.constantFrom<Format | undefined>(undefined, "text", "html", "markdown");
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "“",
        "”",
        "«",
        "»",
        '"',
        "‘",
        "’",
        "(",
        ")",
        "*",
        "* ",
        " — ",
        "2014",
        "31.02.2018",
        ", ",
        "said",
        "сказал",
        "Oslo",
        "ISIL",
        BAN,
        "\n",
        "\n\n",
        "<p>",
        "</p>",
        "<form>",
        "# ",
        "16.02.2018, Bergen.",
        "Source: X",
        "Dr.",
        ".",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);

function read(text: string, as?: Format): Intake {
  return intake(as ? { text, format: as } : { text }, EDITION);
}

test("no copy makes intake throw, and every body is a document of the schema", () => {
  fc.assert(
    fc.property(anyText, format, (text, as) => {
      Node.fromJSON(documentSchema, read(text, as).document).check();
    }),
    cases(400),
  );
});

test("no word of a story is lost: what is kept and what is dropped cover the copy", () => {
  fc.assert(
    fc.property(story, (one) => {
      const found = read(copyOf(one));
      const out = words(
        [
          found.headline,
          found.standfirst,
          ...typedBody(found),
          ...found.dropped.map(({ text }) => text),
          "Source",
          found.origin?.name ?? "",
          one.dateline,
        ].join(" "),
      );
      for (const [word, count] of words(copyOf(one)))
        expect([word, out.get(word) ?? 0]).toEqual([word, Math.max(count, out.get(word) ?? 0)]);
    }),
    cases(150),
  );
});

test("no word of any text is lost where nothing became a field", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const found = read(text, "text");
      if (
        found.dateline ||
        found.origin ||
        found.findings.some(({ code }) => code.startsWith("dateline-impossible")) ||
        found.mentions.length > 0
      )
        return;
      const out = words(
        [found.headline, found.standfirst, ...typedBody(found), ...found.dropped.map((one) => one.text)].join(" "),
      );
      for (const [word, count] of words(
        text.replaceAll(/[\p{Cc}\ufeff\p{Cs}]+/gu, (signs) => (/\s/.test(signs) ? " " : "")),
      ))
        expect([word, (out.get(word) ?? 0) >= count]).toEqual([word, true]);
    }),
    cases(300),
  );
});

test("the story printed as plain copy and taken in again is the same story", () => {
  fc.assert(
    fc.property(story, (one) => {
      const first = read(copyOf(one));
      const again = read(
        [
          first.headline,
          `${first.dateline?.place}, 16 February 2018`,
          ...typedBody(first),
          first.origin ? `Source: ${first.origin.name}` : "",
        ].join("\n\n"),
      );
      expect({ ...again, dropped: [], findings: [] }).toEqual({ ...first, dropped: [], findings: [] });
    }),
    cases(100),
  );
});

test("line ends, indentation and wide spaces change nothing", () => {
  fc.assert(
    fc.property(story, (one) => {
      const first = read(copyOf(one));
      expect(read(copyOf(one, "\r\n\r\n"))).toEqual(first);
      expect(read(copyOf(one, "  \n \n\n").replaceAll(" ", "  "))).toEqual(first);
    }),
    cases(60),
  );
});

test("scripts and handlers of a hostile page never reach the document", () => {
  const found = read(
    '<h1>Ferry leaves port</h1><p onclick="x()">The ferry <a href="javascript:x()">left</a><img src=x onerror=x()> port.</p><script>x()</script><style>p{}</style><iframe srcdoc="<script>x()</script>"></iframe><svg onload=x()><script>x()</script></svg>',
  );
  expect(JSON.stringify(found)).not.toMatch(/x\(\)|javascript|onerror|p\{\}/);
  expect(typedBody(found)).toEqual(["The ferry left port."]);
});

const BIG: readonly (readonly [what: string, text: () => string, check: (found: Intake) => void])[] = [
  [
    "ten thousand labelled names in one paragraph",
    () =>
      `Ferry leaves port\n\n16.02.2018, Bergen.\n\n${"They met RDX (organization banned in Russia) at sea. ".repeat(10_000)}`,
    (found) => expect(found.mentions).toHaveLength(10_000),
  ],
  [
    "one line of five megabytes",
    () => `Ferry leaves port\n\n${"The ferry left port and came back and left again ".repeat(100_000)}`,
    (found) => expect(found.document.content).toHaveLength(1),
  ],
  [
    "a hundred thousand marks",
    () => `Ferry leaves port\n\n${'"a" “b ” (c) «d» '.repeat(20_000)}`,
    (found) => expect(found.quotations).toEqual([]),
  ],
  [
    "thirty thousand short lines",
    () => `Ferry leaves port\n\n${"The ferry left.\n".repeat(30_000)}`,
    (found) => expect(found.headline).toBe("Ferry leaves port"),
  ],
  [
    "fifty thousand nested blocks",
    () => `<h1>Ferry leaves port</h1>${"<div>".repeat(50_000)}The ferry left port at six.`,
    (found) => expect(typedBody(found)).toEqual(["The ferry left port at six."]),
  ],
  [
    "half a million opening brackets",
    () => `Ferry leaves port\n\n${"(".repeat(500_000)}`,
    (found) => expect(found.mentions).toEqual([]),
  ],
  [
    "a long number",
    () => `Ferry leaves port\n\n${"2014".repeat(200_000)} ${"16.02.".repeat(50_000)}`,
    (found) => expect(found.events).toEqual([]),
  ],
  [
    "a name of two hundred thousand capitals",
    () => `Ferry leaves port\n\n${"Red ".repeat(200_000)}said on Monday.`,
    (found) => expect(found.quotations).toEqual([]),
  ],
];

// What reads the same text over and over does not come to its end before the runner gives up.
const GIVEN_UP_AFTER_MS = 60_000;

for (const [what, text, check] of BIG) {
  test(`${what} are read to the end`, () => check(read(text())), GIVEN_UP_AFTER_MS);
}

function words(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function typedBody({ document }: Intake): string[] {
  return passagesOf(document).map(({ text, marked }) =>
    marked
      .filter(({ mark }) => mark.type === "mention")
      .sort((a, b) => b.end - a.end)
      .reduce((said, { end, mark }) => `${said.slice(0, end)}${typedOf(mark.attrs)}${said.slice(end)}`, text),
  );
}

function typedOf(attrs: Readonly<Record<string, unknown>> | undefined): string {
  const typed = attrs?.["typed"];
  return typed && typeof typed === "object" && "as" in typed ? String(typed.as) : "";
}
