/** The desk's rules: kept, turned on and off with a note in the audit, and tried on the last ninety days before. */
import { sql } from "kysely";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement } from "#store/kept.ts";
import { stateOf } from "./queries.ts";
import type { Reason, ReplyState } from "./replies.ts";
import {
  type Effect,
  type Facts,
  fits,
  type Rule,
  type RuleKind,
  type RuleRow,
  ruleFrom,
  type Terms,
} from "./rules.ts";

const COLUMNS = ["id", "kind", "terms", "effect", "reason", "is_on"] as const;

const rulesOn = keptStatement((db) => db.selectFrom("rule").select(COLUMNS).where("is_on", "=", 1).orderBy("id"));

// Rules are read with every post, and change a few times a year.
const read = new Map<string, Rule>();
const MOST_READ = 200;

/** The rules that are on. */
export async function rulesInForce(db: Db): Promise<readonly Rule[]> {
  const rows = await rulesOn(db, {});
  return rows.map((row) => {
    const key = JSON.stringify(row);
    const known = read.get(key);
    if (known) return known;
    if (read.size >= MOST_READ) read.clear();
    const rule = ruleFrom(row);
    read.set(key, rule);
    return rule;
  });
}

export type ListedRule = Rule & { readonly by: string; readonly changedAt: Date };

const MOST_RULES = 200;

/** Every rule, the oldest first. */
export async function rules(db: Db): Promise<readonly ListedRule[]> {
  const rows = await db
    .selectFrom("rule")
    .leftJoin("staff", "staff.id", "rule.made_by")
    .select(["rule.id", "rule.kind", "rule.terms", "rule.effect", "rule.reason", "rule.is_on"])
    .select(["rule.made_by", "rule.changed_at", "staff.name"])
    .orderBy("rule.id")
    .limit(MOST_RULES)
    .execute();
  return rows.map((row) => ({ ...ruleFrom(row), by: row.name ?? row.made_by, changedAt: new Date(row.changed_at) }));
}

export async function ruleWith(db: Db, id: string): Promise<Rule | undefined> {
  const row: RuleRow | undefined = await db.selectFrom("rule").select(COLUMNS).where("id", "=", id).executeTakeFirst();
  return row && ruleFrom(row);
}

type KeepRule = {
  readonly kind: RuleKind;
  readonly terms: Terms;
  readonly effect: Effect;
  readonly reason: Reason | null;
  readonly by: string;
  readonly at: Date;
};

/** Writes a rule down, off: it is turned on from the page that shows what it would have done. */
export async function addRule(db: Db, { kind, terms, effect, reason, by, at }: KeepRule): Promise<string> {
  const id = newId(at);
  const moment = at.toISOString();
  await together(db, async (db) => {
    await db
      .insertInto("rule")
      .values({
        id,
        kind,
        terms: JSON.stringify(terms),
        effect,
        reason: effect === "refuse" ? (reason ?? "other") : null,
        is_on: 0,
        made_by: by,
        made_at: moment,
        changed_at: moment,
      })
      .execute();
    await note(db, { by, act: "rule.add", subject: `rule:${id}`, detail: { kind, effect, reason, terms }, at });
  });
  return id;
}

type Act = { readonly id: string; readonly by: string; readonly at: Date };

export async function switchRule(db: Db, { id, on, by, at }: Act & { readonly on: boolean }): Promise<void> {
  await together(db, async (db) => {
    const changed = await db
      .updateTable("rule")
      .set({ is_on: on ? 1 : 0, changed_at: at.toISOString() })
      .where("id", "=", id)
      .where("is_on", "=", on ? 0 : 1)
      .returning("id")
      .executeTakeFirst();
    if (changed) await note(db, { by, act: on ? "rule.on" : "rule.off", subject: `rule:${id}`, at });
  });
}

/** What it was stays in the audit. */
export async function removeRule(db: Db, { id, by, at }: Act): Promise<void> {
  await together(db, async (db) => {
    const [gone] = await db.deleteFrom("rule").where("id", "=", id).returning(COLUMNS).execute();
    if (!gone) return;
    const { kind, terms, effect, reason } = ruleFrom(gone);
    await note(db, { by, act: "rule.remove", subject: `rule:${id}`, detail: { kind, effect, reason, terms }, at });
  });
}

