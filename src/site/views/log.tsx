/** The publication log in plain words: what it is, what it proves and what it does not, and how to check it. */
import { type Words, wordsFor } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import type { LogPageValues } from "./values.ts";

export const LogPage = ({ frame, head, site, vkey, size, checkpoint, isStamped, acts }: LogPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  const { log } = words;
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <h1>{log.title}</h1>
        <p class="introduction">{log.introduction}</p>
      </header>
      <section aria-labelledby="what">
        <h2 id="what">{log.whatTitle}</h2>
        {log.what.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </section>
      <section aria-labelledby="proves">
        <h2 id="proves">{log.provesTitle}</h2>
        <dl class="facts">
          {log.proves.map(({ title, text }) => (
            <div>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="check">
        <h2 id="check">{log.checkTitle}</h2>
        {log.check.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <Written text={`dateline verify ${site} --checkpoint kept.txt`} label={log.command} />
        <p>
          {log.format}: <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
        </p>
      </section>
      <section aria-labelledby="now">
        <h2 id="now">{log.nowTitle}</h2>
        <p>{log.entries(size)}</p>
        <p>
          <a href="/log/checkpoint">{log.checkpoint}</a>
        </p>
        <Written text={checkpoint} label={log.checkpoint} />
        <p>
          <a href="/log/key">{log.key}</a>
        </p>
        <Written text={vkey} label={log.key} />
        {isStamped && (
          <p>
            <a href="/log/timestamps.json">{log.timestamps}</a>
          </p>
        )}
      </section>
      {acts.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">{log.newestTitle}</h2>
          <ol class="log-acts">
            {acts.map((act) => (
              <Act act={act} words={words} />
            ))}
          </ol>
        </section>
      )}
    </Layout>
  );
};

/** What machines wrote reads from left to right in every language; wider than a phone, it scrolls, by keyboard too. */
const Written = ({ text, label }: { text: string; label: string }) => (
  <section class="written" tabindex={0} aria-label={label}>
    <pre dir="ltr">{text}</pre>
  </section>
);

const Act = ({ act, words }: { act: LogPageValues["acts"][number]; words: Words }) => (
  <li>
    <span class="log-number">{act.number}</span>
    <span>
      {words.log.kinds[act.kind] ?? act.kind}
      {act.href !== undefined && (
        <>
          {": "}
          <a href={act.href} lang={act.language}>
            {act.headline}
          </a>
        </>
      )}
    </span>
    <Time moment={act.at} />
  </li>
);
