import { expect, test } from "bun:test";
import { picturesOf } from "../pictures.ts";
import { pictureInLetter, readLetter } from "./letter.ts";

const RECEIVED = new Date("2026-11-20T10:00:00Z");
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One byte a sign: what stands above ASCII was put there in an old encoding. */
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const WINDOWS_1251 = latin("\xcf\xe0\xf0\xee\xec\xfb \xf1\xed\xee\xe2\xe0 \xf5\xee\xe4\xff\xf2"); // Паромы снова ходят
const KOI8_R = latin("\xf0\xc1\xd2\xcf\xcd\xd9 \xd3\xce\xcf\xd7\xc1 \xc8\xcf\xc4\xd1\xd4");
const ISO_8859_6 = latin(
  "\xc7\xe4\xd9\xc8\xc7\xd1\xc7\xca \xca\xd9\xe8\xcf \xc5\xe4\xe9 \xc7\xe4\xd9\xe5\xe4 \xe1\xea \xc7\xe4\xe5\xd6\xea\xe2",
); // العبارات تعود إلى العمل في المضيق

function joined(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? bytesOf(part) : part))));
}

async function copyOf(letter: string | Uint8Array) {
  const read = await readLetter(typeof letter === "string" ? bytesOf(letter.replaceAll("\n", "\r\n")) : letter, {
    received: RECEIVED,
  });
  return read?.read[0]?.items[0];
}

const HEAD = "From: Desk <desk@agency.example>\nSubject: Ferries\nMessage-ID: <one@agency.example>\n";

test("a letter is a story: subject, sender, time, name and text", async () => {
  const letter = `${HEAD}Date: Fri, 20 Nov 2026 09:30:00 +0100
Content-Language: en

The ferries across the strait sail again from Monday, the port
says.

They stood still for a week.
`;
  expect(await copyOf(letter)).toMatchObject({
    id: "mid:one@agency.example",
    headline: "Ferries",
    origin: { name: "Desk", uri: null },
    language: "en",
    versionCreated: new Date("2026-11-20T08:30:00Z"),
    signal: null,
    body: {
      format: "text",
      words: "The ferries across the strait sail again from Monday, the port says.\n\nThey stood still for a week.",
    },
  });
});

const TEXTS: readonly { readonly rule: string; readonly letter: string | Uint8Array; readonly words: string }[] = [
  {
    rule: "8-bit text in Windows-1251 that says nothing of it",
    letter: joined("Subject: x\r\n\r\n", WINDOWS_1251),
    words: "Паромы снова ходят",
  },
  {
    rule: "8-bit text in KOI8-R that says nothing of it",
    letter: joined("Subject: x\r\n\r\n", KOI8_R),
    words: "Паромы снова ходят",
  },
  {
    rule: "8-bit text in ISO-8859-6 that says nothing of it",
    letter: joined("Subject: x\r\n\r\n", ISO_8859_6),
    words: "العبارات تعود إلى العمل في المضيق",
  },
  {
    rule: "8-bit text in ISO-8859-6 that says so",
    letter: joined("Subject: x\r\nContent-Type: text/plain; charset=iso-8859-6\r\n\r\n", ISO_8859_6),
    words: "العبارات تعود إلى العمل في المضيق",
  },
  {
    rule: "text that says UTF-8 and is Windows-1251",
    letter: joined("Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n", WINDOWS_1251),
    words: "Паромы снова ходят",
  },
  {
    rule: "text that says ASCII and is UTF-8",
    letter: "Subject: x\nContent-Type: text/plain; charset=us-ascii\n\nПаромы снова ходят",
    words: "Паромы снова ходят",
  },
  {
    rule: "quoted-printable with soft line ends",
    letter:
      "Subject: x\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n\n=F0=C1=D2=CF=CD=D9 =\n=D3=CE=CF=D7=C1",
    words: "Паромы снова",
  },
  {
    rule: "base64",
    letter:
      "Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n0J/QsNGA0L7QvNGL\n",
    words: "Паромы",
  },
  {
    rule: "plain text goes before HTML",
    letter:
      'Subject: x\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/html\n\n<p>Page</p>\n--b\nContent-Type: text/plain\n\nPlain\n--b--\n',
    words: "Plain",
  },
  {
    rule: "a text whose end is missing",
    letter: 'Subject: x\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nPlain',
    words: "Plain",
  },
  {
    rule: "lines that flow",
    letter: "Subject: x\nContent-Type: text/plain; format=flowed\n\nA \nb.\n\nC.",
    words: "A b.\n\nC.",
  },
];

for (const { rule, letter, words } of TEXTS) {
  test(`${rule} is read`, async () => {
    expect((await copyOf(letter))?.body.words).toBe(words);
  });
}

