import { expect, test } from "bun:test";
import { lockfileFaults, withEveryPlatform } from "./lockfile.ts";

const tool = {
  version: "1.2.3",
  integrity: "sha512-x",
  license: "MIT",
  dev: true,
  optionalDependencies: { "@tool/cli-darwin-arm64": "1.2.3", "@tool/cli-linux-x64-musl": "1.2.3" },
};

test("lockfile: a build that was left out is found and added, and nothing else changes", () => {
  const lockfile = { packages: { "": {}, "node_modules/tool": tool } };
  expect(lockfileFaults(lockfile)).toHaveLength(2);
  expect(lockfileFaults(lockfile)[0]).toStartWith(
    "@tool/cli-darwin-arm64, an optional part of node_modules/tool, is left out",
  );

  const mended = withEveryPlatform(lockfile);
  expect(lockfileFaults(mended)).toEqual([]);
  expect(Object.keys(mended.packages)).toEqual([
    "",
    "node_modules/@tool/cli-darwin-arm64",
    "node_modules/@tool/cli-linux-x64-musl",
    "node_modules/tool",
  ]);
  expect(mended.packages["node_modules/@tool/cli-linux-x64-musl"]).toEqual({
    version: "1.2.3",
    cpu: ["x64"],
    dev: true,
    libc: ["musl"],
    license: "MIT",
    optional: true,
    os: ["linux"],
  });
  expect(withEveryPlatform(mended)).toEqual(mended);
});

test("lockfile: a registry's host and a missing integrity are faults", () => {
  const packages = {
    "node_modules/a": { version: "1.0.0", resolved: "https://registry.example/a.tgz", integrity: "sha512-x" },
    "node_modules/b": { version: "1.0.0" },
  };
  expect(lockfileFaults({ packages })).toEqual([
    "node_modules/a names the host it came from; keep omit-lockfile-registry-resolved in .npmrc.",
    "node_modules/b has no integrity.",
  ]);
});
