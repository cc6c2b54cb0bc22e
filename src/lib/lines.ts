/** Lines of a file of rows, one at a time: parted at line feeds alone, for a text in JSON may hold every other sign that ends a line. */
import { createReadStream } from "node:fs";

export async function* linesOf(path: string): AsyncGenerator<string, void, void> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1024 * 1024 })) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
