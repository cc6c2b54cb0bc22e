/** The only wiring: which rooms there are, and who hands what to whom. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Previews } from "#desk/visit.ts";
import { programIdentity } from "#lib/build.ts";
import type { Cdn } from "#lib/cdn.ts";
import type { Files } from "#lib/files.ts";
import { clientAddress, noteClient, noteOwn } from "#lib/http.ts";
import type { Signer } from "#lib/merkle/note.ts";
import { addressBook, type Route } from "#lib/routes.ts";
import { isSingleFile } from "#lib/runtime/place.ts";
import type { Network } from "#outside/fetch.ts";
import { keepPress, pressFile } from "#press/disk.ts";
import { PRINTING_STEPS_MS, type Press, type PressOptions } from "#press/press.ts";
import type { Web } from "#press/web.ts";
import type { KeptStories } from "#site/kept-stories.ts";
import type { Live } from "#site/live.ts";
import { type Db, engineOf, readingAside } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { enqueue } from "#store/queue.ts";
import { watchTopics } from "#store/topics.ts";
import type { FeedCopy } from "#worker/outside.ts";
import { type Command, Refused, type World } from "./cli/command.ts";
import type { Site } from "./cli/export/walk.ts";
import { run } from "./cli/run.ts";
import { type Serve, serveCommand } from "./cli/serve.ts";
import { withFirstEdition } from "./cli/store.ts";
import { type Config, configFrom } from "./config.ts";

const serve: Serve = async (what, { out, err, now }) => {
  const config = configFrom(what, process.env);
  // Bundled beside the main thread, which loads the rest meanwhile.
  if (what.only !== "worker") bundleAhead();
  const store = await openStore({ data: config.data, database: config.database, replicas: config.replicas });
  const stops: (() => Promise<void> | void)[] = [() => store.close()];
  const told = (sentence: string, cause: unknown) => err(`${now().toISOString()} ${sentence}: ${inFull(cause)}\n`);
  try {
    if (what.demo) await seedDemo(store, config, now());
    await withFirstEdition(store, now());
    if (what.only !== "worker") {
      const { address, stop } = await (what.workers > 1
        ? startManyWebs(what, config, (sentence) => err(`${now().toISOString()} ${sentence}\n`))
        : startWeb(store, config, now, told, what.sharePort));
      stops.push(stop);
      // Asked for a free port, only who listens knows the address.
      const signIn = await firstLink(store, config.port === 0 ? address : config.url, now());
      if (what.json) out(`${JSON.stringify({ address, signIn: signIn ?? null })}\n`);
      else out(`Dateline is at ${address}\n${signIn === undefined ? "" : firstLinkSaid(signIn)}`);
    }
    process.send?.("listening");
    const end = untilToldToStop();
    const isOver =
      what.only === undefined && (await Promise.race([end.then(() => true), pause(WORKER_LOADED_AFTER_MS, false)]));
    // It is stopped after the last reader was answered.
    if (what.only !== "web" && !isOver) stops.splice(1, 0, await startWorker(store, config, now, told));
    await end;
    return 0;
  } finally {
    // Readers first, then the worker, then the store.
    for (const stop of stops.reverse()) await stop();
  }
};

/** Where the first administrator comes in; nothing once there is one. */
async function firstLink({ db }: Store, url: string, at: Date): Promise<string | undefined> {
  const { makeFirstLink } = await import("#agency/staff/actions.ts");
  const token = await makeFirstLink(db, { at });
  return token === undefined ? undefined : `${url}/desk/sign-in/${token}`;
}

function firstLinkSaid(link: string): string {
  return `Nobody runs the desk yet. Whoever follows this link first becomes its administrator; it holds for a day:\n${link}\n`;
}

async function seedDemo(store: Store, config: Config, at: Date): Promise<void> {
  const { seedNewsroom } = await import("#test/newsroom.ts");
  await seedNewsroom(store.db, { files: await mediaFiles(config), at });
}

/** Where pictures are kept: in the object store that is set, else in the data directory. */
async function mediaFiles({ data, media }: Pick<SiteConfig, "data" | "media">): Promise<Files> {
  if (media) return (await import("#outside/s3.ts")).filesInS3(media);
  return (await import("#outside/files.ts")).filesIn(join(data, "media"));
}

type Told = (sentence: string, cause: unknown) => void;

