/** Values for the preview: an invented paper in three languages, with the lengths and gaps that strain a layout. */
import { printHtml } from "#text/document/html.ts";
import type { DocumentJson, MarkJson, NodeJson } from "#text/document/schema.ts";
import { assets } from "../src/site/assets/assets.ts";
import type {
  ArticleValues,
  Card,
  Frame,
  Head,
  LabelledText,
  Moment,
  OrganisationPageValues,
  Picture,
} from "../src/site/views/values.ts";
import { wordsFor } from "../src/site/words/words.ts";

export type Sample = {
  readonly language: "en" | "ru" | "ar";
  readonly agency: string;
  readonly motto: string;
  readonly sections: readonly string[];
  readonly headlines: readonly string[];
  readonly standfirsts: readonly string[];
  readonly people: readonly { readonly name: string; readonly office: string; readonly about: string }[];
  readonly paragraphs: readonly string[];
  readonly heading: string;
  readonly quotation: { readonly text: string; readonly speaker: string; readonly office: string };
  readonly pullQuote: string;
  readonly organisation: { readonly name: string; readonly full: string; readonly wording: string };
  readonly dateline: string;
  readonly caption: string;
  readonly credit: string;
  readonly table: readonly (readonly string[])[];
  readonly sources: readonly string[];
  readonly topics: readonly string[];
  readonly origin: string;
  readonly authority: string;
};

