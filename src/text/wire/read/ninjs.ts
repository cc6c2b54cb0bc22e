/** ninjs 1, 2 and 3, each by its own names. */
import { type CopyPicture, embargoOf, NO_COPY, type WireCopy } from "../copy.ts";
import { correctionFrom, signalledNote, WIRE_STATUSES, type WireNamed } from "../story.ts";
import { instantFrom } from "./dates.ts";
import { pictureAt, resolved, textOf } from "./feeds.ts";

type Json = Readonly<Record<string, unknown>>;

export function isNinjs(json: Json): boolean {
  return (
    typeof json["uri"] === "string" &&
    [
      "headline",
      "headlines",
      "bodies",
      "body_html",
      "body_xhtml",
      "body_text",
      "pubStatus",
      "pubstatus",
      "standard",
    ].some((name) => name in json)
  );
}

/** `files` stands before the name of a picture that came as a file of its own. */
export function readNinjs(given: Json, files?: string): WireCopy {
  const item = lowered(given);
  const one = (name: string) => words(item[name]);
  const { signal, note } = signalledNote(one("ednote"));
  const valued = (name: string) =>
    list(item[name]).map((part) => ({
      role: words(part["role"]),
      type: words(part["contenttype"]),
      value: words(part["value"]),
    }));
  const descriptions = valued("descriptions");
  const headlines = valued("headlines");
  const bodies = valued("bodies");
  const html = bodies.find(({ type }) => type.includes("html"))?.value ?? one("body_xhtml") ?? "";
  const plain = bodies.find(({ type }) => !type.includes("html"))?.value ?? one("body_text");
  const asHtml = html || one("body_html");
  const sources = named(item["infosources"] ?? item["infosource"]);
  const subjects = named(item["subjects"] ?? item["subject"]);
  const associations = associationsOf(item["associations"]);
  const version = Number(one("version"));
  const place = one("located");
  const embargo = one("embargoeduntil") || one("embargoed");
  const created = one("contentcreated");
  const address = valued("altids").find(({ role }) => role === "page")?.value;
  const origin = sources.find(({ role }) => role === "origin");
  return {
    ...NO_COPY,
    id: one("uri") || null,
    version: Number.isInteger(version) && version > 0 ? version : null,
    ...embargoOf({
      isSaid: embargo !== "",
      until: instantFrom(embargo),
      status: WIRE_STATUSES.find((status) => status === one("pubstatus")) ?? "usable",
    }),
    signal,
    note,
    language: one("language") || null,
    firstCreated: instantFrom(one("firstcreated")),
    versionCreated: instantFrom(one("versioncreated")),
    urgency: Number(item["urgency"]) || null,
    headline: textOf((headlines.find(({ role }) => role === "main") ?? headlines[0])?.value ?? one("headline")),
    standfirst: descriptions.find(({ role }) => role === "summary")?.value ?? one("description_text"),
    authors: (one("by") || one("byline")).split(/,\s*/).filter(Boolean),
    dateline: place === "" && created === "" ? null : datelineFrom(place, created, one("versioncreated")),
    section: subjects.find(({ rel }) => rel === "section")?.name ?? null,
    topics: subjects.filter(({ rel }) => rel !== "section" && rel !== "label").map(({ name }) => name),
    provider: sources.find(({ role }) => role === "provider")?.name ?? (one("copyrightholder") || null),
    rights: { holder: one("copyrightholder"), notice: one("copyrightnotice"), usageTerms: one("usageterms") },
    origin: origin ? withoutRoles(origin) : null,
    sources: sources.filter(({ role }) => role === "source").map(withoutRoles),
    corrections: descriptions.flatMap(({ value }) => correctionFrom(value) ?? []),
    pictures: associations.flatMap((one) => pictureFrom(one, files)),
    original:
      words(associations.find(({ name, rel }) => words(rel ?? name).startsWith("translatedFrom"))?.["uri"]) || null,
    address: resolved(address, undefined) ?? null,
    body: asHtml ? { format: "html", words: asHtml } : { format: "text", words: plain },
  };
}

function datelineFrom(place: string, created: string, otherwise: string): WireCopy["dateline"] {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(created || otherwise)?.[0];
  return date === undefined ? null : { place, date };
}

function pictureFrom(association: Json, files: string | undefined): CopyPicture[] {
  if (association["type"] !== "picture" && association["type"] !== "graphic") return [];
  const renditions = (
    Array.isArray(association["renditions"])
      ? list(association["renditions"])
      : Object.values(record(association["renditions"])).map(record)
  )
    .flatMap((one) => {
      const href = pictureAt(words(one["href"]), files);
      return href === undefined
        ? []
        : [
            {
              href,
              type: words(one["contenttype"]) || words(one["mimetype"]) || "image/*",
              width: Number(one["width"]) || 0,
            },
          ];
    })
    .toSorted((one, other) => other.width - one.width);
  const [largest] = renditions;
  if (!largest) return [];
  const described = (role: string) =>
    words(list(association["descriptions"]).find((one) => one["role"] === role)?.["value"]);
  return [
    {
      href: largest.href,
      type: largest.type,
      alt: described("alternative"),
      caption: described("caption") || words(association["description_text"]),
      credit: words(association["by"]) || words(association["byline"]) || words(association["copyrightnotice"]),
      usageTerms: words(association["usageterms"]),
    },
  ];
}

/** Lists in 2 and 3, objects by name in 1. */
function associationsOf(value: unknown): Json[] {
  return Array.isArray(value)
    ? list(value)
    : Object.entries(record(value)).map(([name, one]) => ({ name, ...record(one) }));
}

type Named = WireNamed & { readonly role: string; readonly rel: string };

function named(value: unknown): Named[] {
  return list(value).flatMap((one) => {
    const name = words(one["name"]) || words(one["literal"]);
    return name === ""
      ? []
      : [{ name, uri: words(one["uri"]) || null, role: words(one["role"]), rel: words(one["rel"]) }];
  });
}

function withoutRoles({ name, uri }: Named): WireNamed {
  return { name, uri };
}

function lowered(value: Json): Json {
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), deep(one)]));
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  return typeof value === "object" && value !== null ? lowered(record(value)) : value;
}

function record(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function words(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
