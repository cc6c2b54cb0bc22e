import { expect, test } from "bun:test";
import { thirdParty } from "./third-party.ts";

test("third party: every package once, builds for systems in one line, fonts with their owners", () => {
  const written = thirdParty(
    {
      "": { version: "0.1.0" },
      "node_modules/run": { version: "1.0.0", license: "MIT" },
      "node_modules/other/node_modules/run": { version: "1.0.0", license: "MIT" },
      "node_modules/@x/run-linux-x64-musl": { version: "1.0.0", license: "MIT" },
      "node_modules/@x/run-darwin-arm64": { version: "1.0.0", license: "MIT" },
      "node_modules/check": { version: "2.0.0", license: "(MPL-2.0 OR GPL-3.0)", dev: true },
    },
    ["Copyright 2020 A Foundry"],
  );
  const page = "page" in written ? written.page : "";
  expect(
    page
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| package") && !line.startsWith("| -")),
  ).toEqual(["| @x/run-\\* | 1.0.0 | MIT |", "| run | 1.0.0 | MIT |", "| check | 2.0.0 | (MPL-2.0 OR GPL-3.0) |"]);
  expect(page).toContain("- Copyright 2020 A Foundry");
});

test("third party: a licence nobody agreed to is refused, also as one of two that both bind", () => {
  const packages = {
    "node_modules/a": { version: "1.0.0", license: "MPL-2.0" },
    "node_modules/b": { version: "1.0.0", license: "MIT AND GPL-3.0" },
    "node_modules/c": { version: "1.0.0" },
  };
  expect(thirdParty(packages, [])).toEqual({
    refused: [
      "a 1.0.0 is under MPL-2.0, which is not in the list of scripts/third-party.ts.",
      "b 1.0.0 is under MIT AND GPL-3.0, which is not in the list of scripts/third-party.ts.",
      "c 1.0.0 is under unknown, which is not in the list of scripts/third-party.ts.",
    ],
  });
});

test("third party: a library loaded beside Dateline may be under the LGPL, one that is built in may not", () => {
  const beside = { "node_modules/@img/sharp-libvips-linux-x64": { version: "1.0.0", license: "LGPL-3.0-or-later" } };
  const within = { "node_modules/a": { version: "1.0.0", license: "LGPL-3.0-or-later" } };
  expect(thirdParty(beside, [])).toHaveProperty("page");
  expect(thirdParty(within, [])).toHaveProperty("refused");
});
