/** The law of a client's own jurisdictions changes: who has a story with labels that are others by now gets it again. */
import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { moveArticle } from "#agency/articles/move.ts";
import { addEdition, setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { enqueue } from "#store/queue.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { growNewsroom } from "#test/grown.ts";
import { openMailbox } from "#test/mailbox.ts";
import { readRegister } from "#text/labels/labels.ts";
import { SCHEDULE } from "#worker/jobs.ts";
import { plan } from "#worker/schedule.ts";
import { addChannel, addClient, beginSession, changeClient, makeToken, markOfClient } from "./actions.ts";
import type { ClientSaid } from "./clients.ts";
import { putDown } from "./deliveries.ts";
import { clientById } from "./queries.ts";

const by = "the test";
const at = (time: string, day = "20") => new Date(`2026-11-${day}T${time}Z`);

type Item = {
  readonly sequence: number;
  readonly kind: string;
  readonly reason: string | null;
  readonly version: number;
  readonly replaced: boolean;
  readonly content: unknown;
};
const line = ({ sequence, kind, reason, version, replaced }: Item) =>
  [sequence, kind, `v${version}`, reason, replaced ? "replaced" : null].filter(Boolean).join(" ");

async function client(door: Door, law: Pick<ClientSaid, "labels" | "jurisdictions">) {
  const said = {
    ...{ name: "The Harbour Post", email: "", language: "en", terms: "", takesEmbargoed: false, ...law },
    ...{ editions: [], sections: [], topics: [], keywords: [] },
  };
  const id = await addClient(door.db, { said, by, at: at("12:00:00") });
  const token = await makeToken(door.db, { clientId: id, scopes: ["wire"], by, at: at("12:00:00") });
  const items = async (after = 0): Promise<readonly Item[]> => {
    const answer = await door.get("/wire/client/items?limit=100", { authorization: `Bearer ${token}` });
    const { items }: { items: readonly Item[] } = await answer.json();
    return items.filter(({ sequence }) => sequence > after);
  };
  return { id, items, lines: async (after = 0) => (await items(after)).map(line) };
}

/** A party designated in some jurisdictions, from a day on where one is given. */
async function law(door: Door, jurisdictions: readonly string[], now: Date, from = "2020-01-01"): Promise<void> {
  door.setNow(now.toISOString());
  const designations = jurisdictions.map((jurisdiction) => ({
    ...{ jurisdiction, authority: "Court", from, wording: { en: `banned in ${jurisdiction.toUpperCase()}` } },
  }));
  const names = [{ text: "Crimson Daybreak", lang: "en", kind: "full" }];
  const read = readRegister({ organisations: [{ id: "dawn", names, designations }] });
  if ("problems" in read) throw new Error(read.problems[0]);
  await importRegister(door.db, { register: read.register, by, at: now });
  await door.doJobs();
}

async function story(door: Door, slug: string, text: string, now: Date): Promise<string> {
  door.setNow(now.toISOString());
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("there is an edition");
  const { articleId } = await draftArticle(door.db, {
    ...{ edition, slug, headline: `The story of ${slug}`, standfirst: "", dateline: null, by, at: now },
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
  });
  await publishArticle(door.db, { articleId, by, at: now });
  return articleId;
}

async function houseUnder(door: Door, jurisdictions: readonly string[]): Promise<void> {
  const settings = { jurisdictions, timeZone: "Asia/Tokyo" };
  await setEdition(door.db, { code: "en", settings, by, at: at("11:00:00") });
}

const NAMING = "The police named Crimson Daybreak.";

for (const engine of engines) {
  test(`${engine}: a change of the register is sent to whom it gives other labels, in the text or as data, and to nobody else`, async () => {
    await using door = await openDoor(engine);
    await houseUnder(door, ["xk"]);
    const [text, data, other, ours] = [
      await client(door, { labels: "text", jurisdictions: ["xv"] }),
      await client(door, { labels: "data", jurisdictions: ["xv"] }),
      await client(door, { labels: "text", jurisdictions: ["xw"] }),
      await client(door, { labels: "text", jurisdictions: null }),
    ];
    const everybody = [text, data, other, ours];
    await law(door, [], at("12:01:00"));
    const named = await story(door, "named", NAMING, at("12:02:00"));
    await door.doJobs();
    const killed = await story(door, "killed", NAMING, at("12:03:00"));
    await door.doJobs();
    await story(door, "other", "Ferries stand still.", at("12:04:00"));
    await door.doJobs();
    await door.as("editor").get("/desk/");
    const kill = { articleId: killed, move: "kill", by: door.as("editor").staff, note: "Not so." } as const;
    await moveArticle(door.db, { ...kill, at: at("12:05:00") });
    const retracted = await story(door, "retracted", NAMING, at("12:06:00"));
    await door.doJobs();
    await door.db.updateTable("article").set({ mark: "retracted" }).where("id", "=", retracted).execute();
    for (const one of everybody) expect(await one.lines()).toHaveLength(5);

    await law(door, ["xv"], at("13:00:00"));
    for (const one of [text, data]) {
      expect(await one.lines(5)).toEqual(["6 update v2 labels"]);
      expect((await one.lines())[0]).toBe("1 story v1 replaced");
    }
    for (const one of [other, ours]) {
      expect(await one.lines(5)).toEqual([]);
      expect((await one.lines())[0]).toBe("1 story v1");
    }
    const [inText, asData] = [(await text.items(5))[0]?.content, (await data.items(5))[0]?.content];
    expect(inText).toMatchObject({ version: "2", edNote: "UPDATE: Its labels have changed; its words are the same." });
    const bodies = (content: unknown) => JSON.stringify(content, ["bodies", "value"]);
    expect(bodies(inText)).toContain("banned in XV");
    expect(bodies(asData)).not.toContain("banned in XV");
    expect(JSON.stringify(asData)).toContain("banned in XV");
    // Looked at once more it is the same.
    await enqueue(door.db, "labels.mentions.all", { after: "" }, at("13:00:00"));
    await door.doJobs();
    for (const one of everybody) expect(await one.lines(6)).toEqual([]);

    // The edition's own law: its clients hear of it, others keep what they have.
    await law(door, ["xv", "xk"], at("14:00:00"));
    expect(await ours.lines(5)).toEqual(["6 update v2 labels"]);
    expect(JSON.stringify(await ours.items(5))).toContain("banned in XK");
    for (const one of [text, data]) expect(await one.lines(5)).toEqual(["6 update v2 labels"]);
    expect((await other.lines())[0]).toBe("1 story v1");

    // Other words are the next version of each of them.
    await publishArticle(door.db, { articleId: named, by, at: at("15:00:00") });
    door.setNow(at("15:00:00").toISOString());
    await door.doJobs();
    for (const one of [text, data]) expect(await one.lines(6)).toEqual(["7 update v4"]);
    expect(await ours.lines(6)).toEqual(["7 update v3"]);
    expect(await other.lines(5)).toEqual(["6 update v3"]);
    expect(door.broken).toEqual([]);
  }, 120_000);

  test(`${engine}: on the day a designation begins, at midnight of the story's edition, its clients get the story again and are told why`, async () => {
    await using mailbox = await openMailbox();
    await using door = await openDoor(engine, { smtp: mailbox.smtp });
    await houseUnder(door, ["xk"]);
    const [theirs, other] = [
      await client(door, { labels: "text", jurisdictions: ["xv"] }),
      await client(door, { labels: "text", jurisdictions: ["xw"] }),
    ];
    const to = { address: "in@client.example", format: "text", key: "of the test" } as const;
    await addChannel(door.db, { clientId: theirs.id, kind: "mail", ...to, by, at: at("12:00:00") });
    await law(door, ["xv"], at("12:01:00"), "2026-11-22");
    await story(door, "named", NAMING, at("12:02:00"));
    await plan(door.db, SCHEDULE, at("12:03:00"));
    door.setNow(at("12:03:00").toISOString());
    await door.doJobs();
    const work = async (now: Date) => {
      door.setNow(now.toISOString());
      await plan(door.db, SCHEDULE, now);
      await door.doJobs();
    };
    // Midnight in Tokyo.
    await work(at("14:59:59", "21"));
    expect(await theirs.lines()).toEqual(["1 story v1"]);
    await work(at("15:00:00", "21"));
    await work(at("16:00:00", "21"));
    expect(await theirs.lines()).toEqual(["1 story v1 replaced", "2 update v2 labels"]);
    expect(JSON.stringify(await theirs.items(1))).toContain("banned in XV");
    expect(mailbox.letters.at(-1)?.text).toContain("Its labels have changed; its words are the same.");
    expect(await other.lines()).toEqual(["1 story v1"]);
    expect(mailbox.letters).toHaveLength(2);
  }, 120_000);

  test(`${engine}: a client that follows another law, or takes labels as data, is sent at once what that changes, and is told why`, async () => {
    await using door = await openDoor(engine);
    await houseUnder(door, ["xk"]);
    const { labelPolicy } = (await editionByCode(door.db, "en")) ?? {};
    if (!labelPolicy) throw new Error("there is an edition");
    for (const language of ["ru", "ar"])
      await addEdition(door.db, { code: language, settings: { language }, labelPolicy, by, at: at("11:00:00") });
    const [theirs, other] = [
      await client(door, { labels: "text", jurisdictions: ["xw"] }),
      await client(door, { labels: "text", jurisdictions: ["xw"] }),
    ];
    await law(door, ["xv"], at("12:01:00"));
    for (const slug of ["named", "again"]) {
      await story(door, slug, NAMING, at("12:02:00"));
      await door.doJobs();
    }
    await story(door, "other", "Ferries stand still.", at("12:03:00"));
    await door.doJobs();
    const change = async (said: Partial<ClientSaid>, now: Date) => {
      const before = await clientById(door.db, theirs.id);
      if (!before) throw new Error("there is a client");
      door.setNow(now.toISOString());
      const kept = { id: theirs.id, said: { ...before, ...said }, from: markOfClient(before) };
      await changeClient(door.db, { ...kept, by, at: now });
      const waiting = await door.db.selectFrom("job").select("kind").where("state", "=", "waiting").execute();
      await door.doJobs();
      return waiting.filter(({ kind }) => kind === "wire.labels").length;
    };
    expect(await change({ name: "The Quay", keywords: ["ferry"] }, at("12:30:00"))).toBe(0);
    expect(await theirs.lines(3)).toEqual([]);
    expect(await change({ jurisdictions: ["xv"] }, at("13:00:00"))).toBe(1);
    expect(await theirs.lines(3)).toEqual(["4 update v2 labels", "5 update v2 labels"]);
    expect(JSON.stringify(await theirs.items(3))).toContain("banned in XV");
    expect(await change({ labels: "data" }, at("14:00:00"))).toBe(1);
    expect(await theirs.lines(5)).toEqual(["6 update v3 labels", "7 update v3 labels"]);
    expect(await other.lines(3)).toEqual([]);

    const words = {
      en: "Its labels have changed; its words are the same.",
      ru: "Изменились пометы; текст тот же.",
      ar: "تغيّرت الإشارات؛ والنص كما هو.",
    } as const;
    const desk = door.as("editor");
    await desk.get("/desk/");
    const cookie = `wire=${await beginSession(door.db, { clientId: theirs.id, at: at("14:00:00") })}`;
    const times = (html: string, sentence: string) => html.split(sentence).length - 1;
    for (const language of ["en", "ru", "ar"] as const) {
      await door.db.updateTable("staff").set({ language }).where("id", "=", desk.staff.id).execute();
      expect(times(await desk.text(`/desk/house/clients/${theirs.id}`), words[language])).toBe(4);
      await door.db.updateTable("wire_client").set({ language }).where("id", "=", theirs.id).execute();
      const portal = async (path: string) => (await door.get(`/wire/portal${path}`, { cookie })).text();
      expect(times(await portal(""), words[language])).toBe(4);
      // Above its text, twice in what they were sent of this story, and in the text itself in its own language.
      expect(times(await portal("/items/6"), words[language])).toBe(language === "en" ? 4 : 3);
      expect(times(await portal("/items/3"), words[language])).toBe(0);
    }
    expect(door.broken).toEqual([]);
  }, 120_000);

  test(`${engine}: three hundred stories are sent again in rounds, each once, but none of long ago`, async () => {
    await using door = await openDoor(engine);
    await houseUnder(door, ["xk"]);
    const theirs = await client(door, { labels: "data", jurisdictions: ["xv"] });
    await law(door, [], at("12:01:00"));
    await story(door, "named", NAMING, at("12:02:00"));
    await growNewsroom(door.db, { stories: 299, house: 0 });
    for (const { id } of await door.db.selectFrom("article").select("id").execute())
      await putDown(door.db, { articleId: id, url: "https://strait.example", at: at("12:02:00") });
    // What else follows a publication is not asked here.
    await door.db.deleteFrom("job").execute();
    await door.db
      .updateTable("wire_delivery")
      .set({ made_at: "2026-08-20T12:00:00.000Z" })
      .where("number", "<=", 20)
      .execute();
    await law(door, ["xv"], at("13:00:00"));
    const rows = await door.db
      .selectFrom("wire_delivery")
      .select(["article_id", "kind", "reason"])
      .where("client_id", "=", theirs.id)
      .where("number", ">", 300)
      .execute();
    expect(rows.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual(
      Array.from({ length: 280 }, () => "update labels"),
    );
    expect(new Set(rows.map(({ article_id }) => article_id)).size).toBe(280);
    const rounds = await door.db.selectFrom("job").select("id").where("kind", "=", "wire.labels").execute();
    expect(rounds).toHaveLength(6);
    expect(door.broken).toEqual([]);
  }, 120_000);
}
