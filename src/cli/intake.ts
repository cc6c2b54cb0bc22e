import { type TakenIn, takeIn } from "#agency/articles/take-in.ts";
import { editionByCode, editions } from "#agency/editions/queries.ts";
import { type Command, isOn, Refused, textOption, type World } from "./command.ts";
import { onlyArgument, textOf } from "./input.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

// A page saved with its pictures inside has a few MB; a story has a few kB. What is larger is the wrong file.
const LARGEST_COPY_BYTES = 16 * 1024 * 1024;

export const intake: Command = {
  name: "intake",
  synopsis: "intake FILE|- [--edition en] [--publish]",
  summary: "wire copy, as text, HTML or Markdown, into a draft or a published article",
  help: `Reads headline, dateline, attributions, quotations, background and labels out of the copy, drops the
page's furniture, and tells what it found. Exit status 1 when a finding blocks; then nothing is kept.

Options:
  --edition CODE    whose copy it is (default: the first edition)
  --publish         publishes it now, whatever the dateline's day${STORE_HELP}
  --json            for machines

  dateline intake copy.txt --edition en --publish`,
  options: { ...STORE_OPTIONS, edition: { type: "string" }, publish: { type: "boolean" } },
  async run(given, world) {
    const path = onlyArgument(given.positionals, "FILE|-");
    const text = await textOf(path, world, LARGEST_COPY_BYTES);
    const taken = await withStore(given, world, async ({ db }) => {
      const code = textOption(given, "edition");
      const all = await editions(db);
      const edition = code === undefined ? all[0] : await editionByCode(db, code);
      if (!edition) {
        throw new Refused(
          `There is no edition "${code}". Known: ${all.map((one) => one.code).join(", ")}. Add one with: edition add ${code}`,
        );
      }
      return takeIn(db, { text, edition, publish: isOn(given, "publish"), by: "command line", at: world.now() });
    });
    if (isOn(given, "json")) world.out(`${JSON.stringify(taken, null, 2)}\n`);
    else tell(taken, world);
    const blocked = taken.findings.filter(({ severity }) => severity === "block");
    for (const { message } of blocked) world.err(`dateline: ${message}\n`);
    return blocked.length > 0 ? 1 : 0;
  },
};

function tell(taken: TakenIn, world: World): void {
  const { headline, dateline, origin, address, state, attributions, quotations, events, forward, mentions, dropped } =
    taken;
  const lines = [
    ["headline", headline],
    ["dateline", dateline ? `${dateline.place}, ${dateline.date}` : "none"],
    ["origin", origin ? [origin.name, origin.url].filter(Boolean).join(", ") : "none"],
    [
      "found",
      `${attributions.length} attributions, ${quotations.length} quotations, ${events.length} events, ${forward.length} forward-looking sentences, ${mentions.length} mentions`,
    ],
    ["dropped", dropped.length > 0 ? [...new Set(dropped.map(({ kind }) => kind))].join(", ") : "nothing"],
    [state, address === "" ? "not kept" : address],
  ];
  for (const [name = "", value] of lines) world.out(`${name.padEnd(10)}${value}\n`);
  for (const { severity, message } of taken.findings) {
    if (severity !== "block") world.err(`${severity}: ${message}\n`);
  }
}
