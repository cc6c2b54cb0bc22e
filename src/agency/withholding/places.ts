/**
 * Where words of stories stand in the store. A table that is added to the schema does not compile until it says here
 * which of its columns hold such words, so that none is forgotten when some have to be withheld.
 */
import type { TableName } from "#store/tables.ts";

/**
 * - `text`: words. `json`: words somewhere in a value. `body`: a document.
 * - `slug`: a step of an address, which gets another one.
 * - `folded`: words as search looks for them, small and without marks.
 * - `gone`: the row stands for nothing without it and goes.
 */
export type Holding = "text" | "json" | "body" | "slug" | "folded" | "gone";

export type Words = {
  readonly columns: Readonly<Record<string, Holding>>;
  /** The column that names the article; `subject` as `article:ID`; nothing where rows belong to no story. */
  readonly article?: string;
};

export const WORDS: Readonly<Record<TableName, Words | null>> = {
  edition: null,
  section: { columns: { name: "text", slug: "slug" } },
  topic: { columns: { name: "text", description: "text", slug: "slug" } },
  person: { columns: { name: "text", office: "text", about: "text", slug: "slug" } },
  media: {
    columns: {
      name: "text",
      alt: "text",
      caption: "text",
      credit: "text",
      licence: "text",
      copyright: "text",
      words: "folded",
    },
  },
  rendition: null,
  source: { columns: { name: "text", url: "text", office: "text", notes: "text", words: "folded" } },
  // A text without some of its words is not what the source said, and its digest would tell them to whoever guesses.
  snapshot: { columns: { text: "gone", title: "gone", address: "gone" } },
  article_source: null,
  // Its key is a digest of the words it belongs to.
  quotation_original: { columns: { quoted: "gone", original: "gone" }, article: "article_id" },
  // Sealed: what stands in it is in no text of ours.
  confidential_source: null,
  confidential_reader: null,
  story: null,
  article: {
    columns: {
      headline: "text",
      headline_folded: "folded",
      gone_note: "text",
      origin_name: "text",
      origin_url: "text",
      scheduled_change: "json",
      slug: "slug",
    },
    article: "id",
  },
  // Its own words go when it is decided.
  withholding: null,
  withheld_article: null,
  revision: {
    columns: {
      headline: "text",
      standfirst: "text",
      document: "body",
      dateline_place: "text",
      picture_alt: "text",
      picture_caption: "text",
      note: "text",
    },
    article: "article_id",
  },
  version: { columns: { sentence: "text" }, article: "article_id" },
  correction: {
    columns: { old_words: "text", new_words: "text", asked_by: "text", credited: "text" },
    article: "article_id",
  },
  article_topic: null,
  picture_use: null,
  article_mention: null,
  byline: null,
  front_plan: null,
  front_banner: { columns: { text: "text", href: "text" } },
  // Written anew for every article that lost a word.
  search_entry: null,
  // What registers say of organisations is published by others, and kept as they publish it.
  organisation: null,
  name: null,
  form: null,
  designation: null,
  register_import: null,
  register_import_row: null,
  register_import_name: null,
  register_import_form: null,
  register_change: null,
  article_label: null,
  sweep: null,
  sweep_change: null,
  job: { columns: { payload: "json", last_error: "text" }, article: "payload" },
  topic_version: null,
  setting: null,
  // Who works here, and how they sign in.
  staff: null,
  staff_session: null,
  staff_credential: null,
  staff_passkey: null,
  staff_totp: null,
  staff_check: null,
  staff_link: null,
  sign_in_try: null,
  audit: { columns: { subject: "text", detail: "json" }, article: "subject" },
  // Digests, and bytes that are destroyed with what they were taken over.
  log_entry: null,
  log_node: null,
  log_salt: null,
  log_checkpoint: null,
  log_cosignature: null,
  log_timestamp: null,
  working_copy: {
    columns: {
      headline: "text",
      standfirst: "text",
      document: "body",
      dateline_place: "text",
      picture_alt: "text",
      picture_caption: "text",
    },
    article: "article_id",
  },
  link_check: { columns: { address: "gone" } },
  handed_out: { columns: { address: "gone" } },
  article_writer: null,
  slug_redirect: { columns: { slug: "gone" }, article: "article_id" },
  former_place: null,
  comment: { columns: { anchor_words: "text", words: "text" }, article: "article_id" },
  preview_link: null,
  presence: null,
  topic_redirect: { columns: { slug: "gone" } },
  menu: { columns: { entries: "json" } },
  standing_page: { columns: { slug: "slug" } },
  page_revision: { columns: { title: "text", document: "body" } },
  event: null,
  event_text: { columns: { title: "text", words: "text", folded: "folded" } },
  event_source: null,
  event_use: { columns: { sentence: "text" }, article: "article_id" },
  timeline: { columns: { title: "text", about: "text", slug: "slug" } },
  timeline_event: null,
  diary_entry: { columns: { sentence: "text", outcome: "text" }, article: "article_id" },
  guest: null,
  reply: {
    columns: { author_name: "text", body: "text", quote: "text", note: "text", appeal: "text", folded: "folded" },
    article: "article_id",
  },
  reply_count: null,
  reply_version: { columns: { body: "text" } },
  // Sealed: what stands in it is in no text of ours.
  reply_contact: null,
  reply_token: null,
  guest_key: null,
  // Sealed, and gone within a day.
  reader_address: null,
  reply_follow: null,
  reply_notice: null,
  letter_count: null,
  reply_month: null,
  mailed_reply: null,
  push_subscription: null,
  decision: { columns: { note: "text" } },
  // An old address may be made of a headline. Without its name a story would be moved here a second time.
  moved_item: { columns: { old_id: "gone" } },
  former_address: { columns: { address: "gone", leads_to: "gone" }, article: "article_id" },
  moved_reply: null,
  moved_aside: { columns: { name: "text", body: "text" }, article: "article_id" },
  // Digests of words, kept for two weeks.
  reply_mark: null,
  // What the desk looks for in replies; it is shown to nobody else.
  rule: null,
  reply_network: null,
  report: { columns: { words: "text", law: "text", reporter: "text", note: "text", appeal: "text" } },
  // Sealed: what stands in it is in no text of ours.
  report_contact: null,
  guest_ban: { columns: { note: "text" } },
  // Words without their order, counted; a word alone tells nothing of anybody.
  spam_token: { columns: { token: "gone" } },
  spam_total: null,
  reply_note: { columns: { words: "text" } },
  reply_advice: { columns: { words: "text" } },
  article_talk: null,
  // The feed of a story's replies has the story's address, which is another one afterwards.
  websub_subscription: { columns: { topic: "gone", last_error: "text" } },
  // Names of files, and what servers answer, may hold words of a story.
  wire_channel: { columns: { problem: "text" } },
  wire_item: { columns: { headline: "text", words: "folded" } },
  wire_version: { columns: { copy: "json" } },
  // Digests of names and of words.
  wire_name: null,
  wire_mark: null,
  wire_use: { columns: { left_out: "json" }, article: "article_id" },
  // Names of outlets, and numbers: what a story says is read from the story each time.
  wire_client: null,
  wire_token: null,
  client_channel: { columns: { last_error: "text" } },
  wire_delivery: null,
  wire_sent: { columns: { error: "text" } },
  // What somebody outside looks for is no text of ours.
  wire_follow: null,
  embed_site: null,
};
