/** Where copy came from, by the line that closes it: `Source: …`, `Источник: …`, `Translated from …`. */
import type { Passage } from "./passages.ts";

export type Origin = { readonly name: string; readonly url: string | null };
export type OriginPart = { readonly name: string | null; readonly url: string | null };

const LONGEST_ORIGIN = 200;

const LEAD = new RegExp(
  String.raw`^(?:[*_>—–-]+\s*)?(?:${[
    "(?:original )?sources?(?: of (?:the )?(?:article|story|text|news))?",
    "(?:the )?original(?: (?:article|text|story|publication|post))?(?: (?:here|at|on))?",
    "(?:first|originally) published (?:by|in|on|at)",
    "(?:re)?published from",
    "via",
    "read the original(?: (?:article|story|text))?(?: (?:here|at|on|in))?",
    "(?:перво)?источники?(?: (?:новости|статьи|материала))?",
    "(?:статья в )?оригинал(?:ьная статья|ьный текст|е|а)?(?: (?:статьи|публикации|материала))?",
    "впервые опубликовано(?: (?:в|на))?",
    "(?:перво)?джерел[оа]|оригінал",
    "(?:original)?quellen?|originalartikel",
    "(?:source|article) (?:originale?|d'origine)",
    "fuentes?|fonti?e?",
    "المصدر|المصادر|النص الأصلي|نقلا عن|نقلاً عن",
  ].join("|")})\s*[:：]\s*(.*)$`,
  "iu",
);
const TRANSLATED =
  /^(?:[*_>—–-]+\s*)?(?:(?:translated|translation|adapted|reprinted|abridged) (?:from|by permission of)|(?:by way )?courtesy of|перевод(?:ено)?(?: (?:с сайта|из|статьи))?:|переведено (?:с сайта|из)|по материалам|(?:aus dem|übersetzt (?:aus|von))|traduit de|مترجم عن)\s*:?\s*(.*)$/iu;
const A_LANGUAGE =
  /^(?:the )?(?:original )?(?:english|russian|arabic|german|french|spanish|ukrainian|persian|turkish|chinese|italian|portuguese|hebrew|polish|с?\s?(?:английск|русск|арабск|немецк|французск|испанск|украинск)\p{L}+|englischen|russischen|französischen|russe|anglais|arabe)(?![\p{L}])/iu;
const URL_WORDS = /(?:https?:\/\/|www\.)[^\s<>()«»“”"]+[^\s<>()«»“”".,;:!?]/iu;

/** What a line says of the copy's origin, if it is such a line. */
export function originIn(passage: Passage): OriginPart | undefined {
  const line = passage.text.trim();
  if (line.length > LONGEST_ORIGIN || line.includes("\n")) return undefined;
  const translated = TRANSLATED.exec(line);
  if (translated?.[1] !== undefined && A_LANGUAGE.test(translated[1])) return undefined;
  const said = (LEAD.exec(line) ?? translated)?.[1]?.trim();
  if (said === undefined) return undefined;
  const url = linked(passage) ?? webAddress(URL_WORDS.exec(said)?.[0]);
  const name = originName(said);
  return name === null && url === null ? undefined : { name, url };
}

/** The lines together: the first name and the first address; an address alone is named by its host. */
export function originOf(parts: readonly OriginPart[]): Origin | null {
  const url = parts.find((part) => part.url !== null)?.url ?? null;
  const name = parts.find((part) => part.name !== null)?.name ?? (url === null ? null : hostOf(url));
  return name === null ? null : { name, url };
}

function linked({ marked }: Passage): string | null {
  const href = marked.find(({ mark }) => mark.type === "link")?.mark.attrs?.["href"];
  return typeof href === "string" && /^https?:/i.test(href) ? href : null;
}

function webAddress(found: string | undefined): string | null {
  if (found === undefined) return null;
  const address = /^https?:/i.test(found) ? found : `https://${found}`;
  return URL.canParse(address) ? address : null;
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

function originName(said: string): string | null {
  const name = said
    .replace(URL_WORDS, "")
    .replace(/[,;(]\s*(?:translated|translation|перевод|übersetzt|traduit)(?!\p{L}).*$/iu, "")
    .replace(/[(<[]\s*[)>\]]/g, "")
    .replace(/^[\s*_|,;:—–-]+|[\s*_|,;:—–.-]+$/g, "")
    .replace(/^[«“"„](.*)[»”"“]$/u, "$1")
    .trim();
  return name === "" || /^(?:link|here|ссылка|здесь|тут|сайт)$/i.test(name) ? null : name;
}
