/**
 * Every table, as Kysely sees it. Text ids (UUIDv7), instants as ISO-8601 UTC
 * text, days as `yyyy-mm-dd`, JSON as text, truth as 0 or 1: the same on both engines.
 */

import type { Generated } from "kysely";

export type Schema = {
  edition: EditionRow;
  section: SectionRow;
  topic: TopicRow;
  person: PersonRow;
  story: StoryRow;
  article: ArticleRow;
  article_topic: ArticleTopicRow;
  article_mention: ArticleMentionRow;
  revision: RevisionRow;
  byline: BylineRow;
  version: VersionRow;
  correction: CorrectionRow;
  withholding: WithholdingRow;
  withheld_article: WithheldArticleRow;
  front_plan: FrontPlanRow;
  front_banner: FrontBannerRow;
  source: SourceRow;
  snapshot: SnapshotRow;
  article_source: ArticleSourceRow;
  quotation_original: QuotationOriginalRow;
  confidential_source: ConfidentialSourceRow;
  confidential_reader: ConfidentialReaderRow;
  media: MediaRow;
  rendition: RenditionRow;
  picture_use: PictureUseRow;
  organisation: OrganisationRow;
  name: NameRow;
  form: FormRow;
  designation: DesignationRow;
  register_import: RegisterImportRow;
  register_import_row: RegisterImportRowRow;
  register_import_name: RegisterImportNameRow;
  register_import_form: RegisterImportFormRow;
  register_change: RegisterChangeRow;
  article_label: ArticleLabelRow;
  sweep: SweepRow;
  sweep_change: SweepChangeRow;
  search_entry: SearchEntryRow;
  job: JobRow;
  topic_version: TopicVersionRow;
  setting: SettingRow;
  staff: StaffRow;
  staff_session: StaffSessionRow;
  staff_credential: StaffCredentialRow;
  staff_passkey: StaffPasskeyRow;
  staff_totp: StaffTotpRow;
  staff_check: StaffCheckRow;
  staff_link: StaffLinkRow;
  sign_in_try: SignInTryRow;
  audit: AuditRow;
  log_entry: LogEntryRow;
  log_node: LogNodeRow;
  log_salt: LogSaltRow;
  log_checkpoint: LogCheckpointRow;
  log_cosignature: LogCosignatureRow;
  log_timestamp: LogTimestampRow;
  working_copy: WorkingCopyRow;
  link_check: LinkCheckRow;
  handed_out: HandedOutRow;
  article_writer: ArticleWriterRow;
  slug_redirect: SlugRedirectRow;
  former_place: FormerPlaceRow;
  comment: CommentRow;
  preview_link: PreviewLinkRow;
  presence: PresenceRow;
  topic_redirect: TopicRedirectRow;
  menu: MenuRow;
  standing_page: StandingPageRow;
  page_revision: PageRevisionRow;
  event: EventRow;
  event_text: EventTextRow;
  event_source: EventSourceRow;
  event_use: EventUseRow;
  timeline: TimelineRow;
  timeline_event: TimelineEventRow;
  diary_entry: DiaryEntryRow;
  guest: GuestRow;
  reply: ReplyRow;
  reply_count: ReplyCountRow;
  reply_version: ReplyVersionRow;
  reply_contact: ReplyContactRow;
  reply_token: ReplyTokenRow;
  guest_key: GuestKeyRow;
  reader_address: ReaderAddressRow;
  reply_follow: ReplyFollowRow;
  reply_notice: ReplyNoticeRow;
  letter_count: LetterCountRow;
  reply_ground: ReplyGroundRow;
  reply_month: ReplyMonthRow;
  mailed_reply: MailedReplyRow;
  push_subscription: PushSubscriptionRow;
  decision: DecisionRow;
  moved_item: MovedItemRow;
  former_address: FormerAddressRow;
  moved_reply: MovedReplyRow;
  moved_aside: MovedAsideRow;
  reply_mark: ReplyMarkRow;
  rule: RuleRow;
  reply_network: ReplyNetworkRow;
  listed: ListedRow;
  report: ReportRow;
  report_contact: ReportContactRow;
  guest_ban: GuestBanRow;
  spam_token: SpamTokenRow;
  spam_total: SpamTotalRow;
  reply_note: ReplyNoteRow;
  reply_advice: ReplyAdviceRow;
  article_talk: ArticleTalkRow;
  websub_subscription: WebsubSubscriptionRow;
  wire_channel: WireChannelRow;
  wire_item: WireItemRow;
  wire_version: WireVersionRow;
  wire_name: WireNameRow;
  wire_mark: WireMarkRow;
  wire_use: WireUseRow;
  wire_client: WireClientRow;
  wire_token: WireTokenRow;
  client_channel: ClientChannelRow;
  wire_delivery: WireDeliveryRow;
  wire_sent: WireSentRow;
  wire_follow: WireFollowRow;
  embed_site: EmbedSiteRow;
};

export type EditionRow = {
  id: string;
  /** `en`: the first step of its addresses. */
  code: string;
  name: string;
  /** BCP 47 */
  language: string;
  time_zone: string;
  /** `day-first` or `month-first`: how `02/03/2018` in its copy is read. */
  date_order: string;
  dateline_style: string;
  /** JSON list of jurisdiction codes. */
  jurisdictions: string;
  /** JSON: see `LabelPolicy` in `text/labels`. */
  label_policy: string;
  /** `today`, `publication` or a day. */
  labels_as_of: string;
  /** Order in menus; the first is the default edition. */
  position: number;
  made_at: string;
};

export type SectionRow = { id: string; edition_id: string; slug: string; name: string; position: number };

export type TopicRow = { id: string; edition_id: string; slug: string; name: string; description: string };

export type PersonRow = {
  id: string;
  edition_id: string;
  slug: string;
  name: string;
  office: string;
  about: string;
  /** Order on the page of people; among equals, by name. */
  position: Generated<number>;
};

