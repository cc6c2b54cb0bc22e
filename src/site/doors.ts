/** What the doors readers come in by have in common: keys, the mail server, and what is counted of one network. */
import type { ReplyKeys } from "#agency/replies/actions.ts";
import type { MailSet } from "#agency/settings/mail.ts";
import { type Difficulty, newDifficulty } from "./difficulty.ts";
import type { Live } from "./live.ts";
import { newRate, type Rate } from "./rate.ts";

export type Doors = {
  readonly keys: ReplyKeys;
  readonly mail: MailSet;
  /** The key of the day by which networks are told apart. */
  readonly networkKey: (at: Date) => Promise<string>;
  /** Replies of one network. */
  readonly replies: Rate;
  /** Letters that are asked for from one network, to whatever address. */
  readonly letters: Rate;
  readonly difficulty: Difficulty;
  readonly live: Live;
  /** By which browsers know messages of this site. */
  readonly pushKey: string;
  /** Lines one network opens to hear of new replies. */
  readonly lines: Rate;
};

const MINUTE_MS = 60_000;

type Opened = Pick<Doors, "keys" | "mail" | "networkKey" | "live" | "pushKey">;

export function openDoors({ keys, mail, networkKey, live, pushKey }: Opened): Doors {
  return {
    keys,
    mail,
    networkKey,
    replies: newRate({ most: 10, windowMs: 10 * MINUTE_MS }),
    letters: newRate({ most: 10, windowMs: 60 * MINUTE_MS }),
    difficulty: newDifficulty(),
    live,
    pushKey,
    lines: newRate({ most: 240, windowMs: MINUTE_MS }),
  };
}
