/**
 * Every form of the desk, filled in as its owner would and sent by everybody else: nothing is there for them, and
 * nothing in the store has changed. Then its owner sends the same, so that it is known to have been worth refusing.
 */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { draftArticle } from "#agency/articles/actions.ts";
import { makePreview } from "#agency/articles/previews.ts";
import { workingCopy } from "#agency/articles/working-copy.ts";
import { editions } from "#agency/editions/queries.ts";
import { arrangeFront } from "#agency/front/actions.ts";
import { stageEdits } from "#agency/labels/imports.ts";
import { organisationsAmong } from "#agency/labels/queries.ts";
import { keyOfName } from "#agency/labels/register.ts";
import { banGuest } from "#agency/replies/bans.ts";
import { reportReply } from "#agency/replies/reports.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { keepSource } from "#agency/sources/actions.ts";
import { addConfidential } from "#agency/sources/confidential.ts";
import { may, type Right, ROLES, type Role } from "#agency/staff/staff.ts";
import { addChannel, noteUse } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import { askToWithhold } from "#agency/withholding/actions.ts";
import type { Route } from "#lib/routes.ts";
import { keyIn } from "#outside/keys.ts";
import type { Db } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { JSON_BODIES, pageOf } from "#test/desk-forms.ts";
import { addressOf, type DeskPlace, deskPages } from "#test/desk-walk.ts";
import { changedSince, digests } from "#test/digests.ts";
import { type AtTheDesk, type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { filledIn, formsIn, type PageForm } from "#test/forms.ts";
import { TODAY } from "#test/newsroom/agency.ts";
import { jpeg } from "#test/pictures.ts";
import { readDocument } from "#text/document/schema.ts";
import { NO_COPY } from "#text/wire/copy.ts";
import { publicRoutes } from "../program.ts";

type Gated = Route & { readonly right: Right };

/** What its owner would send to an address; another body each time it is read from its page. */
type Sent = { readonly path: string; readonly by: (desk: AtTheDesk) => Promise<Response> };

for (const engine of engines) {
  test(`${engine}: a form that is not theirs does nothing for anybody, however well it is filled in`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await prepare(door);
    // What stories say is to come is read out of them by a job.
    await door.doJobs();
    const owner = door.as("administrator");
    for (const role of ROLES) await door.as(role).get("/desk/");
    const pages = await deskPages((path) => pageOf(owner, path));
    const posts = await routesOf(door);
    const all = posts.map(({ address }) => address);
    const routes = posts.filter(({ right }) => strangersTo(right).length > 0);
    expect(routes.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    const before = await digests(door.db);
    for (const { address, right } of routes) {
      const sent = await whatIsSent(door, pages, { address, all });
      if (!sent) wrong.push(`no page of the desk has a form for ${address}`);
      for (const role of strangersTo(right)) {
        const status = (await sent?.by(door.as(role)))?.status ?? 404;
        if (status !== 404) wrong.push(`${role} was answered ${status} by ${sent?.path}`);
      }
    }
    const changed = await changedSince(door.db, before);
    if (changed.length > 0) wrong.push(`who may not have changed ${changed.join(", ")}`);
    for (const { address } of routes) {
      const sent = await whatIsSent(door, pages, { address, all });
      const status = (await sent?.by(owner))?.status ?? 200;
      if (status !== 200 && status !== 303 && !LEADS_NOWHERE.includes(address))
        wrong.push(`its owner was answered ${status} by ${sent?.path}`);
    }
    expect(wrong).toEqual([]);
    expect(door.broken).toEqual([]);
  }, 240_000);
}

// There is no network in this world, so no card either; a picture is no list of organisations or events; and replies are
// decided that somebody has ticked.
const LEADS_NOWHERE = [
  "/desk/card",
  "/desk/register/+import",
  "/desk/timelines/{edition}/{slug}/import",
  "/desk/replies",
];

function strangersTo(right: Right): readonly Role[] {
  return ROLES.filter((role) => !may({ role }, right));
}

async function routesOf({ db, store }: Door): Promise<Gated[]> {
  const config = { data: store.data, keys: join(store.data, "keys"), url: "https://strait.example" };
  const routes = await publicRoutes(db, config, () => new Date());
  return routes
    .filter((route): route is Gated => route.method === "POST" && "right" in route)
    .filter(({ address }) => !address.endsWith("*"));
}

// --- What there has to be for every form to be shown ---

/** Somebody reports a reply, and who wrote it is banned. */
async function reportAndBan(db: Door["db"], by: string, at: Date): Promise<void> {
  const reply = await db
    .selectFrom("reply")
    .select(["id", "article_id"])
    .where("state", "=", "shown")
    .where("guest_id", "is not", null)
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  const nobody = {
    guestId: undefined,
    name: "",
    email: "",
    law: "",
    inGoodFaith: false,
    language: "en",
    addressKey: "",
  };
  const told = { kind: "rules", reason: "abuse", words: "It is rude." } as const;
  await reportReply(db, { ...nobody, ...told, replyId: reply.id, articleId: reply.article_id, at });
  await banGuest(db, { replyId: reply.id, days: 7, withNetwork: false, reason: "abuse", note: "", by, at });
}

async function prepare({ db, as, store }: Door): Promise<void> {
  const at = new Date(`${TODAY}T23:00:00Z`);
  const by = as("editor").staff.id;
  await reportAndBan(db, by, at);
  const [edition] = await editions(db);
  if (!edition) throw new Error("there is no edition to prepare");
  const link = { type: "link", attrs: { href: "https://strait.example/a" } };
  const text = { type: "text", text: "Words with a link.", marks: [link] };
  const document = readDocument({ type: "doc", content: [{ type: "paragraph", content: [text] }] });
  const draft = { edition, slug: "of-the-test", headline: "Of the test", standfirst: "", document, dateline: null };
  const { articleId: id } = await draftArticle(db, { ...draft, by, at });
  // What waits for an editor is the first thing they see.
  await db.updateTable("article").set({ state: "in-review" }).where("id", "=", id).execute();
  await makePreview(db, { articleId: id, days: 3, by, at });
  await arrangeFront(db, {
    edition,
    arrangement: { places: [], sections: [] },
    startsAt: new Date(at.getTime() + 48 * 60 * 60 * 1000),
    by,
    at,
  });
  await changeRegister(db, { by, at });
  await keepSource(db, {
    source: { id: "of-the-test", kind: "page", name: "Minutes", language: "en", url: "https://strait.example/old" },
    at,
  });
  const key = await keyIn(join(store.data, "keys"), "sources");
  const identity = { name: "Somebody", contact: "" };
  await addConfidential(db, { words: "a sailor", identity, key, by: as("administrator").staff.id, at });
  for (const forms of [["Quell Ambrose"], ["Ambrose Quell"]]) {
    const asked = { forms, pictureId: null, storyId: null, reason: "child", how: "destroy", note: "" } as const;
    await askToWithhold(db, { ...asked, by: as("editor").staff, at });
  }
  await wireComesIn(db, { articleId: id, by, at });
  await setSetting(db, { key: "mail.host", value: "mail.strait.example" });
  await db
    .insertInto("staff")
    .values(
      ["nils", "nora"].map((name) => ({
        id: `staff-${name}`,
        // First on the list.
        name: `A ${name}`,
        email: `${name}@strait.example`,
        role: "reporter",
        language: "en",
        email_verified: 1,
        two_factor_enabled: 0,
        suspended_at: name === "nora" ? at.toISOString() : null,
        removed_at: null,
        made_at: at.toISOString(),
        changed_at: at.toISOString(),
      })),
    )
    .execute();
  await enqueue(db, "search.index", { articleId: id }, at, { key: "of the test" });
  await db
    .updateTable("job")
    .set({ state: "dead", last_error: "the disk was full", ended_at: at.toISOString() })
    .where("key", "=", "of the test")
    .execute();
}

/** A feed that is asked, and an item that was corrected after a draft was made of it. */
async function wireComesIn(
  db: Db,
  { articleId, by, at }: { readonly articleId: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const facts = { kind: "feed", name: "A feed", address: "https://strait.example/feed", language: null } as const;
  const more = { editionId: null, rightsHolder: "", usageTerms: "", everyMinutes: null };
  const channelId = await addChannel(db, { facts: { ...facts, ...more }, by, at });
  const copy = { ...NO_COPY, id: "urn:of:the:test", headline: "Of the wire", versionCreated: at } as const;
  const body = { format: "text", words: "Words of the wire." } as const;
  await keepArrivals(db, { channelId, format: "rss", copies: [{ ...copy, body, version: 1 }], at });
  const { id } = await db
    .selectFrom("wire_item")
    .select("id")
    .where("channel_id", "=", channelId)
    .executeTakeFirstOrThrow();
  await noteUse(db, { id, articleId, left: [{ what: "topic", name: "Weather" }], by, at });
  const corrected = { ...copy, body, version: 2, signal: "correction", note: "As it is." } as const;
  await keepArrivals(db, { channelId, format: "rss", copies: [corrected], at });
}

/** A change that waits, and a designation that is no longer on its list. */
async function changeRegister(db: Db, { by, at }: { by: string; at: Date }): Promise<void> {
  const [one, other] = await organisationsAmong(db, undefined, { withOff: true });
  if (!one || !other) throw new Error("there are organisations");
  await stageEdits(db, { edits: [{ before: one, after: { ...one, designations: [] } }], name: "Of the test", by, at });
  const gone = { list: "un", vanished_on: TODAY, ends_on: null };
  await db.updateTable("designation").set(gone).where("organisation_id", "=", other.id).execute();
}

// --- What is sent ---

const SOURCE_FIELDS = { kind: "page", url: "https://strait.example/minutes", publishedOn: "2026-11", language: "en" };

/** What a form takes that is more than a word in every field. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/desk/articles/new": { original: "" },
  "/desk/articles/{id}/move": { move: "mark-ready" },
  "/desk/events/{event}": { precision: "day", date: "2026-11-20", until: "", season: "", moreSources: "" },
  "/desk/front/{edition}/banner": { href: "/en/about", until: "" },
  "/desk/house/agency": { "accent-light": "", "accent-dark": "" },
  "/desk/house/advice": {
    address: "https://classifier.strait.example/",
    secret: "sixteen letters!",
    akismet: "a1b2c3d4e5f6",
  },
  "/desk/house/embed": { site: "https://paper.example", edition: "*" },
  "/desk/house/clients/{client}": { email: "", language: "en", jurisdictions: "xk" },
  "/desk/house/clients/{client}/channels": { kind: "mail", address: "in@client.example" },
  "/desk/house/wire": { "wire.acknowledge-minutes": "60" },
  "/desk/house/mail": { host: "mail.strait.example", port: "", sender: "" },
  "/desk/house/menus/{edition}": { do: "keep", "head-text": "", "head-href": "" },
  "/desk/register/+new": {
    language: "en",
    jurisdiction: "xk",
    reference: "",
    id: "",
    "wording-other-tag": "",
    "wording-other": "",
  },
  "/desk/register/{organisation}/names/{name}": { language: "en", "own-other-tag": "", "own-other": "" },
  "/desk/register/{organisation}/designations/{designation}": {
    jurisdiction: "xk",
    reference: "",
    "wording-other-tag": "",
    "wording-other": "",
  },
  "/desk/sources": SOURCE_FIELDS,
  "/desk/sources/{source}": SOURCE_FIELDS,
  "/desk/sources/{source}/keep": { text: "What it said.", file: "" },
  "/desk/withhold": { forms: "Nora Quell", picture: "", article: "", where: "everywhere", reason: "child" },
  "/desk/wire/+channels/+new": {
    do: "keep",
    kind: "feed",
    name: "Another feed",
    address: "https://strait.example/another",
    language: "",
    every: "",
  },
  "/desk/wire/+channels/{channel}": { language: "", every: "", address: "https://strait.example/moved" },
  "/desk/wire-copy": { file: "", copy: "HARBOUR, Nov 20 (Agency) - The ferries sail again.\n\nThey sail from Monday." },
};

/** A line of the address book, among all of them: `/desk/articles/new` is no article. */
const TICKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/desk/register/{organisation}": { name: markOf(keyOfName({ text: "ISIS", language: "en" })) },
};

type Wanted = { readonly address: string; readonly all: readonly string[] };

async function whatIsSent(door: Door, pages: readonly DeskPlace[], wanted: Wanted): Promise<Sent | undefined> {
  const { address } = wanted;
  const json = JSON_BODIES[address];
  if (json !== undefined) {
    const { id } = await door.db
      .selectFrom("article")
      .select("id")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    const path = address.replace("{id}", id);
    const version = (await workingCopy(door.db, id))?.version;
    return { path, by: (desk) => desk.send(path, { ...json, from: version }) };
  }
  const owner = door.as("administrator");
  for (const { path, html } of pages) {
    // Whoever is signed out, or in another role, could not be asked again.
    if (ROLES.some((role) => path.endsWith(`/staff-${role}`)) || !formFor(wanted, html, path)) continue;
    // What was done since may have changed what the page says.
    const form = formFor(wanted, (await pageOf(owner, path)) ?? "", path);
    if (form) return { path: form.action, by: async (desk) => desk.post(form.action, await filled(address, form)) };
  }
  return undefined;
}

function formFor({ address, all }: Wanted, html: string, path: string): PageForm | undefined {
  return formsIn(html, path).find(({ method, action }) => method === "post" && addressOf(action, all) === address);
}

async function filled(address: string, { fields, buttons: [button] }: PageForm): Promise<FormData> {
  const form = new FormData();
  const told = FIELDS[address] ?? {};
  for (const [at, field] of [...fields, ...(button ? [button] : [])].entries()) {
    const value = told[field.name];
    if (value !== undefined) form.append(field.name, value);
    else if (field.kind === "file") form.append(field.name, new File([await jpeg({ width: 80 + at })], "quay.jpg"));
    else form.append(field.name, filledIn(field, at));
  }
  // Boxes that nobody has ticked are in no form.
  for (const [name, value] of Object.entries(TICKED[address] ?? {})) form.append(name, value);
  return form;
}
