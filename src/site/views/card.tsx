/** An article in a list. Its headline is its one link and covers the picture; names and section stay links of their own. */
import type { Words } from "../words/words.ts";
import { Byline } from "./byline.tsx";
import { Labelled } from "./labelled.tsx";
import { Time } from "./moment.tsx";
import { Image } from "./picture.tsx";
import type { Card as CardValues } from "./values.ts";

/**
 * `lead` opens a front page, `second` stands beside it, `plain` fills a grid,
 * `brief` has no picture and no standfirst, `row` is a line of a long list.
 */
export type Rank = "lead" | "second" | "plain" | "brief" | "row";

export type CardProps = {
  readonly card: CardValues;
  readonly rank: Rank;
  readonly level: 2 | 3;
  readonly words: Words;
  readonly language: string;
  /** Not where the whole list is of one section. */
  readonly section?: boolean;
};

const SIZES: Readonly<Record<Rank, string>> = {
  lead: "(min-width: 64rem) 38rem, 100vw",
  second: "(min-width: 64rem) 18rem, (min-width: 40rem) 50vw, 100vw",
  plain: "(min-width: 64rem) 18rem, (min-width: 40rem) 50vw, 100vw",
  brief: "1px",
  row: "14rem",
};

export const Card = ({ card, rank, level, words, language, section = true }: CardProps) => {
  const Headline = `h${level}` as const;
  const picture = rank === "brief" ? undefined : card.picture;
  return (
    <article class={`card ${rank}${picture ? "" : " bare"}`}>
      {section && card.section && <Kicker section={card.section} />}
      <Headline class="headline">
        <a href={card.href}>
          <Labelled text={card.headline} links={false} />
        </a>
      </Headline>
      {rank !== "brief" && card.standfirst.length > 0 && (
        <p class="summary">
          <Labelled text={card.standfirst} links={false} />
        </p>
      )}
      <p class="print">
        {rank !== "brief" && card.authors.length > 0 && (
          <Byline authors={card.authors} words={words} language={language} />
        )}
        <Time moment={card.published} />
        {card.mark !== undefined && <span class="mark">{card.mark}</span>}
      </p>
      {picture && (
        <div class="card-picture">
          <Image picture={picture} sizes={SIZES[rank]} first={rank === "lead"} />
        </div>
      )}
    </article>
  );
};

export const Kicker = ({ section }: { section: NonNullable<CardValues["section"]> }) => (
  <p class="kicker">
    <a href={section.href}>{section.text}</a>
  </p>
);

/** A long list, newest first, a story a line. */
export const River = ({ cards, ...rest }: { cards: readonly CardValues[] } & Omit<CardProps, "card" | "rank">) => (
  <ol class="river">
    {cards.map((card) => (
      <li>
        <Card card={card} rank="row" {...rest} />
      </li>
    ))}
  </ol>
);
