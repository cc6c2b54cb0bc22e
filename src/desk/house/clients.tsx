/** Who takes the wire: a list, and for each what they take, their tokens and channels, and what was sent to them. */
import {
  acknowledge,
  addChannel,
  addClient,
  changeClient,
  closeClient,
  makeClientLink,
  makeToken,
  markOfClient,
  removeChannel,
  reopenClient,
  resend,
  revokeToken,
} from "#agency/clients/actions.ts";
import {
  CHANNEL_KINDS,
  type Channel,
  type ChannelKind,
  type Client,
  type ClientField,
  type ClientTyped,
  channelAddress,
  clientFrom,
  type Delivery,
  isScope,
  SCOPES,
} from "#agency/clients/clients.ts";
import {
  allClients,
  channelsOf,
  clientById,
  formatFrom,
  headlinesOf,
  newestDeliveries,
  type Try,
  tokensOf,
  triesOf,
} from "#agency/clients/queries.ts";
import { labelsChanged } from "#agency/clients/reasons.ts";
import { sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { emailFrom } from "#agency/staff/staff.ts";
import { LABEL_WAYS } from "#agency/wire/stories.ts";
import type { Form } from "#lib/form.ts";
import { languageName } from "#lib/languages.ts";
import type { Route } from "#lib/routes.ts";
import { FORMATS } from "#text/wire/formats.ts";
import { shownAt } from "../flow/times.ts";
import { Choice, Problem, TextArea, TextField, Tick } from "../views/fields.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import { DESK_LANGUAGES } from "../words/spoken.ts";
import { Act, Buttons, From, MainAct } from "./parts.tsx";

const ADDRESS = "/desk/house/clients";
const NEW = "+new";
const LINES_A_PAGE = 50;
const MOST_CLIENTS_LISTED = 1_000;

export function clientHouseRoutes(world: DeskWorld): Route[] {
  const right = "client.keep";
  const one = `${ADDRESS}/{client}`;
  return [
    deskPage(world, { address: ADDRESS, right }, printList),
    deskPage(world, { address: one, right, parameters: ["before"] }, printClient),
    deskAction(world, { address: one, right }, change),
    deskAction(world, { address: `${one}/tokens`, right }, changeTokens),
    deskAction(world, { address: `${one}/channels`, right }, changeChannels),
  ];
}

function timeOf(visit: DeskVisit, at: Date): string {
  return shownAt(at, { timeZone: visit.editions[0]?.timeZone ?? "UTC" }, visit.words);
}

async function printList(visit: DeskVisit): Promise<DeskPage> {
  const { db, words } = visit;
  const said = words.clients;
  const all = await allClients(db, { limit: MOST_CLIENTS_LISTED });
  return {
    title: words.house.parts.clients.title,
    place: "house",
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {all.length === 0 && <p class="quiet">{said.none}</p>}
        <ul class="house-list">
          {all.map((client) => (
            <li>
              <a href={`${ADDRESS}/${client.id}`}>
                <bdi>{client.name}</bdi>
              </a>{" "}
              <span class="quiet">{client.closedAt === null ? said.number(client.lastNumber) : said.closed}</span>
            </li>
          ))}
        </ul>
        <p class="after-list">
          <a class="button" href={`${ADDRESS}/${NEW}`}>
            {said.add}
          </a>
        </p>
      </>
    ),
  };
}

const NOTHING_TYPED: ClientTyped = {
  name: "",
  email: "",
  language: "en",
  editions: [],
  sections: [],
  topics: [],
  keywords: "",
  labels: "text",
  jurisdictions: "",
  terms: "",
  takesEmbargoed: false,
};

function shownOf(client: Client): ClientTyped {
  return {
    ...client,
    keywords: client.keywords.join("\n"),
    jurisdictions: client.jurisdictions?.join(" ") ?? "",
  };
}