export const SAMPLES: readonly Sample[] = [
  {
    language: "en",
    agency: "The Sound Courier",
    motto: "News of both shores, every day but Christmas",
    sections: ["World", "Region", "Economy", "Science & Environment", "Culture", "Sport"],
    headlines: [
      "Ferry crews vote to strike after talks over night sailings collapse",
      "Council passes the budget by one vote, at four in the morning",
      "Three dry winters: the reservoir above the city stands at a third",
      "Museum opens its cellars, and finds a second museum in them",
      "A small satellite with a large ear for ships that switch off their transponders, built by forty students in a disused cannery over six years of weekends, has answered its makers from orbit on the third try and in the rain",
      "Harbour board delays vote on terminal",
      "Rain",
      "Security Council keeps the Northern Relief Front on its list for another year",
      "Cup final goes to penalties for the first time since 1987",
      "Bakers count the cost of dear flour",
      "How a tide table became a bestseller",
      "School buses to run on Sundays",
    ],
    standfirsts: [
      "Eleven weeks of negotiation end without agreement on crew sizes. The last boat before the stoppage leaves at midnight on Thursday.",
      "The opposition calls the result an accident; the mayor calls it democracy.",
      "",
      "Behind a wall that no plan shows stood ninety crates, packed in 1938 and forgotten.",
      "It weighs as much as a cat.",
      "",
      "Two millimetres, the first since August.",
      "Fifteen members agreed in eight minutes. What the decision means for relief work in the region is less clear.",
      "",
      "A sack costs twice what it did in spring.",
      "",
      "",
    ],
    people: [
      {
        name: "Marit Sandvold",
        office: "Harbour correspondent",
        about:
          "Marit Sandvold has written about ships and the people on them since 2009.\n\nShe grew up on the east shore and still holds a mate’s certificate.",
      },
      {
        name: "Edwin Achterberg",
        office: "Political editor",
        about: "Edwin Achterberg has sat through every budget night since the hall was rebuilt.",
      },
      {
        name: "Ольга Ветрова",
        office: "Translator, Russian edition",
        about: "Olga Vetrova translates between the three editions and edits the crossword.",
      },
    ],
    paragraphs: [
      "Crews of the night ferries voted on Tuesday to stop work, ending eleven weeks of talks that had turned on a single number: how many people it takes to sail safely between two in the morning and six.",
      "The union says nine. The company, which lost four million last year, says seven would do. A report by the Maritime Inspectorate, published in September, gave no number at all but noted that “fatigue was present in every incident studied”.",
      "Passengers will feel it from Thursday midnight. Some 3,400 people cross at night on a working day, most of them nurses, cleaners and bakers whose shifts begin before the first bus. The city has asked the navy for two landing craft, and has been told that it may have one.",
      "Nor is the dispute without its politics. Relief shipments of the Northern Relief Front’s successors once left from the same quay, and customs officers have worked its night shift ever since.",
    ],
    heading: "What the inspectors found",
    quotation: {
      text: "We have asked for two more pairs of eyes on the bridge. Nobody has told us what a pair of eyes costs, so we assume that it is cheaper than a ferry.",
      speaker: "Ingrid Halloran",
      office: "chair of the Ferry Crews’ Union",
    },
    pullQuote: "Nobody has told us what a pair of eyes costs.",
    organisation: {
      name: "NRF",
      full: "Northern Relief Front",
      wording: "designated by the UN Security Council",
    },
    dateline: "SKARHOLM, Nov. 17 —",
    caption: "The Halcyon at the east quay on Tuesday evening, after the vote of the crews’ union, the NRF",
    credit: "Drawing: Tove Lind / The Sound Courier",
    table: [
      ["Year", "Boats at night", "Crew of each", "Passengers a night"],
      ["2003", "4", "11", "1,900"],
      ["2011", "4", "9", "2,750"],
      ["2026", "3", "9", "3,400"],
    ],
    sources: [
      "The Evening Ledger",
      "Report on night sailings, Maritime Inspectorate",
      "Ingrid Halloran",
      "Timetable of the Sound line",
    ],
    topics: ["The crossing", "Work", "Harbour"],
    origin: "North Shore News Agency",
    authority: "Security Council, 1267 Committee",
  },
  {
    language: "ru",
    agency: "Вестник пролива",
    motto: "Новости обоих берегов",
    sections: ["В мире", "Край", "Экономика", "Наука и природа", "Культура", "Спорт"],
    headlines: [
      "Экипажи паромов проголосовали за забастовку после срыва переговоров о ночных рейсах",
      "Совет принял бюджет с перевесом в один голос",
      "Третья сухая зима: водохранилище заполнено на треть",
      "Музей открыл подвалы и нашёл в них второй музей",
      "Спутник, собранный сорока студентами в заброшенном рыбном цехе, с третьей попытки ответил с орбиты",
      "Голосование о терминале отложено",
      "Дождь",
      "Совет Безопасности оставил «Северный фронт помощи» в перечне ещё на год",
      "Финал кубка впервые с 1987 года решили пенальти",
      "Пекари подсчитывают убытки",
      "Как таблица приливов стала бестселлером",
      "Школьные автобусы пойдут и по воскресеньям",
    ],
    standfirsts: [
      "Одиннадцать недель переговоров о численности экипажей закончились ничем. Последний паром уйдёт в полночь с четверга на пятницу.",
      "Оппозиция называет итог случайностью, мэр — демократией.",
      "",
      "За стеной, которой нет ни на одном плане, стояли девяносто ящиков, забытых с 1938 года.",
      "Он весит не больше кошки.",
      "",
      "Два миллиметра — впервые с августа.",
      "Пятнадцать членов Совета договорились за восемь минут.",
      "",
      "Мешок муки стоит вдвое дороже, чем весной.",
      "",
      "",
    ],
    people: [
      {
        name: "Марит Сандволд",
        office: "Корреспондент в порту",
        about: "Марит Сандволд пишет о судах и людях на них с 2009 года.",
      },
      {
        name: "Эдвин Ахтерберг",
        office: "Редактор отдела политики",
        about: "Эдвин Ахтерберг не пропустил ни одной бюджетной ночи.",
      },
      { name: "Ольга Ветрова", office: "Переводчик", about: "Ольга Ветрова переводит для всех трёх изданий." },
    ],
    paragraphs: [
      "Экипажи ночных паромов во вторник проголосовали за прекращение работы. Одиннадцать недель переговоров упёрлись в одно число: сколько людей нужно, чтобы безопасно идти через пролив с двух до шести утра.",
      "Профсоюз настаивает на девяти. Компания, потерявшая за год четыре миллиона, считает, что хватит семи. В сентябрьском докладе морской инспекции числа нет вовсе, зато сказано: «усталость присутствовала в каждом изученном случае».",
      "Пассажиры почувствуют это с полуночи четверга. Ночью в рабочий день пролив пересекают около 3400 человек: медсёстры, уборщицы, пекари, чья смена начинается раньше первого автобуса.",
      "Не обошлось и без политики: с того же причала когда-то уходили грузы «Северного фронта помощи», и с тех пор ночную смену здесь несут таможенники.",
    ],
    heading: "Что нашли инспекторы",
    quotation: {
      text: "Мы просим ещё две пары глаз на мостике. Сколько стоит пара глаз, нам не сказали, поэтому мы считаем, что она дешевле парома.",
      speaker: "Ингрид Халлоран",
      office: "председатель профсоюза паромных экипажей",
    },
    pullQuote: "Сколько стоит пара глаз, нам не сказали.",
    organisation: {
      name: "СФП",
      full: "«Северный фронт помощи»",
      wording: "организация внесена в перечень Совета Безопасности ООН",
    },
    dateline: "Скархольм, 17 ноября 2026 года.",
    caption: "«Хальцион» у восточного причала во вторник вечером, после голосования; слева — склад СФП",
    credit: "Рисунок: Туве Линд / «Вестник пролива»",
    table: [
      ["Год", "Паромов ночью", "Экипаж", "Пассажиров за ночь"],
      ["2003", "4", "11", "1900"],
      ["2011", "4", "9", "2750"],
      ["2026", "3", "9", "3400"],
    ],
    sources: [
      "«Вечерний листок»",
      "Доклад о ночных рейсах, морская инспекция",
      "Ингрид Халлоран",
      "The Evening Ledger",
    ],
    topics: ["Переправа", "Труд", "Порт"],
    origin: "Агентство «Северный берег»",
    authority: "Комитет Совета Безопасности 1267",
  },
  {
    language: "ar",
    agency: "بريد المضيق",
    motto: "أخبار الضفتين كل يوم",
    sections: ["العالم", "الإقليم", "الاقتصاد", "العلوم والبيئة", "الثقافة", "الرياضة"],
    headlines: [
      "طواقم العبّارات تصوّت لصالح الإضراب بعد انهيار محادثات الرحلات الليلية",
      "المجلس يقرّ الموازنة بفارق صوت واحد",
      "ثلاثة شتاءات جافة: خزّان المدينة عند الثلث",
      "المتحف يفتح أقبيته فيجد فيها متحفًا ثانيًا",
      "قمر صناعي صغير بناه أربعون طالبًا في معمل أسماك مهجور يردّ من المدار في المحاولة الثالثة",
      "تأجيل التصويت على الرصيف الجديد",
      "مطر",
      "مجلس الأمن يُبقي «جبهة الإغاثة الشمالية» في قائمته عامًا آخر",
      "نهائي الكأس إلى ركلات الترجيح لأول مرة منذ 1987",
      "الخبّازون يحصون كلفة الطحين الغالي",
      "كيف صار جدول المدّ والجزر كتابًا رائجًا",
      "حافلات المدارس تسير أيام الأحد",
    ],
    standfirsts: [
      "أحد عشر أسبوعًا من التفاوض تنتهي بلا اتفاق على عدد أفراد الطواقم. وتغادر آخر عبّارة منتصف ليل الخميس.",
      "المعارضة تسمّي النتيجة مصادفة، والعمدة يسمّيها ديمقراطية.",
      "",
      "خلف جدار لا يظهر في أي مخطط كان تسعون صندوقًا منسيًّا منذ 1938.",
      "وزنه وزن قطة.",
      "",
      "مليمتران، للمرة الأولى منذ آب.",
      "اتفق الأعضاء الخمسة عشر في ثماني دقائق.",
      "",
      "ثمن الكيس ضعف ما كان في الربيع.",
      "",
      "",
    ],
    people: [
      { name: "ماريت ساندفولد", office: "مراسلة الميناء", about: "تكتب ماريت ساندفولد عن السفن وأهلها منذ عام 2009." },
      { name: "إدوين أختربرغ", office: "محرر الشؤون السياسية", about: "لم يفوّت إدوين أختربرغ ليلة موازنة واحدة." },
      { name: "ليلى النجار", office: "مترجمة", about: "تترجم ليلى النجار بين الطبعات الثلاث." },
    ],
    paragraphs: [
      "صوّتت طواقم العبّارات الليلية يوم الثلاثاء لصالح التوقف عن العمل، منهيةً أحد عشر أسبوعًا من المحادثات دارت كلها حول رقم واحد: كم شخصًا يلزم للإبحار بأمان بين الثانية والسادسة فجرًا.",
      "تقول النقابة إنهم تسعة. أما الشركة التي خسرت أربعة ملايين في العام الماضي فترى أن سبعة يكفون. ولم يذكر تقرير هيئة التفتيش البحري رقمًا، لكنه لاحظ أن «الإرهاق كان حاضرًا في كل حادث دُرس».",
      "وسيشعر الركاب بذلك ابتداءً من منتصف ليل الخميس؛ إذ يعبر المضيق ليلًا نحو 3400 شخص في يوم العمل، معظمهم ممرضات وعمال نظافة وخبّازون.",
      "وليس الخلاف بعيدًا عن السياسة: فمن الرصيف نفسه كانت تغادر شحنات جبهة الإغاثة الشمالية، ومنذ ذلك الحين يتولى رجال الجمارك نوبته الليلية.",
    ],
    heading: "ما الذي وجده المفتشون",
    quotation: {
      text: "طلبنا زوجين إضافيين من العيون على منصة القيادة. لم يخبرنا أحد بثمن زوج العيون، فنفترض أنه أرخص من عبّارة.",
      speaker: "إنغريد هالوران",
      office: "رئيسة نقابة طواقم العبّارات",
    },
    pullQuote: "لم يخبرنا أحد بثمن زوج العيون.",
    organisation: { name: "جبهة الإغاثة", full: "جبهة الإغاثة الشمالية", wording: "مدرجة في قائمة مجلس الأمن الدولي" },
    dateline: "سكارهولم، 17 نوفمبر 2026 —",
    caption: "«هالسيون» عند الرصيف الشرقي مساء الثلاثاء بعد التصويت، وإلى اليسار مخزن جبهة الإغاثة",
    credit: "رسم: توفه ليند / بريد المضيق",
    table: [
      ["السنة", "العبّارات ليلًا", "الطاقم", "الركاب في الليلة"],
      ["2003", "4", "11", "1900"],
      ["2011", "4", "9", "2750"],
      ["2026", "3", "9", "3400"],
    ],
    sources: ["صحيفة المساء", "تقرير عن الرحلات الليلية، هيئة التفتيش البحري", "إنغريد هالوران", "The Evening Ledger"],
    topics: ["العبور", "العمل", "الميناء"],
    origin: "وكالة أنباء الضفة الشمالية",
    authority: "لجنة مجلس الأمن 1267",
  },
];

