/** Which published stories change their labels, under a change that waits or on a day to come. */

import type { Child } from "hono/jsx";
import { namesInImport } from "#agency/labels/imports.ts";
import type { LabelsSeen } from "#agency/labels/published.ts";
import { organisationNames } from "#agency/labels/queries.ts";
import { lastSweep, type Question, type SweptArticle, sweep, sweptArticles } from "#agency/labels/sweep.ts";
import { enqueue } from "#store/queue.ts";
import { Act } from "../house/parts.tsx";
import type { DeskVisit } from "../visit.ts";

const STORIES_A_PAGE = 50;

/** Looks through the first stories at once, which are all of most newsrooms, and has the rest looked through. */
export async function lookNow({ db, staff, at }: DeskVisit, question: Question): Promise<void> {
  const { isDone } = await sweep(db, question, { by: staff.id, at, goesOn: (stretches) => stretches < 1 });
  const key = `register.sweep:${JSON.stringify(question)}`;
  if (!isDone) await enqueue(db, "register.sweep", { question, by: staff.id }, at, { key });
}

type Stories = {
  readonly section: Child;
  /** Every story has been looked at, and nothing has moved since. */
  readonly isKnown: boolean;
};

type Asked = {
  /** Where the act `look` is sent, with these fields. */
  readonly address: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The page it stands on, with its parameters. */
  readonly page: string;
  /** What was asked has not come yet; else what was found stays as it was found. */
  readonly isOpen: boolean;
};

export async function storiesFor(
  visit: DeskVisit,
  question: Question,
  { address, fields = {}, page, isOpen }: Asked,
): Promise<Stories> {
  const { db, words, at, query } = visit;
  const said = words.register.staged;
  const swept = await lastSweep(db, question, at);
  const isKnown = swept?.isDone === true && swept.isCurrent;
  const articles = swept
    ? await sweptArticles(db, { sweepId: swept.sweepId, after: query["stories"] ?? "", limit: STORIES_A_PAGE + 1 })
    : [];
  const last = articles.length > STORIES_A_PAGE ? articles[STORIES_A_PAGE - 1] : undefined;
  const section = (
    <section aria-labelledby="stories" class="register-part">
      <h2 id="stories">{said.stories}</h2>
      {isOpen && swept && !swept.isDone && (
        <p data-again="">
          {said.looking(swept.looked)} <a href={`${page}#stories`}>{said.again}</a>
        </p>
      )}
      {swept?.isDone && <p>{swept.changed === 0 ? said.none(swept.looked) : said.some(swept.changed)}</p>}
      {isOpen && swept && !swept.isCurrent && <p class="hint">{said.outdated}</p>}
      {isOpen && !swept?.isCurrent && (
        <form method="post" action={address}>
          {Object.entries(fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="buttons">
            <Act act="look">{said.look}</Act>
          </p>
        </form>
      )}
      {articles.length > 0 && (
        <ul class="stories">
          {await Promise.all(articles.slice(0, STORIES_A_PAGE).map((article) => story(visit, question, article)))}
        </ul>
      )}
      {last && (
        <p class="buttons">
          <a class="button" href={`${page}${page.includes("?") ? "&" : "?"}stories=${last.articleId}#stories`}>
            {words.register.next}
          </a>
        </p>
      )}
    </section>
  );
  return { section, isKnown };
}

async function story(
  visit: DeskVisit,
  question: Question,
  { articleId, editionCode, headline, before, after }: SweptArticle,
) {
  const { words, editions } = visit;
  const said = words.register.staged;
  const edition = editions.find(({ code }) => code === editionCode);
  const nameOf = await namesFor(visit, question, [before, after], edition?.language ?? "en");
  const labels = (seen: LabelsSeen) => labelsShown(visit, seen, nameOf);
  return (
    <li>
      <a href={`/desk/articles/${articleId}`} dir="auto" lang={edition?.language}>
        {headline}
      </a>{" "}
      <span class="quiet">{edition?.name ?? editionCode}</span>
      <dl class="now-then">
        <div>
          <dt>{said.now}</dt>
          <dd dir="auto">{labels(before)}</dd>
        </div>
        <div>
          <dt>{said.afterwards}</dt>
          <dd dir="auto">{labels(after)}</dd>
        </div>
      </dl>
    </li>
  );
}

type NameOf = (id: string) => string;

/** Organisations by their names, those included that a change only brings. */
async function namesFor(
  { db }: DeskVisit,
  question: Question,
  seen: readonly LabelsSeen[],
  language: string,
): Promise<NameOf> {
  const ids = [...new Set(seen.flatMap(({ said }) => said.map(({ organisation }) => organisation)))];
  const known = new Map((await organisationNames(db, ids, language)).map(({ id, name }) => [id, name]));
  const missing = ids.filter((id) => !known.has(id));
  const coming = "importId" in question ? await namesInImport(db, { ...question, ids: missing, language }) : new Map();
  return (id) => known.get(id) ?? coming.get(id) ?? id;
}

function labelsShown({ words }: DeskVisit, { said }: LabelsSeen, nameOf: NameOf): string {
  const { staged } = words.register;
  if (said.length === 0) return staged.noLabel;
  return said
    .map(({ organisation, wording, times }) => staged.times(`${nameOf(organisation)} (${wording})`, times))
    .join(", ");
}
