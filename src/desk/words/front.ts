/** The words of arranging front pages. */
import type { Spoken } from "./spoken.ts";

export type FrontWords = {
  readonly title: (edition: string) => string;
  readonly introduction: string;
  readonly otherEditions: string;
  readonly places: string;
  readonly noPlaces: string;
  readonly lead: string;
  readonly place: (n: number) => string;
  readonly until: (headline: string) => string;
  /** Beside the field, where everybody sees which story it is about. */
  readonly untilBeside: string;
  readonly untilHint: (zone: string) => string;
  readonly earlier: (what: string) => string;
  readonly later: (what: string) => string;
  readonly takeOff: (headline: string) => string;
  readonly candidates: string;
  readonly candidatesHint: string;
  readonly give: (headline: string) => string;
  readonly sections: string;
  readonly sectionsHint: string;
  readonly isShown: (section: string) => string;
  readonly preview: string;
  readonly putOn: string;
  readonly when: string;
  readonly whenHint: (zone: string) => string;
  readonly plan: string;
  readonly planned: string;
  readonly plannedFor: (moment: string, stories: number) => string;
  readonly take: string;
  readonly cancel: (moment: string) => string;
  readonly banner: string;
  readonly bannerHint: string;
  readonly bannerText: string;
  readonly bannerHref: string;
  readonly bannerHrefHint: string;
  readonly bannerUntil: string;
  readonly bannerPut: string;
  readonly bannerDown: string;
  readonly refusals: Readonly<Record<FrontRefusal, string>>;
};

/** Why what was sent for a front page cannot be kept. */
export type FrontRefusal = "no-time" | "jumped-time" | "past" | "no-text" | "long-text" | "bad-link";

