import { expect, test } from "bun:test";
import { PartsProblem, partsOf } from "./multipart.ts";

type Sent = { readonly body: Uint8Array; readonly type: string };

async function formSent(fields: Record<string, string | File>): Promise<Sent> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = new Response(form);
  const type = response.headers.get("content-type") ?? "";
  return { body: new Uint8Array(await response.arrayBuffer()), type };
}

/** As a network brings it: so many bytes at a time. */
function arriving({ body, type }: Sent, atOnce: number): Request {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(body.subarray(at, at + atOnce));
      at += atOnce;
    },
  });
  return new Request("http://localhost/", { method: "POST", body: stream, headers: { "content-type": type } });
}

async function read(request: Request, mostBytes = 1_000_000) {
  const parts: (readonly [string, string | undefined, string])[] = [];
  for await (const { name, file, bytes } of partsOf(request, { mostBytes })) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    parts.push([name, file, Buffer.concat(pieces).toString("utf8")]);
  }
  return parts;
}

const TEXT = `<list>\r\n--not the boundary\r\n${"Янтарный завет\r\n".repeat(50)}</list>\r\n`;

test("a form with a file is read to the letter, however its bytes arrive", async () => {
  const sent = await formSent({ lang: "ru", empty: "", file: new File([TEXT], 'list "one".xml') });
  for (const atOnce of [1, 2, 7, 64, 100_000]) {
    expect(await read(arriving(sent, atOnce))).toEqual([
      ["lang", undefined, "ru"],
      ["empty", undefined, ""],
      ["file", 'list "one".xml', TEXT],
    ]);
  }
});

test("a body that ends early, is too large or is no form is told from a whole one", async () => {
  const sent = await formSent({ file: new File([TEXT], "list.xml") });
  const half = { ...sent, body: sent.body.subarray(0, sent.body.length / 2) };
  await expect(read(arriving(half, 64))).rejects.toEqual(new PartsProblem("not-a-form"));
  await expect(read(arriving(sent, 64), 500)).rejects.toEqual(new PartsProblem("too-large"));
  await expect(read(arriving({ ...sent, type: "text/plain" }, 64))).rejects.toEqual(new PartsProblem("not-a-form"));
  await expect(read(arriving({ ...sent, type: "multipart/form-data; boundary=other" }, 64))).rejects.toBeInstanceOf(
    PartsProblem,
  );
});
