/** The hub and a subscriber that somebody else wrote: `pubsubhubbub`, as it is on npm. */
import { expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer as subscriberWith } from "pubsubhubbub";
import { takeIn } from "#agency/articles/take-in.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import type { Network } from "#outside/fetch.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const TOPIC = "https://strait.example/en/feed.xml";
const SECRET = "between us";
// What it signs up with is made of its secret and the topic; in this version what it checks by is the secret itself.
const SIGNED_WITH = createHmac("sha1", SECRET).update(TOPIC).digest("hex");

type Heard = { readonly topic: string; readonly feed: Buffer };

for (const engine of engines) {
  for (const secret of [undefined, SECRET]) {
    test(`${engine}: a subscriber from npm is verified, hears of a story ${secret ? "signed" : "unsigned"}, and is let go`, async () => {
      const hears = subscriberWith({ callbackUrl: "", ...(secret !== undefined && { secret: SIGNED_WITH }) });
      hears.listen(0, "127.0.0.1");
      await once(hears, "listen");
      const { port } = hears.server.address() as AddressInfo;
      const network: Network = {
        resolve: async () => ["127.0.0.1"],
        isPublic: (ip) => ip === "127.0.0.1",
        isUsualPort: (given) => given === String(port),
      };
      await using door = await openDoor(engine, { network });
      const hub = Bun.serve({
        port: 0,
        hostname: "127.0.0.1",
        fetch: (request) => door.request(new Request("http://localhost/hub", request)),
      });
      try {
        const callbackUrl = `http://subscriber.example:${port}/news`;
        const asks = subscriberWith({ callbackUrl, leaseSeconds: 86_400, ...(secret !== undefined && { secret }) });
        const address = `http://127.0.0.1:${hub.port}/hub`;
        const heard: Heard[] = [];
        hears.on("feed", (one: Heard) => heard.push(one));

        const agreed = once(hears, "subscribe");
        await asked((told) => asks.subscribe(TOPIC, address, told));
        await door.doJobs();
        expect((await agreed)[0]).toMatchObject({ topic: TOPIC, hub: address });

        await publish(door, "Ferries stand still");
        await door.doJobs();
        expect(heard.map(({ feed }) => feed.toString())).toEqual([await door.text("/en/feed.xml")]);
        expect(heard[0]?.feed.toString()).toContain("Ferries stand still");

        const letGo = once(hears, "unsubscribe");
        await asked((told) => asks.unsubscribe(TOPIC, address, told));
        await door.doJobs();
        await letGo;
        await publish(door, "Nobody is told");
        await door.doJobs();
        expect(heard).toHaveLength(1);
        expect(door.broken).toEqual([]);
      } finally {
        await hub.stop(true);
        hears.server.closeAllConnections();
        hears.server.close();
      }
    });
  }
}

function asked(ask: (told: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((done, refused) => ask((error) => (error ? refused(error) : done())));
}

async function publish(door: Door, headline: string): Promise<void> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const at = new Date("2026-11-20T12:10:00Z");
  door.setNow(at.toISOString());
  const text = `${headline}\n\nTALMIRA, 20 November 2026. Words.`;
  await takeIn(door.db, { text, edition, publish: true, by: "the test", at });
}
