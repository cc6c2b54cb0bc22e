/** The pages before the gate: who asks for them is not known yet. They have no menu, and nothing keeps them. */
import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { editions } from "#agency/editions/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import { type Form, formOf } from "#lib/form.ts";
import { wholePage } from "#lib/html.ts";
import { isCrossSite, unkept } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { deskAssets, type Island } from "./assets.ts";
import { GuestLayout, SignedOut } from "./views/guest-layout.tsx";
import type { DeskWorld } from "./visit.ts";
import { type DeskWords, deskWordsFor } from "./words/words.ts";

export type GuestVisit = Visit & {
  readonly world: DeskWorld;
  readonly agencyName: string;
  readonly words: DeskWords;
  readonly at: Date;
};

export type GuestPage = {
  readonly title: string;
  readonly main: Child;
  readonly status?: number;
  readonly islands?: readonly Island[];
};

type GuestRoute = { readonly address: string; readonly parameters?: readonly string[] };

export function guestPage(
  world: DeskWorld,
  { address, parameters = [] }: GuestRoute,
  print: (visit: GuestVisit) => Promise<GuestPage | Response>,
): Route {
  return {
    method: "GET",
    address,
    parameters,
    kept: "not-kept",
    async answer(visit) {
      const guest = await guestVisit(world, visit);
      return answered(guest, await print(guest));
    },
  };
}

// An address, a name and a password.
const MOST_BYTES = 16 * 1024;

export function guestAction(
  world: DeskWorld,
  { address }: GuestRoute,
  act: (visit: GuestVisit, form: Form) => Promise<GuestPage | Response>,
): Route {
  return {
    method: "POST",
    address,
    kept: "not-kept",
    async answer(visit) {
      if (isCrossSite(visit.request)) return new Response("This form was sent from another site.\n", { status: 403 });
      const guest = await guestVisit(world, visit);
      const read = await formOf(visit.request, { mostBytes: MOST_BYTES });
      if ("problem" in read) return answered(guest, refusedForm(guest, read.problem));
      return answered(guest, await act(guest, read.form));
    },
  };
}

/** A form was sent by somebody who is not signed in any more. The browser still has it: they sign in beside it. */
export async function signedOut(world: DeskWorld, visit: Visit): Promise<Response> {
  const guest = await guestVisit(world, visit);
  const { title, sentence } = guest.words.signIn.signedOut;
  return answered(guest, { title, main: SignedOut({ sentence, signIn: guest.words.signIn.form.title }), status: 401 });
}

function refusedForm({ words }: GuestVisit, problem: "too-large" | "not-a-form"): GuestPage {
  const { tooLarge, notAForm } = words.frame;
  return problem === "too-large"
    ? { title: tooLarge.title, main: tooLarge.sentence, status: 413 }
    : { title: notAForm.title, main: notAForm.sentence, status: 400 };
}

async function guestVisit(world: DeskWorld, visit: Visit): Promise<GuestVisit> {
  const [first] = await editions(world.db);
  return {
    ...visit,
    world,
    agencyName: (await agency(world.db, first?.code)).name,
    words: deskWordsFor(languageAsked(visit.request.headers)),
    at: world.now(),
  };
}

/** The language a browser asks for first. */
function languageAsked(headers: Headers): string {
  return /^[a-z]{2,3}/i.exec(headers.get("accept-language") ?? "")?.[0] ?? "en";
}

async function answered(visit: GuestVisit, answer: GuestPage | Response): Promise<Response> {
  if (answer instanceof Response) return unkept(answer);
  const view: JSX.Element = GuestLayout({ visit, page: answer, assets: await deskAssets() });
  return unkept(
    new Response(wholePage(`${await view}`), {
      status: answer.status ?? 200,
      headers: { "content-type": "text/html; charset=utf-8", "content-language": visit.words.language },
    }),
  );
}
