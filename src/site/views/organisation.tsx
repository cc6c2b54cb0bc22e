/** Why a name is labelled: its names, who designated it, when, until when, where to read it, where we wrote about it. */

import { jurisdictionName } from "#lib/languages.ts";
import { isWebAddress } from "#text/document/links.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { River } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import { Notice } from "./notice.tsx";
import { Paging } from "./paging.tsx";
import type { Designation, Happened, OrganisationPageValues } from "./values.ts";

export const OrganisationPage = (page: OrganisationPageValues) => {
  const { frame, head, name, names, designations, history, labels, cards, paging } = page;
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="document">
      <header class="list-head">
        <p class="kicker">{words.organisation.kind}</p>
        <h1 lang={page.language}>{name}</h1>
        <p class="introduction">{words.organisation.introduction}</p>
        <p class="print">
          <a href={labels}>{words.howWeLabel}</a>
          {head.data && (
            <>
              {" · "}
              <a href={head.data.href} type="application/json">
                {words.labels.asData}
              </a>
            </>
          )}
        </p>
      </header>
      <section aria-labelledby="designations">
        <h2 id="designations">{words.organisation.designations}</h2>
        {designations.length === 0 && <Notice>{words.organisation.noDesignations}</Notice>}
        <div class="designations">
          {designations.map((designation) => (
            <DesignationFacts designation={designation} words={words} language={language} />
          ))}
        </div>
      </section>
      {names.length > 0 && (
        <section aria-labelledby="names">
          <h2 id="names">{words.organisation.names}</h2>
          <ul class="names">
            {names.map(({ text, language, kind, isAsked }) => (
              <li>
                <bdi lang={language}>{text}</bdi> <span class="kind">{words.organisation.nameKinds[kind]}</span>
                {isAsked && <span class="kind"> · {words.organisation.nameAsked}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {history.length > 0 && (
        <section aria-labelledby="history">
          <h2 id="history">{words.organisation.history}</h2>
          <p>{words.organisation.historySentence}</p>
          <ol class="chronicle">
            {history.map((one) => (
              <HappenedOn happened={one} words={words} />
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="mentions">
        <h2 id="mentions">{words.organisation.mentionedIn}</h2>
        {cards.length > 0 ? (
          <River cards={cards} level={3} words={words} language={language} />
        ) : (
          <p>{words.organisation.notMentioned}</p>
        )}
        <Paging paging={paging} words={words} />
      </section>
    </Layout>
  );
};

const HappenedOn = ({ happened, words }: { readonly happened: Happened; readonly words: Words }) => (
  <li class={`from-${happened.by}`}>
    <p>
      <Time moment={happened.day} />
      {happened.by === "register" && <span class="kind"> {words.organisation.inRegister}</span>}
      {happened.isToCome && <span class="kind"> {words.organisation.toCome}</span>}
    </p>
    {happened.lines.map((line) => (
      <p dir="auto">{line}</p>
    ))}
  </li>
);

type DesignationFactsProps = {
  readonly designation: Designation;
  readonly words: Words;
  readonly language: string;
};

const DesignationFacts = ({ designation, words, language }: DesignationFactsProps) => (
  <div class={designation.inForce ? "designation" : "designation lapsed"}>
    <h3>
      {jurisdictionName(designation.jurisdiction, language)} <span class="state">{stateOf(designation, words)}</span>
    </h3>
    <dl class="facts">
      <Fact name={words.organisation.authority} value={designation.authority} />
      {designation.decision !== "" && <Fact name={words.organisation.decision} value={designation.decision} />}
      <div>
        <dt>{words.organisation.from}</dt>
        <dd>
          <Time moment={designation.from} />
        </dd>
      </div>
      <div>
        <dt>{words.organisation.until}</dt>
        <dd>{designation.until ? <Time moment={designation.until} /> : words.organisation.noEnd}</dd>
      </div>
      <Fact name={words.organisation.wording} value={designation.wording} />
      {designation.reference !== undefined && (
        <div>
          <dt>{words.organisation.reference}</dt>
          <dd>
            {isWebAddress(designation.reference) ? (
              <LinkedReference href={designation.reference} words={words} />
            ) : (
              designation.reference
            )}
          </dd>
        </div>
      )}
    </dl>
  </div>
);

const LinkedReference = ({ href, words }: { href: string; words: Words }) => (
  <>
    <a href={href}>{words.organisation.readDecision}</a>{" "}
    <span class="kind" dir="ltr">
      {new URL(href).host}
    </span>
  </>
);

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function stateOf({ inForce, until }: Designation, { organisation }: Words): string {
  if (inForce) return organisation.inForce;
  return until ? organisation.ended : organisation.notYet;
}
