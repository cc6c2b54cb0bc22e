/**
 * Differences between two texts: the rule's name is its sentence. `shown` is how a reader sees the difference:
 * what went in `[-…-]`, what came in `{+…+}`.
 */
export type WordsCase = {
  readonly rule: string;
  readonly language: string;
  readonly before: string;
  readonly after: string;
  readonly shown: string;
};

export const wordsCases: readonly WordsCase[] = [
  {
    rule: "the same text has no difference",
    language: "en",
    before: "The ferry left at noon.",
    after: "The ferry left at noon.",
    shown: "The ferry left at noon.",
  },
  {
    rule: "a changed word is shown whole, not by its letters",
    language: "en",
    before: "The minister promised more money.",
    after: "The minister promises more money.",
    shown: "The minister [-promised-]{+promises+} more money.",
  },
  {
    rule: "words that change side by side are one change",
    language: "en",
    before: "the old ferry left",
    after: "a new boat left",
    shown: "[-the old ferry-]{+a new boat+} left",
  },
  {
    rule: "a word that stays between two changes stays",
    language: "en",
    before: "An old ferry sank quickly",
    after: "A new ferry sank slowly",
    shown: "[-An old-]{+A new+} ferry sank [-quickly-]{+slowly+}",
  },
  {
    rule: "an inserted word takes one of its spaces with it",
    language: "en",
    before: "Talks began on Monday.",
    after: "Talks finally began on Monday.",
    shown: "Talks {+finally +}began on Monday.",
  },
  {
    rule: "a removed sentence is one piece",
    language: "en",
    before: "It rained. Nobody came. It stopped.",
    after: "It rained. It stopped.",
    shown: "It rained. [-Nobody came. -]It stopped.",
  },
  {
    rule: "a comma alone is a change of its own",
    language: "en",
    before: "Before noon the strike began",
    after: "Before noon, the strike began",
    shown: "Before noon{+,+} the strike began",
  },
  {
    rule: "a figure with its decimals is one word",
    language: "en",
    before: "Prices rose 3.5 per cent",
    after: "Prices rose 3.7 per cent",
    shown: "Prices rose [-3.5-]{+3.7+} per cent",
  },
  {
    rule: "a contraction is one word",
    language: "en",
    before: "They don’t agree",
    after: "They didn’t agree",
    shown: "They [-don’t-]{+didn’t+} agree",
  },
  {
    rule: "a small letter made a capital is a change",
    language: "en",
    before: "the alliance",
    after: "The alliance",
    shown: "[-the-]{+The+} alliance",
  },
  {
    rule: "another kind of quotation mark is a change",
    language: "en",
    before: 'said "yes" twice',
    after: "said “yes” twice",
    shown: 'said [-"-]{+“+}yes[-"-]{+”+} twice',
  },
  {
    rule: "text out of nothing is all new",
    language: "en",
    before: "",
    after: "Port closed",
    shown: "{+Port closed+}",
  },
  { rule: "text to nothing is all gone", language: "en", before: "Port closed", after: "", shown: "[-Port closed-]" },
  {
    rule: "nothing in common is one change",
    language: "en",
    before: "Rain fell",
    after: "Sun shone",
    shown: "[-Rain fell-]{+Sun shone+}",
  },
  {
    rule: "of sentences that changed places the longest stays",
    language: "en",
    before: "Ships wait. Trucks queue. Trains run on time today.",
    after: "Trains run on time today. Ships wait. Trucks queue.",
    shown: "[-Ships wait. Trucks queue. -]Trains run on time today{+. Ships wait. Trucks queue+}.",
  },
  {
    rule: "a new line between paragraphs is never swallowed by a change",
    language: "en",
    before: "First here.\nSecond here.",
    after: "First there.\nSecond there.",
    shown: "First [-here-]{+there+}.\nSecond [-here-]{+there+}.",
  },
  {
    rule: "a Russian word in another case is a changed word",
    language: "ru",
    before: "Министр встретился с послом Ирака.",
    after: "Министр встретился с послами Ирака.",
    shown: "Министр встретился с [-послом-]{+послами+} Ирака.",
  },
  {
    rule: "ё for е is a change an editor made",
    language: "ru",
    before: "Все ушли",
    after: "Всё ушли",
    shown: "[-Все-]{+Всё+} ушли",
  },
  {
    rule: "guillemets stay while the words in them change",
    language: "ru",
    before: "Газета «Вечер» пишет",
    after: "Газета «Утро» пишет",
    shown: "Газета «[-Вечер-]{+Утро+}» пишет",
  },
  {
    rule: "an Arabic word is shown whole",
    language: "ar",
    before: "وصل الوزير إلى بغداد مساء أمس",
    after: "وصل الوزير إلى البصرة مساء أمس",
    shown: "وصل الوزير إلى [-بغداد-]{+البصرة+} مساء أمس",
  },
  {
    rule: "an Arabic conjunction written together changes with its word",
    language: "ar",
    before: "الجيش والشرطة",
    after: "الجيش الشرطة",
    shown: "الجيش [-والشرطة-]{+الشرطة+}",
  },
  {
    rule: "vowel signs do not cut an Arabic word",
    language: "ar",
    before: "قال إن العِلم مهم",
    after: "قال إن العَلَم مهم",
    shown: "قال إن [-العِلم-]{+العَلَم+} مهم",
  },
  {
    rule: "words of a script without spaces are found",
    language: "ja",
    before: "首相は東京に到着した",
    after: "首相は大阪に到着した",
    shown: "首相は[-東京-]{+大阪+}に到着した",
  },
  {
    rule: "an emoji of several parts is one sign",
    language: "en",
    before: "Fans 👩‍👩‍👧 came",
    after: "Fans 👨‍👩‍👦 came",
    shown: "Fans [-👩‍👩‍👧-]{+👨‍👩‍👦+} came",
  },
];
