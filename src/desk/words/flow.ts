/** The words of stories on their way to readers. */
import type { ArticleState, Move } from "#agency/articles/flow.ts";
import type { ArticleTab } from "../views/article-tabs.tsx";
import type { Spoken } from "./spoken.ts";

export type FlowWords = {
  readonly tabs: Readonly<Record<ArticleTab | "label", string>>;
  readonly states: Readonly<Record<ArticleState, string>>;
  readonly moves: Readonly<Record<Move, string>>;
};

export const flow: Spoken<FlowWords> = {
  en: {
    tabs: {
      label: "This story",
      write: "Write",
      details: "Details",
      comments: "Comments",
      history: "History",
      preflight: "Pre-flight",
    },
    states: {
      draft: "Draft",
      "in-review": "In review",
      ready: "Ready",
      scheduled: "Scheduled",
      published: "Published",
      spiked: "Spiked",
      withdrawn: "Withdrawn",
      killed: "Killed",
    },
    moves: {
      submit: "Submit for review",
      "send-back": "Send back",
      "mark-ready": "Mark as ready",
      schedule: "Schedule",
      unschedule: "Take off the schedule",
      publish: "Publish now",
      withdraw: "Withdraw",
      kill: "Kill",
      spike: "Spike",
      "bring-back": "Bring back",
    },
  },
  ru: {
    tabs: {
      label: "Этот материал",
      write: "Текст",
      details: "Сведения",
      comments: "Обсуждение",
      history: "История",
      preflight: "Проверка",
    },
    states: {
      draft: "Черновик",
      "in-review": "На проверке",
      ready: "Готов",
      scheduled: "Запланирован",
      published: "Опубликован",
      spiked: "Отложен",
      withdrawn: "Отозван",
      killed: "Снят",
    },
    moves: {
      submit: "Отправить на проверку",
      "send-back": "Вернуть автору",
      "mark-ready": "Отметить готовым",
      schedule: "Запланировать",
      unschedule: "Снять с плана",
      publish: "Опубликовать сейчас",
      withdraw: "Отозвать",
      kill: "Снять навсегда",
      spike: "Отложить",
      "bring-back": "Вернуть в работу",
    },
  },
  ar: {
    tabs: {
      label: "هذه المادة",
      write: "الكتابة",
      details: "التفاصيل",
      comments: "النقاش",
      history: "السجل",
      preflight: "المراجعة الأخيرة",
    },
    states: {
      draft: "مسودة",
      "in-review": "قيد المراجعة",
      ready: "جاهزة",
      scheduled: "مجدولة",
      published: "منشورة",
      spiked: "مؤجلة",
      withdrawn: "مسحوبة",
      killed: "ملغاة",
    },
    moves: {
      submit: "إرسال للمراجعة",
      "send-back": "إعادة إلى الكاتب",
      "mark-ready": "وسمها جاهزة",
      schedule: "جدولة",
      unschedule: "إلغاء الجدولة",
      publish: "نشر الآن",
      withdraw: "سحب",
      kill: "إلغاء نهائي",
      spike: "تأجيل",
      "bring-back": "إعادة إلى العمل",
    },
  },
};
