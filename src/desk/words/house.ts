/** The words of the house: what an agency says of itself, and what its pages stand in. */
import type { EditionField } from "#agency/editions/actions.ts";
import type { PlaceRefusal } from "#agency/editions/places.ts";
import type { PageRefusal } from "#agency/pages/pages.ts";
import type { Forgotten } from "#agency/retention/retention.ts";
import type { Light } from "#agency/settings/colours.ts";
import type { MailSecurity, MailTest } from "#agency/settings/mail.ts";
import type { LegalFact } from "#agency/settings/queries.ts";
import type { LabelPolicy, Surface } from "#text/labels/labels.ts";
import type { Spoken } from "./spoken.ts";

/** The parts of the house, each a page. */
export type HousePart =
  | "agency"
  | "editions"
  | "sections"
  | "topics"
  | "people"
  | "menus"
  | "pages"
  | "mail"
  | "retention"
  | "two-people"
  | "quotations"
  | "replies"
  | "advice"
  | "embed"
  | "clients"
  | "wire"
  | "pre-flight";

export type HouseWords = {
  readonly title: string;
  readonly parts: Readonly<Record<HousePart, { readonly title: string; readonly sentence: string }>>;
  readonly editions: string;
  readonly keep: string;
  readonly preview: string;
  readonly add: string;
  readonly remove: string;
  readonly unset: string;
  readonly nothing: string;
  readonly earlier: (name: string) => string;
  readonly later: (name: string) => string;
  /** What was kept by somebody else after the form was opened. */
  readonly changedMeanwhile: (name: string) => string;
  readonly fields: {
    readonly name: string;
    readonly address: string;
    readonly addressHint: string;
    readonly description: string;
    readonly office: string;
    readonly about: string;
    readonly aboutHint: string;
    readonly title: string;
    readonly text: string;
    readonly textHint: string;
  };
  readonly pages: {
    readonly write: (title: string) => string;
    readonly usual: Readonly<Record<string, string>>;
    readonly free: string;
    readonly notYet: string;
    readonly hidden: string;
    readonly hide: string;
    readonly show: string;
    readonly see: string;
    readonly history: string;
    readonly historyOf: (title: string) => string;
    readonly historySentence: string;
    readonly restore: string;
    readonly restored: string;
    readonly first: string;
    readonly same: string;
    readonly madeBy: (name: string, moment: string) => string;
    readonly yours: string;
    readonly theirs: string;
    readonly refusals: Readonly<Record<PageRefusal, string>>;
  };
  readonly agency: {
    readonly names: string;
    readonly name: string;
    readonly nameIn: (edition: string) => string;
    readonly nameHint: string;
    readonly motto: string;
    readonly mottoIn: (edition: string) => string;
    readonly logo: string;
    readonly logoHint: string;
    readonly noLogo: string;
    readonly badLogo: string;
    readonly contact: string;
    readonly contactHint: string;
    readonly noContact: string;
    readonly badContact: string;
    readonly colours: string;
    readonly coloursHint: string;
    readonly accents: Readonly<Record<Light, string>>;
    readonly usual: (colour: string) => string;
    readonly badColour: string;
    readonly lowContrast: (contrast: string, nearest: string) => string;
    readonly legal: string;
    readonly legalHint: string;
    readonly facts: Readonly<Record<LegalFact, string>>;
    readonly tooLong: string;
  };
  readonly edition: {
    readonly order: string;
    readonly addTitle: string;
    readonly change: (name: string) => string;
    readonly code: string;
    readonly codeHint: string;
    readonly codeIs: (code: string) => string;
    readonly badCode: string;
    readonly takenCode: string;
    readonly language: string;
    readonly languageHint: string;
    readonly timeZone: string;
    readonly timeZoneHint: string;
    readonly dateOrder: string;
    readonly dateOrders: Readonly<Record<"day-first" | "month-first", string>>;
    readonly datelineStyle: string;
    readonly jurisdictions: string;
    readonly jurisdictionsHint: string;
    readonly others: string;
    readonly othersHint: string;
    readonly labels: string;
    readonly scope: string;
    readonly scopes: Readonly<Record<LabelPolicy["scope"], string>>;
    readonly style: string;
    readonly styles: Readonly<Record<LabelPolicy["style"], string>>;
    readonly quotations: string;
    readonly quotationPlaces: Readonly<Record<LabelPolicy["quotations"], string>>;
    readonly asOf: string;
    readonly days: Readonly<Record<"today" | "publication" | "day", string>>;
    readonly asOfDay: string;
    readonly surfacesTitle: string;
    readonly surfaces: Readonly<Record<Surface, string>>;
    readonly article: string;
    readonly previewOn: string;
    readonly previewTitle: string;
    readonly previewSame: string;
    readonly previewHint: string;
    readonly refusals: Readonly<Record<EditionField, string>>;
  };
  readonly mail: {
    readonly byOperator: string;
    readonly host: string;
    readonly hostHint: string;
    readonly port: string;
    readonly portHint: string;
    readonly security: string;
    readonly securities: Readonly<Record<MailSecurity, string>>;
    readonly user: string;
    readonly password: string;
    readonly passwordHint: string;
    readonly passwordKept: string;
    readonly forget: string;
    readonly from: string;
    readonly fromHint: string;
    readonly testTitle: string;
    readonly testSentence: (from: string, to: string) => string;
    readonly test: string;
    readonly noServer: string;
    readonly outcomes: Readonly<Record<MailTest["outcome"], (to: string, moment: string) => string>>;
    readonly refusals: Readonly<Record<"host" | "port" | "from" | "tooLong", string>>;
  };
  readonly retention: {
    readonly introduction: string;
    readonly kinds: Readonly<Record<Forgotten, { readonly title: string; readonly sentence: string }>>;
    readonly wouldGo: (count: number) => string;
    readonly count: string;
    readonly badDays: (least: number, most: number) => string;
    readonly days: (count: number) => string;
  };
  readonly twoPeople: {
    readonly introduction: string;
    readonly on: string;
    readonly states: Readonly<Record<"on" | "off", string>>;
  };
  readonly menus: {
    readonly head: string;
    readonly foot: string;
    readonly footHint: string;
    readonly addSection: string;
    readonly addPage: string;
    readonly addLink: string;
    readonly linkText: string;
    readonly linkHref: string;
    readonly linkHint: string;
    readonly badLink: string;
    readonly tooMany: string;
    readonly none: string;
    readonly usual: string;
    readonly takeOut: (name: string) => string;
  };
  readonly places: {
    readonly refusals: Readonly<Record<PlaceRefusal, string>>;
    readonly stories: (count: number) => string;
    readonly inUse: (name: string, count: number) => string;
    readonly addSection: string;
    readonly addTopic: string;
    readonly addPerson: string;
    readonly change: (name: string) => string;
    readonly removeNamed: (name: string) => string;
    readonly mergeInto: string;
    readonly merge: string;
    readonly mergeHint: string;
  };
};