export type Paper = {
  readonly sample: Sample;
  /** Addresses of pictures to print, taken in turn. */
  readonly pictures: readonly string[];
};

const SITE = "https://courier.example";

export function frameOf({ sample }: Paper, current = ""): Frame {
  const { language, agency, motto, sections } = sample;
  return {
    agency,
    motto,
    edition: { code: language, name: agency, language, href: `/${language}/` },
    direction: language === "ar" ? "rtl" : "ltr",
    editions: [
      { name: "English", language: "en", href: "/en/", current: language === "en", alternate: `${SITE}/en/` },
      { name: "Русский", language: "ru", href: "/ru/", current: language === "ru", alternate: `${SITE}/ru/` },
      { name: "العربية", language: "ar", href: "/ar/", current: language === "ar" },
    ],
    sections: sections.map((text, at) => ({ href: `/${language}/sections/s${at}`, text, current: text === current })),
    search: `/${language}/search`,
    foot: {
      people: `/${language}/people`,
      corrections: `/${language}/corrections`,
      labels: `/${language}/labels`,
      archive: `/${language}/archive/2026/11`,
    },
    feeds: [
      { href: `/${language}/feed.xml`, type: "application/rss+xml", title: `${agency} (RSS)` },
      { href: `/${language}/atom.xml`, type: "application/atom+xml", title: `${agency} (Atom)` },
    ],
    assets: assets().addresses,
  };
}

