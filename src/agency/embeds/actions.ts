import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { type EmbedSite, MOST_SITES, type SiteRefusal, siteFrom, TOPIC_OF_SITES } from "./embeds.ts";
import { embedSite } from "./queries.ts";

type Hand = { readonly by: string; readonly at: Date };

type AddEmbedSite = Hand & {
  /** The site, or any page of it. */
  readonly typed: string;
  readonly editionId: string | null;
  readonly ownUrl: string;
};

/** From now on that site's pages may carry our replies. */
export async function addEmbedSite(
  db: Db,
  { typed, editionId, ownUrl, by, at }: AddEmbedSite,
): Promise<{ readonly site: EmbedSite } | { readonly refusal: SiteRefusal }> {
  const named = siteFrom(typed, ownUrl);
  if ("refusal" in named) return named;
  const site = { ...named, editionId };
  return together(db, async (db) => {
    if (await embedSite(db, site.host)) return { refusal: "taken" };
    const { count } = await db
      .selectFrom("embed_site")
      .select((row) => row.fn.countAll().as("count"))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_SITES) return { refusal: "too-many" };
    await db
      .insertInto("embed_site")
      .values({ host: site.host, origin: site.origin, edition_id: editionId, made_at: at.toISOString() })
      .execute();
    await note(db, { by, act: "embed.add", subject: `embed:${site.host}`, detail: { origin: site.origin }, at });
    await bump(db, [TOPIC_OF_SITES]);
    return { site };
  });
}

/** From now on it may not; what a browser shows already stays until its page is opened again. */
export async function removeEmbedSite(db: Db, { host, by, at }: Hand & { readonly host: string }): Promise<void> {
  await together(db, async (db) => {
    const [gone] = await db.deleteFrom("embed_site").where("host", "=", host).returning("origin").execute();
    if (!gone) return;
    await note(db, { by, act: "embed.remove", subject: `embed:${host}`, detail: { origin: gone.origin }, at });
    await bump(db, [TOPIC_OF_SITES]);
  });
}
