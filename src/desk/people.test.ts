import { expect, test } from "bun:test";
import { makeFirstLink } from "#agency/staff/actions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { openMailbox } from "#test/mailbox.ts";
import { TODAY } from "#test/newsroom/agency.ts";
import { codeNow } from "#test/totp.ts";
import { type Visitor, visitorOf } from "#test/visitor.ts";

const NOON = new Date(`${TODAY}T12:00:00Z`);
const ILSE = { name: "Ilse Berg", email: "ilse@strait.example", password: "a quiet harbour at noon" };
const INES = { name: "Ines Tallow", email: "ines@strait.example", role: "editor" };

for (const engine of engines) {
  test(`${engine}: an invitation goes by mail, lets its receiver in, and no row holds its link`, async () => {
    await using mail = await openMailbox();
    await using door = await openDoor(engine, { smtp: mail.smtp });
    const admin = door.as("administrator");
    const sent = await admin.post("/desk/staff", INES);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/desk/staff?said=sent"]);
    expect(mail.letters).toHaveLength(0);
    await door.doJobs();

    expect(mail.letters.map(({ to }) => to)).toEqual([["ines@strait.example"]]);
    const [letter] = mail.letters;
    expect(letter?.text).toContain("Hello Ines Tallow");
    expect(letter?.text).toContain("Ilse the administrator invites you");
    const link = /https:\/\/strait\.example(\/desk\/sign-in\/[\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
    const token = link.split("/").at(-1) ?? "";
    const jobs = await door.db.selectFrom("job").selectAll().execute();
    const links = await door.db.selectFrom("staff_link").selectAll().execute();
    expect(JSON.stringify([jobs, links])).not.toContain(token);

    const ines = visitorOf(door);
    expect(await ines.text(link)).toContain("Your role: Editor");
    expect((await ines.post(link, { name: "Ines T.", password: "letters come at night" })).status).toBe(303);
    expect(await ines.text("/desk/")).toContain("Ines T.");
    expect((await ines.get("/desk/staff")).status).toBe(404);
    expect((await visitorOf(door).post(link, { name: "Eve", password: "letters come at night" })).status).toBe(410);
  });

  test(`${engine}: a letter the mail server refuses is tried again`, async () => {
    await using mail = await openMailbox();
    await using door = await openDoor(engine, { smtp: mail.smtp });
    await door.as("administrator").post("/desk/staff", INES);
    mail.setShut(true);
    await expect(door.doJobs()).rejects.toThrow("not taken by the mail server");
    expect(mail.letters).toEqual([]);
    mail.setShut(false);
    door.setNow(`${TODAY}T12:02:00Z`);
    await door.doJobs();
    expect(mail.letters).toHaveLength(1);
  });

  test(`${engine}: without mail the link is shown once, to be handed over`, async () => {
    await using door = await openDoor(engine);
    const page = await (await door.as("administrator").post("/desk/staff", INES)).text();
    expect(page).toContain("Hand over this link");
    const link = /https:\/\/strait\.example(\/desk\/sign-in\/[\w-]+)/.exec(page)?.[1] ?? "";
    expect((await visitorOf(door).get(link)).status).toBe(200);
    expect(await door.db.selectFrom("job").select("id").where("kind", "=", "mail.send").execute()).toEqual([]);
  });

  test(`${engine}: asking for a link says the same to everybody and writes to staff alone`, async () => {
    await using mail = await openMailbox();
    await using door = await openDoor(engine, { smtp: mail.smtp });
    await door.as("reporter").get("/desk/");
    const ask = async (email: string) => (await visitorOf(door).post("/desk/sign-in", { email, by: "letter" })).text();
    expect(await ask("reporter@strait.example")).toBe(await ask("nobody@strait.example"));
    await door.doJobs();
    expect(mail.letters.map(({ to }) => to)).toEqual([["reporter@strait.example"]]);
    const link = /(\/desk\/sign-in\/[\w-]+)/.exec(mail.letters[0]?.text ?? "")?.[1] ?? "";
    const reporter = visitorOf(door);
    expect((await reporter.post(link, {})).status).toBe(303);
    expect((await reporter.get("/desk/")).status).toBe(200);
  });

  test(`${engine}: letters cannot be asked for without end`, async () => {
    await using mail = await openMailbox();
    await using door = await openDoor(engine, { smtp: mail.smtp });
    await door.as("reporter").get("/desk/");
    const statuses = [];
    for (let number = 0; number < 8; number++) {
      const { status } = await visitorOf(door).post("/desk/sign-in", {
        email: "reporter@strait.example",
        by: "letter",
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    await door.doJobs();
    expect(mail.letters).toHaveLength(6);
  });

  test(`${engine}: codes from an app are asked for after the password, and recovery codes let in once`, async () => {
    await using door = await openDoor(engine);
    const ilse = await hired(door);
    const { recoveryCodes, secret } = await withApp(ilse);

    const inBrowser = visitorOf(door);
    const first = await inBrowser.post("/desk/sign-in", { ...ILSE, to: "/desk/me" });
    expect([first.status, first.headers.get("location")]).toEqual([303, "/desk/sign-in/code?to=%2Fdesk%2Fme"]);
    expect((await inBrowser.get("/desk/")).status).toBe(303);
    expect((await inBrowser.post("/desk/sign-in/code", { code: "000000" })).status).toBe(422);
    const right = await inBrowser.post("/desk/sign-in/code", { code: codeNow(secret), to: "/desk/me" });
    expect([right.status, right.headers.get("location")]).toEqual([303, "/desk/me"]);
    expect((await inBrowser.get("/desk/")).status).toBe(200);

    const [recoveryCode = ""] = recoveryCodes;
    for (const [typed, status] of [
      [recoveryCode.toUpperCase(), 303],
      [recoveryCode, 422],
    ] as const) {
      const visitor = visitorOf(door);
      await visitor.post("/desk/sign-in", ILSE);
      expect((await visitor.post("/desk/sign-in/code", { code: typed })).status).toBe(status);
    }
  });

  test(`${engine}: after five wrong codes the password is asked for again, and nobody else's sign-in is taken over`, async () => {
    await using door = await openDoor(engine);
    const { secret } = await withApp(await hired(door));
    const guesser = visitorOf(door);
    await guesser.post("/desk/sign-in", ILSE);
    const statuses = [];
    for (let number = 0; number < 6; number++) {
      statuses.push((await guesser.post("/desk/sign-in/code", { code: "000000" })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 303]);
    expect((await guesser.post("/desk/sign-in/code", { code: codeNow(secret) })).headers.get("location")).toContain(
      "/desk/sign-in?",
    );
    expect((await guesser.get("/desk/")).status).toBe(303);
    expect((await visitorOf(door).post("/desk/sign-in/code", { code: codeNow(secret) })).status).toBe(303);
  });

  test(`${engine}: a code that somebody read over a shoulder lets nobody in after its owner`, async () => {
    await using door = await openDoor(engine);
    const { secret } = await withApp(await hired(door));
    const code = codeNow(secret);
    const owner = visitorOf(door);
    const reader = visitorOf(door);
    for (const visitor of [owner, reader]) await visitor.post("/desk/sign-in", ILSE);
    expect((await owner.post("/desk/sign-in/code", { code })).headers.get("location")).toBe("/desk/");
    const late = await reader.post("/desk/sign-in/code", { code });
    expect(late.headers.get("location")).toContain("late=yes");
    expect(await reader.text(late.headers.get("location") ?? "")).toContain("That took too long");
    expect((await reader.get("/desk/")).status).toBe(303);
    expect((await owner.get("/desk/")).status).toBe(200);
  });

  test(`${engine}: an app that has not shown a code yet changes nothing`, async () => {
    await using door = await openDoor(engine);
    const ilse = await hired(door);
    const begun = await ilse.post("/desk/me/app", { current: ILSE.password });
    expect(await begun.text()).toContain("Scan this picture");
    expect((await visitorOf(door).post("/desk/sign-in", ILSE)).headers.get("location")).toBe("/desk/");
    expect((await ilse.post("/desk/me/app", { current: "not my password at all" })).status).toBe(422);
  });

  test(`${engine}: a new password needs the old one, and signs out everywhere else`, async () => {
    await using door = await openDoor(engine);
    const ilse = await hired(door);
    const elsewhere = visitorOf(door);
    await elsewhere.post("/desk/sign-in", ILSE);
    const next = "another harbour, another noon";
    expect((await ilse.post("/desk/me/password", { current: "not my password", password: next })).status).toBe(422);
    expect((await elsewhere.get("/desk/")).status).toBe(200);
    expect((await ilse.post("/desk/me/password", { current: ILSE.password, password: next })).status).toBe(303);
    expect((await elsewhere.get("/desk/")).status).toBe(303);
    expect((await ilse.get("/desk/")).status).toBe(200);
    expect((await visitorOf(door).post("/desk/sign-in", ILSE)).status).toBe(422);
    expect((await visitorOf(door).post("/desk/sign-in", { ...ILSE, password: next })).status).toBe(303);
  });

  test(`${engine}: sessions are listed and one that is ended is over, but nobody ends another's`, async () => {
    await using door = await openDoor(engine);
    const ilse = await hired(door);
    const elsewhere = visitorOf(door);
    await elsewhere.post("/desk/sign-in", ILSE, { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" });
    const page = await ilse.text("/desk/me");
    expect(page).toContain("Firefox, Linux");
    const [, id = ""] = /sessions\/([\w-]+)\/end"/.exec(page) ?? [];

    await door.as("reporter").post(`/desk/me/sessions/${id}/end`, {});
    expect((await elsewhere.get("/desk/")).status).toBe(200);
    expect((await ilse.post(`/desk/me/sessions/${id}/end`, {})).status).toBe(303);
    expect((await elsewhere.get("/desk/")).status).toBe(303);
    expect((await ilse.get("/desk/")).status).toBe(200);
  });

  test(`${engine}: name and language are one's own to change`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    expect((await reporter.post("/desk/me", { name: "", language: "ru" })).status).toBe(422);
    expect((await reporter.post("/desk/me", { name: "Илзе", language: "ru" })).status).toBe(303);
    const page = await reporter.text("/desk/me");
    expect(page).toContain('<html lang="ru" dir="ltr"');
    expect(page).toContain("Илзе");
  });

  test(`${engine}: an administrator suspends, restores and removes, at once and on the record`, async () => {
    await using door = await openDoor(engine);
    const admin = door.as("administrator");
    const reporter = door.as("reporter");
    expect((await reporter.get("/desk/")).status).toBe(200);

    expect((await admin.post("/desk/staff/staff-reporter/suspend", {})).status).toBe(303);
    expect((await reporter.get("/desk/")).status).toBe(303);
    expect(await admin.text("/desk/staff")).toContain("Suspended since");
    expect((await admin.post("/desk/staff/staff-reporter/restore", {})).status).toBe(303);
    expect((await reporter.get("/desk/")).status).toBe(303);

    expect((await admin.post("/desk/staff/staff-reporter/role", { role: "editor" })).status).toBe(303);
    expect((await admin.post("/desk/staff/staff-reporter/role", { role: "owner" })).status).toBe(404);
    expect((await admin.post("/desk/staff/staff-reporter/remove", {})).status).toBe(303);
    expect((await admin.get("/desk/staff/staff-reporter")).status).toBe(404);
    expect(await admin.text("/desk/staff")).not.toContain("reporter@strait.example");
    const acts = await door.db
      .selectFrom("audit")
      .select("act")
      .where("subject", "=", "staff:staff-reporter")
      .orderBy("id")
      .execute();
    expect(acts.map(({ act }) => act).sort()).toEqual(
      ["staff.remove", "staff.restore", "staff.role", "staff.sign-in", "staff.suspend"].sort(),
    );
    const { email } = await door.db
      .selectFrom("staff")
      .select("email")
      .where("id", "=", "staff-reporter")
      .executeTakeFirstOrThrow();
    expect(email).not.toContain("strait");
  });

  test(`${engine}: the last administrator stays one, however it is tried`, async () => {
    await using door = await openDoor(engine);
    const admin = door.as("administrator");
    for (const [step, fields] of [
      ["role", { role: "editor" }],
      ["suspend", {}],
      ["remove", {}],
    ] as const) {
      const answer = await admin.post(`/desk/staff/staff-administrator/${step}`, fields);
      expect([step, answer.status]).toEqual([step, 422]);
      expect(await answer.text()).toContain("There has to be an administrator");
    }
    expect((await admin.get("/desk/staff")).status).toBe(200);
  });

  test(`${engine}: who lost their telephone begins anew with a link; nothing old lets them in`, async () => {
    await using door = await openDoor(engine);
    const ilse = await hired(door);
    await withApp(ilse);
    const { id } = await door.db
      .selectFrom("staff")
      .select("id")
      .where("email", "=", ILSE.email)
      .executeTakeFirstOrThrow();
    const page = await (await door.as("administrator").post(`/desk/staff/${id}/reset`, {})).text();
    const link = /https:\/\/strait\.example(\/desk\/sign-in\/[\w-]+)/.exec(page)?.[1] ?? "";
    expect((await ilse.get("/desk/")).status).toBe(303);
    expect((await visitorOf(door).post("/desk/sign-in", ILSE)).status).toBe(422);
    expect(
      (await visitorOf(door).post(link, { ...ILSE, password: "a new harbour at noon" })).headers.get("location"),
    ).toBe("/desk/");
  });

  test(`${engine}: passkeys are asked for with a challenge, and an answer that is none is refused`, async () => {
    await using door = await openDoor(engine);
    const reporter = door.as("reporter");
    const options = await (await reporter.get("/desk/auth/passkey/generate-register-options")).json();
    expect(options).toMatchObject({
      rp: { id: "strait.example" },
      authenticatorSelection: { userVerification: "required" },
    });
    expect((await reporter.send("/desk/auth/passkey/verify-registration", { response: {} })).status).toBe(422);

    const visitor = visitorOf(door);
    const asked = await visitor.get("/desk/auth/passkey/generate-authenticate-options");
    expect(await asked.json()).toMatchObject({ rpId: "strait.example" });
    const answered = await visitor.post("/desk/auth/passkey/verify-authentication", {});
    expect(answered.status).toBe(422);
    expect(await answered.text()).toBe("{}");
    for (const path of ["sign-up/email", "sign-in/email", "get-session", "list-sessions", "update-user"]) {
      expect((await visitor.get(`/desk/auth/${path}`)).headers.get("location")).toContain("/desk/sign-in?");
      expect((await visitor.post(`/desk/auth/${path}`, {})).status).toBe(401);
      expect((await reporter.get(`/desk/auth/${path}`)).status).toBe(404);
    }
  });
}

async function hired(door: Door): Promise<Visitor> {
  const token = await makeFirstLink(door.db, { at: NOON });
  const visitor = visitorOf(door);
  const response = await visitor.post(`/desk/sign-in/${token}`, ILSE);
  if (response.status !== 303) throw new Error(`hiring was answered with ${response.status}`);
  return visitor;
}

async function withApp(visitor: Visitor): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const page = await (await visitor.post("/desk/me/app", { current: ILSE.password })).text();
  const uri = (/name="uri" value="([^"]+)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
  const codes = /name="codes" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const confirmed = await visitor.post("/desk/me/app/code", { uri, codes, code: codeNow(secret) });
  if (confirmed.status !== 303) throw new Error(`the app was answered with ${confirmed.status}`);
  return { secret, recoveryCodes: codes.split(" ") };
}
