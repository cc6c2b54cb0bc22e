/** One reply at the desk: its copies, its score taken apart, what was decided and noted, and what else is done with it. */
import { BAN_DAYS, banGuest } from "#agency/replies/bans.ts";
import { adviceOn, answerAsStaff, featureReply, noteOnReply, notesOn } from "#agency/replies/desk-acts.ts";
import { modelFor } from "#agency/replies/learning.ts";
import { networkOfReply } from "#agency/replies/networks.ts";
import { decisionsOf } from "#agency/replies/presses.ts";
import type { QueuedReply } from "#agency/replies/queries.ts";
import { queued, repliesOfCard, repliesOfGuest } from "#agency/replies/queue.ts";
import { isReason, LONGEST_REPLY, REASONS } from "#agency/replies/replies.ts";
import { addRule } from "#agency/replies/rule-book.ts";
import { NO_TERMS } from "#agency/replies/rules.ts";
import { reasonsOf, tokensOf } from "#agency/replies/score.ts";
import type { Form } from "#lib/form.ts";
import { Act, Buttons, MainAct } from "../house/parts.tsx";
import { Choice, TextArea, TextField, Tick } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import type { DeskWords } from "../words/words.ts";
import { decider, Moment, ReplyTexts, ReplyWho } from "./parts.tsx";
import { RULES } from "./rules.tsx";

const MOST_COPIES = 100;
const MOST_OTHERS = 20;

export async function printReply(visit: DeskVisit): Promise<DeskPage | undefined> {
  const { db, steps } = visit;
  const [reply] = await queued(db, [steps["reply"] ?? ""]);
  return reply && reply.state !== "erased" ? replyPage(visit, reply) : undefined;
}

