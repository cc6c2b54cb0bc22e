import type { Case } from "./case.ts";

const BAN = "organization banned in Russia";
const BAN_RU = "организация запрещена в России";
const STORY = "The ferry left port at six with ninety people aboard.";
const below = (...lines: readonly string[]) => `${STORY}\n\n${lines.join("\n\n")}`;

/** What belongs to the page, and labels typed by hand. */
export const furniture: readonly Case[] = [
  {
    rule: "a reply form is dropped",
    text: below(
      "Leave a Reply",
      "Your email address will not be published. Required fields are marked *",
      "Comment *",
      "Name *",
      "Email *",
      "Website",
      "Post Comment",
    ),
    body: [STORY],
    dropped: [
      ["reply-form", "Leave a Reply"],
      ["reply-form", "Your email address will not be published. Required fields are marked *"],
      ["reply-form", "Comment *"],
      ["reply-form", "Name *"],
      ["reply-form", "Email *"],
      ["reply-form", "Website"],
      ["reply-form", "Post Comment"],
    ],
  },
  {
    rule: "a reply form whose lines stand together is dropped line by line",
    text: `${STORY}\n\nLeave a Reply\nYour email address will not be published.\nName *\nEmail *`,
    body: [STORY],
    dropped: [
      ["reply-form", "Leave a Reply"],
      ["reply-form", "Your email address will not be published."],
      ["reply-form", "Name *"],
      ["reply-form", "Email *"],
    ],
  },
  {
    rule: "a sum with its answer open is a challenge",
    text: below("seventeen − 16 ="),
    body: [STORY],
    dropped: [["challenge", "seventeen − 16 ="]],
  },
  {
    rule: "a sum with its second number open is a challenge",
    text: below("6 + = nine"),
    body: [STORY],
    dropped: [["challenge", "6 + = nine"]],
  },
  {
    rule: "a product in figures and words is a challenge",
    text: below("3 × four ="),
    body: [STORY],
    dropped: [["challenge", "3 × four ="]],
  },
  {
    rule: "a sum in Russian words is a challenge",
    language: "ru",
    text: "Паром вышел из порта в шесть утра.\n\nвосемь + 5 =",
    body: ["Паром вышел из порта в шесть утра."],
    dropped: [["challenge", "восемь + 5 ="]],
  },
  { rule: "a whole sum belongs to the story", text: below("2 + 2 = 4"), body: [STORY, "2 + 2 = 4"], dropped: [] },
  {
    rule: "a box that loads comments is social",
    text: below("Loading Facebook Comments ..."),
    body: [STORY],
    dropped: [["social", "Loading Facebook Comments ..."]],
  },
  {
    rule: "buttons of networks are social",
    text: below("Share on Facebook", "Tweet", "Follow us on Telegram"),
    body: [STORY],
    dropped: [
      ["social", "Share on Facebook"],
      ["social", "Tweet"],
      ["social", "Follow us on Telegram"],
    ],
  },
  { rule: "a row to share is dropped", text: below("Share this:"), body: [STORY], dropped: [["share", "Share this:"]] },
  {
    rule: "an advertisement's heading is dropped",
    text: `Advertisement\n\n${STORY}`,
    body: [STORY],
    dropped: [["advert", "Advertisement"]],
  },
  {
    rule: "реклама is dropped",
    language: "ru",
    text: "Паром вышел из порта в шесть утра.\n\nРеклама\n\nОн вернулся вечером.",
    body: ["Паром вышел из порта в шесть утра.", "Он вернулся вечером."],
    dropped: [["advert", "Реклама"]],
  },
  {
    rule: "a newsletter's box is dropped",
    text: below("Subscribe to our newsletter"),
    body: [STORY],
    dropped: [["newsletter", "Subscribe to our newsletter"]],
  },
  {
    rule: "a way through the site is navigation",
    text: below("Previous post: Storm over the islands", "Next post"),
    body: [STORY],
    dropped: [
      ["navigation", "Previous post: Storm over the islands"],
      ["navigation", "Next post"],
    ],
  },
  {
    rule: "a path of pages is navigation",
    text: `Home » World » Ferries\n\n${STORY}`,
    body: [STORY],
    dropped: [["navigation", "Home » World » Ferries"]],
  },
  {
    rule: "a menu in one line is navigation",
    text: `News | World | Sport | Weather | About\n\n${STORY}`,
    body: [STORY],
    dropped: [["navigation", "News | World | Sport | Weather | About"]],
  },
  {
    rule: "a Russian reply form is dropped",
    language: "ru",
    text: "Паром вышел из порта в шесть утра.\n\nДобавить комментарий\n\nВаш адрес email не будет опубликован. Обязательные поля помечены *\n\nИмя *",
    body: ["Паром вышел из порта в шесть утра."],
    dropped: [
      ["reply-form", "Добавить комментарий"],
      ["reply-form", "Ваш адрес email не будет опубликован. Обязательные поля помечены *"],
      ["reply-form", "Имя *"],
    ],
  },
  {
    rule: "an Arabic reply form is dropped",
    language: "ar",
    text: "غادرت العبارة الميناء في السادسة صباحا.\n\nاترك تعليقا",
    body: ["غادرت العبارة الميناء في السادسة صباحا."],
    dropped: [["reply-form", "اترك تعليقا"]],
  },
  {
    rule: "a sentence about leaving a reply stays",
    text: below("Readers were asked to leave a reply to the ministry."),
    body: [STORY, "Readers were asked to leave a reply to the ministry."],
    dropped: [],
  },
  {
    rule: "a sentence that begins like a form stays",
    text: below("Leave a reply to the ministry, the notice on the pier said."),
    body: [STORY, "Leave a reply to the ministry, the notice on the pier said."],
    dropped: [],
  },
  {
    rule: "a sentence that begins like a byline of categories stays",
    text: below("Posted in Bergen since May, the crew trained every day."),
    body: [STORY, "Posted in Bergen since May, the crew trained every day."],
    dropped: [],
  },
  {
    rule: "a sentence about an advertisement stays",
    text: below("Advertisement on the pier has been forbidden since May."),
    body: [STORY, "Advertisement on the pier has been forbidden since May."],
    dropped: [],
  },
  {
    rule: "the word Name away from a form stays",
    text: below("Name", "The ship has none yet."),
    body: [STORY, "Name", "The ship has none yet."],
    dropped: [],
  },
  {
    rule: "menus, asides and forms of a page are dropped by their elements",
    copy: "<h1>Ferry leaves port</h1><nav><a href='/'>Home</a></nav><p>The ferry left port at six.</p><form><p>Leave a Reply</p><p>Name</p><p>six + 2 =</p></form><script>alert(1)</script>",
    body: ["The ferry left port at six."],
    dropped: [
      ["navigation", "Home"],
      ["reply-form", "Leave a Reply"],
      ["reply-form", "Name"],
      ["challenge", "six + 2 ="],
    ],
  },
  {
    rule: "labels of a form that run together still show their sum",
    copy: "<h1>Ferry leaves port</h1><p>The ferry left port at six.</p><form>Leave a Reply Name <input> six + 2 = <input></form>",
    body: ["The ferry left port at six."],
    dropped: [
      ["challenge", "six + 2 ="],
      ["reply-form", "Leave a Reply Name"],
    ],
  },
  {
    rule: "double spaces and no-break spaces become one space",
    text: "The ferry left.\u00a0 It  came \u00a0 back.",
    body: ["The ferry left. It came back."],
  },
  {
    rule: "lines wrapped by hand are joined",
    text: "The ferry left port at six in the morning with ninety people aboard, and\nit came back at ten in the evening because the sea was rough and the wind\nwas strong.",
    body: [
      "The ferry left port at six in the morning with ninety people aboard, and it came back at ten in the evening because the sea was rough and the wind was strong.",
    ],
  },

  {
    rule: "an acronym before a label is its name",
    text: `The ship fought RDX (${BAN}) for years.`,
    mentions: [["RDX", BAN]],
    body: ["The ship fought RDX for years."],
  },
  {
    rule: "a possessive stays in the mention and not in the name",
    text: `The rise of RDX’s (${BAN}) fleet was fast.`,
    mentions: [["RDX", BAN]],
    body: ["The rise of RDX’s fleet was fast."],
  },
  {
    rule: "a name of several words is whole",
    text: `They joined the Northern League of Ice and the Sea (${BAN}) in May.`,
    mentions: [["Northern League of Ice and the Sea", BAN]],
    body: ["They joined the Northern League of Ice and the Sea in May."],
  },
  {
    rule: "a name between marks is what stands between them",
    text: `They joined “Red Dawn” (${BAN}).`,
    mentions: [["Red Dawn", BAN]],
    body: ["They joined “Red Dawn”."],
  },
  {
    rule: "a compound is labelled whole and named by its heart",
    text: `An RDX-linked (${BAN}) ship left.`,
    mentions: [["RDX", BAN]],
    body: ["An RDX-linked ship left."],
  },
  {
    rule: "the kind of a group after its name is no part of it",
    text: `The Red Dawn group (${BAN}) left.`,
    mentions: [["Red Dawn", BAN]],
    body: ["The Red Dawn group left."],
  },
  {
    rule: "a name with its acronym is one mention",
    text: `The Red Dawn Front (RDF) (${BAN}) left.`,
    mentions: [["Red Dawn Front", BAN]],
    body: ["The Red Dawn Front (RDF) left."],
  },
  {
    rule: "of two names joined by and the second has the label",
    text: `RDX and Grey Wolf (${BAN}) left.`,
    mentions: [["Grey Wolf", BAN]],
    body: ["RDX and Grey Wolf left."],
  },
  {
    rule: "a label in square brackets is a label",
    text: `They fought RDX [${BAN}] there.`,
    mentions: [["RDX", BAN]],
    body: ["They fought RDX there."],
  },
  {
    rule: "an aside in brackets is no label",
    text: "The RDX (formerly Grey Wolf) left.",
    mentions: [],
    body: ["The RDX (formerly Grey Wolf) left."],
  },
  {
    rule: "an asterisk with its note is a label",
    text: `They fought RDX* there.\n\n* ${BAN}`,
    mentions: [["RDX", BAN]],
    body: ["They fought RDX there."],
  },
  {
    rule: "a note may name what it labels",
    text: `They fought RDX* there.\n\n* RDX — ${BAN}.`,
    mentions: [["RDX", BAN]],
    body: ["They fought RDX there."],
  },
  {
    rule: "two markers have two notes",
    text: `They fought RDX* and Grey Wolf** there.\n\n* ${BAN}\n\n** terrorist organization banned in Russia`,
    mentions: [
      ["RDX", BAN],
      ["Grey Wolf", "terrorist organization banned in Russia"],
    ],
    body: ["They fought RDX and Grey Wolf there."],
  },
  {
    rule: "an asterisk without a note is asked about",
    text: "They fought RDX* there.",
    mentions: [],
    body: ["They fought RDX* there."],
    finds: ["label-note-missing"],
  },
  {
    rule: "a Russian acronym before a label is its name",
    language: "ru",
    text: `Они воевали с КРД (${BAN_RU}) много лет.`,
    mentions: [["КРД", BAN_RU]],
    body: ["Они воевали с КРД много лет."],
  },
  {
    rule: "a Russian name between guillemets is what stands between them",
    language: "ru",
    text: `Они вступили в движение «Красный рассвет» (${BAN_RU}).`,
    mentions: [["Красный рассвет", BAN_RU]],
    body: ["Они вступили в движение «Красный рассвет»."],
  },
  {
    rule: "a Russian name in the genitive keeps its small words",
    language: "ru",
    text: `Боевики Ледового государства (${BAN_RU}) ушли.`,
    mentions: [["Ледового государства", BAN_RU]],
    body: ["Боевики Ледового государства ушли."],
  },
  {
    rule: "a Russian name in the instrumental keeps its case",
    language: "ru",
    text: `Они воевали с Ледовым государством (${BAN_RU}).`,
    mentions: [["Ледовым государством", BAN_RU]],
  },
  {
    rule: "a Russian name at the head of a sentence is whole",
    language: "ru",
    text: `Ледовое государство (${BAN_RU}) объявило о роспуске.`,
    mentions: [["Ледовое государство", BAN_RU]],
  },
  {
    rule: "a Russian hyphenated name is one word",
    language: "ru",
    text: `Члены «Аль-Бурана» (${BAN_RU}) ушли к Аль-Вьюге (${BAN_RU}).`,
    mentions: [
      ["Аль-Бурана", BAN_RU],
      ["Аль-Вьюге", BAN_RU],
    ],
  },
  {
    rule: "a participle in its case is a label",
    language: "ru",
    text: "Они воевали с КРД (запрещённая в РФ террористическая организация).",
    mentions: [["КРД", "запрещённая в РФ террористическая организация"]],
  },
  {
    rule: "a German label is a label",
    language: "de",
    text: "Sie kämpften gegen RDX (in Russland verbotene Organisation) und nicht gegen die Stadt.",
    mentions: [["RDX", "in Russland verbotene Organisation"]],
  },
  {
    rule: "an Arabic label is a label",
    language: "ar",
    text: "قاتلوا تنظيم الفجر الأحمر (منظمة محظورة في روسيا) في الشمال.",
    body: ["قاتلوا تنظيم الفجر الأحمر في الشمال."],
  },
  {
    rule: "links above the headline of a page are its menu",
    copy: "<div><a href='/'>Northern Post</a><ul><li><a href='/n'>News</a></li></ul></div><h1>Ferry leaves port</h1><p>The ferry left port at six.</p>",
    headline: "Ferry leaves port",
    body: ["The ferry left port at six."],
    dropped: [
      ["navigation", "Northern Post"],
      ["navigation", "News"],
    ],
  },
  {
    rule: "replies, cookies and related stories of a page are dropped by their names",
    copy: "<div class='cookie-banner'>We use cookies here.</div><article class='has-comments'><h1>Ferry leaves port</h1><p>The ferry left port at six.</p><div id='jp-relatedposts'><h3>Related</h3><ul><li>Old ferry sold</li></ul></div></article><section id='comments'><h2>2 thoughts on “Ferry leaves port”</h2><ol><li><p>Nice ship!</p></li></ol></section>",
    body: ["The ferry left port at six."],
  },
  {
    rule: "a notice of cookies is dropped",
    text: below("We use cookies to give you the best experience. Accept"),
    body: [STORY],
  },
  { rule: "a count of comments is dropped", text: below("Comments (12)"), body: [STORY] },
  {
    rule: "a line of the author and the day on a page is dropped",
    text: below("Posted on February 16, 2018 by Ingrid Dahl"),
    body: [STORY],
  },
  { rule: "the sign of the end is dropped", text: below("-30-"), body: [STORY] },
  {
    rule: "what somebody is at the head of a sentence is no part of the labelled name",
    text: "Journalist Ivan Petrov (foreign agent in Russia) wrote. Company RDX (banned in Russia) answered.",
    mentions: [
      ["Ivan Petrov", "foreign agent in Russia"],
      ["RDX", "banned in Russia"],
    ],
  },
  {
    rule: "what somebody is at the head of a Russian sentence is no part of the labelled name",
    language: "ru",
    text: "Компания RDX (запрещена в РФ) не ответила. Соцсеть Рассвет (запрещена в РФ) закрыта.",
    mentions: [
      ["RDX", "запрещена в РФ"],
      ["Рассвет", "запрещена в РФ"],
    ],
  },
];
