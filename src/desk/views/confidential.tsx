/** The pages of a source nobody may name. Who it is stands on the answer to a form alone. */
import type { Identity } from "#agency/sources/confidential.ts";
import type { LedgerSource, SourceUse } from "#agency/sources/queries.ts";
import type { DeskWords } from "../words/words.ts";
import { Problem, TextArea, TextField, Tick } from "./fields.tsx";
import { Keep, Uses } from "./sources.tsx";

type NewProps = {
  readonly typed: Identity & { readonly words: string };
  readonly problem: string | undefined;
  readonly words: DeskWords;
};

export const NewConfidential = ({ typed, problem, words: { sources } }: NewProps) => (
  <form method="post" class="source-form" autocomplete="off">
    <p class="introduction">{sources.confidential.introduction}</p>
    {problem !== undefined && <Problem>{problem}</Problem>}
    <TextField
      name="words"
      label={sources.fields.words}
      hint={sources.hints.words}
      value={typed.words}
      required
      dir="auto"
    />
    <Identifying identity={typed} words={sources} />
    <Keep words={sources} />
  </form>
);

const Identifying = ({ identity, words }: { identity: Identity; words: DeskWords["sources"] }) => (
  <>
    <TextField
      name="who"
      label={words.fields.who}
      hint={words.hints.who}
      value={identity.name}
      autocomplete="off"
      dir="auto"
    />
    <TextArea name="contact" label={words.fields.contact} value={identity.contact} rows={3} dir="auto" />
  </>
);

type ConfidentialProps = {
  readonly source: LedgerSource;
  readonly reporter: string;
  readonly readers: readonly string[];
  readonly mayLook: boolean;
  /** Who may be let in, for the reporter alone. */
  readonly sharing: readonly { readonly value: string; readonly text: string; readonly ticked: boolean }[] | undefined;
  readonly identity: Identity | undefined;
  readonly problem: string | undefined;
  readonly uses: readonly SourceUse[];
  readonly words: DeskWords;
};

export const ConfidentialSource = (props: ConfidentialProps) => {
  const { source, reporter, readers, mayLook, sharing, identity, problem, uses, words } = props;
  const { sources } = words;
  const { confidential } = sources;
  const here = `/desk/sources/${source.id}`;
  return (
    <>
      <p class="introduction">{confidential.introduction}</p>
      {problem !== undefined && <Problem>{problem}</Problem>}
      <section aria-labelledby="keepers">
        <h2 id="keepers">{confidential.keepers}</h2>
        <p>
          {confidential.reporter(reporter)} {readers.length > 0 && readers.join(", ")}
        </p>
        {!mayLook && <p class="hint">{confidential.notYours}</p>}
        {mayLook && !identity && (
          <form method="post" action={`${here}/look`}>
            <p class="hint">{confidential.lookHint}</p>
            <p class="buttons">
              <button type="submit">{confidential.look}</button>
            </p>
          </form>
        )}
        {identity && (
          <dl class="identity">
            <dt>{sources.fields.who}</dt>
            <dd dir="auto">{identity.name}</dd>
            <dt>{sources.fields.contact}</dt>
            <dd dir="auto">{identity.contact}</dd>
          </dl>
        )}
        {mayLook && (
          <details>
            <summary>{confidential.change}</summary>
            <form method="post" action={`${here}/identity`} class="source-form" autocomplete="off">
              <Identifying identity={identity ?? { name: "", contact: "" }} words={sources} />
              <Keep words={sources} />
            </form>
          </details>
        )}
      </section>
      <section aria-labelledby="told">
        <h2 id="told">{confidential.wordsTitle}</h2>
        <form method="post" action={`${here}/words`} class="source-form">
          <TextField
            name="words"
            label={sources.fields.words}
            hint={sources.hints.words}
            value={source.name}
            required
            dir="auto"
          />
          <Keep words={sources} />
        </form>
      </section>
      {sharing && (
        <section aria-labelledby="readers">
          <h2 id="readers">{confidential.readers}</h2>
          <form method="post" action={`${here}/readers`}>
            <p class="hint">{confidential.readersHint}</p>
            {sharing.map(({ value, text, ticked }) => (
              <Tick name="reader" value={value} label={text} ticked={ticked} />
            ))}
            <Keep words={sources} />
          </form>
        </section>
      )}
      <Uses uses={uses} words={sources} />
    </>
  );
};
