/** What readers say to a story: below it, on pages of its own, and how a reply is sent without a script. */
import { createHmac } from "node:crypto";
import { addressOfArticle, type PublishedArticle } from "#agency/articles/articles.ts";
import { publishedArticle } from "#agency/articles/queries.ts";
import { TOPIC_OF_SITES } from "#agency/embeds/embeds.ts";
import { isCarrier } from "#agency/embeds/queries.ts";
import { type Labeller, labellerFor } from "#agency/labels/labeller.ts";
import {
  challengeState,
  guestWith,
  isTrusted,
  noteWrongAnswer,
  type Posted,
  postReply,
  type SentReply,
} from "#agency/replies/actions.ts";
import type { NetworkMark } from "#agency/replies/arrival.ts";
import {
  type Challenge,
  challengeOf,
  isAnswer,
  isWork,
  newChallenge,
  storySaid,
  sumOf,
} from "#agency/replies/challenge.ts";
import { mailReply } from "#agency/replies/mailed.ts";
import { replyAt } from "#agency/replies/moving.ts";
import {
  countReplies,
  earlierWords,
  featuredReplies,
  type ThreadPlace,
  threadsOf,
  threadWith,
} from "#agency/replies/queries.ts";
import { wasSaid } from "#agency/replies/quotes.ts";
import { type Reason, type ShownReply, type Thread, topicOfReplies } from "#agency/replies/replies.ts";
import { closesAt, houseTalk, storyTalk } from "#agency/replies/talk.ts";
import { mailOf } from "#agency/settings/mail.ts";
import { type Form, formOf } from "#lib/form.ts";
import { clientOf, isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { printHtml } from "#text/document/html.ts";
import { cleanedText } from "#text/replies/cleaned.ts";
import { replyDocument } from "#text/replies/document.ts";
import { languageMarks } from "#text/replies/language.ts";
import { asNotes } from "#text/replies/notes.ts";
import { sentencesOf, stateOfQuote } from "#text/replies/sentences.ts";
import { numberInWords } from "#text/typography/number-words.ts";
import { momentOf, organisationAddress } from "./cards.ts";
import type { Doors } from "./doors.ts";
import { printFormer } from "./former.tsx";
import { frameFor, headFor } from "./frame.ts";
import { guestCookie, guestTokenOf } from "./guest.ts";
import { printNotFound } from "./not-found.tsx";
import type { Printers } from "./printed-replies.ts";
import { networkOf } from "./rate.ts";
import { plain } from "./views/labelled.tsx";
import {
  RepliesPage,
  ReplyHistoryPage,
  ReplyStepPage,
  replyHtml,
  ThreadPage,
  threadHtml,
  WritePage,
} from "./views/replies.tsx";
import type { Link, RepliesValues, ReplyFormValues, ReplyOrder, ReplyValues, ThreadValues } from "./views/values.ts";
import { type EditionVisit, editionRoute, enter, type PrintPage, response, type SiteWorld } from "./visit.ts";

const THREADS_A_PAGE = 20;
// Five thousand characters of any script, a name and an address, and what a browser puts round them.
const MOST_BYTES = 128 * 1024;

export function replyRoutes(world: SiteWorld, doors: Doors): Route[] {
  const replies = "/{edition}/{slug}/replies";
  const page = (address: string, print: PrintPage, ...parameters: string[]) =>
    editionRoute(world, { address, parameters, kept: "pages", print, notFound: printNotFound });
  return [
    page(replies, printReplies, "after", "order"),
    { method: "POST", address: replies, kept: "not-kept", answer: (visit) => takeReply(world, doors, visit) },
    {
      method: "POST",
      address: `${replies}/challenge`,
      kept: "not-kept",
      answer: (visit) => giveChallenge(world, doors, visit),
    },
    { method: "GET", address: `${replies}/live`, kept: "not-kept", answer: (visit) => listen(world, doors, visit) },
    page(`${replies}/write`, printWrite, "kind", "from"),
    page(`${replies}/{reply}`, printThread, "from"),
    page(`${replies}/{reply}/history`, printHistory),
  ];
}

type AskedReplies = {
  readonly after?: ThreadPlace | undefined;
  readonly order?: ReplyOrder;
};

/** The first page of replies, as it stands below its story. */
export async function repliesBelow(
  visit: EditionVisit,
  article: Pick<PublishedArticle, "id" | "slug">,
  { reply, thread }: Printers,
  { after, order = "oldest" }: AskedReplies = {},
): Promise<RepliesValues> {
  const { db } = visit;
  const [found, count] = await Promise.all([
    order === "featured"
      ? featuredReplies(db, article.id)
      : threadsOf(db, article.id, { limit: THREADS_A_PAGE + 1, after, order }),
    countReplies(db, article.id),
  ]);
  const threads = order === "featured" ? found : found.slice(0, THREADS_A_PAGE);
  const last = found.length > threads.length ? threads.at(-1)?.root : undefined;
  const all = repliesAddress(visit, article);
  const closes = await closingOf(visit, article.id);
  const isClosed = closes !== null && closes <= visit.at;
  return {
    count,
    threads: threads.map((one) => thread(threadValues(all, reply, one))),
    all,
    order,
    ...(last && { later: `${all}?${laterQuery(last, order)}` }),
    // A script puts new ones where this page, the oldest first, would have them.
    ...(!after && order === "oldest" && { live: `${all}/live` }),
    form: isClosed ? { typed: NOTHING } : openForm(visit, article),
    ...(closes !== null && !isClosed && { until: closes }),
  };
}

/** The form of a story that takes replies, before anybody wrote. */
export function openForm(visit: EditionVisit, article: Pick<PublishedArticle, "slug">): ReplyFormValues {
  return { action: repliesAddress(visit, article), typed: NOTHING, islands: visit.world.assets.islands };
}

function laterQuery({ writtenAt, id }: ShownReply, order: ReplyOrder): string {
  const after = `after=${writtenAt.toISOString()}_${id}`;
  return order === "newest" ? `${after}&order=newest` : after;
}

/** From when on a story takes no replies; null for never. */
async function closingOf({ db }: EditionVisit, articleId: string): Promise<Date | null> {
  const [row] = await publishedWhen(db, { articleId });
  const published = row?.published_at ? new Date(row.published_at) : null;
  return closesAt(await houseTalk(db), await storyTalk(db, articleId), published);
}

const publishedWhen = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db.selectFrom("article").select("published_at").where("id", "=", value("articleId")),
);

