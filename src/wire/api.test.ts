import { expect, test } from "bun:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { addClient, makeToken } from "#agency/clients/actions.ts";
import { SCOPES, type Scope } from "#agency/clients/clients.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { addConfidential } from "#agency/sources/confidential.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { readDocument } from "#text/document/schema.ts";

const AT = new Date("2026-11-20T12:00:00Z");

type OpenApi = {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly parameters: readonly { readonly name: string; readonly in: string; readonly example?: string }[];
          readonly responses: Readonly<
            Record<
              string,
              { readonly content?: Readonly<Record<string, { schema: { $ref: string }; example: object }>> }
            >
          > & {
            readonly "200": {
              readonly content: { readonly "application/json": { readonly schema: { $ref: string }; example: object } };
            };
          };
        };
      }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

async function tokenWith(door: Door, scopes: readonly Scope[], jurisdictions: readonly string[] | null = null) {
  const id = await addClient(door.db, {
    said: {
      ...{
        name: "A reader",
        email: "",
        language: "en",
        labels: "text",
        jurisdictions,
        terms: "",
        takesEmbargoed: false,
      },
      ...{ editions: [], sections: [], topics: [], keywords: [] },
    },
    by: "t",
    at: AT,
  });
  const token = await makeToken(door.db, { clientId: id, scopes, by: "t", at: AT });
  return (path: string, headers: Record<string, string> = {}) =>
    door.get(path, { authorization: `Bearer ${token}`, ...headers });
}

async function correctOne({ db }: Door): Promise<void> {
  const { id } = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("article.id")
    .where("edition.code", "=", "en")
    .where("article.state", "=", "published")
    .executeTakeFirstOrThrow();
  const asked = { askedBy: "", isAskerPublic: false } as const;
  const correction = { oldWords: "two", newWords: "three", severity: "minor", ...asked } as const;
  const change = { kind: "correction", sentence: "There were three.", correction } as const;
  await publishArticle(db, { articleId: id, change, by: "staff-editor", at: AT });
}

async function draftOne({ db }: Door): Promise<string> {
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("no edition");
  const document = readDocument({ type: "doc", content: [{ type: "paragraph" }] });
  const draft = { edition, slug: "a-draft", headline: "A draft", standfirst: "", document, dateline: null };
  return (await draftArticle(db, { ...draft, by: "staff-editor", at: AT })).articleId;
}

/** The names of an answer and of the first thing in its list. */
function namesIn(said: object): readonly string[] {
  const [first] = "items" in said && Array.isArray(said.items) ? said.items : [];
  return [...Object.keys(said), ...Object.keys(first ?? {})].toSorted();
}

const json = async (answer: Response | Promise<Response>) => (await answer).json();

