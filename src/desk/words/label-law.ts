/** The words of what an edition's law of labels says beside its scope: own words, folding, notices on whole texts. */
import type { NoticeKind } from "#agency/labels/notices.ts";
import type { NoticeRule } from "#text/labels/labels.ts";
import type { Spoken } from "./spoken.ts";

export type LawRefusal = "wording" | "notices";

export type LabelLawWords = {
  readonly ownWords: string;
  readonly ownWordsHint: string;
  readonly wordsFor: (jurisdiction: string) => string;
  readonly folds: string;
  readonly foldsHint: string;
  readonly noticePlace: string;
  readonly noticePlaceHint: string;
  readonly places: Readonly<Record<NoticeRule["place"], string>>;
  readonly noticeSize: string;
  readonly notices: string;
  readonly noticesHint: string;
  readonly notice: (number: number) => string;
  readonly words: (language: string) => string;
  readonly namesHint: string;
  readonly place: string;
  readonly size: string;
  readonly on: string;
  readonly ons: Readonly<Record<NoticeRule["on"], string>>;
  readonly jurisdiction: string;
  readonly jurisdictionHint: string;
  readonly basis: string;
  readonly basisHint: string;
  readonly remove: (number: number) => string;
  readonly add: string;
  readonly addKind: string;
  readonly addKindHint: string;
  readonly kinds: Readonly<Record<NoticeKind | "none" | "own", string>>;
  readonly name: string;
  readonly nameHint: string;
  readonly principal: string;
  readonly principalHint: string;
  readonly ownNotice: string;
  readonly refusals: Readonly<Record<LawRefusal, string>>;
};

