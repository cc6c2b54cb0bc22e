/** PDFs read apart: their words in several scripts, and files that cannot be read or mean harm. */
import { expect, test } from "bun:test";
import { fileOf, pdfOf, streamOf } from "#test/pdf.ts";
import { isPdf, readPdf } from "./pdf.ts";

test("the words of every page are read in order, in any script, with the title", async () => {
  const bytes = pdfOf({
    title: "Отчёт о пароме",
    pages: [
      ["“We have agreed to keep", "the night ferry,” Nora Valent said.", "", "It carries 1,500 people a week."],
      [],
      ["Мы договорились сохранить", "ночной паром."],
      ["اتفقنا على إبقاء العبّارة الليلية", "قالت نورا ڤالنت في عام"],
      ["Wir haben uns geeinigt: die Fähre fährt weiter."],
      ["夜間フェリーを維持する"],
    ],
  });
  expect(isPdf(bytes)).toBe(true);
  const read = await readPdf(bytes);
  if ("problem" in read) throw new Error(read.problem);
  expect(read.pdf.title).toBe("Отчёт о пароме");
  expect(read.pdf.pages.map((page) => page.trim())).toEqual([
    "“We have agreed to keep\nthe night ferry,” Nora Valent said.\n\nIt carries 1,500 people a week.",
    "",
    "Мы договорились сохранить\nночной паром.",
    "اتفقنا على إبقاء العبّارة الليلية\nقالت نورا ڤالنت في عام",
    "Wir haben uns geeinigt: die Fähre fährt weiter.",
    "夜間フェリーを維持する",
  ]);
});

const LOCK = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`;
const words = [["Nobody reads this."]];

test("what is no text says why: locked, cut off, no PDF, pictures alone", async () => {
  const whole = pdfOf({ pages: words });
  // Of a file of one page with more objects, the next number is 9.
  const locked = pdfOf({
    pages: words,
    more: [LOCK],
    trailer: `/Encrypt 9 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`,
  });
  const scanned = fileOf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
      streamOf("q 595 0 0 842 0 0 cm /I Do Q"),
      streamOf(
        new Uint8Array(64),
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
      ),
    ],
    "/Root 1 0 R",
  );
  expect(await readPdf(locked)).toEqual({ problem: "locked" });
  expect(await readPdf(whole.subarray(0, whole.length - 40))).toEqual({ problem: "damaged" });
  expect(await readPdf(Buffer.from("%PDF-1.7 and then nothing of a PDF %%EOF"))).toEqual({ problem: "damaged" });
  expect(await readPdf(scanned)).toEqual({ problem: "no-words" });
  expect(isPdf(Buffer.from("<!doctype html><p>A PDF begins with %PDF-1.7"))).toBe(false);
  expect(isPdf(Buffer.from("\r\n%PDF-1.7"))).toBe(true);
});

/** One page after another, each the same object. */
function manyPages(count: number, content: Uint8Array): Uint8Array {
  return fileOf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Kids [${"3 0 R ".repeat(count)}] /Count ${count} >>`,
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
      content,
    ],
    "/Root 1 0 R",
  );
}

test("a file of more pages than a book, one that takes too long and one that unpacks into memory are left, and the process with them", async () => {
  expect(await readPdf(manyPages(5_000, streamOf("")))).toEqual({ problem: "large" });
  const slow = manyPages(2_000, streamOf("q 1 0 0 1 0 0 cm Q ".repeat(200_000)));
  expect(await readPdf(slow, { mostMs: 4_000 })).toEqual({ problem: "large" });
  const bomb = manyPages(1, streamOf(Buffer.alloc(1024 * 1024 * 1024)));
  // With more time than a test has, it is its memory alone that it is left for.
  expect(await readPdf(bomb, { mostMs: 600_000 })).toEqual({ problem: "large" });
  // The next is read as if nothing had been.
  expect(await readPdf(pdfOf({ pages: words }))).toHaveProperty("pdf");
});

test("a page tree that leads back to itself, and objects that are nonsense, are no text and no harm", async () => {
  const round = fileOf(
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 3 >>"],
    "/Root 1 0 R",
  );
  const nonsense = fileOf(
    ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids 12 /Count (x) >>"],
    "/Root 1 0 R",
  );
  for (const bytes of [round, nonsense]) expect(await readPdf(bytes)).toHaveProperty("problem");
});

test("what a file asks the reader to do is not done", async () => {
  const asked: string[] = [];
  using server = Bun.serve({
    port: 0,
    fetch: ({ url }) => {
      asked.push(url);
      return new Response("words from elsewhere");
    },
  });
  const bytes = fileOf(
    [
      `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${server.url}js"\\)) >> >>`,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
      `<< /Length 0 /F << /FS /URL /F (${server.url}stream) >> >>\nstream\n\nendstream`,
    ],
    "/Root 1 0 R",
  );
  expect(await readPdf(bytes)).toEqual({ problem: "no-words" });
  expect(asked).toEqual([]);
});