async function startWorker(store: Store, config: Config, now: () => Date, report: Told): Promise<() => Promise<void>> {
  const [{ work }, { jobsWith, SCHEDULE, CDN_SCHEDULE, SLOW }, { keyIn }, { logSigner }, { readerKeys }] =
    await Promise.all([
      import("#worker/work.ts"),
      import("#worker/jobs.ts"),
      import("#outside/keys.ts"),
      import("#outside/log-key.ts"),
      import("#outside/reader-keys.ts"),
    ]);
  const { keys, url, smtp, mailFrom, witnesses, authorities, cdns } = config;
  const mailKey = await keyIn(keys, "mail");
  const log = await logSigner(keys, url);
  const readers = await readerKeys(keys);
  const { pushKey } = await import("#outside/push-key.ts");
  const { networkBeside } = await import("#outside/fetch.ts");
  const push = await pushKey(keys);
  const jobs = jobsWith({
    url,
    smtp,
    mailFrom,
    mailKey,
    files: await mediaFiles(config),
    log,
    readers,
    push,
    wireKey: await keyIn(keys, "wire"),
    ...(config.wirePrivate.length > 0 && { clientNetwork: networkBeside(config.wirePrivate) }),
    witnesses,
    authorities,
    cdns,
    feed: await feedsOf({ db: store.db, url, now, log }),
    wireFolder: join(config.data, "wire"),
  });
  const schedule = cdns.length > 0 ? [...SCHEDULE, ...CDN_SCHEDULE] : SCHEDULE;
  const worker = work({ store, jobs, slow: SLOW, schedule, now, report });
  if (cdns.length === 0) return worker.stop;
  const ask = () => {
    const asked = enqueue(store.db, "cdn.purge", {}, now(), { key: "cdn.purge" });
    // What moved is in the store: the next move or the next quarter of an hour asks again.
    asked.catch((cause) => report("the caches in front of the site could not be told what moved", cause));
  };
  const { stop } = watchTopics(store, ask);
  // For what moved while this program was not there.
  ask();
  return async () => {
    stop();
    await worker.stop();
  };
}

/** The port is tried first, for those who share it would not notice that somebody else has it. */
async function startManyWebs(what: Parameters<Serve>[0], config: Config, report: (sentence: string) => void) {
  const tried = listening(config, () => new Response(null, { status: 503 }));
  const port = String(tried.port);
  await tried.stop(true);
  const given = (["data", "database", "host"] as const).flatMap((name) =>
    what[name] === undefined ? [] : [`--${name}`, what[name]],
  );
  const { startWorkers } = await import("./cli/workers.ts");
  const { stop } = await startWorkers({
    count: what.workers,
    command: [...thisProgram(), "serve", "--only", "web", "--share-port", "--port", port, ...given],
    report,
  });
  return { address: `http://${nameOf(config.host)}:${port}`, stop };
}

function thisProgram(): readonly string[] {
  return isSingleFile ? [process.execPath] : [process.execPath, Bun.main];
}

// Whoever reads comes first; whoever opens the desk before that has it loaded at once.
const DESK_LOADED_AFTER_MS = 1_000;
const WORKER_LOADED_AFTER_MS = 300;

function bundleAhead(): void {
  // What is wrong with a script is told where its address is asked for.
  import("#site/assets/islands.ts").then(({ siteIslands }) => siteIslands()).catch(() => undefined);
}

// Most of what a start runs it runs once: making machine code of it takes a fifth of its time, so that only what is run this many
// times as often as usual is worth it.
const SPARING = 8;

