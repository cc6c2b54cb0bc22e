/** An object store of its own on loopback, with one bucket. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import type { S3Place } from "#outside/s3.ts";

export async function openObjectStore(): Promise<{ readonly place: S3Place } & AsyncDisposable> {
  const directory = await mkdtemp(join(tmpdir(), "dateline-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: "strait-pictures" }],
  });
  const { port } = await server.run();
  return {
    place: {
      endpoint: `http://127.0.0.1:${port}`,
      region: "eu-central-1",
      bucket: "strait-pictures",
      prefix: "media/",
      keyId: "S3RVER",
      secret: "S3RVER",
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