export const front: Spoken<FrontWords> = {
  en: {
    title: (edition) => `Front page: ${edition}`,
    introduction:
      "The first story is the lead. Stories without a place follow by time, so a front page nobody arranges is never empty.",
    otherEditions: "Front pages of the other editions",
    places: "Stories with a place",
    noPlaces: "No story has a place. The newest one leads.",
    lead: "Lead",
    place: (n) => `Place ${n}`,
    until: (headline) => `Keeps its place until: ${headline}`,
    untilBeside: "until",
    untilHint: (zone) =>
      `Time in ${zone}; a minute that clocks show twice is the later one. Left empty, it stays until somebody moves it.`,
    earlier: (what) => `Move up: ${what}`,
    later: (what) => `Move down: ${what}`,
    takeOff: (headline) => `Take off: ${headline}`,
    candidates: "Other stories",
    candidatesHint: "The newest first.",
    give: (headline) => `Give a place: ${headline}`,
    sections: "Sections below",
    sectionsHint: "In this order. A section without stories is left out by itself.",
    isShown: (section) => `Show ${section}`,
    preview: "Preview",
    putOn: "Put on now",
    when: "Put on at",
    whenHint: (zone) => `Time in ${zone}; a minute that clocks show twice is the earlier one.`,
    plan: "Plan it",
    planned: "Planned",
    plannedFor: (moment, stories) => `${moment}: ${stories === 1 ? "1 story" : `${stories} stories`} with a place`,
    take: "Change",
    cancel: (moment) => `Cancel what is planned for ${moment}`,
    banner: "Breaking banner",
    bannerHint: "One line above everything, while something is happening.",
    bannerText: "Words",
    bannerHref: "Leads to",
    bannerHrefHint: "A page of this site, such as /en/ferry-strike. May be left empty.",
    bannerUntil: "Comes down at",
    bannerPut: "Put up",
    bannerDown: "Take down",
    refusals: {
      "no-time": "Say a day and a time.",
      "jumped-time": "The clocks jump over that time on that day. Choose another one.",
      past: "That time is over. Choose a later one, or put it on now.",
      "no-text": "The banner needs words.",
      "long-text": "The banner has room for 140 characters. Shorten it.",
      "bad-link": "The banner leads to a page of this site: an address that begins with a single slash.",
    },
  },
  ru: {
    title: (edition) => `Первая полоса: ${edition}`,
    introduction:
      "Первый материал — главный. Материалы без места идут по времени, поэтому полоса, которую никто не собирал, не бывает пустой.",
    otherEditions: "Первые полосы других изданий",
    places: "Материалы с местом",
    noPlaces: "Мест пока нет. Главным стоит самый новый материал.",
    lead: "Главный",
    place: (n) => `Место ${n}`,
    until: (headline) => `Держит место до: ${headline}`,
    untilBeside: "до",
    untilHint: (zone) =>
      `Время по поясу ${zone}; если минута наступает дважды, имеется в виду вторая. Если не указать, стоит, пока его не переставят.`,
    earlier: (what) => `Выше: ${what}`,
    later: (what) => `Ниже: ${what}`,
    takeOff: (headline) => `Снять: ${headline}`,
    candidates: "Другие материалы",
    candidatesHint: "Сначала самые новые.",
    give: (headline) => `Дать место: ${headline}`,
    sections: "Разделы ниже",
    sectionsHint: "В этом порядке. Раздел без материалов не показывается.",
    isShown: (section) => `Показывать «${section}»`,
    preview: "Посмотреть",
    putOn: "Поставить сейчас",
    when: "Поставить в",
    whenHint: (zone) => `Время по поясу ${zone}; если минута наступает дважды, имеется в виду первая.`,
    plan: "Запланировать",
    planned: "Запланировано",
    plannedFor: (moment, stories) => `${moment}: материалов с местом — ${stories}`,
    take: "Изменить",
    cancel: (moment) => `Отменить запланированное на ${moment}`,
    banner: "Срочная строка",
    bannerHint: "Одна строка надо всем, пока что-то происходит.",
    bannerText: "Текст",
    bannerHref: "Ведёт на",
    bannerHrefHint: "Страница этого сайта, например /ru/zabastovka. Можно не указывать.",
    bannerUntil: "Снять в",
    bannerPut: "Повесить",
    bannerDown: "Снять",
    refusals: {
      "no-time": "Укажите день и время.",
      "jumped-time": "В этот день часы переводят через это время. Выберите другое.",
      past: "Это время прошло. Выберите более позднее или поставьте сейчас.",
      "no-text": "Строке нужен текст.",
      "long-text": "В строке умещается 140 знаков. Сократите её.",
      "bad-link": "Строка ведёт на страницу этого сайта: адрес начинается с одной косой черты.",
    },
  },
  ar: {
    title: (edition) => `الصفحة الأولى: ${edition}`,
    introduction:
      "المادة الأولى هي الرئيسية. المواد التي لا مكان لها تتبع بحسب الوقت، فلا تكون الصفحة فارغة وإن لم يرتبها أحد.",
    otherEditions: "الصفحات الأولى للطبعات الأخرى",
    places: "مواد لها مكان",
    noPlaces: "لا مادة لها مكان. الأحدث تتصدر.",
    lead: "الرئيسية",
    place: (n) => `المكان ${n}`,
    until: (headline) => `تبقى في مكانها حتى: ${headline}`,
    untilBeside: "حتى",
    untilHint: (zone) => `الوقت بتوقيت ${zone}، وإذا تكررت الدقيقة فالمقصود الثانية. إن تُرك فارغًا بقيت حتى ينقلها أحد.`,
    earlier: (what) => `إلى أعلى: ${what}`,
    later: (what) => `إلى أسفل: ${what}`,
    takeOff: (headline) => `إزالة: ${headline}`,
    candidates: "مواد أخرى",
    candidatesHint: "الأحدث أولًا.",
    give: (headline) => `إعطاء مكان: ${headline}`,
    sections: "الأقسام في الأسفل",
    sectionsHint: "بهذا الترتيب. القسم الخالي من المواد لا يظهر.",
    isShown: (section) => `إظهار ${section}`,
    preview: "معاينة",
    putOn: "وضع الآن",
    when: "وضع في",
    whenHint: (zone) => `الوقت بتوقيت ${zone}، وإذا تكررت الدقيقة فالمقصود الأولى.`,
    plan: "جدولة",
    planned: "المجدول",
    plannedFor: (moment, stories) => `${moment}: عدد المواد ذات المكان ${stories}`,
    take: "تعديل",
    cancel: (moment) => `إلغاء المجدول في ${moment}`,
    banner: "شريط عاجل",
    bannerHint: "سطر واحد فوق كل شيء ما دام الحدث جاريًا.",
    bannerText: "النص",
    bannerHref: "يقود إلى",
    bannerHrefHint: "صفحة من هذا الموقع مثل /ar/ferry. يمكن تركه فارغًا.",
    bannerUntil: "يُزال في",
    bannerPut: "رفع الشريط",
    bannerDown: "إزالة الشريط",
    refusals: {
      "no-time": "حدد يومًا ووقتًا.",
      "jumped-time": "تقفز الساعة فوق هذا الوقت في ذلك اليوم. اختر وقتًا آخر.",
      past: "مضى هذا الوقت. اختر وقتًا لاحقًا أو ضعها الآن.",
      "no-text": "الشريط يحتاج إلى نص.",
      "long-text": "يتسع الشريط لمئة وأربعين حرفًا. اختصره.",
      "bad-link": "يقود الشريط إلى صفحة من هذا الموقع: عنوان يبدأ بشرطة مائلة واحدة.",
    },
  },
};