export function headOf(title: string, description = "What the page is about, in a sentence."): Head {
  return { title, description, canonical: `${SITE}/page`, openGraph: { type: "website" } };
}

export function moment(language: string, at: number): Moment {
  const date = new Date(Date.UTC(2026, 10, 20 - Math.floor(at / 2), 14 - (at % 9), (at * 17) % 60));
  return {
    iso: date.toISOString(),
    text: new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(date),
  };
}

export function day(language: string, iso: string): Moment {
  const style = { 4: { year: "numeric" }, 7: { year: "numeric", month: "long" }, 10: { dateStyle: "long" } } as const;
  const options = style[iso.length === 4 ? 4 : iso.length === 7 ? 7 : 10];
  return { iso, text: new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(new Date(iso)) };
}

export function pictureOf(
  { pictures }: Paper,
  at: number,
  alt = "Ferries at a quay in the evening",
): Picture | undefined {
  const src = pictures[at % Math.max(1, pictures.length)];
  return src === undefined ? undefined : { src, width: 1600, height: 1000, alt };
}

export function labelledLine({ sample }: Paper, text: string): LabelledText {
  const { name, full, wording } = sample.organisation;
  const found = [full, name].find((one) => text.includes(one));
  if (found === undefined) return text === "" ? [] : [{ text }];
  const end = text.indexOf(found) + found.length;
  return [
    { text: text.slice(0, end) },
    { text: ` (${wording})`, label: { href: `/${sample.language}/labels/nrf` } },
    { text: text.slice(end) },
  ];
}

