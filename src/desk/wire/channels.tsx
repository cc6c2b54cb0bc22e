/** Channels of the wire at the desk: added, tried, changed, paused, and how asking them goes. */
import { addChannel, askChannel, changeChannel, makeToken, pauseChannel } from "#agency/wire-in/actions.ts";
import {
  CHANNEL_KINDS,
  type ChannelFacts,
  type ChannelKind,
  type ChannelProblem,
  problemsOf,
  USUAL_LETTERS,
  unreadProblem,
} from "#agency/wire-in/channels.ts";
import {
  isSameDoor,
  type MailboxPlace,
  mailboxAddress,
  mailboxAt,
  SECURITIES,
  USUAL_PORTS,
} from "#agency/wire-in/mailbox.ts";
import { type Channel, channelById, channels, itemLines } from "#agency/wire-in/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { sealed } from "#lib/sealed.ts";
import { fetchPublic } from "#outside/fetch.ts";
import { tryMailbox } from "#outside/mailbox.ts";
import { readWire } from "#text/wire/read/wire.ts";
import { Moment } from "../replies/parts.tsx";
import { Choice, Problem, TextArea, TextField, Tick } from "../views/fields.tsx";
import { ItemList } from "../views/wire.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import type { DeskWords } from "../words/words.ts";

const CHANNELS = "/desk/wire/+channels";
const NEWEST = 10;
const MOST_BYTES = 10 * 1024 * 1024;
const LONGEST_PASSWORD = 1_000;
const TRY_MS = 20_000;
const DAY_MS = 24 * 60 * 60 * 1000;

export function channelRoutes(world: DeskWorld): Route[] {
  const right = "wire.keep";
  const one = `${CHANNELS}/{channel}`;
  const fresh = { address: `${CHANNELS}/+new`, right, parameters: ["kind"] } as const;
  return [
    deskPage(world, { address: CHANNELS, right }, printChannels),
    deskPage(world, fresh, printNew),
    deskAction(world, fresh, keepNew),
    deskPage(world, { address: one, right }, printOne),
    deskAction(world, { address: one, right }, change),
    deskAction(world, { address: `${one}/act`, right }, act),
    deskAction(world, { address: `${one}/token`, right }, token),
  ];
}