async function startWeb(store: Store, config: Config, now: () => Date, told: Told, sharePort: boolean) {
  Bun.unsafe.setJITPolicy(SPARING);
  const web = await openSite(store, config, now, told);
  const watch = watchTopics(store, (moved, recalled) => {
    web.press.moved(moved, recalled);
    web.live.moved(moved);
    if (recalled.length > 0) file.forget().catch((cause) => told("the kept pages could not be forgotten", cause));
  });
  const file = pressFile({
    path: join(config.data, "press", "pages"),
    db: store.db,
    press: web.press,
    watch,
    printer: `${programIdentity()} ${config.url} ${config.cdns.map(({ kind }) => kind).join()}`,
  });
  const server = listening(
    config,
    (request, server) => {
      // What stands in memory is answered at once: no promise, no look at who asks.
      const kept = web.kept(request);
      if (kept) return kept;
      const peer = server.requestIP(request)?.address;
      noteOwn(request, peer);
      const client = clientAddress(request.headers, peer, config.trustedProxies);
      if (client !== undefined) noteClient(request, client);
      const answer = web.fetch(request);
      // Who listens for what is new is not cut off for silence.
      if (request.url.endsWith("/replies/live")) server.timeout(request, 0);
      return answer;
    },
    sharePort,
  );
  const keeping = keepPress(file, {
    press: web.press,
    ask: (key) => web.fetch(new Request(`http://localhost${key}`)),
    report: told,
  });
  const begun = setTimeout(() => {
    Bun.unsafe.setJITPolicy(1);
    web.loadLater().catch((cause) => told("the desk could not be loaded", cause));
  }, DESK_LOADED_AFTER_MS);
  return {
    address: `http://${nameOf(config.host)}:${server.port}`,
    async stop() {
      clearTimeout(begun);
      web.live.stop();
      await server.stop();
      await keeping.stop();
      watch.stop();
    },
  };
}

