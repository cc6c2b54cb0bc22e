/** Editions: added once under a code that stays, then set; what a change of labels does is shown on one of their articles. */
import type { PublishedArticle } from "#agency/articles/articles.ts";
import { newestArticles, publishedArticle } from "#agency/articles/queries.ts";
import {
  addEdition,
  changeEdition,
  type EditionField,
  type EditionSettings,
  moveEdition,
  oddSetting,
} from "#agency/editions/actions.ts";
import { codeProblem, type Edition } from "#agency/editions/editions.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { DEFAULT_POLICY, QUOTATIONS, SCOPES, STYLES, surfacesOn } from "#agency/labels/policy.ts";
import { registerOf } from "#agency/labels/queries.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import type { Db } from "#store/db.ts";
import { printPlain } from "#text/document/plain.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { jurisdictionsOf, SURFACES, type Surface } from "#text/labels/labels.ts";
import { DATELINE_STYLES, printDateline } from "#text/typography/dates.ts";
import { Choice, Problem, TextField, Tick } from "../views/fields.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";

import type { LawRefusal } from "../words/label-law.ts";
import { Difference } from "./difference.tsx";
import { LawFields, type LawTyped, lawFrom, lawShown, lawTyped, StatementFields } from "./label-law.tsx";
import { Buttons, editionOf, From, MainAct, Small } from "./parts.tsx";

const ADDRESS = "/desk/house/editions";
// Enough to find one that names somebody of the register.
const CHOICE_OF_ARTICLES = 40;
const DATE_ORDERS = ["day-first", "month-first"] as const;

export function editionRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  const one = { address: `${ADDRESS}/{edition}`, right } as const;
  return [
    deskPage(world, { address: ADDRESS, right }, async (visit) => listPage(visit, {})),
    deskAction(world, { address: ADDRESS, right }, changeList),
    deskPage(world, one, async (visit) => {
      const edition = editionOf(visit);
      return edition && editionPage(visit, edition, { settings: edition, from: markOf(edition) });
    }),
    deskAction(world, one, change),
  ];
}

type NewEdition = { readonly code?: string; readonly name?: string; readonly language?: string };

async function changeList(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const [act, which = ""] = form.text("do").split(" ");
  if (act === "up" || act === "down") {
    await moveEdition(db, { code: which, places: act === "up" ? -1 : 1, by: staff.id, at });
    return seeOther(ADDRESS, "kept");
  }
  const typed = { code: form.text("code"), name: form.text("name"), language: form.text("language") };
  const said = words.house.edition;
  const settings = { name: typed.name, language: typed.language };
  const odd = oddSetting(settings);
  const isTaken = visit.editions.some(({ code }) => code === typed.code);
  if (codeProblem(typed.code) !== undefined || isTaken)
    return listPage(visit, { typed, problem: isTaken ? said.takenCode : said.badCode, field: "code" });
  if (odd) return listPage(visit, { typed, problem: said.refusals[odd.field], field: odd.field });
  const added = await addEdition(db, { code: typed.code, settings, labelPolicy: DEFAULT_POLICY, by: staff.id, at });
  // Somebody else has added it this very moment.
  if ("refusal" in added) return listPage(visit, { typed, problem: said.takenCode, field: "code" });
  return seeOther(`${ADDRESS}/${typed.code}`, "kept");
}

type ListShown = { readonly typed?: NewEdition; readonly problem?: string; readonly field?: "code" | EditionField };

