/** The words of the queue of replies. */
import type { Reason, ReplyState } from "#agency/replies/replies.ts";
import { counted } from "#lib/counted.ts";
import type { Spoken } from "./spoken.ts";

export type ReplyWords = {
  readonly title: string;
  readonly introduction: string;
  readonly lists: Readonly<Record<"held" | "shown" | "refused" | "withdrawn", string>>;
  readonly none: string;
  readonly search: string;
  readonly find: string;
  readonly choose: (name: string) => string;
  readonly show: string;
  readonly refuse: string;
  readonly hold: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly note: string;
  readonly noteHint: string;
  readonly noneChosen: string;
  readonly decided: (n: number) => string;
  readonly undo: string;
  readonly undone: (n: number) => string;
  readonly on: string;
  readonly answers: (name: string) => string;
  readonly speaksOf: string;
  readonly isCorrection: string;
  readonly appeal: string;
  readonly record: (shown: number, refused: number) => string;
  /** Its writer says so. */
  readonly fromSite: (host: string) => string;
  readonly flags: Readonly<Record<"first" | "refused-before" | "links" | "like-refused" | "surge" | "advised", string>>;
  readonly states: Readonly<Record<ReplyState, string>>;
  readonly waiting: (n: number) => string;
  readonly keys: string;
  readonly keysTitle: string;
  readonly keysOn: string;
  readonly keyOf: Readonly<Record<"j" | "k" | "x" | "a" | "1" | "u" | "o" | "n" | "/" | "?", string>>;
  readonly close: string;
  /** A card and those like it: `n` in all. */
  readonly copies: (n: number) => string;
  readonly all: (n: number) => string;
  readonly first: string;
  readonly next: string;
  readonly older: string;
  readonly presses: string;
  readonly by: (name: string) => string;
  readonly decisions: string;
  readonly undecided: string;
  readonly undoneAt: string;
};

