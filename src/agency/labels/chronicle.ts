/** What happened to an organisation as readers can check it: decisions by their days, and what the register made of them. */
import { dayIn } from "#lib/days.ts";
import type { Db } from "#store/db.ts";
import { type DesignationNamed, type HistoryEntry, historyOf, type RegisterChange } from "./history.ts";
import type { KeptOrganisation } from "./register.ts";

/** `begins` and `ends` are the law's; `recorded` is what was written into the register that day. */
export type Happening =
  | { readonly day: string; readonly what: "begins" | "ends"; readonly designation: DesignationNamed }
  | { readonly day: string; readonly what: "recorded"; readonly changes: readonly RegisterChange[] };

// What a page shows; a list that changes an organisation every week for years has more.
const MOST_RECORDED = 200;

/** Everything in order of its day, the law before the register; days to come are among them. */
export async function chronicleOf(
  db: Db,
  organisation: KeptOrganisation,
  timeZone: string,
): Promise<readonly Happening[]> {
  const recorded = (await historyOf(db, organisation.id, { limit: MOST_RECORDED }))
    .toReversed()
    .flatMap((entry) => recordedOn(entry, timeZone));
  const decided = organisation.designations.flatMap((designation): Happening[] => {
    const { jurisdiction, authority, decision, from, until } = designation;
    const named = { jurisdiction, authority, decision, from, until };
    const begins = { day: from, what: "begins", designation: named } as const;
    return until === null ? [begins] : [begins, { day: until, what: "ends", designation: named }];
  });
  return [...decided, ...recorded].sort((one, other) =>
    one.day === other.day
      ? Number(one.what === "recorded") - Number(other.what === "recorded")
      : one.day < other.day
        ? -1
        : 1,
  );
}

/** How stories are searched for the name is no matter of the law; its names and designations are. */
function recordedOn({ at, changes }: HistoryEntry, timeZone: string): readonly Happening[] {
  const told = changes.filter(({ what }) => what === "name" || what === "designation" || what === "designation-field");
  return told.length === 0 ? [] : [{ day: dayIn(timeZone, at), what: "recorded", changes: told }];
}
