// `npm start`: the site with its invented agency in ./data, on port 8080 or where PORT, DATELINE_PORT or --port say.
import { runOnBun } from "./bun.mjs";
import { assemble, setUpOrExit } from "./set-up.mjs";

await assemble(await setUpOrExit());
await runOnBun(["src/main.ts", "serve", "--demo", ...process.argv.slice(2), ...keptByNpm()]);

/** `npm start --port 9000`, without the `--` before it, leaves the port with npm, which hands it on in the environment. */
function keptByNpm() {
  return ["port", "host", "data", "database"].flatMap((name) => {
    const value = process.env[`npm_config_${name}`];
    return value && value !== "true" ? [`--${name}`, value] : [];
  });
}
