/** The words of the public record: what was changed, when, why, and what it said before. */
import type { Mark, ToldKind, VersionKind } from "#agency/corrections/corrections.ts";
import type { DecidingRole, Reason } from "#agency/withholding/withholding.ts";
import type { LinePart } from "#text/diff/documents.ts";

/** What stands round the body of a story. */
export type TextPart = "headline" | "standfirst" | "dateline" | "authors" | "picture";

export type RecordWords = {
  readonly history: string;
  readonly historyOf: string;
  readonly introduction: string;
  readonly kinds: Readonly<Record<VersionKind, string>>;
  readonly version: (number: string) => string;
  readonly seeVersion: (number: string) => string;
  readonly current: string;
  /** "Corrected on 2 March 2026": before the sentence that says what. */
  readonly noted: Readonly<Record<ToldKind, (day: string) => string>>;
  /** Beside a headline in a list. */
  readonly marks: Readonly<Record<Mark, string>>;
  readonly itSaid: string;
  readonly itSays: string;
  readonly leftOut: string;
  readonly credited: (name: string) => string;
  readonly notes: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly removed: string;
  readonly added: string;
  /** Above what changed in the list of events below a story. */
  readonly events: string;
  readonly eventKinds: Readonly<Record<"added" | "removed" | "mended", string>>;
  readonly eventParts: Readonly<Record<"day" | "event" | "words", string>>;
  readonly parts: Readonly<Record<LinePart | TextPart, string>>;
  /** Above an old version. */
  readonly asItWas: (number: string, from: string) => string;
  readonly toCurrent: string;
  readonly corrections: string;
  readonly correctionsIntroduction: string;
  readonly noCorrections: string;
  readonly newerCorrections: string;
  readonly olderCorrections: string;
  readonly newerVersions: string;
  readonly olderVersions: string;
  /** What was taken from the record because law or safety asks for it. */
  readonly withheld: (day: string, reason: string, roles: string) => string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** Who asked and who decided. */
  readonly roles: (asked: DecidingRole, decided: DecidingRole) => string;
};

