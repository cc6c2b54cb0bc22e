/** NITF 3.6, IPTC's text format of newspapers: one story as a whole document, or its body inside NewsML-G2. */
import { safeHref } from "#text/document/links.ts";
import { numberAttr, textAttr, textOf } from "#text/document/nodes.ts";
import type { MarkJson, NodeJson } from "#text/document/schema.ts";
import { correctionLine, noteOf, type WirePicture, type WireStory } from "./story.ts";
import { element, type XmlPiece, xmlDocument } from "./xml.ts";

const NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/";

export function writeNitf(story: WireStory): string {
  return xmlDocument(nitfElement(story));
}

/** The `nitf` element by itself, as other formats hold it. */
export function nitfElement(story: WireStory): { xml: string } {
  return element(
    "nitf",
    { xmlns: NAMESPACE, version: "-//IPTC//DTD NITF 3.6//EN", "xml:lang": undefined, baselang: story.language },
    headOf(story),
    element("body", {}, bodyHead(story), element("body.content", {}, contentOf(story))),
  );
}

// NITF says dates of its own in basic form: `20261126T100000Z`.
function basic(at: Date): string {
  return at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
}

function headOf(story: WireStory): { xml: string } {
  const { section, topics, rights, origin, provider, organisations, signal } = story;
  const [first] = story.corrections;
  return element(
    "head",
    {},
    element("title", {}, story.headline),
    element("meta", { name: "version", content: String(story.version) }),
    story.address === null ? null : element("meta", { name: "page", content: story.address }),
    story.principles && element("meta", { name: "publishing-principles", content: story.principles.href }),
    story.original && element("meta", { name: "translated-from", content: story.original.uri }),
    story.sources.map(({ name }) => element("meta", { name: "source", content: name })),
    story.corrections.map((one) => element("meta", { name: "correction", content: correctionLine(one) })),
    story.organisations.flatMap(({ name, labels }) =>
      labels.map(({ wording, by }) => element("meta", { name: "label", content: `${name}: ${wording} (${by})` })),
    ),
    element(
      "docdata",
      { "management-status": managementStatus(story) },
      first && signal !== "kill" ? element("correction", { info: first.sentence, "id-string": story.uri }) : null,
      element("doc-id", { regsrc: provider.name, "id-string": story.uri }),
      element(
        "del-list",
        {},
        origin ? element("from-src", { "src-name": origin.name, "level-number": "1" }) : null,
        element("from-src", { "src-name": provider.name, "level-number": origin ? "2" : "1" }),
      ),
      element("urgency", { "ed-urg": String(story.urgency) }),
      element("date.issue", { norm: basic(story.versionCreated) }),
      element("date.release", { norm: basic(story.embargoedUntil ?? story.firstCreated) }),
      noteOf(story) === "" ? null : element("ed-msg", { info: noteOf(story), "msg-type": signal ?? undefined }),
      element("du-key", { key: story.uri, version: String(story.version) }),
      element("doc.copyright", { year: String(story.firstCreated.getUTCFullYear()), holder: rights.holder }),
      element("doc.rights", { owner: rights.holder }),
      section === null && topics.length === 0
        ? null
        : element(
            "key-list",
            {},
            [...(section === null ? [] : [section]), ...topics.map(({ name }) => name)].map((key) =>
              element("keyword", { key }),
            ),
          ),
      organisations.length === 0
        ? null
        : element(
            "identified-content",
            {},
            organisations.map(({ id, name }) =>
              element("org", { idsrc: provider.uri ?? provider.name, value: id }, name),
            ),
          ),
    ),
    element("pubdata", { type: "web", "date.publication": basic(story.firstCreated), "ex-ref": story.address }),
    element("revision-history", { name: provider.name, function: "producer", norm: basic(story.firstCreated) }),
  );
}

function managementStatus({ status, embargoedUntil }: WireStory): string {
  return status === "usable" && embargoedUntil !== null ? "embargoed" : status;
}

function bodyHead(story: WireStory): { xml: string } {
  const { dateline, rights, authors } = story;
  return element(
    "body.head",
    {},
    element("hedline", {}, element("hl1", {}, story.headline)),
    rights.usageTerms === ""
      ? null
      : element("note", { noteclass: "cpyrt" }, element("body.content", {}, element("p", {}, rights.usageTerms))),
    element("rights", {}, `${rights.notice}`, element("rights.owner", {}, rights.holder)),
    authors.length === 0
      ? null
      : element(
          "byline",
          {},
          authors.map((name) => element("person", {}, name)),
        ),
    element("distributor", {}, story.provider.name),
    dateline &&
      element(
        "dateline",
        {},
        dateline.place === "" ? null : element("location", {}, dateline.place),
        element("story.date", { norm: dateline.date.replaceAll("-", "") }, dateline.date),
      ),
    story.standfirst === "" ? null : element("abstract", {}, element("p", {}, story.standfirst)),
  );
}

