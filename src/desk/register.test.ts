/** The register at the desk: nothing counts before it has been seen, and everything done is on the record. */
import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { noteApplyFailed } from "#agency/labels/applying.ts";
import { NO_COUNTS } from "#agency/labels/register.ts";
import { notedActs } from "#store/audit.ts";
import { type AtTheDesk, type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { unXml } from "#text/cases/registers/un.ts";

const REGISTER = "/desk/register";
const AMBER = { reference: "XDe.001", name: "AMBER LEGION" } as const;
const LEAGUE = { reference: "XDe.002", name: "ARMY OF BRATOL" } as const;
const EARLIER = new Date("2026-11-20T10:00:00Z");

/** An edition that follows two jurisdictions, with a story that names both organisations. */
async function newsroom(door: Door): Promise<string> {
  const { db } = door;
  const settings = { jurisdictions: ["un", "xk"] };
  await setEdition(db, { code: "en", settings, by: "the test", at: EARLIER });
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("there is an edition");
  const text = "The Amber Legion and the Army of Bratol met. So did the Brigade of Salt.";
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "a-meeting",
    headline: "A meeting by the sea",
    standfirst: "",
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
    dateline: null,
    origin: null,
    by: "the test",
    at: EARLIER,
  });
  await publishArticle(db, { articleId, by: "the test", at: EARLIER });
  await door.doJobs();
  return articleId;
}

function upload(text: string, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ language: "en", ...fields })) form.append(name, value);
  form.append("file", new File([text], "consolidated.xml"));
  return form;
}

