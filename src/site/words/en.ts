/** The words of the public pages in English. */
import { counted } from "#lib/counted.ts";
import type { Words } from "./words.ts";

export const en: Words = {
  language: "en",

  skip: "Skip to the text",
  sections: "Sections",
  editions: "Editions",
  aboutEdition: "About this edition",
  frontPage: "Front page",
  feeds: "Feeds",

  latest: "Latest",
  moreOf: (section) => `More from ${section}`,
  allOf: (section) => `All of ${section}`,
  section: "Section",
  topic: "Topic",
  newer: "Newer stories",
  older: "Older stories",
  pages: "Pages of this list",
  nothingYet: "Nothing has been published here yet.",
  stories: counted("en", { one: "{n} story", other: "{n} stories" }),

  legal: {
    "legal-name": "Publisher",
    address: "Address",
    responsible: "Responsible for the content",
    registration: "Registered under",
  },

  by: "By",
  published: "Published",
  changed: "Last changed",
  origin: "First published by",
  translatedFrom: (language) => `Translated from ${language}`,
  alsoIn: "Also in",
  topics: "Topics",
  quoted: "Quoted in this story",
  sources: "Sources",
  sourceKinds: { outlet: "news outlet", person: "person", document: "document", page: "web page" },
  inText: {
    table: "Table",
    backToText: "Back to the text",
    note: (number) => `Note ${number}`,
    source: (number) => `Source ${number}`,
  },
  labelledNames: "Names labelled in this story",
  printVersion: "Print version",
  printedFrom: "Printed from",
  backToArticle: "Back to the story",
  moreStories: "More stories",

  time: {
    events: "Events in this story",
    timelines: "Timelines",
    kind: "Timeline",
    picture: counted("en", {
      one: "{n} event along a line of time; the list below has the same.",
      other: "{n} events along a line of time; the list below has the same.",
    }),
    zoom: "How close",
    closer: ["All of it", "Closer", "Closest"],
    noEvents: "No event stands on this timeline yet.",
    toldIn: "Told in",
    sources: "Source:",
    asData: "This timeline as data",
    calendar: "This timeline as a calendar",
    became: "What happened next",
    states: { kept: "It came about.", missed: "It did not come about.", moved: "It was put off." },
    readOn: "Read on:",
    before: "What went before",
  },

  howWeLabel: "How we label",
  labels: {
    introduction:
      "Some organisations are designated by a state or an international body: banned, listed or put under sanctions. Where this edition has to say so, or has chosen to, a short label stands after the organisation’s name. This page says which labels we print, where, and on whose decision.",
    rule: "The rule of this edition",
    noRule:
      "This edition follows no register of designations. Labels that stood in copy we took over are printed as their authors wrote them.",
    jurisdictions: "Whose decisions we follow",
    scopeTitle: "Where a label stands",
    scopes: {
      every: "After every mention of the name.",
      first: "After the first mention of an organisation in a story, whichever of its names is used.",
      section: "After the first mention in each part of a story; a part begins at a heading.",
      document: "Once for the whole story, in a notice at its end.",
      none: "Nowhere: this edition prints no labels.",
    },
    styles: {
      inline: "It is printed in brackets, straight after the name.",
      note: "A mark stands after the name; the words stand at the end of the story.",
      abbr: "The words are shown with the name itself.",
    },
    asOfTitle: "Which day counts",
    asOfToday: "Today’s: when a decision is made or lifted, labels change in everything we have published.",
    asOfPublication: "The day a story came out: later decisions do not change it.",
    asOfDay: (day) => `The state of things on ${day}.`,
    neutrality:
      "A label reports a decision that somebody made. It is not our judgement, and its absence is not one either. Each organisation’s page says who decided, when, until when, and where the decision can be read.",
    organisations: "Organisations in our register",
    noOrganisations: "The register is empty.",
    printed: "Label printed today",
    printsNothing: "No label is printed today",
  },

  organisation: {
    kind: "Organisation in our register",
    introduction: "Why this name is labelled in our stories, and on whose decision.",
    names: "Names we recognise",
    nameKinds: {
      full: "full name",
      short: "short name",
      acronym: "acronym",
      alias: "other name",
      derived: "derived word",
      product: "product",
    },
    designations: "Designations",
    noDesignations: "Our register holds no designation of this organisation.",
    jurisdiction: "Jurisdiction",
    authority: "Decided by",
    decision: "Decision",
    from: "In force from",
    until: "Until",
    noEnd: "no end set",
    inForce: "In force",
    ended: "No longer in force",
    notYet: "Not yet in force",
    wording: "Words of the label",
    reference: "Where to read it",
    readDecision: "The decision at its source",
    mentionedIn: "Stories that mention it",
    notMentioned: "No published story mentions it.",
  },

  search: {
    title: "Search",
    label: "Words to look for",
    button: "Search",
    hint: "Search looks through headlines and texts of this edition and finds a word in all its forms.",
    found: counted("en", { one: "{n} story found", other: "{n} stories found" }),
    nothing: (query) => `No story has “${query}” in it.`,
    nothingHint: "Try fewer words, or another spelling.",
    results: "Results",
  },

  people: "People",
  peopleIntroduction: "Who writes, translates and edits this edition.",
  storiesBy: (name) => `Stories by ${name}`,

  archive: "Archive",
  archiveMonths: "Months",
  noStoriesInMonth: "Nothing came out in this month.",

  log: {
    title: "The publication log",
    introduction:
      "Whatever we publish, change, correct or take back is entered in a log to which entries are only ever added. This page says what that proves, what it does not prove, and how you can check it.",
    whatTitle: "What it is",
    what: [
      "Every publication, every change of a story and every change of a label is one entry, written in the same moment as the act itself. An entry holds the kind of act, its time, and a digest of the text: a number of 64 digits that comes out differently as soon as one letter of the text is another one.",
      "The entries are the leaves of a tree in which every branch is a digest of the branches under it. The root of the tree, signed with our key, is a checkpoint: it stands for every entry there is, in its order. Nobody can change, drop or exchange an earlier entry and arrive at the same root.",
      "Digests are taken over the text together with 32 random bytes that are kept beside it. When the law or somebody’s safety requires words to be taken away for good, these bytes are destroyed with them, and what stays in the log says nothing. That it happened is an entry of its own.",
    ],
    provesTitle: "What it proves",
    proves: [
      {
        title: "Without a witness",
        text: "If you have kept a checkpoint of ours, from a feed, a proof or a letter, you can prove that nothing which stood in the log then has been changed or left out since. If nobody outside has kept one, the log proves nothing against whoever holds our key and every copy of our data: they could write it all anew.",
      },
      {
        title: "With a witness",
        text: "A witness is somebody else’s server that signs our checkpoints, and only those that go on from the last one it signed. A checkpoint with its signature proves that we cannot have shown you one history and others another, as long as the witness is honest. A time stamp of an authority proves that the checkpoint existed at that time.",
      },
      {
        title: "What it never proves",
        text: "That what we wrote is true. It proves what we said, and when we said something else.",
      },
    ],
    checkTitle: "How to check",
    check: [
      "Keep a checkpoint. It is at the address below, in every feed and in the proof that is linked under every story. A story’s proof holds all that is needed to check, without asking us, that the text is the one that was logged.",
      "The command below reads the whole log, checks that it goes on from the checkpoint you kept, and that every story now at its address is the one that was logged. The log is served in an open format, so you can as well check it with tools that are not ours.",
    ],
    command: "The command",
    format: "The format, described by others",
    nowTitle: "The log now",
    entries: counted("en", { one: "{n} entry", other: "{n} entries" }),
    checkpoint: "The newest checkpoint",
    key: "The key its signatures are checked with",
    newestTitle: "The newest entries",
    kinds: {
      publication: "Published",
      update: "Changed",
      clarification: "Made clearer",
      correction: "Corrected",
      retraction: "Retracted",
      translation: "Translation published",
      withdrawal: "Withdrawn",
      kill: "Taken down",
      "label-change": "Labels changed",
      decision: "Decision about a reply",
      withheld: "Words withheld",
    },
    proof: "Proof that this text is in our log",
  },

  previewUntil: (time) =>
    `Preview. This has not been published and may change; do not quote it or pass it on. The link ends on ${time}.`,
  gone: {
    withdrawn: {
      title: "This story has been withdrawn",
      sentence: (day) => `We took it back on ${day}. What it said should not be relied on or quoted.`,
    },
    killed: { title: "This story is gone", sentence: () => "It was published in error and will not be shown again." },
  },
  notFound: {
    title: "There is no page at this address",
    sentence:
      "It may have moved, or the address may have lost a letter on its way. Search for what you came for, or go on with the latest stories.",
    onward: "To the front page",
  },
  broken: {
    title: "Something broke on our side",
    sentence: "This page could not be printed. The fault has been recorded; please try again in a minute.",
    onward: "To the front page",
    reference: "If you write to us about it, give this number",
  },
};
