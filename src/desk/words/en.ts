/** The words of the desk in English. */
import type { DeskWords } from "./words.ts";

export const en: DeskWords = {
  language: "en",

  frame: {
    desk: "Desk",
    skip: "Skip to the page",
    menu: "The desk",
    site: "See the site",
    signOut: "Sign out",
    notFound: "Not found",
    notFoundSentence: "There is no such page at the desk, or it is not among those your role opens.",
    tooLarge: {
      title: "That was too large",
      sentence:
        "What you sent is larger than this form takes. Go back: what you typed is still there. Send less at once.",
    },
    notAForm: {
      title: "That did not arrive whole",
      sentence: "What arrived was not a form. Go back, where what you typed still stands, and send it again.",
    },
    places: {
      home: "Today",
      articles: "Stories",
      pictures: "Pictures",
      front: "Front page",
      house: "House",
      staff: "Staff",
      audit: "Log",
      me: "Your account",
    },
    said: { kept: "Kept.", removed: "Removed.", sent: "Sent." },
  },

  roles: {
    reporter: "Reporter",
    translator: "Translator",
    editor: "Editor",
    moderator: "Moderator",
    administrator: "Administrator",
  },

  home: {
    title: "Today",
    welcome: (name) => `Good to see you, ${name}.`,
  },

  flow: {
    tabs: {
      label: "This story",
      write: "Write",
      details: "Details",
      comments: "Comments",
      history: "History",
      preflight: "Pre-flight",
    },
    states: {
      draft: "Draft",
      "in-review": "In review",
      ready: "Ready",
      scheduled: "Scheduled",
      published: "Published",
      spiked: "Spiked",
      withdrawn: "Withdrawn",
      killed: "Killed",
    },
    moves: {
      submit: "Submit for review",
      "send-back": "Send back",
      "mark-ready": "Mark as ready",
      schedule: "Schedule",
      unschedule: "Take off the schedule",
      publish: "Publish now",
      withdraw: "Withdraw",
      kill: "Kill",
      spike: "Spike",
      "bring-back": "Bring back",
    },
  },
};
