/** Policies, jurisdictions and days. */
import { B, type LabelCase, Z } from "./case.ts";

const unchanged = (rule: string, text: string, more: Partial<LabelCase> = {}): LabelCase => ({
  rule,
  text,
  labelled: text,
  ...more,
});

export const policies: readonly LabelCase[] = [
  {
    rule: "first labels each organisation once, whichever name",
    policy: "first",
    text: "RDM, Red Dawn, NSIS, RDM, Northern State.",
    labelled: `RDM${B}, Red Dawn, NSIS${B}, RDM, Northern State.`,
  },
  {
    rule: "a section begins at each heading",
    policy: "section",
    text: "RDM RDM\n\n# One\n\nRDM RDM\n\n## Two\n\nRDM\n",
    labelled: `RDM${B} RDM\n\n# One\n\nRDM${B} RDM\n\n## Two\n\nRDM${B}\n`,
  },
  {
    rule: "a name in a heading belongs to its section",
    policy: "section",
    text: "RDM\n\n# RDM\n\nRDM\n",
    labelled: `RDM${B}\n\n# RDM${B}\n\nRDM\n`,
  },
  unchanged("a hashtag is no heading", "#RDM\n", { policy: "section" }),
  unchanged("none prints nothing", "RDM, NSIS", { policy: "none" }),
  {
    rule: "a note is bound to its markers",
    policy: "note",
    text: "RDM, RDM’s and “RDM”.",
    labelled: "RDM*, RDM’s* and “RDM”*.\n\n* organization banned in Russia",
  },
  {
    rule: "the next organisations have more stars",
    policy: "note",
    text: "RDM, NSIS, Al-Safa, RDM.\n",
    labelled:
      "RDM*, NSIS**, Al-Safa***, RDM*.\n\n* organization banned in Russia\n** organization banned in Russia\n*** terrorist organization banned in Russia\n",
  },
  {
    rule: "notes follow an empty line that is there already",
    policy: "note",
    text: "RDM.\n\n",
    labelled: "RDM*.\n\n* organization banned in Russia\n",
  },
  {
    rule: "notes keep the line ends of the copy",
    policy: "note",
    text: "RDM.\r\n",
    labelled: "RDM*.\r\n\r\n* organization banned in Russia\r\n",
  },
  {
    rule: "in a quotation the marker stands straight after the name",
    policy: "note",
    text: "“RDM won,” she said.",
    labelled: "“RDM* won,” she said.\n\n* organization banned in Russia",
  },
  {
    rule: "a note already typed is used for the mentions without it",
    policy: "note",
    text: "RDM* and RDM.\n\n* organization banned in Russia\n",
    labelled: "RDM* and RDM*.\n\n* organization banned in Russia\n",
  },
  {
    rule: "the marker of no note is used for nobody",
    policy: "note",
    text: "RDM and RDM*.\n* (organization banned in Russia) ITS MEN LEFT",
    labelled: "RDM† and RDM†*.\n* (organization banned in Russia) ITS MEN LEFT\n\n† organization banned in Russia",
  },
  {
    rule: "a marker in use is not taken for another organisation",
    policy: "note",
    text: "RDM* and NSIS.\n\n* organization banned in Russia\n\nEnd.\n",
    labelled: "RDM* and NSIS**.\n\n* organization banned in Russia\n\nEnd.\n\n** organization banned in Russia\n",
  },
  {
    rule: "a name with a star that has no note gets another sign",
    policy: "note",
    text: "RDM* and NSIS.",
    labelled: "RDM†* and NSIS*.\n\n† organization banned in Russia\n* organization banned in Russia",
  },
  {
    rule: "the markers of two organisations in one compound stand apart",
    policy: "note",
    text: "RDM-NSIS ties, NSIS.",
    labelled: "RDM-NSIS* ** ties, NSIS**.\n\n* organization banned in Russia\n** organization banned in Russia",
  },
  {
    rule: "an organisation has one marker in a compound of its own names",
    policy: "note",
    text: "RDM-Red Dawn ties.",
    labelled: "RDM-Red Dawn* ties.\n\n* organization banned in Russia",
  },
  {
    rule: "a marker in Markdown does not close what a lone star would open",
    policy: "note",
    format: "markdown",
    text: "*' RDM left.",
    labelled: "*' RDM\\* left.\n\n* organization banned in Russia",
  },
  {
    rule: "a marker in Markdown opens no emphasis that the next one would close",
    policy: "note",
    format: "markdown",
    text: "The “RDM”. NSIS.",
    labelled: "The “RDM”\\*. NSIS**.\n\n* organization banned in Russia\n** organization banned in Russia",
  },
  {
    rule: "a notice above the notes is a notice still",
    policy: "note",
    text: "NSIS and RDM.\n\nRDM — organization banned in Russia",
    labelled: "NSIS* and RDM.\n\nRDM — organization banned in Russia\n\n* organization banned in Russia",
  },
  {
    rule: "a product has a note of its own",
    policy: "note",
    text: "Aurum and Aurumbook",
    labelled: "Aurum* and Aurumbook**\n\n* recognised as extremist in Russia\n** owned by Aurum, banned in Russia",
  },
  {
    rule: "a whole text has one notice at its end",
    policy: "document",
    text: "RDM, NSIS and Red Dawn, Al-Safa.",
    labelled:
      "RDM, NSIS and Red Dawn, Al-Safa.\n\nRDM, NSIS — organization banned in Russia\nAl-Safa — terrorist organization banned in Russia",
  },
  unchanged("a notice is not written twice", "RDM, NSIS.\n\nRDM, NSIS — organization banned in Russia", {
    policy: "document",
  }),
  unchanged(
    "a note is not written twice",
    "RDM*, NSIS**.\n\n* organization banned in Russia\n** organization banned in Russia",
    { policy: "note" },
  ),

  unchanged("before its first day a designation prints nothing", "RDM", { day: "2014-12-28" }),
  { rule: "on its first day a designation holds", day: "2014-12-29", text: "RDM", labelled: `RDM${B}` },
  {
    rule: "on the day before its end a designation holds",
    day: "2025-04-16",
    text: "Tulipan",
    labelled: `Tulipan${B}`,
  },
  unchanged("on the first day it no longer holds nothing is printed", "Tulipan", { day: "2025-04-17" }),
  unchanged("another jurisdiction's designation prints nothing", "Green Wave and NSIS", {
    jurisdictions: ["gb"],
    day: "2015-01-01",
  }),
  {
    rule: "a jurisdiction prints its own words",
    jurisdictions: ["gb"],
    text: "RDM and NSIS",
    labelled: "RDM (proscribed in the UK) and NSIS",
  },
  {
    rule: "several jurisdictions share one pair of brackets",
    jurisdictions: ["ru", "gb"],
    text: "RDM",
    labelled: "RDM (organization banned in Russia; proscribed in the UK)",
  },
  {
    rule: "wordings stand in the order the jurisdictions are given",
    jurisdictions: ["gb", "ru"],
    text: "RDM",
    labelled: "RDM (proscribed in the UK; organization banned in Russia)",
  },
  unchanged("joined wordings are a label", "RDM (proscribed in the UK; organization banned in Russia)", {
    jurisdictions: ["gb", "ru"],
  }),
  {
    rule: "a jurisdiction that does not hold yet adds nothing",
    jurisdictions: ["ru", "gb"],
    day: "2015-06-01",
    text: "RDM",
    labelled: `RDM${B}`,
  },
  { rule: "words are in the text's language", language: "ru", text: "RDM", labelled: `RDM${Z}` },
  {
    rule: "without words in the text's language they are English",
    language: "fr",
    text: "Aube rouge",
    labelled: `Aube rouge${B}`,
  },
  { rule: "without English they are in any language", text: "United Path", labelled: `United Path${Z}` },
  { rule: "a region's English is English", language: "en-GB", text: "RDM", labelled: `RDM${B}` },
];
