/** What the desk says when copy from elsewhere cannot be brought in. */
import type { Spoken } from "./spoken.ts";

/** Why pasted copy is not read. */
export type PasteProblem = "large" | "shape";

type PasteWords = {
  readonly refused: Readonly<Record<PasteProblem, string>>;
  /** Why there is no card for an address, by half a sentence. */
  readonly noCard: (why: string) => string;
};

export const paste: Spoken<PasteWords> = {
  en: {
    refused: {
      large: "That is too much to paste at once. Paste it in parts, without its pictures.",
      shape: "What was pasted did not arrive whole. Paste it again.",
    },
    noCard: (why) => `There is no card for this address: ${why}.`,
  },
  ru: {
    refused: {
      large: "Слишком много для одной вставки. Вставьте по частям, без картинок.",
      shape: "Вставленное дошло не целиком. Вставьте ещё раз.",
    },
    noCard: (why) => `Карточку по этому адресу сделать нельзя: ${why}.`,
  },
  ar: {
    refused: {
      large: "هذا أكثر مما يمكن لصقه دفعة واحدة. الصقه على أجزاء ومن دون صوره.",
      shape: "لم يصل ما لصقته كاملًا. الصقه مرة أخرى.",
    },
    noCard: (why) => `لا توجد بطاقة لهذا العنوان: ${why}.`,
  },
};
