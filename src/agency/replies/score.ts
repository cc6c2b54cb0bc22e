/**
 * How much a reply looks like what this newsroom refused as advertising: naive Bayes over words and signs, for each
 * language its own, learned from decisions alone. Every score can be taken apart into the reasons it is made of.
 */
import { lookOf } from "#text/replies/cleaned.ts";
import { hostsIn } from "#text/replies/words.ts";

/** In how many replies of either kind a token was, and how many there were. */
export type Counts = { readonly spam: number; readonly ham: number };

export type Model = { readonly total: Counts; readonly tokens: ReadonlyMap<string, Counts> };

/** A token and how much it speaks for advertising; below nought it speaks against it. */
export type Reason = { readonly token: string; readonly weight: number };

// Before that, chance speaks louder than words.
const LEAST_LEARNED = 10;
const MOST_TOKENS = 120;
// The strongest words decide, as Graham found: a long text does not wash them out.
const MOST_REASONS = 20;

type Said = { readonly name: string; readonly text: string };

/** Words by their look, and signs, which begin with `#`; each once. */
export function tokensOf({ name, text }: Said): readonly string[] {
  const hosts = hostsIn(text);
  const words = text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(lookOf)
    .filter((word) => word.length > 2 && word.length < 30)
    .slice(0, MOST_TOKENS);
  const letters = text.replaceAll(/\P{L}/gu, "");
  const capitals = text.replaceAll(/\P{Lu}/gu, "");
  const signs = [
    ...hosts.slice(0, 5).map((host) => `#host:${host}`),
    hosts.length === 0 ? "#no-link" : hosts.length > 2 ? "#links" : "#link",
    ...(letters.length > 20 && capitals.length * 2 > letters.length ? ["#capitals"] : []),
    ...(/[!?]{3}/.test(text) ? ["#shouting"] : []),
    ...(/\d{6}/.test(text.replaceAll(/[\s()+-]/g, "")) ? ["#number"] : []),
    ...(hostsIn(name).length > 0 || /\.[a-z]{2,}$/i.test(name) ? ["#name-link"] : []),
    ...(text.length < 40 ? ["#short"] : []),
  ];
  return [...new Set([...words, ...signs])];
}

/** From 0 to 100; nothing before enough was learned. */
export function scoreOf(model: Model | undefined, said: Said): number | null {
  if (!isLearned(model)) return null;
  const sum = reasonsOf(model, tokensOf(said)).reduce((total, { weight }) => total + weight, 0);
  return Math.round(100 / (1 + Math.exp(-sum)));
}

/** What a score is made of, the strongest first. */
export function reasonsOf(model: Model | undefined, tokens: readonly string[]): readonly Reason[] {
  if (!isLearned(model)) return [];
  const { total } = model;
  return tokens
    .flatMap((token) => {
      const seen = model.tokens.get(token);
      if (!seen || seen.spam + seen.ham < 2) return [];
      // Laplace: what was seen on one side alone is likely, never certain.
      const inSpam = (seen.spam + 0.5) / (total.spam + 1);
      const inHam = (seen.ham + 0.5) / (total.ham + 1);
      return [{ token, weight: Math.log(inSpam / inHam) }];
    })
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, MOST_REASONS);
}

function isLearned(model: Model | undefined): model is Model {
  return model !== undefined && model.total.spam >= LEAST_LEARNED && model.total.ham >= LEAST_LEARNED;
}