export type StoryRow = { id: string; made_at: string };

export type ArticleRow = {
  id: string;
  story_id: string;
  edition_id: string;
  section_id: string | null;
  slug: string;
  /** See `ArticleState` in `agency/articles`. */
  state: string;
  published_revision_id: string | null;
  /** The first time it came out; kept when it is changed or comes back. */
  published_at: string | null;
  changed_at: string | null;
  origin_name: string | null;
  origin_url: string | null;
  /** The article it is a translation of. */
  translated_from: string | null;
  /** When a scheduled article comes out. */
  publish_at: string | null;
  /** Nobody outside sees it before. */
  embargo_until: string | null;
  due_at: string | null;
  /** A member of staff. */
  assigned_to: string | null;
  /** As it is being written, for lists of the desk. */
  headline: Generated<string>;
  /** The same as search looks for it: small letters, marks left out. */
  headline_folded: Generated<string>;
  /** The last time somebody wrote or moved it. */
  touched_at: Generated<string>;
  /** Who said that it is ready, and of which text. */
  ready_by: string | null;
  ready_revision_id: string | null;
  /** Who scheduled it, and the text that comes out. */
  scheduled_by: string | null;
  scheduled_revision_id: string | null;
  /** `withdrawn` or `killed` from then on until it is published again: what its address says. */
  gone: string | null;
  gone_at: string | null;
  /** What readers are told of it. */
  gone_note: string | null;
  /** `clarified`, `corrected` or `retracted`: what stands beside it in lists. */
  mark: Generated<string | null>;
  /** JSON: see `Change` in `agency/corrections`; of the text that is scheduled. */
  scheduled_change: Generated<string | null>;
  /** See `Ahead` in `agency/articles`: what clients who may have it under embargo were told of it, since when, in which version. */
  ahead: Generated<string | null>;
  ahead_at: Generated<string | null>;
  ahead_version: Generated<number>;
  made_at: string;
};

export type ArticleTopicRow = { article_id: string; topic_id: string };

/** Which organisations of the register a published article names; written again when the article or the register changes. */
export type ArticleMentionRow = { article_id: string; organisation_id: string };

/** Immutable: a row is written once and changed by a withholding alone; what was published is never deleted. */
export type RevisionRow = {
  id: string;
  article_id: string;
  /** draft, publication, update, clarification, correction, retraction */
  kind: string;
  headline: string;
  standfirst: string;
  /** ProseMirror JSON. */
  document: string;
  dateline_place: string | null;
  dateline_date: string | null;
  /** The picture above the text and in lists. */
  picture_id: string | null;
  picture_alt: string;
  picture_caption: string;
  note: string;
  made_by: string;
  made_at: string;
  /** The last withholding that changed it. */
  withheld: Generated<string | null>;
};

/** What readers saw of an article from then on. Kept like a published revision. */
export type VersionRow = {
  id: string;
  article_id: string;
  /** 1 for the first, then one more each. */
  number: number;
  /** The text that was shown. A label change and a retraction name the one that stood there already. */
  revision_id: string;
  /** See `VersionKind` in `agency/corrections`. */
  kind: string;
  /** What readers are told of it; empty where nothing is said. */
  sentence: string;
  made_by: string;
  made_at: string;
  withheld: Generated<string | null>;
};

/** What was wrong and what is right. Kept like a published revision. */
export type CorrectionRow = {
  id: string;
  version_id: string;
  article_id: string;
  old_words: string;
  new_words: string;
  /** minor, substantial, serious */
  severity: string;
  /** For the desk alone. */
  asked_by: string;
  /** The same, where they agreed that readers are told. */
  credited: string | null;
  withheld: Generated<string | null>;
};

/** What law or safety takes away from the record: one member of staff asks, another decides. */
export type WithholdingRow = {
  id: string;
  /** asked, confirmed (while it is being done), done, dropped */
  state: string;
  /** Null: wherever it is found. */
  story_id: string | null;
  /** JSON list of forms; gone once it is decided, like the two after it. */
  words: string | null;
  picture_id: string | null;
  /** For colleagues. */
  note: string | null;
  /** See `Reason` in `agency/withholding`. */
  reason: string;
  /** destroy, seal */
  how: string;
  /** What was taken away, under a key that is not in the store. */
  sealed: string | null;
  /** When the look through the kept files of sources began that is over, and a JSON list of the snapshots it found. */
  looked_at: Generated<string | null>;
  in_files: Generated<string | null>;
  asked_by: string;
  asked_role: string;
  asked_at: string;
  decided_by: string | null;
  decided_role: string | null;
  decided_at: string | null;
};

export type WithheldArticleRow = { withholding_id: string; article_id: string };

export type BylineRow = { revision_id: string; person_id: string; position: number };

/** How a front page stands from an instant on, until a later one takes hold. */
export type FrontPlanRow = {
  id: string;
  edition_id: string;
  starts_at: string;
  /** JSON: `{ articleId, until }` in order. */
  places: string;
  /** JSON: `{ sectionId, isShown }` in order. */
  sections: string;
  made_by: string;
  made_at: string;
};

/** A line above a front page; one an edition at most. */
export type FrontBannerRow = {
  edition_id: string;
  text: string;
  href: string | null;
  ends_at: string | null;
  made_by: string;
  made_at: string;
};

export type SourceRow = {
  id: string;
  /** outlet, person, document, page */
  kind: string;
  /** Of a confidential source: the words an editor gives, `a ministry official`. */
  name: string;
  language: string | null;
  url: string | null;
  made_at: string;
  /** 1: nobody is told who it is; its kind is person. */
  is_confidential: Generated<number>;
  /** What a person is. */
  office: Generated<string>;
  /** How far it is to be relied on; for the desk alone. */
  notes: Generated<string>;
  /** What the ledger is searched by: name, office and address in small letters, marks left out. */
  words: Generated<string>;
  /** A year, month or day. */
  published_on: Generated<string | null>;
  /** A person is public from when an editor says so. */
  shown_at: Generated<string | null>;
  /** `waiting`, `kept`, or why its page could not be fetched; null when nobody asked. */
  fetch_state: Generated<string | null>;
  /** When its address was last asked, and since when it has failed; dead from the second failure on another day. */
  asked_at: Generated<string | null>;
  failed_at: Generated<string | null>;
  dead_at: Generated<string | null>;
};

