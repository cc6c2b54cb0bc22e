/** What a text says, what its source says, and which of it differs: `kind words → instead`. */
export type ClaimCase = {
  readonly rule: string;
  readonly text: string;
  readonly source: string;
  /** The text does not say that it rests on the source. */
  readonly isUncited?: boolean;
  readonly days?: readonly string[];
  readonly differs: readonly string[];
};

export const claimCases: readonly ClaimCase[] = [
  { rule: "the same number", text: "The ferry carried 1,500 people.", source: "It carried 1,500 people.", differs: [] },
  {
    rule: "another number of the same thing",
    text: "The ferry carried 1,600 people.",
    source: "It carried 1,500 people.",
    differs: ["figure 1,600 → 1,500"],
  },
  {
    rule: "a number the source does not have",
    text: "The ferry carried 1,600 people.",
    source: "It carried many.",
    differs: ["figure 1,600 → ?"],
  },
  {
    rule: "thousands parted by a full stop",
    text: "The ferry carried 1,500 people.",
    source: "Sie trug 1.500 Menschen.",
    differs: [],
  },
  {
    rule: "thousands parted by a narrow space",
    text: "The ferry carried 12,500 people.",
    source: "Il a porté 12\u202f500 personnes.",
    differs: [],
  },
  {
    rule: "thousands not parted",
    text: "The ferry carried 12,500 people.",
    source: "Паром перевёз 12500 человек.",
    differs: [],
  },
  { rule: "Arabic figures", text: "The ferry carried 1,500 people.", source: "نقلت العبارة ١٥٠٠ شخص.", differs: [] },
  { rule: "a decimal comma", text: "Fuel rose by 5.5 per cent.", source: "Топливо подорожало на 5,5 %.", differs: [] },
  {
    rule: "another per cent",
    text: "Fuel rose by 5.5 per cent.",
    source: "Fuel rose by 5.6 percent.",
    differs: ["figure 5.5 per cent → 5.6 percent"],
  },
  { rule: "a per cent in words", text: "Fuel rose by 15%.", source: "Fuel rose by fifteen per cent.", differs: [] },
  {
    rule: "words for figures",
    text: "The ferry carried 25 people.",
    source: "It carried twenty-five people.",
    differs: [],
  },
  {
    rule: "figures for words",
    text: "The ferry carried twenty-five people.",
    source: "It carried 25 people.",
    differs: [],
  },
  {
    rule: "Russian words in another case",
    text: "The crew of 15 left.",
    source: "Экипаж из пятнадцати человек ушёл.",
    differs: [],
  },
  { rule: "German words", text: "The crew of 25 left.", source: "Die fünfundzwanzig Leute gingen.", differs: [] },
  { rule: "French words", text: "The crew of 17 left.", source: "Les dix-sept marins sont partis.", differs: [] },
  { rule: "millions", text: "It cost 1.5 million crowns.", source: "Es kostete 1,5 Millionen Kronen.", differs: [] },
  {
    rule: "millions written out",
    text: "It cost 1.5 million crowns.",
    source: "It cost 1,500,000 crowns.",
    differs: [],
  },
  { rule: "millions in round", text: "It cost 1.5 million crowns.", source: "It cost 1,498,200 crowns.", differs: [] },
  {
    rule: "other millions",
    text: "It cost 1.5 million crowns.",
    source: "It cost 15 million crowns.",
    differs: ["figure 1.5 million → 15 million"],
  },
  { rule: "a milliard is a billion", text: "It cost 2 billion crowns.", source: "Он стоил 2 млрд крон.", differs: [] },
  { rule: "about is not exactly", text: "About 3,000 people came.", source: "2,850 people came.", differs: [] },
  {
    rule: "about is not anything",
    text: "About 3,000 people came.",
    source: "1,850 people came.",
    differs: ["figure 3,000 → 1,850"],
  },
  { rule: "more than, in Russian", text: "Пришли более 3000 человек.", source: "Пришли 3100 человек.", differs: [] },
  {
    rule: "small numbers are ways of speaking",
    text: "One of the two ferries sailed.",
    source: "A ferry sailed.",
    differs: [],
  },
  {
    rule: "a number that is part of a name",
    text: "The F-16 and the G20 and Covid-19 were named.",
    source: "Nothing was named.",
    differs: [],
  },
  { rule: "the time of day is no number", text: "It sailed at 12:30.", source: "It sailed at noon.", differs: [] },
  {
    rule: "a number of another thing, in a sentence that rests on nothing",
    text: "The quay has 40 lamps.",
    source: "It carried 1,500 people.",
    isUncited: true,
    differs: [],
  },
  {
    rule: "another number of the same thing, wherever it stands",
    text: "The quay has 40 lamps.",
    source: "The quay has 45 lamps.",
    isUncited: true,
    differs: ["figure 40 → 45"],
  },
  {
    rule: "the same day in another language",
    text: "It sailed on 16 February 2018.",
    source: "Паром вышел 16 февраля 2018 года.",
    differs: [],
  },
  {
    rule: "the same day written otherwise",
    text: "It sailed on February 16th.",
    source: "Sie fuhr am 16.02.2018.",
    differs: [],
  },
  {
    rule: "another day",
    text: "It sailed on 17 February 2018.",
    source: "It sailed on 16 February 2018.",
    differs: ["date 17 February 2018 → ?"],
  },
  {
    rule: "another month",
    text: "It sailed on 16 March 2018.",
    source: "It sailed on 16 February 2018.",
    differs: ["date 16 March 2018 → ?"],
  },
  { rule: "another year", text: "It sank in 2013.", source: "It sank in 2014.", differs: ["date 2013 → ?"] },
  { rule: "the same year", text: "It sank in 2014.", source: "It sank in May 2014.", differs: [] },
  { rule: "a year in a span", text: "It sank in 2010.", source: "The war of 2003–2010 sank it.", differs: [] },
  {
    rule: "the day the source itself came out",
    text: "Radio Fjord reported on February 15th that it sank.",
    source: "It sank.",
    days: ["2018-02-15"],
    differs: [],
  },
  {
    rule: "a day without a citation is not the source's",
    text: "It sailed on 17 February 2018.",
    source: "It sailed on 16 February 2018.",
    isUncited: true,
    differs: [],
  },
  {
    rule: "a name with one letter other",
    text: "The chair, Jens Stoltenburg, spoke.",
    source: "The chair, Jens Stoltenberg, spoke.",
    differs: ["name Stoltenburg → Stoltenberg"],
  },
  {
    rule: "a name with a letter missing",
    text: "They met in Brusels today.",
    source: "They met in Brussels today.",
    differs: ["name Brusels → Brussels"],
  },
  {
    rule: "two letters changed about",
    text: "He met Stotlenberg there.",
    source: "He met Stoltenberg there.",
    differs: ["name Stotlenberg → Stoltenberg"],
  },
  {
    rule: "the same name declined",
    text: "Он встретил Столтенберга.",
    source: "Пришёл Йенс Столтенберг сам.",
    differs: [],
  },
  { rule: "a name and its people", text: "He met Americans there.", source: "He met an American there.", differs: [] },
  {
    rule: "two people of like names, both in the text",
    text: "He met Ivanova and Ivanovo.",
    source: "He met Ivanova there.",
    differs: [],
  },
  {
    rule: "another name is another name",
    text: "He met Oduya and Valentina there.",
    source: "He met Stoltenberg there.",
    differs: [],
  },
  {
    rule: "a German name with a letter other",
    text: "Er traf dort Steinmaier heute.",
    source: "Er traf dort Steinmeier heute.",
    differs: ["name Steinmaier → Steinmeier"],
  },
];
