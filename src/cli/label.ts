import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import { isDay } from "#lib/days.ts";
import { jurisdictionsOf, matchersOf, type Register, readRegister } from "#text/labels/labels.ts";
import {
  type Command,
  type ExitStatus,
  type Given,
  isOn,
  Refused,
  textOption,
  textOptions,
  type World,
  WrongUsage,
} from "./command.ts";
import { jsonOf, nameOf, onlyArgument, withCopy } from "./input.ts";
import { FORMATS, type Format, type Labelling, labelledParts, type PlacedMention } from "./label-copy.ts";
import { POLICY_HELP, POLICY_OPTIONS, policyGiven } from "./policy.ts";

export const label: Command = {
  name: "label",
  synopsis: "label FILE|- --register FILE --jurisdiction CODE [--policy POLICY] [--as-of DAY] [--check] …",
  summary: "print copy with its labels, or check copy for labels it lacks, as a register, a policy and a day say",
  help: `The copy is printed as it came, with the labels put in; what has to be asked about is told apart and not labelled.
It may be of any size: what is larger than 4 MB is read in pieces that end where paragraphs do.

Options:
  --register FILE        organisations and designations, as "register import" reads them
  --jurisdiction CODE    whose designations count; again for several
  --policy POLICY        every (if not given), first, section, note, document or none
  --as-of DAY            the day whose law counts, such as 2018-02-16; today if not given
  --lang CODE            language of the copy; told by its letters and small words if not given
${POLICY_HELP}
  --format FORMAT        text, html, markdown or json (a document, or one in each line); told by its look if not given
  --json                 { "text", "mentions" } with offsets in UTF-16 units of the input
  --check                print no copy: list the mentions that lack their label, FILE:LINE:COLUMN, and end with 1 if there
                         are any. Several FILEs may be given. With --json a list of them, those to be asked about included
  --strict               with --check, end with 1 also when a mention has to be asked about

  dateline label story.txt --register register.json --jurisdiction ru --policy first --as-of 2018-02-16
  dateline label --check drafts/*.md --register register.json --jurisdiction ru`,
  options: {
    register: { type: "string" },
    jurisdiction: { type: "string", multiple: true },
    ...POLICY_OPTIONS,
    "as-of": { type: "string" },
    lang: { type: "string" },
    format: { type: "string" },
    check: { type: "boolean" },
    strict: { type: "boolean" },
  },
  async run(given, world) {
    const isCheck = isOn(given, "check");
    const paths = isCheck ? given.positionals : [onlyArgument(given.positionals, "FILE|-")];
    const asked = await askedOf(given, paths, world);
    const register = await registerFrom(asked.register, world);
    const jurisdictions = knownJurisdictions(asked.jurisdictions, register);
    const labelling = { ...asked, jurisdictions, matcherFor: matchersOf(register) };
    if (isCheck) return checked(paths, labelling, given, world);
    const [path = "-"] = paths;
    await (isOn(given, "json") ? printJson : printCopy)({ ...labelling, path }, world);
    return 0;
  },
};

type Asked = {
  readonly register: string;
  readonly jurisdictions: readonly string[];
  readonly policy: typeof DEFAULT_POLICY;
  readonly day: string;
  readonly language: string | undefined;
  readonly format: Format | undefined;
};

/** Everything that can be wrong in the words of the command is told before a file is read. */
async function askedOf(given: Given, paths: readonly string[], world: World): Promise<Asked> {
  if (paths.length === 0) throw new WrongUsage("Give at least one FILE, or - to read standard input.");
  const register = textOption(given, "register");
  if (!register) throw new WrongUsage("Give --register FILE, the organisations to look for.");
  if (isOn(given, "strict") && !isOn(given, "check")) throw new WrongUsage("--strict goes with --check.");
  if (paths.filter((path) => path === "-").length + (register === "-" ? 1 : 0) > 1)
    throw new WrongUsage("Only one of the copy and the register can be standard input.");
  const jurisdictions = textOptions(given, "jurisdiction").flatMap((codes) =>
    codes.split(",").flatMap((one) => one.trim() || []),
  );
  if (jurisdictions.length === 0) throw new WrongUsage("Give --jurisdiction CODE, whose designations count.");

  const day = textOption(given, "as-of") ?? world.now().toISOString().slice(0, 10);
  if (!isDay(day)) throw new WrongUsage(`"${day}" is no day --as-of can follow; give one such as 2018-02-16.`);
  const language = textOption(given, "lang");
  if (language !== undefined && !/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(language)) {
    throw new WrongUsage(`"${language}" is not a language; give a code such as en, ru or pt-BR.`);
  }
  const format = textOption(given, "format");
  const known = FORMATS.find((one) => one === format);
  if (format !== undefined && known === undefined)
    throw new WrongUsage(`"${format}" is not a format; use one of ${FORMATS.join(", ")}.`);
  const policy = (await policyGiven(given, DEFAULT_POLICY, world)) ?? DEFAULT_POLICY;
  if (isOn(given, "check") && policy.scope === "none")
    throw new WrongUsage("With --policy none nothing is labelled, so there is nothing to check.");
  return { register, jurisdictions, policy, day, language, format: known };
}

