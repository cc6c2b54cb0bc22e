/** Paragraphs found again in a changed text: the rule's name is its sentence. */
export type AnchorCase = {
  readonly rule: string;
  readonly language: string;
  readonly words: string;
  readonly place: number;
  readonly paragraphs: readonly string[];
  /** `null` when it is gone. */
  readonly found: number | null;
};

export const anchorCases: readonly AnchorCase[] = [
  {
    rule: "a paragraph that stays where it was is there",
    language: "en",
    words: "Crews walked out.",
    place: 1,
    paragraphs: ["The strike began.", "Crews walked out."],
    found: 1,
  },
  {
    rule: "a paragraph that moved is found by its words",
    language: "en",
    words: "Crews walked out.",
    place: 0,
    paragraphs: ["New first words.", "More new words.", "Crews walked out."],
    found: 2,
  },
  {
    rule: "of two with the same words the nearest is meant",
    language: "en",
    words: "Asked again.",
    place: 3,
    paragraphs: ["Asked again.", "One.", "Two.", "Three.", "Asked again."],
    found: 4,
  },
  {
    rule: "a paragraph some of whose words changed is the most alike",
    language: "ru",
    words: "Министр прибыл в Багдад вечером во вторник.",
    place: 0,
    paragraphs: ["Погода была ясной.", "Министр прибыл в Басру утром во вторник."],
    found: 1,
  },
  {
    rule: "a paragraph of other words in the same place is not it",
    language: "ar",
    words: "وصل الوزير إلى بغداد مساء أمس.",
    place: 0,
    paragraphs: ["كان الطقس صحوًا في المدينة."],
    found: null,
  },
  {
    rule: "in an empty text it is gone",
    language: "en",
    words: "Crews walked out.",
    place: 0,
    paragraphs: [],
    found: null,
  },
];