const NOTHING = { name: "", email: "", text: "", quote: "", isCorrection: false, tells: false, site: "" };

const printReplies: PrintPage = async (visit) => {
  const { db, edition, steps, query, words } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, "/replies");
  const labeller = await labellerFor(db, edition, visit.at);
  const after = afterFrom(query["after"]);
  const order = orderFrom(query["order"]);
  const link = articleLink(visit, labeller, article);
  const replies = await repliesBelow(visit, article, printersOf(visit, labeller, article), { after, order });
  return {
    html: (
      <RepliesPage
        frame={await frameFor(visit)}
        head={headFor(visit, {
          title: `${words.replies.title}: ${link.text}`,
          description: link.text,
          indexed: !after && order === "oldest",
        })}
        article={link}
        replies={replies}
        isFirst={!after && order === "oldest"}
      />
    ),
    topics: [`article:${article.id}`, topicOfReplies(article.id)],
    until: replies.until,
  };
};

/** A place in the list, of the address of a later page. */
export function afterFrom(asked: string | undefined): ThreadPlace | undefined {
  const [writtenAt = "", id = ""] = asked?.split("_") ?? [];
  return id === "" || Number.isNaN(Date.parse(writtenAt)) ? undefined : { writtenAt, id };
}

function orderFrom(asked: string | undefined): ReplyOrder {
  return asked === "newest" || asked === "featured" ? asked : "oldest";
}

