/** Pages of the portal: what a client was sent, found and followed, one item of it, and what it has to acknowledge. */
import type { Child } from "hono/jsx";
import type { DeliveryKind } from "#agency/clients/clients.ts";
import { FORMATS } from "#text/wire/formats.ts";
import { portalWordsFor } from "../words/portal.ts";
import { Layout } from "./layout.tsx";
import { Time } from "./moment.tsx";
import type { Link, Moment, Page } from "./values.ts";

export type PortalItem = {
  readonly number: number;
  readonly figures: string;
  /** Of a notice: the earlier numbers of its story, as they are printed; else nothing. */
  readonly insteadOf: string;
  readonly version: string;
  readonly kind: DeliveryKind;
  /** Why it came, where its words are those of the number before. */
  readonly reason: string | undefined;
  /** Nothing for what was taken back. */
  readonly headline: string | undefined;
  /** Until when nobody may publish it. */
  readonly embargo: Moment | undefined;
  readonly at: Moment;
  /** Until when it is to be acknowledged, while it is not. */
  readonly by: Moment | undefined;
  readonly acknowledged: Moment | undefined;
};

type Portal = Page & { readonly client: string; readonly title: string; readonly children?: Child };

const PortalPage = ({ frame, head, client, title, children }: Portal) => {
  const said = portalWordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <header class="list-head">
        <p class="kicker">
          <a href="/wire/portal">{said.titleFor(client)}</a>
        </p>
        <h1 dir="auto">{title}</h1>
      </header>
      {children}
      <form class="own-all way-out" method="post" action="/wire/portal/sign-out">
        <p class="buttons">
          <button type="submit" class="plain">
            {said.signOut}
          </button>
        </p>
      </form>
    </Layout>
  );
};

type ListProps = Page & {
  readonly client: string;
  readonly words: string;
  readonly found: string | undefined;
  readonly isFollowed: boolean;
  readonly isFull: boolean;
  readonly followed: readonly (Link & { readonly fresh: string | undefined })[];
  readonly notices: readonly PortalItem[];
  readonly items: readonly PortalItem[];
  readonly earlier: string | undefined;
};

