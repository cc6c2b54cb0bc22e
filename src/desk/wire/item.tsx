/** One item of the wire: what it says and said, what changed, and what becomes of it. */
import { raw } from "hono/html";
import { draftAccepted } from "#agency/articles/take-in.ts";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { addSource, keepSnapshot, keepSourceFile, outletNamed } from "#agency/sources/actions.ts";
import { keptPage } from "#agency/sources/reading.ts";
import { decideItem, noteUse, seeAlarm } from "#agency/wire-in/actions.ts";
import { placesFor } from "#agency/wire-in/places.ts";
import { type Channel, channelById, type Item, type ItemVersion, itemById } from "#agency/wire-in/queries.ts";
import { dayIn } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { newId } from "#lib/ids.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, together } from "#store/db.ts";
import { textAttr, textBlock, textNode, textOf } from "#text/document/nodes.ts";
import { printPlain } from "#text/document/plain.ts";
import { printHtml } from "#text/document/print-html.ts";
import type { NodeJson } from "#text/document/schema.ts";
import type { Intake } from "#text/intake/intake.ts";
import { citableSentences, withCitation } from "#text/quotes/cite.ts";
import { intakeOf, type WireCopy } from "#text/wire/copy.ts";
import { type FoundPicture, picturesOf } from "#text/wire/pictures.ts";
import { shownAt } from "../flow/times.ts";
import { Moment } from "../replies/parts.tsx";
import { Differences, type DifferencesView } from "../views/differences.tsx";
import { Choice, Problem } from "../views/fields.tsx";
import { ItemMarks, mainOf, nameOfLanguage, PictureLink, spokenIn } from "../views/wire.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import type { UseRefusal } from "../words/wire.ts";
import { type Taken, takePictures, termsOf } from "./pictures.ts";

export function itemRoutes(world: DeskWorld): Route[] {
  const right = "article.write";
  const address = "/desk/wire/{item}";
  return [
    deskPage(world, { address, right, parameters: ["from", "to", "view", "ignored"] }, printItem),
    deskAction(world, { address: `${address}/use`, right }, use),
    deskAction(world, { address: `${address}/decide`, right }, decide),
    deskAction(world, { address: `${address}/seen`, right }, see),
  ];
}

async function printItem(visit: DeskVisit): Promise<DeskPage | undefined> {
  const item = await itemById(visit.db, visit.steps["item"] ?? "");
  return item && itemPage(visit, item);
}

type Shown = { readonly refusal?: UseRefusal; readonly edition?: string };

async function itemPage(visit: DeskVisit, item: Item, { refusal, edition }: Shown = {}): Promise<DeskPage> {
  const { db, words } = visit;
  const { wire } = words;
  const held = item.all.find(({ holds }) => holds) ?? item.all.at(-1);
  const channel = await channelById(db, item.channelId);
  return {
    title: item.headline || wire.untitled,
    place: "wire",
    ...(refusal !== undefined && { status: refusal === "killed" ? 409 : 422 }),
    main: (
      <div class="wire-item">
        <p>
          <a href="/desk/wire">{wire.back}</a>
        </p>
        <p class="about">
          <ItemMarks item={item} visit={visit} />
        </p>
        {refusal !== undefined && <Problem>{wire.refused[refusal]}</Problem>}
        {item.alarm !== null && <Alarm item={item} visit={visit} />}
        {held && (
          <>
            <div class="wire-columns">
              <div>
                <Copy copy={held.copy} visit={visit} />
                <Pictures copy={held.copy} visit={visit} />
              </div>
              <div class="wire-beside">
                <Acts item={item} channel={channel} chosen={edition} visit={visit} />
                <Facts item={item} held={held} channel={channel} visit={visit} />
                <Uses item={item} visit={visit} />
              </div>
            </div>
            <Versions item={item} visit={visit} />
          </>
        )}
      </div>
    ),
  };
}

type Part = { readonly item: Item; readonly visit: DeskVisit };
type CopyPart = { readonly copy: WireCopy; readonly visit: DeskVisit };

