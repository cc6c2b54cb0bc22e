/** How an edition labels: its rule in sentences, and every organisation of the register. */
import type { Child } from "hono/jsx";
import { jurisdictionName } from "#lib/languages.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Notice } from "./notice.tsx";
import type { LabelRule, LabelsPageValues, NumberedLeaf } from "./values.ts";

export const LabelsPage = ({ frame, head, rule, total, organisations, leaf }: LabelsPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <h1>{words.howWeLabel}</h1>
        <p class="introduction">{words.labels.introduction}</p>
        {head.data && (
          <p class="print">
            <a href={head.data.href} type="application/json">
              {words.labels.asData}
            </a>
          </p>
        )}
      </header>
      <section aria-labelledby="rule">
        <h2 id="rule">{words.labels.rule}</h2>
        {rule.jurisdictions.length === 0 && <p>{words.labels.noRule}</p>}
        <Rule rule={rule} words={words} language={language} />
        <Notice>
          <p>{words.labels.neutrality}</p>
        </Notice>
      </section>
      <section aria-labelledby="organisations">
        <h2 id="organisations">
          {words.labels.organisations}
          {total > 0 && <span class="count"> {new Intl.NumberFormat(language).format(total)}</span>}
        </h2>
        {organisations.length === 0 && <p>{words.labels.noOrganisations}</p>}
        {organisations.length > 0 && (
          <ul class="register">
            {organisations.map((organisation) => (
              <RegisterEntry organisation={organisation} words={words} language={language} />
            ))}
          </ul>
        )}
        <Leaves leaf={leaf} words={words} />
      </section>
    </Layout>
  );
};

type RuleProps = { readonly rule: LabelRule; readonly words: Words; readonly language: string };

const Rule = ({ rule, words: { labels }, words, language }: RuleProps) => {
  const list = new Intl.ListFormat(language);
  const isLabelling = rule.jurisdictions.length > 0;
  const isPrinting = isLabelling && rule.scope !== "none";
  return (
    <dl class="facts">
      {isLabelling && (
        <>
          <Fact name={labels.jurisdictions}>
            {list.format(rule.jurisdictions.map((code) => jurisdictionName(code, language)))}
          </Fact>
          <Fact name={labels.scopeTitle}>
            {labels.scopes[rule.scope]}
            {hasStyle(rule) && ` ${labels.styles[rule.style]}`} {labels.asked}
          </Fact>
        </>
      )}
      {isPrinting && rule.notice && (
        <Fact
          name={labels.noticeTitle}
        >{`${labels.places[rule.notice.place]}, ${sizeOf(rule.notice.size, words, language)}`}</Fact>
      )}
      {isPrinting && (
        <Fact name={labels.surfacesTitle}>
          {rule.surfaces.off.length === 0
            ? labels.everywhere
            : labels.notIn(list.format(rule.surfaces.off.map((surface) => labels.surfaces[surface])))}
        </Fact>
      )}
      {isPrinting && hasStyle(rule) && rule.style === "inline" && (
        <Fact name={labels.quotationsTitle}>{labels.quotations[rule.quotations]}</Fact>
      )}
      {isPrinting && rule.ownWords.length > 0 && (
        <Fact name={labels.ownWordsTitle}>
          {rule.ownWords.map(({ jurisdiction, words }) => (
            <p>
              {jurisdictionName(jurisdiction, language)}: <q>{words}</q>
            </p>
          ))}
        </Fact>
      )}
      {isPrinting && rule.folds && <Fact name={labels.foldsTitle}>{labels.folds}</Fact>}
      {isLabelling && <Fact name={labels.asOfTitle}>{asOf(rule, words)}</Fact>}
      {rule.notices.length > 0 && (
        <Fact name={labels.noticesTitle}>
          {rule.notices.map((notice) => (
            <Statement notice={notice} words={words} language={language} />
          ))}
        </Fact>
      )}
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children?: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

type StatementProps = {
  readonly notice: LabelRule["notices"][number];
  readonly words: Words;
  readonly language: string;
};

const Statement = ({ notice, words, language }: StatementProps) => {
  const { labels } = words;
  const on =
    notice.jurisdiction === undefined
      ? labels.noticeOn[notice.on]
      : labels.noticeFor(jurisdictionName(notice.jurisdiction, language));
  return (
    <div class="statement-rule">
      <p>
        {on} <q>{notice.words}</q>
      </p>
      <p>{`${labels.places[notice.place]}, ${sizeOf(notice.size, words, language)}`}</p>
      {notice.basis !== "" && (
        <p class="entry-facts">
          {labels.basis} <bdi>{notice.basis}</bdi>
        </p>
      )}
    </div>
  );
};

function sizeOf(size: number, { labels }: Words, language: string): string {
  if (size === 100) return labels.asLarge;
  return labels.larger(new Intl.NumberFormat(language, { style: "percent" }).format(size / 100));
}

function hasStyle({ scope }: LabelRule): boolean {
  return scope !== "none" && scope !== "document";
}

function asOf({ asOf }: LabelRule, { labels }: Words): string {
  if (asOf === "today") return labels.asOfToday;
  return asOf === "publication" ? labels.asOfPublication : labels.asOfDay(asOf.text);
}

const Leaves = ({ leaf, words: { labels } }: { readonly leaf: NumberedLeaf; readonly words: Words }) => {
  if (leaf.pages < 2) return null;
  return (
    <nav class="paging" aria-label={labels.pages}>
      {leaf.before !== undefined && (
        <a href={leaf.before} rel="prev">
          {labels.before}
        </a>
      )}
      <span>{labels.pageOf(leaf.page, leaf.pages)}</span>
      {leaf.after !== undefined && (
        <a class="older" href={leaf.after} rel="next">
          {labels.after}
        </a>
      )}
    </nav>
  );
};

type RegisterEntryProps = {
  readonly organisation: LabelsPageValues["organisations"][number];
  readonly words: Words;
  readonly language: string;
};

const RegisterEntry = ({ organisation, words, language }: RegisterEntryProps) => (
  <li>
    <p class="entry-name">
      <a href={organisation.href} lang={organisation.language}>
        {organisation.name}
      </a>
    </p>
    <p class="entry-label">
      {organisation.wording === undefined ? words.labels.printsNothing : `${words.labels.printed}: `}
      {organisation.wording !== undefined && <q>{organisation.wording}</q>}
    </p>
    <ul class="entry-facts">
      {organisation.designations.map((designation) => (
        <li>
          {jurisdictionName(designation.jurisdiction, language)}, {designation.authority}:{" "}
          <Time moment={designation.from} />
          {designation.until && (
            <>
              {" – "}
              <Time moment={designation.until} />
            </>
          )}
        </li>
      ))}
    </ul>
  </li>
);
