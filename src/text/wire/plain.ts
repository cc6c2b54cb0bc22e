/** A story as plain text and as Markdown, for those whose system reads nothing else: fields first, the copy below. */
import { printMarkdown } from "#text/document/markdown.ts";
import { correctionLine, noteOf, type WireStory } from "./story.ts";

export function writePlain(story: WireStory): string {
  const { headline, standfirst, authors, dateline, text, rights } = story;
  return paragraphs([
    fields(story),
    noteOf(story),
    headline,
    standfirst,
    authors.join(", "),
    [dateline && [dateline.place, dateline.date].filter(Boolean).join(", "), text].filter(Boolean).join("\n\n"),
    story.origin === null ? "" : `Source: ${story.origin.name}`,
    ...story.corrections.map(correctionLine),
    [rights.notice, rights.usageTerms].filter(Boolean).join("\n"),
  ]);
}

export function writeMarkdown(story: WireStory): string {
  const front = {
    title: story.headline,
    ...facts(story),
    note: noteOf(story) || undefined,
    byline: story.authors.join(", ") || undefined,
    place: story.dateline?.place || undefined,
    date: story.dateline?.date,
    description: story.standfirst || undefined,
    origin: story.origin?.name,
    copyright: story.rights.notice,
    terms: story.rights.usageTerms || undefined,
  };
  const lines = Object.entries(front).flatMap(([name, value]) =>
    // A JSON string is a YAML string too.
    value === undefined ? [] : `${name}: ${JSON.stringify(value)}`,
  );
  const body = story.text === "" ? "" : printMarkdown(story.document);
  return `---\n${lines.join("\n")}\n---\n${body === "" ? "" : `\n${body}`}`;
}

function facts({ uri, version, status, language, versionCreated, embargoedUntil, address }: WireStory) {
  return {
    id: uri,
    version: String(version),
    status,
    language,
    updated: versionCreated.toISOString(),
    embargo: embargoedUntil?.toISOString(),
    page: address ?? undefined,
  };
}

function fields(story: WireStory): string {
  return Object.entries(facts(story))
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`))
    .join("\n");
}

function paragraphs(all: readonly string[]): string {
  return `${all.filter((one) => one !== "").join("\n\n")}\n`;
}
