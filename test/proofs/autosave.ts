/**
 * Ten editors type at once into a real server that is killed with `kill -9` and started again in the middle: every
 * keystroke that was acknowledged is in a copy or a revision, and nobody's text went over another's in silence.
 * `bun test/proofs/autosave.ts [--seconds 60] [--kills 3]`. The editors are the island's own keeping, without its page.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { draftArticle } from "#agency/articles/actions.ts";
import { type ArticleText, workingCopy } from "#agency/articles/working-copy.ts";
import { editions } from "#agency/editions/queries.ts";
import { makeLink } from "#agency/staff/actions.ts";
import { withFirstEdition } from "#cli/store.ts";
import { type Answer, type Conflict, Keeping } from "#desk/islands/editor/keeping.ts";
import { shelfFor } from "#desk/islands/editor/unsent.ts";
import type { Db } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { textOf } from "#text/document/nodes.ts";
import { type EngineName, emptyPlace, engines } from "../engines.ts";
import { type KilledServer, killedServer } from "../killed-server.ts";
import { until } from "../until.ts";

type Proof = {
  readonly engine: EngineName;
  readonly kills: number;
  /** How long they type, from one kill to the next; told how many saves there have been. */
  readonly typing: (saves: () => number) => Promise<unknown>;
};

type Figures = {
  readonly keystrokes: number;
  readonly saves: number;
  readonly conflicts: number;
  /** Saves and texts given up that were sent and never answered. */
  readonly unanswered: number;
};

const EDITORS = 10;
// Six have an article to themselves; four share one, and meet there all the time.
const ALONE = 6;
// The island waits seconds between saves; here they are so much shorter, so that a minute holds a day of saves.
const FASTER = 20;
const LONGEST_PAUSE_MS = 40;

/** Throws when an acknowledged keystroke is nowhere, or a text went over another one without a word. */
export async function proveAutosave({ engine, kills, typing }: Proof): Promise<Figures> {
  const place = await emptyPlace(engine);
  const store = await openStore(place);
  const server = killedServer(place);
  try {
    const desk = await openDesk(store);
    await server.start();
    const editors = await Promise.all(
      desk.map(({ articleId, staffId }, at) =>
        openEditor({ db: store.db, server, articleId, staffId, name: `e${at}` }),
      ),
    );
    for (let kill = 0; kill <= kills; kill++) {
      await typing(() => figuresOf(editors).saves);
      if (kill === kills) break;
      await server.kill();
      await check(store.db, editors);
      await server.start();
    }
    await Promise.all(editors.map((editor) => editor.finish()));
    await check(store.db, editors);
    for (const { left, name } of editors) if (left().length > 0) throw new Error(`${name} has words it never sent`);
    return figuresOf(editors);
  } finally {
    await server.kill();
    await store.close();
  }
}

type Seat = { readonly articleId: string; readonly staffId: string };

/** Ten members of staff, each with the article they will write on. */
async function openDesk(store: Store): Promise<readonly Seat[]> {
  const { db } = store;
  const at = new Date();
  await withFirstEdition(store, at);
  const [edition] = await editions(db);
  if (!edition) throw new Error("there is no edition");
  const articles: string[] = [];
  for (let number = 0; number <= ALONE; number++) {
    const { articleId } = await draftArticle(db, {
      edition,
      slug: `story-${number}`,
      headline: `Story ${number}`,
      standfirst: "",
      document: { type: "doc", content: [{ type: "paragraph" }] },
      dateline: null,
      by: "the proof",
      at,
    });
    articles.push(articleId);
  }
  const seats = Array.from({ length: EDITORS }, (_, number) => ({
    staffId: `editor-${number}`,
    articleId: articles[Math.min(number, ALONE)] ?? "",
  }));
  const made_at = at.toISOString();
  for (const { staffId } of seats) {
    const member = { id: staffId, name: staffId, email: `${staffId}@strait.example`, role: "reporter", language: "en" };
    const state = { email_verified: 1, two_factor_enabled: 0, suspended_at: null, removed_at: null };
    await db
      .insertInto("staff")
      .values({ ...member, ...state, made_at, changed_at: made_at })
      .execute();
  }
  return seats;
}

