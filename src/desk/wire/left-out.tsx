/** What came by the wire with a story and is not in its draft, said on the page it is written on until somebody has seen it. */
import { keepLeftOut } from "#agency/wire-in/actions.ts";
import type { LeftOut } from "#agency/wire-in/places.ts";
import { type CameByWire, channelById, wireOf } from "#agency/wire-in/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { note } from "#store/audit.ts";
import { together } from "#store/db.ts";
import { PictureLink, spokenIn } from "../views/wire.tsx";
import { type DeskAnswer, type DeskVisit, type DeskWorld, deskAction, seeOther } from "../visit.ts";
import type { DeskWords } from "../words/words.ts";
import { takePictures, termsOf } from "./pictures.ts";

export function leftOutRoutes(world: DeskWorld): Route[] {
  return [deskAction(world, { address: "/desk/articles/{id}/left-out", right: "article.write" }, fetchOrSee)];
}

type LeftOutProps = { readonly articleId: string; readonly came: CameByWire; readonly words: DeskWords };

/** What became of the copy a story was made of, where whoever writes it sees it; nothing where nothing did. */
export const ChangedSince = ({ came: { item, copy }, words }: Pick<LeftOutProps, "came" | "words">) => {
  const { wire } = words;
  const what = item.alarm === null ? (item.status === "usable" ? undefined : wire.alarm.kill) : wire.alarm[item.alarm];
  return what === undefined ? null : (
    <section class="problem" role="alert" aria-labelledby="changed-since">
      <h2 id="changed-since">{wire.alarms}</h2>
      <p>
        <strong>{what}</strong>{" "}
        <a href={`/desk/wire/${item.id}`} {...spokenIn(copy.language)}>
          {item.headline || wire.untitled}
        </a>
      </p>
      <p>{wire.alarmsHint}</p>
    </section>
  );
};

/** Nothing where all that came is in the draft. */
export const LeftOutOfDraft = ({ articleId, came: { left, copy, item }, words }: LeftOutProps) => {
  if (left.length === 0) return null;
  const said = words.wire.leftOut;
  const names = (what: "author" | "section" | "topic") => left.flatMap((one) => (one.what === what ? [one.name] : []));
  const pictures = left.flatMap((one) => (one.what === "picture" ? [one] : []));
  const lines = (["author", "section", "topic"] as const).flatMap((what) =>
    names(what).length === 0 ? [] : [[said[what], names(what)] as const],
  );
  const isMissing = pictures.some(({ id }) => id === undefined);
  return (
    <section class="wire-note left-out" aria-labelledby="left-out">
      <h2 id="left-out">{said.title}</h2>
      <p>
        {said.introduction}{" "}
        <a href={`/desk/wire/${item.id}`} {...spokenIn(copy.language)}>
          {item.headline || words.wire.untitled}
        </a>
      </p>
      <ul>
        {lines.map(([line, of]) => (
          <li>
            {line}{" "}
            {of.map((name, at) => (
              <>
                {at > 0 && " · "}
                <bdi>{name}</bdi>
              </>
            ))}
          </li>
        ))}
        {pictures.map((one) => (
          <li>
            <LeftPicture left={one} language={copy.language} words={words} />
          </li>
        ))}
      </ul>
      <form method="post" action={`/desk/articles/${articleId}/left-out`}>
        <p class="buttons">
          {isMissing && (
            <button type="submit" name="do" value="fetch">
              {said.fetch}
            </button>
          )}
          <button type="submit" name="do" value="see">
            {words.wire.seen}
          </button>
        </p>
      </form>
    </section>
  );
};

type LeftPictureProps = {
  readonly left: Extract<LeftOut, { what: "picture" }>;
  readonly language: string | null;
  readonly words: DeskWords;
};

const LeftPicture = ({ left: { picture, why, id }, language, words }: LeftPictureProps) => {
  const said = words.wire.leftOut;
  const { href, caption, alt, credit, usageTerms } = picture;
  return (
    <>
      {said.picture} <PictureLink href={href} says={caption || alt} language={language} />
      {[credit, usageTerms].filter(Boolean).map((line) => (
        <>
          {" · "}
          <bdi>{line}</bdi>
        </>
      ))}{" "}
      <span class="why">
        {id === undefined ? reason(why, words) : <a href={`/desk/pictures/${id}`}>{said.inLibrary}</a>}
      </span>
    </>
  );
};

/** Why a picture could not be had, as a sentence. */
function reason(why: string, { wire, pictures, preflight }: DeskWords): string {
  const sentences: Readonly<Record<string, string>> = { ...pictures.refusals, many: wire.leftOut.many };
  const states: Readonly<Record<string, string>> = {
    ...preflight.linkStates,
    ...wire.channels.mail,
    "file-gone": wire.leftOut.fileGone,
  };
  return sentences[why] ?? wire.leftOut.notFetched(states[why] ?? preflight.linkStatus(why));
}

async function fetchOrSee(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const articleId = visit.steps["id"] ?? "";
  const came = await wireOf(db, articleId);
  if (!came) return undefined;
  const here = `/desk/articles/${articleId}`;
  if (form.text("do") === "fetch") {
    const left = await fetched(visit, came);
    await keepLeftOut(db, { articleId, left });
    return seeOther(here);
  }
  await together(db, async (db) => {
    await keepLeftOut(db, { articleId, left: [] });
    const detail = { left: came.left.map((one) => (one.what === "picture" ? one.picture.href : one.name)) };
    await note(db, { by: staff.id, act: "wire.left-out-seen", subject: `article:${articleId}`, detail, at });
  });
  return seeOther(here, "kept");
}

/** Pictures that can be had by now are in the library; the text, which somebody may be writing, is left alone. */
async function fetched(visit: DeskVisit, { left, copy, item }: CameByWire): Promise<readonly LeftOut[]> {
  const missing = left.flatMap((one) => (one.what === "picture" && one.id === undefined ? [one.picture] : []));
  const channel = await channelById(visit.db, item.channelId);
  const taken = await takePictures(visit, { pictures: missing, terms: termsOf(copy, channel), itemId: item.id });
  const kept = new Map(taken.kept.map(({ sent, picture }) => [sent.href, picture.id]));
  const still = new Map(taken.left.map((one) => [one.picture.href, one]));
  return left.flatMap((one) => {
    if (one.what !== "picture" || one.id !== undefined) return [one];
    const id = kept.get(one.picture.href);
    // What turned out to be no picture but a dot is neither.
    return id === undefined ? (still.get(one.picture.href) ?? []) : [{ ...one, id }];
  });
}