/** What a reply said before its reader changed it. */
const printHistory: PrintPage = async (visit) => {
  const { db, edition, steps, words } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, "/replies");
  const topics = [`article:${article.id}`, topicOfReplies(article.id)];
  const replyId = steps["reply"] ?? "";
  const [thread, earlier] = [
    await threadWith(db, { articleId: article.id, replyId }),
    await earlierWords(db, { articleId: article.id, replyId }),
  ];
  const reply = thread && [thread.root, ...thread.answers].find(({ id }) => id === replyId);
  if (!reply || earlier.length === 0) {
    const missing = await printNotFound(visit);
    return missing && { ...missing, topics: [...missing.topics, ...topics] };
  }
  const labeller = await labellerFor(db, edition, visit.at);
  const link = articleLink(visit, labeller, article);
  return {
    html: (
      <ReplyHistoryPage
        frame={await frameFor(visit)}
        head={headFor(visit, {
          title: `${words.replies.history}: ${link.text}`,
          description: link.text,
          indexed: false,
        })}
        article={link}
        reply={replyValues(
          visit,
          labeller,
          { all: `${link.href}/replies`, article, site: "" },
          { ...reply, quote: "" },
        )}
        earlier={earlier.map(({ text, until }, at) => ({
          ...replyWords(visit, labeller, text, { at: reply.writtenAt, id: `before-${at}` }),
          until: momentOf(visit, until),
        }))}
      />
    ),
    topics,
  };
};

const printThread: PrintPage = async (visit) => {
  const { db, edition, steps, words } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, "/replies");
  const topics = [`article:${article.id}`, topicOfReplies(article.id), TOPIC_OF_SITES];
  // A link from before it was moved here ends in its old id.
  const moved = await replyAt(db, article.id, steps["reply"] ?? "");
  if (moved !== undefined)
    return { movedTo: `${addressOfArticle(edition.code, article.slug)}/replies/${moved}#reply-${moved}`, topics };
  const thread = await threadWith(db, { articleId: article.id, replyId: steps["reply"] ?? "" });
  const named = thread && [thread.root, ...thread.answers].find(({ id }) => id === steps["reply"]);
  if (!thread || !named) {
    const missing = await printNotFound(visit);
    return missing && { ...missing, topics: [...missing.topics, ...topics] };
  }
  const labeller = await labellerFor(db, edition, visit.at);
  const link = articleLink(visit, labeller, article);
  const action = `${link.href}/replies`;
  const site = await siteIn(visit);
  const { reply } = printersOf(visit, labeller, article, site);
  return {
    html: (
      <ThreadPage
        frame={await frameFor(visit)}
        head={headFor(visit, {
          title: `${words.replies.thread}: ${link.text}`,
          description: link.text,
          indexed: false,
        })}
        article={link}
        thread={threadValues(action, reply, thread)}
        form={{
          action,
          typed: { ...NOTHING, site },
          islands: visit.world.assets.islands,
          ...(!named.isGone && { parent: { id: named.id, name: named.name } }),
        }}
      />
    ),
    topics,
  };
};

/** The form by itself, with every sentence of the story to choose from. */
const printWrite: PrintPage = async (visit) => {
  const { db, edition, steps, query, words } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return printFormer(visit, "/replies");
  const labeller = await labellerFor(db, edition, visit.at);
  const link = articleLink(visit, labeller, article);
  const isCorrection = query["kind"] === "correction";
  const site = await siteIn(visit);
  return {
    html: (
      <WritePage
        frame={await frameFor(visit)}
        head={headFor(visit, {
          title: `${isCorrection ? words.doors.sentence.correct : words.replies.write}: ${link.text}`,
          description: link.text,
          indexed: false,
        })}
        article={link}
        form={{
          action: `${link.href}/replies`,
          typed: { ...NOTHING, isCorrection, site },
          islands: visit.world.assets.islands,
          sentences: sentencesOf(article.document, edition.language).map((value) => ({
            value,
            text: plain(labeller.line(value, "body", article.publishedAt)),
          })),
        }}
      />
    ),
    topics: [`article:${article.id}`, TOPIC_OF_SITES],
  };
};

/** Says from whose page a way to a form leads. */
export function fromQuery(site: string): string {
  return site === "" ? "" : `?from=${encodeURIComponent(site)}`;
}

/** The site a way to a form came from, where it is one that carries replies of this edition. */
async function siteIn({ db, edition, query }: EditionVisit): Promise<string> {
  const host = query["from"] ?? "";
  return host !== "" && (await isCarrier(db, { host, edition: edition.code })) ? host : "";
}

