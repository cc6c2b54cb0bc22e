import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { claimCases } from "#text/cases/quotes/claims.ts";
import { differingClaims } from "./claims.ts";

const said = (...given: Parameters<typeof differingClaims>) =>
  differingClaims(...given).map(({ kind, words, instead }) => `${kind} ${words} → ${instead ?? "?"}`);

for (const { rule, text, source, isUncited = false, days = [], differs } of claimCases) {
  test(rule, () => {
    const cited = isUncited ? [] : [{ start: 0, end: text.length, source: 0 }];
    expect(said([{ text, cited }], [{ text: source, days }])).toEqual([...differs]);
  });
}

test("a sentence is held against the source it rests on and not against another", () => {
  const text = "It carried 1,500 people. It cost 40,000 crowns.";
  const cited = [
    { start: 0, end: 24, source: 0 },
    { start: 25, end: text.length, source: 1 },
  ];
  const sources = [{ text: "It carried 1,500 people." }, { text: "It cost 50,000 crowns." }];
  expect(said([{ text, cited }], sources)).toEqual(["figure 40,000 → 50,000"]);
  expect(differingClaims([{ text, cited }], sources)).toMatchObject([{ source: 1 }]);
});

test("what stands twice is told once", () => {
  const text = "It carried 1,600 people. Again it carried 1,600 people.";
  expect(said([{ text, cited: [{ start: 0, end: text.length, source: 0 }] }], [{ text: "1,500 people" }])).toHaveLength(
    1,
  );
});

test("a text differs in nothing from itself, whatever it holds", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."1,500 1.500 5% five million 16.02.2018 February 2003–2010 1/2 F-16 Stoltenberg Столтенберг пятнадцать ألف ١٥٠٠ . , ( ) - about \n".split(
        " ",
      ),
    ),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join(" ");
      expect(said([{ text, cited: [{ start: 0, end: text.length, source: 0 }] }], [{ text }])).toEqual([]);
    }),
    cases(500),
  );
});

test("a long text and a long source take a moment", () => {
  const text = "It carried 1,600 people to Talmira on 16 February 2018, said Stoltenberg of the board. ".repeat(800);
  const source = "It carried 1,500 people to Talmirra on 17 February 2018, said Stoltenborg of the board. ".repeat(
    6000,
  );
  const begun = performance.now();
  differingClaims([{ text, cited: [{ start: 0, end: text.length, source: 0 }] }], [{ text: source }]);
  expect(performance.now() - begun).toBeLessThan(15_000);
  for (const sign of ["1,", "1 ", "five ", "A", "2018", "1.2", "-1"]) {
    const long = sign.repeat(30_000);
    differingClaims([{ text: long.slice(0, 20_000), cited: [] }], [{ text: long }]);
  }
  expect(performance.now() - begun).toBeLessThan(30_000);
});
