import { expect, test } from "bun:test";
import { formOf } from "./form.ts";

const posted = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers });

test("fields come trimmed, with one kind of line end, and what was not sent is empty", async () => {
  const read = await formOf(posted(new URLSearchParams({ text: " one\r\ntwo \r\n" })));
  expect("form" in read && read.form.text("text")).toBe("one\ntwo");
  expect("form" in read && read.form.text("name")).toBe("");
  expect("form" in read && read.form.has("name")).toBe(false);
});

test("a NUL is left out, which one of the stores keeps nowhere", async () => {
  const read = await formOf(posted(new URLSearchParams({ text: "fe\0rry", only: "\0" })));
  expect("form" in read && read.form.text("text")).toBe("ferry");
  expect("form" in read && read.form.text("only")).toBe("");
});

test("files come apart from fields, an empty one not at all", async () => {
  const data = new FormData();
  data.append("picture", new File(["x"], "a.jpg", { type: "image/jpeg" }));
  data.append("picture", new File([], ""));
  data.append("credit", "Ilse");
  const read = await formOf(posted(data));
  expect("form" in read && read.form.files("picture").map(({ name }) => name)).toEqual(["a.jpg"]);
  expect("form" in read && read.form.texts("picture")).toEqual([]);
  expect("form" in read && read.form.text("credit")).toBe("Ilse");
});

test("more fields than any form has are too many", async () => {
  const fields = (count: number) =>
    new URLSearchParams(Array.from({ length: count }, (_, at) => ["event", String(at)]));
  const most = await formOf(posted(fields(10_000)));
  expect("form" in most && most.form.texts("event")).toHaveLength(10_000);
  expect(await formOf(posted(fields(10_001)))).toEqual({ problem: "too-large" });
});

test("a body that is too large, with or without a length, and one that is no form are said apart", async () => {
  const large = new URLSearchParams({ text: "x".repeat(2_000) });
  expect(await formOf(posted(large), { mostBytes: 1_000 })).toEqual({ problem: "too-large" });
  const streamed = new Blob([large.toString()]).stream();
  expect(await formOf(posted(streamed), { mostBytes: 1_000 })).toEqual({ problem: "too-large" });
  expect(await formOf(posted("{}", { "content-type": "application/json" }))).toEqual({ problem: "not-a-form" });
});
