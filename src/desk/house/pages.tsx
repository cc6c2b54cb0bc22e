/** Standing pages: written as Markdown, looked at before they are kept, and every earlier text brought back. */
import type { Edition } from "#agency/editions/editions.ts";
import { keepPage, showPage } from "#agency/pages/actions.ts";
import {
  addressOfPage,
  isPageSlug,
  isUsualPage,
  type ListedPage,
  LONGEST_TITLE,
  type PageRefusal,
  type PageRevision,
  type StandingPage,
  USUAL_PAGES,
} from "#agency/pages/pages.ts";
import { pageRevisions, standingPage, standingPages } from "#agency/pages/queries.ts";
import { staffNames } from "#agency/staff/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { parseMarkdown, printMarkdown } from "#text/document/markdown.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { shownAt } from "../flow/times.ts";
import { Problem, TextArea, TextField } from "../views/fields.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import { Difference } from "./difference.tsx";
import { Act, Buttons, EditionsNav, editionOf, From, MainAct, PreviewAct } from "./parts.tsx";

const ADDRESS = "/desk/house/pages";
// No address of a page is written like this.
const NEW = "+";

export function pageRoutes(world: DeskWorld): Route[] {
  const right = "page.write";
  const list = { address: `${ADDRESS}/{edition}`, right } as const;
  const one = { address: `${ADDRESS}/{edition}/{slug}`, right, parameters: ["revision"] } as const;
  return [
    deskPage(
      world,
      { address: ADDRESS, right },
      async ({ editions: [first] }) => first && seeOther(`${ADDRESS}/${first.code}`),
    ),
    deskPage(world, list, printList),
    deskPage(world, one, printForm),
    deskAction(world, one, keep),
    deskPage(world, { address: `${one.address}/history`, right }, printHistory),
  ];
}

