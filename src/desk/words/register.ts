/** The words of the register: organisations, what lists say of them, and what a change would do to stories. */
import type { DesignationRefusal, NameRefusal } from "#agency/labels/edits.ts";
import type { DesignationField, NameField } from "#agency/labels/history.ts";
import type { RegisterState } from "#agency/labels/listing.ts";
import type { Fate } from "#agency/labels/register.ts";
import { counted } from "#lib/counted.ts";
import type { NameDoubt, NameForm, NameKind } from "#text/labels/labels.ts";
import type { CsvColumns, ListFormat } from "#text/registers/lists.ts";
import type { Spoken } from "./spoken.ts";

/** How a form of a name came to be there, and what became of it. */
export type FormState = NameForm["how"] | "doubtful" | "off";

export type RegisterRefusal = NameRefusal | DesignationRefusal | "id" | "taken-id" | "nothing";

/** Why a list was not taken in; what its reader says is told beside it. */
export type ImportRefusal =
  | "no-file"
  | "format"
  | "list"
  | "jurisdiction"
  | "wording"
  | "from"
  | "too-large"
  | "problem";

export type RegisterWords = {
  readonly title: string;
  readonly introduction: string;
  readonly add: string;
  readonly takeIn: string;
  readonly daysToCome: string;
  readonly vanishedWait: (count: number) => string;
  readonly changesWait: string;
  readonly takenIn: string;
  readonly changeWaits: (file: string) => string;
  readonly search: string;
  readonly jurisdiction: string;
  readonly anyJurisdiction: string;
  readonly state: string;
  readonly anyState: string;
  readonly states: Readonly<Record<RegisterState, string>>;
  readonly show: string;
  readonly found: (count: number) => string;
  readonly empty: string;
  readonly pages: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly before: string;
  readonly next: string;
  readonly noDesignations: string;
  readonly since: (day: string) => string;
  readonly span: (from: string, until: string) => string;
  readonly inDoubt: string;
  readonly vanishedOn: (day: string) => string;
  readonly held: string;
  readonly ofList: (list: string) => string;
  readonly byHand: string;
  readonly asReaders: string;
  readonly inLog: string;
  readonly names: string;
  readonly addName: string;
  readonly changeOf: (what: string) => string;
  readonly changeIt: string;
  readonly kinds: Readonly<Record<NameKind, string>>;
  readonly matches: Readonly<Record<"auto" | "ask" | "silent", string>>;
  readonly doubts: Readonly<Record<NameDoubt, string>>;
  readonly decided: string;
  /** Above the names of a list that nobody has decided on. */
  readonly namesInDoubt: string;
  readonly namesInDoubtHint: string;
  readonly labelThem: string;
  readonly ownWords: string;
  readonly forms: (count: number) => string;
  readonly how: Readonly<Record<FormState, string>>;
  readonly designations: string;
  readonly addDesignation: string;
  readonly history: string;
  readonly noHistory: string;
  readonly madeBy: (name: string, moment: string) => string;
  readonly fields: {
    readonly name: string;
    readonly language: string;
    readonly languageHint: string;
    readonly kind: string;
    readonly match: string;
    readonly matchHint: string;
    readonly nameWords: string;
    readonly nameWordsHint: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly wordsIn: (language: string) => string;
    readonly otherLanguage: string;
    readonly otherWords: string;
    readonly forms: string;
    readonly formsHint: string;
    readonly more: string;
    readonly moreHint: string;
    readonly jurisdiction: string;
    readonly jurisdictionHint: string;
    readonly authority: string;
    readonly decision: string;
    readonly from: string;
    readonly until: string;
    readonly untilHint: string;
    readonly reference: string;
    readonly referenceHint: string;
    readonly id: string;
    readonly idHint: string;
  };
  readonly listsWords: (list: string) => string;
  readonly changedMeanwhile: (name: string) => string;
  readonly lookAtIt: string;
  readonly removeName: string;
  readonly removeDesignation: string;
  readonly refusals: Readonly<Record<RegisterRefusal, string>>;
  /** What became of an organisation, a line each. */
  readonly became: {
    readonly name: Readonly<Record<"added" | "removed", (name: string) => string>>;
    readonly form: Readonly<Record<"added" | "removed", (form: string, name: string) => string>>;
    readonly designation: Readonly<Record<"added" | "removed", (whose: string) => string>>;
    readonly fields: Readonly<Record<NameField | DesignationField, string>>;
    readonly changed: (what: string, field: string, before: string, after: string) => string;
    readonly nothing: string;
    readonly more: (count: number) => string;
  };
  readonly staged: {
    readonly title: (file: string) => string;
    readonly introduction: string;
    readonly readBy: (name: string, moment: string) => string;
    readonly fates: Readonly<Record<Fate | "doubtful", string>>;
    readonly different: string;
    readonly nothingDifferent: string;
    readonly newOne: (names: string) => string;
    readonly asksAbout: (name: string, why: string) => string;
    readonly stories: string;
    readonly look: string;
    readonly looking: (looked: number) => string;
    readonly again: string;
    readonly outdated: string;
    readonly none: (looked: number) => string;
    readonly some: (changed: number) => string;
    readonly now: string;
    readonly afterwards: string;
    readonly noLabel: string;
    readonly times: (label: string, times: number) => string;
    readonly first: (count: number) => string;
    readonly apply: string;
    readonly drop: string;
    readonly waitsForLook: string;
    readonly ends: Readonly<Record<"applied" | "dropped" | "reading", (moment: string) => string>>;
    readonly refusals: Readonly<Record<"not-ready" | "register-moved", string>>;
    /** A large list is applied by a job. */
    readonly applying: {
      readonly asked: (name: string, moment: string) => string;
      readonly queued: string;
      readonly running: (ready: string, all: string) => string;
      readonly ending: string;
      readonly untilThen: string;
      readonly failed: string;
      readonly tryAgain: string;
    };
    readonly reasons: Readonly<Record<"vanished", string>>;
  };
  readonly importing: {
    readonly title: string;
    readonly introduction: string;
    readonly format: string;
    readonly byLook: string;
    readonly formats: Readonly<Record<ListFormat, string>>;
    readonly language: string;
    readonly languageHint: string;
    readonly told: string;
    readonly toldHint: string;
    readonly list: string;
    readonly listHint: string;
    readonly wording: string;
    readonly from: string;
    readonly fromHint: string;
    readonly columns: string;
    readonly columnsHint: string;
    readonly column: Readonly<Record<keyof CsvColumns, string>>;
    readonly file: string;
    readonly fileHint: (megabytes: number) => string;
    readonly read: string;
    readonly refusals: Readonly<Record<ImportRefusal, string>>;
    readonly unchanged: string;
  };
  readonly vanished: {
    readonly title: string;
    readonly introduction: string;
    readonly none: string;
    readonly gone: (list: string, day: string) => string;
    readonly end: string;
    readonly endHint: string;
    readonly ended: (name: string) => string;
    readonly holds: (name: string) => string;
    readonly badDay: string;
    readonly endName: (name: string) => string;
  };
  readonly days: {
    readonly title: string;
    readonly introduction: string;
    readonly none: string;
    readonly turns: Readonly<Record<"begins" | "ends", (whose: string) => string>>;
    readonly stories: (count: number) => string;
    readonly look: string;
    readonly lookAt: (day: string) => string;
    readonly another: string;
    readonly soon: (day: string) => string;
    readonly noDay: string;
    readonly ofDay: (day: string) => string;
    readonly sentence: string;
  };
};

