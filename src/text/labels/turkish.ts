/**
 * Turkish case endings. A proper name takes them after an apostrophe, which is read from the text; the name of an institution
 * takes them without one (`Kızıl Cephesine`), and those forms are made here.
 */
import { type Declined, UNDECLINED } from "./declined.ts";

/** `Dağcılar`: what the people of somebody are called; one of them is a `Dağcı`. */
const ADHERENTS = /^(\p{Lu}\p{L}{2,}[cç][ıiuü])l[ae]r$/u;

const HARD = /[fstkçşhp]$/u;

export function turkishForms(name: string, kind: string): Declined {
  const one = ADHERENTS.exec(name)?.[1];
  const ofOne = one === undefined ? [] : [one, ...endingsOf(one, kind).certain];
  const { certain, doubtful: perhaps } = endingsOf(name, kind);
  const doubtful = [...perhaps, ...ofOne];
  // Wires without Turkish letters write Celik Pence; a single word so may be another.
  const plain = [name, ...certain].flatMap((one) => (plainly(one) === one ? [] : plainly(one)));
  return /\s/.test(name)
    ? { certain: [...certain, ...plain], doubtful }
    : { certain, doubtful: [...doubtful, ...plain] };
}

const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  İ: "I",
  ş: "s",
  Ş: "S",
  ğ: "g",
  Ğ: "G",
  ç: "c",
  Ç: "C",
  ö: "o",
  Ö: "O",
  ü: "u",
  Ü: "U",
  â: "a",
  î: "i",
};

function plainly(name: string): string {
  return name.replace(/[ıİşŞğĞçÇöÖüÜâî]/g, (letter) => PLAIN[letter] ?? letter);
}

function endingsOf(name: string, kind: string): Declined {
  if (kind === "acronym" || name === name.toLocaleUpperCase("tr") || !/[a-zçğıöşüâî]$/u.test(name)) return UNDECLINED;
  const vowels = name.match(/[aıoueiöüâî]/giu) ?? [];
  const last = vowels.at(-1)?.toLocaleLowerCase("tr") ?? "";
  if (last === "") return UNDECLINED;
  const isBack = "aıouâ".includes(last);
  const a = isBack ? "a" : "e";
  const i = isBack ? ("ou".includes(last) ? "u" : "ı") : "öü".includes(last) ? "ü" : "i";
  const d = HARD.test(name) ? "t" : "d";
  // `Kızıl Cephesi`: the head of a compound ends in a possessive, after which an n comes in.
  const isPossessed = /\s/.test(name) && /[ıiuü]$/u.test(name);
  const endsInVowel = /[aıoueiöüâî]$/u.test(name);
  const endings = isPossessed
    ? [`n${i}n`, `n${a}`, `n${i}`, `n${d}${a}`, `n${d}${a}n`, `yl${a}`]
    : endsInVowel
      ? [`n${i}n`, `y${a}`, `y${i}`, `${d}${a}`, `${d}${a}n`, `yl${a}`]
      : [`${i}n`, a, i, `${d}${a}`, `${d}${a}n`, `l${a}`];
  const many =
    kind === "derived"
      ? [
          `l${a}r`,
          `l${a}r${isBack ? "ın" : "in"}`,
          `l${a}r${a}`,
          `l${a}r${isBack ? "ı" : "i"}`,
          `l${a}rd${a}`,
          `l${a}rd${a}n`,
        ]
      : [];
  const made = [...endings, ...many].map((one) => `${name}${one}`);
  // One short word with an ending may be another word: Kar, karda.
  return /\s/.test(name) || name.length > SHORT ? { certain: made, doubtful: [] } : { certain: [], doubtful: made };
}

const SHORT = 4;