function typedIn(form: Form): ClientTyped {
  return {
    name: form.text("name"),
    email: form.text("email"),
    language: form.text("language"),
    editions: form.texts("editions"),
    sections: form.texts("sections"),
    topics: form.texts("topics"),
    keywords: form.text("keywords"),
    labels: form.text("labels"),
    jurisdictions: form.text("jurisdictions"),
    terms: form.text("terms"),
    takesEmbargoed: form.text("takesEmbargoed") === "yes",
  };
}

async function clientOf({ db, steps }: DeskVisit): Promise<Client | undefined> {
  return clientById(db, steps["client"] ?? "");
}

async function printClient(visit: DeskVisit): Promise<DeskPage | undefined> {
  if (visit.steps["client"] === NEW) return newClient(visit, { typed: NOTHING_TYPED, refused: [] });
  const client = await clientOf(visit);
  return client && clientPage(visit, client, {});
}

type Entered = { readonly typed: ClientTyped; readonly refused: readonly ClientField[] };

async function newClient(visit: DeskVisit, { typed, refused }: Entered): Promise<DeskPage> {
  return {
    title: visit.words.clients.add,
    place: "house",
    ...(refused.length > 0 && { status: 422 }),
    main: await detailsForm(visit, { typed, refused, action: `${ADDRESS}/${NEW}` }),
  };
}

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, steps, words } = visit;
  const hand = { by: staff.id, at };
  const isNew = steps["client"] === NEW;
  const client = isNew ? undefined : await clientOf(visit);
  if (!isNew && !client) return undefined;
  const [act, number] = form.text("do").split(" ");
  if (client && act === "close") await closeClient(db, { id: client.id, ...hand });
  else if (client && act === "reopen") await reopenClient(db, { id: client.id, ...hand });
  else if (client && act === "told")
    await acknowledge(db, { clientId: client.id, number: Number(number) || 0, how: "told", ...hand });
  else {
    const typed = typedIn(form);
    const said = clientFrom(typed, emailFrom);
    if (!client) {
      if ("refused" in said) return newClient(visit, { typed, refused: said.refused });
      return seeOther(`${ADDRESS}/${await addClient(db, { said, ...hand })}`, "kept");
    }
    if ("refused" in said) return clientPage(visit, client, { entered: { typed, refused: said.refused } });
    const { changedBy } = await changeClient(db, { id: client.id, said, from: form.text("from"), ...hand });
    if (changedBy !== undefined) {
      const problem = words.house.changedMeanwhile(changedBy);
      return clientPage(visit, client, { entered: { typed, refused: [] }, problem });
    }
  }
  return seeOther(`${ADDRESS}/${client.id}`, "kept");
}

async function changeTokens(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words, world } = visit;
  const client = await clientOf(visit);
  if (!client || client.closedAt !== null) return undefined;
  const said = words.clients.tokens;
  const hand = { clientId: client.id, by: staff.id, at };
  const [act, id = ""] = form.text("do").split(" ");
  if (act === "revoke") {
    await revokeToken(db, { ...hand, id });
    return seeOther(`${ADDRESS}/${client.id}#tokens`, "removed");
  }
  if (act === "link") {
    const link = `${world.url}/wire/portal/link/${await makeClientLink(db, hand)}`;
    return shownOnce(visit, client, { title: said.linkTitle, sentence: said.linkMade, secret: link });
  }
  const old = act === "rotate" ? (await tokensOf(db, client.id)).find((one) => one.id === id) : undefined;
  const scopes = old ? old.scopes : form.texts("scopes").filter(isScope);
  if (scopes.length === 0) return clientPage(visit, client, { noScope: true });
  const token = await makeToken(db, { ...hand, scopes, instead: old?.id });
  return shownOnce(visit, client, { title: said.madeTitle, sentence: said.made, secret: token });
}

type Once = { readonly title: string; readonly sentence: string; readonly secret: string };

/** The one page that shows it: neither the store nor another page has it. */
function shownOnce({ words }: DeskVisit, client: Client, { title, sentence, secret }: Once): DeskPage {
  return {
    title,
    place: "house",
    main: (
      <>
        <p class="introduction">{sentence}</p>
        <TextField name="secret" label={title} value={secret} dir="ltr" readonly={true} />
        <p class="after-list">
          <a class="button" href={`${ADDRESS}/${client.id}`}>
            {words.clients.tokens.back}
          </a>
        </p>
      </>
    ),
  };
}

