import { expect, test } from "bun:test";
import { type XmlEvent, XmlProblem, xmlEvents } from "./xml.ts";

async function* cut(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function eventsOf(text: string, length = text.length || 1): Promise<XmlEvent[]> {
  const all: XmlEvent[] = [];
  for await (const some of xmlEvents(cut(text, length), { longestPiece: 4096, mostLevels: 8 })) all.push(...some);
  return all;
}

/** Text joined where a cut has parted it. */
function told(events: readonly XmlEvent[]): string {
  return events
    .map((event) => (event.kind === "open" ? `<${event.name}>` : event.kind === "close" ? "/" : event.text))
    .join("");
}

async function problemOf(
  text: string,
): Promise<{ readonly what: string; readonly line: number; readonly column: number }> {
  try {
    await eventsOf(text);
  } catch (cause) {
    if (cause instanceof XmlProblem) return { what: cause.what, line: cause.line, column: cause.column };
    throw cause;
  }
  throw new Error(`nothing is wrong with ${text}`);
}

const WHOLE = `\ufeff<?xml version="1.0"?>
<!-- a > b -->
<a xmlns:w="urn:w" quote='"' greater="x > y">
  <w:b none="">&lt;i&gt; &amp; &#x42f;</w:b><![CDATA[<b>]] ]]><![CDATA[>]]>
  <c/>
</a>
`;

test("a document says the same whatever it is cut into", async () => {
  const whole = told(await eventsOf(WHOLE));
  expect(whole).toBe("<a>\n  <w:b><i> & Я/<b>]] >\n  <c>/\n/");
  for (const length of [1, 2, 3, 5, 7, 11]) expect(told(await eventsOf(WHOLE, length))).toBe(whole);
});

test("an element has its attributes, its namespace and its place", async () => {
  const opened = (await eventsOf(WHOLE)).filter((event) => event.kind === "open");
  expect(opened.map(({ local, space, line, column }) => [local, space, line, column])).toEqual([
    ["a", undefined, 3, 1],
    ["b", "urn:w", 4, 3],
    ["c", undefined, 5, 3],
  ]);
  expect(opened[0]?.attributes).toMatchObject({ quote: '"', greater: "x > y" });
  expect(opened[1]?.attributes).toEqual({ none: "" });
});

test.each([
  ["a tag that closes another", "<a>\n  <b></a>", "closes <a>, which is not open there", 2, 6],
  ["an end that does not come", "<a>\n<b>words", "ends in the middle: <b> is never closed", 2, 9],
  ["an end in a tag", '<a>\n<b one="', 'ends in the middle of <b one="', 2, 1],
  ["two roots", "<a/>\n<b/>", "goes on after its end", 2, 1],
  ["words after the end", "<a/>\nwords", "goes on after its end", 1, 5],
  ["an entity nobody declared", "<a>one\ntwo &nbsp; three</a>", "has an entity nobody has declared: &nbsp;", 2, 5],
  ["half a pair of a character", "<a>&#xD800;</a>", "has an entity nobody has declared: &#xD800;", 1, 4],
  ["a sign for itself", "<a>fish & chips</a>", "has an entity nobody has declared: & chips", 1, 9],
  ["an attribute that comes twice", '<a b="1" b="2"/>', 'says b twice in a tag: <a b="1" b="2"/>', 1, 1],
  ["an attribute without quotation marks", "<a b=1></a>", "has a tag that cannot be read: <a b=1>", 1, 1],
  ["an end of CDATA without its beginning", "<a>words ]]></a>", "has ]]> where no CDATA is open", 1, 10],
  ["too many levels", "<a>".repeat(9), "is more than 8 levels deep", 1, 25],
  ["nothing", "  \n", "is empty", 1, 1],
  ["no XML", "Dear editor,", "is not XML", 1, 1],
])("%s is refused with its line and column", async (_, text, what, line, column) => {
  expect(await problemOf(text)).toEqual({ what, line, column });
});

test.each([
  ["an entity of its own", '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
  ["an external entity", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ["another file for its type", '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>'],
])("a file with %s is refused before anything of it is read", async (_, text) => {
  expect((await problemOf(text)).what).toContain("has a document type");
});

test("a piece without end is refused when it is too long, and not looked through again and again", async () => {
  let handedOver = 0;
  async function* endless() {
    yield "<a><![CDATA[";
    for (;;) {
      handedOver += 1;
      yield "x".repeat(1024);
    }
  }
  const reading = async () => {
    for await (const _ of xmlEvents(endless(), { longestPiece: 8 * 1024 })) handedOver += 0;
  };
  expect(reading()).rejects.toThrow("has a piece longer than 0 MB");
  await reading().catch(() => undefined);
  expect(handedOver).toBeLessThan(20);
});