/** A line that stays open: how many replies there are, whenever that moves. */
export async function listen(world: SiteWorld, doors: Doors, { request, steps }: Visit): Promise<Response> {
  const article = await articleAt(world, steps);
  if (!article) return unkept(Response.json({}, { status: 404 }));
  const isTooMany = doors.lines.isTooMany(clientOf(request), world.now());
  const line = isTooMany ? undefined : await doors.live.listen(article.id);
  return line ?? unkept(new Response(null, { status: 204 }));
}

export function articleLink({ edition }: EditionVisit, labeller: Labeller, article: PublishedArticle): Link {
  return {
    href: addressOfArticle(edition.code, article.slug),
    text: plain(labeller.line(article.headline, "headline", article.publishedAt)),
  };
}

function threadValues(all: string, print: Printers["reply"], thread: Thread): ThreadValues {
  const names = new Map([thread.root, ...thread.answers].map(({ id, name }) => [id, name]));
  const placed = (reply: ShownReply, answers?: ReplyValues["answers"]) => ({
    depth: reply.depth,
    href: `${all}/${reply.id}`,
    html: print(reply, answers),
  });
  let above = thread.root.id;
  return {
    root: placed(thread.root),
    answers: thread.answers.map((answer) => {
      const { parentId } = answer;
      const name = parentId === null ? undefined : names.get(parentId);
      const isNear = parentId === above;
      above = answer.id;
      return placed(answer, name && parentId !== null ? { name, id: parentId, isNear } : undefined);
    }),
    more: thread.more,
  };
}

type RepliedTo = Pick<PublishedArticle, "slug" | "document" | "publishedAt" | "authors">;

/** What prints the replies to a story; `site` is whose page shows them, where it is another site's. */
export function printersOf(visit: EditionVisit, labeller: Labeller, article: RepliedTo, site = ""): Printers {
  const below = { all: repliesAddress(visit, article), article, site };
  return {
    reply: (reply, answers) =>
      replyHtml({ ...replyValues(visit, labeller, below, reply), ...(answers && { answers }) }, visit.words),
    thread: (thread) => threadHtml(thread, visit.words),
  };
}

function repliesAddress({ edition }: EditionVisit, { slug }: Pick<PublishedArticle, "slug">): string {
  return `${addressOfArticle(edition.code, slug)}/replies`;
}

type Below = { readonly all: string; readonly article: RepliedTo; readonly site: string };

function replyValues(
  visit: EditionVisit,
  labeller: Labeller,
  { all, article, site }: Below,
  reply: ShownReply,
): ReplyValues {
  const { id, depth, name, isStaff, isFeatured, isGone, quote, text, writtenAt, editedAt, formerAnchor } = reply;
  return {
    id,
    depth,
    name,
    isStaff,
    // Readers cannot take the name of somebody who works here: who answers under a name of the byline signs the story.
    isAuthor: isStaff && article.authors.some((author) => author.name === name),
    isFeatured,
    isGone,
    ...replyWords(visit, labeller, text, { at: writtenAt, id }),
    ...(quote !== "" && {
      quote: {
        // The story's words, under its law of labels.
        text: plain(labeller.line(quote, "body", article.publishedAt)),
        state: stateOfQuote(quote, article.document, visit.edition.language),
      },
    }),
    written: momentOf(visit, writtenAt),
    ...(editedAt && { edited: momentOf(visit, editedAt) }),
    ...(formerAnchor !== null && { formerAnchor }),
    href: `${all}/${id}`,
    answer: `${all}/${id}${fromQuery(site)}#reply-form`,
  };
}

/** The reader's words in their language, with our labels set off as the newsroom's and in ours. */
function replyWords(
  { edition, words }: EditionVisit,
  labeller: Labeller,
  text: string,
  { at, id }: { readonly at: Date; readonly id: string },
): Pick<ReplyValues, "body" | "marks"> {
  const marks = languageMarks(text, edition.language);
  const body = printHtml(asNotes(labeller.body(replyDocument(text), at), words.replies.note), {
    idPrefix: `reply-${id}-`,
    labelHref: (organisation) => organisationAddress(edition, organisation),
    labelLanguage: marks.lang && edition.language,
    areLabelsNotes: true,
    words: words.inText,
  });
  return { body, marks };
}

