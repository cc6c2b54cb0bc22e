/** What each part of the house says now, in a line or a few. */

import { isTwoPeopleRule } from "#agency/articles/two-people.ts";
import { allClients } from "#agency/clients/queries.ts";
import { menuLinks } from "#agency/editions/menus.ts";
import { sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { embedSites } from "#agency/embeds/queries.ts";
import { standingPages } from "#agency/pages/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { RULES } from "#agency/preflight/preflight.ts";
import { preflightRules } from "#agency/preflight/queries.ts";
import { houseTalk, TALK_FIELDS } from "#agency/replies/talk.ts";
import { retention } from "#agency/retention/queries.ts";
import { FORGOTTEN } from "#agency/retention/retention.ts";
import { mailOf } from "#agency/settings/mail.ts";
import { agency, settingsOf } from "#agency/settings/queries.ts";
import { areVerdictsShown } from "#agency/settings/quotations.ts";
import type { DeskVisit } from "../visit.ts";
import type { HousePart } from "../words/house.ts";

type Now = (visit: DeskVisit) => Promise<readonly string[]>;

const MOST_NAMED = 10;

const NOW: Readonly<Record<HousePart, Now>> = {
  agency: async ({ db, editions, words }) => {
    const named = await Promise.all(editions.map(async ({ code }) => (await agency(db, code)).name));
    const { contact } = await agency(db);
    return [named.join(" · "), contact?.replace(/^mailto:/, "") ?? words.house.agency.noContact];
  },
  editions: async ({ editions, words }) =>
    editions.map(({ name, language, timeZone, jurisdictions, labelPolicy }) => {
      const labels = `${jurisdictions.join(", ")}: ${words.house.edition.scopes[labelPolicy.scope]}`;
      return [name, language, timeZone, ...(jurisdictions.length > 0 ? [labels] : [])].join(" · ");
    }),
  sections: (visit) => eachEdition(visit, async ({ id }) => (await sectionsOf(visit.db, id)).map(({ name }) => name)),
  topics: (visit) => eachEdition(visit, async ({ id }) => (await topicsOf(visit.db, id)).map(({ name }) => name)),
  people: (visit) => eachEdition(visit, async ({ id }) => (await peopleOf(visit.db, id)).map(({ name }) => name)),
  menus: (visit) =>
    eachEdition(visit, async (edition) => (await menuLinks(visit.db, edition)).head.map(({ text }) => text)),
  pages: (visit) => eachEdition(visit, async ({ id }) => (await standingPages(visit.db, id)).map(({ title }) => title)),
  mail: async ({ db, world, words }) => {
    const mail = await mailOf(db, world.mail);
    return [mail ? `${new URL(mail.smtp).hostname} · ${mail.from.address}` : words.house.unset];
  },
  retention: async ({ db, words }) => {
    const kept = await retention(db);
    const said = words.house.retention;
    return FORGOTTEN.map((what) => `${said.kinds[what].title}: ${kept[what]}`);
  },
  "two-people": async ({ db, words }) => [words.house.twoPeople.states[(await isTwoPeopleRule(db)) ? "on" : "off"]],
  quotations: async ({ db, words }) => [words.sources.readers.states[(await areVerdictsShown(db)) ? "on" : "off"]],
  replies: async ({ db, words }) => {
    const now = await houseTalk(db);
    return TALK_FIELDS.map((field) => `${words.talk.fields[field].title}: ${now[field]}`);
  },
  advice: async ({ db, words }) => {
    const set = await settingsOf(db, "advice");
    const { sources } = words.advice;
    const address = set["advice.address"];
    const asked = [
      ...(address ? [`${sources.hook}: ${address}`] : []),
      ...(set["advice.akismet"] ? [sources.akismet] : []),
    ];
    return asked.length > 0 ? asked : [words.house.unset];
  },
  embed: async ({ db, words }) => [shortened((await embedSites(db)).map(({ host }) => host)) ?? words.embed.none],
  clients: async ({ db, words }) => {
    const open = (await allClients(db)).filter(({ closedAt }) => closedAt === null);
    return [shortened(open.map(({ name }) => name)) ?? words.clients.none];
  },
  wire: async ({ db, words }) => {
    const terms = (await settingsOf(db, "wire"))["wire.usage-terms"];
    return [terms || words.house.unset];
  },
  "pre-flight": async ({ db, words }) => {
    const rules = Object.values(await preflightRules(db));
    return RULES.map((rule) => `${words.preflight.rules[rule]}: ${rules.filter((one) => one === rule).length}`);
  },
};

/** The first of a list; nothing of an empty one. */
function shortened(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ["…"] : [])].join(", ");
}

export async function nowOf(visit: DeskVisit, part: HousePart): Promise<readonly string[]> {
  return NOW[part](visit);
}

/** A line for each edition with its name before it. */
async function eachEdition(
  { editions, words }: DeskVisit,
  names: (edition: DeskVisit["editions"][number]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  return Promise.all(
    editions.map(async (edition) => {
      const list = await names(edition);
      return `${edition.name}: ${list.length > 0 ? list.join(", ") : words.house.nothing}`;
    }),
  );
}