function nameOf(host: string): string {
  if (host === "127.0.0.1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

type Answer = (request: Request, server: Bun.Server<undefined>) => Response | Promise<Response>;

function listening({ port, host }: Config, fetch: Answer, sharePort = false) {
  try {
    return Bun.serve({
      port,
      hostname: host,
      idleTimeout: 60,
      reusePort: sharePort,
      fetch,
    });
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (why === "EADDRINUSE") {
      throw new Refused(
        `Port ${port} is taken by another program. Choose another one with --port, for example --port ${port + 1}.`,
        { cause },
      );
    }
    throw new Refused(`Dateline cannot listen on ${host}:${port}: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

type SiteConfig = Pick<Config, "data" | "keys" | "url"> &
  Partial<Pick<Config, "smtp" | "mailFrom" | "media" | "metricsToken" | "cdns">> & {
    readonly network?: Network;
    readonly wirePrivate?: readonly string[];
    readonly live?: Live;
    /** Where `db` is the store itself. */
    readonly stories?: KeptStories;
    /** Asked when `/metrics` is; there is none before the addresses are known. */
    readonly press?: () => Press | undefined;
  };

export type OpenedSite = Web & { readonly live: Live };

export async function openSite({ db }: Store, config: SiteConfig, now: () => Date, told: Told): Promise<OpenedSite> {
  const [
    { openWeb },
    { meetHouses, notFoundPage, siteIslands, openKeptStories, openLive },
    { brokenPage, waitingPage },
    { assets },
    { PROGRAMS },
  ] = await Promise.all([
    import("#press/web.ts"),
    import("#site/site.ts"),
    import("#site/not-found.tsx"),
    import("#site/assets/assets.ts"),
    import("#wire/bearer.ts"),
  ]);
  const { logSigner } = await import("#outside/log-key.ts");
  const log = await logSigner(config.keys, config.url);
  const islands = await siteIslands();
  const live = openLive(db);
  const site = { db, url: config.url, now, assets: { ...assets().addresses, islands: islands.addresses }, log };
  await meetHouses(site);
  const stories = openKeptStories();
  const whole = { ...config, live, stories, press: () => web.press };
  const web: Web = openWeb({
    routes: await readersRoutes(db, whole, now),
    later: { below: "/desk", routes: () => routesOfDesk(db, whole, now) },
    notFound: (request) => notFoundPage(site, request),
    programs: PROGRAMS,
    broken: (request, reference) => brokenPage(site, request, reference),
    waiting: (request, why, sent) => waitingPage(site, request, why, sent),
    reading: (work) => readingAside(db, work),
    isAway: engineOf(db).isAway,
    tellCdn: config.cdns?.length ? await cdnTold(db, config.cdns, now) : undefined,
    now,
    told: (reference, { method, url }, cause) => told(`${method} ${new URL(url).pathname} broke (${reference})`, cause),
  });
  const press: Press = {
    ...web.press,
    moved(topics, recalled) {
      stories.moved(topics, recalled);
      web.press.moved(topics, recalled);
    },
  };
  return { ...web, press, live };
}

/** What each page says to the caches in front of the site, and what is noted for those that know no keys. */
async function cdnTold(db: Db, cdns: readonly Cdn[], now: () => Date): Promise<NonNullable<PressOptions["tellCdn"]>> {
  const [{ tellCdn }, { noteHandedOut }] = await Promise.all([
    import("#lib/cdn.ts"),
    import("#agency/settings/cdn.ts"),
  ]);
  const kinds = cdns.map(({ kind }) => kind);
  return async (headers, page) => {
    tellCdn(headers, kinds, page);
    if (kinds.includes("purge")) await noteHandedOut(db, { ...page, at: now() });
  };
}

/** Every public address of this program, as `docs/addresses.txt` lists them. */
export async function publicRoutes(db: Db, config: SiteConfig, now: () => Date): Promise<Route[]> {
  return [...(await routesOfDesk(db, config, now)), ...(await readersRoutes(db, config, now))];
}

/** The desk, which nothing of is loaded before somebody asks for it. */
async function routesOfDesk(
  db: Db,
  { data, media, keys, url, smtp, mailFrom, network, wirePrivate = [] }: SiteConfig,
  now: () => Date,
): Promise<Route[]> {
  const [{ deskRoutes }, { openAuth }, { previewsOf }, { assets }, { siteIslands }] = await Promise.all([
    import("#desk/desk.ts"),
    import("#desk/auth/auth.ts"),
    import("#site/desk-previews.tsx"),
    import("#site/assets/assets.ts"),
    import("#site/site.ts"),
  ]);
  const [{ keyIn }, { logSigner }, { readerKeys }, { networkBeside }] = await Promise.all([
    import("#outside/keys.ts"),
    import("#outside/log-key.ts"),
    import("#outside/reader-keys.ts"),
    import("#outside/fetch.ts"),
  ]);
  const paper = { ...assets().addresses, islands: (await siteIslands()).addresses };
  const previews: Previews = previewsOf({ db, url, now, assets: paper, log: await logSigner(keys, url) });
  return deskRoutes({
    db,
    url,
    now,
    paper,
    files: await mediaFiles({ data, media }),
    auth: openAuth({ db, url, key: await keyIn(keys, "desk"), now }),
    mail: { smtp, mailFrom, url, mailKey: await keyIn(keys, "mail") },
    previews,
    sourceKey: await keyIn(keys, "sources"),
    wireKey: await keyIn(keys, "wire"),
    wireFolder: join(data, "wire"),
    replyIndex: await keyIn(keys, "reply-index"),
    replyLetters: (await readerKeys(keys)).challenge,
    ...(network && { network }),
    ...(wirePrivate.length > 0 && { clientNetwork: networkBeside(wirePrivate) }),
  });
}

/** What readers and machines ask for. */
async function readersRoutes(
  db: Db,
  { data, media, keys, url, smtp, mailFrom, live, stories, metricsToken, press }: SiteConfig,
  now: () => Date,
): Promise<Route[]> {
  const [
    {
      siteRoutes,
      notFoundPage,
      replyRoutes,
      embedRoutes,
      mineRoutes,
      letterRoutes,
      portalRoutes,
      pushRoutes,
      reportRoutes,
      openDoors,
      openLive,
      siteIslands,
    },
    { feedRoutes },
    { storyRoutes },
    { sitemapRoutes },
    { discoveryRoutes },
    { hubRoutes },
    { incomingRoutes },
    { clientRoutes },
    { newGate },
    { apiRoutes },
    { fileRoutes },
    { operationRoutes },
    { metricsRoute },
    { assets },
  ] = await Promise.all([
    import("#site/site.ts"),
    import("#wire/feeds.ts"),
    import("#wire/stories.ts"),
    import("#wire/sitemaps.ts"),
    import("#wire/discovery.ts"),
    import("#wire/hub.ts"),
    import("#wire/incoming.ts"),
    import("#wire/clients.ts"),
    import("#wire/bearer.ts"),
    import("#wire/api.ts"),
    import("#site/files.ts"),
    import("#site/operations.ts"),
    import("#site/metrics.ts"),
    import("#site/assets/assets.ts"),
  ]);
  const [{ readerKeys }, { networkKeyIn }, { pushKey }] = await Promise.all([
    import("#outside/reader-keys.ts"),
    import("#outside/network-key.ts"),
    import("#outside/push-key.ts"),
  ]);
  const [{ agencySheetAt }, { keyIn }, { logSigner }] = await Promise.all([
    import("#site/agency-sheet.ts"),
    import("#outside/keys.ts"),
    import("#outside/log-key.ts"),
  ]);
  const islands = await siteIslands();
  const addresses = { ...assets().addresses, islands: islands.addresses };
  const siteFiles = [...assets().files, ...islands.files];
  const files = await mediaFiles({ data, media });
  const site = { db, url, now, assets: addresses, log: await logSigner(keys, url), stories };
  const mail = { smtp, mailFrom, url, mailKey: await keyIn(keys, "mail") };
  const doors = openDoors({
    keys: await readerKeys(keys),
    mail,
    networkKey: networkKeyIn(keys),
    live: live ?? openLive(db),
    pushKey: (await pushKey(keys)).publicKey,
  });
  const notFound = (request: Request) => notFoundPage(site, request);
  const feeds = feedRoutes(site, notFound);
  const gate = newGate(site);
  const asset = async (address: string) => {
    if (address.startsWith("/assets/agency.")) return agencySheetAt(db, address);
    const isOfDesk = address.startsWith("/assets/desk");
    const all = isOfDesk ? (await (await import("#desk/assets.ts")).deskAssets()).files : siteFiles;
    return all.find((file) => file.address === address);
  };
  return [
    ...operationRoutes(site),
    metricsRoute({ db, figures: () => figuresOf(press?.()), token: metricsToken }, notFound),
    ...fileRoutes(asset, files, notFound),
    ...feeds,
    ...hubRoutes(site, isAmong(feeds)),
    ...incomingRoutes({ db, now, wireKey: await keyIn(keys, "wire") }),
    ...clientRoutes(site, gate),
    ...apiRoutes(site, gate),
    ...portalRoutes(site, notFound),
    ...storyRoutes(site, notFound),
    ...sitemapRoutes(site, notFound),
    ...discoveryRoutes(site, notFound),
    ...replyRoutes(site, doors),
    ...embedRoutes(site, doors),
    ...mineRoutes(site, doors),
    ...letterRoutes(site, doors),
    ...pushRoutes(site, doors),
    ...reportRoutes(site, doors),
    ...siteRoutes(site),
  ];
}

function figuresOf(press: Press | undefined) {
  const nothing = { kept: 0, printed: 0, lastGood: 0, printingMs: 0, printedWithin: [] };
  return { ...(press?.counts() ?? nothing), ...(press?.size() ?? { pages: 0, bytes: 0 }), stepsMs: PRINTING_STEPS_MS };
}

/** The public site over one state of the store, at one moment, without the press: what `export` writes down. */
export async function siteOn(db: Db, config: SiteConfig, at: Date): Promise<Site> {
  const [{ notFoundPage }, { assets }, { logSigner }] = await Promise.all([
    import("#site/site.ts"),
    import("#site/assets/assets.ts"),
    import("#outside/log-key.ts"),
  ]);
  const now = () => at;
  const routes = await publicRoutes(db, config, now);
  const find = addressBook(routes);
  const log = await logSigner(config.keys, config.url);
  const site = { db, url: config.url, now, assets: assets().addresses, log };
  const asked = (address: string) => new Request(`http://localhost${address}`);
  return {
    addresses: routes.flatMap(({ method, address }) => (method === "GET" ? [address] : [])),
    answer: async (address) => {
      const request = asked(address);
      const found = find("GET", new URL(request.url), request);
      return found ? found.route.answer(found.visit) : notFoundPage(site, request);
    },
    notFound: () => notFoundPage(site, asked("/404")),
  };
}

/** Whether a path, with nothing behind it, is answered by one of these. */
function isAmong(routes: readonly Route[]): (path: string) => boolean {
  let find: ReturnType<typeof addressBook> | undefined;
  return (path) => {
    find ??= addressBook(routes);
    const url = URL.parse(path, "http://localhost");
    return (
      url !== null && url.pathname + url.search + url.hash === path && find("GET", url, new Request(url)) !== undefined
    );
  };
}

type FeedWorld = { readonly db: Db; readonly url: string; readonly now: () => Date; readonly log: Signer };

/** Feeds as jobs send them to subscribers: printed as for a reader, without the press. */
export async function feedsOf(world: FeedWorld): Promise<(path: string) => Promise<FeedCopy | undefined>> {
  const { feedRoutes } = await import("#wire/feeds.ts");
  const find = addressBook(feedRoutes(world, async () => new Response(null, { status: 404 })));
  const copyAt = async (path: string): Promise<FeedCopy | undefined> => {
    const url = new URL(path, "http://localhost");
    const found = find("GET", url, new Request(url));
    const answer = await found?.route.answer(found.visit);
    // Who follows a feed that has another address now follows it there: a story's own address leads nowhere else.
    if (answer?.status === 308) return copyAt(answer.headers.get("location") ?? "");
    if (answer?.status !== 200) return undefined;
    return { bytes: await answer.bytes(), type: answer.headers.get("content-type") ?? "" };
  };
  return copyAt;
}

async function untilToldToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  // One of several processes ends with the one that started it.
  process.once("disconnect", () => resolve());
  await promise;
}

function inFull(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** Loaded when something else than `serve` is asked for: who starts the site waits for none of it. */
async function otherCommands(): Promise<readonly Command[]> {
  const [
    { backup },
    { doctorCommand },
    { editionAdd, editionList, editionSet },
    { exportCommand },
    { exportDisqus, exportIsso, exportRemark42, exportWxr },
    { importDateline },
    { importGhost },
    { importRss },
    { importWxr },
    { importDisqus, importIsso, importRemark42 },
    { intake },
    { label },
    { migrate },
    { registerImport, registerList, registerSweep },
    { restore },
    { staffInvite },
    { verify },
    { withheldOpen },
  ] = await Promise.all([
    import("./cli/backup.ts"),
    import("./cli/doctor.ts"),
    import("./cli/edition.ts"),
    import("./cli/export.ts"),
    import("./cli/export-replies.ts"),
    import("./cli/import/dateline.ts"),
    import("./cli/import/ghost.ts"),
    import("./cli/import/rss.ts"),
    import("./cli/import/wxr.ts"),
    import("./cli/import-replies.ts"),
    import("./cli/intake.ts"),
    import("./cli/label.ts"),
    import("./cli/migrate.ts"),
    import("./cli/register.ts"),
    import("./cli/restore.ts"),
    import("./cli/staff.ts"),
    import("./cli/verify.ts"),
    import("./cli/withheld.ts"),
  ]);
  return [
    intake,
    label,
    registerImport,
    registerList,
    registerSweep,
    importDisqus,
    importRemark42,
    importIsso,
    editionList,
    editionAdd,
    editionSet,
    doctorCommand(async () => {
      const { wordsFor } = await import("#site/words/words.ts");
      return (language) => wordsFor(language).own;
    }),
    staffInvite,
    withheldOpen,
    backup,
    restore,
    migrate,
    exportCommand({ siteOn, files: mediaFiles }),
    exportDisqus,
    exportRemark42,
    exportIsso,
    exportWxr,
    importDateline(mediaFiles),
    importWxr({ files: mediaFiles }),
    importGhost({ files: mediaFiles }),
    importRss({ files: mediaFiles }),
    {
      ...importDateline(mediaFiles),
      name: "import",
      synopsis: "import DIR",
      summary: "the same as: import dateline DIR",
    },
    verify,
  ];
}

/** Where results go nobody reads on, as after `| head`, or the disk they go to is full. */
function lostResults(cause: Error): never {
  const isClosed = "code" in cause && cause.code === "EPIPE";
  if (!isClosed) process.stderr.write(`dateline: The results cannot be written: ${cause.message}.\n`);
  process.exit(isClosed ? 0 : 1);
}

/** What the command line asks for, with this process's own streams. */
export async function dateline(words: readonly string[]): Promise<number> {
  process.stdout.on("error", lostResults);
  const world: World = {
    stdin: () => Bun.stdin.stream(),
    out: (text) => void process.stdout.write(text),
    drained: () =>
      process.stdout.writableNeedDrain
        ? new Promise((resolve) => process.stdout.once("drain", () => resolve()))
        : Promise.resolve(),
    err: (text) => void process.stderr.write(text),
    errIsTerminal: process.stderr.isTTY === true,
    now: () => new Date(),
    config: (given) => configFrom(given, process.env),
  };
  const site = serveCommand(serve);
  const commands = words[0] === site.name ? [site] : [site, ...(await otherCommands())];
  return run(commands, words, world);
}

/** What the single file of a release can be told by its first word to be instead, in a process of its own. */
const APART: Readonly<Record<string, () => Promise<unknown>>> = {
  "src/outside/pdf/read.ts": () => import("#outside/pdf/read.ts"),
};

/** Does what the words ask for; the process ends with what it answers as its status. */
export async function begin(words: readonly string[]): Promise<void> {
  const apart = isSingleFile ? APART[words[0] ?? ""] : undefined;
  if (apart) await apart();
  else process.exitCode = await dateline(words);
}
