/**
 * Pictures of copy, taken along into the library: fetched from the public network like every address somebody gave us, decoded
 * and written anew, with what their sender says of them. What cannot be had is told with its reason.
 */
import { LONGEST_CAPTION, LONGEST_LINE } from "#agency/media/media.ts";
import type { LibraryPicture } from "#agency/media/queries.ts";
import type { LeftOut } from "#agency/wire-in/places.ts";
import type { Channel } from "#agency/wire-in/queries.ts";
import { fetchPublic } from "#outside/fetch.ts";
import { MOST_PICTURE_BYTES, statedSize } from "#outside/pictures.ts";
import type { CopyPicture, WireCopy } from "#text/wire/copy.ts";
import { keepSent } from "../keep-sent.ts";
import type { DeskVisit } from "../visit.ts";

/** Of the copy, where a picture brings none of its own. */
export type Terms = { readonly usageTerms: string; readonly notice: string };

export function termsOf({ rights }: WireCopy, channel: Channel | undefined): Terms {
  return {
    usageTerms: rights.usageTerms || (channel?.usageTerms ?? ""),
    notice: rights.notice || rights.holder || (channel?.rightsHolder ?? ""),
  };
}

export type Taken<One extends CopyPicture> = {
  readonly kept: readonly { readonly sent: One; readonly picture: LibraryPicture }[];
  readonly left: readonly Extract<LeftOut, { what: "picture" }>[];
};

// Whoever asked waits for the page, and the server hangs up on who is silent for a minute.
const TOGETHER_MS = 25_000;
const EACH_MS = 15_000;
const AT_ONCE = 4;
const MOST_PICTURES = 20;
// What counts readers is a dot.
const LEAST_PIXELS = 16;
const WHOLE = { width: LEAST_PIXELS, height: LEAST_PIXELS };

/** In their order. The same picture twice is kept once. */
export async function takePictures<One extends CopyPicture>(
  visit: DeskVisit,
  { pictures, terms }: { readonly pictures: readonly One[]; readonly terms: Terms },
): Promise<Taken<One>> {
  const until = Date.now() + TOGETHER_MS;
  const waiting = pictures.slice(0, MOST_PICTURES).entries();
  const became: (Became | undefined)[] = [];
  const one = async () => {
    for (const [at, sent] of waiting) became[at] = await take(visit, sent, terms, until);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const all = pictures.map((sent, at) => ({ sent, became: became[at] ?? { why: "many" } }));
  return {
    kept: all.flatMap(({ sent, became }) => ("picture" in became ? [{ sent, picture: became.picture }] : [])),
    left: all.flatMap(({ sent: { href, type, alt, caption, credit, usageTerms }, became }) =>
      "why" in became
        ? [{ what: "picture", picture: { href, type, alt, caption, credit, usageTerms }, why: became.why } as const]
        : [],
    ),
  };
}

type Became = { readonly picture: LibraryPicture } | { readonly why: string } | { readonly isDot: true };

async function take(visit: DeskVisit, sent: CopyPicture, terms: Terms, until: number): Promise<Became> {
  const { url, network } = visit.world;
  const leftMs = until - Date.now();
  if (leftMs <= 0) return { why: "too-slow" };
  const answer = await fetchPublic(sent.href, {
    agent: `Dateline (+${url})`,
    accept: "image/*",
    mostBytes: MOST_PICTURE_BYTES,
    timeoutMs: Math.min(EACH_MS, leftMs),
    ...(network && { network }),
  });
  if ("problem" in answer) return { why: answer.problem === "too-large" ? "large" : answer.problem };
  const { status, bytes } = answer.fetched;
  if (status !== 200) return { why: String(status) };
  const { width, height } = statedSize(bytes) ?? WHOLE;
  if (Math.min(width, height) < LEAST_PIXELS) return { isDot: true };
  const kept = await keepSent(visit, {
    bytes: new Uint8Array(bytes),
    name: nameIn(sent.href),
    facts: (words) => ({
      alt: cut(sent.alt || words.alt, LONGEST_CAPTION),
      caption: cut(sent.caption || words.caption, LONGEST_CAPTION),
      credit: cut(sent.credit || words.credit, LONGEST_LINE),
      licence: cut(sent.usageTerms || words.licence || terms.usageTerms, LONGEST_LINE),
      copyright: cut(words.copyright || terms.notice, LONGEST_LINE),
    }),
  });
  return "refusal" in kept ? { why: kept.refusal } : { picture: kept.picture };
}

function nameIn(href: string): string {
  const last = new URL(href).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a broken percent-encoding says what it says
  }
}

function cut(words: string, most: number): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
