/** Where a link in a letter about a waiting reply leads. Looking at it decides nothing, for mail programs look first; pressing the button does. */

import { isReason, REASONS } from "#agency/replies/replies.ts";
import { decideByLink, type LinkedAct, type LinkFound, linkedReply } from "#agency/replies/waiting.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { type GuestPage, type GuestVisit, guestAction, guestPage } from "../guest.ts";
import { Choice, Problem, TextField } from "../views/fields.tsx";
import type { DeskWorld } from "../visit.ts";
import { decider, ReplyTexts } from "./parts.tsx";

const ADDRESS = "/desk/letters/{token}";

export function byLetterRoutes(world: DeskWorld): Route[] {
  return [guestPage(world, { address: ADDRESS }, printLink), guestAction(world, { address: ADDRESS }, follow)];
}

async function printLink(visit: GuestVisit): Promise<GuestPage> {
  const { world, at } = visit;
  return pageOf(visit, await linkedReply(world.db, { key: world.replyLetters, token: tokenOf(visit), at }));
}

async function follow(visit: GuestVisit, form: Form): Promise<GuestPage> {
  const { world, words, at } = visit;
  const reason = form.text("reason");
  const found = await decideByLink(world.db, {
    key: world.replyLetters,
    token: tokenOf(visit),
    asOf: form.text("as-of"),
    reason: isReason(reason) ? reason : null,
    note: form.text("note"),
    at,
  });
  if (found.link !== "done") return pageOf(visit, found, true);
  const { done, doneSentence } = words.byLetter;
  return { title: done[found.to], main: <Said sentence={doneSentence} desk={words.byLetter.desk} /> };
}

function pageOf(visit: GuestVisit, found: LinkFound, isPressed = false): GuestPage {
  const { words, steps } = visit;
  const said = words.byLetter;
  if (found.link === "void")
    return { title: said.void.title, status: 410, main: <Said sentence={said.void.sentence} desk={said.desk} /> };
  if (found.link === "decided") {
    const state = `${words.replies.states[found.reply.state]}. ${said.decided.sentence(decider(found.by, words))}`;
    return { title: said.decided.title, main: <Said sentence={state} desk={said.desk} /> };
  }
  const { reply, to, member, asOf } = found;
  return {
    title: said.titles[to],
    ...(isPressed && { status: 409 }),
    main: (
      <form method="post" action={`/desk/letters/${steps["token"] ?? ""}`} class="door">
        <p class="introduction">{said.as(member.name)}</p>
        {isPressed && <Problem>{said.changed}</Problem>}
        <article class="waiting-reply">
          <p class="quiet">
            {words.replies.on}{" "}
            <a href={`/${reply.editionCode}/${reply.slug}`} dir="auto" lang={reply.language}>
              {reply.headline}
            </a>
          </p>
          <h2 dir="auto">{reply.name}</h2>
          <ReplyTexts visit={visit} reply={reply} />
        </article>
        <input type="hidden" name="as-of" value={asOf} />
        {to === "refused" && <Why visit={visit} />}
        <Press to={to} words={said.buttons} />
      </form>
    ),
  };
}

const Why = ({ visit: { words } }: { readonly visit: GuestVisit }) => (
  <>
    <Choice
      name="reason"
      label={words.replies.reason}
      options={REASONS.map((value) => ({ value, text: words.replies.reasons[value] }))}
    />
    <TextField name="note" label={words.replies.note} hint={words.replies.noteHint} dir="auto" maxlength={500} />
  </>
);

const Press = ({ to, words }: { readonly to: LinkedAct; readonly words: Readonly<Record<LinkedAct, string>> }) => (
  <p class="buttons">
    <button type="submit" class="main">
      {words[to]}
    </button>
  </p>
);

const Said = ({ sentence, desk }: { readonly sentence: string; readonly desk: string }) => (
  <>
    <p class="introduction">{sentence}</p>
    <p>
      <a href="/desk/replies">{desk}</a>
    </p>
  </>
);

function tokenOf({ steps }: GuestVisit): string {
  return steps["token"] ?? "";
}
