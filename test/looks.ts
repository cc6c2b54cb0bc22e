/** In how many ways every page is looked at: in some each time, in all where a journey is asked for by its name. Runs on Node. */

/** `npm run screenshots` looks in every way; a whole run of the tests in those of every day. */
export function looks<const EveryDay, const More>(at: {
  readonly everyDay: readonly EveryDay[];
  readonly more: readonly More[];
}): readonly (EveryDay | More)[] {
  return isThorough() ? [...at.everyDay, ...at.more] : at.everyDay;
}

/** Language, colours and width for pages that are looked at by their own journey and by the one of all pages of the desk. */
export const FOUR = {
  everyDay: [["ar", "dark", 390]],
  more: [
    ["en", "light", 390],
    ["ru", "dark", 1280],
    ["ar", "light", 1280],
  ],
} as const;

/** The pages the look at that place is for: all of them, or every day each page in one of the looks, in turn. */
export function inTurn<T>(pages: readonly T[], look: { readonly at: number; readonly of: number }): readonly T[] {
  return isThorough() ? pages : pages.filter((_, place) => place % look.of === look.at);
}

function isThorough(): boolean {
  return process.env["DATELINE_LOOKS"] === "all";
}
