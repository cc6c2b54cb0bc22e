/**
 * Pictures of copy, taken along into the library: fetched from the public network like every address somebody gave us, or from
 * the letter or the folder they came in, where they lie; decoded and written anew, with what their sender says of them. What cannot
 * be had is told with its reason.
 */
import { join } from "node:path";
import { LONGEST_CAPTION, LONGEST_LINE } from "#agency/media/media.ts";
import type { LibraryPicture } from "#agency/media/queries.ts";
import { isFolderName } from "#agency/wire-in/channels.ts";
import { mailboxAt } from "#agency/wire-in/mailbox.ts";
import type { LeftOut } from "#agency/wire-in/places.ts";
import { type Channel, channelsOfItem } from "#agency/wire-in/queries.ts";
import { opened } from "#lib/sealed.ts";
import { droppedFile } from "#outside/drop-folder.ts";
import { fetchPublic } from "#outside/fetch.ts";
import { letterInMailbox } from "#outside/mailbox.ts";
import { MOST_PICTURE_BYTES, statedSize } from "#outside/pictures.ts";
import type { CopyPicture, WireCopy } from "#text/wire/copy.ts";
import { fileOfPicture, folderOfFile, partOfLetter } from "#text/wire/pictures.ts";
import { pictureInLetter } from "#text/wire/read/letter.ts";
import { keepSent } from "../keep-sent.ts";
import type { DeskVisit } from "../visit.ts";

/** Of the copy, where a picture brings none of its own. */
export type Terms = {
  readonly usageTerms: string;
  readonly notice: string;
  /** Who sent the letter a picture came in. */
  readonly sender: string;
};

