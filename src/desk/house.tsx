/** The house: its parts, with what each says now, for whoever may keep it. */

import { may, type Right } from "#agency/staff/staff.ts";
import type { Route } from "#lib/routes.ts";
import { adviceRoutes } from "./house/advice.tsx";
import { agencyRoutes } from "./house/agency.tsx";
import { clientHouseRoutes } from "./house/clients.tsx";
import { editionRoutes } from "./house/editions.tsx";
import { embedHouseRoutes } from "./house/embed.tsx";
import { mailRoutes } from "./house/mail.tsx";
import { menuRoutes } from "./house/menus.tsx";
import { nowOf } from "./house/now.ts";
import { pageRoutes } from "./house/pages.tsx";
import { quotationRoutes } from "./house/quotations.ts";
import { replyHouseRoutes } from "./house/replies.tsx";
import { retentionRoutes } from "./house/retention.tsx";
import { thingRoutes } from "./house/things.tsx";
import { twoPeopleRoutes } from "./house/two-people.ts";
import { wireSettingRoutes } from "./house/wire.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskPage } from "./visit.ts";
import type { HousePart } from "./words/house.ts";

const PARTS: readonly { readonly part: HousePart; readonly right: Right }[] = [
  { part: "agency", right: "house.keep" },
  { part: "editions", right: "house.keep" },
  { part: "sections", right: "places.keep" },
  { part: "topics", right: "places.keep" },
  { part: "people", right: "places.keep" },
  { part: "menus", right: "places.keep" },
  { part: "pages", right: "page.write" },
  { part: "mail", right: "house.keep" },
  { part: "retention", right: "house.keep" },
  { part: "two-people", right: "house.keep" },
  { part: "quotations", right: "house.keep" },
  { part: "replies", right: "house.keep" },
  { part: "advice", right: "house.keep" },
  { part: "embed", right: "house.keep" },
  { part: "clients", right: "client.keep" },
  { part: "wire", right: "house.keep" },
  { part: "pre-flight", right: "house.keep" },
];

export function houseRoutes(world: DeskWorld): Route[] {
  return [
    deskPage(world, { address: "/desk/house", right: "places.keep" }, printIndex),
    ...agencyRoutes(world),
    ...editionRoutes(world),
    ...pageRoutes(world),
    ...thingRoutes(world),
    ...menuRoutes(world),
    ...mailRoutes(world),
    ...retentionRoutes(world),
    ...twoPeopleRoutes(world),
    ...quotationRoutes(world),
    ...replyHouseRoutes(world),
    ...adviceRoutes(world),
    ...embedHouseRoutes(world),
    ...clientHouseRoutes(world),
    ...wireSettingRoutes(world),
  ];
}

async function printIndex(visit: DeskVisit): Promise<DeskPage> {
  const { staff, words } = visit;
  const open = PARTS.filter(({ right }) => may(staff, right));
  const parts = await Promise.all(open.map(async ({ part }) => ({ part, now: await nowOf(visit, part) })));
  return {
    title: words.house.title,
    place: "house",
    main: (
      <dl class="house-parts">
        {parts.map(({ part, now }) => (
          <div>
            <dt>
              <a href={`/desk/house/${part}`}>{words.house.parts[part].title}</a>
            </dt>
            <dd>
              <span class="quiet">{words.house.parts[part].sentence}</span>
              {now.map((line) => (
                <p dir="auto">{line}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    ),
  };
}