/** What a source said when it was kept. Never updated. Its bytes are a WARC file named by its id. */
export type SnapshotRow = {
  id: string;
  source_id: string;
  /** fetched, pasted, uploaded */
  how: string;
  /** Where the answer came from, after redirects. */
  address: string | null;
  /** The `content-type` as it was sent. */
  type: string;
  title: string;
  /** BCP 47, as the text reads. */
  language: string | null;
  text: string;
  /** SHA-256 of the text, and of the bytes it was read from, hex. */
  digest: string;
  bytes_digest: string;
  bytes: number;
  /** A member of staff. */
  made_by: string;
  made_at: string;
};

/** Which sources a published article rests on; written again whenever it is published or taken back. */
export type ArticleSourceRow = { article_id: string; source_id: string };

/** What a translated quotation says in the language it was said in, as an editor has named it. */
export type QuotationOriginalRow = {
  article_id: string;
  /** SHA-256 of the quotation's words, hex. */
  words: string;
  /** The words themselves. */
  quoted: string;
  original: string;
  made_by: string;
  made_at: string;
};

/** Who a confidential source is, sealed with a key outside the store; and who may open it beside the reporter. */
export type ConfidentialSourceRow = { source_id: string; sealed: string; reporter: string; made_at: string };
export type ConfidentialReaderRow = { source_id: string; staff_id: string; made_at: string };

export type MediaRow = {
  /** SHA-256 of the bytes that are served, hex, its first 32 digits. */
  id: string;
  /** `image/jpeg` */
  type: string;
  width: number;
  height: number;
  bytes: number;
  /** Of the file, as it was sent. */
  name: Generated<string>;
  /** What it shows, for those who cannot see it; articles begin with it and may say something else. */
  alt: Generated<string>;
  caption: Generated<string>;
  credit: string;
  licence: string;
  /** The notice its maker put into the file. */
  copyright: Generated<string>;
  /** What search looks through: all of the above in small letters, marks left out. */
  words: Generated<string>;
  /** What stays in sight when it is cropped, in hundredths of its width and height. */
  focus_x: Generated<number>;
  focus_y: Generated<number>;
  /** SHA-256 of the bytes as they were sent; null for those that came another way. */
  upload_digest: Generated<string | null>;
  /** A member of staff. */
  kept_by: Generated<string | null>;
  /** Out of the library since; what shows it goes on showing it. */
  hidden_at: Generated<string | null>;
  /** What is shown in its place, wherever it is used; never a picture that is replaced itself. */
  replaced_by: Generated<string | null>;
  made_at: string;
};

/** A picture in another size or type, made by a job. Its file is named by picture, width and type. */
export type RenditionRow = { media_id: string; type: string; width: number; height: number; bytes: number };

/** Which pictures a published article shows; written again whenever it is published or taken back. */
export type PictureUseRow = { media_id: string; article_id: string };

export type OrganisationRow = { id: string; position: number; changed_at: string };

export type NameRow = {
  id: string;
  organisation_id: string;
  text: string;
  language: string;
  /** full, short, acronym, alias, derived, product */
  kind: string;
  /** auto, ask, or null where the register is silent */
  match: string | null;
  /** JSON: wording per language, or null */
  wording: string | null;
  position: number;
  /** The published list that gives it this name; null for one kept by hand. */
  list: Generated<string | null>;
  /** See `NameDoubt` in `text/labels`. */
  doubt: Generated<string | null>;
  /** Who at the desk said `auto` or `ask`: no list says otherwise from then on. */
  decided_by: Generated<string | null>;
};

/** A form of a name a text may show it in; `how` says where it came from: given, generated, editor. */
export type FormRow = {
  name_id: string;
  text: string;
  how: string;
  /** 1: a mention by it is asked about. */
  is_doubtful: Generated<number>;
  /** 1: an editor took it away; kept so that no import brings it back. */
  is_off: Generated<number>;
};

export type DesignationRow = {
  id: string;
  organisation_id: string;
  jurisdiction: string;
  authority: string;
  decision: string;
  /** First day it holds. */
  starts_on: string;
  /** First day it no longer holds. */
  ends_on: string | null;
  /** JSON: wording per language */
  wording: string;
  reference: string | null;
  /** The published list it stands on; null for one kept by hand. */
  list: Generated<string | null>;
  /** The day it was no longer on its list; an editor says whether it has ended. */
  vanished_on: Generated<string | null>;
  /** Who at the desk gave it its words: no list changes them from then on. */
  worded_by: Generated<string | null>;
  /** What the list says of it beside that. */
  remark: Generated<string | null>;
  /** Who at the desk said that it holds although its list has it no longer. */
  held_by: Generated<string | null>;
};

/** What became of an organisation of the register at one time; `changes` is JSON, see `agency/labels/history.ts`. */
export type RegisterChangeRow = {
  id: string;
  organisation_id: string;
  made_by: string;
  made_at: string;
  changes: string;
};

/** A list that was read; what it changes waits until somebody confirms it. */
export type RegisterImportRow = {
  id: string;
  list: string | null;
  /** The file's name, for people. */
  file: string;
  format: string;
  /** reading, ready, applied, dropped */
  state: string;
  /** The register its rows were compared with. */
  register_digest: string;
  /** JSON: how many rows of each fate. */
  counts: string;
  made_by: string;
  made_at: string;
  ended_at: string | null;
  /** Who asked for a large one to be applied by a job. */
  asked_by: Generated<string | null>;
  asked_at: Generated<string | null>;
  /** The last row whose names stand in `register_import_name`. */
  ready_to: Generated<number>;
  /** Of how many organisations they do. */
  ready_count: Generated<number>;
  is_all_ready: Generated<number>;
  /** Why the job applied nothing: register-moved, failed */
  problem: Generated<string | null>;
};

