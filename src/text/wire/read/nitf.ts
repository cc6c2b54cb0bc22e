/** NITF, by itself or inside another format, in any of its versions. */
import { type CopyPicture, embargoOf, NO_COPY, type WireCopy } from "../copy.ts";
import { asHtml, escaped } from "../loose-xml.ts";
import { correctionFrom, signalledNote, type WireStatus } from "../story.ts";
import { childAt, childrenOf, descendantsOf, lineOf, wordsOf, type XmlNode } from "../xml-tree.ts";
import { instantFrom } from "./dates.ts";
import { pictureAt, resolved } from "./feeds.ts";

/** `files` stands before the name of a picture that came as a file of its own. */
export function readNitf(nitf: XmlNode, files?: string): WireCopy {
  const head = childAt(nitf, "head");
  const data = childAt(head, "docdata");
  const bodyHead = childAt(nitf, "body", "body.head");
  const content = childAt(nitf, "body", "body.content");
  const attribute = (node: XmlNode | undefined, name: string) => node?.attributes[name] ?? "";
  const metas = head ? childrenOf(head, "meta") : [];
  const meta = (name: string) =>
    metas.filter(({ attributes }) => attributes["name"] === name).map(({ attributes }) => attributes["content"] ?? "");
  const { signal, note } = signalledNote(attribute(childAt(data, "ed-msg"), "info"));
  const key = childAt(data, "du-key");
  const version = Number(attribute(key, "version") || meta("version")[0]);
  const sources = data ? descendantsOf(data, "from-src").map(({ attributes }) => attributes["src-name"] ?? "") : [];
  const status = attribute(data, "management-status");
  const release = instantFrom(attribute(childAt(data, "date.release"), "norm"));
  const place = lineOf(childAt(bodyHead, "dateline", "location"));
  const day = instantFrom(attribute(childAt(bodyHead, "dateline", "story.date"), "norm"));
  const notice = childAt(bodyHead, "rights");
  const terms = bodyHead
    ? childrenOf(bodyHead, "note").find(({ attributes }) => attributes["noteclass"] === "cpyrt")
    : undefined;
  const people = bodyHead
    ? childrenOf(bodyHead, "byline").flatMap((line) =>
        childrenOf(line, "person").length > 0 ? childrenOf(line, "person") : [line],
      )
    : [];
  return {
    ...NO_COPY,
    id: attribute(childAt(data, "doc-id"), "id-string") || attribute(key, "key") || nitf.attributes["uno"] || null,
    version: Number.isInteger(version) && version > 0 ? version : null,
    ...embargoOf({
      isSaid: status === "embargoed",
      until: status === "embargoed" ? release : null,
      status: STATUSES[status] ?? "usable",
    }),
    signal: signal ?? (childAt(data, "correction") ? "correction" : null),
    note: note || attribute(childAt(data, "correction"), "info"),
    language: nitf.attributes["baselang"] || nitf.attributes["xml:lang"] || null,
    firstCreated: instantFrom(attribute(childAt(head, "pubdata"), "date.publication")) ?? release,
    versionCreated: instantFrom(attribute(childAt(data, "date.issue"), "norm")),
    urgency: Number(attribute(childAt(data, "urgency"), "ed-urg")) || null,
    headline: lineOf(childAt(bodyHead, "hedline", "hl1")) || lineOf(childAt(head, "title")),
    standfirst: lineOf(childAt(bodyHead, "abstract")) || lineOf(childAt(bodyHead, "hedline", "hl2")),
    authors: people.map((person) => lineOf(person).replace(/^By /, "")).filter(Boolean),
    dateline: day ? { place, date: day.toISOString().slice(0, 10) } : null,
    topics: data ? descendantsOf(data, "keyword").flatMap(({ attributes }) => attributes["key"] ?? []) : [],
    provider: lineOf(childAt(bodyHead, "distributor")) || attribute(childAt(data, "doc-id"), "regsrc") || null,
    rights: {
      holder: attribute(childAt(data, "doc.copyright"), "holder") || lineOf(childAt(notice, "rights.owner")),
      notice: (notice?.children ?? [])
        .filter((one) => typeof one === "string")
        .join("")
        .trim(),
      usageTerms: lineOf(terms),
    },
    // The first who sent it is where it came from, when others have handed it on.
    origin: sources.length > 1 && sources[0] ? { name: sources[0], uri: null } : null,
    sources: meta("source").map((name) => ({ name, uri: null })),
    corrections: meta("correction").flatMap((line) => correctionFrom(line) ?? []),
    pictures: content ? descendantsOf(content, "media").flatMap((one) => pictureFrom(one, files)) : [],
    original: meta("translated-from")[0] ?? null,
    address: resolved(meta("page")[0] ?? attribute(childAt(head, "pubdata"), "ex-ref"), undefined) ?? null,
    body: { format: "html", words: content ? nitfAsHtml(content) : "" },
  };
}

