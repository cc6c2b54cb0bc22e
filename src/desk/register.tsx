/** The register at the desk: organisations found by words, jurisdiction and state, and the ways to change them. */
import { importsBy, type RegisterImport } from "#agency/labels/imports.ts";
import { REGISTER_STATES, type RegisterLine, registerLeaf, stateOf, vanishedOnes } from "#agency/labels/listing.ts";
import type { Route } from "#lib/routes.ts";
import { namesAt } from "./flow/people.ts";
import { shownAt } from "./flow/times.ts";
import { lookAtDay, printDays } from "./register/days.tsx";
import { changeDesignation, printDesignation } from "./register/designation.tsx";
import { addNew, decideNames, printEntry, printNew } from "./register/entry.tsx";
import { printImport, readImport } from "./register/import.tsx";
import { changeName, printName } from "./register/name.tsx";
import { addressOf, authorityShown, REGISTER, spanShown, todayOf, whose } from "./register/said.tsx";
import { addressOfChange, decideStaged, printStaged } from "./register/staged.tsx";
import { decideVanished, printVanished } from "./register/vanished.tsx";
import { Choice, TextField } from "./views/fields.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage, deskPost } from "./visit.ts";

const LINES_A_PAGE = 100;
const MOST_WAITING = 20;
const MOST_TAKEN_IN = 5;
// Enough to say that there are some, and how many as long as they can be counted on a page.
const MOST_VANISHED = 1_000;

export function registerRoutes(world: DeskWorld): Route[] {
  const at = (address: string, ...parameters: string[]) =>
    ({ address: `${REGISTER}${address}`, right: "register.keep", parameters }) as const;
  const one = "/{organisation}";
  return [
    deskPage(world, at("", "q", "jurisdiction", "state", "page"), printRegister),
    deskPage(world, at("/+new"), printNew),
    deskAction(world, at("/+new"), addNew),
    deskPage(world, at("/+import"), printImport),
    deskPost(world, at("/+import"), readImport),
    deskPage(world, at("/+vanished"), printVanished),
    deskAction(world, at("/+vanished"), decideVanished),
    deskPage(world, at("/+days", "day", "stories"), printDays),
    deskAction(world, at("/+days"), lookAtDay),
    deskPage(world, at("/+changes/{change}", "show", "after", "stories"), printStaged),
    deskAction(world, at("/+changes/{change}"), decideStaged),
    deskPage(world, at(one), printEntry),
    deskAction(world, at(one), decideNames),
    deskPage(world, at(`${one}/names/{name}`), printName),
    deskAction(world, at(`${one}/names/{name}`), changeName),
    deskPage(world, at(`${one}/designations/{designation}`), printDesignation),
    deskAction(world, at(`${one}/designations/{designation}`), changeDesignation),
  ];
}

async function printRegister(visit: DeskVisit): Promise<DeskPage> {
  const { db, words, query } = visit;
  const said = words.register;
  const page = pageFrom(query["page"]);
  const look = {
    language: words.language,
    words: query["q"] ?? "",
    ...(query["jurisdiction"] !== undefined && { jurisdictions: [query["jurisdiction"]] }),
    state: REGISTER_STATES.find((one) => one === query["state"]),
    day: todayOf(visit),
    page,
    limit: LINES_A_PAGE,
  };
  const [leaf, vanished] = await Promise.all([registerLeaf(db, look), vanishedOnes(db, { limit: MOST_VANISHED })]);
  return {
    title: said.title,
    place: "register",
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        <p class="buttons">
          <a class="button main" href={`${REGISTER}/+new`}>
            {said.add}
          </a>
          <a class="button" href={`${REGISTER}/+import`}>
            {said.takeIn}
          </a>
          <a class="button" href={`${REGISTER}/+days`}>
            {said.daysToCome}
          </a>
          <a class="button" href={`${REGISTER}/+vanished`}>
            {said.vanished.title}
          </a>
        </p>
        {vanished.length > 0 && (
          <p class="said">
            <a href={`${REGISTER}/+vanished`}>{said.vanishedWait(vanished.length)}</a>
          </p>
        )}
        {await imports(visit, await importsBy(db, "ready", { limit: MOST_WAITING }), "waiting")}
        {await filters(visit)}
        <p class="quiet">{leaf.total === 0 ? said.empty : said.found(leaf.total)}</p>
        <ul class="house-list">
          {leaf.lines.map((line) => (
            <Line line={line} visit={visit} />
          ))}
        </ul>
        <Pages visit={visit} page={page} pages={leaf.pages} />
        {await imports(visit, await importsBy(db, "applied", { limit: MOST_TAKEN_IN }), "taken-in")}
      </>
    ),
  };
}

