import { expect, test } from "bun:test";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const ADDRESS = "/desk/house/embed";

for (const engine of engines) {
  test(`${engine}: an administrator names the sites that may carry replies, for one edition or all, and takes them back`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const administrator = door.as("administrator");
    const hosts = async () => {
      const rows = await door.db.selectFrom("embed_site").select(["origin", "edition_id"]).orderBy("host").execute();
      return rows.map(({ origin, edition_id }) => `${origin} ${edition_id === null ? "all" : "one"}`);
    };
    expect(await administrator.text(ADDRESS)).toContain("No other site may carry replies yet.");
    const add = (site: string, edition = "*") => administrator.post(ADDRESS, { site, edition, do: "add" });
    for (const [site, sentence] of [
      ["the Harbour Post", "Write the address of a site"],
      ["http://paper.example", "Write its address with https"],
      ["https://strait.example/en/", "That is this site itself"],
    ] as const) {
      const refused = await add(site);
      expect(refused.status).toBe(422);
      const page = await refused.text();
      expect(page).toContain(sentence);
      expect(page).toContain(`value="${site}"`);
    }
    expect(await hosts()).toEqual([]);
    expect((await add("https://paper.example/news/ferries?from=them")).status).toBe(303);
    expect((await add("https://gazeta.example", "ru")).status).toBe(303);
    expect((await add("https://paper.example", "ru")).status).toBe(422);
    expect(await hosts()).toEqual(["https://gazeta.example one", "https://paper.example all"]);
    const page = await administrator.text(ADDRESS);
    expect(page).toContain("only Русский");
    expect(page).toContain("&lt;script type=&quot;module&quot; src=&quot;https://strait.example/embed.js&quot;");
    expect(await administrator.text("/desk/house")).toContain("gazeta.example, paper.example");

    const { id } = await door.db
      .selectFrom("article")
      .select("id")
      .where("slug", "=", "outer-quay")
      .executeTakeFirstOrThrow();
    const ofStory = await door.as("moderator").text(`/desk/replies/stories/${id}`);
    expect(ofStory).toContain("https://strait.example/en/outer-quay/replies");

    expect((await administrator.post(ADDRESS, { remove: "paper.example" })).status).toBe(303);
    expect((await administrator.post(ADDRESS, { remove: "paper.example" })).status).toBe(303);
    expect(await hosts()).toEqual(["https://gazeta.example one"]);
    expect(await door.as("moderator").text(`/desk/replies/stories/${id}`)).not.toContain("embed.js");
    const acts = await door.db
      .selectFrom("audit")
      .select(["act", "subject"])
      .where("subject", "like", "embed:%")
      .execute();
    expect(acts.map(({ act, subject }) => `${act} ${subject}`).sort()).toEqual([
      "embed.add embed:gazeta.example",
      "embed.add embed:paper.example",
      "embed.remove embed:paper.example",
    ]);
    expect(await administrator.text("/desk/log")).toContain("let another site carry replies");
    expect((await door.as("editor").get(ADDRESS)).status).toBe(404);
    expect(door.broken).toEqual([]);
  });
}