const en: HouseWords = {
  title: "The house",
  parts: {
    agency: { title: "Agency", sentence: "Name, motto, contact, colours, legal facts." },
    editions: { title: "Editions", sentence: "Language, time zone, datelines, labels." },
    sections: { title: "Sections", sentence: "What the stories of an edition are divided into." },
    topics: { title: "Topics", sentence: "What stories are about, across sections." },
    people: { title: "People on pages", sentence: "Authors and what readers learn about them." },
    menus: { title: "Menus", sentence: "What stands at the head and the foot of every page." },
    pages: { title: "Standing pages", sentence: "About, how we work, contact, imprint, privacy." },
    mail: { title: "Mail", sentence: "The server that takes letters, and who they come from." },
    retention: { title: "Retention", sentence: "How long what is not published is kept." },
    "two-people": { title: "Two-person rule", sentence: "Whether who wrote a text may publish it alone." },
    quotations: {
      title: "Quotations for readers",
      sentence: "Whether readers see how quotations compare with sources.",
    },
    replies: { title: "Replies", sentence: "When they close, how slowly they come, whose are trusted." },
    advice: {
      title: "Advice on replies",
      sentence: "A classifier of your own, and Akismet: they advise and never decide.",
    },
    embed: { title: "Replies on other sites", sentence: "Which sites that reprint you may show replies, too." },
    clients: {
      title: "Clients of the wire",
      sentence: "Who takes it, how it is sent to them, and what they have read.",
    },
    wire: { title: "The wire", sentence: "Rights, terms, trust.txt and hubs." },
    "pre-flight": { title: "Pre-flight rules", sentence: "What holds a story up, and what is asked about." },
  },
  editions: "Editions",
  keep: "Keep",
  preview: "Preview",
  add: "Add",
  remove: "Remove",
  unset: "not set",
  nothing: "none yet",
  earlier: (name) => `${name}: one place up`,
  later: (name) => `${name}: one place down`,
  changedMeanwhile: (name) =>
    `${name} has changed this meanwhile. What you typed still stands here; look at it once more and keep it if it should hold.`,
  fields: {
    name: "Name",
    address: "Address",
    addressHint: "Small Latin letters, figures and hyphens. It is never changed afterwards.",
    description: "Description",
    office: "Office",
    about: "About",
    aboutHint: "An empty line begins a new paragraph.",
    title: "Title",
    text: "Text",
    textHint: "Markdown: ## before a heading, - before a point of a list, [words](address) for a link.",
  },
  pages: {
    write: (title) => `Write: ${title}`,
    usual: {
      about: "About",
      "how-we-work": "How we work",
      contact: "Contact",
      imprint: "Imprint",
      privacy: "Privacy",
    },
    free: "Another page",
    notYet: "not written yet",
    hidden: "hidden from readers",
    hide: "Hide from readers",
    show: "Show to readers",
    see: "See it",
    history: "History",
    historyOf: (title) => `History: ${title}`,
    historySentence: "What this page said, newest first, and what each change did. Nothing of it is ever removed.",
    restore: "Bring this text back",
    restored: "This is the earlier text. Readers see it once you keep it.",
    first: "The first text.",
    same: "The words are the same.",
    madeBy: (name, moment) => `${name}, ${moment}`,
    yours: "What you typed",
    theirs: "What stands there now",
    refusals: {
      "no-title": "A page needs a title.",
      "long-title": "A title has at most 120 characters.",
      "bad-slug": "An address has small Latin letters, figures and hyphens, such as our-history.",
      "taken-slug": "That address is taken, or is a word Dateline needs itself. Choose another one.",
      "no-text": "The page has no text yet.",
    },
  },
  agency: {
    names: "Name and motto",
    name: "Name of the agency",
    nameIn: (edition) => `Name in ${edition}`,
    nameHint: "Where it is empty, the name of the agency stands.",
    motto: "Motto",
    mottoIn: (edition) => `Motto in ${edition}`,
    logo: "Logo",
    logoHint: "A picture of the library; send one there first. It stands before the name.",
    noLogo: "No logo",
    badLogo: "That picture is not in the library.",
    contact: "Where readers write to",
    contactHint: "An address of mail, or of a page that begins with https://. It is printed in the foot of every page.",
    noContact: "Readers are not told where to write to.",
    badContact: "That is neither an address of mail nor a page that begins with https://.",
    colours: "Colours",
    coloursHint: "The accent is the colour of section names, of the current place and of focus.",
    accents: { light: "Accent in the light", dark: "Accent in the dark" },
    usual: (colour) => `Such as ${colour}, which stands there while this is empty.`,
    badColour: "A colour has six figures after #, such as #9c2a1a.",
    lowContrast: (contrast, nearest) =>
      `It stands out with ${contrast} to 1 where 4.5 to 1 is needed to read it. The nearest colour that holds is ${nearest}.`,
    legal: "What the law asks for",
    legalHint: "Printed on the imprint. What is empty is not printed.",
    facts: {
      "legal-name": "Publisher",
      address: "Address",
      responsible: "Responsible for the content",
      registration: "Registered under",
    },
    tooLong: "That is longer than 200 characters.",
  },
  edition: {
    order: "In the order of the menus. The first is the one readers meet at the address of the site.",
    addTitle: "Add an edition",
    change: (name) => `Edition: ${name}`,
    code: "Code",
    codeHint: "The first step of its addresses, such as en or pt-br. It is never changed afterwards.",
    codeIs: (code) => `Its addresses begin with /${code}/, for good.`,
    badCode: "A code has small Latin letters, figures and hyphens, and is no word Dateline needs itself.",
    takenCode: "There is an edition with that code already.",
    language: "Language",
    languageHint: "Such as en, ru or pt-BR.",
    timeZone: "Time zone",
    timeZoneHint: "Such as Europe/Riga. Days begin, and stories come out, by its clock.",
    dateOrder: "How 02/03/2018 in its copy is read",
    dateOrders: { "day-first": "2 March: the day first", "month-first": "3 February: the month first" },
    datelineStyle: "Dateline",
    jurisdictions: "Whose designations it labels",
    jurisdictionsHint: "Those of your register. None: it labels nobody.",
    others: "Others",
    othersHint: "Codes that are not in the register yet, with commas between.",
    labels: "Labels",
    scope: "Where a label stands",
    scopes: {
      every: "After every mention",
      first: "After the first mention in a story",
      section: "After the first mention in each part of a story",
      document: "Once, in a notice at the end",
      none: "Nowhere",
    },
    style: "How it looks",
    styles: {
      inline: "In brackets after the name",
      note: "A mark, and a note at the end",
      abbr: "Shown with the name",
    },
    quotations: "A name inside a quotation",
    quotationPlaces: {
      after: "The label follows the quotation",
      inside: "The label stands inside, in square brackets",
    },
    asOf: "Whose day counts",
    days: { today: "Today", publication: "The day a story came out", day: "One day for all" },
    asOfDay: "That day",
    surfacesTitle: "Where names are labelled",
    surfaces: {
      headline: "Headlines",
      standfirst: "Standfirsts",
      body: "Text",
      caption: "Captions",
      alt: "Alternative texts",
      feed: "Feeds",
      wire: "Wire",
      mail: "Letters",
      social: "Social cards",
      push: "Push messages",
      excerpt: "Excerpts and search results",
      print: "On paper",
    },
    article: "A story to try it on",
    previewOn: "Try on this story",
    previewTitle: "What changes in this story",
    previewSame: "This story prints the same.",
    previewHint: "Nothing is kept yet. What goes is struck out, what comes is underlined.",
    refusals: {
      name: "An edition needs a name of at most 80 characters.",
      language: "That is not a language; use a code such as en, ru or pt-BR.",
      "time-zone": "That is not a time zone; use a name such as Europe/Riga or UTC.",
      "dateline-style": "That is not a dateline style.",
      jurisdictions: "A jurisdiction has Latin letters, figures and hyphens, at most 20, such as ru or un.",
      "as-of": "Choose a day.",
    },
  },
  mail: {
    byOperator:
      "The operator has set a mail server outside the store (DATELINE_SMTP), and letters go through that one. What is set here is used once that is taken away.",
    host: "Mail server",
    hostHint: "Its name, such as mail.example.org. Empty: no letters are sent, and the desk shows links instead.",
    port: "Port",
    portHint: "Empty: the usual one.",
    security: "How the way there is kept private",
    securities: {
      tls: "Encrypted from the first word (TLS)",
      starttls: "Encrypted after a greeting (STARTTLS), else nothing is sent",
      plain: "Not at all: only for a server on this machine",
    },
    user: "User",
    password: "Password",
    passwordHint: "It is kept encrypted; the key is a file that stands neither in the store nor in its backups.",
    passwordKept: "One is kept. It is never shown; type another one to change it.",
    forget: "Forget the password that is kept",
    from: "Letters come from",
    fromHint: "An address of mail. Empty: desk, at the address of the site.",
    testTitle: "A test letter",
    testSentence: (from, to) => `It goes from ${from} to you, at ${to}.`,
    test: "Send me a test letter",
    noServer: "No mail server is set, so there is nothing to try.",
    outcomes: {
      waiting: (to, moment) =>
        `A test letter to ${to} has been waiting since ${moment}. Load this page again in a moment.`,
      sent: (to, moment) => `The server took the test letter to ${to} at ${moment}.`,
      refused: (to, moment) => `The test letter to ${to} did not leave at ${moment}. What the server said:`,
    },
    refusals: {
      host: "That is not the name of a server; use one such as mail.example.org.",
      port: "A port is a number from 1 to 65535.",
      from: "That is not an address of mail.",
      tooLong: "That is longer than 200 characters.",
    },
  },
  retention: {
    introduction:
      "Once a day what is older than this is forgotten. Nothing that was published is ever removed, and neither is any other act of the log.",
    kinds: {
      drafts: {
        title: "Earlier drafts, in days",
        sentence: "Texts that never came out and that newer ones of the same story have followed.",
      },
      previews: { title: "Preview links after their end, in days", sentence: "They open nothing any more." },
      "sign-ins": { title: "Who signed in and out, in days", sentence: "The entries of the log about it." },
      jobs: { title: "Work that is done, in days", sentence: "What the house has sent, checked and sorted by itself." },
      wire: {
        title: "The wire as it came in, in days",
        sentence: "Copy nobody used and no channel carries any more.",
      },
    },
    wouldGo: (count) => `Would go now: ${count}.`,
    count: "Count what would go",
    badDays: (least, most) => `Say a number of days from ${least} to ${most}.`,
    days: (count) => `days: ${count}`,
  },
  twoPeople: {
    introduction:
      "While it is on, nobody brings out alone what they wrote themselves: somebody else has to say that the text is ready, and to have seen that very text.",
    on: "Two people for every text",
    states: { on: "On", off: "Off" },
  },
  menus: {
    head: "At the head",
    foot: "At the foot",
    footHint: "Front page, archive, search, people and labels always stand there.",
    addSection: "Add a section",
    addPage: "Add a page",
    addLink: "Add the link",
    linkText: "Words of a link",
    linkHref: "Where it leads",
    linkHint: "A path such as /en/about, or an address that begins with https://.",
    badLink: "A link needs words, at most 60 characters, and a path of this site or an https address.",
    tooMany: "A menu has at most 20 entries.",
    none: "Nothing stands here.",
    usual: "Back to the usual menu",
    takeOut: (name) => `Take ${name} out`,
  },
  places: {
    refusals: {
      "no-name": "It needs a name.",
      "long-name": "A name has at most 80 characters, a description at most 500.",
      "bad-slug": "An address has small Latin letters, figures and hyphens, such as world-news.",
      "taken-slug": "That address is taken. Choose another one.",
    },
    stories: (count) => `stories: ${count}`,
    inUse: (name, count) => `${name} cannot be removed: stories that stand in it: ${count}. Move them first.`,
    addSection: "Add a section",
    addTopic: "Add a topic",
    addPerson: "Add a person",
    change: (name) => `Change: ${name}`,
    removeNamed: (name) => `Remove ${name}`,
    mergeInto: "Put its stories under",
    merge: "Merge",
    mergeHint: "The topic goes; its address leads to the other one from then on.",
  },
};

