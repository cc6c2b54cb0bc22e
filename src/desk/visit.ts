/** The gate of the desk, what every page behind it is given, and how its answer leaves. */
import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Edition } from "#agency/editions/editions.ts";
import { editions } from "#agency/editions/queries.ts";
import type { Arrangement } from "#agency/front/front.ts";
import type { PageDraft } from "#agency/pages/pages.ts";
import type { MailSet } from "#agency/settings/mail.ts";
import { type Agency, agency } from "#agency/settings/queries.ts";
import { may, type Right, type StaffMember } from "#agency/staff/staff.ts";
import type { Files } from "#lib/files.ts";
import { type Form, formOf } from "#lib/form.ts";
import { wholePage } from "#lib/html.ts";
import { isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import type { Network } from "#outside/fetch.ts";
import { type Db, reading } from "#store/db.ts";
import { deskAssets, type Island } from "./assets.ts";
import type { Auth } from "./auth/auth.ts";
import { signedOut } from "./guest.ts";
import { DeskLayout } from "./views/layout.tsx";
import type { Said } from "./words/frame.ts";
import { type DeskWords, deskWordsFor } from "./words/words.ts";

/** What `program.ts` hands the desk. */
export type DeskWorld = {
  readonly db: Db;
  /** The public address, without a slash at its end. */
  readonly url: string;
  readonly now: () => Date;
  /** The style and icons of the public pages, which the desk builds on. */
  readonly paper: { readonly styles: string; readonly icon: string };
  readonly files: Files;
  /** How public pages will look, printed by the site. */
  readonly previews: Previews;
  /** Who is who, and how they come in. */
  readonly auth: Auth;
  /** What the operator set about mail. */
  readonly mail: MailSet;
  /** What confidential sources are sealed with; kept outside the store. */
  readonly sourceKey: string;
  /** What secrets of channels to clients are sealed with. */
  readonly wireKey: string;
  /** By what replies are found again that were written under one address or domain. */
  readonly replyIndex: string;
  /** Signs the links in letters about replies that wait. */
  readonly replyLetters: string;
  /** Below it lie the folders others put copy into. */
  readonly wireFolder: string;
  /** Which part of the network may be reached; the public one when it is left out. */
  readonly network?: Network;
  /** Where mailboxes of the wire may be; what everything else may reach when it is left out. */
  readonly clientNetwork?: Network;
};

export type Previews = {
  /** A standing page as it will say. */
  readonly page: (
    request: Request,
    what: { readonly editionCode: string; readonly draft: PageDraft },
  ) => Promise<Response>;
  /** The page of a section, a topic or a person once `change` is kept, else why it is not. */
  readonly place: <Refused>(
    request: Request,
    what: {
      readonly editionCode: string;
      readonly part: "sections" | "topics" | "people";
      readonly slug: string;
      readonly change: (db: Db) => Promise<Refused | undefined>;
    },
  ) => Promise<Response | Refused>;
  /** The front page once `change` is kept, else why it is not. */
  readonly frontAfter: <Refused>(
    request: Request,
    what: { readonly editionCode: string; readonly change: (db: Db) => Promise<Refused | undefined> },
  ) => Promise<Response | Refused>;
  /** The sheet of colours that is laid over the pages' own. */
  readonly colours: (accents: Agency["accents"]) => Response;
  /** A front page of the agency with other settings; `styles` is the address of its colours. */
  readonly agency: (
    request: Request,
    what: {
      readonly editionCode: string;
      readonly set: Readonly<Record<string, string>>;
      readonly styles: string;
    },
  ) => Promise<Response>;
  readonly front: (
    request: Request,
    what: { readonly editionCode: string; readonly arrangement: Arrangement },
  ) => Promise<Response>;
};

/** A visit by somebody who may make it. */
export type DeskVisit = Visit & {
  readonly db: Db;
  readonly world: DeskWorld;
  readonly staff: StaffMember;
  readonly agencyName: string;
  readonly editions: readonly Edition[];
  readonly words: DeskWords;
  readonly at: Date;
};

export type DeskPage = {
  /** The page's one heading, and the beginning of its title. */
  readonly title: string;
  readonly main: Child;
  readonly status?: number;
  /** Islands beside the one every page has. */
  readonly islands?: readonly Island[];
  /** Which entry of the menu it belongs to. */
  readonly place?: DeskPlace;
  /** Takes the whole width: boards and the editor. */
  readonly wide?: boolean;
};

export type DeskPlace =
  | "home"
  | "articles"
  | "wire"
  | "events"
  | "replies"
  | "pictures"
  | "sources"
  | "front"
  | "register"
  | "house"
  | "staff"
  | "audit"
  | "me";

/** A page, a ready answer (a redirect, JSON), or nothing for what is not there or not theirs to see. */
export type DeskAnswer = DeskPage | Response | undefined;

/** A route that says whose it is. */
export type GatedRoute = Route & { readonly right: Right };

export type DeskRoute = {
  readonly address: string;
  readonly right: Right;
  readonly parameters?: readonly string[];
};

/** A page of the desk: read from one state of the store. */
export function deskPage(
  world: DeskWorld,
  { address, right, parameters = [] }: DeskRoute,
  print: (visit: DeskVisit) => Promise<DeskAnswer>,
): GatedRoute {
  return {
    right,
    method: "GET",
    address,
    parameters: [...parameters, "said"],
    kept: "not-kept",
    async answer(visit) {
      const staff = await world.auth.staffOf(visit.request);
      if (!staff) return toSignIn(visit);
      return reading(world.db, async (db) => {
        const own = await deskVisit(db, world, visit, staff);
        return answered(own, may(staff, right) ? await print(own) : undefined);
      });
    },
  };
}

/** Something a form of the desk does. `act` is given the form, and the store to write to. */
export function deskAction(
  world: DeskWorld,
  { address, right, mostBytes }: DeskRoute & { readonly mostBytes?: number },
  act: (visit: DeskVisit, form: Form) => Promise<DeskAnswer>,
): GatedRoute {
  return deskPost(world, { address, right }, async (visit) => {
    const read = await formOf(visit.request, mostBytes === undefined ? {} : { mostBytes });
    if ("problem" in read) return refusedForm(visit, read.problem);
    return act(visit, read.form);
  });
}

/** As `deskAction`, for a body that is no form: `act` reads the request itself. */
export function deskPost(
  world: DeskWorld,
  { address, right }: DeskRoute,
  act: (visit: DeskVisit) => Promise<DeskAnswer>,
): GatedRoute {
  return {
    right,
    method: "POST",
    address,
    kept: "not-kept",
    async answer(visit) {
      if (isCrossSite(visit.request)) return new Response("This form was sent from another site.\n", { status: 403 });
      const staff = await world.auth.staffOf(visit.request);
      if (!staff) return signedOut(world, visit);
      const own = await deskVisit(world.db, world, visit, staff);
      return answered(own, may(staff, right) ? await act(own) : undefined);
    },
  };
}

/** Sends the browser on after a form has done its work, with a word on what was done. */
export function seeOther(path: string, said?: Said): Response {
  const [before, anchor] = path.split("#");
  const query = said === undefined ? "" : `${path.includes("?") ? "&" : "?"}said=${said}`;
  return new Response(null, {
    status: 303,
    headers: { location: `${before}${query}${anchor === undefined ? "" : `#${anchor}`}` },
  });
}

async function deskVisit(db: Db, world: DeskWorld, visit: Visit, staff: StaffMember): Promise<DeskVisit> {
  const all = await editions(db);
  return {
    ...visit,
    db,
    world,
    staff,
    agencyName: (await agency(db, all[0]?.code)).name,
    editions: all,
    words: deskWordsFor(staff.language),
    at: world.now(),
  };
}

async function answered(visit: DeskVisit, answer: DeskAnswer): Promise<Response> {
  if (answer instanceof Response) return unkept(answer);
  const { words } = visit;
  const page = answer ?? { title: words.frame.notFound, main: words.frame.notFoundSentence, status: 404 };
  return unkept(await printed(visit, page));
}

async function printed(visit: DeskVisit, page: DeskPage): Promise<Response> {
  const said = visit.query["said"];
  const view: JSX.Element = DeskLayout({
    visit,
    page,
    assets: await deskAssets(),
    ...(said !== undefined && { said }),
  });
  return new Response(wholePage(`${await view}`), {
    status: page.status ?? 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-language": visit.words.language },
  });
}

function refusedForm({ words }: DeskVisit, problem: "too-large" | "not-a-form"): DeskPage {
  const { tooLarge, notAForm } = words.frame;
  return problem === "too-large"
    ? { title: tooLarge.title, main: tooLarge.sentence, status: 413 }
    : { title: notAForm.title, main: notAForm.sentence, status: 400 };
}

/** Where they wanted to go is kept, so that signing in leads there. */
function toSignIn({ request }: Visit): Response {
  const { pathname, search } = new URL(request.url);
  const to = pathname === "/desk/" ? "" : `?to=${encodeURIComponent(pathname + search)}`;
  return unkept(seeOther(`/desk/sign-in${to}`));
}
