/**
 * NewsML-G2 2.35 at the conformance level `power`: a story as a message of items, and a package that names many. Its
 * catalogue is written out in every item, so that no receiver has to ask another server what a code means.
 */
import { nitfElement } from "./nitf.ts";
import { correctionLine, noteOf, type WireNamed, type WirePicture, type WireStory } from "./story.ts";
import { element, type XmlPiece, xmlDocument } from "./xml.ts";

const NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
const NEWSCODES = "http://cv.iptc.org/newscodes/";
const SCHEMES = {
  ninat: `${NEWSCODES}ninature/`,
  stat: `${NEWSCODES}pubstatusg2/`,
  sig: `${NEWSCODES}signal/`,
  irel: `${NEWSCODES}itemrelation/`,
  drol: `${NEWSCODES}descriptionrole/`,
  rnd: `${NEWSCODES}rendition/`,
} as const;

/** One story: its text item and an item for each picture. */
export function writeNewsMlG2(story: WireStory, sentAt: Date): string {
  return xmlDocument(
    message(story, sentAt, [textItem(story), ...story.pictures.map((picture) => pictureItem(picture, story))]),
  );
}

export type WirePackage = {
  /** Stays. */
  readonly uri: string;
  readonly title: string;
  readonly language: string;
  readonly at: Date;
  readonly provider: WireNamed;
  /** In order, each with the whole address at which it is read by programs, and the media type it has there. */
  readonly stories: readonly { readonly story: WireStory; readonly href: string; readonly type: string }[];
};

/** Many stories by name, in order. */
export function writeNewsMlG2Package({ uri, title, language, at, provider, stories }: WirePackage): string {
  return xmlDocument(
    element(
      "packageItem",
      { ...itemAttributes(uri, Math.floor(at.getTime() / 1000), language) },
      catalog(provider),
      element(
        "itemMeta",
        {},
        element("itemClass", { qcode: "ninat:composite" }),
        element("provider", { literal: provider.name, uri: provider.uri }, element("name", {}, provider.name)),
        element("versionCreated", {}, at.toISOString()),
        element("pubStatus", { qcode: "stat:usable" }),
        element("title", {}, title),
      ),
      element("contentMeta", {}, element("headline", { "xml:lang": language }, title)),
      element(
        "groupSet",
        { root: "main" },
        element(
          "group",
          { id: "main", role: "own:main" },
          stories.length === 0 ? element("title", {}, title) : null,
          stories.map(({ story, href, type }) =>
            element(
              "itemRef",
              {
                residref: story.uri,
                version: story.version,
                contenttype: type,
                href,
              },
              element("itemClass", { qcode: "ninat:text" }),
              element("pubStatus", { qcode: `stat:${story.status}` }),
              element("headline", { "xml:lang": story.language }, story.headline),
            ),
          ),
        ),
      ),
    ),
  );
}

function message(story: WireStory, sentAt: Date, itemList: readonly { readonly xml: string }[]): { xml: string } {
  return element(
    "newsMessage",
    { xmlns: NAMESPACE },
    element(
      "header",
      {},
      element("sent", {}, sentAt.toISOString()),
      element("sender", {}, story.provider.name),
      element("transmitId", {}, `${story.uri}:${story.version}`),
      element("priority", {}, String(story.urgency)),
    ),
    element("itemSet", {}, itemList),
  );
}

function itemAttributes(guid: string, version: number, language: string) {
  return {
    xmlns: NAMESPACE,
    standard: "NewsML-G2",
    standardversion: "2.35",
    conformance: "power",
    guid,
    version,
    "xml:lang": language,
  };
}

function catalog(provider: WireNamed): { xml: string } {
  const own = `${provider.uri ?? "urn:dateline:"}wire/codes/`;
  return element(
    "catalog",
    {},
    Object.entries({ ...SCHEMES, own }).map(([alias, uri]) => element("scheme", { alias, uri })),
  );
}

function textItem(story: WireStory): { xml: string } {
  return element(
    "newsItem",
    itemAttributes(story.uri, story.version, story.language),
    catalog(story.provider),
    rightsOf(story),
    itemMeta(story),
    contentMeta(story),
    story.text === ""
      ? null
      : element(
          "contentSet",
          {},
          element("inlineXML", { contenttype: "application/nitf+xml" }, nitfElement(story)),
          element("inlineData", { contenttype: "text/plain" }, story.text),
        ),
  );
}

function rightsOf({ rights, provider }: Pick<WireStory, "rights" | "provider">): { xml: string } {
  return element(
    "rightsInfo",
    {},
    element("copyrightHolder", { literal: rights.holder, uri: provider.uri }, element("name", {}, rights.holder)),
    element("copyrightNotice", {}, rights.notice),
    rights.usageTerms === "" ? null : element("usageTerms", {}, rights.usageTerms),
  );
}

// IPTC has codes for these two signals; the others are our own.
const IPTC_SIGNALS = new Set(["update", "correction"]);

