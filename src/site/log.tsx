/** The publication log, as machines read it (C2SP tlog-tiles), as an article proves that it is in it, and in plain words. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { formerArticle, publishedArticle } from "#agency/articles/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { labellersFor } from "#agency/labels/labeller.ts";
import { addressOfProof } from "#agency/log/log.ts";
import {
  addressOfLogged,
  logTile,
  newestActs,
  newestCheckpoint,
  proofOfArticle,
  type SignedHead,
} from "#agency/log/queries.ts";
import { keptStamps } from "#agency/log/vouched.ts";
import { dependsOn } from "#lib/http.ts";
import { proofFile } from "#lib/merkle/checkpoint.ts";
import { tileNamed } from "#lib/merkle/tiles.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { LOG_TOPIC } from "#store/log.ts";
import { printInstant } from "#text/typography/dates.ts";
import { headlineIn } from "./cards.ts";
import { frameFor, headFor, homeOf, samePageElsewhere } from "./frame.ts";
import { LogPage } from "./views/log.tsx";
import { enter, type PrintPage, response, type SiteWorld } from "./visit.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const ACTS_SHOWN = 20;

// The name of a tile has a step for every three digits of its number: four are enough for 256 thousand million entries.
const TILE_ADDRESSES = ["{a}", "{a}/{b}", "{a}/{b}/{c}", "{a}/{b}/{c}/{d}"].map(
  (steps) => `/log/tile/{level}/${steps}`,
);

export function logRoutes(world: SiteWorld): Route[] {
  return [
    { method: "GET", address: "/log", kept: "pages", answer: (visit) => defaultLog(world, visit) },
    { method: "GET", address: "/log/checkpoint", kept: "pages", answer: () => checkpoint(world) },
    { method: "GET", address: "/log/timestamps.json", kept: "pages", answer: () => timestamps(world) },
    { method: "GET", address: "/log/key", kept: "pages", answer: async () => plain(`${world.log.vkey}\n`, []) },
    { method: "GET", address: "/log/articles/{article}", kept: "made-up", answer: (visit) => whereIs(world, visit) },
    ...TILE_ADDRESSES.map(
      (address): Route => ({ method: "GET", address, kept: "made-up", answer: (visit) => tile(world, visit) }),
    ),
    { method: "GET", address: "/{edition}/{slug}/proof.json", kept: "pages", answer: (visit) => proof(world, visit) },
  ];
}

export const printLog: PrintPage = async (visit) => {
  const { db, edition, words, world, agency } = visit;
  const head = await newestCheckpoint(db, world.log);
  const stamps = await keptStamps(db, { limit: 1 });
  const acts = await newestActs(db, { limit: ACTS_SHOWN });
  const labellerOf = labellersFor(db, visit.editions, visit.at);
  const elsewhere = visit.path === "/log" ? {} : samePageElsewhere(visit);
  return {
    html: (
      <LogPage
        frame={await frameFor(visit, { elsewhere })}
        head={headFor(visit, {
          title: words.log.title,
          description: `${agency.name}. ${words.log.introduction}`,
          path: `${homeOf(edition)}log`,
        })}
        site={world.url}
        vkey={world.log.vkey}
        size={head.size}
        checkpoint={head.written}
        isStamped={stamps.length > 0}
        acts={
          await Promise.all(
            acts.map(async ({ number, kind, at, shown }) => ({
              number,
              kind,
              at: { iso: at.toISOString(), text: printInstant(at, edition.timeZone, edition.language) },
              ...(shown && {
                href: addressOfArticle(shown.editionCode, shown.slug),
                headline: headlineIn(await labellerOf(shown.editionCode), shown),
                language: shown.language,
              }),
            })),
          )
        }
      />
    ),
    topics: [LOG_TOPIC, ...visit.editions.map(({ code }) => `front:${code}`)],
  };
};

/** In the default edition, for whoever asks without one. */
async function defaultLog(world: SiteWorld, visit: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const { visit: own } = await enter(db, world, visit, undefined);
    return response(own, await printLog(own));
  });
}

