import type { WholePolicy } from "#agency/labels/policy.ts";
import { changesBetween, lastHand, markOf } from "#agency/settings/meanwhile.ts";
import { isDay } from "#lib/days.ts";
import { newId } from "#lib/ids.ts";
import { isLanguage } from "#lib/languages.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import { DATELINE_STYLES, type DatelineStyle } from "#text/typography/dates.ts";
import { codeProblem, type Edition } from "./editions.ts";
import { moved } from "./order.ts";
import { editionByCode, editions } from "./queries.ts";

/** What an operator may say of an edition; what is absent stays as it is. */
export type EditionSettings = {
  readonly name?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly dateOrder?: Edition["dateOrder"];
  readonly datelineStyle?: DatelineStyle;
  readonly jurisdictions?: readonly string[];
  readonly labelPolicy?: WholePolicy;
  readonly labelsAsOf?: string;
};

type Outcome = { readonly edition: Edition } | { readonly refusal: string };

type EditionToAdd = {
  readonly code: string;
  readonly settings: EditionSettings;
  /** What it starts with where its settings do not say. */
  readonly labelPolicy: WholePolicy;
  /** Absent for what a store begins with, which nobody added. */
  readonly by?: string;
  readonly at: Date;
};

export async function addEdition(db: Db, { code, settings, labelPolicy, by, at }: EditionToAdd): Promise<Outcome> {
  const refusal = codeProblem(code) ?? settingsProblem(settings);
  if (refusal) return { refusal };

  return together(db, async (db) => {
    if (await editionByCode(db, code))
      return { refusal: `There is an edition "${code}" already. Change it with: edition set ${code}` };
    const { last } = await db
      .selectFrom("edition")
      .select((with_) => with_.fn.max("position").as("last"))
      .executeTakeFirstOrThrow();
    await db
      .insertInto("edition")
      .values({
        id: newId(at),
        code,
        name: settings.name ?? code,
        language: settings.language ?? code,
        time_zone: settings.timeZone ?? "UTC",
        date_order: settings.dateOrder ?? "day-first",
        dateline_style: settings.datelineStyle ?? "place-date",
        jurisdictions: JSON.stringify(settings.jurisdictions ?? []),
        label_policy: JSON.stringify(settings.labelPolicy ?? labelPolicy),
        labels_as_of: settings.labelsAsOf ?? "today",
        position: (last ?? -1) + 1,
        made_at: at.toISOString(),
      })
      .execute();
    await bump(db, ["editions"]);
    const edition = await kept(db, code);
    if (by !== undefined)
      await note(db, { by, act: "edition.add", subject: `edition:${edition.id}`, detail: { code }, at });
    return { edition };
  });
}

export async function setEdition(
  db: Db,
  { code, settings, by, at }: { code: string; settings: EditionSettings; by: string; at: Date },
): Promise<Outcome> {
  const refusal = settingsProblem(settings);
  if (refusal) return { refusal };

  return together(db, async (db) => {
    const changes = {
      ...(settings.name !== undefined && { name: settings.name }),
      ...(settings.language !== undefined && { language: settings.language }),
      ...(settings.timeZone !== undefined && { time_zone: settings.timeZone }),
      ...(settings.dateOrder !== undefined && { date_order: settings.dateOrder }),
      ...(settings.datelineStyle !== undefined && { dateline_style: settings.datelineStyle }),
      ...(settings.jurisdictions !== undefined && { jurisdictions: JSON.stringify(settings.jurisdictions) }),
      ...(settings.labelPolicy !== undefined && { label_policy: JSON.stringify(settings.labelPolicy) }),
      ...(settings.labelsAsOf !== undefined && { labels_as_of: settings.labelsAsOf }),
    };
    const before = await editionByCode(db, code);
    if (!before) return { refusal: `There is no edition "${code}". Add it with: edition add ${code}` };
    if (Object.keys(changes).length > 0) {
      await db.updateTable("edition").set(changes).where("code", "=", code).execute();
      await bump(db, ["editions"]);
    }
    const edition = await kept(db, code);
    const detail = changesBetween(inWords(before), inWords(edition));
    if (Object.keys(detail).length > 0)
      await note(db, { by, act: "edition.set", subject: `edition:${edition.id}`, detail, at });
    // Under another law for labels the same articles may have others, which is put on the record article by article.
    if (lawOf(before) !== lawOf(edition))
      await enqueue(db, "labels.mentions.all", { after: "" }, at, { key: "labels.mentions.all" });
    return { edition };
  });
}

function lawOf({ language, timeZone, jurisdictions, labelPolicy, labelsAsOf }: Edition): string {
  return JSON.stringify([language, timeZone, jurisdictions, labelPolicy, labelsAsOf]);
}

