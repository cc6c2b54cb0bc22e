/** What the desk shows of a reply: who wrote it, what speaks for and against it, what it answers, its words. */
import type { QueuedReply } from "#agency/replies/queries.ts";
import { FROM_SITE, isReason } from "#agency/replies/replies.ts";
import { languageMarks } from "#text/replies/language.ts";
import { shownAt } from "../flow/times.ts";
import type { DeskVisit } from "../visit.ts";

/** Who decided; a rule is called one. */
export function decider(by: string, { moderation }: DeskVisit["words"]): string {
  return by.startsWith("rule:") || by === "the rules" ? moderation.rule : by;
}

type ReplyProps = { readonly visit: DeskVisit; readonly reply: QueuedReply };

export const ReplyWho = ({ visit: { words, editions }, reply }: ReplyProps) => {
  const { replies } = words;
  const edition = editions.find(({ code }) => code === reply.editionCode);
  const flags = reply.flags.flatMap((flag) => (isFlag(flag, replies.flags) ? [replies.flags[flag]] : []));
  return (
    <p class="about">
      <time datetime={reply.writtenAt.toISOString()}>
        {edition ? shownAt(reply.writtenAt, edition, words) : reply.writtenAt.toISOString()}
      </time>
      <span>
        {replies.on}{" "}
        <a href={`/${reply.editionCode}/${reply.slug}`} dir="auto" lang={reply.language}>
          {reply.headline}
        </a>
      </span>
      {reply.guestId !== null && <span>{replies.record(reply.shown, reply.refused)}</span>}
      {flags.map((flag) => (
        <strong>{flag}</strong>
      ))}
      {reply.flags.some((flag) => flag.startsWith("rule:")) && <strong>{words.moderation.rule}</strong>}
      {reply.flags
        .filter((flag) => flag.startsWith(FROM_SITE))
        .map((flag) => (
          <span>{replies.fromSite(flag.slice(FROM_SITE.length))}</span>
        ))}
      {reply.score !== null && <span>{words.moderation.score(reply.score)}</span>}
      {reply.kind === "correction" && <strong>{replies.isCorrection}</strong>}
    </p>
  );
};

function isFlag<Flags extends object>(flag: string, flags: Flags): flag is string & keyof Flags {
  return flag in flags;
}

type Spoken = { readonly visit: Pick<DeskVisit, "words">; readonly reply: QueuedReply };

export const ReplyTexts = ({ visit: { words }, reply }: Spoken) => {
  const { replies } = words;
  return (
    <>
      {reply.parent && (
        <blockquote class="quiet">
          <p>{replies.answers(reply.parent.name)}</p>
          <p {...languageMarks(reply.parent.text, words.language)}>{reply.parent.text}</p>
        </blockquote>
      )}
      {reply.quote !== "" && (
        <blockquote class="quiet">
          <p>{replies.speaksOf}</p>
          <p lang={reply.language} dir="auto">
            {reply.quote}
          </p>
        </blockquote>
      )}
      <p class="as-typed" {...languageMarks(reply.text, words.language)}>
        {reply.text}
      </p>
      {reply.appeal !== null && (
        <p>
          <strong>{replies.appeal}</strong> <bdi {...languageMarks(reply.appeal, words.language)}>{reply.appeal}</bdi>
        </p>
      )}
      {reply.state === "refused" && reply.reason !== null && isReason(reply.reason) && (
        <p class="about">
          <strong>{replies.reasons[reply.reason]}</strong> <bdi>{reply.note}</bdi>
        </p>
      )}
    </>
  );
};

/** A moment as the first edition's clocks show it. */
export const Moment = ({ visit: { editions, words }, at }: { readonly visit: DeskVisit; readonly at: Date }) => {
  const [edition] = editions;
  return <time datetime={at.toISOString()}>{edition ? shownAt(at, edition, words) : at.toISOString()}</time>;
};
