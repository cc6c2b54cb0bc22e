/** A guest's own page: where their replies stand, and what they can do with them. Only its address opens it. */

import { addressOfArticle } from "#agency/articles/articles.ts";
import { type Labeller, labellersFor } from "#agency/labels/labeller.ts";
import { appealReply, editReply, eraseGuest, guestWith, withdrawReply } from "#agency/replies/actions.ts";
import { addressesOf, askOwner, followReply, followsOf } from "#agency/replies/addresses.ts";
import { countBrowsers } from "#agency/replies/pushes.ts";
import { ownReplies } from "#agency/replies/queries.ts";
import { FROM_SITE, type OwnReply } from "#agency/replies/replies.ts";
import { reportsBy } from "#agency/replies/reports.ts";
import { formOf } from "#lib/form.ts";
import { clientOf, isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading, together } from "#store/db.ts";
import { headlineIn, momentOf } from "./cards.ts";
import type { Doors } from "./doors.ts";
import { frameFor } from "./frame.ts";
import { noGuestCookie } from "./guest.ts";
import { printNotFound } from "./not-found.tsx";
import { MinePage } from "./views/mine.tsx";
import { type EditionVisit, enter, response, type SiteWorld } from "./visit.ts";

const ADDRESS = "/replies/mine/{token}";

export function mineRoutes(world: SiteWorld, doors: Doors): Route[] {
  return [
    {
      method: "GET",
      address: ADDRESS,
      parameters: ["said"],
      kept: "not-kept",
      answer: (visit) => printMine(world, doors, visit, {}),
    },
    { method: "POST", address: ADDRESS, kept: "not-kept", answer: (visit) => changeMine(world, doors, visit) },
    {
      method: "GET",
      address: `${ADDRESS}/everything.json`,
      kept: "not-kept",
      answer: (visit) => everything(world, visit),
    },
  ];
}

type Shown = { readonly problem?: "too-late" | "no-text" | "long-text"; readonly of?: string; readonly typed?: string };

async function printMine(
  world: SiteWorld,
  doors: Doors,
  asked: Visit,
  { problem, of, typed }: Shown,
): Promise<Response> {
  return reading(world.db, async (db) => {
    const guest = await guestWith(db, asked.steps["token"] ?? "");
    const own = guest ? await ownReplies(db, { guestId: guest.id, at: world.now() }) : [];
    const { visit } = await enter(db, world, asked, own[0]?.editionCode);
    const browsers = guest ? await countBrowsers(db, guest.id) : 0;
    const [addresses, follows] = guest
      ? await Promise.all([addressesOf(db, guest.id), followsOf(db, guest.id)])
      : [[], new Map<string, "followed" | "not-followed">()];
    if (!guest) return shutOff(await response(visit, await printNotFound(visit)));
    const { words, query } = visit;
    const { mine, problems } = words.replies;
    const labellerOf = labellersFor(db, visit.editions, visit.at);
    const sentence = problem && (problem === "too-late" ? mine.tooLate : problems[problem]);
    return shutOff(
      await response(visit, {
        status: problem ? 422 : 200,
        html: (
          <MinePage
            frame={await frameFor({ ...visit, path: asked.path })}
            head={{ title: mine.title, description: mine.introduction, indexed: false }}
            said={saidOn(visit, query["said"])}
            address={asked.path}
            push={{ key: doors.pushKey, script: world.assets.islands?.mine, browsers }}
            letters={addresses.map(({ confirmedAt }) => (confirmedAt === null ? "unconfirmed" : "confirmed"))}
            replies={
              await Promise.all(
                own.map(async (reply) => ({
                  ...shownOwn(visit, await labellerOf(reply.editionCode), reply),
                  follow: follows.get(reply.id),
                })),
              )
            }
            problem={sentence === undefined ? undefined : { of: of ?? "", sentence, typed: typed ?? "" }}
          />
        ),
        topics: [],
      }),
    );
  });
}

function saidOn({ words }: EditionVisit, said: string | undefined): string | undefined {
  if (said === "sent") return words.replies.mine.sent;
  if (said === "confirmed") return words.doors.confirm.done;
  return said === "asked" ? words.doors.mine.asked : undefined;
}