/** A name as it will stand in `name` once its list is applied. */
export type RegisterImportNameRow = {
  id: string;
  import_id: string;
  organisation_id: string;
  text: string;
  language: string;
  kind: string;
  match: string | null;
  wording: string | null;
  position: number;
  list: string | null;
  doubt: string | null;
  decided_by: string | null;
};

export type RegisterImportFormRow = {
  name_id: string;
  text: string;
  how: string;
  is_doubtful: number;
  is_off: number;
};

export type RegisterImportRowRow = {
  import_id: string;
  place: number;
  /** What the list calls it. */
  entry: string | null;
  /** added, changed, unchanged, vanished, skipped, refused */
  fate: string;
  reason: string | null;
  organisation_id: string | null;
  /** JSON of the organisation as it will be. */
  organisation: string | null;
  /** JSON of the organisation as it was when the change was made ready. */
  was: Generated<string | null>;
  /** 1: some of its names are to be asked about. */
  is_in_doubt: Generated<number>;
};

/** The labels an article was last seen to have; what differs from them is a label change. */
export type ArticleLabelRow = { article_id: string; revision_id: string; labels: string; noted_at: string };

/** A look through all published articles for labels that would differ; it goes on where it was stopped. */
export type SweepRow = {
  id: string;
  /** What is compared with what: the same sweep is not begun twice. */
  key: string;
  import_id: string | null;
  as_of: string | null;
  /** looking, ready, applied */
  state: string;
  /** The last article it has seen. */
  after_id: string;
  looked: number;
  changed: number;
  made_by: string;
  made_at: string;
};

/** JSON of the labels before and after. */
export type SweepChangeRow = { sweep_id: string; article_id: string; before: string; after: string };

/** What search looks through: stems of the printed words, without labels, one space between. One row a published article. */
export type SearchEntryRow = {
  article_id: string;
  edition_id: string;
  published_at: string;
  headline_stems: string;
  text_stems: string;
};

export type JobRow = {
  id: string;
  kind: string;
  /** Of jobs with one key that wait untouched there is only one. */
  key: string | null;
  /** JSON */
  payload: string;
  /** waiting, done, dead */
  state: string;
  run_at: string;
  attempts: number;
  /** A worker holds it until then; after that anybody may take it. */
  held_until: string | null;
  held_by: string | null;
  last_error: string | null;
  made_at: string;
  ended_at: string | null;
};

/** Moves by one whenever a printed page that names the topic has to be printed again. */
export type TopicVersionRow = {
  topic: string;
  version: number;
  /** Rises with every move: what moved since one looked is one question. */
  moved: number;
  /** `moved` as it was when what had been printed before was last called back; 0 when it never was. */
  recalled: Generated<number>;
};

export type SettingRow = { key: string; value: string };

export type StaffRow = {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  /** 1 once a link sent to it was followed. */
  email_verified: number;
  /** See `Role` in `agency/staff`. */
  role: string;
  /** BCP 47: what the desk speaks to them. */
  language: string;
  /** 1 when a password alone does not let them in. */
  two_factor_enabled: number;
  suspended_at: string | null;
  /** Articles and the audit go on naming who left, so the row stays; how they signed in is gone. */
  removed_at: string | null;
  made_at: string;
  changed_at: string;
  /** Who wants letters about replies that wait was told of those written up to then; null for who wants none. */
  reply_letters_at: Generated<string | null>;
};

export type StaffSessionRow = {
  id: string;
  /** Worth nothing without the desk's key, with which the cookie is signed. */
  token: string;
  staff_id: string;
  expires_at: string;
  ip_address: string;
  user_agent: string;
  made_at: string;
  changed_at: string;
};

/** A password, hashed. */
export type StaffCredentialRow = {
  id: string;
  staff_id: string;
  /** `credential` */
  provider_id: string;
  /** The same as `staff_id`. */
  account_id: string;
  password: string;
  made_at: string;
  changed_at: string;
};

export type StaffPasskeyRow = {
  id: string;
  staff_id: string;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: number;
  transports: string | null;
  aaguid: string | null;
  made_at: string;
};

/** What an authenticator app and the recovery codes are checked against, encrypted with the desk's key. */
export type StaffTotpRow = {
  id: string;
  staff_id: string;
  secret: string;
  backup_codes: string;
  /** 0 until a first code has shown that the app has the secret. */
  verified: number;
  failed_verification_count: number;
  locked_until: string | null;
};

/** What has begun and is not ended yet: a passkey's challenge, a sign-in that waits for its code. */
export type StaffCheckRow = {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  made_at: string;
  changed_at: string;
};

/** A link that signs in once; deleted when it is spent. */
export type StaffLinkRow = {
  /** SHA-256 of its token, hex: the store cannot give the link away. */
  digest: string;
  /** See `LinkKind` in `agency/staff`. */
  kind: string;
  /** Null for the link of the first run, which makes its own member. */
  staff_id: string | null;
  expires_at: string;
};

/** How often signing in failed under a key, and when the next try is answered. */
export type SignInTryRow = { key: string; failures: number; last_at: string; open_at: string };

/** What somebody is writing: one an article, changed at every autosave. Revisions are made from it. */
export type WorkingCopyRow = {
  article_id: string;
  /** Rises by one at every save: who saves says which one they began from. */
  version: number;
  headline: string;
  standfirst: string;
  /** ProseMirror JSON. */
  document: string;
  dateline_place: string | null;
  dateline_date: string | null;
  picture_id: string | null;
  picture_alt: string;
  picture_caption: string;
  /** JSON list of ids of people, in the order of the byline. */
  author_ids: string;
  saved_by: string;
  saved_at: string;
  /** The open editor that saved it, and which of its saves this was; `null` for a form. */
  sitting: string | null;
  turn: number | null;
};

