/** Jobs that come again and again: whichever process looks first after an hour, a day … has begun asks for the job, once. */
import { type Db, together } from "#store/db.ts";
import { enqueue, type Payload } from "#store/queue.ts";

export type Planned = { readonly kind: string; readonly everyMs: number; readonly payload: Payload };

/** Asks for what has come due since anybody looked. Periods nobody was there for are not made up for. */
export async function plan(db: Db, schedule: readonly Planned[], now: Date): Promise<void> {
  for (const planned of schedule) {
    const period = new Date(periodAt(planned, now)).toISOString();
    const last = await db
      .selectFrom("setting")
      .select("value")
      .where("key", "=", settingOf(planned))
      .executeTakeFirst();
    if (!last || last.value < period) await ask(db, planned, period, now);
  }
}

/** When the next period of any of them begins, in milliseconds since 1970. */
export function nextPlannedAt(schedule: readonly Planned[], now: Date): number {
  return Math.min(Number.POSITIVE_INFINITY, ...schedule.map((planned) => periodAt(planned, now) + planned.everyMs));
}

async function ask(db: Db, planned: Planned, period: string, now: Date): Promise<void> {
  await together(db, async (db) => {
    const first = await db
      .insertInto("setting")
      .values({ key: settingOf(planned), value: period })
      .onConflict((taken) => taken.column("key").doUpdateSet({ value: period }).where("setting.value", "<", period))
      .returning("key")
      .executeTakeFirst();
    if (first) await enqueue(db, planned.kind, planned.payload, now, { key: planned.kind });
  });
}

function periodAt({ everyMs }: Planned, now: Date): number {
  return Math.floor(now.getTime() / everyMs) * everyMs;
}

function settingOf({ kind }: Planned): string {
  return `schedule:${kind}`;
}