for (const engine of engines) {
  test(`${engine}: the OpenAPI document holds before somebody else's validator, and every operation answers as it says`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const document: OpenApi = await json(door.get("/wire/api/openapi.json"));
    const checked = await new Validator().validate(structuredClone(document));
    expect(checked).toEqual({ valid: true });
    const ask = await tokenWith(door, SCOPES);
    await correctOne(door);
    const { items } = await json(ask("/wire/api/articles?edition=en&limit=40"));
    const timelines = await json(ask("/wire/api/timelines?edition=en"));
    const withSources: string[] = [];
    for (const { id } of items) {
      const found = await json(ask(`/wire/api/sources?article=${id}`));
      if (found.items.length > 0) withSources.push(id);
    }
    const story = withSources[0] ?? "";
    const [source] = (await json(ask(`/wire/api/sources?article=${story}`))).items;
    const [organisation] = (await json(ask("/wire/api/labels"))).items;
    const given: Readonly<Record<string, string>> = {
      article: story,
      source: source.id,
      organisation: organisation.id,
      timeline: timelines.items[0].slug,
    };
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    ajv.addSchema({ $id: "all", components: document.components });
    const answered: string[] = [];
    for (const [path, { get }] of Object.entries(document.paths)) {
      const query = new URLSearchParams(
        get.parameters.flatMap(({ name, in: where, example }) => {
          const value = example ?? given[name];
          return where === "query" && value !== undefined && name !== "page" ? [[name, value]] : [];
        }),
      );
      const asked = `/wire/api${path.replace(/\{(\w+)\}/, (_, name) => given[name] ?? "")}?${query}`;
      const answer = await ask(asked);
      expect([asked, answer.status]).toEqual([asked, 200]);
      const said = await answer.json();
      const holds = ajv.compile({ $ref: `all${get.responses["200"].content["application/json"].schema.$ref}` });
      expect([asked, holds(said), holds.errors ?? []]).toEqual([asked, true, []]);
      // Its examples are of the same shape as the answer, down to the names of what stands in it.
      expect([asked, namesIn(get.responses["200"].content["application/json"].example)]).toEqual([
        asked,
        namesIn(said),
      ]);
      for (const [status, { content = {} }] of Object.entries(get.responses))
        for (const [type, { schema, example }] of Object.entries(content)) {
          const fits = ajv.compile({ $ref: `all${schema.$ref}` });
          expect([path, status, type, fits(example), fits.errors ?? []]).toEqual([path, status, type, true, []]);
        }
      if ("items" in said ? said.items.length > 0 : true) answered.push(path);
      const etag = answer.headers.get("etag") ?? "";
      expect([asked, (await ask(asked, { "if-none-match": etag })).status]).toEqual([asked, 304]);
    }
    // What is refused is refused in the words of the examples.
    const responses = document.paths["/articles/{article}"]?.get.responses;
    const told = (status: string) => responses?.[status]?.content?.["application/problem+json"]?.example;
    const onlyArticles = await tokenWith(door, ["articles"]);
    const forLabels = document.paths["/labels"]?.get.responses["403"]?.content?.["application/problem+json"]?.example;
    expect(await json(door.get("/wire/api/articles/nothing"))).toEqual(told("401"));
    expect(await json(ask("/wire/api/articles/nothing"))).toEqual(told("404"));
    expect(await json(ask("/wire/api/articles?edition=en&limit=1000"))).toEqual(told("400"));
    expect(await json(onlyArticles("/wire/api/labels"))).toEqual(forLabels);
    let last = await ask("/wire/api/articles/nothing");
    for (let time = 0; time < 121 && last.status !== 429; time++) last = await ask("/wire/api/articles/nothing");
    expect(await last.json()).toEqual(told("429"));
    expect(answered.toSorted()).toEqual(Object.keys(document.paths).toSorted());
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: a list is read on to its end without repetition; what is asked wrongly is said`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const ask = await tokenWith(door, ["articles", "corrections"]);
    const ids: string[] = [];
    for (let next: string | null = "/wire/api/articles?edition=en&limit=3"; next !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = await json(ask(next));
      ids.push(...page.items.map(({ id }) => id));
      next = page.next?.replace("https://strait.example", "") ?? null;
    }
    const all = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select("article.id")
      .where("edition.code", "=", "en")
      .where("article.state", "=", "published")
      .execute();
    expect(ids.length).toBeGreaterThan(6);
    expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    for (const [path, status, said] of [
      ["/wire/api/articles", 400, '"edition" is one of'],
      ["/wire/api/articles?edition=en&limit=1000", 400, '"limit" is a number'],
      ["/wire/api/articles?edition=en&before=yesterday", 400, '"before" is taken from'],
      ["/wire/api/articles?edition=en&before=2026-99-99T00:00:00.000Z_x", 400, '"before" is taken from'],
      ["/wire/api/articles/nothing", 404, "not published"],
      ["/wire/api/labels", 403, 'does not open "labels"'],
    ] as const) {
      const answer = await ask(path);
      const { detail } = await answer.json();
      expect([path, answer.status, detail.includes(said)]).toEqual([path, status, true]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
    expect((await door.get("/wire/api/articles?edition=en")).status).toBe(401);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: nothing is told that readers are not: no draft, no confidential source; labels follow the client's law`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const ask = await tokenWith(door, SCOPES);
    const draft = await draftOne(door);
    expect((await ask(`/wire/api/articles/${draft}`)).status).toBe(404);
    expect((await ask(`/wire/api/sources?article=${draft}`)).status).toBe(400);
    expect((await ask(`/wire/api/events?edition=en&article=${draft}`)).status).toBe(400);
    const identity = { name: "Somebody", contact: "" };
    await addConfidential(door.db, { words: "a sailor", identity, key: "k", by: "staff-editor", at: AT });
    const { id: sailor } = await door.db
      .selectFrom("source")
      .select("id")
      .where("is_confidential", "=", 1)
      .executeTakeFirstOrThrow();
    expect((await ask(`/wire/api/sources/${sailor}`)).status).toBe(404);
    const nowhere = await tokenWith(door, SCOPES, ["zz"]);
    const labelled: string[] = [];
    const { items } = await json(ask("/wire/api/articles?edition=en&limit=60"));
    for (const { id } of items) {
      const [own, other] = [
        await json(ask(`/wire/api/articles/${id}`)),
        await json(nowhere(`/wire/api/articles/${id}`)),
      ];
      if (own.text !== other.text) labelled.push(id);
      expect(other.labels.flatMap(({ labels }: { labels: unknown[] }) => labels)).toEqual([]);
    }
    expect(labelled.length).toBeGreaterThan(0);
    expect(door.broken).toEqual([]);
  });
}
