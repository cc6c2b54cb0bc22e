/** The words of the desk: a file for each part, its languages side by side. */

import { advice } from "./advice.ts";
import { byLetter } from "./by-letter.ts";
import { clients } from "./clients.ts";
import { corrections } from "./corrections.ts";
import { embed } from "./embed.ts";
import { events } from "./events.ts";
import { flow } from "./flow.ts";
import { frame } from "./frame.ts";
import { front } from "./front.ts";
import { home } from "./home.ts";
import { house } from "./house.ts";
import { labelLaw } from "./label-law.ts";
import { log } from "./log.ts";
import { moderation } from "./moderation.ts";
import { paste } from "./paste.ts";
import { people } from "./people.ts";
import { pictures } from "./pictures.ts";
import { preflight } from "./preflight.ts";
import { register } from "./register.ts";
import { replies } from "./replies.ts";
import { reports } from "./reports.ts";
import { roles } from "./roles.ts";
import { signIn } from "./sign-in.ts";
import { sources } from "./sources.ts";
import { DESK_LANGUAGES, type DeskLanguage, type Spoken } from "./spoken.ts";
import { talk } from "./talk.ts";
import { wire } from "./wire.ts";
import { wireCopy } from "./wire-copy.ts";
import { withholding } from "./withholding.ts";
import { writing } from "./writing.ts";

const PARTS = {
  advice,
  byLetter,
  frame,
  roles,
  home,
  signIn,
  people,
  events,
  flow,
  clients,
  corrections,
  embed,
  log,
  moderation,
  paste,
  pictures,
  preflight,
  writing,
  withholding,
  wire,
  wireCopy,
  front,
  replies,
  reports,
  house,
  labelLaw,
  register,
  sources,
  talk,
};

type Parts = typeof PARTS;
type InOneLanguage<Part> = Part extends Spoken<infer Words> ? Words : never;

export type DeskWords = { readonly [Part in keyof Parts]: InOneLanguage<Parts[Part]> } & {
  /** BCP 47 of the words themselves. */
  readonly language: DeskLanguage;
};

/** The words of a language the desk speaks, else English. */
export function deskWordsFor(language: string): DeskWords {
  const main = language.toLowerCase().split("-", 1)[0];
  const spoken = DESK_LANGUAGES.find((one) => one === main) ?? "en";
  const parts = Object.entries(PARTS).map(([part, words]) => [part, words[spoken]] as const);
  // `fromEntries` forgets which keys there are.
  return { ...(Object.fromEntries(parts) as Omit<DeskWords, "language">), language: spoken };
}