const en: RegisterWords = {
  title: "Register",
  introduction:
    "Organisations that somebody has designated, under every name a story may use. Labels are printed from here; nothing changes for readers before you have seen which stories it changes.",
  add: "Add by hand",
  takeIn: "Take in a list",
  daysToCome: "Days to come",
  vanishedWait: counted("en", {
    one: "{n} organisation is no longer on its list: has the designation ended?",
    other: "{n} organisations are no longer on their lists: have the designations ended?",
  }),
  changesWait: "Changes that wait for a decision",
  takenIn: "Lists taken in lately",
  changeWaits: (file) => `A change waits for a decision: ${file}`,
  search: "Words of a name",
  jurisdiction: "Designated by",
  anyJurisdiction: "Anybody",
  state: "State",
  anyState: "Any",
  states: {
    "in-force": "In force",
    "to-come": "Not yet in force",
    ended: "Ended",
    vanished: "No longer on its list, end to be confirmed",
    doubtful: "With names in doubt",
  },
  show: "Show",
  found: counted("en", { one: "{n} organisation", other: "{n} organisations" }),
  empty: "No organisation is like that.",
  pages: "Pages of the register",
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  before: "Before",
  next: "After",
  noDesignations: "No designation: no label is printed.",
  since: (day) => `since ${day}`,
  span: (from, until) => `${from} until ${until}`,
  inDoubt: "names in doubt",
  vanishedOn: (day) => `no longer on its list since ${day}`,
  held: "an editor has said that it still holds",
  ofList: (list) => `from the list ${list}`,
  byHand: "kept by hand",
  asReaders: "As readers see it:",
  inLog: "In the log",
  names: "Names",
  addName: "Add a name",
  changeOf: (what) => `Change: ${what}`,
  changeIt: "Change",
  kinds: {
    full: "full name",
    short: "short name",
    acronym: "acronym",
    alias: "other name",
    derived: "derived word",
    product: "product",
  },
  matches: { auto: "labelled by itself", ask: "asked about", silent: "as is usual for its kind" },
  doubts: {
    short: "it is so short that it may be something else",
    "ordinary-word": "it is an ordinary word",
    surname: "it is a family name, too",
    person: "it is the name of a person",
    "low-quality": "the list itself calls it a weak alias",
    "one-word": "it is a single word, which may be a word or a family name, too",
    "unlike-organisation": "it does not say that it is an organisation: it may be a place, a ship or a work, too",
    "shared-kind": "it is one word beside what it is: a company, a team or a body may be called the same",
  },
  decided: "an editor has decided",
  namesInDoubt: "Asked about until somebody decides",
  namesInDoubtHint:
    "Tick the names that mean this organisation and hardly anything else: they are labelled by themselves from then on.",
  labelThem: "Label what is ticked",
  ownWords: "Its own words",
  forms: counted("en", { one: "{n} form", other: "{n} forms" }),
  how: {
    given: "as registered",
    generated: "made by rule",
    editor: "added by hand",
    doubtful: "made by rule, in doubt: asked about",
    off: "taken away by hand",
  },
  designations: "Designations",
  addDesignation: "Add a designation",
  history: "What became of it",
  noHistory: "Nothing has changed since it is here.",
  madeBy: (name, moment) => `${name}, ${moment}`,
  fields: {
    name: "Name",
    language: "Language of the name",
    languageHint: "Such as en, ru or ar. The forms are made by the rules of this language.",
    kind: "Kind",
    match: "When a story uses it",
    matchHint: "Ask where the name could be something else: an ordinary word, a family name, two letters.",
    nameWords: "Words of its own",
    nameWordsHint:
      "Printed instead of the designation's, for a product or a derived word: “owned by …”. Left empty, the designation's stand.",
    words: "Words of the label",
    wordsHint:
      "One line for each language, without brackets. Where an edition's language has none, the English ones are printed.",
    wordsIn: (language) => `In ${language}`,
    otherLanguage: "Another language",
    otherWords: "Words in it",
    forms: "Forms a story may show it in",
    formsHint: "What is ticked is looked for. What you untick stays away, whatever a list says.",
    more: "Forms to add",
    moreHint: "One a line. A form in doubt that you write here is labelled by itself from then on.",
    jurisdiction: "Whose designation it is",
    jurisdictionHint: "A short code, such as un, gb or ru. Editions say whose designations they label.",
    authority: "Who decided",
    decision: "Decision and number",
    from: "First day it holds",
    until: "First day it no longer holds",
    untilHint: "Left empty, no end is set.",
    reference: "Where to read it",
    referenceHint: "An address that begins with https://",
    id: "Address",
    idHint: "The last step of its public page. Left empty, it is made from the name. It never changes afterwards.",
  },
  listsWords: (list) => `What the list ${list} says stays as it says it.`,
  changedMeanwhile: (name) =>
    `${name} has changed this organisation meanwhile. What you typed still stands here; look at it once more and go on if it should hold.`,
  lookAtIt: "See what it changes",
  removeName: "Remove this name",
  removeDesignation: "Remove this designation",
  refusals: {
    "no-name": "A name has at least one letter or digit.",
    "long-name": "A name is one line of at most 300 characters.",
    language: "That is no language. Use a code such as en, ru or ar.",
    "taken-name": "The organisation has this name in this language already.",
    wording: "Words of a label are one line of at most 200 characters, under the code of a language.",
    forms: "Forms have letters or digits, at most 300 characters each, and there are at most 300 of them.",
    "last-name": "An organisation keeps at least one name; without it nothing could be found.",
    "name-of-list": "This name is the list's. Have it asked about instead.",
    jurisdiction: "A jurisdiction is a short code of letters, digits and hyphens.",
    authority: "Say who decided.",
    decision: "That is too long for the number of a decision.",
    from: "Say on which day it begins, such as 2026-03-01.",
    until: "That is no day.",
    "until-early": "It would end before it begins.",
    "no-wording": "A label needs words in one language at least.",
    reference: "That is no address of a page. It begins with https:// or http://.",
    "of-list": "This designation is the list's; it ends when its list no longer has it.",
    id: "An address has small Latin letters, figures and hyphens.",
    "taken-id": "Another organisation has that address.",
    nothing: "Nothing is different from what stands in the register.",
  },
  became: {
    name: { added: (name) => `New name: ${name}`, removed: (name) => `Name removed: ${name}` },
    form: {
      added: (form, name) => `New form of ${name}: ${form}`,
      removed: (form, name) => `Form of ${name} taken away: ${form}`,
    },
    designation: {
      added: (whose) => `New designation: ${whose}`,
      removed: (whose) => `Designation removed: ${whose}`,
    },
    fields: {
      kind: "kind",
      match: "when a story uses it",
      wording: "words",
      doubt: "in doubt because",
      jurisdiction: "jurisdiction",
      authority: "who decided",
      decision: "decision",
      from: "first day",
      until: "first day it no longer holds",
      reference: "where to read it",
      vanished: "no longer on its list since",
      held: "still holds, an editor says",
    },
    changed: (what, field, before, after) => `${what}: ${field}: ${before} → ${after}`,
    nothing: "not set",
    more: counted("en", { one: "and {n} more", other: "and {n} more" }),
  },
  staged: {
    title: (file) => `What would change: ${file}`,
    introduction:
      "Nothing of this counts yet. Look at it, and at the stories it changes, then apply all of it or none.",
    readBy: (name, moment) => `Made ready by ${name}, ${moment}`,
    fates: {
      added: "New",
      changed: "Changed",
      vanished: "No longer on the list",
      doubtful: "With names in doubt",
      refused: "Refused",
      skipped: "Left out",
      unchanged: "As they were",
    },
    different: "Differences",
    nothingDifferent: "The register has all of it already.",
    newOne: (names) => `New: ${names}`,
    asksAbout: (name, why) => `${name} will be asked about: ${why}`,
    stories: "Stories whose labels change",
    look: "Look through the stories",
    looking: counted("en", { one: "{n} story looked at so far.", other: "{n} stories looked at so far." }),
    again: "Look again",
    outdated: "The register, a policy or the day has changed since the stories were looked through.",
    none: counted("en", {
      one: "No story changes; {n} was looked at.",
      other: "No story changes; {n} were looked at.",
    }),
    some: counted("en", { one: "{n} published story changes.", other: "{n} published stories change." }),
    now: "Now",
    afterwards: "Then",
    noLabel: "no label",
    times: (label, times) => (times === 1 ? label : `${label} ${times}×`),
    first: counted("en", { one: "The first one is listed.", other: "The first {n} are listed." }),
    apply: "Apply all of it",
    drop: "Drop it",
    waitsForLook: "It can be applied once the stories have been looked through.",
    ends: {
      applied: (moment) => `Applied on ${moment}. Every page that changes is printed anew.`,
      dropped: (moment) => `Dropped on ${moment}. Nothing was changed.`,
      reading: () => "The list is still being read.",
    },
    refusals: {
      "not-ready": "This has been applied or dropped already.",
      "register-moved":
        "The register has changed since this was made ready, so nothing was applied. Take the list in again, or make the change again: the difference may be another one now.",
    },
    applying: {
      asked: (name, moment) => `${name} decided to apply it, ${moment}. It is large, so it is done step by step.`,
      queued: "It waits for its turn.",
      running: (ready, all) => `Organisations made ready: ${ready} of ${all}.`,
      ending: "All of it is ready and is being put in force.",
      untilThen: "Nothing of it counts before all of it does; readers see no difference until then.",
      failed:
        "It could not be applied, and nothing was changed. Dateline tries it again by itself; why it failed stands in the log of the server and in what “dateline doctor” says.",
      tryAgain: "Try it again now",
    },
    reasons: { vanished: "stays in force until an editor says that it has ended" },
  },
  importing: {
    title: "Take in a list",
    introduction:
      "The file is read to its end and compared with the register. You see the difference and the stories it changes before anything counts. An entry that is no longer on its list is never deleted.",
    format: "Form of the list",
    byLook: "Told by its look",
    formats: {
      dateline: "Dateline's own JSON",
      un: "UN Security Council, consolidated list (XML)",
      uk: "UK, proscribed organisations (page or CSV)",
      ftm: "OpenSanctions, FollowTheMoney (JSON lines; licensed CC BY-NC)",
      csv: "Other values in columns (CSV)",
    },
    language: "Language of its names",
    languageHint: "Such as en or fr: one language edition of the UN's list after another is merged.",
    told: "What FollowTheMoney and CSV do not say themselves",
    toldHint: "Other forms say it themselves.",
    list: "What the list is called",
    listHint:
      "Small letters, figures and hyphens, the beginning of its addresses. The same list has the same name next time.",
    wording: "Words of the label, in the language of the names",
    from: "Since when, where a row does not say",
    fromHint: "CSV only.",
    columns: "CSV: which column is what",
    columnsHint: "The heading of the column, as the file writes it. Several names in one field are parted by ; or |.",
    column: {
      id: "Its number on the list",
      name: "Name",
      alias: "Other names",
      acronym: "Acronym",
      weak: "Weak names, to be asked about",
      from: "First day",
      until: "First day it no longer holds",
      authority: "Who decided",
      decision: "Decision",
      wording: "Words of the label",
      reference: "Where to read it",
    },
    file: "File",
    fileHint: (megabytes) => `At most ${megabytes} MB. What is larger is taken in with dateline register import.`,
    read: "Read and compare",
    refusals: {
      "no-file": "Choose a file.",
      format: "The file is in no form Dateline knows by its look. Say which form it has.",
      list: "Say what the list is called, in small letters, figures and hyphens.",
      jurisdiction: "Say whose designations these are, with a short code.",
      wording: "Say what the label says.",
      from: "That is no day.",
      "too-large": "The file is larger than the desk takes in.",
      problem: "This is not a list Dateline can take in.",
    },
    unchanged: "Nothing was changed. Choose the file once more when it is mended.",
  },
  vanished: {
    title: "No longer on their lists",
    introduction:
      "These were on a list and are on it no longer. A designation that vanished may have ended, or the list may have a fault: until you decide, it stays in force. What you decide is on the record.",
    none: "Nothing has vanished from a list.",
    gone: (list, day) => `not on the list ${list} since ${day}`,
    end: "First day it no longer holds",
    endHint: "Found in the decision that ended it.",
    ended: (name) => `It has ended: ${name}`,
    holds: (name) => `It still holds: ${name}`,
    badDay: "Say on which day it ended, not before its first day.",
    endName: (name) => `End: ${name}`,
  },
  days: {
    title: "Days to come",
    introduction:
      "Designations that begin or end by the calendar, at midnight of each edition. On that day pages are printed anew by themselves.",
    none: "No designation begins or ends on a day that is known.",
    turns: { begins: (whose) => `begins: ${whose}`, ends: (whose) => `ends: ${whose}` },
    stories: counted("en", { one: "named in {n} story", other: "named in {n} stories" }),
    look: "Which stories change?",
    lookAt: (day) => `Which stories change on ${day}?`,
    another: "Another day",
    soon: (day) => `On ${day} designations begin or end: which stories change?`,
    noDay: "Say which day.",
    ofDay: (day) => `Labels on ${day}`,
    sentence: "What is different on that day from today, if nothing else changes until then.",
  },
};

