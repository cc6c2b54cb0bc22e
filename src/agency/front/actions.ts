import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { type Arrangement, type Banner, MOST_PLACES } from "./front.ts";

type Arrange = {
  readonly edition: { readonly id: string; readonly code: string };
  readonly arrangement: Arrangement;
  /** When it takes hold; at once when it is not later than `at`. */
  readonly startsAt: Date;
  readonly by: string;
  readonly at: Date;
};

/** Arranges a front page from an instant on. What stood before stays on the record. */
export async function arrangeFront(db: Db, { edition, arrangement, startsAt, by, at }: Arrange): Promise<void> {
  const places = arrangement.places.slice(0, MOST_PLACES);
  const starts = startsAt > at ? startsAt : at;
  await together(db, async (db) => {
    const row = {
      places: JSON.stringify(places),
      sections: JSON.stringify(arrangement.sections),
      made_by: by,
      made_at: at.toISOString(),
    };
    await db
      .insertInto("front_plan")
      .values({ id: newId(at), edition_id: edition.id, starts_at: starts.toISOString(), ...row })
      // Of two for one moment the later word holds.
      .onConflict((taken) => taken.columns(["edition_id", "starts_at"]).doUpdateSet(row))
      .execute();
    await note(db, {
      by,
      act: starts > at ? "front.plan" : "front.arrange",
      subject: `edition:${edition.id}`,
      detail: { startsAt: starts.toISOString(), places: places.map(({ articleId }) => articleId) },
      at,
    });
    await bump(db, [`front:${edition.code}`]);
  });
}

/** Takes back what was planned and has not begun; answers whether there was such a plan. */
export async function cancelFront(
  db: Db,
  { edition, id, by, at }: Pick<Arrange, "edition" | "by" | "at"> & { readonly id: string },
): Promise<boolean> {
  return together(db, async (db) => {
    const gone = await db
      .deleteFrom("front_plan")
      .where("id", "=", id)
      .where("edition_id", "=", edition.id)
      .where("starts_at", ">", at.toISOString())
      .returning("starts_at")
      .executeTakeFirst();
    if (!gone) return false;
    await note(db, {
      by,
      act: "front.cancel",
      subject: `edition:${edition.id}`,
      detail: { startsAt: gone.starts_at },
      at,
    });
    await bump(db, [`front:${edition.code}`]);
    return true;
  });
}

/** Puts a line above a front page in place of what stood there, or takes it down. */
export async function setBanner(
  db: Db,
  { edition, banner, by, at }: Pick<Arrange, "edition" | "by" | "at"> & { readonly banner: Banner | null },
): Promise<void> {
  await together(db, async (db) => {
    await db.deleteFrom("front_banner").where("edition_id", "=", edition.id).execute();
    if (banner) {
      await db
        .insertInto("front_banner")
        .values({
          edition_id: edition.id,
          text: banner.text,
          href: banner.href,
          ends_at: banner.until?.toISOString() ?? null,
          made_by: by,
          made_at: at.toISOString(),
        })
        .execute();
    }
    await note(db, {
      by,
      act: banner ? "front.banner" : "front.banner-down",
      subject: `edition:${edition.id}`,
      ...(banner && { detail: { text: banner.text } }),
      at,
    });
    await bump(db, [`front:${edition.code}`]);
  });
}
