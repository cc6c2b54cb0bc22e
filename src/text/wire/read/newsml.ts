/** NewsML-G2 and NewsML 1.2. A message may hold many items; pictures among them belong to the texts that name them. */
import { type CopyPicture, embargoOf, NO_COPY, type WireCopy } from "../copy.ts";
import { asHtml } from "../loose-xml.ts";
import {
  correctionFrom,
  signalledNote,
  WIRE_SIGNALS,
  WIRE_STATUSES,
  type WireNamed,
  type WireSignal,
} from "../story.ts";
import { childAt, childrenOf, descendantsOf, lineOf, wordsOf, type XmlNode } from "../xml-tree.ts";
import { instantFrom } from "./dates.ts";
import { pictureAt, resolved } from "./feeds.ts";
import { readNitf } from "./nitf.ts";

/** `files` stands before the name of a picture that came as a file of its own. */
export function readNewsMlG2(root: XmlNode, files?: string): WireCopy[] {
  const items = root.name === "newsItem" ? [root] : descendantsOf(root, "newsItem");
  const isPicture = (item: XmlNode) => codeOf(childAt(item, "itemMeta", "itemClass")) === "picture";
  const pictures = new Map(items.filter(isPicture).map((item) => [item.attributes["guid"] ?? "", item]));
  const texts = items.filter((item) => !isPicture(item));
  return texts.map((item) => g2Item(item, pictures, files));
}

function g2Item(item: XmlNode, pictures: ReadonlyMap<string, XmlNode>, files: string | undefined): WireCopy {
  const [meta, content, rights] = [
    childAt(item, "itemMeta"),
    childAt(item, "contentMeta"),
    childAt(item, "rightsInfo"),
  ];
  const inMeta = (name: string) => (meta ? childrenOf(meta, name) : []);
  const inContent = (name: string) => (content ? childrenOf(content, name) : []);
  const notes = inMeta("edNote");
  const corrections = notes.flatMap((note) => correctionFrom(lineOf(note)) ?? []);
  const said = signalledNote(lineOf(notes.find((note) => !correctionFrom(lineOf(note)))));
  const links = inMeta("link");
  const linked = (code: string) => links.filter(({ attributes }) => codeFrom(attributes["rel"]) === code);
  const nitf = descendantsOf(item, "nitf")[0];
  const inNitf = nitf ? readNitf(nitf, files) : undefined;
  const own = linked("picture").flatMap(({ attributes }) => {
    const picture = pictures.get(attributes["residref"] ?? "");
    return picture ? g2Picture(picture, files) : [];
  });
  const sources = inContent("infoSource").map((node) => ({
    role: codeFrom(node.attributes["role"]),
    ...namedFrom(node),
  }));
  const origin = sources.find(({ role }) => role === "origin" || role === "origProv");
  const version = Number(item.attributes["version"]);
  const subjects = inContent("subject");
  const place =
    lineOf(childAt(content, "located", "name")) || (childAt(content, "located")?.attributes["literal"] ?? "");
  const created = /^\d{4}-\d{2}-\d{2}/.exec(lineOf(childAt(content, "contentCreated")))?.[0];
  const [description] = inContent("description").filter(({ attributes }) => codeFrom(attributes["role"]) !== "caption");
  return {
    ...NO_COPY,
    id: item.attributes["guid"] ?? null,
    version: Number.isInteger(version) && version > 0 ? version : null,
    // Its type is a date "or nothing": an embargo until it is said to be over.
    ...embargoOf({
      isSaid: inMeta("embargoed").length > 0,
      until: instantFrom(lineOf(childAt(meta, "embargoed"))),
      status: WIRE_STATUSES.find((status) => status === codeOf(childAt(meta, "pubStatus"))) ?? "usable",
    }),
    signal: said.signal ?? signalFrom(inMeta("signal").map(codeOf)),
    note: said.note,
    language: childAt(content, "language")?.attributes["tag"] ?? item.attributes["xml:lang"] ?? null,
    firstCreated: instantFrom(lineOf(childAt(meta, "firstCreated"))),
    versionCreated: instantFrom(lineOf(childAt(meta, "versionCreated"))),
    urgency: Number(lineOf(childAt(content, "urgency"))) || null,
    headline: lineOf(childAt(content, "headline")) || (inNitf?.headline ?? ""),
    standfirst: lineOf(description),
    authors: inContent("creator")
      .map((node) => namedFrom(node).name)
      .filter(Boolean),
    dateline: created === undefined ? (inNitf?.dateline ?? null) : { place, date: created },
    section:
      subjects
        .filter(({ attributes }) => codeFrom(attributes["type"]) === "section")
        .map((node) => namedFrom(node).name)[0] ?? null,
    topics: subjects
      .filter(({ attributes }) => !NO_TOPICS.has(codeFrom(attributes["type"])))
      .map((node) => namedFrom(node).name)
      .filter(Boolean),
    provider: lineOf(childAt(meta, "provider", "name")) || childAt(meta, "provider")?.attributes["literal"] || null,
    rights: {
      holder:
        lineOf(childAt(rights, "copyrightHolder", "name")) ||
        (childAt(rights, "copyrightHolder")?.attributes["literal"] ?? ""),
      notice: lineOf(childAt(rights, "copyrightNotice")),
      usageTerms: lineOf(childAt(rights, "usageTerms")),
    },
    origin: origin ? { name: origin.name, uri: origin.uri } : null,
    sources: sources.filter(({ role }) => role === "source").map(({ name, uri }) => ({ name, uri })),
    corrections,
    pictures: own.length > 0 ? own : (inNitf?.pictures ?? []),
    original: linked("translatedFrom")[0]?.attributes["residref"] ?? null,
    address: resolved(linked("page")[0]?.attributes["href"], undefined) ?? null,
    body: inNitf?.body ?? g2Body(item),
  };
}

