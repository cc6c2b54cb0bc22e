/** The words of the page an article is written on. */

import type { TextProblem } from "../writing/text.ts";
import type { ToolName } from "../writing/tools.ts";
import type { Spoken } from "./spoken.ts";

/** Where the words of an author are. */
export type CopyState =
  | "unchanged"
  | "unsaved"
  | "saving"
  | "kept"
  | "homeless"
  | "signedOut"
  | "gone"
  | "refused"
  | "conflict";

type Words<Name extends string> = Readonly<Record<Name, string>>;

type WritingWords = {
  readonly untitled: string;
  readonly fields: Words<
    | "headline"
    | "standfirst"
    | "place"
    | "day"
    | "picture"
    | "noPicture"
    | "choosePicture"
    | "alt"
    | "altHint"
    | "caption"
    | "text"
    | "textHint"
    | "nobody"
  >;
  /** The choice of a lead picture in the form itself. */
  readonly picks: Words<"title" | "words" | "hint" | "find">;
  readonly author: (place: number) => string;
  readonly save: string;
  /** Why what was sent cannot be kept. */
  readonly refused: Words<TextProblem>;
  readonly state: Words<CopyState>;
  readonly saved: (time: string) => string;
  readonly newer: (who: string, time: string) => string;
  readonly signInAgain: string;
  readonly decide: string;
  readonly here: (names: string) => string;
  readonly comparison: Words<
    | "title"
    | "mine"
    | "theirs"
    | "sameWords"
    | "aside"
    | "takeMine"
    | "takeTheirs"
    | "later"
    | "unsentTitle"
    | "unsent"
    | "takeUnsent"
    | "leaveUnsent"
  >;
  readonly saidBy: (who: string) => string;
  readonly mentions: Words<
    | "title"
    | "nothing"
    | "label"
    | "ask"
    | "none"
    | "notThisOne"
    | "labelIt"
    | "leaveToRegister"
    | "prints"
    | "below"
    | "headline"
    | "standfirst"
    | "caption"
    | "alt"
  >;
  readonly labelAs: (organisation: string) => string;
  readonly tools: Words<ToolName | "toolbar">;
  readonly ask: Words<
    | "ok"
    | "cancel"
    | "remove"
    | "address"
    | "title"
    | "speaker"
    | "office"
    | "source"
    | "noSource"
    | "findSource"
    | "newSource"
    | "sourceName"
    | "sourceAddress"
    | "date"
    | "dateHint"
    | "alt"
    | "credit"
    | "caption"
    | "cardTitle"
    | "cardDescription"
    | "rowAfter"
    | "columnAfter"
    | "headRow"
    | "deleteRow"
    | "deleteColumn"
    | "deleteTable"
    | "findPicture"
    | "addPicture"
    | "noPictures"
    | "pictureFailed"
  >;
  readonly help: Words<"title" | "keys" | "does" | "toToolbar" | "newLine" | "indent" | "signs" | "close">;
};

