/** Case forms of Polish names of organisations: genitive, dative, accusative, instrumental, locative. */
import { type Declined, declinedByHead, ending, type Paradigm, UNDECLINED } from "./declined.ts";

export function polishForms(name: string, kind: string): Declined {
  if (kind === "acronym" || name === name.toUpperCase()) return UNDECLINED;
  const after = declinedAfter(name);
  const certain = after.length > 0 ? after : declinedByHead(name, { adjective, noun });
  return { certain: [...new Set(certain)].filter((form) => form !== name), doubtful: [] };
}

/** Adjectives of Polish names often follow their noun: `Front Narodowy`, `Frontu Narodowego`. */
function declinedAfter(name: string): readonly string[] {
  const [head = "", ...more] = name.split(" ");
  const paradigm = noun(head);
  const after = more.findIndex((word) => !adjective(word));
  const following = more.slice(0, after === -1 ? more.length : after).map(adjective);
  if (!paradigm || following.length === 0) return [];
  const rest = more.slice(following.length);
  return paradigm.flatMap((heads, at) =>
    following
      .map((one) => one?.[at] ?? [])
      .reduce<string[][]>(
        (begun, choice) => begun.flatMap((form) => choice.map((word) => [...form, word])),
        heads.map((one) => [one]),
      )
      .map((form) => [...form, ...rest].join(" ")),
  );
}

function adjective(word: string): Paradigm | undefined {
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

function noun(word: string): Paradigm | undefined {
  const lower = word.toLowerCase();
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
