import {
  applyImport,
  dropImport,
  type ImportRow,
  importRows,
  type StagedImport,
  stageImport,
} from "#agency/labels/imports.ts";
import type { LabelsSeen } from "#agency/labels/published.ts";
import { publishedCount } from "#agency/labels/published.ts";
import { bestName, registerOf } from "#agency/labels/queries.ts";
import { type Counts, FATES } from "#agency/labels/register.ts";
import { type Swept, sweep, sweptArticles } from "#agency/labels/sweep.ts";
import { dayAfter, isDay } from "#lib/days.ts";
import type { Db } from "#store/db.ts";
import {
  CSV_FIELDS,
  type CsvColumns,
  formatByLook,
  LIST_FORMATS,
  type ListOptions,
  ListProblem,
  listNameOf,
  readList,
} from "#text/registers/lists.ts";
import { type Command, type Given, isOn, Refused, textOption, type World, WrongUsage } from "./command.ts";
import { nameOf, noArguments, onlyArgument, textPieces } from "./input.ts";
import { progressOn } from "./progress.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

export const registerImport: Command = {
  name: "register import",
  synopsis: "register import FILE|- [--format FORMAT] [--dry-run] …",
  summary: "load a list of organisations and designations",
  help: `FILE is Dateline's own JSON (docs/register.schema.json), the UN Security Council's consolidated list (XML), the UK's list of
proscribed organisations (the page of gov.uk, or CSV), OpenSanctions' entities.ftm.json (licensed CC BY-NC: who publishes for
money needs their licence), or any CSV. A file that is not whole, or has a mistake in its form, changes nothing. An entry that
is no longer on its list is never deleted: its designation stays in force until an editor confirms its end.

Options:
  --format FORMAT        dateline, un, uk, ftm or csv; told by its look if not given
  --dry-run              read, compare and tell; change nothing
  --lang CODE            language of the names (en): one language edition of the UN's list after another is merged
  --list NAME            ftm, csv: what the list is called, the beginning of its ids
  --jurisdiction CODE    ftm, csv: whose designations these are
  --wording WORDS        ftm, csv: what the label says
  --authority NAME       ftm, csv: who designates
  --from DAY             csv: since when, where a row does not say
  --columns LIST         csv: name=Heading,alias=Heading,…; ${CSV_FIELDS.join(", ")}${STORE_HELP}
  --json                 { "rows", "imported", "skipped", "refused", "fates" }

  dateline register import consolidated.xml --dry-run
  dateline register import banned.csv --list xa --jurisdiction xa --wording "banned in Aldria" --columns name=Name,from=Since`,
  options: {
    ...STORE_OPTIONS,
    format: { type: "string" },
    "dry-run": { type: "boolean" },
    lang: { type: "string" },
    list: { type: "string" },
    jurisdiction: { type: "string" },
    wording: { type: "string" },
    authority: { type: "string" },
    from: { type: "string" },
    columns: { type: "string" },
  },
  async run(given, world) {
    const path = onlyArgument(given.positionals, "FILE|-");
    const asked = askedOf(given);
    const pieces = textPieces(path, world);
    const first = await pieces.next();
    const options = withFormat(asked, first.done ? "" : first.value, path);
    await withStore(given, world, async ({ db }) => {
      const staged = await staging(db, { pieces: again(first, pieces), options, path, world });
      const isDry = isOn(given, "dry-run");
      if (isOn(given, "json")) await printReport(db, staged, isDry, world);
      else await printDifference(db, staged, isDry, world);
      if (isDry) await dropImport(db, { importId: staged.importId, at: world.now() });
      else await applied(db, staged, world);
    });
    return 0;
  },
};

type Asked = Omit<ListOptions, "format"> & { readonly format: ListOptions["format"] | undefined };

