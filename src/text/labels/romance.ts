/**
 * French, Spanish, Italian and Portuguese decline no names: an article of the name is small inside a sentence and is
 * drawn into the word before it (`del Frente Rojo`), and names of people and products have a plural and a feminine.
 */
import type { Declined } from "./declined.ts";

const ARTICLES: Readonly<Record<"fr" | "es" | "it" | "pt", RegExp>> = {
  fr: /^(?:(?:Le|La|Les|Un|Une) |L['’])(?=\p{L})/iu,
  es: /^(?:El|La|Los|Las) (?=\p{L})/iu,
  it: /^(?:(?:Il|Lo|La|I|Gli|Le) |L['’])(?=\p{L})/iu,
  pt: /^(?:O|A|Os|As) (?=\p{L})/iu,
};

export function romanceForms(language: keyof typeof ARTICLES): (name: string, kind: string) => Declined {
  return (name, kind) => {
    const article = ARTICLES[language].exec(name)?.[0] ?? "";
    const bare = name.slice(article.length);
    const small = article === "" ? [] : [`${article.toLowerCase()}${bare}`, `${article}${bare}`];
    // `Base` without the article of `La Base` may be any.
    const isWord = article !== "" && !/\s/.test(bare);
    const drawnIn = article === "" ? [] : [bare];
    const many = kind === "derived" || kind === "product" ? PLURALS[language](name) : [];
    const changed = (forms: readonly string[]) => [...new Set(forms)].filter((form) => form !== name);
    const abroad = language === "pt" ? overTheSea(name) : [];
    const isPhrase = /\s/.test(name);
    return {
      certain: changed([...small, ...(isWord ? [] : drawnIn), ...many, ...(isPhrase ? abroad : [])]),
      doubtful: changed([...(isWord ? drawnIn : []), ...(isPhrase ? [] : abroad)]),
    };
  };
}

const OPEN_AND_CLOSED = ["éê", "óô", "áâ"].flatMap(([one = "", other = ""]) => [
  [one, other],
  [other, one],
]) as readonly (readonly [string, string])[];

/** `António`, `Antônio`: before m and n Portugal writes the open vowel and Brazil the closed one. */
function overTheSea(name: string): readonly string[] {
  return OPEN_AND_CLOSED.flatMap(([from, to]) => {
    const other = name.replaceAll(new RegExp(`${from}(?=[mn])`, "gu"), to);
    return other === name ? [] : [other];
  });
}

const PLURALS: Readonly<Record<keyof typeof ARTICLES, (name: string) => readonly string[]>> = {
  fr: (name) => {
    if (/\s/.test(name)) return [];
    const feminine = /e$/.test(name) ? name : /(?:en|on)$/.test(name) ? `${name}ne` : `${name}e`;
    return [/[sxz]$/.test(name) ? name : `${name}s`, feminine, `${feminine}s`];
  },
  es: (name) => {
    const feminine = /o$/.test(name) ? `${name.slice(0, -1)}a` : /[nrl]$/.test(name) ? `${name}a` : name;
    return [/[aeiouáéíóú]$/.test(name) ? `${name}s` : `${name}es`, feminine, `${feminine}s`];
  },
  it: (name) => {
    if (/ista$/.test(name)) return [`${name.slice(0, -1)}i`, `${name.slice(0, -1)}e`];
    const stem = name.slice(0, -1);
    if (/o$/.test(name)) return [`${stem}i`, `${stem}a`, `${stem}e`];
    return /e$/.test(name) ? [`${stem}i`] : /a$/.test(name) ? [`${stem}e`] : [];
  },
  pt: (name) => {
    const feminine = /o$/.test(name) ? `${name.slice(0, -1)}a` : name;
    const plural = /ão$/.test(name)
      ? `${name.slice(0, -2)}ões`
      : /[rsz]$/.test(name)
        ? `${name}es`
        : /m$/.test(name)
          ? `${name.slice(0, -1)}ns`
          : `${name}s`;
    return [plural, feminine, `${feminine}s`];
  },
};
