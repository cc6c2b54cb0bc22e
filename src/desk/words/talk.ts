/** The words of what the house, or one story, asks of replies. */
import type { HouseTalk, StoryTalk } from "#agency/replies/talk.ts";
import type { Spoken } from "./spoken.ts";

export type TalkWords = {
  readonly introduction: string;
  readonly fields: Readonly<Record<keyof HouseTalk, { readonly title: string; readonly hint: string }>>;
  readonly between: (least: number, most: number) => string;
  readonly story: (headline: string) => string;
  readonly ofStory: string;
  readonly storyIntroduction: string;
  readonly mode: string;
  readonly modes: Readonly<Record<StoryTalk["mode"], string>>;
  readonly closeAt: string;
  readonly closeAtHint: string;
  readonly slowHint: string;
  readonly surge: string;
  readonly surgeHint: string;
  readonly surges: Readonly<Record<StoryTalk["surge"], string>>;
};

export const talk: Spoken<TalkWords> = {
  en: {
    introduction:
      "What holds for the replies to every story. A story may ask something else, on the page of one of its replies.",
    fields: {
      closeDays: { title: "Days until replies close", hint: "Counted from when a story came out. 0: they stay open." },
      slowSeconds: { title: "Seconds between two replies of one guest", hint: "To the same story. 0: no wait." },
      surgeAt: {
        title: "Replies in ten minutes that are a surge",
        hint: "To one story. Then who is not well known waits for a moderator, and a minute between two replies. 0: never.",
      },
      trustAfter: {
        title: "Replies shown until a guest is trusted",
        hint: "Who is trusted needs no last step and is shown at once.",
      },
      trustLost: { title: "Replies refused until the trust is gone", hint: "" },
    },
    between: (least, most) => `A whole number from ${least} to ${most}.`,
    story: (headline) => `Replies to: ${headline}`,
    ofStory: "What this story asks of replies",
    storyIntroduction: "What is left as usual follows the house.",
    mode: "Replies are",
    modes: { usual: "as the house has it", open: "open, however old the story", closed: "closed" },
    closeAt: "Closed from",
    closeAtHint: "May be left empty.",
    slowHint: "May be left empty: as the house has it.",
    surge: "Surge",
    surgeHint: "Who is not well known waits for a moderator, and a minute between two replies.",
    surges: { usual: "when so many come, as the house has it", on: "on", off: "never" },
  },
  ru: {
    introduction:
      "Что действует для откликов ко всем материалам. Для материала можно задать иное на странице любого его отклика.",
    fields: {
      closeDays: { title: "Дней до закрытия откликов", hint: "От выхода материала. 0: не закрываются." },
      slowSeconds: { title: "Секунд между откликами одного гостя", hint: "К одному материалу. 0: без ожидания." },
      surgeAt: {
        title: "Откликов за десять минут, начиная с которых – наплыв",
        hint: "К одному материалу. Тогда малоизвестные ждут модератора и минуту между откликами. 0: никогда.",
      },
      trustAfter: {
        title: "Показанных откликов, чтобы гостю доверяли",
        hint: "Кому доверяют, тот без последнего шага, и его показывают сразу.",
      },
      trustLost: { title: "Отклонённых откликов, чтобы доверие пропало", hint: "" },
    },
    between: (least, most) => `Целое число от ${least} до ${most}.`,
    story: (headline) => `Отклики к материалу: ${headline}`,
    ofStory: "Правила откликов к этому материалу",
    storyIntroduction: "Что оставлено как обычно, следует общим настройкам.",
    mode: "Отклики",
    modes: { usual: "как обычно", open: "открыты, каким бы старым ни был материал", closed: "закрыты" },
    closeAt: "Закрыты с",
    closeAtHint: "Можно оставить пустым.",
    slowHint: "Можно оставить пустым: как обычно.",
    surge: "Наплыв",
    surgeHint: "Малоизвестные ждут модератора и минуту между откликами.",
    surges: { usual: "когда приходит много, как обычно", on: "включён", off: "никогда" },
  },
  ar: {
    introduction: "ما يسري على ردود كل الأخبار. وقد يطلب خبر غير ذلك، من صفحة أحد ردوده.",
    fields: {
      closeDays: { title: "أيام حتى تُغلق الردود", hint: "من صدور الخبر. 0: تبقى مفتوحة." },
      slowSeconds: { title: "ثوان بين ردين لزائر واحد", hint: "على الخبر نفسه. 0: بلا انتظار." },
      surgeAt: {
        title: "عدد الردود في عشر دقائق الذي يُعد تدفقًا",
        hint: "على خبر واحد. عندئذ ينتظر غير المعروفين مشرفًا، ودقيقة بين ردين. 0: أبدًا.",
      },
      trustAfter: {
        title: "ردود معروضة حتى يوثق بالزائر",
        hint: "الموثوق لا يحتاج إلى الخطوة الأخيرة ويُعرض رده فورًا.",
      },
      trustLost: { title: "ردود مرفوضة حتى تزول الثقة", hint: "" },
    },
    between: (least, most) => `عدد صحيح من ${least} إلى ${most}.`,
    story: (headline) => `الردود على: ${headline}`,
    ofStory: "ما يطلبه هذا الخبر من الردود",
    storyIntroduction: "ما يُترك كالمعتاد يتبع الإعدادات العامة.",
    mode: "الردود",
    modes: { usual: "كالمعتاد", open: "مفتوحة مهما قدم الخبر", closed: "مغلقة" },
    closeAt: "مغلقة من",
    closeAtHint: "يمكن تركه فارغًا.",
    slowHint: "يمكن تركه فارغًا: كالمعتاد.",
    surge: "التدفق",
    surgeHint: "ينتظر غير المعروفين مشرفًا، ودقيقة بين ردين.",
    surges: { usual: "حين تكثر الردود، كالمعتاد", on: "مشغّل", off: "أبدًا" },
  },
};
