/** What would change: a list that was read or a change by hand, row by row, and the stories whose labels change; applied at once or dropped. */

import { askToApply, isLarge } from "#agency/labels/applying.ts";
import { changesOf } from "#agency/labels/history.ts";
import {
  applyImport,
  BY_HAND,
  dropImport,
  type Edit,
  type ImportRow,
  importById,
  importRows,
  type RegisterImport,
  stageEdits,
} from "#agency/labels/imports.ts";
import { bestName } from "#agency/labels/queries.ts";
import { FATES, type Fate } from "#agency/labels/register.ts";
import type { Form } from "#lib/form.ts";
import { withCommas } from "#lib/languages.ts";
import { namesAt } from "../flow/people.ts";
import { shownAt } from "../flow/times.ts";
import { Act, Buttons, MainAct } from "../house/parts.tsx";
import { Problem } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { rowReasonIn } from "../words/list-problems.ts";
import { addressOf, authorityShown, ChangeLines, REGISTER, spanShown } from "./said.tsx";
import { lookNow, storiesFor } from "./stories.tsx";

const ROWS_A_PAGE = 100;
const SHOWN = [...FATES.filter((fate) => fate !== "unchanged"), "doubtful"] as const;
type Shown = (typeof SHOWN)[number];

export function addressOfChange(importId: string): string {
  return `${REGISTER}/+changes/${importId}`;
}

/** Makes changes by hand ready, looks for the stories they change, and leads to the page that says so. */
export async function stagedNow(visit: DeskVisit, edits: readonly Edit[], name: string): Promise<Response> {
  const { db, staff, at } = visit;
  const { importId } = await stageEdits(db, { edits, name, by: staff.id, at });
  await lookNow(visit, { importId });
  return seeOther(addressOfChange(importId));
}

export async function printStaged(visit: DeskVisit): Promise<DeskPage | undefined> {
  return stagedPage(visit);
}

export async function decideStaged(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, steps } = visit;
  const importId = steps["change"] ?? "";
  const waiting = await importById(db, importId);
  if (!waiting) return undefined;
  if (form.text("do") === "look" && waiting.state === "ready") {
    await lookNow(visit, { importId });
    return seeOther(`${addressOfChange(importId)}#stories`);
  }
  if (form.text("do") === "drop") {
    await dropImport(db, { importId, at });
    return seeOther(addressOfChange(importId));
  }
  if (form.text("do") !== "apply") return stagedPage(visit);
  if (isLarge(waiting.counts)) {
    const refused = await askToApply(db, { importId, by: staff.id, at });
    return refused
      ? stagedPage(visit, visit.words.register.staged.refusals[refused.refusal])
      : seeOther(addressOfChange(importId));
  }
  const done = await applyImport(db, { importId, by: staff.id, at });
  if ("refusal" in done) return stagedPage(visit, visit.words.register.staged.refusals[done.refusal]);
  return seeOther(addressOfChange(importId), "kept");
}

async function stagedPage(visit: DeskVisit, refusal?: string): Promise<DeskPage | undefined> {
  const { db, words, steps, query, editions } = visit;
  const importId = steps["change"] ?? "";
  const waiting = await importById(db, importId);
  if (!waiting) return undefined;
  const said = words.register.staged;
  const moment = (at: Date) => shownAt(at, { timeZone: editions[0]?.timeZone ?? "UTC" }, words);
  const isOpen = waiting.state === "ready" && waiting.applying === null;
  const moved = isOpen && waiting.problem === "register-moved" ? said.refusals["register-moved"] : undefined;
  const problem = refusal ?? moved;
  const address = addressOfChange(importId);
  const stories = await storiesFor(visit, { importId }, { address, page: address, isOpen });
  const nameOf = await namesAt(visit);
  const shown = shownFrom(query["show"], waiting);
  return {
    title: said.title(waiting.file),
    place: "register",
    ...(refusal !== undefined && { status: 409 }),
    main: (
      <>
        <p class="about">{said.readBy(nameOf(waiting.by), moment(waiting.at))}</p>
        {problem !== undefined && <Problem>{problem}</Problem>}
        {waiting.applying ? (
          <Applying waiting={waiting} applying={waiting.applying} visit={visit} nameOf={nameOf} moment={moment} />
        ) : isOpen ? (
          <p class="introduction">{said.introduction}</p>
        ) : (
          <p class="said">{said.ends[waiting.state as "applied"](moment(waiting.endedAt ?? waiting.at))}</p>
        )}
        <section aria-labelledby="difference" class="register-part">
          <h2 id="difference">{said.different}</h2>
          {waiting.format !== BY_HAND && waiting.state !== "dropped" && (
            <Fates visit={visit} waiting={waiting} shown={shown} />
          )}
          {await rows(visit, waiting, shown)}
        </section>
        {stories.section}
        {isOpen && (
          <form method="post" action={address} class="house-next">
            {!stories.isKnown && <p class="hint">{said.waitsForLook}</p>}
            <Buttons>
              {stories.isKnown && <MainAct act="apply">{said.apply}</MainAct>}
              <Act act="drop">{said.drop}</Act>
            </Buttons>
          </form>
        )}
      </>
    ),
  };
}

type ApplyingProps = {
  readonly waiting: RegisterImport;
  readonly applying: NonNullable<RegisterImport["applying"]>;
  readonly visit: DeskVisit;
  readonly nameOf: (id: string) => string;
  readonly moment: (at: Date) => string;
};

