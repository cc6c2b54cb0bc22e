import { expect, test } from "bun:test";
import { noticeOf, readNotices } from "./notices.ts";
import { DEFAULT_POLICY, mayFold, policyFrom, readPolicy } from "./policy.ts";

test("a policy stored before a part of it existed has that part at its default", () => {
  const stored = { scope: "first", surfaces: { alt: false } } as unknown as Parameters<typeof readPolicy>[0];
  const policy = readPolicy(stored);
  expect(policy).toMatchObject({ scope: "first", style: "inline", wording: {}, notices: [], folds: false });
  expect(policy.surfaces).toMatchObject({ alt: false, push: true, excerpt: true, print: true });
});

test("words change the part they name and nothing else", () => {
  const change = (words: Parameters<typeof policyFrom>[1], now = DEFAULT_POLICY) => {
    const changed = policyFrom(now, words);
    if ("problem" in changed) throw new Error(changed.problem);
    return changed.policy;
  };
  expect(change({})).toBeUndefined();
  expect(change({ surfaces: ["headline", "print"] })?.surfaces).toMatchObject({
    headline: true,
    print: true,
    body: false,
  });
  expect(change({ surfaces: ["all"] })?.surfaces).toEqual(DEFAULT_POLICY.surfaces);
  const worded = change({ wordings: ["RU=banned; = odd", "un=listed"] });
  expect(worded?.wording).toEqual({ ru: "banned; = odd", un: "listed" });
  expect(change({ wordings: ["ru="] }, worded)?.wording).toEqual({ un: "listed" });
  expect(change({ noticePlace: "top", noticeSize: "200" })?.notice).toEqual({ place: "top", size: 200 });
  expect(change({ folds: "yes" })).toEqual({ ...DEFAULT_POLICY, folds: true });
});

test.each([
  [{ surfaces: ["bodys"] }, "bodys"],
  [{ wordings: ["banned"] }, "ru=banned"],
  [{ wordings: ["ru=two\nlines"] }, "one line"],
  [{ noticePlace: "left" }, "top or bottom"],
  [{ noticeSize: "90" }, "100, 125"],
  [{ folds: "maybe" }, "yes or no"],
])("%j is refused in a sentence", (words, said) => {
  expect(policyFrom(DEFAULT_POLICY, words)).toMatchObject({ problem: expect.stringContaining(said) });
});

test("only labels in brackets that repeat can be folded", () => {
  const folds = { ...DEFAULT_POLICY, folds: true };
  expect(mayFold(DEFAULT_POLICY)).toBe(false);
  expect(mayFold(folds)).toBe(true);
  expect(mayFold({ ...folds, scope: "first" })).toBe(false);
  expect(mayFold({ ...folds, style: "note" })).toBe(false);
});

test("the two kinds of statement have the words, the place and the size of their law", () => {
  expect(noticeOf("us-fara", { name: "Harbour Press LLC", principal: "the Republic of Karvia" })).toEqual({
    on: "every",
    place: "top",
    size: 100,
    wording: {
      en: "This material is distributed by Harbour Press LLC on behalf of the Republic of Karvia. Additional information is available at the Department of Justice, Washington, DC.",
    },
    basis: "22 U.S.C. § 614(b); 28 CFR § 5.402",
  });
  const russian = noticeOf("ru-foreign-agent", { name: "«Гавань»" });
  expect(russian).toMatchObject({ place: "top", size: 200 });
  expect(russian.wording["ru"]).toContain("иностранным агентом «Гавань» либо касается");
});

test("notices are read from a list, kinds by their names and others by their own words", () => {
  const read = readNotices([
    { kind: "ru-foreign-agent", name: "«Гавань»" },
    { kind: "us-fara", name: "Harbour Press", principal: "Karvia", wording: { ru: "Распространяет Harbour Press." } },
    { wording: { en: "About {names}." }, on: "naming", jurisdiction: "XK", place: "bottom", size: 150 },
  ]);
  if ("problem" in read) throw new Error(read.problem);
  expect(read.notices.map(({ on, place, size }) => [on, place, size])).toEqual([
    ["every", "top", 200],
    ["every", "top", 100],
    ["naming", "bottom", 150],
  ]);
  expect(Object.keys(read.notices[1]?.wording ?? {})).toEqual(["en", "ru"]);
  expect(read.notices[2]?.jurisdiction).toBe("xk");
});

test.each([
  [{}, "list"],
  [[{ kind: "us-fara", name: "Harbour Press" }], "principal"],
  [[{ kind: "ru-foreign-agent", name: "X", size: 100 }], "size"],
  [[{ wording: {} }], "empty"],
  [[{ wording: { en: "X" }, size: 110 }], "Notice 1"],
  [[{ wording: { en: "About {names}." } }], "naming"],
  [[{ wording: { en: "two\nlines" } }], "line break"],
  [Array.from({ length: 6 }, () => ({ wording: { en: "X" } })), "more than 5"],
])("%j holds no notices", (json, said) => {
  expect(readNotices(json)).toMatchObject({ problem: expect.stringContaining(said) });
});
