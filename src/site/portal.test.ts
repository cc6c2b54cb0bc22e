import { expect, test } from "bun:test";
import { moveArticle } from "#agency/articles/move.ts";
import { takeIn } from "#agency/articles/take-in.ts";
import { addClient, makeClientLink, makeToken, revokeToken } from "#agency/clients/actions.ts";
import { tokensOf } from "#agency/clients/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

const AT = new Date("2026-11-20T12:00:00Z");
const BY = "staff-editor";

async function clientIn(door: Door, language = "en"): Promise<string> {
  const said = {
    name: "The Harbour Post",
    email: "",
    language,
    labels: "text",
    jurisdictions: null,
    terms: "",
    takesEmbargoed: false,
  } as const;
  const filter = { editions: [], sections: [], topics: [], keywords: [] };
  return addClient(door.db, { said: { ...said, ...filter }, by: BY, at: AT });
}

async function publish(door: Door, headline: string, time: string): Promise<string> {
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const at = new Date(`2026-11-20T${time}Z`);
  door.setNow(at.toISOString());
  await takeIn(door.db, { text: `${headline}\n\nTALMIRA. Words of it.`, edition, publish: true, by: "the test", at });
  await door.doJobs();
  return (await door.db.selectFrom("article").select("id").orderBy("made_at", "desc").executeTakeFirstOrThrow()).id;
}

/** A browser: it keeps the cookie it is given. */
function browser(door: Door) {
  let cookie = "";
  const keep = (answer: Response) => {
    for (const set of answer.headers.getSetCookie()) cookie = set.split(";", 1)[0] ?? "";
    return answer;
  };
  const post = async (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    keep(
      await door.request(
        new Request(`http://localhost${path}`, {
          method: "POST",
          body: new URLSearchParams(fields),
          headers: { "sec-fetch-site": "same-origin", cookie, ...headers },
        }),
      ),
    );
  return {
    get: (path: string) => door.get(path, { cookie }),
    text: async (path: string) => (await door.get(path, { cookie })).text(),
    post,
  };
}

for (const engine of engines) {
  test(`${engine}: a client comes in with its token, finds, follows, previews, takes and acknowledges what it was sent`, async () => {
    await using door = await openDoor(engine);
    const id = await clientIn(door);
    const token = await makeToken(door.db, { clientId: id, scopes: ["wire"], by: BY, at: AT });
    const ferry = await publish(door, "Ferries stand still", "12:01:00");
    await publish(door, "Talks end", "12:02:00");
    const visitor = browser(door);
    expect(await visitor.text("/wire/portal")).toContain('name="token"');
    const wrong = await visitor.post("/wire/portal/sign-in", { token: "guess" });
    expect([wrong.status, (await wrong.text()).includes("does not open the portal")]).toEqual([422, true]);
    const foreign = await visitor.post("/wire/portal/sign-in", { token }, { "sec-fetch-site": "cross-site" });
    expect(foreign.status).toBe(403);
    const large = await visitor.post("/wire/portal/sign-in", { token: token.padEnd(10_001, "x") });
    expect([large.status, await large.text()]).toEqual([413, "A form of the portal has 10000 bytes at most.\n"]);
    const come = await visitor.post("/wire/portal/sign-in", { token });
    expect((await visitor.post("/wire/portal/follow", { words: "x".repeat(10_000) })).status).toBe(413);
    expect([come.status, come.headers.get("cache-control")]).toEqual([303, "private, no-store"]);
    expect(come.headers.get("set-cookie")).toMatch(/; Path=\/wire\/portal; HttpOnly; SameSite=Lax; .*; Secure$/);
    const list = await visitor.text("/wire/portal");
    expect(list.indexOf("Talks end")).toBeGreaterThan(0);
    expect(list.indexOf("Ferries stand still")).toBeGreaterThan(list.indexOf("Talks end"));
    const found = await visitor.text("/wire/portal?q=ferry");
    expect(found).toContain("Ferries stand still");
    expect(found).not.toContain("Talks end");
    await visitor.post("/wire/portal/follow", { words: "ferry", do: "follow" });
    await publish(door, "A ferry sails", "12:03:00");
    expect(await visitor.text("/wire/portal")).toContain("(1 new)");
    await visitor.text("/wire/portal?q=ferry");
    expect(await visitor.text("/wire/portal")).not.toContain("(1 new)");
    const item = await visitor.text("/wire/portal/items/1");
    expect(item).toContain("Words of it.");
    const file = await visitor.get("/wire/portal/items/1/nitf");
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${ferry}-v1.xml"`);
    expect(await file.text()).toContain("<nitf");
    expect((await visitor.get("/wire/portal/items/1/pdf")).status).toBe(404);
    expect((await visitor.get("/wire/portal/items/99")).status).toBe(404);
    await door.as("editor").get("/desk/");
    const at = new Date("2026-11-20T12:04:00Z");
    await moveArticle(door.db, { articleId: ferry, move: "kill", by: door.as("editor").staff, note: "Not so.", at });
    door.setNow(at.toISOString());
    await door.doJobs();
    const after = await visitor.text("/wire/portal");
    expect(after).toContain("We have read this");
    expect(after).not.toContain("Ferries stand still");
    // Its headline is gone with it: by this number they find what they have to take down.
    expect(after).toContain("number 4 · instead of 1");
    expect(await visitor.text("/wire/portal/items/1")).not.toContain("Words of it.");
    expect((await visitor.get("/wire/portal/items/1/nitf")).status).toBe(404);
    expect(await visitor.text("/wire/portal/notices")).toContain("We have read this");
    expect((await visitor.post("/wire/portal/notices", { number: "4" })).status).toBe(303);
    expect(await visitor.text("/wire/portal/notices")).toContain("There is nothing to acknowledge.");
    const [row] = await door.db
      .selectFrom("wire_delivery")
      .select("acknowledged_how")
      .where("number", "=", 4)
      .execute();
    expect(row).toEqual({ acknowledged_how: "portal" });
    await visitor.post("/wire/portal/sign-out");
    expect(await visitor.text("/wire/portal")).toContain('name="token"');
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a link lets one browser in once, by its button alone; a token that is revoked shows out who came with it`, async () => {
    await using door = await openDoor(engine);
    const id = await clientIn(door, "ru");
    const link = `/wire/portal/link/${await makeClientLink(door.db, { clientId: id, by: BY, at: AT })}`;
    const visitor = browser(door);
    for (let time = 0; time < 2; time++) expect((await visitor.get(link)).status).toBe(200);
    expect((await visitor.post(link)).status).toBe(303);
    expect(await visitor.text("/wire/portal")).toContain("The Harbour Post");
    const other = browser(door);
    expect((await other.post(link)).status).toBe(404);
    expect(await other.text("/wire/portal")).toContain('name="token"');
    await makeToken(door.db, { clientId: id, scopes: ["wire"], by: BY, at: AT });
    const [token] = await tokensOf(door.db, id);
    await revokeToken(door.db, { clientId: id, id: token?.id ?? "", by: BY, at: AT });
    expect(await visitor.text("/wire/portal")).toContain('name="token"');
    const late = `/wire/portal/link/${await makeClientLink(door.db, { clientId: id, by: BY, at: AT })}`;
    door.setNow("2026-11-27T12:00:01Z");
    expect((await visitor.get(late)).status).toBe(404);
  });
}