function askedOf(given: Given): Asked {
  const format = textOption(given, "format");
  const known = LIST_FORMATS.find((one) => one === format);
  if (format !== undefined && known === undefined)
    throw new WrongUsage(`"${format}" is not a format of lists; use one of ${LIST_FORMATS.join(", ")}.`);
  const list = textOption(given, "list");
  if (list !== undefined && !/^[a-z][a-z\d-]{0,30}$/.test(list))
    throw new WrongUsage(`"${list}" cannot be the name of a list; use small letters, digits and hyphens.`);
  const from = textOption(given, "from");
  if (from !== undefined && !isDay(from)) throw new WrongUsage(`"${from}" is no day; give one such as 2018-02-16.`);
  const columns = textOption(given, "columns");
  return {
    format: known ?? (columns === undefined ? undefined : "csv"),
    list,
    from,
    language: textOption(given, "lang")?.toLowerCase(),
    jurisdiction: textOption(given, "jurisdiction")?.toLowerCase(),
    authority: textOption(given, "authority"),
    wording: textOption(given, "wording"),
    columns: columns === undefined ? undefined : columnsFrom(columns),
  };
}

function columnsFrom(words: string): CsvColumns {
  const pairs = words.split(",").map((pair) => {
    const [field = "", ...heading] = pair.split("=");
    const known = CSV_FIELDS.find((one) => one === field.trim());
    if (!known || heading.length === 0)
      throw new WrongUsage(`"${pair}" says no column; write FIELD=HEADING with one of ${CSV_FIELDS.join(", ")}.`);
    return [known, heading.join("=").trim()] as const;
  });
  return Object.fromEntries(pairs);
}

function withFormat(asked: Asked, head: string, path: string): ListOptions {
  const format = asked.format ?? formatByLook(head);
  if (format === undefined)
    throw new Refused(
      `${nameOf(path)} is in no form Dateline knows by its look; nothing was changed. Say --format, and for CSV --columns.`,
    );
  if (format !== "csv" && format !== "ftm") return { ...asked, format };
  for (const name of ["list", "jurisdiction", "wording"] as const)
    if (!asked[name]) throw new WrongUsage(`A list in the form ${format} does not say it itself: give --${name}.`);
  return { ...asked, format };
}

