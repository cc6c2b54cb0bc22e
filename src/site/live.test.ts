import { expect, test } from "bun:test";
import { decideReplies } from "#agency/replies/decisions.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { STORY, sendReply } from "#test/reader.ts";
import { openLive } from "./live.ts";

for (const engine of engines) {
  test(`${engine}: who listens at a story hears how many replies it has now, once for each move, and nothing of others`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const line = async (story: string) => {
      const answer = await door.get(`${story}/replies/live`);
      expect(answer.headers.get("content-type")).toBe("text/event-stream");
      expect(answer.headers.has("set-cookie")).toBe(false);
      const bytes = answer.body?.getReader();
      const letters = new TextDecoder();
      return {
        read: async () => letters.decode((await bytes?.read())?.value),
        cancel: async () => bytes?.cancel(),
      };
    };
    const [here, there] = [await line(STORY), await line("/en/ferry-strike")];
    expect(await here.read()).toBe("data: 0\n\n");
    const before = await there.read();
    await sendReply(door);
    const rows = await door.db.selectFrom("reply").select("id").where("state", "=", "held").execute();
    await decideReplies(door.db, {
      chosen: { ids: rows.map(({ id }) => id) },
      to: "shown",
      reason: null,
      note: "",
      by: "m",
      at: new Date("2026-11-20T12:10:00Z"),
    });
    expect(await here.read()).toBe("data: 1\n\n");
    // On the other line nothing stands ready to be read.
    expect(await Promise.race([there.read(), Promise.resolve("nothing")])).toBe("nothing");
    expect(before).toMatch(/^data: \d+\n\n$/);
    await here.cancel();
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: lines are bounded, who comes too late reads the page as it is, and a line that is left makes room`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const live = openLive(door.db, { mostReaders: 2 });
    const [one, two] = [await live.listen("a"), await live.listen("b")];
    expect(await live.listen("a")).toBeUndefined();
    await one?.body?.cancel();
    expect(live.readers()).toBe(1);
    expect(await live.listen("a")).toBeDefined();
    live.stop();
    expect(live.readers()).toBe(0);
    const read = await two?.text();
    expect(read).toBe("data: 0\n\n");
  });
}
