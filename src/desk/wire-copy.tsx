/**
 * Wire copy, pasted or sent as a file: read, shown with all that was found in it, and made a draft of what the editor
 * accepts. The copy itself travels in the form, so that nothing is kept of copy nobody took, and nothing typed is lost.
 */
import { LONGEST_HEADLINE } from "#agency/articles/begin.ts";
import { type AcceptedCopy, draftAccepted, type ReadCopy, readCopy } from "#agency/articles/take-in.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { outletNamed } from "#agency/sources/actions.ts";
import { isDay } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, together } from "#store/db.ts";
import { isWebAddress } from "#text/document/links.ts";
import { textBlock, textNode } from "#text/document/nodes.ts";
import type { DocumentJson, MarkJson } from "#text/document/schema.ts";
import { markedWords, withDecided } from "#text/intake/accept.ts";
import { decodeText } from "#text/intake/decode.ts";
import { citableSentences, withCitation } from "#text/quotes/cite.ts";
import { ReviewCopy, SendCopy } from "./views/wire-copy.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage, seeOther } from "./visit.ts";
import type { CopyRefusal, ReviewRefusal } from "./words/wire-copy.ts";

const ADDRESS = "/desk/wire-copy";
// A page saved with its pictures inside has a few MB, and a form writes each Russian letter with six.
const MOST_BYTES = 16 * 1024 * 1024;

export function wireCopyRoutes(world: DeskWorld): Route[] {
  const route = { address: ADDRESS, right: "article.write", mostBytes: MOST_BYTES } as const;
  return [deskPage(world, route, printForm), deskAction(world, route, readOrTake)];
}

async function printForm(visit: DeskVisit): Promise<DeskPage> {
  return sendPage(visit, { copy: "", edition: visit.editions[0]?.code ?? "" });
}

async function readOrTake(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const { db, editions, staff, at } = visit;
  const code = form.text("edition");
  const sent = await copyFrom(form);
  const again = (refusal: CopyRefusal) => sendPage(visit, { copy: sent.text, edition: code, refusal });
  const edition = editions.find((one) => one.code === code);
  if (!edition) return again("edition-missing");
  if (sent.refusal) return again(sent.refusal);
  const read = await readCopy(db, { text: sent.text, edition, at });
  if (read.findings.some((finding) => finding.code === "empty")) return again("empty");
  if (form.text("do") !== "take") return reviewPage(visit, { text: sent.text, edition, read, choice: asFound(read) });

  const choice = choiceFrom(form, read);
  const refusal = refusalOf(choice);
  if (refusal) return reviewPage(visit, { text: sent.text, edition, read, choice, refusal });
  const articleId = await together(db, async (db) => {
    const copy = acceptedFrom(read, choice);
    const document = await resting(db, {
      on: read,
      as: choice,
      document: copy.document,
      language: edition.language,
      by: staff.id,
      at,
    });
    return (await draftAccepted(db, { edition, copy: { ...copy, document }, by: staff.id, at })).articleId;
  });
  return seeOther(`/desk/articles/${articleId}`, "kept");
}

type Resting = {
  readonly on: ReadCopy;
  readonly as: Choice;
  readonly document: DocumentJson;
  readonly language: string;
  readonly by: string;
  readonly at: Date;
};

/** The body with each sentence that names an outlet resting on it: one outlet of the ledger, however often it is named. */
async function resting(db: Db, { on, as, document, language, by, at }: Resting): Promise<DocumentJson> {
  const found = citableSentences(on.document);
  // A label that went back into the text as words may have made other sentences; then none is guessed at.
  if (citableSentences(document).length < found.length) return document;
  let cited = document;
  for (const [number, { outlet, sentence }] of on.attributions.entries()) {
    const place = found.findIndex(({ words }) => words === sentence);
    if (place < 0 || as.attributions[number] === false) continue;
    cited = withCitation(cited, place, await outletNamed(db, { name: outlet, language, by, at }));
  }
  return cited;
}

/** A file goes before what is in the field, where the last one may still stand. */
async function copyFrom(form: Form): Promise<{ readonly text: string; readonly refusal?: CopyRefusal }> {
  const typed = form.text("copy");
  const [file] = form.files("file");
  if (!file) return typed === "" ? { text: "", refusal: "empty" } : { text: typed };
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  return "text" in decoded ? { text: decoded.text } : { text: typed, refusal: "not-text" };
}

/** What an editor makes of what was found: words of fields, and which marks and lines are taken. */
export type Choice = {
  readonly headline: string;
  readonly standfirst: string;
  readonly place: string;
  readonly day: string;
  readonly originName: string;
  readonly originUrl: string;
  readonly quotations: readonly { readonly taken: boolean; readonly speaker: string; readonly office: string }[];
  readonly attributions: readonly boolean[];
  readonly events: readonly boolean[];
  readonly labels: readonly boolean[];
  readonly putBack: readonly boolean[];
};

