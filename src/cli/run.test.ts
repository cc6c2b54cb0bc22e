import { expect, test } from "bun:test";
import { configFrom } from "../config.ts";
import type { Command, World } from "./command.ts";
import { intake } from "./intake.ts";
import { label } from "./label.ts";
import { registerImport, registerList } from "./register.ts";
import { run } from "./run.ts";

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Runs `dateline WORD …` where no store is reached. */
async function dateline(commands: readonly Command[], words: readonly string[], stdin: World["stdin"] = nothing) {
  const said = { out: "", err: "" };
  const world: World = {
    stdin,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    errIsTerminal: false,
    now: () => new Date("2026-03-02T12:00:00Z"),
    config: (given) => configFrom(given, {}),
  };
  return { status: await run(commands, words, world), ...said };
}

const failing = (cause: unknown): Command => ({
  name: "fail",
  synopsis: "fail",
  summary: "fails",
  help: "",
  options: {},
  run: () => Promise.reject(cause),
});

for (const help of ["--help", "-h"]) {
  test(`register ${help} tells of every command that begins with the word`, async () => {
    const { status, out, err } = await dateline([registerImport, registerList, intake], ["register", help]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("dateline register import FILE");
    expect(out).toContain("dateline register list");
    expect(out).not.toContain("intake");
  });
}

test("register without a second word is wrong usage", async () => {
  const { status, err } = await dateline([registerImport, registerList], ["register"]);
  expect(status).toBe(2);
  expect(err).toContain("needs one more word");
});

for (const [command, words] of [
  [intake, ["intake"]],
  [label, ["label"]],
  [registerImport, ["register", "import"]],
] as const) {
  test(`${command.name} without a file says that it reads standard input too`, async () => {
    const { status, err } = await dateline([command], words);
    expect([status, err]).toEqual([2, "dateline: Give a FILE, or - to read standard input.\n"]);
  });
}

test("an input without an end is read no further than it may be", async () => {
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 1;
      yield new Uint8Array(1024 * 1024).fill(97);
    }
  }
  const { status, err } = await dateline([intake], ["intake", "-"], endless);
  expect([status, err]).toEqual([
    1,
    "dateline: Standard input has more than 16 MB, which is more than is read here.\n",
  ]);
  expect(read).toBe(17);
});

test("a device without an end is read no further than it may be", async () => {
  const { status, err } = await dateline([intake], ["intake", "/dev/zero"]);
  expect([status, err]).toEqual([1, "dateline: /dev/zero has more than 16 MB, which is more than is read here.\n"]);
});

for (const code of ["SQLITE_FULL", "ENOSPC", "53100"]) {
  test(`a full disk is told in a sentence, also as the cause of another failure: ${code}`, async () => {
    const cause = Object.assign(new Error("no room"), { code });
    const { status, err } = await dateline([failing(new Error("the action failed", { cause }))], ["fail"]);
    expect([status, err]).toEqual([1, "dateline: The disk is full, so nothing was kept. Make room and try again.\n"]);
  });
}

test("a setting mistaken on the command line is wrong usage, one from elsewhere is refused", async () => {
  const asks = (port: string | undefined, environment: Record<string, string>): Command => ({
    ...failing(undefined),
    run: async () => {
      configFrom({ port }, environment);
      return 0;
    },
  });
  expect((await dateline([asks("abc", {})], ["fail"])).status).toBe(2);
  expect((await dateline([asks(undefined, { DATELINE_PORT: "abc" })], ["fail"])).status).toBe(1);
});

test("what is broken is thrown on, with its cause", async () => {
  const broken = new Error("the action failed", { cause: new Error("a mistake") });
  await expect(dateline([failing(broken)], ["fail"])).rejects.toBe(broken);
});
