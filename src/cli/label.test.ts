import { expect, test } from "bun:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REGISTER } from "#text/cases/labels/register.ts";
import type { ExitStatus, World } from "./command.ts";
import { label } from "./label.ts";
import { run } from "./run.ts";

const B = " (organization banned in Russia)";

type Outcome = { readonly status: ExitStatus; readonly out: string; readonly err: string };

/** Runs `dateline label` with the corpus register beside it, and the copy on standard input. */
async function labelling(copy: string | Uint8Array, words: string, register: unknown = REGISTER): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), "dateline-label-"));
  try {
    const file = join(directory, "register.json");
    await writeFile(file, typeof register === "string" ? register : JSON.stringify(register));
    let out = "";
    let err = "";
    const world: World = {
      stdin: async function* () {
        yield typeof copy === "string" ? new TextEncoder().encode(copy) : copy;
      },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      errIsTerminal: false,
      now: () => new Date("2018-02-16T12:00:00Z"),
      config: () => {
        throw new Error("labelling reads no settings");
      },
    };
    const asked = words.replace("REGISTER", file).split(" ");
    const status = await run([label], ["label", ...asked.filter((word) => word !== "")], world);
    return { status, out, err };
  } finally {
    await rm(directory, { recursive: true });
  }
}

const USUAL = "- --register REGISTER --jurisdiction ru";

test("copy on standard input is printed with its labels", async () => {
  expect(await labelling("The RDM’s men.\n", USUAL)).toEqual({ status: 0, out: `The RDM’s${B} men.\n`, err: "" });
});

test("without a line end none is added", async () => {
  expect((await labelling("RDM", USUAL)).out).toBe(`RDM${B}`);
});

test("empty copy prints nothing", async () => {
  expect(await labelling("", USUAL)).toEqual({ status: 0, out: "", err: "" });
});

for (const [what, copy, labelled] of [
  [
    "its small words",
    "Ein Sprecher des Roten Morgens war nicht zu erreichen, und die Polizei schwieg.",
    "Ein Sprecher des Roten Morgens (in Russland verbotene Organisation) war nicht zu erreichen, und die Polizei schwieg.",
  ],
  [
    "what the page says of itself",
    '<html lang="de-AT"><body><p>Roten Morgens</p></body></html>',
    '<html lang="de-AT"><body><p>Roten Morgens (in Russland verbotene Organisation)</p></body></html>',
  ],
  [
    "the letters of its prose, not of its tags",
    '<div class="article-body-with-a-long-name"><p class="first-paragraph">Из Красного рассвета</p></div>',
    '<div class="article-body-with-a-long-name"><p class="first-paragraph">Из Красного рассвета (организация запрещена в России)</p></div>',
  ],
] as const) {
  test(`the language of copy is told by ${what}`, async () => {
    expect((await labelling(copy, USUAL)).out).toBe(labelled);
  });
}

test("the language of a document is told by the letters of its words, not of its keys", async () => {
  const text = (words: string) => ({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  });
  expect((await labelling(JSON.stringify(text("Из Красного рассвета")), USUAL)).out).toContain("организация запрещена");
});

test("the day, the policy and the language are obeyed", async () => {
  expect((await labelling("RDM", `${USUAL} --as-of 2014-12-28`)).out).toBe("RDM");
  expect((await labelling("RDM RDM", `${USUAL} --policy first`)).out).toBe(`RDM${B} RDM`);
  expect((await labelling("RDM RDM\n", `${USUAL} --policy note`)).out).toBe(
    "RDM* RDM*\n\n* organization banned in Russia\n",
  );
  expect((await labelling("RDM", `${USUAL} --policy none`)).out).toBe("RDM");
  expect((await labelling("RDM", `${USUAL} --lang ru`)).out).toBe("RDM (организация запрещена в России)");
  expect((await labelling("У Тулипана", USUAL)).out).toBe("У Тулипана (организация запрещена в России)");
});

test("several jurisdictions share a pair of brackets", async () => {
  expect((await labelling("RDM", `${USUAL} --jurisdiction GB`)).out).toBe(
    "RDM (organization banned in Russia; proscribed in the UK)",
  );
});

test("mentions to be asked about are told with line and column, and are no failure", async () => {
  expect(await labelling("One\nand Black Star.", USUAL)).toEqual({
    status: 0,
    out: "One\nand Black Star.",
    err: 'standard input:2:5: "Black Star" is not labelled: the name is that of several organisations: black-star-one, black-star-two.\n',
  });
});

