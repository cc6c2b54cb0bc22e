/** The pages of the source ledger: the list with its search, one source, and the text that was kept of it. */
import type { LedgerSource, SourceUse } from "#agency/sources/queries.ts";
import { OPEN_KINDS, type Snapshot, SOURCE_KINDS, type Source, type SourceKind } from "#agency/sources/sources.ts";
import { isWebAddress } from "#text/document/links.ts";
import type { Entered } from "../sources/entered.ts";
import type { SourceProblem, SourcesWords } from "../words/sources.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, Problem, TextArea, TextField } from "./fields.tsx";

type LedgerProps = {
  readonly sources: readonly Source[];
  readonly query: string;
  readonly kind: SourceKind | undefined;
  readonly older: string | undefined;
  readonly entered: Entered;
  readonly words: DeskWords;
};

export const Ledger = ({ sources: found, query, kind, older, entered, words: { sources } }: LedgerProps) => (
  <>
    <p class="introduction">{sources.introduction}</p>
    <form method="get" action="/desk/sources" class="filters">
      <TextField name="q" label={sources.find} value={query} type="search" dir="auto" />
      <div class="field">
        <label for="of-kind">{sources.kind}</label>
        <select id="of-kind" name="kind">
          <option value="">{sources.everyKind}</option>
          {SOURCE_KINDS.map((one) => (
            <option value={one} selected={one === kind}>
              {sources.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      <p class="buttons">
        <button type="submit">{sources.show}</button>
      </p>
    </form>
    {found.length === 0 ? (
      <p>{sources.none}</p>
    ) : (
      <ul class="ledger">
        {found.map((source) => (
          <li>
            <a href={`/desk/sources/${encodeURIComponent(source.id)}`} lang={source.language ?? undefined} dir="auto">
              {source.name}
            </a>
            <span class="quiet">
              <SourceFacts source={source} words={sources} />
            </span>
          </li>
        ))}
      </ul>
    )}
    {older !== undefined && (
      <p class="buttons">
        <a class="button" href={older}>
          {sources.older}
        </a>
      </p>
    )}
    <section aria-labelledby="add">
      <h2 id="add">{sources.add}</h2>
      <p>
        <a href="/desk/sources/confidential">{sources.addConfidential}</a>
      </p>
      <form method="post" action="/desk/sources" class="source-form">
        <Facts entered={entered} words={sources} />
        <Keep words={sources} />
      </form>
    </section>
  </>
);

/** Kind, office, date and the site it is on, in a line. */
export const SourceFacts = ({ source, words }: { source: Source; words: SourcesWords }) => {
  const { kind, office, publishedOn, url } = source;
  const host = url !== null && isWebAddress(url) ? new URL(url).host : "";
  const facts = [words.kinds[kind], office, publishedOn ?? "", host].filter((fact) => fact !== "");
  return (
    <>
      {facts.map((fact, at) => (
        <>
          {at > 0 && " · "}
          <bdi>{fact}</bdi>
        </>
      ))}
    </>
  );
};

const Facts = ({ entered: { typed, problems }, words }: { entered: Entered; words: SourcesWords }) => {
  const { fields, hints } = words;
  const one = (name: "name" | "office" | "url" | "language" | "publishedOn") => ({
    name,
    label: fields[name],
    value: typed[name],
    ...(problems[name] !== undefined && { problem: problems[name] }),
  });
  return (
    <>
      {Object.keys(problems).length > 0 && <Problem>{Object.values(problems)[0]}</Problem>}
      <Choice
        name="kind"
        label={words.kind}
        options={OPEN_KINDS.map((kind) => ({ value: kind, text: words.kinds[kind] }))}
        chosen={typed.kind}
      />
      <TextField {...one("name")} required dir="auto" />
      <TextField {...one("url")} type="url" hint={hints.url} dir="ltr" />
      <TextField {...one("office")} hint={hints.office} dir="auto" />
      <TextField {...one("publishedOn")} hint={hints.publishedOn} dir="ltr" />
      <TextField {...one("language")} dir="ltr" />
      <TextArea name="notes" label={fields.notes} hint={hints.notes} value={typed.notes} rows={3} dir="auto" />
    </>
  );
};

export const Keep = ({ words }: { words: SourcesWords }) => (
  <p class="buttons">
    <button type="submit" class="main">
      {words.keep}
    </button>
  </p>
);

export type OneSourceValues = {
  readonly source: LedgerSource;
  readonly entered: Entered;
  readonly snapshots: readonly (Snapshot & { readonly by: string; readonly when: string })[];
  /** Since when its address has not answered. */
  readonly dead: string | null;
  readonly uses: readonly SourceUse[];
  readonly mayShow: boolean;
  readonly publicAt: string | undefined;
  readonly pasted: string;
  readonly problem: SourceProblem | undefined;
  readonly words: DeskWords;
};

export const OneSource = (values: OneSourceValues) => {
  const { source, entered, dead, uses, publicAt, words } = values;
  const { sources } = words;
  return (
    <>
      <p class="quiet">
        <SourceFacts source={source} words={sources} />
      </p>
      {source.url !== null && isWebAddress(source.url) && (
        <p>
          <a href={source.url} dir="ltr" class="address">
            {source.url}
          </a>
        </p>
      )}
      {dead !== null && <Problem>{sources.deadSince(dead)}</Problem>}
      {publicAt !== undefined && (
        <p>
          <a href={publicAt}>{sources.toSite}</a>
        </p>
      )}
      {source.kind === "person" && <PublicName {...values} />}
      <Kept {...values} />
      <section aria-labelledby="facts">
        <h2 id="facts">{sources.facts}</h2>
        <form method="post" class="source-form">
          <Facts entered={entered} words={sources} />
          <Keep words={sources} />
        </form>
      </section>
      <Uses uses={uses} words={sources} />
    </>
  );
};

const PublicName = ({ source, mayShow, words: { sources } }: OneSourceValues) => {
  const isShown = source.shownAt !== null;
  return (
    <section aria-labelledby="public">
      <h2 id="public">{sources.person.title}</h2>
      <p>{isShown ? sources.person.shown : sources.person.hidden}</p>
      {mayShow ? (
        <form method="post" action={`/desk/sources/${encodeURIComponent(source.id)}/show`}>
          <p class="buttons">
            <button type="submit" name="shown" value={isShown ? "no" : "yes"}>
              {isShown ? sources.person.hide : sources.person.show}
            </button>
          </p>
        </form>
      ) : (
        <p class="hint">{sources.person.onlyEditors}</p>
      )}
    </section>
  );
};

const Kept = ({ source, snapshots, pasted, problem, words }: OneSourceValues) => {
  const { kept, refused } = words.sources;
  const here = `/desk/sources/${encodeURIComponent(source.id)}`;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{kept.title}</h2>
      <p class="hint">{kept.introduction}</p>
      <FetchState source={source} words={words} />
      {snapshots.length === 0 ? (
        <p>{kept.none}</p>
      ) : (
        <ul class="snapshots">
          {snapshots.map((one) => (
            <li>
              <p>
                {kept.ways[one.how]}, {one.when}, <bdi>{one.by}</bdi> <span class="quiet">{kept.bytes(one.bytes)}</span>
              </p>
              {one.title !== "" && <p dir="auto">{one.title}</p>}
              <p class="hint">
                {kept.digest}: <code>{one.digest}</code>
              </p>
              <p>
                <a href={`${here}/snapshots/${one.id}`}>{kept.text}</a>{" "}
                <a href={`${here}/snapshots/${one.id}/warc`}>{kept.file}</a>
              </p>
            </li>
          ))}
        </ul>
      )}
      {source.url !== null && (
        <form method="post" action={`${here}/fetch`}>
          <p class="buttons">
            <button type="submit">{kept.fetch}</button>
          </p>
        </form>
      )}
      <details open={problem !== undefined}>
        <summary>{kept.byHand}</summary>
        <form method="post" action={`${here}/keep`} enctype="multipart/form-data" class="source-form">
          {problem !== undefined && <Problem>{refused[problem]}</Problem>}
          <TextArea name="text" label={kept.paste} value={pasted} rows={8} dir="auto" />
          <div class="field">
            <label for="file">{kept.upload}</label>
            <input
              id="file"
              name="file"
              type="file"
              accept="text/plain,text/html,application/pdf,.txt,.html,.htm,.md,.pdf"
            />
          </div>
          <Keep words={words.sources} />
        </form>
      </details>
    </section>
  );
};

const FetchState = ({ source: { fetchState }, words }: { source: LedgerSource; words: DeskWords }) => {
  const { kept, refused } = words.sources;
  if (fetchState === null || fetchState === "kept") return null;
  if (fetchState === "waiting") return <p role="status">{kept.waiting}</p>;
  const unread: Readonly<Record<string, string>> = refused;
  if (fetchState.startsWith("pdf-")) return <Problem>{unread[fetchState] ?? kept.noText}</Problem>;
  const { linkStates, linkStatus } = words.preflight;
  const known: Readonly<Record<string, string>> = linkStates;
  return <Problem>{kept.failed(known[fetchState] ?? linkStatus(fetchState))}</Problem>;
};

export const Uses = ({ uses, words }: { uses: readonly SourceUse[]; words: SourcesWords }) => (
  <section aria-labelledby="uses">
    <h2 id="uses">{words.uses}</h2>
    {uses.length === 0 ? (
      <p>{words.noUses}</p>
    ) : (
      <ul class="used-in">
        {uses.map(({ articleId, headline }) => (
          <li>
            <a href={`/desk/articles/${articleId}/sources`} dir="auto">
              {headline}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
);

type SnapshotTextProps = {
  readonly source: Source;
  readonly snapshot: Snapshot & { readonly text: string };
  readonly when: string;
  readonly words: DeskWords;
};

export const SnapshotText = ({ source, snapshot, when, words: { sources, language } }: SnapshotTextProps) => (
  <>
    <p>
      <a href={`/desk/sources/${encodeURIComponent(source.id)}`}>{sources.kept.back}</a>
    </p>
    <p class="quiet">
      {sources.kept.ways[snapshot.how]}, {when}
    </p>
    {snapshot.address !== null && (
      <p class="address" dir="ltr">
        {snapshot.address}
      </p>
    )}
    <p class="hint">
      {sources.kept.digest}: <code>{snapshot.digest}</code>
    </p>
    {snapshot.text === "" ? (
      <p>{sources.kept.noText}</p>
    ) : (
      <div class="snapshot-text" lang={snapshot.language ?? undefined} dir="auto">
        {snapshot.text.split("\f").map((page, at, pages) => (
          <>
            {pages.length > 1 && (
              <h2 lang={language} dir="auto">
                {sources.kept.page(at + 1)}
              </h2>
            )}
            {page.split(/\n{2,}/).map((paragraph) => (
              <p dir="auto">{paragraph}</p>
            ))}
          </>
        ))}
      </div>
    )}
  </>
);
