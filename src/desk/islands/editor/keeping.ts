/**
 * Keeps what is typed: in the browser at once, at Dateline a second later, against the version it was made from.
 * Nothing is ever dropped before it is acknowledged, and nothing goes over what somebody else has saved unless the
 * author says so. What the page looks like meanwhile is left to `page.ts`.
 */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { CopyState } from "../../words/writing.ts";
import type { SentCopy } from "../../writing/copy-data.ts";
import type { Shelf } from "./unsent.ts";

export type Conflict = SentCopy & { readonly html: string };

/** What the server answered; without a status it could not be reached. */
export type Answer = { readonly status?: number; readonly body?: unknown };

export type KeepingWorld = {
  /** `last` when the page may go before an answer comes. */
  readonly send: (path: "copy" | "set-aside", body: unknown, last: boolean) => Promise<Answer>;
  /** Runs `act` later, in place of what was to be run before; 0 is not at all. */
  readonly later: (ms: number, act: () => void) => void;
  readonly shelf: Shelf;
  readonly text: () => ArticleText;
  /** Puts a text in the place of the one that is written. */
  readonly setText: (text: ArticleText) => void;
  readonly show: (state: Shown) => void;
};

export type Shown =
  | { readonly state: Exclude<CopyState, "refused"> }
  | { readonly state: "refused"; readonly why: string }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "newer"; readonly who: string; readonly at: string };

// After the last keystroke of a burst; a burst that goes on is sent every few seconds all the same.
const PAUSE_MS = 1_000;
const LONGEST_BURST_MS = 5_000;
const TRY_AGAIN_MS = [2_000, 5_000, 10_000] as const;
const LONGEST_WAIT_MS = 30_000;
const SIGNED_OUT_TRY_MS = 5_000;

export class Keeping {
  readonly #world: KeepingWorld;
  #sitting: string;
  #turn = 0;
  #version: number;
  /** Counts changes; those up to `#acknowledged` are at Dateline. */
  #changes = 0;
  #acknowledged = 0;
  #inFlight = 0;
  #failures = 0;
  #burstSince: number | undefined;
  #conflict: Conflict | undefined;
  #isOverruling = false;
  #isHomeless = false;

  constructor(world: KeepingWorld, { sitting, version }: { sitting: string; version: number }) {
    this.#world = world;
    this.#sitting = sitting;
    this.#version = version;
  }

  get version(): number {
    return this.#version;
  }

  get conflict(): Conflict | undefined {
    return this.#conflict;
  }

  /** Whether Dateline has every word, and nothing is on its way. */
  get isAtRest(): boolean {
    return this.#isClean && this.#inFlight === 0 && !this.#conflict;
  }

  /** Whether words would be lost were the page closed now. */
  get wouldLose(): boolean {
    return !this.#isClean && this.#isHomeless;
  }

