/** A story's quotations with what their sources bear out, its sentences with what they rest on, and a way to give them more. */
import type { CheckedQuotation } from "#agency/sources/checks.ts";
import type { Source } from "#agency/sources/sources.ts";
import type { CitableSentence } from "#text/quotes/cite.ts";
import type { DeskWords } from "../words/words.ts";
import { Problem, TextField } from "./fields.tsx";
import { SourceFacts } from "./sources.tsx";

type Sentence = CitableSentence & { readonly place: number };

type ArticleSourcesProps = {
  readonly articleId: string;
  /** The version of the text the page was made from. */
  readonly version: number;
  readonly language: string;
  readonly quotations: readonly CheckedQuotation[];
  readonly sentences: readonly Sentence[];
  readonly cited: ReadonlyMap<string, Source>;
  readonly query: string;
  readonly found: readonly Source[];
  readonly problem: string | undefined;
  readonly words: DeskWords;
};

export const ArticleSources = (props: ArticleSourcesProps) => {
  const { articleId, language, quotations, problem, words } = props;
  const { article } = words.sources;
  return (
    <div class="article-sources">
      <p class="introduction">{article.introduction}</p>
      {problem !== undefined && <Problem>{problem}</Problem>}
      <section aria-labelledby="quotations">
        <h2 id="quotations">{article.quotations}</h2>
        {quotations.length === 0 ? (
          <p>{article.noQuotations}</p>
        ) : (
          <ul class="quotations">
            {quotations.map((one, at) => (
              <li>
                <Quotation quotation={one} place={at} articleId={articleId} language={language} words={words} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Resting {...props} />
      <Citing {...props} />
    </div>
  );
};

type QuotationProps = {
  readonly quotation: CheckedQuotation;
  readonly place: number;
  readonly articleId: string;
  readonly language: string;
  readonly words: DeskWords;
};

const Quotation = ({ quotation, place, articleId, language, words: { sources } }: QuotationProps) => {
  const { article } = sources;
  const { words, speaker, office, checked } = quotation;
  const verdict = checked?.verdict;
  return (
    <>
      <blockquote lang={language} dir="auto">
        <p>{words}</p>
      </blockquote>
      <p>
        {speaker !== "" && (
          <>
            <bdi>{speaker}</bdi>
            {office !== "" && (
              <>
                {", "}
                <bdi>{office}</bdi>
              </>
            )}
            {" · "}
          </>
        )}
        <strong class={`verdict ${verdict?.verdict ?? "unchecked"}`}>
          {article.verdicts[verdict?.verdict ?? "unchecked"]}
        </strong>{" "}
        {checked && (
          <a href={`/desk/sources/${encodeURIComponent(checked.source.id)}`} class="quiet" dir="auto">
            {article.accordingTo(checked.source.name, checked.verdict.page)}
          </a>
        )}
      </p>
      {verdict?.verdict === "shortened" && <p class="hint">{article.leftOut(verdict.leftOut)}</p>}
      {(verdict?.verdict === "shortened" || verdict?.verdict === "same") && verdict.passage !== words && (
        <p class="passage" dir="auto" lang={checked?.source.language ?? undefined}>
          {verdict.passage}
        </p>
      )}
      {verdict?.verdict === "altered" && (
        <p class="passage" dir="auto">
          {verdict.difference.map(({ kind, text }) =>
            kind === "removed" ? (
              <del title={article.removed}>{text}</del>
            ) : kind === "added" ? (
              <ins title={article.added}>{text}</ins>
            ) : (
              text
            ),
          )}
        </p>
      )}
      {verdict?.verdict === "translated" && verdict.original !== undefined && (
        <p class="passage" dir="auto" lang={checked?.source.language ?? undefined}>
          {verdict.original}
        </p>
      )}
      {verdict?.verdict === "translated" && verdict.original === undefined && (
        <form method="post" action={`/desk/articles/${articleId}/sources/original`}>
          <input type="hidden" name="quotation" value={quotation.key} />
          {verdict.likely.length > 0 && (
            <>
              <p class="hint">{article.likely}</p>
              {verdict.likely.map((passage) => (
                <p class="passage" dir="auto" lang={checked?.source.language ?? undefined}>
                  {passage}
                </p>
              ))}
            </>
          )}
          <div class="field">
            <label for={`original-${place}`}>{article.original}</label>
            <p class="hint" id={`original-${place}-hint`}>
              {article.originalHint}
            </p>
            <textarea
              id={`original-${place}`}
              name="original"
              rows={2}
              dir="auto"
              aria-describedby={`original-${place}-hint`}
            >
              {`\n${verdict.likely.length === 1 ? (verdict.likely[0] ?? "") : ""}`}
            </textarea>
          </div>
          <p class="buttons">
            <button type="submit">{article.nameOriginal}</button>
          </p>
        </form>
      )}
    </>
  );
};

const Resting = ({ articleId, version, language, sentences, cited, words: { sources } }: ArticleSourcesProps) => {
  const resting = sentences.filter((sentence) => sentence.sources.length > 0);
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">{sources.article.rests}</h2>
      {resting.length === 0 ? (
        <p>{sources.article.restsOnNothing}</p>
      ) : (
        <ol class="resting">
          {resting.map((sentence) => (
            <li>
              <p lang={language} dir="auto">
                {sentence.words}
              </p>
              <ul>
                {sentence.sources.map((id) => {
                  const source = cited.get(id);
                  return source === undefined ? null : (
                    <li>
                      <form method="post" action={`/desk/articles/${articleId}/sources/take`}>
                        <input type="hidden" name="version" value={version} />
                        <input type="hidden" name="sentence" value={sentence.place} />
                        <input type="hidden" name="source" value={id} />
                        <a href={`/desk/sources/${encodeURIComponent(id)}`} dir="auto">
                          {source.name}
                        </a>{" "}
                        <button type="submit" class="plain">
                          {sources.article.take}
                        </button>
                      </form>
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const Citing = ({ articleId, version, sentences, query, found, words: { sources } }: ArticleSourcesProps) => {
  const { article } = sources;
  const here = `/desk/articles/${articleId}/sources`;
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">{article.cite}</h2>
      <p class="hint">{article.citeHint}</p>
      <form method="get" action={`${here}#cite`} class="filters">
        <TextField name="q" label={sources.find} value={query} type="search" dir="auto" />
        <p class="buttons">
          <button type="submit">{sources.show}</button>
        </p>
      </form>
      {found.length === 0 ? (
        <p>{article.nothingFound}</p>
      ) : (
        <form method="post" action={`${here}/cite`}>
          <input type="hidden" name="version" value={version} />
          <div class="field">
            <label for="sentence">{article.sentence}</label>
            <select id="sentence" name="sentence" dir="auto">
              {sentences.map(({ words, place }) => (
                <option value={place}>{shortened(words)}</option>
              ))}
            </select>
          </div>
          <fieldset class="found-sources">
            <legend>{article.source}</legend>
            {found.map((source, at) => (
              <p class="tick">
                <input
                  id={`found-${at}`}
                  type="radio"
                  name="source"
                  value={source.id}
                  required
                  checked={found.length === 1}
                />
                <label for={`found-${at}`}>
                  <bdi>{source.name}</bdi>{" "}
                  <span class="quiet">
                    <SourceFacts source={source} words={sources} />
                  </span>
                </label>
              </p>
            ))}
          </fieldset>
          <p class="buttons">
            <button type="submit" class="main">
              {article.citeIt}
            </button>
          </p>
        </form>
      )}
      <p class="buttons">
        <a class="button" href="/desk/sources#add">
          {article.newSource}
        </a>
      </p>
    </section>
  );
};

const LONGEST_OPTION = 110;

function shortened(words: string): string {
  return words.length > LONGEST_OPTION ? `${words.slice(0, LONGEST_OPTION).trimEnd()}…` : words;
}
