/** The words of the wire as it comes in: the queue, an item with its versions, and the channels it comes by. */
import type { ChannelKind, ChannelProblem, ChannelState } from "#agency/wire-in/channels.ts";
import type { MailSecurity } from "#agency/wire-in/mailbox.ts";
import type { Alarm } from "#agency/wire-in/matching.ts";
import type { ItemState } from "#agency/wire-in/queries.ts";
import type { WhyUnread } from "#text/wire/read/wire.ts";
import type { WireSignal, WireStatus } from "#text/wire/story.ts";
import type { Spoken } from "./spoken.ts";

type Words<Name extends string> = Readonly<Record<Name, string>>;

export type UseRefusal = "killed" | "edition" | "headline";

export type WireWords = {
  readonly title: string;
  readonly introduction: string;
  readonly find: string;
  readonly channel: string;
  readonly everyChannel: string;
  readonly language: string;
  readonly everyLanguage: string;
  readonly state: string;
  readonly everyState: string;
  readonly states: Words<ItemState>;
  readonly show: string;
  readonly none: string;
  readonly noChannels: string;
  readonly older: string;
  readonly toChannels: string;
  readonly versions: (n: number) => string;
  readonly heldUntil: (time: string) => string;
  readonly statuses: Words<Exclude<WireStatus, "usable">>;
  readonly signals: Words<WireSignal>;
  readonly untitled: string;
  readonly alarms: string;
  readonly alarmsHint: string;
  readonly alarm: Words<Alarm>;
  readonly alarmsWaiting: (n: number) => string;
  readonly seen: string;
  readonly ignore: string;
  readonly ignored: string;
  readonly bringBack: string;
  readonly use: string;
  readonly useTitle: string;
  readonly useHint: string;
  readonly useIn: string;
  readonly translateHint: (language: string) => string;
  readonly refused: Words<UseRefusal>;
  /** What came with a story and is not in its draft. */
  readonly leftOut: Words<
    "title" | "introduction" | "author" | "section" | "topic" | "picture" | "inLibrary" | "many" | "fetch" | "fileGone"
  > & { readonly notFetched: (why: string) => string };
  readonly uses: string;
  readonly facts: Words<
    | "cameBy"
    | "provider"
    | "origin"
    | "authors"
    | "dateline"
    | "rights"
    | "terms"
    | "embargo"
    | "note"
    | "page"
    | "sources"
    | "topics"
    | "arrived"
    | "said"
    | "version"
    | "format"
  >;
  readonly copy: string;
  readonly corrections: string;
  readonly pictures: string;
  readonly picturesHint: string;
  readonly history: string;
  readonly holds: string;
  readonly compare: string;
  readonly difference: string;
  readonly from: string;
  readonly to: string;
  readonly back: string;
  readonly fromWire: string;
  readonly channels: {
    readonly title: string;
    readonly introduction: string;
    readonly add: string;
    readonly kinds: Words<ChannelKind>;
    readonly kindHints: Words<ChannelKind>;
    readonly states: Words<ChannelState>;
    readonly fields: Words<
      | "name"
      | "feed"
      | "folder"
      | "host"
      | "port"
      | "security"
      | "user"
      | "password"
      | "mailFolder"
      | "days"
      | "senders"
      | "marksSeen"
      | "language"
      | "edition"
      | "holder"
      | "terms"
      | "every"
    >;
    readonly hints: Words<
      | "feed"
      | "folder"
      | "host"
      | "port"
      | "password"
      | "passwordKept"
      | "mailFolder"
      | "senders"
      | "language"
      | "terms"
      | "every"
    >;
    readonly securities: Words<MailSecurity>;
    readonly anyEdition: string;
    readonly keep: string;
    readonly test: string;
    readonly tested: (n: number) => string;
    readonly testedNone: string;
    readonly testedLetters: (n: number, days: number) => string;
    readonly passed: (n: number) => string;
    readonly because: Words<WhyUnread>;
    /** Follows a sentence that says that a page is no feed. */
    readonly namesFeed: (address: string) => string;
    /** Files of a folder that lie in `failed` now, and the last of them. */
    readonly aside: (n: number, name: string, why: string) => string;
    readonly mail: Words<
      "mail-plain" | "mail-tls" | "mail-password" | "mail-folder" | "mail-gone" | "mail-garbled" | "mail-locked"
    >;
    readonly failed: (why: string) => string;
    readonly unread: (why: string) => string;
    readonly problems: Words<ChannelProblem>;
    readonly pause: string;
    readonly resume: string;
    readonly askNow: string;
    readonly health: string;
    readonly asked: string;
    readonly heard: string;
    readonly never: string;
    readonly next: string;
    readonly failures: (n: number) => string;
    readonly lastProblem: string;
    readonly moved: (from: string) => string;
    readonly gone: string;
    readonly hub: Words<"asked" | "held" | "refused">;
    readonly items: string;
    readonly settings: string;
    readonly token: string;
    readonly tokenHint: string;
    readonly makeToken: string;
    readonly tokenMade: string;
    readonly noToken: string;
    readonly well: string;
    readonly ill: string;
  };
};

