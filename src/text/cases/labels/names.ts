/** What is a mention of a name, and what only looks like one. */
import { B, type LabelCase } from "./case.ts";

const unchanged = (rule: string, text: string): LabelCase => ({ rule, text, labelled: text });

export const names: readonly LabelCase[] = [
  {
    rule: "a name gets one space and its words in brackets",
    text: "The RDM marched.",
    labelled: `The RDM${B} marched.`,
  },
  {
    rule: "every mention is labelled, by every name",
    text: "RDM, Red Dawn and the Red Dawn Movement.",
    labelled: `RDM${B}, Red Dawn${B} and the Red Dawn Movement${B}.`,
  },
  {
    rule: "a compound does not end in the middle of its last name",
    text: "the RDM-Red Dawn Movement quarrel",
    labelled: `the RDM-Red Dawn Movement${B} quarrel`,
  },
  {
    rule: "another name after an apostrophe is no suffix",
    text: "RDM'Red Dawn",
    labelled: `RDM${B}'Red Dawn${B}`,
  },
  {
    rule: "a full stop ends a name",
    text: "They joined Red Dawn. Movement was slow.",
    labelled: `They joined Red Dawn${B}. Movement was slow.`,
  },
  {
    rule: "a comma ends a name",
    text: "Under Red Dawn, Movement is slow.",
    labelled: `Under Red Dawn${B}, Movement is slow.`,
  },
  { rule: "a new paragraph ends a name", text: "Red Dawn\n\nMovement", labelled: `Red Dawn${B}\n\nMovement` },
  unchanged("half a name before a new paragraph is none", "The Northern\n\nState of things."),
  {
    rule: "one line break counts as a space",
    text: "the Red\nDawn Movement said",
    labelled: `the Red\nDawn Movement${B} said`,
  },
  {
    rule: "a line break of another system counts as a space",
    text: "the Red\r\nDawn Movement said",
    labelled: `the Red\r\nDawn Movement${B} said`,
  },
  {
    rule: "an indented next line goes on with the name",
    text: "  the Red\n  Dawn Movement said",
    labelled: `  the Red\n  Dawn Movement${B} said`,
  },
  { rule: "a non-breaking space is a space", text: "Red\u00a0Dawn won", labelled: `Red\u00a0Dawn${B} won` },
  { rule: "a narrow space is a space", text: "Red\u202fDawn won", labelled: `Red\u202fDawn${B} won` },
  { rule: "two spaces count as one", text: "Red  Dawn won", labelled: `Red  Dawn${B} won` },
  { rule: "soft hyphens are not seen", text: "Red Da\u00adwn won", labelled: `Red Da\u00adwn${B} won` },
  { rule: "zero-width signs are not seen", text: "R\u200bDM won", labelled: `R\u200bDM${B} won` },
  { rule: "a byte order mark before a name is not seen", text: "\ufeffRDM won", labelled: `\ufeffRDM${B} won` },
  {
    rule: "any hyphen is a hyphen",
    text: "Al‑Safa and Al–Safa",
    labelled: "Al‑Safa (terrorist organization banned in Russia) and Al–Safa (terrorist organization banned in Russia)",
  },
  {
    rule: "any apostrophe is an apostrophe",
    text: "The Ta’if Guard and the Ta'if Guard",
    labelled:
      "The Ta’if Guard (terrorist organization banned in Russia) and the Ta'if Guard (terrorist organization banned in Russia)",
  },
  {
    rule: "inside a sentence an article in a name has a small letter",
    text: "of al-Safa and the core",
    labelled: "of al-Safa (terrorist organization banned in Russia) and the core",
  },
  {
    rule: "the longest name wins",
    text: "the Northern State of Ice and Snow",
    labelled: `the Northern State of Ice and Snow${B}`,
  },
  {
    rule: "when the longest breaks off the shorter name stands",
    text: "the Northern State of Ice and Fire",
    labelled: `the Northern State${B} of Ice and Fire`,
  },
  {
    rule: "a name inside a longer name of another organisation is not labelled",
    text: "the Green Wave of the Northern State",
    labelled: "the Green Wave of the Northern State",
  },
  unchanged("part of a word is not a mention", "The NRDMs and RDMX and xRDM."),
  unchanged("a digit or an underscore makes another word", "RDM2, 3RDM, RDM_x and _RDM."),
  unchanged("a combining mark makes another letter", "RDM\u0301 left."),
  unchanged("an acronym takes no plural", "Two RDMs."),
  {
    rule: "a short name has a plural",
    text: "The Tulipans left.",
    day: "2018-02-16",
    labelled: `The Tulipans${B} left.`,
  },
  unchanged("lower letters are other words", "They went up at red dawn, and the northern state froze."),
  unchanged("mixed letters are other words", "The rDM and Red dawn and RED Dawn."),
  {
    rule: "a name in capitals is the name",
    text: "RED DAWN ATTACKS. THE NORTHERN STATE FALLS",
    labelled: `RED DAWN${B} ATTACKS. THE NORTHERN STATE${B} FALLS`,
  },
  {
    rule: "a first letter may be raised",
    text: "Dawnist cells and a dawnist.",
    labelled: "Dawnist (supporter of a banned organization) cells and a dawnist (supporter of a banned organization).",
  },
  {
    rule: "an acronym that is a word is asked about among capitals",
    text: "WAKE UP EARLY",
    labelled: "WAKE UP EARLY",
    asks: ["UP"],
  },
  {
    rule: "an acronym that is a word is asked about also beside a label",
    text: "WAKE UP RDM",
    labelled: `WAKE UP RDM${B}`,
    asks: ["UP"],
  },
  {
    rule: "an acronym that is a word is asked about also behind a label",
    text: "RDM GIVES UP",
    labelled: `RDM${B} GIVES UP`,
    asks: ["UP"],
  },
  {
    rule: "an acronym that is a word is itself among other words",
    text: "The UP split.",
    labelled: "The UP (организация запрещена в России) split.",
  },
  unchanged("the word an acronym looks like is a word", "Give up, Up is a film."),
  unchanged("a hashtag is not a mention", "Read #RDM and #RedDawn."),
  unchanged("a handle is not a mention", "Ask @RDM."),
  unchanged("an address is not a mention", "See https://rdm.example/RDM/Red_Dawn?q=RDM&x=RDM."),
  unchanged("an address with www is not a mention", "See www.example.org/RDM,RDM."),
  unchanged("an address without a scheme is not a mention", "See example.com/RDM and example.com/a/RDM."),
  unchanged("a host name is not a mention", "See RDM.org and news.RDM.example."),
  unchanged("a file name is not a mention", "Open RDM.pdf and RDM.html."),
  unchanged("a mail box is not a mention", "Write to RDM@example.org or press@RDM.org or mailto:RDM@example.org."),
  {
    rule: "a full stop without its space is still a full stop",
    text: "They fought RDM.They lost.",
    labelled: `They fought RDM${B}.They lost.`,
  },
  {
    rule: "words beside an address are words",
    text: "RDM (https://rdm.example) said",
    labelled: `RDM${B} (https://rdm.example) said`,
  },
  { rule: "a slash between two organisations divides two mentions", text: "RDM/NSIS", labelled: `RDM${B}/NSIS${B}` },
  {
    rule: "two names of one organisation with a slash are one mention",
    text: "RDM/Red Dawn men",
    labelled: `RDM/Red Dawn${B} men`,
  },
  {
    rule: "a labelled name in brackets is a mention, and the first",
    policy: "first",
    text: "(RDM) and [RDM] and RDM",
    labelled: `(RDM${B}) and [RDM] and RDM`,
  },
  {
    rule: "labelled names in brackets are mentions",
    policy: "first",
    text: "(RDM (organization banned in Russia) and NSIS (organization banned in Russia)) and RDM",
    labelled: "(RDM (organization banned in Russia) and NSIS (organization banned in Russia)) and RDM",
  },
  { rule: "brackets round a name stay round its label", text: "(RDM)", labelled: `(RDM${B})` },
  {
    rule: "a dash is no hyphen",
    text: "RDM—the group—left; RDM – the group",
    labelled: `RDM${B}—the group—left; RDM${B} – the group`,
  },
  {
    rule: "names of other languages are found as registered",
    text: "The Красный рассвет office",
    labelled: `The Красный рассвет${B} office`,
  },
  unchanged("names of other languages have no other forms", "Of Красного рассвета and КРАСНЫЙ РАССВЕТ"),
  { rule: "an emoji beside a name is not part of it", text: "RDM🔥 and 🔥RDM", labelled: `RDM${B}🔥 and 🔥RDM${B}` },
  { rule: "a name ends where the text ends", text: "RDM", labelled: `RDM${B}` },
  { rule: "empty copy stays empty", text: "", labelled: "" },
  { rule: "copy without a name stays as it is", text: "No news.\n", labelled: "No news.\n" },

  // What stands round a name.
  {
    rule: "the possessive stays with the name",
    text: "RDM’s men, RDM's men",
    labelled: `RDM’s${B} men, RDM's${B} men`,
  },
  {
    rule: "an apostrophe that Unicode calls a letter is an apostrophe",
    text: "RDMʼs men and the Taʼif Guard",
    labelled: `RDMʼs${B} men and the Taʼif Guard (terrorist organization banned in Russia)`,
  },
  {
    rule: "a raised figure is a note at the name, not a part of it",
    text: "RDM¹ and Red Dawn² left",
    labelled: `RDM${B}¹ and Red Dawn${B}² left`,
  },
  {
    rule: "a name after the suffix of another stands in the same word",
    text: "RDM’s-NSIS talks",
    labelled: `RDM’s-NSIS${B}${B} talks`,
  },
  {
    rule: "the possessive after an s stays with the name",
    text: "The Tulipans’ land",
    labelled: `The Tulipans’${B} land`,
  },
  { rule: "a possessive in capitals stays with the name", text: "RDM'S MEN", labelled: `RDM'S${B} MEN` },
  { rule: "a contraction stays with the name", text: "RDM’ll go", labelled: `RDM’ll${B} go` },
  { rule: "a label stands after the closing mark", text: "the “Red Dawn” group", labelled: `the “Red Dawn”${B} group` },
  {
    rule: "a label stands after a straight closing mark",
    text: 'the "Red Dawn" group',
    labelled: `the "Red Dawn"${B} group`,
  },
  {
    rule: "a label stands after a single closing mark",
    text: "the ‘Red Dawn’ and 'RDM' groups",
    labelled: `the ‘Red Dawn’${B} and 'RDM'${B} groups`,
  },
  {
    rule: "a label stands after a guillemet with a space before it",
    text: "le « Red Dawn » dit, le «\u00a0RDM\u00a0» aussi",
    labelled: `le « Red Dawn »${B} dit, le «\u00a0RDM\u00a0»${B} aussi`,
  },
  {
    rule: "a label stands after nested closing marks",
    text: "the “‘Red Dawn’” group",
    labelled: `the “‘Red Dawn’”${B} group`,
  },
  {
    rule: "a possessive after a closing mark stays with the name",
    text: "“Red Dawn”’s men",
    labelled: `“Red Dawn”’s${B} men`,
  },
  {
    rule: "a label stands after the whole compound",
    text: "RDM-linked men and RDM-led-and-paid men",
    labelled: `RDM-linked${B} men and RDM-led-and-paid${B} men`,
  },
  {
    rule: "a compound may begin before the name",
    text: "anti-RDM and pro-Red Dawn men",
    labelled: `anti-RDM${B} and pro-Red Dawn${B} men`,
  },
  { rule: "a compound has its possessive", text: "an RDM-supporter’s flag", labelled: `an RDM-supporter’s${B} flag` },
  { rule: "a compound in quotation marks is closed first", text: "“RDM-linked” men", labelled: `“RDM-linked”${B} men` },
  {
    rule: "a compound of two organisations has the label of each",
    text: "the RDM-NSIS talks",
    labelled: `the RDM-NSIS${B}${B} talks`,
  },
  {
    rule: "a name followed by its acronym is one mention",
    text: "the Red Dawn Movement (RDM) said",
    labelled: `the Red Dawn Movement (RDM)${B} said`,
  },
  {
    rule: "an acronym followed by its name is one mention",
    text: "RDM (Red Dawn Movement) said",
    labelled: `RDM (Red Dawn Movement)${B} said`,
  },
  {
    rule: "an acronym no register knows belongs to its name by its letters",
    text: "Red Dawn (RD) said",
    labelled: `Red Dawn (RD)${B} said`,
  },
  {
    rule: "several own names in brackets are one mention",
    text: "Northern State (NSIS, also known as Northern State of Ice and Snow) fell",
    labelled: `Northern State (NSIS, also known as Northern State of Ice and Snow)${B} fell`,
  },
  {
    rule: "own names called so in brackets are one mention",
    text: "Red Dawn (hereinafter referred to as RDM) and RDM (also called Red Dawn) left",
    labelled: `Red Dawn (hereinafter referred to as RDM)${B} and RDM (also called Red Dawn)${B} left`,
  },
  {
    rule: "a name in quotation marks and its acronym are one mention",
    text: "“Red Dawn Movement” (RDM) said",
    labelled: `“Red Dawn Movement” (RDM)${B} said`,
  },
  {
    rule: "an acronym in brackets that close in another paragraph is a mention of its own",
    text: "Red Dawn Movement (\n\nRDM) said; Red Dawn\n\n(RDM) too",
    labelled: `Red Dawn Movement${B} (\n\nRDM${B}) said; Red Dawn${B}\n\n(RDM${B}) too`,
  },
  {
    rule: "in HTML, too, brackets do not reach over the end of a paragraph",
    format: "html",
    text: "<p>RDM ( </p><p> RDM) RDM </p>",
    labelled: `<p>RDM${B} ( </p><p> RDM${B}) RDM${B} </p>`,
  },
  {
    rule: "a label typed in the next paragraph is not the name’s",
    text: "RDM (organization\n\u00a0\nbanned in Russia)",
    labelled: `RDM${B} (organization\n\u00a0\nbanned in Russia)`,
  },
  {
    rule: "the acronym of another is another mention",
    text: "Red Dawn Movement (NSIS) said",
    labelled: `Red Dawn Movement${B} (NSIS${B}) said`,
  },
  {
    rule: "an aside after a name is not its acronym",
    text: "RDM (since 2003) said, RDM (Russia)",
    labelled: `RDM${B} (since 2003) said, RDM${B} (Russia)`,
  },
  {
    rule: "its own acronym tells which of two organisations is meant",
    text: "the Black Star Brigade (BSB) and Black Star",
    labelled: `the Black Star Brigade (BSB)${B} and Black Star`,
    asks: ["Black Star"],
  },

  // Names with words of their own, names in doubt.
  {
    rule: "a product prints its own words",
    text: "on Aurumbook",
    labelled: "on Aurumbook (owned by Aurum, banned in Russia)",
  },
  {
    rule: "a product without words of its own is asked about",
    text: "on Aurumgram",
    labelled: "on Aurumgram",
    asks: ["Aurumgram"],
  },
  {
    rule: "a derived name the register says to match is labelled",
    text: "an Aurumite",
    labelled: "an Aurumite (recognised as extremist in Russia)",
  },
  {
    rule: "what a product is called does not hide its owner",
    text: "Aurum and Aurumbook",
    labelled: "Aurum (recognised as extremist in Russia) and Aurumbook (owned by Aurum, banned in Russia)",
  },
  {
    rule: "a name of two organisations is asked about",
    text: "The Black Star rose",
    labelled: "The Black Star rose",
    asks: ["Black Star"],
  },
  { rule: "a name to ask about is asked about", text: "The Core met", labelled: "The Core met", asks: ["The Core"] },
  unchanged("a look-alike is not a mention", "Redder Dawns, Aurumlike and Tulipanes."),
];
