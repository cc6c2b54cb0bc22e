import { importRegister } from "#agency/labels/actions.ts";
import { bestName, registerOf } from "#agency/labels/queries.ts";
import { readRegister } from "#text/labels/labels.ts";
import { type Command, isOn, Refused } from "./command.ts";
import { jsonOf, nameOf, noArguments, onlyArgument } from "./input.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

// As many as a person reads before mending the file.
const MOST_PROBLEMS_TOLD = 20;

export const registerImport: Command = {
  name: "register import",
  synopsis: "register import FILE|-",
  summary: "load a register of organisations and designations",
  help: `FILE is JSON: { "organisations": [ { "id", "names": [ { "text", "lang", "kind" } ], "designations": [ … ] } ] }.
Organisations it names are added or replaced, others stay; a file with a mistake changes nothing.

Options:${STORE_HELP}
  --json            for machines`,
  options: STORE_OPTIONS,
  async run(given, world) {
    const path = onlyArgument(given.positionals, "FILE|-");
    const read = readRegister(await jsonOf(path, world));
    if ("problems" in read) {
      const told = read.problems.slice(0, MOST_PROBLEMS_TOLD);
      const more = read.problems.length - told.length;
      throw new Refused(
        [
          `${nameOf(path)} is not a register Dateline can take in; nothing was changed.`,
          ...told,
          ...(more > 0 ? [`… and ${more} more.`] : []),
        ].join("\n  "),
      );
    }
    const done = await withStore(given, world, ({ db }) =>
      importRegister(db, { register: read.register, at: world.now() }),
    );
    world.out(
      isOn(given, "json")
        ? `${JSON.stringify(done, null, 2)}\n`
        : `${done.organisations} organisations read: ${done.added.length} added, ${done.changed.length} changed, ${done.unchanged.length} as they were.\n`,
    );
    return 0;
  },
};

export const registerList: Command = {
  name: "register list",
  synopsis: "register list",
  summary: "the organisations of the register, with who designated them",
  help: `Options:${STORE_HELP}\n  --json            the register in the shape "register import" reads`,
  options: STORE_OPTIONS,
  async run(given, world) {
    noArguments(given.positionals);
    const { organisations } = await withStore(given, world, ({ db }) => registerOf(db));
    if (isOn(given, "json")) {
      world.out(`${JSON.stringify({ organisations: organisations.map(asFile) }, null, 2)}\n`);
      return 0;
    }
    if (organisations.length === 0)
      world.err('The register is empty. Load one with "dateline register import FILE".\n');
    for (const { id, names, designations } of organisations) {
      world.out(`${id}  ${bestName(names, "en")?.text ?? id}\n`);
      for (const { jurisdiction, authority, from, until } of designations) {
        world.out(`  ${jurisdiction}  from ${from}${until === null ? "" : ` until ${until}`}  ${authority}\n`);
      }
    }
    return 0;
  },
};

type Organisations = Awaited<ReturnType<typeof registerOf>>["organisations"];

function asFile({ id, names, designations }: Organisations[number]) {
  return {
    id,
    names: names.map(({ text, language, kind, match, wording, forms }) => ({
      text,
      lang: language,
      kind,
      ...(match !== null && { match }),
      ...(wording !== null && { wording }),
      forms: forms.map((form) => form.text),
    })),
    designations: designations.map(({ jurisdiction, authority, decision, from, until, wording, reference }) => ({
      jurisdiction,
      authority,
      decision,
      from,
      until,
      wording,
      reference,
    })),
  };
}
