import { sealedIn } from "#agency/withholding/queries.ts";
import { opened } from "#lib/sealed.ts";
import { type Command, Refused, textOption, WrongUsage } from "./command.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

export const withheldOpen: Command = {
  name: "withheld open",
  synopsis: "withheld open ID --key KEY",
  summary: "what was sealed for a court",
  help: `Prints what a withholding sealed, as JSON: each row that lost words, with the words as they were, and a picture's
file in base64. Nothing in the store is changed. What was destroyed cannot be opened by anybody.

ID and KEY were shown at the desk, once, to whoever agreed to the withholding.

Options:
  --key KEY${STORE_HELP}

  dateline withheld open 0193a1b2-… --key … > for-the-court.json`,
  options: { ...STORE_OPTIONS, key: { type: "string" } },
  async run(given, world) {
    const [id, ...more] = given.positionals;
    const key = textOption(given, "key");
    if (id === undefined || more.length > 0) throw new WrongUsage("Give the ID of one withholding.");
    if (key === undefined) throw new WrongUsage("Give the --key that was shown when it was withheld.");
    const sealed = await withStore(given, world, ({ db }) => sealedIn(db, id));
    if (sealed === undefined) throw new Refused(`Nothing is sealed under ${id}.`);
    const text = opened(key, sealed);
    if (text === undefined) throw new Refused("This is not the key it was sealed with.");
    world.out(`${text}\n`);
    return 0;
  },
};
