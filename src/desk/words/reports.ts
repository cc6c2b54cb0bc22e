/** The words of what readers report, at the desk. */
import type { Spoken } from "./spoken.ts";

export type ReportedWords = {
  readonly title: string;
  readonly introduction: string;
  readonly none: string;
  readonly unlawful: string;
  readonly appeal: string;
  readonly note: string;
  readonly noteHint: string;
  readonly uphold: string;
  readonly dismiss: string;
};

export const reports: Spoken<ReportedWords> = {
  en: {
    title: "Reports",
    introduction:
      "What readers report, unlawful content first. Each is decided with reasons that its reporter reads; both they and the reply’s writer may ask for another look, once.",
    none: "No report waits.",
    unlawful: "Unlawful content",
    appeal: "Asks for another look:",
    note: "Reasons, for who reported and for who wrote it",
    noteHint: "Both read it on their own pages.",
    uphold: "Take the reply down",
    dismiss: "Let it stay",
  },
  ru: {
    title: "Жалобы",
    introduction:
      "На что жалуются читатели, сначала противозаконное. Каждая жалоба решается с причиной, которую прочтёт автор жалобы; и он, и автор отклика могут один раз попросить посмотреть ещё.",
    none: "Жалоб нет.",
    unlawful: "Противозаконное содержание",
    appeal: "Просит посмотреть ещё раз:",
    note: "Причина – для автора жалобы и автора отклика",
    noteHint: "Оба увидят её на своих страницах.",
    uphold: "Снять отклик",
    dismiss: "Оставить",
  },
  ar: {
    title: "البلاغات",
    introduction:
      "ما يبلغ عنه القراء، والمخالف للقانون أولًا. يُقرر كل بلاغ بسبب يقرؤه المبلّغ، وله ولكاتب الرد أن يطلبا نظرة أخرى مرة واحدة.",
    none: "لا بلاغ ينتظر.",
    unlawful: "محتوى مخالف للقانون",
    appeal: "يطلب نظرة أخرى:",
    note: "السبب، للمبلّغ ولكاتب الرد",
    noteHint: "يقرؤه كلاهما في صفحته.",
    uphold: "ارفع الرد عن الصفحة",
    dismiss: "اتركه",
  },
};
