/**
 * The last step before a reply: a sum a reader does, or work a reader's machine does. A challenge is a signed token; what
 * solves it stands nowhere in it. It is bound to one article, ends, and is spent once, in the reply's own commit.
 */
import { createHash, createHmac } from "node:crypto";
import { bytesInTurn } from "#lib/ids.ts";
import { type Fields, fieldsOfSigned, fieldsSaid, framed, signed } from "./signed.ts";

/** `mail`: a link in a letter, for who cannot do sums. */
export type ChallengeKind = "sum" | "work" | "mail";

export type Challenge = {
  readonly kind: ChallengeKind;
  readonly articleId: string;
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Zero bits the digest begins with; only of work. */
  readonly bits: number;
};

export type Sum = {
  readonly left: number;
  readonly sign: "+" | "−" | "×";
  readonly right: number;
  readonly answer: number;
};

export type TokenProblem = "not-ours" | "elsewhere" | "expired";

const HOUR_MS = 60 * 60 * 1000;
/** A reader who writes for two hours and then sends has not been kept waiting by us. A letter may lie for a day. */
export const HOLDS_MS: Readonly<Record<ChallengeKind, number>> = {
  sum: 2 * HOUR_MS,
  work: 2 * HOUR_MS,
  mail: 24 * HOUR_MS,
};

/** Answers are spread evenly over so many numbers: who guesses blindly is right in one of a hundred tries. */
const ANSWERS = 100;

export const MOST_WRONG_ANSWERS = 3;

/** About 130,000 digests: half a second on a middling phone, as `bench challenge` shows. */
export const USUAL_BITS = 17;

const NONCE_BYTES = 12;
const nonceBytes = bytesInTurn({ random: NONCE_BYTES });
const VERSION = "1";

export function newChallenge(
  key: string,
  { kind, articleId, at, bits = USUAL_BITS }: { kind: ChallengeKind; articleId: string; at: Date; bits?: number },
): { readonly token: string; readonly challenge: Challenge } {
  const challenge: Challenge = {
    kind,
    articleId,
    // Of challenges that are given one after another what is spent is written in few places, and not anywhere.
    nonce: nonceBytes(at).toString("base64url"),
    issuedAt: at,
    expiresAt: new Date(at.getTime() + HOLDS_MS[kind]),
    bits: kind === "work" ? bits : 0,
  };
  return { token: signed(key, "token", fieldsOf(challenge)), challenge };
}

/** The challenge of a token that is ours, for this article and still holds. */
export function challengeOf(
  key: string,
  token: string,
  { articleId, at }: { articleId: string; at: Date },
): { readonly challenge: Challenge } | { readonly problem: TokenProblem } {
  const challenge = anyChallengeOf(key, token);
  if (!challenge) return { problem: "not-ours" };
  if (challenge.articleId !== articleId) return { problem: "elsewhere" };
  if (challenge.expiresAt <= at || challenge.issuedAt > new Date(at.getTime() + MINUTE_MS))
    return { problem: "expired" };
  return { challenge };
}

const MINUTE_MS = 60_000;

/** Which story a token says it is for, whether it is one of ours or not: the shape of an id, and nothing else. */
export function storySaid(token: string): string | undefined {
  const fields = fieldsSaid(token);
  const { articleId = "" } = (fields && challengeFrom(fields)) ?? {};
  return /^[\w-]{1,64}$/.test(articleId) ? articleId : undefined;
}

/** What a token of ours says, whether it still holds or not. */
export function anyChallengeOf(key: string, token: string): Challenge | undefined {
  const fields = fieldsOfSigned(key, "token", token);
  return fields && challengeFrom(fields);
}

/** The sum of a token, worked out anew from the key each time: nowhere is it written down. */
export function sumOf(key: string, { nonce }: Pick<Challenge, "nonce">): Sum {
  const bytes = createHmac("sha256", key)
    .update(framed(["sum", nonce]))
    .digest();
  // 2^48 is so much more than a hundred that no answer is likelier than another by anything that counts.
  const answer = 1 + Number(bytes.readUIntBE(0, 6) % ANSWERS);
  const spare = bytes.readUInt8(6);
  const factor = 2 + (spare % 8);
  if (bytes.readUInt8(7) < 64 && answer % factor === 0 && answer / factor <= 12)
    return { left: answer / factor, sign: "×", right: factor, answer };
  if (bytes.readUInt8(7) % 2 === 0 && answer > 2) {
    const right = 1 + (spare % Math.min(20, answer - 1));
    return { left: answer - right, sign: "+", right, answer };
  }
  const right = 2 + (spare % 19);
  return { left: answer + right, sign: "−", right, answer };
}

/** Whether an answer is right: figures of any script, spaces round them. */
export function isAnswer(key: string, challenge: Challenge, typed: string): boolean {
  const figures = typed.trim().replaceAll(/\p{Nd}/gu, (figure) => String(figureOf(figure)));
  return /^\d{1,4}$/.test(figures) && Number(figures) === sumOf(key, challenge).answer;
}

function figureOf(figure: string): number {
  // Figures of every script stand in rows of ten that begin with nought.
  const code = figure.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return (code - zero) % 10;
}

/** Whether a number is the work: the digest of token and number begins with that many zero bits. */
export function isWork(token: string, { bits }: Challenge, typed: string): boolean {
  if (!/^\d{1,12}$/.test(typed)) return false;
  const digest = createHash("sha256").update(`${token}.${typed}`).digest();
  return Math.clz32(digest.readUInt32BE(0)) >= bits;
}

function fieldsOf({ kind, articleId, nonce, issuedAt, expiresAt, bits }: Challenge): Fields {
  return [VERSION, kind, articleId, nonce, String(issuedAt.getTime()), String(expiresAt.getTime()), String(bits)];
}

function challengeFrom(fields: Fields): Challenge | undefined {
  const [version, kind, articleId = "", nonce = "", issued, expires, bits] = fields;
  if (version !== VERSION || fields.length !== 7 || (kind !== "sum" && kind !== "work" && kind !== "mail"))
    return undefined;
  return {
    kind,
    articleId,
    nonce,
    issuedAt: new Date(Number(issued)),
    expiresAt: new Date(Number(expires)),
    bits: Number(bits),
  };
}
