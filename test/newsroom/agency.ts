/**
 * Strait News, an invented agency in the invented harbour city of Talmira: its editions,
 * sections, topics and people. Nobody named here exists.
 */
import type { ClientSaid } from "#agency/clients/clients.ts";
import type { DemoEdition } from "./demo.ts";

/** Where readers write to. */
export const CONTACT = "desk@straitnews.example";

/** The day the invented newsroom lives in. */
export const TODAY = "2026-11-20";

/** The credit of every picture: all were drawn for this project. */
export const ILLUSTRATOR = "Anouk Bell / Strait News";

const english: DemoEdition = {
  code: "en",
  name: "English",
  masthead: "Strait News",
  motto: "From both shores of the Strait of Talmira",
  language: "en",
  timeZone: "Europe/Istanbul",
  dateOrder: "day-first",
  datelineStyle: "capitals",
  // International readers: the one list every member state of the United Nations is bound by, said once in a text.
  jurisdictions: ["un"],
  labels: { scope: "first", style: "inline", quotations: "after" },
  labelsAsOf: "today",
  sections: [
    { slug: "region", name: "The Strait" },
    { slug: "world", name: "World" },
    { slug: "economy", name: "Economy" },
    { slug: "science", name: "Science & Environment" },
    { slug: "culture", name: "Culture" },
    { slug: "sport", name: "Sport" },
  ],
  topics: [
    {
      slug: "crossing",
      name: "The crossing",
      description: "The ferries between Talmira, Orvane and Kessar, and the people who sail them.",
    },
    { slug: "harbour", name: "Talmira harbour", description: "Cranes, quays and what passes over them." },
    { slug: "water", name: "Water", description: "The Neval, the reservoirs and the sea made drinkable." },
    { slug: "public-money", name: "Public money", description: "What the Strait Province earns, spends and owes." },
    {
      slug: "security-council",
      name: "Security Council lists",
      description: "How the UN Security Council puts names on its sanctions lists, and how names leave them.",
    },
    { slug: "heritage", name: "Heritage", description: "Museums, archives and the trade in old things." },
    { slug: "orbit", name: "Orbit", description: "Small satellites and what they see." },
    { slug: "sea", name: "The sea", description: "Weather, fish and those who live by both." },
    { slug: "football", name: "Football", description: "The Strait Cup and the league." },
    { slug: "newsroom", name: "From the newsroom", description: "How we work, and why." },
  ],
  people: [
    {
      slug: "ilse-marand",
      name: "Ilse Marand",
      office: "Editor-in-chief",
      about:
        "Ilse Marand has edited Strait News since 2017. She began as a night copy-taker in the harbour office and still reads the shipping list first.\n\nShe signs the notes in which the newsroom explains itself.",
    },
    {
      slug: "vera-linden",
      name: "Vera Linden",
      office: "Editor, Russian edition",
      about:
        "Vera Linden edits the Russian edition and translates in both directions. She has a degree in Slavonic studies and a seaman’s card.",
    },
    {
      slug: "yusuf-kanaan",
      name: "Yusuf Kanaan",
      office: "Editor, Arabic edition",
      about: "Yusuf Kanaan edits the Arabic edition. He reported from eleven ports before he settled in this one.",
    },
    {
      slug: "tomas-harrow",
      name: "Tomas Harrow",
      office: "Harbour and economy correspondent",
      about:
        "Tomas Harrow covers the port, the ferries and the provincial budget. His father was a crane driver on Quay Four.",
    },
    {
      slug: "leyla-nasser",
      name: "Leyla Nasser",
      office: "International correspondent",
      about:
        "Leyla Nasser writes about the United Nations, sanctions and international law. Before she became a reporter she worked as a court interpreter.",
    },
    {
      slug: "pavel-orlin",
      name: "Pavel Orlin",
      office: "Science and environment editor",
      about:
        "Pavel Orlin trained as a hydrologist. He measures the Neval at the same bridge on the first of every month and publishes the figure.",
    },
    {
      slug: "mina-castell",
      name: "Mina Castell",
      office: "Culture editor",
      about: "Mina Castell writes about museums, books and the stage in three languages.",
    },
    {
      slug: "samir-dabbas",
      name: "Samir Dabbas",
      office: "Sports reporter",
      about: "Samir Dabbas has missed two home matches since 2009, both because of fog on the ferry.",
    },
  ],
};

