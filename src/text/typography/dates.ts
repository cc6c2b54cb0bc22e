/**
 * Days and instants in words, as readers of each language write them. The runtime's own tables serve, and the tests pin what
 * they give; what the first page of most sites says stands here as well, for opening those tables takes 20 ms of a start.
 */
import { dayIn, minuteIn } from "#lib/days.ts";

/** `long`: 16 February 2018; `short`: 16 Feb 2018; `numeric`: 16.02.2018. */
export type DayStyle = "long" | "short" | "numeric";

/** `place-date`: "Brussels, 16 February 2018"; `date-place`: "16.02.2018, Brussels."; `capitals`: "BRUSSELS, Feb. 16 —". */
export const DATELINE_STYLES = ["place-date", "date-place", "capitals"] as const;
export type DatelineStyle = (typeof DATELINE_STYLES)[number];

/**
 * A day (`2018-02-16`), month (`2018-02`) or year (`2018`) in words; anything else comes back as it is. English is
 * day-first unless the language is `en-US`. Without a style it is printed long; figures are always 0 to 9.
 */
export function printDay(day: string, language: string, style: DayStyle = "long"): string {
  const [, year, month, dayOfMonth] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(day) ?? [];
  const at = new Date(`${year}-${month ?? "01"}-${dayOfMonth ?? "01"}T00:00:00Z`);
  if (year === undefined || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) return day;
  if (month === undefined) return String(Number(year));
  if (style === "numeric") return numeric(year, month, dayOfMonth, language);
  const known = style === "long" && dayOfMonth !== undefined && KNOWN[localeOf(language)];
  if (known) return `${Number(dayOfMonth)} ${known.months[Number(month) - 1]} ${Number(year)}${known.after}`;
  return printed(at, language, {
    day: dayOfMonth === undefined ? undefined : "numeric",
    month: style,
    year: "numeric",
  });
}

/** Languages of most editions, whose clocks count to 24 with a colon: the months of a whole date, and what stands after its year. */
const KNOWN: Readonly<Record<string, { readonly months: readonly string[]; readonly after: string }>> = {
  "en-GB": {
    months: "January February March April May June July August September October November December".split(" "),
    after: "",
  },
  ru: {
    months: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
    after: " года",
  },
  ar: {
    months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
    after: "",
  },
};

/** An instant as the clocks of a time zone show it: "16 February 2018, 13:05". Hours count to 24, in `en-US` to 12. */
export function printInstant(at: Date, timeZone: string, language: string): string {
  const day = printDay(dayIn(timeZone, at), language);
  if (localeOf(language) in KNOWN)
    return `${day}${comma(language)} ${minuteIn(timeZone, at).slice("2026-03-02 ".length)}`;
  const hourCycle = isAmerican(language) ? "h12" : "h23";
  const hour = isAmerican(language) ? "numeric" : "2-digit";
  const time = printed(at, language, { hour, minute: "2-digit", hourCycle, timeZone });
  return `${day}${comma(language)} ${time}`;
}

/** Where and on which day a story was written, in an edition's style. Without a place it is the day alone. */
export function printDateline(
  { place, date }: { readonly place: string; readonly date: string },
  language: string,
  style: DatelineStyle,
): string {
  switch (style) {
    case "place-date":
      return [place, printDay(date, language)].filter(Boolean).join(`${comma(language)} `);
    case "date-place":
      return `${[printDay(date, language, "numeric"), place].filter(Boolean).join(`${comma(language)} `)}.`;
    case "capitals":
      return `${[place.toLocaleUpperCase(localeOf(language)), dayWithoutYear(date, language)].filter(Boolean).join(`${comma(language)} `)} —`;
  }
}

function numeric(year: string, month: string, day: string | undefined, language: string): string {
  const parts = isAmerican(language) ? [month, day, year] : [day, month, year];
  return parts.filter((part) => part !== undefined).join(isAmerican(language) ? "/" : ".");
}

// As news agencies shorten them: the five short months never are.
const AGENCY_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

function dayWithoutYear(date: string, language: string): string {
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (day === undefined || printDay(date, language) === date) return date;
  if (primary(language) === "en") return `${AGENCY_MONTHS[Number(month) - 1]} ${Number(day)}`;
  return printed(new Date(`${date}T00:00:00Z`), language, { day: "numeric", month: "long" });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function printed(at: Date, language: string, parts: Intl.DateTimeFormatOptions): string {
  const locale = localeOf(language);
  const key = `${locale} ${JSON.stringify(parts)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat([locale, "en-GB"], {
      timeZone: "UTC",
      numberingSystem: "latn",
      calendar: "gregory",
      ...parts,
    });
    formats.set(key, format);
  }
  // Runtimes differ in the kind of space they put, and only forms have room for no more than "г.".
  const text = format.format(at).replace(/[\u00a0\u202f]/g, " ");
  return parts.month === "long" ? text.replace(/ г\.$/, " года").replace(/ р\.$/, " року") : text;
}

/** Other English than American writes days first; a language tag nobody can read is taken for English. */
function localeOf(language: string): string {
  const tag = language.replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return "en-GB";
  return tag.toLowerCase() === "en" ? "en-GB" : tag;
}

function isAmerican(language: string): boolean {
  return /^en[-_]us$/i.test(language);
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? "";
}

function comma(language: string): string {
  return ["ar", "fa", "ur"].includes(primary(language)) ? "،" : ",";
}
