import type { QuoteCase } from "./case.ts";

/** The page of an invented outlet. */
export const GERMAN_PAGE = `Hafenrat von Talmira

„Wir haben beschlossen, die Nachtfähre zu behalten“, sagte die Vorsitzende Nora Valent. „Sie kostet 1.500 Kronen in der Woche, und das ist kein Geschenk – das ist eine Straße.“ Zur Mannschaft sagte sie: »Sie wird bezahlt. Sie wird wieder bezahlt.«

Der Hafenmeister ergänzte, „der Kapitän hat zweimal ‚Nein‘ gesagt und ich einmal ‚Ja‘“. Er wusste nicht... was daraus wird.

Im zweiten Teil sprachen die Inge-
nieure. "Der Rumpf ist gesund, die Maschine nicht, und das Geld [Lachen] ging 2003–2010 aus. Der Treibstoff wurde 5,5 % teurer."

„Mir ist ein kleines Boot, das fährt, lieber als ein großes, das steht“, sagte Oduya, „und so denkt die ganze In-
sel. Fragt am Kai; fragt die Möwen.“ DEN KAI VERKAUFEN WIR NICHT.`;

export const german: readonly QuoteCase[] = [
  {
    rule: "Worte, wie sie dastehen",
    quotation: "„Wir haben beschlossen, die Nachtfähre zu behalten“",
    verdict: "same",
    passage: "Wir haben beschlossen, die Nachtfähre zu behalten",
  },
  { rule: "umgekehrte Guillemets", quotation: "»Wir haben beschlossen, die Nachtfähre zu behalten«", verdict: "same" },
  { rule: "Schweizer Guillemets", quotation: "«Wir haben beschlossen, die Nachtfähre zu behalten»", verdict: "same" },
  { rule: "gerade Zeichen", quotation: '"Wir haben beschlossen, die Nachtfähre zu behalten"', verdict: "same" },
  {
    rule: "innere Zeichen anderer Art",
    quotation: "»der Kapitän hat zweimal ›Nein‹ gesagt und ich einmal ›Ja‹«",
    verdict: "same",
  },
  { rule: "ss für ß", quotation: "das ist eine Strasse", verdict: "same" },
  { rule: "Umlaute in zwei Zeichen", quotation: "die Nachtfa\u0308hre zu behalten", verdict: "same" },
  {
    rule: "Trennung am Zeilenende",
    quotation: "so denkt die ganze Insel",
    verdict: "same",
    passage: "so denkt die ganze Insel",
  },
  { rule: "Trennung mitten im langen Wort", quotation: "Im zweiten Teil sprachen die Ingenieure", verdict: "same" },
  {
    rule: "Bindestrich am Zeilenende, der bleibt",
    source: "Das ist die U-\nBahn nach Talmira.",
    quotation: "Das ist die U-Bahn nach Talmira",
    verdict: "same",
  },
  {
    rule: "Bedingter Trennstrich",
    source: "die Nacht\u00adfähre fährt",
    quotation: "die Nachtfähre fährt",
    verdict: "same",
  },
  { rule: "Zahl ohne Punkt", quotation: "Sie kostet 1500 Kronen in der Woche", verdict: "same" },
  { rule: "Zahl mit schmalem Leerzeichen", quotation: "Sie kostet 1\u202f500 Kronen in der Woche", verdict: "same" },
  { rule: "Prozent ohne Leerzeichen", quotation: "Der Treibstoff wurde 5,5% teurer", verdict: "same" },
  { rule: "Vermerk des Protokolls", quotation: "und das Geld ging 2003-2010 aus", verdict: "same" },
  { rule: "erster Buchstabe in Klammern", quotation: "[D]er Kapitän hat zweimal ‚Nein‘ gesagt", verdict: "same" },
  { rule: "Name für ein Fürwort", quotation: "[Die Fähre] kostet 1.500 Kronen in der Woche", verdict: "same" },
  {
    rule: "Anmerkung der Redaktion",
    quotation: "Wir haben beschlossen, die Nachtfähre (Anm. d. Red.: die „Sturmvogel“) zu behalten",
    verdict: "same",
  },
  { rule: "Zeile in Großbuchstaben", quotation: "Den Kai verkaufen wir nicht", verdict: "same" },
  {
    rule: "Auslassung mit Punkten in Klammern",
    quotation: "Der Rumpf ist gesund (...) und das Geld ging",
    verdict: "shortened",
  },
  {
    rule: "Auslassung in eckigen Klammern",
    quotation: "Wir haben beschlossen, die Nachtfähre zu behalten […] das ist eine Straße",
    verdict: "shortened",
  },
  { rule: "Auslassung mit einem Zeichen", quotation: "Fragt am Kai … die Möwen", verdict: "shortened", leftOut: 1 },
  { rule: "Punkte, die im Original stehen", quotation: "Er wusste nicht… was daraus wird", verdict: "same" },
  {
    rule: "ein Wort anders",
    quotation: "Wir haben beschlossen, die Nachtfähre zu verkaufen",
    verdict: "altered",
    removed: "behalten",
    added: "verkaufen",
  },
  {
    rule: "eine Verneinung verschwunden",
    quotation: "Der Rumpf ist gesund, die Maschine, und das Geld ging 2003–2010 aus",
    verdict: "altered",
  },
  {
    rule: "eine andere Zahl",
    quotation: "Sie kostet 15.000 Kronen in der Woche",
    verdict: "altered",
    removed: "1.500",
    added: "15.000",
  },
  {
    rule: "ausgelassen, ohne es zu sagen",
    quotation: "Mir ist ein Boot, das fährt, lieber als ein großes, das steht",
    verdict: "altered",
    removed: "kleines ",
    added: "",
  },
  {
    rule: "Worte, die niemand sagte",
    quotation: "Die Möwen haben das Büro besetzt und lassen niemanden herein",
    verdict: "not-found",
  },
  {
    rule: "dasselbe mit anderen Worten",
    quotation: "Auch künftig gibt es nach Sonnenuntergang eine Verbindung",
    verdict: "not-found",
  },
  {
    rule: "aus dem Russischen, mit dem Original",
    source: "«Мы решили сохранить ночной паром», — сообщила Нора Валент. Было поздно.",
    from: "ru",
    quotation: "Wir haben beschlossen, die Nachtfähre zu behalten",
    original: "«Мы решили сохранить ночной паром»",
    verdict: "translated",
    passage: "Мы решили сохранить ночной паром",
  },
  {
    rule: "aus dem Englischen, gefunden an Namen und Zahl",
    source: "It was cold. “Talmira needs 1,500 people,” he said. Nobody answered him.",
    from: "en",
    quotation: "In diesem Jahr braucht Talmira 1.500 Leute",
    verdict: "translated",
    likely: "“Talmira needs 1,500 people,” he said.",
  },
  {
    rule: "wer sprach, zwischen den Hälften, ist nicht gesagt",
    source: "„Wir haben“, sagte sie, „nichts verkauft an diesem Tag.“",
    quotation: "„Wir haben nichts verkauft an diesem Tag“",
    verdict: "same",
  },
  {
    rule: "wer sprach, und ein neuer Satz",
    source: "„Wir warten“, sagte die Vorsitzende. „Es kostet viel.“",
    quotation: "„Wir warten. Es kostet viel.“",
    verdict: "same",
  },
  {
    rule: "wer sprach, zwischen umgekehrten Guillemets",
    source: "»Wir haben«, sagte sie, »nichts verkauft an diesem Tag.«",
    quotation: "Wir haben nichts verkauft an diesem Tag",
    verdict: "same",
  },
  {
    rule: "zwei Sprecher sind nicht einer",
    source: "„Wir verkaufen den Kai“, sagte Oduya. „Niemals im Leben“, sagte Valent.",
    quotation: "Wir verkaufen den Kai. Niemals im Leben",
    verdict: "altered",
  },
  {
    rule: "„kein“ verschwindet nicht in Klammern",
    source: "Das ist kein Geschenk an die Insel.",
    quotation: "Das ist [ein] Geschenk an die Insel",
    verdict: "altered",
  },
  {
    rule: "aus „kein“ wird „ein“",
    source: "Das ist kein Geschenk an die Insel.",
    quotation: "Das ist ein Geschenk an die Insel",
    verdict: "altered",
  },
  {
    rule: "Umlaute einer Leitung ohne Umlaute",
    source: "UEBER DIE FAEHRE WURDE ABGESTIMMT",
    quotation: "Über die Fähre wurde abgestimmt",
    verdict: "same",
  },
  {
    rule: "Umlaute in Großbuchstaben",
    source: "FÄHRE UND KAI BLEIBEN HIER",
    quotation: "Fähre und Kai bleiben hier",
    verdict: "same",
  },
  {
    rule: "ein Umlaut ist ein anderes Wort",
    source: "Das ist schön teuer für die Insel.",
    quotation: "Das ist schon teuer für die Insel",
    verdict: "altered",
  },
  {
    rule: "langes s",
    source: "Die Inſel iſt groß und ſchön.",
    quotation: "Die Insel ist groß und schön",
    verdict: "same",
  },
  {
    rule: "Anmerkung, ausgeschrieben",
    source: "Er kam am Morgen zum Kai.",
    quotation: "Er (der Kapitän, Anm. der Redaktion) kam am Morgen zum Kai",
    verdict: "same",
  },
  {
    rule: "Ergänzungsstrich am Zeilenende",
    source: "Ein-\nund Ausfahrt sind gesperrt.",
    quotation: "Ein- und Ausfahrt sind gesperrt",
    verdict: "same",
  },
];
