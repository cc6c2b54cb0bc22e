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
    said: {
      kept: "Kept.",
      removed: "Removed.",
      sent: "Sent.",
      "links-asked": "The links are being asked. Look again in a moment.",
    },
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
  preflight: {
    title: "Pre-flight",
    introduction: "What a careful colleague would ask before this comes out.",
    clear: "Nothing was found. It can come out.",
    severities: {
      block: { title: "Has to be mended", sentence: "The story cannot come out before this is put right." },
      ask: { title: "Please look", sentence: "It can come out when an editor has looked and says so." },
      note: { title: "Good to know", sentence: "Nothing has to be done." },
    },
    findings: {
      "headline-missing": { rule: "No headline", found: () => "The story has no headline.", mend: "Write one." },
      "text-missing": {
        rule: "No text",
        found: () => "The story has no text.",
        mend: "Write it, or take wire copy in.",
      },
      "embargo-holds": {
        rule: "Embargo",
        found: (until) => `The embargo holds until ${until}.`,
        mend: "Schedule it for after that time, or lift the embargo in the details.",
      },
      "headline-long": {
        rule: "Headline too long for a push message",
        found: (letters) => `The headline has ${letters} characters; phones cut a message after about 65.`,
        mend: "Shorten it, or let it be cut.",
      },
      "mention-doubtful": {
        rule: "Doubtful mention of an organisation",
        found: (why) => `It is not sure whether this is the organisation of the register: ${why}.`,
        mend: "Say in the text whether to label it.",
      },
      "mention-unlabelled": {
        rule: "Mention an editor left unlabelled",
        found: () => "Somebody decided that this is not the organisation of the register.",
        mend: "Look once more if you are not sure.",
      },
      "label-unregistered": {
        rule: "Typed label without an entry in the register",
        found: (label) => `The author typed the label “${label}”, and the register knows no such organisation.`,
        mend: "It prints as typed. Check it, or add the organisation to the register.",
      },
      "quotation-without-speaker": {
        rule: "Quotation without a speaker",
        found: () => "It does not say who speaks.",
        mend: "Name the speaker and their office.",
      },
      "quotation-without-source": {
        rule: "Quotation without a source",
        found: () => "It does not say where the words are from.",
        mend: "Bind it to a source.",
      },
      "dateline-missing": {
        rule: "No dateline",
        found: () => "The story has no dateline with a place and a day.",
        mend: "Say where and when it was reported.",
      },
      "dateline-day": {
        rule: "Dateline against the day of publication",
        found: (day) =>
          `The dateline says ${day}, which is ahead of the day of publication or more than a week before it.`,
        mend: "Correct the day if it is wrong.",
      },
      "picture-without-alt": {
        rule: "Picture without an alternative text",
        found: () => "A picture has no words for those who cannot see it.",
        mend: "Describe what it shows.",
      },
      "picture-without-credit": {
        rule: "Picture without a credit",
        found: () => "A picture does not say who made it.",
        mend: "Add the credit in the library of pictures.",
      },
      "picture-without-licence": {
        rule: "Picture without a licence",
        found: () => "A picture does not say by what right we show it.",
        mend: "Add the licence in the library of pictures.",
      },
      "link-broken": {
        rule: "Link that does not answer",
        found: (why) => `The page linked to does not answer: ${why}.`,
        mend: "Correct the link, or take it out.",
      },
      "link-unchecked": {
        rule: "Links not looked at yet",
        found: (links) => `Links nobody has asked lately: ${links}.`,
        mend: "Have them asked now.",
      },
      "section-missing": {
        rule: "No section",
        found: () => "The story is in no section, so it stands in none of their lists.",
        mend: "Choose one in the details.",
      },
      "edition-missing": {
        rule: "Another edition without the story",
        found: (edition) => `The edition ${edition} has no version of this story.`,
        mend: "Ask a translator, if it matters there.",
      },
    },
    linkStates: {
      "not-an-address": "it is not an address of the web",
      "not-public": "it leads into a private network",
      "unknown-host": "there is no such site",
      "no-answer": "the site does not answer",
      "too-slow": "the site takes too long",
      "too-many-redirects": "it is sent from page to page without end",
    },
    linkStatus: (status) => `the site answers ${status}`,
    checkLinks: "Ask the links now",
    toText: "To the text",
    toDetails: "To the details",
    rulesTitle: "Pre-flight rules",
    rulesIntroduction: "What keeps a story in, what an editor is asked about, and what is let be.",
    rules: { block: "Blocks", ask: "Asks", note: "Mentions", off: "Let be" },
    alwaysBlocks: "Always blocks.",
    keepRules: "Keep the rules",
  },
};
