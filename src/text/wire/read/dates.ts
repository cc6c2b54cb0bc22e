/** Instants as feeds and wires write them: ISO 8601 in its forms, RFC 822 in everybody's, and day-first figures. */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Minutes east of Greenwich. Summer time where the letters say so. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  trt: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  ist: 330,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

type Parts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: string;
  readonly zone: string;
};

/** Nothing for what is no instant, or no day of a calendar. */
export function instantFrom(written: string): Date | null {
  const text = written.trim().replaceAll(/\s+/g, " ").slice(0, 100);
  const parts = isoParts(text) ?? rfcParts(text) ?? figures(text);
  if (!parts) return null;
  const { year, month, day, clock, zone } = parts;
  const [, hour = "0", minute = "0", second = "0", fraction = ""] =
    /^(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?(?:[.,](\d{1,9}))?$/.exec(clock) ?? [];
  const [h, m, s] = [Number(hour), Number(minute), Math.min(59, Number(second))];
  if (month < 1 || month > 12 || day < 1 || h > 24 || m > 59 || Number(second) > 60) return null;
  const ms = Math.floor(Number(`0.${fraction || "0"}`) * 1000);
  const at = new Date(Date.UTC(year, month - 1, day, h, m, s, ms));
  // Years before 100 are taken for those of this century by Date.UTC; nobody sends news of them.
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  const offset = offsetOf(zone);
  if (!isDay || offset === undefined || year < 1000 || year > 9998) return null;
  return new Date(at.getTime() - offset * 60_000);
}

function isoParts(text: string): Parts | undefined {
  const [all, year, month = "01", day = "01", clock = "0", zone = ""] =
    /^(\d{4})-?(\d{2})?-?(\d{2})?(?:[T ]\s*(\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d{1,9})?))?\s*(z|[a-z]{1,5}|(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2})?$/i.exec(
      text,
    ) ?? [];
  return all === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day), clock, zone };
}

function rfcParts(text: string): Parts | undefined {
  const bare = text.replace(/^[\p{L}.]+[,\s]\s*(?=\d|\p{L}{3,})/u, "").replace(/\s*\([^)]*\)$/, "");
  const [all, day, name = "", year = "", clock = "0", zone = ""] =
    /^(\d{1,2})(?:st|nd|rd|th)?[ .-]\s?(\p{L}{3,9})\.?,?[ -](\d{2}|\d{4})(?:,? (?:at )?(\d{1,2}(?::\d{2}){0,2}))?\s*([a-z]{1,5}|(?:gmt|utc)?\s?[+-]\d{1,2}:?\d{0,2})?$/iu.exec(
      bare,
    ) ??
    american(text) ??
    american(bare) ??
    [];
  const month = MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1;
  if (all === undefined || month === 0) return undefined;
  // RFC 2822 §4.3
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  return { year: full, month, day: Number(day), clock, zone };
}

/** `November 26, 2026 10:00`, and what C's `ctime` prints. */
function american(text: string): readonly (string | undefined)[] | undefined {
  const dated =
    /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})(?:,? (\d{1,2}(?::\d{2}){0,2}))?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?$/iu.exec(
      text,
    );
  if (dated) return [dated[0], dated[2], dated[1], dated[3], dated[4], dated[5]];
  const printed = /^(\p{L}{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2})(?: ([a-z]{3,4}))? (\d{4})$/iu.exec(text);
  return printed ? [printed[0], printed[2], printed[1], printed[5], printed[3], printed[4]] : undefined;
}

/** `26.11.2026 10:00`, `26/11/2026`. */
function figures(text: string): Parts | undefined {
  const [all, day, month, year, clock = "0"] =
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:,? (\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  return all === undefined
    ? undefined
    : { year: Number(year), month: Number(month), day: Number(day), clock, zone: "" };
}

/** Without a zone, Greenwich. A name nobody knows is taken for it too: RFC 2822 §4.3. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes = "0"] = /([+-])\s?(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.toLowerCase()] ?? 0;
  const offset = Number(hours) * 60 + Number(minutes || "0");
  return offset > 24 * 60 ? undefined : sign === "-" ? -offset : offset;
}