type ChannelTyped = { readonly kind: ChannelKind; readonly address: string; readonly format: string };
type ChannelProblem = "badAddress" | "noPassword" | "badNumber";

async function changeChannels(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world, words } = visit;
  const client = await clientOf(visit);
  if (!client || client.closedAt !== null) return undefined;
  const hand = { by: staff.id, at };
  const page = `${ADDRESS}/${client.id}`;
  const [act, id = ""] = form.text("do").split(" ");
  const channel = (await channelsOf(db, client.id)).find((one) => one.id === id);
  if (act === "remove" || act === "resume" || act === "resend") {
    if (!channel) return seeOther(`${page}#channels`);
    if (act === "remove") {
      await removeChannel(db, { clientId: client.id, id, ...hand });
      return seeOther(`${page}#channels`, "removed");
    }
    const after = form.text(`after-${id}`);
    if (act === "resend" && !/^\d{1,9}$/.test(after)) return clientPage(visit, client, { channelProblem: "badNumber" });
    await resend(db, { channelId: id, ...(act === "resend" && { after: Number(after) }), ...hand });
    return seeOther(`${page}#channels`, "sent");
  }
  const kind = CHANNEL_KINDS.find((one) => one === form.text("kind")) ?? "webhook";
  const typed = { kind, address: form.text("address"), format: form.text("format") };
  const password = form.text("password");
  const address = channelAddress(kind, typed.address, emailFrom);
  if (address === undefined) return clientPage(visit, client, { channelTyped: typed, channelProblem: "badAddress" });
  if (kind === "sftp" && password === "")
    return clientPage(visit, client, { channelTyped: typed, channelProblem: "noPassword" });
  const secret = kind === "sftp" ? { secret: JSON.stringify({ password }) } : {};
  const format = formatFrom(typed.format);
  const to = { clientId: client.id, kind, address, format, key: world.wireKey };
  const made = await addChannel(db, { ...to, ...secret, ...hand });
  if (kind !== "webhook" || made.secret === null) return seeOther(`${page}#channels`, "kept");
  const said = words.clients.tokens;
  return shownOnce(visit, client, { title: said.secretTitle, sentence: said.secret, secret: made.secret });
}

type Shown = {
  readonly entered?: Entered;
  readonly problem?: string;
  readonly noScope?: boolean;
  readonly channelTyped?: ChannelTyped;
  readonly channelProblem?: ChannelProblem;
};

async function clientPage(visit: DeskVisit, client: Client, shown: Shown): Promise<DeskPage> {
  const { words } = visit;
  const said = words.clients;
  const action = `${ADDRESS}/${client.id}`;
  const { typed, refused } = shown.entered ?? { typed: shownOf(client), refused: [] };
  const isRefused = refused.length > 0 || [shown.problem, shown.noScope, shown.channelProblem].some(Boolean);
  const isOpen = client.closedAt === null;
  return {
    title: client.name,
    place: "house",
    ...(isRefused && { status: 422 }),
    main: (
      <>
        <p class="introduction">
          {isOpen ? said.number(client.lastNumber) : said.closed} ·{" "}
          {client.pulled ? said.pulled(client.pulled.number, timeOf(visit, client.pulled.at)) : said.neverPulled}
        </p>
        {shown.problem !== undefined && <Problem>{shown.problem}</Problem>}
        {await logOf(visit, client)}
        {isOpen && (await tokensPart(visit, client, shown))}
        {isOpen && (await channelsPart(visit, client, shown))}
        <section class="house-menu" aria-labelledby="details">
          <h2 id="details">{words.house.parts.clients.title}</h2>
          {await detailsForm(visit, { typed, refused, action, mark: markOfClient(client) })}
        </section>
        <form method="post" action={action} class="house-next">
          {isOpen && <p class="hint">{said.closeHint}</p>}
          <Buttons>{isOpen ? <Act act="close">{said.close}</Act> : <Act act="reopen">{said.reopen}</Act>}</Buttons>
        </form>
      </>
    ),
  };
}

