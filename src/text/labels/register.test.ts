import { expect, test } from "bun:test";
import { formsOf, jurisdictionsOf, readRegister } from "./labels.ts";

const organisation = (more: Record<string, unknown> = {}) => ({
  id: "red-dawn",
  names: [{ text: "Red Dawn", lang: "en", kind: "short" }],
  designations: [
    {
      jurisdiction: "RU",
      authority: "Court",
      decision: "1",
      from: "2014-12-29",
      until: null,
      wording: { EN: "banned" },
      reference: "https://c.example",
    },
  ],
  ...more,
});

function problemsOf(json: unknown): readonly string[] {
  const read = readRegister(json);
  return "problems" in read ? read.problems : [];
}

test("a register is read with its forms", () => {
  const read = readRegister({ organisations: [organisation()], source: "more fields are allowed" });
  expect(read).toEqual({
    register: {
      organisations: [
        {
          id: "red-dawn",
          names: [
            {
              text: "Red Dawn",
              language: "en",
              kind: "short",
              match: null,
              wording: null,
              forms: [{ text: "Red Dawn", how: "given" }],
            },
          ],
          designations: [
            {
              jurisdiction: "ru",
              authority: "Court",
              decision: "1",
              from: "2014-12-29",
              until: null,
              wording: { en: "banned" },
              reference: "https://c.example",
            },
          ],
        },
      ],
    },
  });
});

test("its jurisdictions are told once each, in order of the alphabet", () => {
  const one = (jurisdiction: string) => ({ jurisdiction, from: "2014-12-29", wording: { en: "w" } });
  const read = readRegister({ organisations: [organisation({ designations: [one("ru"), one("gb"), one("ru")] })] });
  if ("problems" in read) throw new Error(read.problems[0]);
  expect(jurisdictionsOf(read.register)).toEqual(["gb", "ru"]);
});

const mistakes: readonly [what: string, json: unknown, problem: string][] = [
  ["what is no object", null, "The register is null; it should be an object."],
  ["a list", [], "The register is []; it should be an object."],
  ["no organisations", {}, "organisations is missing."],
  ["an organisation that is text", { organisations: ["x"] }, 'organisations[0] is "x"; it should be an object.'],
  ["no id", { organisations: [organisation({ id: undefined })] }, "organisations[0].id is missing."],
  ["an empty id", { organisations: [organisation({ id: " " })] }, 'organisations[0].id (" ") is empty.'],
  [
    "no names",
    { organisations: [organisation({ names: [] })] },
    "organisations[0].names is empty; at least one name is needed to find it.",
  ],
  [
    "a name of signs alone",
    { organisations: [organisation({ names: [{ text: "!!", lang: "en", kind: "full" }] })] },
    'organisations[0].names[0].text ("!!") has no letter or digit to look for.',
  ],
  [
    "a name without a language",
    { organisations: [organisation({ names: [{ text: "A", kind: "full" }] })] },
    "organisations[0].names[0].lang is missing.",
  ],
  [
    "a kind of name nobody knows",
    { organisations: [organisation({ names: [{ text: "A", lang: "en", kind: "nick" }] })] },
    'organisations[0].names[0].kind is "nick"; it should be one of full, short, acronym, alias, derived, product.',
  ],
  [
    "a match nobody knows",
    { organisations: [organisation({ names: [{ text: "A", lang: "en", kind: "full", match: "maybe" }] })] },
    'organisations[0].names[0].match is "maybe"; it should be one of auto, ask.',
  ],
  [
    "a day that is none",
    { organisations: [organisation({ designations: [{ jurisdiction: "ru", from: "2014-02-30", wording: {} }] })] },
    'organisations[0].designations[0].from ("2014-02-30") is not a day such as 2014-12-29.',
  ],
  [
    "a designation that ends before it begins",
    {
      organisations: [
        organisation({ designations: [{ jurisdiction: "ru", from: "2014-02-03", until: "2014-02-02", wording: {} }] }),
      ],
    },
    "organisations[0].designations[0] ends before it begins.",
  ],
  [
    "a wording with a line break",
    {
      organisations: [
        organisation({ designations: [{ jurisdiction: "ru", from: "2014-02-03", wording: { en: "a\nb" } }] }),
      ],
    },
    'organisations[0].designations[0].wording.en ("a\\nb") has a line break; a label stands in one line.',
  ],
  [
    "one id twice",
    { organisations: [organisation(), organisation()] },
    'Two organisations have the id "red-dawn"; an id names one organisation.',
  ],
];

