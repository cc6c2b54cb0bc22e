/**
 * A process of its own that reads one PDF from its standard input and says what it found on its standard output. A file
 * that means harm takes nothing but this process with it: it knows no key, no setting and no address.
 */
import { constants, setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { placeOf } from "#lib/runtime/place.ts";
import { LONGEST_PDF_TEXT, MOST_PDF_PAGES, type PdfProblem, type ReadPdf } from "../pdf.ts";
import { inReadingOrder, type Piece } from "./order.ts";

// Lines that stand further apart than this, by the height of their letters, are two paragraphs.
const APART = 1.75;
const USUAL_HEIGHT = 12;

// Readers' pages go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// What it holds is watched from beside it, for who unpacks a stream looks at nothing else meanwhile.
new Worker(placeOf("src/outside/pdf/watch.ts")).unref();

// pdf.js speaks to the console of a file's faults; what it finds is all that may stand on standard output.
for (const way of ["log", "info", "warn", "error"] as const) console[way] = () => undefined;

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const answer = JSON.stringify(await readWhole(new Uint8Array(Buffer.concat(chunks))));
process.stdout.write(answer, () => process.exit(0));

async function readWhole(bytes: Uint8Array): Promise<{ pdf: ReadPdf } | { problem: PdfProblem }> {
  try {
    const file = await getDocumentProxy(bytes, {
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    if (file.numPages > MOST_PDF_PAGES) return { problem: "large" };
    const pages: string[] = [];
    let length = 0;
    for (let at = 1; at <= file.numPages; at++) {
      const page = await file.getPage(at);
      const words = wordsOf((await page.getTextContent()).items);
      page.cleanup();
      length += words.length;
      if (length > LONGEST_PDF_TEXT) return { problem: "large" };
      pages.push(words);
    }
    if (!pages.some((page) => /[\p{L}\p{N}]/u.test(page))) return { problem: "no-words" };
    return { pdf: { pages, title: await titleOf(file) } };
  } catch (cause) {
    return { problem: cause instanceof Error && cause.name === "PasswordException" ? "locked" : "damaged" };
  }
}

type Item = { readonly type: string } | Piece;

/** Words of a page in order, its lines and paragraphs apart. */
function wordsOf(items: readonly Item[]): string {
  let page = "";
  let above: number | undefined;
  for (const line of linesOf(items)) {
    const [first] = line;
    const y = first?.transform[5] ?? 0;
    if (first && above !== undefined && Math.abs(above - y) > APART * (first.height || USUAL_HEIGHT)) page += "\n";
    if (first) above = y;
    // A mark has its letter before it, whatever room the printer left between them.
    page += `${inReadingOrder(line).replaceAll(/ +(?=\p{M})/gu, "")}\n`;
  }
  // What Arabic letters look like where they stand is no part of the text.
  return page.replaceAll(/[\ufb1d-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize("NFKC"));
}

function linesOf(items: readonly Item[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const item of items) {
    if (!("str" in item)) continue;
    if (item.str !== "") lines.at(-1)?.push(item);
    if (item.hasEOL) lines.push([]);
  }
  return lines;
}

async function titleOf(file: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string> {
  const { info } = await file.getMetadata();
  const title = "Title" in info ? info.Title : undefined;
  return typeof title === "string" ? title : "";
}
