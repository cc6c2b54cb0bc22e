/**
 * Rules of the desk: what is done with replies of some kind as they arrive. A rule is data; whether it fits a reply hangs on
 * what is known of the reply and on nothing else, so that the past can be asked what the rule would have done.
 */
import { z } from "zod";
import { hostsIn, looksOfWords, wordFound } from "#text/replies/words.ts";
import { isReason, type Reason } from "./replies.ts";

export const RULE_KINDS = ["words", "links", "rate", "age", "score", "disposable", "network"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const EFFECTS = ["hold", "refuse", "flag"] as const;
export type Effect = (typeof EFFECTS)[number];

/** What a rule looks for; each kind reads its own part. */
export type Terms = {
  /** Words and phrases; `*` at the end stands for any ending. */
  readonly words: readonly string[];
  /** More links than so many, or one to any of these hosts. */
  readonly mostLinks: number | null;
  readonly hosts: readonly string[];
  /** More than `count` replies of one device within so many minutes. */
  readonly count: number;
  readonly minutes: number;
  /** A story older than so many days. */
  readonly days: number;
  /** A score of at least so much. */
  readonly least: number;
  /** Digests of domains, as `domainIndexOf` makes them: no domain is written down. */
  readonly domains: readonly string[];
  /** A network as today's digest names it. */
  readonly network: string;
  readonly day: string;
};

export const NO_TERMS: Terms = {
  words: [],
  mostLinks: null,
  hosts: [],
  count: 0,
  minutes: 0,
  days: 0,
  least: 0,
  domains: [],
  network: "",
  day: "",
};

export type Rule = {
  readonly id: string;
  readonly kind: RuleKind;
  readonly terms: Terms;
  readonly effect: Effect;
  /** Told to the reader when it refuses. */
  readonly reason: Reason | null;
  readonly isOn: boolean;
};

/** What rules look at. */
export type Facts = {
  readonly name: string;
  readonly text: string;
  /** How many of its device came before it in so many minutes. */
  readonly earlierWithin: (minutes: number) => number;
  readonly articleAgeDays: number;
  readonly score: number | null;
  readonly domainIndex: string;
  readonly network: { readonly digest: string; readonly day: string } | undefined;
};

export function fits({ kind, terms }: Rule, facts: Facts): boolean {
  switch (kind) {
    case "words":
      return wordFound(looksOfWords(`${facts.name} ${facts.text}`), terms.words) !== undefined;
    case "links": {
      const hosts = hostsIn(facts.text);
      const isOfList = hosts.some((host) => terms.hosts.some((one) => host === one || host.endsWith(`.${one}`)));
      return isOfList || (terms.mostLinks !== null && hosts.length > terms.mostLinks);
    }
    case "rate":
      return facts.earlierWithin(terms.minutes) >= terms.count;
    case "age":
      return facts.articleAgeDays > terms.days;
    case "score":
      return facts.score !== null && facts.score >= terms.least;
    case "disposable":
      return facts.domainIndex !== "" && terms.domains.includes(facts.domainIndex);
    case "network":
      return facts.network?.digest === terms.network && facts.network.day === terms.day;
  }
}

export type Verdict = {
  readonly state: "pass" | "hold" | "refuse";
  readonly reason: Reason | null;
  readonly by: readonly string[];
  /** The first that refuses; nothing where none does. */
  readonly refusedBy: string | null;
};

/** The gravest of what rules want; which ones fitted, by id. A flag alone holds nothing back. */
export function verdictOf(rules: readonly Rule[], facts: Facts): Verdict {
  const fitting = rules.filter((rule) => rule.isOn && fits(rule, facts));
  const refusing = fitting.find(({ effect }) => effect === "refuse");
  const isHeld = fitting.some(({ effect }) => effect === "hold");
  return {
    state: refusing ? "refuse" : isHeld ? "hold" : "pass",
    reason: refusing ? (refusing.reason ?? "other") : null,
    by: fitting.map(({ id }) => id),
    refusedBy: refusing?.id ?? null,
  };
}

const kept = z.object({
  words: z.array(z.string()),
  mostLinks: z.number().nullable(),
  hosts: z.array(z.string()),
  count: z.number(),
  minutes: z.number(),
  days: z.number(),
  least: z.number(),
  domains: z.array(z.string()),
  network: z.string(),
  day: z.string(),
});

export type RuleRow = {
  readonly id: string;
  readonly kind: string;
  readonly terms: string;
  readonly effect: string;
  readonly reason: string | null;
  readonly is_on: number;
};

export function ruleFrom({ id, kind, terms, effect, reason, is_on }: RuleRow): Rule {
  return {
    id,
    kind: RULE_KINDS.find((one) => one === kind) ?? "words",
    terms: kept.parse({ ...NO_TERMS, ...JSON.parse(terms) }),
    effect: EFFECTS.find((one) => one === effect) ?? "hold",
    reason: reason !== null && isReason(reason) ? reason : null,
    isOn: is_on === 1,
  };
}

export function isRuleKind(text: string): text is RuleKind {
  const kinds: readonly string[] = RULE_KINDS;
  return kinds.includes(text);
}

export function isEffect(text: string): text is Effect {
  const effects: readonly string[] = EFFECTS;
  return effects.includes(text);
}