test("--json tells every mention with offsets in the input", async () => {
  const copy = "😀 “Red Dawn” and RDM-linked, Black Star, Green Wave.";
  const { out, status } = await labelling(copy, `${USUAL} --json --policy first`);
  const { text, mentions } = JSON.parse(out);
  expect(status).toBe(0);
  expect(text).toBe(`😀 “Red Dawn”${B} and RDM-linked, Black Star, Green Wave.`);
  expect(mentions.map(({ start, end }: { start: number; end: number }) => copy.slice(start, end))).toEqual([
    "Red Dawn”",
    "RDM-linked",
    "Black Star",
    "Green Wave",
  ]);
  expect(mentions).toEqual([
    { organisation: "red-dawn", name: "Red Dawn", start: 4, end: 13, decision: "label" },
    {
      organisation: "red-dawn",
      name: "RDM",
      start: 18,
      end: 28,
      decision: "none",
      reason: "only its first mention is labelled",
    },
    expect.objectContaining({ organisation: "black-star-one", decision: "ask" }),
    {
      organisation: "green-wave",
      name: "Green Wave",
      start: 42,
      end: 52,
      decision: "none",
      reason: "it has no designation in ru",
    },
  ]);
});

test("offsets in HTML are those of its source", async () => {
  const copy = "<p>R&amp;D, <b>Red</b>&nbsp;Dawn&rsquo;s</p>";
  const { out } = await labelling(copy, `${USUAL} --json`);
  const [{ start, end }] = JSON.parse(out).mentions;
  expect(copy.slice(start, end)).toBe("Red</b>&nbsp;Dawn&rsquo;s");
});

test("a document is printed with label nodes", async () => {
  const document = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "RDM" }] }] };
  const { out } = await labelling(JSON.stringify(document), `${USUAL} --format json`);
  expect(JSON.parse(out).content[0].content[1].attrs.print).toBe(B);
});

test("copy in another encoding is read", async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...[..."The RDM left."].flatMap((sign) => [sign.charCodeAt(0), 0])]);
  expect((await labelling(utf16, USUAL)).out).toBe(`The RDM${B} left.`);
});

test("--check lists what lacks its label with line, column and words, prints no copy, and ends with 1", async () => {
  const copy = "The RDM (organization banned in Russia) left.\nThen Red Dawn’s men\nand Black Star came.";
  expect(await labelling(copy, `${USUAL} --check`)).toEqual({
    status: 1,
    out: 'standard input:2:6: "Red Dawn’s" lacks its label: organization banned in Russia\n',
    err: 'standard input:3:5: "Black Star" has to be asked about: the name is that of several organisations: black-star-one, black-star-two\n',
  });
});

test("--check ends with 0 where every label stands, and with --strict only where nothing is to be asked about", async () => {
  expect(await labelling(`RDM${B} left.`, `${USUAL} --check`)).toEqual({ status: 0, out: "", err: "" });
  expect(await labelling(`RDM${B}, then RDM`, `${USUAL} --check --policy first`)).toMatchObject({ status: 0, out: "" });
  expect(await labelling("Black Star came.", `${USUAL} --check`)).toMatchObject({ status: 0, out: "" });
  expect(await labelling("Black Star came.", `${USUAL} --check --strict`)).toMatchObject({ status: 1, out: "" });
});

test("--check --json lists mentions that lack their label and those to be asked about", async () => {
  const { out, status } = await labelling(
    "<p>R&amp;D</p>\n<p>of <b>RDM</b>, Black Star</p>",
    `${USUAL} --check --json`,
  );
  expect(status).toBe(1);
  expect(JSON.parse(out)).toEqual([
    {
      file: "-",
      organisation: "red-dawn",
      name: "RDM",
      start: 24,
      end: 27,
      decision: "label",
      wording: "organization banned in Russia",
      line: 2,
      column: 10,
      words: "RDM",
    },
    expect.objectContaining({ organisation: "black-star-one", decision: "ask", line: 2, column: 19 }),
  ]);
  expect((await labelling("Nothing.", `${USUAL} --check --json`)).out).toBe("[]\n");
});

test("a document is told by its look, and its places are those of its plain text", async () => {
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const document = { type: "doc", content: [paragraph("He came."), paragraph("The RDM left.")] };
  expect(await labelling(JSON.stringify(document), `${USUAL} --check`)).toMatchObject({
    status: 1,
    out: 'standard input:3:5: "RDM" lacks its label: organization banned in Russia\n',
  });
});

test("of documents in lines each is a text of its own, told by its line", async () => {
  const document = (text: string) =>
    JSON.stringify({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] });
  const copy = `${document("RDM, RDM")}\n\n${document("of RDM")}\n`;
  const { out } = await labelling(copy, `${USUAL} --policy first`);
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((line) => line.split("banned in Russia").length),
  ).toEqual([3, 3]);
  expect((await labelling(copy, `${USUAL} --check --policy first`)).out).toBe(
    'standard input:1:1: "RDM" lacks its label: organization banned in Russia\nstandard input:3:4: "RDM" lacks its label: organization banned in Russia\n',
  );
  expect((await labelling(`${document("RDM")}\n{"type":"doc"`, USUAL)).err).toContain(
    "Line 2 of Standard input is not a document",
  );
});

// Larger than what is held, so that it goes in pieces, and standard input through a file of its own.
const STORY = "Nobody saw the RDM’s men on Monday.\n“We were not there,” said Red Dawn.\n\nThe ferry sails again.\n\n";
const LARGE = STORY.repeat(42_000);