type EditionToChange = {
  readonly code: string;
  readonly settings: EditionSettings;
  /** The mark of the edition the form began from. */
  readonly from: string;
  readonly by: string;
  readonly at: Date;
};

/** As `setEdition`, unless somebody changed the edition meanwhile. */
export async function changeEdition(
  db: Db,
  { code, settings, from, by, at }: EditionToChange,
): Promise<Outcome | { readonly changedBy: string; readonly now: Edition } | undefined> {
  return together(db, async (db) => {
    const before = await editionByCode(db, code);
    if (!before) return undefined;
    if (markOf(before) !== from) return { changedBy: await lastHand(db, `edition:${before.id}`), now: before };
    return setEdition(db, { code, settings, by, at });
  });
}

/** Puts an edition one place further up or down in the menus; the first is the default one. */
export async function moveEdition(
  db: Db,
  { code, places, by, at }: { code: string; places: 1 | -1; by: string; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const before = await editions(db);
    const after = moved(before, (edition) => edition.code === code, places);
    for (const [position, { id }] of after.entries())
      await db.updateTable("edition").set({ position }).where("id", "=", id).execute();
    const codes = (all: readonly Edition[]) => ({ order: all.map((edition) => edition.code).join(", ") });
    const detail = changesBetween(codes(before), codes(after));
    if (Object.keys(detail).length === 0) return;
    await note(db, { by, act: "edition.order", subject: "editions", detail, at });
    await bump(db, ["editions"]);
  });
}

/** An edition as the audit says it, each setting in words. */
function inWords({ id, code, jurisdictions, labelPolicy, ...plain }: Edition): Readonly<Record<string, string>> {
  const { scope, style, quotations, surfaces, wording, notice, notices, folds } = labelPolicy;
  const shown = Object.entries(surfaces).flatMap(([surface, isOn]) => (isOn ? [surface] : []));
  return {
    ...plain,
    jurisdictions: jurisdictions.join(", "),
    scope,
    style,
    quotations,
    surfaces: shown.join(", "),
    wording: Object.entries(wording)
      .map(([jurisdiction, words]) => `${jurisdiction}: ${words}`)
      .join("; "),
    notice: `${notice.place}, ${notice.size} %`,
    notices: notices.map(({ place, size, wording }) => `${place}, ${size} %: ${Object.values(wording)[0]}`).join("; "),
    folds: folds ? "yes" : "no",
  };
}

async function kept(db: Db, code: string): Promise<Edition> {
  const edition = await editionByCode(db, code);
  if (!edition) throw new Error(`edition ${code} vanished while it was being written`);
  return edition;
}

export type EditionField = "name" | "language" | "time-zone" | "dateline-style" | "jurisdictions" | "as-of";

/** The first of the settings that cannot be, with what it is. */
export function oddSetting(settings: EditionSettings): { field: EditionField; value: string } | undefined {
  const { name, language, timeZone, datelineStyle, jurisdictions, labelsAsOf } = settings;
  if (name !== undefined && (name.trim() === "" || name.length > LONGEST_NAME)) return { field: "name", value: name };
  if (language !== undefined && !isLanguage(language)) return { field: "language", value: language };
  if (timeZone !== undefined && !isTimeZone(timeZone)) return { field: "time-zone", value: timeZone };
  if (datelineStyle !== undefined && !DATELINE_STYLES.includes(datelineStyle))
    return { field: "dateline-style", value: datelineStyle };
  const odd = jurisdictions?.find((code) => !/^[a-z0-9][a-z0-9-]{0,19}$/i.test(code));
  if (odd !== undefined) return { field: "jurisdictions", value: odd };
  const isDayOfLaw =
    labelsAsOf === undefined || labelsAsOf === "today" || labelsAsOf === "publication" || isDay(labelsAsOf);
  return isDayOfLaw ? undefined : { field: "as-of", value: labelsAsOf };
}

const LONGEST_NAME = 80;

const PROBLEMS: Readonly<Record<EditionField, (value: string) => string>> = {
  name: () => `An edition needs a name of at most ${LONGEST_NAME} characters.`,
  language: (value) => `"${value}" is not a language; use a code such as en, ru or pt-BR.`,
  "time-zone": (value) => `"${value}" is not a time zone; use a name such as Europe/Riga or UTC.`,
  "dateline-style": (value) => `"${value}" is not a dateline style; use one of ${DATELINE_STYLES.join(", ")}.`,
  jurisdictions: (value) => `"${value}" is not a jurisdiction; use the codes of your register, such as ru or un.`,
  "as-of": (value) => `"${value}" is not a day labels can follow; use today, publication or a day such as 2018-02-16.`,
};

function settingsProblem(settings: EditionSettings): string | undefined {
  const odd = oddSetting(settings);
  return odd && PROBLEMS[odd.field](odd.value);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // the constructor throws for unknown zones
  }
}
