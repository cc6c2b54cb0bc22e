/** The public record: the versions of a story with what changed in each, and an edition's corrections. */
import type { Words } from "../words/words.ts";
import { wordsFor } from "../words/words.ts";
import { Labelled } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Notice } from "./notice.tsx";
import { Paging } from "./paging.tsx";
import type {
  Change,
  CorrectionsPageValues,
  EventChangeValues,
  HistoryPageValues,
  Note,
  VersionValues,
} from "./values.ts";

export const HistoryPage = ({ frame, head, headline, href, versions, events, withheld, paging }: HistoryPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  const { record } = words;
  return (
    <Layout frame={frame} head={head} kind="list">
      <header class="list-head">
        <p class="kicker">{record.historyOf}</p>
        <h1>
          <a href={href}>
            <Labelled text={headline} links={false} />
          </a>
        </h1>
        <p class="introduction">{record.introduction}</p>
      </header>
      <Withheld sentences={withheld} />
      <ol class="versions">
        {versions.map((version) => (
          <li id={`version-${version.number}`}>
            <VersionItem version={version} words={words} />
          </li>
        ))}
      </ol>
      <EventChanges events={events} words={words} />
      <Paging paging={paging} words={{ ...words, newer: record.newerVersions, older: record.olderVersions }} />
    </Layout>
  );
};

const VersionItem = ({ version, words }: { version: VersionValues; words: Words }) => {
  const { record } = words;
  const { number, kind, moment, isCurrent, isFolded, sentence, note, changes, href } = version;
  return (
    <article class="version">
      <h2>
        {kind} <span class="kind">{record.version(String(number))}</span>
      </h2>
      <p class="print">
        <Time moment={moment} /> {isCurrent && <span class="mark">{record.current}</span>}{" "}
        <a href={href}>{record.seeVersion(String(number))}</a>
      </p>
      {sentence.length > 0 && (
        <p>
          <Labelled text={sentence} />
        </p>
      )}
      {note && <NoteWords note={note} words={words} />}
      {changes &&
        (changes.length === 0 ? (
          <p class="hint">{record.noChanges}</p>
        ) : (
          <details open={!isFolded}>
            <summary>{record.changes}</summary>
            <Changes changes={changes} words={words} />
          </details>
        ))}
    </article>
  );
};

const EventChanges = ({ events, words }: { events: readonly EventChangeValues[]; words: Words }) => {
  const { record } = words;
  if (events.length === 0) return undefined;
  return (
    <section class="event-changes" aria-labelledby="event-changes">
      <h2 id="event-changes">{record.events}</h2>
      <ul class="versions">
        {events.map(({ moment, kind, event, changes }) => (
          <li class="version">
            <h3>
              {record.eventKinds[kind]}: {event}
            </h3>
            <p class="print">
              <Time moment={moment} />
            </p>
            {changes.length > 0 && <Changes changes={changes} words={words} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Changes = ({ changes, words: { record } }: { changes: readonly Change[]; words: Words }) => (
  <div class="changes">
    {changes.map(({ part, stretches }) => (
      <div>
        <p class="kind">{part}</p>
        <p>
          {stretches.map(({ kind, text }) => {
            if (kind === "same") return text;
            return kind === "removed" ? (
              <del title={record.removed}>{text}</del>
            ) : (
              <ins title={record.added}>{text}</ins>
            );
          })}
        </p>
      </div>
    ))}
  </div>
);

export const CorrectionsPage = ({ frame, head, corrections, paging }: CorrectionsPageValues) => {
  const { words } = wordsFor(frame.edition.language);
  const { record } = words;
  return (
    <Layout frame={frame} head={head} kind="list">
      <header class="list-head">
        <h1>{record.corrections}</h1>
        <p class="introduction">{record.correctionsIntroduction}</p>
      </header>
      {corrections.length === 0 && <Notice>{record.noCorrections}</Notice>}
      <ol class="versions">
        {corrections.map(({ article, history, ...note }) => (
          <li id={`correction-${note.id}`}>
            <article class="version">
              <h2>
                <a href={article.href}>{article.text}</a>
              </h2>
              <p class="print">
                <time datetime={note.day.iso}>{note.title}</time> <a href={history}>{record.historyOf}</a>
              </p>
              <NoteWords note={note} words={words} />
            </article>
          </li>
        ))}
      </ol>
      <Paging paging={paging} words={{ ...words, newer: record.newerCorrections, older: record.olderCorrections }} />
    </Layout>
  );
};

/** What was wrong and what is right, without the day. */
const NoteWords = ({ note, words: { record } }: { note: Note; words: Words }) => (
  <>
    <p>
      <Labelled text={note.sentence} />
    </p>
    {note.words && (
      <dl class="said">
        <div>
          <dt>{record.itSaid}</dt>
          <dd>
            {note.words.old.length === 0 ? (
              record.leftOut
            ) : (
              <del>
                <Labelled text={note.words.old} links={false} />
              </del>
            )}
          </dd>
        </div>
        <div>
          <dt>{record.itSays}</dt>
          <dd>
            {note.words.new.length === 0 ? (
              record.leftOut
            ) : (
              <ins>
                <Labelled text={note.words.new} links={false} />
              </ins>
            )}
          </dd>
        </div>
      </dl>
    )}
    {note.credited !== undefined && <p class="hint">{note.credited}</p>}
  </>
);

/** Above the text of a story: what it stood on was wrong, or does not hold at all. */
export const GraveNotes = ({ notes, words }: { notes: readonly Note[]; words: Words }) => (
  <>
    {notes
      .filter(({ isGrave }) => isGrave)
      .map((note) => (
        <div class="notice grave">
          <p>
            <strong>
              <time datetime={note.day.iso}>{note.title}</time>
            </strong>
          </p>
          <NoteWords note={note} words={words} />
        </div>
      ))}
  </>
);

/** Below the text: what else was said of it. */
export const OtherNotes = ({ notes, words }: { notes: readonly Note[]; words: Words }) => {
  const others = notes.filter(({ isGrave }) => !isGrave);
  return others.length === 0 ? null : (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{words.record.notes}</h2>
      {others.map((note) => (
        <div class="correction">
          <p class="kind">
            <time datetime={note.day.iso}>{note.title}</time>
          </p>
          <NoteWords note={note} words={words} />
        </div>
      ))}
    </section>
  );
};

export const Withheld = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.length === 0 ? null : (
    <div class="notice">
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  );
