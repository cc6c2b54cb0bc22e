// The set-up alone, for `./dateline`, which then becomes Bun.
import { setUpOrExit } from "./set-up.mjs";

await setUpOrExit();
