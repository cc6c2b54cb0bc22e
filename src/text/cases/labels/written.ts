/** Generated copy written as plain text, HTML or Markdown. */

import { asHtml } from "#text/labels/html-source.ts";
import type { CopyFormat } from "#text/labels/labels.ts";
import type { Stretch } from "./generated.ts";

export function written(stretches: readonly Stretch[], format: CopyFormat): string {
  const copy = stretches.map((stretch) => writtenAs[format](stretch)).join(" ");
  return format === "html" ? `<p>${copy}</p>` : copy;
}

const writtenAs: Readonly<Record<CopyFormat, (stretch: Stretch) => string>> = {
  text(stretch) {
    if (stretch.kind === "words") return stretch.text;
    if (stretch.kind === "paragraph") return "\n\n";
    if (stretch.kind === "heading") return "\n\n## Next\n\n";
    if (stretch.kind === "item") return `\n\n${stretch.sign} ${stretch.name} ${stretch.ban}\n\n`;
    if (stretch.kind === "quotation") return `“We met ${stretch.name} today,” he said`;
    return stretch.kind === "strong" ? stretch.name : addressWith(stretch.name);
  },
  markdown(stretch) {
    if (stretch.kind === "strong") return `**${stretch.name}**`;
    if (stretch.kind === "code") return codeWith(stretch.name, "markdown");
    if (stretch.kind === "link") return `[see ${stretch.name}${linkWith(stretch.name, "markdown")}`;
    return writtenAs.text(stretch);
  },
  html(stretch) {
    if (stretch.kind === "words") return asHtml(stretch.text);
    if (stretch.kind === "paragraph") return "</p><p>";
    if (stretch.kind === "heading") return "</p><h2>Next</h2><p>";
    if (stretch.kind === "item") return `</p><p>${stretch.sign} ${stretch.name} ${stretch.ban}</p><p>`;
    if (stretch.kind === "strong") return `<b>${stretch.name}</b>`;
    if (stretch.kind === "code") return codeWith(stretch.name, "html");
    if (stretch.kind === "link") return `${linkWith(stretch.name, "html")}see ${stretch.name}</a>`;
    return writtenAs.text(stretch);
  },
};

function addressWith(name: string): string {
  return `https://x.example/${name.replace(/[^\p{L}\p{N}'-]/gu, "-")}?${name.replace(/[^\p{L}]/gu, "_")}`;
}

function codeWith(name: string, format: CopyFormat): string {
  return format === "html" ? `<code>run ${name} now</code>` : `\`run ${name} now\``;
}

function linkWith(name: string, format: CopyFormat): string {
  return format === "html" ? `<a href="${addressWith(name)}" title="${name}">` : `](${addressWith(name)} "${name}")`;
}

/** What copy holds that is no prose, as it is written there. */
export function closedTo(stretches: readonly Stretch[], format: CopyFormat): readonly string[] {
  return stretches.flatMap((stretch) => {
    if (stretch.kind !== "code" && stretch.kind !== "link") return [];
    if (format === "text") return [addressWith(stretch.name)];
    return [stretch.kind === "code" ? codeWith(stretch.name, format) : linkWith(stretch.name, format)];
  });
}