/** An editor open on an article, for as long as it says so. */
export type PresenceRow = { article_id: string; sitting: string; staff_id: string; seen_at: string };

/** Append-only. */
export type AuditRow = {
  id: string;
  made_at: string;
  /** A member of staff, or `command line`. */
  made_by: string;
  act: string;
  subject: string;
  /** JSON */
  detail: string;
  withheld: Generated<string | null>;
};

/** Append-only, numbered from 0 without a gap. */
export type LogEntryRow = {
  number: number;
  kind: string;
  article_id: string | null;
  /** JSON: the very bytes that are hashed. */
  entry: string;
  /** RFC 6962 leaf hash, hex. */
  leaf: string;
};

/** Append-only: the hash over a full tile of the level below. */
export type LogNodeRow = { level: number; number: number; hash: string };

/** The random bytes behind a digest of an entry, hex. Destroyed with what was digested; without them the digest says nothing. */
export type LogSaltRow = { entry: number; place: number; kept_in: string; row_id: string; salt: string };

/** Append-only: what was signed, and has perhaps left the house. */
export type LogCheckpointRow = { size: number; note: string; made_at: string };

/** A witness has seen that the log of this size goes on from what it saw before. */
export type LogCosignatureRow = { size: number; witness: string; line: string; made_at: string };

/** What a timestamping authority (RFC 3161) answered, base64. */
export type LogTimestampRow = { size: number; authority: string; answer: string; made_at: string };

/** How an address of the web answered when it was last asked. */
export type LinkCheckRow = {
  address: string;
  /** `answers`, a status such as `404`, or why there was no answer. */
  state: string;
  checked_at: string;
};

/** A page that a cache which knows no keys may hold, by a topic it depends on. */
export type HandedOutRow = { topic: string; address: string; noted_at: string };

/** Who wrote on an article since it was last published. */
export type ArticleWriterRow = { article_id: string; staff_id: string; wrote_at: string };

/** An old address of an article. */
export type SlugRedirectRow = { edition_id: string; slug: string; article_id: string; made_at: string };

/** Where a story was listed while it was out, and is not any more. */
export type FormerPlaceRow = {
  article_id: string;
  kind: "section" | "topic" | "person";
  thing_id: string;
  left_at: string;
  /** When those who follow its feeds were told; null until then. */
  told_at: string | null;
};

/** A word between colleagues. */
export type CommentRow = {
  id: string;
  article_id: string;
  /** The comment it answers. */
  answers: string | null;
  /** The paragraph it is about, as it read when it was last found; null for the whole article. */
  anchor_words: string | null;
  /** Which block that was; null once it is gone from the text. */
  anchor_place: number | null;
  words: string;
  made_by: string;
  made_at: string;
  resolved_by: string | null;
  resolved_at: string | null;
};

export type PreviewLinkRow = {
  id: string;
  article_id: string;
  /** SHA-256 of the token, hex: the token itself is kept nowhere. */
  token_digest: string;
  made_by: string;
  made_at: string;
  ends_at: string;
  revoked_at: string | null;
};

/** The address of a topic that went into another one. */
export type TopicRedirectRow = { edition_id: string; slug: string; topic_id: string; made_at: string };

/** A menu somebody has arranged; an edition without a row has the one that follows from its sections and pages. */
export type MenuRow = {
  edition_id: string;
  /** head, foot */
  place: string;
  /** JSON: see `MenuEntry` in `agency/editions/menus.ts`. */
  entries: string;
};

export type StandingPageRow = {
  id: string;
  edition_id: string;
  slug: string;
  position: number;
  /** Not shown to readers from then on. */
  hidden_at: string | null;
  made_at: string;
};

/** What a standing page said; the newest is what it says. Never updated. */
export type PageRevisionRow = {
  id: string;
  page_id: string;
  /** 1 for the first, then one more each. */
  number: number;
  title: string;
  /** ProseMirror JSON. */
  document: string;
  made_by: string;
  made_at: string;
};

/** Something that happened, told in no language. */
export type EventRow = {
  id: string;
  /** When: EDTF, level 1. */
  edtf: string;
  /** First and last day it may have been. */
  starts_on: string;
  ends_on: string;
  /** Rises with every mend. */
  version: number;
  made_by: string;
  made_at: string;
  changed_at: string;
};

export type EventTextRow = {
  event_id: string;
  /** BCP 47 */
  language: string;
  title: string;
  words: string;
  /** Both as search looks for them. */
  folded: string;
};

export type EventSourceRow = { event_id: string; source_id: string; position: number };

/** A story that tells of an event. */
export type EventUseRow = {
  event_id: string;
  article_id: string;
  /** In its words; empty when the story only shows it in its list. */
  sentence: string;
  /** The version of the event somebody last compared the story with. */
  seen_version: number;
  made_by: string;
  made_at: string;
};

/** Chosen events on a page of their own. */
export type TimelineRow = {
  id: string;
  edition_id: string;
  slug: string;
  title: string;
  about: string;
  made_by: string;
  made_at: string;
  changed_at: string;
};

export type TimelineEventRow = { timeline_id: string; event_id: string };

/** Something a published story said was still to come. */
export type DiaryEntryRow = {
  id: string;
  article_id: string;
  /** SHA-256 of the sentence: a story that is published again has one entry a sentence. */
  digest: string;
  sentence: string;
  /** Between which days; null where the sentence gives none. */
  due_from: string | null;
  due_to: string | null;
  /** The day the newsroom should look: the last of them. */
  due_on: string | null;
  /** See `DiaryState` in `agency/diary`. */
  state: string;
  /** The story that tells what became of it. */
  follow_up_id: string | null;
  /** In a sentence, for readers. */
  outcome: string;
  made_at: string;
  decided_by: string | null;
  decided_at: string | null;
};