  /** Something was typed. */
  changed(now = performance.now()): void {
    this.#changes += 1;
    this.#keepHere();
    if (this.#conflict) return;
    if (this.#failures === 0) this.#world.show({ state: this.#isHomeless ? "homeless" : "unsaved" });
    this.#burstSince ??= now;
    const isLong = now - this.#burstSince > LONGEST_BURST_MS;
    if (isLong && this.#inFlight === 0) void this.send();
    else this.#world.later(PAUSE_MS, () => void this.send());
  }

  /** Sends what is not acknowledged; `last` when the page may go at any moment, also while an answer is awaited. */
  async send({ last = false } = {}): Promise<void> {
    if (this.#isClean || this.#conflict || (this.#inFlight > 0 && !last)) return;
    this.#burstSince = undefined;
    this.#turn += 1;
    const upTo = this.#changes;
    const { text } = this.#keepHere();
    const body = {
      from: this.#version,
      sitting: { id: this.#sitting, turn: this.#turn },
      text,
      overrule: this.#isOverruling,
    };
    if (this.#failures === 0) this.#world.show({ state: "saving" });
    this.#inFlight += 1;
    const answer = await this.#world.send("copy", body, last);
    this.#inFlight -= 1;
    this.#hear(answer, upTo);
  }

  /** Goes on with words that an editor before this one never got acknowledged. They are its own: it goes on as that editor. */
  resume({ sitting, turn, from }: { sitting: string; turn: number; from: number }): void {
    this.#world.shelf.forget(this.#sitting);
    this.#sitting = sitting;
    this.#turn = turn;
    this.#version = from;
    this.#changes += 1;
    this.#keepHere();
    void this.send();
  }

  /** After a conflict: with one's own words over theirs, or with theirs, one's own kept as a revision first. */
  async decide(choice: "mine" | "theirs"): Promise<void> {
    const theirs = this.#conflict;
    if (!theirs) return;
    if (choice === "theirs") {
      if (await this.#setAside()) {
        this.#conflict = undefined;
        this.adopt(theirs);
      } else {
        this.#world.show({ state: "conflict" });
      }
    } else {
      this.#conflict = undefined;
      this.#version = theirs.version;
      this.#isOverruling = true;
      this.#keepHere();
      await this.send();
    }
  }

  /** Has every word kept as a revision, those too that are typed while it is asked for; false when that failed. */
  async #setAside(): Promise<boolean> {
    for (;;) {
      const upTo = this.#changes;
      const { status } = await this.#world.send("set-aside", { text: this.#world.text() }, false);
      if (status !== 200) return false;
      if (upTo === this.#changes) return true;
    }
  }

  /** Takes up a copy somebody else has saved. Only words that are at Dateline already may stand in its way. */
  adopt(copy: SentCopy): void {
    this.#world.setText(copy.text);
    this.#version = copy.version;
    this.#acknowledged = this.#changes;
    this.#world.shelf.forget(this.#sitting);
    this.#world.show({ state: "newer", who: copy.savedBy, at: copy.savedAt });
  }

  get #isClean(): boolean {
    return this.#changes === this.#acknowledged;
  }

  #keepHere(): { text: ArticleText } {
    const text = this.#world.text();
    const kept = { sitting: this.#sitting, turn: this.#turn, from: this.#version, text };
    this.#isHomeless = !this.#world.shelf.keep(kept);
    return { text };
  }

  #hear({ status, body }: Answer, upTo: number): void {
    if (status === 200) this.#heardSaved(body as { version: number; savedAt: string }, upTo);
    else if (status === 409) this.#heardConflict(body as Conflict);
    else if (status === 401) this.#tryAgain("signedOut", SIGNED_OUT_TRY_MS);
    else if (status === 413 || status === 422) this.#heardRefusal(body as { problem: string });
    else if (status === 403 || status === 404) this.#tryAgain("gone", LONGEST_WAIT_MS);
    else this.#tryAgain(this.#isHomeless ? "homeless" : "kept", TRY_AGAIN_MS[this.#failures] ?? LONGEST_WAIT_MS);
  }

  #heardConflict(theirs: Conflict): void {
    this.#conflict = theirs;
    this.#world.show({ state: "conflict" });
  }

  /** Sent as it is it would be refused again: it waits for the next change. */
  #heardRefusal({ problem }: { problem: string }): void {
    this.#failures += 1;
    this.#world.show({ state: "refused", why: problem });
  }

  #heardSaved({ version, savedAt }: { version: number; savedAt: string }, upTo: number): void {
    this.#failures = 0;
    this.#version = Math.max(this.#version, version);
    this.#acknowledged = Math.max(this.#acknowledged, upTo);
    this.#isOverruling = false;
    if (this.#isClean) {
      this.#world.shelf.forget(this.#sitting);
      this.#world.show({ state: "saved", at: savedAt });
    } else {
      this.#keepHere();
      this.#world.later(PAUSE_MS, () => void this.send());
    }
  }

  #tryAgain(state: "signedOut" | "gone" | "kept" | "homeless", ms: number): void {
    this.#failures += 1;
    this.#world.show({ state });
    this.#world.later(ms, () => void this.send());
  }
}
