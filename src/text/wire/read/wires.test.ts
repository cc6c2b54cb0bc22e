import { expect, test } from "bun:test";
import { intakeOf, NO_COPY } from "../copy.ts";
import { readPlainFile } from "./plain-file.ts";
import { readWire, readWireText } from "./wire.ts";

const EDITION = { language: "en", dateOrder: "day-first", today: "2026-11-26" } as const;

function only(text: string) {
  const read = readWireText(text);
  if ("problem" in read) throw new Error(read.problem);
  expect(read.items.length).toBe(1);
  const [first] = read.items;
  if (!first) throw new Error("nothing was read");
  return { format: read.format, ...first };
}

test("NewsML 1.2 is read with its revision, its status and its body", () => {
  const copy =
    only(`<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "http://example.org/NewsML_1.2.dtd" [<!ENTITY % x "y">]>
<NewsML><NewsEnvelope><DateAndTime>20261126T100000Z</DateAndTime></NewsEnvelope><NewsItem xml:lang="en">
<Identification><NewsIdentifier><ProviderId>press.example</ProviderId><DateId>20261126</DateId><NewsItemId>STRAIT-1</NewsItemId>
<RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:press.example:20261126:STRAIT-1:2N</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261126T090000Z</FirstCreated><ThisRevisionCreated>20261126T100000+0300</ThisRevisionCreated>
<Status FormalName="Usable"/><Urgency FormalName="3"/><Instruction FormalName="Rectify"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferries &amp; fog</HeadLine><ByLine>By Ann Bell</ByLine><CopyrightLine>© Press</CopyrightLine></NewsLines>
<DescriptiveMetadata><Language FormalName="en-GB"/></DescriptiveMetadata>
<ContentItem><DataContent><p>Fog stopped the ferries.</p><p>They wait.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`);
  expect(copy).toMatchObject({
    format: "newsml-1",
    id: "urn:newsml:press.example:20261126:STRAIT-1",
    version: 2,
    status: "usable",
    signal: "correction",
    urgency: 3,
    language: "en-GB",
    headline: "Ferries & fog",
    authors: ["Ann Bell"],
    provider: "press.example",
    versionCreated: new Date("2026-11-26T07:00:00Z"),
    body: { format: "html", words: "<p>Fog stopped the ferries.</p><p>They wait.</p>" },
  });
});

const PHOTO = `<NewsComponent><Role FormalName="Supporting"/><NewsLines><HeadLine>Quay</HeadLine><ByLine>By Ann Bell</ByLine><RightsLine>No archive</RightsLine></NewsLines>
<NewsComponent><Role FormalName="Quicklook"/><ContentItem Href="small.jpg"><MediaType FormalName="Photo"/><Characteristics><SizeInBytes>900</SizeInBytes></Characteristics></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="HighRes"/><ContentItem Href="quay one.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/><Characteristics><SizeInBytes>90000</SizeInBytes></Characteristics></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>The quay at dawn</p></DataContent></ContentItem></NewsComponent></NewsComponent>`;
const NAMED: readonly (readonly [format: string, text: string])[] = [
  [
    "newsml-1",
    `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferries</HeadLine></NewsLines><NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>They sail.</p></DataContent></ContentItem></NewsComponent>${PHOTO}</NewsComponent></NewsItem></NewsML>`,
  ],
  [
    "nitf",
    '<nitf><body><body.head><hedline><hl1>Ferries</hl1></hedline></body.head><body.content><p>They sail.</p><media media-type="image"><media-reference source="./quay one.jpg" mime-type="image/jpeg"/><media-caption>The quay at dawn</media-caption><media-producer>Ann Bell</media-producer></media></body.content></body></nitf>',
  ],
  [
    "ninjs",
    JSON.stringify({
      uri: "urn:a",
      headline: "Ferries",
      body_text: "They sail.",
      associations: {
        a: {
          type: "picture",
          description_text: "The quay at dawn",
          byline: "Ann Bell",
          renditions: { main: { href: "quay one.jpg", mimetype: "image/jpeg" } },
        },
      },
    }),
  ],
  [
    "newsml-g2",
    '<newsMessage><itemSet><newsItem guid="urn:a"><itemMeta><link rel="irel:picture" residref="urn:p"/></itemMeta><contentMeta><headline>Ferries</headline></contentMeta><contentSet><inlineData>They sail.</inlineData></contentSet></newsItem><newsItem guid="urn:p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creditline>Ann Bell</creditline><description role="drol:caption">The quay at dawn</description></contentMeta><contentSet><remoteContent href="quay one.jpg" contenttype="image/jpeg"/></contentSet></newsItem></itemSet></newsMessage>',
  ],
];

