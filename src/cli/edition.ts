import { addEdition, type EditionSettings, setEdition } from "#agency/editions/actions.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode, editions } from "#agency/editions/queries.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import { SURFACES } from "#text/labels/labels.ts";
import { DATELINE_STYLES } from "#text/typography/dates.ts";
import { type Command, type Given, isOn, Refused, textOption, textOptions, type World, WrongUsage } from "./command.ts";
import { noArguments, onlyArgument } from "./input.ts";
import { POLICY_HELP, POLICY_OPTIONS, policyGiven } from "./policy.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

export const editionList: Command = {
  name: "edition list",
  synopsis: "edition list",
  summary: "the editions, with their law of labels",
  help: `Options:${STORE_HELP}\n  --json            for machines`,
  options: STORE_OPTIONS,
  async run(given, world) {
    noArguments(given.positionals);
    const all = await withStore(given, world, ({ db }) => editions(db));
    print(given, world, all.map(inWords), all.map(asJson));
    return 0;
  },
};

// Whose hand the audit names.
const BY = "command line";

const SETTINGS_OPTIONS = {
  name: { type: "string" },
  language: { type: "string" },
  lang: { type: "string" },
  "time-zone": { type: "string" },
  "date-order": { type: "string" },
  "dateline-style": { type: "string" },
  jurisdiction: { type: "string", multiple: true },
  ...POLICY_OPTIONS,
  surface: { type: "string", multiple: true },
  folds: { type: "string" },
  "as-of": { type: "string" },
} as const;

const SETTINGS_HELP = `Options:
  --name NAME             as readers see it
  --language CODE         en, ru, ar, pt-BR …
  --time-zone ZONE        Europe/Riga, UTC …
  --date-order ORDER      day-first or month-first: how 02/03/2018 in its copy is read
  --dateline-style STYLE  ${DATELINE_STYLES.join(", ")}
  --jurisdiction CODE     whose designations it labels; again for several, none for none
  --policy POLICY         every, first, section, note, document or none
${POLICY_HELP}
  --surface PLACE         where labels are printed, again for several; all, none or of
                          ${SURFACES.slice(0, 7).join(", ")},
                          ${SURFACES.slice(7).join(", ")}
  --folds YES|NO          whether readers may fold labels that repeat one above
  --as-of DAY             today, publication, or one day for all such as 2018-02-16${STORE_HELP}
  --json                  for machines

  dateline edition set en --jurisdiction ru --policy first`;

export const editionAdd: Command = {
  name: "edition add",
  synopsis: "edition add CODE [--language CODE] [--name NAME] …",
  summary: "a new edition",
  help: SETTINGS_HELP,
  options: { ...STORE_OPTIONS, ...SETTINGS_OPTIONS },
  async run(given, world) {
    const code = onlyArgument(given.positionals, "CODE");
    const settings = await settingsFrom(given, undefined, world);
    const outcome = await withStore(given, world, ({ db }) =>
      addEdition(db, { code, settings, labelPolicy: DEFAULT_POLICY, by: BY, at: world.now() }),
    );
    return told(given, world, outcome);
  },
};

export const editionSet: Command = {
  name: "edition set",
  synopsis: "edition set CODE [--jurisdiction ru] [--policy first] [--as-of DAY] …",
  summary: "change an edition's language, law of labels, time zone …",
  help: SETTINGS_HELP,
  options: { ...STORE_OPTIONS, ...SETTINGS_OPTIONS },
  async run(given, world) {
    const code = onlyArgument(given.positionals, "CODE");
    const outcome = await withStore(given, world, async ({ db }) => {
      const settings = await settingsFrom(given, await editionByCode(db, code), world);
      if (Object.keys(settings).length === 0)
        throw new WrongUsage("Say what to set, for example --policy first. See: dateline edition set --help");
      return setEdition(db, { code, settings, by: BY, at: world.now() });
    });
    return told(given, world, outcome);
  },
};

function told(given: Given, world: World, outcome: Awaited<ReturnType<typeof setEdition>>): 0 {
  if ("refusal" in outcome) throw new Refused(outcome.refusal);
  print(given, world, [inWords(outcome.edition)], asJson(outcome.edition));
  return 0;
}

async function settingsFrom(given: Given, now: Edition | undefined, world: World): Promise<EditionSettings> {
  const name = textOption(given, "name");
  const language = textOption(given, "language") ?? textOption(given, "lang");
  const timeZone = textOption(given, "time-zone");
  const dateOrder = oneOf(given, "date-order", ["day-first", "month-first"]);
  const datelineStyle = oneOf(given, "dateline-style", DATELINE_STYLES);
  const jurisdictions = jurisdictionsFrom(textOptions(given, "jurisdiction"));
  const labelsAsOf = textOption(given, "as-of");
  const surfaces = textOptions(given, "surface").flatMap((one) => one.split(",").map((place) => place.trim()));
  const labelPolicy = await policyGiven(given, now?.labelPolicy ?? DEFAULT_POLICY, world, {
    surfaces: surfaces.length > 0 ? surfaces : undefined,
    folds: textOption(given, "folds"),
  });
  return {
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
    ...(timeZone !== undefined && { timeZone }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(datelineStyle !== undefined && { datelineStyle }),
    ...(jurisdictions !== undefined && { jurisdictions }),
    ...(labelsAsOf !== undefined && { labelsAsOf }),
    ...(labelPolicy && { labelPolicy }),
  };
}

function jurisdictionsFrom(given: readonly string[]): string[] | undefined {
  if (given.length === 0) return undefined;
  const codes = given.flatMap((one) => one.split(",")).map((code) => code.trim());
  return codes.filter((code) => code !== "" && code !== "none");
}

function oneOf<Word extends string>(given: Given, option: string, words: readonly Word[]): Word | undefined {
  const value = textOption(given, option);
  if (value === undefined) return undefined;
  const word = words.find((one) => one === value);
  if (word === undefined) throw new WrongUsage(`--${option} is "${value}"; use one of ${words.join(", ")}.`);
  return word;
}

function print(given: Given, world: World, lines: readonly string[], json: unknown): void {
  world.out(isOn(given, "json") ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`);
}

function inWords(edition: Edition): string {
  const { code, name, language, timeZone, jurisdictions, labelPolicy, labelsAsOf } = edition;
  const law = jurisdictions.length > 0 ? jurisdictions.join(", ") : "no jurisdiction";
  return `${code}  ${name} (${language}, ${timeZone}); labels: ${law}, ${labelPolicy.scope}, ${labelPolicy.style}, as of ${labelsAsOf}`;
}

function asJson(edition: Edition) {
  const { code, name, language, timeZone, dateOrder, datelineStyle, jurisdictions, labelPolicy, labelsAsOf } = edition;
  return {
    code,
    address: `/${code}/`,
    name,
    language,
    timeZone,
    dateOrder,
    datelineStyle,
    jurisdictions,
    labelPolicy,
    labelsAsOf,
  };
}
