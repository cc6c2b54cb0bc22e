/** A consolidated list in the form the United Nations publishes it, every entry invented. */

export type UnEntry = {
  readonly reference: string;
  readonly name: string;
  readonly original?: string;
  readonly listedOn?: string;
  readonly comments?: string;
  readonly aliases?: readonly (readonly [name: string, quality: string])[];
};

/** So many organisations, no two of one name. */
export function unEntries(count: number): readonly UnEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    reference: `XDe.${String(at + 1).padStart(3, "0")}`,
    name: `${FIRST[at % FIRST.length]} ${SECOND[Math.floor(at / FIRST.length) % SECOND.length]} OF ${placeOf(at)}`,
    original: `${ORIGINAL[at % ORIGINAL.length]} ${at + 1}`,
    listedOn: `20${String(10 + (at % 15)).padStart(2, "0")}-0${1 + (at % 9)}-1${at % 10}`,
    comments: `Entry number ${at + 1}. Reviewed & confirmed <by the committee>.`,
    aliases: [
      [`Vel${placeOf(at).toLowerCase()} Guard`, "a.k.a."],
      [`V${placeOf(at).slice(0, 3)}G${at}`, "a.k.a."],
    ],
  }));
}

const FIRST = ["SUNKEN", "AMBER", "HOLLOW", "NINTH", "IRON", "SALT", "PALE", "GREY", "LONG", "FAR"];
const SECOND = ["COLUMN", "BROTHERHOOD", "HARBOUR FRONT", "LANTERN SOCIETY", "RIVER COMPANY", "ORCHARD LEAGUE"];
const ORIGINAL = ["جماعة الفانوس", "حركة النهر", "رابطة البستان"];
const SYLLABLES = ["BRA", "TOL", "MER", "VEN", "KAS", "DOR", "LIM", "SUR", "PEL", "GAN"];

function placeOf(at: number): string {
  return [...String(at + 1000)].map((digit) => SYLLABLES[Number(digit)]).join("");
}

export function unXml(entities: readonly UnEntry[], individuals: readonly UnEntry[] = []): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="consolidated.xsd" dateGenerated="2026-11-20T20:00:03.000Z">',
    "<INDIVIDUALS>",
    ...individuals.map(individual),
    "</INDIVIDUALS>",
    "<ENTITIES>",
    ...entities.map(entity),
    "</ENTITIES>",
    "</CONSOLIDATED_LIST>\n",
  ].join("\n");
}

function entity(entry: UnEntry, at: number): string {
  return `  <ENTITY>
    <DATAID>${110000 + at}</DATAID><VERSIONNUM>1</VERSIONNUM>
    <FIRST_NAME>${escaped(entry.name)}</FIRST_NAME>
    <UN_LIST_TYPE>Xenon</UN_LIST_TYPE><REFERENCE_NUMBER>${entry.reference}</REFERENCE_NUMBER>
    ${shared(entry)}
    ${(entry.aliases ?? []).map((alias) => aliasOf("ENTITY_ALIAS", alias)).join("\n    ")}
    <ENTITY_ADDRESS><STREET/><CITY>Bramport</CITY><COUNTRY>Aldria</COUNTRY></ENTITY_ADDRESS>
    <SORT_KEY/><SORT_KEY_LAST_MOD/>
  </ENTITY>`;
}

function individual(entry: UnEntry, at: number): string {
  const [first = "", ...more] = entry.name.split(" ");
  return `  <INDIVIDUAL>
    <DATAID>${690000 + at}</DATAID><VERSIONNUM>1</VERSIONNUM>
    <FIRST_NAME>${escaped(first)}</FIRST_NAME><SECOND_NAME>${escaped(more.join(" "))}</SECOND_NAME><THIRD_NAME/>
    <UN_LIST_TYPE>Xenon</UN_LIST_TYPE><REFERENCE_NUMBER>${entry.reference}</REFERENCE_NUMBER>
    ${shared(entry)}
    <NATIONALITY><VALUE>Aldria</VALUE></NATIONALITY>
    ${(entry.aliases ?? []).map((alias) => aliasOf("INDIVIDUAL_ALIAS", alias)).join("\n    ")}
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-01-01</DATE></INDIVIDUAL_DATE_OF_BIRTH>
  </INDIVIDUAL>`;
}

function shared({ listedOn = "2011-06-17", original, comments = "" }: UnEntry): string {
  return `<LISTED_ON>${listedOn}</LISTED_ON>${original ? `<NAME_ORIGINAL_SCRIPT>${original}</NAME_ORIGINAL_SCRIPT>` : ""}
    <COMMENTS1>${escaped(comments)}</COMMENTS1>
    <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><LAST_DAY_UPDATED><VALUE>2020-02-01</VALUE></LAST_DAY_UPDATED>`;
}

function aliasOf(tag: string, [name, quality]: readonly [string, string]): string {
  return `<${tag}><QUALITY>${quality}</QUALITY><ALIAS_NAME>${escaped(name)}</ALIAS_NAME></${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