export const writing: Spoken<WritingWords> = {
  en: {
    untitled: "Untitled story",
    fields: {
      headline: "Headline",
      standfirst: "Standfirst",
      place: "Place of the dateline",
      day: "Its day",
      picture: "Lead picture",
      noPicture: "Without a picture",
      choosePicture: "Choose a picture",
      alt: "Alternative text",
      altHint: "What the picture shows, for those who cannot see it.",
      caption: "Caption",
      text: "Text",
      textHint:
        "In Markdown. Speakers, sources, dates and what was decided of labels are kept where you leave the words alone. The last line of a quotation, after two hyphens, says who speaks: -- Mira Holt, harbour master",
      nobody: "Nobody",
    },
    picks: {
      title: "Choose from the library",
      words: "Words in its name, caption or credit",
      hint: "The newest are shown. What is typed on this page stays while you look for others.",
      find: "Find",
    },
    author: (place) => (place === 1 ? "Author" : `Author ${place}`),
    save: "Save",
    refused: {
      day: "The day of the dateline is not a day. Choose one, or leave it empty.",
      picture: "The lead picture is not in the library any more. Choose another.",
      document: "Something in the text is of a kind Dateline does not keep. Undo your last change.",
      large: "This text is larger than Dateline takes. Part it into two stories.",
    },
    state: {
      unchanged: "Nothing changed yet.",
      unsaved: "Not saved yet.",
      saving: "Saving …",
      kept: "Kept in this browser, will be sent.",
      homeless: "This browser keeps nothing. Leave the page open until it says that your words are saved.",
      signedOut:
        "You are signed out. Your words are kept in this browser; sign in again in another tab and go on here.",
      gone: "This story is not open to you any more. Your words are kept in this browser.",
      refused: "Not saved:",
      conflict: "Somebody else has saved. Nothing is sent until you have chosen.",
    },
    saved: (time) => `Saved at ${time}.`,
    newer: (who, time) => `You are reading what ${who} saved at ${time}.`,
    signInAgain: "Sign in in another tab",
    decide: "See both texts",
    here: (names) => `Also here: ${names}`,
    comparison: {
      title: "Somebody else has saved",
      mine: "Your text",
      theirs: "The saved text",
      sameWords: "The words are the same; what is set beside them differs.",
      aside: "The other one is kept under History.",
      takeMine: "Go on with yours",
      takeTheirs: "Go on with the saved one",
      later: "Decide later",
      unsentTitle: "Words that were never sent",
      unsent: "This browser has kept a text of this story that did not reach Dateline.",
      takeUnsent: "Go on with it",
      leaveUnsent: "Put it aside",
    },
    saidBy: (who) => `${who} has saved this story while you were writing.`,
    mentions: {
      title: "Labels",
      nothing: "No organisation of the register is named.",
      label: "Is labelled",
      ask: "Please decide",
      none: "Is not labelled",
      notThisOne: "Not this one",
      labelIt: "Label it",
      leaveToRegister: "Leave it to the register",
      prints: "Will print:",
      below: "Below the text:",
      headline: "In the headline",
      standfirst: "In the standfirst",
      caption: "In the caption of the lead picture",
      alt: "In the alternative text",
    },
    labelAs: (organisation) => `Label it as ${organisation}`,
    tools: {
      toolbar: "Tools of the text",
      undo: "Undo",
      redo: "Redo",
      paragraph: "Paragraph",
      heading: "Heading",
      subheading: "Lower heading",
      strong: "Strong",
      em: "Emphasis",
      code: "Code",
      bullets: "List",
      numbers: "Numbered list",
      link: "Link",
      quotation: "Quoted words",
      citation: "Source",
      event: "Date",
      blockquote: "Quotation",
      pullQuote: "Pull quote",
      picture: "Picture",
      table: "Table",
      embed: "Card",
      rule: "Rule",
      help: "Keys",
    },
    ask: {
      ok: "Keep",
      cancel: "Cancel",
      remove: "Take off",
      address: "Address",
      title: "Title",
      speaker: "Who speaks",
      office: "Their office",
      source: "Source",
      noSource: "No source",
      findSource: "Find a source",
      newSource: "A new source",
      sourceName: "Its name",
      sourceAddress: "Its address",
      date: "Date",
      dateHint: "2003, 2018-02 or 2018-02-15",
      alt: "Alternative text",
      credit: "Credit",
      caption: "Caption",
      cardTitle: "Title of the card",
      cardDescription: "What it is",
      rowAfter: "Add a row",
      columnAfter: "Add a column",
      headRow: "First row as head",
      deleteRow: "Delete the row",
      deleteColumn: "Delete the column",
      deleteTable: "Delete the table",
      findPicture: "Find a picture",
      addPicture: "Add one from this device",
      noPictures: "No picture is found.",
      pictureFailed: "The picture was not sent. Look at the connection and try again.",
    },
    help: {
      title: "Keys",
      keys: "Keys",
      does: "What they do",
      toToolbar: "To the tools; arrows walk there, Escape leads back",
      newLine: "A new line in the same paragraph",
      indent: "Deeper into a list or to the next cell, and back",
      signs: "At the start of a line: heading, list, numbered list, quotation, rule",
      close: "Close",
    },
  },
  ru: {
    untitled: "Материал без заголовка",
    fields: {
      headline: "Заголовок",
      standfirst: "Подводка",
      place: "Место события",
      day: "День",
      picture: "Главный снимок",
      noPicture: "Без снимка",
      choosePicture: "Выбрать снимок",
      alt: "Описание снимка",
      altHint: "Что на снимке — для тех, кто его не видит.",
      caption: "Подпись",
      text: "Текст",
      textHint:
        "В разметке Markdown. Кто говорит, на что опирается фраза, даты и решения о пометках сохраняются там, где слова не тронуты. Последняя строка цитаты после двух дефисов называет говорящего: -- Мира Хольт, капитан порта",
      nobody: "Никто",
    },
    picks: {
      title: "Выбрать из библиотеки",
      words: "Слова из названия, подписи или указания автора",
      hint: "Показаны последние. Набранное на этой странице остаётся, пока вы ищете другие.",
      find: "Найти",
    },
    author: (place) => (place === 1 ? "Автор" : `Автор ${place}`),
    save: "Сохранить",
    refused: {
      day: "Такого дня не бывает. Выберите другой или оставьте поле пустым.",
      picture: "Этого снимка больше нет в архиве. Выберите другой.",
      document: "В тексте есть что-то, чего Dateline не хранит. Отмените последнее изменение.",
      large: "Текст больше, чем принимает Dateline. Разделите его на два материала.",
    },
    state: {
      unchanged: "Изменений пока нет.",
      unsaved: "Ещё не сохранено.",
      saving: "Сохраняется…",
      kept: "Хранится в этом браузере, будет отправлено.",
      homeless: "Этот браузер ничего не хранит. Не закрывайте страницу, пока не увидите, что текст сохранён.",
      signedOut: "Вы вышли. Текст хранится в этом браузере; войдите снова в другой вкладке и продолжайте здесь.",
      gone: "Этот материал вам больше не открыт. Текст хранится в этом браузере.",
      refused: "Не сохранено:",
      conflict: "Кто-то другой сохранил свой текст. Пока вы не выберете, ничего не отправляется.",
    },
    saved: (time) => `Сохранено в ${time}.`,
    newer: (who, time) => `Перед вами текст, который сохранил(а) ${who} в ${time}.`,
    signInAgain: "Войти в другой вкладке",
    decide: "Показать оба текста",
    here: (names) => `Здесь же: ${names}`,
    comparison: {
      title: "Кто-то другой сохранил свой текст",
      mine: "Ваш текст",
      theirs: "Сохранённый текст",
      sameWords: "Слова те же; различается то, что при них указано.",
      aside: "Другой останется в истории.",
      takeMine: "Продолжить со своим",
      takeTheirs: "Продолжить с сохранённым",
      later: "Решить позже",
      unsentTitle: "Неотправленный текст",
      unsent: "Этот браузер хранит текст материала, который не дошёл до Dateline.",
      takeUnsent: "Продолжить с ним",
      leaveUnsent: "Отложить его",
    },
    saidBy: (who) => `${who}: этот материал сохранён, пока вы писали.`,
    mentions: {
      title: "Пометки",
      nothing: "Организации из реестра не названы.",
      label: "Помечается",
      ask: "Решите, пожалуйста",
      none: "Не помечается",
      notThisOne: "Это не она",
      labelIt: "Пометить",
      leaveToRegister: "Оставить реестру",
      prints: "Будет напечатано:",
      below: "Под текстом:",
      headline: "В заголовке",
      standfirst: "В подводке",
      caption: "В подписи главного снимка",
      alt: "В описании снимка",
    },
    labelAs: (organisation) => `Пометить как ${organisation}`,
    tools: {
      toolbar: "Инструменты текста",
      undo: "Отменить",
      redo: "Вернуть",
      paragraph: "Абзац",
      heading: "Подзаголовок",
      subheading: "Малый подзаголовок",
      strong: "Полужирный",
      em: "Курсив",
      code: "Код",
      bullets: "Список",
      numbers: "Нумерованный список",
      link: "Ссылка",
      quotation: "Прямая речь",
      citation: "Источник",
      event: "Дата",
      blockquote: "Цитата",
      pullQuote: "Врезка",
      picture: "Снимок",
      table: "Таблица",
      embed: "Карточка",
      rule: "Линия",
      help: "Клавиши",
    },
    ask: {
      ok: "Готово",
      cancel: "Отмена",
      remove: "Снять",
      address: "Адрес",
      title: "Название",
      speaker: "Кто говорит",
      office: "Должность",
      source: "Источник",
      noSource: "Без источника",
      findSource: "Найти источник",
      newSource: "Новый источник",
      sourceName: "Его название",
      sourceAddress: "Его адрес",
      date: "Дата",
      dateHint: "2003, 2018-02 или 2018-02-15",
      alt: "Описание снимка",
      credit: "Автор снимка",
      caption: "Подпись",
      cardTitle: "Название карточки",
      cardDescription: "Что это",
      rowAfter: "Добавить строку",
      columnAfter: "Добавить столбец",
      headRow: "Первая строка — шапка",
      deleteRow: "Удалить строку",
      deleteColumn: "Удалить столбец",
      deleteTable: "Удалить таблицу",
      findPicture: "Найти снимок",
      addPicture: "Добавить с этого устройства",
      noPictures: "Снимков не найдено.",
      pictureFailed: "Снимок не отправлен. Проверьте соединение и попробуйте ещё раз.",
    },
    help: {
      title: "Клавиши",
      keys: "Клавиши",
      does: "Что они делают",
      toToolbar: "К инструментам; стрелки ходят по ним, Escape ведёт назад",
      newLine: "Новая строка в том же абзаце",
      indent: "Глубже в список или в следующую ячейку, и назад",
      signs: "В начале строки: подзаголовок, список, нумерованный список, цитата, линия",
      close: "Закрыть",
    },
  },
  ar: {
    untitled: "خبر بلا عنوان",
    fields: {
      headline: "العنوان",
      standfirst: "المقدمة",
      place: "مكان الخبر",
      day: "يومه",
      picture: "الصورة الرئيسية",
      noPicture: "بلا صورة",
      choosePicture: "اختر صورة",
      alt: "النص البديل",
      altHint: "ما تُظهره الصورة لمن لا يراها.",
      caption: "التعليق",
      text: "النص",
      textHint:
        "بلغة Markdown. يبقى المتكلمون والمصادر والتواريخ وما تقرر بشأن التنويه حيث لا تمسّ الكلمات. والسطر الأخير من الاقتباس بعد شرطتين يذكر المتكلم: -- ميرا هولت، مديرة الميناء",
      nobody: "لا أحد",
    },
    picks: {
      title: "اختر من المكتبة",
      words: "كلمات من اسمها أو تعليقها أو مصدرها",
      hint: "تظهر الأحدث. يبقى ما كُتب في هذه الصفحة وأنت تبحث عن غيرها.",
      find: "ابحث",
    },
    author: (place) => (place === 1 ? "الكاتب" : `الكاتب ${place}`),
    save: "حفظ",
    refused: {
      day: "هذا اليوم غير موجود. اختر يومًا آخر أو اتركه فارغًا.",
      picture: "لم تعد الصورة الرئيسية في المكتبة. اختر غيرها.",
      document: "في النص شيء لا يحفظه Dateline. تراجع عن آخر تغيير.",
      large: "النص أكبر مما يقبله Dateline. اقسمه إلى خبرين.",
    },
    state: {
      unchanged: "لم يتغير شيء بعد.",
      unsaved: "لم يُحفظ بعد.",
      saving: "يجري الحفظ…",
      kept: "محفوظ في هذا المتصفح، وسيُرسل.",
      homeless: "هذا المتصفح لا يحتفظ بشيء. أبقِ الصفحة مفتوحة حتى تقول إن كلماتك حُفظت.",
      signedOut: "انتهت جلستك. كلماتك محفوظة في هذا المتصفح؛ سجّل الدخول في تبويب آخر ثم واصل هنا.",
      gone: "لم يعد هذا الخبر متاحًا لك. كلماتك محفوظة في هذا المتصفح.",
      refused: "لم يُحفظ:",
      conflict: "حفظ غيرك نصه. لن يُرسل شيء حتى تختار.",
    },
    saved: (time) => `حُفظ في ${time}.`,
    newer: (who, time) => `أمامك ما حفظه ${who} في ${time}.`,
    signInAgain: "سجّل الدخول في تبويب آخر",
    decide: "اعرض النصين",
    here: (names) => `هنا أيضًا: ${names}`,
    comparison: {
      title: "حفظ غيرك نصه",
      mine: "نصك",
      theirs: "النص المحفوظ",
      sameWords: "الكلمات واحدة؛ والمختلف ما أُرفق بها.",
      aside: "ويبقى الآخر في السجل.",
      takeMine: "واصل بنصك",
      takeTheirs: "واصل بالنص المحفوظ",
      later: "القرار لاحقًا",
      unsentTitle: "كلمات لم تُرسل",
      unsent: "احتفظ هذا المتصفح بنص لهذا الخبر لم يصل إلى Dateline.",
      takeUnsent: "واصل به",
      leaveUnsent: "ضعه جانبًا",
    },
    saidBy: (who) => `حفظ ${who} هذا الخبر وأنت تكتب.`,
    mentions: {
      title: "التنويهات",
      nothing: "لا تُذكر منظمة من السجل.",
      label: "يُنوَّه بها",
      ask: "القرار لك",
      none: "لا يُنوَّه بها",
      notThisOne: "ليست هذه",
      labelIt: "ضع التنويه",
      leaveToRegister: "اتركها للسجل",
      prints: "سيُطبع:",
      below: "تحت النص:",
      headline: "في العنوان",
      standfirst: "في المقدمة",
      caption: "في تعليق الصورة الرئيسية",
      alt: "في النص البديل",
    },
    labelAs: (organisation) => `نوّه بها على أنها ${organisation}`,
    tools: {
      toolbar: "أدوات النص",
      undo: "تراجع",
      redo: "إعادة",
      paragraph: "فقرة",
      heading: "عنوان فرعي",
      subheading: "عنوان أصغر",
      strong: "غامق",
      em: "توكيد",
      code: "رمز",
      bullets: "قائمة",
      numbers: "قائمة مرقمة",
      link: "رابط",
      quotation: "كلام منقول",
      citation: "مصدر",
      event: "تاريخ",
      blockquote: "اقتباس",
      pullQuote: "مقتطف بارز",
      picture: "صورة",
      table: "جدول",
      embed: "بطاقة",
      rule: "خط",
      help: "المفاتيح",
    },
    ask: {
      ok: "اعتماد",
      cancel: "إلغاء",
      remove: "إزالة",
      address: "العنوان الإلكتروني",
      title: "الاسم",
      speaker: "المتكلم",
      office: "منصبه",
      source: "المصدر",
      noSource: "بلا مصدر",
      findSource: "ابحث عن مصدر",
      newSource: "مصدر جديد",
      sourceName: "اسمه",
      sourceAddress: "عنوانه الإلكتروني",
      date: "التاريخ",
      dateHint: "2003 أو 2018-02 أو 2018-02-15",
      alt: "النص البديل",
      credit: "صاحب الصورة",
      caption: "التعليق",
      cardTitle: "عنوان البطاقة",
      cardDescription: "ما هي",
      rowAfter: "أضف صفًا",
      columnAfter: "أضف عمودًا",
      headRow: "الصف الأول رأس",
      deleteRow: "احذف الصف",
      deleteColumn: "احذف العمود",
      deleteTable: "احذف الجدول",
      findPicture: "ابحث عن صورة",
      addPicture: "أضف صورة من هذا الجهاز",
      noPictures: "لم يُعثر على صورة.",
      pictureFailed: "لم تُرسل الصورة. تحقق من الاتصال وأعد المحاولة.",
    },
    help: {
      title: "المفاتيح",
      keys: "المفاتيح",
      does: "ما تفعله",
      toToolbar: "إلى الأدوات؛ الأسهم تتنقل بينها وEscape يعود بك",
      newLine: "سطر جديد في الفقرة نفسها",
      indent: "أعمق في القائمة أو إلى الخلية التالية، والعودة",
      signs: "في أول السطر: عنوان فرعي، قائمة، قائمة مرقمة، اقتباس، خط",
      close: "إغلاق",
    },
  },
};