/** A challenge for a machine that works while its reader types. */
async function giveChallenge(world: SiteWorld, doors: Doors, { request, steps }: Visit): Promise<Response> {
  if (isCrossSite(request)) return forbidden();
  const at = world.now();
  const article = await articleAt(world, steps);
  if (!article) return unkept(Response.json({}, { status: 404 }));
  const bits = doors.difficulty.bitsFor({ articleId: article.id, client: clientOf(request), at });
  const { token, challenge } = newChallenge(doors.keys.challenge, { kind: "work", articleId: article.id, at, bits });
  return unkept(Response.json({ token, bits: challenge.bits }));
}

async function articleAt({ db }: SiteWorld, steps: Visit["steps"]): Promise<{ readonly id: string } | undefined> {
  const [article] = await articleOf(db, { code: steps["edition"] ?? "", slug: steps["slug"] ?? "" });
  return article;
}

const articleOf = keptStatement((db, value: ValueOf<{ code: string; slug: string }>) =>
  db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("article.id")
    .where("edition.code", "=", value("code"))
    .where("article.slug", "=", value("slug"))
    .where("article.state", "=", "published"),
);

function forbidden(): Response {
  return new Response("This form was sent from another site.\n", { status: 403 });
}

async function takeReply(world: SiteWorld, doors: Doors, asked: Visit): Promise<Response> {
  const { request, steps } = asked;
  if (isCrossSite(request)) return forbidden();
  const read = await formOf(request, { mostBytes: MOST_BYTES });
  if ("problem" in read) return stepPage(world, asked, { status: 413 });
  const { form } = read;
  // The token of the last step names its story: whether it is ours is looked at, and whether that story is the one here is
  // told by the action itself, which reads it anyway.
  const isLastStep = form.text("quote") === "" && form.text("do") === "" && guestTokenOf(request) === undefined;
  const named = isLastStep ? storySaid(form.text("token")) : undefined;
  const articleId = named ?? (await articleAt(world, steps))?.id;
  if (articleId === undefined) return stepPage(world, asked, { status: 404 });
  const sent: SentReply = {
    articleId,
    name: form.text("name"),
    email: form.text("email"),
    text: form.text("text"),
    quote: form.text("quote"),
    kind: form.text("kind") === "correction" ? "correction" : "reply",
    parent: form.text("parent"),
    tells: form.text("tell") === "yes",
    site: form.text("site"),
  };
  if (sent.quote !== "" && !(await wasSaid(world.db, { articleId, quote: sent.quote })))
    return stepPage(world, asked, { sent: { ...sent, quote: "" }, problem: "no-sentence", status: 422 });
  if (form.text("do") === "preview") return stepPage(world, asked, { sent, isPreview: true });
  if (doors.replies.isTooMany(clientOf(request), world.now())) return stepPage(world, asked, { sent, status: 429 });
  if (form.text("do") === "mail") return sendLink(world, doors, asked, sent);
  const passed = await lastStep(world, doors, { request, form, articleId });
  if ("problem" in passed) {
    const here = named === undefined ? articleId : (await articleAt(world, steps))?.id;
    if (here === undefined) return stepPage(world, asked, { status: 404 });
    // A form without an answer is no mistake: it is the first of two steps.
    const { problem, again } = here === articleId ? passed : { problem: "crossed" as const, again: undefined };
    const step = await nextStep(world, doors, here, again);
    return stepPage(world, asked, { sent, step, ...(problem && { problem, status: 422 }) });
  }
  const posted = await postReply(world.db, {
    ...sent,
    network: await networkMarkOf(doors, request, world.now()),
    challenge: passed.challenge,
    guestToken: guestTokenOf(request),
    address: sent.email === "" || doors.letters.isTooMany(clientOf(request), world.now()) ? "leave" : "ask",
    keys: doors.keys,
    ...(named !== undefined && { sentTo: { edition: steps["edition"] ?? "", slug: steps["slug"] ?? "" } }),
    at: world.now(),
  });
  if ("crossed" in posted || "void" in posted) {
    const here = "void" in posted ? articleId : (await articleAt(world, steps))?.id;
    if (here === undefined) return stepPage(world, asked, { status: 404 });
    const step = await nextStep(world, doors, here, undefined);
    return stepPage(world, asked, { sent, step, problem: "void" in posted ? "void" : "crossed", status: 422 });
  }
  return answerTo(world, asked, sent, posted);
}

