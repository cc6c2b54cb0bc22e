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
      at: new Date(`2026-11-23T11:00:0${one}Z`),
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
