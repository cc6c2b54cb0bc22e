/** What `wire-in.ts` kills: a process that looks into the folder of a channel and says every statement it has asked the store. */
import { writeSync } from "node:fs";
import { askChannel } from "#agency/wire-in/actions.ts";
import { channels } from "#agency/wire-in/queries.ts";
import { openStore } from "#store/open.ts";
import { wirePoll } from "#worker/wire-poll.ts";
import type { Place } from "../engines.ts";

const [place = "", wireFolder = ""] = process.argv.slice(2);

// A line a statement: whoever counts them kills between any two.
const store = await openStore({
  // What the parent wrote a line above is what it hands over.
  ...(JSON.parse(place) as Place),
  heard: () => void writeSync(1, "asked\n"),
});
const at = new Date();
const [channel] = await channels(store.db);
if (!channel) throw new Error("there is no channel to look into");
await askChannel(store.db, { id: channel.id, at });
const poll = wirePoll({ url: "https://strait.example", wireKey: "of no mailbox", wireFolder });
await poll({}, { db: store.db, at, signal: new AbortController().signal });
await store.close();