for (const [format, text] of NAMED) {
  test(`a picture that ${format} names without a place is looked for among the files that came with it, and nowhere else`, () => {
    const read = (files?: string) => {
      const answer = readWireText(text, { files });
      if ("problem" in answer) throw new Error(answer.problem);
      expect(answer).toMatchObject({ format, items: [{ headline: "Ferries" }] });
      expect(answer.items[0]?.body.words).toContain("They sail.");
      return answer.items[0]?.pictures;
    };
    const said = { href: "beside/quay%20one.jpg", type: "image/jpeg", caption: "The quay at dawn", credit: "Ann Bell" };
    expect(read("beside/")).toMatchObject([said]);
    expect(read("beside/")).toHaveLength(1);
    expect(read()).toEqual([]);
    const placed = (href: string) => readWireText(text.replaceAll("quay one.jpg", href), { files: "beside/" });
    for (const href of ["../quay.jpg", "/etc/passwd", "a/b.jpg", "file:quay.jpg", "..", "\\\\host\\a.jpg"])
      expect(JSON.stringify(placed(href))).not.toContain("passwd");
    expect(placed("a/b.jpg")).toMatchObject({ items: [{ headline: "Ferries" }] });
  });
}

test("a picture is no copy, whatever stands in its bytes, and neither is what is packed", () => {
  const wired = "\u0001STA0123 4 POL 120\r\n\u0002FERRIES SAIL<\r\n\r\n   They sail.\r\n\u0003\u0004";
  for (const beginning of ["\xff\xd8\xff\xe0", "\x89PNG\r\n", "PK\x03\x04"]) {
    const bytes = Uint8Array.from(`${beginning}\u0000${wired}`, (sign) => sign.charCodeAt(0));
    expect(readWire(bytes)).toMatchObject({ problem: expect.stringMatching(/^This is .*not text/), why: "no-text" });
    expect(readPlainFile(bytes)).toBeUndefined();
  }
  expect(readWire(new TextEncoder().encode(wired))).toMatchObject({ format: "seven-bit" });
});

test("a page for readers says that it is one, and which feed it names", () => {
  const page = (head: string) =>
    `<!DOCTYPE html><html><head><title>News</title>${head}</head><body><p>News</p></body></html>`;
  const feed = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
  expect(readWireText(page(feed), { address: "https://agency.example/news" })).toEqual({
    problem: "The file is a page for readers, and no feed. It names this feed: https://agency.example/feed.xml",
    why: "page",
    feed: "https://agency.example/feed.xml",
  });
  expect(readWireText(page(""))).toMatchObject({ problem: "The file is a page for readers, and no feed." });
  expect(readWireText("<svg/>")).toMatchObject({ why: "no-format" });
});

test("a text is copy with its first line for a headline; what has none, or is a broken file of a wire, is not", () => {
  const read = (text: string) => readPlainFile(new TextEncoder().encode(text))?.items[0];
  expect(read("Ferries sail\r\n\r\nKESSAR. They sail\r\nagain.\r\n\r\nSoon.")).toMatchObject({
    headline: "Ferries sail",
    body: { format: "text", words: "KESSAR. They sail again.\n\nSoon." },
  });
  expect(read("KILL: FERRIES\n\nDo not use.")).toMatchObject({ signal: "kill", status: "canceled" });
  for (const text of ["", "One line", "<rss><channel>\n\nx", '{"uri":"urn:kess\n\nx', `${"x".repeat(201)}\n\ny`])
    expect([text.slice(0, 20), read(text)]).toEqual([text.slice(0, 20), undefined]);
});

