/** What machines ask of a site: robots.txt, trust.txt, security.txt. */
import { editions } from "#agency/editions/queries.ts";
import { agency, settingsOf } from "#agency/settings/queries.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { homeOf } from "./frame.ts";
import type { SiteWorld } from "./visit.ts";

export function machineRoutes(world: SiteWorld): Route[] {
  return [
    favicon(world),
    textRoute("/robots.txt", () => robots(world)),
    textRoute("/trust.txt", () => trust(world)),
    textRoute("/.well-known/trust.txt", () => trust(world)),
    textRoute("/.well-known/security.txt", () => security(world), { endsInMs: SECURITY_TXT_KEPT_MS, now: world.now }),
  ];
}

// Its name holds its digest, so another version has another.
const FAVICON_KEPT = "public, max-age=86400";

/** Readers of feeds and old browsers ask for it here, whatever a page says; not all of them know SVG. */
function favicon({ assets }: SiteWorld): Route {
  const headers = { location: assets.touchIcon, "cache-control": FAVICON_KEPT };
  const answer = async () => new Response(null, { status: 302, headers });
  return { method: "GET", address: "/favicon.ico", kept: "not-kept", answer };
}

type Ends = { readonly endsInMs: number; readonly now: () => Date };

function textRoute(address: string, text: () => Promise<string> | string, ends?: Ends): Route {
  return {
    method: "GET",
    address,
    kept: "pages",
    async answer() {
      const headers = new Headers({ "content-type": "text/plain; charset=utf-8" });
      dependsOn(headers, ["editions", "settings"]);
      if (ends) headers.set(KEPT_UNTIL_HEADER, new Date(ends.now().getTime() + ends.endsInMs).toISOString());
      return new Response(await text(), { headers });
    },
  };
}

// Programs that gather texts to train models with, as they call themselves in their own documentation.
const TRAINING_ROBOTS = ["Applebot-Extended", "CCBot", "ClaudeBot", "GPTBot", "Google-Extended", "Meta-ExternalAgent"];

/**
 * RFC 9309. Results of searches are made up by readers and stay out of indexes; stories about a search do not. What
 * trust.txt says of training is said here too, so that the two do not contradict each other.
 */
async function robots({ db, url }: SiteWorld): Promise<string> {
  const training = (await settingsOf(db, "trust"))["trust.datatrainingallowed"];
  return [
    ...(training === "no" ? [...TRAINING_ROBOTS.map((robot) => `User-agent: ${robot}`), "Disallow: /", ""] : []),
    "User-agent: *",
    "Disallow: /*/search$",
    "Disallow: /*/search?",
    "Disallow: /desk/",
    "",
    `Sitemap: ${url}/sitemap.xml`,
    `Sitemap: ${url}/news-sitemap.xml`,
    "",
  ].join("\n");
}

/** What trust.txt may say beside how to reach us, each as often as there are lines in its setting. */
const TRUST_NAMES = ["member", "belongto", "control", "controlledby", "vendor", "customer", "social"] as const;

/** JournalList's trust.txt: who we belong to and where we speak; an agency without a setting says only how to reach it. */
async function trust({ db, url }: SiteWorld): Promise<string> {
  const [edition] = await editions(db);
  if (!edition) throw new Error("this store has no edition");
  const { name, contact } = await agency(db, edition.code);
  const set = await settingsOf(db, "trust");
  const training = set["trust.datatrainingallowed"];
  return [
    `# ${name}`,
    ...TRUST_NAMES.flatMap((one) => linesOf(set[`trust.${one}`]).map((line) => `${one}=${line}`)),
    ...(contact === null ? [] : [`contact=${contact}`]),
    `disclosure=${url}${homeOf(edition)}labels`,
    ...(training === "yes" || training === "no" ? [`datatrainingallowed=${training}`] : []),
    "",
  ].join("\n");
}

function linesOf(set: string | undefined): string[] {
  return (set ?? "")
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const DAY_MS = 24 * 60 * 60 * 1_000;
// RFC 9116 §2.5.5 asks for an end less than a year ahead; ours is half a year, moved on once a day.
const SECURITY_TXT_HOLDS_MS = 180 * DAY_MS;
const SECURITY_TXT_KEPT_MS = DAY_MS;

/** RFC 9116. */
async function security({ db, url, now }: SiteWorld): Promise<string> {
  const { contact } = await agency(db);
  return [
    `Contact: ${contact ?? `${url}/`}`,
    `Expires: ${new Date(now().getTime() + SECURITY_TXT_HOLDS_MS).toISOString()}`,
    `Canonical: ${url}/.well-known/security.txt`,
    "",
  ].join("\n");
}
