/** The words of events, timelines and the diary. */

import type { DiaryRefusal, DiaryState } from "#agency/diary/diary.ts";
import type { EventRefusal, TimelineRefusal } from "#agency/events/events.ts";
import { counted } from "#lib/counted.ts";
import type { Precision, Season } from "#text/events/dates.ts";
import type { Spoken } from "./spoken.ts";

type Found = Exclude<DiaryState, "open">;

export type EventWords = {
  readonly title: string;
  readonly introduction: string;
  readonly tab: string;
  readonly search: string;
  readonly find: string;
  readonly none: string;
  readonly older: string;
  readonly add: string;
  readonly change: (title: string) => string;
  readonly keep: string;
  readonly remove: string;
  readonly precision: string;
  readonly precisions: Readonly<Record<Precision, string>>;
  readonly date: string;
  readonly dateHint: string;
  readonly until: string;
  readonly untilHint: string;
  readonly season: string;
  readonly seasonHint: string;
  readonly seasons: Readonly<Record<Season, string>>;
  readonly titleIn: (edition: string) => string;
  readonly wordsIn: (edition: string) => string;
  readonly sources: string;
  readonly moreSources: string;
  readonly moreSourcesHint: string;
  readonly uses: (n: number) => string;
  readonly usesTitle: string;
  readonly isOld: string;
  readonly agrees: string;
  readonly inUse: (n: number) => string;
  readonly refusals: Readonly<Record<EventRefusal, string>>;
  readonly ofStory: {
    readonly introduction: string;
    readonly told: string;
    readonly noneTold: string;
    readonly drop: (title: string) => string;
    readonly found: string;
    readonly foundHint: string;
    readonly noneFound: string;
    readonly same: string;
    readonly isSame: (title: string) => string;
    readonly asNew: string;
    readonly other: string;
    readonly otherHint: string;
    readonly take: (title: string) => string;
    readonly mended: (when: string, what: string) => string;
    readonly write: string;
  };
  readonly timelines: {
    readonly title: string;
    readonly introduction: string;
    readonly add: string;
    readonly change: (title: string) => string;
    readonly name: string;
    readonly address: string;
    readonly addressHint: string;
    readonly about: string;
    readonly events: string;
    readonly moreEvents: string;
    readonly eventsOn: (n: number) => string;
    readonly see: string;
    readonly remove: (title: string) => string;
    readonly import: string;
    readonly importHint: string;
    readonly file: string;
    readonly take: string;
    readonly took: (taken: number, skipped: number) => string;
    readonly problems: Readonly<
      Record<"no-file" | "not-json" | "not-a-timeline" | "not-a-calendar" | "too-many" | "too-large", string>
    >;
    readonly refusals: Readonly<Record<TimelineRefusal, string>>;
  };
  readonly diary: {
    readonly title: string;
    readonly introduction: string;
    readonly lists: Readonly<Record<"due" | "coming" | "undated" | "decided", string>>;
    readonly none: string;
    readonly between: (from: string, to: string) => string;
    readonly from: (day: string) => string;
    readonly by: (day: string) => string;
    readonly noDay: string;
    readonly said: string;
    readonly decide: string;
    readonly decision: string;
    readonly decisions: Readonly<Record<Found, string>>;
    readonly states: Readonly<Record<Found, string>>;
    readonly outcome: string;
    readonly outcomeHint: string;
    readonly movedTo: string;
    readonly movedToHint: string;
    readonly followUp: string;
    readonly followUpHint: string;
    readonly noFollowUp: string;
    readonly toldIn: string;
    readonly refusals: Readonly<Record<DiaryRefusal, string>>;
    readonly dueNow: (n: number) => string;
  };
};