test("a NewsML 1.2 item that is cancelled, or held until a time, says so", () => {
  const item = (status: string) =>
    only(
      `<NewsML><NewsItem><NewsManagement>${status}</NewsManagement><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`,
    );
  expect(item('<Status FormalName="Canceled"/>')).toMatchObject({ status: "canceled", signal: "kill" });
  expect(item('<Status FormalName="Withheld"/>')).toMatchObject({ status: "withheld" });
  const held = `<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20261127T060000Z</DateAndTime></StatusWillChange>`;
  expect(item(held)).toMatchObject({ status: "usable", embargoedUntil: new Date("2026-11-27T06:00:00Z") });
});

test("an embargo without a day that can be read holds until another version, in every format", () => {
  const nitf = (docdata: string) =>
    `<nitf><head>${docdata}</head><body><body.head><hedline><hl1>H</hl1></hedline></body.head></body></nitf>`;
  const g2 = (meta: string) =>
    `<newsItem guid="urn:x"><itemMeta><pubStatus qcode="stat:usable"/>${meta}</itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>`;
  const ninjs = (more: object) => JSON.stringify({ uri: "urn:x", headline: "H", pubstatus: "usable", ...more });
  const held = [
    `<NewsML><NewsItem><NewsManagement><Status FormalName="Embargoed"/></NewsManagement><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`,
    nitf('<docdata management-status="embargoed"/>'),
    nitf('<docdata management-status="embargoed"><date.release norm="when we say so"/></docdata>'),
    g2("<embargoed/>"),
    g2("<embargoed>soon</embargoed>"),
    ninjs({ embargoed: "until further notice" }),
  ];
  for (const text of held)
    expect(only(text)).toMatchObject({ headline: "H", status: "withheld", embargoedUntil: null });
  for (const text of [nitf("<docdata/>"), g2(""), ninjs({})])
    expect(only(text)).toMatchObject({ status: "usable", embargoedUntil: null });
  expect(only(ninjs({ embargoed: "soon", pubstatus: "canceled" })).status).toBe("canceled");
});

test("an IPTC 7901 message is read from between its marks: heading, headline, paragraphs", () => {
  const copy = only(
    "\u0016\u0016\u0001STR0123 2 POL 0120 Strait-Ferries\r\n\u0002Fog stops ferries\r\n\r\n   TALMIRA, Nov 26 (STR) - Fog stopped the\r\nferries on Thursday.\r\n   They wait.\r\n\u0003261000 NOV 26\u0004",
  );
  expect(copy).toMatchObject({
    format: "seven-bit",
    id: "STR0123",
    urgency: 2,
    section: "POL",
    topics: ["Strait-Ferries"],
    provider: "STR",
    headline: "Fog stops ferries",
    body: { format: "text", words: "TALMIRA, Nov 26 (STR) - Fog stopped the ferries on Thursday.\n\nThey wait." },
  });
});

test("several old messages in one transmission are all read, and a kill kills", () => {
  const read = readWireText(
    "\u0001AAA0001 4 SPO 10\r\n\u0002One\r\n\r\nFirst.\u0003\u0004\u0001AAA0002 1 SPO 10\r\n\u0002KILL STORY AAA0001\r\n\r\nDo not use.\u0003\u0004",
  );
  if ("problem" in read) throw new Error(read.problem);
  expect(read.items.map(({ id, status, signal }) => ({ id, status, signal }))).toEqual([
    { id: "AAA0001", status: "usable", signal: null },
    { id: "AAA0002", status: "canceled", signal: "kill" },
  ]);
});