export function cardOf(paper: Paper, at: number): Card {
  const { language, headlines, standfirsts, sections, people } = paper.sample;
  const one = at % headlines.length;
  const picture = at % 4 === 2 ? undefined : pictureOf(paper, at);
  return {
    href: `/${language}/story-${at}`,
    headline: labelledLine(paper, headlines[one] ?? ""),
    standfirst: labelledLine(paper, standfirsts[one] ?? ""),
    section: { href: `/${language}/sections/s${at % 6}`, text: sections[at % 6] ?? "" },
    published: moment(language, at),
    authors: people
      .slice(at % 3, (at % 3) + 1 + (at % 2))
      .map(({ name }, person) => ({ name, href: `/${language}/people/p${person}` })),
    ...(picture && { picture }),
  };
}

export function cardsOf(paper: Paper, count: number, from = 0): Card[] {
  return Array.from({ length: count }, (_, at) => cardOf(paper, from + at));
}

export function articleOf(paper: Paper): ArticleValues {
  const { sample } = paper;
  const { language, headlines, standfirsts, people, sections, sources } = sample;
  const picture = pictureOf(paper, 0);
  return {
    href: `/${language}/ferry-strike`,
    isRetracted: false,
    notes: [],
    withheld: [],
    folds: true,
    headline: labelledLine(paper, headlines[0] ?? ""),
    standfirst: labelledLine(paper, standfirsts[0] ?? ""),
    section: { href: `/${language}/sections/s1`, text: sections[1] ?? "" },
    topics: sample.topics.map((text, at) => ({ href: `/${language}/topics/t${at}`, text })),
    dateline: { text: sample.dateline, iso: "2026-11-17" },
    authors: people.slice(0, 2).map(({ name, office }, at) => ({ name, office, href: `/${language}/people/p${at}` })),
    published: moment(language, 5),
    changed: moment(language, 1),
    origin: { name: sample.origin, href: "https://north.example/story" },
    translatedFrom: { href: "/ru/story", language: language === "ru" ? "en" : "ru" },
    ...(picture && {
      picture: { ...picture, caption: labelledLine(paper, sample.caption), credit: sample.credit },
    }),
    body: printHtml(bodyOf(sample), {
      labelHref: (organisation) => `/${language}/labels/${organisation}`,
      sourceNumber: (source) => Number(source),
      words: wordsFor(language).words.inText,
      picture: () => ({ src: pictureOf(paper, 1)?.src ?? "", width: 1600, height: 1000, credit: sample.credit }),
    }),
    sources: sources.map((name, at) => ({
      id: `source-${at + 1}`,
      name,
      kind: (["outlet", "document", "person", "page"] as const)[at % 4] ?? "page",
      ...(at % 2 === 0 && { url: "https://ledger.example/17" }),
      ...(/^[A-Z]/.test(name) && language !== "en" && { language: "en" }),
    })),
    labelled: [{ href: `/${language}/labels/nrf`, text: sample.organisation.full }],
    quoted: [{ speaker: sample.quotation.speaker, office: sample.quotation.office }],
    translations: (["en", "ru", "ar"] as const)
      .filter((one) => one !== language)
      .map((one) => ({ href: `/${one}/story`, language: one, headline: "…" })),
    print: `/${language}/ferry-strike/print`,
    time: { events: [], timelines: [], became: [], before: [] },
  };
}

