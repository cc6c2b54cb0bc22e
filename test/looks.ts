/** In how many ways every page is looked at: in some each time, in all where a journey is asked for by its name. Runs on Node. */

/** `npm run screenshots` looks in every way; a whole run of the tests in those of every day. */
export function looks<const EveryDay, const More>(at: {
  readonly everyDay: readonly EveryDay[];
  readonly more: readonly More[];
}): readonly (EveryDay | More)[] {
  return process.env["DATELINE_LOOKS"] === "all" ? [...at.everyDay, ...at.more] : at.everyDay;
}
