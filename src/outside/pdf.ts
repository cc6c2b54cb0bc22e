/** The words of a PDF, page by page. It is read in a process of its own, one file at a time, within bounds of time and memory. */
import { spawn } from "node:child_process";
import { commandOf } from "#lib/runtime/place.ts";

export type ReadPdf = {
  /** The words of every page, empty ones too: the first is page 1. */
  readonly pages: readonly string[];
  /** As the file says it; empty when it does not. */
  readonly title: string;
};

export type PdfProblem =
  /** It opens only with a password. */
  | "locked"
  /** It is cut off, or no PDF at all. */
  | "damaged"
  /** Its pages are pictures. */
  | "no-words"
  /** Too many pages, too many words, or it takes too long or too much memory to read. */
  | "large";

export const MOST_PDF_PAGES = 2_000;
/** In UTF-16 units; a thick book has a million. */
export const LONGEST_PDF_TEXT = 2_000_000;

// The reader counts what it takes of the processor; who waits at the desk is answered within a minute all the same.
const MOST_MS = 50_000;
// A letter takes up to six bytes in JSON.
const MOST_ANSWER_BYTES = 6 * LONGEST_PDF_TEXT + MOST_PDF_PAGES * 8 + 64 * 1024;
// ISO 32000-2, annex I asks for 1,024; what a server added behind it is forgiven.
const END_WITHIN = 4_096;
const [PROGRAM, READER] = commandOf("src/outside/pdf/read.ts");

/**
 * By its first bytes, before which a careless server may have put a few of its own (ISO 32000-2, 7.5.2). A page that
 * speaks of PDFs is none.
 */
export function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  const at = head.indexOf("%PDF-");
  return at >= 0 && !head.slice(0, at).includes("<");
}

let last: Promise<unknown> = Promise.resolve();

export async function readPdf(
  bytes: Uint8Array,
  { mostMs = MOST_MS }: { readonly mostMs?: number } = {},
): Promise<{ readonly pdf: ReadPdf } | { readonly problem: PdfProblem }> {
  // What can be mended of half a file reads like a whole one.
  if (!Buffer.from(bytes.subarray(-END_WITHIN)).includes("%%EOF")) return { problem: "damaged" };
  const mine = last.then(() => readApart(bytes, mostMs));
  last = mine.catch(() => undefined); // who asked for it hears of it
  return mine;
}

function readApart(bytes: Uint8Array, mostMs: number): Promise<{ pdf: ReadPdf } | { problem: PdfProblem }> {
  return new Promise((answer, fail) => {
    // Without an environment it is told no secret; without a channel to errors it fills no log.
    const child = spawn(PROGRAM, [READER], { env: {}, stdio: ["pipe", "pipe", "ignore"] });
    const late = setTimeout(() => child.kill("SIGKILL"), mostMs);
    const said: Buffer[] = [];
    let length = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.byteLength;
      if (length > MOST_ANSWER_BYTES) child.kill("SIGKILL");
      else said.push(chunk);
    });
    child.once("error", (cause) => {
      clearTimeout(late);
      fail(new Error("The process that reads PDFs could not be started.", { cause }));
    });
    child.once("close", (status, signal) => {
      clearTimeout(late);
      // Ours for its time, its own for its memory, the system's for want of either.
      if (signal === "SIGKILL") answer({ problem: "large" });
      // A fault deep enough to end the reader is one of the file.
      else if (status !== 0) answer({ problem: "damaged" });
      else answer(JSON.parse(Buffer.concat(said).toString("utf8")));
    });
    // It may be gone before it has heard everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(bytes);
  });
}
