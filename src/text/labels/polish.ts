/** Case forms of Polish names of organisations: genitive, dative, accusative, instrumental, locative. */
import { type Agreement, beforeNumber, type Declined, ending, type Paradigm, UNDECLINED } from "./declined.ts";

export function polishForms(name: string, kind: string): Declined {
  return beforeNumber(name, (words) => formsOf(words, kind));
}

function formsOf(name: string, kind: string): Declined {
  if (kind === "acronym" || name === name.toUpperCase()) return UNDECLINED;
  return { certain: [...new Set(declinedWhole(name))].filter((form) => form !== name), doubtful: [] };
}

/** Adjectives before the noun and after it change with it: `Narodowa Armia Ludowa`, `Narodowej Armii Ludowej`. */
function declinedWhole(name: string): readonly string[] {
  const words = name.split(" ");
  const before = words.findIndex((word, at) => at === words.length - 1 || !adjective(word));
  const heads = Array.from({ length: before + 1 }, (_, less) => before - less);
  const isHead = (head: number) => headOf(words, head) !== undefined;
  // A first noun may end like an adjective (`Tarcza Narodowa`): then an adjective follows it.
  const head = isHead(0) && followers(words, 0) > 0 ? 0 : heads.find(isHead);
  if (head === undefined) return [];
  // `Komitet Samoobrony`: what follows may only end like an adjective. Its other forms are no words, and harm nobody.
  return Array.from({ length: followers(words, head) + 1 }, (_, following) => following).flatMap((following) =>
    inEveryCase(words, head, following),
  );
}

function inEveryCase(words: readonly string[], head: number, following: number): readonly string[] {
  const end = head + 1 + following;
  const paradigms = [
    ...(headOf(words, head) ?? []),
    ...words.slice(head + 1, end).map((word) => adjective(word) ?? []),
  ];
  const rest = words.slice(end);
  return Array.from({ length: CASES }, (_, at) =>
    paradigms
      .map((paradigm) => paradigm[at] ?? [])
      .reduce<string[][]>((begun, choice) => begun.flatMap((form) => choice.map((word) => [...form, word])), [[]])
      .map((form) => [...form, ...rest].join(" ")),
  ).flat();
}

const CASES = 5;

/** The paradigms of the adjectives before a noun and of the noun; nothing where they do not go together. */
function headOf(words: readonly string[], head: number): readonly Paradigm[] | undefined {
  const word = words[head] ?? "";
  const before = words.slice(0, head);
  const its = before.map((one) => agree(one, word));
  if (its.includes("not")) return undefined;
  const paradigms = [...before.map(adjective), noun(word, its.includes("plural"))];
  return paradigms.every((one) => one !== undefined) ? paradigms : undefined;
}

/** How many words after a noun may be its adjectives. */
function followers(words: readonly string[], head: number): number {
  const after = words.slice(head + 1);
  const none = after.findIndex((word) => !adjective(word) || agree(word, words[head] ?? "") === "not");
  return none === -1 ? after.length : none;
}

const agree: Agreement = (one, noun) => {
  if (/a$/iu.test(one)) return /(?:a|ość|[śćź])$/iu.test(noun) ? "singular" : "not";
  if (/[yi]$/iu.test(one))
    return /[bcdfghjklłmnprstwzż]$/iu.test(noun) ? "singular" : /ści$/iu.test(noun) ? "plural" : "not";
  if (/[oęe]$|um$/iu.test(noun)) return "singular";
  return /[yia]$/iu.test(noun) ? "plural" : "not";
};

/** Stems whose endings do not tell that they are adjectives. */
const KNOWN =
  /^(?:złot|święt|młod|star|now|mał|ostr|tward|praw|lew|jasn|ciemn|siw|żółt|czyst|prost|gęst|bogat|blad|chud|rud|wart|pierwsz|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt|kobiec|dziecięc|młodzieńc|chłopięc|obc|gorąc|walcząc|pracując|wyższ)$/iu;

function adjective(word: string): Paradigm | undefined {
  const stem = word.slice(0, -1);
  if (KNOWN.test(stem) && /y$/iu.test(word)) return ending(word, 1, ["ego", "emu", "y", "ym", "ym"]);
  if (KNOWN.test(stem) && /a$/iu.test(word)) return ending(word, 1, ["ej", "ej", "ą", "ą", "ej"]);
  if (KNOWN.test(stem) && /e$/iu.test(word))
    return ending(word, 1, [["ego", "ych"], ["emu", "ym"], "e", ["ym", "ymi"], ["ym", "ych"]]);
  if (/.{2}(?:ow|cz|sk|ck|dzk|n|rw|ł|cow|st|lsk|on|ar|am|iał)y$/iu.test(word))
    return ending(word, 1, ["ego", "emu", "y", "ym", "ym"]);
  if (/.{2}(?:sk|ck|dzk|lk|ni)i$/iu.test(word)) return ending(word, 1, ["iego", "iemu", "i", "im", "im"]);
  if (/.{2}(?:ow|cz|sk|ck|dzk|n|rw|ł|on|ar|iał)a$/iu.test(word))
    return ending(word, 1, [
      /[kg]a$/iu.test(word) ? "iej" : "ej",
      /[kg]a$/iu.test(word) ? "iej" : "ej",
      "ą",
      "ą",
      /[kg]a$/iu.test(word) ? "iej" : "ej",
    ]);
  if (/.{2}(?:ow|n|rw|ł|on|iał|cz)e$/iu.test(word))
    return ending(word, 1, [["ego", "ych"], ["emu", "ym"], "e", ["ym", "ymi"], ["ym", "ych"]]);
  return undefined;
}