type Acknowledged = { readonly sitting: string; readonly from: number; readonly version: number };

type OpenEditor = {
  readonly name: string;
  readonly articleId: string;
  /** Words Dateline has said it has. */
  readonly acknowledged: ReadonlySet<string>;
  readonly saves: readonly Acknowledged[];
  readonly counts: { keystrokes: number; conflicts: number; unanswered: number };
  readonly finish: () => Promise<void>;
  readonly left: () => readonly unknown[];
};

type EditorOf = {
  readonly db: Db;
  readonly server: KilledServer;
  readonly articleId: string;
  readonly staffId: string;
  readonly name: string;
};

/** Somebody who types until they are told to finish, and decides every conflict, now for their own text, now for the other. */
async function openEditor({ db, server, articleId, staffId, name }: EditorOf): Promise<OpenEditor> {
  const cookie = await signedIn(db, server, staffId);
  const shelf = shelfFor(browserStorage(), staffId, articleId);
  const acknowledged = new Set<string>();
  const saves: Acknowledged[] = [];
  const counts = { keystrokes: 0, conflicts: 0, unanswered: 0 };
  let text: ArticleText = await textNow(db, articleId);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isTyping = true;

  const keeping: Keeping = new Keeping(
    {
      async send(path, sent): Promise<Answer> {
        const body = sent as Partial<Save> & { readonly text: ArticleText };
        const answer = await posted(`/desk/articles/${articleId}/${path}`, JSON.stringify(sent));
        if (answer.status === undefined) counts.unanswered += 1;
        if (answer.status === 200) for (const word of wordsOf(body.text)) acknowledged.add(word);
        if (answer.status === 200 && body.sitting && body.from !== undefined) {
          const { version } = answer.body as { version: number };
          saves.push({ sitting: body.sitting.id, from: body.from, version });
        }
        if (answer.status === 409) heardConflict(answer.body as Conflict, body.from ?? 0);
        return answer;
      },
      later(ms, act) {
        clearTimeout(waiting);
        waiting = setTimeout(act, ms / FASTER);
      },
      shelf,
      text: () => text,
      setText(theirs) {
        text = theirs;
      },
      show: () => undefined,
    },
    { sitting: name, version: 0 },
  );

  async function posted(path: string, body: string): Promise<Answer> {
    try {
      const response = await server.post(path, body, { cookie, "content-type": "application/json" });
      const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
      if (![200, 409].includes(response.status)) throw new Error(`${path} answered ${response.status}`);
      return { status: response.status, body: isJson ? await response.json() : undefined };
    } catch (cause) {
      if (cause instanceof Error && cause.message.startsWith(path)) throw cause;
      return {}; // the server was killed, or is not up yet
    }
  }

  function heardConflict(theirs: Conflict, from: number): void {
    counts.conflicts += 1;
    if (theirs.version < from) throw new Error(`${name} had version ${from}, and the store has ${theirs.version} only`);
  }

  async function type(): Promise<void> {
    while (isTyping) {
      const word = `${name}-${counts.keystrokes++}`;
      text = withWord(text, word);
      keeping.changed(performance.now() * FASTER);
      if (keeping.conflict) await keeping.decide(counts.conflicts % 3 === 0 ? "theirs" : "mine");
      await pause(Math.random() * LONGEST_PAUSE_MS);
    }
  }

  const typed = type();
  return {
    name,
    articleId,
    acknowledged,
    saves,
    counts,
    async finish() {
      isTyping = false;
      await typed;
      await until(`${name} has everything saved`, async () => {
        if (keeping.conflict) await keeping.decide("mine");
        return keeping.isAtRest;
      });
    },
    left: shelf.all,
  };
}

type Save = { readonly from: number; readonly sitting: { readonly id: string } };

