import { expect, test } from "bun:test";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { guestWith, postReply, withdrawReply } from "./actions.ts";
import { decideReplies } from "./decisions.ts";
import { forgetOldReplies, KEPT_DAYS } from "./periods.ts";

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
}
