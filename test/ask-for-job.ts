/** `bun test/ask-for-job.ts DATA KIND`: asks a journey's server, from beside it, for what its clock would bring later. */
import { openStore } from "#store/open.ts";
import { enqueue } from "#store/queue.ts";

const [data = "", kind = ""] = process.argv.slice(2);
const store = await openStore({ data });
await enqueue(store.db, kind, {}, new Date());
await store.close();
