/** Case forms of Ukrainian names of organisations: genitive, dative, accusative, instrumental, locative. */
import {
  type Agreement,
  beforeNumber,
  type Declined,
  declinedByHead,
  ending,
  type Paradigm,
  spokenAcronym,
} from "./declined.ts";

export function ukrainianForms(name: string, kind: string): Declined {
  return beforeNumber(name, (words) => formsOf(words, kind));
}

function formsOf(name: string, kind: string): Declined {
  if (kind === "acronym" || name === name.toUpperCase()) return spokenAcronym(name, ENDINGS);
  const made = declinedByHead(name, { adjective, noun, agree });
  const derived = kind === "derived" ? pluralsOf(name) : [];
  // An і in the last syllable may be an о or е elsewhere: схід, сходу, but мотив stays. Which, only a dictionary tells.
  const [last = ""] = name.split(" ").filter((word) => !adjective(word));
  const isOpened =
    /[бвгґджзйклмнпрстфхцчшщ]і[бвгґджзклмнпрстфхцчшщ]$/iu.test(last) && !/(?:ізм|іст|ів|ік)$/iu.test(last);
  const opened = isOpened
    ? opening(last).flatMap((stem) => declinedByHead(name.replace(last, stem), { adjective, noun, agree }))
    : [];
  const changed = (forms: readonly string[]) => [...new Set(forms)].filter((form) => form !== name);
  return isOpened
    ? { certain: [], doubtful: changed([...made, ...opened]) }
    : { certain: changed([...made, ...derived]), doubtful: [] };
}

const ENDINGS = { small: ["у", "а", "ом", "ові", "і"], large: ["И", "І", "У", "ОЮ"] };

function opening(word: string): readonly string[] {
  return ["о", "е"].map((vowel) => word.replace(/і(?=[^і]$)/iu, vowel));
}

function adjective(word: string): Paradigm | undefined {
  if (/.{2}ий$/iu.test(word)) return ending(word, 2, ["ого", "ому", "ий", "им", ["ому", "ім"]]);
  if (/.{2}ній$/iu.test(word)) return ending(word, 2, ["ього", "ьому", "ій", "ім", "ьому"]);
  if (/.{2}(?:ськ|цьк|зьк|н|ов|ев|ив|ист)а$/iu.test(word) || KNOWN.test(word.replace(/а$/iu, "")))
    return ending(word, 1, ["ої", "ій", "у", "ою", "ій"]);
  if (/.{2}(?:ськ|цьк|зьк|н|ов|ев|ив|ист)е$/iu.test(word))
    return ending(word, 1, ["ого", "ому", "е", "им", ["ому", "ім"]]);
  if (/.{2}(?:ськ|цьк|зьк|йн|вн|льн|рн|ов|ист)і$/iu.test(word) || KNOWN.test(word.replace(/і$/iu, "")))
    return ending(word, 1, ["их", "им", "і", "ими", "их"]);
  return KNOWN.test(word.replace(/[еі]$/iu, "")) && /е$/iu.test(word)
    ? ending(word, 1, ["ого", "ому", "е", "им", ["ому", "ім"]])
    : undefined;
}

/** Колона is a noun that ends like an adjective; beside a noun of another gender it is none. */
const agree: Agreement = (one, noun) => {
  if (/а$/iu.test(one)) return /(?:[ая]|ість|ь)$/iu.test(noun) ? "singular" : "not";
  if (/[иі]й$/iu.test(one)) return /[бвгґджзйклмнпрстфхцчшщь]$/iu.test(noun) ? "singular" : "not";
  if (/[еє]$/iu.test(one)) return /[оея]$/iu.test(noun) ? "singular" : "not";
  return /[иіїа]$/iu.test(noun) ? "plural" : "not";
};

/** Stems whose endings do not tell that they are adjectives. */
const KNOWN =
  /^(?:біл|сір|сив|жовт|рус|стар|молод|мал|велик|довг|гостр|тверд|щир|прав|лів|свят|світл|тепл|крут|рівн|вольн|золот|перш|друг|четверт|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят|сот|жіноч|робоч|дитяч|юнач|козач|гаряч|діюч|вищ)$/iu;

const SOFTENED: Readonly<Record<string, string>> = { г: "з", к: "ц", х: "с" };

function softened(stem: string): string {
  return `${stem.slice(0, -1)}${SOFTENED[stem.slice(-1)] ?? stem.slice(-1)}`;
}

function noun(word: string, isPlural = false): Paradigm | undefined {
  const lower = word.toLowerCase();
  // Жнива, крила: many things of a neuter.
  if (isPlural && /а$/.test(lower)) return ending(word, 1, ["", "ам", "а", "ами", "ах"]);
  if (/ія$/.test(lower)) return ending(word, 1, ["ї", "ї", "ю", "єю", "ї"]);
  if (/(?:ення|ання|іння|ття|іддя)$/.test(lower)) return ending(word, 1, ["я", "ю", "я", "ям", ["і", "ю"]]);
  if (/я$/.test(lower)) return ending(word, 1, ["і", "і", "ю", "ею", "і"]);
  if (/а$/.test(lower)) {
    const stem = word.slice(0, -1);
    const soft = `${softened(stem)}і`;
    const isHusher = /[жчшщ]$/iu.test(stem);
    return [[`${stem}${isHusher ? "і" : "и"}`], [soft], [`${stem}у`], [`${stem}${isHusher ? "е" : "о"}ю`], [soft]];
  }
  if (/[^аеєиіїоуюя]о$/.test(lower)) return ending(word, 1, ["а", "у", "о", "ом", "і"]);
  if (/ість$/.test(lower)) return ending(word, 4, ["ості", "ості", "ість", "істю", "ості"]);
  if (/ець$/.test(lower)) return ending(word, 3, ["ця", ["цю", "цеві"], "ця", "цем", "ці"]);
  if (/ок$/.test(lower)) return ending(word, 2, [["ку", "ка"], ["ку", "кові"], "ок", "ком", "ку"]);
  if (/[иі]$/.test(lower)) return plural(word);
  // Ліхтар, ліхтаря, but базар, базару: which, only a dictionary tells.
  if (/[ая]р$/.test(lower))
    return [
      [`${word}я`, `${word}у`, `${word}а`],
      [`${word}ю`, `${word}еві`, `${word}у`, `${word}ові`],
      [word],
      [`${word}ем`, `${word}ом`],
      [`${word}і`, `${word}ю`],
    ];
  if (/[бвгґджзклмнпрстфхцчшщ]$/.test(lower)) {
    return [
      [`${word}у`, `${word}а`],
      [`${word}у`, `${word}ові`],
      [word],
      [`${word}ом`],
      [`${softened(word)}і`, `${word}у`],
    ];
  }
  return undefined;
}

function plural(word: string): Paradigm {
  const stem = word.slice(0, -1);
  const a = /і$/iu.test(word) && !/[гкх]і$/iu.test(word) ? "я" : "а";
  // Загонів, but бригад.
  const bare = /и$/iu.test(word) ? [stem] : [];
  return [[`${stem}ів`, ...bare], [`${stem}${a}м`], [word], [`${stem}${a}ми`], [`${stem}${a}х`]];
}

/** A derived name in one word is what its people are called. */
function pluralsOf(name: string): readonly string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(name) || !/[бвгджзклмнпрстфх]$|ець$/iu.test(name)) return [];
  const many = /ець$/iu.test(name) ? `${name.slice(0, -3)}ці` : `${name}и`;
  return [many, ...plural(many).flat()];
}
