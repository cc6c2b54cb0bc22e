/** The words of replies on a page that is not ours. */

export type EmbedWords = {
  /** Whose they are, and where their links lead. */
  readonly from: (agency: string) => string;
  readonly read: (agency: string) => string;
  /** `site` is a host: `paper.example`. */
  readonly refused: (site: string, agency: string) => string;
  readonly otherEdition: (site: string, edition: string) => string;
  readonly missing: (agency: string) => string;
};

const EMBED_WORDS: Readonly<Record<"en" | "ru" | "ar", EmbedWords>> = {
  en: {
    from: (agency) => `Readers write these at ${agency}. Links open in a new window.`,
    read: (agency) => `To the replies at ${agency}`,
    refused: (site, agency) => `${site} is not among the sites that may show replies from ${agency}.`,
    otherEdition: (site, edition) => `${site} may not show replies of this edition: ${edition}.`,
    missing: (agency) => `${agency} has no story at the address this page names.`,
  },
  ru: {
    from: (agency) => `Читатели пишут их на сайте ${agency}. Ссылки открываются в новом окне.`,
    read: (agency) => `К откликам на сайте ${agency}`,
    refused: (site, agency) => `${site} не входит в число сайтов, которым можно показывать отклики сайта ${agency}.`,
    otherEdition: (site, edition) => `${site} не может показывать отклики этого выпуска: ${edition}.`,
    missing: (agency) => `По адресу, который называет эта страница, на сайте ${agency} материала нет.`,
  },
  ar: {
    from: (agency) => `يكتبها القراء في ${agency}. وتُفتح الروابط في نافذة جديدة.`,
    read: (agency) => `إلى الردود في ${agency}`,
    refused: (site, agency) => `${site} ليس من المواقع التي يُسمح لها بعرض ردود ${agency}.`,
    otherEdition: (site, edition) => `لا يُسمح لـ ${site} بعرض ردود هذه الطبعة: ${edition}.`,
    missing: (agency) => `لا مادة لدى ${agency} على العنوان الذي تسميه هذه الصفحة.`,
  },
};

/** English where the language has no words of its own. */
export function embedWordsFor(language: string): EmbedWords {
  const main = language.toLowerCase().split("-", 1)[0];
  return main === "ru" || main === "ar" ? EMBED_WORDS[main] : EMBED_WORDS.en;
}