function contentOf({ pictures, document }: WireStory): XmlPiece {
  const lead = pictures.find(({ media }) => media === null);
  const inText = new Map(pictures.flatMap((picture) => (picture.media === null ? [] : [[picture.media, picture]])));
  return [lead && pictureElement(lead), ...document.content.map((node) => block(node, inText))];
}

type Pictures = ReadonlyMap<string, WirePicture>;

function block(node: NodeJson, pictures: Pictures): XmlPiece {
  const { content = [] } = node;
  switch (node.type) {
    case "paragraph":
    case "note":
    case "pull_quote": {
      const words = [textAttr(node, "marker") === "" ? null : `${textAttr(node, "marker")} `, inline(content)];
      return textOf(node) === "" ? null : element("p", {}, words);
    }
    case "heading":
      return textOf(node) === "" ? null : element("hl2", {}, inline(content));
    case "bullet_list":
      return element("ul", {}, items(content, pictures));
    case "ordered_list":
      return element("ol", { seqnum: numberAttr(node, "start", 1) }, items(content, pictures));
    case "blockquote":
      return setOffQuotation(node, pictures);
    case "picture": {
      const picture = pictures.get(textAttr(node, "media"));
      return picture ? pictureElement(picture) : null;
    }
    case "table":
      return element(
        "table",
        {},
        element(
          "tbody",
          {},
          content.map((row) => tableRow(row, pictures)),
        ),
      );
    case "embed": {
      const href = safeHref(textAttr(node, "url"));
      return href === undefined ? null : element("p", {}, element("a", { href }, textAttr(node, "title") || href));
    }
    case "notes":
      return content.map((one) => block(one, pictures));
    case "rule":
      return element("hr");
    default:
      throw new Error(`a document has no block called ${node.type}`);
  }
}

function setOffQuotation(node: NodeJson, pictures: Pictures): { xml: string } {
  const speaker = textAttr(node, "speaker");
  const credit = [speaker, textAttr(node, "office")].filter(Boolean).join(", ");
  return element(
    "bq",
    { "quote-source": speaker || undefined },
    element(
      "block",
      {},
      (node.content ?? []).map((one) => block(one, pictures)),
    ),
    credit === "" ? null : element("credit", {}, credit),
  );
}

function items(nodes: readonly NodeJson[], pictures: Pictures): XmlPiece {
  return nodes.map(({ content = [] }) =>
    element(
      "li",
      {},
      content.map((one) => block(one, pictures)),
    ),
  );
}

function tableRow({ content = [] }: NodeJson, pictures: Pictures): { xml: string } {
  return element(
    "tr",
    {},
    content.map((cell) => {
      const [columns, rows] = [numberAttr(cell, "colspan", 1), numberAttr(cell, "rowspan", 1)];
      return element(
        cell.type === "table_header" ? "th" : "td",
        { colspan: columns > 1 ? columns : undefined, rowspan: rows > 1 ? rows : undefined },
        (cell.content ?? []).map((one) => block(one, pictures)),
      );
    }),
  );
}

function pictureElement({ alt, caption, credit, usageTerms, renditions }: WirePicture): XmlPiece {
  if (renditions.length === 0) return null;
  return element(
    "media",
    { "media-type": "image" },
    usageTerms === "" ? null : element("media-metadata", { name: "usage-terms", value: usageTerms }),
    renditions.map(({ href, type, width, height }) =>
      element("media-reference", {
        source: href,
        "mime-type": type,
        width,
        height,
        "alternate-text": alt || undefined,
        "source-credit": credit || undefined,
      }),
    ),
    caption === "" ? null : element("media-caption", {}, element("p", {}, caption)),
    credit === "" ? null : element("media-producer", {}, credit),
  );
}

function inline(nodes: readonly NodeJson[]): XmlPiece {
  return nodes.map((node) => {
    if (node.type === "hard_break") return element("br");
    if (node.type === "label") return textAttr(node, "print");
    return (node.marks ?? []).toReversed().reduce<XmlPiece>(marked, node.text ?? "");
  });
}

function marked(within: XmlPiece, mark: MarkJson): XmlPiece {
  switch (mark.type) {
    case "link": {
      const href = safeHref(textAttr(mark, "href"));
      return href === undefined ? within : element("a", { href }, within);
    }
    case "strong":
      return element("em", { class: "strong" }, within);
    case "em":
    case "code":
      return element("em", mark.type === "code" ? { class: "code" } : {}, within);
    case "quotation":
      return element("q", { "quote-source": textAttr(mark, "speaker") || undefined }, within);
    // Mentions, citations and dates stand in the head.
    default:
      return within;
  }
}
