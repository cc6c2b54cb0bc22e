import { expect, test } from "bun:test";
import { unEntries, unXml } from "#text/cases/registers/un.ts";
import type { Organisation } from "../labels/labels.ts";
import { doubtAbout } from "./doubt.ts";
import { formatByLook, type ListedRow, type ListOptions, ListProblem, readList } from "./lists.ts";

/** In pieces of that many signs, so that every tag is cut somewhere. */
async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function rowsOf(text: string, options: ListOptions, size?: number): Promise<readonly ListedRow[]> {
  const rows: ListedRow[] = [];
  for await (const some of readList(pieces(text, size), options)) rows.push(...some);
  return rows;
}

async function problemOf(text: string, options: ListOptions): Promise<string> {
  try {
    await rowsOf(text, options);
  } catch (error) {
    if (error instanceof ListProblem) return error.message;
    throw error;
  }
  return "";
}

const un = { format: "un" } as const;

function named(organisation: Organisation | undefined) {
  return organisation?.names.map(({ text, language, kind, match, doubt }) => [text, language, kind, match, doubt]);
}

test("an entity of the UN's list becomes an organisation, its names as a sentence writes them", async () => {
  const [row] = await rowsOf(
    unXml([
      {
        reference: "XDe.007",
        name: "AMBER LANTERN SOCIETY OF THE NORTH (ALSN)",
        original: "جماعة الفانوس; جمعية الفانوس",
        listedOn: "2011-06-17",
        comments: "Reviewed & kept.",
        aliases: [
          ["Lantern Society", "a.k.a."],
          ["Hope", "a.k.a."],
          ["", ""],
        ],
      },
    ]),
    un,
  );
  expect(row).toMatchObject({ row: 1, entry: "XDe.007", fate: "read", organisation: { id: "un-xde.007" } });
  expect(named(row?.organisation)).toEqual([
    ["Amber Lantern Society of the North", "en", "full", null, undefined],
    ["ALSN", "en", "acronym", "ask", "short"],
    ["جماعة الفانوس", "ar", "full", null, undefined],
    ["جمعية الفانوس", "ar", "full", "ask", "shared-kind"],
    ["Lantern Society", "en", "alias", "ask", "shared-kind"],
    ["Hope", "en", "alias", "ask", "short"],
  ]);
  expect(row?.organisation?.designations).toMatchObject([
    {
      jurisdiction: "un",
      authority: "United Nations Security Council, Xenon",
      decision: "XDe.007",
      from: "2011-06-17",
      until: null,
      remark: "Reviewed & kept.",
    },
  ]);
});

test("a person of the UN's list is asked about by every name, and so is a weak alias", async () => {
  const [row] = await rowsOf(
    unXml([], [{ reference: "XDi.001", name: "ORVIN TASHKEL", aliases: [["Abu Lantern", "Low"]] }]),
    un,
  );
  expect(named(row?.organisation)).toEqual([
    ["Orvin Tashkel", "en", "full", "ask", "person"],
    ["Abu Lantern", "en", "alias", "ask", "person"],
  ]);
});

test("a single word is asked about, for it may be a word or a family name of some language", async () => {
  const [row] = await rowsOf(
    unXml([
      {
        reference: "XDe.001",
        name: "AMBER BROTHERHOOD",
        aliases: ["Thimbling", "Thimble-Vark", "Al-Vark", "THIMV", "Vark 12"].map((name) => [name, "a.k.a."] as const),
      },
    ]),
    un,
  );
  expect(named(row?.organisation)?.map(([text, , , match, doubt]) => [text, match, doubt])).toEqual([
    ["Amber Brotherhood", "ask", "shared-kind"],
    ["Thimbling", "ask", "one-word"],
    ["Thimble-Vark", "ask", "unlike-organisation"],
    ["Al-Vark", "ask", "unlike-organisation"],
    ["THIMV", null, undefined],
    ["Vark 12", "ask", "unlike-organisation"],
  ]);
});

