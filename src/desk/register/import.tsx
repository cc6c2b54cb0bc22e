/** A list taken in at the desk: a file as it arrives, read beside the register; nothing of it counts before it has been seen. */
import { stageImport } from "#agency/labels/imports.ts";
import { isDay } from "#lib/days.ts";
import type { Part } from "#lib/multipart.ts";
import { PartsProblem, partsOf } from "#lib/multipart.ts";
import { NotText, textOfPieces } from "#lib/text-pieces.ts";
import {
  CSV_FIELDS,
  type CsvColumns,
  formatByLook,
  LIST_FORMATS,
  type ListFormat,
  type ListOptions,
  ListProblem,
  listNameOf,
  readList,
} from "#text/registers/lists.ts";
import { Buttons, MainAct } from "../house/parts.tsx";
import { Choice, Problem, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { problemIn } from "../words/list-problems.ts";
import type { ImportRefusal } from "../words/register.ts";
import { REGISTER } from "./said.tsx";
import { addressOfChange } from "./staged.tsx";
import { lookNow } from "./stories.tsx";

const MEGABYTE = 1024 * 1024;
// The largest list a state publishes has a third of this; it is read piece by piece and never stands in memory whole.
const MOST_MEGABYTES = 100;
const LONGEST_FIELD_BYTES = 64 * 1024;

/** What the form says of a list, as it was typed. */
type Typed = Readonly<Record<string, string>>;

export async function printImport(visit: DeskVisit): Promise<DeskPage> {
  return importPage(visit, {});
}

export async function readImport(visit: DeskVisit): Promise<DeskAnswer> {
  const typed: Record<string, string> = {};
  try {
    let outcome: Outcome = { refusal: "no-file" };
    for await (const part of partsOf(visit.request, { mostBytes: MOST_MEGABYTES * MEGABYTE })) {
      if (part.file === undefined) typed[part.name] = await fieldOf(part);
      else if (part.file !== "" && part.name === "file") outcome = await takenIn(visit, typed, part);
      // What nobody reads has to be passed over before the next part begins.
      for await (const _ of part.bytes);
    }
    if ("refusal" in outcome) return importPage(visit, typed, outcome);
    await lookNow(visit, { importId: outcome.importId });
    return seeOther(addressOfChange(outcome.importId));
  } catch (cause) {
    if (!(cause instanceof PartsProblem)) throw cause;
    if (cause.problem === "too-large") return importPage(visit, typed, { refusal: "too-large" });
    return importPage(visit, typed, { refusal: "no-file" });
  }
}

async function fieldOf({ bytes }: Part): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > LONGEST_FIELD_BYTES) throw new PartsProblem("too-large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8").replaceAll("\0", "").trim();
}

type Refused = { readonly refusal: ImportRefusal; readonly problem?: string };
type Outcome = { readonly importId: string } | Refused;

async function takenIn({ db, staff, at }: DeskVisit, typed: Typed, part: Part): Promise<Outcome> {
  const texts = textOfPieces(part.bytes);
  try {
    const first = await texts.next();
    if (first.done) return { refusal: "problem", problem: "The file is empty." };
    const options = optionsFrom(typed, first.value);
    if ("refusal" in options) return options;
    const { importId } = await stageImport(db, {
      rows: readList(again(first, texts), options),
      list: listNameOf(options),
      file: part.file ?? "",
      format: options.format,
      by: staff.id,
      at,
    });
    return { importId };
  } catch (cause) {
    if (cause instanceof ListProblem) return { refusal: "problem", problem: cause.message };
    if (cause instanceof NotText) return { refusal: "problem", problem: `The file ${cause.message}.` };
    throw cause;
  }
}