const NO_TOPICS = new Set(["section", "organisation", "speaker"]);

function signalFrom(codes: readonly string[]): WireSignal | null {
  return WIRE_SIGNALS.find((signal) => codes.includes(signal)) ?? null;
}

function g2Body(item: XmlNode): WireCopy["body"] {
  const xml = childAt(item, "contentSet", "inlineXML");
  const html = xml && (descendantsOf(xml, "body")[0] ?? xml);
  if (html) return { format: "html", words: asHtml(html.children) };
  const data = childAt(item, "contentSet", "inlineData");
  const isMarkup = /html/.test(data?.attributes["contenttype"] ?? "");
  return { format: isMarkup ? "html" : "text", words: wordsOf(data).trim() };
}

function g2Picture(item: XmlNode, files: string | undefined): CopyPicture[] {
  const content = childAt(item, "contentMeta");
  const set = childAt(item, "contentSet");
  const remote = set
    ? childrenOf(set, "remoteContent").toSorted(
        (one, other) => Number(other.attributes["width"] ?? 0) - Number(one.attributes["width"] ?? 0),
      )
    : [];
  const [largest] = remote;
  const href = pictureAt(largest?.attributes["href"], files);
  if (!largest || href === undefined) return [];
  const described = (code: string) =>
    (content ? childrenOf(content, "description") : []).find(({ attributes }) => codeFrom(attributes["role"]) === code);
  return [
    {
      href,
      type: largest.attributes["contenttype"] ?? "image/*",
      alt: lineOf(described("alternative")),
      caption: lineOf(described("caption")),
      credit: lineOf(childAt(content, "creditline")) || lineOf(childAt(item, "rightsInfo", "copyrightNotice")),
      usageTerms: lineOf(childAt(item, "rightsInfo", "usageTerms")),
    },
  ];
}

function namedFrom(node: XmlNode): WireNamed {
  return {
    name: lineOf(childAt(node, "name")) || (node.attributes["literal"] ?? ""),
    uri: node.attributes["uri"] ?? null,
  };
}

/** `stat:usable` → `usable`; an address of a code ends in it. */
function codeOf(node: XmlNode | undefined): string {
  return codeFrom(node?.attributes["qcode"] ?? node?.attributes["uri"]);
}

