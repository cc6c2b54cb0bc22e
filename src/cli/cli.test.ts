import { expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyPlace, engines, type Place } from "#test/engines.ts";
import { configFrom } from "../config.ts";
import type { World } from "./command.ts";
import { doctorCommand } from "./doctor.ts";
import { editionAdd, editionList, editionSet } from "./edition.ts";
import { intake } from "./intake.ts";
import { registerImport, registerList } from "./register.ts";
import { run } from "./run.ts";
import { staffInvite } from "./staff.ts";

const COMMANDS = [
  editionAdd,
  editionList,
  editionSet,
  registerImport,
  registerList,
  intake,
  staffInvite,
  doctorCommand(async () => (language) => language === "en"),
];

const REGISTER = {
  organisations: [
    {
      id: "northern-relief-front",
      names: [{ text: "NRF", lang: "en", kind: "acronym" }],
      designations: [
        {
          jurisdiction: "xa",
          authority: "High Court",
          decision: "1/12",
          from: "2012-03-01",
          until: null,
          wording: { en: "group banned in Aldria" },
        },
      ],
    },
  ],
};

const COPY = `Ferries stand still

Talmira, 2 March 2026.

The NRF (group banned in Aldria) wrote a letter, the police said. The ferries stood still.
`;

/** Runs `dateline WORD …` on a store, with a clock that stands still. */
async function dateline(place: Place, words: readonly string[], stdin: string | Uint8Array = "") {
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {
      yield typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin;
    },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => new Date("2026-03-02T12:00:00Z"),
    config: (given) => configFrom({ ...place, ...given }, {}),
  };
  const here = ["--data", place.data, ...(place.database ? ["--database", place.database] : [])];
  const status = await run(COMMANDS, [...words, ...here], world);
  return { status, out, err };
}

function fileWith(content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "dateline-cli-")), "file");
  writeFileSync(path, content);
  return path;
}

