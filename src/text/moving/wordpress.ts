/**
 * What WordPress keeps of a post → HTML a document can be read from: paragraphs that are only line breaks, short codes, and
 * pages cut by comments. Comments of the block editor are comments of HTML and say nothing here.
 */
import { withBreaks } from "./replies.ts";

export type PostHtml = {
  readonly html: string;
  /** Names of short codes that were left out, each once. */
  readonly leftOut: readonly string[];
};

/** `addressOf` knows where the file of an attachment is, by its id. */
export function htmlOfPost(content: string, addressOf: (id: string) => string | undefined): PostHtml {
  const leftOut = new Set<string>();
  const isBlocks = /<!--\s*wp:/.test(content);
  const whole = content.replaceAll(/<!--\s*(?:more|nextpage|noteaser).*?-->/g, "");
  const written = withoutCodes(captioned(galleried(embedded(whole), addressOf)), leftOut);
  return { html: isBlocks ? written : withBreaks(written), leftOut: [...leftOut] };
}

/** `[caption id="…"]<img> words[/caption]`. */
function captioned(text: string): string {
  return text.replaceAll(
    /\[(?:wp_)?caption([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/g,
    (_, said: string, inside: string) => {
      const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? "";
      const words = inside.replace(picture, "").trim() || (attributesIn(said)["caption"] ?? "");
      return `\n\n<figure>${picture}<figcaption>${words}</figcaption></figure>\n\n`;
    },
  );
}

/** A gallery is its pictures, one after another. */
function galleried(text: string, addressOf: (id: string) => string | undefined): string {
  return text.replaceAll(/\[gallery([^\]]*)\]/g, (all, said: string) => {
    const { ids = "", include = "" } = attributesIn(said);
    const pictures = (ids || include).split(",").flatMap((id) => addressOf(id.trim()) ?? []);
    return pictures.length === 0
      ? all
      : `\n\n${pictures.map((address) => `<figure><img src="${escaped(address)}"></figure>`).join("\n")}\n\n`;
  });
}

/** What a player or another site's box stood for becomes a link. */
function embedded(text: string): string {
  return text
    .replaceAll(/\[embed[^\]]*\]\s*(https?:\/\/[^\s[\]]+)\s*\[\/embed\]/g, (_, address: string) => linkTo(address))
    .replaceAll(/\[(?:audio|video|playlist)([^\]]*)\](?:\s*\[\/(?:audio|video|playlist)\])?/g, (all, said: string) => {
      const file = Object.values(attributesIn(said)).find((value) => /^https?:\/\//.test(value));
      return file === undefined ? all : linkTo(file);
    })
    .replaceAll(/^[ \t]*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gm, (_, address: string) => linkTo(address));
}

function linkTo(address: string): string {
  return `\n\n<p><a href="${escaped(address)}">${escaped(address)}</a></p>\n\n`;
}

/**
 * Short codes nobody here knows: their words stay, they go. What stands in square brackets and is none, `[sic]`, stays:
 * a short code has a value, an end of its own, or is one of those that come with WordPress.
 */
function withoutCodes(text: string, leftOut: Set<string>): string {
  const withEnds = new Set([...text.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = ""]) => name.toLowerCase()));
  return text.replaceAll(
    /(\[?)\[(\/?)([a-z][\w-]*)((?:\s[^[\]]*)?)\/?\](\]?)/gi,
    (all, before: string, _end, name: string, said: string, after: string) => {
      // Written with two brackets it was meant to be read.
      if (before === "[" && after === "]") return all.slice(1, -1);
      const known = name.toLowerCase();
      if (!withEnds.has(known) && !KNOWN.has(known) && Object.keys(attributesIn(said)).length === 0) return all;
      leftOut.add(known);
      return before + after;
    },
  );
}

const KNOWN = new Set(["gallery", "audio", "video", "playlist", "embed", "caption", "wp_caption"]);

function attributesIn(said: string): Readonly<Record<string, string>> {
  const all = said.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g);
  return Object.fromEntries(
    [...all].map(([, name = "", one, two, bare]) => [name.toLowerCase(), one ?? two ?? bare ?? ""]),
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
