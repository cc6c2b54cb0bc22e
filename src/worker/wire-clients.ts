/** Sends clients what they take, each in the order of its own numbers, many clients at once; and tells of notices nobody has read. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Channel, Client } from "#agency/clients/clients.ts";
import {
  escalate,
  forgetTries,
  letGo,
  nextSending,
  noteFailed,
  noteSent,
  owedTo,
  putDown,
  relabel,
  rememberSecret,
  type TakenChannel,
  takeChannels,
} from "#agency/clients/deliveries.ts";
import { noticeLetter, replacedFile, storyLetter } from "#agency/clients/letters.ts";
import { contentOf, type Message, newPrinter, type Printer } from "#agency/clients/message.ts";
import { clientById, deliveryOf } from "#agency/clients/queries.ts";
import { mailOf } from "#agency/settings/mail.ts";
import { opened, sealed } from "#lib/sealed.ts";
import { type Network, postPublic } from "#outside/fetch.ts";
import { sendLetter } from "#outside/mail.ts";
import { putFile } from "#outside/sftp.ts";
import type { Db } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { FORMAT } from "#text/wire/formats.ts";
import { newRounds } from "./many-at-once.ts";
import type { Outside } from "./outside.ts";
import { clockFrom, type Handler, handler } from "./work.ts";

// One that hangs takes a place for so long.
const TIMEOUT_MS = 5_000;
const SFTP_TIMEOUT_MS = 20_000;
// A client with a long way to catch up lets others in between, and what takes a text back overtakes at the next look.
const AT_A_LOOK = 10;
const TURN_MS = 20_000;

/** A story came out, changed or was taken back: it is put down for everybody who takes it. */
export function wireClients({ url }: Outside): Handler {
  return handler(z.object({ articleId: z.string() }), async ({ articleId }, { db, at }) => {
    await putDown(db, { articleId, url, at });
  });
}

const stretch = z.object({
  after: z.string(),
  to: z.string().optional(),
  mentioning: z.array(z.string()).optional(),
  clientId: z.string().optional(),
});

/** A law has changed, a day of it has come, or a client follows another: who has a story with labels that are others now gets it with these. */
export function wireLabels({ url }: Outside): Handler {
  return handler(stretch, (asked, { db, at }) => relabel(db, { ...asked, url, at }));
}

export const wireEscalate: Handler = handler(z.object({}), async (_, { db, at }) => void (await escalate(db, { at })));

export const wireForget: Handler = handler(z.object({}), (_, { db, at }) => forgetTries(db, { at }));

type Round = {
  readonly db: Db;
  readonly outside: Outside;
  readonly signal: AbortSignal;
  /** The job's moment, and what has gone by since. */
  readonly now: () => Date;
  readonly print: Printer;
};

export function wireDeliver(outside: Outside): Handler {
  const rounds = newRounds<TakenChannel>();
  return handler(z.object({}), async (_, { db, at, signal }) => {
    const now = clockFrom(at);
    const round: Round = { db, outside, signal, now, print: newPrinter() };
    await rounds({
      signal,
      take: (room) => takeChannels(db, { at: now(), room }),
      send: (channel) => serve(round, channel),
    });
    const again = await nextSending(db);
    if (again && !signal.aborted) await enqueue(db, "wire.deliver", {}, again, { key: "wire.deliver" });
  });
}

/** Sends a channel what it is owed until there is nothing more, something fails, or its turn is over. */
async function serve(round: Round, taken: Channel): Promise<void> {
  const { db, signal, now } = round;
  const client = await clientById(db, taken.clientId);
  if (!client) return;
  const until = now().getTime() + TURN_MS;
  let channel = taken;
  for (;;) {
    const owed = await owedTo(db, channel, AT_A_LOOK);
    if (owed.length === 0 || now().getTime() > until) {
      await letGo(db, { id: channel.id, at: now() });
      return;
    }
    for (const { number, isUrgent } of owed) {
      // Who is stopped lets go when the hold runs out.
      if (signal.aborted) return;
      const told = await send(round, { client, channel, number });
      if (told !== "sent") {
        await noteFailed(db, { channel, number, ...told, at: now() });
        return;
      }
      channel = { ...channel, failures: 0, doneNumber: await noteSent(db, { channel, number, at: now() }) };
      if (isUrgent) break;
    }
  }
}

type Sending = { readonly client: Client; readonly channel: Channel; readonly number: number };
type Told = "sent" | { readonly error: string; readonly forGood?: boolean };

async function send(round: Round, { client, channel, number }: Sending): Promise<Told> {
  const { db, outside, now } = round;
  const delivery = await deliveryOf(db, client.id, number);
  if (!delivery) return "sent";
  const message = await round.print(db, { client, delivery, format: channel.format, url: outside.url, at: now() });
  if (channel.kind === "webhook") return post(round, channel, message);
  if (channel.kind === "mail") {
    // Nobody has use for a letter that says nothing: the one that follows names the numbers it stands instead of.
    if (message.replaced && delivery.acknowledgeBy === null) return "sent";
    return mail(round, { client, channel, number }, message);
  }
  return put(round, { client, channel, number }, message);
}

