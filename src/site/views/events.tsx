/** Events as a list, and what became of what a story said was to come. */
import type { Child } from "hono/jsx";
import type { Words } from "../words/words.ts";
import { Labelled } from "./labelled.tsx";
import { Time } from "./moment.tsx";
import { Tags } from "./tags.tsx";
import type { EventLine as EventValues, Moment, TimeInStory } from "./values.ts";

type TimeProps = { readonly time: TimeInStory; readonly words: Words };

export const EventsInStory = ({ time: { events, timelines, before }, words }: TimeProps) => (
  <>
    {events.length > 0 && (
      <section aria-labelledby="events">
        <h2 id="events">{words.time.events}</h2>
        <ol class="events">
          {events.map((event) => (
            <EventLine event={event} words={words} />
          ))}
        </ol>
      </section>
    )}
    <Tags title={words.time.timelines} links={timelines} />
    <Tags title={words.time.before} links={before} />
  </>
);

export const Became = ({ time: { became }, words }: TimeProps) =>
  became.length === 0 ? null : (
    <section aria-labelledby="became" class="became">
      <h2 id="became">{words.time.became}</h2>
      <ul>
        {became.map(({ sentence, state, outcome, story }) => (
          <li>
            <blockquote>
              <Labelled text={sentence} />
            </blockquote>
            <p>
              <strong>{words.time.states[state]}</strong> <Labelled text={outcome} />
              {story && (
                <>
                  {" "}
                  {words.time.readOn} <a href={story.href}>{story.text}</a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

type EventLineProps = { readonly event: EventValues; readonly words: Words; readonly children?: Child };

export const EventLine = ({
  event: { id, when, title, words: more, language, sources },
  words,
  children,
}: EventLineProps) => (
  <li id={id}>
    <p class="when">
      <When when={when} />
    </p>
    <div lang={language} dir={language === undefined ? undefined : "auto"}>
      <p class="what">
        <Labelled text={title} />
      </p>
      {more.length > 0 && (
        <p>
          <Labelled text={more} />
        </p>
      )}
    </div>
    {sources.length > 0 && (
      <p class="kind">
        {words.time.sources}{" "}
        {sources.map(({ text, href }, at) => (
          <>
            {at > 0 && "; "}
            {href === undefined ? <cite>{text}</cite> : <a href={href}>{text}</a>}
          </>
        ))}
      </p>
    )}
    {children}
  </li>
);

const When = ({ when }: { readonly when: Moment }) =>
  when.iso === "" ? <span>{when.text}</span> : <Time moment={when} />;
