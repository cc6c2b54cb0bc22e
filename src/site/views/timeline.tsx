/** A timeline: a list that reads from top to bottom, and above it the same drawn to scale. */
import { directionOf } from "#lib/direction.ts";
import { type Words, wordsFor } from "../words/words.ts";
import { EventLine } from "./events.tsx";
import { Labelled } from "./labelled.tsx";
import { Layout } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import type { TimelinePageValues, TimePicture } from "./values.ts";

export const TimelinePage = ({ frame, head, title, about, picture, events, json, calendar }: TimelinePageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="list">
      <header class="list-head">
        <p class="kicker">{words.time.kind}</p>
        <h1>
          <Labelled text={title} />
        </h1>
      </header>
      {about.length > 0 && (
        <p class="introduction">
          <Labelled text={about} />
        </p>
      )}
      {picture.marks.length > 1 && <Picture picture={picture} words={words} rtl={directionOf(language) === "rtl"} />}
      {events.length === 0 && <Notice>{words.time.noEvents}</Notice>}
      <ol class="events numbered">
        {events.map(({ stories, ...event }) => (
          <EventLine event={event} words={words}>
            {stories.length > 0 && (
              <p class="kind">
                {words.time.toldIn}:{" "}
                {stories.map(({ href, text }, at) => (
                  <>
                    {at > 0 && "; "}
                    <a href={href}>{text}</a>
                  </>
                ))}
              </p>
            )}
          </EventLine>
        ))}
      </ol>
      <ul class="as-data">
        <li>
          <a href={json}>
            {words.time.asData} (<bdi>TimelineJS</bdi>)
          </a>
        </li>
        <li>
          <a href={calendar}>
            {words.time.calendar} (<bdi>iCalendar</bdi>)
          </a>
        </li>
      </ul>
    </Layout>
  );
};

const ROW = 30;
const FOOT = 34;
const ROUND = 11;
const ZOOMS = ["1", "2", "3"] as const;

type PictureProps = { readonly picture: TimePicture; readonly words: Words; readonly rtl: boolean };

/** Drawn in hundredths of its width: how close one looks is how wide the sheet makes it, and the words keep their size. */
const Picture = ({ picture: { rows, ticks, marks }, words, rtl }: PictureProps) => {
  const height = rows * ROW + FOOT;
  const x = (at: number) => `${rtl ? 100 - at : at}%`;
  const description = words.time.picture(marks.length);
  return (
    <div class="time-picture">
      <fieldset class="zoom">
        <legend>{words.time.zoom}</legend>
        {ZOOMS.map((zoom, at) => (
          <label>
            <input type="radio" name="zoom" value={zoom} checked={at === 0} /> {words.time.closer[at]}
          </label>
        ))}
      </fieldset>
      <section class="time-strip" tabindex={0} aria-label={description}>
        <svg width="100%" height={height} aria-hidden="true" focusable="false">
          {ticks.map(({ at, text }) => (
            <>
              <line class="tick" x1={x(at)} x2={x(at)} y1="0" y2={height - FOOT + 8} />
              <text class="tick" x={x(at)} y={height - 8} text-anchor="middle">
                {text}
              </text>
            </>
          ))}
          {marks.map(({ number, title, from, to, row, isBefore, isVague }) => {
            const y = row * ROW + ROW / 2;
            return (
              <g class={isVague ? "mark vague" : "mark"}>
                {to > from && (
                  <line class="span" x1={x(from)} x2={x(to)} y1={y} y2={y} stroke-width="6" stroke-linecap="round" />
                )}
                <circle cx={x(from)} cy={y} r={ROUND} />
                <text class="number" x={x(from)} y={y + 4} text-anchor="middle">
                  {number}
                </text>
                <text
                  class="words"
                  x={x(isBefore ? from : to)}
                  y={y + 4}
                  dx={isBefore === rtl ? ROUND + 5 : -ROUND - 5}
                  text-anchor={isBefore ? "end" : "start"}
                >
                  {title}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
    </div>
  );
};
