/** What clients' programs ask for with their token: everything after a number, one item, what they have to acknowledge. */
import { acknowledge, notePulled } from "#agency/clients/actions.ts";
import type { Client, Delivery } from "#agency/clients/clients.ts";
import { type Message, newPrinter } from "#agency/clients/message.ts";
import { deliveriesAfter, deliveryOf, openNotices } from "#agency/clients/queries.ts";
import { keptCheckpoint } from "#agency/log/queries.ts";
import { bodyWithin } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { FORMATS, type Format, isFormat } from "#text/wire/formats.ts";
import { type Gate, json, problem, wholeFrom } from "./bearer.ts";
import type { WireWorld } from "./feeds.ts";

const ITEMS = "/wire/client/items";
const [USUAL_ITEMS, MOST_ITEMS] = [50, 200];
const LONGEST_BODY = 10_000;

export function clientRoutes(world: WireWorld, gate: Gate): Route[] {
  const { db, url } = world;
  return [
    {
      method: "GET",
      address: "/wire/client",
      kept: "not-kept",
      answer: ({ request }) => gate(request, "wire", async ({ client }) => json(request, accountOf(client))),
    },
    {
      method: "GET",
      address: ITEMS,
      parameters: ["after", "limit", "format"],
      kept: "not-kept",
      answer: ({ request, query }) =>
        gate(request, "wire", async ({ client }, at) => {
          const after = wholeFrom(query["after"], 0, client.lastNumber);
          const limit = wholeFrom(query["limit"], USUAL_ITEMS, MOST_ITEMS);
          const format = formatFrom(query["format"]);
          if (after === undefined)
            return problem(400, `"after" is the number of the last item you have: 0 to ${client.lastNumber}.`);
          if (limit === undefined || limit === 0) return problem(400, `"limit" is a number from 1 to ${MOST_ITEMS}.`);
          if (!format) return unknownFormat();
          // What leads on asks for the same as was asked.
          const { after: _, ...chosen } = query;
          const page = await reading(db, (db) => pageOf(db, { client, after, limit, format, url, at, chosen }));
          const last = page.items.at(-1)?.sequence;
          if (last !== undefined && last !== client.pulled?.number)
            await notePulled(db, { clientId: client.id, number: last, at });
          return json(request, page);
        }),
    },
    {
      method: "GET",
      address: `${ITEMS}/{number}`,
      parameters: ["format"],
      kept: "not-kept",
      answer: ({ request, query, steps }) =>
        gate(request, "wire", async ({ client }, at) => {
          const format = formatFrom(query["format"]);
          if (!format) return unknownFormat();
          const number = wholeFrom(steps["number"], 0);
          const message = await reading(db, async (db) => {
            const delivery = number === undefined ? undefined : await deliveryOf(db, client.id, number);
            return delivery && newPrinter()(db, { client, delivery, format, url, at });
          });
          return message ? json(request, message) : problem(404, "You have no item under this number.");
        }),
    },
    {
      method: "GET",
      address: "/wire/client/notices",
      parameters: ["format"],
      kept: "not-kept",
      answer: ({ request, query }) =>
        gate(request, "wire", async ({ client }, at) => {
          const format = formatFrom(query["format"]);
          if (!format) return unknownFormat();
          const print = { client, format, url, at };
          return json(request, { notices: await reading(db, (db) => noticesFor(db, print)) });
        }),
    },
    {
      method: "POST",
      address: "/wire/client/acknowledge",
      kept: "not-kept",
      answer: ({ request }) =>
        gate(request, "wire", async ({ client }, at) => {
          const body = await bodyWithin(request, LONGEST_BODY);
          if (!body) return problem(413, `An acknowledgement has ${LONGEST_BODY} bytes at most.`);
          const number = sequenceIn(body);
          if (number === undefined)
            return problem(400, 'Send {"sequence": N}, the number of the notice you have read.');
          const isDone = await acknowledge(db, { clientId: client.id, number, how: "endpoint", at });
          return isDone
            ? json(request, { sequence: number, acknowledged: true })
            : problem(404, "There is no notice under this number that asks to be acknowledged.");
        }),
    },
  ];
}

function accountOf({
  id,
  name,
  lastNumber,
  editions,
  sections,
  topics,
  keywords,
  labels,
  jurisdictions,
  terms,
  takesEmbargoed: embargoed,
}: Client) {
  const takes = { editions, sections, topics, keywords, labels, jurisdictions, terms, embargoed };
  return { client: id, name, last: lastNumber, ...takes };
}

function formatFrom(text: string | undefined): Format | undefined {
  if (text === undefined) return "ninjs-3";
  return isFormat(text) ? text : undefined;
}

function unknownFormat(): Response {
  return problem(400, `"format" is one of ${FORMATS.join(", ")}.`);
}

type Asked = {
  readonly client: Client;
  readonly format: Format;
  readonly url: string;
  readonly at: Date;
};

type PageAsked = Asked & {
  readonly after: number;
  readonly limit: number;
  /** How many and in which format, as far as that was said. */
  readonly chosen: Readonly<Record<string, string>>;
};

/** A page begins after a number, so that what is new never moves what was on it. */
async function pageOf(db: Db, { after, limit, chosen, ...asked }: PageAsked) {
  const { client } = asked;
  const deliveries = await deliveriesAfter(db, client.id, { after, limit });
  const items = await printed(db, asked, deliveries);
  const last = items.at(-1)?.sequence ?? after;
  return {
    client: client.id,
    after,
    last: client.lastNumber,
    // What takes a text back stands before every text, until it is acknowledged.
    notices: await noticesFor(db, asked),
    items,
    // Who asks again for nothing new is answered with nothing new.
    ...(items.length > 0 && { checkpoint: (await keptCheckpoint(db)) ?? null }),
    next:
      last < client.lastNumber ? `${asked.url}${ITEMS}?${new URLSearchParams({ ...chosen, after: `${last}` })}` : null,
  };
}

type Item = Omit<Message, "checkpoint">;

async function noticesFor(db: Db, asked: Asked): Promise<readonly Item[]> {
  return printed(db, asked, (await openNotices(db, asked.client.id)).toReversed());
}

/** Items as they are given again and again: the checkpoint, which moves on, stands beside them. */
async function printed(db: Db, asked: Asked, deliveries: readonly Delivery[]): Promise<readonly Item[]> {
  const print = newPrinter();
  const all: Item[] = [];
  for (const delivery of deliveries) {
    const { checkpoint: _, ...item } = await print(db, { ...asked, delivery });
    all.push(item);
  }
  return all;
}

function sequenceIn(body: Uint8Array): number | undefined {
  try {
    const sent: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof sent !== "object" || sent === null || !("sequence" in sent)) return undefined;
    return Number.isSafeInteger(sent.sequence) ? Number(sent.sequence) : undefined;
  } catch {
    return undefined; // no JSON names no number
  }
}
