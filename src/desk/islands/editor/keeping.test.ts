import { expect, test } from "bun:test";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { type Answer, Keeping } from "./keeping.ts";
import { shelfFor } from "./unsent.ts";

type Sent = {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly answer: (answer: Answer) => Promise<void>;
};

/** An editor whose server answers when the test says so, and whose time passes when the test says so. */
function editor({ isFull = false } = {}) {
  const kept = new Map<string, string>();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  };
  const shelf = shelfFor(storage, "ilse", "article");
  const sent: Sent[] = [];
  const shown: string[] = [];
  let headline = "";
  let next: (() => void) | undefined;
  const keeping = new Keeping(
    {
      send(path, body) {
        const { promise, resolve } = Promise.withResolvers<Answer>();
        const answer = async (given: Answer) => {
          resolve(given);
          await promise;
          await Promise.resolve();
        };
        // What the island sends is an object.
        sent.push({ path, body: body as Record<string, unknown>, answer });
        return promise;
      },
      later(_, act) {
        next = act;
      },
      shelf,
      text: () => textOf(headline),
      setText(text) {
        headline = text.headline;
      },
      show: (state) => shown.push(state.state),
    },
    { sitting: "tab", version: 3 },
  );
  return {
    keeping,
    shelf,
    sent,
    shown,
    headline: () => headline,
    type(words: string) {
      headline += words;
      keeping.changed(0);
    },
    timePasses() {
      const act = next;
      next = undefined;
      act?.();
    },
    last: () => sent.at(-1) ?? raise("nothing was sent"),
  };
}

function textOf(headline: string): ArticleText {
  return {
    headline,
    standfirst: "",
    document: { type: "doc", content: [] },
    dateline: null,
    picture: null,
    authorIds: [],
  };
}

function raise(sentence: string): never {
  throw new Error(sentence);
}

const saved = (version: number) => ({ status: 200, body: { version, savedAt: "2026-11-25T12:00:00Z" } });
const theirs = (version: number) => ({
  status: 409,
  body: { version, text: textOf("Theirs"), savedBy: "Omar", savedAt: "2026-11-25T12:00:00Z", html: "" },
});

test("every keystroke is in the browser at once, and goes from there only when it is acknowledged", async () => {
  const it = editor();
  it.type("A");
  expect(it.shelf.all()).toMatchObject([{ sitting: "tab", from: 3, text: { headline: "A" } }]);
  expect(it.sent).toEqual([]);
  it.timePasses();
  expect(it.last().body).toMatchObject({ from: 3, sitting: { id: "tab", turn: 1 }, text: { headline: "A" } });
  it.type("B");
  await it.last().answer(saved(4));
  expect(it.shelf.all()).toMatchObject([{ from: 4, text: { headline: "AB" } }]);
  it.timePasses();
  expect(it.last().body).toMatchObject({ from: 4, sitting: { turn: 2 }, text: { headline: "AB" } });
  await it.last().answer(saved(5));
  expect(it.shelf.all()).toEqual([]);
  expect(it.shown.at(-1)).toBe("saved");
});

test("one save waits for the other, but not when the page may go", () => {
  const it = editor();
  it.type("A");
  it.timePasses();
  it.type("B");
  it.timePasses();
  expect(it.sent).toHaveLength(1);
  void it.keeping.send({ last: true });
  expect(it.last().body).toMatchObject({ from: 3, sitting: { turn: 2 }, text: { headline: "AB" } });
});

test("what could not be sent is kept, and sent again", async () => {
  const it = editor();
  it.type("A");
  it.timePasses();
  await it.last().answer({});
  expect(it.shown.at(-1)).toBe("kept");
  expect(it.shelf.all()).toHaveLength(1);
  it.timePasses();
  await it.last().answer({ status: 503 });
  it.timePasses();
  expect(it.sent).toHaveLength(3);
  await it.last().answer(saved(4));
  expect(it.shown.at(-1)).toBe("saved");
});

test("who is signed out meanwhile keeps their words, and goes on when they are back", async () => {
  const it = editor();
  it.type("A");
  it.timePasses();
  await it.last().answer({ status: 401 });
  expect(it.shown.at(-1)).toBe("signedOut");
  expect(it.shelf.all()).toHaveLength(1);
  it.timePasses();
  await it.last().answer(saved(4));
  expect(it.shelf.all()).toEqual([]);
});

test("a browser that keeps nothing says so, and would lose words until they are saved", async () => {
  const it = editor({ isFull: true });
  it.type("A");
  expect([it.shown.at(-1), it.keeping.wouldLose]).toEqual(["homeless", true]);
  it.timePasses();
  await it.last().answer(saved(4));
  expect(it.keeping.wouldLose).toBe(false);
});

test("a conflict sends nothing more, keeps what is typed, and goes over theirs only by choice", async () => {
  const it = editor();
  it.type("Mine");
  it.timePasses();
  await it.last().answer(theirs(4));
  it.type("!");
  it.timePasses();
  expect(it.sent).toHaveLength(1);
  expect(it.shelf.all()).toMatchObject([{ text: { headline: "Mine!" } }]);
  void it.keeping.decide("mine");
  expect(it.last().body).toMatchObject({ from: 4, overrule: true, text: { headline: "Mine!" } });
  await it.last().answer(saved(5));
  it.type("?");
  it.timePasses();
  expect(it.last().body).toMatchObject({ from: 5, overrule: false });
});

test("who takes theirs gives their own words up only when they are kept as a revision", async () => {
  const it = editor();
  it.type("Mine");
  it.timePasses();
  await it.last().answer(theirs(4));
  void it.keeping.decide("theirs");
  expect(it.last()).toMatchObject({ path: "set-aside", body: { text: { headline: "Mine" } } });
  await it.last().answer({});
  expect([it.headline(), it.shown.at(-1)]).toEqual(["Mine", "conflict"]);
  void it.keeping.decide("theirs");
  await it.last().answer({ status: 200 });
  expect([it.headline(), it.keeping.version]).toEqual(["Theirs", 4]);
  expect(it.shelf.all()).toEqual([]);
});

test("what is typed while one's own words are put aside is put aside too", async () => {
  const it = editor();
  it.type("Mine");
  it.timePasses();
  await it.last().answer(theirs(4));
  void it.keeping.decide("theirs");
  it.type(", too");
  await it.last().answer({ status: 200 });
  expect(it.last()).toMatchObject({ path: "set-aside", body: { text: { headline: "Mine, too" } } });
  expect(it.headline()).toBe("Mine, too");
  await it.last().answer({ status: 200 });
  expect(it.headline()).toBe("Theirs");
});

test("words left by a closed editor go on as its own, over its own saves", () => {
  const it = editor();
  it.keeping.resume({ sitting: "old", turn: 7, from: 2 });
  expect(it.last().body).toMatchObject({ from: 2, sitting: { id: "old", turn: 8 } });
});

test("what is refused waits for the next change", async () => {
  const it = editor();
  it.type("A");
  it.timePasses();
  await it.last().answer({ status: 422, body: { problem: "No." } });
  expect(it.shown.at(-1)).toBe("refused");
  it.timePasses();
  expect(it.sent).toHaveLength(1);
  it.type("B");
  it.timePasses();
  expect(it.sent).toHaveLength(2);
});

test("a burst of typing is sent though it does not end", () => {
  const it = editor();
  it.keeping.changed(0);
  it.keeping.changed(4_000);
  expect(it.sent).toEqual([]);
  it.keeping.changed(6_000);
  expect(it.sent).toHaveLength(1);
});