type DetailsProps = Entered & { readonly action: string; readonly mark?: string };

async function detailsForm(visit: DeskVisit, { typed, refused, action, mark }: DetailsProps) {
  const { db, words, editions } = visit;
  const { fields, refusals } = words.clients;
  const why = (field: ClientField) => (refused.includes(field) ? refusals[field] : undefined);
  const places = await Promise.all(
    editions.map(async (edition) => ({
      edition,
      sections: await sectionsOf(db, edition.id),
      topics: await topicsOf(db, edition.id),
    })),
  );
  const ticks = (name: "sections" | "topics") => (
    <details open={typed[name].length > 0}>
      <summary>{fields[name].title}</summary>
      <p class="hint">{fields[name].hint}</p>
      {places.map(({ edition, [name]: all }) => (
        <fieldset>
          <legend>{edition.name}</legend>
          <div class="ticks">
            {all.map((one) => {
              const value = `${edition.code}/${one.slug}`;
              return <Tick name={name} value={value} label={one.name} ticked={typed[name].includes(value)} />;
            })}
          </div>
        </fieldset>
      ))}
    </details>
  );
  return (
    <form method="post" action={action} class="house-form">
      {mark !== undefined && <From mark={mark} />}
      <TextField name="name" label={fields.name} value={typed.name} dir="auto" problem={why("name")} />
      <TextField
        name="email"
        label={fields.email.title}
        hint={fields.email.hint}
        value={typed.email}
        dir="ltr"
        inputmode="email"
        problem={why("email")}
      />
      <Choice
        name="language"
        label={fields.language.title}
        hint={fields.language.hint}
        options={DESK_LANGUAGES.map((value) => ({ value, text: languageName(value, words.language) }))}
        chosen={typed.language}
        problem={why("language")}
      />
      <fieldset>
        <legend>{fields.editions.title}</legend>
        <p class="hint">{fields.editions.hint}</p>
        <div class="ticks">
          {editions.map(({ code, name }) => (
            <Tick name="editions" value={code} label={name} ticked={typed.editions.includes(code)} />
          ))}
        </div>
      </fieldset>
      {ticks("sections")}
      {ticks("topics")}
      <TextArea
        name="keywords"
        label={fields.keywords.title}
        hint={fields.keywords.hint}
        value={typed.keywords}
        rows={3}
        dir="auto"
        problem={why("keywords")}
      />
      <Choice
        name="labels"
        label={fields.labels}
        options={LABEL_WAYS.map((value) => ({ value, text: fields.labelWays[value] }))}
        chosen={typed.labels}
      />
      <TextField
        name="jurisdictions"
        label={fields.jurisdictions.title}
        hint={fields.jurisdictions.hint}
        value={typed.jurisdictions}
        dir="ltr"
        problem={why("jurisdictions")}
      />
      <TextArea
        name="terms"
        label={fields.terms.title}
        hint={fields.terms.hint}
        value={typed.terms}
        rows={3}
        dir="auto"
        problem={why("terms")}
      />
      <Tick name="takesEmbargoed" label={fields.takesEmbargoed} ticked={typed.takesEmbargoed} />
      <Buttons>
        <MainAct act="keep">{words.house.keep}</MainAct>
      </Buttons>
    </form>
  );
}

