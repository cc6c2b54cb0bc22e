/**
 * What the links of letters lead to. Opening a link does nothing, for machines open links before people do; only its button
 * acts. A mail program's one press (RFC 8058) is such a button.
 */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { labellersFor } from "#agency/labels/labeller.ts";
import type { SentReply } from "#agency/replies/actions.ts";
import {
  addressOfLetter,
  addressToConfirm,
  confirmAddress,
  sendOwnLinks,
  stopLetters,
} from "#agency/replies/addresses.ts";
import { replyBehind, sendMailedReply } from "#agency/replies/mailed.ts";
import { headlineOf } from "#agency/replies/notices.ts";
import { addressFrom } from "#agency/replies/replies.ts";
import { formOf } from "#lib/form.ts";
import { clientOf, isCrossSite } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { headlineIn } from "./cards.ts";
import type { Doors } from "./doors.ts";
import { frameFor } from "./frame.ts";
import { guestCookie, guestTokenOf } from "./guest.ts";
import { shutOff } from "./mine.tsx";
import { AskPage, BehindPage } from "./views/doors.tsx";
import { type EditionVisit, enter, response, type SiteWorld } from "./visit.ts";

const CONFIRM = "/replies/confirm/{token}";
const LETTERS = "/replies/letters/{token}";
const DOOR = "/replies/door/{token}";
const WAY = "/replies/mine";

export function letterRoutes(world: SiteWorld, doors: Doors): Route[] {
  const door = (method: Route["method"], address: string, answer: Route["answer"]): Route => ({
    method,
    address,
    kept: "not-kept",
    answer,
  });
  return [
    door("GET", CONFIRM, (visit) => askToConfirm(world, doors, visit)),
    door("POST", CONFIRM, (visit) => confirm(world, doors, visit)),
    door("GET", LETTERS, (visit) => aboutLetters(world, doors, visit)),
    door("POST", LETTERS, (visit) => noMore(world, doors, visit)),
    door("GET", DOOR, (visit) => printBehind(world, doors, visit, {})),
    door("POST", DOOR, (visit) => sendBehind(world, doors, visit)),
    door("GET", WAY, (visit) => wayBack(world, visit)),
    door("POST", WAY, (visit) => sendWayBack(world, doors, visit)),
  ];
}

async function askToConfirm(world: SiteWorld, { keys }: Doors, asked: Visit): Promise<Response> {
  const known = await addressToConfirm(world.db, { token: asked.steps["token"] ?? "", keys, at: world.now() });
  return page(world, asked, known?.edition, ({ words }) => {
    const { confirm } = words.doors;
    return known
      ? { title: confirm.title, sentence: confirm.hint, action: asked.path, button: confirm.yes }
      : { title: confirm.goneTitle, sentence: confirm.gone, status: 404 };
  });
}

/** Who reads the letters of an address is led to what was written under it, and this device is theirs from here on. */
async function confirm(world: SiteWorld, doors: Doors, asked: Visit): Promise<Response> {
  if (isCrossSite(asked.request)) return forbidden();
  const at = world.now();
  const known = await addressToConfirm(world.db, { token: asked.steps["token"] ?? "", keys: doors.keys, at });
  const token = known && (await confirmAddress(world.db, { addressId: known.id, at }));
  if (token === undefined) return askToConfirm(world, doors, asked);
  const headers: Record<string, string> = { location: `${WAY}/${token}?said=confirmed` };
  // A device that has replies of its own keeps them.
  if (guestTokenOf(asked.request) === undefined) headers["set-cookie"] = guestCookie(token, world.url);
  return shutOff(new Response(null, { status: 303, headers }));
}

async function aboutLetters(world: SiteWorld, { keys }: Doors, asked: Visit): Promise<Response> {
  const known = await addressOfLetter(world.db, { token: asked.steps["token"] ?? "", keys });
  return page(world, asked, known?.edition, ({ words }) => {
    const { letters } = words.doors;
    if (!known) return { title: letters.goneTitle, sentence: letters.gone, status: 404 };
    if (known.stoppedAt !== null) return { title: letters.stoppedTitle, sentence: letters.stopped };
    return { title: letters.title, sentence: letters.hint, action: asked.path, button: letters.stop };
  });
}

/** RFC 8058: the mail program of its owner sends this from wherever it runs, so only the token counts. */
async function noMore(world: SiteWorld, { keys }: Doors, asked: Visit): Promise<Response> {
  const known = await addressOfLetter(world.db, { token: asked.steps["token"] ?? "", keys });
  if (known) await stopLetters(world.db, { addressId: known.id, at: world.now() });
  return page(world, asked, known?.edition, ({ words }) => {
    const { letters } = words.doors;
    return known
      ? { title: letters.stoppedTitle, sentence: letters.stopped }
      : { title: letters.goneTitle, sentence: letters.gone };
  });
}

type Left = { readonly sent?: SentReply; readonly problem?: keyof EditionVisit["words"]["replies"]["problems"] };