function bodyOf(sample: Sample): DocumentJson {
  const { paragraphs, heading, quotation, pullQuote, table, organisation } = sample;
  const [first = "", second = "", third = "", fourth = ""] = paragraphs;
  const quoted = /[“«][^”»]+[”»]/.exec(second)?.[0] ?? "";
  const [before = "", after = ""] = second.split(quoted);
  return {
    type: "doc",
    content: [
      paragraph(words(first)),
      paragraph(
        words(before),
        words(
          quoted,
          { type: "quotation", attrs: { speaker: quotation.speaker } },
          { type: "citation", attrs: { source: "2" } },
        ),
        words(after),
      ),
      { type: "pull_quote", content: [words(pullQuote)] },
      paragraph(words(third, { type: "citation", attrs: { source: "1" } })),
      paragraph(
        words(`${fourth.replace(/\.$/, "")} — ${organisation.full}`),
        label(sample),
        words("."),
        words(" "),
        words(first),
      ),
      { type: "heading", attrs: { level: 2 }, content: [words(heading)] },
      paragraph(words(third)),
      {
        type: "blockquote",
        attrs: { speaker: quotation.speaker, office: quotation.office, source: "3" },
        content: [paragraph(words(quotation.text))],
      },
      {
        type: "bullet_list",
        content: [first, third].map((text) => ({ type: "list_item", content: [paragraph(words(text))] })),
      },
      {
        type: "table",
        content: table.map((row, at) => ({
          type: "table_row",
          content: row.map((cell, column) => ({
            type: at === 0 || column === 0 ? "table_header" : "table_cell",
            content: [paragraph(words(cell))],
          })),
        })),
      },
      {
        type: "picture",
        attrs: { media: "1", alt: "A quay", credit: sample.credit },
        content: [words(sample.caption), label(sample)],
      },
      { type: "heading", attrs: { level: 3 }, content: [words(heading)] },
      paragraph(
        words(first.slice(0, 40), { type: "strong" }),
        words(first.slice(40, 90), { type: "em" }),
        words(first.slice(90), { type: "link", attrs: { href: "https://ledger.example/" } }),
      ),
      {
        type: "embed",
        attrs: { url: "https://ledger.example/17", title: quotation.text.slice(0, 60), description: pullQuote },
      },
      paragraph(words(second)),
    ],
  };
}

function label({ organisation }: Sample): NodeJson {
  return {
    type: "label",
    attrs: {
      organisations: ["nrf"],
      wording: organisation.wording,
      print: ` (${organisation.wording})`,
      style: "inline",
    },
  };
}

function paragraph(...content: NodeJson[]): NodeJson {
  return { type: "paragraph", content: content.filter((node) => node.text !== "") };
}

function words(text: string, ...marks: MarkJson[]): NodeJson {
  return { type: "text", text, marks };
}

export function organisationOf(paper: Paper): Omit<OrganisationPageValues, "frame" | "head"> {
  const { language, organisation, authority } = paper.sample;
  return {
    name: organisation.full,
    names: [
      { text: "Northern Relief Front", language: "en", kind: "full", isAsked: false },
      { text: "NRF", language: "en", kind: "acronym", isAsked: true },
      { text: "«Северный фронт помощи»", language: "ru", kind: "full", isAsked: false },
      { text: "جبهة الإغاثة الشمالية", language: "ar", kind: "full", isAsked: false },
    ],
    designations: [
      {
        jurisdiction: "un",
        authority,
        decision: "QDe.999",
        from: day(language, "2014-12-29"),
        inForce: true,
        wording: organisation.wording,
        reference: "https://www.un.org/securitycouncil/content/un-sc-consolidated-list",
      },
      {
        jurisdiction: "gb",
        authority: "Home Secretary",
        decision: "",
        from: day(language, "2009-03-01"),
        until: day(language, "2017-06-30"),
        inForce: false,
        wording: organisation.wording,
      },
    ],
    history: [
      { day: day(language, "2009-03-01"), by: "decision", lines: [organisation.wording], isToCome: false },
      { day: day(language, "2017-07-02"), by: "register", lines: [organisation.full], isToCome: false },
    ],
    labels: `/${language}/labels`,
    cards: cardsOf(paper, 3, 6),
    paging: {},
  };
}