/** The door for people who cannot do sums: a link in a letter. */
async function sendLink(world: SiteWorld, doors: Doors, asked: Visit, sent: SentReply): Promise<Response> {
  const at = world.now();
  if (doors.letters.isTooMany(clientOf(asked.request), at)) return stepPage(world, asked, { sent, status: 429 });
  // Nobody is told of a link that no server would bring.
  const isSent = (await mailOf(world.db, doors.mail)) !== undefined;
  const refused = isSent ? await mailReply(world.db, { sent, keys: doors.keys, at }) : { refusal: "no-email" as const };
  if (!refused) return stepPage(world, asked, { sent, letter: "sent" });
  const again = await nextStep(world, doors, sent.articleId, undefined);
  if (refused.refusal === "too-many-letters")
    return stepPage(world, asked, { sent, letter: "too-many", step: again, status: 429 });
  const isAboutAddress = refused.refusal === "no-email" || refused.refusal === "bad-email";
  return stepPage(world, asked, {
    sent,
    problem: refused.refusal,
    status: 422,
    ...(isAboutAddress && { step: again }),
  });
}

/** Today's digest of where a reply comes from; nothing where that is not known. */
async function networkMarkOf({ networkKey }: Doors, request: Request, at: Date): Promise<NetworkMark | undefined> {
  const client = clientOf(request);
  if (client === undefined) return undefined;
  const digest = createHmac("sha256", await networkKey(at))
    .update(networkOf(client))
    .digest("base64url");
  return { digest, day: at.toISOString().slice(0, 10) };
}

type StepProblem = "wrong" | "void" | "expired" | "crossed";
type LastStep =
  | { readonly challenge: Challenge | undefined }
  /** `again`: the same challenge may be tried once more. */
  | {
      readonly problem: StepProblem | undefined;
      readonly again?: { readonly token: string; readonly challenge: Challenge };
    };

async function lastStep(
  { db, now }: SiteWorld,
  { keys }: Doors,
  { request, form, articleId }: { readonly request: Request; readonly form: Form; readonly articleId: string },
): Promise<LastStep> {
  const token = form.text("token");
  const guest = guestTokenOf(request);
  const known = guest === undefined ? undefined : await guestWith(db, guest);
  if (known && isTrusted(known, await houseTalk(db))) return { challenge: undefined };
  if (token === "") return { problem: undefined };
  const read = challengeOf(keys.challenge, token, { articleId, at: now() });
  if ("problem" in read) return { problem: read.problem === "elsewhere" ? "crossed" : "expired" };
  const { challenge } = read;
  // A link of a letter has a door of its own, where its words wait.
  if (challenge.kind === "mail") return { problem: "expired" };
  const typed = form.text("answer");
  const isRight =
    challenge.kind === "work" ? isWork(token, challenge, typed) : isAnswer(keys.challenge, challenge, typed);
  // Whether it was spent meanwhile, or tried too often, is told by the action itself.
  if (isRight) return { challenge };
  const state = await challengeState(db, challenge);
  if (state === "void") return { problem: "void" };
  // One that is spent is told so by the action, whatever the answer now.
  if (typeof state === "object") return { challenge };
  if (challenge.kind === "work") return { problem: undefined };
  const mayTryAgain = await noteWrongAnswer(db, challenge);
  return mayTryAgain ? { problem: "wrong", again: { token, challenge } } : { problem: "void" };
}

type Step = {
  readonly token: string;
  readonly challenge: Challenge;
  readonly key: string;
  /** Whether a link can be sent instead. */
  readonly byMail: boolean;
};

async function nextStep(
  { db, now }: SiteWorld,
  { keys, mail }: Doors,
  articleId: string,
  again: { readonly token: string; readonly challenge: Challenge } | undefined,
): Promise<Step> {
  const made = again ?? newChallenge(keys.challenge, { kind: "sum", articleId, at: now() });
  return { ...made, key: keys.challenge, byMail: (await mailOf(db, mail)) !== undefined };
}