async function replyPage(visit: DeskVisit, reply: QueuedReply): Promise<DeskPage> {
  const { db, words } = visit;
  const { replies, moderation } = words;
  const copies = reply.state === "held" ? await repliesOfCard(db, reply.clusterId ?? reply.id, MOST_COPIES) : [];
  const [decisions, notes, advice, others, network] = [
    await decisionsOf(db, reply.id),
    await notesOn(db, reply),
    await adviceOn(db, reply.id),
    reply.guestId === null ? [] : await repliesOfGuest(db, reply.guestId, MOST_OTHERS),
    await networkOfReply(db, reply.id, visit.at),
  ];
  const address = `/desk/replies/${reply.id}`;
  return {
    title: replies.by(reply.name),
    place: "replies",
    main: (
      <div class="reply-queue">
        <ReplyWho visit={visit} reply={reply} />
        <ReplyTexts visit={visit} reply={reply} />
        <p class="buttons">
          <a class="button" href={`/desk/replies/stories/${reply.articleId}`}>
            {words.talk.ofStory}
          </a>
        </p>
        {reply.state === "shown" && reply.kind === "reply" && (
          <form method="post" action={address}>
            <Buttons>
              <Act act={reply.isFeatured ? "unfeature" : "feature"}>
                {reply.isFeatured ? moderation.unfeature : moderation.feature}
              </Act>
            </Buttons>
          </form>
        )}
        <Some title={replies.copies(copies.length)} visit={visit} rows={copies.filter(({ id }) => id !== reply.id)} />
        <Score visit={visit} reply={reply} reasons={await scoreReasons(visit, reply)} />
        {advice.length > 0 && (
          <section>
            <h2>{moderation.advice}</h2>
            <ul class="stories">
              {advice.map(({ source, advice: told, words: said, at }) => (
                <li>
                  <strong>{sourceSaid(source, words)}</strong>: {adviceSaid(told, words)} <bdi>{said}</bdi>{" "}
                  <Moment visit={visit} at={at} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{replies.decisions}</h2>
          {decisions.length === 0 && <p>{replies.undecided}</p>}
          <ol class="stories">
            {decisions.map(({ after, reason, note, by, at, undoneAt }) => (
              <li>
                <strong>{replies.states[after]}</strong>{" "}
                <span>
                  <bdi>{decider(by, words)}</bdi>, <Moment visit={visit} at={at} />
                </span>
                {reason !== null && isReason(reason) && <span> · {replies.reasons[reason]}</span>}
                {note !== "" && <p dir="auto">{note}</p>}
                {undoneAt && (
                  <p class="quiet">
                    {replies.undoneAt} <Moment visit={visit} at={undoneAt} />
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h2>{moderation.notes}</h2>
          <ul class="stories">
            {notes.map(({ words: said, by, at }) => (
              <li>
                <p class="as-typed" dir="auto">
                  {said}
                </p>
                <p class="about">
                  <bdi>{by}</bdi> <Moment visit={visit} at={at} />
                </p>
              </li>
            ))}
          </ul>
          <form method="post" action={address}>
            <TextArea name="note" label={moderation.noteWords} hint={moderation.noteHint} rows={2} dir="auto" />
            <Buttons>
              <Act act="note">{moderation.addNote}</Act>
            </Buttons>
          </form>
        </section>
        {reply.state === "shown" && reply.kind === "reply" && (
          <section>
            <h2>{moderation.answer}</h2>
            <form method="post" action={address}>
              <TextArea
                name="answer"
                label={moderation.answer}
                hint={moderation.answerHint}
                rows={3}
                maxlength={LONGEST_REPLY}
                dir="auto"
              />
              <Buttons>
                <MainAct act="answer">{moderation.sendAnswer}</MainAct>
              </Buttons>
            </form>
          </section>
        )}
        {reply.guestId !== null && <BanForm address={address} words={words} hasNetwork={network !== undefined} />}
        <Some title={moderation.othersOf} visit={visit} rows={others.filter(({ id }) => id !== reply.id)} />
      </div>
    ),
  };
}

type SomeProps = { readonly title: string; readonly visit: DeskVisit; readonly rows: readonly QueuedReply[] };

const Some = ({ title, visit, rows }: SomeProps) =>
  rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="stories">
        {rows.map((row) => (
          <li>
            <strong>
              <a href={`/desk/replies/${row.id}`}>
                <bdi>{row.name}</bdi>
              </a>
            </strong>{" "}
            {visit.words.replies.states[row.state]}
            <ReplyTexts visit={visit} reply={row} />
          </li>
        ))}
      </ul>
    </section>
  );

async function scoreReasons({ db }: DeskVisit, reply: QueuedReply) {
  return reasonsOf(await modelFor(db, reply.language), tokensOf(reply));
}

type ScoreProps = {
  readonly visit: DeskVisit;
  readonly reply: QueuedReply;
  readonly reasons: Awaited<ReturnType<typeof scoreReasons>>;
};

const Score = ({ visit: { words }, reply, reasons }: ScoreProps) => {
  const { moderation } = words;
  if (reply.score === null && reasons.length === 0) return null;
  return (
    <section>
      <h2>{reply.score === null ? moderation.advice : moderation.score(reply.score)}</h2>
      <p class="hint">{moderation.scoreHint}</p>
      <ul class="stories">
        {reasons.map(({ token, weight }) => (
          <li>
            <bdi>{tokenSaid(token, words)}</bdi>: {weight > 0 ? moderation.scoreFor : moderation.scoreAgainst}{" "}
            <bdi>
              ({weight > 0 ? "+" : "−"}
              {Math.abs(weight).toFixed(1)})
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
};

function tokenSaid(token: string, { moderation }: DeskWords): string {
  if (token.startsWith("#host:")) return moderation.linkTo(token.slice("#host:".length));
  return isSign(token, moderation.signs) ? moderation.signs[token] : token;
}

function sourceSaid(source: string, { advice }: DeskWords): string {
  return isSign(source, advice.sources) ? advice.sources[source] : source;
}

function adviceSaid(told: string, { advice }: DeskWords): string {
  return isSign(told, advice.says) ? advice.says[told] : told;
}

function isSign<Signs extends object>(token: string, signs: Signs): token is string & keyof Signs {
  return token in signs;
}

type BanProps = { readonly address: string; readonly words: DeskWords; readonly hasNetwork: boolean };

const BanForm = ({ address, words: { moderation, replies }, hasNetwork }: BanProps) => (
  <section>
    <h2>{moderation.ban}</h2>
    <form method="post" action={address}>
      <p class="hint">{moderation.bansIntroduction}</p>
      <Choice
        name="days"
        label={moderation.banDays}
        options={BAN_DAYS.map((days) => ({ value: String(days), text: moderation.days(days) }))}
        chosen="7"
      />
      <Choice
        name="reason"
        label={replies.reason}
        options={REASONS.map((value) => ({ value, text: replies.reasons[value] }))}
      />
      <TextField name="ban-note" label={moderation.banNote} dir="auto" />
      {hasNetwork && (
        <>
          <Tick name="network" label={moderation.banNetwork} />
          <p class="hint">{moderation.banNetworkHint}</p>
        </>
      )}
      <Buttons>
        <Act act="ban">{moderation.ban}</Act>
        {hasNetwork && <Act act="hold-network">{moderation.holdNetwork}</Act>}
      </Buttons>
    </form>
  </section>
);

export async function changeReply(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, steps, staff, at } = visit;
  const [reply] = await queued(db, [steps["reply"] ?? ""]);
  if (!reply || reply.state === "erased") return undefined;
  const hand = { replyId: reply.id, by: staff.id, at };
  const address = `/desk/replies/${reply.id}`;
  switch (form.text("do")) {
    case "feature":
    case "unfeature":
      await featureReply(db, { ...hand, on: form.text("do") === "feature" });
      break;
    case "note":
      await noteOnReply(db, { ...hand, words: form.text("note") });
      break;
    case "answer":
      await answerAsStaff(db, { ...hand, text: form.text("answer"), staffName: staff.name });
      break;
    case "ban":
      await ban(visit, form, reply.id);
      break;
    case "hold-network":
      return holdNetwork(visit, reply.id);
  }
  return seeOther(address, "kept");
}

async function ban({ db, staff, at }: DeskVisit, form: Form, replyId: string): Promise<void> {
  const reason = form.text("reason");
  await banGuest(db, {
    replyId,
    days: BAN_DAYS.find((days) => String(days) === form.text("days")) ?? 7,
    withNetwork: form.text("network") === "yes",
    reason: isReason(reason) ? reason : "other",
    note: form.text("ban-note"),
    by: staff.id,
    at,
  });
}

/** A rule that is off: its page says what it would do before anybody turns it on. */
async function holdNetwork({ db, staff, at }: DeskVisit, replyId: string): Promise<DeskAnswer> {
  const network = await networkOfReply(db, replyId, at);
  if (!network) return seeOther(`/desk/replies/${replyId}`);
  const terms = { ...NO_TERMS, network: network.digest, day: network.day };
  const id = await addRule(db, { kind: "network", terms, effect: "hold", reason: null, by: staff.id, at });
  return seeOther(`${RULES}/${id}`, "kept");
}
