import type { Case } from "./case.ts";

/** Who is cited, and who speaks. */
export const sources: readonly Case[] = [
  {
    rule: "an outlet that reported on a day is a source of that day",
    text: "The line will close, the Northern Post reported on February 15th.",
    attributions: [["Northern Post", "2018-02-15"]],
  },
  {
    rule: "a day before the dateline's January belongs to the year before",
    copy: "Ferry leaves port\n\n02.01.2018, Bergen.\n\nThe line will close, Radio Fjord reported on December 30th.",
    attributions: [["Radio Fjord", "2017-12-30"]],
  },
  {
    rule: "an outlet without any telling word is told by its verb",
    text: "Kveldsblad has information that two ships could be sold.",
    attributions: [["Kveldsblad", null]],
  },
  {
    rule: "a weekday is the last one before the dateline",
    text: "Two ships were sold, Radio Fjord reported on Wednesday.",
    attributions: [["Radio Fjord", "2018-02-14"]],
  },
  {
    rule: "yesterday is the day before the dateline",
    text: "Two ships were sold, Radio Fjord reported yesterday.",
    attributions: [["Radio Fjord", "2018-02-15"]],
  },
  {
    rule: "a day may stand before the outlet",
    text: "On February 15th Radio Fjord reported that two ships were sold.",
    attributions: [["Radio Fjord", "2018-02-15"]],
  },
  {
    rule: "a day inside what was reported is not the day of the report",
    text: "Radio Fjord reported that on February 3rd two ships were sold.",
    attributions: [["Radio Fjord", null]],
    events: ["2018-02-03"],
  },
  {
    rule: "according to an outlet is a citation",
    text: "Two ships were sold, according to the Northern Post.",
    attributions: [["Northern Post", null]],
  },
  {
    rule: "as an outlet writes is a citation",
    text: "Two ships were sold, as Kveldsblad writes.",
    attributions: [["Kveldsblad", null]],
  },
  {
    rule: "told an outlet is a citation",
    text: "The owner told Radio Fjord that two ships were sold.",
    attributions: [["Radio Fjord", null]],
  },
  {
    rule: "an organisation's statement is a citation",
    text: "Northern Ferries said in a statement that two ships were sold.",
    attributions: [["Northern Ferries", null]],
  },
  {
    rule: "citing an outlet is a citation",
    text: "Two ships were sold, the paper wrote, citing Agence Lumière.",
    attributions: [["Agence Lumière", null]],
  },
  {
    rule: "reports and an outlet after a comma are a citation",
    text: "Two ships were sold, reports Kveldsblad.",
    attributions: [["Kveldsblad", null]],
  },
  {
    rule: "a kind of outlet may stand before its name",
    text: "Two ships were sold, the German broadcaster Nordwelle reported.",
    attributions: [["Nordwelle", null]],
  },
  {
    rule: "a kind of outlet may stand after its name",
    text: "Two ships were sold, the Fjordfax news agency reported on Thursday.",
    attributions: [["Fjordfax", "2018-02-15"]],
  },
  {
    rule: "two outlets in one sentence are two citations",
    text: "Two ships were sold, the Northern Post and Radio Fjord reported.",
    attributions: [
      ["Northern Post", null],
      ["Radio Fjord", null],
    ],
  },
  {
    rule: "a person with an office is no outlet",
    text: "Harbour master Ingrid Dahl reported on Thursday that the pier is closed.",
    attributions: [],
  },
  {
    rule: "a surname known from the copy is no outlet",
    text: "Harbour master Ingrid Dahl closed the pier. Dahl reported the damage on Thursday.",
    attributions: [],
  },
  {
    rule: "a ministry is no outlet",
    text: "The Ministry of Transport reported on Thursday that the pier is closed.",
    attributions: [],
  },
  {
    rule: "according to a party to the story is no citation of an outlet",
    text: "Bergen is cold. According to Bergen, the pier is closed. Bergen has asked for help.",
    attributions: [],
  },
  {
    rule: "reporters without a name are no outlet",
    text: "Officials told reporters on Thursday that the pier is closed.",
    attributions: [],
  },
  {
    rule: "сообщает with an outlet is a citation",
    language: "ru",
    text: "Паром вышел из порта, сообщает «Северный вестник».",
    attributions: [["Северный вестник", null]],
  },
  {
    rule: "сообщило агентство with a day is a citation of that day",
    language: "ru",
    text: "Об этом 15 февраля сообщило агентство «Северный вестник».",
    attributions: [["Северный вестник", "2018-02-15"]],
  },
  {
    rule: "по данным with an outlet is a citation",
    language: "ru",
    text: "По данным газеты «Полярная правда», паром вышел из порта.",
    attributions: [["Полярная правда", null]],
  },
  {
    rule: "как пишет with an outlet is a citation",
    language: "ru",
    text: "Как пишет Nordlicht Zeitung, паром вышел из порта.",
    attributions: [["Nordlicht Zeitung", null]],
  },
  {
    rule: "передаёт with an agency is a citation",
    language: "ru",
    text: "Паром вышел из порта, передаёт ИА Северная Волна.",
    attributions: [["ИА Северная Волна", null]],
  },
  {
    rule: "an outlet before сообщил is a citation",
    language: "ru",
    text: "Телеканал «Север-ТВ» сообщил 15 февраля, что паром вышел из порта.",
    attributions: [["Север-ТВ", "2018-02-15"]],
  },
  {
    rule: "со ссылкой на with an outlet is a citation",
    language: "ru",
    text: "Паром вышел из порта, пишет газета «Маяк» со ссылкой на Fjordfax.",
    attributions: [
      ["Маяк", null],
      ["Fjordfax", null],
    ],
  },
  {
    rule: "a minister who сообщил is no outlet",
    language: "ru",
    text: "Об этом сообщил министр транспорта Олег Дёмин.",
    attributions: [],
  },
  {
    rule: "a surname after сообщил is no outlet",
    language: "ru",
    text: "Паром вышел из порта, сообщил Петров.",
    attributions: [],
  },
  {
    rule: "a press service is no outlet",
    language: "ru",
    text: "Паром вышел из порта, сообщила пресс-служба порта.",
    attributions: [],
  },
  {
    rule: "a German outlet is cited",
    language: "de",
    text: "Die Fähre ist ausgelaufen und wird am Abend erwartet, berichtet die Nordlicht Zeitung.",
    attributions: [["Nordlicht Zeitung", null]],
  },
  {
    rule: "laut with a German outlet is a citation",
    language: "de",
    text: "Laut Nordlicht Zeitung ist die Fähre ausgelaufen und nicht wieder da.",
    attributions: [["Nordlicht Zeitung", null]],
  },
  {
    rule: "selon with a French outlet is a citation",
    language: "fr",
    text: "Le ferry est parti du port, selon Radio Lumière.",
    attributions: [["Radio Lumière", null]],
  },
  {
    rule: "an Arabic agency is cited",
    language: "ar",
    text: "ذكرت وكالة أنباء الشمال أن العبارة غادرت الميناء.",
    attributions: [["وكالة أنباء الشمال", null]],
  },

  {
    rule: "the office before a name is the speaker's",
    text: "“We sail at dawn,” harbour master Ingrid Dahl said.",
    quotations: [["We sail at dawn", "Ingrid Dahl", "harbour master"]],
  },
  {
    rule: "an office in capitals is parted from the name",
    text: "“We sail at dawn,” said Northern Ferries’ Managing Director Ingrid Dahl.",
    quotations: [["We sail at dawn", "Ingrid Dahl", "Northern Ferries’ Managing Director"]],
  },
  {
    rule: "a surname alone is the person named before",
    text: "The port’s Secretary General Ingrid Dahl came early. “We sail at dawn,” Dahl said after the meeting.",
    quotations: [["We sail at dawn", "Ingrid Dahl", "port’s Secretary General"]],
  },
  {
    rule: "an office after the name is the speaker's",
    text: "“We sail at dawn,” said Ingrid Dahl, a spokeswoman for Northern Ferries.",
    quotations: [["We sail at dawn", "Ingrid Dahl", "spokeswoman for Northern Ferries"]],
  },
  {
    rule: "he said is the last who spoke",
    text: "“We sail at dawn,” captain Oleg Demin said. “The sea is calm,” he added.",
    quotations: [
      ["We sail at dawn", "Oleg Demin", "captain"],
      ["The sea is calm", "Oleg Demin", "captain"],
    ],
  },
  {
    rule: "a quotation parted by its speaker has him on both sides",
    text: "“We sail at dawn,” said captain Oleg Demin, “and we come back at night.”",
    quotations: [
      ["We sail at dawn", "Oleg Demin", "captain"],
      ["and we come back at night.", "Oleg Demin", "captain"],
    ],
  },
  {
    rule: "a whole sentence after a quotation goes on with its speaker",
    text: "“We sail at dawn,” captain Oleg Demin said. “The sea has been calm for two days.”",
    quotations: [
      ["We sail at dawn", "Oleg Demin", "captain"],
      ["The sea has been calm for two days.", "Oleg Demin", "captain"],
    ],
  },
  {
    rule: "a speaker before a colon leads into the words",
    text: "Captain Oleg Demin said after the crossing: “The sea was calm.”",
    quotations: [["The sea was calm.", "Oleg Demin", "Captain"]],
  },
  {
    rule: "straight quotation marks are read as well",
    text: '"We sail at dawn," captain Oleg Demin said.',
    quotations: [["We sail at dawn", "Oleg Demin", "captain"]],
  },
  {
    rule: "an exclamation is a quotation",
    text: "“Never!” said captain Oleg Demin.",
    quotations: [["Never!", "Oleg Demin", "captain"]],
  },
  {
    rule: "a nested quotation belongs to the outer one",
    text: "“He told me ‘sail at dawn’ and left,” captain Oleg Demin said.",
    quotations: [["He told me ‘sail at dawn’ and left", "Oleg Demin", "captain"]],
  },
  {
    rule: "a subject without a name is the speaker as written",
    text: "“We sail at dawn,” the ministry said.",
    quotations: [["We sail at dawn", "the ministry", null]],
  },
  {
    rule: "part of a sentence is a quotation when it is long enough to be somebody's words",
    text: "Captain Oleg Demin said it was “the calmest sea in ten years”.",
    quotations: [["the calmest sea in ten years", "Oleg Demin", "Captain"]],
  },
  {
    rule: "words held at a distance are no quotation",
    text: "The ministry said the “special operation” continues.",
    quotations: [],
  },
  {
    rule: "the name of a ship is no quotation",
    text: "Captain Oleg Demin said the “Northern Star” left at dawn.",
    quotations: [],
  },
  {
    rule: "a quotation over two paragraphs is one",
    text: "“We sail at dawn. The sea is calm,” captain Oleg Demin said. “The crew is ready and so is the ship.\n\n“Nobody will stay behind.”",
    quotations: [
      ["We sail at dawn. The sea is calm", "Oleg Demin", "captain"],
      ["The crew is ready and so is the ship.\n\nNobody will stay behind.", "Oleg Demin", "captain"],
    ],
  },
  {
    rule: "words nobody is named for are asked about",
    text: "“We shall never sail in such a storm again.”",
    quotations: [],
    finds: ["quotation-unattributed"],
  },
  {
    rule: "a mark that never closes is asked about",
    text: "Captain Oleg Demin said: “The sea was calm and the ship was new.",
    finds: ["quotation-unclosed"],
  },
  {
    rule: "Russian words before a dash are the speaker's",
    language: "ru",
    text: "«Мы выходим на рассвете», — сказал капитан Олег Дёмин.",
    quotations: [["Мы выходим на рассвете", "Олег Дёмин", "капитан"]],
  },
  {
    rule: "a Russian surname alone is the person named before",
    language: "ru",
    text: "Генеральный секретарь Союза портов Ингрид Даль приехала рано. «Мы выходим на рассвете», — заявила Даль после встречи.",
    quotations: [["Мы выходим на рассвете", "Ингрид Даль", "Генеральный секретарь Союза портов"]],
  },
  {
    rule: "a Russian office with its body stands before the name",
    language: "ru",
    text: "«Порт открыт», — отметил министр транспорта России Сергей Волков.",
    quotations: [["Порт открыт", "Сергей Волков", "министр транспорта России"]],
  },
  {
    rule: "a Russian speaker before a colon leads into the words",
    language: "ru",
    text: "Капитан Олег Дёмин сказал: «Море спокойно».",
    quotations: [["Море спокойно", "Олег Дёмин", "Капитан"]],
  },
  {
    rule: "он добавил is the last who spoke",
    language: "ru",
    text: "«Порт открыт», — сказал капитан Олег Дёмин. «Море спокойно», — добавил он.",
    quotations: [
      ["Порт открыт", "Олег Дёмин", "капитан"],
      ["Море спокойно", "Олег Дёмин", "капитан"],
    ],
  },
  {
    rule: "a Russian title in guillemets is no quotation",
    language: "ru",
    text: "Капитан Олег Дёмин рассказал, что фильм «Красный рассвет» снят в порту.",
    quotations: [],
  },
  {
    rule: "a Russian ship is no quotation",
    language: "ru",
    text: "Паром «Северный» вышел из порта, сообщил капитан.",
    quotations: [],
  },
  {
    rule: "German marks hold a quotation",
    language: "de",
    text: "„Wir fahren im Morgengrauen“, sagte die Sprecherin Ingrid Dahl.",
    quotations: [["Wir fahren im Morgengrauen", "Ingrid Dahl", "Sprecherin"]],
  },
  {
    rule: "French marks with spaces hold a quotation",
    language: "fr",
    text: "« Nous partons à l’aube », a déclaré le directeur Jean Martin.",
    quotations: [["Nous partons à l’aube", "Jean Martin", "directeur"]],
  },
  {
    rule: "an Arabic speaker stands between verb and words",
    language: "ar",
    text: "وقال القبطان سمير حداد: «سنغادر عند الفجر».",
    quotations: [["سنغادر عند الفجر", "سمير حداد", "القبطان"]],
  },
  {
    rule: "a short sentence after a quotation goes on with its speaker",
    text: "“We are not going,” captain Oleg Demin said. “It is late.” He said the crew was tired.",
    quotations: [
      ["We are not going", "Oleg Demin", "captain"],
      ["It is late.", "Oleg Demin", "captain"],
    ],
  },
  {
    rule: "a colon before the words is stronger than a new sentence after them",
    text: "Captain Oleg Demin, who came in 2017, said: “I shall not go.” A spokesman said the crew was tired.",
    quotations: [["I shall not go.", "Oleg Demin", "Captain"]],
  },
  {
    rule: "what was reported may stand between the verb and the day",
    text: "Kveldsblad first reported the sale on Thursday.",
    attributions: [["Kveldsblad", "2018-02-15"]],
  },
  {
    rule: "an article at the head of a sentence is no part of an organisation",
    text: "The Port of Bergen said in a statement that two ships were sold.",
    attributions: [["Port of Bergen", null]],
  },
  {
    rule: "she is the person the sentence before speaks of, not the last who spoke",
    text: "“We sail,” captain Oleg Demin said.\n\nThe port lost 14 days in January, its harbour master, Ruta Lund, said. “That is the worst January in years,” she added.",
    quotations: [
      ["We sail", "Oleg Demin", "captain"],
      ["That is the worst January in years", "Ruta Lund", "harbour master"],
    ],
  },
  {
    rule: "he is the person of an age the sentence before begins with",
    text: "“We sail,” captain Oleg Demin said.\n\nHis predecessor, Tormod Lund, 61, disagreed. “He has lost the coast,” he said.",
    quotations: [
      ["We sail", "Oleg Demin", "captain"],
      ["He has lost the coast", "Tormod Lund", null],
    ],
  },
  {
    rule: "she is the person the paragraph before began with",
    text: "Fisheries minister Kari Lund on Friday defended the quotas.\n\n“When they say ‘stop’, we stop,” she said.",
    quotations: [["When they say ‘stop’, we stop", "Kari Lund", "Fisheries minister"]],
  },
  {
    rule: "a name between commas after its office is the speaker",
    text: "“I was cold,” another passenger, Nils Moe, said.",
    quotations: [["I was cold", "Nils Moe", null]],
  },
  {
    rule: "a subject that speaks next is not the speaker of the words before it",
    text: "“I was there,” says one passenger. “It was dark.” Another, Nils Moe, adds: “I was cold.”",
    quotations: [
      ["I was there", "one passenger", null],
      ["It was dark.", "one passenger", null],
      ["I was cold.", "Nils Moe", null],
    ],
  },
  {
    rule: "a subject with a clause of its own leads into its words",
    text: "“We sail,” captain Oleg Demin said. An official, who spoke on condition of anonymity, said: “We knew.”",
    quotations: [
      ["We sail", "Oleg Demin", "captain"],
      ["We knew.", "an official", null],
    ],
  },
  {
    rule: "a place in the subject is not the speaker",
    text: "“Too little, too late,” a fisherman in Vardø said.",
    quotations: [["Too little, too late", "a fisherman in Vardø", null]],
  },
  {
    rule: "a place told to is no outlet",
    text: "“We sail,” captain Oleg Demin told reporters in Vardø.",
    attributions: [],
    quotations: [["We sail", "Oleg Demin", "captain"]],
  },
  {
    rule: "a surname after an age is no outlet",
    text: "Tormod Lund, 61, disagreed. According to Lund, the pier is closed.",
    attributions: [],
  },
  {
    rule: "Russian words parted by their speaker inside one pair of marks are two quotations",
    language: "ru",
    text: "Капитан Ольга Дёмина пришла рано. «Когда говорят „стоп“, мы стоим, — сказала она. — Когда говорят „можно“, выходим».",
    quotations: [
      ["Когда говорят „стоп“, мы стоим", "Ольга Дёмина", "Капитан"],
      ["Когда говорят „можно“, выходим", "Ольга Дёмина", "Капитан"],
    ],
  },
  {
    rule: "an initial and a surname are the person named before, and как is nobody",
    language: "ru",
    text: 'Как отметил директор компании Сергей Владимирович Иванов, суда проданы.\n\n"Это крупная сделка, - сказал С.Иванов. - Мы растём".',
    quotations: [
      ["Это крупная сделка", "Сергей Владимирович Иванов", "директор компании"],
      ["Мы растём", "Сергей Владимирович Иванов", "директор компании"],
    ],
  },
  {
    rule: "the name of a paper between a Russian speaker and the verb parts them not",
    language: "ru",
    text: "«Порт закрыт», — сказал капитан Олег Дёмин.\n\nГлава союза Сири Лунд в интервью газете «Фьорд» рассказала: «Мы выходим».",
    quotations: [
      ["Порт закрыт", "Олег Дёмин", "капитан"],
      ["Мы выходим", "Сири Лунд", "Глава союза"],
    ],
  },
  {
    rule: "the name of a paper between a Russian verb and the speaker parts them not",
    language: "ru",
    text: "«Мы идём на север», — рассказал «Северному вестнику» капитан Олег Дёмин.",
    quotations: [["Мы идём на север", "Олег Дёмин", "капитан"]],
  },
  {
    rule: "она after по словам is the person they are the words of",
    language: "ru",
    text: "«Порт закрыт», — сказал капитан Олег Дёмин.\n\nПо словам начальника порта Руты Лунд, в январе порт потерял 14 дней. «Это худший январь», — подчеркнула она.",
    quotations: [
      ["Порт закрыт", "Олег Дёмин", "капитан"],
      ["Это худший январь", "Руты Лунд", null],
    ],
  },
  {
    rule: "a German agency that was told is no part of the speaker's name",
    language: "de",
    text: "„Wir fahren“, sagte Kapitän Jens Petersen der Deutschen Presse-Agentur.",
    quotations: [["Wir fahren", "Jens Petersen", "Kapitän"]],
  },
  {
    rule: "whom an outlet quotes speaks, not the outlet",
    text: "Prime minister Erna Lie was in town. According to the newspaper Aftenposten, Lie told lawmakers on Monday that “the case is closed for good.”",
    quotations: [["the case is closed for good.", "Erna Lie", "Prime minister"]],
  },
  {
    rule: "whose somebody is stands before the name",
    text: "The Coast Party's Jonas Berg said: “We vote no.”",
    quotations: [["We vote no.", "Jonas Berg", null]],
  },
  {
    rule: "a Russian surname in another case is the person named before and no outlet",
    language: "ru",
    text: 'Генеральный секретарь союза Йенс Лундберг приехал рано. "Мы договорились обо всём", — цитирует Лундберга агентство.',
    attributions: [],
    quotations: [["Мы договорились обо всём", "Йенс Лундберг", "Генеральный секретарь союза"]],
  },
];
