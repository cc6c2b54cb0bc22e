/** Which elements and styles of HTML are marks of the document. */
import { type Attributes, styleOf } from "./html-elements.ts";
import type { MarkJson } from "./schema.ts";

// In the order of the schema; those of a caption's parts last, which the caption takes off again.
const MARK_ORDER = ["link", "quotation", "event", "strong", "em", "code", "speaker", "office", "credit"];
export const CAPTION_PARTS: readonly string[] = ["speaker", "office", "credit"];

const STRONG: MarkJson = { type: "strong" };
const EM: MarkJson = { type: "em" };
const CODE: MarkJson = { type: "code" };

export const MARKS: ReadonlyMap<string, MarkJson> = new Map([
  ["b", STRONG],
  ["strong", STRONG],
  ["i", EM],
  ["em", EM],
  ["cite", EM],
  ["dfn", EM],
  ["code", CODE],
  ["kbd", CODE],
  ["samp", CODE],
  ["tt", CODE],
]);

type StyledMarks = { readonly adds: readonly MarkJson[]; readonly takes: readonly string[] };

const NO_STYLE: StyledMarks = { adds: [], takes: [] };

/** Word processors write bold and italic as styles, also to take them back: a clipboard sits in a `<b>` that is not bold. */
export function marksOfStyle(attributes: Attributes): StyledMarks {
  const style = styleOf(attributes);
  if (style === "") return NO_STYLE;
  const [, weight = ""] = /(?:^|;)\s*font-weight\s*:\s*([a-z0-9]+)/i.exec(style) ?? [];
  const [, slant = ""] = /(?:^|;)\s*font-style\s*:\s*([a-z]+)/i.exec(style) ?? [];
  const isBold = /^(?:bold|bolder|[6-9]00)$/i.test(weight);
  const isItalic = /^(?:italic|oblique)$/i.test(slant);
  return {
    adds: [...(isBold ? [STRONG] : []), ...(isItalic ? [EM] : [])],
    takes: [
      ...(/^(?:normal|lighter|[1-5]00)$/i.test(weight) ? [STRONG.type] : []),
      ...(/^normal$/i.test(slant) ? [EM.type] : []),
    ],
  };
}

/** What an element marks by itself: emphasis, and what our own pages print. Links and captions are left to who reads them. */
export function marksOfElement(element: string, attributes: Attributes): readonly MarkJson[] {
  const known = MARKS.get(element);
  if (known) return [known];
  const name = attributes.get("class");
  if (element === "time" && name === "event") return eventOf(attributes.get("datetime") ?? "");
  return element === "span" && name === "quotation" ? [quotationOf(attributes)] : [];
}

function quotationOf(attributes: Attributes): MarkJson {
  const speaker = attributes.get("data-speaker") || null;
  return { type: "quotation", attrs: { speaker, office: attributes.get("data-office") || null, source: null } };
}

function eventOf(date: string): readonly MarkJson[] {
  const [year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date)?.slice(1) ?? [];
  if (year === undefined) return [];
  const precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
  return [{ type: "event", attrs: { date, precision } }];
}

/** The marks in their order, the last of each kind, without those taken back. */
export function withMarks(marks: readonly MarkJson[], takes: readonly string[]): readonly MarkJson[] {
  return MARK_ORDER.flatMap((type) =>
    takes.includes(type) ? [] : (marks.findLast((mark) => mark.type === type) ?? []),
  );
}
