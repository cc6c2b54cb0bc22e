/** Where one of the staff asks for something to be withheld, and another decides. */
import { storyById } from "#agency/articles/details.ts";
import { fileName } from "#agency/media/media.ts";
import { libraryPicture } from "#agency/media/queries.ts";
import { askToWithhold, dropWithholding, withhold } from "#agency/withholding/actions.ts";
import { filesOf, lookIntoFiles } from "#agency/withholding/kept-files.ts";
import { type Asked, foundFor, wantedBy, withholdingById, withholdings } from "#agency/withholding/queries.ts";
import { formsFrom, LONGEST_NOTE, reasonFrom, wayFrom } from "#agency/withholding/withholding.ts";
import { FilesProblem } from "#lib/files.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { namesAt } from "./flow/people.ts";
import { shownAt } from "./flow/times.ts";
import { AskForm, type AskTyped, Deciding, KeyOnce, WithholdingList } from "./views/withhold.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage, seeOther } from "./visit.ts";

const ADDRESS = "/desk/withhold";

export function withholdRoutes(world: DeskWorld): Route[] {
  const right = "record.withhold";
  return [
    deskPage(world, { address: ADDRESS, right, parameters: ["article", "picture", "asking"] }, printWithhold),
    deskAction(world, { address: ADDRESS, right }, ask),
    deskAction(world, { address: `${ADDRESS}/{asking}/confirm`, right }, confirm),
    deskAction(world, { address: `${ADDRESS}/{asking}/drop`, right }, drop),
  ];
}

async function printWithhold(visit: DeskVisit): Promise<DeskPage | undefined> {
  const { query } = visit;
  const asking = query["asking"];
  return asking === undefined ? listPage(visit, typedFrom(query)) : decidingPage(visit, asking);
}

function typedFrom(query: Readonly<Record<string, string>>): AskTyped {
  const article = query["article"] ?? "";
  return {
    forms: "",
    picture: query["picture"] ?? "",
    article,
    where: article === "" ? "everywhere" : "story",
    reason: "",
    how: "destroy",
    note: "",
  };
}

async function listPage(visit: DeskVisit, typed: AskTyped, problem?: string): Promise<DeskPage> {
  const { db, words, editions } = visit;
  const [nameOf, all] = [await namesAt(visit), await withholdings(db, { limit: MOST_LISTED })];
  const zone = { timeZone: editions[0]?.timeZone ?? "UTC" };
  return {
    title: words.withholding.title,
    place: "audit",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <div class="withholding">
        <p class="introduction">{words.withholding.introduction}</p>
        <WithholdingList all={all} nameOf={nameOf} time={(at) => shownAt(at, zone, words)} words={words} />
        <AskForm typed={typed} story={await storyById(db, typed.article)} problem={problem} words={words} />
      </div>
    ),
  };
}

const MOST_LISTED = 100;

async function ask(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const { db, staff, at, words } = visit;
  const typed: AskTyped = {
    forms: form.text("forms"),
    picture: form.text("picture"),
    article: form.text("article"),
    where: form.text("where"),
    reason: form.text("reason"),
    how: form.text("how"),
    note: form.text("note").slice(0, LONGEST_NOTE),
  };
  const { refused } = words.withholding;
  const reason = reasonFrom(typed.reason);
  if (!reason) return listPage(visit, typed, refused["reason-missing"]);
  const story = typed.where === "story" ? await storyById(db, typed.article) : undefined;
  const outcome = await askToWithhold(db, {
    forms: formsFrom(typed.forms),
    pictureId: typed.picture === "" ? null : typed.picture,
    storyId: story?.storyId ?? null,
    reason,
    how: wayFrom(typed.how) ?? "destroy",
    note: typed.note,
    by: staff,
    at,
  });
  if ("refusal" in outcome) return listPage(visit, typed, refused[outcome.refusal]);
  return seeOther(`${ADDRESS}?asking=${outcome.id}`, "kept");
}

async function decidingPage(visit: DeskVisit, id: string, problem?: string): Promise<DeskPage | undefined> {
  const { db, staff, words, editions } = visit;
  const asked = await withholdingById(db, id);
  if (!asked) return undefined;
  const wanted = await wantedBy(db, id);
  const zone = { timeZone: editions[0]?.timeZone ?? "UTC" };
  return {
    title: words.withholding.title,
    place: "audit",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <Deciding
        asked={asked}
        found={wanted && (await foundFor(db, wanted))}
        isMine={asked.askedBy === staff.id}
        nameOf={await namesAt(visit)}
        time={(at) => shownAt(at, zone, words)}
        problem={problem}
        words={words}
      />
    ),
  };
}

async function confirm(visit: DeskVisit): Promise<DeskPage | Response | undefined> {
  const { db, staff, at, steps, words } = visit;
  const id = steps["asking"] ?? "";
  const outside = await outsideTheStore(visit, id);
  if (!outside) return decidingPage(visit, id, words.withholding.filesAway);
  const outcome = await withhold(db, { id, by: staff, at, ...outside });
  if ("refusal" in outcome) return decidingPage(visit, id, words.withholding.refused[outcome.refusal]);
  const { key } = outcome.done;
  if (key === undefined) return seeOther(`${ADDRESS}?asking=${id}`, "kept");
  return {
    title: words.withholding.title,
    place: "audit",
    main: <KeyOnce asking={id} sealedWith={key} words={words} />,
  };
}

/** What no action reads; nothing while the place of files does not answer. */
async function outsideTheStore(visit: DeskVisit, id: string) {
  const { db, world } = visit;
  try {
    const asked = await withholdingById(db, id);
    const look = await lookIntoFiles(db, world.files, { id });
    if (asked?.how !== "seal") return { look };
    return { look, picture: await pictureToSeal(visit, asked), files: look && (await filesOf(world.files, look)) };
  } catch (cause) {
    if (cause instanceof FilesProblem) return undefined;
    throw cause;
  }
}

async function pictureToSeal({ db, world }: DeskVisit, asked: Asked): Promise<Uint8Array | undefined> {
  if (asked.pictureId === null) return undefined;
  const picture = await libraryPicture(db, asked.pictureId);
  const file = picture && fileName(picture.id, picture.type);
  const kept = file === undefined ? undefined : await world.files.open(file);
  return kept && new Uint8Array(await new Response(kept.stream).arrayBuffer());
}

async function drop({ db, staff, at, steps }: DeskVisit): Promise<Response | undefined> {
  const dropped = await dropWithholding(db, { id: steps["asking"] ?? "", by: staff, at });
  return dropped ? seeOther(ADDRESS, "removed") : undefined;
}
