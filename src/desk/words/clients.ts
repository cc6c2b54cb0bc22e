/** The words of the wire at the desk: who takes it, where it is sent, what was sent, and what the house says on it. */
import type { ChannelKind, ClientField, DeliveryKind, Scope } from "#agency/clients/clients.ts";
import type { WireSettingField } from "#agency/clients/settings.ts";
import type { LabelWay } from "#agency/wire/stories.ts";
import type { Spoken } from "./spoken.ts";

type Field = { readonly title: string; readonly hint: string };

export type ClientWords = {
  readonly introduction: string;
  readonly add: string;
  readonly none: string;
  readonly closed: string;
  readonly number: (n: number) => string;
  readonly pulled: (n: number, time: string) => string;
  readonly neverPulled: string;
  readonly fields: {
    readonly name: string;
    readonly email: Field;
    readonly language: Field;
    readonly editions: Field;
    readonly sections: Field;
    readonly topics: Field;
    readonly keywords: Field;
    readonly labels: string;
    readonly labelWays: Readonly<Record<LabelWay, string>>;
    readonly jurisdictions: Field;
    readonly terms: Field;
    readonly takesEmbargoed: string;
  };
  readonly refusals: Readonly<Record<ClientField, string>>;
  readonly close: string;
  readonly closeHint: string;
  readonly reopen: string;
  readonly tokens: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly one: (hint: string) => string;
    readonly used: (time: string) => string;
    readonly unused: string;
    readonly opens: string;
    readonly scopes: Readonly<Record<Scope, string>>;
    readonly make: string;
    readonly rotate: string;
    readonly revoke: string;
    readonly link: string;
    readonly nothingTicked: string;
    readonly madeTitle: string;
    readonly made: string;
    readonly linkTitle: string;
    readonly linkMade: string;
    readonly secretTitle: string;
    readonly secret: string;
    readonly back: string;
  };
  readonly channels: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly kinds: Readonly<Record<ChannelKind, string>>;
    readonly done: (n: number) => string;
    readonly waits: (failures: number, error: string) => string;
    readonly paused: (error: string) => string;
    readonly after: (label: string) => string;
    readonly resend: string;
    readonly resume: string;
    readonly remove: string;
    readonly kind: string;
    readonly address: Field;
    readonly password: Field;
    readonly format: string;
    readonly add: string;
    readonly badAddress: string;
    readonly noPassword: string;
    readonly badNumber: string;
  };
  readonly log: {
    readonly title: string;
    readonly none: string;
    readonly kinds: Readonly<Record<DeliveryKind, string>>;
    readonly gone: string;
    readonly version: (n: number) => string;
    readonly sent: (kind: string, time: string) => string;
    readonly failed: (kind: string, time: string, error: string) => string;
    readonly pulled: string;
    readonly unread: (time: string) => string;
    readonly late: (time: string) => string;
    readonly read: (time: string) => string;
    readonly readAs: Readonly<Record<"endpoint" | "portal" | "told", string>>;
    readonly told: string;
    readonly earlier: string;
  };
  readonly home: {
    readonly unread: string;
    readonly unreadSentence: string;
    readonly notice: (client: string, kind: string, number: number) => string;
    readonly paused: string;
    readonly pausedSentence: string;
    readonly channel: (client: string, kind: string) => string;
  };
  readonly settings: {
    readonly introduction: string;
    readonly forEdition: (name: string) => string;
    readonly fields: Readonly<Record<WireSettingField, Field>>;
    readonly training: Readonly<Record<"" | "yes" | "no", string>>;
    readonly refusals: Readonly<Record<"addresses" | "minutes" | "long", string>>;
    readonly rights: string;
    readonly trust: string;
    readonly sending: string;
  };
};