export const labelLaw: Spoken<LabelLawWords> = {
  en: {
    ownWords: "The edition's own words",
    ownWordsHint: "Printed instead of the register's. Left empty, the register's stand.",
    wordsFor: (jurisdiction) => `Words for ${jurisdiction}`,
    folds: "Readers may fold labels that repeat one above",
    foldsHint: "For labels in brackets, more than one of a kind. Ask your lawyers whether your law allows it.",
    noticePlace: "Where the one notice for the whole text stands",
    noticePlaceHint: "For labels that stand once for the whole text.",
    places: { top: "At the beginning", bottom: "At the end" },
    noticeSize: "Its letters, of the text's size",
    notices: "Statements on whole texts",
    noticesHint:
      "What a law asks of whoever publishes, whatever the labels in a text. Whether a law concerns you is your lawyers' to say; none is printed that is not set here.",
    notice: (number) => `Statement ${number}`,
    words: (language) => `Its words in ${language}`,
    namesHint: "{names} stands for the names the text says, where it stands on texts that name somebody.",
    place: "Place",
    size: "Letters, of the text's size",
    on: "On",
    ons: { every: "Every text", naming: "Texts that name somebody designated" },
    jurisdiction: "Designated by",
    jurisdictionHint: "A code, for texts that name somebody. Left empty, any the edition follows.",
    basis: "The law that asks for it",
    basisHint: "Printed on the page that says how you label.",
    remove: (number) => `Remove statement ${number}`,
    add: "Add a statement",
    addKind: "Kind",
    addKindHint: "Two have the words, the place and the size of their law.",
    kinds: {
      none: "None",
      "ru-foreign-agent": "Russia: material of a foreign agent (255-FZ)",
      "us-fara": "USA: material of an agent of a foreign principal (FARA)",
      own: "In your own words",
    },
    name: "Who publishes",
    nameHint: "For the kinds of a law.",
    principal: "On behalf of",
    principalHint: "For FARA.",
    ownNotice: "Words, for a statement of your own",
    refusals: {
      wording: "Words of a label are one line of at most 300 characters.",
      notices:
        "A statement cannot be kept: there are at most five, each with words in one line of at most 1,000 characters; a kind needs its names, and {names} goes with texts that name somebody.",
    },
  },
  ru: {
    ownWords: "Свои слова издания",
    ownWordsHint: "Печатаются вместо слов реестра. Если пусто, стоят слова реестра.",
    wordsFor: (jurisdiction) => `Слова для юрисдикции: ${jurisdiction}`,
    folds: "Читатель может свернуть пометки, которые повторяют стоящую выше",
    foldsHint: "Для пометок в скобках, когда их больше одной. Спросите юристов, позволяет ли это закон.",
    noticePlace: "Где стоит примечание на весь текст",
    noticePlaceHint: "Для пометок, которые ставятся один раз на весь текст.",
    places: { top: "В начале", bottom: "В конце" },
    noticeSize: "Размер букв относительно текста",
    notices: "Указания ко всему тексту",
    noticesHint:
      "То, чего закон требует от издателя независимо от пометок. Касается ли вас закон, скажут юристы; ничего не печатается, пока не указано здесь.",
    notice: (number) => `Указание ${number}`,
    words: (language) => `Слова, язык: ${language}`,
    namesHint: "{names} заменяется именами, названными в тексте, если указание стоит на текстах с именами.",
    place: "Место",
    size: "Размер букв относительно текста",
    on: "На чём",
    ons: { every: "На каждом тексте", naming: "На текстах, где назван кто-либо из реестра" },
    jurisdiction: "Чьё решение",
    jurisdictionHint: "Код, для текстов с именами. Если пусто, любое из тех, за которыми следит издание.",
    basis: "Закон, который этого требует",
    basisHint: "Печатается на странице о пометах.",
    remove: (number) => `Убрать указание ${number}`,
    add: "Добавить указание",
    addKind: "Вид",
    addKindHint: "У двух видов слова, место и размер заданы законом.",
    kinds: {
      none: "Нет",
      "ru-foreign-agent": "Россия: материал иностранного агента (255-ФЗ)",
      "us-fara": "США: материал агента иностранного принципала (FARA)",
      own: "Своими словами",
    },
    name: "Кто издаёт",
    nameHint: "Для видов, заданных законом.",
    principal: "От чьего имени",
    principalHint: "Для FARA.",
    ownNotice: "Слова, если указание своё",
    refusals: {
      wording: "Слова пометки занимают одну строку, не длиннее 300 знаков.",
      notices:
        "Указание не сохранить: их не больше пяти, слова в одну строку, не длиннее 1 000 знаков; виду нужны имена, а {names} годится для текстов с именами.",
    },
  },
  ar: {
    ownWords: "كلمات الطبعة الخاصة",
    ownWordsHint: "تُطبع بدل كلمات السجل. إن تُركت فارغة بقيت كلمات السجل.",
    wordsFor: (jurisdiction) => `كلمات لقرارات: ${jurisdiction}`,
    folds: "للقارئ أن يطوي العلامات التي تكرر ما سبقها",
    foldsHint: "للعلامات بين قوسين إن زادت على واحدة. اسأل محاميك هل يسمح القانون بذلك.",
    noticePlace: "موضع التنبيه الواحد للنص كله",
    noticePlaceHint: "للعلامات التي تُوضع مرة واحدة للنص كله.",
    places: { top: "في البداية", bottom: "في النهاية" },
    noticeSize: "حجم حروفه قياسًا إلى النص",
    notices: "بيانات على النص كله",
    noticesHint:
      "ما يطلبه قانون من الناشر أيًّا كانت العلامات في النص. هل يعنيك القانون؟ يقول ذلك محاموك؛ ولا يُطبع ما لم يُذكر هنا.",
    notice: (number) => `بيان ${number}`,
    words: (language) => `كلماته بلغة: ${language}`,
    namesHint: "{names} مكان الأسماء التي يذكرها النص، حين يوضع على نصوص تذكر أحدًا.",
    place: "الموضع",
    size: "حجم الحروف قياسًا إلى النص",
    on: "على",
    ons: { every: "كل نص", naming: "نصوص تذكر من صدر بحقه قرار" },
    jurisdiction: "صاحب القرار",
    jurisdictionHint: "رمز، لنصوص تذكر أحدًا. إن تُرك فارغًا فأي قرار تتبعه الطبعة.",
    basis: "القانون الذي يطلبه",
    basisHint: "يُطبع في صفحة كيف نضع الإشارات.",
    remove: (number) => `حذف البيان ${number}`,
    add: "إضافة بيان",
    addKind: "النوع",
    addKindHint: "لنوعين كلمات وموضع وحجم حددها قانونهما.",
    kinds: {
      none: "لا شيء",
      "ru-foreign-agent": "روسيا: مادة وكيل أجنبي (255-ФЗ)",
      "us-fara": "الولايات المتحدة: مادة وكيل لجهة أجنبية (FARA)",
      own: "بكلماتك",
    },
    name: "الناشر",
    nameHint: "للأنواع التي حددها قانون.",
    principal: "نيابة عن",
    principalHint: "لنوع FARA.",
    ownNotice: "الكلمات، لبيان خاص بك",
    refusals: {
      wording: "كلمات العلامة سطر واحد من 300 حرف على الأكثر.",
      notices:
        "لا يُحفظ البيان: خمسة على الأكثر، كلمات كل منها سطر واحد من 1000 حرف على الأكثر؛ وللنوع أسماؤه، و{names} لنصوص تذكر أحدًا.",
    },
  },
};