const ru: RegisterWords = {
  title: "Реестр",
  introduction:
    "Организации, о которых кем-то принято решение, со всеми именами, под которыми их упоминают. Пометки печатаются отсюда; для читателей ничего не меняется, пока вы не увидели, какие материалы изменятся.",
  add: "Добавить вручную",
  takeIn: "Внести список",
  daysToCome: "Предстоящие дни",
  vanishedWait: counted("ru", {
    one: "{n} организации больше нет в её списке: решение утратило силу?",
    few: "{n} организаций больше нет в их списках: решения утратили силу?",
    many: "{n} организаций больше нет в их списках: решения утратили силу?",
    other: "{n} организаций больше нет в их списках: решения утратили силу?",
  }),
  changesWait: "Изменения, которые ждут решения",
  takenIn: "Недавно внесённые списки",
  changeWaits: (file) => `Изменение ждёт решения: ${file}`,
  search: "Слова имени",
  jurisdiction: "Чьё решение",
  anyJurisdiction: "Любое",
  state: "Состояние",
  anyState: "Любое",
  states: {
    "in-force": "Действует",
    "to-come": "Ещё не вступило в силу",
    ended: "Утратило силу",
    vanished: "Исчезло из списка, конец надо подтвердить",
    doubtful: "С сомнительными именами",
  },
  show: "Показать",
  found: counted("ru", {
    one: "{n} организация",
    few: "{n} организации",
    many: "{n} организаций",
    other: "{n} организации",
  }),
  empty: "Таких организаций нет.",
  pages: "Страницы реестра",
  pageOf: (page, pages) => `Страница ${page} из ${pages}`,
  before: "Назад",
  next: "Дальше",
  noDesignations: "Решений нет: пометка не печатается.",
  since: (day) => `с ${day}`,
  span: (from, until) => `с ${from} до ${until}`,
  inDoubt: "имена под вопросом",
  vanishedOn: (day) => `нет в списке с ${day}`,
  held: "редактор указал, что решение действует",
  ofList: (list) => `из списка ${list}`,
  byHand: "внесено вручную",
  asReaders: "Как видят читатели:",
  inLog: "В журнале",
  names: "Имена",
  addName: "Добавить имя",
  changeOf: (what) => `Изменить: ${what}`,
  changeIt: "Изменить",
  kinds: {
    full: "полное имя",
    short: "краткое имя",
    acronym: "сокращение",
    alias: "другое имя",
    derived: "производное слово",
    product: "продукт",
  },
  matches: { auto: "помечается само", ask: "надо спросить", silent: "как принято для этого вида" },
  doubts: {
    short: "так коротко, что может значить другое",
    "ordinary-word": "это обычное слово",
    surname: "это и фамилия",
    person: "это имя человека",
    "low-quality": "сам список называет его ненадёжным",
    "one-word": "это одно слово, а оно может быть и обычным словом, и фамилией",
    "unlike-organisation":
      "из него не видно, что это организация: так может называться и место, и корабль, и произведение",
    "shared-kind": "это одно слово и род организации: так может называться и компания, и команда, и ведомство",
  },
  decided: "редактор решил",
  namesInDoubt: "Спрашиваем, пока никто не решил",
  namesInDoubtHint:
    "Отметьте названия, которые значат эту организацию и едва ли что-то другое: с этого дня они будут помечаться сами.",
  labelThem: "Помечать отмеченные",
  ownWords: "Свои слова пометки",
  forms: counted("ru", { one: "{n} форма", few: "{n} формы", many: "{n} форм", other: "{n} формы" }),
  how: {
    given: "как в реестре",
    generated: "образована по правилам",
    editor: "добавлена вручную",
    doubtful: "образована по правилам, сомнительна: надо спросить",
    off: "убрана вручную",
  },
  designations: "Решения",
  addDesignation: "Добавить решение",
  history: "Что с ней происходило",
  noHistory: "С тех пор как она здесь, ничего не менялось.",
  madeBy: (name, moment) => `${name}, ${moment}`,
  fields: {
    name: "Имя",
    language: "Язык имени",
    languageHint: "Например, ru, en или ar. Формы образуются по правилам этого языка.",
    kind: "Вид",
    match: "Когда материал его упоминает",
    matchHint: "Спрашивать там, где имя может значить другое: обычное слово, фамилия, две буквы.",
    nameWords: "Свои слова",
    nameWordsHint:
      "Печатаются вместо слов решения, для продукта или производного слова: «принадлежит …». Если пусто, стоят слова решения.",
    words: "Слова пометки",
    wordsHint: "По одной строке на язык, без скобок. Где на языке издания слов нет, печатаются английские.",
    wordsIn: (language) => `Язык: ${language}`,
    otherLanguage: "Другой язык",
    otherWords: "Слова на нём",
    forms: "Формы, в которых имя может стоять",
    formsHint: "Ищется то, что отмечено. Снятое не вернётся, что бы ни говорил список.",
    more: "Добавить формы",
    moreHint: "По одной на строку. Сомнительная форма, вписанная сюда, с этого дня помечается сама.",
    jurisdiction: "Чьё это решение",
    jurisdictionHint: "Краткий код: un, gb или ru. В каждом издании указано, чьи решения оно отмечает.",
    authority: "Кто решил",
    decision: "Решение и номер",
    from: "Первый день действия",
    until: "Первый день, когда оно уже не действует",
    untilHint: "Если пусто, конец не установлен.",
    reference: "Где прочесть",
    referenceHint: "Адрес, который начинается с https://",
    id: "Адрес",
    idHint: "Последняя часть адреса её страницы. Если пусто, он образуется из имени. Потом не меняется.",
  },
  listsWords: (list) => `То, что говорит список ${list}, остаётся как в нём.`,
  changedMeanwhile: (name) =>
    `Тем временем эту организацию изменил(а) ${name}. Набранное вами стоит здесь; взгляните ещё раз и продолжайте, если всё верно.`,
  lookAtIt: "Посмотреть, что изменится",
  removeName: "Убрать это имя",
  removeDesignation: "Убрать это решение",
  refusals: {
    "no-name": "В имени есть хотя бы одна буква или цифра.",
    "long-name": "Имя занимает одну строку и не длиннее 300 знаков.",
    language: "Такого языка нет. Укажите код: ru, en или ar.",
    "taken-name": "У организации уже есть это имя на этом языке.",
    wording: "Слова пометки занимают одну строку, не длиннее 200 знаков, под кодом языка.",
    forms: "В формах есть буквы или цифры, каждая не длиннее 300 знаков, и всего их не больше 300.",
    "last-name": "Хотя бы одно имя остаётся: без него нечего искать.",
    "name-of-list": "Это имя из списка. Пусть о нём спрашивают.",
    jurisdiction: "Код состоит из латинских букв, цифр и дефисов.",
    authority: "Укажите, кто решил.",
    decision: "Это слишком длинно для номера решения.",
    from: "Укажите, с какого дня, например 2026-03-01.",
    until: "Такого дня нет.",
    "until-early": "Конец раньше начала.",
    "no-wording": "Нужны слова пометки хотя бы на одном языке.",
    reference: "Это не адрес страницы. Он начинается с https:// или http://.",
    "of-list": "Это решение из списка; оно кончится, когда его там не станет.",
    id: "Адрес состоит из строчных латинских букв, цифр и дефисов.",
    "taken-id": "Этот адрес занят другой организацией.",
    nothing: "Ничего не отличается от того, что стоит в реестре.",
  },
  became: {
    name: { added: (name) => `Новое имя: ${name}`, removed: (name) => `Имя убрано: ${name}` },
    form: {
      added: (form, name) => `Новая форма имени ${name}: ${form}`,
      removed: (form, name) => `Убрана форма имени ${name}: ${form}`,
    },
    designation: {
      added: (whose) => `Новое решение: ${whose}`,
      removed: (whose) => `Решение убрано: ${whose}`,
    },
    fields: {
      kind: "вид",
      match: "когда упоминают",
      wording: "слова",
      doubt: "сомнение",
      jurisdiction: "юрисдикция",
      authority: "кто решил",
      decision: "решение",
      from: "первый день",
      until: "первый день, когда уже не действует",
      reference: "где прочесть",
      vanished: "нет в списке с",
      held: "действует, по слову редактора",
    },
    changed: (what, field, before, after) => `${what}: ${field}: ${before} → ${after}`,
    nothing: "не указано",
    more: counted("ru", { one: "и ещё {n}", few: "и ещё {n}", many: "и ещё {n}", other: "и ещё {n}" }),
  },
  staged: {
    title: (file) => `Что изменится: ${file}`,
    introduction:
      "Пока ничего из этого не действует. Посмотрите изменения и материалы, которых они касаются, и примите всё сразу или ничего.",
    readBy: (name, moment) => `Готовил(а) ${name}, ${moment}`,
    fates: {
      added: "Новые",
      changed: "Изменены",
      vanished: "Больше нет в списке",
      doubtful: "С сомнительными именами",
      refused: "Отвергнуты",
      skipped: "Пропущены",
      unchanged: "Без изменений",
    },
    different: "Изменения",
    nothingDifferent: "Всё это в реестре уже есть.",
    newOne: (names) => `Новая: ${names}`,
    asksAbout: (name, why) => `Об имени ${name} будем спрашивать: ${why}`,
    stories: "Материалы, в которых изменятся пометки",
    look: "Просмотреть материалы",
    looking: counted("ru", {
      one: "Просмотрен {n} материал.",
      few: "Просмотрено {n} материала.",
      many: "Просмотрено {n} материалов.",
      other: "Просмотрено {n} материала.",
    }),
    again: "Обновить",
    outdated: "После просмотра материалов изменились реестр, правила издания или день.",
    none: counted("ru", {
      one: "Ничего не меняется; просмотрен {n} материал.",
      few: "Ничего не меняется; просмотрено {n} материала.",
      many: "Ничего не меняется; просмотрено {n} материалов.",
      other: "Ничего не меняется; просмотрено {n} материала.",
    }),
    some: counted("ru", {
      one: "Меняется {n} опубликованный материал.",
      few: "Меняются {n} опубликованных материала.",
      many: "Меняются {n} опубликованных материалов.",
      other: "Меняются {n} опубликованных материала.",
    }),
    now: "Сейчас",
    afterwards: "Потом",
    noLabel: "без пометки",
    times: (label, times) => (times === 1 ? label : `${label} ${times}×`),
    first: counted("ru", {
      one: "Показан первый из них.",
      few: "Показаны первые {n}.",
      many: "Показаны первые {n}.",
      other: "Показаны первые {n}.",
    }),
    apply: "Принять всё",
    drop: "Отказаться",
    waitsForLook: "Принять можно, когда материалы просмотрены.",
    ends: {
      applied: (moment) => `Принято ${moment}. Все изменившиеся страницы печатаются заново.`,
      dropped: (moment) => `Отклонено ${moment}. Ничего не изменилось.`,
      reading: () => "Список ещё читается.",
    },
    refusals: {
      "not-ready": "Это уже принято или отклонено.",
      "register-moved":
        "Реестр изменился после подготовки, поэтому ничего не принято. Внесите список или изменение ещё раз: теперь разница может быть другой.",
    },
    applying: {
      asked: (name, moment) => `Принять решил(а) ${name}, ${moment}. Список большой, это делается по частям.`,
      queued: "Список ждёт очереди.",
      running: (ready, all) => `Подготовлено организаций: ${ready} из ${all}.`,
      ending: "Всё готово и вступает в силу.",
      untilThen: "Пока не принято всё, не действует ничего: читатели не видят разницы.",
      failed:
        "Принять не удалось, ничего не изменилось. Dateline попробует ещё раз сам; почему не вышло, сказано в журнале сервера и в том, что скажет «dateline doctor».",
      tryAgain: "Попробовать ещё раз сейчас",
    },
    reasons: { vanished: "действует, пока редактор не укажет, что решение утратило силу" },
  },
  importing: {
    title: "Внести список",
    introduction:
      "Файл читается до конца и сравнивается с реестром. Вы видите разницу и материалы, которых она касается, прежде чем что-либо вступит в силу. Запись, которой больше нет в списке, не удаляется никогда.",
    format: "Вид списка",
    byLook: "Определить по содержанию",
    formats: {
      dateline: "Собственный JSON Dateline",
      un: "Совет Безопасности ООН, сводный перечень (XML)",
      uk: "Великобритания, запрещённые организации (страница или CSV)",
      ftm: "OpenSanctions, FollowTheMoney (строки JSON; лицензия CC BY-NC)",
      csv: "Другие значения по столбцам (CSV)",
    },
    language: "Язык имён",
    languageHint: "Например, en или fr: языковые версии перечня ООН соединяются одна за другой.",
    told: "О чём FollowTheMoney и CSV не говорят сами",
    toldHint: "Остальные виды говорят об этом сами.",
    list: "Как называется список",
    listHint: "Строчные латинские буквы, цифры и дефисы; с этого начинаются адреса. В следующий раз название то же.",
    wording: "Слова пометки на языке имён",
    from: "С какого дня, если строка не говорит",
    fromHint: "Только для CSV.",
    columns: "CSV: что в каком столбце",
    columnsHint: "Заголовок столбца, как он стоит в файле. Несколько имён в одной ячейке разделяются знаком ; или |.",
    column: {
      id: "Номер в списке",
      name: "Имя",
      alias: "Другие имена",
      acronym: "Сокращение",
      weak: "Ненадёжные имена, о которых спрашивать",
      from: "Первый день",
      until: "Первый день, когда уже не действует",
      authority: "Кто решил",
      decision: "Решение",
      wording: "Слова пометки",
      reference: "Где прочесть",
    },
    file: "Файл",
    fileHint: (megabytes) => `Не больше ${megabytes} МБ. Что больше, вносит команда dateline register import.`,
    read: "Прочесть и сравнить",
    refusals: {
      "no-file": "Выберите файл.",
      format: "Вид файла по содержанию не узнать. Укажите его.",
      list: "Назовите список строчными латинскими буквами, цифрами и дефисами.",
      jurisdiction: "Укажите кратким кодом, чьи это решения.",
      wording: "Укажите слова пометки.",
      from: "Такого дня нет.",
      "too-large": "Файл больше, чем принимает редакция.",
      problem: "Такой список внести нельзя.",
    },
    unchanged: "Ничего не изменилось. Когда файл будет исправлен, выберите его снова.",
  },
  vanished: {
    title: "Больше нет в списках",
    introduction:
      "Эти организации были в списке, и больше их там нет. Решение могло утратить силу, а в списке может быть ошибка: пока вы не решили, пометка остаётся. Ваше решение записывается.",
    none: "Из списков ничего не исчезло.",
    gone: (list, day) => `нет в списке ${list} с ${day}`,
    end: "Первый день, когда уже не действует",
    endHint: "Он указан в решении, которым прекращено действие.",
    ended: (name) => `Утратило силу: ${name}`,
    holds: (name) => `Действует: ${name}`,
    badDay: "Укажите, с какого дня не действует, не раньше первого дня.",
    endName: (name) => `Конец: ${name}`,
  },
  days: {
    title: "Предстоящие дни",
    introduction:
      "Решения, которые начинают или перестают действовать по календарю, в полночь каждого издания. В этот день страницы печатаются заново сами.",
    none: "Известных дней, когда что-либо начинается или кончается, нет.",
    turns: { begins: (whose) => `вступает в силу: ${whose}`, ends: (whose) => `утрачивает силу: ${whose}` },
    stories: counted("ru", {
      one: "упоминается в {n} материале",
      few: "упоминается в {n} материалах",
      many: "упоминается в {n} материалах",
      other: "упоминается в {n} материалах",
    }),
    look: "Какие материалы изменятся?",
    lookAt: (day) => `Какие материалы изменятся: ${day}?`,
    another: "Другой день",
    soon: (day) => `${day} решения вступают в силу или утрачивают её: какие материалы изменятся?`,
    noDay: "Укажите день.",
    ofDay: (day) => `Пометки на ${day}`,
    sentence: "Чем этот день отличается от сегодняшнего, если до него ничего другого не изменится.",
  },
};

