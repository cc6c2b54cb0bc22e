/** Reporting a reply, without a script: a page with a form, and a page of the report's own that only its reporter has. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { publishedArticle } from "#agency/articles/queries.ts";
import { guestWith } from "#agency/replies/actions.ts";
import { threadWith } from "#agency/replies/queries.ts";
import { isReason, topicOfReplies } from "#agency/replies/replies.ts";
import { appealReport, type ReportRefusal, reportOf, reportReply } from "#agency/replies/reports.ts";
import { type Statement, statementData, statementOf } from "#agency/replies/statement.ts";
import { type Form, formOf } from "#lib/form.ts";
import { clientOf, isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { momentOf } from "./cards.ts";
import type { Doors } from "./doors.ts";
import { frameFor, headFor } from "./frame.ts";
import { guestTokenOf } from "./guest.ts";
import { shutOff } from "./mine.tsx";
import { printNotFound } from "./not-found.tsx";
import { newRate } from "./rate.ts";
import { type ReportForm, ReportPage, ReportStatePage, StatementPage } from "./views/report.tsx";
import {
  type EditionVisit,
  editionRoute,
  enter,
  type Printed,
  type PrintPage,
  response,
  type SiteWorld,
} from "./visit.ts";
import { reportWordsFor } from "./words/reports.ts";

const FORM = "/{edition}/{slug}/replies/{reply}/report";
const OWN = "/replies/reports/{token}";
const STATEMENT = "/replies/mine/{token}/{reply}/statement";
const MINUTE_MS = 60_000;
const MOST_IN_WINDOW = 5;

export function reportRoutes(world: SiteWorld, doors: Doors): Route[] {
  const rate = newRate({ most: MOST_IN_WINDOW, windowMs: 10 * MINUTE_MS });
  const own = (method: Route["method"], address: string, answer: Route["answer"]): Route => ({
    method,
    address,
    kept: "not-kept",
    answer,
  });
  const print: PrintPage = (visit) => formPage(visit, {});
  return [
    editionRoute(world, { address: FORM, kept: "pages", print, notFound: printNotFound }),
    own("POST", FORM, (visit) => takeReport(world, doors, rate, visit)),
    own("GET", OWN, (visit) => printReport(world, visit)),
    own("POST", OWN, (visit) => appeal(world, visit)),
    own("GET", STATEMENT, (visit) => printStatement(world, visit)),
    own("GET", `${STATEMENT}.json`, (visit) => statementJson(world, visit)),
  ];
}

const NOTHING: ReportForm = {
  kind: "rules",
  reason: "abuse",
  words: "",
  law: "",
  name: "",
  email: "",
  inGoodFaith: false,
};

type Refused = { readonly typed?: ReportForm; readonly problem?: ReportRefusal | "too-many" };

async function formPage(visit: EditionVisit, { typed = NOTHING, problem }: Refused): Promise<Printed | undefined> {
  const { db, edition, steps } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  const replyId = steps["reply"] ?? "";
  const thread = article && (await threadWith(db, { articleId: article.id, replyId }));
  const reply = thread && [thread.root, ...thread.answers].find(({ id, isGone }) => id === replyId && !isGone);
  if (!article || !reply) return undefined;
  const words = reportWordsFor(edition.language);
  const path = `${addressOfArticle(edition.code, article.slug)}/replies/${replyId}`;
  const sentence =
    problem === undefined ? undefined : problem === "too-many" ? words.tooMany : sentenceOf(problem, words);
  return {
    ...(problem !== undefined && { status: problem === "too-many" ? 429 : 422 }),
    html: (
      <ReportPage
        frame={await frameFor(visit)}
        head={headFor(visit, { title: words.title, description: words.introduction, indexed: false })}
        words={words}
        action={`${path}/report`}
        reply={{ name: reply.name, text: reply.text, href: `${path}#reply-${replyId}` }}
        reasons={visit.words.replies.mine.reasons}
        typed={typed}
        problem={sentence}
      />
    ),
    topics: [`article:${article.id}`, topicOfReplies(article.id)],
  };
}

function sentenceOf(problem: ReportRefusal, { problems }: ReturnType<typeof reportWordsFor>): string {
  return problems[problem === "closed" ? "not-there" : problem];
}

async function takeReport(
  world: SiteWorld,
  doors: Doors,
  rate: ReturnType<typeof newRate>,
  asked: Visit,
): Promise<Response> {
  const { request, steps } = asked;
  if (isCrossSite(request)) return new Response("This form was sent from another site.\n", { status: 403 });
  const read = await formOf(request);
  const typed = "problem" in read ? NOTHING : typedIn(read.form);
  const refused = async (problem?: ReportRefusal | "too-many") =>
    reading(world.db, async (db) => {
      const { visit } = await enter(db, world, asked, steps["edition"]);
      const page = await formPage(visit, { typed, ...(problem && { problem }) });
      return unkept(await response(visit, page ?? (await printNotFound(visit))));
    });
  const place = await reading(world.db, async (db) => {
    const { visit, found } = await enter(db, world, asked, steps["edition"]);
    const article = found ? await publishedArticle(db, visit.edition.id, steps["slug"] ?? "") : undefined;
    return article && { articleId: article.id, language: visit.edition.language };
  });
  if (!place || "problem" in read) return refused();
  const at = world.now();
  if (rate.isTooMany(clientOf(request), at)) return refused("too-many");
  const token = guestTokenOf(request);
  const guest = token === undefined ? undefined : await guestWith(world.db, token);
  const kept = await reportReply(world.db, {
    ...typed,
    ...place,
    replyId: steps["reply"] ?? "",
    guestId: guest?.id,
    addressKey: doors.keys.address,
    at,
  });
  if ("refusal" in kept) return refused(kept.refusal);
  return shutOff(new Response(null, { status: 303, headers: { location: `/replies/reports/${kept.token}` } }));
}

function typedIn(form: Form): ReportForm {
  const reason = form.text("reason");
  return {
    kind: form.text("kind") === "unlawful" ? "unlawful" : "rules",
    reason: isReason(reason) ? reason : "other",
    words: form.text("words"),
    law: form.text("law"),
    name: form.text("name"),
    email: form.text("email"),
    inGoodFaith: form.text("faith") === "yes",
  };
}

async function printReport(world: SiteWorld, asked: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const report = await reportOf(db, asked.steps["token"] ?? "");
    const { visit } = await enter(db, world, asked, await editionOf(db, report?.replyId));
    if (!report) return shutOff(await response(visit, await printNotFound(visit)));
    const words = reportWordsFor(visit.edition.language);
    return shutOff(
      await response(visit, {
        html: (
          <ReportStatePage
            frame={await frameFor({ ...visit, path: asked.path })}
            head={{ title: words.own, description: words.introduction, indexed: false }}
            words={words}
            report={report}
            reason={visit.words.replies.mine.reasons[report.reason]}
            made={momentOf(visit, report.madeAt)}
            address={asked.path}
          />
        ),
        topics: [],
      }),
    );
  });
}

async function appeal(world: SiteWorld, { request, steps, path }: Visit): Promise<Response> {
  if (isCrossSite(request)) return new Response("This form was sent from another site.\n", { status: 403 });
  const read = await formOf(request);
  if (!("problem" in read))
    await appealReport(world.db, { token: steps["token"] ?? "", words: read.form.text("words"), at: world.now() });
  return shutOff(new Response(null, { status: 303, headers: { location: path } }));
}

async function printStatement(world: SiteWorld, asked: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const found = await ownStatement(db, asked);
    const { visit } = await enter(db, world, asked, await editionOf(db, found?.replyId));
    if (!found) return shutOff(await response(visit, await printNotFound(visit)));
    const words = reportWordsFor(visit.edition.language);
    return shutOff(
      await response(visit, {
        html: (
          <StatementPage
            frame={await frameFor({ ...visit, path: asked.path })}
            head={{ title: words.statement.title, description: words.statement.what, indexed: false }}
            words={words}
            sentences={sentencesOf(visit, found)}
            data={`${asked.path}.json`}
            back={asked.path.replace(/\/[^/]+\/statement$/, "")}
          />
        ),
        topics: [],
      }),
    );
  });
}

async function statementJson(world: SiteWorld, asked: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const found = await ownStatement(db, asked);
    if (!found) return shutOff(Response.json({}, { status: 404 }));
    const { visit } = await enter(db, world, asked, await editionOf(db, found.replyId));
    const ground = visit.words.replies.mine.reasons[found.reason];
    const [, ...facts] = sentencesOf(visit, found);
    return shutOff(Response.json(statementData(found, { ground, facts: facts.join(" ") })));
  });
}

async function ownStatement(db: SiteWorld["db"], { steps }: Visit): Promise<Statement | undefined> {
  const guest = await guestWith(db, steps["token"] ?? "");
  return guest && statementOf(db, { guestId: guest.id, replyId: steps["reply"] ?? "" });
}

/** From the decision's data alone: what was decided, on which facts, on which ground, by whom. */
function sentencesOf(visit: EditionVisit, statement: Statement): readonly string[] {
  const { statement: said } = reportWordsFor(visit.edition.language);
  const ground =
    statement.reason === "unlawful"
      ? said.groundLaw(statement.law)
      : `${said.ground} ${visit.words.replies.mine.reasons[statement.reason]}.`;
  return [
    said.what,
    said.facts(momentOf(visit, statement.writtenAt).text, momentOf(visit, statement.decidedAt).text),
    ground,
    ...(statement.note === "" ? [] : [statement.note]),
    statement.isReported ? said.reported : said.unprompted,
    statement.isDetected ? said.detected : said.undetected,
    statement.isAutomatic ? said.automatic : said.byPerson,
  ];
}

async function editionOf(db: SiteWorld["db"], replyId: string | undefined): Promise<string | undefined> {
  const row = await db
    .selectFrom("reply")
    .innerJoin("article", "article.id", "reply.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("edition.code")
    .where("reply.id", "=", replyId ?? "")
    .executeTakeFirst();
  return row?.code;
}