async function tokensPart(visit: DeskVisit, client: Client, { noScope }: Shown) {
  const { db, words } = visit;
  const said = words.clients.tokens;
  const tokens = await tokensOf(db, client.id);
  return (
    <section class="house-menu" aria-labelledby="tokens">
      <h2 id="tokens">{said.title}</h2>
      <p class="hint">{said.hint}</p>
      {noScope && <Problem>{said.nothingTicked}</Problem>}
      <form method="post" action={`${ADDRESS}/${client.id}/tokens`} class="house-form">
        {tokens.length === 0 && <p class="quiet">{said.none}</p>}
        <ul class="house-list">
          {tokens.map(({ id, hint, scopes, usedAt }) => (
            <li>
              <span>
                <bdi>{said.one(hint)}</bdi>{" "}
                <span class="quiet">
                  {scopes.map((scope) => said.scopes[scope]).join(" · ")} ·{" "}
                  {usedAt === null ? said.unused : said.used(timeOf(visit, usedAt))}
                </span>
              </span>
              <Buttons>
                <Act act={`rotate ${id}`}>{said.rotate}</Act> <Act act={`revoke ${id}`}>{said.revoke}</Act>
              </Buttons>
            </li>
          ))}
        </ul>
        <fieldset>
          <legend>{said.opens}</legend>
          <div class="ticks">
            {SCOPES.map((scope) => (
              <Tick name="scopes" value={scope} label={said.scopes[scope]} ticked={scope === "wire"} />
            ))}
          </div>
        </fieldset>
        <Buttons>
          <Act act="make">{said.make}</Act>
          <Act act="link">{said.link}</Act>
        </Buttons>
      </form>
    </section>
  );
}

async function channelsPart(visit: DeskVisit, client: Client, { channelTyped, channelProblem }: Shown) {
  const { db, words } = visit;
  const said = words.clients.channels;
  const channels = await channelsOf(db, client.id);
  const action = `${ADDRESS}/${client.id}/channels`;
  const typed = channelTyped ?? { kind: "webhook", address: "", format: "ninjs-3" };
  return (
    <section class="house-menu" aria-labelledby="channels">
      <h2 id="channels">{said.title}</h2>
      <p class="hint">{said.hint}</p>
      {channelProblem === "badNumber" && <Problem>{said.badNumber}</Problem>}
      {channels.length === 0 ? (
        <p class="quiet">{said.none}</p>
      ) : (
        <form method="post" action={action}>
          <ul class="house-list">
            {channels.map((channel) => (
              <ChannelItem visit={visit} channel={channel} />
            ))}
          </ul>
        </form>
      )}
      <form method="post" action={action} class="house-next">
        <Choice
          name="kind"
          label={said.kind}
          options={CHANNEL_KINDS.map((value) => ({ value, text: said.kinds[value] }))}
          chosen={typed.kind}
        />
        <TextField
          name="address"
          label={said.address.title}
          hint={said.address.hint}
          value={typed.address}
          dir="ltr"
          problem={channelProblem === "badAddress" ? said.badAddress : undefined}
        />
        <TextField
          name="password"
          label={said.password.title}
          hint={said.password.hint}
          type="password"
          autocomplete="new-password"
          problem={channelProblem === "noPassword" ? said.noPassword : undefined}
        />
        <Choice
          name="format"
          label={said.format}
          options={FORMATS.map((value) => ({ value, text: value }))}
          chosen={typed.format}
        />
        <Buttons>
          <Act act="add">{said.add}</Act>
        </Buttons>
      </form>
    </section>
  );
}

const ChannelItem = ({ visit, channel }: { readonly visit: DeskVisit; readonly channel: Channel }) => {
  const said = visit.words.clients.channels;
  const { id, kind, address, format, doneNumber, failures, lastError, pausedAt } = channel;
  const label = `${said.kinds[kind]}, ${hostOf(address)}`;
  return (
    <li>
      <p>
        {said.kinds[kind]} · <bdi dir="ltr">{address}</bdi>{" "}
        <span class="quiet">
          <bdi>{format}</bdi> · {said.done(doneNumber)}
        </span>
      </p>
      {pausedAt !== null && <p class="problem">{said.paused(lastError ?? "")}</p>}
      {pausedAt === null && failures > 0 && <p class="quiet">{said.waits(failures, lastError ?? "")}</p>}
      <TextField name={`after-${id}`} label={said.after(label)} value="0" inputmode="numeric" dir="ltr" />
      <Buttons>
        <Act act={`resend ${id}`}>{said.resend}</Act>
        {pausedAt !== null && <Act act={`resume ${id}`}>{said.resume}</Act>}
        <Act act={`remove ${id}`}>{said.remove}</Act>
      </Buttons>
    </li>
  );
};

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}