export const record: Readonly<Record<"en" | "ru" | "ar", RecordWords>> = {
  en: {
    history: "History of this story",
    historyOf: "History",
    introduction: "Every version readers were shown, the newest first, with what was changed in each and why.",
    kinds: {
      publication: "Published",
      update: "Update",
      typo: "Typing mistakes",
      clarification: "Clarification",
      correction: "Correction",
      translation: "Translation brought up to date",
      retraction: "Retraction",
      "label-change": "Labels changed",
    },
    version: (number) => `Version ${number}`,
    seeVersion: (number) => `Read version ${number}`,
    current: "this is what readers see now",
    noted: {
      clarification: (day) => `Clarified on ${day}`,
      correction: (day) => `Corrected on ${day}`,
      retraction: (day) => `Retracted on ${day}`,
    },
    marks: { clarified: "Clarified", corrected: "Corrected", retracted: "Retracted" },
    itSaid: "It said",
    itSays: "It now says",
    leftOut: "nothing",
    credited: (name) => `Asked for by ${name}.`,
    notes: "Corrections and clarifications",
    changes: "What was changed",
    noChanges: "No word of the text was changed.",
    removed: "removed",
    added: "added",
    events: "Changes in the list of events",
    eventKinds: { added: "Event added", removed: "Event removed", mended: "Event mended" },
    eventParts: { day: "When", event: "What", words: "More" },
    parts: {
      headline: "Headline",
      standfirst: "Standfirst",
      dateline: "Dateline",
      authors: "Authors",
      picture: "Picture",
      paragraph: "Paragraph",
      heading: "Heading",
      "list-item": "List item",
      quotation: "Quotation",
      "pull-quote": "Pull quote",
      caption: "Caption",
      cell: "Table cell",
      speaker: "Speaker",
      link: "Link",
      date: "Date",
      credit: "Credit",
      alt: "Description of the picture",
      embed: "Page elsewhere",
      rule: "Line",
    },
    asItWas: (number, from) =>
      `This is version ${number}, as it came out on ${from}. It is kept for the record; do not quote it as what we say today.`,
    toCurrent: "Read the story as it stands now",
    corrections: "Corrections",
    correctionsIntroduction:
      "What we got wrong, what could be misread, and what we took back, the newest first. Each stays here and with its story.",
    noCorrections: "Nothing has been corrected yet.",
    newerCorrections: "Newer corrections",
    olderCorrections: "Older corrections",
    newerVersions: "Newer versions",
    olderVersions: "Older versions",
    withheld: (day, reason, roles) =>
      `On ${day} something was withheld from this story: ${reason}. Decided by ${roles}.`,
    reasons: {
      court: "a court ordered it",
      child: "to protect a child",
      victim: "to protect a victim",
      source: "to protect somebody who is in danger",
      erasure: "somebody’s right to be forgotten was upheld",
      safety: "somebody’s safety asks for it",
    },
    roles: (asked, decided) => {
      if (asked !== decided) return "an editor and an administrator";
      return asked === "editor" ? "two editors" : "two administrators";
    },
  },
  ru: {
    history: "История изменений",
    historyOf: "История изменений",
    introduction: "Все версии, которые видели читатели, новые сверху: что в каждой изменено и почему.",
    kinds: {
      publication: "Публикация",
      update: "Обновление",
      typo: "Опечатки",
      clarification: "Уточнение",
      correction: "Исправление",
      translation: "Перевод приведён в соответствие с оригиналом",
      retraction: "Опровержение",
      "label-change": "Изменились пометы",
    },
    version: (number) => `Версия ${number}`,
    seeVersion: (number) => `Прочитать версию ${number}`,
    current: "её читатели видят сейчас",
    noted: {
      clarification: (day) => `Уточнено ${day}`,
      correction: (day) => `Исправлено ${day}`,
      retraction: (day) => `Опровергнуто ${day}`,
    },
    marks: { clarified: "Уточнено", corrected: "Исправлено", retracted: "Опровергнуто" },
    itSaid: "Было",
    itSays: "Стало",
    leftOut: "ничего",
    credited: (name) => `Об этом попросили: ${name}.`,
    notes: "Исправления и уточнения",
    changes: "Что изменено",
    noChanges: "Ни одно слово текста не изменено.",
    removed: "убрано",
    added: "добавлено",
    events: "Изменения в списке событий",
    eventKinds: { added: "Событие добавлено", removed: "Событие убрано", mended: "Событие исправлено" },
    eventParts: { day: "Когда", event: "Что", words: "Подробнее" },
    parts: {
      headline: "Заголовок",
      standfirst: "Вводка",
      dateline: "Место и дата",
      authors: "Авторы",
      picture: "Снимок",
      paragraph: "Абзац",
      heading: "Подзаголовок",
      "list-item": "Пункт списка",
      quotation: "Цитата",
      "pull-quote": "Выноска",
      caption: "Подпись",
      cell: "Ячейка таблицы",
      speaker: "Кто говорит",
      link: "Ссылка",
      date: "Дата",
      credit: "Автор снимка",
      alt: "Описание снимка",
      embed: "Страница в сети",
      rule: "Черта",
    },
    asItWas: (number, from) =>
      `Это версия ${number}, какой она вышла ${from}. Она хранится для истории; не приводите её как то, что мы говорим сегодня.`,
    toCurrent: "Читать материал, каков он сейчас",
    corrections: "Исправления",
    correctionsIntroduction:
      "В чём мы ошиблись, что можно было понять не так и от чего мы отказались; новое сверху. Всё остаётся здесь и у своего материала.",
    noCorrections: "Пока ничего не исправляли.",
    newerCorrections: "Новее",
    olderCorrections: "Раньше",
    newerVersions: "Новее",
    olderVersions: "Раньше",
    withheld: (day, reason, roles) => `${day} из этого материала изъяты сведения: ${reason}. Так решили ${roles}.`,
    reasons: {
      court: "по решению суда",
      child: "чтобы защитить ребёнка",
      victim: "чтобы защитить потерпевшего",
      source: "чтобы защитить того, кто в опасности",
      erasure: "признано чьё-то право на забвение",
      safety: "этого требует чья-то безопасность",
    },
    roles: (asked, decided) => {
      if (asked !== decided) return "редактор и администратор";
      return asked === "editor" ? "два редактора" : "два администратора";
    },
  },
  ar: {
    history: "سجل تغييرات هذه المادة",
    historyOf: "سجل التغييرات",
    introduction: "كل نسخة رآها القراء، الأحدث أولًا، وما تغيّر في كل منها ولماذا.",
    kinds: {
      publication: "نشر",
      update: "تحديث",
      typo: "أخطاء مطبعية",
      clarification: "توضيح",
      correction: "تصحيح",
      translation: "تحديث الترجمة وفق الأصل",
      retraction: "تراجع",
      "label-change": "تغيّرت الإشارات",
    },
    version: (number) => `النسخة ${number}`,
    seeVersion: (number) => `قراءة النسخة ${number}`,
    current: "هذا ما يراه القراء الآن",
    noted: {
      clarification: (day) => `توضيح بتاريخ ${day}`,
      correction: (day) => `تصحيح بتاريخ ${day}`,
      retraction: (day) => `تراجع بتاريخ ${day}`,
    },
    marks: { clarified: "فيها توضيح", corrected: "مصححة", retracted: "تراجعنا عنها" },
    itSaid: "كانت تقول",
    itSays: "صارت تقول",
    leftOut: "لا شيء",
    credited: (name) => `بطلب من ${name}.`,
    notes: "تصحيحات وتوضيحات",
    changes: "ما تغيّر",
    noChanges: "لم تتغير كلمة من النص.",
    removed: "محذوف",
    added: "مضاف",
    events: "تغييرات في قائمة الأحداث",
    eventKinds: { added: "أُضيف حدث", removed: "أُزيل حدث", mended: "صُحّح حدث" },
    eventParts: { day: "متى", event: "ماذا", words: "تفاصيل" },
    parts: {
      headline: "العنوان",
      standfirst: "المقدمة",
      dateline: "المكان والتاريخ",
      authors: "الكتّاب",
      picture: "الصورة",
      paragraph: "فقرة",
      heading: "عنوان فرعي",
      "list-item": "بند في قائمة",
      quotation: "اقتباس",
      "pull-quote": "اقتباس بارز",
      caption: "تعليق الصورة",
      cell: "خلية جدول",
      speaker: "المتحدث",
      link: "رابط",
      date: "تاريخ",
      credit: "مصدر الصورة",
      alt: "وصف الصورة",
      embed: "صفحة أخرى",
      rule: "خط",
    },
    asItWas: (number, from) =>
      `هذه النسخة ${number} كما صدرت بتاريخ ${from}. محفوظة للسجل؛ لا تقتبسها على أنها ما نقوله اليوم.`,
    toCurrent: "قراءة المادة كما هي الآن",
    corrections: "التصحيحات",
    correctionsIntroduction:
      "ما أخطأنا فيه، وما كان يمكن أن يُفهم خطأً، وما تراجعنا عنه، الأحدث أولًا. يبقى كل منها هنا ومع مادته.",
    noCorrections: "لم يُصحَّح شيء بعد.",
    newerCorrections: "تصحيحات أحدث",
    olderCorrections: "تصحيحات أقدم",
    newerVersions: "نسخ أحدث",
    olderVersions: "نسخ أقدم",
    withheld: (day, reason, roles) => `بتاريخ ${day} حُجبت معلومات من هذه المادة: ${reason}. قرر ذلك ${roles}.`,
    reasons: {
      court: "بأمر من محكمة",
      child: "لحماية طفل",
      victim: "لحماية ضحية",
      source: "لحماية شخص في خطر",
      erasure: "أُقرّ حق شخص في أن يُنسى",
      safety: "تقتضيه سلامة شخص",
    },
    roles: (asked, decided) => {
      if (asked !== decided) return "محرر ومدير";
      return asked === "editor" ? "محرران" : "مديران";
    },
  },
};