export const events: Spoken<EventWords> = {
  en: {
    title: "Events",
    introduction:
      "What happened and when, told once for every story. Mend an event here, and each story that tells of it is offered the mend.",
    tab: "Events",
    search: "Words to look for",
    find: "Find",
    none: "No event was found.",
    older: "Earlier events",
    add: "Add an event",
    change: (title) => `Event: ${title}`,
    keep: "Keep",
    remove: "Remove this event",
    precision: "How exactly it is known",
    precisions: {
      day: "The day",
      month: "The month",
      season: "The season",
      year: "The year",
      about: "About then",
      between: "Some time between two dates",
    },
    date: "Date",
    dateHint: "2018-02-15, 2018-02 or 2018: as much of it as is known.",
    until: "And (only for “between”)",
    untilHint: "The later of the two, written the same way.",
    season: "Season (only for “the season”)",
    seasonHint: "Its year stands under Date. A winter belongs to the year it begins in.",
    seasons: { spring: "Spring", summer: "Summer", autumn: "Autumn", winter: "Winter" },
    titleIn: (edition) => `What happened (${edition})`,
    wordsIn: (edition) => `More about it (${edition})`,
    sources: "It rests on",
    moreSources: "Another source, by its name",
    moreSourcesHint: "A source of the ledger; the first whose name holds these words is added.",
    uses: counted("en", { one: "in {n} story", other: "in {n} stories" }),
    usesTitle: "Stories that tell of it",
    isOld: "Written before the event was last mended",
    agrees: "The story agrees with it",
    inUse: counted("en", {
      one: "{n} story tells of this event. Take it out there first.",
      other: "{n} stories tell of this event. Take it out there first.",
    }),
    refusals: {
      "no-date": "Give a date that exists, as 2018-02-15, 2018-02 or 2018; of two dates the earlier one first.",
      "no-title": "Say what happened, in at least one edition’s language.",
      "too-long": "Keep what happened under 200 characters and the rest under 2,000.",
      changed:
        "Somebody changed this event meanwhile. What you typed is below; look at the event again before you keep it.",
    },
    ofStory: {
      introduction: "The events this story tells of. Readers find them below the text and on timelines.",
      told: "Told in this story",
      noneTold: "None yet.",
      drop: (title) => `Take out: ${title}`,
      found: "Dates found in the text",
      foundHint: "Each may become an event, or be one that is known already.",
      noneFound: "No dated sentence was found that is not among the events.",
      same: "Known events of that time",
      isSame: (title) => `It is this one: ${title}`,
      asNew: "Keep it as a new event",
      other: "Another event, by its words",
      otherHint: "For what the text tells of without a date.",
      take: (title) => `Add: ${title}`,
      mended: (when, what) =>
        `The event was mended since this story was compared with it. It says now: ${when}: ${what}`,
      write: "Change the text",
    },
    timelines: {
      title: "Timelines",
      introduction: "Chosen events on a page of their own, as a list and drawn to scale.",
      add: "Add a timeline",
      change: (title) => `Timeline: ${title}`,
      name: "Name",
      address: "Address",
      addressHint: "Small letters, figures and hyphens. It is never changed afterwards.",
      about: "What it is about",
      events: "Events on it",
      moreEvents: "Find more events, by their words",
      eventsOn: counted("en", { one: "{n} event", other: "{n} events" }),
      see: "See it as readers do",
      remove: (title) => `Remove this timeline: ${title}`,
      import: "Take in a timeline",
      importHint: "A TimelineJS file (JSON) or a calendar (iCalendar). Its events are added to this timeline.",
      file: "File",
      take: "Take it in",
      took: (taken, skipped) =>
        `${taken} taken in.${skipped > 0 ? ` ${skipped} left out: they have no date or no words.` : ""}`,
      problems: {
        "no-file": "Choose a file first.",
        "not-json": "The file is neither a calendar nor JSON. Export it again as TimelineJS JSON or as .ics.",
        "not-a-timeline": "The JSON is no TimelineJS timeline: it has no list of events with dates and words.",
        "not-a-calendar": "The file is no calendar: it does not begin with BEGIN:VCALENDAR.",
        "too-many": "The file has more than 2,000 events. Take it in as several files.",
        "too-large": "The file is larger than 4 MB. Take it in as several files.",
      },
      refusals: {
        "no-title": "Give the timeline a name.",
        "too-long": "Keep the name under 200 characters and what it is about under 2,000.",
        "bad-slug": "Write the address in small letters, figures and hyphens, 80 at most.",
        "taken-slug": "Another timeline has this address. Choose another one.",
      },
    },
    diary: {
      title: "Diary",
      introduction: "What published stories said was still to come. Say what became of it, and their readers are told.",
      lists: { due: "Come due", coming: "Still to come", undated: "Without a day", decided: "Decided" },
      none: "Nothing here.",
      between: (from, to) => `between ${from} and ${to}`,
      from: (day) => `from ${day} on`,
      by: (day) => `by ${day}`,
      noDay: "The sentence gives no day",
      said: "Said in",
      decide: "Say what became of it",
      decision: "What became of it",
      decisions: {
        kept: "It came about",
        missed: "It did not come about",
        moved: "It was put off",
        dropped: "Nothing to come back to",
      },
      states: {
        kept: "Came about",
        missed: "Did not come about",
        moved: "Put off",
        dropped: "Nothing to come back to",
      },
      outcome: "In a sentence, for readers",
      outcomeHint: "Printed below the earlier story under “What happened next”. May be left empty.",
      movedTo: "Look again on",
      movedToHint: "Only when it was put off: the new day.",
      followUp: "The story that tells of it",
      followUpHint: "Each story then names the other.",
      noFollowUp: "None",
      toldIn: "Told in",
      refusals: {
        "no-day": "Give the new day as 2018-02-15.",
        "too-long": "Keep the sentence under 500 characters.",
        "no-story": "That story is not there any more, or is the same one. Choose another.",
      },
      dueNow: counted("en", {
        one: "{n} entry of the diary has come due",
        other: "{n} entries of the diary have come due",
      }),
    },
  },
  ru: {
    title: "События",
    introduction:
      "Что произошло и когда — один раз для всех материалов. Исправьте событие здесь, и исправление будет предложено каждому материалу, где о нём рассказано.",
    tab: "События",
    search: "Искать слова",
    find: "Найти",
    none: "Событий не найдено.",
    older: "Более ранние события",
    add: "Добавить событие",
    change: (title) => `Событие: ${title}`,
    keep: "Сохранить",
    remove: "Удалить это событие",
    precision: "Насколько точно известно",
    precisions: {
      day: "День",
      month: "Месяц",
      season: "Время года",
      year: "Год",
      about: "Примерно тогда",
      between: "Между двумя датами",
    },
    date: "Дата",
    dateHint: "2018-02-15, 2018-02 или 2018: столько, сколько известно.",
    until: "И (только для «между»)",
    untilHint: "Поздняя из двух дат, в том же виде.",
    season: "Время года (только для него)",
    seasonHint: "Год указывается в поле «Дата». Зима относится к году, в котором началась.",
    seasons: { spring: "Весна", summer: "Лето", autumn: "Осень", winter: "Зима" },
    titleIn: (edition) => `Что произошло (${edition})`,
    wordsIn: (edition) => `Подробнее (${edition})`,
    sources: "На чём основано",
    moreSources: "Ещё источник, по названию",
    moreSourcesHint: "Источник из картотеки: добавляется первый, в названии которого есть эти слова.",
    uses: counted("ru", {
      one: "в {n} материале",
      few: "в {n} материалах",
      many: "в {n} материалах",
      other: "в {n} материала",
    }),
    usesTitle: "Материалы, где о нём рассказано",
    isOld: "Написано до последнего исправления события",
    agrees: "Материал согласуется с событием",
    inUse: counted("ru", {
      one: "О событии рассказано в {n} материале. Сначала уберите его там.",
      few: "О событии рассказано в {n} материалах. Сначала уберите его там.",
      many: "О событии рассказано в {n} материалах. Сначала уберите его там.",
      other: "О событии рассказано в {n} материала. Сначала уберите его там.",
    }),
    refusals: {
      "no-date": "Укажите существующую дату: 2018-02-15, 2018-02 или 2018; из двух дат первой — раннюю.",
      "no-title": "Скажите, что произошло, хотя бы на языке одной редакции.",
      "too-long": "Уложите суть в 200 знаков, а подробности в 2000.",
      changed:
        "Событие тем временем изменили. Набранное вами ниже; посмотрите на событие ещё раз, прежде чем сохранять.",
    },
    ofStory: {
      introduction: "События, о которых рассказано в материале. Читатели видят их под текстом и в хрониках.",
      told: "Рассказано в этом материале",
      noneTold: "Пока ничего.",
      drop: (title) => `Убрать: ${title}`,
      found: "Даты, найденные в тексте",
      foundHint: "Каждая может стать событием или оказаться уже известным.",
      noneFound: "Предложений с датами, которых ещё нет среди событий, не найдено.",
      same: "Известные события того времени",
      isSame: (title) => `Это оно: ${title}`,
      asNew: "Сохранить как новое событие",
      other: "Другое событие, по словам",
      otherHint: "Для того, о чём в тексте сказано без даты.",
      take: (title) => `Добавить: ${title}`,
      mended: (when, what) =>
        `Событие исправлено после того, как материал с ним сверяли. Теперь в нём сказано: ${when}: ${what}`,
      write: "Изменить текст",
    },
    timelines: {
      title: "Хроники",
      introduction: "Избранные события на отдельной странице: списком и на шкале времени.",
      add: "Добавить хронику",
      change: (title) => `Хроника: ${title}`,
      name: "Название",
      address: "Адрес",
      addressHint: "Строчные латинские буквы, цифры и дефисы. Потом не меняется.",
      about: "О чём она",
      events: "События в ней",
      moreEvents: "Найти ещё события, по словам",
      eventsOn: counted("ru", { one: "{n} событие", few: "{n} события", many: "{n} событий", other: "{n} события" }),
      see: "Посмотреть глазами читателя",
      remove: (title) => `Удалить хронику: ${title}`,
      import: "Принять хронику",
      importHint: "Файл TimelineJS (JSON) или календарь (iCalendar). Его события добавятся в эту хронику.",
      file: "Файл",
      take: "Принять",
      took: (taken, skipped) => `Принято: ${taken}.${skipped > 0 ? ` Пропущено без даты или слов: ${skipped}.` : ""}`,
      problems: {
        "no-file": "Сначала выберите файл.",
        "not-json": "Файл не календарь и не JSON. Выгрузите его ещё раз как TimelineJS JSON или .ics.",
        "not-a-timeline": "Этот JSON не хроника TimelineJS: в нём нет списка событий с датами и словами.",
        "not-a-calendar": "Это не календарь: файл не начинается с BEGIN:VCALENDAR.",
        "too-many": "В файле больше 2000 событий. Принимайте его по частям.",
        "too-large": "Файл больше 4 МБ. Принимайте его по частям.",
      },
      refusals: {
        "no-title": "Дайте хронике название.",
        "too-long": "Уложите название в 200 знаков, а описание в 2000.",
        "bad-slug": "Адрес: строчные латинские буквы, цифры и дефисы, не больше 80 знаков.",
        "taken-slug": "Этот адрес занят другой хроникой. Выберите другой.",
      },
    },
    diary: {
      title: "Календарь обещаний",
      introduction:
        "О чём опубликованные материалы говорили как о предстоящем. Скажите, что из этого вышло, и читатели об этом узнают.",
      lists: { due: "Срок настал", coming: "Предстоит", undated: "Без даты", decided: "Решено" },
      none: "Здесь ничего нет.",
      between: (from, to) => `с ${from} по ${to}`,
      from: (day) => `начиная с ${day}`,
      by: (day) => `до ${day}`,
      noDay: "В предложении нет даты",
      said: "Сказано в материале",
      decide: "Сказать, что вышло",
      decision: "Что вышло",
      decisions: {
        kept: "Состоялось",
        missed: "Не состоялось",
        moved: "Перенесено",
        dropped: "Возвращаться не к чему",
      },
      states: { kept: "Состоялось", missed: "Не состоялось", moved: "Перенесено", dropped: "Возвращаться не к чему" },
      outcome: "Одним предложением, для читателей",
      outcomeHint: "Печатается под прежним материалом, в разделе «Что было дальше». Можно оставить пустым.",
      movedTo: "Вернуться к этому",
      movedToHint: "Только если перенесено: новый день.",
      followUp: "Материал, где об этом рассказано",
      followUpHint: "Каждый из двух материалов назовёт другой.",
      noFollowUp: "Нет",
      toldIn: "Рассказано в материале",
      refusals: {
        "no-day": "Укажите новый день в виде 2018-02-15.",
        "too-long": "Уложите предложение в 500 знаков.",
        "no-story": "Такого материала больше нет, или это тот же самый. Выберите другой.",
      },
      dueNow: counted("ru", {
        one: "Настал срок {n} записи календаря",
        few: "Настал срок {n} записей календаря",
        many: "Настал срок {n} записей календаря",
        other: "Настал срок {n} записи календаря",
      }),
    },
  },
  ar: {
    title: "الأحداث",
    introduction: "ما حدث ومتى، يُروى مرة واحدة لكل المواد. صحّح الحدث هنا فيُعرض التصحيح على كل مادة تذكره.",
    tab: "الأحداث",
    search: "كلمات للبحث",
    find: "ابحث",
    none: "لم يُعثر على حدث.",
    older: "أحداث أقدم",
    add: "أضف حدثًا",
    change: (title) => `حدث: ${title}`,
    keep: "احفظ",
    remove: "احذف هذا الحدث",
    precision: "مدى دقة المعروف",
    precisions: {
      day: "اليوم",
      month: "الشهر",
      season: "الفصل",
      year: "السنة",
      about: "نحو ذلك الوقت",
      between: "بين تاريخين",
    },
    date: "التاريخ",
    dateHint: "‎2018-02-15 أو ‎2018-02 أو ‎2018: بقدر ما هو معروف.",
    until: "و (لـ«بين تاريخين» فقط)",
    untilHint: "المتأخر من التاريخين، بالكتابة نفسها.",
    season: "الفصل (للفصل فقط)",
    seasonHint: "تُكتب سنته في حقل التاريخ. الشتاء من السنة التي يبدأ فيها.",
    seasons: { spring: "الربيع", summer: "الصيف", autumn: "الخريف", winter: "الشتاء" },
    titleIn: (edition) => `ما حدث (${edition})`,
    wordsIn: (edition) => `المزيد عنه (${edition})`,
    sources: "يستند إلى",
    moreSources: "مصدر آخر، باسمه",
    moreSourcesHint: "مصدر من السجل: يُضاف أول مصدر في اسمه هذه الكلمات.",
    uses: counted("ar", {
      zero: "في لا مادة",
      one: "في مادة واحدة",
      two: "في مادتين",
      few: "في {n} مواد",
      many: "في {n} مادة",
      other: "في {n} مادة",
    }),
    usesTitle: "المواد التي تذكره",
    isOld: "كُتبت قبل آخر تصحيح للحدث",
    agrees: "المادة تتفق معه",
    inUse: counted("ar", {
      zero: "لا مادة تذكر هذا الحدث.",
      one: "مادة واحدة تذكر هذا الحدث. أخرجه منها أولًا.",
      two: "مادتان تذكران هذا الحدث. أخرجه منهما أولًا.",
      few: "{n} مواد تذكر هذا الحدث. أخرجه منها أولًا.",
      many: "{n} مادة تذكر هذا الحدث. أخرجه منها أولًا.",
      other: "{n} مادة تذكر هذا الحدث. أخرجه منها أولًا.",
    }),
    refusals: {
      "no-date": "أعطِ تاريخًا موجودًا مثل ‎2018-02-15 أو ‎2018-02 أو ‎2018؛ ومن التاريخين الأسبق أولًا.",
      "no-title": "قل ما حدث، بلغة طبعة واحدة على الأقل.",
      "too-long": "اجعل ما حدث في أقل من 200 حرف والباقي في أقل من 2000.",
      changed: "غيّر أحدهم هذا الحدث في هذه الأثناء. ما كتبته أدناه؛ انظر إلى الحدث مرة أخرى قبل الحفظ.",
    },
    ofStory: {
      introduction: "الأحداث التي ترويها هذه المادة. يجدها القراء تحت النص وفي الخطوط الزمنية.",
      told: "مروي في هذه المادة",
      noneTold: "لا شيء بعد.",
      drop: (title) => `أخرج: ${title}`,
      found: "تواريخ وُجدت في النص",
      foundHint: "يمكن أن يصبح كل منها حدثًا، أو أن يكون حدثًا معروفًا.",
      noneFound: "لم توجد جملة مؤرخة ليست بين الأحداث.",
      same: "أحداث معروفة من ذلك الوقت",
      isSame: (title) => `إنه هذا: ${title}`,
      asNew: "احفظه حدثًا جديدًا",
      other: "حدث آخر، بكلماته",
      otherHint: "لما يرويه النص بلا تاريخ.",
      take: (title) => `أضف: ${title}`,
      mended: (when, what) => `صُحّح الحدث بعد مقارنة هذه المادة به. يقول الآن: ${when}: ${what}`,
      write: "غيّر النص",
    },
    timelines: {
      title: "الخطوط الزمنية",
      introduction: "أحداث مختارة في صفحة خاصة بها، قائمةً ومرسومة بمقياس الزمن.",
      add: "أضف خطًا زمنيًا",
      change: (title) => `خط زمني: ${title}`,
      name: "الاسم",
      address: "العنوان",
      addressHint: "حروف لاتينية صغيرة وأرقام وشرطات. لا يتغير بعد ذلك.",
      about: "عمّ يتحدث",
      events: "الأحداث فيه",
      moreEvents: "ابحث عن أحداث أخرى بكلماتها",
      eventsOn: counted("ar", {
        zero: "لا أحداث",
        one: "حدث واحد",
        two: "حدثان",
        few: "{n} أحداث",
        many: "{n} حدثًا",
        other: "{n} حدث",
      }),
      see: "شاهده كما يراه القراء",
      remove: (title) => `احذف هذا الخط الزمني: ${title}`,
      import: "استيراد خط زمني",
      importHint: "ملف TimelineJS ‏(JSON) أو تقويم (iCalendar). تُضاف أحداثه إلى هذا الخط.",
      file: "الملف",
      take: "استورده",
      took: (taken, skipped) => `استُورد ${taken}.${skipped > 0 ? ` تُرك ${skipped} بلا تاريخ أو بلا كلمات.` : ""}`,
      problems: {
        "no-file": "اختر ملفًا أولًا.",
        "not-json": "الملف ليس تقويمًا ولا JSON. صدّره مرة أخرى بصيغة TimelineJS JSON أو ‎.ics.",
        "not-a-timeline": "هذا الـJSON ليس خطًا زمنيًا لـTimelineJS: لا قائمة أحداث فيه بتواريخ وكلمات.",
        "not-a-calendar": "الملف ليس تقويمًا: لا يبدأ بـ BEGIN:VCALENDAR.",
        "too-many": "في الملف أكثر من 2000 حدث. استورده على أجزاء.",
        "too-large": "الملف أكبر من 4 ميغابايت. استورده على أجزاء.",
      },
      refusals: {
        "no-title": "أعطِ الخط الزمني اسمًا.",
        "too-long": "اجعل الاسم في أقل من 200 حرف والوصف في أقل من 2000.",
        "bad-slug": "اكتب العنوان بحروف لاتينية صغيرة وأرقام وشرطات، 80 على الأكثر.",
        "taken-slug": "لهذا العنوان خط زمني آخر. اختر غيره.",
      },
    },
    diary: {
      title: "مفكرة الوعود",
      introduction: "ما قالت المواد المنشورة إنه آتٍ. قل ما صار إليه فيُخبَر به قراؤها.",
      lists: { due: "حان وقته", coming: "لم يأتِ بعد", undated: "بلا يوم", decided: "محسوم" },
      none: "لا شيء هنا.",
      between: (from, to) => `بين ${from} و${to}`,
      from: (day) => `ابتداءً من ${day}`,
      by: (day) => `حتى ${day}`,
      noDay: "لا يوم في الجملة",
      said: "قيل في",
      decide: "قل ما صار إليه",
      decision: "ما صار إليه",
      decisions: { kept: "تحقق", missed: "لم يتحقق", moved: "أُجّل", dropped: "لا شيء يُرجع إليه" },
      states: { kept: "تحقق", missed: "لم يتحقق", moved: "أُجّل", dropped: "لا شيء يُرجع إليه" },
      outcome: "في جملة، للقراء",
      outcomeHint: "تُطبع تحت المادة السابقة بعنوان «ما حدث بعد ذلك». يمكن تركها فارغة.",
      movedTo: "انظر مرة أخرى في",
      movedToHint: "فقط إذا أُجّل: اليوم الجديد.",
      followUp: "المادة التي ترويه",
      followUpHint: "تذكر كل من المادتين الأخرى.",
      noFollowUp: "لا شيء",
      toldIn: "مروي في",
      refusals: {
        "no-day": "أعطِ اليوم الجديد مثل ‎2018-02-15.",
        "too-long": "اجعل الجملة في أقل من 500 حرف.",
        "no-story": "لم تعد تلك المادة موجودة، أو هي نفسها. اختر غيرها.",
      },
      dueNow: counted("ar", {
        zero: "لا مدخل حان وقته",
        one: "مدخل واحد في المفكرة حان وقته",
        two: "مدخلان في المفكرة حان وقتهما",
        few: "{n} مداخل في المفكرة حان وقتها",
        many: "{n} مدخلًا في المفكرة حان وقتها",
        other: "{n} مدخل في المفكرة حان وقته",
      }),
    },
  },
};
