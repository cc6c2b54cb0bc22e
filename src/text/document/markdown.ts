/** The document and Markdown: the one door for both directions. */
export { type MarkdownSource, parseMarkdown } from "./parse-markdown.ts";
export { printMarkdown } from "./print-markdown.ts";