test("copy larger than what is held is labelled as it would be whole, in any format of output", async () => {
  const { out, status } = await labelling(LARGE, USUAL);
  expect(status).toBe(0);
  expect(out === STORY.replace("RDM’s", `RDM’s${B}`).replace("Red Dawn", `Red Dawn${B}`).repeat(42_000)).toBe(true);

  const json = JSON.parse((await labelling(LARGE, `${USUAL} --json --policy first`)).out);
  expect(json.text === LARGE.replace("RDM’s", `RDM’s${B}`)).toBe(true);
  expect(json.mentions).toHaveLength(84_000);
  const { start, end, decision } = json.mentions.at(-1);
  expect([LARGE.slice(start, end), decision]).toEqual(["Red Dawn", "none"]);

  const lines = (await labelling(LARGE, `${USUAL} --check`)).out.trimEnd().split("\n");
  expect(lines).toHaveLength(84_000);
  expect(lines.at(-1)).toBe('standard input:209997:27: "Red Dawn" lacks its label: organization banned in Russia');
}, 240_000);

test("large copy that stops being text is refused with a sentence", async () => {
  const bytes = Buffer.concat([Buffer.from(LARGE), Buffer.from([0xc3, 0x28]), Buffer.from(STORY)]);
  const outcome = await labelling(bytes, USUAL);
  expect(outcome.status).toBe(1);
  expect(outcome.err).toContain("looks like UTF-8, but some of its bytes are damaged");
});

test("large copy in another encoding is read", async () => {
  const story = "Боевики Тулипана ушли.\n\n";
  // Windows-1251 has the Russian letters side by side.
  const bytes = Buffer.from(
    [...story].map((sign) => (sign >= "А" && sign <= "я" ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0))),
  );
  const large = Buffer.concat(Array.from({ length: 200_000 }, () => bytes));
  const { out, status } = await labelling(large, `${USUAL} --check`);
  expect(status).toBe(1);
  expect(out.split("\n")[1]).toBe('standard input:3:9: "Тулипана" lacks its label: организация запрещена в России');
}, 240_000);

const wrong: readonly [what: string, words: string, status: ExitStatus, sentence: string][] = [
  ["no file", "--register REGISTER --jurisdiction ru", 2, "Give a FILE"],
  ["no register", "- --jurisdiction ru", 2, "Give --register FILE"],
  ["no jurisdiction", "- --register REGISTER", 2, "Give --jurisdiction CODE"],
  ["a register that is not there", "- --register /nowhere/r.json --jurisdiction ru", 1, "there is no such file"],
  [
    "a jurisdiction the register does not know",
    "- --register REGISTER --jurisdiction xx",
    2,
    'no jurisdiction "xx"; it knows gb, ru.',
  ],
  ["a day that is none", `${USUAL} --as-of 2018-02-30`, 2, '"2018-02-30" is no day'],
  ["a policy nobody knows", `${USUAL} --policy some`, 2, '"some" is not a policy'],
  ["a format nobody knows", `${USUAL} --format pdf`, 2, '"pdf" is not a format'],
  ["a language that is none", `${USUAL} --lang 12`, 2, '"12" is not a language'],
  ["a check of nothing", `${USUAL} --check --policy none`, 2, "nothing to check"],
  ["a check without a file", "--check --register REGISTER --jurisdiction ru", 2, "at least one FILE"],
  ["strictness without a check", `${USUAL} --strict`, 2, "--strict goes with --check"],
  ["standard input twice", "- - --check --register REGISTER --jurisdiction ru", 2, "Only one of"],
  [
    "a file that is not there",
    "--check /nowhere/x.txt --register REGISTER --jurisdiction ru",
    1,
    "there is no such file",
  ],
  ["an option nobody knows", `${USUAL} --loud`, 2, "--loud"],
];

for (const [what, words, status, sentence] of wrong) {
  test(`${what} is refused with a sentence`, async () => {
    const outcome = await labelling("RDM", words);
    expect(outcome.status).toBe(status);
    expect(outcome.err).toContain(sentence);
    expect(outcome.out).toBe("");
  });
}

test("a register that cannot be read is refused with what is wrong in it", async () => {
  const broken = await labelling("RDM", USUAL, "{");
  expect(broken).toMatchObject({ status: 1, out: "" });
  expect(broken.err).toContain("is not valid JSON");
  const mistaken = await labelling("RDM", USUAL, { organisations: [{ id: "x", names: [] }] });
  expect(mistaken).toMatchObject({ status: 1, out: "" });
  expect(mistaken.err).toContain("organisations[0].names is empty");
});

test("what is no text is refused", async () => {
  const outcome = await labelling(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]), USUAL);
  expect(outcome).toMatchObject({ status: 1, out: "" });
  expect(outcome.err).toContain("not text");
});

test("JSON that is no document is refused", async () => {
  expect(await labelling('{"type":"doc","content":[{"type":"script"}]}', `${USUAL} --format json`)).toMatchObject({
    status: 1,
    out: "",
  });
});