test("a few words are asked about unless they say what they name, in each language; so are four capitals", () => {
  const doubts = (language: string, names: string) =>
    names.split(", ").map((name) => doubtAbout(name, language, "alias"));
  const allIn = (tables: readonly (readonly [string, string])[], doubt: ReturnType<typeof doubtAbout>) => {
    for (const [language, names] of tables)
      expect([language, ...doubts(language, names)]).toEqual([language, ...names.split(", ").map(() => doubt)]);
  };
  const plain: readonly [string, string][] = [
    ["en", "Amber Hill, Nine Lanterns, The Grey Herons"],
    ["ru", "Янтарный Холм, Девять фонарей"],
    ["uk", "Бурштиновий пагорб, Дев’ять ліхтарів"],
    ["de", "Neun Laternen, Stiller Hafen"],
    ["fr", "Neuf Lanternes, Port muet"],
    ["es", "Nueve Faroles, Puerto Mudo"],
    ["it", "Nove Lanterne, Porto Muto"],
    ["pt", "Nove Lanternas, Porto Mudo"],
    ["pl", "Dziewięć Latarni, Cichy Port"],
    ["tr", "Dokuz Fener, Sessiz Liman"],
    ["ar", "تسعة فوانيس, الميناء الصامت"],
    ["fa", "نه فانوس, بندر خاموش"],
    ["he", "תשעה פנסים, הנמל השקט"],
  ];
  allIn(plain, "unlike-organisation");
  // One word beside what a company or a team is called, too; and what comes on a day of the calendar.
  const shared: readonly [string, string][] = [
    ["en", "Council of Nine, Amber Command, 29 August Brigades, Anbar Trading, Amber Foundation, Amber Fighters"],
    // Words that only begin like an army's.
    ["en", "Emirates Group, Legionnaires Fund, Sipahi Group, Hesburger Company"],
    ["ru", "Совет девяти, Янтарная группа, Бригады 29 августа, Янтарь Трейдинг"],
    ["uk", "Рада дев’яти, Бурштиновий осередок"],
    ["de", "Rat der Neun, Bernsteinzelle Nord"],
    ["fr", "Conseil du Port, Cellule d’Ambre"],
    ["es", "Consejo del Puerto, Red Ámbar"],
    ["it", "Società del Porto, Rete Ambra"],
    ["pt", "União do Porto, Rede Âmbar"],
    ["pl", "Związek Portu, Siatka Bursztynu"],
    ["tr", "Liman Birliği, Kehribar Grubu"],
    ["ar", "حركة الميناء, شبكة العنبر"],
    ["fa", "جنبش بندر, شبکه کهربا"],
    ["he", "תנועת הנמל, רשת הענבר"],
  ];
  allIn(shared, "shared-kind");
  const said: readonly [string, string][] = [
    ["en", "Amber Hill Brigade, Amber Army, Amber Harbour Council, Lantern 4015"],
    ["ru", "Бригада Янтаря, Движение «Порт», Совет янтарного порта"],
    ["uk", "Бригада бурштину, Рада бурштинового порту"],
    ["de", "Bernsteinbrigade Nord, Rat der Neun Häfen"],
    ["fr", "Brigade de l’Ambre, Armée du Port, Conseil du Port d’Ambre"],
    ["es", "Brigada del Ámbar, Ejército del Puerto"],
    ["it", "Brigata dell’Ambra, Società Operaia del Porto"],
    ["pt", "Brigada do Âmbar, União Operária do Porto"],
    ["pl", "Brygada Bursztynu, Związek Bursztynowego Portu"],
    ["tr", "Kehribar Tugayı, Liman Örgütü"],
    ["ar", "كتائب العنبر, جند العنبر, حركة ميناء العنبر"],
    ["fa", "گردان کهربا, جنبش بندر کهربا"],
    ["he", "גדודי הענבר, תנועת נמל הענבר"],
    ["en", "Jabhat al-Anbar, Lashkar-e-Kahruba, Jund al-Anbar, Hizbul Anbar, Ansaroul Kahruba"],
  ];
  allIn(said, undefined);
  expect(doubts("en", "TAMO, TRVN, B12CD, TAMON")).toEqual(["short", "short", "short", undefined]);
  expect(doubts("es", "Los Herrerillos")).toEqual(["one-word"]);
});

test("a name is in its list's language, where the script is that language's and no letter is another's", async () => {
  const languages = async (name: string, language: string) => {
    const [row] = await rowsOf(unXml([{ reference: "XDe.001", name }]), { ...un, language });
    return row?.organisation?.names.map((one) => one.language);
  };
  expect(await languages("Народна варта", "uk")).toEqual(["uk"]);
  expect(await languages("Народный союз", "uk")).toEqual(["ru"]);
  expect(await languages("Народна варта", "en")).toEqual(["ru"]);
  expect(await languages("سازمان نان", "fa")).toEqual(["fa"]);
  expect(await languages("جمعية النهر", "fa")).toEqual(["ar"]);
  expect(await languages("سازمان نان", "en")).toEqual(["ar"]);
});

test("an entry without a number or a day is refused by itself", async () => {
  const xml = unXml(unEntries(3))
    .replace("<REFERENCE_NUMBER>XDe.002</REFERENCE_NUMBER>", "")
    .replace(/<LISTED_ON>2012[^<]*/, "<LISTED_ON>");
  const rows = await rowsOf(xml, un);
  expect(rows.map(({ row, entry, fate }) => [row, entry, fate])).toEqual([
    [1, "XDe.001", "read"],
    [2, null, "refused"],
    [3, "XDe.003", "refused"],
  ]);
});

