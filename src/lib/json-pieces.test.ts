import { expect, test } from "bun:test";
import fc from "fast-check";
import { type JsonFound, JsonProblem, jsonPieces, type Way } from "./json-pieces.ts";

async function found(text: string, isWanted: (way: Way) => boolean, size = 3): Promise<readonly JsonFound[]> {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  };
  const all: JsonFound[] = [];
  for await (const some of jsonPieces(pieces(), { isWanted, longest: 1000 })) all.push(...some);
  return all;
}

const posts = ([first, , ...more]: Way) => first === "posts" && more.length === 0;
const isPost = (way: Way) => way.length === 2 && posts(way);

test("what is asked for is handed over whole, with its way, and nothing else is", async () => {
  const text = JSON.stringify({
    members: [{ posts: [1, { posts: "x" }] }],
    'po"sts': [0],
    posts: [{ title: 'A "quoted" \\ one', n: [1.5e3, null, true] }, "two", 3, []],
    title: "after",
  });
  expect(await found(text, isPost)).toEqual([
    { way: ["posts", 0], value: { title: 'A "quoted" \\ one', n: [1500, null, true] } },
    { way: ["posts", 1], value: "two" },
    { way: ["posts", 2], value: 3 },
    { way: ["posts", 3], value: [] },
  ]);
  expect(await found(text, (way) => way[0] === "title")).toEqual([{ way: ["title"], value: "after" }]);
  expect(await found("\ufeff 12 ", () => true)).toEqual([{ way: [], value: 12 }]);
});

test("every JSON, cut anywhere, is what JSON.parse makes of it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.jsonValue(),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(undefined, 2),
      async (value, size, space) => {
        const text = JSON.stringify(value, null, space);
        expect(await found(text, () => true, size)).toEqual([{ way: [], value: JSON.parse(text) }]);
        expect(await found(text, () => false, size)).toEqual([]);
      },
    ),
  );
});

test.each([
  ["", "is empty (line 1, column 1)"],
  ['{"a": [1, 2', "ends in the middle (line 1, column 12)"],
  ['{"a": "x', "ends in the middle (line 1, column 9)"],
  ['{"a": 1}\n{', "is not JSON: a value stands where there can be none (line 2, column 1)"],
  ['{"a"\n 1}', "is not JSON: a value stands where there can be none (line 2, column 2)"],
  ["[1,]", 'is not JSON: "]" stands where it cannot (line 1, column 4)'],
  ["[1}", 'is not JSON: "}" stands where it cannot (line 1, column 3)'],
  ['{"a":\n"b\n"}', "is not JSON: a text goes over the end of its line (line 2, column 3)"],
  ["[nul]", "is not JSON: nul is no value (line 1, column 5)"],
  ["[01]", "is not JSON: 01 is no value (line 1, column 4)"],
  ["<xml/>", 'is not JSON: "<" stands where it cannot (line 1, column 1)'],
  ["[".repeat(300), "is more than 256 levels deep (line 1, column 257)"],
])("what is no JSON is said with its place: %p", async (text, says) => {
  for (const isWanted of [isPost, () => false])
    await expect(found(text, isWanted)).rejects.toThrow(new JsonProblem(says));
});

test("a value too long to be held is refused, and one nobody asked for is not", async () => {
  const text = JSON.stringify({ posts: ["x".repeat(2000)] });
  await expect(found(text, isPost)).rejects.toThrow("has a value longer than");
  expect(await found(text, () => false)).toEqual([]);
});