/** Everything found is taken, and everything dropped stays dropped. */
function asFound(read: ReadCopy): Choice {
  const { document } = read;
  return {
    headline: read.headline,
    standfirst: read.standfirst,
    place: read.dateline?.place ?? "",
    day: read.dateline?.date ?? "",
    originName: read.origin?.name ?? "",
    originUrl: read.origin?.url ?? "",
    quotations: markedWords(document, "quotation").map(({ mark }) => ({
      taken: true,
      speaker: wordsOf(mark, "speaker"),
      office: wordsOf(mark, "office"),
    })),
    attributions: read.attributions.map(() => true),
    events: markedWords(document, "event").map(() => true),
    labels: markedWords(document, "mention").map(() => true),
    putBack: read.dropped.map(() => false),
  };
}

function choiceFrom(form: Form, read: ReadCopy): Choice {
  const found = asFound(read);
  const ticked = (name: string) => {
    const places = new Set(form.texts(name));
    return (_: unknown, at: number) => places.has(`${at}`);
  };
  const isQuotation = ticked("quotation");
  return {
    headline: oneLine(form.text("headline")),
    standfirst: oneLine(form.text("standfirst")),
    place: form.text("place"),
    day: form.text("day"),
    originName: form.text("origin"),
    originUrl: form.text("origin-url"),
    quotations: found.quotations.map((one, at) => ({
      taken: isQuotation(one, at),
      speaker: form.text(`speaker-${at}`),
      office: form.text(`office-${at}`),
    })),
    attributions: found.attributions.map(ticked("attribution")),
    events: found.events.map(ticked("event")),
    labels: found.labels.map(ticked("label")),
    putBack: found.putBack.map(ticked("dropped")),
  };
}

function refusalOf({ headline, day, originUrl }: Choice): ReviewRefusal | undefined {
  if (headline === "") return "headline-missing";
  if (headline.length > LONGEST_HEADLINE) return "headline-long";
  if (day !== "" && !isDay(day)) return "day";
  return originUrl === "" || isWebAddress(originUrl) ? undefined : "origin-url";
}

function acceptedFrom(read: ReadCopy, choice: Choice): AcceptedCopy {
  const { headline, standfirst, place, day, originName, originUrl } = choice;
  return {
    headline,
    standfirst,
    dateline: place === "" && day === "" ? null : { place, date: day },
    origin: originName === "" ? null : { name: originName, url: originUrl || null },
    document: acceptedBody(read, choice),
  };
}

function acceptedBody({ document, dropped }: ReadCopy, choice: Choice): DocumentJson {
  const spoken = withDecided(document, "quotation", (at, mark) => {
    const { taken = true, speaker = "", office = "" } = choice.quotations[at] ?? {};
    const attrs = { ...mark.attrs, speaker: speaker || null, office: office || null };
    return taken ? { ...mark, attrs } : undefined;
  });
  const dated = withDecided(spoken, "event", (at, mark) => (choice.events[at] === false ? undefined : mark));
  const labelled = withDecided(dated, "mention", (at, mark) => (choice.labels[at] === false ? undefined : mark));
  const back = dropped.filter((_, at) => choice.putBack[at]);
  const lines = back.map(({ text }) => textBlock("paragraph", [textNode(oneLine(text))]));
  return { type: "doc", content: [...labelled.content, ...lines] };
}

function wordsOf({ attrs }: MarkJson, name: string): string {
  const words = attrs?.[name];
  return typeof words === "string" ? words : "";
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}

type Sent = { readonly copy: string; readonly edition: string; readonly refusal?: CopyRefusal };

function sendPage({ words, editions }: DeskVisit, { copy, edition, refusal }: Sent): DeskPage {
  return {
    title: words.wireCopy.title,
    place: "articles",
    ...(refusal && { status: 422 }),
    main: (
      <SendCopy
        action={ADDRESS}
        editions={editions}
        chosen={edition}
        copy={copy}
        refusal={refusal}
        words={words.wireCopy}
      />
    ),
  };
}

type Reviewed = {
  readonly text: string;
  readonly edition: Edition;
  readonly read: ReadCopy;
  readonly choice: Choice;
  readonly refusal?: ReviewRefusal;
};

function reviewPage({ words }: DeskVisit, { text, edition, read, choice, refusal }: Reviewed): DeskPage {
  return {
    title: words.wireCopy.reviewTitle,
    place: "articles",
    ...(refusal && { status: 422 }),
    main: (
      <ReviewCopy
        action={ADDRESS}
        text={text}
        edition={edition}
        read={read}
        choice={choice}
        marked={{
          quotations: markedWords(read.document, "quotation"),
          events: markedWords(read.document, "event"),
          labels: markedWords(read.document, "mention"),
        }}
        refusal={refusal}
        words={words.wireCopy}
      />
    ),
  };
}
