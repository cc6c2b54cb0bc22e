/** What stands round every page of the desk: the menu of what this person's role opens, and what was just done. */
import type { Right } from "#agency/staff/staff.ts";
import { may } from "#agency/staff/staff.ts";
import { directionOf } from "#lib/direction.ts";
import type { DeskAssets } from "../assets.ts";
import type { DeskPage, DeskPlace, DeskVisit } from "../visit.ts";
import type { Said } from "../words/frame.ts";
import type { DeskWords } from "../words/words.ts";
import { DeskHead } from "./head.tsx";

const PLACES: readonly { readonly place: DeskPlace; readonly href: string; readonly right: Right }[] = [
  { place: "home", href: "/desk/", right: "desk.enter" },
  { place: "articles", href: "/desk/articles", right: "desk.enter" },
  { place: "wire", href: "/desk/wire", right: "article.write" },
  { place: "events", href: "/desk/events", right: "event.keep" },
  { place: "replies", href: "/desk/replies", right: "reply.moderate" },
  { place: "pictures", href: "/desk/pictures", right: "picture.keep" },
  { place: "sources", href: "/desk/sources", right: "source.keep" },
  { place: "front", href: "/desk/front", right: "front.arrange" },
  { place: "register", href: "/desk/register", right: "register.keep" },
  { place: "house", href: "/desk/house", right: "places.keep" },
  { place: "staff", href: "/desk/staff", right: "staff.keep" },
  { place: "audit", href: "/desk/log", right: "audit.read" },
];

type DeskLayoutProps = {
  readonly visit: DeskVisit;
  readonly page: DeskPage;
  readonly assets: DeskAssets;
  readonly said?: string;
};

export const DeskLayout = ({ visit, page, assets, said }: DeskLayoutProps) => {
  const { words, staff, world, agencyName } = visit;
  return (
    <html lang={words.language} dir={directionOf(words.language)}>
      <DeskHead
        title={`${page.title} · ${words.frame.desk} · ${agencyName}`}
        paper={world.paper}
        assets={assets}
        islands={page.islands ?? []}
      />
      <body class="desk">
        <a class="skip" href="#page">
          {words.frame.skip}
        </a>
        <header class="desk-head">
          <p class="desk-name">
            <a href="/desk/">{agencyName}</a>
          </p>
          <nav aria-label={words.frame.menu}>
            <ul>
              {PLACES.filter(({ right }) => may(staff, right)).map(({ place, href }) => (
                <li>
                  <a href={href} aria-current={place === page.place ? "page" : undefined}>
                    {words.frame.places[place]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ul class="desk-you">
            <li>
              <a href="/">{words.frame.site}</a>
            </li>
            <li>
              <a href="/desk/me" aria-current={page.place === "me" ? "page" : undefined}>
                {staff.name}
              </a>{" "}
              <span class="quiet">{words.roles[staff.role]}</span>
            </li>
            <li>
              <form method="post" action="/desk/sign-out">
                <button type="submit" class="plain">
                  {words.frame.signOut}
                </button>
              </form>
            </li>
          </ul>
        </header>
        <main id="page" class={page.wide ? "desk-page wide" : "desk-page"}>
          <h1>{page.title}</h1>
          {isSaid(said, words) && (
            <p class="said" role="status">
              {words.frame.said[said]}
            </p>
          )}
          {typeof page.main === "string" ? <p>{page.main}</p> : page.main}
        </main>
      </body>
    </html>
  );
};

function isSaid(said: string | undefined, { frame }: DeskWords): said is Said {
  return said !== undefined && Object.hasOwn(frame.said, said);
}
