/**
 * A message to a reader's browser by the push service it chose: sealed so that only that browser opens it (RFC 8291,
 * RFC 8188), and signed with the site's own key (RFC 8292). No vendor's account, key or library is between.
 */
import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, sign } from "node:crypto";
import { type FetchProblem, type Network, postPublic } from "./fetch.ts";
import { CURVE, type PushKey } from "./push-key.ts";

export type Subscription = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

export type PushOutcome = "sent" | "gone" | { readonly later: string };

// A day: an answer that is older is read in the letter or on the page.
const KEPT_SECONDS = 24 * 60 * 60;
const TOKEN_SECONDS = 12 * 60 * 60;
// One record holds it all: services take 4096 bytes.
const RECORD_BYTES = 4096;
const GONE = [404, 410];

type Sent = {
  readonly subscription: Subscription;
  readonly message: string;
  readonly key: PushKey;
  /** Whom a service can turn to: the site's address. */
  readonly site: string;
  readonly at: Date;
  readonly network?: Network | undefined;
};

export async function sendPush({ subscription, message, key, site, at, network }: Sent): Promise<PushOutcome> {
  const body = sealedMessage(subscription, Buffer.from(message, "utf8"));
  const answer = await postPublic(subscription.endpoint, {
    body,
    agent: `Dateline (+${site})`,
    headers: {
      authorization: vapid({ endpoint: subscription.endpoint, key, site, at }),
      "content-encoding": "aes128gcm",
      "content-type": "application/octet-stream",
      ttl: String(KEPT_SECONDS),
      urgency: "normal",
    },
    ...(network && { network }),
  });
  if ("problem" in answer) return { later: answer.problem satisfies FetchProblem };
  if (GONE.includes(answer.status)) return "gone";
  return answer.status >= 200 && answer.status < 300 ? "sent" : { later: `the push service said ${answer.status}` };
}

/** RFC 8292 §2: who we are, to this one service, for half a day. */
export function vapid({ endpoint, key, site, at }: Pick<Sent, "key" | "site" | "at"> & { endpoint: string }): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const claims = { aud: new URL(endpoint).origin, exp: seconds + TOKEN_SECONDS, sub: site };
  const text = [{ typ: "JWT", alg: "ES256" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const point = Buffer.from(key.publicKey, "base64url");
  const jwk = {
    kty: "EC",
    crv: "P-256",
    d: key.privateKey,
    x: point.subarray(1, 33).toString("base64url"),
    y: point.subarray(33).toString("base64url"),
  };
  const signature = sign("sha256", Buffer.from(text.join(".")), {
    key: createPrivateKey({ key: jwk, format: "jwk" }),
    dsaEncoding: "ieee-p1363",
  });
  return `vapid t=${text.join(".")}.${signature.toString("base64url")}, k=${key.publicKey}`;
}

/** What RFC 8291 makes of a message; salt and key are new for each, and given only to compare with its example. */
export function sealedMessage(
  { p256dh, auth }: Pick<Subscription, "p256dh" | "auth">,
  message: Uint8Array,
  { salt = randomBytes(16), privateKey }: { readonly salt?: Buffer; readonly privateKey?: string } = {},
): Uint8Array<ArrayBuffer> {
  const ours = createECDH(CURVE);
  if (privateKey === undefined) ours.generateKeys();
  else ours.setPrivateKey(Buffer.from(privateKey, "base64url"));
  const [theirs, mine] = [Buffer.from(p256dh, "base64url"), ours.getPublicKey()];
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, mine]);
  const input = derived(ours.computeSecret(theirs), Buffer.from(auth, "base64url"), info, 32);
  const key = derived(input, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derived(input, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  // RFC 8188 §2: a 2 ends the last record.
  const hidden = Buffer.concat([cipher.update(message), cipher.update(Buffer.from([2])), cipher.final()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_BYTES);
  head.writeUInt8(mine.length, 4);
  return new Uint8Array(Buffer.concat([salt, head, mine, hidden, cipher.getAuthTag()]));
}

function derived(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}
