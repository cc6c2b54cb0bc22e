import { type Command, type ExitStatus, isOn, textOption, type World, WrongUsage } from "./command.ts";
import { noArguments } from "./input.ts";
import { STORE_HELP, STORE_OPTIONS } from "./store.ts";

export type Serve = (
  what: {
    readonly data: string | undefined;
    readonly database: string | undefined;
    readonly port: string | undefined;
    readonly host: string | undefined;
    readonly only: "web" | "worker" | undefined;
    readonly demo: boolean;
    readonly json: boolean;
  },
  world: World,
) => Promise<ExitStatus>;

/** `serve` needs every room, so what it does is handed in by `main.ts`. */
export function serveCommand(serve: Serve): Command {
  return {
    name: "serve",
    synopsis: "serve [--port 8080] [--host 127.0.0.1] [--only web|worker] [--demo]",
    summary: "the site and its worker, in one process",
    help: `Options:
  --port PORT       default 8080, or PORT or DATELINE_PORT; 0 takes a free one
  --host ADDRESS    default 127.0.0.1: reachable from this machine alone
  --only web        the site without the worker; worker: the worker without the site
  --demo            seeds a small invented agency into an empty store${STORE_HELP}
  --json            the address as JSON`,
    options: {
      ...STORE_OPTIONS,
      port: { type: "string" },
      host: { type: "string" },
      only: { type: "string" },
      demo: { type: "boolean" },
    },
    async run(given, world) {
      noArguments(given.positionals);
      const only = textOption(given, "only");
      if (only !== undefined && only !== "web" && only !== "worker") {
        throw new WrongUsage(`--only is "${only}"; use web or worker.`);
      }
      return serve(
        {
          data: textOption(given, "data"),
          database: textOption(given, "database"),
          port: textOption(given, "port"),
          host: textOption(given, "host"),
          only,
          demo: isOn(given, "demo"),
          json: isOn(given, "json"),
        },
        world,
      );
    },
  };
}
