/** How an edition labels: its rule in sentences, and every organisation of the register. */

import { jurisdictionName } from "#lib/languages.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Notice } from "./notice.tsx";
import type { LabelRule, LabelsPageValues } from "./values.ts";

export const LabelsPage = ({ frame, head, rule, organisations }: LabelsPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <h1>{words.howWeLabel}</h1>
        <p class="introduction">{words.labels.introduction}</p>
      </header>
      <section aria-labelledby="rule">
        <h2 id="rule">{words.labels.rule}</h2>
        {rule.jurisdictions.length > 0 ? (
          <Rule rule={rule} words={words} language={language} />
        ) : (
          <p>{words.labels.noRule}</p>
        )}
        <Notice>
          <p>{words.labels.neutrality}</p>
        </Notice>
      </section>
      <section aria-labelledby="organisations">
        <h2 id="organisations">{words.labels.organisations}</h2>
        {organisations.length === 0 && <p>{words.labels.noOrganisations}</p>}
        {organisations.length > 0 && (
          <ul class="register">
            {organisations.map((organisation) => (
              <RegisterEntry organisation={organisation} words={words} language={language} />
            ))}
          </ul>
        )}
      </section>
    </Layout>
  );
};

const Rule = ({ rule, words, language }: { rule: LabelRule; words: Words; language: string }) => (
  <dl class="facts">
    <div>
      <dt>{words.labels.jurisdictions}</dt>
      <dd>
        {new Intl.ListFormat(language).format(rule.jurisdictions.map((code) => jurisdictionName(code, language)))}
      </dd>
    </div>
    <div>
      <dt>{words.labels.scopeTitle}</dt>
      <dd>
        {words.labels.scopes[rule.scope]}
        {hasStyle(rule) && ` ${words.labels.styles[rule.style]}`}
      </dd>
    </div>
    <div>
      <dt>{words.labels.asOfTitle}</dt>
      <dd>{asOf(rule, words)}</dd>
    </div>
  </dl>
);

function hasStyle({ scope }: LabelRule): boolean {
  return scope !== "none" && scope !== "document";
}

function asOf({ asOf }: LabelRule, { labels }: Words): string {
  if (asOf === "today") return labels.asOfToday;
  return asOf === "publication" ? labels.asOfPublication : labels.asOfDay(asOf.text);
}

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
