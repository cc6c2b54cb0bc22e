/** The source ledger: looked through, added to; the editor's dialogs read it as JSON. */
import { addSource } from "#agency/sources/actions.ts";
import { ledgerSources } from "#agency/sources/queries.ts";
import { SOURCE_KINDS } from "#agency/sources/sources.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { articleSourceRoutes } from "./sources/article.tsx";
import { confidentialRoutes } from "./sources/confidential.tsx";
import { type Entered, enteredIn, NOTHING_ENTERED } from "./sources/entered.ts";
import { sourceRoutes } from "./sources/one.tsx";
import { Ledger } from "./views/sources.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  deskPost,
  seeOther,
} from "./visit.ts";
import { sendNewSource, sendSources } from "./writing/sources.ts";

const A_PAGE = 40;

export function sourcesRoutes(world: DeskWorld): Route[] {
  const right = "source.keep";
  const ledger = { address: "/desk/sources", right, parameters: ["q", "kind", "after"] } as const;
  const json = { address: "/desk/sources.json", right, parameters: ["words"] } as const;
  return [
    deskPage(world, ledger, (visit) => printLedger(visit, NOTHING_ENTERED)),
    deskAction(world, ledger, enter),
    deskPage(world, json, sendSources),
    deskPost(world, json, sendNewSource),
    ...confidentialRoutes(world),
    ...sourceRoutes(world),
    ...articleSourceRoutes(world),
  ];
}

async function printLedger({ db, query, words }: DeskVisit, entered: Entered): Promise<DeskPage> {
  const q = query["q"]?.trim() ?? "";
  const kind = SOURCE_KINDS.find((one) => one === query["kind"]);
  const found = await ledgerSources(db, { words: q, kind, after: query["after"], limit: A_PAGE + 1 });
  const sources = found.slice(0, A_PAGE);
  const last = found.length > A_PAGE ? sources.at(-1) : undefined;
  const older =
    last && `/desk/sources?${new URLSearchParams({ ...(q && { q }), ...(kind && { kind }), after: last.id })}`;
  const isRefused = Object.keys(entered.problems).length > 0;
  return {
    title: words.sources.title,
    place: "sources",
    ...(isRefused && { status: 422 }),
    main: <Ledger sources={sources} query={q} kind={kind} older={older} entered={entered} words={words} />,
  };
}

async function enter(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const read = enteredIn(form, words.sources.refused);
  if ("entered" in read) return printLedger(visit, read.entered);
  const id = await addSource(db, { source: read.source, by: staff.id, at });
  return seeOther(`/desk/sources/${encodeURIComponent(id)}`, "kept");
}
