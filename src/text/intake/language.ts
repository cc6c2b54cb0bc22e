/** Which language copy is in, told by its script and its smallest words. */

const LETTERS_LOOKED_AT = 20_000;

/** BCP 47 code of the language a text reads as; nothing when it cannot be told. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, LETTERS_LOOKED_AT);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const arabic = count(/\p{Script=Arabic}/gu);
  const hebrew = count(/\p{Script=Hebrew}/gu);
  const most = Math.max(latin, cyrillic, arabic, hebrew);
  if (most < 10) return undefined;
  if (most === cyrillic) return cyrillicLanguage(sample);
  if (most === hebrew) return "he";
  if (most === arabic) return count(/[پچژگ]/g) * 50 > arabic ? "fa" : "ar";
  return latinLanguage(sample);
}

function cyrillicLanguage(sample: string): string {
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  if (count(/ў/gi) > 0 && count(/ы/gi) > 0) return "be";
  if (count(/[іїєґ]/gi) * 40 > sample.length && count(/[ыэъё]/gi) * 200 < sample.length) return "uk";
  return "ru";
}

const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in a is was that for on with as by it from his at be were are has said",
  de: "der die das und in den von zu mit ist im dem des nicht auf für eine ein wurde nach sich",
  fr: "le la les de des et en un une du dans que est pour par sur au qui pas ont aux",
  es: "el la los las de y en que un una del por con para es se al su fue como",
  it: "il la di e che in un una del per con non sono della le dei nel è gli ha",
  pt: "o a os as de e que em um uma do da no na para com por não foi ao",
  nl: "de het een en van in op te dat is voor met zijn niet aan er door werd om naar",
  pl: "i w na z że do się nie o jest po od przez dla za są który to jak było",
  tr: "ve bir bu da de için ile olarak daha çok olan ki gibi sonra kadar",
};

function latinLanguage(sample: string): string | undefined {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(SMALL_WORDS).map(([language, list]) => {
    const small = new Set(list.split(" "));
    return { language, hits: words.filter((word) => small.has(word)).length };
  });
  const [best, second] = scores.sort((a, b) => b.hits - a.hits);
  if (!best || best.hits === 0 || best.hits === second?.hits) return undefined;
  return best.language;
}
