import type { QuoteCase } from "./case.ts";

/** A page of an invented harbour board. */
export const ENGLISH_PAGE = `Minutes of the Harbour Board, Talmira

"We have agreed to keep the night ferry," the chair, Nora Valent, told the board. "It will cost 1,500 crowns a week, and it isn't a gift to anybody – it's a road." Asked about the crew, she said: ‘They’re paid. They’ll be paid again.’

The harbour master added that “the captain said ‘no’ twice, and I said ‘yes’ once”. He did not know... what would come of it.

In the second part the Board heard the engin-
eers. "The hull is sound, the engine isn't, and the money [laughter] ran out in 2003–2010. Fuel rose by 5.5% in a year, to 12.40 a litre."

"I would rather have a small boat that sails than a large one that stands," said Mr Oduya, "and so would the is-
land. Ask anyone on the quay; ask the gulls."

WE WILL NOT SELL THE QUAY, the Talmira Port Authority (TPA) wrote on its door.`;

export const english: readonly QuoteCase[] = [
  {
    rule: "words as they stand",
    quotation: "We have agreed to keep the night ferry",
    verdict: "same",
    passage: "We have agreed to keep the night ferry",
  },
  { rule: "curly marks for straight ones", quotation: "“We have agreed to keep the night ferry,”", verdict: "same" },
  {
    rule: "straight marks for curly ones",
    quotation: "\"the captain said 'no' twice, and I said 'yes' once\"",
    verdict: "same",
  },
  { rule: "guillemets for English marks", quotation: "«We have agreed to keep the night ferry»", verdict: "same" },
  { rule: "a straight apostrophe for a curly one", quotation: "They're paid. They'll be paid again.", verdict: "same" },
  { rule: "a curly apostrophe for a straight one", quotation: "it isn’t a gift to anybody", verdict: "same" },
  {
    rule: "an apostrophe left out makes another word",
    source: "We're not going back to the old quay.",
    quotation: "Were not going back to the old quay",
    verdict: "altered",
    removed: "We’re",
    added: "Were",
  },
  {
    rule: "nested marks of another kind",
    quotation: "“the captain said “no” twice, and I said “yes” once”",
    verdict: "same",
  },
  { rule: "a first letter made small", quotation: "we have agreed to keep the night ferry", verdict: "same" },
  { rule: "a first letter raised", quotation: "The captain said ‘no’ twice", verdict: "same" },
  { rule: "a comma before the closing mark is the writer's", quotation: "it's a road,", verdict: "same" },
  { rule: "dashes are set in many ways", quotation: "it isn't a gift to anybody — it's a road", verdict: "same" },
  {
    rule: "a word broken at the end of a line",
    quotation: "so would the island",
    verdict: "same",
    passage: "so would the island",
  },
  {
    rule: "a word broken in both",
    source: "so would the is-\nland, he said",
    quotation: "so would the is-\nland",
    verdict: "same",
  },
  {
    rule: "a hyphen at the end of a line that belongs to the word",
    source: "It is a well-\nknown quay.",
    quotation: "a well-known quay",
    verdict: "same",
  },
  {
    rule: "a soft hyphen",
    source: "The engi\u00adneers have spoken.",
    quotation: "The engineers have spoken",
    verdict: "same",
  },
  {
    rule: "lines that end between words",
    source: "The hull\nis sound,\nthe engine isn't",
    quotation: "The hull is sound, the engine isn't",
    verdict: "same",
  },
  {
    rule: "a word an old scan has broken without a hyphen",
    source: "The engi\nneers have spoken.",
    quotation: "The engineers have spoken",
    verdict: "same",
  },
  {
    rule: "letters a scan reads as one",
    source: "The o\ufb03ce is \ufb01ne.",
    quotation: "The office is fine",
    verdict: "same",
  },
  {
    rule: "what a minute-taker put in square brackets is not spoken",
    quotation: "and the money ran out in 2003-2010",
    verdict: "same",
  },
  { rule: "a number without its comma", quotation: "It will cost 1500 crowns a week", verdict: "same" },
  { rule: "a number with a space", quotation: "It will cost 1 500 crowns a week", verdict: "same" },
  {
    rule: "another number",
    quotation: "It will cost 1,600 crowns a week",
    verdict: "altered",
    removed: "1,500",
    added: "1,600",
  },
  {
    rule: "a decimal point moved away is another number",
    quotation: "Fuel rose by 55% in a year",
    verdict: "altered",
    removed: "5.5",
    added: "55",
  },
  { rule: "a sign of per cent with a space", quotation: "Fuel rose by 5.5 % in a year", verdict: "same" },
  { rule: "an editor's first letter in brackets", quotation: "[T]he captain said ‘no’ twice", verdict: "same" },
  {
    rule: "an editor's name for a pronoun",
    quotation: "[The board members] have agreed to keep the night ferry",
    verdict: "same",
  },
  {
    rule: "an editor's word put in",
    quotation: "We have agreed to keep the night ferry [to the island]",
    verdict: "same",
  },
  {
    rule: "an editor's word in the middle",
    quotation: "It will cost 1,500 crowns [about a wage] a week",
    verdict: "same",
  },
  { rule: "an ending in brackets", quotation: "We have agree[d] to keep the night ferry", verdict: "same" },
  {
    rule: "an ending in brackets for another one",
    quotation: "The hull [was] sound, the engine isn't",
    verdict: "same",
  },
  {
    rule: "a signed note in round brackets",
    quotation: "We have agreed to keep the night ferry (the Blue Petrel – Ed.)",
    verdict: "same",
  },
  {
    rule: "words left out, and said so",
    quotation: "The hull is sound … and the money ran out",
    verdict: "shortened",
    leftOut: 3,
  },
  {
    rule: "three dots leave out too",
    quotation: "The hull is sound... and the money ran out",
    verdict: "shortened",
    leftOut: 3,
  },
  {
    rule: "dots in brackets leave out too",
    quotation: "We have agreed […] It will cost 1,500 crowns",
    verdict: "shortened",
  },
  {
    rule: "dots in round brackets leave out too",
    quotation: "I would rather have a small boat (...) and so would the island",
    verdict: "shortened",
  },
  { rule: "spaced dots leave out too", quotation: "Ask anyone . . . ask the gulls", verdict: "shortened", leftOut: 3 },
  { rule: "two ellipses", quotation: "We have agreed … it isn't a gift … it's a road", verdict: "shortened" },
  {
    rule: "an ellipsis the source has itself leaves nothing out",
    quotation: "He did not know… what would come of it",
    verdict: "same",
  },
  { rule: "an ellipsis at an end leaves nothing out between", quotation: "…to keep the night ferry…", verdict: "same" },
  {
    rule: "an ellipsis and brackets",
    quotation: "[The board] agreed to keep the night ferry … it's a road",
    verdict: "shortened",
  },
  {
    rule: "an ellipsis does not turn the order round",
    quotation: "it's a road … We have agreed to keep the night ferry",
    verdict: "altered",
  },
  {
    rule: "words left out and not said so",
    quotation: "I would rather have a boat that sails than a large one that stands",
    verdict: "altered",
    removed: "small ",
    added: "",
  },
  {
    rule: "one word changed",
    quotation: "We have agreed to sell the night ferry",
    verdict: "altered",
    removed: "keep",
    added: "sell",
  },
  {
    rule: "a word put in without brackets",
    quotation: "We have all agreed to keep the night ferry",
    verdict: "altered",
    removed: "",
    added: "all ",
  },
  {
    rule: "the last word changed",
    quotation: "I would rather have a small boat that sails than a large one that sinks",
    verdict: "altered",
    removed: "stands",
    added: "sinks",
  },
  {
    rule: "the first word changed",
    quotation: "They have agreed to keep the night ferry",
    verdict: "altered",
    removed: "We",
    added: "They",
  },
  {
    rule: "a denial left out",
    quotation: "the hull is sound, the engine is, and the money ran out in 2003",
    verdict: "altered",
  },
  {
    rule: "a space moved makes another word",
    source: "They are now here, on the quay.",
    quotation: "They are nowhere, on the quay",
    verdict: "altered",
  },
  { rule: "a heading in capitals", quotation: "We will not sell the quay", verdict: "same" },
  {
    rule: "a pronoun and a country are two words",
    source: "It matters to us, she said, and always will.",
    quotation: "It matters to US, she said, and always will",
    verdict: "altered",
  },
  {
    rule: "a part of a word is not the word",
    source: "The undertaking failed.",
    quotation: "taking failed",
    verdict: "not-found",
  },
  {
    rule: "words nobody said",
    quotation: "The gulls have taken over the harbour master's office",
    verdict: "not-found",
  },
  {
    rule: "the same subject in other words",
    quotation: "Our decision was that a service after dark should continue",
    verdict: "not-found",
  },
  { rule: "common words alone prove nothing", quotation: "of the and to the", verdict: "not-found" },
  { rule: "marks without words", quotation: "“…”", verdict: "not-found" },
  { rule: "a mark of a note is no word", quotation: "²", source: "He said² so.", verdict: "not-found" },
  { rule: "a mark of a note behind an ellipsis", quotation: "He … ²", source: "He said² so.", verdict: "same" },
  { rule: "an empty source", source: "", quotation: "We have agreed", verdict: "not-found" },
  { rule: "one word that was said", quotation: "“Yes”", source: "He said: yes.", verdict: "same" },
  {
    rule: "a German source, with its words",
    source: "Die Vorsitzende sagte: „Wir haben beschlossen, die Nachtfähre zu behalten.“ Es wurde spät.",
    from: "de",
    quotation: "We have decided to keep the night ferry",
    original: "Wir haben beschlossen, die Nachtfähre zu behalten",
    verdict: "translated",
    passage: "Wir haben beschlossen, die Nachtfähre zu behalten",
  },
  {
    rule: "a German source, without its words: those that may be it",
    source: "Es war kalt. „Das kostet 1.500 Kronen in der Woche“, sagte Valent. Dann gingen alle.",
    from: "de",
    quotation: "That costs 1,500 crowns a week",
    verdict: "translated",
    likely: "„Das kostet 1.500 Kronen in der Woche“, sagte Valent.",
  },
  {
    rule: "a foreign source that also has the English words",
    source: "Die Vorsitzende sagte auf Englisch: “We keep the night ferry.” Dann gingen alle nach Hause.",
    from: "de",
    quotation: "We keep the night ferry",
    verdict: "same",
  },
  {
    rule: "an original the source does not have is not found",
    source: "Die Vorsitzende sagte: „Wir haben beschlossen, die Nachtfähre zu behalten.“",
    from: "de",
    quotation: "We have decided to sell the quay",
    original: "Niemand darf hier jemals wieder angeln",
    verdict: "not-found",
  },
  {
    rule: "an original that differs is altered",
    source: "Die Vorsitzende sagte: „Wir haben beschlossen, die Nachtfähre zu behalten.“",
    from: "de",
    quotation: "We have decided to sell the night ferry",
    original: "Wir haben beschlossen, die Nachtfähre zu verkaufen",
    verdict: "altered",
    removed: "behalten",
    added: "verkaufen",
  },
];
