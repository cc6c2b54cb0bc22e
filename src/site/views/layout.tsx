/** What stands round every page: the head, the masthead, the foot. The doctype is put before it by who answers. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { type Words, wordsFor } from "../words/words.ts";
import { HeadOf } from "./head.tsx";
import { Time } from "./moment.tsx";
import { Image } from "./picture.tsx";
import type { Frame, Head, Moment } from "./values.ts";

type LayoutProps = {
  readonly frame: Frame;
  readonly head: Head;
  /** Class of the main part: the grid it is set in. */
  readonly kind: string;
  /** Only the front page has the large masthead, with the day below it. */
  readonly day?: Moment;
  readonly children?: Child;
};

export const Layout = ({ frame, head, kind, day, children }: LayoutProps) => {
  const { words } = wordsFor(frame.edition.language);
  return (
    <html lang={frame.edition.language} dir={frame.direction}>
      {/* By itself: for each link in it the views' engine looks through all that is printed with it. */}
      {raw(`${<HeadOf frame={frame} head={head} />}`)}
      <body>
        <a class="skip" href="#text">
          {words.skip}
        </a>
        <Masthead frame={frame} words={words} {...(day && { day })} />
        <main id="text" class={kind}>
          {children}
        </main>
        <Foot frame={frame} words={words} />
      </body>
    </html>
  );
};

const Masthead = ({ frame, words, day }: { frame: Frame; words: Words; day?: Moment }) => (
  <header class={day ? "masthead front-masthead" : "masthead"}>
    <div class="strip">
      {day && (
        <p class="day">
          <Time moment={day} />
        </p>
      )}
      <EditionSwitch frame={frame} words={words} />
      <a class="to-search" href={frame.search}>
        {words.search.title}
      </a>
    </div>
    {day ? (
      <h1 class="nameplate">
        <Name frame={frame} />
      </h1>
    ) : (
      <p class="nameplate">
        <Name frame={frame} />
      </p>
    )}
    {day && frame.motto && <p class="motto">{frame.motto}</p>}
    {frame.sections.length > 0 && (
      <nav class="sections" aria-label={words.sections}>
        <ul>
          {frame.sections.map(({ href, text, current }) => (
            <li>
              <a href={href} aria-current={current ? "page" : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )}
  </header>
);

const Name = ({ frame }: { frame: Frame }) => (
  <a href={frame.edition.href}>
    {frame.logo && <Image picture={frame.logo} sizes="8rem" />}
    {frame.agency}
  </a>
);

const EditionSwitch = ({ frame, words }: { frame: Frame; words: Words }) =>
  frame.editions.length < 2 ? null : (
    <nav class="editions" aria-label={words.editions}>
      <ul>
        {frame.editions.map(({ name, language, href, current }) => (
          <li>
            <a href={href} lang={language} hreflang={language} aria-current={current ? "true" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

const Foot = ({ frame, words }: { frame: Frame; words: Words }) => {
  const links = [
    { href: frame.edition.href, text: words.frontPage },
    { href: frame.foot.archive, text: words.archive },
    { href: frame.search, text: words.search.title },
    { href: frame.foot.people, text: words.people },
    { href: frame.foot.corrections, text: words.record.corrections },
    { href: frame.foot.labels, text: words.howWeLabel },
    { href: frame.foot.log, text: words.log.title },
    ...(frame.foot.links ?? []),
  ];
  return (
    <footer class="foot">
      <p class="foot-name">{frame.agency}</p>
      {frame.foot.contact !== undefined && (
        <p>
          <a href={frame.foot.contact}>{frame.foot.contact.replace(/^mailto:/, "")}</a>
        </p>
      )}
      <nav aria-label={words.aboutEdition}>
        <ul>{links.map(({ href, text }) => href !== undefined && <FootLink href={href} text={text} />)}</ul>
      </nav>
      {frame.feeds.length > 0 && (
        <nav aria-label={words.feeds}>
          <ul>
            {frame.feeds.map(({ href, type, title }) => (
              <li>
                <a href={href} type={type}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  );
};

const FootLink = ({ href, text }: { href: string; text: string }) => (
  <li>
    <a href={href}>{text}</a>
  </li>
);