async function* again(first: IteratorResult<string, unknown>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

function optionsFrom(typed: Typed, head: string): ListOptions | Refused {
  const value = (name: string) => typed[name] || undefined;
  const columns = columnsFrom(typed);
  const format = formatFrom(typed["format"]) ?? formatByLook(head) ?? (columns && "csv");
  if (!format) return { refusal: "format" };
  const options = {
    format,
    language: value("language")?.toLowerCase(),
    list: value("list"),
    jurisdiction: value("jurisdiction")?.toLowerCase(),
    authority: value("authority"),
    wording: value("wording"),
    from: value("starts"),
    columns,
  };
  if (format !== "csv" && format !== "ftm") return { format, language: options.language };
  if (!/^[a-z][a-z\d-]{0,30}$/.test(options.list ?? "")) return { refusal: "list" };
  if (!/^[a-z0-9][a-z0-9-]{0,19}$/.test(options.jurisdiction ?? "")) return { refusal: "jurisdiction" };
  if (options.wording === undefined) return { refusal: "wording" };
  return options.from !== undefined && !isDay(options.from) ? { refusal: "from" } : options;
}

function formatFrom(typed: string | undefined): ListFormat | undefined {
  return LIST_FORMATS.find((one) => one === typed);
}

function columnsFrom(typed: Typed): CsvColumns | undefined {
  const named = CSV_FIELDS.flatMap((field) => {
    const heading = typed[`column-${field}`];
    return heading ? [[field, heading] as const] : [];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function importPage({ words }: DeskVisit, typed: Typed, refused?: Refused): DeskPage {
  const said = words.register.importing;
  const { fields } = words.register;
  const problem = refused?.problem?.split("\n").map((line) => problemIn(words.language, line));
  const isTold = ["list", "jurisdiction", "authority", "wording", "starts"].some((name) => typed[name]);
  const isMapped = CSV_FIELDS.some((field) => typed[`column-${field}`]);
  return {
    title: said.title,
    place: "register",
    ...(refused && { status: refused.refusal === "too-large" ? 413 : 422 }),
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {/* The file comes last, so that what is said of it is known when it arrives. */}
        <form method="post" action={`${REGISTER}/+import`} enctype="multipart/form-data" class="house-form">
          {refused && (
            <Problem>
              {said.refusals[refused.refusal]}{" "}
              {problem?.map((line) => (
                <span class="problem-line">{line} </span>
              ))}
              {said.unchanged}
            </Problem>
          )}
          <Choice
            name="format"
            label={said.format}
            options={[
              { value: "", text: said.byLook },
              ...LIST_FORMATS.map((value) => ({ value, text: said.formats[value] })),
            ]}
            chosen={typed["format"] ?? ""}
          />
          <TextField
            name="language"
            label={said.language}
            hint={said.languageHint}
            value={typed["language"] ?? "en"}
            dir="ltr"
          />
          <details open={isTold || isMapped}>
            <summary>{said.told}</summary>
            <p class="hint">{said.toldHint}</p>
            <TextField name="list" label={said.list} hint={said.listHint} value={typed["list"] ?? ""} dir="ltr" />
            <TextField
              name="jurisdiction"
              label={fields.jurisdiction}
              hint={fields.jurisdictionHint}
              value={typed["jurisdiction"] ?? ""}
              dir="ltr"
            />
            <TextField name="wording" label={said.wording} value={typed["wording"] ?? ""} dir="auto" />
            <TextField name="authority" label={fields.authority} value={typed["authority"] ?? ""} dir="auto" />
            <TextField name="starts" label={said.from} hint={said.fromHint} type="date" value={typed["starts"] ?? ""} />
            <fieldset>
              <legend>{said.columns}</legend>
              <p class="hint">{said.columnsHint}</p>
              <div class="columns-of">
                {CSV_FIELDS.map((field) => (
                  <TextField
                    name={`column-${field}`}
                    label={said.column[field]}
                    value={typed[`column-${field}`] ?? ""}
                    dir="auto"
                  />
                ))}
              </div>
            </fieldset>
          </details>
          <div class="field">
            <label for="file">{said.file}</label>
            <p class="hint" id="file-hint">
              {said.fileHint(MOST_MEGABYTES)}
            </p>
            <input id="file" name="file" type="file" aria-describedby="file-hint" />
          </div>
          <Buttons>
            <MainAct act="read">{said.read}</MainAct>
          </Buttons>
        </form>
      </>
    ),
  };
}