const russian: DemoEdition = {
  code: "ru",
  name: "Русский",
  masthead: "Новости пролива",
  motto: "С обоих берегов Тальмирского пролива",
  language: "ru",
  timeZone: "Europe/Moscow",
  dateOrder: "day-first",
  datelineStyle: "place-date",
  // Many of its readers are in Russia, where the law asks for a label; an asterisk and one note is how newspapers there print it.
  jurisdictions: ["ru", "un"],
  labels: { scope: "every", style: "note", quotations: "after" },
  labelsAsOf: "today",
  sections: [
    { slug: "region", name: "Пролив" },
    { slug: "world", name: "Мир" },
    { slug: "economy", name: "Экономика" },
    { slug: "science", name: "Наука и природа" },
    { slug: "culture", name: "Культура" },
    { slug: "sport", name: "Спорт" },
  ],
  topics: [
    {
      slug: "crossing",
      name: "Переправа",
      description: "Паромы между Тальмирой, Орваном и Кессаром и те, кто на них работает.",
    },
    { slug: "harbour", name: "Порт Тальмиры", description: "Краны, причалы и грузы." },
    { slug: "water", name: "Вода", description: "Река Невал, водохранилища и опреснение." },
    { slug: "public-money", name: "Казна", description: "Что провинция Пролива зарабатывает, тратит и должна." },
    {
      slug: "security-council",
      name: "Перечни Совбеза",
      description: "Как Совет Безопасности ООН вносит организации в санкционные перечни и как исключает из них.",
    },
    { slug: "heritage", name: "Наследие", description: "Музеи, архивы и торговля древностями." },
    { slug: "orbit", name: "Орбита", description: "Малые спутники и то, что они видят." },
    { slug: "sea", name: "Море", description: "Погода, рыба и люди моря." },
    { slug: "football", name: "Футбол", description: "Кубок Пролива и чемпионат." },
    { slug: "newsroom", name: "От редакции", description: "Как мы работаем и почему именно так." },
  ],
  people: [
    {
      slug: "ilse-marand",
      name: "Ильзе Маранд",
      office: "главный редактор",
      about:
        "Ильзе Маранд руководит редакцией с 2017 года. Начинала ночной стенографисткой в портовом бюро и до сих пор первым делом читает сводку движения судов.\n\nПишет колонки, в которых редакция объясняет читателям свои решения.",
    },
    {
      slug: "vera-linden",
      name: "Вера Линден",
      office: "редактор русской редакции",
      about:
        "Вера Линден редактирует русскую редакцию и переводит в обе стороны. Филолог-славист, имеет удостоверение матроса.",
    },
    {
      slug: "yusuf-kanaan",
      name: "Юсуф Канаан",
      office: "редактор арабской редакции",
      about: "Юсуф Канаан редактирует арабскую редакцию. До Тальмиры работал корреспондентом в одиннадцати портах.",
    },
    {
      slug: "tomas-harrow",
      name: "Томас Харроу",
      office: "корреспондент, порт и экономика",
      about:
        "Томас Харроу пишет о порте, паромах и бюджете провинции. Его отец работал крановщиком на четвёртом причале.",
    },
    {
      slug: "leyla-nasser",
      name: "Лейла Нассер",
      office: "международный корреспондент",
      about: "Лейла Нассер пишет об ООН, санкциях и международном праве. До журналистики была судебным переводчиком.",
    },
    {
      slug: "pavel-orlin",
      name: "Павел Орлин",
      office: "редактор отдела науки",
      about:
        "Павел Орлин — гидролог по образованию. Первого числа каждого месяца измеряет Невал у одного и того же моста и публикует результат.",
    },
    {
      slug: "mina-castell",
      name: "Мина Кастелл",
      office: "редактор отдела культуры",
      about: "Мина Кастелл пишет о музеях, книгах и театре на трёх языках.",
    },
    {
      slug: "samir-dabbas",
      name: "Самир Даббас",
      office: "спортивный обозреватель",
      about: "Самир Даббас с 2009 года пропустил два домашних матча — оба раза из-за тумана на переправе.",
    },
  ],
};

