/** Labels that stand in the copy already, quotations, and code. */
import { B, type LabelCase } from "./case.ts";

const unchanged = (rule: string, text: string, more: Partial<LabelCase> = {}): LabelCase => ({
  rule,
  text,
  labelled: text,
  ...more,
});

export const typed: readonly LabelCase[] = [
  unchanged("a label already typed is not doubled", `The RDM${B} marched.`),
  unchanged("a label after the possessive is not doubled", `RDM’s${B} men`),
  unchanged("a label after a closing mark is not doubled", `the “Red Dawn”${B} men`),
  unchanged("a label before the closing mark is not doubled", "the “Red Dawn (organization banned in Russia)” men"),
  unchanged(
    "a label in other words is a label",
    "RDM (banned in the Russian Federation) and RDM (outlawed in Russia) left.",
  ),
  unchanged(
    "a label with its editor’s note is a label",
    "RDM (organization banned in Russia – ed.), RDM (editor’s note: banned in Russia), RDM (Ed. note: banned in RF) left.",
  ),
  unchanged(
    "a label of what the organization does is a label",
    "RDM (organization’s activities are banned) and RDM (org. banned in Russia) left.",
  ),
  unchanged("a label in another language is a label", "RDM (организация запрещена в России) left."),
  unchanged("a label with ё or е is a label", "Al-Safa (террористическая организация, запрещенная в РФ) left."),
  unchanged("a label in square brackets is a label", "RDM [organization banned in Russia] left."),
  unchanged("a label on the next line is a label", "RDM\n(organization banned in Russia) left."),
  unchanged("a label without its space is a label", "RDM(organization banned in Russia) left."),
  unchanged(
    "a label that names the acronym is a label",
    "Red Dawn Movement (RDM; organization banned in Russia) left.",
  ),
  unchanged("a label after an acronym in brackets is not doubled", `Red Dawn Movement (RDM)${B} left.`),
  unchanged("a label after a compound is not doubled", `RDM-linked${B} men`),
  unchanged("names inside a label are no mentions", "The group (a movement of RDM banned in Russia) left."),
  unchanged("a label stays on a day before the designation", `The RDM${B} marched.`, { day: "2014-12-28" }),
  unchanged("a label stays where the policy is none", `The RDM${B} marched.`, { policy: "none" }),
  unchanged("a label of the register's words in any jurisdiction is a label", "RDM (proscribed in the UK) left."),
  {
    rule: "a label already typed counts as the first",
    policy: "first",
    text: `RDM${B}, then RDM.`,
    labelled: `RDM${B}, then RDM.`,
  },
  {
    rule: "a label typed on a later mention does not make the first one labelled",
    policy: "first",
    text: `RDM, then RDM${B}.`,
    labelled: `RDM${B}, then RDM${B}.`,
  },
  {
    rule: "a label already typed counts in its section",
    policy: "section",
    text: `RDM${B}, RDM.\n\n# Two\n\nRDM, RDM.`,
    labelled: `RDM${B}, RDM.\n\n# Two\n\nRDM${B}, RDM.`,
  },
  {
    rule: "an ordinary aside is no label",
    text: "RDM (banned substances were found) left.",
    labelled: `RDM${B} (banned substances were found) left.`,
  },
  {
    rule: "what it was called is no label",
    text: "RDM (formerly the Youth League) left.",
    labelled: `RDM${B} (formerly the Youth League) left.`,
  },
  {
    rule: "a label of the next paragraph is another's",
    text: "RDM\n\n(organization banned in Russia)",
    labelled: `RDM${B}\n\n(organization banned in Russia)`,
  },
  unchanged("a marker with its note is a label", "RDM* left.\n\n* organization banned in Russia"),
  unchanged(
    "other markers with their notes are labels",
    "RDM¹ and NSIS† left.\n\n¹ organization banned in Russia\n† organization banned in Russia",
  ),
  {
    rule: "a marker without a note is no label",
    text: "RDM* left.\n\n* as it was called then",
    labelled: `RDM${B}* left.\n\n* as it was called then`,
  },
  {
    rule: "a line that goes on after the label in its brackets is text and no note",
    text: "RDM* left.\n\n* RDM (organization banned in Russia) AND NSIS",
    labelled: `RDM${B}* left.\n\n* RDM (organization banned in Russia) AND NSIS${B}`,
  },
  ...["*", "†", "¹"].map(
    (sign): LabelCase => ({
      rule: `an item of a list that begins with ${sign} is no note, whatever it says`,
      text: `Who was there:\n\n${sign} RDM BANNED IN RUSSIA\n${sign} Others`,
      labelled: `Who was there:\n\n${sign} RDM${B} BANNED IN RUSSIA\n${sign} Others`,
    }),
  ),
  ...["•", "–", "-", "1.", "2)"].map(
    (sign): LabelCase => ({
      rule: `an item of a list that begins with ${sign} is no note, and is labelled once`,
      policy: "first",
      text: `Who was there:\n\n${sign} RDM BANNED IN RUSSIA\n${sign} RDM again`,
      labelled: `Who was there:\n\n${sign} RDM${B} BANNED IN RUSSIA\n${sign} RDM again`,
    }),
  ),
  {
    rule: "an item of a list in capitals is labelled like any text, and the notes below it are its own",
    policy: "note",
    text: "* RDM BANNED IN RUSSIA\n* Others",
    labelled: "* RDM* BANNED IN RUSSIA\n* Others\n\n* organization banned in Russia",
  },
  {
    rule: "an item of a list is no note for a star that stands elsewhere",
    text: "A hotel of 4* and the rest:\n\n* RDM BANNED IN RUSSIA",
    labelled: `A hotel of 4* and the rest:\n\n* RDM${B} BANNED IN RUSSIA`,
  },
  unchanged(
    "an item of a list with a marker of its own has its note",
    "* RDM† BANNED\n\n† organization banned in Russia",
  ),
  unchanged("a note may name whom it is about", "RDM* left.\n\n* RDM BANNED IN RUSSIA"),
  {
    rule: "a note about another is no label",
    text: "NSIS* met RDM*.\n\n* RDM BANNED IN RUSSIA",
    labelled: `NSIS${B}* met RDM*.\n\n* RDM BANNED IN RUSSIA`,
  },
  unchanged("a note in Russian is a note", "«РДМ»* ушло.\n\n* РДМ — организация, запрещённая в России", {
    language: "ru",
  }),
  unchanged("a note in German is a note", "RDM* ging.\n\n* in Russland verbotene Organisation", { language: "de" }),
  unchanged("a note in French is a note", "RDM* partit.\n\n* organisation interdite en Russie", { language: "fr" }),
  unchanged("a note in Arabic is a note", "RDM* غادر.\n\n* منظمة محظورة في روسيا", { language: "ar" }),
  unchanged(
    "a note may say whose label each of its brackets is",
    "RDM* and NSIS* left.\n\n* RDM (organization banned in Russia) and NSIS (organization banned in Russia).",
  ),
  unchanged(
    "a note may say more of its label after a bracket",
    "RDM* left.\n\n* RDM (organization banned in Russia), recognised as terrorist by a court",
  ),

  // Quotations.
  {
    rule: "in a quotation the label follows the closing mark",
    text: "“We fight RDM today,” she said.",
    labelled: `“We fight RDM today,”${B} she said.`,
  },
  {
    rule: "the label after a quotation is that of the organisation it is printed for",
    day: "2025-05-01",
    text: "“Tulipan met RDM,” she said.",
    labelled: `“Tulipan met RDM,”${B} she said.`,
  },
  {
    rule: "a quotation has the label of an organisation once",
    text: "“RDM is RDM,” she said of RDM.",
    labelled: `“RDM is RDM,”${B} she said of RDM${B}.`,
  },
  {
    rule: "a quotation has the label of each organisation",
    text: "“RDM and Al-Safa left,” she said.",
    labelled: `“RDM and Al-Safa left,”${B} (terrorist organization banned in Russia) she said.`,
  },
  unchanged(
    "a quotation with its labels is not labelled again",
    `“RDM and Al-Safa left,”${B} (terrorist organization banned in Russia) she said.`,
  ),
  unchanged("a quotation labelled once is labelled for all its mentions", `“RDM is RDM,”${B} she said.`),
  {
    rule: "the label goes after the outer of two quotations",
    text: "“They said ‘RDM won’ to us,” she said.",
    labelled: `“They said ‘RDM won’ to us,”${B} she said.`,
  },
  { rule: "straight marks make a quotation", text: 'She said: "RDM won."', labelled: `She said: "RDM won."${B}` },
  {
    rule: "single marks make a quotation, apostrophes do not",
    text: "‘RDM’s men don’t rest,’ she said.",
    labelled: `‘RDM’s men don’t rest,’${B} she said.`,
  },
  {
    rule: "a name in marks inside a quotation waits for its end",
    text: "“The ‘Red Dawn’ left,” she said.",
    labelled: `“The ‘Red Dawn’ left,”${B} she said.`,
  },
  {
    rule: "a mark that never closes is no quotation",
    text: "“We fight RDM today, she said.",
    labelled: `“We fight RDM${B} today, she said.`,
  },
  {
    rule: "a quotation over paragraphs is closed in the last",
    text: "“RDM came.\n\n“RDM left,” she said.",
    labelled: `“RDM came.\n\n“RDM left,”${B} she said.`,
  },
  {
    rule: "inches are no quotation",
    text: 'A 5" gun of RDM and a 6" one.',
    labelled: `A 5" gun of RDM${B} and a 6" one.`,
  },
  {
    rule: "a quotation ended by the name has its label after the mark",
    text: "“We will beat RDM”, she said.",
    labelled: `“We will beat RDM”${B}, she said.`,
  },
  {
    rule: "inside, the label stands in square brackets in the quotation",
    quotations: "inside",
    text: "“We fight RDM today,” she said.",
    labelled: "“We fight RDM [organization banned in Russia] today,” she said.",
  },
  {
    rule: "inside, every mention in the quotation has its label",
    quotations: "inside",
    text: "“RDM is RDM.”",
    labelled: "“RDM [organization banned in Russia] is RDM [organization banned in Russia].”",
  },
  {
    rule: "inside, a name at the end is labelled before the mark",
    quotations: "inside",
    text: "“We fight RDM”",
    labelled: "“We fight RDM [organization banned in Russia]”",
  },
  {
    rule: "inside, a name alone in marks is no quotation",
    quotations: "inside",
    text: "the “Red Dawn” men",
    labelled: `the “Red Dawn”${B} men`,
  },
  unchanged(
    "inside, a label in square brackets is not doubled",
    "“We fight RDM [organization banned in Russia] today,” she said.",
    { quotations: "inside" },
  ),
  {
    rule: "in a quotation the first policy labels once after it",
    policy: "first",
    text: "“RDM is RDM,” she said of RDM.",
    labelled: `“RDM is RDM,”${B} she said of RDM.`,
  },

  // HTML.
  {
    rule: "HTML is labelled in its words only",
    format: "html",
    text: '<p title="RDM">The RDM left.</p>',
    labelled: `<p title="RDM">The RDM${B} left.</p>`,
  },
  {
    rule: "a name over tags is one name, and its label stands after them",
    format: "html",
    text: "<p><b>Red</b> <i>Dawn</i> left.</p>",
    labelled: `<p><b>Red</b> <i>Dawn</i>${B} left.</p>`,
  },
  {
    rule: "the words of a link are words",
    format: "html",
    text: '<a href="/RDM">RDM</a>',
    labelled: `<a href="/RDM">RDM</a>${B}`,
  },
  unchanged(
    "code, scripts and styles are not words",
    "<script>RDM</script><style>RDM{}</style><code>RDM</code><pre>RDM</pre><!-- RDM --><textarea>RDM</textarea>",
    { format: "html" },
  ),
  unchanged("an attribute with a > in it is an attribute", '<img alt="a > RDM" src="RDM.png">', { format: "html" }),
  {
    rule: "a name over two blocks is none",
    format: "html",
    text: "<p>Red</p><p>Dawn</p><li>RDM</li>",
    labelled: `<p>Red</p><p>Dawn</p><li>RDM${B}</li>`,
  },
  {
    rule: "entities are the letters they stand for",
    format: "html",
    text: "Red&nbsp;Dawn&rsquo;s men, &ldquo;RDM&rdquo; and &#82;DM",
    labelled: `Red&nbsp;Dawn&rsquo;s${B} men, &ldquo;RDM&rdquo;${B} and &#82;DM${B}`,
  },
  {
    rule: "a label in HTML is escaped text",
    format: "html",
    text: "<p>R&amp;D and RDM &lt; NSIS</p>",
    labelled: `<p>R&amp;D and RDM${B} &lt; NSIS${B}</p>`,
  },
  unchanged("a label typed over tags is a label", "<p><b>RDM</b> <i>(organization banned in Russia)</i></p>", {
    format: "html",
  }),
  {
    rule: "a raised figure in HTML is no part of the name",
    format: "html",
    text: "<p>RDM<sup>1</sup> and RDM<sup><a href='#2'>2</a></sup></p>",
    labelled: `<p>RDM${B}<sup>1</sup> and RDM${B}<sup><a href='#2'>2</a></sup></p>`,
  },
  {
    rule: "a set-off quotation in HTML has its label at its end",
    format: "html",
    text: "<blockquote><p>RDM came.</p><p>RDM left.</p></blockquote><p>RDM</p>",
    labelled: `<blockquote><p>RDM came.</p><p>RDM left.${B}</p></blockquote><p>RDM${B}</p>`,
  },
  {
    rule: "headings of HTML begin sections",
    format: "html",
    policy: "section",
    text: "<p>RDM RDM</p><h2>Two</h2><p>RDM</p>",
    labelled: `<p>RDM${B} RDM</p><h2>Two</h2><p>RDM${B}</p>`,
  },
  {
    rule: "notes of HTML stand at the end of its body",
    format: "html",
    policy: "note",
    text: "<body><p>RDM, RDM</p></body></html>",
    labelled: "<body><p>RDM*, RDM*</p><p>* organization banned in Russia</p></body></html>",
  },
  {
    rule: "HTML that breaks off is read as far as it goes",
    format: "html",
    text: "<p>RDM <b",
    labelled: `<p>RDM${B} <b`,
  },
  {
    rule: "HTML is told by its look",
    text: "<p>RDM <code>RDM</code></p>",
    labelled: `<p>RDM${B} <code>RDM</code></p>`,
  },

  // Markdown.
  {
    rule: "emphasis in Markdown stays round the name",
    format: "markdown",
    text: "**RDM** and *Red* Dawn",
    labelled: `**RDM**${B} and *Red* Dawn${B}`,
  },
  {
    rule: "a link in Markdown keeps its target",
    format: "markdown",
    text: '[RDM](/RDM "RDM") and [the RDM][1]\n\n[1]: https://RDM.example "RDM"\n',
    labelled: `[RDM](/RDM "RDM")${B} and [the RDM][1]${B}\n\n[1]: https://RDM.example "RDM"\n`,
  },
  unchanged(
    "code in Markdown is no prose",
    "`RDM` and ``a `RDM` b``\n\n```\nRDM\n```\n\n    RDM\n\n~~~ RDM\nRDM\n~~~\n",
    { format: "markdown" },
  ),
  unchanged(
    "pictures, tags and addresses in Markdown are no prose",
    '![RDM](RDM.png) <https://x.example/RDM> <RDM@x.example> <span title="RDM">\n',
    { format: "markdown" },
  ),
  {
    rule: "a hard line break in Markdown is a space",
    format: "markdown",
    text: "Red\\\nDawn left",
    labelled: `Red\\\nDawn${B} left`,
  },
  { rule: "Markdown is told by its look", text: "`RDM` and RDM", labelled: `\`RDM\` and RDM${B}` },
  {
    rule: "a set-off quotation in Markdown has its label at its end",
    format: "markdown",
    text: "> RDM came\n> and left.\n\nRDM\n",
    labelled: `> RDM came\n> and left.${B}\n\nRDM${B}\n`,
  },
  { rule: "escaped signs are the signs", format: "markdown", text: "\\*RDM\\* won", labelled: `\\*RDM${B}\\* won` },
];
