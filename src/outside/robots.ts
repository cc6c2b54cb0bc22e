/** What a site's robots.txt lets us read (RFC 9309). */

/** RFC 9309 §2.5 asks that at least this much be read. */
export const MOST_ROBOTS_BYTES = 512 * 1024;

type Rule = { readonly allows: boolean; readonly path: string };

/** Whether a robot of that product token may fetch a path with its query. Of rules that fit the longest holds, and of two the milder. */
export function mayFetch(robots: string, token: string, path: string): boolean {
  if (path === "/robots.txt") return true;
  const fitting = rulesFor(robots, token.toLowerCase()).filter((rule) => fits(rule.path, path));
  const longest = Math.max(0, ...fitting.map((rule) => rule.path.length));
  const last = fitting.filter((rule) => rule.path.length === longest);
  return last.length === 0 || last.some(({ allows }) => allows);
}

/** The rules of every group that names us; where none does, of those for everybody. */
function rulesFor(robots: string, token: string): readonly Rule[] {
  const groups = groupsOf(robots);
  const ours = groups.filter(({ agents }) => agents.includes(token));
  return (ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes("*"))).flatMap(({ rules }) => rules);
}

type Group = { readonly agents: string[]; readonly rules: Rule[] };

function groupsOf(robots: string): readonly Group[] {
  const groups: Group[] = [];
  let open = false;
  for (const line of robots.split(/\r\n?|\n/)) {
    const [, field = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const name = field.toLowerCase();
    const text = value.trim();
    if (name === "user-agent") {
      if (!open) groups.push({ agents: [], rules: [] });
      open = true;
      // A version behind the token is no part of it.
      groups.at(-1)?.agents.push((/^[\w-]+|^\*/.exec(text)?.[0] ?? "").toLowerCase());
    } else if (name === "allow" || name === "disallow") {
      open = false;
      if (text !== "") groups.at(-1)?.rules.push({ allows: name === "allow", path: encoded(text) });
    }
  }
  return groups;
}

// Far more stars than any rule needs; each may be tried at every sign of the path.
const MOST_STARS = 20;

/** `*` is anything, `$` the end. Walked from star to star, so that no rule takes long. */
function fits(rule: string, path: string): boolean {
  const isWhole = rule.endsWith("$");
  const parts = (isWhole ? rule.slice(0, -1) : rule).split("*");
  if (parts.length > MOST_STARS) return false;
  const given = encoded(path);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found =
      index === 0 ? 0 : isWhole && isLast ? Math.max(at, given.length - part.length) : given.indexOf(part, at);
    if (found < 0 || !given.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !isWhole || at === given.length;
}

/** Paths are compared as they are sent: letters beyond ASCII as octets, in capitals. */
function encoded(path: string): string {
  return path
    .replaceAll(/[^\u0020-\u007e]+/g, (some) => encodeURI(some.toWellFormed()))
    .replaceAll(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
}