function shownOwn(visit: EditionVisit, labeller: Labeller | undefined, reply: OwnReply) {
  const { id, headline, text, kind, state, reason, note, mayEdit, hasAppealed, editionCode, articleSlug } = reply;
  const article = addressOfArticle(editionCode, articleSlug);
  return {
    id,
    // Of a reply of its own a reader is told no day of publication; the law of the day it was written is that of its story.
    article: { href: article, text: headlineIn(labeller, { headline, publishedAt: reply.writtenAt }) },
    text,
    kind,
    state,
    reason,
    note,
    mayEdit,
    hasAppealed,
    written: momentOf(visit, reply.writtenAt),
    ...(state === "shown" && { href: `${article}/replies/${id}#reply-${id}` }),
  };
}

async function changeMine(world: SiteWorld, doors: Doors, asked: Visit): Promise<Response> {
  const { request, steps, path } = asked;
  if (isCrossSite(request)) return new Response("This form was sent from another site.\n", { status: 403 });
  const read = await formOf(request);
  const guest = await guestWith(world.db, steps["token"] ?? "");
  if ("problem" in read || !guest) return printMine(world, doors, asked, {});
  const { form } = read;
  const [act, replyId = ""] = form.text("do").split(" ");
  const own = { guestId: guest.id, replyId, at: world.now() };
  if (act === "edit") {
    const text = form.text("text");
    const refused = await editReply(world.db, { ...own, text });
    if (refused) return printMine(world, doors, asked, { problem: refused.refusal, of: replyId, typed: text });
  }
  if (act === "follow" || act === "unfollow") await followReply(world.db, { ...own, isOn: act === "follow" });
  if (act === "letter") {
    await askAgain(world, doors, { request, guestId: guest.id });
    return shutOff(new Response(null, { status: 303, headers: { location: `${path}?said=asked` } }));
  }
  if (act === "withdraw") await withdrawReply(world.db, own);
  if (act === "appeal") await appealReply(world.db, { ...own, words: form.text("words") });
  if (act === "erase" && form.text("sure") === "yes") return erase(world, guest.id);
  return shutOff(new Response(null, { status: 303, headers: { location: path } }));
}

/** The letter that asks its owner, once more. */
async function askAgain(
  { db, now }: SiteWorld,
  { letters }: Doors,
  { request, guestId }: { readonly request: Request; readonly guestId: string },
): Promise<void> {
  const at = now();
  if (letters.isTooMany(clientOf(request), at)) return;
  const open = (await addressesOf(db, guestId)).filter(({ confirmedAt }) => confirmedAt === null);
  await together(db, async (db) => {
    for (const { id, index } of open) await askOwner(db, { addressId: id, index, at });
  });
}

async function erase({ db, url, now }: SiteWorld, guestId: string): Promise<Response> {
  await eraseGuest(db, { guestId, at: now() });
  return shutOff(new Response(null, { status: 303, headers: { location: "/", "set-cookie": noGuestCookie(url) } }));
}

/** Everything that is kept of a guest but the address, which they know. */
async function everything({ db, now }: SiteWorld, { steps }: Visit): Promise<Response> {
  const guest = await guestWith(db, steps["token"] ?? "");
  if (!guest) return shutOff(Response.json({}, { status: 404 }));
  const replies = await ownReplies(db, { guestId: guest.id, at: now() });
  const headers = { "content-disposition": 'attachment; filename="replies.json"' };
  const whole = {
    replies: await Promise.all(replies.map((reply) => wholeOf(db, reply))),
    reports: await reportsBy(db, guest.id),
  };
  return shutOff(Response.json(whole, { headers }));
}

async function wholeOf(db: Db, { mayEdit: _, ...reply }: OwnReply) {
  const { name, quote, appeal, edited, flags } = await db
    .selectFrom("reply")
    .select(["author_name as name", "quote", "appeal", "edited_at as edited", "flags"])
    .where("id", "=", reply.id)
    .executeTakeFirstOrThrow();
  const before = await db
    .selectFrom("reply_version")
    .select(["body", "replaced_at"])
    .where("reply_id", "=", reply.id)
    .orderBy("replaced_at")
    .execute();
  const known: readonly string[] = JSON.parse(flags);
  return {
    ...reply,
    name,
    quote,
    site: known.find((flag) => flag.startsWith(FROM_SITE))?.slice(FROM_SITE.length) ?? null,
    appeal,
    editedAt: edited,
    before: before.map(({ body, replaced_at }) => ({ text: body, replacedAt: replaced_at })),
  };
}

/** The address is the key: it goes to no cache, no index, and no page that is linked. */
export function shutOff(answer: Response): Response {
  answer.headers.set("x-robots-tag", "noindex, nofollow, noarchive");
  answer.headers.set("referrer-policy", "no-referrer");
  return unkept(answer);
}
