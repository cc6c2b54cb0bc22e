/** What is run: the program as it was put together for a quick start, where that is what stands here; else what stands here. */
import { assembled } from "#lib/runtime/assembled.ts";

if (import.meta.main) {
  const ready = assembled();
  const program: typeof import("./program.ts") = await (ready === undefined ? import("./program.ts") : import(ready));
  await program.begin(process.argv.slice(2));
}
