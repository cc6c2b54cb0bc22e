/** One source: what is known of it, what was kept of it, whether its name is public, what rests on it. */
import { askForPage, describeSource, keepSnapshot, keepSourceFile, showPerson } from "#agency/sources/actions.ts";
import { type LedgerSource, ledgerSource, snapshotsOf, snapshotText, usesOfSource } from "#agency/sources/queries.ts";
import { keptPage } from "#agency/sources/reading.ts";
import { addressOfSource, fileOfSnapshot, isPublic } from "#agency/sources/sources.ts";
import { may } from "#agency/staff/staff.ts";
import { FilesProblem } from "#lib/files.ts";
import type { Form } from "#lib/form.ts";
import { newId } from "#lib/ids.ts";
import type { Route } from "#lib/routes.ts";
import { isPdf, readPdf } from "#outside/pdf.ts";
import { namesAt } from "../flow/people.ts";
import { shownAt } from "../flow/times.ts";
import { OneSource, type OneSourceValues, SnapshotText } from "../views/sources.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import type { SourceProblem } from "../words/sources.ts";
import { confidentialPage } from "./confidential.tsx";
import { type Entered, enteredIn } from "./entered.ts";

const MOST_SHOWN = 50;
const MOST_UPLOAD_BYTES = 20 * 1024 * 1024;

export function sourceRoutes(world: DeskWorld): Route[] {
  const one = { address: "/desk/sources/{source}", right: "source.keep" } as const;
  const kept = `${one.address}/snapshots/{snapshot}`;
  return [
    deskPage(world, one, printSource),
    deskAction(world, one, describe),
    deskAction(world, { ...one, address: `${one.address}/fetch` }, fetchPage),
    deskAction(world, { ...one, address: `${one.address}/keep`, mostBytes: MOST_UPLOAD_BYTES }, keepByHand),
    deskAction(world, { address: `${one.address}/show`, right: "source.show" }, showName),
    deskPage(world, { ...one, address: kept }, printText),
    deskPage(world, { ...one, address: `${kept}/warc` }, sendFile),
  ];
}

async function printSource(visit: DeskVisit): Promise<DeskPage | undefined> {
  const source = await ledgerSource(visit.db, visit.steps["source"] ?? "");
  if (!source) return undefined;
  return source.kind === "confidential" ? confidentialPage(visit, source) : sourcePage(visit, source);
}

type Shown = { readonly entered?: Entered; readonly problem?: SourceProblem; readonly pasted?: string };

async function sourcePage(visit: DeskVisit, source: LedgerSource, shown: Shown = {}): Promise<DeskPage> {
  const { db, words, staff, editions } = visit;
  const [first] = editions;
  const nameOf = await namesAt(visit);
  const snapshots = await snapshotsOf(db, source.id, { limit: MOST_SHOWN });
  const when = (at: Date) => (first ? shownAt(at, first, words) : at.toISOString());
  const uses = await usesOfSource(db, source.id, { limit: MOST_SHOWN });
  const values: OneSourceValues = {
    source,
    entered: shown.entered ?? { typed: typedOf(source), problems: {} },
    snapshots: snapshots.map((one) => ({ ...one, by: nameOf(one.madeBy), when: when(one.madeAt) })),
    dead: source.deadAt && when(source.deadAt),
    uses,
    mayShow: may(staff, "source.show"),
    publicAt: first && isPublic(source) ? addressOfSource(first.code, source.id) : undefined,
    pasted: shown.pasted ?? "",
    problem: shown.problem,
    words,
  };
  return {
    title: source.name,
    place: "sources",
    ...((shown.problem ?? shown.entered) && { status: 422 }),
    main: <OneSource {...values} />,
  };
}

function typedOf({ kind, name, office, url, language, publishedOn, notes }: LedgerSource): Entered["typed"] {
  return { kind, name, office, url: url ?? "", language: language ?? "", publishedOn: publishedOn ?? "", notes };
}

