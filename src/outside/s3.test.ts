import { expect, test } from "bun:test";
import { createServer } from "node:net";
import type { FilesProblem } from "#lib/files.ts";
import { filesContract } from "#test/contracts/files.ts";
import { openObjectStore } from "#test/object-store.ts";
import { filesInS3, type S3Place } from "./s3.ts";

const NAME = "0123456789abcdef0123456789abcdef.jpg";
const BYTES = new Uint8Array([1, 2, 3]);

async function openStore() {
  const store = await openObjectStore();
  return { ...store, files: filesInS3(store.place) };
}

filesContract("s3", openStore);

async function problemsOf(place: S3Place, waitedMs?: number): Promise<unknown[]> {
  const files = filesInS3(place, waitedMs === undefined ? {} : { waitedMs });
  const problem = (cause: FilesProblem) => cause.problem;
  return Promise.all([
    files.keep(NAME, BYTES).then(() => "kept", problem),
    files.open(NAME).then(() => "open", problem),
  ]);
}

test("s3: with wrong keys, or in a bucket that is not there, nothing is kept and nothing shown", async () => {
  await using store = await openStore();
  await store.files.keep(NAME, BYTES);
  expect(await problemsOf({ ...store.place, secret: "another" })).toEqual(["closed", "closed"]);
  expect(await problemsOf({ ...store.place, keyId: "nobody" })).toEqual(["closed", "closed"]);
  const [kept] = await problemsOf({ ...store.place, bucket: "nobodys-pictures" });
  expect(kept).toBe("closed");
  expect((await store.files.open(NAME))?.bytes).toBe(3);
});

test("s3: a store that is down is away", async () => {
  const { port } = await freePort();
  const place = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu",
    bucket: "b",
    prefix: "",
    keyId: "k",
    secret: "s",
  };
  expect(await problemsOf(place)).toEqual(["away", "away"]);
});

test("s3: a store that takes the request and never answers is not waited for", async () => {
  const silent = createServer(() => undefined);
  const port = await listening(silent);
  const place = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "eu",
    bucket: "b",
    prefix: "",
    keyId: "k",
    secret: "s",
  };
  expect(await problemsOf(place, 50)).toEqual(["away", "away"]);
  silent.close();
});

test("s3: a store that answers with an error of its own is away, one without room is full", async () => {
  for (const [status, problem] of [
    [503, "away"],
    [500, "away"],
    [507, "full"],
  ] as const) {
    const server = createServer((socket) => {
      socket.once("data", () => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`));
    });
    const endpoint = `http://127.0.0.1:${await listening(server)}`;
    const place = { endpoint, region: "eu", bucket: "b", prefix: "", keyId: "k", secret: "s" };
    expect([status, ...(await problemsOf(place))]).toEqual([status, problem, problem]);
    server.close();
  }
});

type Server = ReturnType<typeof createServer>;

function listening(server: Server): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    resolve(typeof address === "object" && address ? address.port : 0);
  });
  return promise;
}

/** A port nobody listens on any more. */
async function freePort(): Promise<{ port: number }> {
  const server = createServer();
  const port = await listening(server);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  await promise;
  return { port };
}