async function checkpoint({ db, log }: SiteWorld): Promise<Response> {
  const { written } = await reading(db, (db) => newestCheckpoint(db, log));
  return plain(written, [LOG_TOPIC]);
}

const STAMPS_SERVED = 1_000;

/** Stamps of authorities, each with the words it stamps. */
async function timestamps({ db }: SiteWorld): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8" });
  dependsOn(headers, [LOG_TOPIC]);
  const stamps = await keptStamps(db, { limit: STAMPS_SERVED });
  return new Response(`${JSON.stringify({ timestamps: stamps }, null, 2)}\n`, { headers });
}

function plain(text: string, topics: readonly string[]): Response {
  const headers = new Headers({ "content-type": "text/plain; charset=utf-8" });
  dependsOn(headers, topics);
  return new Response(text, { headers });
}

async function tile({ db }: SiteWorld, { path }: Visit): Promise<Response> {
  const named = tileNamed(path.slice("/log/tile/".length));
  const bytes = named && (await logTile(db, named));
  if (!bytes) return missing("There is no such tile, or the log is not that long yet.");
  const headers = new Headers({ "content-type": "application/octet-stream", "cache-control": FOR_EVER });
  return new Response(bytes.slice().buffer, { headers });
}

/** Where an article the log names by its id is read; checks of the whole log ask. */
async function whereIs({ db }: SiteWorld, { steps }: Visit): Promise<Response> {
  const id = steps["article"] ?? "";
  const shown = await addressOfLogged(db, id);
  if (!shown) return missing("This article is at no address now.");
  const headers = new Headers({ location: addressOfArticle(shown.editionCode, shown.slug) });
  dependsOn(headers, [`article:${id}`]);
  return new Response(null, { status: 302, headers });
}

function missing(sentence: string): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(`${sentence}\n`, { status: 404, headers });
}

async function proof(world: SiteWorld, { steps }: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const edition = await editionByCode(db, steps["edition"] ?? "");
    const slug = steps["slug"] ?? "";
    const article =
      edition && ((await publishedArticle(db, edition.id, slug)) ?? (await formerArticle(db, edition.id, slug)));
    if (!edition || !article) return missing("There is no article at this address.");
    const address = addressOfArticle(edition.code, article.slug);
    const topics = [`article:${article.id}`, LOG_TOPIC];
    if (article.slug !== slug) {
      const headers = new Headers({ location: addressOfProof(address) });
      dependsOn(headers, topics);
      return new Response(null, { status: 308, headers });
    }
    const headers = new Headers({ "content-type": "application/json; charset=utf-8" });
    dependsOn(headers, topics);
    const body = await proofOf(db, world, { articleId: article.id, address });
    return new Response(`${JSON.stringify(body, null, 2)}\n`, { headers });
  });
}

/** All that is needed to check, without asking anybody, that what stands at the address is what was logged. */
async function proofOf(
  db: Db,
  { log, url }: SiteWorld,
  { articleId, address }: { articleId: string; address: string },
) {
  const { head, entries, standing, telling, opened } = await proofOfArticle(db, log, articleId);
  return {
    about: `${url}/log`,
    article: articleId,
    address,
    key: log.vkey,
    checkpoint: head.written,
    entries: entries.map((proved) => ({
      index: proved.number,
      entry: proved.text,
      proof: proved.proof.map((hash) => Buffer.from(hash).toString("base64")),
      ...(proved === telling && opened.length > 0 && { opened }),
    })),
    ...(standing && { tlogProof: proofFileOf(standing, head) }),
  };
}

function proofFileOf({ number, proof }: { number: number; proof: readonly Uint8Array[] }, { written }: SignedHead) {
  return proofFile({ index: number, proof, checkpoint: written });
}