async function* again(first: IteratorResult<string, unknown>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

type Staging = {
  readonly pieces: AsyncIterable<string>;
  readonly options: ListOptions;
  readonly path: string;
  readonly world: World;
};

const BY = "command line";

async function staging(db: Db, { pieces, options, path, world }: Staging): Promise<StagedImport> {
  const progress = progressOn(world);
  try {
    return await stageImport(db, {
      rows: readList(pieces, options),
      list: listNameOf(options),
      file: path,
      format: options.format,
      by: BY,
      at: world.now(),
      told: (rows) => progress.step("rows read", rows),
    });
  } catch (cause) {
    if (!(cause instanceof ListProblem)) throw cause;
    throw new Refused(
      [`${nameOf(path)} is not a list Dateline can take in; nothing was changed.`, ...cause.message.split("\n")].join(
        "\n  ",
      ),
      { cause },
    );
  } finally {
    progress.end();
  }
}

async function applied(db: Db, { importId }: StagedImport, world: World): Promise<void> {
  const done = await applyImport(db, { importId, by: BY, at: world.now() });
  if ("refusal" in done)
    throw new Refused(
      "The register was changed by somebody else meanwhile; nothing was changed. Import the file again.",
    );
}

// What a person reads; machines ask with --json.
const MOST_TOLD = 20;

async function printDifference(
  db: Db,
  { importId, counts }: StagedImport,
  isDry: boolean,
  world: World,
): Promise<void> {
  const rows = await importRows(db, {
    importId,
    fates: ["added", "changed", "vanished", "refused"],
    limit: MOST_TOLD + 1,
  });
  for (const { fate, organisationId, entry, reason } of rows.slice(0, MOST_TOLD))
    world.out(`${fate.padEnd(9)} ${organisationId ?? entry ?? "?"}${reason === null ? "" : `: ${reason}`}\n`);
  if (rows.length > MOST_TOLD) world.out("… and more; --json lists every row.\n");
  const told = FATES.flatMap((fate) =>
    counts[fate] > 0 || fate === "unchanged" ? `${counts[fate]} ${WORDS[fate]}` : [],
  );
  world.out(`${rowsOf(counts)} rows read: ${told.join(", ")}.${isDry ? " Nothing was changed." : ""}\n`);
}

const WORDS: Readonly<Record<keyof Counts, string>> = {
  added: "added",
  changed: "changed",
  unchanged: "as they were",
  vanished: "no longer on the list",
  skipped: "left out",
  refused: "refused",
};

/** Rows of the file; what has vanished has none. */
function rowsOf(counts: Counts): number {
  return FATES.reduce((sum, fate) => sum + (fate === "vanished" ? 0 : counts[fate]), 0);
}

const ROWS_AT_ONCE = 1_000;

async function printReport(db: Db, { importId, counts }: StagedImport, isDry: boolean, world: World): Promise<void> {
  const of: Record<"added" | "changed" | "unchanged" | "vanished", string[]> = {
    added: [],
    changed: [],
    unchanged: [],
    vanished: [],
  };
  const head = {
    rows: rowsOf(counts),
    imported: counts.added + counts.changed,
    skipped: counts.unchanged + counts.skipped,
    refused: counts.refused,
    dryRun: isDry,
  };
  world.out(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "fates": [`);
  let isFirst = true;
  for (let after = 0; ; ) {
    const rows = await importRows(db, { importId, after, limit: ROWS_AT_ONCE });
    for (const row of rows) {
      world.out(`${isFirst ? "" : ","}\n    ${JSON.stringify(fateOf(row))}`);
      isFirst = false;
      if (row.fate in of && row.organisationId !== null) of[row.fate as keyof typeof of].push(row.organisationId);
    }
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) break;
    after = last.row;
  }
  const tail = { organisations: of.added.length + of.changed.length + of.unchanged.length, ...of };
  world.out(`\n  ],\n${JSON.stringify(tail, null, 2).slice(2)}\n`);
}

function fateOf({ row, entry, fate, reason }: ImportRow) {
  return { row, ...(entry !== null && { id: entry }), fate, ...(reason !== null && { reason }) };
}

export const registerSweep: Command = {
  name: "register sweep",
  synopsis: "register sweep [--as-of DAY]",
  summary: "which published articles have other labels on a day",
  help: `Looks through all published articles and tells those whose labels on DAY will not be those of today. Nothing is changed: at
midnight the pages are printed again by themselves. A sweep that was stopped goes on where it was.

Options:
  --as-of DAY       the day, such as 2026-12-01; tomorrow if not given${STORE_HELP}
  --json            { "looked", "changed", "articles" }`,
  options: { ...STORE_OPTIONS, "as-of": { type: "string" } },
  async run(given, world) {
    noArguments(given.positionals);
    const asOf = textOption(given, "as-of") ?? dayAfter(world.now().toISOString().slice(0, 10));
    if (!isDay(asOf)) throw new WrongUsage(`"${asOf}" is no day --as-of can follow; give one such as 2018-02-16.`);
    await withStore(given, world, async ({ db }) => {
      const progress = progressOn(world);
      const total = await publishedCount(db);
      const told = (looked: number) => progress.step("articles", looked, total);
      const swept = await sweep(db, { asOf }, { by: BY, at: world.now(), told });
      progress.end();
      await printSwept(db, swept, isOn(given, "json"), world);
    });
    return 0;
  },
};

async function printSwept(db: Db, { sweepId, looked, changed }: Swept, isJson: boolean, world: World): Promise<void> {
  if (isJson) world.out(`{\n  "looked": ${looked},\n  "changed": ${changed},\n  "articles": [`);
  let isFirst = true;
  for (let after = ""; ; ) {
    const articles = await sweptArticles(db, { sweepId, after, limit: ROWS_AT_ONCE });
    for (const { editionCode, slug, before, after } of articles) {
      const address = `/${editionCode}/${slug}`;
      if (isJson) world.out(`${isFirst ? "" : ","}\n    ${JSON.stringify({ address, before, after })}`);
      else world.out(`${address}\n  now:  ${inWords(before)}\n  then: ${inWords(after)}\n`);
      isFirst = false;
    }
    const last = articles.at(-1);
    if (!last || articles.length < ROWS_AT_ONCE) break;
    after = last.articleId;
  }
  world.out(isJson ? "\n  ]\n}\n" : `${looked} articles looked at, ${changed} with other labels.\n`);
}

function inWords({ said }: LabelsSeen): string {
  return (
    said.map(({ organisation, wording, times }) => `${organisation} (${wording}) ${times}×`).join(", ") || "no label"
  );
}

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
      // Those the rules of a language make are made again when it is read, and doubtful ones are doubtful again.
      forms: forms.flatMap((form) => (form.how === "generated" ? [] : form.text)),
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