export const replies: Spoken<ReplyWords> = {
  en: {
    title: "Replies",
    introduction:
      "What readers sent. Choose replies, then decide them together; every decision can be undone, and its reader sees the reason.",
    lists: { held: "Waiting", shown: "Shown", refused: "Refused", withdrawn: "Taken back" },
    none: "Nothing here.",
    search: "Words in the reply",
    find: "Find",
    choose: (name) => `Choose the reply of ${name}`,
    show: "Show",
    refuse: "Refuse",
    hold: "Hold again",
    reason: "Reason, when refused",
    reasons: {
      "off-topic": "Not about the story",
      abuse: "Attacks or demeans somebody",
      spam: "Advertising",
      unlawful: "Unlawful content",
      privacy: "Gives away something private",
      duplicate: "Sent before",
      other: "Another reason",
    },
    note: "A word to the reader",
    noteHint: "They read it on their own page. May be left empty.",
    noneChosen: "Choose at least one reply.",
    decided: counted("en", { one: "{n} reply is decided.", other: "{n} replies are decided." }),
    undo: "Undo",
    undone: counted("en", { one: "{n} reply is as it was.", other: "{n} replies are as they were." }),
    on: "On",
    answers: (name) => `Answers ${name}:`,
    speaksOf: "Speaks of:",
    isCorrection: "A correction for the newsroom",
    appeal: "Asks for another look:",
    fromSite: (host) => `says it comes from ${host}`,
    record: (shown, refused) => `${shown} shown before, ${refused} refused`,
    flags: {
      first: "First reply",
      "refused-before": "Was refused before",
      links: "Many links",
      "like-refused": "Like one that was refused",
      surge: "Many replies at once",
      advised: "Advertising, by advice from outside",
    },
    states: { held: "Waiting", shown: "Shown", refused: "Refused", withdrawn: "Taken back", erased: "Erased" },
    waiting: counted("en", { one: "{n} reply waits for a moderator", other: "{n} replies wait for a moderator" }),
    keys: "The queue is worked without a mouse. Keys decide over what is chosen, or over the card you stand on.",
    keysTitle: "Keys",
    keysOn: "Keys of one letter work here",
    keyOf: {
      j: "The next card",
      k: "The card before",
      x: "Choose it, or not",
      a: "Show",
      "1": "Refuse, with the reason of that number",
      u: "Undo the last press",
      o: "Open the reply",
      n: "The next page",
      "/": "Search",
      "?": "These keys",
    },
    close: "Close",
    copies: counted("en", { one: "{n} reply", other: "{n} alike" }),
    all: counted("en", { one: "All of this list: {n} reply", other: "All of this list: {n} replies" }),
    first: "From the beginning",
    next: "The next cards",
    older: "Decided earlier",
    presses: "Decided in the last day",
    by: (name) => `Reply of ${name}`,
    decisions: "What was decided",
    undecided: "Nothing yet.",
    undoneAt: "Taken back:",
  },
  ru: {
    title: "Отклики",
    introduction:
      "Присланное читателями. Отметьте отклики и решите о них разом; каждое решение можно отменить, а причину видит автор.",
    lists: { held: "Ждут", shown: "Показаны", refused: "Отклонены", withdrawn: "Отозваны" },
    none: "Здесь ничего нет.",
    search: "Слова в отклике",
    find: "Найти",
    choose: (name) => `Отметить отклик: ${name}`,
    show: "Показать",
    refuse: "Отклонить",
    hold: "Вернуть в очередь",
    reason: "Причина, если отклонён",
    reasons: {
      "off-topic": "Не о материале",
      abuse: "Оскорбляет или унижает",
      spam: "Реклама",
      unlawful: "Противозаконное содержание",
      privacy: "Раскрывает личное",
      duplicate: "Уже присылали",
      other: "Другая причина",
    },
    note: "Слово читателю",
    noteHint: "Читатель увидит его на своей странице. Можно оставить пустым.",
    noneChosen: "Отметьте хотя бы один отклик.",
    decided: counted("ru", {
      one: "Решено: {n} отклик.",
      few: "Решено: {n} отклика.",
      many: "Решено: {n} откликов.",
      other: "Решено: {n} отклика.",
    }),
    undo: "Отменить",
    undone: counted("ru", {
      one: "{n} отклик снова как был.",
      few: "{n} отклика снова как были.",
      many: "{n} откликов снова как были.",
      other: "{n} отклика снова как были.",
    }),
    on: "К материалу",
    answers: (name) => `Ответ на слова (${name}):`,
    speaksOf: "Говорит о словах:",
    isCorrection: "Исправление для редакции",
    appeal: "Просит посмотреть ещё раз:",
    fromSite: (host) => `по словам автора, с сайта ${host}`,
    record: (shown, refused) => `раньше показано: ${shown}, отклонено: ${refused}`,
    flags: {
      first: "Первый отклик",
      "refused-before": "Раньше отклоняли",
      links: "Много ссылок",
      "like-refused": "Похож на отклонённый",
      surge: "Много откликов сразу",
      advised: "Реклама, по совету извне",
    },
    states: { held: "Ждёт", shown: "Показан", refused: "Отклонён", withdrawn: "Отозван", erased: "Стёрт" },
    waiting: counted("ru", {
      one: "Модератора ждёт {n} отклик",
      few: "Модератора ждут {n} отклика",
      many: "Модератора ждут {n} откликов",
      other: "Модератора ждут {n} отклика",
    }),
    keys: "С очередью можно работать без мыши. Клавиши решают об отмеченном, а если не отмечено ничего – о текущей карточке.",
    keysTitle: "Клавиши",
    keysOn: "Однобуквенные клавиши работают",
    keyOf: {
      j: "Следующая карточка",
      k: "Предыдущая карточка",
      x: "Отметить или снять отметку",
      a: "Показать",
      "1": "Отклонить с причиной под этим номером",
      u: "Отменить последнее решение",
      o: "Открыть отклик",
      n: "Следующая страница",
      "/": "Поиск",
      "?": "Эти клавиши",
    },
    close: "Закрыть",
    copies: counted("ru", { one: "{n} похожий", few: "{n} похожих", many: "{n} похожих", other: "{n} похожих" }),
    all: counted("ru", {
      one: "Весь список: {n} отклик",
      few: "Весь список: {n} отклика",
      many: "Весь список: {n} откликов",
      other: "Весь список: {n} отклика",
    }),
    first: "К началу",
    next: "Следующие карточки",
    older: "Решено раньше",
    presses: "Решено за последние сутки",
    by: (name) => `Отклик: ${name}`,
    decisions: "Что решено",
    undecided: "Пока ничего.",
    undoneAt: "Отменено:",
  },
  ar: {
    title: "الردود",
    introduction: "ما أرسله القراء. اختر ردودًا ثم احسمها معًا؛ كل قرار قابل للتراجع، ويرى صاحبه السبب.",
    lists: { held: "تنتظر", shown: "معروضة", refused: "مرفوضة", withdrawn: "مسحوبة" },
    none: "لا شيء هنا.",
    search: "كلمات في الرد",
    find: "ابحث",
    choose: (name) => `اختر رد ${name}`,
    show: "اعرض",
    refuse: "ارفض",
    hold: "أعده إلى الانتظار",
    reason: "السبب عند الرفض",
    reasons: {
      "off-topic": "ليس عن الخبر",
      abuse: "يهاجم أحدًا أو يحط من شأنه",
      spam: "إعلان",
      unlawful: "محتوى مخالف للقانون",
      privacy: "يكشف أمرًا خاصًا",
      duplicate: "أُرسل من قبل",
      other: "سبب آخر",
    },
    note: "كلمة إلى القارئ",
    noteHint: "يقرؤها في صفحته. يمكن تركها فارغة.",
    noneChosen: "اختر ردًا واحدًا على الأقل.",
    decided: counted("ar", {
      zero: "لم يُحسم رد.",
      one: "حُسم رد واحد.",
      two: "حُسم ردان.",
      few: "حُسمت {n} ردود.",
      many: "حُسم {n} ردًا.",
      other: "حُسم {n} رد.",
    }),
    undo: "تراجع",
    undone: counted("ar", {
      zero: "لم يعد رد كما كان.",
      one: "عاد رد واحد كما كان.",
      two: "عاد ردان كما كانا.",
      few: "عادت {n} ردود كما كانت.",
      many: "عاد {n} ردًا كما كان.",
      other: "عاد {n} رد كما كان.",
    }),
    on: "على",
    answers: (name) => `يجيب ${name}:`,
    speaksOf: "يتحدث عن:",
    isCorrection: "تصحيح للتحرير",
    appeal: "يطلب نظرة أخرى:",
    fromSite: (host) => `يقول كاتبه إنه قادم من ${host}`,
    record: (shown, refused) => `عُرض له سابقًا ${shown} ورُفض ${refused}`,
    flags: {
      first: "أول رد",
      "refused-before": "رُفض سابقًا",
      links: "روابط كثيرة",
      "like-refused": "يشبه ردًا مرفوضًا",
      surge: "ردود كثيرة معًا",
      advised: "إعلان، بحسب نصيحة من الخارج",
    },
    states: { held: "ينتظر", shown: "معروض", refused: "مرفوض", withdrawn: "مسحوب", erased: "ممحو" },
    waiting: counted("ar", {
      zero: "لا رد ينتظر مشرفًا",
      one: "رد واحد ينتظر مشرفًا",
      two: "ردان ينتظران مشرفًا",
      few: "{n} ردود تنتظر مشرفًا",
      many: "{n} ردًا ينتظر مشرفًا",
      other: "{n} رد ينتظر مشرفًا",
    }),
    keys: "يمكن العمل على القائمة دون فأرة. تحسم المفاتيح أمر ما اخترته، أو البطاقة الحالية إن لم تختر شيئًا.",
    keysTitle: "المفاتيح",
    keysOn: "تعمل هنا مفاتيح الحرف الواحد",
    keyOf: {
      j: "البطاقة التالية",
      k: "البطاقة السابقة",
      x: "اخترها أو ألغ اختيارها",
      a: "اعرض",
      "1": "ارفض بالسبب الذي يحمل هذا الرقم",
      u: "تراجع عن آخر قرار",
      o: "افتح الرد",
      n: "الصفحة التالية",
      "/": "ابحث",
      "?": "هذه المفاتيح",
    },
    close: "أغلق",
    copies: counted("ar", {
      zero: "لا متشابه",
      one: "رد واحد",
      two: "ردان متشابهان",
      few: "{n} ردود متشابهة",
      many: "{n} ردًا متشابهًا",
      other: "{n} رد متشابه",
    }),
    all: counted("ar", {
      zero: "كل القائمة: لا رد",
      one: "كل القائمة: رد واحد",
      two: "كل القائمة: ردان",
      few: "كل القائمة: {n} ردود",
      many: "كل القائمة: {n} ردًا",
      other: "كل القائمة: {n} رد",
    }),
    first: "من البداية",
    next: "البطاقات التالية",
    older: "حُسم قبل ذلك",
    presses: "ما حُسم في آخر يوم",
    by: (name) => `رد ${name}`,
    decisions: "ما تقرر",
    undecided: "لا شيء بعد.",
    undoneAt: "تم التراجع:",
  },
};