const Alarm = ({ item, visit: { words } }: Part) => (
  <section class="problem" role="alert" aria-labelledby="alarm">
    <h2 id="alarm">{words.wire.alarms}</h2>
    <p>
      <strong>{item.alarm !== null && words.wire.alarm[item.alarm]}</strong>
    </p>
    <p>{words.wire.alarmsHint}</p>
    <form method="post" action={`/desk/wire/${item.id}/seen`}>
      <p class="buttons">
        <button type="submit">{words.wire.seen}</button>
      </p>
    </form>
  </section>
);

const Copy = ({ copy, visit: { words } }: CopyPart) => (
  <section aria-labelledby="copy">
    <h2 id="copy">{words.wire.copy}</h2>
    {copy.note !== "" && (
      <p class="wire-note">
        <strong>{words.wire.facts.note}:</strong> <bdi>{copy.note}</bdi>
      </p>
    )}
    <div class="wire-copy-text" {...spokenIn(copy.language)}>
      {copy.standfirst !== "" && <p class="standfirst">{copy.standfirst}</p>}
      {/* Printed from our own document, in which nothing runs and nothing is fetched. */}
      {raw(bodyOf(copy))}
    </div>
    {copy.corrections.length > 0 && (
      <>
        <h3>{words.wire.corrections}</h3>
        <ul {...spokenIn(copy.language)}>
          {copy.corrections.map(({ sentence }) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </>
    )}
  </section>
);

const Pictures = ({ copy, visit: { words } }: CopyPart) => {
  const pictures = picturesOf(copy);
  const { language } = copy;
  return pictures.length === 0 ? null : (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{words.wire.pictures}</h2>
      <p class="hint">{words.wire.picturesHint}</p>
      <ul>
        {pictures.map(({ href, caption, alt, credit, usageTerms }) => (
          <li>
            <PictureLink href={href} says={caption || alt} language={language} />{" "}
            <span class="quiet">{[credit, usageTerms].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

type ActsProps = Part & { readonly channel: Channel | undefined; readonly chosen: string | undefined };

const Acts = ({ item, channel, chosen, visit: { words, editions, query } }: ActsProps) => {
  const { wire } = words;
  const wanted = chosen ?? editionFor(item, channel, editions)?.code;
  const isForeign =
    item.language !== null && editions.every(({ language }) => mainOf(language) !== mainOf(item.language ?? ""));
  return (
    <section aria-labelledby="use">
      <h2 id="use">{wire.useTitle}</h2>
      {item.status === "usable" ? (
        <form method="post" action={`/desk/wire/${item.id}/use`}>
          <p class="hint">{wire.useHint}</p>
          {isForeign && (
            <p class="hint">{wire.translateHint(nameOfLanguage(mainOf(item.language ?? ""), words.language))}</p>
          )}
          <Choice
            name="edition"
            label={wire.useIn}
            options={editions.map(({ code, name }) => ({ value: code, text: name }))}
            chosen={wanted}
          />
          <p class="buttons">
            <button type="submit" class="main">
              {wire.use}
            </button>
          </p>
        </form>
      ) : (
        <p>{wire.refused.killed}</p>
      )}
      {item.state !== "used" && (
        <form method="post" action={`/desk/wire/${item.id}/decide`}>
          {query["ignored"] !== undefined && item.state === "ignored" && <p role="status">{wire.ignored}</p>}
          <p class="buttons">
            <button type="submit" name="do" value={item.state === "new" ? "ignore" : "bring-back"}>
              {item.state === "new" ? wire.ignore : wire.bringBack}
            </button>
          </p>
        </form>
      )}
    </section>
  );
};

type FactsProps = Part & { readonly held: ItemVersion; readonly channel: Channel | undefined };

const Facts = ({ item, held: { copy, format }, channel, visit }: FactsProps) => {
  const { words, editions } = visit;
  const { facts } = words.wire;
  const [first] = editions;
  const time = (at: Date | null) => (at === null || !first ? "" : shownAt(at, first, words));
  const lines: readonly (readonly [string, string])[] = [
    [facts.cameBy, item.channels.map(({ name }) => name).join(", ")],
    [facts.provider, copy.provider ?? ""],
    [facts.origin, copy.origin?.name ?? ""],
    [facts.authors, copy.authors.join(", ")],
    [facts.dateline, copy.dateline ? [copy.dateline.place, copy.dateline.date].filter(Boolean).join(", ") : ""],
    [facts.embargo, time(copy.embargoedUntil)],
    [facts.rights, copy.rights.notice || copy.rights.holder || channel?.rightsHolder || ""],
    [facts.terms, copy.rights.usageTerms || channel?.usageTerms || ""],
    [facts.sources, copy.sources.map(({ name }) => name).join(", ")],
    [facts.topics, [copy.section ?? "", ...copy.topics].filter(Boolean).join(", ")],
    [facts.version, copy.version === null ? "" : String(copy.version)],
    [facts.said, time(copy.versionCreated)],
    [facts.format, format],
  ];
  return (
    <section>
      <dl class="wire-facts">
        {lines
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        {copy.address !== null && (
          <div>
            <dt>{facts.page}</dt>
            <dd>
              <a href={copy.address} rel="noreferrer" dir="ltr" class="address">
                {copy.address}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
};

const Uses = ({ item: { uses }, visit: { words } }: Part) =>
  uses.length === 0 ? null : (
    <section aria-labelledby="uses">
      <h2 id="uses">{words.wire.uses}</h2>
      <ul class="used-in">
        {uses.map(({ articleId, headline, edition }) => (
          <li>
            <a href={`/desk/articles/${articleId}`} dir="auto">
              {headline || words.writing.untitled}
            </a>{" "}
            <span class="quiet">{edition}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const Versions = ({ item, visit }: Part) => {
  const { words, query } = visit;
  const { wire } = words;
  if (item.all.length < 2) return null;
  const before = item.all.find(({ id }) => id === query["from"]) ?? item.all.at(-2);
  const after = item.all.find(({ id }) => id === query["to"]) ?? item.all.at(-1);
  const nameOf = (version: ItemVersion) => wire.versions(item.all.indexOf(version) + 1);
  const options = item.all.map((version) => ({ value: version.id, text: nameOf(version) }));
  return (
    <section aria-labelledby="versions" class="wire-versions">
      <h2 id="versions">{wire.history}</h2>
      <ol>
        {item.all.map((version) => (
          <li>
            <span class="about">
              <strong>{nameOf(version)}</strong>
              {version.copy.signal !== null && <span>{wire.signals[version.copy.signal]}</span>}
              {version.holds && <span class="stage published">{wire.holds}</span>}
              <bdi>{version.channel}</bdi>
              <Moment visit={visit} at={version.madeAt} />
            </span>
            {version.copy.note !== "" && <p dir="auto">{version.copy.note}</p>}
          </li>
        ))}
      </ol>
      <form method="get" action={`/desk/wire/${item.id}#difference`} class="filters">
        <Choice name="from" label={wire.from} options={options} chosen={before?.id} />
        <Choice name="to" label={wire.to} options={options} chosen={after?.id} />
        <p class="buttons">
          <button type="submit">{wire.compare}</button>
        </p>
      </form>
      {before && after && before !== after && (
        <div id="difference">
          <Differences
            address={`/desk/wire/${item.id}?from=${before.id}&to=${after.id}`}
            view={viewFrom(query["view"])}
            titles={[nameOf(before), nameOf(after)]}
            parts={(["headline", "standfirst"] as const).map((name) => ({
              name,
              before: before.copy[name],
              after: after.copy[name],
            }))}
            bodies={[documentOf(before.copy), documentOf(after.copy)]}
            language={after.copy.language ?? before.copy.language ?? words.language}
            words={words}
          />
        </div>
      )}
    </section>
  );
};

function viewFrom(view: string | undefined): DifferencesView {
  return view === "side" ? "side" : "inline";
}

/** As it stands, labels of its sender in the words. */
function documentOf(copy: WireCopy) {
  return intakeOf(copy, { language: copy.language ?? "en", dateOrder: "day-first", today: UNDATED }).document;
}

// What is shown of copy has no day of its own reading.
const UNDATED = "2026-01-01";

function bodyOf(copy: WireCopy): string {
  return printHtml(documentOf(copy));
}

/** The edition its channel is for; else the one that speaks its language. */
function editionFor(item: Item, channel: Channel | undefined, editions: readonly Edition[]): Edition | undefined {
  return (
    editions.find(({ id }) => id === channel?.editionId) ??
    editions.find(({ language }) => mainOf(language) === mainOf(item.language ?? "")) ??
    editions[0]
  );
}

async function use(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, editions, staff, at } = visit;
  const item = await itemById(db, visit.steps["item"] ?? "");
  if (!item) return undefined;
  const edition = editions.find(({ code }) => code === form.text("edition"));
  if (!edition) return itemPage(visit, item, { refusal: "edition" });
  if (item.status !== "usable") return itemPage(visit, item, { refusal: "killed", edition: edition.code });
  const held = item.all.find(({ holds }) => holds);
  if (!held || readFor(edition, held.copy, at).headline === "")
    return itemPage(visit, item, { refusal: "headline", edition: edition.code });
  const { copy } = held;
  const channel = await channelById(db, item.channelId);
  const taken = await takePictures(visit, {
    pictures: picturesOf(copy),
    terms: termsOf(copy, channel),
    itemId: item.id,
  });
  const { read, lead } = withPictures(readFor(edition, copy, at, taken.kept), taken.kept);
  const snapshot = snapshotOf(copy, { at, text: printPlain(readFor(edition, copy, at).document).text });
  await keepSourceFile(db, visit.world.files, { id: snapshot.page.id, file: snapshot.file, at });
  const articleId = await together(db, async (db) => {
    const origin = originOf(copy, channel);
    const resting = await restingOn(db, { copy, origin: origin.name, snapshot, by: staff.id, at });
    const sentences = citableSentences(read.document);
    const document = sentences.length > 0 ? withCitation(read.document, 0, resting) : read.document;
    const { headline, standfirst, dateline } = read;
    const { left, ...places } = await placesFor(db, { edition, copy });
    const { articleId } = await draftAccepted(db, {
      edition,
      copy: {
        ...places,
        headline,
        standfirst,
        dateline,
        origin,
        document,
        picture: lead,
        embargoUntil: copy.embargoedUntil,
      },
      ...(await belongingTo(db, { item, edition, language: copy.language })),
      by: staff.id,
      at,
    });
    await noteUse(db, { id: item.id, articleId, left: [...taken.left, ...left], by: staff.id, at });
    return articleId;
  });
  return seeOther(`/desk/articles/${articleId}`, "kept");
}

type Kept = Taken<FoundPicture>["kept"];

function readFor({ language, dateOrder, timeZone }: Edition, copy: WireCopy, at: Date, kept: Kept = []): Intake {
  const ids = new Map(
    kept.flatMap(({ sent, picture }) =>
      sent.shownAs.map((src) => {
        // What its sender says of it here goes before what the library knew already.
        const credit = sent.credit !== "" && sent.credit !== picture.credit ? sent.credit : "";
        return [src, { id: picture.id, credit }] as const;
      }),
    ),
  );
  return intakeOf(copy, { language, dateOrder, today: dayIn(timeZone, at) }, (src) => ids.get(src));
}

/** The first that stands beside the words is above them, else the one they begin with; others that stand beside come below. */
function withPictures(read: Intake, kept: Kept): { readonly read: Intake; readonly lead: ArticleText["picture"] } {
  const beside = kept.filter(({ sent }) => sent.shownAs.length === 0);
  const [first, ...others] = beside;
  const below = others.map(({ sent, picture }) =>
    textBlock("picture", sent.caption === "" ? [] : [textNode(sent.caption)], {
      media: picture.id,
      alt: sent.alt || picture.alt,
      credit: sent.credit === picture.credit ? "" : sent.credit,
    }),
  );
  const content = dressed(read.document.content, kept);
  const [opening, ...rest] = content;
  const opens = first === undefined && opening?.type === "picture" && rest.length > 0;
  const words = opens ? { alt: textAttr(opening, "alt"), caption: textOf(opening) } : first?.sent;
  const id = opens ? textAttr(opening, "media") : first?.picture.id;
  return {
    read: { ...read, document: { type: "doc", content: [...(opens ? rest : content), ...below] } },
    lead: id === undefined ? null : { id, alt: words?.alt ?? "", caption: words?.caption ?? "" },
  };
}

/** What the sender says of a picture beside the words stands with it in them, where they say nothing of it. */
function dressed(nodes: readonly NodeJson[], kept: Kept): readonly NodeJson[] {
  return nodes.map((node) => {
    const one =
      node.type === "picture" ? kept.find(({ picture }) => picture.id === textAttr(node, "media")) : undefined;
    if (!one) return node.content ? { ...node, content: dressed(node.content, kept) } : node;
    const { alt, caption } = one.sent;
    return {
      ...node,
      attrs: { ...node.attrs, alt: textAttr(node, "alt") || alt },
      ...(textOf(node) === "" && caption !== "" && { content: [textNode(caption)] }),
    };
  });
}

/** Who is named below the story: where the copy says it comes from, else who sent it. */
function originOf(
  copy: WireCopy,
  channel: Channel | undefined,
): { readonly name: string; readonly url: string | null } {
  if (copy.origin && copy.origin.name !== "") return { name: copy.origin.name, url: copy.origin.uri ?? copy.address };
  return { name: copy.provider || copy.rights.holder || channel?.name || "", url: copy.address };
}

type Snapshot = ReturnType<typeof keptPage>;

/** The words of the copy as they came, so that quotations are checked against them when its page is gone. */
function snapshotOf(copy: WireCopy, { at, text }: { readonly at: Date; readonly text: string }): Snapshot {
  const bytes = new TextEncoder().encode([copy.headline, copy.standfirst, text].filter(Boolean).join("\n\n"));
  return keptPage({
    id: newId(at),
    at,
    sourceId: "",
    how: "pasted",
    software: "Dateline",
    address: copy.address,
    type: "text/plain; charset=utf-8",
    bytes,
  });
}

type Resting = {
  readonly copy: WireCopy;
  readonly origin: string;
  readonly snapshot: Snapshot;
  readonly by: string;
  readonly at: Date;
};

/** Its outlet and the copy itself stand in the ledger; answers the copy's id there. */
async function restingOn(db: Db, { copy, origin, snapshot, by, at }: Resting): Promise<string> {
  const { language } = copy;
  if (origin !== "") await outletNamed(db, { name: origin, language, by, at });
  const id = await addSource(db, {
    source: {
      kind: copy.address === null ? "document" : "page",
      name: [origin, copy.headline].filter(Boolean).join(": ").slice(0, LONGEST_SOURCE),
      office: "",
      language,
      url: copy.address,
      publishedOn: copy.versionCreated?.toISOString().slice(0, 10) ?? null,
      notes: [copy.rights.notice, copy.rights.usageTerms].filter(Boolean).join("\n"),
    },
    by,
    at,
  });
  await keepSnapshot(db, { page: { ...snapshot.page, sourceId: id }, by, at });
  return id;
}

const LONGEST_SOURCE = 300;

/** A second draft, for another edition, belongs to the story of the first, and translates it where that is in the copy's language. */
async function belongingTo(
  db: Db,
  { item, edition, language }: { readonly item: Item; readonly edition: Edition; readonly language: string | null },
): Promise<{ readonly storyId?: string; readonly translatedFrom?: string }> {
  const [first] = item.uses;
  if (!first || item.uses.some(({ edition: code }) => code === edition.code)) return {};
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.story_id", "edition.language"])
    .where("article.id", "=", first.articleId)
    .executeTakeFirst();
  if (!row) return {};
  const isOriginal = language !== null && mainOf(row.language) === mainOf(language);
  return { storyId: row.story_id, ...(isOriginal && { translatedFrom: first.articleId }) };
}

async function decide(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, steps, staff, at } = visit;
  const id = steps["item"] ?? "";
  if (!(await itemById(db, id))) return undefined;
  const to = form.text("do") === "bring-back" ? "new" : "ignored";
  const isDecided = await decideItem(db, { id, to, by: staff.id, at });
  return seeOther(`/desk/wire/${id}${to === "ignored" && isDecided ? "?ignored=1" : ""}`);
}

async function see({ db, steps, staff, at }: DeskVisit): Promise<DeskAnswer> {
  const id = steps["item"] ?? "";
  if (!(await itemById(db, id))) return undefined;
  await seeAlarm(db, { id, by: staff.id, at });
  return seeOther(`/desk/wire/${id}`, "kept");
}
