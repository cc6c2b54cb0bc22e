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
    /** Processes that answer readers; 1 is this one. */
    readonly workers: number;
    /** Others may listen on the same port. */
    readonly sharePort: boolean;
    readonly demo: boolean;
    readonly json: boolean;
  },
  world: World,
) => Promise<ExitStatus>;

/** `serve` needs every room, so what it does is handed in by `program.ts`. */
export function serveCommand(serve: Serve): Command {
  return {
    name: "serve",
    synopsis: "serve [--port 8080] [--host 127.0.0.1] [--only web|worker] [--workers 1] [--demo]",
    summary: "the site and its worker, in one process",
    help: `Options:
  --port PORT       default 8080, or PORT or DATELINE_PORT; 0 takes a free one
  --host ADDRESS    default 127.0.0.1: reachable from this machine alone
  --only web        the site without the worker; worker: the worker without the site
  --workers N       answers readers from N processes on one port, beside this one
  --share-port      other processes may listen on the same port, as while a new version takes over
  --demo            seeds a small invented agency into an empty store${STORE_HELP}
  --json            the address as JSON`,
    options: {
      ...STORE_OPTIONS,
      port: { type: "string" },
      host: { type: "string" },
      only: { type: "string" },
      workers: { type: "string" },
      "share-port": { type: "boolean" },
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
          workers: workersFrom(textOption(given, "workers") ?? "1"),
          sharePort: isOn(given, "share-port"),
          demo: isOn(given, "demo"),
          json: isOn(given, "json"),
        },
        world,
      );
    },
  };
}

const MOST_WORKERS = 64;

function workersFrom(value: string): number {
  const workers = Number(value);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new WrongUsage(`--workers is "${value}"; use a whole number from 1 to ${MOST_WORKERS}.`);
}
