import { expect, test } from "bun:test";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { openMailbox } from "#test/mailbox.ts";

const MAIL = "/desk/house/mail";
const SECRET = "correct horse";

async function keep(door: Door, fields: Readonly<Record<string, string>>): Promise<Response> {
  const from = /name="from" value="([^"]*)"/.exec(await door.as("administrator").text(MAIL))?.[1] ?? "";
  const all = { host: "", port: "", security: "plain", user: "", password: "", sender: "", from, do: "keep" };
  return door.as("administrator").post(MAIL, { ...all, ...fields });
}

for (const engine of engines) {
  test(`${engine}: a test letter goes by the real way, and the page says that it arrived`, async () => {
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine);
    const admin = door.as("administrator");
    expect(await admin.text(MAIL)).toContain("there is nothing to try");
    const port = new URL(mailbox.smtp).port;
    await keep(door, { host: "127.0.0.1", port, sender: "desk@strait.example" });
    expect((await admin.post(`${MAIL}/test`, {})).headers.get("location")).toBe(`${MAIL}?said=test-asked`);
    expect(await admin.text(MAIL)).toContain("has been waiting since");
    await door.doJobs();
    expect(mailbox.letters.map(({ to }) => to)).toEqual([[admin.staff.email]]);
    expect(mailbox.letters[0]?.raw).toContain("desk@strait.example");
    expect(await admin.text(MAIL)).toContain("The server took the test letter");
  });

  test(`${engine}: a test letter that is refused says so in the server's own words, and is not tried again`, async () => {
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine);
    mailbox.setShut(true);
    await keep(door, { host: "127.0.0.1", port: new URL(mailbox.smtp).port });
    await door.as("administrator").post(`${MAIL}/test`, {});
    await door.doJobs();
    const page = await door.as("administrator").text(MAIL);
    expect(page).toContain("did not leave");
    expect(page).toContain("the box is shut");
    expect(mailbox.letters).toEqual([]);
    const waiting = await door.db.selectFrom("job").select("kind").where("state", "=", "waiting").execute();
    expect(waiting.filter(({ kind }) => kind === "mail.send")).toEqual([]);
  });

  test(`${engine}: the password stands nowhere in the store, the log or a page, and stays when it is left empty`, async () => {
    await using door = await openDoor(engine);
    await keep(door, { host: "mail.example.org", user: "desk", password: SECRET });
    const kept = async () => {
      const rows = await door.db
        .selectFrom("setting")
        .select(["key", "value"])
        .where("key", "like", "mail.%")
        .execute();
      return new Map(rows.map(({ key, value }) => [key, value]));
    };
    const first = (await kept()).get("mail.password");
    expect(first).toBeTruthy();
    await keep(door, { host: "mail2.example.org", user: "desk" });
    expect((await kept()).get("mail.password")).toBe(first);
    const audit = await door.db.selectFrom("audit").select("detail").execute();
    for (const text of [
      JSON.stringify([...(await kept())]),
      JSON.stringify(audit),
      await door.as("administrator").text(MAIL),
    ]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain("correct%20horse");
    }
    expect(JSON.stringify(audit)).not.toContain(first);
    await keep(door, { host: "mail2.example.org", user: "desk", forget: "yes" });
    expect((await kept()).get("mail.password")).toBe("");
  });

  test(`${engine}: what cannot be a server, a port or a sender is refused at its field`, async () => {
    await using door = await openDoor(engine);
    for (const [field, value] of [
      ["host", "mail example"],
      ["host", "a@b"],
      ["host", 'x" onfocus=alert(1)'],
      ["port", "0"],
      ["port", "70000"],
      ["port", "25; rm"],
      ["sender", "nobody"],
      ["sender", "a@b.example\r\nBcc: c@d.example"],
    ] as const) {
      const refused = await keep(door, { [field]: value });
      expect({ field, value, status: refused.status }).toEqual({ field, value, status: 422 });
      expect(await refused.text()).toContain(`id="${field}-problem"`);
    }
    expect(await door.db.selectFrom("setting").select("key").where("key", "like", "mail.%").execute()).toEqual([]);
  });
}
