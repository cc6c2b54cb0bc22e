/**
 * Lines by which an agency holds its own copy back: `EMBARGOED UNTIL 00:01 GMT, 20 FEBRUARY 2018`. An embargo a story is
 * about, on arms or on oil, is none of them: such a line says on what, and what holds copy says until when, or nothing.
 */
import { folded } from "#lib/folded.ts";

const LONGEST = 120;

/** How such lines begin, each with what may follow: until when, or also nothing. */
const BEGINNINGS: readonly (readonly [beginning: RegExp, follows: "time" | "time-or-alone"])[] = [
  [/^(?:strictly |strict |under )?embargo(?:ed)?(?: (?:copy|material))?(?: for release)?/, "time-or-alone"],
  [
    /^(?:not|hold) for (?:publication|release|use|broadcast)(?: or (?:publication|release|use|broadcast))*/,
    "time-or-alone",
  ],
  [/^(?:(?:матери?ал )?под )?эмбарго(?: на публикацию)?/, "time-or-alone"],
  [/^не (?:для публикации|публиковать)(?= (?:до|ранее|раньше))/, "time"],
  [/^(?:матерiал )?(?:пiд )?ембарго(?: на публiкацiю)?/, "time-or-alone"],
  [/^(?:achtung )?sperrfrist/, "time-or-alone"],
  [/^(?:frei|gesperrt)(?= (?:ab|bis|fur))/, "time"],
  [/^sous embargo(?: strict)?/, "time-or-alone"],
  [/^(?:ne pas diffuser|diffusion interdite)(?= avant)/, "time"],
  [/^(?:bajo embargo|embargado|informacion embargada|no publicar)(?= |$|:)/, "time-or-alone"],
  [/^(?:sob embargo|embargado|sotto embargo)(?= |$|:)/, "time-or-alone"],
  [/^(?:objete embargiem|ambargolu)(?= |$|:)/, "time-or-alone"],
  [/^(?:محظور (?:النشر|نشره)|يحظر (?:النشر|نشره)|حظر النشر|حظر نشر|غير مخصص للنشر)/, "time-or-alone"],
];

/** Whether a line of copy says that the copy itself is held back. */
export function isEmbargoLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  const words = asRead(line)
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replaceAll(/\s+/g, " ");
  return BEGINNINGS.some(([beginning, follows]) => {
    const said = beginning.exec(words)?.[0];
    if (said === undefined) return false;
    const rest = words.slice(said.length);
    if (/^[\p{L}\p{N}]/u.test(rest)) return false;
    if (rest === "") return follows === "time-or-alone";
    return isTime(rest);
  });
}

/** Nothing but a time or a day, and the little words round them. */
function isTime(text: string): boolean {
  const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.some((part) => /\d/.test(part) || timeWords().has(part)) && parts.every(isOfTime);
}

function isOfTime(part: string): boolean {
  return /^\d{1,4}(?:st|nd|rd|th|h|hrs?|am|pm|e|er|го|ч)?$/.test(part) || LITTLE.has(part) || timeWords().has(part);
}

const LITTLE = new Set(
  `until till til further notice to for from before after not earlier than use release publication broadcast and or at on in of the a hours hrs hour h am pm
   noon midnight local time gmt utc bst cet cest eet eest msk est edt cst cdt pst pdt et pt z m p s o clock uhr bis ab fur vor den dem der am um mittags
   mitternacht nachts morgens ortszeit mez mesz jusqu jusque au a avant le la les l du des heures heure minuit midi hasta el los las de del antes hs horas
   hora medianoche mediodia ate as dos meia noite fino al alle ore del mezzanotte do dnia godz godziny r kadar e saat до на с со по не ранее раньше
   после в г года час часа часов мск московскому времени времени полуночи полудня снимается действует снять уточнения до о год годи години року київ
   київським часом حتى الساعة يوم في من قبل الى إلى بتوقيت غرينتش غرينيتش صباحا مساء منتصف الليل ظهرا بعد`
    .split(/\s+/)
    .map(asRead),
);

/** As words of a line are compared: the Ukrainian i is anybody's. */
function asRead(word: string): string {
  return folded(word).replaceAll("і", "i");
}

// As many as there are editions of agencies that write so.
const LANGUAGES = ["en", "ru", "uk", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "be", "kk", "nl", "sr"];
let known: ReadonlySet<string> | undefined;

// Midnight and noon, and days of the week as they stand after "until" where words are declined.
const MOMENTS = `noon midnight mitternacht mittag minuit midi medianoche mediodia mezzanotte polnocy полуночи полудня півночі полудня
   понедельника вторника среды четверга пятницы субботы воскресенья понеділка вівторка середи четверга пʼятниці суботи неділі`;

/** Months and days of the week as each language writes them in a date. */
function timeWords(): ReadonlySet<string> {
  known ??= new Set([...LANGUAGES.flatMap(namesOf), ...MOMENTS.split(/\s+/).map(asRead)]);
  return known;
}

function namesOf(language: string): string[] {
  const shapes = (["long", "short"] as const).flatMap((form) => [
    new Intl.DateTimeFormat(language, { month: form, timeZone: "UTC" }),
    new Intl.DateTimeFormat(language, { month: form, day: "numeric", timeZone: "UTC" }),
    new Intl.DateTimeFormat(language, { weekday: form, timeZone: "UTC" }),
  ]);
  // Every month has its seventh, and seven days of one month are every day of the week.
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 7 + (month % 7))));
  const parts = days.flatMap((day) => shapes.flatMap((shape) => shape.formatToParts(day)));
  return parts
    .filter(({ type }) => type === "month" || type === "weekday")
    .flatMap(({ value }) => asRead(value).match(/[\p{L}\p{N}]+/gu) ?? []);
}
