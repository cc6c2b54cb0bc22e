/** The few words feeds say themselves, in the language of their edition; a language without its own gets the English ones. */
import type { ToldKind } from "#agency/corrections/corrections.ts";

type WireWords = {
  readonly corrections: string;
  readonly told: Readonly<Record<ToldKind, (headline: string) => string>>;
  readonly retracted: (headline: string) => string;
  readonly doesNotHold: string;
  /** Stands for what was taken back where a format has no other way to say so; none of its words with it. */
  readonly takenBack: { readonly title: string; readonly sentence: string };
  readonly itSaid: string;
  readonly itSays: string;
  readonly nothing: string;
  readonly repliesTo: (headline: string) => string;
  readonly replyOf: (name: string, headline: string) => string;
  /** Before a label in a reader's words. */
  readonly note: string;
};

const en: WireWords = {
  corrections: "Corrections",
  told: {
    clarification: (headline) => `Clarification: ${headline}`,
    correction: (headline) => `Correction: ${headline}`,
    retraction: (headline) => `Retraction: ${headline}`,
  },
  retracted: (headline) => `Retracted: ${headline}`,
  doesNotHold: "We have retracted this story: what it said does not hold. Its page says why.",
  takenBack: { title: "Taken back", sentence: "We have taken this back. Please do not use what you have of it." },
  itSaid: "It said:",
  itSays: "It now says:",
  nothing: "nothing",
  repliesTo: (headline) => `Replies: ${headline}`,
  replyOf: (name, headline) => `${name}: ${headline}`,
  note: "Editors’ note",
};

const ru: WireWords = {
  corrections: "Исправления",
  told: {
    clarification: (headline) => `Уточнение: ${headline}`,
    correction: (headline) => `Исправление: ${headline}`,
    retraction: (headline) => `Опровержение: ${headline}`,
  },
  retracted: (headline) => `Опровергнуто: ${headline}`,
  doesNotHold: "Мы опровергли этот материал: сказанное в нём неверно. Почему — сказано на его странице.",
  takenBack: {
    title: "Отозвано",
    sentence: "Мы это отозвали. Пожалуйста, не используйте то, что у вас от этого осталось.",
  },
  itSaid: "Было:",
  itSays: "Стало:",
  nothing: "ничего",
  repliesTo: (headline) => `Ответы: ${headline}`,
  replyOf: (name, headline) => `${name}: ${headline}`,
  note: "Примечание редакции",
};

const ar: WireWords = {
  corrections: "التصحيحات",
  told: {
    clarification: (headline) => `توضيح: ${headline}`,
    correction: (headline) => `تصحيح: ${headline}`,
    retraction: (headline) => `تراجع: ${headline}`,
  },
  retracted: (headline) => `تراجعنا عنها: ${headline}`,
  doesNotHold: "تراجعنا عن هذه المادة: ما قالته غير صحيح، وتذكر صفحتها السبب.",
  takenBack: { title: "سُحبت", sentence: "سحبنا هذا. نرجو ألا تستخدموا ما لديكم منه." },
  itSaid: "كانت تقول:",
  itSays: "صارت تقول:",
  nothing: "لا شيء",
  repliesTo: (headline) => `ردود: ${headline}`,
  replyOf: (name, headline) => `${name}: ${headline}`,
  note: "ملاحظة التحرير",
};

const ALL = new Map([
  ["en", en],
  ["ru", ru],
  ["ar", ar],
]);

export function wireWordsFor(language: string): WireWords {
  return ALL.get(language.toLowerCase().split("-", 1)[0] ?? "") ?? en;
}
