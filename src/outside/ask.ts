/** Asks a site that the operator named, wherever it is: no redirect is followed, and nothing is read without end. */

export type Asked = {
  readonly status: number;
  /** Where a redirect leads, as the site says it. */
  readonly location: string | undefined;
  readonly bytes: Uint8Array;
};

const TIMEOUT_MS = 30_000;
// A full bundle of the longest entries is 16 MiB.
const MOST_BYTES = 17 * 1024 * 1024;

export async function ask(
  url: string,
  {
    body,
    type,
    mostBytes = MOST_BYTES,
  }: { body?: string | Uint8Array<ArrayBuffer>; type?: string; mostBytes?: number } = {},
): Promise<Asked> {
  try {
    const response = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { "user-agent": "Dateline", ...(type !== undefined && { "content-type": type }) },
      ...(body !== undefined && { method: "POST", body }),
    });
    return {
      status: response.status,
      location: response.headers.get("location") ?? undefined,
      bytes: await bytesWithin(response, mostBytes),
    };
  } catch (cause) {
    throw new Error(`${url} does not answer: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

async function bytesWithin(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.byteLength;
    if (length > most) throw new Error("the answer is too large");
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
