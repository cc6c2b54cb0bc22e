import { expect, test } from "bun:test";
import { postReply } from "#agency/replies/actions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const KEYS = { address: "a", index: "b", challenge: "c" };

async function waiting(door: Door, count: number): Promise<string[]> {
  const { id: articleId } = await door.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", "ferry-strike")
    .executeTakeFirstOrThrow();
  for (let one = 1; one <= count; one++) {
    await postReply(door.db, {
      articleId,
      name: `Reader ${one}`,
      email: "",
      text: `Word ${one}.`,
      quote: "",
      kind: "reply",
      parent: "",
      challenge: undefined,
      guestToken: undefined,
      keys: KEYS,
      at: new Date(Date.parse("2026-11-23T11:00:00Z") + one * 1_000),
    });
  }
  const rows = await door.db
    .selectFrom("reply")
    .select("id")
    .where("state", "=", "held")
    .orderBy("written_at")
    .execute();
  return rows.map(({ id }) => id);
}

function chosen(ids: readonly string[], fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const id of ids) form.append("reply", id);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

for (const engine of engines) {
  test(`${engine}: a moderator shows some replies together, refuses others with a reason, and takes it back`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const [first = "", second = "", third = ""] = await waiting(door, 3);
    const moderator = door.as("moderator");
    expect(await moderator.text("/desk/")).toContain("3 replies wait for a moderator");
    const page = await (await moderator.post("/desk/replies", chosen([first, second], { do: "shown" }))).text();
    expect(page).toContain("2 replies are decided.");
    expect(await door.text("/en/ferry-strike")).toContain("Word 1.");
    const refused = await moderator.post(
      "/desk/replies",
      chosen([third], { do: "refused", reason: "spam", note: "No adverts." }),
    );
    const batch = /value="undo ([^"]+)"/.exec(await refused.text())?.[1] ?? "";
    expect(await moderator.text("/desk/replies?list=refused")).toContain("Word 3.");
    const undone = await moderator.post("/desk/replies", { do: `undo ${batch}` });
    expect(await undone.text()).toContain("1 reply is as it was.");
    expect(await moderator.text("/desk/replies")).toContain("Word 3.");
    const kept = await door.db
      .selectFrom("decision")
      .select(["after", "reason", "undone_at"])
      .where("reply_id", "=", third)
      .where("before", "!=", "")
      .execute();
    expect(kept).toEqual([{ after: "refused", reason: "spam", undone_at: expect.any(String) }]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: the queue has pages that lose nothing when others decide meanwhile, and come back after a press`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const ids = await waiting(door, 107);
    const moderator = door.as("moderator");
    const cards = (page: string) => [...page.matchAll(/name="reply" value="([^"]+)"/g)].map(([, id = ""]) => id);
    const next = (page: string) => (/href="([^"]+)" data-next/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
    const placeOf = (page: string) => /name="after" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const first = await moderator.text("/desk/replies");
    expect(cards(first)).toEqual(ids.slice(0, 50));
    // A colleague decides over most of the first page, and a reader reports what stands on the last.
    await door.as("editor").post("/desk/replies", chosen(ids.slice(0, 40), { do: "shown" }));
    await door.db
      .updateTable("reply")
      .set({ reports: 3 })
      .where("id", "=", ids[106] ?? "")
      .execute();
    const second = await moderator.text(next(first));
    expect(cards(second)).toEqual(ids.slice(50, 100));
    expect(cards(await moderator.text(next(second)))).toEqual(ids.slice(100, 106));
    expect(cards(await moderator.text("/desk/replies")).slice(0, 2)).toEqual([ids[106] ?? "", ids[40] ?? ""]);
    const after = placeOf(second);
    const pressed = await moderator.post("/desk/replies", chosen(ids.slice(50, 95), { do: "refused", after }));
    const page = await pressed.text();
    expect(cards(page)).toEqual(ids.slice(95, 106));
    expect(page).toContain("From the beginning");
    const batch = /value="undo ([^"]+)"/.exec(page)?.[1] ?? "";
    const undone = await (await moderator.post("/desk/replies", { do: `undo ${batch}`, after })).text();
    expect(cards(undone)).toEqual(ids.slice(50, 100));
    // With words, too; who has decided over the last page begins again with what is left.
    const found = await moderator.text("/desk/replies?words=word");
    const rest = await moderator.text(next(found));
    expect([...cards(found), ...cards(rest)]).toEqual([ids[106] ?? "", ...ids.slice(40, 106)]);
    const there = { do: "shown", words: "word", after: placeOf(rest) };
    const begun = await (await moderator.post("/desk/replies", chosen(cards(rest), there))).text();
    expect(cards(begun)).toEqual(cards(found));
    const shown = await moderator.text("/desk/replies?list=shown");
    const older = cards(await moderator.text(next(shown)));
    expect(new Set([...cards(shown), ...older]).size).toBe(cards(shown).length + older.length);
    expect(await moderator.text("/desk/replies?after=nonsense")).toContain(ids[40] ?? "none");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: nothing chosen decides nothing, and a reporter has no queue`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await waiting(door, 1);
    const answer = await door.as("moderator").post("/desk/replies", { do: "shown" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Choose at least one reply.");
    expect((await door.as("reporter").get("/desk/replies")).status).toBe(404);
    expect(await door.text("/en/ferry-strike")).not.toContain("Word 1.");
  });
}
