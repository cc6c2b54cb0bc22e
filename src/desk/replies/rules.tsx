/** The desk's rules for replies: written down, tried on the past, turned on. */
import { domainIndexOf, LENT_FOR_MINUTES } from "#agency/replies/indexes.ts";
import { isReason, REASONS } from "#agency/replies/replies.ts";
import { addRule, removeRule, rules, ruleWith, switchRule, type Tried, tryRule } from "#agency/replies/rule-book.ts";
import {
  EFFECTS,
  isEffect,
  isRuleKind,
  NO_TERMS,
  RULE_KINDS,
  type Rule,
  type RuleKind,
  type Terms,
} from "#agency/replies/rules.ts";
import type { Form } from "#lib/form.ts";
import { notedActs } from "#store/audit.ts";
import { languageMarks } from "#text/replies/language.ts";
import { Act, Buttons, MainAct } from "../house/parts.tsx";
import { Choice, TextArea } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import type { DeskWords } from "../words/words.ts";
import { Moment } from "./parts.tsx";

export const RULES = "/desk/replies/rules";
// A network is taken from a reply, for nobody knows its digest by heart.
const TYPED_KINDS = RULE_KINDS.filter((kind) => kind !== "network");
const MOST_WORDS = 2_000;
const MOST_ACTS = 50;

export async function printRules(visit: DeskVisit): Promise<DeskPage> {
  return rulesPage(visit, {});
}

export async function writeRule(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world } = visit;
  const typed = form.text("terms");
  const kind = form.text("kind");
  const effect = form.text("effect");
  const reason = form.text("reason");
  const terms = isRuleKind(kind) ? termsFrom(kind, typed, world.replyIndex) : undefined;
  if (!terms || !isRuleKind(kind)) return rulesPage(visit, { typed, kind, isOdd: true });
  const id = await addRule(db, {
    kind,
    terms,
    effect: isEffect(effect) ? effect : "hold",
    reason: isReason(reason) ? reason : null,
    by: staff.id,
    at,
  });
  return seeOther(`${RULES}/${id}`, "kept");
}

/** What was typed, as the kind reads it; nothing when it says nothing. */
function termsFrom(kind: RuleKind, typed: string, indexKey: string): Terms | undefined {
  const lines = typed
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  const [first = Number.NaN, second = Number.NaN] = (typed.match(/\d+/g) ?? []).map(Number);
  switch (kind) {
    case "words":
      return lines.length === 0 ? undefined : { ...NO_TERMS, words: lines };
    case "links": {
      const hosts = lines
        .filter((line) => /^[\p{L}\p{N}.-]+\.[\p{L}]{2,}$/u.test(line))
        .map((host) => host.toLowerCase());
      const count = lines.find((line) => /^\d{1,3}$/.test(line));
      if (hosts.length === 0 && count === undefined) return undefined;
      return { ...NO_TERMS, hosts, mostLinks: count === undefined ? null : Number(count) };
    }
    case "rate":
      return first >= 1 && second >= 1 && second <= 1_440 ? { ...NO_TERMS, count: first, minutes: second } : undefined;
    case "age":
      return first >= 1 ? { ...NO_TERMS, days: first } : undefined;
    case "score":
      return first >= 1 && first <= 100 ? { ...NO_TERMS, least: first } : undefined;
    case "disposable": {
      const domains = [...LENT_FOR_MINUTES, ...lines].map((domain) => domainIndexOf(domain, indexKey));
      return { ...NO_TERMS, domains: [...new Set(domains)] };
    }
    case "network":
      return undefined;
  }
}

type Typed = { readonly typed?: string; readonly kind?: string; readonly isOdd?: boolean };

async function rulesPage(visit: DeskVisit, { typed = "", kind, isOdd = false }: Typed): Promise<DeskPage> {
  const { db, words } = visit;
  const { moderation, replies } = words;
  const all = await rules(db);
  return {
    title: moderation.rules,
    place: "replies",
    ...(isOdd && { status: 422 }),
    main: (
      <>
        <p class="introduction">{moderation.rulesIntroduction}</p>
        {all.length === 0 && <p>{moderation.noRules}</p>}
        <ul class="stories">
          {all.map((rule) => (
            <li>
              <a href={`${RULES}/${rule.id}`} dir="auto">
                {ruleSentence(rule, words)}
              </a>
              <p class="about">
                <strong>{rule.isOn ? moderation.on : moderation.off}</strong>
                <span>{moderation.effects[rule.effect]}</span>
                <bdi>{rule.by}</bdi>
                <Moment visit={visit} at={rule.changedAt} />
              </p>
            </li>
          ))}
        </ul>
        <form method="post" action={RULES} class="new-rule">
          <h2>{moderation.newRule}</h2>
          <Choice
            name="kind"
            label={moderation.kind}
            options={TYPED_KINDS.map((value) => ({ value, text: moderation.kinds[value] }))}
            chosen={kind}
          />
          <TextArea
            name="terms"
            label={moderation.terms}
            hint={moderation.termsHint}
            value={typed}
            dir="auto"
            problem={isOdd ? moderation.badTerms : undefined}
          />
          <Choice
            name="effect"
            label={moderation.effect}
            options={EFFECTS.map((value) => ({ value, text: moderation.effects[value] }))}
          />
          <Choice
            name="reason"
            label={replies.reason}
            options={REASONS.map((value) => ({ value, text: replies.reasons[value] }))}
          />
          <Buttons>
            <MainAct act="write">{moderation.write}</MainAct>
          </Buttons>
        </form>
      </>
    ),
  };
}

