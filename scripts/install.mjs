// The set-up alone, for `./dateline`, which then becomes Bun.
import { assemble, setUpOrExit } from "./set-up.mjs";

await assemble(await setUpOrExit());
