/** What pre-flight found, what blocks first, each with its reason and a way to mend it. */
import type { CheckCode, Finding, Severity } from "#agency/preflight/preflight.ts";
import { reasonIn } from "../words/label-reasons.ts";
import type { DeskWords } from "../words/words.ts";

const SEVERITIES: readonly Severity[] = ["block", "ask", "note"];

// What is told of sources is looked at beside them.
const AT_SOURCES: ReadonlySet<CheckCode> = new Set([
  "quotation-altered",
  "quotation-not-found",
  "quotation-translated",
  "quotation-of-another",
  "figure-differs",
  "date-differs",
  "name-differs",
  "source-not-kept",
]);
const DIFFER: ReadonlySet<CheckCode> = new Set(["figure-differs", "date-differs", "name-differs"]);

// What stands with the article and not in its text is mended on another page.
const IN_DETAILS: ReadonlySet<CheckCode> = new Set(["embargo-holds", "section-missing", "edition-missing"]);

type FindingsProps = {
  readonly articleId: string;
  readonly findings: readonly Finding[];
  readonly words: DeskWords;
};

export const Findings = ({ articleId, findings, words }: FindingsProps) => {
  const { preflight } = words;
  const address = `/desk/articles/${articleId}`;
  const hasLinks = findings.some(({ code }) => code === "link-unchecked" || code === "link-broken");
  return (
    <>
      <p class="introduction">{findings.length > 0 ? preflight.introduction : preflight.clear}</p>
      {SEVERITIES.map((severity) => {
        const found = findings.filter((finding) => finding.severity === severity);
        return found.length === 0 ? null : (
          <section class={`findings ${severity}`} aria-labelledby={`found-${severity}`}>
            <h2 id={`found-${severity}`}>{preflight.severities[severity].title}</h2>
            <p class="hint">{preflight.severities[severity].sentence}</p>
            <ul>
              {found.map((finding) => (
                <OneFinding finding={finding} address={address} words={words} />
              ))}
            </ul>
          </section>
        );
      })}
      {hasLinks && (
        <form method="post" action={`${address}/pre-flight/links`}>
          <p class="buttons">
            <button type="submit">{preflight.checkLinks}</button>
          </p>
        </form>
      )}
    </>
  );
};

type OneFindingProps = {
  readonly finding: Finding;
  readonly address: string;
  readonly words: DeskWords;
};

const OneFinding = ({ finding, address, words }: OneFindingProps) => {
  const { code } = finding;
  const { preflight } = words;
  return (
    <li>
      <p>
        <FindingWords finding={finding} words={words} />
      </p>
      <p class="hint">
        {preflight.findings[code].mend}{" "}
        {IN_DETAILS.has(code) ? (
          <a href={`${address}/details`}>{preflight.toDetails}</a>
        ) : AT_SOURCES.has(code) ? (
          <a href={`${address}/sources`}>{preflight.toSources}</a>
        ) : (
          <a href={address}>{preflight.toText}</a>
        )}
      </p>
    </li>
  );
};

type FindingWordsProps = { readonly finding: Finding; readonly words: Pick<DeskWords, "preflight" | "language"> };

/** What was found, with the words it is about. */
export const FindingWords = ({ finding, words }: FindingWordsProps) => {
  const { code, passage = "" } = finding;
  return (
    <>
      {passage !== "" && (HAS_MARKS.test(passage) ? <bdi>{passage}</bdi> : <q dir="auto">{passage}</q>)}{" "}
      {words.preflight.findings[code].found(detailIn(finding, words))}
    </>
  );
};

// A quotation of the text brings its own marks, whatever its language has.
const HAS_MARKS = /^["'“”„«‹‘‚「『].*["'”“»›’」』]$/su;

function detailIn(
  { code, detail = "", instead }: Finding,
  { preflight, language }: FindingWordsProps["words"],
): string {
  if (code === "link-broken") return linkState(detail, preflight);
  if (DIFFER.has(code)) return preflight.differs(detail, instead);
  return code === "mention-doubtful" ? reasonIn(language, detail) : detail;
}

function linkState(state: string, { linkStates, linkStatus }: DeskWords["preflight"]): string {
  const known: Readonly<Record<string, string>> = linkStates;
  return known[state] ?? linkStatus(state);
}