const XML = unXml(unEntries(2));
const BOMB = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>`;

const broken: readonly [what: string, text: string, options: ListOptions, problem: string][] = [
  ["cut off in the middle", XML.slice(0, XML.length / 2), un, "ends in the middle"],
  ["cut off before its last tag", XML.slice(0, XML.lastIndexOf("</CONS")), un, "<CONSOLIDATED_LIST> is never closed"],
  ["with an entity bomb", BOMB, un, "has a document type"],
  [
    "with an external entity",
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><CONSOLIDATED_LIST>&x;</CONSOLIDATED_LIST>',
    un,
    "has a document type",
  ],
  [
    "with an external document type",
    '<!DOCTYPE CONSOLIDATED_LIST SYSTEM "http://evil.example/x.dtd"><CONSOLIDATED_LIST/>',
    un,
    "has a document type",
  ],
  [
    "with an entity of its own",
    "<CONSOLIDATED_LIST>&secret;</CONSOLIDATED_LIST>",
    un,
    "an entity nobody has declared: &secret;",
  ],
  ["that is something else", "<sdnList></sdnList>", un, "begins with <sdnList>"],
  ["with two roots", "<CONSOLIDATED_LIST/><CONSOLIDATED_LIST/>", un, "goes on after its end"],
  [
    "with tags that cross",
    "<CONSOLIDATED_LIST><A><B></A></B></CONSOLIDATED_LIST>",
    un,
    "closes <A>, which is not open there",
  ],
  ["without end in depth", "<CONSOLIDATED_LIST>".repeat(50), un, "is more than 32 levels deep"],
  ["that is empty", "", un, "is empty"],
  [
    "of Dateline's own, cut off",
    '{"organisations":[{"id":"a","names":[{"text":"Abc',
    { format: "dateline" },
    "ends in the middle",
  ],
  [
    "of Dateline's own, cut off between two",
    '{"organisations":[{"id":"a","names":[{"text":"Abc","lang":"en"}]},',
    { format: "dateline" },
    "ends in the middle",
  ],
  ["of Dateline's own without organisations", "{}", { format: "dateline" }, "organisations is missing."],
  [
    "of Dateline's own with a mistake",
    '{"organisations":[{"id":"a","names":[{"text":"Abc","lang":"en"}]},{"id":"b"}]}',
    { format: "dateline" },
    "organisations[1].names is missing.",
  ],
  [
    "in lines, cut off",
    '{"id":"a","schema":"Organization"}\n{"id":"b","sch',
    { format: "ftm", list: "os", jurisdiction: "xa", wording: "w" },
    "Line 2 of the file is not JSON",
  ],
  [
    "of values with a quotation mark left open",
    'Name\n"Red Harbour',
    { format: "csv", list: "xa", jurisdiction: "xa", wording: "w", columns: { name: "Name" } },
    "is never closed",
  ],
  [
    "of values without that column",
    "A,B\n1,2\n",
    { format: "csv", list: "xa", jurisdiction: "xa", wording: "w", columns: { name: "Name" } },
    'no column "Name"; its columns are A, B',
  ],
  ["of the UN without an entry", unXml([]), un, "has no entries"],
  [
    "of values with its headings alone",
    "Name\n",
    { format: "csv", list: "xa", jurisdiction: "xa", wording: "w", columns: { name: "Name" } },
    "has no entries",
  ],
  [
    "of the UK, cut off",
    "<!DOCTYPE html><html><body><h3>Ninth Column – Proscribed March 2001</h3>",
    { format: "uk" },
    "its </html> is missing",
  ],
];

for (const [what, text, options, problem] of broken) {
  test(`a list ${what} is refused whole`, async () => {
    expect(await problemOf(text, options)).toContain(problem);
  });
}

test("the UK's page is read by its headings", async () => {
  const page = `<!DOCTYPE html><html><body><h2>List</h2>
    <h3 id="a">Ninth Column Brotherhood (<abbr>NCB</abbr>) – Proscribed March 2001</h3><p>It aims …</p>
    <h3>Amber Brotherhood - Proscribed 17 July 2020</h3><h3>Contact</h3></body></html>`;
  const rows = await rowsOf(page, { format: "uk" });
  expect(rows.map(({ entry, organisation }) => [entry, organisation?.id, organisation?.designations[0]?.from])).toEqual(
    [
      ["Ninth Column Brotherhood", "gb-proscribed-ninth-column-brotherhood", "2001-03-01"],
      ["Amber Brotherhood", "gb-proscribed-amber-brotherhood", "2020-07-17"],
    ],
  );
  expect(rows[0]?.organisation?.names.map(({ text }) => text)).toEqual(["Ninth Column Brotherhood", "NCB"]);
});

test("the UK's values are read by their headings", async () => {
  const rows = await rowsOf(
    'Organisation,Also known as,Date proscribed,Date deproscribed\r\n"Ninth Column, the",NCB Front; Column Nine,29/03/2001,\r\nAmber Brotherhood,,17 July 2020,2024-01-02\r\n',
    { format: "uk" },
  );
  expect(rows.map(({ organisation }) => organisation?.names.map(({ text }) => text))).toEqual([
    ["Ninth Column, the", "NCB Front", "Column Nine"],
    ["Amber Brotherhood"],
  ]);
  expect(rows[1]?.organisation?.designations[0]).toMatchObject({
    from: "2020-07-17",
    until: "2024-01-02",
    jurisdiction: "gb",
  });
});

test("FollowTheMoney joins a sanction to whom it names, wherever in the file it stands", async () => {
  const lines = [
    {
      id: "s1",
      schema: "Sanction",
      properties: { entity: ["o1"], startDate: ["2019-05-01"], authority: ["Ministry"] },
    },
    {
      id: "o1",
      schema: "Organization",
      properties: { name: ["Salt River Company"], alias: ["Соляная компания"], weakAlias: ["Salt Row"] },
    },
    { id: "p1", schema: "Person", properties: { name: ["Orvin Tashkel"] }, first_seen: "2022-02-03T10:00:00" },
    { id: "v1", schema: "Vessel", properties: { name: ["Salt Queen"] } },
    { id: "o2", schema: "Organization", properties: { name: ["Nameless Day"] } },
  ];
  const rows = await rowsOf(lines.map((line) => JSON.stringify(line)).join("\n"), {
    format: "ftm",
    list: "os",
    jurisdiction: "xa",
    wording: "listed",
  });
  expect(rows.map(({ row, entry, fate }) => [row, entry, fate])).toEqual([
    [4, "v1", "skipped"],
    [2, "o1", "read"],
    [3, "p1", "read"],
    [5, "o2", "refused"],
  ]);
  expect(named(rows[1]?.organisation)).toEqual([
    ["Salt River Company", "en", "full", null, undefined],
    ["Соляная компания", "ru", "alias", "ask", "shared-kind"],
    ["Salt Row", "en", "alias", "ask", "low-quality"],
  ]);
  expect(rows[1]?.organisation?.designations[0]).toMatchObject({ from: "2019-05-01", authority: "Ministry" });
  expect(rows[2]?.organisation?.designations[0]?.from).toBe("2022-02-03");
});

test("values have their columns named, and a row that says nothing useful is refused by itself", async () => {
  const csv =
    "Nr;Bezeichnung;Auch;Seit\n1;Rotes Ufer;RU|Ufer;2015-02-03\n2;;;\n3;Neuntes Heer;;morgen\n4;Bund;;2016-01-01\n";
  const rows = await rowsOf(csv, {
    format: "csv",
    list: "xd",
    jurisdiction: "xd",
    wording: "verboten",
    language: "de",
    columns: { id: "Nr", name: "bezeichnung", alias: "Auch", from: "Seit" },
  });
  expect(rows.map(({ fate, reason }) => [fate, reason])).toEqual([
    ["read", undefined],
    ["refused", "it has no name"],
    ["refused", 'it does not say since when: "morgen" is no day'],
    ["read", undefined],
  ]);
  expect(named(rows[0]?.organisation)).toEqual([
    ["Rotes Ufer", "de", "full", "ask", "unlike-organisation"],
    ["RU", "de", "alias", "ask", "short"],
    ["Ufer", "de", "alias", "ask", "short"],
  ]);
  expect(named(rows[3]?.organisation)?.[0]?.[4]).toBe("short");
});

test("Dateline's own file is read whatever it is cut into, and more fields are allowed", async () => {
  const json = JSON.stringify({
    made: ["by", { organisations: [1] }],
    organisations: [
      { id: "a", names: [{ text: 'A "quoted", name', lang: "en" }], note: "] } ,", designations: [] },
      { id: "b", names: [{ text: "Bee", lang: "en" }] },
    ],
    version: 3,
  });
  for (const size of [1, 3, 1000]) {
    const rows = await rowsOf(json, { format: "dateline" }, size);
    expect(rows.map(({ row, entry }) => [row, entry])).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
  }
  expect(await rowsOf('{ "organisations": [ ] }', { format: "dateline" })).toEqual([]);
});

const looks: readonly [head: string, format: string | undefined][] = [
  [XML, "un"],
  ['{"organisations":[]}', "dateline"],
  ['{"id":"a","schema":"Person"}\n', "ftm"],
  ["<!DOCTYPE html><html>", "uk"],
  ["Organisation,Also known as,Date proscribed", "uk"],
  ["a;b;c", undefined],
];

for (const [head, format] of looks) {
  test(`a file that begins "${head.slice(0, 20).trim()}" is told by its look`, () => {
    expect(formatByLook(head)).toBe(format as ReturnType<typeof formatByLook>);
  });
}
