/** Copy as a wire sent it: what its format said of it, and its words, before intake has read them. */
import { type HtmlSource, parseHtml } from "#text/document/html.ts";
import { type Intake, type IntakeEdition, intakeKnown } from "#text/intake/intake.ts";
import { escaped } from "./loose-xml.ts";
import type { WireCorrection, WireNamed, WireSignal, WireStatus } from "./story.ts";

export type WireCopy = {
  /** What it is called by whoever sent it, the same in every version; nothing when it does not say. */
  readonly id: string | null;
  readonly version: number | null;
  readonly status: WireStatus;
  readonly signal: WireSignal | null;
  readonly note: string;
  /** BCP 47, as it says itself. */
  readonly language: string | null;
  readonly firstCreated: Date | null;
  readonly versionCreated: Date | null;
  readonly embargoedUntil: Date | null;
  readonly urgency: number | null;
  /** Plain words, as the rest of these. */
  readonly headline: string;
  readonly standfirst: string;
  readonly authors: readonly string[];
  readonly dateline: { readonly place: string; readonly date: string } | null;
  readonly section: string | null;
  readonly topics: readonly string[];
  readonly provider: string | null;
  readonly rights: { readonly holder: string; readonly notice: string; readonly usageTerms: string };
  readonly origin: WireNamed | null;
  readonly sources: readonly WireNamed[];
  readonly corrections: readonly WireCorrection[];
  readonly pictures: readonly CopyPicture[];
  /** What it says it is a translation of. */
  readonly original: string | null;
  /** Its page, whole. */
  readonly address: string | null;
  readonly body: { readonly format: "html" | "text"; readonly words: string };
};

export type CopyPicture = {
  /** Whole address of the largest. */
  readonly href: string;
  readonly type: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly usageTerms: string;
};

export const NO_COPY: WireCopy = {
  id: null,
  version: null,
  status: "usable",
  signal: null,
  note: "",
  language: null,
  firstCreated: null,
  versionCreated: null,
  embargoedUntil: null,
  urgency: null,
  headline: "",
  standfirst: "",
  authors: [],
  dateline: null,
  section: null,
  topics: [],
  provider: null,
  rights: { holder: "", notice: "", usageTerms: "" },
  origin: null,
  sources: [],
  corrections: [],
  pictures: [],
  original: null,
  address: null,
  body: { format: "text", words: "" },
};

/** An embargo without a day, or with one nobody can read, holds until its sender sends another version. */
export function embargoOf({
  isSaid,
  until,
  status,
}: {
  readonly isSaid: boolean;
  readonly until: Date | null;
  readonly status: WireStatus;
}): Pick<WireCopy, "status" | "embargoedUntil"> {
  const isOpen = isSaid && until === null && status === "usable";
  return { status: isOpen ? "withheld" : status, embargoedUntil: until };
}

/**
 * What intake makes of it. What the wire said in a field of its own is not looked for in the words. `picture` answers the
 * kept picture for an address as the words write it; without it, and for those it does not know, pictures are left out.
 */
export function intakeOf(
  copy: WireCopy,
  edition: IntakeEdition,
  picture: HtmlSource["picture"] = () => undefined,
): Intake {
  const { body, headline, standfirst, dateline, origin, language } = copy;
  const html = body.format === "html" ? body.words : paragraphs(body.words);
  const spoken = { ...edition, ...(language !== null && { language }) };
  const document = parseHtml(
    html.replaceAll(PICTURE, (figure) => (holdsPicture(figure, picture) ? figure : "")),
    { picture },
  );
  const known = { headline, standfirst, dateline, origin: origin && { name: origin.name, url: origin.uri }, document };
  const read = intakeKnown(known, spoken);
  return { ...read, language: language ?? read.language };
}

/** Pictures come beside the words, with all that is said of them. */
const PICTURE = /<figure class="picture">(?:(?!<figure\b)[\s\S])*?<\/figure>/g;

function holdsPicture(html: string, picture: NonNullable<HtmlSource["picture"]>): boolean {
  let isKept = false;
  parseHtml(html, {
    picture: (src) => {
      isKept ||= picture(src) !== undefined;
      return undefined;
    },
  });
  return isKept;
}

function paragraphs(words: string): string {
  return words
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}