/** A reader's device: it holds a token, we its digest. */
export type GuestRow = {
  id: string;
  /** SHA-256 of the token. */
  digest: string;
  /** How many of its replies were let through, and how many were refused. */
  shown: number;
  refused: number;
  made_at: string;
  seen_at: string;
};

export type ReplyRow = {
  id: string;
  article_id: string;
  parent_id: string | null;
  /** The first reply of its thread; its own id when it is that. */
  root_id: string;
  depth: number;
  /** reply, correction */
  kind: string;
  author_name: string;
  /** The member of staff who wrote it. */
  staff_id: string | null;
  guest_id: string | null;
  /** Markdown, as it was typed. */
  body: string;
  /** The sentence of the article it speaks of; empty when it speaks of the whole. */
  quote: string;
  /** See `ReplyState` in `agency/replies`. */
  state: string;
  /** 1: it has a place on the page, as itself or as what is left of it. */
  is_listed: number;
  /** Of a first reply: how many of its thread are shown. */
  shown_below: number;
  featured_at: string | null;
  /** Why it was refused, as its reader is told. */
  reason: string | null;
  note: string;
  /** What its reader says against the refusal. */
  appeal: string | null;
  /** JSON: why it was held, by rule. */
  flags: string;
  written_at: string;
  edited_at: string | null;
  decided_at: string | null;
  decided_by: string | null;
  /** The first of the replies it is a copy of; null of one that was never compared. */
  cluster_id: Generated<string | null>;
  /** What it is compared by: see `text/replies/likeness.ts`. */
  sketch: Generated<string>;
  /** Name and words as moderators search them. */
  folded: Generated<string>;
  /** How much it looks like what was refused as advertising, from 0 to 100; null before anything was learned. */
  score: Generated<number | null>;
  /** How much what readers report of it weighs. */
  reports: Generated<number>;
};

export type ReplyCountRow = { article_id: string; shown: number };

/** What a reply said before it was changed. */
export type ReplyVersionRow = { id: string; reply_id: string; body: string; replaced_at: string };

/** A reader's address: sealed, and found again only by a keyed digest. Nothing public joins this table. */
export type ReplyContactRow = {
  reply_id: string;
  address: string;
  blind_index: string;
  /** A keyed digest of what stands after the `@`. */
  domain_index: Generated<string>;
};

/** Under which numbers replies alike are found, for a week or two. */
export type ReplyMarkRow = { mark: number; cluster_id: string };

/** What the desk wants done with replies of some kind. */
export type RuleRow = {
  id: string;
  /** See `RuleKind` in `agency/replies/rules.ts`; `terms` is its JSON. */
  kind: string;
  terms: string;
  /** hold, refuse, flag */
  effect: string;
  reason: string | null;
  is_on: number;
  made_by: string;
  made_at: string;
  changed_at: string;
};

/** Where a reply came from today: a digest whose key is gone tomorrow. */
export type ReplyNetworkRow = { reply_id: string; day: string; digest: string };

/** A challenge that was answered. */
export type ReplyTokenRow = {
  nonce: string;
  /** How often wrongly. */
  wrong: number;
  /** The reply it let through. */
  reply_id: string | null;
  expires_at: string;
};

/** What a moderator decided; a row is never changed but to say that it was undone. */
export type DecisionRow = {
  id: string;
  reply_id: string;
  /** Decisions made with one press. */
  batch: string | null;
  before: string;
  after: string;
  reason: string | null;
  note: string;
  made_by: string;
  made_at: string;
  undone_at: string | null;
  /** 1: as advertising, 2: as none, 3: looked at and nothing learned; 0: not yet. */
  learned: Generated<number>;
};

/** What a reply was called where it came from. */
export type MovedReplyRow = {
  /** wxr, disqus, remark42, isso */
  source: string;
  /** Which of its sites; empty where files do not say. */
  site: string;
  old_id: string;
  /** The old id of what it answers; empty for the first of a thread. */
  old_parent: string;
  article_id: string;
  reply_id: string;
  /** The end of its old address, `comment-123`; null where another reply of the article had it first. */
  anchor: string | null;
  /** 0: it is kept and has not found its place among the others yet. */
  settled: number;
  moved_at: string;
};

/** A ping, an editors' note or a plug-in's entry that stood among comments; nobody reads it as a reply. */
export type MovedAsideRow = {
  source: string;
  site: string;
  old_id: string;
  article_id: string;
  /** See `AsideKind` in `text/moving`. */
  kind: string;
  name: string;
  body: string;
  written_at: string | null;
};

/** A further token of a guest, as a letter brings one. */
export type GuestKeyRow = { digest: string; guest_id: string; made_at: string };

/** A guest's address, by which they may be written to once its owner has said yes. Nothing public joins this table. */
export type ReaderAddressRow = {
  id: string;
  guest_id: string;
  blind_index: string;
  /** Sealed. */
  address: string;
  /** Code of the edition whose language letters have. */
  edition: string;
  made_at: string;
  confirmed_at: string | null;
  /** Since then its owner wants no letters. */
  stopped_at: string | null;
  /** When it last heard of answers. */
  told_at: string | null;
  /** 1 once it is found by who asks for their own links. */
  is_found: Generated<number>;
};

/** The writer of a reply wants to hear what becomes of it and who answers it. */
export type ReplyFollowRow = { reply_id: string; address_id: string; made_at: string };

/** What an address or a browser is told of, once. */
export type ReplyNoticeRow = {
  /** Of a `reader_address` or a `push_subscription`. */
  to_id: string;
  /** The answer; of a decision, the reply it is about. */
  reply_id: string;
  /** answer, shown, refused */
  kind: string;
  made_at: string;
  sent_at: string | null;
};

/** How many letters an address was sent that it has not asked for, day by day. */
export type LetterCountRow = { blind_index: string; day: string; letters: number };

/** One row: how often that by which replies are judged has changed. */
export type ReplyGroundRow = { id: string; changes: number };