for (const engine of engines) {
  test(`${engine}: an empty store has one edition, en, that labels nothing`, async () => {
    const place = await emptyPlace(engine);
    const { status, out } = await dateline(place, ["edition", "list", "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { code: "en", jurisdictions: [], labelsAsOf: "today", labelPolicy: { scope: "every" } },
    ]);
  });

  test(`${engine}: an edition is added once, and changed by the words it is given`, async () => {
    const place = await emptyPlace(engine);
    expect((await dateline(place, ["edition", "add", "ru", "--language", "ru", "--name", "Русский"])).status).toBe(0);
    const twice = await dateline(place, ["edition", "add", "ru"]);
    expect([twice.status, twice.err]).toEqual([
      1,
      'dateline: There is an edition "ru" already. Change it with: edition set ru\n',
    ]);
    const set = await dateline(place, [
      "edition",
      "set",
      "ru",
      "--jurisdiction",
      "xa",
      "--jurisdiction",
      "un",
      "--policy",
      "note",
      "--as-of",
      "2018-02-16",
      "--json",
    ]);
    expect(JSON.parse(set.out)).toMatchObject({
      code: "ru",
      jurisdictions: ["xa", "un"],
      labelPolicy: { scope: "every", style: "note" },
      labelsAsOf: "2018-02-16",
    });
    const back = await dateline(place, [
      "edition",
      "set",
      "ru",
      "--policy",
      "first",
      "--jurisdiction",
      "none",
      "--json",
    ]);
    expect(JSON.parse(back.out)).toMatchObject({ jurisdictions: [], labelPolicy: { scope: "first", style: "inline" } });
  });

  test(`${engine}: every part of an edition's policy is set by itself, and kept by what is set later`, async () => {
    const place = await emptyPlace(engine);
    const set = (...words: readonly string[]) => dateline(place, ["edition", "set", "en", ...words, "--json"]);
    const notices = fileWith(JSON.stringify([{ kind: "us-fara", name: "Harbour Press", principal: "Karvia" }]));
    await set("--surface", "headline,body", "--surface", "print", "--wording", "xk=banned in Karvia");
    await set("--notice-place", "top", "--notice-size", "150", "--folds", "yes");
    const { labelPolicy } = JSON.parse((await set("--notices", notices)).out);
    expect(labelPolicy).toMatchObject({
      scope: "every",
      surfaces: { headline: true, body: true, print: true, caption: false, feed: false },
      wording: { xk: "banned in Karvia" },
      notice: { place: "top", size: 150 },
      folds: true,
    });
    expect(labelPolicy.notices).toMatchObject([{ place: "top", wording: { en: expect.stringContaining("Karvia") } }]);
    expect(JSON.parse((await set("--notices", "none")).out).labelPolicy).toMatchObject({ notices: [], folds: true });
    const odd = await set("--notices", fileWith('[{"kind": "us-fara", "name": "Harbour Press"}]'));
    expect([odd.status, odd.err]).toEqual([1, expect.stringContaining("principal")]);
    expect((await set("--surface", "bodies")).status).toBe(2);
  });

  test(`${engine}: a mistake in an edition's settings is a sentence and changes nothing`, async () => {
    const place = await emptyPlace(engine);
    for (const [words, status] of [
      [["edition", "set", "en", "--policy", "sometimes"], 2],
      [["edition", "set", "en"], 2],
      [["edition", "set"], 2],
      [["edition", "set", "en", "--time-zone", "Europe/Atlantis"], 1],
      [["edition", "set", "en", "--as-of", "2018-02-31"], 1],
      [["edition", "set", "nowhere", "--policy", "first"], 1],
      [["edition", "add", "desk"], 1],
      [["edition", "add", "Not A Code"], 1],
      [["edition", "remove", "en"], 2],
      [["edition", "set", "en", "--no-such-option"], 2],
    ] as const) {
      const said = await dateline(place, words);
      expect([words.join(" "), said.status]).toEqual([words.join(" "), status]);
      expect(said.err).toMatch(/^dateline: .{10,}\n$/s);
    }
    const { out } = await dateline(place, ["edition", "list", "--json"]);
    expect(JSON.parse(out)).toMatchObject([
      { code: "en", labelPolicy: { scope: "every" }, timeZone: "UTC", labelsAsOf: "today" },
    ]);
  });

  test(`${engine}: a register is imported, the same one again changes nothing, and it comes back as it went in`, async () => {
    const place = await emptyPlace(engine);
    const file = fileWith(JSON.stringify(REGISTER));
    expect(JSON.parse((await dateline(place, ["register", "import", file, "--json"])).out)).toMatchObject({
      added: ["northern-relief-front"],
    });
    const again = JSON.parse((await dateline(place, ["register", "import", file, "--json"])).out);
    expect(again).toMatchObject({ added: [], changed: [], unchanged: ["northern-relief-front"] });
    const listed = await dateline(place, ["register", "list", "--json"]);
    expect(JSON.parse(listed.out)).toMatchObject({
      organisations: [{ id: "northern-relief-front", designations: [{ jurisdiction: "xa", from: "2012-03-01" }] }],
    });
    const fromList = await dateline(place, ["register", "import", fileWith(listed.out), "--json"]);
    expect(JSON.parse(fromList.out)).toMatchObject({ added: [], changed: [] });
  });

  test(`${engine}: a file that is no register changes nothing and says where it is wrong`, async () => {
    const place = await emptyPlace(engine);
    for (const content of [
      "",
      "{",
      "[]",
      '{"organisations":[{"id":"x"}]}',
      new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0]),
    ]) {
      const said = await dateline(place, ["register", "import", fileWith(content)]);
      expect(said.status).toBe(1);
      expect(said.err.length).toBeGreaterThan(20);
    }
    expect((await dateline(place, ["register", "import", "/no/such/file"])).err).toContain("there is no such file");
    expect(JSON.parse((await dateline(place, ["register", "list", "--json"])).out)).toEqual({ organisations: [] });
  });

  test(`${engine}: copy becomes a published article, its typed label asked about until the register knows it`, async () => {
    const place = await emptyPlace(engine);
    const first = await dateline(place, ["intake", fileWith(COPY), "--edition", "en", "--publish", "--json"]);
    expect(first.status).toBe(0);
    const taken = JSON.parse(first.out);
    expect(taken).toMatchObject({
      headline: "Ferries stand still",
      slug: "ferries-stand-still",
      address: "/en/ferries-stand-still",
      state: "published",
      dateline: { place: "Talmira", date: "2026-03-02" },
      mentions: [{ organisation: null, name: "NRF", typed: "group banned in Aldria" }],
    });
    expect(taken.findings.map(({ code }: { code: string }) => code)).toContain("label-unregistered");

    await dateline(place, ["register", "import", fileWith(JSON.stringify(REGISTER))]);
    await dateline(place, ["edition", "set", "en", "--jurisdiction", "xa"]);
    const second = JSON.parse((await dateline(place, ["intake", "-", "--json"], COPY)).out);
    expect(second).toMatchObject({
      state: "draft",
      slug: "ferries-stand-still-2",
      mentions: [{ organisation: "northern-relief-front", name: "NRF" }],
    });
    expect(second.findings.map(({ code }: { code: string }) => code)).not.toContain("label-unregistered");
  });

  test(`${engine}: a name that two organisations share is asked about and not labelled`, async () => {
    const place = await emptyPlace(engine);
    const [front] = REGISTER.organisations;
    const both = { organisations: [front, { ...front, id: "national-rowing-federation" }] };
    expect((await dateline(place, ["register", "import", fileWith(JSON.stringify(both))])).status).toBe(0);
    await dateline(place, ["edition", "set", "en", "--jurisdiction", "xa"]);
    const copy = COPY.replace(" (group banned in Aldria)", "");
    const { status, out } = await dateline(place, ["intake", fileWith(copy), "--publish", "--json"]);
    expect(status).toBe(0);
    const asked = JSON.parse(out).findings.filter(({ code }: { code: string }) => code === "mention-doubtful");
    expect(asked).toEqual([
      {
        code: "mention-doubtful",
        severity: "ask",
        message:
          '"NRF" is not labelled: the name is that of several organisations: northern-relief-front, national-rowing-federation. Decide whether it is meant.',
      },
    ]);
  });

  test(`${engine}: copy that cannot be taken in leaves nothing behind`, async () => {
    const place = await emptyPlace(engine);
    for (const content of ["", "   \n\n ", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])]) {
      const said = await dateline(place, ["intake", "-", "--publish", "--json"], content);
      expect(said.status).toBe(1);
      expect(said.err).toMatch(/^dateline: /);
    }
    const huge = await dateline(place, ["intake", "-"], COPY.padEnd(17 * 1024 * 1024, " more"));
    expect([huge.status, huge.err]).toEqual([
      1,
      "dateline: Standard input has more than 16 MB, which is more than is read here.\n",
    ]);
    expect((await dateline(place, ["intake", fileWith(COPY), "--edition", "xx"])).status).toBe(1);
    expect((await dateline(place, ["intake"])).status).toBe(2);
    const good = JSON.parse((await dateline(place, ["intake", "-", "--json"], COPY)).out);
    expect(good.slug).toBe("ferries-stand-still");
  });

  test(`${engine}: an invitation is a link, once more for who is there already, and never another role`, async () => {
    const place = await emptyPlace(engine);
    const words = ["staff", "invite", "Ines@News.example", "--role", "editor", "--name", "Ines Tallow"];
    const first = await dateline(place, words);
    expect([first.status, first.out]).toEqual([
      0,
      expect.stringMatching(/^http:\/\/localhost:8080\/desk\/sign-in\/[\w-]{32}\n$/),
    ]);
    expect(first.err).toContain("works once and holds for seven days");
    const again = JSON.parse((await dateline(place, ["staff", "invite", "ines@news.example", "--json"])).out);
    expect(again).toMatchObject({ email: "ines@news.example", name: "Ines Tallow", role: "editor", mailed: false });
    expect(again.link).not.toBe(first.out.trim());
    expect((await dateline(place, ["staff", "invite", "ines@news.example", "--reset"])).status).toBe(0);

    const other = await dateline(place, ["staff", "invite", "ines@news.example", "--role", "administrator"]);
    expect([other.status, other.out]).toEqual([1, ""]);
    expect(other.err).toContain("works here already, as editor");
    for (const wrong of [
      ["not an address"],
      ["ines@news.example", "more"],
      ["x@news.example", "--role", "owner"],
      [],
    ]) {
      expect((await dateline(place, ["staff", "invite", ...wrong])).status).toBe(2);
    }
  });

  test(`${engine}: the doctor says what an edition lacks`, async () => {
    const place = await emptyPlace(engine);
    expect((await dateline(place, ["doctor"])).status).toBe(0);
    await dateline(place, ["edition", "add", "et", "--language", "et"]);
    await dateline(place, ["edition", "set", "et", "--jurisdiction", "xz"]);
    const said = await dateline(place, ["doctor", "--json"]);
    expect(said.status).toBe(1);
    const { findings, settings } = JSON.parse(said.out);
    expect(findings.map(({ message }: { message: string }) => message).join("\n")).toContain('the jurisdiction "xz"');
    expect(findings.map(({ message }: { message: string }) => message).join("\n")).toContain("are in English");
    expect(findings.map(({ message }: { message: string }) => message).join("\n")).toContain("et has no imprint");
    expect(findings.map(({ message }: { message: string }) => message).join("\n")).toContain("where to write to");
    expect(settings.map(({ name }: { name: string }) => name)).toEqual([
      "data",
      "database",
      "replicas",
      "port",
      "host",
      "url",
      "trusted_proxies",
      "keys",
      "smtp",
      "metrics_token",
      "mail_from",
      "cdn",
      "cdn_token",
      "witnesses",
      "timestamps",
      "wire_private",
      "media",
      "media_key_id",
      "media_key",
    ]);
  });
}

