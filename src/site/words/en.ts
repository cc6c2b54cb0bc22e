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
