/** What the elements of HTML and the names in their attributes mean to a reader of copy; those of word processors and of site makers among them. */
import { TokenizerMode } from "parse5";
import { isWebAddress } from "./links.ts";

export type Attributes = ReadonlyMap<string, string>;

/** Content that is never words of the story, whatever it holds. */
export const SKIPPED = setOf(
  "script style template noscript noembed frames noframes svg math object canvas select textarea button datalist iframe video audio map",
);

/** Elements whose content holds no tags. A map and no object: an author may well write `<constructor>`. */
export const RAW_TEXT: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ["script", TokenizerMode.SCRIPT_DATA],
  ["style", TokenizerMode.RAWTEXT],
  ["xmp", TokenizerMode.RAWTEXT],
  ["iframe", TokenizerMode.RAWTEXT],
  ["noembed", TokenizerMode.RAWTEXT],
  ["noframes", TokenizerMode.RAWTEXT],
  ["title", TokenizerMode.RCDATA],
  ["textarea", TokenizerMode.RCDATA],
]);

export const WITHOUT_END = setOf("area base br col embed hr img input link meta param source track wbr");

const INLINE = setOf(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr",
);

/** Elements inside which a line goes on; every other element ends the paragraph. Word's own (`o:p`, smart tags) have a colon. */
export function isInline(name: string): boolean {
  return INLINE.has(name) || name.includes(":");
}

export function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

export function styleOf(attributes: Attributes): string {
  return attributes.get("style") ?? "";
}

export function hasClass(attributes: Attributes, name: string): boolean {
  return classesOf(attributes).includes(name);
}

function classesOf(attributes: Attributes): readonly string[] {
  const names = attributes.get("class") ?? "";
  return names === "" ? [] : names.split(/\s+/);
}

/**
 * What the author does not mean to say: hidden words, words struck in review, colleagues' comments, the row of no height
 * that Word measures columns with. `data-label` is what
 * our own pages print labels with: a label never comes into a body by copying a page of ours.
 */
export function isLeftOut(name: string, attributes: Attributes): boolean {
  if (name === "del") return true;
  if (attributes.size === 0) return false;
  return (
    attributes.has("hidden") ||
    attributes.has("data-label") ||
    attributes.get("role") === "navigation" ||
    (name === "tr" && attributes.get("height") === "0") ||
    HIDDEN_STYLE.test(styleOf(attributes)) ||
    classesOf(attributes).some((one) => HIDDEN_CLASSES.has(one))
  );
}

const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment(?:-list)?|mso-special-character\s*:\s*comment)\s*(?:;|$)/i;

const HIDDEN_CLASSES = setOf(
  // Word's review: comments, their anchors, the line above them, what was deleted.
  "msocomanchor msocomtxt msocomoff MsoCommentReference MsoCommentText msoDel " +
    // LibreOffice's comments in its XHTML.
    "annotation_style_by_filter " +
    // Words for those who cannot see a page: they name its parts, and a copied selection holds them.
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only u-hidden-visually",
);

// What the makers of sites call the boxes round a story. A whole name only: "has-comments" may hold the story itself.
const FURNITURE_NAMES = setOf(
  "comments comments-area comment-list commentlist comment-respond respond disqus_thread fb-comments " +
    "cookie-banner cookie-notice cookie-consent cookie-bar cookie-law-info-bar gdpr-banner consent-banner " +
    "related related-posts related-articles related-stories related-links related-content jp-relatedposts yarpp " +
    "read-more read-also see-also more-stories more-news most-read most-popular trending recommended recommendations " +
    "recirculation teaser-list taboola outbrain OUTBRAIN " +
    "sharedaddy share share-bar share-buttons share-links share-tools share-widget social-share social-buttons " +
    "social-links social-bar addtoany_share_save_container addthis_toolbox " +
    "ad ads ad-slot ad-box ad-unit ad-container ad-wrapper ad-label advert adverts advertisement advertising adsbygoogle " +
    "sponsored sponsored-content promo promo-box banner-ad dfp-ad google-auto-placed " +
    "newsletter newsletter-signup newsletter-box newsletter-promo subscribe subscribe-box subscription-box paywall-promo " +
    "breadcrumb breadcrumbs pagination post-navigation nav-links tag-list tags-links post-tags author-bio author-box " +
    "tgme_widget_message_footer tgme_widget_message_bubble_tail",
);
const MAY_BE_FURNITURE = setOf("div section ul ol p header ins");

export function isNamedFurniture(element: string, attributes: Attributes): boolean {
  if (attributes.size === 0 || !MAY_BE_FURNITURE.has(element)) return false;
  const id = attributes.get("id");
  return (id !== undefined && FURNITURE_NAMES.has(id)) || classesOf(attributes).some((one) => FURNITURE_NAMES.has(one));
}

/** Which lines of Word's are quotations set off. */
export function isQuoteLine(attributes: Attributes): boolean {
  return classesOf(attributes).some((one) => one === "MsoQuote" || one === "MsoIntenseQuote");
}

/** What a mail program or a word processor calls a picture it had no words for. */
export function saysNothing(alt: string): boolean {
  return (
    /^[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|bmp|tiff?|heic|svg|emf|wmf)$/i.test(alt) ||
    /(?:description (?:is )?automatically generated|ai-generated content may be incorrect)[.)]*$/i.test(alt)
  );
}

// Services that put an address of their own before the one a link leads to, with the parameter that holds it.
const REDIRECTS: readonly (readonly [host: RegExp, path: RegExp, parameter: string])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, "q"],
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, /^\/url$/, "url"],
  [/\.safelinks\.protection\.outlook\.com$/, /^\/?/, "url"],
  [/^lm?\.facebook\.com$/, /^\/l\.php$/, "u"],
  [/^(?:www\.)?vk\.com$/, /^\/away\.php$/, "to"],
];

/** Where a link of a word processor or a network leads in the end; the address itself for every other. */
export function withoutRedirect(href: string): string {
  if (!href.includes("?")) return href;
  const url = URL.parse(href);
  for (const [host, path, parameter] of REDIRECTS) {
    if (!url || !host.test(url.hostname) || !path.test(url.pathname)) continue;
    const target = url.searchParams.get(parameter) ?? "";
    if (isWebAddress(target)) return target;
  }
  return href;
}

export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(" "));
}