const STATUSES: Readonly<Record<string, WireStatus>> = {
  usable: "usable",
  embargoed: "usable",
  withheld: "withheld",
  canceled: "canceled",
};

function pictureFrom(media: XmlNode, files: string | undefined): CopyPicture[] {
  const references = childrenOf(media, "media-reference").toSorted(
    (one, other) => Number(other.attributes["width"] ?? 0) - Number(one.attributes["width"] ?? 0),
  );
  const [largest] = references;
  const href = pictureAt(largest?.attributes["source"], files);
  if (!largest || href === undefined || !(media.attributes["media-type"] ?? "image").startsWith("image")) return [];
  const terms = childrenOf(media, "media-metadata").find(({ attributes }) => attributes["name"] === "usage-terms");
  return [
    {
      href,
      type: largest.attributes["mime-type"] ?? "image/*",
      alt: largest.attributes["alternate-text"] ?? "",
      caption: lineOf(childAt(media, "media-caption")),
      credit: lineOf(childAt(media, "media-producer")) || (largest.attributes["source-credit"] ?? ""),
      usageTerms: terms?.attributes["value"] ?? "",
    },
  ];
}

/** The body in HTML's words; pictures are told of apart. */
function nitfAsHtml(content: XmlNode): string {
  return content.children
    .map((one) => (typeof one === "string" ? (one.trim() === "" ? "" : escaped(one)) : block(one)))
    .join("\n")
    .trim();
}

function block(node: XmlNode): string {
  switch (node.name) {
    case "block":
      return nitfAsHtml(node);
    case "media":
      return "";
    case "hl2":
    case "hl1":
      return `<h2>${inline(node)}</h2>`;
    case "bq":
      return setOffQuotation(node);
    case "ul":
    case "ol":
      return `<${node.name}>${childrenOf(node, "li")
        .map((item) => `<li>${mixed(item)}</li>`)
        .join("")}</${node.name}>`;
    case "table":
    case "nitf-table":
      return asHtml([node]);
    case "hr":
      return "<hr>";
    case "note":
    case "fn":
      return childrenOf(node, "body.content").map(nitfAsHtml).join("\n");
    case "pre":
      return `<pre>${escaped(wordsOf(node))}</pre>`;
    default:
      return `<p>${inline(node)}</p>`;
  }
}

/** As our own pages have it, so that the speaker is read as one. */
function setOffQuotation(node: XmlNode): string {
  const quote = `<blockquote>${childrenOf(node, "block").map(nitfAsHtml).join("\n")}</blockquote>`;
  const credit = lineOf(childAt(node, "credit"));
  if (credit === "") return quote;
  const speaker = node.attributes["quote-source"] || credit;
  const office = credit.startsWith(`${speaker}, `) ? credit.slice(speaker.length + 2) : "";
  const who = [
    `<span class="speaker">${escaped(speaker)}</span>`,
    office && `<span class="office">${escaped(office)}</span>`,
  ];
  return `<figure class="quotation-block">${quote}<figcaption>${who.filter(Boolean).join(", ")}</figcaption></figure>`;
}

const BLOCKS = new Set("p block ul ol bq hl2 table note pre".split(" "));

function mixed(node: XmlNode): string {
  return node.children
    .map((one) => (typeof one === "string" ? escaped(one) : BLOCKS.has(one.name) ? block(one) : inlineElement(one)))
    .join("");
}

function inline(node: XmlNode): string {
  return node.children.map((one) => (typeof one === "string" ? escaped(one) : inlineElement(one))).join("");
}

function inlineElement(node: XmlNode): string {
  const within = inline(node);
  const { name, attributes } = node;
  if (name === "br") return "<br>";
  if (name === "em")
    return attributes["class"] === "strong"
      ? `<strong>${within}</strong>`
      : attributes["class"] === "code"
        ? `<code>${within}</code>`
        : `<em>${within}</em>`;
  if (name === "a" && attributes["href"])
    return `<a href="${escaped(attributes["href"]).replaceAll('"', "&quot;")}">${within}</a>`;
  // People, places and quotations are words; what they are is found by intake.
  return within;
}
