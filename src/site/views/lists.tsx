/** Pages that are a list: a section, a topic. */
import type { Child } from "hono/jsx";
import { wordsFor } from "../words/words.ts";
import { Card, River } from "./card.tsx";
import { Labelled, plain } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import { Paging } from "./paging.tsx";
import type {
  Card as CardValues,
  LabelledText,
  Page,
  Paging as PagingValues,
  SectionPageValues,
  TopicPageValues,
} from "./values.ts";

export const SectionPage = ({ frame, head, name, cards, paging }: SectionPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  // The newest leads the first page of a section; older pages are lists alone.
  const leads = paging.newer === undefined && cards[0]?.picture !== undefined;
  const [lead] = leads ? cards : [];
  return (
    <ListPage
      frame={frame}
      head={head}
      kicker={words.section}
      name={name}
      cards={leads ? cards.slice(1) : cards}
      paging={paging}
      section={false}
    >
      {lead && (
        <div class="list-lead">
          <Card card={lead} rank="lead" level={2} words={words} language={language} section={false} />
        </div>
      )}
    </ListPage>
  );
};

export const TopicPage = ({ description, ...page }: TopicPageValues) => {
  const { words } = wordsFor(page.frame.edition.language);
  return (
    <ListPage kicker={words.topic} {...page} section>
      {plain(description) !== "" && (
        <p class="introduction">
          <Labelled text={description} />
        </p>
      )}
    </ListPage>
  );
};

type ListPageProps = Page & {
  readonly kicker: string;
  readonly name: LabelledText;
  readonly cards: readonly CardValues[];
  readonly paging: PagingValues;
  readonly section: boolean;
  readonly children?: Child;
};

const ListPage = ({ frame, head, kicker, name, cards, paging, section, children }: ListPageProps) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="list">
      <header class="list-head">
        <p class="kicker">{kicker}</p>
        <h1>
          <Labelled text={name} />
        </h1>
      </header>
      {children}
      {cards.length > 0 && <River cards={cards} level={2} words={words} language={language} section={section} />}
      {cards.length === 0 && !children && <Notice>{words.nothingYet}</Notice>}
      <Paging paging={paging} words={words} />
    </Layout>
  );
};