export type Tried = {
  readonly looked: number;
  /** How many it would have caught, by what became of them. */
  readonly caught: number;
  readonly byState: Readonly<Record<ReplyState, number>>;
  /** Some it would have caught, those a moderator has shown first. */
  readonly examples: readonly {
    readonly id: string;
    readonly name: string;
    readonly text: string;
    readonly state: ReplyState;
  }[];
  /** There were more than are looked at in one go: it looked until then. */
  readonly until: Date | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const TRIED_DAYS = 90;
const ROWS_A_TIME = 2_000;
// A few seconds' work; who gets more replies in ninety days learns enough from these.
const MOST_TRIED = 200_000;
const MOST_EXAMPLES = 20;

type TriedRow = {
  readonly id: string;
  readonly guest_id: string | null;
  readonly author_name: string;
  readonly body: string;
  readonly state: string;
  readonly score: number | null;
  readonly written_at: string;
  readonly published_at: string | null;
  readonly domain_index: string | null;
  readonly digest: string | null;
  readonly day: string | null;
};

/**
 * What a rule would have done to every reply of the last ninety days, from what is kept of each. About networks nothing is
 * known but today: their digests go with the day's key.
 */
export async function tryRule(db: Db, rule: Rule, at: Date): Promise<Tried> {
  const byState: Record<ReplyState, number> = { held: 0, shown: 0, refused: 0, withdrawn: 0, erased: 0 };
  const examples: Tried["examples"][number][] = [];
  const lately = new Map<string, number[]>();
  let looked = 0;
  let after = { at: new Date(at.getTime() - TRIED_DAYS * DAY_MS).toISOString(), id: "" };
  for (;;) {
    const rows = await replyFacts(db, after);
    for (const row of rows) {
      looked++;
      if (row.state === "erased" || !fits(rule, factsOf(row, lately))) continue;
      const state = stateOf(row.state);
      byState[state]++;
      const example = { id: row.id, name: row.author_name, text: row.body, state };
      if (examples.length < MOST_EXAMPLES) examples.push(example);
      else if (state === "shown") replaceOther(examples, example);
    }
    const last = rows.at(-1);
    if (last) after = { at: last.written_at, id: last.id };
    if (rows.length < ROWS_A_TIME || looked >= MOST_TRIED) break;
  }
  const caught = Object.values(byState).reduce((sum, count) => sum + count, 0);
  const shownFirst = examples.toSorted((one, other) => Number(other.state === "shown") - Number(one.state === "shown"));
  return { looked, caught, byState, examples: shownFirst, until: looked >= MOST_TRIED ? new Date(after.at) : null };
}

async function replyFacts(db: Db, after: { at: string; id: string }): Promise<readonly TriedRow[]> {
  const { rows } = await sql<TriedRow>`
    select reply.id, reply.guest_id, reply.author_name, reply.body, reply.state, reply.score, reply.written_at,
           article.published_at, reply_contact.domain_index, reply_network.digest, reply_network.day
      from reply
      join article on article.id = reply.article_id
      left join reply_contact on reply_contact.reply_id = reply.id
      left join reply_network on reply_network.reply_id = reply.id
     where (reply.written_at, reply.id) > (${after.at}, ${after.id})
       and reply.staff_id is null
     order by reply.written_at, reply.id
     limit ${ROWS_A_TIME}`.execute(db);
  return rows;
}

/** `lately` holds when each device wrote, as far as rows have been read. */
function factsOf(row: TriedRow, lately: Map<string, number[]>): Facts {
  const written = Date.parse(row.written_at);
  const before = row.guest_id === null ? [] : (lately.get(row.guest_id) ?? []);
  const recent = before.filter((one) => written - one < DAY_MS);
  if (row.guest_id !== null) lately.set(row.guest_id, [...recent, written]);
  return {
    name: row.author_name,
    text: row.body,
    earlierWithin: (minutes) => recent.filter((one) => written - one < minutes * 60_000).length,
    articleAgeDays: row.published_at === null ? 0 : (written - Date.parse(row.published_at)) / DAY_MS,
    score: row.score,
    domainIndex: row.domain_index ?? "",
    network: row.digest === null || row.day === null ? undefined : { digest: row.digest, day: row.day },
  };
}

function replaceOther(examples: Tried["examples"][number][], example: Tried["examples"][number]): void {
  const at = examples.findIndex(({ state }) => state !== "shown");
  if (at >= 0) examples[at] = example;
}
