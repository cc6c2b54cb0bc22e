/** The document and HTML: the one door for both directions. */
export { type HtmlPage, type HtmlSource, parseHtml, readHtml } from "./parse-html.ts";
export { type HtmlOptions, type PrintedPicture, type PrintWords, printHtml } from "./print-html.ts";
