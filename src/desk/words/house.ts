/** The words of the house: what an agency says of itself, and what its pages stand in. */
import type { PlaceRefusal } from "#agency/editions/places.ts";
import type { PageRefusal } from "#agency/pages/pages.ts";
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
