/** The wire as it comes in: the queue with its filters, and on top what changed after somebody had used it. */

import { may } from "#agency/staff/staff.ts";
import { alarms, channels, ITEM_STATES, type ItemFilter, type ItemState, itemLines } from "#agency/wire-in/queries.ts";
import type { Route } from "#lib/routes.ts";
import { ItemList, WireFilters } from "./views/wire.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskPage } from "./visit.ts";
import { channelRoutes } from "./wire/channels.tsx";
import { itemRoutes } from "./wire/item.tsx";
import { leftOutRoutes } from "./wire/left-out.tsx";

const A_PAGE = 40;
const MOST_ALARMS = 20;

export function wireRoutes(world: DeskWorld): Route[] {
  const queue = {
    address: "/desk/wire",
    right: "article.write",
    parameters: ["q", "state", "channel", "language", "after"],
  } as const;
  return [deskPage(world, queue, printQueue), ...channelRoutes(world), ...itemRoutes(world), ...leftOutRoutes(world)];
}

async function printQueue(visit: DeskVisit): Promise<DeskPage> {
  const { db, query, words, staff } = visit;
  const filter = filterFrom(query);
  const found = await itemLines(db, filter, { limit: A_PAGE + 1 });
  const shown = found.slice(0, A_PAGE);
  const last = found.length > A_PAGE ? shown.at(-1) : undefined;
  const changed = query["after"] === undefined ? await alarms(db, { limit: MOST_ALARMS }) : [];
  const all = await channels(db);
  return {
    title: words.wire.title,
    place: "wire",
    main: (
      <>
        <p class="introduction">{words.wire.introduction}</p>
        {may(staff, "wire.keep") && (
          <p class="buttons">
            <a class="button" href="/desk/wire/+channels">
              {words.wire.toChannels}
            </a>
          </p>
        )}
        {changed.length > 0 && (
          <section aria-labelledby="changed" class="wire-alarms">
            <h2 id="changed">{words.wire.alarms}</h2>
            <p class="hint">{words.wire.alarmsHint}</p>
            <ItemList items={changed} visit={visit} />
          </section>
        )}
        <WireFilters
          channels={all}
          chosen={{ ...query, state: query["state"] ?? "new" }}
          editions={visit.editions}
          words={words}
        />
        {shown.length === 0 ? (
          <p>{all.length === 0 ? words.wire.noChannels : words.wire.none}</p>
        ) : (
          <ItemList items={shown} visit={visit} />
        )}
        {last && (
          <p class="buttons">
            <a class="button" href={olderThan(query, last)}>
              {words.wire.older}
            </a>
          </p>
        )}
      </>
    ),
  };
}

/** What nobody has decided on, unless something else is asked for; looking for words looks everywhere. */
function filterFrom(query: Readonly<Record<string, string>>): ItemFilter {
  const words = query["q"]?.trim() ?? "";
  const state = query["state"];
  const [, at, id] = /^(\d{4}-[\d:.TZ-]+)_([0-9a-f-]+)$/.exec(query["after"] ?? "") ?? [];
  return {
    state: state === undefined ? (words === "" ? "new" : undefined) : stateFrom(state),
    channelId: query["channel"] || undefined,
    language: /^[a-z]{2,3}$/.test(query["language"] ?? "") ? query["language"] : undefined,
    words,
    after: at !== undefined && id !== undefined ? { at, id } : undefined,
  };
}

function stateFrom(text: string): ItemState | undefined {
  return ITEM_STATES.find((state) => state === text);
}

function olderThan(
  query: Readonly<Record<string, string>>,
  { changedAt, id }: { changedAt: Date; id: string },
): string {
  const { after: _, said: __, ...kept } = query;
  return `/desk/wire?${new URLSearchParams({ ...kept, after: `${changedAt.toISOString()}_${id}` })}`;
}