/** How often something became of replies to an edition in a month that is over. */
export type ReplyMonthRow = { edition_id: string; month: string; what: string; many: number };

/** A reply that waits for its writer to follow a link in a letter. */
export type MailedReplyRow = {
  nonce: string;
  article_id: string;
  blind_index: string;
  /** What was typed, sealed. */
  sealed: string;
  expires_at: string;
};

/** A reader's browser, by which push service it is reached, and the keys only it opens. */
export type PushSubscriptionRow = {
  id: string;
  guest_id: string;
  blind_index: string;
  /** JSON, sealed: endpoint and keys. */
  sealed: string;
  edition: string;
  made_at: string;
  confirmed_at: string | null;
};

/** Where a published article is listed, in the order of the lists. The database itself keeps it (`0028-lists`). */
export type ListedRow = {
  kind: "topic" | "source" | "organisation" | "person";
  thing_id: string;
  edition_id: string;
  published_at: string;
  article_id: string;
};

/** What an article, a page or a picture was called where it came from. */
export type MovedItemRow = {
  /** wxr, ghost, rss */
  source: string;
  /** Which of its sites; empty where files do not say. */
  site: string;
  /** article, page, picture */
  kind: string;
  old_id: string;
  item_id: string;
  moved_at: string;
};

/** A path of an old site, and what it leads to: an article, or one of our paths. */
export type FormerAddressRow = {
  /** Without a slash at its end; `/?p=41` where a number tells. */
  address: string;
  article_id: string | null;
  leads_to: string | null;
  made_at: string;
};
/** What a reader told the newsroom of a reply. */
export type ReportRow = {
  id: string;
  reply_id: string;
  /** SHA-256 of the token of its reporter's page. */
  digest: string;
  /** rules, unlawful */
  kind: string;
  reason: string;
  words: string;
  /** Of unlawful content: which law, as the reporter says it. */
  law: string;
  /** The name given; empty for none. */
  reporter: string;
  language: string;
  guest_id: string | null;
  /** How much it ranks the queue: nothing from who has reported in vain again and again. */
  weight: number;
  /** open, upheld, dismissed */
  state: string;
  decided_by: string | null;
  decided_at: string | null;
  /** For its reporter. */
  note: string;
  appeal: string | null;
  appealed_at: string | null;
  appeal_decided_at: string | null;
  made_at: string;
};

/** A reporter's address, sealed. */
export type ReportContactRow = { report_id: string; address: string };

/** A guest who may not write until then. */
export type GuestBanRow = {
  id: string;
  /** device, address, network */
  kind: string;
  /** A guest's id, the blind index of an address, or today's digest of a network. */
  mark: string;
  reason: string;
  note: string;
  reply_id: string | null;
  made_by: string;
  made_at: string;
  until: string;
  lifted_at: string | null;
  lifted_by: string | null;
};

/** In how many replies of either kind a word or sign was. */
export type SpamTokenRow = { language: string; token: string; spam: number; ham: number };

/** `changed` rises whenever something was learned. */
export type SpamTotalRow = { language: string; spam: number; ham: number; changed: number };

/** What staff note for each other. */
export type ReplyNoteRow = {
  id: string;
  reply_id: string;
  guest_id: string | null;
  words: string;
  made_by: string;
  made_at: string;
};

/** What somebody outside advises about a reply; it decides nothing. */
export type ReplyAdviceRow = { reply_id: string; source: string; advice: string; words: string; made_at: string };

/** What one story asks of its replies, where it is not what the house asks of all. */
export type ArticleTalkRow = {
  article_id: string;
  /** usual, open, closed */
  mode: string;
  close_at: string | null;
  slow_seconds: number | null;
  /** usual, on, off */
  surge: string;
  changed_by: string;
  changed_at: string;
};

/** Who is told at once of what is new in a feed, and how telling them went. */
export type WebsubSubscriptionRow = {
  id: string;
  /** The whole address of a feed. */
  topic: string;
  callback: string;
  host: string;
  /** The subscriber's own, which signs what it is sent. */
  secret: string | null;
  lease_until: string;
  /** In a row. */
  failures: number;
  /** When it is to be told; null when it has been, or somebody is about to. */
  due_at: string | null;
  /** Who was taken to be told is so until then. */
  held_until: string | null;
  last_error: string | null;
  told_at: string | null;
  made_at: string;
  /** When what holds was asked for: what was asked earlier and confirmed later changes nothing. */
  asked_at: Generated<string>;
  /** Of a feed of replies: which state of them it was told; null of every other feed. */
  replies_version: Generated<number | null>;
};

export type WireChannelRow = {
  id: string;
  /** `feed`, `folder` or `webhook`. */
  kind: string;
  name: string;
  /** Of the feed; the name of the folder; empty for a webhook. */
  address: string;
  /** Of copy that does not say its own; BCP 47. */
  language: Generated<string | null>;
  /** Whose draft its copy becomes, unless somebody chooses another. */
  edition_id: Generated<string | null>;
  rights_holder: string;
  usage_terms: string;
  /** How often it is asked; null leaves it to the feed. */
  every_minutes: Generated<number | null>;
  /** `on`, `paused`, or `gone` when its server says it is. */
  state: string;
  due_at: Generated<string | null>;
  asked_at: Generated<string | null>;
  /** When it last answered as it should. */
  heard_at: Generated<string | null>;
  /** In a row. */
  failures: number;
  /** Why the last try failed: a word, a status, or `unread: ` with a word of `WhyUnread`; what was told of an answer that was well. */
  problem: Generated<string | null>;
  problem_at: Generated<string | null>;
  etag: Generated<string | null>;
  modified: Generated<string | null>;
  /** When its robots.txt was last asked. */
  robots_at: Generated<string | null>;
  /** Where it was before it moved for good. */
  moved_from: Generated<string | null>;
  /** Of the bytes it last sent. */
  digest: Generated<string | null>;
  /** Of the token that lets somebody send here. */
  token_digest: Generated<string | null>;
  /** What a hub signs with, or the password of a mailbox, sealed. */
  sealed: Generated<string | null>;
  /** How far a mailbox was read: its UIDVALIDITY, a colon and the last UID. */
  cursor: Generated<string | null>;
  letter_days: Generated<number>;
  letter_senders: Generated<string>;
  marks_seen: Generated<number>;
  hub: Generated<string | null>;
  hub_topic: Generated<string | null>;
  /** `asked`, `held` or `refused`. */
  hub_state: Generated<string | null>;
  hub_until: Generated<string | null>;
  hub_at: Generated<string | null>;
  made_by: string;
  made_at: string;
};