function listPage({ words, editions }: DeskVisit, { typed = {}, problem, field }: ListShown): DeskPage {
  const { edition: said, parts, fields, earlier, later, add } = words.house;
  const why = (name: typeof field) => (field === name ? problem : undefined);
  return {
    title: parts.editions.title,
    place: "house",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <>
        <p class="introduction">{said.order}</p>
        <form method="post" action={ADDRESS}>
          <ol class="house-list">
            {editions.map(({ code, name, language }) => (
              <li>
                <Small act={`up ${code}`} sign="↑" label={earlier(name)} />{" "}
                <Small act={`down ${code}`} sign="↓" label={later(name)} />{" "}
                <a href={`${ADDRESS}/${code}`} lang={language}>
                  {name}
                </a>{" "}
                <span class="quiet">
                  <bdi>/{code}/</bdi>
                </span>
              </li>
            ))}
          </ol>
        </form>
        <h2>{said.addTitle}</h2>
        <form method="post" action={ADDRESS}>
          <TextField
            name="code"
            label={said.code}
            hint={said.codeHint}
            value={typed.code ?? ""}
            dir="ltr"
            problem={why("code")}
          />
          <TextField name="name" label={fields.name} value={typed.name ?? ""} dir="auto" problem={why("name")} />
          <TextField
            name="language"
            label={said.language}
            hint={said.languageHint}
            value={typed.language ?? ""}
            dir="ltr"
            problem={why("language")}
          />
          <Buttons>
            <MainAct act="add">{add}</MainAct>
          </Buttons>
        </form>
      </>
    ),
  };
}

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, staff, at, words } = visit;
  const plain = settingsFrom(form, edition);
  const from = form.text("from");
  const law = lawTyped(form, edition.labelPolicy);
  const odd = oddSetting(plain);
  if (odd) return editionPage(visit, edition, { settings: plain, law, from, odd: odd.field });
  const read = lawFrom(law, plain.labelPolicy, plain.language);
  if ("refusal" in read) return editionPage(visit, edition, { settings: plain, law, from, oddLaw: read.refusal });
  const settings = { ...plain, labelPolicy: { ...plain.labelPolicy, ...read.law } };
  if (form.text("do") === "preview") {
    const after = { ...edition, ...settings };
    const preview = { after, article: form.text("article") };
    return editionPage(visit, edition, { settings, law, from, preview });
  }
  const outcome = await changeEdition(db, { code: edition.code, settings, from, by: staff.id, at });
  if (!outcome) return undefined;
  if ("changedBy" in outcome) {
    const sentence = words.house.changedMeanwhile(outcome.changedBy);
    return editionPage(visit, edition, { settings, law, from: markOf(outcome.now), sentence });
  }
  return seeOther(`${ADDRESS}/${edition.code}`, "kept");
}

/** What the form says; a choice nobody could have made by the form leaves what was. */
function settingsFrom(form: Form, edition: Edition): Required<EditionSettings> {
  const chosen = <Word extends string>(name: string, among: readonly Word[], now: Word) =>
    among.find((one) => one === form.text(name)) ?? now;
  const { labelPolicy: policy } = edition;
  const shown = new Set(form.texts("surface"));
  const asOf = form.text("as-of");
  return {
    name: form.text("name"),
    language: form.text("language"),
    timeZone: form.text("time-zone"),
    dateOrder: chosen("date-order", DATE_ORDERS, edition.dateOrder),
    datelineStyle: chosen("dateline-style", DATELINE_STYLES, edition.datelineStyle),
    jurisdictions: [...new Set([...form.texts("jurisdiction"), ...form.text("other").split(/[\s,]+/)])].filter(Boolean),
    labelPolicy: {
      ...policy,
      scope: chosen("scope", SCOPES, policy.scope),
      style: chosen("style", STYLES, policy.style),
      quotations: chosen("quotations", QUOTATIONS, policy.quotations),
      surfaces: surfacesOn((one) => shown.has(one)),
    },
    labelsAsOf: asOf === "day" ? form.text("as-of-day") : asOf,
  };
}

type EditionShown = {
  readonly settings: Required<EditionSettings>;
  /** What was typed of the law of labels; as it is kept when nothing was. */
  readonly law?: LawTyped;
  readonly oddLaw?: LawRefusal;
  readonly from: string;
  readonly sentence?: string;
  readonly odd?: EditionField;
  readonly preview?: { readonly after: Edition; readonly article: string };
};