/** How far a job has come that applies the list; the page looks again by itself until it is done. */
const Applying = ({ waiting, applying, visit: { words }, nameOf, moment }: ApplyingProps) => {
  const said = words.register.staged;
  const { by, since, ready, isAllReady } = applying;
  const hasFailed = waiting.problem === "failed";
  const { added, changed } = waiting.counts;
  const figures = new Intl.NumberFormat(words.language);
  const step = isAllReady
    ? said.applying.ending
    : ready === 0
      ? said.applying.queued
      : said.applying.running(figures.format(ready), figures.format(added + changed));
  return (
    <>
      <p class="said">{said.applying.asked(nameOf(by), moment(since))}</p>
      {hasFailed ? (
        <Problem>{said.applying.failed}</Problem>
      ) : (
        <p data-again="" role="status">
          {step} <a href={addressOfChange(waiting.id)}>{said.again}</a>
        </p>
      )}
      <p class="hint">{said.applying.untilThen}</p>
      <form method="post" action={addressOfChange(waiting.id)}>
        <Buttons>
          {hasFailed && <MainAct act="apply">{said.applying.tryAgain}</MainAct>}
          <Act act="drop">{said.drop}</Act>
        </Buttons>
      </form>
    </>
  );
};

/** What was asked for, else the first kind of difference there is. */
function shownFrom(asked: string | undefined, waiting: RegisterImport): Shown {
  return SHOWN.find((one) => one === asked) ?? SHOWN.find((one) => countOf(waiting, one) > 0) ?? "added";
}

function countOf({ counts, inDoubt }: RegisterImport, shown: Shown | "unchanged"): number {
  return shown === "doubtful" ? inDoubt : counts[shown];
}

type FatesProps = { readonly visit: DeskVisit; readonly waiting: RegisterImport; readonly shown: Shown };

const Fates = ({ visit: { words }, waiting, shown }: FatesProps) => {
  const { fates } = words.register.staged;
  const figures = new Intl.NumberFormat(words.language);
  return (
    <nav class="tabs" aria-label={words.register.staged.different}>
      <ul>
        {SHOWN.filter((one) => countOf(waiting, one) > 0).map((one) => (
          <li>
            <a href={`${addressOfChange(waiting.id)}?show=${one}`} aria-current={one === shown ? "page" : undefined}>
              {fates[one]} <span class="quiet">{figures.format(countOf(waiting, one))}</span>
            </a>
          </li>
        ))}
        {waiting.counts.unchanged > 0 && (
          <li class="quiet">
            {fates.unchanged} {figures.format(waiting.counts.unchanged)}
          </li>
        )}
      </ul>
    </nav>
  );
};

async function rows(visit: DeskVisit, waiting: RegisterImport, shown: Shown) {
  const { db, words, query } = visit;
  if (waiting.state === "dropped") return null;
  const fates: readonly Fate[] = shown === "doubtful" ? ["added", "changed"] : [shown];
  const isByHand = waiting.format === BY_HAND;
  const found = await importRows(db, {
    importId: waiting.id,
    fates: isByHand ? ["added", "changed"] : fates,
    inDoubt: shown === "doubtful",
    after: Number(query["after"]) || 0,
    limit: ROWS_A_PAGE + 1,
  });
  if (found.length === 0) return <p>{words.register.staged.nothingDifferent}</p>;
  const last = found.length > ROWS_A_PAGE ? found[ROWS_A_PAGE - 1] : undefined;
  return (
    <>
      <ul class="house-list">
        {found.slice(0, ROWS_A_PAGE).map((row) => (
          <Row row={row} visit={visit} isApplied={waiting.state === "applied"} />
        ))}
      </ul>
      {last && (
        <p class="buttons">
          <a class="button" href={`${addressOfChange(waiting.id)}?show=${shown}&after=${last.row}`}>
            {words.register.next}
          </a>
        </p>
      )}
    </>
  );
}

type RowProps = { readonly row: ImportRow; readonly visit: DeskVisit; readonly isApplied: boolean };

const Row = ({ row, visit, isApplied }: RowProps) => {
  const { words } = visit;
  const { fate, entry, organisation, organisationId, was, reason } = row;
  const said = words.register.staged;
  const name = organisation && bestName(organisation.names, words.language);
  const title = name?.text ?? entry ?? organisationId ?? `${row.row}`;
  const isThere = organisationId !== null && (fate !== "added" || isApplied);
  const why = fate === "vanished" ? said.reasons.vanished : reason && rowReasonIn(words.language, reason);
  return (
    <li>
      <p class="register-name">
        <bdi lang={name?.language}>{isThere ? <a href={addressOf(organisationId)}>{title}</a> : title}</bdi>
        {entry !== null && entry !== title && <span class="entry"> {entry}</span>}
      </p>
      {why && <p class="quiet">{why}</p>}
      {organisation && !was && <NewOrganisation organisation={organisation} visit={visit} />}
      {organisation && was && <ChangeLines changes={changesOf(was, organisation)} words={words} />}
      {organisation && fate !== "unchanged" && (
        <ul class="became">
          {organisation.names.flatMap(({ text, doubt, decidedBy }) =>
            doubt !== undefined && decidedBy === null
              ? [<li dir="auto">{said.asksAbout(text, words.register.doubts[doubt])}</li>]
              : [],
          )}
        </ul>
      )}
    </li>
  );
};

type NewProps = { readonly organisation: NonNullable<ImportRow["organisation"]>; readonly visit: DeskVisit };

const NewOrganisation = ({ organisation, visit: { words } }: NewProps) => (
  <ul class="became">
    <li dir="auto">{words.register.staged.newOne(organisation.names.map(({ text }) => text).join(" · "))}</li>
    {organisation.designations.map((one) => (
      <li dir="auto">
        {withCommas([authorityShown(one, words), one.decision, spanShown(one, words)], words.language)}
      </li>
    ))}
  </ul>
);
