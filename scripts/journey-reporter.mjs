// Node's test events as one line of JSON for each test, for `scripts/results.mjs`.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* journeyReporter(events) {
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    // A suite is not a test; one that fails by itself (its `before` threw) is a failure all the same.
    const suite = data.details?.type === "suite";
    const inner = data.details?.error?.failureType === "subtestsFailed";
    if ((suite && type === "test:pass") || inner) continue;
    const skipped = data.skip !== undefined || data.todo !== undefined;
    const outcome = skipped ? "skipped" : type.slice(5);
    yield `${JSON.stringify({ name: data.name, outcome, seconds: (data.details?.duration_ms ?? 0) / 1000 })}\n`;
  }
}
