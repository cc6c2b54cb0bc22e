import { expect, test } from "bun:test";
import { addChannel } from "#agency/clients/actions.ts";
import { allClients, channelsOf, clientById, tokensOf } from "#agency/clients/queries.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import { type AtTheDesk, type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { formsIn } from "#test/forms.ts";

const LIST = "/desk/house/clients";
const DETAILS = {
  name: "The Harbour Post",
  email: "desk@harbour.example",
  language: "ar",
  labels: "data",
  jurisdictions: "xk un",
};

async function begun(door: Door, desk: AtTheDesk): Promise<string> {
  const answer = await desk.post(`${LIST}/+new`, {
    ...DETAILS,
    do: "keep",
    keywords: "ferry\nharbour",
    terms: "One use.",
  });
  expect(answer.status).toBe(303);
  return (await allClients(door.db)).find(({ name }) => name === DETAILS.name)?.id ?? "";
}

const secretIn = (html: string) => /id="secret"[^>]* value="([^"]+)"/.exec(html)?.[1] ?? "";

for (const engine of engines) {
  test(`${engine}: an editor adds a client; what cannot stand is said beside its field and nothing typed is lost`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const desk = door.as("editor");
    const refused = await desk.post(`${LIST}/+new`, {
      ...DETAILS,
      email: "nobody",
      jurisdictions: "Russia!",
      do: "keep",
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain("That is no e-mail address.");
    expect(html).toContain("A jurisdiction is a code");
    expect(html).toContain('value="The Harbour Post"');
    const id = await begun(door, desk);
    expect(await clientById(door.db, id)).toMatchObject({
      ...DETAILS,
      jurisdictions: ["xk", "un"],
      keywords: ["ferry", "harbour"],
      terms: "One use.",
      lastNumber: 0,
    });
    expect(await desk.text(LIST)).toContain("The Harbour Post");
    // A form that was opened before somebody else's change is told so.
    const form = formsIn(await desk.text(`${LIST}/${id}`), LIST).find(({ fields }) =>
      fields.some(({ name }) => name === "terms"),
    );
    const from = form?.fields.find(({ name }) => name === "from")?.value ?? "";
    expect((await desk.post(`${LIST}/${id}`, { ...DETAILS, from, do: "keep" })).status).toBe(303);
    const late = await desk.post(`${LIST}/${id}`, { ...DETAILS, name: "Another", from, do: "keep" });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("Ilse the editor has changed this meanwhile");
    expect((await door.as("reporter").get(LIST)).status).toBe(404);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a token is shown once, replaced and revoked; a webhook's secret and a link are shown once too`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const desk = door.as("editor");
    const id = await begun(door, desk);
    const none = await desk.post(`${LIST}/${id}/tokens`, { do: "make" });
    expect([none.status, (await none.text()).includes("Tick at least one thing")]).toEqual([422, true]);
    const made = secretIn(await (await desk.post(`${LIST}/${id}/tokens`, { do: "make", scopes: "wire" })).text());
    const ask = async (token: string) => (await door.get("/wire/client", { authorization: `Bearer ${token}` })).status;
    expect(await ask(made)).toBe(200);
    expect(await desk.text(`${LIST}/${id}`)).not.toContain(made);
    const [known] = await tokensOf(door.db, id);
    const next = secretIn(await (await desk.post(`${LIST}/${id}/tokens`, { do: `rotate ${known?.id}` })).text());
    expect([await ask(made), await ask(next)]).toEqual([401, 200]);
    const [second] = await tokensOf(door.db, id);
    await desk.post(`${LIST}/${id}/tokens`, { do: `revoke ${second?.id}` });
    expect(await ask(next)).toBe(401);
    const hook = { do: "add", kind: "webhook", address: "https://harbour.example/in", format: "nitf", password: "" };
    const secret = secretIn(await (await desk.post(`${LIST}/${id}/channels`, hook)).text());
    expect(secret).toMatch(/^whsec_/);
    for (const [address, kind] of [
      ["ftp://harbour.example", "webhook"],
      ["harbour.example", "mail"],
      ["sftp://harbour.example/in", "sftp"],
    ] as const) {
      const answer = await desk.post(`${LIST}/${id}/channels`, { ...hook, kind, address });
      expect([address, answer.status, (await answer.text()).includes("does not fit its kind")]).toEqual([
        address,
        422,
        true,
      ]);
    }
    const sftp = { ...hook, kind: "sftp", address: "sftp://wire@harbour.example/in" };
    expect((await desk.post(`${LIST}/${id}/channels`, sftp)).status).toBe(422);
    expect((await desk.post(`${LIST}/${id}/channels`, { ...sftp, password: "between us" })).status).toBe(303);
    const kept = (await channelsOf(door.db, id)).toSorted((one, other) => (one.kind < other.kind ? 1 : -1));
    expect(kept.map(({ kind }) => kind)).toEqual(["webhook", "sftp"]);
    expect(JSON.stringify(kept)).not.toContain("between us");
    expect(await desk.text(`${LIST}/${id}`)).not.toContain("between us");
    await desk.post(`${LIST}/${id}/channels`, { do: `remove ${kept[1]?.id}` });
    expect(await channelsOf(door.db, id)).toHaveLength(1);
    const link = secretIn(await (await desk.post(`${LIST}/${id}/tokens`, { do: "link" })).text());
    expect(link).toStartWith("https://strait.example/wire/portal/link/");
    await desk.post(`${LIST}/${id}`, { do: "close" });
    expect(await channelsOf(door.db, id)).toEqual([]);
    expect(await desk.text(`${LIST}/${id}`)).toContain("Open the account again");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: what nobody acknowledged, and a channel that was paused, stand on the first page until somebody acts`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const desk = door.as("editor");
    const id = await begun(door, desk);
    const at = new Date("2026-11-20T12:00:00Z");
    const { id: articleId } = await door.db
      .selectFrom("article")
      .select("id")
      .where("state", "=", "published")
      .orderBy("id")
      .executeTakeFirstOrThrow();
    await door.db
      .insertInto("wire_delivery")
      .values({
        client_id: id,
        number: 1,
        article_id: articleId,
        version: 1,
        kind: "kill",
        is_urgent: 1,
        made_at: at.toISOString(),
        acknowledge_by: "2026-11-20T11:00:00.000Z",
        acknowledged_at: null,
        acknowledged_how: null,
        escalated_at: null,
      })
      .execute();
    const to = { address: "https://harbour.example/in", format: "nitf", key: "k", by: "t", at } as const;
    const { id: channelId } = await addChannel(door.db, { clientId: id, kind: "webhook", ...to });
    const paused = { paused_at: at.toISOString(), last_error: "status 503", failures: 10 };
    await door.db.updateTable("client_channel").set(paused).where("id", "=", channelId).execute();
    const home = await desk.text("/desk/");
    expect(home).toContain("The Harbour Post: kill, number 1");
    expect(home).toContain("status 503");
    expect(await door.as("reporter").text("/desk/")).not.toContain("The Harbour Post");
    expect((await desk.post(`${LIST}/${id}`, { do: "told 1" })).status).toBe(303);
    expect(await desk.text(`${LIST}/${id}`)).toContain("told by the desk");
    const bad = await desk.post(`${LIST}/${id}/channels`, { do: `resend ${channelId}`, [`after-${channelId}`]: "all" });
    expect(bad.status).toBe(422);
    await desk.post(`${LIST}/${id}/channels`, { do: `resume ${channelId}` });
    const after = await desk.text("/desk/");
    expect(after).not.toContain("The Harbour Post");
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: an administrator sets rights, trust.txt and hubs at the desk; what is no address is refused`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const desk = door.as("administrator");
    const page = await desk.text("/desk/house/wire");
    const [rights, trust, hubs] = formsIn(page, "/desk/house/wire")
      .filter(({ action }) => action === "/desk/house/wire")
      .map(({ fields }) => Object.fromEntries(fields.map(({ name, value }) => [name, value])));
    expect((await desk.post("/desk/house/wire", { ...rights, "wire.usage-terms": "Once." })).status).toBe(303);
    const wrong = await desk.post("/desk/house/wire", {
      ...trust,
      "trust.member": "https://press.example/\nthe guild",
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("the guild");
    const right = { ...trust, "trust.member": "https://press.example/", "trust.datatrainingallowed": "no" };
    expect((await desk.post("/desk/house/wire", right)).status).toBe(303);
    expect(await door.text("/trust.txt")).toContain("member=https://press.example/");
    expect((await desk.post("/desk/house/wire", { ...hubs, "websub.hubs": "https://hub.example/" })).status).toBe(303);
    expect(await settingsOf(door.db, "websub")).toEqual({ "websub.hubs": "https://hub.example/" });
    const stale = await desk.post("/desk/house/wire", { ...rights, "wire.usage-terms": "Twice." });
    expect([stale.status, (await stale.text()).includes("Twice.")]).toEqual([422, true]);
    const minutes = await desk.post("/desk/house/wire", { ...rights, "wire.acknowledge-minutes": "soon" });
    expect(minutes.status).toBe(422);
    expect(door.broken).toEqual([]);
  });
}