function ruleSentence({ kind, terms }: Pick<Rule, "kind" | "terms">, { moderation: { says } }: DeskWords): string {
  switch (kind) {
    case "words":
      return says.words(terms.words.join(", "));
    case "links":
      return [
        ...(terms.mostLinks === null ? [] : [says.mostLinks(terms.mostLinks)]),
        ...(terms.hosts.length === 0 ? [] : [says.hosts(terms.hosts.join(", "))]),
      ].join("; ");
    case "rate":
      return says.rate(terms.count, terms.minutes);
    case "age":
      return says.age(terms.days);
    case "score":
      return says.score(terms.least);
    case "disposable":
      return says.disposable(terms.domains.length);
    case "network":
      return says.network(terms.day);
  }
}

export async function printRule(visit: DeskVisit): Promise<DeskPage | undefined> {
  const { db, steps, words, at } = visit;
  const rule = await ruleWith(db, steps["rule"] ?? "");
  if (!rule) return undefined;
  const { moderation, replies } = words;
  const [tried, acts] = await Promise.all([
    tryRule(db, rule, at),
    notedActs(db, { subject: `rule:${rule.id}` }, { limit: MOST_ACTS }),
  ]);
  return {
    title: ruleSentence(rule, words),
    place: "replies",
    main: (
      <>
        <p class="about">
          <strong>{rule.isOn ? moderation.on : moderation.off}</strong>
          <span>{moderation.effects[rule.effect]}</span>
          {rule.reason !== null && <span>{replies.reasons[rule.reason]}</span>}
        </p>
        <TriedOn visit={visit} rule={rule} tried={tried} />
        <form method="post" action={`${RULES}/${rule.id}`}>
          <Buttons>
            {rule.isOn ? (
              <MainAct act="off">{moderation.turnOff}</MainAct>
            ) : (
              <MainAct act="on">{moderation.turnOn}</MainAct>
            )}
            <Act act="remove">{moderation.remove}</Act>
          </Buttons>
        </form>
        <section class="reply-queue">
          <h2>{moderation.history}</h2>
          <ol class="stories">
            {acts.map(({ act, at: when }) => (
              <li>
                <code>{act}</code> <Moment visit={visit} at={when} />
              </li>
            ))}
          </ol>
        </section>
      </>
    ),
  };
}

type TriedProps = { readonly visit: DeskVisit; readonly rule: Rule; readonly tried: Tried };

const TriedOn = ({ visit: { words }, rule, tried }: TriedProps) => {
  const { moderation, replies } = words;
  return (
    <section class="reply-queue">
      <h2>{moderation.tried}</h2>
      <p>
        {moderation.triedOf(tried.caught, tried.looked)}{" "}
        {tried.byState.shown > 0 && moderation.triedShown(tried.byState.shown)}
      </p>
      {rule.kind === "network" && <p class="hint">{moderation.triedNetwork}</p>}
      {tried.until && <p class="hint">{moderation.triedUntil(tried.until.toISOString().slice(0, 10))}</p>}
      {tried.caught === 0 ? (
        <p>{moderation.triedNone}</p>
      ) : (
        <>
          <h3>{moderation.examples}</h3>
          <ul class="stories">
            {tried.examples.map(({ id, name, text, state }) => (
              <li>
                <a href={`/desk/replies/${id}`}>
                  <bdi>{name}</bdi>
                </a>
                <p class="about">
                  <strong>{replies.states[state]}</strong>
                </p>
                <p class="as-typed" {...languageMarks(text, words.language)}>
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

export async function changeRule({ db, steps, staff, at }: DeskVisit, form: Form): Promise<DeskAnswer> {
  const id = steps["rule"] ?? "";
  if (!(await ruleWith(db, id))) return undefined;
  const act = form.text("do");
  if (act === "remove") {
    await removeRule(db, { id, by: staff.id, at });
    return seeOther(RULES, "kept");
  }
  if (act === "on" || act === "off") await switchRule(db, { id, on: act === "on", by: staff.id, at });
  return seeOther(`${RULES}/${id}`, "kept");
}