function pageFrom(text: string | undefined): number {
  const page = Number(text);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

async function imports(visit: DeskVisit, changes: readonly RegisterImport[], which: "waiting" | "taken-in") {
  if (changes.length === 0) return null;
  const { words, editions } = visit;
  const said = words.register;
  const nameOf = await namesAt(visit);
  const moment = (at: Date) => shownAt(at, { timeZone: editions[0]?.timeZone ?? "UTC" }, words);
  return (
    <section aria-labelledby={which} class="register-part">
      <h2 id={which}>{which === "waiting" ? said.changesWait : said.takenIn}</h2>
      <ul class="house-list">
        {changes.map(({ id, file, by, at }) => (
          <li>
            <a href={addressOfChange(id)} dir="auto">
              {file}
            </a>{" "}
            <span class="quiet">{said.madeBy(nameOf(by), moment(at))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function filters({ db, words, query }: DeskVisit) {
  const said = words.register;
  const codes = await db.selectFrom("designation").select("jurisdiction").distinct().orderBy("jurisdiction").execute();
  return (
    <form method="get" action={REGISTER} class="filters">
      <TextField name="q" label={said.search} type="search" value={query["q"] ?? ""} dir="auto" />
      <Choice
        name="jurisdiction"
        label={said.jurisdiction}
        options={[
          { value: "", text: said.anyJurisdiction },
          ...codes.map(({ jurisdiction }) => ({ value: jurisdiction, text: whose(jurisdiction, words) })),
        ]}
        chosen={query["jurisdiction"] ?? ""}
      />
      <Choice
        name="state"
        label={said.state}
        options={[
          { value: "", text: said.anyState },
          ...REGISTER_STATES.map((state) => ({ value: state, text: said.states[state] })),
        ]}
        chosen={query["state"] ?? ""}
      />
      <p class="buttons">
        <button type="submit">{said.show}</button>
      </p>
    </form>
  );
}

type LineProps = { readonly line: RegisterLine; readonly visit: DeskVisit };

const Line = ({ line, visit }: LineProps) => {
  const { words } = visit;
  const said = words.register;
  const today = todayOf(visit);
  return (
    <li>
      <p class="register-name">
        <bdi lang={line.language}>
          <a href={addressOf(line.id)}>{line.name}</a>
        </bdi>
        {line.isInDoubt && <span class="overdue"> {said.inDoubt}</span>}
      </p>
      {line.designations.length === 0 && <p class="about">{said.noDesignations}</p>}
      {line.designations.map((one) => (
        <p class="about">
          <span dir="auto">{authorityShown(one, words)}</span>
          <span>{spanShown(one, words)}</span>
          {stateOf(one, today) !== "in-force" && <span>{said.states[stateOf(one, today)]}</span>}
          {one.vanishedOn !== null && one.until === null && one.heldBy === null && (
            <span class="overdue">{said.states.vanished}</span>
          )}
        </p>
      ))}
    </li>
  );
};

type PagesProps = { readonly visit: DeskVisit; readonly page: number; readonly pages: number };

const Pages = ({ visit: { query, words }, page, pages }: PagesProps) => {
  if (pages < 2) return null;
  const said = words.register;
  const { said: _, ...kept } = query;
  const href = (to: number) => `${REGISTER}?${new URLSearchParams({ ...kept, page: String(to) })}`;
  return (
    <nav aria-label={said.pages} class="buttons">
      {page > 1 && (
        <a class="button" href={href(page - 1)} rel="prev">
          {said.before}
        </a>
      )}
      <span>{said.pageOf(page, pages)}</span>
      {page < pages && (
        <a class="button" href={href(page + 1)} rel="next">
          {said.next}
        </a>
      )}
    </nav>
  );
};
