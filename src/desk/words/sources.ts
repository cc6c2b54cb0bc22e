/** The words of the source ledger, of what a story rests on, and of its quotations. */
import type { SnapshotWay, SourceKind } from "#agency/sources/sources.ts";
import type { PdfProblem } from "#outside/pdf.ts";
import type { Verdict } from "#text/quotes/quotes.ts";
import type { Spoken } from "./spoken.ts";

/** Why what was entered of a source cannot be kept. */
export type SourceProblem =
  | "name"
  | "url"
  | "date"
  | "long"
  | "words"
  | "empty"
  | "file"
  | "away"
  | `pdf-${PdfProblem}`;

export type SourcesWords = {
  readonly title: string;
  readonly introduction: string;
  readonly find: string;
  readonly kind: string;
  readonly everyKind: string;
  readonly show: string;
  readonly none: string;
  readonly older: string;
  readonly kinds: Readonly<Record<SourceKind, string>>;
  readonly add: string;
  readonly addConfidential: string;
  readonly fields: Readonly<
    Record<"name" | "office" | "url" | "language" | "publishedOn" | "notes" | "words" | "contact" | "who", string>
  >;
  readonly hints: Readonly<Record<"office" | "publishedOn" | "notes" | "url" | "words" | "who", string>>;
  readonly keep: string;
  readonly refused: Readonly<Record<SourceProblem, string>>;
  readonly facts: string;
  readonly toSite: string;
  readonly deadSince: (day: string) => string;
  readonly uses: string;
  readonly noUses: string;
  readonly person: {
    readonly title: string;
    readonly shown: string;
    readonly hidden: string;
    readonly show: string;
    readonly hide: string;
    readonly onlyEditors: string;
  };
  readonly kept: {
    readonly title: string;
    readonly introduction: string;
    readonly none: string;
    readonly ways: Readonly<Record<SnapshotWay, string>>;
    readonly waiting: string;
    readonly failed: (why: string) => string;
    readonly fetch: string;
    readonly byHand: string;
    readonly paste: string;
    readonly upload: string;
    readonly text: string;
    readonly file: string;
    readonly digest: string;
    readonly noText: string;
    readonly bytes: (n: number) => string;
    readonly page: (n: number) => string;
    readonly textTitle: (name: string) => string;
    readonly back: string;
  };
  readonly confidential: {
    readonly title: string;
    readonly introduction: string;
    readonly keepers: string;
    readonly reporter: (name: string) => string;
    readonly look: string;
    readonly lookHint: string;
    readonly locked: string;
    readonly readers: string;
    readonly readersHint: string;
    readonly notYours: string;
    readonly change: string;
    readonly wordsTitle: string;
  };
  readonly article: {
    readonly introduction: string;
    readonly quotations: string;
    readonly noQuotations: string;
    readonly verdicts: Readonly<Record<Verdict["verdict"] | "unchecked", string>>;
    readonly leftOut: (n: number) => string;
    readonly accordingTo: (source: string, page: number | undefined) => string;
    readonly noSource: string;
    readonly original: string;
    readonly originalHint: string;
    readonly nameOriginal: string;
    readonly likely: string;
    readonly rests: string;
    readonly restsOnNothing: string;
    readonly take: string;
    readonly cite: string;
    readonly citeHint: string;
    readonly sentence: string;
    readonly source: string;
    readonly citeIt: string;
    readonly nothingFound: string;
    readonly newSource: string;
    readonly conflict: string;
    readonly removed: string;
    readonly added: string;
  };
  readonly readers: {
    readonly introduction: string;
    readonly on: string;
    readonly states: Readonly<Record<"on" | "off", string>>;
  };
};

