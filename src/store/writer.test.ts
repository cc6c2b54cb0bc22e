import { expect, test } from "bun:test";
import { StoreProblem } from "./problem.ts";
import { type WriterConnection, writerOf } from "./writer.ts";

// A machine that does ten other things may stand still for longer than a group is open.
const patient = { longestBusyMs: 10_000, longestIdleMs: 10_000, groupMs: 10_000 };

test("actions that wait are committed together, each in its own savepoint, one after another", async () => {
  const { connection, sent } = fakeConnection();
  const writer = writerOf(connection, patient);
  await Promise.all([1, 2].map(async () => (await writer.turn()).keep()));
  expect(sent).toEqual([
    "begin immediate",
    "savepoint action",
    "release action",
    "savepoint action",
    "release action",
    "commit",
  ]);
});

test("an action that is undone leaves the others of its group", async () => {
  const { connection, sent } = fakeConnection();
  const writer = writerOf(connection, patient);
  const undone = writer.turn().then((turn) => turn.undo());
  const kept = writer.turn().then((turn) => turn.keep());
  await Promise.all([undone, kept]);
  expect(sent).toEqual([
    "begin immediate",
    "savepoint action",
    "rollback to action",
    "release action",
    "savepoint action",
    "release action",
    "commit",
  ]);
});

test("nobody is answered before the commit", async () => {
  const { connection, sent } = fakeConnection();
  const writer = writerOf(connection, patient);
  let sentAtAnswer: readonly string[] = [];
  const statement = writer
    .once(() => "done")
    .then((answer) => {
      sentAtAnswer = [...sent];
      return answer;
    });
  expect(await statement).toBe("done");
  expect(sentAtAnswer.at(-1)).toBe("commit");
});

test("an action whose process computes, or is let stand by a full machine, is not taken away for it", async () => {
  const { connection } = fakeConnection();
  const writer = writerOf(connection, { longestBusyMs: 10_000, longestIdleMs: 200 });
  const turn = await writer.turn();
  for (let piece = 0; piece < 4; piece++) {
    const until = performance.now() + 250;
    while (performance.now() < until);
    // Whoever looks gets to look, once.
    await new Promise((later) => setTimeout(later, 1));
  }
  turn.used();
  await turn.keep();
});

test("when a commit fails everybody in its group is told, and the next group goes on", async () => {
  const { connection, failOnce } = fakeConnection();
  const writer = writerOf(connection, patient);
  failOnce("commit", new Error("the disk is on fire"));
  const outcomes = await Promise.allSettled([
    writer.turn().then((turn) => turn.keep()),
    writer.once(() => 1),
    writer.turn().then((turn) => turn.undo()),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  expect(await writer.once(() => 2)).toBe(2);
});

test("when the database undoes the whole group by itself all of it is told, and no further statement is taken", async () => {
  const { connection, loseTransaction, sent } = fakeConnection();
  const writer = writerOf(connection, patient);
  const early = writer.once(() => 1);
  const hurt = writer.turn().then(async (turn) => {
    loseTransaction();
    // The action has caught the disk-full error and goes on.
    expect(() => turn.used()).toThrow("has undone this action");
    await turn.keep();
  });
  const outcomes = await Promise.allSettled([early, hurt]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(sent).not.toContain("commit");
  expect(await writer.once(() => 2)).toBe(2);
});

test("an action that waits for something else is undone, its caller is told, and the others are kept", async () => {
  const { connection, sent } = fakeConnection();
  const writer = writerOf(connection, { ...patient, longestIdleMs: 20 });
  const before = writer.once(() => "before");
  const stuck = await writer.turn();
  const after = writer.once(() => "after");
  await expect(stuck.taken).rejects.toThrow("inside an action wait for the database alone");
  expect(() => stuck.used()).toThrow("inside an action wait for the database alone");
  expect(await before).toBe("before");
  expect(await after).toBe("after");
  await expect(stuck.keep()).rejects.toThrow("was undone");
  expect(sent.filter((text) => text === "rollback to action")).toHaveLength(1);
});

test("an action that keeps sending statements may take as long as it likes", async () => {
  const { connection } = fakeConnection();
  const writer = writerOf(connection, { ...patient, longestIdleMs: 500 });
  const turn = await writer.turn();
  const from = performance.now();
  while (performance.now() - from < 1_000) {
    turn.used();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await turn.keep();
});

test("while another process writes the writer tries again, and says so when that takes too long", async () => {
  const { connection, failOnce } = fakeConnection();
  failOnce("begin immediate", new Error("busy"));
  expect(await writerOf(connection, patient).once(() => 1)).toBe(1);

  const held = { ...connection, command: () => fail("busy") };
  const writer = writerOf(held, { ...patient, longestBusyMs: 30 });
  const outcomes = await Promise.allSettled([writer.once(() => 1), writer.turn()]);
  for (const outcome of outcomes) {
    expect(outcome.status === "rejected" && outcome.reason).toBeInstanceOf(StoreProblem);
    expect(outcome.status === "rejected" && String(outcome.reason)).toContain("Another process has been writing");
  }
});

test("closing waits for what was asked for and takes nothing more", async () => {
  const { connection } = fakeConnection();
  const writer = writerOf(connection, patient);
  const asked = writer.once(() => 1);
  await writer.close();
  expect(await asked).toBe(1);
  await expect(writer.once(() => 2)).rejects.toThrow("closed");
});

function fakeConnection() {
  const sent: string[] = [];
  const failures = new Map<string, Error>();
  let inTransaction = false;
  const connection: WriterConnection = {
    command: (text) => {
      const failure = failures.get(text);
      failures.delete(text);
      if (failure) throw failure;
      sent.push(text);
      if (text === "begin immediate") inTransaction = true;
      if (text === "commit" || text === "rollback") inTransaction = false;
    },
    inTransaction: () => inTransaction,
    isBusy: (error) => error instanceof Error && error.message === "busy",
  };
  return {
    connection,
    sent,
    failOnce: (text: string, error: Error) => failures.set(text, error),
    loseTransaction: () => {
      inTransaction = false;
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}
