/** Whether a place in a text is inside an address, a mail box, a handle or a hashtag: names there are not mentions. */
import { isWordSign, visibleBefore } from "./letters.ts";

/** Asked for matches in order of the text; a run without white space is taken apart once, however many names it holds. */
export function addressesOf(text: string): (start: number, end: number) => boolean {
  let run = { start: 0, end: 0, addresses: [] as readonly Range[], next: 0 };
  return (start, end) => {
    if (isTagged(text, start) || isHost(text, start, end)) return true;
    if (start >= run.end || start < run.start) run = runAround(text, start);
    while ((run.addresses[run.next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) run.next++;
    const address = run.addresses[run.next];
    return address !== undefined && address[0] < end;
  };
}

type Range = readonly [start: number, end: number];

function isTagged(text: string, start: number): boolean {
  const before = visibleBefore(text, start);
  return before >= 0 && "#@＃＠$".includes(text.charAt(before));
}

// The last step of a host name or a file name that a word with a full stop is taken for; a two-letter one is a country.
const TOP_LEVEL =
  /^(?:com|org|net|edu|gov|mil|int|info|biz|io|tv|news|media|online|site|press|blog|app|dev|pro|name|club|live|example|test|invalid|localhost|onion|рф|рус|[a-z]{2}|pdf|html|jpe?g|png|gif|svg|webp|docx?|xlsx?|pptx?|odt|txt|csv|json|xml|zip|mp[34]|php|aspx?)$/;

/** `isil.example.com`, `Taliban.org`: a full stop with no space on one side, and a top-level domain at the end. */
function isHost(text: string, start: number, end: number): boolean {
  let to = end;
  for (let steps = 0; steps < MOST_STEPS && text.charAt(to) === "." && isWordSign(text, to + 1); steps++) {
    let next = to + 1;
    while (next < text.length && next - to < LONGEST_LABEL && (isWordSign(text, next) || text.charAt(next) === "-"))
      next++;
    if (TOP_LEVEL.test(text.slice(to + 1, next))) return true;
    to = next;
  }
  return (
    text.charAt(start - 1) === "." && start > 1 && isWordSign(text, start - 2) && TOP_LEVEL.test(text.slice(start, end))
  );
}

// A host name people write has fewer steps; more is prose without its spaces.
const MOST_STEPS = 8;
// Of one step of a host name, RFC 1035.
const LONGEST_LABEL = 63;

function runAround(
  text: string,
  at: number,
): { start: number; end: number; addresses: readonly Range[]; next: number } {
  let start = at;
  while (start > 0 && !/\s/u.test(text.charAt(start - 1))) start--;
  let end = at;
  while (end < text.length && !/\s/u.test(text.charAt(end))) end++;
  const run = text.slice(start, end);
  if (!/[.:@/](?!$)/.test(run)) return { start, end, addresses: [], next: 0 };
  const addresses = [...schemes(run), ...boxes(run), ...hostsWithPaths(run)]
    .sort((one, other) => one[0] - other[0])
    .map(([from, to]): Range => [start + from, start + to]);
  return { start, end, addresses: merged(addresses), next: 0 };
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const out: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = out.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

const ENDS_ADDRESS = /[<>"“”«»]/g;

/** `https://…`, `www.…`, `mailto:…`: up to white space or a quotation mark. */
function* schemes(run: string): Generator<Range> {
  for (const sign of ["://", "www.", "mailto:", "tel:", "urn:", "magnet:", "data:"]) {
    for (let at = run.indexOf(sign); at !== -1; ) {
      let start = at;
      if (sign === "://") while (start > 0 && /[a-z0-9+.-]/i.test(run.charAt(start - 1))) start--;
      ENDS_ADDRESS.lastIndex = at;
      const end = ENDS_ADDRESS.exec(run)?.index ?? run.length;
      if (start < at || sign !== "://") yield [start, end];
      at = run.indexOf(sign, end);
    }
  }
}

/** `press@red-dawn.example`. */
function* boxes(run: string): Generator<Range> {
  let after = 0;
  for (let at = run.indexOf("@"); at !== -1; at = run.indexOf("@", at + 1)) {
    let start = at;
    while (start > after && isBoxSign(run, start - 1)) start--;
    let end = at + 1;
    while (end < run.length && isBoxSign(run, end)) end++;
    yield [start, end];
    after = end;
    at = end - 1;
  }
}

function isBoxSign(run: string, at: number): boolean {
  return isWordSign(run, at) || ".+-%".includes(run.charAt(at));
}

/** `example.com/ISIL`, `example.com?q=ISIL`. */
function* hostsWithPaths(run: string): Generator<Range> {
  for (const { index, 0: word } of run.matchAll(/[^"“”«»<>()[\]{},;]+/g)) {
    const path = word.search(/[/?#]/);
    const host = path === -1 ? "" : word.slice(0, path).replace(/:\d{1,5}$/, "");
    const top = host.slice(host.lastIndexOf(".") + 1);
    if (host.includes(".") && /^[\p{L}\p{N}.-]+$/u.test(host) && TOP_LEVEL.test(top))
      yield [index, index + word.length];
  }
}