export const sources: Spoken<SourcesWords> = {
  en: {
    title: "Sources",
    introduction:
      "What stories rest on: outlets, people, documents and pages. A page that is entered by its address is fetched and kept, so that a quotation can be checked when the page is gone.",
    find: "Words of a name, an office or an address",
    kind: "Kind",
    everyKind: "Every kind",
    show: "Show",
    none: "The ledger has no such source.",
    older: "Older ones",
    kinds: {
      outlet: "Outlet",
      person: "Person",
      document: "Document",
      page: "Page",
      confidential: "Confidential",
    },
    add: "Enter a source",
    addConfidential: "Enter a confidential source",
    fields: {
      name: "Name",
      office: "Office",
      url: "Address",
      language: "Language",
      publishedOn: "Date",
      notes: "How far it is to be relied on",
      words: "What readers are told",
      contact: "How to reach them",
      who: "Who it is",
    },
    hints: {
      office: "Of a person: what they are.",
      publishedOn: "A year, month or day: 2018, 2018-02 or 2018-02-15.",
      notes: "For the desk alone.",
      url: "Its page is fetched and kept.",
      words: "“A ministry official”, “a sailor on the ferry”: no name, and nothing that gives one away.",
      who: "Sealed with a key that is not in the database. You can open it, and those you name; each look is on the record.",
    },
    keep: "Keep",
    refused: {
      name: "A source needs a name.",
      url: "An address of the web begins with https:// or http://.",
      date: "A date is a year, a month or a day: 2018, 2018-02 or 2018-02-15.",
      long: "That is longer than a source can be.",
      words: "Say what readers are told instead of a name.",
      empty: "There was no text, neither pasted nor in a file.",
      file: "This file holds no text that can be read. Paste its words, or save it as text, HTML or PDF.",
      "pdf-locked":
        "This PDF is locked with a password, so its words cannot be read. Save it without a password, or paste its words.",
      "pdf-damaged": "This PDF is cut off or damaged. Get it once more, or paste its words.",
      "pdf-no-words":
        "This PDF has pictures of pages and no words. Put it through a program that recognises text, or paste its words.",
      "pdf-large": "This PDF is too long to be read. Give only the pages that matter, or paste their words.",
      away: "The place files are kept in cannot be written to just now. Nothing was kept.",
    },
    facts: "What is known of it",
    toSite: "See its public page",
    deadSince: (day) =>
      `Its address has not answered since ${day}. Readers see what was quoted from it and its digest.`,
    uses: "Stories that rest on it",
    noUses: "No published story rests on it.",
    person: {
      title: "Is the name public?",
      shown: "Readers see this name among the sources of a story, and a page of its own.",
      hidden:
        "Readers do not see this name among sources until an editor says so. A story's own words are not changed.",
      show: "Show the name to readers",
      hide: "Show it no longer",
      onlyEditors: "An editor decides.",
    },
    kept: {
      title: "What was kept of it",
      introduction:
        "What it said when it was cited: the whole for the desk, quoted passages and the digest for readers.",
      none: "Nothing has been kept yet.",
      ways: { fetched: "Fetched", pasted: "Pasted", uploaded: "Uploaded" },
      waiting: "Its page is being fetched. Look again in a moment.",
      failed: (why) => `Its page could not be fetched: ${why}. Paste the text, or upload a file.`,
      fetch: "Fetch its page now",
      byHand: "Keep a text by hand",
      paste: "Its text",
      upload: "Or a file: text, HTML or PDF",
      text: "Read the whole text",
      file: "WARC file",
      digest: "SHA-256 of the text",
      noText: "It has no text that can be read.",
      bytes: (n) => `${n} bytes`,
      page: (n) => `Page ${n}`,
      textTitle: (name) => `Kept text of ${name}`,
      back: "Back to the source",
    },
    confidential: {
      title: "A confidential source",
      introduction:
        "It stands in stories as the words you give and has no page. Who it is appears nowhere: not in searches, not in feeds, not in exports.",
      keepers: "Who may know",
      reporter: (name) => `The source of ${name}.`,
      look: "See who it is",
      lookHint: "That you looked will be on the record.",
      locked: "It was sealed with another key and cannot be opened. Put back the keys of this install.",
      readers: "Who else may know",
      readersHint: "Those you tick can see who it is, and nobody else.",
      notYours: "You are not among those who may know who it is.",
      change: "Change who it is",
      wordsTitle: "What readers are told",
    },
    article: {
      introduction:
        "What the story rests on, and whether what it quotes is what was said. Quotations are held against the texts kept of their sources.",
      quotations: "Quotations",
      noQuotations: "The story quotes nobody.",
      verdicts: {
        same: "Word for word",
        shortened: "Shortened, and it says so",
        altered: "Differs from the source",
        translated: "In translation",
        "not-found": "Not found in the source",
        unchecked: "Not checked: no text of a source is kept",
      },
      leftOut: (n) => (n === 1 ? "One word is left out." : `${n} words are left out.`),
      accordingTo: (source, page) => `held against ${source}${page === undefined ? "" : `, page ${page}`}`,
      noSource: "no source",
      original: "The original words",
      originalHint: "As they stand in the source, in its language.",
      nameOriginal: "Keep the original",
      likely: "It may be this:",
      rests: "Sentences that rest on a source",
      restsOnNothing: "No sentence names a source yet.",
      take: "Take it off",
      cite: "Let a sentence rest on a source",
      citeHint: "Find the source in the ledger first; one it does not have can be entered there.",
      sentence: "Sentence",
      source: "Source",
      citeIt: "Cite it",
      nothingFound: "The ledger has nothing by these words.",
      newSource: "Enter a new source",
      conflict: "The text was changed meanwhile. Choose the sentence again.",
      removed: "in the source",
      added: "in the quotation",
    },
    readers: {
      introduction: "Whether a story tells its readers how each quotation compares with its source.",
      on: "Show readers how quotations compare with their sources",
      states: { on: "Readers see it.", off: "For the desk alone." },
    },
  },
  ru: {
    title: "Источники",
    introduction:
      "На чём стоят материалы: издания, люди, документы и страницы. Страница, внесённая по адресу, загружается и сохраняется, чтобы цитату можно было проверить, когда страницы не станет.",
    find: "Слова названия, должности или адреса",
    kind: "Вид",
    everyKind: "Все виды",
    show: "Показать",
    none: "Такого источника в реестре нет.",
    older: "Более ранние",
    kinds: {
      outlet: "Издание",
      person: "Человек",
      document: "Документ",
      page: "Страница",
      confidential: "Конфиденциальный",
    },
    add: "Внести источник",
    addConfidential: "Внести конфиденциальный источник",
    fields: {
      name: "Название или имя",
      office: "Должность",
      url: "Адрес",
      language: "Язык",
      publishedOn: "Дата",
      notes: "Насколько на него можно положиться",
      words: "Что сказано читателям",
      contact: "Как связаться",
      who: "Кто это",
    },
    hints: {
      office: "Для человека: кто он.",
      publishedOn: "Год, месяц или день: 2018, 2018-02 или 2018-02-15.",
      notes: "Только для редакции.",
      url: "Страница будет загружена и сохранена.",
      words: "«Сотрудник министерства», «моряк с парома»: без имени и без того, что его выдаёт.",
      who: "Зашифровано ключом, которого нет в базе. Открыть можете вы и те, кого вы назовёте; каждый просмотр записывается.",
    },
    keep: "Сохранить",
    refused: {
      name: "Источнику нужно название.",
      url: "Адрес в сети начинается с https:// или http://.",
      date: "Дата — это год, месяц или день: 2018, 2018-02 или 2018-02-15.",
      long: "Это длиннее, чем может быть запись об источнике.",
      words: "Укажите, что сказано читателям вместо имени.",
      empty: "Текста нет: ни вставленного, ни в файле.",
      file: "В этом файле нет текста, который можно прочесть. Вставьте слова или сохраните его как текст, HTML или PDF.",
      "pdf-locked":
        "Этот PDF закрыт паролем, и слова из него не прочесть. Сохраните его без пароля или вставьте слова.",
      "pdf-damaged": "Этот PDF обрывается или повреждён. Получите его ещё раз или вставьте слова.",
      "pdf-no-words":
        "В этом PDF снимки страниц, а слов нет. Пропустите его через программу распознавания текста или вставьте слова.",
      "pdf-large": "Этот PDF слишком велик, чтобы его прочесть. Передайте только нужные страницы или вставьте слова.",
      away: "Хранилище файлов сейчас недоступно для записи. Ничего не сохранено.",
    },
    facts: "Что о нём известно",
    toSite: "Открыть его страницу на сайте",
    deadSince: (day) => `Адрес не отвечает с ${day}. Читатели видят процитированное и контрольную сумму.`,
    uses: "Материалы, которые на нём стоят",
    noUses: "На нём не стоит ни один опубликованный материал.",
    person: {
      title: "Имя публично?",
      shown: "Читатели видят это имя среди источников материала и на отдельной странице.",
      hidden:
        "Читатели не видят этого имени среди источников, пока редактор не разрешит. Слова самого материала не меняются.",
      show: "Показывать имя читателям",
      hide: "Больше не показывать",
      onlyEditors: "Решает редактор.",
    },
    kept: {
      title: "Что сохранено",
      introduction:
        "Что там было сказано, когда на него сослались: целиком для редакции, цитаты и контрольная сумма — для читателей.",
      none: "Пока ничего не сохранено.",
      ways: { fetched: "Загружено", pasted: "Вставлено", uploaded: "Передано файлом" },
      waiting: "Страница загружается. Загляните через минуту.",
      failed: (why) => `Страницу не удалось загрузить: ${why}. Вставьте текст или передайте файл.`,
      fetch: "Загрузить страницу сейчас",
      byHand: "Сохранить текст вручную",
      paste: "Текст",
      upload: "Или файл: текст, HTML или PDF",
      text: "Читать весь текст",
      file: "Файл WARC",
      digest: "SHA-256 текста",
      noText: "В нём нет текста, который можно прочесть.",
      bytes: (n) => `${n} Б`,
      page: (n) => `Страница ${n}`,
      textTitle: (name) => `Сохранённый текст: ${name}`,
      back: "К источнику",
    },
    confidential: {
      title: "Конфиденциальный источник",
      introduction:
        "В материалах он стоит теми словами, которые вы дали, и страницы не имеет. Кто это, не появляется нигде: ни в поиске, ни в лентах, ни в выгрузках.",
      keepers: "Кому можно знать",
      reporter: (name) => `Источник: ${name}.`,
      look: "Посмотреть, кто это",
      lookHint: "То, что вы посмотрели, будет записано.",
      locked: "Зашифровано другим ключом и не открывается. Верните ключи этой установки.",
      readers: "Кому ещё можно знать",
      readersHint: "Отмеченные увидят, кто это, и больше никто.",
      notYours: "Вы не среди тех, кому можно знать, кто это.",
      change: "Изменить, кто это",
      wordsTitle: "Что сказано читателям",
    },
    article: {
      introduction:
        "На чём стоит материал и сказано ли то, что он цитирует. Цитаты сверяются с сохранёнными текстами источников.",
      quotations: "Цитаты",
      noQuotations: "Материал никого не цитирует.",
      verdicts: {
        same: "Слово в слово",
        shortened: "Сокращено, и это отмечено",
        altered: "Отличается от источника",
        translated: "В переводе",
        "not-found": "В источнике не найдено",
        unchecked: "Не сверено: текст источника не сохранён",
      },
      leftOut: (n) => `Пропущено слов: ${n}.`,
      accordingTo: (source, page) => `сверено с: ${source}${page === undefined ? "" : `, страница ${page}`}`,
      noSource: "без источника",
      original: "Слова подлинника",
      originalHint: "Как они стоят в источнике, на его языке.",
      nameOriginal: "Сохранить подлинник",
      likely: "Возможно, это:",
      rests: "Предложения, которые стоят на источнике",
      restsOnNothing: "Ни одно предложение пока не называет источника.",
      take: "Снять ссылку",
      cite: "Сослаться на источник",
      citeHint: "Сначала найдите источник в реестре; если его нет, внесите.",
      sentence: "Предложение",
      source: "Источник",
      citeIt: "Сослаться",
      nothingFound: "По этим словам в реестре ничего нет.",
      newSource: "Внести новый источник",
      conflict: "Текст за это время изменился. Выберите предложение ещё раз.",
      removed: "в источнике",
      added: "в цитате",
    },
    readers: {
      introduction: "Сообщать ли читателям, как каждая цитата соотносится со своим источником.",
      on: "Показывать читателям, как цитаты соотносятся с источниками",
      states: { on: "Читатели это видят.", off: "Только для редакции." },
    },
  },
  ar: {
    title: "المصادر",
    introduction:
      "ما تستند إليه المواد: وسائل إعلام وأشخاص ووثائق وصفحات. الصفحة التي تُدخل بعنوانها تُجلب وتُحفظ، ليمكن التحقق من الاقتباس بعد زوالها.",
    find: "كلمات من اسم أو صفة أو عنوان",
    kind: "النوع",
    everyKind: "كل الأنواع",
    show: "عرض",
    none: "لا يوجد مصدر كهذا في السجل.",
    older: "الأقدم",
    kinds: {
      outlet: "وسيلة إعلام",
      person: "شخص",
      document: "وثيقة",
      page: "صفحة",
      confidential: "سرّي",
    },
    add: "إدخال مصدر",
    addConfidential: "إدخال مصدر سرّي",
    fields: {
      name: "الاسم",
      office: "الصفة",
      url: "العنوان الإلكتروني",
      language: "اللغة",
      publishedOn: "التاريخ",
      notes: "مدى الاعتماد عليه",
      words: "ما يُقال للقراء",
      contact: "كيفية الوصول إليه",
      who: "من هو",
    },
    hints: {
      office: "للأشخاص: ما صفتهم.",
      publishedOn: "سنة أو شهر أو يوم: 2018 أو 2018-02 أو 2018-02-15.",
      notes: "لقسم التحرير وحده.",
      url: "ستُجلب صفحته وتُحفظ.",
      words: "«مسؤول في الوزارة»، «بحّار على العبّارة»: بلا اسم وبلا ما يدل عليه.",
      who: "مشفَّر بمفتاح ليس في قاعدة البيانات. تفتحه أنت ومن تسمّيهم، وكل اطلاع يُسجَّل.",
    },
    keep: "حفظ",
    refused: {
      name: "المصدر يحتاج إلى اسم.",
      url: "يبدأ عنوان الويب بـ https:// أو http://.",
      date: "التاريخ سنة أو شهر أو يوم: 2018 أو 2018-02 أو 2018-02-15.",
      long: "هذا أطول مما يتسع له المصدر.",
      words: "اكتب ما يُقال للقراء بدل الاسم.",
      empty: "لا يوجد نص، لا ملصق ولا في ملف.",
      file: "لا يحوي هذا الملف نصًا يمكن قراءته. الصق كلماته أو احفظه نصًا أو HTML أو PDF.",
      "pdf-locked": "ملف PDF هذا مغلق بكلمة مرور فلا يمكن قراءة كلماته. احفظه بلا كلمة مرور أو الصق كلماته.",
      "pdf-damaged": "ملف PDF هذا مبتور أو تالف. احصل عليه مرة أخرى أو الصق كلماته.",
      "pdf-no-words": "في ملف PDF هذا صور صفحات لا كلمات فيها. مرّره على برنامج يتعرّف على النصوص أو الصق كلماته.",
      "pdf-large": "ملف PDF هذا أطول من أن يُقرأ. أعطِ الصفحات المهمة وحدها أو الصق كلماتها.",
      away: "لا يمكن الكتابة الآن إلى مكان حفظ الملفات. لم يُحفظ شيء.",
    },
    facts: "ما يُعرف عنه",
    toSite: "عرض صفحته العلنية",
    deadSince: (day) => `لا يستجيب عنوانه منذ ${day}. يرى القراء ما اقتُبس منه وبصمته الرقمية.`,
    uses: "مواد تستند إليه",
    noUses: "لا تستند إليه أي مادة منشورة.",
    person: {
      title: "هل الاسم علني؟",
      shown: "يرى القراء هذا الاسم بين مصادر المادة وفي صفحة خاصة به.",
      hidden: "لا يرى القراء هذا الاسم بين المصادر حتى يأذن محرر. كلمات المادة نفسها لا تتغير.",
      show: "إظهار الاسم للقراء",
      hide: "عدم إظهاره بعد الآن",
      onlyEditors: "القرار لمحرر.",
    },
    kept: {
      title: "ما حُفظ منه",
      introduction: "ما قاله حين استُشهد به: كاملًا لقسم التحرير، والمقتبس والبصمة الرقمية للقراء.",
      none: "لم يُحفظ شيء بعد.",
      ways: { fetched: "جُلب", pasted: "أُلصق", uploaded: "رُفع" },
      waiting: "تُجلب صفحته الآن. انظر بعد قليل.",
      failed: (why) => `تعذّر جلب صفحته: ${why}. الصق النص أو ارفع ملفًا.`,
      fetch: "اجلب صفحته الآن",
      byHand: "حفظ نص يدويًا",
      paste: "نصّه",
      upload: "أو ملف: نص أو HTML أو PDF",
      text: "قراءة النص كاملًا",
      file: "ملف WARC",
      digest: "بصمة SHA-256 للنص",
      noText: "ليس فيه نص يمكن قراءته.",
      bytes: (n) => `${n} بايت`,
      page: (n) => `الصفحة ${n}`,
      textTitle: (name) => `النص المحفوظ: ${name}`,
      back: "العودة إلى المصدر",
    },
    confidential: {
      title: "مصدر سرّي",
      introduction:
        "يظهر في المواد بالكلمات التي تعطيها ولا صفحة له. أما من هو فلا يظهر في أي مكان: لا في البحث ولا في الخلاصات ولا في التصدير.",
      keepers: "من يجوز له أن يعرف",
      reporter: (name) => `مصدر ${name}.`,
      look: "اطّلع على من هو",
      lookHint: "سيُسجَّل أنك اطّلعت.",
      locked: "شُفّر بمفتاح آخر ولا يمكن فتحه. أعد مفاتيح هذا التثبيت.",
      readers: "من يجوز له أيضًا أن يعرف",
      readersHint: "من تؤشّر عليهم يرون من هو، ولا أحد غيرهم.",
      notYours: "لست ممن يجوز لهم أن يعرفوا من هو.",
      change: "تغيير من هو",
      wordsTitle: "ما يُقال للقراء",
    },
    article: {
      introduction: "ما تستند إليه المادة، وهل ما تقتبسه هو ما قيل فعلًا. تُقابَل الاقتباسات بالنصوص المحفوظة من مصادرها.",
      quotations: "الاقتباسات",
      noQuotations: "لا تقتبس المادة من أحد.",
      verdicts: {
        same: "حرفيًا",
        shortened: "مختصر مع الإشارة إلى ذلك",
        altered: "يختلف عن المصدر",
        translated: "مترجم",
        "not-found": "لم يوجد في المصدر",
        unchecked: "لم يُتحقق منه: لا نص محفوظًا لمصدر",
      },
      leftOut: (n) => `كلمات محذوفة: ${n}.`,
      accordingTo: (source, page) => `قوبل بـ ${source}${page === undefined ? "" : `، الصفحة ${page}`}`,
      noSource: "بلا مصدر",
      original: "كلمات الأصل",
      originalHint: "كما هي في المصدر وبلغته.",
      nameOriginal: "حفظ الأصل",
      likely: "ربما هذا:",
      rests: "جُمل تستند إلى مصدر",
      restsOnNothing: "لا تذكر أي جملة مصدرًا بعد.",
      take: "إزالة",
      cite: "إسناد جملة إلى مصدر",
      citeHint: "ابحث أولًا عن المصدر في السجل؛ وما ليس فيه يمكن إدخاله هناك.",
      sentence: "الجملة",
      source: "المصدر",
      citeIt: "إسناد",
      nothingFound: "لا شيء في السجل بهذه الكلمات.",
      newSource: "إدخال مصدر جديد",
      conflict: "تغيّر النص في هذه الأثناء. اختر الجملة مرة أخرى.",
      removed: "في المصدر",
      added: "في الاقتباس",
    },
    readers: {
      introduction: "هل تخبر المادة قراءها كيف يقابل كل اقتباس مصدره.",
      on: "إظهار مقابلة الاقتباسات بمصادرها للقراء",
      states: { on: "يراها القراء.", off: "لقسم التحرير وحده." },
    },
  },
};
