/** One published story in the formats clients' systems read, at addresses that stay when its slug changes. */
import { type LabelWay, wireItem } from "#agency/wire/stories.ts";
import { dayAfter, dayIn, startOfDay } from "#lib/days.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { writeNinjs } from "#text/wire/ninjs.ts";
import type { WireStory } from "#text/wire/story.ts";
import type { WireWorld } from "./feeds.ts";

type Format = { readonly file: string; readonly type: string; readonly print: (story: WireStory) => string };

/** Every format a story is given in: the last step of its address, its type, and what writes it. */
export const FORMATS: readonly Format[] = [
  { file: "ninjs.json", type: "application/json", print: (story) => asJson(writeNinjs(story, "3.1")) },
  { file: "ninjs-2.json", type: "application/json", print: (story) => asJson(writeNinjs(story, "2.2")) },
];

export function storyRoutes(world: WireWorld, notFound: (request: Request) => Promise<Response>): Route[] {
  return FORMATS.map(({ file, type, print }) => ({
    method: "GET",
    address: `/wire/stories/{article}/${file}`,
    parameters: ["labels"],
    kept: "pages",
    async answer({ steps, query, request }) {
      const { url } = world;
      const at = world.now();
      const labels: LabelWay = query["labels"] === "data" ? "data" : "text";
      const asked = { articleId: steps["article"] ?? "", url, at, labels };
      const item = await reading(world.db, (db) => wireItem(db, asked));
      if (!item) return notFound(request);
      const { story, edition, topics } = item;
      const headers = new Headers({ "content-type": `${type}; charset=utf-8`, "content-language": story.language });
      dependsOn(headers, topics);
      if (edition.labelsAsOf === "today") {
        const tomorrow = startOfDay(edition.timeZone, dayAfter(dayIn(edition.timeZone, at)));
        headers.set(KEPT_UNTIL_HEADER, tomorrow.toISOString());
      }
      return new Response(print(story), { headers });
    },
  }));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