export function termsOf({ rights, origin }: WireCopy, channel: Channel | undefined): Terms {
  return {
    usageTerms: rights.usageTerms || (channel?.usageTerms ?? ""),
    notice: rights.notice || rights.holder || (channel?.rightsHolder ?? ""),
    sender: origin?.name ?? "",
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
// Below it stand the signs of signatures: a house's logo, its accounts elsewhere.
const LEAST_LETTER_PIXELS = 100;

/** In their order. The same picture twice is kept once. */
export async function takePictures<One extends CopyPicture>(
  visit: DeskVisit,
  { pictures, terms, itemId }: { readonly pictures: readonly One[]; readonly terms: Terms; readonly itemId: string },
): Promise<Taken<One>> {
  const until = Date.now() + TOGETHER_MS;
  const letters = lettersOf(visit, { itemId, until });
  const waiting = pictures.slice(0, MOST_PICTURES).entries();
  const became: (Became | undefined)[] = [];
  const one = async () => {
    for (const [at, sent] of waiting) became[at] = await take(visit, sent, { terms, until, letters });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const all = pictures.map((sent, at) => ({ sent, became: became[at] ?? { why: "many" } }));
  return {
    kept: all.flatMap(({ sent, became }) => ("picture" in became ? [{ sent, picture: became.picture }] : [])),
    left: all.flatMap(({ sent: { href, type, alt, caption, credit, usageTerms }, became }) =>
      "why" in became
        ? [
            {
              what: "picture",
              picture: { href: short(href), type, alt, caption, credit, usageTerms },
              why: became.why,
            } as const,
          ]
        : [],
    ),
  };
}

type Became = { readonly picture: LibraryPicture } | { readonly why: string } | { readonly isDot: true };

type Taking = { readonly terms: Terms; readonly until: number; readonly letters: Letters };

async function take(visit: DeskVisit, sent: CopyPicture, { terms, until, letters }: Taking): Promise<Became> {
  const leftMs = until - Date.now();
  if (leftMs <= 0) return { why: "too-slow" };
  const inLetter = partOfLetter(sent.href);
  const found = inLetter
    ? await partFrom(letters, inLetter)
    : ((await inWords(sent.href)) ?? (await inFolder(visit, sent.href)) ?? (await fetched(visit, sent.href, leftMs)));
  if ("why" in found) return found;
  const { bytes } = found;
  const size = statedSize(bytes);
  const least = inLetter ? LEAST_LETTER_PIXELS : LEAST_PIXELS;
  if (size && Math.min(size.width, size.height) < least) return { isDot: true };
  const kept = await keepSent(visit, {
    bytes: new Uint8Array(bytes),
    name: fileOfPicture(sent.href),
    facts: (words) => ({
      alt: cut(sent.alt || words.alt, LONGEST_CAPTION),
      caption: cut(sent.caption || words.caption, LONGEST_CAPTION),
      credit: cut(sent.credit || words.credit || (inLetter ? terms.sender : ""), LONGEST_LINE),
      licence: cut(sent.usageTerms || words.licence || terms.usageTerms, LONGEST_LINE),
      copyright: cut(words.copyright || terms.notice, LONGEST_LINE),
    }),
  });
  return "refusal" in kept ? { why: kept.refusal } : { picture: kept.picture };
}

type Found = { readonly bytes: Uint8Array } | { readonly why: string };

async function fetched({ world: { url, network } }: DeskVisit, href: string, leftMs: number): Promise<Found> {
  const answer = await fetchPublic(href, {
    agent: `Dateline (+${url})`,
    accept: "image/*",
    mostBytes: MOST_PICTURE_BYTES,
    timeoutMs: Math.min(EACH_MS, leftMs),
    ...(network && { network }),
  });
  if ("problem" in answer) return { why: answer.problem === "too-large" ? "large" : answer.problem };
  const { status, bytes } = answer.fetched;
  return status === 200 ? { bytes } : { why: String(status) };
}

/** RFC 2397: the picture stands in its own address. Nothing where it does not. */
async function inWords(href: string): Promise<Found | undefined> {
  if (!href.startsWith("data:")) return undefined;
  try {
    return { bytes: await (await fetch(href)).bytes() };
  } catch {
    return { why: "damaged" }; // an address of that kind that holds nothing
  }
}

/** Nothing where it is in no folder. */
async function inFolder({ world }: DeskVisit, href: string): Promise<Found | undefined> {
  const at = folderOfFile(href);
  if (!at) return undefined;
  const bytes = isFolderName(at.folder) ? await droppedFile(join(world.wireFolder, at.folder), at.name) : undefined;
  return bytes ? { bytes } : { why: "file-gone" };
}

/** What is said of one that stands in its own address needs none of its bytes. */
function short(href: string): string {
  return href.startsWith("data:") ? (href.split(/[;,]/, 1)[0] ?? "data:") : href;
}

// --- Letters ---

/** A letter of the item by its Message-ID, asked for once however many of its pictures are taken. */
type Letters = (messageId: string) => Promise<Found>;

function lettersOf(visit: DeskVisit, { itemId, until }: { readonly itemId: string; readonly until: number }): Letters {
  const known = new Map<string, Promise<Found>>();
  return (messageId) => {
    const letter = known.get(messageId) ?? letterFrom(visit, { messageId, itemId, until });
    known.set(messageId, letter);
    return letter;
  };
}

type Asked = { readonly messageId: string; readonly itemId: string; readonly until: number };

/** From the first mailbox that still has it; what the last one said where none has. */
async function letterFrom({ db, world }: DeskVisit, { messageId, itemId, until }: Asked): Promise<Found> {
  let why = "mail-gone";
  for (const { kind, address, sealed } of await channelsOfItem(db, itemId)) {
    const place = kind === "mailbox" ? mailboxAt(address) : undefined;
    if (!place) continue;
    const password = sealed === null ? undefined : opened(world.wireKey, sealed);
    const answer =
      password === undefined
        ? ({ problem: "mail-locked" } as const)
        : await letterInMailbox({
            at: place,
            password,
            messageId,
            network: world.clientNetwork ?? world.network,
            timeoutMs: Math.max(1, Math.min(EACH_MS, until - Date.now())),
          });
    if ("bytes" in answer) return answer;
    why = answer.problem;
  }
  return { why };
}

async function partFrom(
  letters: Letters,
  { messageId, part }: { readonly messageId: string; readonly part: number },
): Promise<Found> {
  const letter = await letters(messageId);
  if ("why" in letter) return letter;
  const bytes = await pictureInLetter(letter.bytes, part);
  return bytes ? { bytes } : { why: "mail-gone" };
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
