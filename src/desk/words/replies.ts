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
  readonly flags: Readonly<Record<"first" | "refused-before" | "links", string>>;
  readonly states: Readonly<Record<ReplyState, string>>;
  readonly waiting: (n: number) => string;
  readonly keys: string;
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
    record: (shown, refused) => `${shown} shown before, ${refused} refused`,
    flags: { first: "First reply", "refused-before": "Was refused before", links: "Many links" },
    states: { held: "Waiting", shown: "Shown", refused: "Refused", withdrawn: "Taken back", erased: "Erased" },
    waiting: counted("en", { one: "{n} reply waits for a moderator", other: "{n} replies wait for a moderator" }),
    keys: "Tab moves from reply to reply, the space bar chooses.",
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
    record: (shown, refused) => `раньше показано: ${shown}, отклонено: ${refused}`,
    flags: { first: "Первый отклик", "refused-before": "Раньше отклоняли", links: "Много ссылок" },
    states: { held: "Ждёт", shown: "Показан", refused: "Отклонён", withdrawn: "Отозван", erased: "Стёрт" },
    waiting: counted("ru", {
      one: "Модератора ждёт {n} отклик",
      few: "Модератора ждут {n} отклика",
      many: "Модератора ждут {n} откликов",
      other: "Модератора ждут {n} отклика",
    }),
    keys: "Tab переходит от отклика к отклику, пробел отмечает.",
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
    record: (shown, refused) => `عُرض له سابقًا ${shown} ورُفض ${refused}`,
    flags: { first: "أول رد", "refused-before": "رُفض سابقًا", links: "روابط كثيرة" },
    states: { held: "ينتظر", shown: "معروض", refused: "مرفوض", withdrawn: "مسحوب", erased: "ممحو" },
    waiting: counted("ar", {
      zero: "لا رد ينتظر مشرفًا",
      one: "رد واحد ينتظر مشرفًا",
      two: "ردان ينتظران مشرفًا",
      few: "{n} ردود تنتظر مشرفًا",
      many: "{n} ردًا ينتظر مشرفًا",
      other: "{n} رد ينتظر مشرفًا",
    }),
    keys: "ينقل Tab من رد إلى رد، وتختار المسافة.",
  },
};