const arabic: DemoEdition = {
  code: "ar",
  name: "العربية",
  masthead: "أنباء المضيق",
  motto: "من ضفتي مضيق تالميرا",
  language: "ar",
  timeZone: "Asia/Baghdad",
  dateOrder: "day-first",
  datelineStyle: "place-date",
  // The same list as the English edition, said again under each heading: its long reads are read in parts.
  jurisdictions: ["un"],
  labels: { scope: "section", style: "inline", quotations: "after" },
  labelsAsOf: "today",
  sections: [
    { slug: "region", name: "المضيق" },
    { slug: "world", name: "العالم" },
    { slug: "economy", name: "اقتصاد" },
    { slug: "science", name: "علوم وبيئة" },
    { slug: "culture", name: "ثقافة" },
    { slug: "sport", name: "رياضة" },
  ],
  topics: [
    { slug: "crossing", name: "العبّارات", description: "الخطوط البحرية بين تالميرا وأورفان وكيسار والعاملون عليها." },
    { slug: "harbour", name: "ميناء تالميرا", description: "الرافعات والأرصفة وما يمر عليها." },
    { slug: "water", name: "المياه", description: "نهر نيفال والخزانات وتحلية مياه البحر." },
    { slug: "public-money", name: "المال العام", description: "إيرادات إقليم المضيق ونفقاته وديونه." },
    {
      slug: "security-council",
      name: "قوائم مجلس الأمن",
      description: "كيف يدرج مجلس الأمن الأسماء في قوائم الجزاءات وكيف تُشطب منها.",
    },
    { slug: "heritage", name: "التراث", description: "المتاحف والأرشيفات وتجارة الآثار." },
    { slug: "orbit", name: "في المدار", description: "الأقمار الصغيرة وما تراه." },
    { slug: "sea", name: "البحر", description: "الطقس والصيد وأهل البحر." },
    { slug: "football", name: "كرة القدم", description: "كأس المضيق والدوري." },
    { slug: "newsroom", name: "من غرفة الأخبار", description: "كيف نعمل ولماذا." },
  ],
  people: [
    {
      slug: "ilse-marand",
      name: "إلزه ماراند",
      office: "رئيسة التحرير",
      about:
        "تتولى إلزه ماراند رئاسة التحرير منذ عام 2017. بدأت عملها في المناوبة الليلية بمكتب الميناء، وما زالت تفتتح يومها بقراءة نشرة حركة السفن.\n\nتكتب الافتتاحيات التي تشرح فيها الوكالة قراراتها لقرائها.",
    },
    {
      slug: "vera-linden",
      name: "فيرا ليندن",
      office: "محررة النسخة الروسية",
      about: "تحرر فيرا ليندن النسخة الروسية وتترجم منها وإليها. درست اللغات السلافية وتحمل بطاقة بحّار.",
    },
    {
      slug: "yusuf-kanaan",
      name: "يوسف كنعان",
      office: "محرر النسخة العربية",
      about: "يحرر يوسف كنعان النسخة العربية. عمل مراسلا في أحد عشر ميناء قبل أن يستقر في تالميرا.",
    },
    {
      slug: "tomas-harrow",
      name: "توماس هارو",
      office: "مراسل الميناء والاقتصاد",
      about: "يغطي توماس هارو أخبار الميناء والعبّارات وموازنة الإقليم. كان والده سائق رافعة على الرصيف الرابع.",
    },
    {
      slug: "leyla-nasser",
      name: "ليلى ناصر",
      office: "مراسلة الشؤون الدولية",
      about:
        "تكتب ليلى ناصر عن الأمم المتحدة والجزاءات والقانون الدولي. عملت مترجمة في المحاكم قبل انتقالها إلى الصحافة.",
    },
    {
      slug: "pavel-orlin",
      name: "بافل أورلين",
      office: "محرر العلوم والبيئة",
      about: "بافل أورلين خبير في علم المياه. يقيس منسوب نهر نيفال عند الجسر نفسه في أول كل شهر وينشر النتيجة.",
    },
    {
      slug: "mina-castell",
      name: "مينا كاستل",
      office: "محررة الثقافة",
      about: "تكتب مينا كاستل عن المتاحف والكتب والمسرح بثلاث لغات.",
    },
    {
      slug: "samir-dabbas",
      name: "سمير دبّاس",
      office: "محرر الرياضة",
      about: "لم يتغيب سمير دبّاس منذ عام 2009 إلا عن مباراتين على أرض تالميرا، والسبب في المرتين ضباب أوقف العبّارة.",
    },
  ],
};

/** In the order of the menus; the first is the default edition. */
export const EDITIONS: readonly DemoEdition[] = [english, russian, arabic];

/** An outlet across the water that takes what concerns it. */
export const CLIENT: ClientSaid = {
  name: "Kessar Evening Post",
  email: "",
  language: "en",
  editions: ["en"],
  sections: [],
  topics: [],
  keywords: [],
  labels: "text",
  jurisdictions: null,
  terms: "",
  takesEmbargoed: false,
};