export const wire: Spoken<WireWords> = {
  en: {
    title: "Wire",
    introduction:
      "What agencies, feeds and correspondents send. The same copy stands here once, whichever channels bring it.",
    find: "Words",
    channel: "Channel",
    everyChannel: "Every channel",
    language: "Language",
    everyLanguage: "Every language",
    state: "State",
    everyState: "Everything",
    states: { new: "New", used: "Used", ignored: "Ignored" },
    show: "Show",
    none: "Nothing of this kind has come in.",
    noChannels: "No channel is set up yet: feeds, a watched folder, a mailbox or an address to send to.",
    older: "Older",
    toChannels: "Channels",
    versions: (n) => `Version ${n}`,
    heldUntil: (time) => `Embargo until ${time}`,
    statuses: { withheld: "Withheld", canceled: "Killed" },
    signals: {
      update: "Update",
      correction: "Correction",
      clarification: "Clarification",
      retraction: "Retraction",
      kill: "Kill",
    },
    untitled: "Without a headline",
    alarms: "Changed after you used it",
    alarmsHint:
      "Stories were made of this copy. Look at what changed, mend or withdraw the story, then say that you have seen it.",
    alarm: {
      kill: "Killed or withheld: do not use it",
      correction: "Corrected",
      embargo: "Its embargo was changed",
      update: "Updated",
    },
    alarmsWaiting: (n) =>
      n === 1
        ? "One item of the wire changed after it was used"
        : `${n} items of the wire changed after they were used`,
    seen: "I have seen it",
    ignore: "Ignore",
    ignored: "Ignored.",
    bringBack: "Take that back",
    use: "Make a draft",
    useTitle: "Make a draft of it",
    useHint:
      "The draft brings the pictures, authors, section and topics that came, names where the copy came from, rests on it as a source, and keeps its embargo.",
    useIn: "For which edition",
    translateHint: (language) =>
      `The copy is in another language (${language}): the draft holds it as it came, to be translated in place.`,
    refused: {
      killed: "This item was killed or withheld by its sender. No draft is made of it.",
      edition: "Choose the edition the draft is for.",
      headline: "This item holds no words a draft could be made of.",
    },
    leftOut: {
      title: "Not in the draft",
      introduction: "This came with the copy and has no place here yet. The copy itself:",
      author: "Named as authors there, and nobody of this edition:",
      section: "Its section there, which is none of this edition:",
      topic: "Topics there that are none of this edition:",
      picture: "A picture:",
      inLibrary: "It is in the library now.",
      many: "More pictures came than are fetched at once. Fetch the others now.",
      fileGone: "the file is not in the folder any more",
      notFetched: (why) => `It could not be fetched: ${why}.`,
      fetch: "Fetch the pictures into the library",
    },
    uses: "Made of it",
    facts: {
      cameBy: "Came by",
      provider: "Sent by",
      origin: "Came from",
      authors: "By",
      dateline: "Dateline",
      rights: "Rights",
      terms: "Terms of use",
      embargo: "Embargo until",
      note: "Note to desks",
      page: "Its page",
      sources: "Sources",
      topics: "Topics",
      arrived: "Arrived",
      said: "Made",
      version: "Version",
      format: "Format",
    },
    copy: "The copy",
    corrections: "Corrections",
    pictures: "Pictures",
    picturesHint: "They come along into the draft and the library, with their credit and terms.",
    history: "Versions",
    holds: "holds now",
    compare: "Compare",
    difference: "What changed",
    from: "From",
    to: "to",
    back: "Back to the wire",
    fromWire: "From the wire",
    channels: {
      title: "Channels of the wire",
      introduction: "Where copy comes from. What fails is asked less and less often, and says here why.",
      add: "Add a channel",
      kinds: { feed: "Feed", folder: "Watched folder", webhook: "Sent to an address", mailbox: "Mailbox" },
      kindHints: {
        feed: "RSS, Atom or JSON Feed, or a file in a format of wires, asked for by its address.",
        folder: "Files put into a folder of this server, below “wire” in Dateline’s data directory.",
        webhook: "A sender’s system posts each story to an address that holds a token.",
        mailbox: "Letters to an address of the newsroom’s own, read over IMAP. They stay where they are.",
      },
      states: { on: "On", paused: "Paused", gone: "Gone" },
      fields: {
        name: "Name",
        feed: "Address of the feed",
        folder: "Name of the folder",
        host: "Server",
        port: "Port",
        security: "Encryption",
        user: "Name to sign in with",
        password: "Password",
        mailFolder: "Folder of the mailbox",
        days: "At the first look, letters of the last … days",
        senders: "Who is let in",
        marksSeen: "Mark letters as read once they are kept",
        language: "Language of copy that does not say its own",
        edition: "Edition its drafts are for",
        holder: "Rights holder",
        terms: "Terms of use",
        every: "Ask every … minutes",
      },
      hints: {
        feed: "https://agency.example/feed.xml",
        folder: "One name, without a path: agency",
        host: "imap.agency.example",
        port: "Empty: 993, or 143 with STARTTLS.",
        password: "It is kept sealed and never shown again; after a try it has to be typed once more.",
        passwordKept: "Empty: the one that is kept. For another server or name it has to be typed again.",
        mailFolder: "As the server calls it: INBOX",
        senders:
          "Addresses, or @agency.example for everybody there, one a line. Empty: everybody. Whoever writes can forge an address.",
        language: "For example en, ru, pt-BR",
        terms: "What the newsroom has agreed with the sender; shown with every item that brings none of its own.",
        every: "Empty: as often as the feed asks for, every quarter of an hour at most. From 5 to 10080.",
      },
      securities: { tls: "TLS", starttls: "STARTTLS", none: "None (only to this machine or hosts in wire_private)" },
      anyEdition: "Chosen for each draft",
      keep: "Keep",
      test: "Try it",
      tested: (n) =>
        n === 1
          ? "It answers, and one item can be read. Nothing has been kept yet."
          : `It answers, and ${n} items can be read. Nothing has been kept yet.`,
      testedNone: "It answers, and holds no item just now. Nothing has been kept yet.",
      failed: (why) => `It could not be read: ${why}.`,
      unread: (why) => `the answer is in no format that is known here (${why})`,
      testedLetters: (n, days) =>
        `It answers, and holds ${n === 1 ? "one letter" : `${n} letters`} of the last ${days === 1 ? "day" : `${days} days`}. Nothing has been kept yet: type the password again to keep the channel.`,
      passed: (n) =>
        n === 1
          ? "One letter was passed over: it is larger than 10 MB or cannot be read. It is still in the mailbox."
          : `${n} letters were passed over: they are larger than 10 MB or cannot be read. They are still in the mailbox.`,
      because: {
        empty: "it is empty",
        large: "it is larger than 32 MB",
        many: "it has more than 20,000 stories",
        "no-text": "it is no text, or damaged",
        "no-json": "it begins like JSON and breaks off, or is damaged",
        "no-story": "there is no story in it",
        "no-format": "it is in no format that is known here",
        page: "it is a page for readers, and no feed",
        deep: "it is XML made larger or deeper than any story is",
      },
      namesFeed: (address) => `The page names this feed: ${address}`,
      aside: (n, name, why) =>
        n === 1
          ? `One file could not be read and lies in “failed” now: ${name} (${why}).`
          : `${n} files could not be read and lie in “failed” now, the last of them ${name} (${why}).`,
      mail: {
        "mail-plain": "without encryption nothing is sent to a server of the public network",
        "mail-tls": "the connection could not be encrypted, or its certificate is not that of this server",
        "mail-password": "the server refuses the name or the password",
        "mail-folder": "the mailbox has no such folder, or it may not be opened",
        "mail-gone": "the letter it came in is not in the mailbox any more",
        "mail-garbled": "the server answers what nobody could read, or far too much",
        "mail-locked": "the password cannot be opened with the key of this install; type it again",
      },
      problems: {
        name: "Give the channel a name.",
        address: "Write the whole address of the feed, with https:// before it.",
        folder: "Write one name of letters, figures, spaces, dots or dashes, without a slash.",
        mailbox: "Write the server without a path, a port from 1 to 65535, the name to sign in with and the folder.",
        password: "Type the password.",
        days: "Write a number of days from 1 to 365.",
        senders: "Write one whole address a line, or @ and a domain.",
        language: "Write a language as its short code: en, ru, pt-BR.",
        every: "Write a number of minutes from 5 to 10080, or nothing.",
        long: "One of the fields is too long. Shorten the name to 100 signs, rights and terms together to 1,000.",
        taken: "There is a channel for this already.",
      },
      pause: "Pause",
      resume: "Go on",
      askNow: "Ask it now",
      health: "How it is",
      asked: "Last asked",
      heard: "Last answered well",
      never: "never",
      next: "Asked again",
      failures: (n) => (n === 1 ? "It has failed once." : `It has failed ${n} times in a row.`),
      lastProblem: "The last failure",
      moved: (from) => `It has moved here for good from ${from}.`,
      gone: "Its server says that it is gone for good. It is not asked any more. Give it another address, or go on to ask once more.",
      hub: {
        asked: "Its hub has been asked to tell at once.",
        held: "Its hub tells at once.",
        refused: "Its hub refused; it is asked now and then instead.",
      },
      items: "What it brought",
      settings: "Settings",
      token: "Address to send to",
      tokenHint:
        "The sender posts a story as it is (ninjs, NewsML, NITF, RSS, Atom, text) to this address. Whoever has it can send here: pass it on as you would a password.",
      makeToken: "Make a new address",
      tokenMade: "This address is shown this once. The one before it opens nothing any more.",
      noToken: "There is no address yet.",
      well: "Answers",
      ill: "Fails",
    },
  },
  ru: {
    title: "Лента",
    introduction:
      "Что присылают агентства, ленты и корреспонденты. Один и тот же текст стоит здесь один раз, сколько бы каналов его ни принесло.",
    find: "Слова",
    channel: "Канал",
    everyChannel: "Все каналы",
    language: "Язык",
    everyLanguage: "Все языки",
    state: "Состояние",
    everyState: "Всё",
    states: { new: "Новые", used: "Взятые", ignored: "Отложенные" },
    show: "Показать",
    none: "Ничего такого не приходило.",
    noChannels: "Каналов пока нет: лента, папка, почтовый ящик или адрес для отправки.",
    older: "Раньше",
    toChannels: "Каналы",
    versions: (n) => `Версия ${n}`,
    heldUntil: (time) => `Эмбарго до ${time}`,
    statuses: { withheld: "Придержано", canceled: "Аннулировано" },
    signals: {
      update: "Обновление",
      correction: "Исправление",
      clarification: "Уточнение",
      retraction: "Опровержение",
      kill: "Аннулировано",
    },
    untitled: "Без заголовка",
    alarms: "Изменилось после того, как было взято",
    alarmsHint:
      "Из этого текста сделаны материалы. Посмотрите, что изменилось, исправьте или снимите материал и отметьте, что видели это.",
    alarm: {
      kill: "Аннулировано или придержано: не использовать",
      correction: "Исправлено",
      embargo: "Эмбарго изменено",
      update: "Обновлено",
    },
    alarmsWaiting: (n) => `Изменилось после того, как было взято с ленты: ${n}`,
    seen: "Видел(а)",
    ignore: "Отложить",
    ignored: "Отложено.",
    bringBack: "Вернуть",
    use: "Сделать черновик",
    useTitle: "Сделать из этого черновик",
    useHint:
      "В черновик входят пришедшие снимки, авторы, рубрика и темы; в нём указано, откуда текст, он опирается на него как на источник и сохраняет эмбарго.",
    useIn: "Для какого издания",
    translateHint: (language) =>
      `Текст на другом языке (${language}): в черновике он стоит как пришёл, чтобы перевести на месте.`,
    refused: {
      killed: "Отправитель аннулировал или придержал этот текст. Черновик из него не делается.",
      edition: "Выберите издание, для которого черновик.",
      headline: "Здесь нет слов, из которых можно сделать черновик.",
    },
    leftOut: {
      title: "Не вошло в черновик",
      introduction: "Это пришло вместе с текстом и пока не имеет здесь места. Сам текст:",
      author: "Названы там авторами, но в этом издании их нет:",
      section: "Рубрика там, которой нет в этом издании:",
      topic: "Темы там, которых нет в этом издании:",
      picture: "Снимок:",
      inLibrary: "Теперь он среди снимков.",
      many: "Снимков пришло больше, чем забирают за раз. Заберите остальные сейчас.",
      fileGone: "файла в папке больше нет",
      notFetched: (why) => `Забрать его не удалось: ${why}.`,
      fetch: "Забрать снимки в библиотеку",
    },
    uses: "Сделано из этого",
    facts: {
      cameBy: "Пришло по каналам",
      provider: "Прислал",
      origin: "Откуда",
      authors: "Авторы",
      dateline: "Место и дата",
      rights: "Права",
      terms: "Условия использования",
      embargo: "Эмбарго до",
      note: "Заметка редакциям",
      page: "Страница",
      sources: "Источники",
      topics: "Темы",
      arrived: "Пришло",
      said: "Создано",
      version: "Версия",
      format: "Формат",
    },
    copy: "Текст",
    corrections: "Исправления",
    pictures: "Снимки",
    picturesHint: "Они берутся в черновик и в библиотеку вместе с авторством и условиями.",
    history: "Версии",
    holds: "действует",
    compare: "Сравнить",
    difference: "Что изменилось",
    from: "С",
    to: "по",
    back: "К ленте",
    fromWire: "С ленты",
    channels: {
      title: "Каналы ленты",
      introduction: "Откуда приходят тексты. Что не отвечает, спрашивают всё реже, и здесь видно почему.",
      add: "Добавить канал",
      kinds: { feed: "Лента", folder: "Папка", webhook: "Отправка на адрес", mailbox: "Почтовый ящик" },
      kindHints: {
        feed: "RSS, Atom, JSON Feed или файл в формате лент агентств, который запрашивают по адресу.",
        folder: "Файлы, положенные в папку на этом сервере, внутри «wire» в каталоге данных.",
        webhook: "Система отправителя посылает каждый текст на адрес с секретом.",
        mailbox: "Письма на адрес редакции, которые читаются по IMAP. В ящике они остаются.",
      },
      states: { on: "Включён", paused: "Приостановлен", gone: "Исчез" },
      fields: {
        name: "Название",
        feed: "Адрес ленты",
        folder: "Имя папки",
        host: "Сервер",
        port: "Порт",
        security: "Шифрование",
        user: "Имя для входа",
        password: "Пароль",
        mailFolder: "Папка ящика",
        days: "В первый раз — письма за последние … дней",
        senders: "Кого впускать",
        marksSeen: "Отмечать сохранённые письма прочитанными",
        language: "Язык текстов, которые его не называют",
        edition: "Издание, для которого черновики",
        holder: "Правообладатель",
        terms: "Условия использования",
        every: "Спрашивать каждые … минут",
      },
      hints: {
        feed: "https://agency.example/feed.xml",
        folder: "Одно имя, без пути: agency",
        host: "imap.agency.example",
        port: "Пусто: 993, а со STARTTLS 143.",
        password: "Хранится запечатанным и больше не показывается; после проверки его нужно набрать снова.",
        passwordKept: "Пусто: тот, что сохранён. Для другого сервера или имени его нужно набрать снова.",
        mailFolder: "Как её называет сервер: INBOX",
        senders:
          "Адреса или @agency.example для всех оттуда, по одному в строке. Пусто: всех. Адрес отправителя можно подделать.",
        language: "Например en, ru, pt-BR",
        terms: "О чём редакция договорилась с отправителем; показывается у каждого текста без своих условий.",
        every: "Пусто: как просит сама лента, не чаще раза в четверть часа. От 5 до 10080.",
      },
      securities: { tls: "TLS", starttls: "STARTTLS", none: "Нет (только этот компьютер или узлы из wire_private)" },
      anyEdition: "Выбирается для каждого черновика",
      keep: "Сохранить",
      test: "Проверить",
      tested: (n) => `Отвечает, прочитано текстов: ${n}. Пока ничего не сохранено.`,
      testedNone: "Отвечает, но сейчас в ней ничего нет. Пока ничего не сохранено.",
      failed: (why) => `Прочитать не удалось: ${why}.`,
      unread: (why) => `ответ не в известном здесь формате (${why})`,
      testedLetters: (n, days) =>
        `Отвечает. Писем: ${n}, за дней: ${days}. Пока ничего не сохранено: чтобы сохранить канал, наберите пароль снова.`,
      because: {
        empty: "там пусто",
        large: "там больше 32 МБ",
        many: "там больше 20 000 материалов",
        "no-text": "это не текст, или он повреждён",
        "no-json": "начинается как JSON и обрывается или повреждено",
        "no-story": "там нет ни одного материала",
        "no-format": "такой формат здесь неизвестен",
        page: "это страница для читателей, а не лента",
        deep: "этот XML больше или глубже, чем бывает материал",
      },
      namesFeed: (address) => `На странице указана лента: ${address}`,
      aside: (n, name, why) =>
        `Файлов, которые не удалось прочесть: ${n}. Они лежат в папке «failed»; последний — ${name} (${why}).`,
      passed: (n) => `Пропущено писем: ${n}. Они больше 10 МБ или не читаются и остались в ящике.`,
      mail: {
        "mail-plain": "без шифрования серверу в открытой сети ничего не отправляется",
        "mail-tls": "соединение не удалось зашифровать, или его сертификат не от этого сервера",
        "mail-password": "сервер не принимает имя или пароль",
        "mail-folder": "в ящике нет такой папки, или её нельзя открыть",
        "mail-gone": "письма, в котором он пришёл, в ящике больше нет",
        "mail-garbled": "ответ сервера нельзя прочесть, или он слишком велик",
        "mail-locked": "пароль не открывается ключом этой установки; наберите его снова",
      },
      problems: {
        name: "Назовите канал.",
        address: "Напишите полный адрес ленты, с https:// в начале.",
        folder: "Напишите одно имя из букв, цифр, пробелов, точек или дефисов, без косой черты.",
        mailbox: "Напишите сервер без пути, порт от 1 до 65535, имя для входа и папку.",
        password: "Наберите пароль.",
        days: "Напишите число дней от 1 до 365.",
        senders: "Пишите в строке один адрес целиком или @ и домен.",
        language: "Напишите язык коротким кодом: en, ru, pt-BR.",
        every: "Напишите число минут от 5 до 10080 или ничего.",
        long: "Одно из полей слишком длинное. Сократите название до 100 знаков, права и условия вместе — до 1000.",
        taken: "Такой канал уже есть.",
      },
      pause: "Приостановить",
      resume: "Продолжить",
      askNow: "Спросить сейчас",
      health: "Состояние",
      asked: "Последний запрос",
      heard: "Последний хороший ответ",
      never: "никогда",
      next: "Следующий запрос",
      failures: (n) => `Неудач подряд: ${n}.`,
      lastProblem: "Последняя неудача",
      moved: (from) => `Переехала сюда насовсем с ${from}.`,
      gone: "Сервер сообщает, что её больше нет. Её больше не спрашивают. Дайте другой адрес или продолжите, чтобы спросить ещё раз.",
      hub: {
        asked: "Её хаб попросили сообщать сразу.",
        held: "Её хаб сообщает сразу.",
        refused: "Её хаб отказал; её спрашивают время от времени.",
      },
      items: "Что принёс",
      settings: "Настройки",
      token: "Адрес для отправки",
      tokenHint:
        "Отправитель посылает текст как есть (ninjs, NewsML, NITF, RSS, Atom, простой текст) на этот адрес. Кто его знает, может посылать сюда: передавайте его как пароль.",
      makeToken: "Сделать новый адрес",
      tokenMade: "Этот адрес показывается один раз. Прежний больше ничего не открывает.",
      noToken: "Адреса пока нет.",
      well: "Отвечает",
      ill: "Не отвечает",
    },
  },
  ar: {
    title: "الوارد",
    introduction:
      "ما ترسله الوكالات والخلاصات والمراسلون. النص الواحد يظهر هنا مرة واحدة، مهما تعددت القنوات التي تحمله.",
    find: "كلمات",
    channel: "القناة",
    everyChannel: "كل القنوات",
    language: "اللغة",
    everyLanguage: "كل اللغات",
    state: "الحالة",
    everyState: "الكل",
    states: { new: "جديد", used: "مُستخدَم", ignored: "مُهمَل" },
    show: "عرض",
    none: "لم يرد شيء من هذا النوع.",
    noChannels: "لا توجد قناة بعد: خلاصة، أو مجلد مراقَب، أو عنوان يُرسَل إليه.",
    older: "الأقدم",
    toChannels: "القنوات",
    versions: (n) => `الإصدار ${n}`,
    heldUntil: (time) => `محظور النشر حتى ${time}`,
    statuses: { withheld: "مُعلَّق", canceled: "مُلغى" },
    signals: { update: "تحديث", correction: "تصحيح", clarification: "توضيح", retraction: "سحب", kill: "إلغاء" },
    untitled: "بلا عنوان",
    alarms: "تغيّر بعد استخدامه",
    alarmsHint: "كُتبت مواد من هذا النص. انظر ما تغيّر، وصحّح المادة أو اسحبها، ثم أكّد أنك رأيته.",
    alarm: {
      kill: "أُلغي أو عُلّق: لا تستخدمه",
      correction: "صُحّح",
      embargo: "تغيّر موعد رفع الحظر",
      update: "حُدّث",
    },
    alarmsWaiting: (n) => `نصوص من الوارد تغيّرت بعد استخدامها: ${n}`,
    seen: "رأيته",
    ignore: "إهمال",
    ignored: "أُهمل.",
    bringBack: "تراجع",
    use: "إنشاء مسودة",
    useTitle: "إنشاء مسودة منه",
    useHint:
      "تحمل المسودة ما ورد من صور وكُتّاب وقسم ومواضيع، وتذكر من أين جاء النص، وتستند إليه مصدرًا، وتحتفظ بموعد رفع الحظر.",
    useIn: "لأي طبعة",
    translateHint: (language) => `النص بلغة أخرى (${language}): تحمله المسودة كما ورد ليُترجَم في مكانه.`,
    refused: {
      killed: "ألغى المرسل هذا النص أو علّقه. لا تُنشأ منه مسودة.",
      edition: "اختر الطبعة التي تُنشأ لها المسودة.",
      headline: "لا توجد هنا كلمات تُنشأ منها مسودة.",
    },
    leftOut: {
      title: "لم يدخل المسودة",
      introduction: "ورد هذا مع النص ولا مكان له هنا بعد. النص نفسه:",
      author: "مذكورون هناك كُتّابًا وليسوا من هذه الطبعة:",
      section: "قسمه هناك، وليس من أقسام هذه الطبعة:",
      topic: "مواضيع هناك ليست من مواضيع هذه الطبعة:",
      picture: "صورة:",
      inLibrary: "هي الآن في مكتبة الصور.",
      many: "ورد من الصور أكثر مما يُجلب دفعة واحدة. اجلب الباقي الآن.",
      fileGone: "لم يعد الملف في المجلد",
      notFetched: (why) => `تعذّر جلبها: ${why}.`,
      fetch: "جلب الصور إلى المكتبة",
    },
    uses: "كُتب منه",
    facts: {
      cameBy: "ورد عبر",
      provider: "المرسل",
      origin: "المصدر الأصلي",
      authors: "بقلم",
      dateline: "المكان والتاريخ",
      rights: "الحقوق",
      terms: "شروط الاستخدام",
      embargo: "محظور حتى",
      note: "ملاحظة للمحررين",
      page: "صفحته",
      sources: "المصادر",
      topics: "المواضيع",
      arrived: "ورد في",
      said: "أُعدّ في",
      version: "الإصدار",
      format: "الصيغة",
    },
    copy: "النص",
    corrections: "التصحيحات",
    pictures: "الصور",
    picturesHint: "تؤخذ إلى المسودة والمكتبة مع مصدرها وشروطها.",
    history: "الإصدارات",
    holds: "الساري الآن",
    compare: "مقارنة",
    difference: "ما تغيّر",
    from: "من",
    to: "إلى",
    back: "العودة إلى الوارد",
    fromWire: "من الوارد",
    channels: {
      title: "قنوات الوارد",
      introduction: "من أين تأتي النصوص. ما يتعطل يُسأل أقل فأقل، ويظهر سبب ذلك هنا.",
      add: "إضافة قناة",
      kinds: { feed: "خلاصة", folder: "مجلد مراقَب", webhook: "إرسال إلى عنوان", mailbox: "صندوق بريد" },
      kindHints: {
        feed: "خلاصة RSS أو Atom أو JSON Feed، أو ملف بصيغة وكالات الأنباء، يُطلب بعنوانه.",
        folder: "ملفات توضع في مجلد على هذا الخادم، داخل «wire» في دليل البيانات.",
        webhook: "يرسل نظام المرسل كل نص إلى عنوان فيه رمز سري.",
        mailbox: "رسائل تصل إلى عنوان يخصّ غرفة الأخبار وتُقرأ عبر IMAP، وتبقى في مكانها.",
      },
      states: { on: "تعمل", paused: "متوقفة مؤقتًا", gone: "اختفت" },
      fields: {
        name: "الاسم",
        feed: "عنوان الخلاصة",
        folder: "اسم المجلد",
        host: "الخادم",
        port: "المنفذ",
        security: "التشفير",
        user: "اسم الدخول",
        password: "كلمة المرور",
        mailFolder: "مجلد صندوق البريد",
        days: "في المرة الأولى: رسائل آخر … يوم",
        senders: "المسموح لهم",
        marksSeen: "وسم الرسائل مقروءةً بعد حفظها",
        language: "لغة النصوص التي لا تذكر لغتها",
        edition: "الطبعة التي تُنشأ لها المسودات",
        holder: "صاحب الحقوق",
        terms: "شروط الاستخدام",
        every: "السؤال كل … دقيقة",
      },
      hints: {
        feed: "https://agency.example/feed.xml",
        folder: "اسم واحد بلا مسار: agency",
        host: "imap.agency.example",
        port: "إن تُرك فارغًا: 993، ومع STARTTLS ‏143.",
        password: "تُحفظ مختومة ولا تُعرض مرة أخرى، وتُكتب من جديد بعد التجربة.",
        passwordKept: "إن تُركت فارغة: المحفوظة. ولخادم آخر أو اسم آخر تُكتب من جديد.",
        mailFolder: "كما يسميه الخادم: INBOX",
        senders:
          "عناوين، أو ‎@agency.example لكل من هناك، واحد في كل سطر. إن تُرك فارغًا: الجميع. ويمكن تزوير عنوان المرسل.",
        language: "مثلًا en أو ru أو pt-BR",
        terms: "ما اتفقت عليه غرفة الأخبار مع المرسل؛ يظهر مع كل نص لا يحمل شروطه.",
        every: "فارغ: كما تطلب الخلاصة، ومرة كل ربع ساعة على الأكثر. من 5 إلى 10080.",
      },
      securities: { tls: "TLS", starttls: "STARTTLS", none: "بلا تشفير (هذا الجهاز أو مضيفو wire_private فقط)" },
      anyEdition: "تُختار لكل مسودة",
      keep: "حفظ",
      test: "تجربة",
      tested: (n) => `تجيب، وأمكن قراءة ${n} من النصوص. لم يُحفظ شيء بعد.`,
      testedNone: "تجيب، ولا نص فيها الآن. لم يُحفظ شيء بعد.",
      failed: (why) => `تعذّرت القراءة: ${why}.`,
      unread: (why) => `الجواب ليس بصيغة معروفة هنا (${why})`,
      testedLetters: (n, days) =>
        `يجيب. عدد الرسائل: ${n}، خلال أيام: ${days}. لم يُحفظ شيء بعد: اكتب كلمة المرور من جديد لحفظ القناة.`,
      because: {
        empty: "لا شيء فيه",
        large: "أكبر من 32 ميغابايت",
        many: "فيه أكثر من 20000 مادة",
        "no-text": "ليس نصًا أو هو تالف",
        "no-json": "يبدأ مثل JSON ثم ينقطع أو هو تالف",
        "no-story": "لا مادة فيه",
        "no-format": "صيغته غير معروفة هنا",
        page: "صفحة للقرّاء وليست خلاصة",
        deep: "ملف XML أكبر أو أعمق من أي مادة",
      },
      namesFeed: (address) => `تذكر الصفحة هذه الخلاصة: ${address}`,
      aside: (n, name, why) => `ملفات تعذّرت قراءتها: ${n}. هي الآن في المجلد «failed»، وآخرها ${name} (${why}).`,
      passed: (n) => `رسائل جرى تخطيها: ${n}. هي أكبر من 10 ميغابايت أو تتعذر قراءتها، وما زالت في صندوق البريد.`,
      mail: {
        "mail-plain": "لا يُرسل شيء بلا تشفير إلى خادم في الشبكة العامة",
        "mail-tls": "تعذّر تشفير الاتصال، أو أن شهادته ليست لهذا الخادم",
        "mail-password": "الخادم يرفض الاسم أو كلمة المرور",
        "mail-folder": "لا يوجد في صندوق البريد مجلد كهذا، أو لا يُسمح بفتحه",
        "mail-gone": "لم تعد الرسالة التي وردت فيها في صندوق البريد",
        "mail-garbled": "جواب الخادم لا يُقرأ، أو هو كبير جدًا",
        "mail-locked": "كلمة المرور لا تُفتح بمفتاح هذا التثبيت؛ اكتبها من جديد",
      },
      problems: {
        name: "أعط القناة اسمًا.",
        address: "اكتب عنوان الخلاصة كاملًا وفي أوله https://",
        folder: "اكتب اسمًا واحدًا من حروف وأرقام ومسافات ونقاط أو شرطات، بلا شرطة مائلة.",
        mailbox: "اكتب الخادم بلا مسار، ومنفذًا من 1 إلى 65535، واسم الدخول، والمجلد.",
        password: "اكتب كلمة المرور.",
        days: "اكتب عدد أيام من 1 إلى 365.",
        senders: "اكتب عنوانًا كاملًا واحدًا في كل سطر، أو @ ونطاقًا.",
        language: "اكتب اللغة برمزها القصير: en أو ru أو pt-BR.",
        every: "اكتب عدد دقائق من 5 إلى 10080 أو لا شيء.",
        long: "أحد الحقول طويل جدًا. اجعل الاسم 100 حرف والحقوق والشروط معًا 1000 على الأكثر.",
        taken: "هناك قناة لهذا.",
      },
      pause: "إيقاف مؤقت",
      resume: "متابعة",
      askNow: "اسألها الآن",
      health: "حالها",
      asked: "آخر سؤال",
      heard: "آخر جواب سليم",
      never: "أبدًا",
      next: "السؤال التالي",
      failures: (n) => `إخفاقات متتالية: ${n}.`,
      lastProblem: "آخر إخفاق",
      moved: (from) => `انتقلت إلى هنا نهائيًا من ${from}.`,
      gone: "يقول خادمها إنها اختفت نهائيًا. لم تعد تُسأل. أعطها عنوانًا آخر، أو تابع لتُسأل مرة أخرى.",
      hub: {
        asked: "طُلب من موزّعها أن يُعلم فورًا.",
        held: "موزّعها يُعلم فورًا.",
        refused: "رفض موزّعها؛ تُسأل بين حين وآخر.",
      },
      items: "ما حملته",
      settings: "الإعدادات",
      token: "العنوان الذي يُرسَل إليه",
      tokenHint:
        "يرسل المرسل النص كما هو (ninjs أو NewsML أو NITF أو RSS أو Atom أو نص) إلى هذا العنوان. من يعرفه يستطيع الإرسال إلى هنا: سلّمه كما تسلّم كلمة مرور.",
      makeToken: "إنشاء عنوان جديد",
      tokenMade: "يظهر هذا العنوان مرة واحدة. العنوان السابق لم يعد يفتح شيئًا.",
      noToken: "لا عنوان بعد.",
      well: "تجيب",
      ill: "تتعطل",
    },
  },
};