async function signedIn(db: Db, server: KilledServer, staffId: string): Promise<string> {
  const token = await makeLink(db, { kind: "sign-in", staffId, at: new Date() });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const response = await server.post(`/desk/sign-in/${token}`, "", form);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  if (response.status !== 303 || cookies.length === 0) throw new Error(`${staffId} could not sign in`);
  return cookies.join("; ");
}

function browserStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** Every word is a paragraph, so that a text is told apart from any other. */
function withWord({ document, ...rest }: ArticleText, word: string): ArticleText {
  const paragraph = { type: "paragraph", content: [{ type: "text", text: word }] };
  return { ...rest, document: { type: "doc", content: [...document.content, paragraph] } };
}

function wordsOf({ document }: Pick<ArticleText, "document">): string[] {
  return document.content.map(textOf).filter((word) => word !== "");
}

async function textNow(db: Db, articleId: string): Promise<ArticleText> {
  const copy = await workingCopy(db, articleId);
  if (!copy) throw new Error(`there is no article ${articleId}`);
  return copy.text;
}

/** Every acknowledged word is in the copy or a revision; no save went over a version its writer had not seen. */
async function check(db: Db, editors: readonly OpenEditor[]): Promise<void> {
  for (const [articleId, its] of Map.groupBy(editors, (editor) => editor.articleId)) {
    const kept = await wordsKept(db, articleId);
    for (const { name, acknowledged } of its) {
      const lost = [...acknowledged].filter((word) => !kept.has(word));
      if (lost.length > 0) throw new Error(`${name} was told that these are kept: ${lost.slice(0, 5).join(", ")}`);
    }
    const saves = its.flatMap((editor) => editor.saves);
    const versions = Map.groupBy(saves, ({ version }) => version);
    for (const { sitting, from, version } of saves) {
      for (let between = from + 1; between <= version; between++) {
        const other = versions.get(between)?.find((save) => save.sitting !== sitting);
        if (other) throw new Error(`${sitting} went from ${from} to ${version} over ${other.sitting}'s ${between}`);
      }
    }
  }
}

async function wordsKept(db: Db, articleId: string): Promise<ReadonlySet<string>> {
  const revisions = await db.selectFrom("revision").select("document").where("article_id", "=", articleId).execute();
  const texts = [
    await textNow(db, articleId),
    ...revisions.map(({ document }) => ({ document: JSON.parse(document) })),
  ];
  return new Set(texts.flatMap(wordsOf));
}

function figuresOf(editors: readonly OpenEditor[]): Figures {
  const sum = (number: (editor: OpenEditor) => number) => editors.reduce((all, editor) => all + number(editor), 0);
  return {
    keystrokes: sum(({ counts }) => counts.keystrokes),
    saves: sum(({ saves }) => saves.length),
    conflicts: sum(({ counts }) => counts.conflicts),
    unanswered: sum(({ counts }) => counts.unanswered),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { seconds: { type: "string", default: "60" }, kills: { type: "string", default: "3" } },
  });
  const [seconds, kills] = [Number(values.seconds), Number(values.kills)];
  const lines: string[] = [];
  for (const engine of engines) {
    const typing = () => pause((seconds * 1000) / (kills + 1));
    const { keystrokes, saves, conflicts, unanswered } = await proveAutosave({ engine, kills, typing });
    lines.push(
      `- ${engine}: ${keystrokes} words typed, ${saves} saves acknowledged, ${unanswered} never answered,`,
      `  ${conflicts} conflicts shown and decided; no acknowledged word missing, none gone over in silence.`,
    );
    process.stdout.write(`${lines.slice(-2).join("\n")}\n`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "autosave.md"),
    `# Autosave loses nothing\n\n\`npm run prove autosave -- --seconds ${seconds} --kills ${kills}\`, ${new Date().toISOString().slice(0, 10)}\n\nTen editors at once, six on articles of their own and four on one, the server killed with \`kill -9\` ${kills} times.\n\n${lines.join("\n")}\n`,
  );
  process.exit(0);
}
