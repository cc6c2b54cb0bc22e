/** Sends a reader's browser a message: the first, which shows that it works, or that somebody answered. */
import { z } from "zod";
import { addressOfArticle } from "#agency/articles/articles.ts";
import { editions } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { letterWords } from "#agency/replies/letters.ts";
import { noteTold, untold } from "#agency/replies/notices.ts";
import { browserToken, browserWith, dropBrowser } from "#agency/replies/pushes.ts";
import { agency } from "#agency/settings/queries.ts";
import { sendPush } from "#outside/push.ts";
import type { Db } from "#store/db.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

type Message = {
  readonly title: string;
  readonly body: string;
  readonly url: string;
  /** Said back by the browser that opened the first message. */
  readonly token?: string;
};

export function readerPush(outside: Outside): Handler {
  return handler(z.object({ pushId: z.string() }), async ({ pushId }, { db, at }) => {
    const browser = await browserWith(db, { id: pushId, keys: outside.readers });
    if (!browser) return;
    const message = browser.isConfirmed
      ? await answersFor(db, outside, { pushId, edition: browser.edition, at })
      : await firstFor(db, outside, { pushId, edition: browser.edition });
    if (!message) return;
    const { url, network, push: key } = outside;
    const sent = { subscription: browser.target, message: JSON.stringify(message), key, site: url, at, network };
    const outcome = await sendPush(sent);
    if (outcome === "gone") return dropBrowser(db, pushId);
    // The endpoint is the reader's and stands in no error.
    if (outcome !== "sent") throw new Error(`a message to a reader's browser was not taken: ${outcome.later}`);
    if (browser.isConfirmed) await noteTold(db, { toId: pushId, until: at, at });
  });
}

async function firstFor(
  db: Db,
  { readers }: Outside,
  { pushId, edition }: { pushId: string; edition: string },
): Promise<Message> {
  const { language, code } = await editionOf(db, edition);
  const { name } = await agency(db, code);
  const token = browserToken(readers.challenge, pushId);
  return { title: name, body: letterWords(language).push.confirmed, url: "/replies/mine", token };
}

async function answersFor(
  db: Db,
  _: Outside,
  { pushId, edition, at }: { pushId: string; edition: string; at: Date },
): Promise<Message | undefined> {
  const { notices, more } = await untold(db, pushId);
  const [first] = notices;
  if (!first) return undefined;
  const { push } = letterWords((await editionOf(db, edition)).language);
  const many = notices.length + more;
  const of = await editionOf(db, first.editionCode);
  const labeller = await labellerFor(db, of, at, "push");
  const headline = labeller.line(first.headline, "headline", first.publishedAt).map(({ text }) => text);
  return {
    title: many === 1 ? push.answer(first.name) : push.several(many),
    body: headline.join(""),
    url: `${addressOfArticle(of.code, first.slug)}/replies/${first.replyId}#reply-${first.replyId}`,
  };
}

async function editionOf(db: Db, code: string) {
  const all = await editions(db);
  const edition = all.find((one) => one.code === code) ?? all[0];
  if (!edition) throw new Error("this store has no edition");
  return edition;
}