async function editionPage(visit: DeskVisit, edition: Edition, shown: EditionShown): Promise<DeskPage> {
  const { db, words, at } = visit;
  const { settings, from, sentence, odd, oddLaw, preview } = shown;
  const law = shown.law ?? lawShown(settings.labelPolicy, settings.language);
  const { edition: said, fields, keep } = words.house;
  const [register, articles] = await Promise.all([
    registerOf(db),
    newestArticles(db, edition.id, { limit: CHOICE_OF_ARTICLES }),
  ]);
  const why = (field: EditionField) => (odd === field ? said.refusals[field] : undefined);
  const known = jurisdictionsOf(register);
  const other = settings.jurisdictions.filter((code) => !known.includes(code));
  const asOf = settings.labelsAsOf === "today" || settings.labelsAsOf === "publication" ? settings.labelsAsOf : "day";
  const { labelPolicy: policy } = settings;
  return {
    title: said.change(edition.name),
    place: "house",
    ...((sentence ?? odd ?? oddLaw) !== undefined && { status: 422 }),
    main: (
      <>
        {preview && (
          <Previewed shown={await difference(db, edition, preview, at)} language={edition.language} words={said} />
        )}
        <form method="post" action={`${ADDRESS}/${edition.code}`} class="house-form">
          {sentence !== undefined && <Problem>{sentence}</Problem>}
          <From mark={from} />
          <TextField
            name="name"
            label={fields.name}
            hint={said.codeIs(edition.code)}
            value={settings.name}
            dir="auto"
            problem={why("name")}
          />
          <TextField
            name="language"
            label={said.language}
            hint={said.languageHint}
            value={settings.language}
            dir="ltr"
            problem={why("language")}
          />
          <TextField
            name="time-zone"
            label={said.timeZone}
            hint={said.timeZoneHint}
            value={settings.timeZone}
            dir="ltr"
            problem={why("time-zone")}
          />
          <Choice
            name="date-order"
            label={said.dateOrder}
            options={DATE_ORDERS.map((value) => ({ value, text: said.dateOrders[value] }))}
            chosen={settings.dateOrder}
          />
          <Choice
            name="dateline-style"
            label={said.datelineStyle}
            options={DATELINE_STYLES.map((value) => ({ value, text: datelineIn(value, settings.language) }))}
            chosen={settings.datelineStyle}
          />
          <fieldset>
            <legend>{said.jurisdictions}</legend>
            <p class="hint">{said.jurisdictionsHint}</p>
            <div class="ticks">
              {known.map((code) => (
                <Tick name="jurisdiction" value={code} label={code} ticked={settings.jurisdictions.includes(code)} />
              ))}
            </div>
            <TextField
              name="other"
              label={said.others}
              hint={said.othersHint}
              value={other.join(", ")}
              dir="ltr"
              problem={why("jurisdictions")}
            />
          </fieldset>
          <fieldset>
            <legend>{said.labels}</legend>
            <Choice
              name="scope"
              label={said.scope}
              options={SCOPES.map((value) => ({ value, text: said.scopes[value] }))}
              chosen={policy.scope}
            />
            <Choice
              name="style"
              label={said.style}
              options={STYLES.map((value) => ({ value, text: said.styles[value] }))}
              chosen={policy.style}
            />
            <Choice
              name="quotations"
              label={said.quotations}
              options={QUOTATIONS.map((value) => ({ value, text: said.quotationPlaces[value] }))}
              chosen={policy.quotations}
            />
            <Choice
              name="as-of"
              label={said.asOf}
              options={(["today", "publication", "day"] as const).map((value) => ({ value, text: said.days[value] }))}
              chosen={asOf}
            />
            <TextField
              name="as-of-day"
              label={said.asOfDay}
              type="date"
              value={asOf === "day" ? settings.labelsAsOf : ""}
              problem={why("as-of")}
            />
          </fieldset>
          <fieldset>
            <legend>{said.surfacesTitle}</legend>
            <div class="ticks">
              {SURFACES.map((surface) => (
                <Tick name="surface" value={surface} label={said.surfaces[surface]} ticked={policy.surfaces[surface]} />
              ))}
            </div>
          </fieldset>
          <LawFields
            visit={visit}
            typed={law}
            language={settings.language}
            jurisdictions={settings.jurisdictions}
            refusal={oddLaw}
          />
          <StatementFields
            visit={visit}
            typed={law}
            language={settings.language}
            jurisdictions={settings.jurisdictions}
            refusal={oddLaw}
          />
          {articles.length > 0 && (
            <Choice
              name="article"
              label={said.article}
              options={articles.map(({ slug, headline }) => ({ value: slug, text: headline }))}
              chosen={preview?.article ?? (await firstLabelled(db, edition, articles))}
            />
          )}
          <Buttons>
            <MainAct act="keep">{keep}</MainAct>
            {articles.length > 0 && (
              <button type="submit" name="do" value="preview">
                {said.previewOn}
              </button>
            )}
          </Buttons>
        </form>
      </>
    ),
  };
}

