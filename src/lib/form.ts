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

// A long article with its notes is a few hundred kilobytes.
const MOST_BYTES = 4 * 1024 * 1024;

// A statement of the smaller engine takes 32,766 values, and no row is made of more than three for each field of a list.
const MOST_FIELDS = 10_000;

/** The form a request carries; a body over `mostBytes` is not read to its end, and one of more fields than any form has is too large. */
export async function formOf(
  request: Request,
  { mostBytes = MOST_BYTES }: { mostBytes?: number } = {},
): Promise<{ form: Form } | { problem: FormProblem }> {
  const body = await bodyWithin(request, mostBytes);
  if (!body) return { problem: "too-large" };
  try {
    const type = request.headers.get("content-type") ?? URLENCODED;
    // Most forms are this one, and reading it as a stream of parts would cost ten times as much.
    const data =
      type.split(";", 1)[0]?.trim().toLowerCase() === URLENCODED
        ? new URLSearchParams(new TextDecoder().decode(body))
        : await new Response(body, { headers: { "content-type": type } }).formData();
    let fields = 0;
    for (const _ of data.keys()) if (++fields > MOST_FIELDS) return { problem: "too-large" };
    return { form: formFrom(data) };
  } catch {
    return { problem: "not-a-form" }; // the parser throws for every other kind of body
  }
}

/** The body's bytes; nothing when there are more than `most`. */
export async function bodyWithin(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return undefined;
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

type Fields = {
  readonly getAll: (name: string) => readonly (string | File)[];
  readonly has: (name: string) => boolean;
};

function formFrom(data: Fields): Form {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === "string" ? tidied(value) : []));
  return {
    text: (name) => texts(name)[0] ?? "",
    texts,
    files: (name) => data.getAll(name).flatMap((value) => (typeof value === "string" || value.size === 0 ? [] : value)),
    has: (name) => data.has(name),
  };
}

// Browsers send every line end as CR LF. PostgreSQL keeps no NUL, which no keyboard types but a clipboard may hold.
function tidied(value: string): string {
  return value.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "").trim();
}
