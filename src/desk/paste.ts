/**
 * What the editor asks about things from elsewhere: pasted copy as a document, and the card of a page at an address.
 * They are read here and not in the browser, so that the rules are those of wire copy.
 */
import { z } from "zod";
import { picturesAmong } from "#agency/media/queries.ts";
import { bodyWithin } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { fetchPublic } from "#outside/fetch.ts";
import { cardOf, type PageCard } from "#text/document/card.ts";
import { parseHtml } from "#text/document/html.ts";
import { safeHref } from "#text/document/links.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { decodeText } from "#text/intake/decode.ts";
import { evenLines, parsePlain } from "#text/intake/plain-copy.ts";
import { type DeskVisit, type DeskWorld, deskPost } from "./visit.ts";
import type { PasteProblem } from "./words/paste.ts";

export function pasteRoutes(world: DeskWorld): Route[] {
  const right = "article.write";
  return [
    deskPost(world, { address: "/desk/paste", right }, readPaste),
    deskPost(world, { address: "/desk/card", right }, fetchCard),
  ];
}

// Copy from a page or a word processor often holds its pictures as text.
const MOST_PASTED = 16 * 1024 * 1024;
const MOST_ASKED = 8 * 1024;
// More pictures of ours than any page of ours shows; the rest become their captions.
const MOST_PICTURES = 500;

const sentPaste = z.object({
  html: z.string().optional(),
  text: z.string().optional(),
  /** The page it was copied from. */
  address: z.string().optional(),
});

/** `POST /desk/paste`, HTML as it is or JSON with `html` or `text`: `{ document }`. */
async function readPaste(visit: DeskVisit): Promise<Response> {
  const bytes = await bodyWithin(visit.request, MOST_PASTED);
  if (!bytes) return refused(visit, "large");
  const body = new TextDecoder().decode(bytes);
  const isHtml = /^text\/html\b/i.test(visit.request.headers.get("content-type") ?? "");
  const read = sentPaste.safeParse(isHtml ? { html: body } : jsonFrom(body));
  if (!read.success) return refused(visit, "shape");
  const { html, text = "", address } = read.data;
  const document = html === undefined ? plainDocument(text) : await htmlDocument(visit, html, address);
  return Response.json({ document });
}

function plainDocument(text: string): DocumentJson {
  return parsePlain(evenLines(text).toWellFormed(), () => false);
}

/** Pictures of a page of ours stay pictures: they are kept here. */
async function htmlDocument(
  { db, world }: DeskVisit,
  html: string,
  address: string | undefined,
): Promise<DocumentJson> {
  const ids = new Set([...html.matchAll(/\/media\/([0-9a-f]{32})\b/g)].map(([, id = ""]) => id));
  const kept = await picturesAmong(db, [...ids].slice(0, MOST_PICTURES));
  const ours = (src: string) => {
    const path = src.startsWith(`${world.url}/`) ? src.slice(world.url.length) : src;
    const id = /^\/media\/([0-9a-f]{32})\b/.exec(path)?.[1] ?? "";
    return kept.get(id);
  };
  return parseHtml(html, { home: world.url, picture: ours, ...(isAddress(address) && { address }) });
}

function isAddress(address: string | undefined): address is string {
  return address !== undefined && /^https?:/i.test(address) && URL.canParse(address);
}

const sentAddress = z.object({ address: z.string().trim().max(2_000) });

/** `POST /desk/card`: the attributes of an embed of that page, or a sentence why there is no card. */
async function fetchCard(visit: DeskVisit): Promise<Response> {
  const bytes = await bodyWithin(visit.request, MOST_ASKED);
  const read = sentAddress.safeParse(bytes && jsonFrom(new TextDecoder().decode(bytes)));
  const { world, words } = visit;
  const url = read.success && isAddress(read.data.address) ? safeHref(read.data.address) : undefined;
  if (url === undefined) return noCard(visit, words.preflight.linkStates["not-an-address"]);

  const answer = await fetchPublic(url, {
    agent: `Dateline (+${world.url})`,
    accept: "text/html, application/xhtml+xml, */*;q=0.1",
    ...(world.network && { network: world.network }),
  });
  if ("problem" in answer) {
    const { problem } = answer;
    // A page too large to be read is there, and its card is its address.
    if (problem === "too-large") return Response.json({ url, ...NO_WORDS });
    return noCard(visit, words.preflight.linkStates[problem]);
  }
  const { status, type, bytes: page } = answer.fetched;
  if (status >= 400) return noCard(visit, words.preflight.linkStatus(String(status)));
  return Response.json({ url, ...(isPage(type) ? cardFrom(page) : NO_WORDS) });
}

const NO_WORDS: PageCard = { title: "", description: "" };

function isPage(type: string): boolean {
  return type === "" || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type);
}

function cardFrom(bytes: Uint8Array): PageCard {
  const decoded = decodeText(bytes);
  return "text" in decoded ? cardOf(decoded.text) : NO_WORDS;
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no shape fits nothing
  }
}

function refused({ words }: DeskVisit, problem: PasteProblem): Response {
  return Response.json({ problem: words.paste.refused[problem] }, { status: problem === "large" ? 413 : 422 });
}

function noCard({ words }: DeskVisit, why: string): Response {
  return Response.json({ problem: words.paste.noCard(why) }, { status: 422 });
}
