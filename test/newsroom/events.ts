/** Events of the invented agency, and the timeline made of them. */
import type { EventText } from "#agency/events/events.ts";
import type { EditionCode } from "./demo.ts";

type DemoEvent = {
  readonly edtf: string;
  readonly texts: Readonly<Record<EditionCode, EventText>>;
  readonly sources: readonly string[];
  /** `edition/slug` of the stories that tell of it. */
  readonly stories: readonly string[];
};

const STRIKE = ["en/ferry-strike", "ru/zabastovka-paromov", "ar/idrab-al-abbarat"];

export const EVENTS: readonly DemoEvent[] = [
  {
    edtf: "1961~",
    texts: {
      en: {
        title: "First car ferry between Talmira and Orvane",
        words: "The year is known from a ticket in the museum.",
      },
      ru: { title: "Первый автомобильный паром между Тальмирой и Орваном", words: "Год известен по билету из музея." },
      ar: { title: "أول عبّارة سيارات بين تالميرا وأورفان", words: "السنة معروفة من تذكرة في المتحف." },
    },
    sources: [],
    stories: [],
  },
  {
    edtf: "1993-24",
    texts: {
      en: {
        title: "The Alder loses power in a gale and drifts for five hours",
        words: "212 passengers were aboard. Nobody was hurt.",
      },
      ru: {
        title: "«Альдер» теряет ход в шторм и дрейфует пять часов",
        words: "На борту 212 пассажиров. Никто не пострадал.",
      },
      ar: {
        title: "العبّارة «ألدر» تفقد قوتها في عاصفة وتنجرف خمس ساعات",
        words: "كان على متنها 212 راكبًا. لم يُصب أحد.",
      },
    },
    sources: ["nora-valent"],
    stories: STRIKE,
  },
  {
    edtf: "1994-02",
    texts: {
      en: { title: "Eleven hands are made the rule for night boats", words: "" },
      ru: { title: "Для ночных рейсов установлена команда из одиннадцати человек", words: "" },
      ar: { title: "تقرير طاقم من أحد عشر فردًا لرحلات الليل", words: "" },
    },
    sources: ["harbour-notice-41"],
    stories: STRIKE,
  },
  {
    edtf: "2011",
    texts: {
      en: { title: "Crews strike for three days over pensions", words: "" },
      ru: { title: "Трёхдневная забастовка команд из-за пенсий", words: "" },
      ar: { title: "إضراب الأطقم ثلاثة أيام بسبب المعاشات", words: "" },
    },
    sources: [],
    stories: STRIKE,
  },
  {
    edtf: "2014/2019",
    texts: {
      en: { title: "Two newer ships come into service", words: "They need fewer hands at the quay." },
      ru: { title: "На линию выходят два новых судна", words: "У причала им нужно меньше рук." },
      ar: { title: "دخول سفينتين جديدتين الخدمة", words: "تحتاجان إلى أيدٍ أقل عند الرصيف." },
    },
    sources: ["edwin-sark"],
    stories: [],
  },
  {
    edtf: "2026-11-20",
    texts: {
      en: { title: "Crews stop work over night sailings", words: "Six of eight ships stay in harbour." },
      ru: { title: "Команды прекращают работу из-за ночных рейсов", words: "Шесть из восьми судов остаются в порту." },
      ar: { title: "الأطقم تتوقف عن العمل بسبب رحلات الليل", words: "ست سفن من ثمانٍ تبقى في الميناء." },
    },
    sources: ["harbour-notice-41"],
    stories: STRIKE,
  },
];

export const TIMELINES: Readonly<
  Record<EditionCode, { readonly slug: string; readonly title: string; readonly about: string }>
> = {
  en: {
    slug: "the-crossing",
    title: "The crossing",
    about: "How the ferries of the Strait came to be crewed as they are.",
  },
  ru: { slug: "pereprava", title: "Переправа", about: "Как на паромах пролива сложились нынешние команды." },
  ar: { slug: "al-ubur", title: "العبور", about: "كيف استقرت أطقم عبّارات المضيق على ما هي عليه." },
};