for (const [what, json, problem] of mistakes) {
  test(`a register with ${what} is refused, and the sentence says where`, () => {
    expect(problemsOf(json)).toContain(problem);
  });
}

test("every mistake is told, not only the first", () => {
  expect(problemsOf({ organisations: [{}, { id: "x" }] })).toHaveLength(3);
});

test("two organisations may share a name", () => {
  expect(problemsOf({ organisations: [organisation(), organisation({ id: "other" })] })).toEqual([]);
});

const forms = (text: string, language: string, kind = "full", given: readonly string[] = []) =>
  formsOf({ text, language, kind, given }).map((form) => form.text);

const russian: readonly [name: string, ...forms: string[]][] = [
  [
    "Северное государство",
    "Северного государства",
    "Северному государству",
    "Северным государством",
    "Северном государстве",
  ],
  ["Тулипан", "Тулипана", "Тулипану", "Тулипаном", "Тулипане"],
  ["Правый сектор", "Правого сектора", "Правому сектору", "Правым сектором", "Правом секторе"],
  ["Движение «Рассвет»", "Движения «Рассвет»", "Движению «Рассвет»", "Движением «Рассвет»", "Движении «Рассвет»"],
  [
    "Аль-Сафа",
    "Аль-Сафы",
    "Аль-Сафе",
    "Аль-Сафу",
    "Аль-Сафой",
    "Аль-Сафою",
    "аль-Сафа",
    "аль-Сафы",
    "аль-Сафе",
    "аль-Сафу",
    "аль-Сафой",
    "аль-Сафою",
  ],
  ["Лига дружбы", "Лиги дружбы", "Лиге дружбы", "Лигу дружбы", "Лигой дружбы", "Лигою дружбы"],
  [
    "Фронт ан-Нахда",
    "Фронт ан-Нахды",
    "Фронт ан-Нахде",
    "Фронт ан-Нахду",
    "Фронт ан-Нахдой",
    "Фронт ан-Нахдою",
    "Фронта ан-Нахда",
    "Фронту ан-Нахда",
    "Фронтом ан-Нахда",
    "Фронте ан-Нахда",
  ],
  ["Братья-северяне", "Братьев-северян", "Братьям-северянам", "Братьями-северянами", "Братьях-северянах"],
  [
    "Свободная армия",
    "Свободной армии",
    "Свободную армию",
    "Свободной армией",
    "Свободной армиею",
    "Свободною армией",
    "Свободною армиею",
  ],
  ["Синее знамя", "Синего знамени", "Синему знамени", "Синим знаменем", "Синем знамени"],
  ["Последние герои", "Последних героев", "Последним героям", "Последними героями", "Последних героях"],
  ["Вооружённые силы", "Вооружённых сил", "Вооружённым силам", "Вооружёнными силами", "Вооружённых силах"],
  ["Горячий ключ", "Горячего ключа", "Горячему ключу", "Горячим ключем", "Горячим ключом", "Горячем ключе"],
  ["Рабочий", "Рабочего", "Рабочему", "Рабочим", "Рабочем"],
  ["ДКР"],
  ["Синрикё"],
  ["Red Dawn"],
];

for (const [name, ...expected] of russian) {
  test(`«${name}» склоняется, как склоняется`, () => {
    expect(forms(name, "ru")).toEqual([name, ...expected]);
  });
}

test("a derived Russian name has its plural", () => {
  expect(forms("тулип", "ru", "derived")).toContain("тулипами");
});

test("given forms come first and are kept as given", () => {
  expect(formsOf({ text: "Даль", language: "ru", kind: "short", given: ["Дали"] })).toEqual([
    { text: "Даль", how: "given" },
    { text: "Дали", how: "given" },
  ]);
});

test("an English word has a plural; an acronym has its dots, several words have none", () => {
  expect(forms("Tulipan", "en")).toEqual(["Tulipan", "Tulipans"]);
  expect(forms("Dawny", "en")).toEqual(["Dawny", "Dawnies"]);
  expect(forms("RDM", "en", "acronym")).toEqual(["RDM", "R.D.M."]);
  expect(forms("Northern State", "en")).toEqual(["Northern State"]);
  expect(forms("The Core", "en")).toEqual(["The Core", "the Core"]);
});

test("quotation marks round a registered name are not part of it", () => {
  expect(forms("«Тулипан»", "ru")[0]).toBe("Тулипан");
});