function codeFrom(written: string | undefined): string {
  return written?.split(/[:/#]/).at(-1) ?? "";
}

/** NewsML 1.0 to 1.2; `files` as for NewsML-G2. */
export function readNewsMl1(root: XmlNode, files?: string): WireCopy[] {
  return descendantsOf(root, "NewsItem").map((item) => {
    const identifier = childAt(item, "Identification", "NewsIdentifier");
    const management = childAt(item, "NewsManagement");
    const said = (node: XmlNode | undefined, ...path: string[]) => lineOf(childAt(node, ...path));
    const formal = (node: XmlNode | undefined, ...path: string[]) =>
      childAt(node, ...path)?.attributes["FormalName"] ?? "";
    const lines = descendantsOf(item, "NewsLines")[0];
    const administrative = descendantsOf(item, "AdministrativeMetadata")[0];
    const descriptive = descendantsOf(item, "DescriptiveMetadata")[0];
    const nitf = descendantsOf(item, "nitf")[0];
    const inNitf = nitf ? readNitf(nitf, files) : undefined;
    const revision = Number(said(identifier, "RevisionId"));
    const status = formal(management, "Status").toLowerCase();
    const instruction = formal(management, "Instruction").toLowerCase();
    const urgency = Number(formal(management, "Urgency")) || null;
    const [content] = descendantsOf(item, "DataContent");
    const id =
      said(identifier, "PublicIdentifier").replace(/:\d+[A-Z]?$/, "") ||
      ["ProviderId", "DateId", "NewsItemId"]
        .map((name) => said(identifier, name))
        .filter(Boolean)
        .join(":");
    const stated = inNitf?.note || lineOf(descendantsOf(item, "Instruction")[0]);
    return {
      ...NO_COPY,
      ...(inNitf ?? {}),
      id: id || (inNitf?.id ?? null),
      version: Number.isInteger(revision) && revision > 0 ? revision : null,
      ...embargoOf({
        isSaid: /embargoed/.test(status),
        until: /embargoed/.test(status) ? instantFrom(said(management, "StatusWillChange", "DateAndTime")) : null,
        status: /cancel/.test(status) ? "canceled" : /withheld/.test(status) ? "withheld" : "usable",
      }),
      signal: /kill|cancel/.test(status + instruction)
        ? "kill"
        : (signalFrom([instruction]) ?? (instruction === "rectify" ? "correction" : null)),
      note: stated,
      language: formal(descriptive, "Language") || (inNitf?.language ?? null) || item.attributes["xml:lang"] || null,
      firstCreated: instantFrom(said(management, "FirstCreated")),
      versionCreated: instantFrom(said(management, "ThisRevisionCreated")),
      urgency,
      headline: said(lines, "HeadLine") || (inNitf?.headline ?? ""),
      standfirst: said(lines, "SubHeadLine") || (inNitf?.standfirst ?? ""),
      authors: (lines ? childrenOf(lines, "ByLine") : [])
        .map((line) => lineOf(line).replace(/^By /, ""))
        .filter(Boolean),
      provider: formal(administrative, "Provider", "Party") || said(identifier, "ProviderId") || null,
      rights: {
        holder: said(lines, "CopyrightLine"),
        notice: said(lines, "CopyrightLine"),
        usageTerms: said(lines, "RightsLine"),
      },
      pictures: [
        ...(inNitf?.pictures ?? []),
        ...childrenOf(item, "NewsComponent").flatMap((one) => pictures1(one, files)),
      ],
      body: inNitf?.body ?? bodyFrom(content),
    } satisfies WireCopy;
  });
}

/** Pictures stand in components: one whose items are all of one picture has it in several sizes, its caption among them. */
function pictures1(component: XmlNode, files: string | undefined): CopyPicture[] {
  const shown = descendantsOf(component, "ContentItem").filter(isPicture1);
  const inner = childrenOf(component, "NewsComponent");
  const captions = inner.filter((one) => formalName(one, "Role") === "Caption");
  const rest = inner.filter((one) => !captions.includes(one));
  if (shown.length === 0) return [];
  if (!isOnePicture(component, captions))
    return [...ownPicture(component, files), ...rest.flatMap((one) => pictures1(one, files))];
  return picture1(component, {
    shown,
    caption: lineOf(captions.flatMap((one) => descendantsOf(one, "DataContent"))[0]),
    files,
  });
}

function isPicture1(item: XmlNode): boolean {
  return /^(?:photo|graphic|picture)$/i.test(formalName(item, "MediaType"));
}

function isOnePicture(component: XmlNode, captions: readonly XmlNode[]): boolean {
  const beside = new Set(captions.flatMap((one) => descendantsOf(one, "ContentItem")));
  return descendantsOf(component, "ContentItem").every((item) => isPicture1(item) || beside.has(item));
}

function ownPicture(component: XmlNode, files: string | undefined): CopyPicture[] {
  return picture1(component, { shown: childrenOf(component, "ContentItem").filter(isPicture1), caption: "", files });
}

type Shown1 = { readonly shown: readonly XmlNode[]; readonly caption: string; readonly files: string | undefined };

function picture1(component: XmlNode, { shown, caption, files }: Shown1): CopyPicture[] {
  const sizes = shown.flatMap((item) => {
    const href = pictureAt(item.attributes["Href"], files);
    const bytes = Number(lineOf(childAt(item, "Characteristics", "SizeInBytes"))) || 0;
    return href === undefined ? [] : [{ href, bytes, type: formalName(item, "MimeType") || "image/*" }];
  });
  const [largest] = sizes.toSorted((one, other) => other.bytes - one.bytes);
  if (!largest) return [];
  const lines = descendantsOf(component, "NewsLines")[0];
  const said = (name: string) => lineOf(childAt(lines, name));
  const credit = said("CreditLine") || said("ByLine").replace(/^By /, "") || said("CopyrightLine");
  return [{ href: largest.href, type: largest.type, alt: "", caption, credit, usageTerms: said("RightsLine") }];
}

function formalName(node: XmlNode, name: string): string {
  return childAt(node, name)?.attributes["FormalName"] ?? "";
}

function bodyFrom(content: XmlNode | undefined): WireCopy["body"] {
  if (!content) return { format: "text", words: "" };
  const body = descendantsOf(content, "body.content")[0] ?? descendantsOf(content, "body")[0] ?? content;
  const holdsTags = body.children.some((one) => typeof one !== "string");
  const words = holdsTags ? asHtml(body.children) : wordsOf(body).trim();
  return { format: holdsTags || /<(p|div|br)\b/i.test(words) ? "html" : "text", words };
}