test("an ANPA 1312 message is read with its priority and keyword", () => {
  const copy = only(
    "\u0016\u0016\u0001a0123\u0002r i bc-Ferries 11-26 0120\r\n^Fog stops ferries<\r\n^By ANN BELL<\r\n\tTALMIRA (AP) _ Fog stopped them.\r\n\tThey wait.\r\n\u0003\u0004",
  );
  expect(copy).toMatchObject({ format: "seven-bit", id: "a0123", urgency: 4, section: "i", topics: ["Ferries"] });
  expect(copy.body.words).toContain("They wait.");
});

test("ninjs 1 is read by its own names, its pictures from an object", () => {
  const copy = only(
    JSON.stringify({
      uri: "tag:press.example,2026:1",
      version: "3",
      pubstatus: "usable",
      headline: "Fog",
      byline: "Ann Bell",
      body_html: "<p>Fog.</p>",
      subject: [{ name: "weather" }],
      embargoed: "2026-11-27T06:00:00Z",
      associations: {
        main: {
          type: "picture",
          byline: "Bo",
          renditions: {
            large: { href: "https://p.example/l.jpg", mimetype: "image/jpeg", width: 900 },
            small: { href: "https://p.example/s.jpg", width: 90 },
          },
        },
      },
    }),
  );
  expect(copy).toMatchObject({
    format: "ninjs",
    id: "tag:press.example,2026:1",
    version: 3,
    headline: "Fog",
    authors: ["Ann Bell"],
    topics: ["weather"],
    embargoedUntil: new Date("2026-11-27T06:00:00Z"),
    pictures: [{ href: "https://p.example/l.jpg", type: "image/jpeg", credit: "Bo" }],
    body: { format: "html", words: "<p>Fog.</p>" },
  });
});

test("a document that would grow, look elsewhere or never end is refused or read as it stands, at once", () => {
  const deep = readWireText(`<rss>${"<a>".repeat(5_000)}`);
  expect(deep).toEqual({ problem: "The file is more than 200 levels deep.", why: "deep" });
  const bomb = `<!DOCTYPE n [<!ENTITY a "x">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${"&a;".repeat(20)}">`).join("")}]><nitf><body><body.head><hedline><hl1>&a8;</hl1></hedline></body.head></body></nitf>`;
  expect(only(bomb).headline).toBe("&a8;");
  expect(readWireText(`<rss>${'<a b="'.repeat(20_000)}`)).toMatchObject({ format: "rss", items: [] });
  expect(readWireText(`<rss>${"<![CDATA[".repeat(20_000)}`)).toMatchObject({ format: "rss" });
  expect(readWireText(`<rss>${"<item><title>x</title></item>".repeat(60_000)}`)).toMatchObject({
    problem: "The file has more than 100000 elements.",
  });
  expect(readWireText(`<rss ${"a".repeat(1_000_000)}><item><title>x</title></item></rss>`)).toMatchObject({
    items: [{ headline: "x" }],
  });
  expect(readWireText(`<rss><${"a".repeat(1_000_000)}`)).toMatchObject({ items: [] });
  const author = only(`<rss><item><title>x</title><author>${"@".repeat(500_000)}</author></item></rss>`);
  expect(author.headline).toBe("x");
  const nested = `<rss><item><title>x</title><description><![CDATA[${"<div>".repeat(300_000)}y]]></description></item></rss>`;
  const figures = '<figure class="picture">'.repeat(100_000);
  for (const html of [only(nested).body.words, figures])
    intakeOf({ ...NO_COPY, headline: "x", body: { format: "html", words: html } }, EDITION);
});

test("more stories in one file than any agency sends in a day are refused before they are read", () => {
  const problem = { problem: "The file has more than 20000 stories and is not read." };
  expect(readWireText("\u0001STR0001 4 SPO\r\n\u0002One\u0003".repeat(20_001))).toMatchObject(problem);
  expect(readWireText("\u0001\u0002".repeat(100_000))).toEqual({ format: "seven-bit", items: [] });
  expect(readWireText(`[${'{"uri":"x","headline":"y"},'.repeat(20_000)}{}]`)).toMatchObject(problem);
  expect(readWireText(`{"items":[${'{"id":"x"},'.repeat(20_000)}{}]}`)).toMatchObject(problem);
});
