import { isDay } from "#lib/days.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import type { LabelPolicy } from "#text/labels/labels.ts";
import { DATELINE_STYLES, type DatelineStyle } from "#text/typography/dates.ts";
import { codeProblem, type Edition } from "./editions.ts";
import { editionByCode } from "./queries.ts";

/** What an operator may say of an edition; what is absent stays as it is. */
export type EditionSettings = {
  readonly name?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly dateOrder?: Edition["dateOrder"];
  readonly datelineStyle?: DatelineStyle;
  readonly jurisdictions?: readonly string[];
  readonly labelPolicy?: LabelPolicy;
  readonly labelsAsOf?: string;
};

type Outcome = { readonly edition: Edition } | { readonly refusal: string };

export async function addEdition(
  db: Db,
  { code, settings, labelPolicy, at }: { code: string; settings: EditionSettings; labelPolicy: LabelPolicy; at: Date },
): Promise<Outcome> {
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
    return kept(db, code);
  });
}

export async function setEdition(
  db: Db,
  { code, settings }: { code: string; settings: EditionSettings },
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
    if (!(await editionByCode(db, code)))
      return { refusal: `There is no edition "${code}". Add it with: edition add ${code}` };
    if (Object.keys(changes).length > 0) {
      await db.updateTable("edition").set(changes).where("code", "=", code).execute();
      await bump(db, ["editions"]);
    }
    return kept(db, code);
  });
}

async function kept(db: Db, code: string): Promise<Outcome> {
  const edition = await editionByCode(db, code);
  if (!edition) throw new Error(`edition ${code} vanished while it was being written`);
  return { edition };
}

function settingsProblem(settings: EditionSettings): string | undefined {
  const { name, language, timeZone, datelineStyle, jurisdictions, labelsAsOf } = settings;
  if (name !== undefined && name.trim() === "") return "An edition needs a name.";
  if (language !== undefined && !isLanguage(language))
    return `"${language}" is not a language; use a code such as en, ru or pt-BR.`;
  if (timeZone !== undefined && !isTimeZone(timeZone))
    return `"${timeZone}" is not a time zone; use a name such as Europe/Riga or UTC.`;
  if (datelineStyle !== undefined && !DATELINE_STYLES.includes(datelineStyle)) {
    return `"${datelineStyle}" is not a dateline style; use one of ${DATELINE_STYLES.join(", ")}.`;
  }
  const odd = jurisdictions?.find((code) => !/^[a-z0-9][a-z0-9-]{0,19}$/i.test(code));
  if (odd !== undefined) return `"${odd}" is not a jurisdiction; use the codes of your register, such as ru or un.`;
  if (labelsAsOf !== undefined && labelsAsOf !== "today" && labelsAsOf !== "publication" && !isDay(labelsAsOf)) {
    return `"${labelsAsOf}" is not a day labels can follow; use today, publication or a day such as 2018-02-16.`;
  }
  return undefined;
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1 && /^[a-z]{2,3}(-|$)/i.test(code);
  } catch {
    return false; // getCanonicalLocales throws for what is no language tag
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // the constructor throws for unknown zones
  }
}