/** The consonant before the -e of dative and locative. */
const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/st$/iu, "ści"],
  [/ch$/iu, "sz"],
  [/t$/iu, "ci"],
  [/d$/iu, "dzi"],
  [/r$/iu, "rz"],
  [/ł$/iu, "l"],
  [/k$/iu, "c"],
  [/g$/iu, "dz"],
  [/sn$/iu, "śni"],
  [/([nmbpwfsz])$/iu, "$1i"],
];

function softened(stem: string): string {
  const [pattern, by] = SOFTENED.find(([one]) => one.test(stem)) ?? [];
  return pattern && by !== undefined ? stem.replace(pattern, by) : stem;
}

function noun(word: string, isPlural = false): Paradigm | undefined {
  const lower = word.toLowerCase();
  // Zwolennicy, robotnicy: many men.
  if (/icy$/.test(lower)) return ending(word, 2, ["ków", "kom", "ków", "kami", "kach"]);
  const many = isPlural || /(?:[yi]|[rsc]ze|że)$/.test(lower) ? plural(word) : undefined;
  if (many) return many;
  if (/ość$/.test(lower)) return ending(word, 1, ["ci", "ci", "ć", "cią", "ci"]);
  if (/[cs]ja$|nia$|mia$|lia$/.test(lower))
    return ending(word, 1, [
      /ia$/.test(lower) ? ["i", ""] : "i",
      /ia$/.test(lower) ? ["i", ""] : "i",
      "ę",
      "ą",
      /ia$/.test(lower) ? ["i", ""] : "i",
    ]);
  if (/a$/.test(lower)) {
    const stem = word.slice(0, -1);
    const y = /[kg]$/iu.test(stem) ? "i" : "y";
    return [[`${stem}${y}`], [`${softened(stem)}e`], [`${stem}ę`], [`${stem}ą`], [`${softened(stem)}e`]];
  }
  if (/[sc]two$/.test(lower)) return ending(word, 1, ["a", "u", "o", "em", "ie"]);
  if (/(?:k|g)o$/.test(lower)) return ending(word, 1, ["a", "u", "o", "iem", "u"]);
  if (/[bdfłmnprstwz]o$/.test(lower)) {
    const stem = word.slice(0, -1);
    return [[`${stem}a`], [`${stem}u`], [word], [`${stem}em`], [`${softened(stem)}e`]];
  }
  if (/[eaę]nie$|cie$/.test(lower)) return ending(word, 1, ["a", "u", "e", "em", "u"]);
  if (/[bcdfghjklłmnprstwz]$/.test(lower)) {
    const hard = /(?:k|g|ch|l|j|sz|cz|rz|ż|c|dz)$/.test(lower);
    const em = /[kg]$/.test(lower) ? "iem" : "em";
    // Związek, związku: the e of the last syllable falls out.
    const stem = /[^aeiouyąęó]ek$/iu.test(word)
      ? `${word.slice(0, -2)}k`
      : /iec$/iu.test(word)
        ? `${word.slice(0, -3)}c`
        : word;
    return [
      [`${stem}u`, `${stem}a`],
      [`${stem}owi`],
      [word],
      [`${stem}${em}`],
      [hard || stem !== word ? `${stem}u` : `${softened(stem)}e`],
    ];
  }
  return undefined;
}

/** Brygady, brygad; oddziały, oddziałów; żniwa, żniw; separatyści, separatystów. */
function plural(word: string): Paradigm | undefined {
  if (/[iy]ści$/iu.test(word)) {
    const stem = `${word.slice(0, -3)}st`;
    return [[`${stem}ów`], [`${stem}om`], [`${stem}ów`], [`${stem}ami`], [`${stem}ach`]];
  }
  const stem = word.slice(0, -1);
  // Żołnierze, żołnierzy; towarzysze, towarzyszy.
  if (/(?:rz|sz|cz|ż)e$/iu.test(word))
    return [[`${stem}y`, `${stem}ów`], [`${stem}om`], [`${stem}y`, word], [`${stem}ami`], [`${stem}ach`]];
  if (!/[bcdfghjklłmnprstwz][yia]$/iu.test(word)) return undefined;
  const bare = /[bcdfghjlłmnprstwz]k$/iu.test(stem) ? `${stem.slice(0, -1)}ek` : stem;
  const some = /a$/iu.test(word) ? [bare] : [bare, `${stem}ów`];
  return [some, [`${stem}om`], [word], [`${stem}ami`], [`${stem}ach`]];
}
