import { expect, test } from "bun:test";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { eraseGuest, guestWith, postReply, withdrawReply } from "./actions.ts";
import { decideReplies } from "./decisions.ts";
import { forgetOldReplies, KEPT_DAYS } from "./periods.ts";
import { appealReport, decideReport, reporterOf, reportReply } from "./reports.ts";

const AT = new Date("2026-01-01T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(AT.getTime() + days * DAY_MS);

for (const engine of engines) {
  test(`${engine}: what was taken back or refused, and the addresses of replies, end by themselves; what is shown stays`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { db } = door;
    const { id } = await db
      .selectFrom("article")
      .select("id")
      .where("slug", "=", "outer-quay")
      .executeTakeFirstOrThrow();
    const kept = new Map<string, string>();
    for (const name of ["Shown", "Refused", "Withdrawn"]) {
      const posted = await postReply(db, {
        articleId: id,
        name,
        email: `${name}@readers.example`,
        text: `${name}: nobody told us a word until we were back at the quay.`,
        quote: "",
        kind: "reply",
        parent: "",
        challenge: undefined,
        guestToken: undefined,
        keys: { address: "a", index: "b", challenge: "c" },
        at: AT,
      });
      if (!("replyId" in posted)) throw new Error(`${name} is not taken`);
      kept.set(name, posted.replyId);
      const decided = { reason: null, note: "", by: "m", at: AT } as const;
      if (name !== "Withdrawn")
        await decideReplies(db, {
          chosen: { ids: [posted.replyId] },
          to: name === "Shown" ? "shown" : "refused",
          ...decided,
        });
      const guest = await guestWith(db, posted.guestToken);
      if (name === "Withdrawn") await withdrawReply(db, { guestId: guest?.id ?? "", replyId: posted.replyId, at: AT });
    }
    const words = async () => {
      const rows = await db
        .selectFrom("reply")
        .leftJoin("reply_contact", "reply_contact.reply_id", "reply.id")
        .select(["reply.id", "reply.body", "reply_contact.address"])
        .where("reply.id", "in", [...kept.values()])
        .execute();
      return Object.fromEntries(
        [...kept].map(([name, replyId]) => {
          const row = rows.find((one) => one.id === replyId);
          return [name, [row?.body !== "", row?.address !== null]];
        }),
      );
    };
    await forgetOldReplies(db, { at: after(KEPT_DAYS.withdrawn - 1) });
    expect(await words()).toEqual({ Shown: [true, true], Refused: [true, true], Withdrawn: [true, true] });
    await forgetOldReplies(db, { at: after(KEPT_DAYS.withdrawn + 1) });
    expect(await words()).toEqual({ Shown: [true, true], Refused: [true, true], Withdrawn: [false, false] });
    await forgetOldReplies(db, { at: after(KEPT_DAYS.refused + 1) });
    expect(await words()).toEqual({ Shown: [true, true], Refused: [false, false], Withdrawn: [false, false] });
    await forgetOldReplies(db, { at: after(KEPT_DAYS.addresses + 1) });
    expect(await words()).toEqual({ Shown: [true, false], Refused: [false, false], Withdrawn: [false, false] });
  });

  test(`${engine}: what reporters say of themselves ends half a year after the decision, or when they erase; an open appeal waits`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { db } = door;
    const { id: replyId, article_id: articleId } = await db
      .selectFrom("reply")
      .select(["id", "article_id"])
      .where("state", "=", "shown")
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow();
    const report = async (name: string, guestId?: string) => {
      const sent = await reportReply(db, {
        articleId,
        replyId,
        kind: "unlawful",
        reason: "unlawful",
        words: `${name} says why.`,
        law: "§ 185",
        name,
        email: `${name}@readers.example`,
        inGoodFaith: true,
        guestId,
        language: "en",
        addressKey: "a",
        at: AT,
      });
      if (!("token" in sent)) throw new Error(`the report of ${name} is not taken`);
      return sent.token;
    };
    const idOf = async (name: string) =>
      (await db.selectFrom("report").select("id").where("reporter", "=", name).executeTakeFirstOrThrow()).id;
    const guest = {
      id: "device",
      digest: "d",
      shown: 0,
      refused: 0,
      made_at: AT.toISOString(),
      seen_at: AT.toISOString(),
    };
    await db.insertInto("guest").values(guest).execute();
    const names = ["Decided", "Appealed", "Open", "Eraser"];
    const tokens = new Map<string, string>();
    for (const name of names) tokens.set(name, await report(name, name === "Eraser" ? guest.id : undefined));
    const ids = new Map<string, string>();
    for (const name of names) ids.set(name, await idOf(name));
    for (const name of ["Decided", "Appealed"])
      await decideReport(db, { id: ids.get(name) ?? "", to: "dismissed", note: "It stays.", by: "m", at: AT });
    await appealReport(db, { token: tokens.get("Appealed") ?? "", words: "Look again.", at: AT });

    const left = async () => {
      const found: string[] = [];
      for (const [name, reportId] of ids) {
        const { reporter, words, law, appeal } = await db
          .selectFrom("report")
          .select(["reporter", "words", "law", "appeal"])
          .where("id", "=", reportId)
          .executeTakeFirstOrThrow();
        const to = await reporterOf(db, { reportId, addressKey: "a" });
        const all = [reporter, words, law, appeal ?? "", to?.address ?? ""];
        if (all.some((one) => one !== "")) found.push(name);
      }
      return found;
    };
    await forgetOldReplies(db, { at: after(KEPT_DAYS.reports - 1) });
    expect(await left()).toEqual(names);
    await eraseGuest(db, { guestId: guest.id, at: after(1) });
    expect(await left()).toEqual(["Decided", "Appealed", "Open"]);
    await forgetOldReplies(db, { at: after(KEPT_DAYS.reports + 1) });
    expect(await left()).toEqual(["Appealed", "Open"]);
    await forgetOldReplies(db, { at: after(KEPT_DAYS.openReports + 1) });
    expect(await left()).toEqual([]);
    const kept = await db.selectFrom("report").select(["state", "reason", "note", "guest_id"]).orderBy("id").execute();
    expect(kept.map(({ state }) => state).toSorted()).toEqual(["dismissed", "dismissed", "open", "open"]);
    expect(kept.every(({ reason, guest_id }) => reason === "unlawful" && guest_id === null)).toBe(true);
  });
}
