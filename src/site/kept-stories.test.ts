import { expect, test } from "bun:test";
import { publishArticle } from "#agency/articles/actions.ts";
import { saveCopy, workingCopy } from "#agency/articles/working-copy.ts";
import { setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import { keepPerson } from "#agency/people/actions.ts";
import { editReply, eraseGuest, guestWith, postReply, withdrawReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { answerAsStaff } from "#agency/replies/desk-acts.ts";
import { type ShownReply, topicOfReplies } from "#agency/replies/replies.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { newId } from "#lib/ids.ts";
import type { Db } from "#store/db.ts";
import { bump, recall } from "#store/topics.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines, NOON, openTestStore } from "#test/engines.ts";
import { readRegister } from "#text/labels/labels.ts";
import { type Around, openKeptStories } from "./kept-stories.ts";
import { NOTHING_PRINTED, type PrintedReplies } from "./printed-replies.ts";

const SLUG = "outer-quay";
const STORY = `/en/${SLUG}`;
const QUOTE = "Today nothing that draws more than eleven metres can enter.";
const KEYS = { address: "an address key", index: "an index key", challenge: "a challenge key" };
const at = new Date(NOON);
const by = "the test";

type Said = { readonly text: string; readonly parent?: string; readonly quote?: string };
type Kept = { readonly replyId: string; readonly guestId: string };

/** A reply that is shown, of a reader of its own. */
async function say(db: Db, { text, parent = "", quote = "" }: Said): Promise<Kept> {
  const posted = await postReply(db, {
    articleId: await idOfStory(db),
    name: `Reader of ${text.slice(0, 12)}`,
    email: "",
    text,
    quote,
    kind: "reply",
    parent,
    challenge: undefined,
    guestToken: undefined,
    keys: KEYS,
    at,
  });
  if (!("replyId" in posted)) throw new Error(`"${text}" is not taken`);
  const { replyId, guestToken } = posted;
  await decideReplies(db, { chosen: { ids: [replyId] }, to: "shown", reason: null, note: "", by, at });
  return { replyId, guestId: (await guestWith(db, guestToken))?.id ?? "" };
}

async function idOfStory(db: Db): Promise<string> {
  const { id } = await db.selectFrom("article").select("id").where("slug", "=", SLUG).executeTakeFirstOrThrow();
  return id;
}

async function register(db: Db, id: string, name: string, from: string): Promise<void> {
  const read = readRegister({
    organisations: [
      {
        id,
        names: [{ text: name, lang: "en", kind: "full" }],
        designations: [{ jurisdiction: "un", authority: "Court", from, wording: { en: `banned as ${id}` } }],
      },
    ],
  });
  if ("problems" in read) throw new Error(read.problems[0]);
  await importRegister(db, { register: read.register, at });
}

/** Publishes the story with other words in its body. */
async function rewrite(db: Db, old: string, words: string): Promise<void> {
  const articleId = await idOfStory(db);
  const copy = await workingCopy(db, articleId);
  if (!copy) throw new Error("the story has a working copy");
  const document = JSON.parse(JSON.stringify(copy.text.document).replaceAll(old, words));
  const saved = await saveCopy(db, { articleId, from: copy.version, text: { ...copy.text, document }, by, at });
  if (!("version" in saved)) throw new Error("nobody else writes on the story");
  await publishArticle(db, { articleId, by, at });
}

/** Who signs the story, by another name. */
async function rename(db: Db, name: string): Promise<void> {
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("there is an edition");
  await keepPerson(db, { edition, slug: "tomas-harrow", name, office: "reporter", about: "", at });
}

async function policy(db: Db, scope: "every" | "none"): Promise<void> {
  await setEdition(db, { code: "en", settings: { labelPolicy: { ...DEFAULT_POLICY, scope } }, by, at });
}

type Step = {
  readonly what: string;
  readonly act: (door: Door, said: Readonly<Record<"asked" | "answer" | "named" | "quoted", Kept>>) => Promise<unknown>;
  readonly comes?: string;
  readonly goes?: string;
};

/** In their order: each begins where the one before it ended. */
const STEPS: readonly Step[] = [
  {
    what: "a reply is written",
    act: ({ db }) => say(db, { text: "And I say this besides." }),
    comes: "And I say this besides.",
  },
  {
    what: "an organisation comes into the register",
    act: ({ db }) => register(db, "dawn", "Crimson Daybreak", "2020-01-01"),
    comes: "banned as dawn",
  },
  {
    what: "a designation that begins tomorrow comes into it",
    act: ({ db }) => register(db, "dusk", "Pale Evening", "2026-11-24"),
  },
  { what: "its day comes", act: async (door) => door.setNow("2026-11-24T12:00:00Z"), comes: "banned as dusk" },
  { what: "the policy prints no labels", act: ({ db }) => policy(db, "none"), goes: "banned as dawn" },
  { what: "the policy prints them again", act: ({ db }) => policy(db, "every"), comes: "banned as dawn" },
  {
    what: "its own writer says it better",
    act: ({ db }, { named }) => editReply(db, { ...named, text: "Crimson Daybreak was there, I should say.", at }),
    comes: "I should say.",
    goes: "I think.",
  },
  {
    what: "somebody of the newsroom answers under the name of the byline",
    act: ({ db }, { asked }) =>
      answerAsStaff(db, { replyId: asked.replyId, text: "It was I.", staffName: "Tomas Harrow", by, at }),
    comes: "author of the story",
  },
  {
    what: "the name in the byline is another",
    act: ({ db }) => rename(db, "Tomas Harrow-Lind"),
    comes: "of the newsroom",
    goes: "author of the story",
  },
  {
    what: "the sentence somebody speaks of is another",
    act: ({ db }) => rewrite(db, "eleven metres", "twelve metres"),
  },
  {
    what: "the agency has another name",
    act: ({ db }) => setSetting(db, { key: "agency.name.en", value: "Quay Wire" }),
    comes: "Quay Wire",
  },
  {
    what: "who was answered is erased with all words",
    act: ({ db }, { asked }) => eraseGuest(db, { guestId: asked.guestId, at }),
    goes: "Who was on the quay?",
  },
  {
    what: "a writer takes a reply back",
    act: ({ db }, { answer }) => withdrawReply(db, { ...answer, at }),
    goes: "I was, with my dog.",
  },
  {
    what: "the desk takes a reply away",
    act: ({ db }, { quoted }) =>
      decideReplies(db, { chosen: { ids: [quoted.replyId] }, to: "refused", reason: "off-topic", note: "", by, at }),
    goes: "That is not so.",
  },
];

for (const engine of engines) {
  test(`${engine}: whatever a story's page or a reply on it hangs on, the page says it as one that is printed whole`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { db } = door;
    const asked = await say(db, { text: "Who was on the quay?" });
    const said = {
      asked,
      answer: await say(db, { text: "I was, with my dog.", parent: asked.replyId }),
      named: await say(db, { text: "Crimson Daybreak and Pale Evening were there, I think." }),
      quoted: await say(db, { text: "That is not so.", quote: QUOTE }),
    };
    await door.text(STORY);
    for (const { what, act, comes, goes } of STEPS) {
      const shows = (page: string) => [comes, goes].map((words) => words !== undefined && page.includes(words));
      expect({ what, shows: shows(await door.text(STORY)) }).toEqual({ what, shows: [false, goes !== undefined] });
      await act(door, said);
      const after = await door.text(STORY);
      expect({ what, shows: shows(after) }).toEqual({ what, shows: [comes !== undefined, false] });
      expect({ what, same: after === (await door.afresh(STORY)) }).toEqual({ what, same: true });
    }
    expect(door.broken).toEqual([]);
  }, 120_000);

  test(`${engine}: the same words are printed for each edition by its own law and in its own language`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const stories = ["/en/ferry-strike", "/ru/zabastovka-paromov", "/ar/idrab-al-abbarat"];
    for (const turn of ["first", "second"])
      for (const path of stories) {
        const { id } = await door.db
          .selectFrom("article")
          .select("id")
          .where("slug", "=", path.split("/").at(-1) ?? "")
          .executeTakeFirstOrThrow();
        expect({ turn, path, same: (await door.text(path)) === (await door.afresh(path)) }).toEqual({
          turn,
          path,
          same: true,
        });
        await bump(door.db, [topicOfReplies(id)]);
      }
  }, 120_000);

  test(`${engine}: what is kept holds for one state of its topics and one day, and a new list of stories leaves the replies`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const stories = openKeptStories();
    const around = aStory("first");
    const replies = ofOneReply("<p>A reply.</p>");
    await (await stories.at(db, "/en/a", at)).keep(around, replies);
    expect(await stories.at(db, "/en/a", at)).toMatchObject({ around, replies });
    expect((await stories.at(db, "/en/b", at)).around).toBeUndefined();

    await bump(db, [topicOfReplies("first")]);
    expect(await stories.at(db, "/en/a", at)).toMatchObject({ around, replies });
    await bump(db, ["section:economy"]);
    expect(await stories.at(db, "/en/a", at)).toMatchObject({ around: undefined, replies });
    await (await stories.at(db, "/en/a", at)).keep(around, replies);
    expect(await stories.at(db, "/en/a", at)).toMatchObject({ around, replies });

    const tomorrow = new Date(at.getTime() + 24 * 60 * 60 * 1000);
    expect(await stories.at(db, "/en/a", tomorrow)).toMatchObject({ around: undefined, replies: NOTHING_PRINTED });
    for (const topic of ["register", "editions", "settings", "article:first", "people:en"]) {
      await (await stories.at(db, "/en/a", at)).keep(around, replies);
      await bump(db, [topic]);
      expect(await stories.at(db, "/en/a", at)).toMatchObject({ around: undefined, replies: NOTHING_PRINTED });
    }
  });

  test(`${engine}: words that were called back are not kept, nor what was being printed meanwhile`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const stories = openKeptStories();
    const words = ofOneReply("<p>Words.</p>");
    await (await stories.at(db, "/en/a", at)).keep(aStory("first"), words);
    await (await stories.at(db, "/en/b", at)).keep(aStory("second"), words);
    const late = await stories.at(db, "/en/a", at);
    const topic = topicOfReplies("first");
    await recall(db, [topic]);
    stories.moved([topic], [topic]);
    expect(stories.size().stories).toBe(1);
    await late.keep(aStory("first"), words);
    expect(stories.size().stories).toBe(1);
    await (await stories.at(db, "/en/a", at)).keep(aStory("first"), words);
    expect(stories.size().stories).toBe(2);
  });
}

