/** Days counted from a story's own: weekdays, yesterday, ends of months and years. */

const DAY_MS = 86_400_000;

export function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The first day of a month; months before January and after December run on into other years. */
export function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

export function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = lastOfMonth(year, month + months);
  return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, "0")}`;
}

const WEEKDAYS: readonly string[] = [
  "sundays?|sun|воскресень[ея]|неділ[яюі]|sonntag|dimanche|domingo|الأحد|الاحد",
  "mondays?|mon|понедельник[а]?|понеділ(?:ок|ка)|montag|lundi|lunes|الإثنين|الاثنين",
  "tuesdays?|tues?|вторник[а]?|вівтор(?:ок|ка)|dienstag|mardi|martes|الثلاثاء",
  "wednesdays?|wed|сред[ауы]|серед[ау]|mittwoch|mercredi|miércoles|الأربعاء|الاربعاء",
  "thursdays?|thur?s?|четверг[а]?|четвер[га]?|donnerstag|jeudi|jueves|الخميس",
  "fridays?|fri|пятниц[ауы]|п['’]ятниц[яюі]|freitag|vendredi|viernes|الجمعة",
  "saturdays?|sat|суббот[ауы]|субот[ау]|samstag|sonnabend|samedi|sábado|السبت",
];

export const WEEKDAY_NAMES = WEEKDAYS.join("|");

/** Which weekday a word names; 0 is Sunday. */
export function weekdayNamed(word: string): number | undefined {
  const at = WEEKDAYS.findIndex((names) => new RegExp(`^(?:${names})$`, "iu").test(word));
  return at < 0 ? undefined : at;
}

/** The last such weekday on or before a day. */
export function lastWeekday(weekday: number, day: string): string {
  return shifted(day, -((weekdayOf(day) - weekday + 7) % 7));
}

/** The next such weekday after a day. */
export function nextWeekday(weekday: number, day: string): string {
  return shifted(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}