/** "seventeen − 16 =": one number in words, the other in figures, by turns. */
function sumInWords({ challenge, key }: Step, language: string): string {
  const { left, sign, right } = sumOf(key, challenge);
  // A nonce begins with the moment and ends with a letter of two bits; the last but one is any letter.
  const isLeftInWords = challenge.nonce.charCodeAt(challenge.nonce.length - 2) % 2 === 0;
  const [first, second] = isLeftInWords
    ? [numberInWords(left, language), String(right)]
    : [String(left), numberInWords(right, language)];
  return `${first} ${sign} ${second} =`;
}

async function answerTo(
  world: SiteWorld,
  asked: Visit,
  sent: SentReply,
  posted: Exclude<Posted, { readonly void: true } | { readonly crossed: true }>,
): Promise<Response> {
  if ("until" in posted) return stepPage(world, asked, { sent, ban: posted, status: 422 });
  if ("refusal" in posted)
    return stepPage(world, asked, { sent, problem: posted.refusal, status: posted.refusal === "slow" ? 429 : 422 });
  if ("spent" in posted) return stepPage(world, asked, { sent, status: 409 });
  return unkept(
    new Response(null, {
      status: 303,
      headers: {
        location: `/replies/mine/${posted.guestToken}?said=sent`,
        "set-cookie": guestCookie(posted.guestToken, world.url),
      },
    }),
  );
}

type StepSaid = {
  readonly sent?: SentReply;
  readonly problem?: keyof EditionVisit["words"]["replies"]["problems"];
  readonly ban?: { readonly reason: Reason; readonly until: Date };
  readonly step?: Step;
  readonly isPreview?: boolean;
  /** A link was asked for. */
  readonly letter?: "sent" | "too-many";
  readonly status?: number;
};

/** The form again, with every word that was typed, and what stands in its way. */
async function stepPage(
  world: SiteWorld,
  asked: Visit,
  { sent, problem, ban, step, isPreview = false, letter, status = 200 }: StepSaid,
): Promise<Response> {
  return reading(world.db, async (db) => {
    const { visit } = await enter(db, world, asked, asked.steps["edition"]);
    const { edition, words, steps } = visit;
    const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
    if (!article) return unkept(await response(visit, await printNotFound(visit)));
    const labeller = await labellerFor(db, edition, visit.at);
    const link = articleLink(visit, labeller, article);
    const said = words.replies;
    const { byMail } = words.doors;
    const trouble =
      letter === "too-many"
        ? { title: byMail.tooManyTitle, sentence: byMail.tooMany }
        : status === 429 && problem === undefined
          ? said.tooMany
          : status === 409
            ? said.spent
            : undefined;
    const usual = step ? said.lastStep : isPreview ? said.previewTitle : said.write;
    const title = trouble?.title ?? (letter === "sent" ? byMail.sentTitle : usual);
    const thread = sent?.parent ? await threadWith(db, { articleId: article.id, replyId: sent.parent }) : undefined;
    const parent = thread && [thread.root, ...thread.answers].find(({ id, isGone }) => id === sent?.parent && !isGone);
    const why = problem ?? (status === 413 ? "too-large" : undefined);
    const banned = ban && said.banned(said.mine.reasons[ban.reason], momentOf(visit, ban.until).text);
    const sentence = banned ?? (why === undefined ? trouble?.sentence : said.problems[why]);
    const form: ReplyFormValues = {
      action: `${link.href}/replies`,
      typed: sent
        ? { ...sent, isCorrection: sent.kind === "correction", tells: sent.tells ?? false, site: sent.site ?? "" }
        : NOTHING,
      islands: world.assets.islands,
      ...(parent && { parent: { id: parent.id, name: parent.name } }),
      ...(sentence !== undefined && { problem: sentence }),
    };
    const printed = await response(visit, {
      status,
      html: (
        <ReplyStepPage
          frame={await frameFor({ ...visit, path: link.href })}
          head={{ title, description: link.text, indexed: false }}
          article={link}
          form={form}
          title={title}
          preview={
            (isPreview || letter === "sent") && sent
              ? replyWords(visit, labeller, cleanedText(sent.text), { at: visit.at, id: "new" })
              : undefined
          }
          step={step && { token: step.token, sum: sumInWords(step, edition.language), byMail: step.byMail }}
          letter={letter === "sent" ? byMail.sent : undefined}
        />
      ),
      topics: [],
    });
    return unkept(printed);
  });
}
