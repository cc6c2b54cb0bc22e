import { DEFAULT_POLICY, policyFrom } from "#agency/labels/policy.ts";
import { isDay } from "#lib/days.ts";
import { type DocumentJson, documentSchema } from "#text/document/schema.ts";
import {
  type CopyFormat,
  compile,
  type EditionPolicy,
  formatByLook,
  jurisdictionsOf,
  type LabelledCopy,
  labelCopy,
  labelDocument,
  languageByScript,
  type Matcher,
  type Register,
  readRegister,
} from "#text/labels/labels.ts";
import { type Command, type Given, isOn, Refused, textOption, textOptions, type World, WrongUsage } from "./command.ts";
import { jsonOf, nameOf, onlyArgument, textOf } from "./input.ts";

const FORMATS = ["text", "html", "markdown", "json"] as const;
type Format = (typeof FORMATS)[number];

export const label: Command = {
  name: "label",
  synopsis: "label FILE|- --register FILE --jurisdiction CODE [--policy POLICY] [--as-of DAY] …",
  summary: "print copy with its labels, as a register, a policy and a day say",
  help: `The copy is printed as it came, with the labels put in; what has to be asked about is told apart and not labelled.

Options:
  --register FILE        organisations and designations, as "register import" reads them
  --jurisdiction CODE    whose designations count; again for several
  --policy POLICY        every (if not given), first, section, note, document or none
  --as-of DAY            the day whose law counts, such as 2018-02-16; today if not given
  --lang CODE            language of the copy; told by its letters if not given
  --quotations PLACE     after (if not given) or inside: where the label of a quoted name stands
  --format FORMAT        text, html, markdown or json (a document); told by its look if not given
  --json                 { "text", "mentions" } with offsets in UTF-16 units of the input

  dateline label story.txt --register register.json --jurisdiction ru --policy first --as-of 2018-02-16`,
  options: {
    register: { type: "string" },
    jurisdiction: { type: "string", multiple: true },
    policy: { type: "string" },
    "as-of": { type: "string" },
    lang: { type: "string" },
    quotations: { type: "string" },
    format: { type: "string" },
  },
  async run(given, world) {
    const path = onlyArgument(given.positionals, "FILE|-");
    const asked = askedOf(given, path, world);
    const register = await registerFrom(asked.register, world);
    const jurisdictions = knownJurisdictions(asked.jurisdictions, register);
    const copy = await textOf(path, world);

    const language = asked.language ?? languageByScript(copy);
    const policy = { ...asked.policy, jurisdictions, language };
    const done = labelledCopy(copy, { ...asked, policy, path, matcher: compile(register, language) });
    world.out(isOn(given, "json") ? `${JSON.stringify(done, null, 2)}\n` : done.text);
    tellDoubts(done, copy, path, world);
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
function askedOf(given: Given, path: string, world: World): Asked {
  const register = textOption(given, "register");
  if (!register) throw new WrongUsage("Give --register FILE, the organisations to look for.");
  if (register === "-" && path === "-")
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
  const words = { policy: textOption(given, "policy"), quotations: textOption(given, "quotations") };
  const changed = policyFrom(DEFAULT_POLICY, words);
  if ("problem" in changed) throw new WrongUsage(changed.problem);
  return { register, jurisdictions, policy: changed.policy ?? DEFAULT_POLICY, day, language, format: known };
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

type Labelling = {
  readonly policy: EditionPolicy;
  readonly day: string;
  readonly matcher: Matcher;
  readonly format: Format | undefined;
  readonly path: string;
};

function labelledCopy(copy: string, { policy, day, matcher, format, path }: Labelling): LabelledCopy {
  if (format !== "json") {
    const chosen: CopyFormat = format ?? formatByLook(copy);
    return labelCopy(copy, { matcher, policy, day, format: chosen });
  }
  const { document, mentions } = labelDocument(documentFrom(copy, path), { matcher, policy, day });
  return { text: `${JSON.stringify(document)}\n`, mentions };
}

function documentFrom(copy: string, path: string): DocumentJson {
  try {
    const json: DocumentJson = JSON.parse(copy);
    documentSchema.nodeFromJSON(json).check();
    return json;
  } catch (cause) {
    throw new Refused(`${nameOf(path)} is not a document: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

/** What the desk has to look at, each with its line and column. */
function tellDoubts({ mentions }: LabelledCopy, copy: string, path: string, world: World) {
  let line = 1;
  let lineStart = 0;
  for (const { start, end, decision, reason } of mentions) {
    if (decision !== "ask") continue;
    for (let next = copy.indexOf("\n", lineStart); next !== -1 && next < start; next = copy.indexOf("\n", lineStart)) {
      line++;
      lineStart = next + 1;
    }
    const place = `${path === "-" ? "standard input" : path}:${line}:${start - lineStart + 1}`;
    world.err(`${place}: "${copy.slice(start, end)}" is not labelled: ${reason}.\n`);
  }
}
