/**
 * What a process is doing, in the text format of Prometheus: counts and times, nothing about anybody. For who asks on this
 * machine, or with the token that was set; to everybody else the address is nobody's.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { countWaiting } from "#agency/replies/queries.ts";
import { isOwn } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, engineOf } from "#store/db.ts";
import { countJobs } from "#store/queue.ts";

/** What the press tells of itself. */
export type PressFigures = {
  readonly kept: number;
  readonly printed: number;
  readonly lastGood: number;
  readonly printingMs: number;
  readonly stepsMs: readonly number[];
  readonly printedWithin: readonly number[];
  readonly pages: number;
  readonly bytes: number;
};

export type MetricsWorld = {
  readonly db: Db;
  /** Asked with every answer; the press is opened after its addresses are known. */
  readonly figures: () => PressFigures;
  /** `Authorization: Bearer …`; without one only this machine is answered. */
  readonly token: string | undefined;
};

export function metricsRoute(world: MetricsWorld, notFound: (request: Request) => Promise<Response>): Route {
  return {
    method: "GET",
    address: "/metrics",
    kept: "not-kept",
    answer: async (visit) => (mayRead(world, visit) ? metrics(world) : notFound(visit.request)),
  };
}

/** Where a token is set it is asked for on this machine, too: what runs beside is not always one's own. */
function mayRead({ token }: MetricsWorld, { request }: Visit): boolean {
  if (token === undefined) return isOwn(request);
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

async function metrics({ db, figures }: MetricsWorld): Promise<Response> {
  const lines = [...pressLines(figures()), ...processLines(), ...(await storeLines(db))];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

function metric(name: string, type: "counter" | "gauge", help: string, ...samples: readonly Sample[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => sampleLine(name, sample))];
}

function sampleLine(name: string, [labels, value]: Sample): string {
  const named = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll(/[\\"\n]/g, "_")}"`);
  return `${name}${named.length > 0 ? `{${named.join(",")}}` : ""} ${value}`;
}

function pressLines(press: PressFigures): string[] {
  const printing = "dateline_press_printing_seconds";
  return [
    ...metric(
      "dateline_press_answers_total",
      "counter",
      "Public answers since the start, by where they came from.",
      [{ from: "memory" }, press.kept],
      [{ from: "printing" }, press.printed],
      [{ from: "last_good" }, press.lastGood],
    ),
    ...metric("dateline_press_pages", "gauge", "Pages kept in memory.", [{}, press.pages]),
    ...metric("dateline_press_bytes", "gauge", "Bytes those pages take.", [{}, press.bytes]),
    `# HELP ${printing} How long printing a page took.`,
    `# TYPE ${printing} histogram`,
    ...press.stepsMs.map((most, step) =>
      sampleLine(`${printing}_bucket`, [{ le: String(most / 1000) }, press.printedWithin[step] ?? 0]),
    ),
    sampleLine(`${printing}_bucket`, [{ le: "+Inf" }, press.printed]),
    sampleLine(`${printing}_sum`, [{}, press.printingMs / 1000]),
    sampleLine(`${printing}_count`, [{}, press.printed]),
  ];
}

function processLines(): string[] {
  const started = Math.round(Date.now() / 1000 - process.uptime());
  return [
    ...metric("process_start_time_seconds", "gauge", "When this process started.", [{}, started]),
    ...metric("process_resident_memory_bytes", "gauge", "Memory of this process.", [{}, process.memoryUsage.rss()]),
  ];
}

/** What the store itself is asked; when it does not answer, the rest is told all the same, and that it does not. */
async function storeLines(db: Db): Promise<string[]> {
  const { name, written, countNodes, replicas } = engineOf(db);
  const own = [
    ...metric("dateline_store_actions_total", "counter", "Actions this process kept.", [
      { engine: name },
      written.actions,
    ]),
    ...(name === "sqlite"
      ? metric("dateline_store_groups_total", "counter", "Commits those actions shared.", [{}, written.groups])
      : []),
  ];
  const aside = replicas?.counts();
  if (aside)
    own.push(
      ...metric(
        "dateline_replica_connections_total",
        "counter",
        "Times a page was to be read from a replica: it was, none had caught up, none answered.",
        [{ result: "asked" }, aside.asked],
        [{ result: "behind" }, aside.behind],
        [{ result: "away" }, aside.away],
      ),
    );
  const up = (value: number) => metric("dateline_store_up", "gauge", "Whether the store answers.", [{}, value]);
  const asked = await Promise.all([countJobs(db), countWaiting(db), countNodes(db)]).catch(() => undefined);
  if (!asked) return [...own, ...up(0)];
  const [jobs, waiting, nodes] = asked;
  return [
    ...own,
    ...up(1),
    ...metric(
      "dateline_jobs",
      "gauge",
      "Jobs by kind: those that wait, and those that had all their tries in vain. Mail is mail.send.",
      ...jobs.flatMap(({ kind, waiting, dead }): Sample[] => [
        [{ kind, state: "waiting" }, waiting],
        [{ kind, state: "dead" }, dead],
      ]),
    ),
    ...metric("dateline_replies_waiting", "gauge", "Replies nobody has decided on.", [{}, waiting]),
    ...(nodes === undefined
      ? []
      : metric("dateline_nodes", "gauge", "Processes that share this database.", [{}, nodes])),
  ];
}