async function printBehind(
  world: SiteWorld,
  { keys }: Doors,
  asked: Visit,
  { sent, problem }: Left,
): Promise<Response> {
  const behind = await replyBehind(world.db, { token: asked.steps["token"] ?? "", keys, at: world.now() });
  const story = behind && (await storyOf(world.db, behind.sent.articleId));
  if (!behind || !story)
    return page(world, asked, undefined, ({ words }) => ({
      title: words.doors.behind.goneTitle,
      sentence: words.doors.behind.gone,
      back: { href: WAY, text: words.replies.mine.title },
      status: 404,
    }));
  return reading(world.db, async (db) => {
    const { visit } = await enter(db, world, asked, story.code);
    const { words } = visit;
    const labeller = await labellersFor(db, visit.editions, visit.at)(story.code);
    const printed = await response(visit, {
      status: problem ? 422 : 200,
      html: (
        <BehindPage
          frame={await frameFor(visit)}
          head={{ title: words.doors.behind.title, description: words.doors.behind.hint, indexed: false }}
          article={{ href: story.href, text: headlineIn(labeller, story) }}
          action={asked.path}
          typed={sent ?? behind.sent}
          problem={problem && words.replies.problems[problem]}
        />
      ),
      topics: [],
    });
    return shutOff(printed);
  });
}

async function storyOf(db: Db, articleId: string) {
  const known = await headlineOf(db, articleId);
  return (
    known && {
      code: known.editionCode,
      headline: known.headline,
      publishedAt: known.publishedAt,
      href: addressOfArticle(known.editionCode, known.slug),
    }
  );
}

async function sendBehind(world: SiteWorld, doors: Doors, asked: Visit): Promise<Response> {
  const { request, steps } = asked;
  if (isCrossSite(request)) return forbidden();
  const at = world.now();
  const { keys } = doors;
  const behind = await replyBehind(world.db, { token: steps["token"] ?? "", keys, at });
  const read = await formOf(request);
  if (!behind || "problem" in read) return printBehind(world, doors, asked, {});
  const { form } = read;
  const sent: SentReply = { ...behind.sent, name: form.text("name"), text: form.text("text") };
  const guestToken = guestTokenOf(request);
  const posted = await sendMailedReply(world.db, { challenge: behind.challenge, sent, guestToken, keys, at });
  if ("refusal" in posted) return printBehind(world, doors, asked, { sent, problem: posted.refusal });
  if ("crossed" in posted || "spent" in posted || "void" in posted)
    return shutOff(new Response(null, { status: 303, headers: { location: WAY } }));
  return shutOff(
    new Response(null, {
      status: 303,
      headers: {
        location: `${WAY}/${posted.guestToken}?said=sent`,
        "set-cookie": guestCookie(posted.guestToken, world.url),
      },
    }),
  );
}

/** A device that wrote here is led to its page; who comes from another one is sent a letter. */
async function wayBack(world: SiteWorld, asked: Visit): Promise<Response> {
  const token = guestTokenOf(asked.request);
  if (token !== undefined)
    return shutOff(new Response(null, { status: 303, headers: { location: `${WAY}/${token}` } }));
  return askWhere(world, asked, {});
}

function askWhere(world: SiteWorld, asked: Visit, { typed }: { readonly typed?: string }): Promise<Response> {
  return page(world, asked, undefined, ({ words }) => {
    const { way, byMail } = words.doors;
    return {
      title: way.title,
      sentence: way.hint,
      action: WAY,
      button: way.send,
      asksEmail: byMail.email,
      ...(typed !== undefined && { typed, problem: words.replies.problems["bad-email"], status: 422 }),
    };
  });
}

async function sendWayBack(world: SiteWorld, doors: Doors, asked: Visit): Promise<Response> {
  const { request } = asked;
  if (isCrossSite(request)) return forbidden();
  const read = await formOf(request);
  const typed = "problem" in read ? "" : read.form.text("email");
  const address = addressFrom(typed);
  if (address === undefined) return askWhere(world, asked, { typed });
  const at = world.now();
  // Who asks too often is told the same as everybody, so that nothing is learned by asking.
  if (!doors.letters.isTooMany(clientOf(request), at)) await sendOwnLinks(world.db, { address, keys: doors.keys, at });
  return page(world, asked, undefined, ({ words }) => ({
    title: words.doors.way.sentTitle,
    sentence: words.doors.way.sent,
  }));
}

type Said = {
  readonly title: string;
  readonly sentence: string;
  readonly action?: string;
  readonly button?: string;
  readonly asksEmail?: string;
  readonly problem?: string;
  readonly typed?: string;
  readonly back?: { readonly href: string; readonly text: string };
  readonly status?: number;
};

/** A page in the language its reader wrote in; where that is not known, in that of the first edition. */
async function page(
  world: SiteWorld,
  asked: Visit,
  edition: string | undefined,
  say: (visit: EditionVisit) => Said,
): Promise<Response> {
  return reading(world.db, async (db) => {
    const { visit } = await enter(db, world, asked, edition);
    const { status = 200, ...said } = say(visit);
    const head = { title: said.title, description: said.sentence, indexed: false };
    const html = <AskPage frame={await frameFor(visit)} head={head} {...said} />;
    return shutOff(await response(visit, { status, html, topics: [] }));
  });
}

function forbidden(): Response {
  return new Response("This form was sent from another site.\n", { status: 403 });
}
