import type { Selectable } from "kysely";
import type { ArticleCard } from "#agency/articles/articles.ts";
import { articlesAmong, newestArticles } from "#agency/articles/queries.ts";
import type { Db } from "#store/db.ts";
import type { FrontPlanRow } from "#store/schema.ts";
import { type Arrangement, type Banner, type FrontPlan, inPlaces, NOTHING_ARRANGED, placedAt } from "./front.ts";

/** The stories of a front page in order at `at`: what has a place, then everything else, newest first. */
export async function frontPage(
  db: Db,
  editionId: string,
  { arrangement, at, limit }: { arrangement: Arrangement; at: Date; limit: number },
): Promise<readonly ArticleCard[]> {
  const placed = placedAt(arrangement, at).slice(0, limit);
  const cards = await articlesAmong(db, editionId, placed);
  const newest = await newestArticles(db, editionId, { limit: limit + placed.length });
  return inPlaces(placed, cards, newest).slice(0, limit);
}

/** How a front page stands at `at`, what is said above it, and when the clock alone will change either. */
export async function frontAt(
  db: Db,
  editionId: string,
  at: Date,
): Promise<{
  readonly arrangement: Arrangement;
  readonly banner: Banner | undefined;
  readonly changesAt: Date | undefined;
}> {
  const plans = await plansFrom(db, editionId, at);
  const current = plans.find(({ startsAt }) => startsAt <= at);
  const banner = await bannerOf(db, editionId);
  const ends = [
    ...plans.map(({ startsAt }) => startsAt),
    ...(current?.places ?? []).flatMap(({ until }) => until ?? []),
    ...(banner?.until ? [banner.until] : []),
  ];
  const [changesAt] = ends.filter((end) => end > at).toSorted((one, other) => one.getTime() - other.getTime());
  const isOver = banner?.until && banner.until <= at;
  return { arrangement: current ?? NOTHING_ARRANGED, banner: isOver ? undefined : banner, changesAt };
}

/** What is planned for a front page after `at`, the soonest first. */
export async function plannedFronts(db: Db, editionId: string, at: Date): Promise<readonly FrontPlan[]> {
  const plans = await plansFrom(db, editionId, at);
  return plans.filter(({ startsAt }) => startsAt > at).toReversed();
}

export async function plannedFront(db: Db, editionId: string, id: string): Promise<FrontPlan | undefined> {
  const row = await db
    .selectFrom("front_plan")
    .selectAll()
    .where("edition_id", "=", editionId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && planFrom(row);
}

/** The one that holds at `at` and all later ones, the last to start first. */
async function plansFrom(db: Db, editionId: string, at: Date): Promise<FrontPlan[]> {
  const plans = db
    .selectFrom("front_plan")
    .selectAll()
    .where("edition_id", "=", editionId)
    .orderBy("starts_at", "desc");
  const [later, current] = await Promise.all([
    plans.where("starts_at", ">", at.toISOString()).limit(MOST_PLANS).execute(),
    plans.where("starts_at", "<=", at.toISOString()).limit(1).execute(),
  ]);
  return [...later, ...current].map(planFrom);
}

// A year of one a day; nobody plans further.
const MOST_PLANS = 366;

async function bannerOf(db: Db, editionId: string): Promise<Banner | undefined> {
  const row = await db
    .selectFrom("front_banner")
    .select(["text", "href", "ends_at"])
    .where("edition_id", "=", editionId)
    .executeTakeFirst();
  return row && { text: row.text, href: row.href, until: row.ends_at === null ? null : new Date(row.ends_at) };
}

type KeptPlace = { readonly articleId: string; readonly until: string | null };

function planFrom(row: Selectable<FrontPlanRow>): FrontPlan {
  const places: readonly KeptPlace[] = JSON.parse(row.places);
  return {
    id: row.id,
    startsAt: new Date(row.starts_at),
    places: places.map(({ articleId, until }) => ({ articleId, until: until === null ? null : new Date(until) })),
    sections: JSON.parse(row.sections),
    madeBy: row.made_by,
    madeAt: new Date(row.made_at),
  };
}