/** The source a form is for, unless it is confidential: that has a form of its own. */
async function openSource({ db, steps }: DeskVisit): Promise<LedgerSource | undefined> {
  const source = await ledgerSource(db, steps["source"] ?? "");
  return source?.kind === "confidential" ? undefined : source;
}

async function describe(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const source = await openSource(visit);
  if (!source) return undefined;
  const read = enteredIn(form, words.sources.refused);
  if ("entered" in read) return sourcePage(visit, source, { entered: read.entered });
  await describeSource(db, { id: source.id, source: read.source, by: staff.id, at });
  return seeOther(addressOf(source), "kept");
}

async function fetchPage(visit: DeskVisit): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const source = await openSource(visit);
  if (!source) return undefined;
  await askForPage(db, { id: source.id, by: staff.id, at });
  return seeOther(addressOf(source));
}

async function keepByHand(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world } = visit;
  const source = await openSource(visit);
  if (!source) return undefined;
  const [file] = form.files("file");
  const pasted = form.text("text");
  if (!file && pasted === "") return sourcePage(visit, source, { problem: "empty" });
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(pasted);
  const pdf = file && isPdf(bytes) ? await readPdf(bytes) : undefined;
  if (pdf && "problem" in pdf) return sourcePage(visit, source, { problem: `pdf-${pdf.problem}`, pasted });
  const made = keptPage({
    id: newId(at),
    at,
    sourceId: source.id,
    how: file ? "uploaded" : "pasted",
    software: `Dateline (+${world.url})`,
    address: source.url,
    type: file ? file.type : "text/plain; charset=utf-8",
    bytes,
    read: pdf?.pdf,
  });
  if (made.page.text === "") return sourcePage(visit, source, { problem: "file", pasted });
  try {
    await keepSourceFile(db, world.files, { id: made.page.id, file: made.file, at });
  } catch (cause) {
    if (cause instanceof FilesProblem) return sourcePage(visit, source, { problem: "away", pasted });
    throw cause;
  }
  if (!(await keepSnapshot(db, { page: made.page, by: staff.id, at }))) await world.files.remove(made.file.name);
  return seeOther(addressOf(source), "kept");
}

async function showName(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const source = await openSource(visit);
  const shown = form.text("shown");
  if (!source || (shown !== "yes" && shown !== "no")) return undefined;
  const done = await showPerson(db, { id: source.id, shown: shown === "yes", by: staff.id, at });
  return done ? seeOther(addressOf(source), "kept") : undefined;
}

async function printText({ db, steps, words, editions }: DeskVisit): Promise<DeskPage | undefined> {
  const source = await ledgerSource(db, steps["source"] ?? "");
  const snapshot = source && (await snapshotText(db, { sourceId: source.id, id: steps["snapshot"] ?? "" }));
  const [first] = editions;
  if (!source || !snapshot || !first) return undefined;
  const when = shownAt(snapshot.madeAt, first, words);
  return {
    title: words.sources.kept.textTitle(source.name),
    place: "sources",
    main: <SnapshotText source={source} snapshot={snapshot} when={when} words={words} />,
  };
}

async function sendFile({ db, steps, world }: DeskVisit): Promise<Response | undefined> {
  const snapshot = await snapshotText(db, { sourceId: steps["source"] ?? "", id: steps["snapshot"] ?? "" });
  const file = snapshot && (await world.files.open(fileOfSnapshot(snapshot.id)));
  if (!snapshot || !file) return undefined;
  return new Response(file.stream, {
    headers: {
      "content-type": "application/warc",
      "content-length": String(file.bytes),
      "content-disposition": `attachment; filename="${fileOfSnapshot(snapshot.id)}"`,
    },
  });
}

function addressOf({ id }: Pick<LedgerSource, "id">): string {
  return `/desk/sources/${encodeURIComponent(id)}`;
}
