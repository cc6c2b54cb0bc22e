import { expect, test } from "bun:test";
import { guestWith } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { keepBrowser } from "#agency/replies/pushes.ts";
import { readerKeys } from "#outside/reader-keys.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { openPushService } from "#test/push-service.ts";
import { post, sendReply } from "#test/reader.ts";

async function showAll(door: Door, at: string): Promise<string> {
  const rows = await door.db.selectFrom("reply").select("id").where("state", "=", "held").execute();
  const ids = rows.map(({ id }) => id);
  await decideReplies(door.db, {
    chosen: { ids },
    to: "shown",
    reason: null,
    note: "",
    by: "m",
    at: new Date(at),
  });
  return ids[0] ?? "";
}

for (const engine of engines) {
  test(`${engine}: a browser is told of answers once its first message came home, once each, and no more when it is gone`, async () => {
    await using service = await openPushService();
    await using door = await openDoor(engine, { demo: true, network: service.network });
    const keys = await readerKeys(`${door.store.data}/keys`);
    const { mine } = await sendReply(door, { email: "" });
    const guest = await guestWith(door.db, mine.split("/").at(-1) ?? "");
    const at = new Date("2026-11-20T12:00:00Z");
    const target = service.target;
    await keepBrowser(door.db, { guestId: guest?.id ?? "", target, edition: "en", keys, at });
    const kept = await door.db.selectFrom("push_subscription").selectAll().executeTakeFirst();
    expect(JSON.stringify(kept)).not.toContain("push.example");
    await door.doJobs();
    const first = JSON.parse(service.messages[0]?.text ?? "{}");
    expect(first).toMatchObject({ title: "Strait News", url: "/replies/mine" });
    const shown = await showAll(door, "2026-11-20T12:01:00Z");
    door.setNow("2026-11-20T12:02:00Z");
    await post(door, "/replies/push/here", { token: `${first.token}x` });
    const confirmed = async () =>
      (await door.db.selectFrom("push_subscription").select("confirmed_at").executeTakeFirst())?.confirmed_at;
    expect(await confirmed()).toBeNull();
    await post(door, "/replies/push/here", { token: first.token });
    expect(await confirmed()).not.toBeNull();

    await sendReply(door, { name: "Ben", email: "", text: "So was I.", parent: shown });
    await showAll(door, "2026-11-20T12:03:00Z");
    door.setNow("2026-11-20T12:04:00Z");
    await door.doJobs();
    expect(service.messages).toHaveLength(2);
    expect(JSON.parse(service.messages[1]?.text ?? "{}")).toMatchObject({ title: "Ben answered you" });
    await door.doJobs();
    expect(service.messages).toHaveLength(2);

    service.setStatus(410);
    await sendReply(door, { name: "Ben", email: "", text: "Are you there?", parent: shown });
    await showAll(door, "2026-11-20T12:05:00Z");
    door.setNow("2026-11-20T12:06:00Z");
    await door.doJobs();
    expect(await door.db.selectFrom("push_subscription").select("id").execute()).toEqual([]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a browser is kept for its guest alone, over HTTPS alone, and let go of when it says so or all is erased`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { mine } = await sendReply(door, { email: "" });
    const keys = { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) };
    const send = (act: string, endpoint: string, of = mine, more = {}) =>
      post(door, `${of}/push`, { act, subscription: JSON.stringify({ endpoint, keys: { ...keys, ...more } }) });
    const many = async () => (await door.db.selectFrom("push_subscription").select("id").execute()).length;
    expect((await send("on", "https://push.example/1")).status).toBe(204);
    expect((await send("on", "https://push.example/1")).status).toBe(204);
    expect(await many()).toBe(1);
    for (const [endpoint, of, more, status] of [
      ["http://push.example/2", mine, {}, 422],
      ["file:///etc/passwd", mine, {}, 422],
      ["https://push.example/2", mine, { auth: "short" }, 422],
      ["https://push.example/2", "/replies/mine/nobody", {}, 404],
    ] as const)
      expect((await send("on", endpoint, of, more)).status).toBe(status);
    expect(await many()).toBe(1);
    expect((await send("off", "https://push.example/1")).status).toBe(204);
    expect(await many()).toBe(0);
    await send("on", "https://push.example/3");
    await post(door, mine, { do: "erase", sure: "yes" });
    expect(await many()).toBe(0);
    const script = await door.get("/replies/push.js");
    expect(script.headers.get("content-type")).toContain("javascript");
    expect(await script.text()).toContain("showNotification");
    expect(door.broken).toEqual([]);
  });
}