test("subjects in words of other encodings, and in bytes that say nothing, are read", async () => {
  expect((await copyOf("Subject: =?windows-1251?B?z/Do4uXy?= =?koi8-r?Q?_=CD=C9=D2?=\n\nText"))?.headline).toBe(
    "Привет мир",
  );
  const bare = joined("From: desk@agency.example\r\nSubject: ", WINDOWS_1251, "\r\n\r\nText");
  expect((await copyOf(bare))?.headline).toBe("Паромы снова ходят");
});

test("HTML alone is the text, and intake takes out of it what it takes out of any", async () => {
  const copy = await copyOf(`${HEAD}Content-Type: text/html\n\n<p>Page</p><script>alert(1)</script>`);
  expect(copy?.body).toMatchObject({ format: "html" });
  expect(copy?.origin).toEqual({ name: "Desk", uri: null });
});

test("a sender without a name is told by the domain, never by the address", async () => {
  expect((await copyOf("From: nora.quell@agency.example\nSubject: x\n\nText"))?.origin?.name).toBe("agency.example");
});

test("a time to come or none gives way to the time of arrival", async () => {
  for (const date of ["Date: Fri, 20 Nov 2099 09:30:00 +0100\n", "Date: yesterday\n", ""])
    expect((await copyOf(`${HEAD}${date}\nText`))?.versionCreated).toEqual(RECEIVED);
});

test("words of a wire are heard where the old wires write them: in a headline of capitals", async () => {
  expect(await copyOf("Subject: KILL: FERRIES\n\nDo not use.")).toMatchObject({ signal: "kill", status: "canceled" });
  expect(await copyOf("Subject: Kill the ferries, says port\n\nIt says so.")).toMatchObject({
    signal: null,
    status: "usable",
  });
});

const NINJS = JSON.stringify({ uri: "urn:kessar:ferry", version: "2", headline: "Ferries", body_text: "They sail." });
const NITF =
  '<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Ferries</hl1></hedline></body.head><body.content><p>They sail.</p></body.content></body></nitf>';
const SEVEN_BIT = "\u0001STA0123 4 POL 120\r\n\u0002FERRIES SAIL<\r\n\r\n   They sail.\r\n\u0003\u0004";

const WIRED: readonly (readonly [format: string, type: string, content: string])[] = [
  ["ninjs", 'application/json; name="story.json"', NINJS],
  ["ninjs", "text/plain", NINJS],
  ["nitf", "application/xml", NITF],
  ["nitf", 'application/octet-stream; name="story.xml"', NITF],
  ["seven-bit", "text/plain", SEVEN_BIT],
];

for (const [format, type, content] of WIRED) {
  test(`${format} as ${type} in a letter is read as what it is`, async () => {
    const letter = `${HEAD}Auto-Submitted: auto-generated\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: ${type}\nContent-Disposition: attachment\n\n${content}\n--b--\n`;
    const read = await readLetter(bytesOf(letter.replaceAll(/\r?\n/g, "\r\n")), { received: RECEIVED });
    expect(read?.read).toHaveLength(1);
    expect(read?.read[0]).toMatchObject({ format });
    expect(read?.read[0]?.items[0]?.headline.toLowerCase()).toStartWith("ferries");
  });
}

test("what cannot be read of a letter is named beside it", async () => {
  const letter = `${HEAD}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: application/pdf; name="=?utf-8?B?0J/QsNGA0L7QvA==?=.pdf"\n\n%PDF-1.7\n--b\nContent-Type: application/json\n\n{ broken\n--b--\n`;
  expect(await copyOf(letter)).toMatchObject({ note: "📎 Паром.pdf", body: { words: "See the file." } });
});

const part = (type: string, head: string, content: string) => `--b\nContent-Type: ${type}\n${head}\n${content}\n`;
const MIXED = `${HEAD}Content-Type: multipart/mixed; boundary="b"\n\n`;
const PARTS = [
  part("image/png", "Content-ID: <logo@agency.example>\nContent-Transfer-Encoding: base64\n", "bG9nbw=="),
  part('image/jpeg; name="=?utf-8?B?0J/QsNGA0L7QvA==?=.jpg"', "Content-Transfer-Encoding: base64\n", "ZmVycnk="),
  part('application/octet-stream; name="quay.JPG"', "Content-Disposition: attachment\n", "quay"),
  part('application/pdf; name="plan.pdf"', "", "%PDF-1.7"),
].join("");