const ar: RegisterWords = {
  title: "سجل التنويهات",
  introduction:
    "منظمات صدر بشأنها قرار، بكل اسم قد تُذكر به في مادة. من هنا تُطبع التنويهات؛ ولا يتغير شيء عند القراء قبل أن ترى أي المواد تتغير.",
  add: "إضافة يدوية",
  takeIn: "إدخال قائمة",
  daysToCome: "أيام قادمة",
  vanishedWait: counted("ar", {
    zero: "لا منظمة غابت عن قائمتها",
    one: "منظمة واحدة لم تعد في قائمتها: هل انتهى القرار؟",
    two: "منظمتان لم تعودا في قائمتيهما: هل انتهى القراران؟",
    few: "{n} منظمات لم تعد في قوائمها: هل انتهت القرارات؟",
    many: "{n} منظمة لم تعد في قوائمها: هل انتهت القرارات؟",
    other: "{n} منظمة لم تعد في قوائمها: هل انتهت القرارات؟",
  }),
  changesWait: "تغييرات تنتظر قرارًا",
  takenIn: "قوائم أُدخلت حديثًا",
  changeWaits: (file) => `تغيير ينتظر قرارًا: ${file}`,
  search: "كلمات من الاسم",
  jurisdiction: "صاحب القرار",
  anyJurisdiction: "الجميع",
  state: "الحالة",
  anyState: "أي حالة",
  states: {
    "in-force": "نافذ",
    "to-come": "لم يسرِ بعد",
    ended: "انتهى",
    vanished: "غاب عن قائمته، والنهاية تنتظر تأكيدًا",
    doubtful: "أسماء موضع شك",
  },
  show: "عرض",
  found: counted("ar", {
    zero: "لا منظمات",
    one: "منظمة واحدة",
    two: "منظمتان",
    few: "{n} منظمات",
    many: "{n} منظمة",
    other: "{n} منظمة",
  }),
  empty: "لا منظمة كهذه.",
  pages: "صفحات السجل",
  pageOf: (page, pages) => `صفحة ${page} من ${pages}`,
  before: "السابق",
  next: "التالي",
  noDesignations: "لا قرار: لا يُطبع تنويه.",
  since: (day) => `منذ ${day}`,
  span: (from, until) => `من ${from} حتى ${until}`,
  inDoubt: "أسماء موضع شك",
  vanishedOn: (day) => `ليست في قائمتها منذ ${day}`,
  held: "قال محرر إنه ما زال نافذًا",
  ofList: (list) => `من القائمة ${list}`,
  byHand: "أُدخل يدويًا",
  asReaders: "كما يراها القراء:",
  inLog: "في السجل اليومي",
  names: "الأسماء",
  addName: "إضافة اسم",
  changeOf: (what) => `تغيير: ${what}`,
  changeIt: "تغيير",
  kinds: {
    full: "الاسم الكامل",
    short: "اسم مختصر",
    acronym: "اختصار",
    alias: "اسم آخر",
    derived: "كلمة مشتقة",
    product: "منتج",
  },
  matches: { auto: "يُنوَّه به تلقائيًا", ask: "يُسأل عنه", silent: "كالمعتاد لنوعه" },
  doubts: {
    short: "قصير وقد يعني شيئًا آخر",
    "ordinary-word": "كلمة عادية",
    surname: "اسم عائلة أيضًا",
    person: "اسم شخص",
    "low-quality": "القائمة نفسها تعدّه ضعيفًا",
    "one-word": "كلمة واحدة قد تكون كلمة عادية أو اسم عائلة",
    "unlike-organisation": "لا يدل على أنه منظمة، فقد يكون اسم مكان أو سفينة أو عمل فني",
    "shared-kind": "كلمة واحدة مع نوع الكيان: قد تحمل الاسم نفسه شركة أو فريق أو هيئة",
  },
  decided: "قرر محرر",
  namesInDoubt: "يُسأل عنها حتى يقرر أحد",
  namesInDoubtHint: "علّم الأسماء التي تعني هذه المنظمة ولا تكاد تعني غيرها: سيُنوَّه بها تلقائيًا من الآن فصاعدًا.",
  labelThem: "التنويه بالمعلَّم منها",
  ownWords: "تنويهه الخاص",
  forms: counted("ar", {
    zero: "لا صيغ",
    one: "صيغة واحدة",
    two: "صيغتان",
    few: "{n} صيغ",
    many: "{n} صيغة",
    other: "{n} صيغة",
  }),
  how: {
    given: "كما في السجل",
    generated: "صيغت بقاعدة",
    editor: "أضيفت يدويًا",
    doubtful: "صيغت بقاعدة وهي موضع شك: يُسأل عنها",
    off: "حُذفت يدويًا",
  },
  designations: "القرارات",
  addDesignation: "إضافة قرار",
  history: "ما جرى لها",
  noHistory: "لم يتغير شيء منذ أن أُدخلت.",
  // Isolated, so that a name in Latin letters does not draw the figures of the day to its side.
  madeBy: (name, moment) => `\u2068${name}\u2069، ${moment}`,
  fields: {
    name: "الاسم",
    language: "لغة الاسم",
    languageHint: "مثل ar أو en أو ru. تُصاغ الصيغ بقواعد هذه اللغة.",
    kind: "النوع",
    match: "حين يرد في مادة",
    matchHint: "يُسأل عنه حيث قد يعني شيئًا آخر: كلمة عادية أو اسم عائلة أو حرفان.",
    nameWords: "كلمات خاصة به",
    nameWordsHint: "تُطبع بدل كلمات القرار، لمنتج أو كلمة مشتقة: «تملكه …». إن تُركت فارغة طُبعت كلمات القرار.",
    words: "كلمات التنويه",
    wordsHint: "سطر واحد لكل لغة، بلا أقواس. حيث لا كلمات بلغة الطبعة تُطبع الإنجليزية.",
    wordsIn: (language) => `بلغة: ${language}`,
    otherLanguage: "لغة أخرى",
    otherWords: "الكلمات بها",
    forms: "الصيغ التي قد يرد بها",
    formsHint: "يُبحث عمّا عُلِّم. وما أُزيلت علامته لا يعود مهما قالت القوائم.",
    more: "صيغ تُضاف",
    moreHint: "صيغة في كل سطر. وما كان موضع شك وكتبته هنا يُنوَّه به تلقائيًا من الآن فصاعدًا.",
    jurisdiction: "قرار من",
    jurisdictionHint: "رمز قصير مثل un أو gb أو ru. تحدد كل طبعة قرارات من تنوّه بها.",
    authority: "من قرر",
    decision: "القرار ورقمه",
    from: "أول يوم يسري فيه",
    until: "أول يوم لا يسري فيه",
    untilHint: "إن تُرك فارغًا فلا نهاية محددة.",
    reference: "أين يُقرأ",
    referenceHint: "عنوان يبدأ بـ https://",
    id: "العنوان",
    idHint: "آخر جزء من عنوان صفحتها. إن تُرك فارغًا صيغ من الاسم. ولا يتغير بعد ذلك.",
  },
  listsWords: (list) => `ما تقوله القائمة ${list} يبقى كما تقوله.`,
  changedMeanwhile: (name) =>
    `غيّر ${name} هذه المنظمة في هذه الأثناء. ما كتبته ما زال هنا؛ راجعه مرة أخرى وتابع إن كان صحيحًا.`,
  lookAtIt: "عرض ما سيتغير",
  removeName: "حذف هذا الاسم",
  removeDesignation: "حذف هذا القرار",
  refusals: {
    "no-name": "في الاسم حرف واحد أو رقم على الأقل.",
    "long-name": "الاسم سطر واحد من 300 حرف على الأكثر.",
    language: "لا لغة كهذه. استعمل رمزًا مثل ar أو en أو ru.",
    "taken-name": "للمنظمة هذا الاسم بهذه اللغة.",
    wording: "كلمات التنويه سطر واحد من 200 حرف على الأكثر، تحت رمز لغة.",
    forms: "في الصيغ حروف أو أرقام، كل منها 300 حرف على الأكثر، وعددها 300 على الأكثر.",
    "last-name": "يبقى للمنظمة اسم واحد على الأقل، فبدونه لا يُعثر عليها.",
    "name-of-list": "هذا الاسم من القائمة. اجعله مما يُسأل عنه.",
    jurisdiction: "الرمز حروف لاتينية وأرقام وشرطات.",
    authority: "اذكر من قرر.",
    decision: "هذا طويل على رقم قرار.",
    from: "اذكر في أي يوم يبدأ، مثل 2026-03-01.",
    until: "لا يوم كهذا.",
    "until-early": "ينتهي قبل أن يبدأ.",
    "no-wording": "يحتاج التنويه إلى كلمات بلغة واحدة على الأقل.",
    reference: "ليس هذا عنوان صفحة. يبدأ بـ https:// أو http://.",
    "of-list": "هذا القرار من القائمة، وينتهي حين لا يعود فيها.",
    id: "العنوان حروف لاتينية صغيرة وأرقام وشرطات.",
    "taken-id": "هذا العنوان لمنظمة أخرى.",
    nothing: "لا يختلف شيء عما في السجل.",
  },
  became: {
    name: { added: (name) => `اسم جديد: ${name}`, removed: (name) => `اسم محذوف: ${name}` },
    form: {
      added: (form, name) => `صيغة جديدة من ${name}: ${form}`,
      removed: (form, name) => `صيغة محذوفة من ${name}: ${form}`,
    },
    designation: {
      added: (whose) => `قرار جديد: ${whose}`,
      removed: (whose) => `قرار محذوف: ${whose}`,
    },
    fields: {
      kind: "النوع",
      match: "حين يرد",
      wording: "الكلمات",
      doubt: "سبب الشك",
      jurisdiction: "صاحب القرار",
      authority: "من قرر",
      decision: "القرار",
      from: "أول يوم",
      until: "أول يوم لا يسري فيه",
      reference: "أين يُقرأ",
      vanished: "ليس في قائمته منذ",
      held: "ما زال نافذًا بقول محرر",
    },
    changed: (what, field, before, after) => `${what}: ${field}: ${before} ← ${after}`,
    nothing: "غير محدد",
    more: counted("ar", {
      zero: "",
      one: "و{n} غيره",
      two: "و{n} غيرهما",
      few: "و{n} غيرها",
      many: "و{n} غيرها",
      other: "و{n} غيرها",
    }),
  },
  staged: {
    title: (file) => `ما سيتغير: ${file}`,
    introduction: "لا يسري شيء من هذا بعد. انظر فيه وفي المواد التي يغيّرها، ثم طبّقه كله أو اتركه.",
    readBy: (name, moment) => `أعدّه \u2068${name}\u2069، ${moment}`,
    fates: {
      added: "جديدة",
      changed: "متغيرة",
      vanished: "لم تعد في القائمة",
      doubtful: "أسماء موضع شك",
      refused: "مرفوضة",
      skipped: "متروكة",
      unchanged: "كما كانت",
    },
    different: "الفروق",
    nothingDifferent: "كل هذا في السجل.",
    newOne: (names) => `جديدة: ${names}`,
    asksAbout: (name, why) => `سيُسأل عن ${name}: ${why}`,
    stories: "المواد التي تتغير تنويهاتها",
    look: "النظر في المواد",
    looking: counted("ar", {
      zero: "لم يُنظر في مادة بعد.",
      one: "نُظر في مادة واحدة حتى الآن.",
      two: "نُظر في مادتين حتى الآن.",
      few: "نُظر في {n} مواد حتى الآن.",
      many: "نُظر في {n} مادة حتى الآن.",
      other: "نُظر في {n} مادة حتى الآن.",
    }),
    again: "تحديث",
    outdated: "تغير السجل أو سياسة طبعة أو اليوم بعد النظر في المواد.",
    none: counted("ar", {
      zero: "لا تتغير أي مادة.",
      one: "لا تتغير أي مادة؛ نُظر في مادة واحدة.",
      two: "لا تتغير أي مادة؛ نُظر في مادتين.",
      few: "لا تتغير أي مادة؛ نُظر في {n} مواد.",
      many: "لا تتغير أي مادة؛ نُظر في {n} مادة.",
      other: "لا تتغير أي مادة؛ نُظر في {n} مادة.",
    }),
    some: counted("ar", {
      zero: "لا تتغير أي مادة منشورة.",
      one: "تتغير مادة منشورة واحدة.",
      two: "تتغير مادتان منشورتان.",
      few: "تتغير {n} مواد منشورة.",
      many: "تتغير {n} مادة منشورة.",
      other: "تتغير {n} مادة منشورة.",
    }),
    now: "الآن",
    afterwards: "بعد ذلك",
    noLabel: "بلا تنويه",
    times: (label, times) => (times === 1 ? label : `${label} ${times}×`),
    first: counted("ar", {
      zero: "",
      one: "تُعرض الأولى منها.",
      two: "تُعرض الأوليان منها.",
      few: "تُعرض أول {n} منها.",
      many: "تُعرض أول {n} منها.",
      other: "تُعرض أول {n} منها.",
    }),
    apply: "تطبيق الكل",
    drop: "ترك الكل",
    waitsForLook: "يمكن التطبيق بعد النظر في المواد.",
    ends: {
      applied: (moment) => `طُبّق في ${moment}. تُطبع من جديد كل صفحة تتغير.`,
      dropped: (moment) => `تُرك في ${moment}. لم يتغير شيء.`,
      reading: () => "ما زالت القائمة تُقرأ.",
    },
    refusals: {
      "not-ready": "طُبّق هذا أو تُرك من قبل.",
      "register-moved":
        "تغير السجل بعد إعداد هذا، فلم يُطبّق شيء. أدخل القائمة أو التغيير مرة أخرى: فقد يكون الفرق مختلفًا الآن.",
    },
    applying: {
      asked: (name, moment) => `قرر ${name} تطبيقه، ${moment}. القائمة كبيرة، فيجري ذلك خطوة خطوة.`,
      queued: "ينتظر دوره.",
      running: (ready, all) => `المنظمات الجاهزة: ${ready} من ${all}.`,
      ending: "كله جاهز ويدخل حيز النفاذ الآن.",
      untilThen: "لا يسري منه شيء قبل أن يسري كله، فلا يرى القراء فرقًا حتى ذلك الحين.",
      failed:
        "تعذر تطبيقه ولم يتغير شيء. يعيد Dateline المحاولة من تلقاء نفسه، وسبب الفشل في سجل الخادم وفيما يقوله «dateline doctor».",
      tryAgain: "أعد المحاولة الآن",
    },
    reasons: { vanished: "يبقى نافذًا حتى يقول محرر إنه انتهى" },
  },
  importing: {
    title: "إدخال قائمة",
    introduction:
      "يُقرأ الملف إلى آخره ويُقارن بالسجل. ترى الفرق والمواد التي يغيّرها قبل أن يسري شيء. وما غاب عن قائمته لا يُحذف أبدًا.",
    format: "صيغة القائمة",
    byLook: "تُعرف من شكلها",
    formats: {
      dateline: "JSON الخاص بـ Dateline",
      un: "مجلس الأمن، القائمة الموحدة (XML)",
      uk: "بريطانيا، المنظمات المحظورة (صفحة أو CSV)",
      ftm: "OpenSanctions، FollowTheMoney (أسطر JSON؛ رخصة CC BY-NC)",
      csv: "قيم أخرى في أعمدة (CSV)",
    },
    language: "لغة الأسماء",
    languageHint: "مثل en أو fr: تُجمع نسخ قائمة الأمم المتحدة بلغاتها واحدة بعد أخرى.",
    told: "ما لا يقوله FollowTheMoney وCSV",
    toldHint: "الصيغ الأخرى تقوله بنفسها.",
    list: "اسم القائمة",
    listHint: "حروف لاتينية صغيرة وأرقام وشرطات، بها تبدأ العناوين. وللقائمة الاسم نفسه في المرة القادمة.",
    wording: "كلمات التنويه بلغة الأسماء",
    from: "منذ متى، حيث لا يقول السطر",
    fromHint: "لصيغة CSV فقط.",
    columns: "CSV: ما في كل عمود",
    columnsHint: "عنوان العمود كما يكتبه الملف. تُفصل الأسماء في الخانة الواحدة بـ ; أو |.",
    column: {
      id: "رقمها في القائمة",
      name: "الاسم",
      alias: "أسماء أخرى",
      acronym: "الاختصار",
      weak: "أسماء ضعيفة يُسأل عنها",
      from: "أول يوم",
      until: "أول يوم لا يسري فيه",
      authority: "من قرر",
      decision: "القرار",
      wording: "كلمات التنويه",
      reference: "أين يُقرأ",
    },
    file: "الملف",
    fileHint: (megabytes) => `${megabytes} ميغابايت على الأكثر. ما زاد يُدخل بالأمر dateline register import.`,
    read: "قراءة ومقارنة",
    refusals: {
      "no-file": "اختر ملفًا.",
      format: "لا تُعرف صيغة الملف من شكله. اذكر صيغته.",
      list: "سمِّ القائمة بحروف لاتينية صغيرة وأرقام وشرطات.",
      jurisdiction: "اذكر برمز قصير قرارات من هي.",
      wording: "اذكر كلمات التنويه.",
      from: "لا يوم كهذا.",
      "too-large": "الملف أكبر مما يقبله قسم التحرير.",
      problem: "ليست هذه قائمة يمكن إدخالها.",
    },
    unchanged: "لم يتغير شيء. اختر الملف مرة أخرى بعد إصلاحه.",
  },
  vanished: {
    title: "لم تعد في قوائمها",
    introduction:
      "كانت هذه في قائمة ولم تعد فيها. قد يكون القرار انتهى، وقد يكون في القائمة خطأ: يبقى نافذًا حتى تقرر. وما تقرره يُسجَّل.",
    none: "لم يغب شيء عن قائمة.",
    gone: (list, day) => `ليست في القائمة ${list} منذ ${day}`,
    end: "أول يوم لا يسري فيه",
    endHint: "يُذكر في القرار الذي أنهاه.",
    ended: (name) => `انتهى: ${name}`,
    holds: (name) => `ما زال نافذًا: ${name}`,
    badDay: "اذكر في أي يوم انتهى، لا قبل أول يوم له.",
    endName: (name) => `نهاية: ${name}`,
  },
  days: {
    title: "أيام قادمة",
    introduction:
      "قرارات تبدأ أو تنتهي بالتقويم، عند منتصف ليل كل طبعة. وفي ذلك اليوم تُطبع الصفحات من جديد من تلقاء نفسها.",
    none: "لا قرار يبدأ أو ينتهي في يوم معروف.",
    turns: { begins: (whose) => `يبدأ: ${whose}`, ends: (whose) => `ينتهي: ${whose}` },
    stories: counted("ar", {
      zero: "لا تُذكر في أي مادة",
      one: "تُذكر في مادة واحدة",
      two: "تُذكر في مادتين",
      few: "تُذكر في {n} مواد",
      many: "تُذكر في {n} مادة",
      other: "تُذكر في {n} مادة",
    }),
    look: "أي المواد تتغير؟",
    lookAt: (day) => `أي المواد تتغير في ${day}؟`,
    another: "يوم آخر",
    soon: (day) => `في ${day} تبدأ قرارات أو تنتهي: أي المواد تتغير؟`,
    noDay: "اذكر أي يوم.",
    ofDay: (day) => `التنويهات في ${day}`,
    sentence: "ما يختلف في ذلك اليوم عن اليوم، إن لم يتغير شيء آخر قبله.",
  },
};

export const register: Spoken<RegisterWords> = { en, ru, ar };
