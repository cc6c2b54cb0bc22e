/** What a form sent: its fields as text, its files as bytes, never more than was asked for. */

export type Form = {
  /** A field's text, its ends trimmed, its line ends `\n` and no NUL in it; empty when it was not sent. */
  readonly text: (name: string) => string;
  /** All of a field's texts, for boxes that are ticked and lists. */
  readonly texts: (name: string) => readonly string[];
  /** The files of a field that hold anything. */
  readonly files: (name: string) => readonly File[];
  /** Whether a field was sent at all. */
  readonly has: (name: string) => boolean;
};

export type FormProblem = "too-large" | "not-a-form";

/** What a form held, as a page can hold it until it is sent once more. */
export type Sent = {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Names of files that are too large to stand in a page. */
  readonly lost: readonly string[];
  readonly hasFiles: boolean;
};

// A long article with its notes is a few hundred kilobytes.
const MOST_BYTES = 4 * 1024 * 1024;

// A statement of the smaller engine takes 32,766 values, and no row is made of more than three for each field of a list.
const MOST_FIELDS = 10_000;

/** The form a request carries; a body over `mostBytes` is not read to its end, and one of more fields than any form has is too large. */
export async function formOf(
  request: Request,
  { mostBytes = MOST_BYTES }: { mostBytes?: number } = {},
): Promise<{ form: Form } | { problem: FormProblem }> {
  const type = request.headers.get("content-type") ?? URLENCODED;
  const body = await bodyWithin(request, isUrlencoded(type) ? mostBytes : withCarried(mostBytes));
  if (!body) return { problem: "too-large" };
  try {
    // Most forms are this one, and reading it as a stream of parts would cost ten times as much.
    const data = isUrlencoded(type)
      ? new URLSearchParams(new TextDecoder().decode(body))
      : await new Response(body, { headers: { "content-type": type } }).formData();
    let fields = 0;
    for (const _ of data.keys()) if (++fields > MOST_FIELDS) return { problem: "too-large" };
    read.set(request, data);
    return { form: formFrom(data) };
  } catch {
    return { problem: "not-a-form" }; // the parser throws for every other kind of body
  }
}

const read = new WeakMap<Request, FormData | URLSearchParams>();

// A field of this name holds a file's bytes in base64: `carried:files:image/jpeg:harbour.jpg`.
const CARRIED = "carried:";
// What can wait in a page: most pictures.
const MOST_CARRIED_BYTES = 12 * 1024 * 1024;

/** A form that comes back with its files in it is larger than it was, base64 by a third and its names by some; a larger one waits in no page. */
function withCarried(mostBytes: number): number {
  return Math.max(mostBytes, Math.min(mostBytes, MOST_CARRIED_BYTES) * 1.5);
}

/** What a request's form held, whether it was read before or not; nothing where it was no form, or was read another way. */
export async function sentIn(request: Request): Promise<Sent | undefined> {
  if (!read.has(request) && !request.bodyUsed && request.method === "POST")
    await formOf(request, { mostBytes: MOST_BYTES + MOST_CARRIED_BYTES });
  const data = read.get(request);
  if (!data) return undefined;
  const fields: [string, string][] = [];
  const lost: string[] = [];
  let left = MOST_CARRIED_BYTES;
  let hasFiles = false;
  for (const [name, value] of data as Iterable<[string, FormDataEntryValue]>) {
    if (typeof value === "string") fields.push([name, value]);
    else if (value.size > 0) {
      hasFiles = true;
      left -= value.size;
      if (left < 0) lost.push(value.name);
      else
        fields.push([
          `${CARRIED}${name}:${value.type}:${value.name}`,
          Buffer.from(await value.bytes()).toString("base64"),
        ]);
    }
  }
  return { fields, lost, hasFiles: hasFiles || fields.some(([name]) => name.startsWith(CARRIED)) };
}

/** The body's bytes; nothing when there are more than `most`. */
export async function bodyWithin(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return undefined;
  // A body that says how long it is ends there: it is read at once.
  if (request.headers.has("content-length")) {
    const body = await request.bytes();
    return body.byteLength > most ? undefined : body;
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const URLENCODED = "application/x-www-form-urlencoded";

function isUrlencoded(type: string): boolean {
  return type.split(";", 1)[0]?.trim().toLowerCase() === URLENCODED;
}

function formFrom(data: FormData | URLSearchParams): Form {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === "string" ? tidied(value) : []));
  return {
    text: (name) => texts(name)[0] ?? "",
    texts,
    files: (name) => [
      ...data.getAll(name).flatMap((value) => (typeof value === "string" || value.size === 0 ? [] : value)),
      ...carriedIn(data, name),
    ],
    has: (name) => data.has(name),
  };
}

/** Files that waited in a page. */
function carriedIn(data: FormData | URLSearchParams, name: string): File[] {
  const beginning = `${CARRIED}${name}:`;
  return [...data.keys()].flatMap((key) => {
    const value = key.startsWith(beginning) ? data.get(key) : null;
    if (typeof value !== "string") return [];
    const [type = "", ...file] = key.slice(beginning.length).split(":");
    return new File([Buffer.from(value, "base64")], file.join(":"), { type });
  });
}

// Browsers send every line end as CR LF. PostgreSQL keeps no NUL, which no keyboard types but a clipboard may hold.
function tidied(value: string): string {
  return value.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "").trim();
}
