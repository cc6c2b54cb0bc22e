import { expect, test } from "bun:test";
import { addressBook, type Route } from "./routes.ts";

const route = (address: string, parameters: readonly string[] = []): Route => ({
  method: "GET",
  address,
  parameters,
  kept: "pages",
  answer: async () => new Response(address),
});

const find = addressBook([
  route("/{edition}/search", ["q", "before"]),
  route("/{edition}/archive/{yyyy}/{mm}"),
  route("/{edition}/feed.xml"),
  route("/{edition}/labels/{organisation}.json"),
  route("/{edition}/labels/{organisation}"),
  route("/{edition}/{slug}"),
  route("/desk/*"),
]);
const found = (path: string, method = "GET") => {
  const url = new URL(path, "http://localhost");
  return find(method, url, new Request(url));
};

test("an address is found by its steps, a fixed step before a named one", () => {
  expect(found("/en/search")?.route.address).toBe("/{edition}/search");
  expect(found("/en/ferry-strike")?.visit.steps).toEqual({ edition: "en", slug: "ferry-strike" });
  expect(found("/en/archive/2026/11")?.visit.steps).toEqual({ edition: "en", yyyy: "2026", mm: "11" });
});

test("a full stop in an address is a full stop", () => {
  expect(found("/en/feedxxml")?.route.address).toBe("/{edition}/{slug}");
});

test("a step with an end written after it is the step without it", () => {
  const steps = { edition: "en", organisation: "un-qde.115" };
  expect(found("/en/labels/un-qde.115.json")?.visit.steps).toEqual(steps);
  expect(found("/en/labels/un-qde.115.json")?.route.address).toBe("/{edition}/labels/{organisation}.json");
  expect(found("/en/labels/un-qde.115")?.visit.steps).toEqual(steps);
  expect(found("/en/labels/un-qde.115")?.route.address).toBe("/{edition}/labels/{organisation}");
});

test("parameters nobody declared change nothing, declared ones are in one order", () => {
  expect(found("/en/ferry-strike?utm_source=x")?.key).toBe("/en/ferry-strike");
  expect(found("/en/search?before=2&q=a%20b&x=1")?.key).toBe("/en/search?q=a+b&before=2");
});

test("letters encoded without need make no second address", () => {
  expect(found("/%65n/ferry%2Dstrike")?.key).toBe("/en/ferry-strike");
  expect(found("/%65n/ferry%2Dstrike")?.visit.path).toBe("/en/ferry-strike");
  expect(found("/en/a%2Fb")?.key).toBe("/en/a%2Fb");
});

test("an address has one who answers", () => {
  expect(() => addressBook([route("/{edition}/"), route("/{edition}/")])).toThrow("two routes answer GET /{edition}/");
});

test("HEAD is answered where GET is, other methods are not", () => {
  expect(found("/en/search", "HEAD")).toBeDefined();
  expect(found("/en/search", "POST")).toBeUndefined();
});

test("a broken percent-encoding and an unknown address find nothing", () => {
  expect(found("/en/%E0%A4%A")).toBeUndefined();
  expect(found("/desk/%FF")).toBeUndefined();
  expect(found("/en/a/b/c/d")).toBeUndefined();
});

test("a NUL names nothing in a step and is left out of a parameter", () => {
  expect(found("/en/ferry%00strike")).toBeUndefined();
  expect(found("/en/search?q=fe%00rry&before=%00")?.visit.query).toEqual({ q: "ferry" });
});

test("an address that is asked for again answers each request for itself, however many others come between", () => {
  const first = found("/en/search?q=ferry");
  for (let other = 0; other < 1_200; other++)
    expect(found(`/en/story-${other}`)?.visit.steps["slug"]).toBe(`story-${other}`);
  const again = found("/en/search?q=quay");
  expect([first?.visit.query, again?.visit.query]).toEqual([{ q: "ferry" }, { q: "quay" }]);
  expect(again?.visit.request).not.toBe(first?.visit.request);
  expect(again?.key).toBe("/en/search?q=quay");
  expect(found("/en/search", "POST")).toBeUndefined();
});