async function printChannels(visit: DeskVisit): Promise<DeskPage> {
  const { db, words } = visit;
  const said = words.wire.channels;
  const all = await channels(db);
  return {
    title: said.title,
    place: "wire",
    main: (
      <>
        <p>
          <a href="/desk/wire">{words.wire.back}</a>
        </p>
        <p class="introduction">{said.introduction}</p>
        {all.length === 0 && <p>{words.wire.noChannels}</p>}
        <ul class="stories wire-channels">
          {all.map((channel) => (
            <li>
              <a href={`${CHANNELS}/${channel.id}`} dir="auto">
                {channel.name}
              </a>
              <p class="about">
                <Health channel={channel} words={words} />
                <span>{said.kinds[channel.kind]}</span>
                {channel.heardAt !== null && (
                  <span>
                    {said.heard}: <Moment visit={visit} at={channel.heardAt} />
                  </span>
                )}
              </p>
              {channel.problem !== null && <p class="quiet">{problemSaid(channel.problem, words)}</p>}
            </li>
          ))}
        </ul>
        <section aria-labelledby="add">
          <h2 id="add">{said.add}</h2>
          <ul class="wire-kinds">
            {CHANNEL_KINDS.map((kind) => (
              <li>
                <a href={`${CHANNELS}/+new?kind=${kind}`}>{said.kinds[kind]}</a>
                <p class="hint">{said.kindHints[kind]}</p>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  };
}

const Health = ({ channel, words }: { readonly channel: Channel; readonly words: DeskWords }) => {
  const said = words.wire.channels;
  if (channel.state !== "on") return <strong class="stage">{said.states[channel.state]}</strong>;
  if (channel.failures > 0) return <strong class="overdue">{said.ill}</strong>;
  return channel.heardAt === null ? null : <strong class="stage published">{said.well}</strong>;
};

/** Why the last try failed, in words of the desk. */
function problemSaid(problem: string, { wire, preflight }: DeskWords): string {
  const said = wire.channels;
  const passed = /^passed: (\d+)$/.exec(problem)?.[1];
  if (passed !== undefined) return said.passed(Number(passed));
  const because: Readonly<Record<string, string>> = said.because;
  const [, many, reason = "", name] = /^aside: (\d+): ([a-z-]+): ([\s\S]*)$/.exec(problem) ?? [];
  if (name !== undefined) return said.aside(Number(many), name, because[reason] ?? reason);
  const [, why = "", feed] = /^unread: ([a-z-]+)(?: (\S+))?$/.exec(problem) ?? [];
  if (because[why] !== undefined)
    return said.failed(because[why]) + (feed === undefined ? "" : ` ${said.namesFeed(feed)}`);
  const unread = /^unread: ([\s\S]*?)\.?$/.exec(problem)?.[1];
  if (unread !== undefined) return said.failed(said.unread(unread));
  const known: Readonly<Record<string, string>> = { ...preflight.linkStates, ...said.mail };
  return said.failed(known[problem] ?? (/^\d{3}$/.test(problem) ? preflight.linkStatus(problem) : problem));
}

type Typed = ChannelFacts & {
  readonly every: string;
  /** What was typed of a mailbox, whether or not it is one. */
  readonly place: TypedPlace;
  readonly days: string;
  readonly hasPassword: boolean;
};

type TypedPlace = Omit<MailboxPlace, "port"> & { readonly port: string };

const NO_PLACE: TypedPlace = { host: "", port: "", security: "tls", user: "", folder: "INBOX" };

const NOTHING_TYPED: Omit<Typed, "kind"> = {
  name: "",
  address: "",
  language: null,
  editionId: null,
  rightsHolder: "",
  usageTerms: "",
  everyMinutes: null,
  every: "",
  place: NO_PLACE,
  days: String(USUAL_LETTERS.days),
  hasPassword: false,
};

async function printNew(visit: DeskVisit): Promise<DeskPage> {
  return newPage(visit, { ...NOTHING_TYPED, kind: kindFrom(visit.query["kind"] ?? "") });
}

function kindFrom(text: string): ChannelKind {
  return CHANNEL_KINDS.find((kind) => kind === text) ?? "feed";
}

type Tried = { readonly problems?: readonly ChannelProblem[]; readonly tried?: string; readonly failed?: string };

function newPage(visit: DeskVisit, typed: Typed, tried: Tried = {}): DeskPage {
  const { words } = visit;
  const said = words.wire.channels;
  const isRefused = (tried.problems?.length ?? 0) > 0 || tried.failed !== undefined;
  return {
    title: `${said.add}: ${said.kinds[typed.kind]}`,
    place: "wire",
    ...(isRefused && { status: 422 }),
    main: (
      <>
        <p>
          <a href={CHANNELS}>{words.wire.toChannels}</a>
        </p>
        <p class="introduction">{said.kindHints[typed.kind]}</p>
        {tried.tried !== undefined && <p role="status">{tried.tried}</p>}
        {tried.failed !== undefined && <Problem>{tried.failed}</Problem>}
        <form method="post" action={`${CHANNELS}/+new`} class="source-form">
          <input type="hidden" name="kind" value={typed.kind} />
          <Fields typed={typed} problems={tried.problems ?? []} visit={visit} />
          <p class="buttons">
            <button type="submit" class="main" name="do" value="keep">
              {said.keep}
            </button>
            {(typed.kind === "feed" || typed.kind === "mailbox") && (
              <button type="submit" name="do" value="test">
                {said.test}
              </button>
            )}
          </p>
        </form>
      </>
    ),
  };
}

type FieldsProps = {
  readonly typed: Typed;
  readonly problems: readonly ChannelProblem[];
  readonly visit: DeskVisit;
};

const Fields = ({ typed, problems, visit: { words, editions } }: FieldsProps) => {
  const said = words.wire.channels;
  const { fields, hints } = said;
  const problem = (...of: readonly ChannelProblem[]) => {
    const found = problems.find((one) => of.includes(one));
    return found && said.problems[found];
  };
  const where = { feed: "feed", folder: "folder", webhook: undefined, mailbox: undefined } as const;
  const address = where[typed.kind];
  return (
    <>
      {problem("long") !== undefined && <Problem>{problem("long")}</Problem>}
      <TextField name="name" label={fields.name} value={typed.name} problem={problem("name")} required dir="auto" />
      {address !== undefined && (
        <TextField
          name="address"
          label={fields[address]}
          hint={hints[address]}
          value={typed.address}
          type={typed.kind === "feed" ? "url" : "text"}
          problem={problem("address", "folder", "taken")}
          required
          dir="ltr"
        />
      )}
      {typed.kind === "mailbox" && <MailboxFields typed={typed} words={words} problem={problem} />}
      <TextField
        name="language"
        label={fields.language}
        hint={hints.language}
        value={typed.language ?? ""}
        problem={problem("language")}
        dir="ltr"
      />
      <Choice
        name="edition"
        label={fields.edition}
        options={[{ value: "", text: said.anyEdition }, ...editions.map(({ id, name }) => ({ value: id, text: name }))]}
        chosen={typed.editionId ?? ""}
      />
      <TextField name="holder" label={fields.holder} value={typed.rightsHolder} dir="auto" />
      <TextArea name="terms" label={fields.terms} hint={hints.terms} value={typed.usageTerms} rows={3} dir="auto" />
      {typed.kind !== "webhook" && (
        <TextField
          name="every"
          label={fields.every}
          hint={hints.every}
          value={typed.every}
          inputmode="numeric"
          problem={problem("every")}
          dir="ltr"
        />
      )}
    </>
  );
};

type MailboxProps = {
  readonly typed: Typed;
  readonly words: DeskWords;
  readonly problem: (...of: readonly ChannelProblem[]) => string | undefined;
};

const MailboxFields = ({ typed, words, problem }: MailboxProps) => {
  const { fields, hints, securities } = words.wire.channels;
  const { place, letters = USUAL_LETTERS } = typed;
  return (
    <>
      <TextField
        name="host"
        label={fields.host}
        hint={hints.host}
        value={place.host}
        problem={problem("mailbox", "taken")}
        required
        dir="ltr"
      />
      <Choice
        name="security"
        label={fields.security}
        options={SECURITIES.map((value) => ({ value, text: securities[value] }))}
        chosen={place.security}
      />
      <TextField name="port" label={fields.port} hint={hints.port} value={place.port} inputmode="numeric" dir="ltr" />
      <TextField name="user" label={fields.user} value={place.user} autocomplete="off" required dir="ltr" />
      <TextField
        name="password"
        label={fields.password}
        hint={typed.hasPassword ? hints.passwordKept : hints.password}
        type="password"
        autocomplete="new-password"
        problem={problem("password")}
        required={!typed.hasPassword}
        dir="ltr"
      />
      <TextField
        name="folder"
        label={fields.mailFolder}
        hint={hints.mailFolder}
        value={place.folder}
        required
        dir="auto"
      />
      <TextField
        name="days"
        label={fields.days}
        value={typed.days}
        inputmode="numeric"
        problem={problem("days")}
        dir="ltr"
      />
      <TextArea
        name="senders"
        label={fields.senders}
        hint={hints.senders}
        value={letters.senders}
        problem={problem("senders")}
        rows={3}
        dir="ltr"
      />
      <Tick name="marks-seen" label={fields.marksSeen} ticked={letters.marksSeen} />
    </>
  );
};

function placeIn(form: Form): TypedPlace {
  return {
    host: form.text("host"),
    port: form.text("port"),
    security: SECURITIES.find((one) => one === form.text("security")) ?? "tls",
    user: form.text("user"),
    folder: form.text("folder"),
  };
}

function addressIn(form: Form, kind: ChannelKind): string {
  if (kind === "webhook") return "";
  if (kind !== "mailbox") return form.text("address");
  const place = placeIn(form);
  return mailboxAddress({ ...place, port: place.port === "" ? USUAL_PORTS[place.security] : Number(place.port) });
}

function typedIn(form: Form, kind: ChannelKind, { editions }: DeskVisit): Typed {
  const every = form.text("every");
  const days = form.text("days");
  const letters = {
    days: Number(days),
    senders: form.text("senders"),
    marksSeen: form.text("marks-seen") === "yes",
  };
  return {
    kind,
    name: form.text("name"),
    address: addressIn(form, kind),
    ...(kind === "mailbox" && { letters }),
    place: placeIn(form),
    days,
    hasPassword: false,
    language: form.text("language") || null,
    editionId: editions.find(({ id }) => id === form.text("edition"))?.id ?? null,
    rightsHolder: form.text("holder"),
    usageTerms: form.text("terms"),
    everyMinutes: every === "" ? null : Number(every),
    every,
  };
}

function factsOf({ every: _, place: __, days: ___, hasPassword: ____, ...facts }: Typed): ChannelFacts {
  return facts;
}

function passwordIn(form: Form): string {
  return form.text("password").slice(0, LONGEST_PASSWORD);
}

async function keepNew(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world } = visit;
  const typed = typedIn(form, kindFrom(form.text("kind")), visit);
  const facts = factsOf(typed);
  const password = passwordIn(form);
  const isMailbox = facts.kind === "mailbox";
  const isTest = form.text("do") === "test";
  const known = (await channels(db)).find(({ kind, address }) => kind === facts.kind && address === facts.address);
  const problems = [
    ...problemsOf(isTest && facts.name === "" ? { ...facts, name: "-" } : facts),
    ...(known && facts.kind !== "webhook" ? (["taken"] as const) : []),
    ...(isMailbox && password === "" ? (["password"] as const) : []),
  ];
  if (problems.length > 0) return newPage(visit, typed, { problems });
  if (isTest)
    return newPage(
      visit,
      typed,
      isMailbox ? await tryBox(visit, facts, password) : await tryFeed(visit, facts.address),
    );
  const id = await addChannel(db, {
    facts,
    ...(isMailbox && { sealed: sealed(world.wireKey, password) }),
    by: staff.id,
    at,
  });
  return seeOther(`${CHANNELS}/${id}`, "kept");
}

/** Signs in as the worker will, counts what the first look would find, and keeps nothing. */
async function tryBox({ words, world, at }: DeskVisit, facts: ChannelFacts, password: string): Promise<Tried> {
  const said = words.wire.channels;
  const place = mailboxAt(facts.address);
  const { days } = facts.letters ?? USUAL_LETTERS;
  if (!place) return { problems: ["mailbox"] };
  const answer = await tryMailbox({
    at: place,
    password,
    since: new Date(at.getTime() - days * DAY_MS),
    network: world.clientNetwork ?? world.network,
    timeoutMs: TRY_MS,
  });
  if ("problem" in answer) return { failed: problemSaid(answer.problem, words) };
  return { tried: said.testedLetters(answer.letters, days) };
}

/** Asks for it as the worker will, and keeps nothing. */
async function tryFeed({ words, world }: DeskVisit, address: string): Promise<Tried> {
  const said = words.wire.channels;
  const answer = await fetchPublic(address, {
    agent: `Dateline (+${world.url})`,
    robots: "Dateline",
    mostBytes: MOST_BYTES,
    ...(world.network && { network: world.network }),
  });
  if ("problem" in answer) return { failed: problemSaid(answer.problem, words) };
  const { status, bytes, address: from } = answer.fetched;
  if (status !== 200) return { failed: problemSaid(String(status), words) };
  const read = readWire(bytes, { address: from });
  if ("problem" in read) return { failed: problemSaid(unreadProblem(read), words) };
  const { length } = read.items;
  const first = read.items.slice(0, 3).map(({ headline }) => `“${headline}”`);
  return { tried: length === 0 ? said.testedNone : `${said.tested(length)} ${first.join(", ")}` };
}

async function printOne(visit: DeskVisit): Promise<DeskPage | undefined> {
  const channel = await channelById(visit.db, visit.steps["channel"] ?? "");
  return channel && channelPage(visit, channel);
}

function typedOf(channel: Channel): Typed {
  const place = mailboxAt(channel.address);
  return {
    ...channel,
    every: channel.everyMinutes === null ? "" : String(channel.everyMinutes),
    place: place ? { ...place, port: String(place.port) } : NO_PLACE,
    days: String(channel.letters.days),
    hasPassword: channel.sealed !== null,
  };
}

type ShownChannel = {
  readonly typed?: Typed;
  readonly problems?: readonly ChannelProblem[];
  /** The address to send to, told this once. */
  readonly address?: string;
};

async function channelPage(visit: DeskVisit, channel: Channel, shown: ShownChannel = {}): Promise<DeskPage> {
  const { db, words } = visit;
  const said = words.wire.channels;
  const typed = shown.typed ?? typedOf(channel);
  const items = await itemLines(db, { channelId: channel.id }, { limit: NEWEST });
  const here = `${CHANNELS}/${channel.id}`;
  return {
    title: channel.name,
    place: "wire",
    ...((shown.problems?.length ?? 0) > 0 && { status: 422 }),
    main: (
      <>
        <p>
          <a href={CHANNELS}>{words.wire.toChannels}</a>
        </p>
        <p class="about">
          <Health channel={channel} words={words} />
          <span>{said.kinds[channel.kind]}</span>
        </p>
        {channel.kind === "webhook" ? (
          <Token here={here} channel={channel} address={shown.address} words={words} />
        ) : (
          <Asking here={here} channel={channel} visit={visit} />
        )}
        <section aria-labelledby="items">
          <h2 id="items">{said.items}</h2>
          {items.length === 0 ? <p>{words.wire.none}</p> : <ItemList items={items} visit={visit} />}
          <p>
            <a href={`/desk/wire?channel=${channel.id}&state=`}>{words.wire.everyState}</a>
          </p>
        </section>
        <section aria-labelledby="settings">
          <h2 id="settings">{said.settings}</h2>
          <form method="post" action={here} class="source-form">
            <Fields typed={typed} problems={shown.problems ?? []} visit={visit} />
            <p class="buttons">
              <button type="submit" class="main">
                {said.keep}
              </button>
            </p>
          </form>
        </section>
      </>
    ),
  };
}

type AskingProps = { readonly here: string; readonly channel: Channel; readonly visit: DeskVisit };

const Asking = ({ here, channel, visit }: AskingProps) => {
  const { words } = visit;
  const said = words.wire.channels;
  const moments = [
    [said.asked, channel.askedAt],
    [said.heard, channel.heardAt],
    [said.next, channel.dueAt],
  ] as const;
  return (
    <section aria-labelledby="health">
      <h2 id="health">{said.health}</h2>
      {channel.state === "gone" && <Problem>{said.gone}</Problem>}
      {channel.failures > 0 && <p>{said.failures(channel.failures)}</p>}
      {channel.problem !== null && channel.problemAt !== null && (
        <p class="problem">
          {said.lastProblem} (<Moment visit={visit} at={channel.problemAt} />
          ): {problemSaid(channel.problem, words)}
        </p>
      )}
      {channel.movedFrom !== null && <p dir="auto">{said.moved(channel.movedFrom)}</p>}
      {isHubState(channel.hubState) && <p>{said.hub[channel.hubState]}</p>}
      <dl class="wire-facts">
        {moments.map(([name, moment]) => (
          <div>
            <dt>{name}</dt>
            <dd>{moment === null ? said.never : <Moment visit={visit} at={moment} />}</dd>
          </div>
        ))}
      </dl>
      <Act here={here} channel={channel} words={words} isAsked />
    </section>
  );
};

type ActProps = {
  readonly here: string;
  readonly channel: Channel;
  readonly words: DeskWords;
  /** A channel we ask, not one that sends by itself. */
  readonly isAsked: boolean;
};

const Act = ({ here, channel, words, isAsked }: ActProps) => {
  const said = words.wire.channels;
  const isOn = channel.state === "on";
  return (
    <form method="post" action={`${here}/act`}>
      <p class="buttons">
        {isAsked && isOn && (
          <button type="submit" name="do" value="ask">
            {said.askNow}
          </button>
        )}
        <button type="submit" name="do" value={isOn ? "pause" : "resume"}>
          {isOn ? said.pause : said.resume}
        </button>
      </p>
    </form>
  );
};

function isHubState(state: string | null): state is "asked" | "held" | "refused" {
  return state === "asked" || state === "held" || state === "refused";
}

type TokenProps = {
  readonly here: string;
  readonly channel: Channel;
  readonly address: string | undefined;
  readonly words: DeskWords;
};

const Token = ({ here, channel, address, words }: TokenProps) => {
  const said = words.wire.channels;
  return (
    <section aria-labelledby="token">
      <h2 id="token">{said.token}</h2>
      <p class="hint">{said.tokenHint}</p>
      {address !== undefined && (
        <>
          <p role="status">{said.tokenMade}</p>
          <p class="address" dir="ltr">
            <code>{address}</code>
          </p>
        </>
      )}
      {!channel.hasToken && <p>{said.noToken}</p>}
      <form method="post" action={`${here}/token`}>
        <p class="buttons">
          <button type="submit">{said.makeToken}</button>
        </p>
      </form>
      <Act here={here} channel={channel} words={words} isAsked={false} />
    </section>
  );
};

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world } = visit;
  const channel = await channelById(db, visit.steps["channel"] ?? "");
  if (!channel) return undefined;
  const typed = { ...typedIn(form, channel.kind, visit), hasPassword: channel.sealed !== null };
  const facts = factsOf(typed);
  const password = passwordIn(form);
  const isMailbox = channel.kind === "mailbox";
  // Who may keep channels could have a password told to a server of their own.
  const isAskedFor = isMailbox && password === "" && !isSameDoor(facts.address, channel.address);
  const problems = [...problemsOf(facts), ...(isAskedFor ? (["password"] as const) : [])];
  if (problems.length > 0) return channelPage(visit, channel, { typed, problems });
  await changeChannel(db, {
    id: channel.id,
    facts,
    ...(isMailbox && password !== "" && { sealed: sealed(world.wireKey, password) }),
    by: staff.id,
    at,
  });
  return seeOther(`${CHANNELS}/${channel.id}`, "kept");
}

async function act(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const channel = await channelById(db, visit.steps["channel"] ?? "");
  if (!channel) return undefined;
  const what = form.text("do");
  if (what === "ask") await askChannel(db, { id: channel.id, at });
  else await pauseChannel(db, { id: channel.id, paused: what === "pause", by: staff.id, at });
  return seeOther(`${CHANNELS}/${channel.id}`, what === "ask" ? "wire-asked" : "kept");
}

async function token(visit: DeskVisit, _form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world } = visit;
  const channel = await channelById(db, visit.steps["channel"] ?? "");
  if (channel?.kind !== "webhook") return undefined;
  const made = await makeToken(db, { id: channel.id, by: staff.id, at });
  return channelPage(visit, { ...channel, hasToken: true }, { address: `${world.url}/wire/in/${made}` });
}