async function registerFrom(path: string, world: World): Promise<Register> {
  const read = readRegister(await jsonOf(path, world));
  if ("register" in read) return read.register;
  const told = read.problems.slice(0, MOST_PROBLEMS_TOLD);
  const more = read.problems.length - told.length;
  throw new Refused(
    [
      `${nameOf(path)} is not a register Dateline can read.`,
      ...told,
      ...(more > 0 ? [`… and ${more} more.`] : []),
    ].join("\n  "),
  );
}

// As many as a person reads before mending the file.
const MOST_PROBLEMS_TOLD = 20;

function knownJurisdictions(asked: readonly string[], register: Register): readonly string[] {
  const known = jurisdictionsOf(register);
  const codes = [...new Set(asked.map((one) => one.toLowerCase()))];
  const unknown = codes.find((one) => !known.includes(one));
  if (unknown === undefined) return codes;
  throw new WrongUsage(
    known.length === 0
      ? `The register designates nothing in any jurisdiction, so not in "${unknown}".`
      : `The register has no jurisdiction "${unknown}"; it knows ${known.join(", ")}.`,
  );
}

/** What the desk has to look at goes to the messages, each with its line and column. */
async function printCopy(labelling: Labelling, world: World) {
  await withCopy(labelling.path, world, async (copy) => {
    for await (const { text, mentions } of labelledParts(copy, labelling)) {
      world.out(text);
      for (const one of mentions) tellDoubt(one, labelling.path, world);
      await world.drained?.();
    }
  });
}

/** The text goes out as it is labelled; the mentions are kept until it has ended, since they stand after it. */
async function printJson(labelling: Labelling, world: World) {
  const told: string[] = [];
  await withCopy(labelling.path, world, async (copy) => {
    world.out('{\n  "text": "');
    for await (const { text, mentions } of labelledParts(copy, labelling)) {
      world.out(JSON.stringify(text).slice(1, -1));
      for (const one of mentions) {
        const { line: _line, column: _column, words: _words, wording: _wording, ...mention } = one;
        told.push(JSON.stringify(mention, null, 2).replaceAll("\n", "\n    "));
        tellDoubt(one, labelling.path, world);
      }
      await world.drained?.();
    }
  });
  world.out(told.length === 0 ? '",\n  "mentions": []\n}\n' : '",\n  "mentions": [\n');
  for (const [at, one] of told.entries()) {
    world.out(`    ${one}${at < told.length - 1 ? "," : "\n  ]\n}"}\n`);
    if (at % 1000 === 0) await world.drained?.();
  }
}

function tellDoubt(mention: PlacedMention, path: string, world: World) {
  if (mention.decision === "ask")
    world.err(`${placeOf(mention, path)}: "${mention.words}" is not labelled: ${mention.reason}.\n`);
}

function placeOf({ line, column }: PlacedMention, path: string): string {
  return `${path === "-" ? "standard input" : path}:${line}:${column}`;
}

/** Lists what lacks its label; 1 when there is anything, or with `--strict` anything to ask about. */
async function checked(
  paths: readonly string[],
  labelling: Omit<Labelling, "path">,
  given: Given,
  world: World,
): Promise<ExitStatus> {
  const isJson = isOn(given, "json");
  const counts = { label: 0, ask: 0, none: 0 };
  let isFirst = true;
  if (isJson) world.out("[");
  for (const path of paths) {
    await withCopy(path, world, async (copy) => {
      for await (const { mentions } of labelledParts(copy, { ...labelling, path })) {
        for (const mention of mentions) {
          counts[mention.decision]++;
          if (mention.decision === "none") continue;
          if (isJson) world.out(`${isFirst ? "" : ","}\n  ${JSON.stringify({ file: path, ...mention })}`);
          else if (mention.decision === "label")
            world.out(`${placeOf(mention, path)}: "${mention.words}" lacks its label: ${mention.wording}\n`);
          else world.err(`${placeOf(mention, path)}: "${mention.words}" has to be asked about: ${mention.reason}\n`);
          isFirst = false;
        }
        await world.drained?.();
      }
    });
  }
  if (isJson) world.out(isFirst ? "]\n" : "\n]\n");
  return counts.label > 0 || (isOn(given, "strict") && counts.ask > 0) ? 1 : 0;
}