export type WireItemRow = {
  id: string;
  /** That brought it first. */
  channel_id: string;
  /** The one that holds. */
  version_id: string;
  versions: number;
  /** `new`, `used` or `ignored`. */
  state: string;
  /** `usable`, `withheld` or `canceled`. */
  status: string;
  signal: string | null;
  language: string | null;
  headline: string;
  /** Headline and text as search looks for them. */
  words: string;
  embargo_until: string | null;
  urgency: number | null;
  /** What happened to it after it was used, until somebody has seen it: `kill`, `correction`, `embargo` or `update`. */
  alarm: string | null;
  alarm_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
  made_at: string;
  changed_at: string;
};

export type WireVersionRow = {
  id: string;
  item_id: string;
  channel_id: string;
  /** Of all that is told by it. */
  digest: string;
  /** Of its words alone; null when there are too few. */
  text_digest: string | null;
  /** As the sender counts. */
  number: number | null;
  /** When the sender made it. */
  said_at: string | null;
  status: string;
  signal: string | null;
  format: string;
  /** Everything the wire said, as JSON. */
  copy: string;
  made_at: string;
};

export type WireNameRow = {
  channel_id: string;
  /** A digest of what the channel calls the item. */
  name: string;
  item_id: string;
  made_at: string;
  seen_at: string;
};

export type WireMarkRow = {
  /** A number under which texts alike are found. */
  mark: string;
  item_id: string;
  sketch: string;
  made_at: string;
};

export type WireUseRow = {
  article_id: string;
  item_id: string;
  /** The version the draft was made of, or the newest somebody has seen since. */
  version_id: string;
  /** JSON: what came with it and is not in the draft, until somebody has seen that. */
  left_out: Generated<string>;
  made_by: string;
  made_at: string;
};

/** An outlet that takes the wire, and which part of it. */
export type WireClientRow = {
  id: string;
  name: string;
  /** Where notices go beside every channel. */
  email: string;
  /** BCP 47: in which its portal and its letters speak. */
  language: string;
  /** JSON lists: codes of editions, `code/slug` of sections and topics, words. */
  editions: string;
  sections: string;
  topics: string;
  keywords: string;
  /** text, data */
  labels: string;
  /** JSON list; null for those of the edition. */
  jurisdictions: string | null;
  terms: string;
  /** 1: it may have copy before its embargo ends. */
  takes_embargoed: Generated<number>;
  /** Of what was put down for it. */
  last_number: number;
  closed_at: string | null;
  /** How far it has pulled. */
  pulled_number: number | null;
  pulled_at: string | null;
  made_at: string;
};

/** What a client comes in with: only its digest is kept. */
export type WireTokenRow = {
  digest: string;
  id: string;
  client_id: string;
  /** token, link, session */
  kind: string;
  /** JSON list. */
  scopes: string;
  /** Its last letters, by which its owner tells it from another. */
  hint: string;
  made_at: string;
  expires_at: string | null;
  used_at: string | null;
};

/** Where a client is sent what it takes, and how far that has come. */
export type ClientChannelRow = {
  id: string;
  client_id: string;
  /** webhook, mail, sftp */
  kind: string;
  address: string;
  /** Of a web address or a server for files; empty for a mailbox. */
  host: string;
  /** Sealed with a key outside the store. */
  secret: string | null;
  format: string;
  /** Everything up to this number is sent. */
  done_number: number;
  due_at: string | null;
  held_until: string | null;
  /** In a row. */
  failures: number;
  last_error: string | null;
  told_at: string | null;
  paused_at: string | null;
  made_at: string;
};

/** A version of a story for a client, under the client's own number. */
export type WireDeliveryRow = {
  client_id: string;
  number: number;
  article_id: string;
  version: number;
  /** story, update, correction, retraction, kill, withdrawal */
  kind: string;
  /** Sent before what waits. */
  is_urgent: number;
  made_at: string;
  /** Until when its client has to say that it has read it. */
  acknowledge_by: string | null;
  acknowledged_at: string | null;
  /** endpoint, portal, or the id of the member of staff who was told. */
  acknowledged_how: string | null;
  escalated_at: string | null;
  /** 1: it was sent under an embargo, or tells that such a text does not come out. */
  is_ahead: Generated<number>;
  /** A digest of the text as its labels stood for this client; nothing for a notice without a text. */
  labels: Generated<string | null>;
  /** How often until now this client was sent this story again for its labels alone, under the same version of ours. */
  relabelled: Generated<number>;
  /** labels: it was sent for these alone. */
  reason: Generated<string | null>;
};

/** One try to send it. */
export type WireSentRow = {
  id: string;
  channel_id: string;
  number: number;
  sent_at: string;
  error: string | null;
};

/** What a client looks for in what it was sent. */
export type WireFollowRow = {
  client_id: string;
  words: string;
  /** Its newest number when it last looked. */
  seen_number: number;
  made_at: string;
};

/** A site that is not ours and may carry our replies. */
export type EmbedSiteRow = {
  /** `paper.example:8443`: host and port, as in addresses. */
  host: string;
  /** What browsers call it: `https://paper.example:8443`. */
  origin: string;
  /** The only edition whose replies it may carry; null: all. */
  edition_id: string | null;
  made_at: string;
};