const ru: HouseWords = {
  title: "Настройки",
  parts: {
    agency: { title: "Агентство", sentence: "Название, девиз, связь, цвета, выходные данные." },
    editions: { title: "Издания", sentence: "Язык, часовой пояс, выходная строка, пометки." },
    sections: { title: "Разделы", sentence: "На что делятся материалы издания." },
    topics: { title: "Темы", sentence: "О чём материалы, независимо от раздела." },
    people: { title: "Люди на страницах", sentence: "Авторы и то, что о них узнают читатели." },
    menus: { title: "Меню", sentence: "Что стоит вверху и внизу каждой страницы." },
    pages: {
      title: "Постоянные страницы",
      sentence: "Об агентстве, как мы работаем, связь, выходные данные, данные читателей.",
    },
    mail: { title: "Почта", sentence: "Сервер, который принимает письма, и от кого они." },
    retention: { title: "Сроки хранения", sentence: "Сколько хранится то, что не опубликовано." },
    "two-people": { title: "Правило двух человек", sentence: "Может ли автор текста выпустить его один." },
    quotations: { title: "Цитаты для читателей", sentence: "Видят ли читатели, как цитаты соотносятся с источниками." },
    replies: { title: "Отклики", sentence: "Когда закрываются, как часто приходят, кому доверяют." },
    advice: {
      title: "Советы об откликах",
      sentence: "Собственный классификатор и Akismet: советуют и никогда не решают.",
    },
    embed: {
      title: "Отклики на других сайтах",
      sentence: "Каким сайтам, которые вас перепечатывают, можно показывать и отклики.",
    },
    clients: { title: "Клиенты ленты", sentence: "Кто берёт ленту, как она им отправляется и что ими прочитано." },
    wire: { title: "Лента", sentence: "Права, условия, trust.txt и хабы." },
    "pre-flight": { title: "Правила проверки", sentence: "Что задерживает материал и о чём спрашивают." },
  },
  editions: "Издания",
  keep: "Сохранить",
  preview: "Посмотреть",
  add: "Добавить",
  remove: "Удалить",
  unset: "не задано",
  nothing: "пока нет",
  earlier: (name) => `${name}: на одно место выше`,
  later: (name) => `${name}: на одно место ниже`,
  changedMeanwhile: (name) =>
    `Тем временем это изменил другой сотрудник: ${name}. Набранное вами стоит здесь; посмотрите ещё раз и сохраните, если оно верно.`,
  fields: {
    name: "Название",
    address: "Адрес",
    addressHint: "Строчные латинские буквы, цифры и дефисы. Потом не меняется.",
    description: "Описание",
    office: "Должность",
    about: "О человеке",
    aboutHint: "Пустая строка начинает новый абзац.",
    title: "Заголовок",
    text: "Текст",
    textHint: "Markdown: ## перед подзаголовком, - перед пунктом списка, [слова](адрес) для ссылки.",
  },
  pages: {
    write: (title) => `Написать: ${title}`,
    usual: {
      about: "Об агентстве",
      "how-we-work": "Как мы работаем",
      contact: "Связь",
      imprint: "Выходные данные",
      privacy: "Данные читателей",
    },
    free: "Другая страница",
    notYet: "ещё не написана",
    hidden: "скрыта от читателей",
    hide: "Скрыть от читателей",
    show: "Показать читателям",
    see: "Открыть",
    history: "История",
    historyOf: (title) => `История: ${title}`,
    historySentence: "Что говорила эта страница, начиная с последнего, и что изменилось. Отсюда ничего не удаляется.",
    restore: "Вернуть этот текст",
    restored: "Это прежний текст. Читатели увидят его, когда вы его сохраните.",
    first: "Первый текст.",
    same: "Слова те же.",
    madeBy: (name, moment) => `${name}, ${moment}`,
    yours: "Что набрали вы",
    theirs: "Что стоит сейчас",
    refusals: {
      "no-title": "Странице нужен заголовок.",
      "long-title": "В заголовке не больше 120 знаков.",
      "bad-slug": "В адресе строчные латинские буквы, цифры и дефисы, например our-history.",
      "taken-slug": "Этот адрес занят или нужен самой программе. Выберите другой.",
      "no-text": "На странице ещё нет текста.",
    },
  },
  agency: {
    names: "Название и девиз",
    name: "Название агентства",
    nameIn: (edition) => `Название в издании «${edition}»`,
    nameHint: "Если пусто, стоит название агентства.",
    motto: "Девиз",
    mottoIn: (edition) => `Девиз в издании «${edition}»`,
    logo: "Логотип",
    logoHint: "Снимок из собрания; сначала загрузите его туда. Стоит перед названием.",
    noLogo: "Без логотипа",
    badLogo: "Такого снимка в собрании нет.",
    contact: "Куда пишут читатели",
    contactHint: "Адрес почты или страницы, который начинается с https://. Стоит внизу каждой страницы.",
    noContact: "Читателям не сказано, куда писать.",
    badContact: "Это не адрес почты и не страница, которая начинается с https://.",
    colours: "Цвета",
    coloursHint: "Этим цветом печатаются названия разделов, текущее место и рамка выбора.",
    accents: { light: "Цвет на светлом", dark: "Цвет на тёмном" },
    usual: (colour) => `Например ${colour}: он стоит, пока здесь пусто.`,
    badColour: "В цвете шесть знаков после #, например #9c2a1a.",
    lowContrast: (contrast, nearest) =>
      `Контраст ${contrast} к 1, а для чтения нужно 4,5 к 1. Ближайший подходящий цвет — ${nearest}.`,
    legal: "Чего требует закон",
    legalHint: "Печатается в выходных данных. Пустое не печатается.",
    facts: {
      "legal-name": "Издатель",
      address: "Адрес",
      responsible: "Ответственный за содержание",
      registration: "Регистрация",
    },
    tooLong: "Здесь больше 200 знаков.",
  },
  edition: {
    order: "В порядке меню. Первое издание читатели видят по адресу сайта.",
    addTitle: "Добавить издание",
    change: (name) => `Издание: ${name}`,
    code: "Код",
    codeHint: "Первая часть адресов, например en или pt-br. Потом не меняется.",
    codeIs: (code) => `Адреса издания начинаются с /${code}/, и это навсегда.`,
    badCode: "В коде строчные латинские буквы, цифры и дефисы, и это не слово, нужное самой программе.",
    takenCode: "Издание с таким кодом уже есть.",
    language: "Язык",
    languageHint: "Например en, ru или pt-BR.",
    timeZone: "Часовой пояс",
    timeZoneHint: "Например Europe/Riga. По нему начинаются дни и выходят материалы.",
    dateOrder: "Как читать 02/03/2018 в текстах",
    dateOrders: { "day-first": "2 марта: сначала день", "month-first": "3 февраля: сначала месяц" },
    datelineStyle: "Выходная строка",
    jurisdictions: "Чьи решения помечаются",
    jurisdictionsHint: "Из вашего реестра. Ни одного: издание никого не помечает.",
    others: "Другие",
    othersHint: "Коды, которых ещё нет в реестре, через запятую.",
    labels: "Пометки",
    scope: "Где стоит пометка",
    scopes: {
      every: "После каждого упоминания",
      first: "После первого упоминания в материале",
      section: "После первого упоминания в каждой части материала",
      document: "Один раз, в конце материала",
      none: "Нигде",
    },
    style: "Как она выглядит",
    styles: { inline: "В скобках после названия", note: "Знак и сноска в конце", abbr: "Показывается при названии" },
    quotations: "Название внутри цитаты",
    quotationPlaces: { after: "Пометка стоит после цитаты", inside: "Пометка стоит внутри, в квадратных скобках" },
    asOf: "На какой день",
    days: { today: "На сегодня", publication: "На день выхода материала", day: "На один день для всех" },
    asOfDay: "Этот день",
    surfacesTitle: "Где помечаются названия",
    surfaces: {
      headline: "Заголовки",
      standfirst: "Подзаголовки",
      body: "Текст",
      caption: "Подписи",
      alt: "Описания снимков",
      feed: "Подписки RSS и Atom",
      wire: "Лента агентства",
      mail: "Письма",
      social: "Карточки для соцсетей",
      push: "Уведомления",
      excerpt: "Выдержки и результаты поиска",
      print: "На бумаге",
    },
    article: "На каком материале попробовать",
    previewOn: "Попробовать на нём",
    previewTitle: "Что изменится в этом материале",
    previewSame: "Этот материал печатается так же.",
    previewHint: "Пока ничего не сохранено. Исчезнувшее зачёркнуто, новое подчёркнуто.",
    refusals: {
      name: "Изданию нужно название, не больше 80 знаков.",
      language: "Такого языка нет; укажите код, например en, ru или pt-BR.",
      "time-zone": "Такого часового пояса нет; укажите имя, например Europe/Riga или UTC.",
      "dateline-style": "Такого вида выходной строки нет.",
      jurisdictions: "В коде юрисдикции латинские буквы, цифры и дефисы, не больше 20, например ru или un.",
      "as-of": "Выберите день.",
    },
  },
  mail: {
    byOperator:
      "Почтовый сервер задан вне хранилища (DATELINE_SMTP), и письма идут через него. Заданное здесь начнёт действовать, когда ту настройку уберут.",
    host: "Почтовый сервер",
    hostHint: "Его имя, например mail.example.org. Пусто: письма не отправляются, редакция показывает ссылки сама.",
    port: "Порт",
    portHint: "Пусто: обычный.",
    security: "Как защищена связь с ним",
    securities: {
      tls: "Шифруется с первого слова (TLS)",
      starttls: "Шифруется после приветствия (STARTTLS), иначе ничего не отправляется",
      plain: "Никак: только для сервера на этой же машине",
    },
    user: "Пользователь",
    password: "Пароль",
    passwordHint: "Хранится зашифрованным; ключ лежит в файле, которого нет ни в хранилище, ни в его копиях.",
    passwordKept: "Пароль сохранён. Он не показывается; чтобы сменить его, наберите другой.",
    forget: "Забыть сохранённый пароль",
    from: "От кого письма",
    fromHint: "Адрес почты. Пусто: desk на адресе сайта.",
    testTitle: "Пробное письмо",
    testSentence: (from, to) => `Оно уйдёт с адреса ${from} вам, на ${to}.`,
    test: "Отправить мне пробное письмо",
    noServer: "Почтовый сервер не задан, пробовать нечего.",
    outcomes: {
      waiting: (to, moment) => `Пробное письмо на ${to} ждёт отправки (${moment}). Обновите страницу через минуту.`,
      sent: (to, moment) => `Сервер принял пробное письмо на ${to} (${moment}).`,
      refused: (to, moment) => `Пробное письмо на ${to} не ушло (${moment}). Что сказал сервер:`,
    },
    refusals: {
      host: "Это не имя сервера; укажите имя вида mail.example.org.",
      port: "Порт — число от 1 до 65535.",
      from: "Это не адрес почты.",
      tooLong: "Здесь больше 200 знаков.",
    },
  },
  retention: {
    introduction:
      "Раз в день всё, что старше, забывается. Опубликованное не удаляется никогда, остальные записи журнала тоже.",
    kinds: {
      drafts: {
        title: "Прежние черновики, дней",
        sentence: "Тексты, которые не выходили и за которыми в том же материале последовали новые.",
      },
      previews: { title: "Ссылки для просмотра после их срока, дней", sentence: "Они уже ничего не открывают." },
      "sign-ins": { title: "Кто входил и выходил, дней", sentence: "Записи журнала об этом." },
      jobs: { title: "Выполненная работа, дней", sentence: "Что программа сама отправила, проверила и разобрала." },
      wire: {
        title: "Пришедшее по ленте, дней",
        sentence: "Тексты, которые никто не взял и которых больше нет ни в одном канале.",
      },
    },
    wouldGo: (count) => `Сейчас ушло бы: ${count}.`,
    count: "Посчитать, что уйдёт",
    badDays: (least, most) => `Укажите число дней от ${least} до ${most}.`,
    days: (count) => `дней: ${count}`,
  },
  twoPeople: {
    introduction:
      "Пока правило включено, никто не выпускает один то, что сам писал: готовность должен подтвердить другой человек, и именно этого текста.",
    on: "Два человека на каждый текст",
    states: { on: "Включено", off: "Выключено" },
  },
  menus: {
    head: "Вверху",
    foot: "Внизу",
    footHint: "Первая полоса, архив, поиск, люди и пометки стоят там всегда.",
    addSection: "Добавить раздел",
    addPage: "Добавить страницу",
    addLink: "Добавить ссылку",
    linkText: "Слова ссылки",
    linkHref: "Куда она ведёт",
    linkHint: "Путь, например /ru/about, или адрес, который начинается с https://.",
    badLink: "Ссылке нужны слова, не больше 60 знаков, и путь на этом сайте или адрес https.",
    tooMany: "В меню не больше 20 строк.",
    none: "Здесь ничего нет.",
    usual: "Вернуть обычное меню",
    takeOut: (name) => `Убрать: ${name}`,
  },
  places: {
    refusals: {
      "no-name": "Нужно название.",
      "long-name": "В названии не больше 80 знаков, в описании не больше 500.",
      "bad-slug": "В адресе строчные латинские буквы, цифры и дефисы, например world-news.",
      "taken-slug": "Этот адрес занят. Выберите другой.",
    },
    stories: (count) => `материалов: ${count}`,
    inUse: (name, count) => `«${name}» нельзя удалить, материалов здесь: ${count}. Сначала перенесите их.`,
    addSection: "Добавить раздел",
    addTopic: "Добавить тему",
    addPerson: "Добавить человека",
    change: (name) => `Изменить: ${name}`,
    removeNamed: (name) => `Удалить: ${name}`,
    mergeInto: "Перенести её материалы в тему",
    merge: "Объединить",
    mergeHint: "Тема исчезнет, а её адрес поведёт к другой.",
  },
};

