/** The front page: one lead, what stands beside it, the newest, then each section. */
import { type Words, wordsFor } from "../words/words.ts";
import { Card, type Rank } from "./card.tsx";
import { Labelled } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import type { Card as CardValues, FrontPageValues } from "./values.ts";

// The columns beside the lead, as DESIGN.md draws them.
const SECONDS = 2;
const BRIEFS = 5;
// Fewer stories than this have the width for their picture beside the words.
const FULL_ROW = 3;

export const FrontPage = ({ frame, head, day, banner, cards, sections }: FrontPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  const [lead, ...others] = cards;
  const print = { words, language };
  const filled = sections.filter((section) => section.cards.length > 0);
  return (
    <Layout frame={frame} head={head} kind="front" day={day}>
      {banner && (
        <p class="banner">
          {banner.href === null ? (
            <Labelled text={banner.text} />
          ) : (
            <a href={banner.href}>
              <Labelled text={banner.text} links={false} />
            </a>
          )}
        </p>
      )}
      {lead ? <TopStories lead={lead} others={others} {...print} /> : <Notice>{words.nothingYet}</Notice>}
      {filled.length > 0 && (
        <div class="blocks">
          {filled.map(({ section, cards }) => (
            <section class={cards.length === 1 ? "block single" : "block"} aria-labelledby={idOf(section.href)}>
              <h2 class="block-name" id={idOf(section.href)}>
                <a href={section.href}>{section.text}</a>
              </h2>
              <div class={`block-grid of-${Math.min(cards.length, 4)}`}>
                {cards.map((card, place) => (
                  <Card card={card} rank={place === 0 ? "second" : "plain"} level={3} section={false} {...print} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
    </Layout>
  );
};

type TopStoriesProps = {
  readonly lead: CardValues;
  readonly others: readonly CardValues[];
  readonly words: Words;
  readonly language: string;
};

const TopStories = ({ lead, others, ...print }: TopStoriesProps) => {
  const seconds = others.slice(0, SECONDS);
  const briefs = others.slice(SECONDS, SECONDS + BRIEFS);
  const [below, ...rest] = others.slice(SECONDS + BRIEFS);
  return (
    <>
      <div class={`top columns-${1 + Number(seconds.length > 0) + Number(briefs.length > 0)}`}>
        <Card card={lead} rank="lead" level={2} {...print} />
        {seconds.length > 0 && (
          <div class="seconds">
            <Cards cards={seconds} rank="second" level={2} {...print} />
          </div>
        )}
        {briefs.length > 0 && (
          <section class="briefs" aria-labelledby="latest">
            <h2 class="briefs-name" id="latest">
              {print.words.latest}
            </h2>
            <Cards cards={briefs} rank="brief" level={3} {...print} />
          </section>
        )}
        {below && (
          <div class="below-lead beside">
            <Card card={below} rank="plain" level={2} {...print} />
          </div>
        )}
      </div>
      {rest.length > 0 && (
        <div class={rest.length < FULL_ROW ? "rest beside" : "rest"}>
          <Cards cards={rest} rank="plain" level={2} {...print} />
        </div>
      )}
    </>
  );
};

type CardsProps = {
  readonly cards: readonly CardValues[];
  readonly rank: Rank;
  readonly level: 2 | 3;
  readonly words: Words;
  readonly language: string;
};

const Cards = ({ cards, ...rest }: CardsProps) => (
  <>
    {cards.map((card) => (
      <Card card={card} {...rest} />
    ))}
  </>
);

function idOf(href: string): string {
  return `section-${href.split("/").at(-1)}`;
}
