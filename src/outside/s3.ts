/** Pictures in an object store that speaks S3. What is sent is signed by aws4fetch; a store that does not answer is waited for only so long. */
import { AwsClient } from "aws4fetch";
import { type Files, FilesProblem } from "#lib/files.ts";

export type S3Place = {
  /** `https://s3.eu-central-1.amazonaws.com`, without a slash at its end. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Put before every name: `media/`, or nothing. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
};

// The first byte of an answer comes within this; a picture of 40 MB is sent in it over a slow line.
const WAITED_MS = 30_000;

export function filesInS3(place: S3Place, { waitedMs = WAITED_MS }: { waitedMs?: number } = {}): Files {
  const { keyId, secret, region, endpoint, bucket, prefix } = place;
  // The worker tries again what fails; a person at the desk is told at once.
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: "s3", region, retries: 0 });

  async function ask(method: "HEAD" | "GET" | "PUT" | "DELETE", name: string, body?: Uint8Array): Promise<Response> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), waitedMs);
    try {
      const response = await client.fetch(`${endpoint}/${bucket}/${prefix}${name}`, {
        method,
        signal: abort.signal,
        redirect: "manual",
        ...(body && { body: new Uint8Array(body) }),
      });
      if (response.ok || response.status === 404) return response;
      await response.body?.cancel();
      throw refusedWith(response.status);
    } catch (cause) {
      if (cause instanceof FilesProblem) throw cause;
      throw new FilesProblem("away", `The store of pictures at ${endpoint} does not answer.`, { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  function refusedWith(status: number): FilesProblem {
    if (status === 507) return new FilesProblem("full", `The store of pictures at ${endpoint} is full.`);
    if (status >= 500 || status === 429)
      return new FilesProblem("away", `The store of pictures at ${endpoint} answered ${status}.`);
    return new FilesProblem(
      "closed",
      `The store of pictures at ${endpoint} answered ${status}: look at the bucket "${bucket}", its region and the keys.`,
    );
  }

  return {
    async keep(name, bytes) {
      if ((await ask("HEAD", name)).ok) return;
      // What is kept under a name never changes, so that two who write it at once write the same.
      const response = await ask("PUT", name, bytes);
      await response.body?.cancel();
      if (!response.ok) throw refusedWith(response.status);
    },
    async open(name) {
      const response = await ask("GET", name);
      if (response.status === 404) {
        await response.body?.cancel();
        return undefined;
      }
      const bytes = Number(response.headers.get("content-length"));
      return { bytes, stream: response.body ?? new Blob([]).stream() };
    },
    async remove(name) {
      const response = await ask("DELETE", name);
      await response.body?.cancel();
    },
  };
}
