/**
 * What the last step before a reply keeps out and what it costs: how often a blind guess is right, at one try and at the
 * three a token has; how likely the likeliest answer is; and how long the work takes a machine.
 * `npm run bench challenge [-- --json] [--tokens 1000000] [--works 40]`.
 */
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { type Challenge, isWork, MOST_WRONG_ANSWERS, newChallenge, sumOf } from "#agency/replies/challenge.ts";
import { machine, quantile } from "./lib/rounds.ts";

// What the issue promises: blind guessing at most one in a hundred a try; three tries cannot be more than three of them.
const MOST_A_TRY = 0.01;
// The likeliest of a hundred equal answers comes out a little above its share by chance alone: of a million sums by 2 or 3 %.
const STRAY = 1.06;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    tokens: { type: "string", default: "1000000" },
    works: { type: "string", default: "40" },
  },
});
const [tokens, works] = [Number(values.tokens), Number(values.works)];
const KEY = "the key of the bench";
const AT = new Date("2026-11-26T12:00:00Z");

const answers = new Map<number, number>();
for (let one = 0; one < tokens; one++) {
  const { challenge } = newChallenge(KEY, { kind: "sum", articleId: "a", at: AT });
  const { answer } = sumOf(KEY, challenge);
  answers.set(answer, (answers.get(answer) ?? 0) + 1);
}
const likeliest = [...answers.values()].toSorted((one, other) => other - one);
const atOneTry = (likeliest[0] ?? 0) / tokens;
const atAllTries = likeliest.slice(0, MOST_WRONG_ANSWERS).reduce((sum, count) => sum + count, 0) / tokens;

const solved = Array.from({ length: works }, () => {
  const { token, challenge } = newChallenge(KEY, { kind: "work", articleId: "a", at: AT });
  const from = performance.now();
  const tries = workOn(token, challenge);
  return { ms: performance.now() - from, tries };
});
const times = solved.map(({ ms }) => ms).toSorted((one, other) => one - other);
const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
const digests = Math.round(solved.reduce((sum, { tries }) => sum + tries, 0) / works);
const isKept = atOneTry <= MOST_A_TRY * STRAY && atAllTries <= MOST_A_TRY * STRAY * MOST_WRONG_ANSWERS;

if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ machine: machine(), tokens, answers: answers.size, atOneTry, atAllTries, tries: MOST_WRONG_ANSWERS, works, digests, p50Ms: p50, p95Ms: p95, isKept })}\n`,
  );
} else {
  process.stdout.write(
    `${machine()}
${tokens} sums with ${answers.size} different answers; the likeliest answer is right in ${(atOneTry * 100).toFixed(2)} % (at most ${MOST_A_TRY * 100} %),
the ${MOST_WRONG_ANSWERS} likeliest, which is all a token takes, in ${(atAllTries * 100).toFixed(2)} %
${works} works: ${digests} digests on average, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms on one core, outside a browser
`,
  );
}
process.exitCode = isKept ? 0 : 1;

/** Counts up until it is the work, and answers how far. */
function workOn(token: string, challenge: Challenge): number {
  for (let number = 0; ; number++) {
    const digest = createHash("sha256").update(`${token}.${number}`).digest();
    if (Math.clz32(digest.readUInt32BE(0)) < challenge.bits) continue;
    if (!isWork(token, challenge, String(number))) throw new Error("what was worked out is not taken");
    return number + 1;
  }
}