const EXAMPLE = { place: "Brussels", date: "2018-02-16" };

function datelineIn(style: (typeof DATELINE_STYLES)[number], language: string): string {
  try {
    return printDateline(EXAMPLE, language, style);
  } catch {
    return printDateline(EXAMPLE, "en", style); // what was typed may be no language
  }
}

/** The newest one that names somebody of the register: what labels do is seen there. */
async function firstLabelled(
  db: Db,
  edition: Edition,
  articles: readonly { readonly id: string; readonly slug: string }[],
): Promise<string | undefined> {
  const row = await db
    .selectFrom("article_mention")
    .innerJoin("article", "article.id", "article_mention.article_id")
    .select("article.slug")
    .where("article.edition_id", "=", edition.id)
    .where(
      "article.id",
      "in",
      articles.map(({ id }) => id),
    )
    .orderBy("article.published_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.slug;
}

type Compared = { readonly headline: string; readonly before: DocumentJson; readonly after: DocumentJson };

/** One article as the edition prints it, and as it would. */
async function difference(
  db: Db,
  edition: Edition,
  { after, article: slug }: NonNullable<EditionShown["preview"]>,
  at: Date,
): Promise<Compared | undefined> {
  const article = await publishedArticle(db, edition.id, slug);
  if (!article) return undefined;
  return {
    headline: article.headline,
    before: await printedBy(db, edition, article, at),
    after: await printedBy(db, after, article, at),
  };
}

async function printedBy(db: Db, edition: Edition, article: PublishedArticle, at: Date): Promise<DocumentJson> {
  const labeller = await labellerFor(db, edition, at);
  const line = (text: string, surface: Surface) =>
    labeller
      .line(text, surface, article.publishedAt)
      .map((segment) => segment.text)
      .join("");
  const lines = [
    line(article.headline, "headline"),
    line(article.standfirst, "standfirst"),
    article.dateline ? printDateline(article.dateline, edition.language, edition.datelineStyle) : "",
    ...printPlain(labeller.body(article.document, article.publishedAt)).text.split("\n"),
  ];
  return {
    type: "doc",
    content: lines.flatMap((text) => (text === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text }] }])),
  };
}

type PreviewedProps = {
  readonly shown: Compared | undefined;
  readonly language: string;
  readonly words: DeskVisit["words"]["house"]["edition"];
};

const Previewed = ({ shown, language, words }: PreviewedProps) =>
  shown === undefined ? null : (
    <section class="previewed" aria-labelledby="previewed">
      <h2 id="previewed">{words.previewTitle}</h2>
      <p>
        <strong lang={language} dir="auto">
          {shown.headline}
        </strong>
      </p>
      <Difference before={shown.before} after={shown.after} language={language} same={words.previewSame} />
      <p class="hint">{words.previewHint}</p>
    </section>
  );