/** Follows a form to the page it leads to. */
async function sent(
  desk: AtTheDesk,
  path: string,
  fields: Readonly<Record<string, string>> | FormData,
): Promise<string> {
  const response = await desk.post(path, fields);
  if (response.status !== 303) throw new Error(`${path} answered ${response.status}:\n${await response.text()}`);
  return (response.headers.get("location") ?? "").replace(/[?#].*/, "");
}

async function imported(desk: AtTheDesk, text: string): Promise<string> {
  const change = await sent(desk, `${REGISTER}/+import`, upload(text));
  await sent(desk, change, { do: "apply" });
  return change;
}

/** The fields of the form on a page, as a browser would send them back. */
function fieldsOf(page: string): FormData {
  const form = new FormData();
  const main = page.slice(page.indexOf('class="house-form"'));
  const plain = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  for (const [tag] of main.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
    if (attribute("type") === "checkbox" && !/\schecked/.test(tag)) continue;
    if (attribute("name") !== "") form.append(attribute("name"), attribute("value"));
  }
  for (const [, name = "", options = ""] of main.matchAll(/<select\b[^>]*\sname="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    form.append(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? "");
  return form;
}

async function linkTo(desk: AtTheDesk, path: string, what: string): Promise<string> {
  const page = await desk.text(path);
  const link = new RegExp(`href="([^"]+)" aria-label="Change: ${what}`).exec(page)?.[1];
  if (!link) throw new Error(`no link to change ${what} on ${path}:\n${page}`);
  return link;
}

const BY_HAND = {
  name: "Brigade of Salt",
  language: "en",
  kind: "full",
  match: "silent",
  jurisdiction: "xk",
  authority: "High Court of Karvia",
  decision: "No. 7",
  starts: "2026-01-15",
  ends: "",
  reference: "https://court.example/7",
  "wording-languages": "en",
  "wording-en": "banned in Karvia",
  id: "",
  do: "look",
};

for (const engine of engines) {
  test(`${engine}: a list is read, its difference and the stories it changes are seen, and only then it counts`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const revisions = await door.db.selectFrom("revision").select("id").execute();
    const desk = door.as("editor");
    const change = await sent(desk, `${REGISTER}/+import`, upload(unXml([AMBER, LEAGUE])));
    const page = await desk.text(change);
    expect(page).toContain("consolidated.xml");
    expect(page).toContain("Amber Legion");
    expect(page).toContain("1 published story changes.");
    expect(page).toContain("A meeting by the sea");
    expect(page).toContain("Amber Legion (under United Nations sanctions)");
    expect(await door.text("/en/a-meeting")).not.toContain("sanctions");
    expect(await desk.text(REGISTER)).toContain("consolidated.xml");
    expect(await desk.text("/desk/")).toContain("A change waits for a decision: consolidated.xml");
    expect(await notedActs(door.db, { act: "register.import" }, { limit: 5 })).toEqual([]);

    await sent(desk, change, { do: "apply" });
    expect(await door.text("/en/a-meeting")).toContain("under United Nations sanctions");
    expect(await notedActs(door.db, { act: "register.import" }, { limit: 5 })).toMatchObject([
      { by: desk.staff.id, subject: "register:un", detail: { added: 2 } },
    ]);
    // A change of labels, never of the story.
    await door.doJobs();
    const acts = await notedActs(door.db, { act: "labels.change" }, { limit: 5 });
    expect(acts).toMatchObject([{ by: "register" }]);
    expect(await door.db.selectFrom("revision").select("id").execute()).toEqual(revisions);
    expect(await desk.text("/desk/log")).toContain("The register changed the labels of");
    expect(await desk.text(change)).toContain("Applied on");
    expect((await desk.post(change, { do: "apply" })).status).toBe(409);
  });

  test(`${engine}: a large list is applied by a job, and its page says how far it has come`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const desk = door.as("editor");
    const change = await sent(desk, `${REGISTER}/+import`, upload(unXml([AMBER, LEAGUE])));
    // As if thousands more stood in it.
    await door.db
      .updateTable("register_import")
      .set({ counts: JSON.stringify({ ...NO_COUNTS, added: 2_007 }) })
      .execute();
    await sent(desk, change, { do: "apply" });
    const waiting = await desk.text(change);
    expect(waiting).toContain("It waits for its turn.");
    expect(waiting).toContain("data-again");
    expect(waiting).toContain('value="drop"');
    expect(waiting).not.toContain('value="apply"');
    expect(await door.text("/en/a-meeting")).not.toContain("sanctions");
    // Pressed again, nothing is asked for twice.
    const again = await desk.post(change, { do: "apply" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("It waits for its turn.");

    const importId = change.slice(change.lastIndexOf("/") + 1);
    await noteApplyFailed(door.db, importId);
    const failed = await desk.text(change);
    expect(failed).toContain("It could not be applied, and nothing was changed.");
    expect(failed).toContain("Try it again now");
    await sent(desk, change, { do: "apply" });

    await door.db.updateTable("register_import").set({ ready_count: 1_500 }).execute();
    expect(await desk.text(change)).toContain("Organisations made ready: 1,500 of 2,007.");
    await door.db.updateTable("register_import").set({ ready_count: 0 }).execute();

    await door.doJobs({ slow: true });
    expect(await desk.text(change)).toContain("Applied on");
    expect(await door.text("/en/a-meeting")).toContain("under United Nations sanctions");
  }, 60_000);

  test(`${engine}: a difference that is dropped changes nothing, and what is not whole leaves nothing`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const desk = door.as("editor");
    const change = await sent(desk, `${REGISTER}/+import`, upload(unXml([AMBER])));
    await sent(desk, change, { do: "drop" });
    expect(await desk.text(change)).toContain("Nothing was changed");
    expect((await desk.post(change, { do: "apply" })).status).toBe(409);

    const whole = unXml([AMBER, LEAGUE]);
    const refused = await desk.post(
      `${REGISTER}/+import`,
      upload(whole.slice(0, whole.length / 2), { language: "fr" }),
    );
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("ends in the middle");
    expect(page).toContain('value="fr"');
    for (const [text, fields, why] of [
      ["a;b", {}, "in no form Dateline knows"],
      ["", {}, "The file is empty"],
      ["Name\nSalt", { format: "csv" }, "Say what the list is called"],
      [
        "Name\nSalt",
        { format: "csv", list: "xk", jurisdiction: "xk", wording: "banned", "column-name": "Nom" },
        "its columns are Name",
      ],
      ["\u0000\u0001", { format: "un" }, "is not text"],
    ] as const) {
      const answer = await desk.post(`${REGISTER}/+import`, upload(text, fields));
      expect([why, answer.status, (await answer.text()).includes(why)]).toEqual([why, 422, true]);
    }
    expect(await door.db.selectFrom("organisation").select("id").execute()).toEqual([]);
    expect(await door.db.selectFrom("register_import").select("state").execute()).toEqual([{ state: "dropped" }]);
  });

  test(`${engine}: columns that are mapped make a list, with its doubtful names told`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const desk = door.as("editor");
    const csv = "Organisation;Also;Since\nBrigade of Salt;Salt;2026-01-15\nArmy of Bratol;LB;not a day\n";
    const fields = {
      format: "csv",
      list: "xk-banned",
      jurisdiction: "xk",
      wording: "banned in Karvia",
      "column-name": "Organisation",
      "column-alias": "Also",
      "column-from": "Since",
    };
    const change = await sent(desk, `${REGISTER}/+import`, upload(csv, fields));
    expect(await desk.text(change)).toContain("Salt will be asked about");
    expect(await desk.text(`${change}?show=doubtful`)).toContain("Brigade of Salt");
    const refused = await desk.text(`${change}?show=refused`);
    expect(refused).toContain("is no day");
    await sent(desk, change, { do: "apply" });
    expect(await door.text("/en/a-meeting")).toContain("Brigade of Salt (banned in Karvia)");
    expect(await desk.text(`${REGISTER}?state=doubtful`)).toContain("Brigade of Salt");

    // One look at its names, one decision.
    const listed = await desk.text(`${REGISTER}?state=doubtful`);
    const [, entry = ""] = /href="([^"]+)"[^>]*>[^<]*Brigade of Salt/.exec(listed) ?? [];
    const form = fieldsOf(await desk.text(entry));
    const none = await desk.post(entry, { from: String(form.get("from")), do: "decide" });
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("Nothing")]);
    const [, mark = ""] = /name="name" type="checkbox" value="([^"]+)"/.exec(await desk.text(entry)) ?? [];
    // What was ticked stays ticked where a colleague was quicker.
    const meanwhile = await desk.post(entry, { from: "an older one", name: mark, do: "decide" });
    expect([meanwhile.status, await meanwhile.text()]).toEqual([
      422,
      expect.stringMatching(new RegExp(`value="${mark}"[^>]*checked`)),
    ]);
    const decision = await sent(desk, entry, { from: String(form.get("from")), name: mark, do: "decide" });
    await sent(desk, decision, { do: "apply" });
    const decided = await desk.text(entry);
    expect(decided).toContain("an editor has decided");
    expect(decided).not.toContain('type="checkbox"');
    const late = await desk.post(entry, { from: String(form.get("from")), name: mark, do: "decide" });
    expect(late.status).toBe(422);
  });

  test(`${engine}: an organisation is added by hand, changed, and ended by the calendar, each seen before`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const desk = door.as("editor");
    for (const [odd, why] of [
      [{ name: "" }, "at least one letter"],
      [{ jurisdiction: "the moon" }, "short code"],
      [{ "wording-en": "" }, "words in one language"],
      [{ reference: "court.example" }, "no address of a page"],
    ] as const) {
      const answer = await desk.post(`${REGISTER}/+new`, { ...BY_HAND, ...odd });
      const page = await answer.text();
      expect([why, answer.status, page.includes(why)]).toEqual([why, 422, true]);
      // Nothing that was typed is lost.
      expect(page).toContain('value="High Court of Karvia"');
    }
    const change = await sent(desk, `${REGISTER}/+new`, BY_HAND);
    expect(await desk.text(change)).toContain("Brigade of Salt (banned in Karvia)");
    expect((await desk.get(`${REGISTER}/brigade-of-salt`)).status).toBe(404);
    await sent(desk, change, { do: "apply" });
    expect(await door.text("/en/a-meeting")).toContain("Brigade of Salt (banned in Karvia)");

    const entry = `${REGISTER}/brigade-of-salt`;
    const form = fieldsOf(await desk.text(await linkTo(desk, entry, "Kosovo")));
    form.set("ends", "2026-12-01");
    form.set("wording-en", "outlawed in Karvia");
    form.set("do", "look");
    const next = await sent(desk, await linkTo(desk, entry, "Kosovo"), form);
    const seen = await desk.text(next);
    expect(seen).toContain("words (English): “banned in Karvia” → “outlawed in Karvia”");
    expect(seen).toContain("1 published story changes.");
    expect(await door.text("/en/a-meeting")).toContain("banned in Karvia");
    await sent(desk, next, { do: "apply" });
    expect(await door.text("/en/a-meeting")).toContain("outlawed in Karvia");

    await door.doJobs();
    const days = await desk.text(`${REGISTER}/+days`);
    expect(days).toContain("1 December 2026");
    expect(days).toContain("named in 1 story");
    expect(await desk.text("/desk/")).not.toContain("designations begin or end");
    door.setNow("2026-11-25T12:00:00Z");
    expect(await desk.text("/desk/")).toContain("On 1 December 2026 designations begin or end");
    expect(await door.as("reporter").text("/desk/")).not.toContain("designations begin or end");
    expect((await desk.post(`${REGISTER}/+days`, { day: "soon" })).status).toBe(422);
    await sent(desk, `${REGISTER}/+days`, { day: "2026-12-01", do: "look" });
    expect(await desk.text(`${REGISTER}/+days?day=2026-12-01`)).toContain("A meeting by the sea");
    door.setNow("2026-12-01T00:00:01Z");
    expect(await door.text("/en/a-meeting")).not.toContain("Karvia");
    expect(await desk.text("/desk/log?about=organisation:brigade-of-salt")).toContain("first day it no longer holds");
  });

  test(`${engine}: a form made from an organisation that has changed since is not taken, and nothing typed is lost`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const desk = door.as("editor");
    await imported(desk, unXml([AMBER]));
    const entry = `${REGISTER}/un-xde.001`;
    const path = await linkTo(desk, entry, "Amber Legion");
    const mine = fieldsOf(await desk.text(path));
    const other = door.as("administrator");
    const theirs = fieldsOf(await other.text(path));
    theirs.set("more", "Amberites");
    door.setNow("2026-11-20T12:01:00Z");
    await sent(other, await sent(other, path, theirs), { do: "apply" });
    mine.set("more", "Ambermen");
    const refused = await desk.post(path, mine);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Ilse the administrator has changed this organisation meanwhile");
    expect(page).toContain("Ambermen");
    expect(await desk.text(entry)).not.toContain("Ambermen");
    // Looked at once more, it goes through, and both are there.
    const again = fieldsOf(page);
    again.set("more", "Ambermen");
    again.append("form", "Amberites");
    await sent(desk, await sent(desk, path, again), { do: "apply" });
    const both = await desk.text(entry);
    expect(both).toContain("Ambermen");
    expect(both).toContain("Amberites");
  });

  test(`${engine}: a form taken away is not searched for, one added is, and the editor's mentions know it at once`, async () => {
    await using door = await openDoor(engine);
    const articleId = await newsroom(door);
    const desk = door.as("editor");
    await imported(desk, unXml([{ ...AMBER, original: "Янтарный завет" }]));
    const entry = `${REGISTER}/un-xde.001`;
    const path = await linkTo(desk, entry, "Amber Legion");
    const form = fieldsOf(await desk.text(path));
    form.set("more", "Amberites");
    form.set("match", "ask");
    const change = await sent(desk, path, form);
    expect(await desk.text(change)).toContain("New form of Amber Legion: Amberites");
    await sent(desk, change, { do: "apply" });
    // A name that is asked about is labelled no more where nobody has decided.
    expect(await door.text("/en/a-meeting")).not.toContain("sanctions");
    const paragraph = { type: "paragraph", content: [{ type: "text", text: "The Amberites came." }] };
    const text = {
      headline: "",
      standfirst: "",
      dateline: null,
      picture: null,
      authorIds: [],
      document: { type: "doc", content: [paragraph] },
    };
    const told = await (await desk.send(`/desk/articles/${articleId}/mentions`, { text })).json();
    expect(told.body).toMatchObject([{ words: "Amberites", decision: "ask" }]);
  });

  test(`${engine}: what vanished from its list is ended on a day an editor says, or still holds, and is on the record`, async () => {
    await using door = await openDoor(engine);
    await newsroom(door);
    const desk = door.as("editor");
    const third = { reference: "XDe.003", name: "ORDER OF MERVEN" } as const;
    await imported(desk, unXml([AMBER, LEAGUE, third]));
    const change = await imported(desk, unXml([third]));
    expect(await desk.text(`${change}?show=vanished`)).toContain("stays in force until an editor says");
    expect(await door.text("/en/a-meeting")).toContain("Amber Legion (under United Nations sanctions)");
    for (const path of ["/desk/", REGISTER])
      expect(await desk.text(path)).toContain("2 organisations are no longer on their lists");
    const page = await desk.text(`${REGISTER}/+vanished`);
    const form = () => {
      const fields = new FormData();
      for (const [, name = "", value = ""] of page.matchAll(/type="hidden" name="([^"]+)" value="([^"]+)"/g))
        fields.append(name, value);
      return fields;
    };
    const early = form();
    early.set("end-un-xde.001", "1999-01-01");
    expect((await desk.post(`${REGISTER}/+vanished`, early)).status).toBe(422);
    const still = form();
    still.set("do", "holds un-xde.002");
    await sent(desk, `${REGISTER}/+vanished`, still);
    const ended = form();
    ended.set("end-un-xde.001", "2026-11-19");
    const end = await sent(desk, `${REGISTER}/+vanished`, ended);
    expect(await desk.text(end)).toContain("1 published story changes.");
    await sent(desk, end, { do: "apply" });
    const story = await door.text("/en/a-meeting");
    expect(story).toContain("Army of Bratol (under United Nations sanctions)");
    expect(story).not.toContain("Amber Legion (");
    expect(await desk.text(`${REGISTER}/+vanished`)).toContain("Nothing has vanished");
    const acts = await notedActs(door.db, { act: "register.change" }, { limit: 5 });
    expect(acts.map(({ subject }) => subject).sort()).toEqual(["organisation:un-xde.001", "organisation:un-xde.002"]);
    expect(await desk.text("/desk/log")).toContain("still holds, an editor says");
  });

  test(`${engine}: many stories are looked through by a job, and nothing is applied before they have been`, async () => {
    await using door = await openDoor(engine);
    const articleId = await newsroom(door);
    const desk = door.as("editor");
    const change = await sent(desk, `${REGISTER}/+import`, upload(unXml([AMBER])));
    // As if the sweep had been stopped after its first stretch.
    await door.db.updateTable("sweep").set({ state: "looking", looked: 0, changed: 0, after_id: "" }).execute();
    await door.db.deleteFrom("sweep_change").execute();
    const looking = await desk.text(change);
    expect(looking).toContain("0 stories looked at so far");
    expect(looking).toContain("data-again");
    expect(looking).not.toContain("Apply all of it");
    await sent(desk, change, { do: "look" });
    expect(await desk.text(change)).toContain("Apply all of it");
    expect(await door.db.selectFrom("sweep_change").select("article_id").execute()).toEqual([
      { article_id: articleId },
    ]);
  });
}
