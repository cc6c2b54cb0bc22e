import { expect, test } from "bun:test";
import { inviteMember, makeFirstLink, makeLink } from "#agency/staff/actions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { TODAY } from "#test/newsroom/agency.ts";
import { type Visitor, visitorOf } from "#test/visitor.ts";

const NOON = new Date(`${TODAY}T12:00:00Z`);
const ILSE = { name: "Ilse Berg", email: "ilse@strait.example", password: "a quiet harbour at noon" };

for (const engine of engines) {
  test(`${engine}: the link of the first run makes one administrator, once`, async () => {
    await using door = await openDoor(engine);
    const token = await makeFirstLink(door.db, { at: NOON });
    const ilse = visitorOf(door);
    expect(await ilse.text(`/desk/sign-in/${token}`)).toContain("You are the first one here");

    const arrival = await ilse.post(`/desk/sign-in/${token}`, ILSE);
    expect([arrival.status, arrival.headers.get("location")]).toEqual([303, "/desk/"]);
    expect(await ilse.text("/desk/")).toContain("Ilse Berg");
    const staff = await door.db.selectFrom("staff").select(["email", "role"]).execute();
    expect(staff).toEqual([{ email: "ilse@strait.example", role: "administrator" }]);

    const other = visitorOf(door);
    const again = await other.post(`/desk/sign-in/${token}`, { ...ILSE, email: "eve@strait.example" });
    expect(again.status).toBe(410);
    expect(other.cookies()).toBe("");
    expect(await makeFirstLink(door.db, { at: NOON })).toBeUndefined();
    expect(await door.db.selectFrom("staff").select("id").execute()).toHaveLength(1);
  });

  test(`${engine}: what is wrong in the form of a link is said at its field, kept as typed, and spends nothing`, async () => {
    await using door = await openDoor(engine);
    const token = await makeFirstLink(door.db, { at: NOON });
    const ilse = visitorOf(door);
    const refused = await ilse.post(`/desk/sign-in/${token}`, {
      name: "Ilse",
      email: "not an address",
      password: "short",
    });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain("This is not an e-mail address.");
    expect(page).toContain("A password has 12 characters at least.");
    expect(page).toContain('value="not an address"');
    expect(page).not.toContain('short"');
    expect(await door.db.selectFrom("staff").select("id").execute()).toEqual([]);
    expect((await ilse.post(`/desk/sign-in/${token}`, ILSE)).status).toBe(303);
  });

  test(`${engine}: a password signs in and out again; unknown and wrong are told the same`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const ilse = visitorOf(door);
    const wrong = await ilse.post("/desk/sign-in", { email: ILSE.email, password: "not this one, no" });
    const unknown = await ilse.post("/desk/sign-in", { email: "nobody@strait.example", password: "not this one, no" });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect((await wrong.text()).replaceAll(ILSE.email, "")).toBe(
      (await unknown.text()).replaceAll("nobody@strait.example", ""),
    );
    expect(ilse.cookies()).toBe("");

    const right = await ilse.post("/desk/sign-in", { ...ILSE, to: "/desk/articles?state=draft" });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/desk/articles?state=draft"]);
    expect((await ilse.get("/desk/")).status).toBe(200);

    expect((await ilse.post("/desk/sign-out", {})).status).toBe(303);
    expect((await ilse.get("/desk/")).status).toBe(303);
    expect(await door.db.selectFrom("staff_session").select("id").execute()).toHaveLength(1);
  });

  test(`${engine}: signing in leads to no other site`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    for (const to of [
      "https://evil.example/desk/",
      "//evil.example/desk/",
      "/desk/../en/",
      "\\\\evil.example/desk/",
      "javascript:1",
    ]) {
      const { headers } = await visitorOf(door).post("/desk/sign-in", { ...ILSE, to });
      expect([to, headers.get("location")]).toEqual([to, "/desk/"]);
    }
  });

  test(`${engine}: a link to sign in works once, not after its time, and not for who is suspended`, async () => {
    await using door = await openDoor(engine);
    const { id } = await hired(door);
    const token = await makeLink(door.db, { kind: "sign-in", staffId: id, at: NOON });
    const ilse = visitorOf(door);
    expect((await ilse.get(`/desk/sign-in/${token}`)).status).toBe(200);
    expect((await ilse.post(`/desk/sign-in/${token}`, {})).status).toBe(303);
    expect((await visitorOf(door).post(`/desk/sign-in/${token}`, {})).status).toBe(410);

    const late = await makeLink(door.db, { kind: "sign-in", staffId: id, at: NOON });
    door.setNow(`${TODAY}T12:15:00Z`);
    expect((await visitorOf(door).post(`/desk/sign-in/${late}`, {})).status).toBe(410);

    const held = await makeLink(door.db, { kind: "sign-in", staffId: id, at: new Date(`${TODAY}T12:15:00Z`) });
    await door.db.updateTable("staff").set({ suspended_at: NOON.toISOString() }).execute();
    expect((await visitorOf(door).post(`/desk/sign-in/${held}`, {})).status).toBe(410);
    expect((await visitorOf(door).post("/desk/sign-in", ILSE)).status).toBe(422);
    expect((await ilse.get("/desk/")).status).toBe(303);
  });

  test(`${engine}: two who follow one link at one moment are not both let in`, async () => {
    await using door = await openDoor(engine);
    const { id } = await hired(door);
    const token = await makeLink(door.db, { kind: "sign-in", staffId: id, at: NOON });
    const answers = await Promise.all([1, 2, 3, 4].map(() => visitorOf(door).post(`/desk/sign-in/${token}`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410]);
  });

  test(`${engine}: guessing a password is slowed, which a restart does not forget and its owner does not feel`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const ilse = visitorOf(door);
    expect((await ilse.post("/desk/sign-in", ILSE)).status).toBe(303);

    const guesser = visitorOf(door);
    const guess = () => guesser.post("/desk/sign-in", { email: ILSE.email, password: "a wrong guess at it" });
    const statuses = [];
    for (let number = 0; number < 8; number++) statuses.push((await guess()).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429, 429]);
    // Even the right one waits, where nobody signed in before.
    expect((await guesser.post("/desk/sign-in", ILSE)).status).toBe(429);
    expect((await ilse.post("/desk/sign-in", ILSE)).status).toBe(303);

    door.setNow(`${TODAY}T12:00:06Z`);
    expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
    door.setNow(`${TODAY}T12:20:00Z`);
    expect((await guesser.post("/desk/sign-in", ILSE)).status).toBe(303);
  });

  test(`${engine}: guesses made at one moment are counted one by one`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const guess = () => visitorOf(door).post("/desk/sign-in", { email: ILSE.email, password: "a wrong guess at it" });
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(6);
  });

  test(`${engine}: a session somebody planted before is worth nothing after signing in`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const eve = await invited(door, "eve@strait.example");
    const planted = eve.cookies();
    const ilse = visitorOf(door);
    for (const pair of planted.split("; ")) ilse.setCookie(pair);
    expect(await ilse.text("/desk/")).toContain("Eve");

    await ilse.post("/desk/sign-in", ILSE);
    expect(ilse.cookies()).not.toBe(planted);
    expect(await ilse.text("/desk/")).toContain("Ilse Berg");
    // The planter neither becomes Ilse nor stays who they were in that browser.
    expect(await eve.text("/desk/")).not.toContain("Ilse Berg");
  });

  test(`${engine}: cookies of the desk are for this host, over https, for no script, and not for other sites' forms`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const { headers } = await visitorOf(door).post("/desk/sign-in", ILSE);
    const cookies = headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-dateline\./);
      for (const attribute of [/; *Path=\/(;|$)/, /; *HttpOnly/, /; *Secure/, /; *SameSite=Lax/i])
        expect(cookie).toMatch(attribute);
      expect(cookie).not.toMatch(/domain=/i);
    }
  });

  test(`${engine}: a form another site sends is refused, signed in or not, and does nothing`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const ilse = visitorOf(door);
    await ilse.post("/desk/sign-in", ILSE);
    const crossSite: readonly Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of crossSite) {
      expect((await ilse.post("/desk/sign-out", {}, headers)).status).toBe(403);
      expect((await visitorOf(door).post("/desk/sign-in", ILSE, headers)).status).toBe(403);
    }
    expect((await ilse.get("/desk/")).status).toBe(200);
  });

  test(`${engine}: no page of the desk or before it can be framed, kept or sniffed`, async () => {
    await using door = await openDoor(engine);
    await hired(door);
    const ilse = visitorOf(door);
    const before = await ilse.get("/desk/sign-in");
    await ilse.post("/desk/sign-in", ILSE);
    for (const { headers } of [before, await ilse.get("/desk/"), await ilse.get("/desk/nowhere")]) {
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(before.headers.get("cache-control")).toBe("private, no-store");
  });
}

async function hired(door: Door): Promise<{ id: string }> {
  const token = await makeFirstLink(door.db, { at: NOON });
  const response = await visitorOf(door).post(`/desk/sign-in/${token}`, ILSE);
  if (response.status !== 303) throw new Error(`hiring was answered with ${response.status}`);
  return door.db.selectFrom("staff").select("id").executeTakeFirstOrThrow();
}

async function invited(door: Door, email: string): Promise<Visitor> {
  const invitation = await inviteMember(door.db, {
    email,
    name: "Eve",
    role: "reporter",
    language: "en",
    by: "command line",
    at: NOON,
  });
  if ("refusal" in invitation) throw new Error(`${email} could not be invited: ${invitation.refusal}`);
  const visitor = visitorOf(door);
  await visitor.post(`/desk/sign-in/${invitation.token}`, { name: "Eve", password: "another harbour at night" });
  return visitor;
}