test("what was printed of a story and is asked for no more goes within a day", async () => {
  await using store = await openTestStore("sqlite");
  const { db } = store;
  const stories = openKeptStories();
  await (await stories.at(db, "/en/a", at)).keep(aStory("first"), ofOneReply("<p>Words.</p>"));
  const evening = new Date(at.getTime() + 7 * 60 * 60 * 1000);
  await (await stories.at(db, "/en/b", evening)).keep(aStory("second"), ofOneReply("<p>Words.</p>"));
  expect(stories.size().stories).toBe(1);
});

test("what is kept of stories stays within its bytes: the one that was printed longest ago goes first", async () => {
  await using store = await openTestStore("sqlite");
  const { db } = store;
  const stories = openKeptStories(100_000);
  const keep = async (path: string, letters: number) =>
    (await stories.at(db, path, at)).keep(aStory(path), ofOneReply("x".repeat(letters)));
  for (const path of ["/en/a", "/en/b", "/en/c"]) await keep(path, 15_000);
  expect(stories.size()).toMatchObject({ stories: 3 });
  await keep("/en/a", 15_000);
  await keep("/en/d", 15_000);
  expect(stories.size().bytes).toBeLessThanOrEqual(100_000);
  const is = async (path: string) => (await stories.at(db, path, at)).around !== undefined;
  expect([await is("/en/a"), await is("/en/b"), await is("/en/c"), await is("/en/d")]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  await keep("/en/e", 60_000);
  expect(await is("/en/e")).toBe(false);
  expect(await is("/en/d")).toBe(true);
});

function ofOneReply(html: string): PrintedReplies {
  const reply = { id: "a reply", text: "", quote: "" } as ShownReply; // nothing else of it is asked for here
  return { replies: new Map([[reply.id, { reply, answers: undefined, html }]]), threads: new Map() };
}

/** As the site keeps one: its article has that id. */
function aStory(id: string): Around {
  const edition = { code: "en", timeZone: "Europe/Istanbul" };
  const topics = ["editions", "settings", "register", `article:${id}`, "people:en", "section:economy"];
  return {
    // Nothing else of it is asked for here.
    visit: { edition } as Around["visit"],
    article: { id, slug: newId(at), document: { type: "doc", content: [] }, publishedAt: at, authors: [] },
    labeller: {} as Around["labeller"],
    before: "<article>",
    after: "</article>",
    form: "",
    topics: [...topics, topicOfReplies(id)],
  };
}
