import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const STORY = "/en/outer-quay";
const KEYS = { address: "a", index: "b", challenge: "c" };

async function shownReply(door: Door, text: string): Promise<{ id: string; mine: string }> {
  const { id: articleId } = await door.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", "outer-quay")
    .executeTakeFirstOrThrow();
  const at = new Date("2026-11-20T11:00:00Z");
  const sent = { name: "Ben", email: "", text, quote: "", kind: "reply", parent: "", challenge: undefined } as const;
  const posted = await postReply(door.db, { ...sent, articleId, guestToken: undefined, keys: KEYS, at });
  if (!("replyId" in posted)) throw new Error("it was not taken");
  const hand = { reason: null, note: "", by: "m", at };
  await decideReplies(door.db, { ...hand, chosen: { ids: [posted.replyId] }, to: "shown" });
  return { id: posted.replyId, mine: `/replies/mine/${posted.guestToken}` };
}

function post(door: Door, path: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields);
  return door.request(
    new Request(`http://localhost${path}`, { method: "POST", body, headers: { "sec-fetch-site": "same-origin" } }),
  );
}

const UNLAWFUL = { kind: "unlawful", reason: "abuse", words: "The second line insults a judge.", law: "StGB § 185" };

for (const engine of engines) {
  describe(engine, () => {
    let door: Door;
    beforeAll(async () => {
      door = await openDoor(engine, { demo: true });
    });
    afterAll(async () => {
      expect(door.broken).toEqual([]);
      await door[Symbol.asyncDispose]();
    });

    test(`${engine}: a reply is reported without a script or an address, ranks the queue, and is taken down with reasons for both`, async () => {
      const { id, mine } = await shownReply(door, "What an insult of a reply.");
      expect(await door.text(STORY)).toContain(`${STORY}/replies/${id}/report`);
      expect(await door.text(`${STORY}/replies/${id}/report`)).toContain("What an insult of a reply.");
      const sent = await post(door, `${STORY}/replies/${id}/report`, { kind: "rules", reason: "abuse", words: "" });
      expect(sent.status).toBe(303);
      const own = sent.headers.get("location") ?? "";
      expect(await door.text(own)).toContain("Waiting for a moderator");
      const moderator = door.as("moderator");
      const page = await moderator.text("/desk/replies/reports");
      expect(page).toContain("What an insult of a reply.");
      const report = /name="report" value="([^"]+)"/.exec(page)?.[1] ?? "";
      const note = "Please attack arguments, not people.";
      await moderator.post("/desk/replies/reports", { report, do: "upheld", [`note-${report}`]: note });
      expect(await door.text(STORY)).not.toContain("What an insult of a reply.");
      expect(await door.text(own)).toContain(note);
      expect(await door.text(mine)).toContain(note);
      const statement = await door.text(`${mine}/${id}/statement`);
      for (const said of [
        "Somebody had reported it.",
        "A person decided.",
        "out-of-court body",
        "it attacks or demeans somebody",
      ])
        expect(statement).toContain(said);
      const data = await (await door.get(`${mine}/${id}/statement.json`)).json();
      expect(data).toMatchObject({
        decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED"],
        decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        content_type: ["CONTENT_TYPE_TEXT"],
        source_type: "SOURCE_ARTICLE_16",
        automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
        puid: id,
      });
      expect(JSON.stringify(data)).not.toContain("Ben");
      expect(await moderator.text("/desk/replies/reports")).toContain("No report waits.");
      expect(
        (await post(door, `${STORY}/replies/${id}/report`, { kind: "rules", reason: "abuse", words: "" })).status,
      ).toBe(404);
    });

    test(`${engine}: unlawful content is a kind of its own that asks for reasons and good faith, and keeps every word`, async () => {
      const { id } = await shownReply(door, "Something about a judge.");
      const path = `${STORY}/replies/${id}/report`;
      const silent = await post(door, path, { ...UNLAWFUL, words: "" });
      expect([silent.status, await silent.text()]).toEqual([
        422,
        expect.stringContaining("Say which words are unlawful"),
      ]);
      const faithless = await post(door, path, UNLAWFUL);
      expect(faithless.status).toBe(422);
      const again = await faithless.text();
      expect(again).toContain("The second line insults a judge.");
      expect(again).toContain("StGB § 185");
      const done = await post(door, path, { ...UNLAWFUL, faith: "yes", email: "eve@readers.example" });
      expect(done.status).toBe(303);
      expect(JSON.stringify(await door.db.selectFrom("report_contact").selectAll().execute())).not.toContain(
        "readers.example",
      );
      const { reports } = await door.db
        .selectFrom("reply")
        .select("reports")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(reports).toBe(5);
      expect(await door.text(STORY)).toContain("Something about a judge.");
    });

    test(`${engine}: a report that was dismissed is appealed against once, and a person looks again`, async () => {
      const { id } = await shownReply(door, "A harmless word on boats.");
      const sent = await post(door, `${STORY}/replies/${id}/report`, {
        kind: "rules",
        reason: "off-topic",
        words: "Boats!",
      });
      const own = sent.headers.get("location") ?? "";
      const moderator = door.as("moderator");
      const report = await door.db
        .selectFrom("report")
        .select("id")
        .where("reply_id", "=", id)
        .executeTakeFirstOrThrow();
      const decide = (to: string) =>
        moderator.post("/desk/replies/reports", {
          report: report.id,
          do: to,
          [`note-${report.id}`]: "It is about boats.",
        });
      await decide("dismissed");
      expect(await door.text(own)).toContain("The reply stays");
      await post(door, own, { words: "The story is about a pier." });
      await post(door, own, { words: "And again." });
      expect(await door.text(own)).toContain("You asked for another look.");
      const page = await moderator.text("/desk/replies/reports");
      expect(page).toContain("The story is about a pier.");
      expect(page).not.toContain("And again.");
      await decide("dismissed");
      expect(await moderator.text("/desk/replies/reports")).not.toContain("The story is about a pier.");
      const { reports } = await door.db
        .selectFrom("reply")
        .select("reports")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(reports).toBe(0);
      expect(await door.text(STORY)).toContain("A harmless word on boats.");
    });
  });
}