export const PortalListPage = ({ frame, head, client, words, found, isFollowed, isFull, ...rest }: ListProps) => {
  const said = portalWordsFor(frame.edition.language);
  const { followed, notices, items, earlier } = rest;
  return (
    <PortalPage frame={frame} head={head} client={client} title={words === "" ? said.newest : words}>
      {notices.length > 0 && <Notices said={said} notices={notices} />}
      <search>
        <form class="reply-form" action="/wire/portal">
          <p>
            <label for="words">{said.search}</label>
            <input id="words" name="q" type="search" value={words} dir="auto" maxlength={200} />
          </p>
          <p class="buttons">
            <button type="submit">{said.find}</button>
          </p>
        </form>
      </search>
      {followed.length > 0 && (
        <nav class="orders" aria-label={said.followed}>
          <ul>
            <li>
              <a href="/wire/portal" aria-current={words === "" ? "page" : undefined}>
                {said.all}
              </a>
            </li>
            {followed.map(({ href, text, fresh }) => (
              <li>
                <a href={href} aria-current={text === words ? "page" : undefined}>
                  <bdi>{text}</bdi>
                  {fresh !== undefined && ` (${fresh})`}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isFull && (
        <p class="problem" role="alert">
          {said.fullOfFollows}
        </p>
      )}
      {words !== "" && (
        <form class="own-all" method="post" action="/wire/portal/follow">
          <p role="status">{found}</p>
          <input type="hidden" name="words" value={words} />
          <p class="buttons">
            <button type="submit" name="do" value={isFollowed ? "unfollow" : "follow"} class="plain">
              {isFollowed ? said.unfollow : said.follow}
            </button>
          </p>
        </form>
      )}
      {items.length === 0 && <p>{said.nothing}</p>}
      <ItemList frame={frame} items={items} />
      {earlier !== undefined && (
        <p>
          <a href={earlier}>{said.earlier}</a>
        </p>
      )}
    </PortalPage>
  );
};

const ItemList = ({ frame, items }: Pick<Page, "frame"> & { readonly items: readonly PortalItem[] }) => {
  const said = portalWordsFor(frame.edition.language);
  return (
    <ol class="own" reversed={true}>
      {items.map((item) => (
        <li value={item.number}>
          <p>
            <a href={`/wire/portal/items/${item.number}`} dir="auto">
              {item.headline ?? said.takenBack}
            </a>
          </p>
          <p class="count">
            {said.kinds[item.kind]} · {said.number(item.figures)} · {said.version(item.version)} ·{" "}
            <Time moment={item.at} />
          </p>
          {item.reason !== undefined && <p>{item.reason}</p>}
          {item.embargo && <p>{said.embargo(item.embargo.text)}</p>}
        </li>
      ))}
    </ol>
  );
};

type NoticesProps = {
  readonly said: ReturnType<typeof portalWordsFor>;
  readonly notices: readonly PortalItem[];
};

const Notices = ({ said, notices }: NoticesProps) => (
  <section class="own-all" aria-labelledby="notices">
    <h2 id="notices">{said.notices}</h2>
    <NoticesForm said={said} notices={notices} />
  </section>
);

const NoticesForm = ({ said, notices }: NoticesProps) => (
  <>
    <p>{said.noticesHint}</p>
    <form method="post" action="/wire/portal/notices">
      <ol class="own">
        {notices.map((item) => (
          <li>
            <p>
              <strong>{said.kinds[item.kind]}</strong>{" "}
              <a href={`/wire/portal/items/${item.number}`} dir="auto">
                {item.headline ?? said.takenBack}
              </a>
            </p>
            <p class="count">
              {said.number(item.figures)}
              {item.insteadOf !== "" && ` · ${said.insteadOf(item.insteadOf)}`}
              {item.by && (
                <>
                  {" · "}
                  {said.by(item.by.text)}
                </>
              )}
            </p>
            <p class="buttons">
              <button
                type="submit"
                name="number"
                value={String(item.number)}
                aria-label={`${said.acknowledge}: ${said.number(item.figures)}`}
              >
                {said.acknowledge}
              </button>
            </p>
          </li>
        ))}
      </ol>
    </form>
  </>
);

type NoticesPageProps = Page & { readonly client: string; readonly notices: readonly PortalItem[] };

export const PortalNoticesPage = ({ frame, head, client, notices }: NoticesPageProps) => {
  const said = portalWordsFor(frame.edition.language);
  return (
    <PortalPage frame={frame} head={head} client={client} title={said.notices}>
      {notices.length === 0 ? <p role="status">{said.noNotices}</p> : <NoticesForm said={said} notices={notices} />}
    </PortalPage>
  );
};

type ItemProps = Page & {
  readonly client: string;
  readonly item: PortalItem;
  readonly history: readonly PortalItem[];
  /** As plain text; nothing where a newer version took its place. */
  readonly text: string | undefined;
  /** BCP 47 of the text. */
  readonly language: string;
};

export const PortalItemPage = ({ frame, head, client, item, history, text, language }: ItemProps) => {
  const said = portalWordsFor(frame.edition.language);
  return (
    <PortalPage frame={frame} head={head} client={client} title={item.headline ?? said.takenBack}>
      <p class="count">
        {said.kinds[item.kind]} · {said.number(item.figures)} · {said.version(item.version)} · <Time moment={item.at} />
      </p>
      {item.reason !== undefined && <p>{item.reason}</p>}
      {item.embargo && (
        <p>
          <strong>{said.embargo(item.embargo.text)}</strong>
        </p>
      )}
      {item.by && <Notices said={said} notices={[item]} />}
      {item.acknowledged && <p role="status">{said.acknowledged(item.acknowledged.text)}</p>}
      {text === undefined ? (
        <p>{said.replaced}</p>
      ) : (
        <>
          <section class="own-all" aria-labelledby="download">
            <h2 id="download">{said.download}</h2>
            <ul>
              {FORMATS.map((format) => (
                <li>
                  <a href={`/wire/portal/items/${item.number}/${format}`} download={true}>
                    {said.formats[format]}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <section class="own-all" aria-labelledby="preview">
            <h2 id="preview">{said.preview}</h2>
            <div class="said" lang={language}>
              {text.split(/\n{2,}/).map((paragraph) => (
                <p class="as-typed" dir="auto">
                  {paragraph}
                </p>
              ))}
            </div>
          </section>
        </>
      )}
      <section class="own-all" aria-labelledby="history">
        <h2 id="history">{said.history}</h2>
        <ItemList frame={frame} items={history} />
      </section>
      <p>
        <a href="/wire/portal">{said.back}</a>
      </p>
    </PortalPage>
  );
};

type SignInProps = Page & { readonly problem: string | undefined };

export const PortalSignInPage = ({ frame, head, problem }: SignInProps) => {
  const said = portalWordsFor(frame.edition.language);
  return (
    <Layout frame={frame} head={head} kind="list replies-page">
      <header class="list-head">
        <h1>{said.title}</h1>
      </header>
      <p class="introduction">{said.signInHint}</p>
      <form class="reply-form" method="post" action="/wire/portal/sign-in">
        {problem !== undefined && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <p>
          <label for="token">{said.token}</label>
          <input id="token" name="token" type="password" required autocomplete="current-password" dir="ltr" />
        </p>
        <p class="buttons">
          <button type="submit">{said.signIn}</button>
        </p>
      </form>
    </Layout>
  );
};