const ar: HouseWords = {
  title: "الإعدادات",
  parts: {
    agency: { title: "الوكالة", sentence: "الاسم والشعار ووسيلة الاتصال والألوان والبيانات القانونية." },
    editions: { title: "الطبعات", sentence: "اللغة والمنطقة الزمنية وسطر المكان والعلامات." },
    sections: { title: "الأقسام", sentence: "ما تتوزع عليه مواد الطبعة." },
    topics: { title: "المواضيع", sentence: "ما تدور حوله المواد في كل الأقسام." },
    people: { title: "أشخاص الصفحات", sentence: "الكتّاب وما يعرفه القراء عنهم." },
    menus: { title: "القوائم", sentence: "ما يظهر في رأس كل صفحة وأسفلها." },
    pages: { title: "الصفحات الثابتة", sentence: "من نحن وكيف نعمل والاتصال وبيانات النشر والخصوصية." },
    mail: { title: "البريد", sentence: "الخادم الذي يتسلم الرسائل واسم مرسلها." },
    retention: { title: "مدة الحفظ", sentence: "كم يُحفظ ما لم يُنشر." },
    "two-people": { title: "قاعدة الشخصين", sentence: "هل ينشر كاتب النص نصه وحده." },
    quotations: { title: "الاقتباسات للقراء", sentence: "هل يرى القراء كيف تقابل الاقتباسات مصادرها." },
    replies: { title: "الردود", sentence: "متى تُغلق، وكم تبطئ، وبمن يوثق." },
    advice: { title: "نصائح بشأن الردود", sentence: "مصنِّف خاص بكم وAkismet: ينصحان ولا يقرران أبدًا." },
    embed: { title: "الردود في مواقع أخرى", sentence: "أي المواقع التي تعيد نشر موادكم تستطيع أن تعرض الردود أيضًا." },
    clients: { title: "عملاء خدمة الأخبار", sentence: "من يأخذ الخدمة، وكيف تُرسل إليه، وماذا قرأ." },
    wire: { title: "خدمة الأخبار", sentence: "الحقوق والشروط وtrust.txt والمحاور." },
    "pre-flight": { title: "قواعد الفحص", sentence: "ما يمنع صدور المادة وما يُسأل عنه." },
  },
  editions: "الطبعات",
  keep: "حفظ",
  preview: "معاينة",
  add: "إضافة",
  remove: "حذف",
  unset: "غير محدد",
  nothing: "لا شيء بعد",
  earlier: (name) => `${name}: إلى أعلى`,
  later: (name) => `${name}: إلى أسفل`,
  changedMeanwhile: (name) =>
    `غيّر ${name} هذا في أثناء ذلك. ما كتبته ما زال هنا، فانظر فيه مرة أخرى واحفظه إن كان صحيحًا.`,
  fields: {
    name: "الاسم",
    address: "العنوان",
    addressHint: "حروف لاتينية صغيرة وأرقام وشرطات. لا يتغير بعد ذلك.",
    description: "الوصف",
    office: "الصفة",
    about: "نبذة",
    aboutHint: "السطر الفارغ يبدأ فقرة جديدة.",
    title: "العنوان الرئيسي",
    text: "النص",
    textHint: "ماركداون: ## قبل العنوان الفرعي، و- قبل بند القائمة، و[كلمات](عنوان) للرابط.",
  },
  pages: {
    write: (title) => `كتابة: ${title}`,
    usual: {
      about: "من نحن",
      "how-we-work": "كيف نعمل",
      contact: "الاتصال",
      imprint: "بيانات النشر",
      privacy: "الخصوصية",
    },
    free: "صفحة أخرى",
    notYet: "لم تُكتب بعد",
    hidden: "مخفية عن القراء",
    hide: "إخفاء عن القراء",
    show: "إظهار للقراء",
    see: "عرض",
    history: "السجل",
    historyOf: (title) => `السجل: ${title}`,
    historySentence: "ما قالته هذه الصفحة من الأحدث إلى الأقدم، وما فعله كل تغيير. لا يُحذف من ذلك شيء.",
    restore: "استعادة هذا النص",
    restored: "هذا هو النص السابق. يراه القراء بعد أن تحفظه.",
    first: "النص الأول.",
    same: "الكلمات لم تتغير.",
    madeBy: (name, moment) => `${name}، ${moment}`,
    yours: "ما كتبته",
    theirs: "ما هو موجود الآن",
    refusals: {
      "no-title": "تحتاج الصفحة إلى عنوان.",
      "long-title": "لا يزيد العنوان على 120 حرفًا.",
      "bad-slug": "يتكون العنوان من حروف لاتينية صغيرة وأرقام وشرطات، مثل our-history.",
      "taken-slug": "هذا العنوان مستعمل أو يحتاج إليه البرنامج. اختر غيره.",
      "no-text": "لا نص في الصفحة بعد.",
    },
  },
  agency: {
    names: "الاسم والشعار",
    name: "اسم الوكالة",
    nameIn: (edition) => `الاسم في طبعة ${edition}`,
    nameHint: "إن بقي فارغًا ظهر اسم الوكالة.",
    motto: "الشعار",
    mottoIn: (edition) => `الشعار في طبعة ${edition}`,
    logo: "الشارة",
    logoHint: "صورة من المكتبة، فارفعها إليها أولًا. تظهر قبل الاسم.",
    noLogo: "بلا شارة",
    badLogo: "ليست هذه الصورة في المكتبة.",
    contact: "إلى أين يكتب القراء",
    contactHint: "عنوان بريد، أو صفحة تبدأ بـ https://. يظهر أسفل كل صفحة.",
    noContact: "لا يعرف القراء إلى أين يكتبون.",
    badContact: "هذا ليس عنوان بريد ولا صفحة تبدأ بـ https://.",
    colours: "الألوان",
    coloursHint: "بهذا اللون تُطبع أسماء الأقسام والمكان الحالي وإطار الاختيار.",
    accents: { light: "اللون في الوضع الفاتح", dark: "اللون في الوضع الداكن" },
    usual: (colour) => `مثل ${colour}، وهو المستعمل ما دام الحقل فارغًا.`,
    badColour: "يتكون اللون من ستة رموز بعد #، مثل #9c2a1a.",
    lowContrast: (contrast, nearest) =>
      `تباينه ${contrast} إلى 1، والقراءة تحتاج إلى 4.5 إلى 1. أقرب لون يفي بذلك هو ${nearest}.`,
    legal: "ما يطلبه القانون",
    legalHint: "يُطبع في صفحة بيانات النشر. ما بقي فارغًا لا يُطبع.",
    facts: {
      "legal-name": "الناشر",
      address: "العنوان",
      responsible: "المسؤول عن المحتوى",
      registration: "رقم التسجيل",
    },
    tooLong: "هذا أطول من 200 حرف.",
  },
  edition: {
    order: "بترتيب القوائم. الأولى هي التي يراها القراء عند عنوان الموقع.",
    addTitle: "إضافة طبعة",
    change: (name) => `الطبعة: ${name}`,
    code: "الرمز",
    codeHint: "أول جزء من عناوينها، مثل en أو pt-br. لا يتغير بعد ذلك.",
    codeIs: (code) => `تبدأ عناوينها بـ /${code}/ دائمًا.`,
    badCode: "يتكون الرمز من حروف لاتينية صغيرة وأرقام وشرطات، وليس كلمة يحتاج إليها البرنامج.",
    takenCode: "توجد طبعة بهذا الرمز.",
    language: "اللغة",
    languageHint: "مثل en أو ru أو pt-BR.",
    timeZone: "المنطقة الزمنية",
    timeZoneHint: "مثل Europe/Riga. بساعتها تبدأ الأيام وتصدر المواد.",
    dateOrder: "كيف تُقرأ 02/03/2018 في نصوصها",
    dateOrders: { "day-first": "2 مارس: اليوم أولًا", "month-first": "3 فبراير: الشهر أولًا" },
    datelineStyle: "سطر المكان والتاريخ",
    jurisdictions: "قرارات من توضع لها العلامات",
    jurisdictionsHint: "من سجلكم. إن لم يُختر شيء فلا علامات.",
    others: "غيرها",
    othersHint: "رموز ليست في السجل بعد، تفصل بينها فواصل.",
    labels: "العلامات",
    scope: "أين تظهر العلامة",
    scopes: {
      every: "بعد كل ذكر",
      first: "بعد أول ذكر في المادة",
      section: "بعد أول ذكر في كل جزء من المادة",
      document: "مرة واحدة في آخر المادة",
      none: "لا تظهر",
    },
    style: "كيف تبدو",
    styles: { inline: "بين قوسين بعد الاسم", note: "إشارة وحاشية في الآخر", abbr: "تظهر مع الاسم" },
    quotations: "اسم داخل اقتباس",
    quotationPlaces: { after: "العلامة بعد الاقتباس", inside: "العلامة داخله بين قوسين معقوفين" },
    asOf: "في أي يوم",
    days: { today: "اليوم", publication: "يوم صدور المادة", day: "يوم واحد للجميع" },
    asOfDay: "ذلك اليوم",
    surfacesTitle: "أين توضع العلامات",
    surfaces: {
      headline: "العناوين",
      standfirst: "المقدمات",
      body: "النص",
      caption: "تعليقات الصور",
      alt: "أوصاف الصور",
      feed: "الخلاصات",
      wire: "البرقيات",
      mail: "الرسائل",
      social: "بطاقات الشبكات",
      push: "الإشعارات",
      excerpt: "المقتطفات ونتائج البحث",
      print: "على الورق",
    },
    article: "مادة للتجربة",
    previewOn: "جرّب على هذه المادة",
    previewTitle: "ما يتغير في هذه المادة",
    previewSame: "تُطبع هذه المادة كما هي.",
    previewHint: "لم يُحفظ شيء بعد. ما يزول مشطوب، وما يُضاف تحته خط.",
    refusals: {
      name: "تحتاج الطبعة إلى اسم لا يزيد على 80 حرفًا.",
      language: "هذه ليست لغة، استعمل رمزًا مثل en أو ru أو pt-BR.",
      "time-zone": "هذه ليست منطقة زمنية، استعمل اسمًا مثل Europe/Riga أو UTC.",
      "dateline-style": "لا يوجد سطر كهذا.",
      jurisdictions: "يتكون رمز الولاية من حروف لاتينية وأرقام وشرطات لا تزيد على 20، مثل ru أو un.",
      "as-of": "اختر يومًا.",
    },
  },
  mail: {
    byOperator: "حدد المشغّل خادم بريد خارج المخزن (DATELINE_SMTP) والرسائل تمر به. ما يُحدد هنا يُستعمل حين يُزال ذلك.",
    host: "خادم البريد",
    hostHint: "اسمه، مثل mail.example.org. إن بقي فارغًا لا تُرسل رسائل، وتعرض هيئة التحرير الروابط بنفسها.",
    port: "المنفذ",
    portHint: "إن بقي فارغًا فالمنفذ المعتاد.",
    security: "كيف تُصان الطريق إليه",
    securities: {
      tls: "مشفرة من أول كلمة (TLS)",
      starttls: "مشفرة بعد التحية (STARTTLS)، وإلا فلا يُرسل شيء",
      plain: "لا تُصان: لخادم على هذا الجهاز فقط",
    },
    user: "المستخدم",
    password: "كلمة السر",
    passwordHint: "تُحفظ مشفرة، ومفتاحها ملف ليس في المخزن ولا في نسخه الاحتياطية.",
    passwordKept: "كلمة السر محفوظة ولا تُعرض أبدًا. اكتب غيرها لتغييرها.",
    forget: "انسَ كلمة السر المحفوظة",
    from: "الرسائل من",
    fromHint: "عنوان بريد. إن بقي فارغًا فهو desk عند عنوان الموقع.",
    testTitle: "رسالة تجريبية",
    testSentence: (from, to) => `تُرسل من ${from} إليك على ${to}.`,
    test: "أرسل إليّ رسالة تجريبية",
    noServer: "لم يُحدد خادم بريد، فلا شيء يُجرَّب.",
    outcomes: {
      waiting: (to, moment) => `تنتظر الرسالة التجريبية إلى ${to} منذ ${moment}. أعد تحميل الصفحة بعد قليل.`,
      sent: (to, moment) => `تسلّم الخادم الرسالة التجريبية إلى ${to} في ${moment}.`,
      refused: (to, moment) => `لم تخرج الرسالة التجريبية إلى ${to} في ${moment}. ما قاله الخادم:`,
    },
    refusals: {
      host: "هذا ليس اسم خادم، استعمل اسمًا مثل mail.example.org.",
      port: "المنفذ رقم من 1 إلى 65535.",
      from: "هذا ليس عنوان بريد.",
      tooLong: "هذا أطول من 200 حرف.",
    },
  },
  retention: {
    introduction: "مرة في اليوم يُنسى ما هو أقدم من ذلك. لا يُحذف شيء نُشر أبدًا، ولا أي قيد آخر في السجل.",
    kinds: {
      drafts: {
        title: "المسودات السابقة، بالأيام",
        sentence: "نصوص لم تصدر وتلتها نصوص أحدث للمادة نفسها.",
      },
      previews: { title: "روابط المعاينة بعد انتهائها، بالأيام", sentence: "لم تعد تفتح شيئًا." },
      "sign-ins": { title: "من دخل ومن خرج، بالأيام", sentence: "قيود السجل عن ذلك." },
      jobs: { title: "الأعمال المنجزة، بالأيام", sentence: "ما أرسله البرنامج وفحصه ورتبه بنفسه." },
      wire: {
        title: "الوارد كما جاء، بالأيام",
        sentence: "النصوص التي لم يستخدمها أحد ولم تعد أي قناة تحملها.",
      },
    },
    wouldGo: (count) => `ما يزول الآن: ${count}.`,
    count: "عدّ ما سيزول",
    badDays: (least, most) => `اذكر عدد أيام من ${least} إلى ${most}.`,
    days: (count) => `الأيام: ${count}`,
  },
  twoPeople: {
    introduction:
      "ما دامت القاعدة سارية لا يُصدر أحد وحده ما كتبه بنفسه: لا بد أن يقول شخص آخر إن النص جاهز، وأن يكون قد رأى هذا النص بعينه.",
    on: "شخصان لكل نص",
    states: { on: "سارية", off: "غير سارية" },
  },
  menus: {
    head: "في الرأس",
    foot: "في الأسفل",
    footHint: "الصفحة الأولى والأرشيف والبحث والأشخاص والعلامات تظهر هناك دائمًا.",
    addSection: "إضافة قسم",
    addPage: "إضافة صفحة",
    addLink: "إضافة الرابط",
    linkText: "كلمات الرابط",
    linkHref: "إلى أين يقود",
    linkHint: "مسار مثل /ar/about، أو عنوان يبدأ بـ https://.",
    badLink: "يحتاج الرابط إلى كلمات لا تزيد على 60 حرفًا وإلى مسار في هذا الموقع أو عنوان https.",
    tooMany: "لا تزيد القائمة على 20 بندًا.",
    none: "لا شيء هنا.",
    usual: "العودة إلى القائمة المعتادة",
    takeOut: (name) => `إزالة ${name}`,
  },
  places: {
    refusals: {
      "no-name": "لا بد من اسم.",
      "long-name": "لا يزيد الاسم على 80 حرفًا والوصف على 500.",
      "bad-slug": "يتكون العنوان من حروف لاتينية صغيرة وأرقام وشرطات، مثل world-news.",
      "taken-slug": "هذا العنوان مستعمل. اختر غيره.",
    },
    stories: (count) => `عدد المواد: ${count}`,
    inUse: (name, count) => `لا يمكن حذف «${name}»، فعدد المواد فيه: ${count}. انقلها أولًا.`,
    addSection: "إضافة قسم",
    addTopic: "إضافة موضوع",
    addPerson: "إضافة شخص",
    change: (name) => `تغيير: ${name}`,
    removeNamed: (name) => `حذف ${name}`,
    mergeInto: "نقل مواده إلى موضوع",
    merge: "دمج",
    mergeHint: "يزول الموضوع ويقود عنوانه إلى الآخر.",
  },
};

export const house: Spoken<HouseWords> = { en, ru, ar };