function networkOf({ clientNetwork, network }: Outside): { readonly network?: Network } {
  const reached = clientNetwork ?? network;
  return reached ? { network: reached } : {};
}

/** Signed as webhooks of the standard are (standardwebhooks.com): its id stays when it is sent again. */
async function post({ outside, now }: Round, channel: Channel, message: Message): Promise<Told> {
  const secret = channel.secret === null ? undefined : opened(outside.wireKey, channel.secret);
  if (secret === undefined) return { error: "its secret cannot be opened with the key of this house", forGood: true };
  const body = new TextEncoder().encode(JSON.stringify(message));
  const id = `${message.client}.${message.sequence}`;
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest("base64");
  const answer = await postPublic(channel.address, {
    agent: `Dateline (+${outside.url})`,
    timeoutMs: TIMEOUT_MS,
    body,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
      "idempotency-key": id,
    },
    ...networkOf(outside),
  });
  if ("problem" in answer) return { error: answer.problem };
  if (answer.status === 410) return { error: "status 410", forGood: true };
  return answer.status >= 200 && answer.status <= 299 ? "sent" : { error: `status ${answer.status}` };
}

async function mail({ db, outside }: Round, { client, channel, number }: Sending, message: Message): Promise<Told> {
  const server = await mailOf(db, outside);
  if (!server) return { error: "no mail server is set" };
  const content = contentOf(message);
  const { ending, type } = FORMAT[channel.format];
  const name = `${String(number).padStart(8, "0")}.${ending}`;
  try {
    await sendLetter(server, {
      to: channel.address,
      ...storyLetter(client.language, { message, agency: server.from.name }),
      ...(content !== null && { attached: { name, type, content } }),
      headers: {
        "X-Dateline-Sequence": String(number),
        "X-Dateline-Kind": message.kind,
        ...(message.supersedes.length > 0 && { "X-Dateline-Supersedes": message.supersedes.join(", ") }),
      },
      id: `wire.${client.id}.${number}`,
    });
    return "sent";
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : String(cause) };
  }
}

const secretOf = z.object({
  password: z.string().optional(),
  privateKey: z.string().optional(),
  hostKey: z.string().optional(),
});

/** A file under its number; the server's key is remembered from the first time on. */
async function put({ db, outside }: Round, { client, channel, number }: Sending, message: Message): Promise<Told> {
  const kept = channel.secret === null ? undefined : opened(outside.wireKey, channel.secret);
  if (kept === undefined) return { error: "its secret cannot be opened with the key of this house", forGood: true };
  const secret = secretOf.parse(JSON.parse(kept));
  const { ending } = FORMAT[channel.format];
  const content = contentOf(message);
  const figures = String(number).padStart(8, "0");
  // Each number has its file, so that one that is missing was not sent. A notice whose text was replaced since is told of by its name.
  const isLeftOut = message.replaced && message.acknowledge === null;
  const file = isLeftOut
    ? { name: `${figures}-replaced.txt`, content: replacedFile(client.language) }
    : { name: `${figures}-${message.kind}.${ending}`, content: content ?? "" };
  const outcome = await putFile({
    ...{ address: channel.address, secret, ...file, timeoutMs: SFTP_TIMEOUT_MS },
    ...(message.checkpoint !== null && { beside: [{ name: "log-checkpoint.txt", content: message.checkpoint }] }),
    ...networkOf(outside),
  });
  if ("problem" in outcome) return { error: outcome.problem };
  if (secret.hostKey === undefined) {
    const known = sealed(outside.wireKey, JSON.stringify({ ...secret, hostKey: outcome.hostKey }));
    await rememberSecret(db, { channelId: channel.id, secret: known });
  }
  return "sent";
}

const told = z.object({ clientId: z.string(), number: z.number() });

/** What was corrected or taken back is written to whom it was sent to, beside every channel. */
export function wireNotice(outside: Outside): Handler {
  return handler(told, async ({ clientId, number }, { db, at, signal }) => {
    const [client, delivery] = await Promise.all([clientById(db, clientId), deliveryOf(db, clientId, number)]);
    if (!client || client.email === "" || client.closedAt !== null) return;
    if (!delivery || delivery.acknowledgedAt !== null) return;
    const server = await mailOf(db, outside);
    // Then the channels and the portal are all there is; the desk hears of who has not read it.
    if (!server || signal.aborted) return;
    const message = await newPrinter()(db, { client, delivery, format: "text", url: outside.url, at });
    await sendLetter(server, {
      to: client.email,
      ...noticeLetter(client.language, { message, agency: server.from.name, url: outside.url }),
      headers: { "X-Dateline-Sequence": String(number), "X-Dateline-Kind": delivery.kind },
      id: `notice.${clientId}.${number}`,
    });
  });
}