export const clients: Spoken<ClientWords> = {
  en: {
    introduction:
      "Outlets that take the wire: what each takes, how it is sent to them, and whether they have read what was taken back.",
    add: "Add a client",
    none: "Nobody takes the wire yet.",
    closed: "account closed",
    number: (n) => `sent up to number ${n}`,
    pulled: (n, time) => `has pulled up to number ${n}, ${time}`,
    neverPulled: "has not pulled yet",
    fields: {
      name: "Name",
      email: {
        title: "E-mail",
        hint: "Written to, beside every channel, when something they were sent is corrected or taken back.",
      },
      language: { title: "Language", hint: "In which the portal and letters speak to them." },
      editions: { title: "Editions", hint: "None ticked is all of them." },
      sections: {
        title: "Sections",
        hint: "With sections, topics or words below, a story is sent that is in one of them. With none, every story.",
      },
      topics: { title: "Topics", hint: "The same for topics." },
      keywords: { title: "Words", hint: "One word or phrase a line, found whole in headline, standfirst or text." },
      labels: "Labels",
      labelWays: { text: "in the text", data: "beside the text, as data alone" },
      jurisdictions: {
        title: "Jurisdictions of their labels",
        hint: "Codes, such as ru or un. Empty: those of each edition.",
      },
      terms: { title: "Terms of use", hint: "Stand in every story instead of the usual ones." },
      takesEmbargoed: "May have copy before its embargo ends",
    },
    refusals: {
      name: "A client needs a name of at most 100 characters.",
      email: "That is no e-mail address. Write it as news@example.org, or leave it empty.",
      language: "Choose one of the languages.",
      keywords: "There can be 100 words or phrases, each of at most 100 characters.",
      jurisdictions: "A jurisdiction is a code of two or three letters. Put spaces between several.",
      terms: "Terms have at most 2,000 characters.",
    },
    close: "Close the account",
    closeHint: "Its tokens and channels are gone at once; what was sent stays on the record.",
    reopen: "Open the account again",
    tokens: {
      title: "Tokens",
      hint: "A token opens the pull address, the portal and the API, as far as is ticked. Only its digest is kept.",
      none: "No token yet.",
      one: (hint) => `ends in ${hint}`,
      used: (time) => `last used ${time}`,
      unused: "never used",
      opens: "It opens",
      scopes: {
        wire: "the wire and the portal",
        articles: "API: stories",
        sources: "API: sources",
        labels: "API: labels",
        events: "API: events",
        corrections: "API: corrections",
      },
      make: "Make a token",
      rotate: "Replace",
      revoke: "Revoke",
      link: "Make a link into the portal",
      nothingTicked: "Tick at least one thing the token opens.",
      madeTitle: "The token",
      made: "It is shown this once. Hand it over by a way nobody else reads.",
      linkTitle: "The link into the portal",
      linkMade: "It works once and holds for seven days. It is shown this once.",
      secretTitle: "The secret of the webhook",
      secret: "Their program checks our signature with it. It is shown this once.",
      back: "Back to the client",
    },
    channels: {
      title: "Channels",
      hint: "Each new number is sent on every channel, in order. Without a channel the client pulls.",
      none: "No channel: the client pulls.",
      kinds: { webhook: "Webhook", mail: "Mailbox", sftp: "SFTP" },
      done: (n) => `sent up to number ${n}`,
      waits: (failures, error) => `failed ${failures} times in a row (${error}); tried again later`,
      paused: (error) => `paused, because it failed too often: ${error}`,
      after: (label) => `Send again on ${label} after number`,
      resend: "Send again",
      resume: "Go on where it stopped",
      remove: "Remove",
      kind: "Kind",
      address: { title: "Address", hint: "https://… for a webhook, an e-mail address, or sftp://name@host/folder." },
      password: { title: "Password for SFTP", hint: "Kept sealed, and shown to nobody." },
      format: "Format",
      add: "Add a channel",
      badAddress: "That address does not fit its kind: https://…, name@example.org or sftp://name@host/folder.",
      noPassword: "SFTP needs a password.",
      badNumber: "Write the number after which to send again: 0 for everything.",
    },
    log: {
      title: "What was sent",
      none: "Nothing has been sent yet.",
      kinds: {
        story: "story",
        update: "update",
        correction: "correction",
        retraction: "retraction",
        kill: "kill",
        withdrawal: "withdrawal",
      },
      gone: "taken back",
      version: (n) => `version ${n}`,
      sent: (kind, time) => `${kind}: sent ${time}`,
      failed: (kind, time, error) => `${kind}: failed ${time} (${error})`,
      pulled: "pulled",
      unread: (time) => `to be acknowledged by ${time}`,
      late: (time) => `not acknowledged; it was due ${time}`,
      read: (time) => `acknowledged ${time}`,
      readAs: { endpoint: "by their program", portal: "in the portal", told: "told by the desk" },
      told: "They have been told",
      earlier: "Earlier",
    },
    home: {
      unread: "Clients who have not acknowledged",
      unreadSentence:
        "They were sent what has been corrected or taken back since, and have not said that they read of it. Ring them.",
      notice: (client, kind, number) => `${client}: ${kind}, number ${number}`,
      paused: "Channels that are paused",
      pausedSentence: "Sending failed too often. Once it is mended, send again from the client's page.",
      channel: (client, kind) => `${client}: ${kind}`,
    },
    settings: {
      introduction: "What stands on everything the wire carries, and whom it tells.",
      forEdition: (name) => `Only in ${name}`,
      rights: "Rights",
      trust: "Who the agency belongs to",
      sending: "Sending",
      fields: {
        holder: { title: "Who holds the rights", hint: "Empty: the legal name of the agency." },
        notice: { title: "Notice", hint: "Empty: © with the year and who holds the rights." },
        "usage-terms": { title: "Terms of use", hint: "What receivers may do with a story." },
        "acknowledge-minutes": {
          title: "Minutes to acknowledge",
          hint: "How long a client may take to say that they read of a correction or a kill before the desk is told.",
        },
        hubs: { title: "Hubs of others", hint: "Addresses of WebSub hubs that are told of every story, one a line." },
        member: { title: "Organisations the agency belongs to", hint: "Addresses for trust.txt, one a line." },
        belongto: { title: "Groups it is part of", hint: "Addresses, one a line." },
        control: { title: "Sites it controls", hint: "Addresses, one a line." },
        controlledby: { title: "Who controls it", hint: "Addresses, one a line." },
        vendor: { title: "Who works for it", hint: "Addresses, one a line." },
        customer: { title: "For whom it works", hint: "Addresses, one a line." },
        social: { title: "Its accounts elsewhere", hint: "Addresses, one a line." },
        datatrainingallowed: {
          title: "May its stories train language models?",
          hint: "Said in trust.txt; a no in robots.txt too.",
        },
      },
      training: { "": "nothing is said", yes: "yes", no: "no" },
      refusals: {
        addresses: "Each line is a whole address, such as https://example.org/.",
        minutes: "Write a number of minutes from 1 to 10,080.",
        long: "At most 2,000 characters.",
      },
    },
  },
  ru: {
    introduction: "Издания, которые берут ленту: что берёт каждое, как ему это отправляется и прочитано ли отозванное.",
    add: "Добавить клиента",
    none: "Ленту пока никто не берёт.",
    closed: "доступ закрыт",
    number: (n) => `отправлено до номера ${n}`,
    pulled: (n, time) => `забрал до номера ${n}, ${time}`,
    neverPulled: "ещё ничего не забирал",
    fields: {
      name: "Название",
      email: {
        title: "Электронная почта",
        hint: "Сюда пишем помимо всех каналов, когда полученное исправлено или отозвано.",
      },
      language: { title: "Язык", hint: "На нём говорят портал и письма." },
      editions: { title: "Выпуски", hint: "Если не отмечен ни один — все." },
      sections: {
        title: "Разделы",
        hint: "Если указаны разделы, темы или слова, отправляется то, что попало хотя бы в одно из них. Если ничего — всё.",
      },
      topics: { title: "Темы", hint: "То же для тем." },
      keywords: {
        title: "Слова",
        hint: "По слову или выражению в строке; ищутся целиком в заголовке, подводке и тексте.",
      },
      labels: "Пометки",
      labelWays: { text: "в тексте", data: "рядом с текстом, только как данные" },
      jurisdictions: { title: "Юрисдикции пометок", hint: "Коды, например ru или un. Пусто — как в каждом выпуске." },
      terms: { title: "Условия использования", hint: "Стоят в каждом материале вместо обычных." },
      takesEmbargoed: "Может получать материалы до конца эмбарго",
    },
    refusals: {
      name: "Клиенту нужно название не длиннее 100 знаков.",
      email: "Это не адрес почты. Напишите его как news@example.org или оставьте поле пустым.",
      language: "Выберите один из языков.",
      keywords: "Слов и выражений может быть до 100, каждое до 100 знаков.",
      jurisdictions: "Юрисдикция — код из двух или трёх букв. Между несколькими ставьте пробел.",
      terms: "Условия — не длиннее 2000 знаков.",
    },
    close: "Закрыть доступ",
    closeHint: "Ключи и каналы исчезнут сразу; запись об отправленном останется.",
    reopen: "Открыть доступ снова",
    tokens: {
      title: "Ключи",
      hint: "Ключ открывает адрес выгрузки, портал и API — в отмеченных пределах. Хранится только его отпечаток.",
      none: "Ключей ещё нет.",
      one: (hint) => `оканчивается на ${hint}`,
      used: (time) => `использован ${time}`,
      unused: "не использовался",
      opens: "Он открывает",
      scopes: {
        wire: "ленту и портал",
        articles: "API: материалы",
        sources: "API: источники",
        labels: "API: пометки",
        events: "API: события",
        corrections: "API: исправления",
      },
      make: "Выдать ключ",
      rotate: "Заменить",
      revoke: "Отозвать",
      link: "Выдать ссылку на портал",
      nothingTicked: "Отметьте хотя бы одно, что открывает ключ.",
      madeTitle: "Ключ",
      made: "Он показан один раз. Передайте его так, чтобы никто другой не прочёл.",
      linkTitle: "Ссылка на портал",
      linkMade: "Сработает один раз и действует семь дней. Показана один раз.",
      secretTitle: "Секрет вебхука",
      secret: "Им программа клиента проверяет нашу подпись. Показан один раз.",
      back: "Назад к клиенту",
    },
    channels: {
      title: "Каналы",
      hint: "Каждый новый номер отправляется по всем каналам, по порядку. Без каналов клиент забирает сам.",
      none: "Каналов нет: клиент забирает сам.",
      kinds: { webhook: "Вебхук", mail: "Почтовый ящик", sftp: "SFTP" },
      done: (n) => `отправлено до номера ${n}`,
      waits: (failures, error) => `неудач подряд: ${failures} (${error}); попробуем позже`,
      paused: (error) => `остановлен после многих неудач: ${error}`,
      after: (label) => `Отправить снова (${label}) после номера`,
      resend: "Отправить снова",
      resume: "Продолжить с того же места",
      remove: "Убрать",
      kind: "Вид",
      address: { title: "Адрес", hint: "https://… для вебхука, адрес почты или sftp://имя@сервер/папка." },
      password: { title: "Пароль для SFTP", hint: "Хранится запечатанным и никому не показывается." },
      format: "Формат",
      add: "Добавить канал",
      badAddress: "Адрес не подходит к виду канала: https://…, name@example.org или sftp://имя@сервер/папка.",
      noPassword: "Для SFTP нужен пароль.",
      badNumber: "Укажите номер, после которого отправить снова: 0 — всё.",
    },
    log: {
      title: "Что отправлено",
      none: "Ещё ничего не отправлено.",
      kinds: {
        story: "материал",
        update: "обновление",
        correction: "исправление",
        retraction: "опровержение",
        kill: "аннулирование",
        withdrawal: "отзыв",
      },
      gone: "отозвано",
      version: (n) => `версия ${n}`,
      sent: (kind, time) => `${kind}: отправлено ${time}`,
      failed: (kind, time, error) => `${kind}: неудача ${time} (${error})`,
      pulled: "забрано",
      unread: (time) => `подтвердить до ${time}`,
      late: (time) => `не подтверждено; срок был ${time}`,
      read: (time) => `подтверждено ${time}`,
      readAs: { endpoint: "их программой", portal: "на портале", told: "сообщила редакция" },
      told: "Им сообщили",
      earlier: "Раньше",
    },
    home: {
      unread: "Клиенты не подтвердили",
      unreadSentence:
        "Им отправляли то, что потом исправлено или отозвано, и они не сказали, что прочли об этом. Позвоните им.",
      notice: (client, kind, number) => `${client}: ${kind}, номер ${number}`,
      paused: "Остановленные каналы",
      pausedSentence: "Отправка слишком часто не удавалась. Когда всё починено, отправьте снова со страницы клиента.",
      channel: (client, kind) => `${client}: ${kind}`,
    },
    settings: {
      introduction: "Что стоит на всём, что несёт лента, и кому она сообщает.",
      forEdition: (name) => `Только в выпуске «${name}»`,
      rights: "Права",
      trust: "Кому принадлежит агентство",
      sending: "Отправка",
      fields: {
        holder: { title: "Кому принадлежат права", hint: "Пусто — юридическое название агентства." },
        notice: { title: "Знак охраны", hint: "Пусто — © с годом и правообладателем." },
        "usage-terms": { title: "Условия использования", hint: "Что получатели могут делать с материалом." },
        "acknowledge-minutes": {
          title: "Минут на подтверждение",
          hint: "Сколько клиент может не подтверждать исправление или аннулирование, прежде чем узнает редакция.",
        },
        hubs: {
          title: "Чужие хабы",
          hint: "Адреса хабов WebSub, которым сообщают о каждом материале, по одному в строке.",
        },
        member: { title: "В каких организациях состоит агентство", hint: "Адреса для trust.txt, по одному в строке." },
        belongto: { title: "Частью чего является", hint: "Адреса, по одному в строке." },
        control: { title: "Какие сайты контролирует", hint: "Адреса, по одному в строке." },
        controlledby: { title: "Кто контролирует его", hint: "Адреса, по одному в строке." },
        vendor: { title: "Кто на него работает", hint: "Адреса, по одному в строке." },
        customer: { title: "На кого работает оно", hint: "Адреса, по одному в строке." },
        social: { title: "Его страницы в сетях", hint: "Адреса, по одному в строке." },
        datatrainingallowed: {
          title: "Можно ли обучать на материалах языковые модели?",
          hint: "Сказано в trust.txt; «нет» — и в robots.txt.",
        },
      },
      training: { "": "ничего не сказано", yes: "да", no: "нет" },
      refusals: {
        addresses: "Каждая строка — полный адрес, например https://example.org/.",
        minutes: "Укажите число минут от 1 до 10 080.",
        long: "Не длиннее 2000 знаков.",
      },
    },
  },
  ar: {
    introduction: "الجهات التي تأخذ خدمة الأخبار: ماذا تأخذ كل منها، وكيف يُرسل إليها، وهل قرأت ما سُحب.",
    add: "إضافة عميل",
    none: "لا أحد يأخذ الخدمة بعد.",
    closed: "الحساب مغلق",
    number: (n) => `أُرسل حتى الرقم ${n}`,
    pulled: (n, time) => `سحب حتى الرقم ${n}، ${time}`,
    neverPulled: "لم يسحب شيئًا بعد",
    fields: {
      name: "الاسم",
      email: { title: "البريد الإلكتروني", hint: "نكتب إليه، إلى جانب كل القنوات، عند تصحيح ما أُرسل أو سحبه." },
      language: { title: "اللغة", hint: "لغة البوابة والرسائل." },
      editions: { title: "الطبعات", hint: "إن لم تُحدَّد واحدة فكلها." },
      sections: {
        title: "الأقسام",
        hint: "إن حُددت أقسام أو مواضيع أو كلمات، تُرسل المادة التي تقع في واحد منها. وإن لم يُحدَّد شيء فكل مادة.",
      },
      topics: { title: "المواضيع", hint: "كذلك للمواضيع." },
      keywords: { title: "الكلمات", hint: "كلمة أو عبارة في كل سطر، تُطلب كاملة في العنوان والمقدمة والنص." },
      labels: "التنويهات",
      labelWays: { text: "في النص", data: "بجانب النص، بيانات فقط" },
      jurisdictions: {
        title: "الولايات القانونية لتنويهاته",
        hint: "رموز مثل ru أو un. إن تُرك فارغًا فكما في كل طبعة.",
      },
      terms: { title: "شروط الاستخدام", hint: "تقف في كل مادة بدل المعتادة." },
      takesEmbargoed: "يجوز أن يتلقى المواد قبل انتهاء حظر نشرها",
    },
    refusals: {
      name: "يحتاج العميل اسمًا لا يزيد على 100 حرف.",
      email: "ليس هذا عنوان بريد. اكتبه مثل news@example.org أو اتركه فارغًا.",
      language: "اختر إحدى اللغات.",
      keywords: "حتى 100 كلمة أو عبارة، كل منها حتى 100 حرف.",
      jurisdictions: "الولاية رمز من حرفين أو ثلاثة. ضع مسافات بين الرموز.",
      terms: "الشروط حتى 2000 حرف.",
    },
    close: "إغلاق الحساب",
    closeHint: "تزول رموزه وقنواته فورًا، ويبقى سجل ما أُرسل.",
    reopen: "إعادة فتح الحساب",
    tokens: {
      title: "رموز الدخول",
      hint: "يفتح الرمز عنوان السحب والبوابة والواجهة البرمجية بقدر ما حُدد. لا يُحفظ منه إلا بصمته.",
      none: "لا رمز بعد.",
      one: (hint) => `ينتهي بـ ${hint}`,
      used: (time) => `آخر استخدام ${time}`,
      unused: "لم يُستخدم",
      opens: "يفتح",
      scopes: {
        wire: "خدمة الأخبار والبوابة",
        articles: "الواجهة: المواد",
        sources: "الواجهة: المصادر",
        labels: "الواجهة: التنويهات",
        events: "الواجهة: الأحداث",
        corrections: "الواجهة: التصحيحات",
      },
      make: "إصدار رمز",
      rotate: "استبدال",
      revoke: "سحب",
      link: "إصدار رابط إلى البوابة",
      nothingTicked: "حدد شيئًا واحدًا على الأقل يفتحه الرمز.",
      madeTitle: "الرمز",
      made: "يُعرض هذه المرة فقط. سلّمه بطريق لا يقرؤه أحد غيرهم.",
      linkTitle: "الرابط إلى البوابة",
      linkMade: "يعمل مرة واحدة وصالح سبعة أيام. يُعرض هذه المرة فقط.",
      secretTitle: "سر الخطاف",
      secret: "به يتحقق برنامجهم من توقيعنا. يُعرض هذه المرة فقط.",
      back: "العودة إلى العميل",
    },
    channels: {
      title: "القنوات",
      hint: "يُرسل كل رقم جديد على كل قناة بالترتيب. من لا قناة له يسحب بنفسه.",
      none: "لا قناة: العميل يسحب بنفسه.",
      kinds: { webhook: "خطاف ويب", mail: "صندوق بريد", sftp: "SFTP" },
      done: (n) => `أُرسل حتى الرقم ${n}`,
      waits: (failures, error) => `إخفاقات متتالية: ${failures} (${error})، تُعاد المحاولة لاحقًا`,
      paused: (error) => `أُوقفت بعد إخفاقات كثيرة: ${error}`,
      after: (label) => `إعادة الإرسال (${label}) بعد الرقم`,
      resend: "إعادة الإرسال",
      resume: "المتابعة من حيث توقفت",
      remove: "إزالة",
      kind: "النوع",
      address: { title: "العنوان", hint: "https://… لخطاف الويب، أو عنوان بريد، أو sftp://name@host/folder." },
      password: { title: "كلمة مرور SFTP", hint: "تُحفظ مختومة ولا تُعرض لأحد." },
      format: "الصيغة",
      add: "إضافة قناة",
      badAddress: "لا يناسب العنوان نوعه: https://… أو name@example.org أو sftp://name@host/folder.",
      noPassword: "يحتاج SFTP كلمة مرور.",
      badNumber: "اكتب الرقم الذي يُعاد الإرسال بعده: 0 لكل شيء.",
    },
    log: {
      title: "ما أُرسل",
      none: "لم يُرسل شيء بعد.",
      kinds: {
        story: "مادة",
        update: "تحديث",
        correction: "تصحيح",
        retraction: "تراجع",
        kill: "إلغاء",
        withdrawal: "سحب",
      },
      gone: "سُحبت",
      version: (n) => `النسخة ${n}`,
      sent: (kind, time) => `${kind}: أُرسل ${time}`,
      failed: (kind, time, error) => `${kind}: أخفق ${time} (${error})`,
      pulled: "سُحب",
      unread: (time) => `يُؤكَّد قبل ${time}`,
      late: (time) => `لم يُؤكَّد، وكان موعده ${time}`,
      read: (time) => `أُكِّد ${time}`,
      readAs: { endpoint: "من برنامجهم", portal: "في البوابة", told: "أخبرهم التحرير" },
      told: "أُخبروا",
      earlier: "الأقدم",
    },
    home: {
      unread: "عملاء لم يؤكدوا",
      unreadSentence: "أُرسل إليهم ما صُحّح أو سُحب بعد ذلك، ولم يقولوا إنهم قرؤوا عنه. اتصل بهم.",
      notice: (client, kind, number) => `${client}: ${kind}، الرقم ${number}`,
      paused: "قنوات موقوفة",
      pausedSentence: "أخفق الإرسال مرات كثيرة. بعد الإصلاح أعد الإرسال من صفحة العميل.",
      channel: (client, kind) => `${client}: ${kind}`,
    },
    settings: {
      introduction: "ما يقف على كل ما تحمله الخدمة، ومن تُخبره.",
      forEdition: (name) => `في ${name} فقط`,
      rights: "الحقوق",
      trust: "لمن تنتمي الوكالة",
      sending: "الإرسال",
      fields: {
        holder: { title: "صاحب الحقوق", hint: "إن تُرك فارغًا فالاسم القانوني للوكالة." },
        notice: { title: "إشعار الحقوق", hint: "إن تُرك فارغًا فعلامة © مع السنة وصاحب الحقوق." },
        "usage-terms": { title: "شروط الاستخدام", hint: "ما يجوز للمستلمين فعله بالمادة." },
        "acknowledge-minutes": {
          title: "دقائق التأكيد",
          hint: "كم يجوز أن يتأخر العميل عن تأكيد تصحيح أو إلغاء قبل أن يُخبَر التحرير.",
        },
        hubs: { title: "محاور الآخرين", hint: "عناوين محاور WebSub التي تُخبَر بكل مادة، واحد في السطر." },
        member: { title: "المنظمات التي تنتمي إليها الوكالة", hint: "عناوين لـ trust.txt، واحد في السطر." },
        belongto: { title: "المجموعات التي هي جزء منها", hint: "عناوين، واحد في السطر." },
        control: { title: "المواقع التي تملكها", hint: "عناوين، واحد في السطر." },
        controlledby: { title: "من يملكها", hint: "عناوين، واحد في السطر." },
        vendor: { title: "من يعمل لها", hint: "عناوين، واحد في السطر." },
        customer: { title: "لمن تعمل", hint: "عناوين، واحد في السطر." },
        social: { title: "حساباتها في مواقع أخرى", hint: "عناوين، واحد في السطر." },
        datatrainingallowed: {
          title: "هل يجوز تدريب نماذج اللغة على موادها؟",
          hint: "يقال في trust.txt، و«لا» تقال في robots.txt أيضًا.",
        },
      },
      training: { "": "لا يقال شيء", yes: "نعم", no: "لا" },
      refusals: {
        addresses: "كل سطر عنوان كامل مثل https://example.org/.",
        minutes: "اكتب عدد دقائق من 1 إلى 10080.",
        long: "حتى 2000 حرف.",
      },
    },
  },
};