function itemMeta(story: WireStory): { xml: string } {
  const { provider, signal, original, translations, pictures, address } = story;
  const note = noteOf(story);
  return element(
    "itemMeta",
    {},
    element("itemClass", { qcode: "ninat:text" }),
    element("provider", { literal: provider.name, uri: provider.uri }, element("name", {}, provider.name)),
    element("versionCreated", {}, story.versionCreated.toISOString()),
    element("firstCreated", {}, story.firstCreated.toISOString()),
    story.embargoedUntil && element("embargoed", {}, story.embargoedUntil.toISOString()),
    element("pubStatus", { qcode: `stat:${story.status}` }),
    note === "" ? null : element("edNote", {}, note),
    story.corrections.map((one) => element("edNote", { role: "own:correction" }, correctionLine(one))),
    signal && element("signal", { qcode: IPTC_SIGNALS.has(signal) ? `sig:${signal}` : `own:${signal}` }),
    original &&
      element(
        "link",
        { rel: "irel:translatedFrom", residref: original.uri },
        element("headline", { "xml:lang": original.language }, original.headline),
      ),
    translations.map((one) =>
      element(
        "link",
        { rel: "own:translation", residref: one.uri },
        element("headline", { "xml:lang": one.language }, one.headline),
      ),
    ),
    pictures.map(({ uri }) =>
      element("link", {
        rel: "own:picture",
        residref: uri,
        contenttype: "application/vnd.iptc.g2.newsitem+xml",
      }),
    ),
    address === null ? null : element("link", { rel: "own:page", href: address, contenttype: "text/html" }),
    story.principles &&
      element("link", { rel: "own:principles", href: story.principles.href, title: story.principles.title }),
  );
}

function contentMeta(story: WireStory): { xml: string } {
  const { dateline, origin, sources, authors, section, topics, organisations, speakers } = story;
  return element(
    "contentMeta",
    {},
    element("urgency", {}, String(story.urgency)),
    dateline && element("contentCreated", {}, dateline.date),
    element("contentModified", {}, story.versionCreated.toISOString()),
    dateline && dateline.place !== ""
      ? element("located", { literal: dateline.place }, element("name", {}, dateline.place))
      : null,
    origin && party("infoSource", origin, "own:origin"),
    sources.map((source) => party("infoSource", source, "own:source")),
    authors.map((name) => element("creator", { literal: name }, element("name", {}, name))),
    element("language", { tag: story.language }),
    section === null
      ? null
      : element("subject", { literal: section, type: "own:section" }, element("name", {}, section)),
    topics.map(({ name, uri }) =>
      element("subject", { literal: uri ? undefined : name, uri, type: "own:topic" }, element("name", {}, name)),
    ),
    organisations.map(({ id, name, uri, labels }) =>
      element(
        "subject",
        { literal: uri ? undefined : id, uri, type: "own:organisation" },
        element("name", {}, name),
        labels.map(({ wording, by }) => element("definition", { role: "own:label" }, `${wording} (${by})`)),
      ),
    ),
    speakers.map(({ name, office }) =>
      element(
        "subject",
        { literal: name, type: "own:speaker" },
        element("name", {}, name),
        office === "" ? null : element("definition", { role: "own:office" }, office),
      ),
    ),
    story.headline === "" ? null : element("headline", { "xml:lang": story.language }, story.headline),
    dateline && element("dateline", {}, [dateline.place, dateline.date].filter(Boolean).join(", ")),
    authors.length === 0 ? null : element("by", {}, authors.join(", ")),
    element("creditline", {}, story.provider.name),
    story.standfirst === ""
      ? null
      : element("description", { role: "drol:summary", "xml:lang": story.language }, story.standfirst),
  );
}

function party(name: string, { name: said, uri }: WireNamed, role: string): XmlPiece {
  return element(name, { literal: uri ? undefined : said, uri, role }, element("name", {}, said));
}

function pictureItem(picture: WirePicture, story: WireStory): { xml: string } {
  const { uri, alt, caption, credit, usageTerms, renditions } = picture;
  return element(
    "newsItem",
    itemAttributes(uri, 1, story.language),
    catalog(story.provider),
    element(
      "rightsInfo",
      {},
      credit === "" ? null : element("copyrightNotice", {}, credit),
      usageTerms === "" ? null : element("usageTerms", {}, usageTerms),
    ),
    element(
      "itemMeta",
      {},
      element("itemClass", { qcode: "ninat:picture" }),
      element("provider", { literal: story.provider.name, uri: story.provider.uri }),
      element("versionCreated", {}, story.versionCreated.toISOString()),
      element("pubStatus", { qcode: "stat:usable" }),
    ),
    element(
      "contentMeta",
      {},
      element("language", { tag: story.language }),
      credit === "" ? null : element("creditline", {}, credit),
      caption === "" ? null : element("description", { role: "drol:caption", "xml:lang": story.language }, caption),
      alt === "" ? null : element("description", { role: "own:alternative", "xml:lang": story.language }, alt),
    ),
    renditions.length === 0
      ? null
      : element(
          "contentSet",
          {},
          renditions.map(({ href, type, width, height }, at) =>
            element("remoteContent", {
              href,
              contenttype: type,
              width,
              height,
              rendition: at === 0 ? "rnd:highRes" : "own:smaller",
            }),
          ),
        ),
  );
}