test("pictures of a letter are named by it, those that are attached first, and found in it again by that name", async () => {
  const letter = bytesOf(`${MIXED}${part("text/plain", "", "They sail.")}${PARTS}--b--\n`.replaceAll("\n", "\r\n"));
  const copy = await copyOf(letter);
  const mid = "mid:one%40agency.example";
  const hrefs = copy?.pictures.map(({ href }) => href);
  expect(hrefs).toEqual([`${mid}/2/%D0%9F%D0%B0%D1%80%D0%BE%D0%BC.jpg`, `${mid}/3/quay.JPG`, `${mid}/1/1.png`]);
  expect(copy?.note).toBe("📎 plan.pdf");
  const words = async (at: number) => new TextDecoder().decode(await pictureInLetter(letter, at)).trim();
  expect([await words(2), await words(3), await words(1)]).toEqual(["ferry", "quay", "logo"]);
  expect(await pictureInLetter(letter, 9)).toBeUndefined();
  // A letter without a name is found again by nobody.
  const nameless = `Subject: Ferries\nContent-Type: multipart/mixed; boundary="b"\n\n${PARTS}--b--\n`;
  expect(await copyOf(nameless)).toMatchObject({ pictures: [], note: expect.stringContaining("Паром.jpg, quay.JPG") });
});

test("a picture that stands in the words of a letter stays where it stands", async () => {
  const html =
    '<p>They sail.</p><img src="cid:logo%40agency.example" alt="A sign"><img src="cid:none@there"><p>Soon.</p>';
  const copy = await copyOf(`${MIXED}${part("text/html", "", html)}${PARTS}--b--\n`);
  if (!copy) throw new Error("the letter is read");
  const found = picturesOf(copy).map(({ href, shownAs }) => [href.split("/").at(1), shownAs.length]);
  expect(found).toEqual([
    ["2", 0],
    ["3", 0],
    ["1", 1],
  ]);
});

test("the pictures beside the only story of a letter are that story's, unless it names its own", async () => {
  const read = async (story: object, more = "") => {
    const letter = `${MIXED}${part("application/json", "", JSON.stringify(story))}${more}${PARTS}--b--\n`;
    return (await copyOf(letter))?.pictures.map(({ href }) => href.split("/").at(-1));
  };
  const story = { uri: "urn:kessar:ferry", headline: "Ferries", body_text: "They sail." };
  expect(await read(story)).toEqual(["%D0%9F%D0%B0%D1%80%D0%BE%D0%BC.jpg", "quay.JPG", "1.png"]);
  const named = { main: { href: "Quay.jpg" } };
  expect(await read({ ...story, associations: { a: { type: "picture", renditions: named } } })).toEqual(["quay.JPG"]);
  const elsewhere = { main: { href: "other.jpg" } };
  expect(await read({ ...story, associations: { a: { type: "picture", renditions: elsewhere } } })).toEqual([]);
  const renditions = { main: { href: "https://agency.example/own.jpg" } };
  expect(await read({ ...story, associations: { a: { type: "picture", renditions } } })).toEqual(["own.jpg"]);
  expect(await read(story, part("application/json", "", JSON.stringify({ ...story, uri: "urn:b" })))).toEqual([]);
});

test("a letter that was forwarded as a file is read, as deep as people forward", async () => {
  const inner = "Subject: Inner\n\nThe ferries sail.";
  const letter = `${HEAD}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
  expect((await copyOf(letter))?.body.words).toBe("The ferries sail.");
});

const MACHINES: readonly (readonly [rule: string, head: string])[] = [
  ["an automatic answer", "Auto-Submitted: auto-replied (vacation)"],
  ["a notice of a machine", "Auto-Submitted: auto-generated"],
  ["a bounce", "Return-Path: <>"],
  ["a report of delivery", 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"'],
  ["an answer of an old program", "Precedence: auto_reply"],
];

for (const [rule, head] of MACHINES) {
  test(`${rule} is no copy`, async () => {
    const read = await readLetter(bytesOf(`From: a@b.example\r\nSubject: Away\r\n${head}\r\n\r\nI am away.`), {
      received: RECEIVED,
    });
    expect(read).toMatchObject({ from: "a@b.example", read: [] });
  });
}

test("a person's letter that says so, or comes by a list, is copy", async () => {
  expect(await copyOf(`${HEAD}Auto-Submitted: no\nPrecedence: list\n\nText`)).toBeDefined();
});

test("letters made to break readers are refused or read, and never throw", async () => {
  const deep = Array.from({ length: 300 }, (_, at) => `Content-Type: multipart/mixed; boundary="${at}"\n\n--${at}\n`);
  expect(await copyOf(deep.join(""))).toBeUndefined();
  expect(await copyOf(`Subject: ${"x".repeat(400_000)}\n\nText`)).toBeUndefined();
  const many = `Content-Type: multipart/mixed; boundary="b"\n\n${"--b\nContent-Type: text/plain\n\nx\n".repeat(500)}`;
  expect(await copyOf(many)).toBeUndefined();
  for (const letter of ["", "\n", ":\n:\n\n", "Subject", "\u0000\u0000", `Content-Type: multipart/mixed\n\nx`])
    await copyOf(letter);
});