test("every command has its help, and an unknown one is told what there is", async () => {
  const place = await emptyPlace("sqlite");
  for (const { name } of COMMANDS) {
    const { status, out } = await dateline(place, [...name.split(" "), "--help"]);
    expect([status, out.startsWith(`dateline ${name}`)]).toEqual([0, true]);
  }
  expect((await dateline(place, ["publish"])).err).toContain("dateline --help");
});

test("sqlite: the doctor also looks at an install whose store is damaged, and prints its settings", async () => {
  const { data } = await emptyPlace("sqlite");
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, "dateline.db"), "Dear reader,\n".repeat(1_000));
  const { status, out, err } = await dateline({ data }, ["doctor"]);
  expect({ status, err }).toEqual({ status: 1, err: "" });
  expect(out).toContain(`data             ${data}  (--data)`);
  expect(out).toMatch(/^wrong .* is not a database, or it is damaged\./m);
  expect(out).toMatch(/^fine {2}\d+ GB are free on the disk/m);
});

test("postgres: the doctor says that the server is not there, and never the password", async () => {
  const { data } = await emptyPlace("sqlite");
  const { status, out } = await dateline({ data, database: "postgres://ilse:secret@127.0.0.1:1/news" }, ["doctor"]);
  expect(status).toBe(1);
  expect(out).toContain("postgres://ilse:•••@127.0.0.1:1/news");
  expect(out).toMatch(/^wrong The PostgreSQL database cannot be opened: /m);
  expect(out).not.toContain("secret");
});