/** What was sent, newest first: by which way, when, and whether they have said that they read it. */
async function logOf(visit: DeskVisit, client: Client) {
  const { db, words, query } = visit;
  const said = words.clients.log;
  const before = /^\d{1,9}$/.test(query["before"] ?? "") ? Number(query["before"]) : undefined;
  const found = await newestDeliveries(db, client.id, { before, limit: LINES_A_PAGE + 1 });
  const lines = found.slice(0, LINES_A_PAGE);
  const channels = await channelsOf(db, client.id);
  const [newest, oldest] = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0];
  const tries = await triesOf(db, { channels: channels.map(({ id }) => id), from: oldest, to: newest });
  const headlines = await headlinesOf(db, lines);
  const page = `${ADDRESS}/${client.id}`;
  return (
    <section class="house-menu" aria-labelledby="sent">
      <h2 id="sent">{said.title}</h2>
      {lines.length === 0 && <p class="quiet">{said.none}</p>}
      <ol class="house-list" reversed={true}>
        {lines.map((delivery) => (
          <DeliveryLine
            visit={visit}
            client={client}
            delivery={delivery}
            headline={headlines.get(delivery.articleId)?.headline}
            channels={channels}
            tries={tries.filter(({ number }) => number === delivery.number)}
          />
        ))}
      </ol>
      {found.length > LINES_A_PAGE && (
        <p class="after-list">
          <a class="button" href={`${page}?before=${oldest}`}>
            {said.earlier}
          </a>
        </p>
      )}
    </section>
  );
}

type DeliveryLineProps = {
  readonly visit: DeskVisit;
  readonly client: Client;
  readonly delivery: Delivery;
  readonly headline: string | undefined;
  readonly channels: readonly Channel[];
  readonly tries: readonly Try[];
};

const DeliveryLine = ({ visit, client, delivery, headline, channels, tries }: DeliveryLineProps) => {
  const { log: said, channels: ways } = visit.words.clients;
  const { number, kind, version, reason, at, acknowledgeBy, acknowledgedAt } = delivery;
  const isPulled = client.pulled !== null && client.pulled.number >= number;
  return (
    <li value={number}>
      <p>
        <span class="quiet">{number}</span> <strong>{said.kinds[kind]}</strong> <bdi>{headline ?? said.gone}</bdi>{" "}
        <span class="quiet">
          {said.version(version)} · {timeOf(visit, at)}
        </span>
      </p>
      {reason === "labels" && <p class="quiet">{labelsChanged(visit.words.language)}</p>}
      {tries.map(({ channelId, at: tried, error }) => {
        const way = ways.kinds[channels.find(({ id }) => id === channelId)?.kind ?? "webhook"];
        const time = timeOf(visit, tried);
        return <p class="quiet">{error === null ? said.sent(way, time) : said.failed(way, time, error)}</p>;
      })}
      {isPulled && <p class="quiet">{said.pulled}</p>}
      {acknowledgeBy !== null && acknowledgedAt === null && (
        <>
          <p class="problem">
            {acknowledgeBy <= visit.at
              ? said.late(timeOf(visit, acknowledgeBy))
              : said.unread(timeOf(visit, acknowledgeBy))}
          </p>
          <form method="post" action={`${ADDRESS}/${client.id}`}>
            <Buttons>
              <Act act={`told ${number}`}>{said.told}</Act>
            </Buttons>
          </form>
        </>
      )}
      {acknowledgedAt !== null && (
        <p class="quiet">
          {said.read(timeOf(visit, acknowledgedAt))} ({said.readAs[wayOf(delivery.acknowledgedHow)]})
        </p>
      )}
    </li>
  );
};

function wayOf(how: string | null): "endpoint" | "portal" | "told" {
  return how === "endpoint" || how === "portal" ? how : "told";
}