async function printList(visit: DeskVisit): Promise<DeskPage | undefined> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, words } = visit;
  const pages = await standingPages(db, edition.id);
  const unwritten = USUAL_PAGES.filter((slug) => !pages.some((page) => page.slug === slug));
  const { pages: said } = words.house;
  return {
    title: words.house.parts.pages.title,
    place: "house",
    main: (
      <>
        <EditionsNav visit={visit} current={edition} address={ADDRESS} />
        <ul class="house-list">
          {pages.map((page) => (
            <PageLine page={page} edition={edition} visit={visit} />
          ))}
          {unwritten.map((slug) => (
            <li>
              <a href={`${ADDRESS}/${edition.code}/${slug}`}>{said.usual[slug]}</a>{" "}
              <span class="quiet">{said.notYet}</span>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href={`${ADDRESS}/${edition.code}/${NEW}`}>
            {said.free}
          </a>
        </p>
      </>
    ),
  };
}

type PageLineProps = { readonly page: ListedPage; readonly edition: Edition; readonly visit: DeskVisit };

const PageLine = ({ page, edition, visit: { words } }: PageLineProps) => (
  <li>
    <a href={`${ADDRESS}/${edition.code}/${page.slug}`} lang={edition.language} dir="auto">
      {page.title}
    </a>{" "}
    <span class="quiet">
      <bdi dir="ltr">{addressOfPage(edition.code, page.slug)}</bdi> ·{" "}
      <bdi>{shownAt(page.changedAt, edition, words)}</bdi>
      {!page.isShown && ` · ${words.house.pages.hidden}`}
    </span>
  </li>
);

async function printForm(visit: DeskVisit): Promise<DeskPage | undefined> {
  const edition = editionOf(visit);
  const { db, steps, query, words } = visit;
  const slug = steps["slug"] ?? "";
  if (!edition) return undefined;
  const page = slug === NEW ? undefined : await standingPage(db, edition.id, slug);
  if (!page && slug !== NEW && !isUsualPage(slug)) return undefined;
  if (!page) return pageForm(visit, edition, undefined, { slug: slug === NEW ? "" : slug, title: "", text: "" });
  const { revision } = page;
  const earlier = (await pageRevisions(db, page.id)).find(({ id }) => id === query["revision"]);
  const shown = earlier ?? revision;
  return pageForm(
    visit,
    edition,
    page,
    { slug, title: shown.title, text: printMarkdown(shown.document), from: revision.id },
    earlier && { sentence: words.house.pages.restored },
  );
}

type Typed = { readonly slug: string; readonly title: string; readonly text: string; readonly from?: string };
type Said = { readonly sentence?: string; readonly refusal?: PageRefusal; readonly now?: StandingPage };

async function keep(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, world, staff, steps, at, request, words } = visit;
  const isNew = steps["slug"] === NEW;
  const slug = isNew ? form.text("slug") : (steps["slug"] ?? "");
  const page = isNew ? undefined : await standingPage(db, edition.id, slug);
  if (!page && !isNew && !isUsualPage(slug)) return undefined;
  const act = form.text("do");
  if (act === "hide" || act === "show") {
    await showPage(db, { edition, slug, isShown: act === "show", by: staff.id, at });
    return seeOther(`${ADDRESS}/${edition.code}/${slug}`, "kept");
  }

  const from = form.text("from");
  const typed = { slug, title: form.text("title"), text: form.text("text"), from };
  const document = parseMarkdown(typed.text, { address: `${world.url}${addressOfPage(edition.code, slug)}` });
  if (act === "preview" && typed.title !== "") {
    const draft = { slug: isPageSlug(slug) ? slug : NEW, title: typed.title, document };
    return world.previews.page(request, { editionCode: edition.code, draft });
  }
  const { title } = typed;
  const outcome = await keepPage(db, {
    edition,
    slug,
    title,
    document,
    from: from === "" ? null : from,
    by: staff.id,
    at,
  });
  if ("refusal" in outcome) return pageForm(visit, edition, page, typed, { refusal: outcome.refusal });
  if ("changedBy" in outcome) {
    const { changedBy, now } = outcome;
    const sentence = words.house.changedMeanwhile(changedBy);
    return pageForm(visit, edition, now, { ...typed, from: now.revision.id }, { sentence, now });
  }
  return seeOther(`${ADDRESS}/${edition.code}/${slug}`, "kept");
}

async function pageForm(
  visit: DeskVisit,
  edition: Edition,
  page: StandingPage | undefined,
  typed: Typed,
  { sentence, refusal, now }: Said = {},
): Promise<DeskPage> {
  const { fields, pages: said, keep, preview } = visit.words.house;
  const isFree = page === undefined && !isUsualPage(visit.steps["slug"] ?? "");
  const why = (...refusals: PageRefusal[]) =>
    refusal !== undefined && refusals.includes(refusal) ? said.refusals[refusal] : undefined;
  const name = isUsualPage(typed.slug) ? said.usual[typed.slug] : (page?.revision.title ?? said.free);
  return {
    title: said.write(name ?? typed.slug),
    place: "house",
    ...((refusal ?? now) && { status: 422 }),
    main: (
      <>
        <EditionsNav visit={visit} current={edition} address={ADDRESS} />
        {page && <PageLinks page={page} edition={edition} visit={visit} />}
        {sentence !== undefined && <Problem>{sentence}</Problem>}
        {now && <TheirText visit={visit} edition={edition} now={now} typed={typed} />}
        <form method="post" action={`${ADDRESS}/${edition.code}/${visit.steps["slug"]}`}>
          {typed.from !== undefined && <From mark={typed.from} />}
          {isFree && (
            <TextField
              name="slug"
              label={fields.address}
              hint={fields.addressHint}
              value={typed.slug}
              dir="ltr"
              problem={why("bad-slug", "taken-slug")}
            />
          )}
          <TextField
            name="title"
            label={fields.title}
            value={typed.title}
            maxlength={LONGEST_TITLE}
            dir="auto"
            problem={why("no-title", "long-title") ?? (isFree ? undefined : why("taken-slug", "bad-slug"))}
          />
          <TextArea
            name="text"
            label={fields.text}
            hint={fields.textHint}
            value={typed.text}
            rows={18}
            dir="auto"
            problem={why("no-text")}
          />
          <Buttons>
            <MainAct act="keep">{keep}</MainAct>
            <PreviewAct>{preview}</PreviewAct>
          </Buttons>
        </form>
        {page && (
          <form method="post" action={`${ADDRESS}/${edition.code}/${page.slug}`} class="house-next">
            <Buttons>
              <Act act={page.isShown ? "hide" : "show"}>{page.isShown ? said.hide : said.show}</Act>
            </Buttons>
          </form>
        )}
      </>
    ),
  };
}

const PageLinks = ({ page, edition, visit: { words } }: PageLineProps) => (
  <ul class="inline-list">
    {page.isShown && (
      <li>
        <a href={addressOfPage(edition.code, page.slug)}>{words.house.pages.see}</a>
      </li>
    )}
    <li>
      <a href={`${ADDRESS}/${edition.code}/${page.slug}/history`}>{words.house.pages.history}</a>
    </li>
  </ul>
);

type TheirTextProps = {
  readonly visit: DeskVisit;
  readonly edition: Edition;
  readonly now: StandingPage;
  readonly typed: Typed;
};

/** What somebody else has kept, with what was typed over it marked. */
const TheirText = ({ visit: { words }, edition, now, typed }: TheirTextProps) => (
  <section aria-labelledby="theirs">
    <h2 id="theirs">{words.house.pages.theirs}</h2>
    <Difference
      before={asText(now.revision)}
      after={asText({ title: typed.title, document: parseMarkdown(typed.text) })}
      language={edition.language}
      same={words.house.pages.same}
    />
  </section>
);

async function printHistory(visit: DeskVisit): Promise<DeskPage | undefined> {
  const edition = editionOf(visit);
  const { db, steps, words } = visit;
  const page = edition && (await standingPage(db, edition.id, steps["slug"] ?? ""));
  if (!edition || !page) return undefined;
  const revisions = await pageRevisions(db, page.id);
  const names = await staffNames(db);
  const said = words.house.pages;
  return {
    title: said.historyOf(page.title),
    place: "house",
    main: (
      <>
        <p class="introduction">{said.historySentence}</p>
        <ol class="revisions">
          {revisions.map((revision, at) => (
            <li>
              <p>
                <strong>
                  {said.madeBy(names.get(revision.madeBy) ?? revision.madeBy, shownAt(revision.madeAt, edition, words))}
                </strong>{" "}
                {at > 0 && (
                  <a href={`${ADDRESS}/${edition.code}/${page.slug}?revision=${revision.id}`}>{said.restore}</a>
                )}
              </p>
              <Changed revision={revision} before={revisions[at + 1]} edition={edition} visit={visit} />
            </li>
          ))}
        </ol>
      </>
    ),
  };
}

type ChangedProps = {
  readonly revision: PageRevision;
  readonly before: PageRevision | undefined;
  readonly edition: Edition;
  readonly visit: DeskVisit;
};

const Changed = ({ revision, before, edition, visit: { words } }: ChangedProps) => {
  if (!before) return <p class="quiet">{words.house.pages.first}</p>;
  return (
    <Difference
      before={asText(before)}
      after={asText(revision)}
      language={edition.language}
      same={words.house.pages.same}
    />
  );
};

type Words = Pick<PageRevision, "title" | "document">;

/** A page as one text, its title the first line. */
function asText({ title, document }: Words): DocumentJson {
  const heading = { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: title }] };
  return { ...document, content: title === "" ? document.content : [heading, ...document.content] };
}
