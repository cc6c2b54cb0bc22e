/** The words of changes to what is out: their kinds, and what is told of a correction. */
import type { ChangeKind, Severity } from "#agency/corrections/corrections.ts";
import type { Spoken } from "./spoken.ts";

export type CorrectionsWords = {
  readonly kind: string;
  readonly kinds: Readonly<Record<ChangeKind, { readonly name: string; readonly means: string }>>;
  readonly sentence: string;
  readonly sentenceHint: string;
  readonly oldWords: string;
  readonly newWords: string;
  readonly proposed: string;
  readonly severity: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly askedBy: string;
  readonly askedByHint: string;
  readonly isAskerPublic: string;
};

export const corrections: Spoken<CorrectionsWords> = {
  en: {
    kind: "What kind of change is this?",
    kinds: {
      update: { name: "Update", means: "The news went on, or there is more to tell." },
      typo: {
        name: "Typing mistake",
        means: "Letters, not facts. It stays visible in the public history, folded away.",
      },
      clarification: { name: "Clarification", means: "What stood there was right and could be misread." },
      correction: { name: "Correction", means: "What stood there was wrong." },
      translation: { name: "Translation", means: "The text now says what its original says." },
    },
    sentence: "What readers are told",
    sentenceHint:
      "A correction or a clarification needs a sentence: it stands with the story, on the page of corrections and in its feed. With other changes it is a word in the history and may be empty.",
    oldWords: "Wrong words",
    newWords: "Right words",
    proposed: "Proposed from what differs; change them as you like. Readers see them.",
    severity: "How grave it was",
    severities: {
      minor: "A detail: a name, a figure, a place",
      substantial: "Readers understood something else",
      serious: "What the story stood on was wrong: it is told above the text",
    },
    askedBy: "Who asked for it",
    askedByHint: "For the desk alone, unless they agreed. May be empty.",
    isAskerPublic: "They agreed that readers are told",
  },
  ru: {
    kind: "Что это за изменение?",
    kinds: {
      update: { name: "Обновление", means: "События развиваются, или есть что добавить." },
      typo: { name: "Опечатка", means: "Буквы, а не факты. В открытой истории изменений она видна в свёрнутом виде." },
      clarification: { name: "Уточнение", means: "Сказано было верно, но могло быть понято не так." },
      correction: { name: "Исправление", means: "Сказано было неверно." },
      translation: { name: "Перевод", means: "Теперь текст говорит то же, что оригинал." },
    },
    sentence: "Что сказать читателям",
    sentenceHint:
      "Исправлению и уточнению нужно сообщение: оно стоит у материала, на странице исправлений и в её ленте. При других изменениях это слово в истории, и его можно не писать.",
    oldWords: "Неверные слова",
    newWords: "Верные слова",
    proposed: "Предложено по различиям; измените как нужно. Читатели их видят.",
    severity: "Насколько это важно",
    severities: {
      minor: "Подробность: имя, число, место",
      substantial: "Читатели поняли не то",
      serious: "Неверна была основа материала: об этом сказано над текстом",
    },
    askedBy: "Кто попросил",
    askedByHint: "Только для редакции, если они не согласились на другое. Можно оставить пустым.",
    isAskerPublic: "Они согласны, чтобы читатели об этом знали",
  },
  ar: {
    kind: "ما نوع هذا التغيير؟",
    kinds: {
      update: { name: "تحديث", means: "استمرت الأحداث أو صار هناك ما يضاف." },
      typo: { name: "خطأ مطبعي", means: "حروف لا وقائع. يبقى ظاهرًا مطويًا في سجل التغييرات العلني." },
      clarification: { name: "توضيح", means: "كان المكتوب صحيحًا وقد يُفهم خطأً." },
      correction: { name: "تصحيح", means: "كان المكتوب خاطئًا." },
      translation: { name: "ترجمة", means: "صار النص يقول ما يقوله الأصل." },
    },
    sentence: "ما يقال للقراء",
    sentenceHint:
      "التصحيح والتوضيح يحتاجان إلى جملة: تظهر مع المادة وفي صفحة التصحيحات وخلاصتها. مع التغييرات الأخرى هي كلمة في السجل ويمكن تركها فارغة.",
    oldWords: "الكلمات الخاطئة",
    newWords: "الكلمات الصحيحة",
    proposed: "اقتراح من الفروق؛ غيّرها كما تشاء. يراها القراء.",
    severity: "مدى جسامته",
    severities: {
      minor: "تفصيل: اسم أو رقم أو مكان",
      substantial: "فهم القراء شيئًا آخر",
      serious: "ما قامت عليه المادة كان خاطئًا: يُذكر فوق النص",
    },
    askedBy: "من طلبه",
    askedByHint: "للتحرير وحده ما لم يوافق صاحبه. يمكن تركه فارغًا.",
    isAskerPublic: "وافق على أن يُذكر للقراء",
  },
};
