import { afterAll, expect, test } from "bun:test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isPublicIp, type Network } from "#outside/fetch.ts";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  const page = (type: string, body: string | Uint8Array) => response.writeHead(200, { "content-type": type }).end(body);
  const answers: Record<string, () => void> = {
    "/story": () =>
      page(
        "text/html",
        `<title>Port | Fjord</title><meta property="og:title" content="The port is open"><meta name="description" content="Ships may enter."><img src="/pixel.png"><script src="/spy.js"></script>`,
      ),
    "/film": () => page("video/mp4", "<title>Not a page</title>"),
    "/russian": () => page("text/html; charset=windows-1251", Uint8Array.from(RUSSIAN_PAGE)),
    "/long": () => page("text/html", "<title>Long</title>".padEnd(6_000_000, " ")),
  };
  (answers[request.url ?? ""] ?? (() => response.writeHead(404).end()))();
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
const at = (path: string) => `http://fjord.example:${port}${path}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

// "<title>Порт открыт, суда могут войти</title>" in Windows-1251.
const RUSSIAN_PAGE = [
  ...Buffer.from(`<meta charset="windows-1251"><title>`),
  ...[0xcf, 0xee, 0xf0, 0xf2, 0x20, 0xee, 0xf2, 0xea, 0xf0, 0xfb, 0xf2],
  ...Buffer.from("</title>"),
];

// The one public host of this world is our own loopback.
const network: Network = {
  resolve: async (host) => (host === "fjord.example" ? ["127.0.0.1"] : ["10.0.0.7"]),
  isPublic: (ip) => ip === "127.0.0.1" || isPublicIp(ip),
  isUsualPort: (asked) => asked === "" || asked === String(port),
};

const paragraph = (...content: readonly unknown[]) => ({ type: "paragraph", content });
const words = (text: string, ...marks: readonly unknown[]) => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks }),
});

for (const engine of engines) {
  test(`${engine}: pasted HTML comes back as a document, and nothing in it can run`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const html = `<p onclick="alert(1)"><b>Ferries</b> stop<script>alert(2)</script> <a href="javascript:alert(3)">today</a></p>`;
    const response = await reporter.send("/desk/paste", { html });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      document: { type: "doc", content: [paragraph(words("Ferries", { type: "strong" }), words(" stop today"))] },
    });
  });

  test(`${engine}: pasted plain text comes back in paragraphs, its tags as words`, async () => {
    await using door = await openDoor(engine);
    const response = await door
      .as("reporter")
      .send("/desk/paste", { text: "Ferries <b>stop</b>.\r\n\r\nCrews wait.\rNobody sails." });
    expect(await response.json()).toEqual({
      document: {
        type: "doc",
        content: [
          paragraph(words("Ferries <b>stop</b>.")),
          paragraph(words("Crews wait.")),
          paragraph(words("Nobody sails.")),
        ],
      },
    });
  });

  test(`${engine}: links are read against the page they stood on, and links home become paths`, async () => {
    await using door = await openDoor(engine);
    const html = `<p><a href="b">One</a></p><p><a href="https://strait.example/en/ferries">Two</a></p>`;
    const response = await door.as("reporter").send("/desk/paste", { html, address: "https://fjord.example/a/" });
    const link = (href: string) => ({ type: "link", attrs: { href, title: null } });
    expect(await response.json()).toEqual({
      document: {
        type: "doc",
        content: [
          paragraph(words("One", link("https://fjord.example/a/b"))),
          paragraph(words("Two", link("/en/ferries"))),
        ],
      },
    });
  });

  test(`${engine}: a picture copied from a page of ours stays that picture, one from elsewhere becomes its words`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const kept = await door.db.selectFrom("media").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow();
    const html = `<figure><img src="https://strait.example/media/${kept.id}.jpg" alt="A ferry"></figure>
      <figure><img src="/media/${"0".repeat(32)}.jpg" alt="No such picture"></figure>
      <figure><img src="https://fjord.example/media/${kept.id}.jpg" alt="A crane"></figure>`;
    const response = await door.as("reporter").send("/desk/paste", { html });
    expect(await response.json()).toEqual({
      document: {
        type: "doc",
        content: [
          { type: "picture", attrs: { media: kept.id, alt: "A ferry", credit: "" } },
          paragraph(words("No such picture")),
          paragraph(words("A crane")),
        ],
      },
    });
  });

  test(`${engine}: what is no paste, too much or from somebody who does not write is refused`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const refused = await reporter.send("/desk/paste", ["<p>One"]);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({ problem: "What was pasted did not arrive whole. Paste it again." });
    const large = await reporter.send("/desk/paste", { text: "x".repeat(16 * 1024 * 1024) });
    expect(large.status).toBe(413);
    expect((await door.as("moderator").send("/desk/paste", { text: "One" })).status).toBe(404);
    expect((await door.as("moderator").send("/desk/card", { address: at("/story") })).status).toBe(404);
    expect(asked).toEqual([]);
  });

  test(`${engine}: the card of a page says what the page says of itself, and fetches nothing beside it`, async () => {
    await using door = await openDoor(engine, { network });
    const card = async (path: string) => (await door.as("reporter").send("/desk/card", { address: at(path) })).json();
    expect(await card("/story")).toEqual({
      url: at("/story"),
      title: "The port is open",
      description: "Ships may enter.",
    });
    expect(await card("/russian")).toEqual({ url: at("/russian"), title: "Порт открыт", description: "" });
    expect(await card("/film")).toEqual({ url: at("/film"), title: "", description: "" });
    expect(await card("/long")).toEqual({ url: at("/long"), title: "", description: "" });
    expect(asked.splice(0)).toEqual(["/story", "/russian", "/film", "/long"]);
  });

  test(`${engine}: an address that gives no card says why, in the language of who asks`, async () => {
    await using door = await openDoor(engine, { network });
    const why = async (address: unknown) => {
      const response = await door.as("reporter").send("/desk/card", { address });
      expect(response.status).toBe(422);
      return (await response.json()).problem;
    };
    expect(await why(at("/gone"))).toBe("There is no card for this address: the site answers 404.");
    expect(await why("http://router.example/")).toContain("it leads into a private network");
    expect(await why("javascript:alert(1)")).toContain("it is not an address of the web");
    expect(await why("file:///etc/passwd")).toContain("it is not an address of the web");
    expect(await why(7)).toContain("it is not an address of the web");
    expect(asked.splice(0)).toEqual(["/gone"]);
    const russian = await door.as("editor", "ru").send("/desk/card", { address: "x" });
    expect((await russian.json()).problem).toBe("Карточку по этому адресу сделать нельзя: это не адрес в сети.");
  });
}
