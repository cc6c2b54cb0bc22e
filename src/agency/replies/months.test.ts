import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { postReply } from "./actions.ts";
import { decideReplies, undoDecision } from "./decisions.ts";
import { countMonths, monthAfter, replyMonths } from "./months.ts";
import { reportReply } from "./reports.ts";
import { addRule, switchRule } from "./rule-book.ts";
import { NO_TERMS } from "./rules.ts";

const KEYS = { address: "a", index: "b", challenge: "c" };
const SENT = { email: "", quote: "", kind: "reply", parent: "", challenge: undefined, keys: KEYS } as const;
const day = (text: string) => new Date(`${text}T12:00:00Z`);

test("the month after December is January of the next year", () => {
  expect(["2026-10", "2026-12"].map(monthAfter)).toEqual(["2026-11", "2027-01"]);
});

for (const engine of engines) {
  test(`${engine}: a month that is over is counted once, for everybody to read, and what was taken back does not count`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    const edition = await db.selectFrom("edition").select(["id", "code"]).executeTakeFirstOrThrow();
    const editionId = edition.id;
    const { articleId } = await draftArticle(db, {
      edition,
      slug: "ferry-strike",
      headline: "Ferries stop at noon",
      standfirst: "",
      document: parseMarkdown("Crews walked out on Monday."),
      dateline: null,
      authorIds: [],
      by: "Ilse",
      at: day("2026-11-20"),
    });
    await publishArticle(db, { articleId, by: "Ilse", at: day("2026-11-20") });
    const send = async (text: string, at: Date) => {
      const posted = await postReply(db, { ...SENT, articleId, name: "Ada", text, guestToken: undefined, at });
      if (!("replyId" in posted)) throw new Error(`"${text}" was not kept`);
      return posted.replyId;
    };
    const rule = await addRule(db, {
      kind: "words",
      terms: { ...NO_TERMS, words: ["casino*"] },
      effect: "refuse",
      reason: "spam",
      by: "m",
      at: day("2026-11-21"),
    });
    await switchRule(db, { id: rule, on: true, by: "m", at: day("2026-11-21") });
    const ids = [];
    for (const text of ["One.", "Two.", "Three.", "Four."]) ids.push(await send(text, day("2026-11-22")));
    await send("A casino for all.", day("2026-11-22"));
    const decide = (id: string | undefined, to: "shown" | "refused", at: Date) =>
      decideReplies(db, { chosen: { ids: [id ?? ""] }, to, reason: "abuse", note: "", by: "m", at });
    await decide(ids[0], "shown", day("2026-11-23"));
    await decide(ids[1], "refused", day("2026-11-24"));
    const { batch } = await decide(ids[2], "refused", day("2026-11-25"));
    await undoDecision(db, { batch, by: "m", at: day("2026-11-26") });
    // Of the next month.
    await decide(ids[3], "shown", day("2026-12-02"));
    await reportReply(db, {
      articleId,
      replyId: ids[0] ?? "",
      kind: "rules",
      reason: "abuse",
      words: "",
      law: "",
      name: "",
      email: "",
      inGoodFaith: false,
      guestId: undefined,
      language: "en",
      addressKey: KEYS.address,
      at: day("2026-11-27"),
    });

    expect(await door.text("/en/replies")).toContain("No month is counted yet");
    await countMonths(db, { at: day("2026-11-30") });
    expect(await replyMonths(db, editionId)).toEqual([]);
    await countMonths(db, { at: day("2026-12-01") });
    const november = {
      month: "2026-11",
      written: 5,
      shown: 1,
      refused: 2,
      byRule: 1,
      reasons: [
        ["abuse", 1],
        ["spam", 1],
      ],
      reports: 1,
      upheld: 0,
      appeals: 0,
    };
    expect(await replyMonths(db, editionId)).toMatchObject([november]);
    await countMonths(db, { at: day("2026-12-15") });
    await decide(ids[1], "shown", day("2026-12-16"));
    expect(await replyMonths(db, editionId)).toMatchObject([november]);
    await countMonths(db, { at: day("2027-01-01") });
    expect((await replyMonths(db, editionId)).map(({ month, written, shown }) => [month, written, shown])).toEqual([
      ["2026-12", 0, 2],
      ["2026-11", 5, 1],
    ]);
    const page = await door.text("/en/replies");
    expect(page).toContain("November 2026");
    expect(page).toContain("it advertises: 1");
    expect(door.broken).toEqual([]);
  });
}
