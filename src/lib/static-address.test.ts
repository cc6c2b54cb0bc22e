import { expect, test } from "bun:test";
import { fileOf, wayTo } from "./static-address.ts";

test.each([
  ["/", "index.html"],
  ["/en/", "en/index.html"],
  ["/en/ferry-strike", "en/ferry-strike/index.html"],
  ["/en/ferry-strike?before=2026-01-02", "en/ferry-strike/before-2026-01-02/index.html"],
  ["/en/labels/un-qde.115", "en/labels/un-qde.115/index.html"],
  ["/en/labels/un-qde.115.json", "en/labels/un-qde.115.json"],
  ["/en/labels.json?page=2", "en/labels.page-2.json"],
  ["/en/feed.xml", "en/feed.xml"],
  ["/log/checkpoint", "log/checkpoint"],
  ["/log/tile/0/000.p/12", "log/tile/0/000.p/12"],
  ["/log/articles/1", "log/articles/1/index.html"],
  ["/ru/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC", "ru/паром/index.html"],
])("the answer at %s stands in %s", (address, file) => {
  expect(fileOf(address)).toBe(file);
});

test("an address that leads out of the folder, or could be no file, is none", () => {
  for (const address of ["/../x", "/en/%2e%2e/x", "/en/a%2fb", "/en/%00", "/en/%ff", "en/x", `/${"x".repeat(256)}`])
    expect(fileOf(address)).toBeUndefined();
});

test("two parameters that differ in signs alone are two files", () => {
  expect(fileOf("/en/search?q=a+b")).not.toBe(fileOf("/en/search?q=a/b"));
});

test.each([
  ["/en/", "en/ferry-strike/index.html", "../"],
  ["/", "en/index.html", "../"],
  ["/en/ferry-strike", "en/ferry-strike/index.html", "./"],
  ["/en/ferry-strike#replies", "en/ferry-strike/history/index.html", "../#replies"],
  ["/assets/paper.css", "en/ferry-strike/index.html", "../../assets/paper.css"],
  ["/ru/паром", "index.html", "ru/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC/"],
])("the way to %s from %s is %s", (address, from, way) => {
  expect(wayTo(encodeURI(address), from)).toBe(way);
});
