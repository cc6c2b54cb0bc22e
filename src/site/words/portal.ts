/** The words of the portal, where clients of the wire read what they were sent. */
import type { DeliveryKind } from "#agency/clients/clients.ts";
import type { Format } from "#text/wire/formats.ts";

export type PortalWords = {
  readonly title: string;
  readonly titleFor: (client: string) => string;
  readonly signIn: string;
  readonly signInHint: string;
  readonly token: string;
  readonly badToken: string;
  readonly tooMany: string;
  readonly linkTitle: string;
  readonly linkHint: string;
  readonly linkGone: string;
  readonly enter: string;
  readonly signOut: string;
  readonly search: string;
  readonly find: string;
  readonly found: (n: string) => string;
  readonly nothing: string;
  readonly all: string;
  readonly follow: string;
  readonly unfollow: string;
  readonly followed: string;
  readonly fresh: (n: string) => string;
  readonly fullOfFollows: string;
  readonly notices: string;
  readonly noticesHint: string;
  readonly noNotices: string;
  readonly acknowledge: string;
  readonly by: (time: string) => string;
  readonly acknowledged: (time: string) => string;
  readonly newest: string;
  readonly earlier: string;
  readonly kinds: Readonly<Record<DeliveryKind, string>>;
  readonly takenBack: string;
  readonly embargo: (until: string) => string;
  readonly number: (n: string) => string;
  /** Whose words are taken back stands there by the numbers it was sent under. */
  readonly insteadOf: (numbers: string) => string;
  readonly version: (n: string) => string;
  readonly replaced: string;
  readonly preview: string;
  readonly download: string;
  readonly formats: Readonly<Record<Format, string>>;
  readonly history: string;
  readonly back: string;
};

const FORMATS: Readonly<Record<Format, string>> = {
  "ninjs-3": "ninjs 3.1",
  "ninjs-2": "ninjs 2.2",
  "newsml-g2": "NewsML-G2",
  nitf: "NITF",
  text: "Text",
  markdown: "Markdown",
};

const WORDS: Readonly<Record<"en" | "ru" | "ar", PortalWords>> = {
  en: {
    title: "The wire",
    titleFor: (client) => `The wire for ${client}`,
    signIn: "Sign in",
    signInHint:
      "For outlets that take our wire. Your token is what the newsroom gave you; a link it sent you works without one.",
    token: "Token",
    badToken:
      "This token does not open the portal. Look whether all of it was pasted, or ask the newsroom for another.",
    tooMany: "Too many tries from your network. Try again in ten minutes.",
    linkTitle: "Into the portal",
    linkHint: "This link works once. The button lets this browser in for thirty days.",
    linkGone: "This link was used already, or is too old. Ask the newsroom for another, or sign in with your token.",
    enter: "Go in",
    signOut: "Sign out",
    search: "Search what you were sent",
    find: "Search",
    found: (n) => `Stories found: ${n}`,
    nothing: "Nothing yet.",
    all: "Everything",
    follow: "Follow these words",
    unfollow: "Stop following",
    followed: "Followed",
    fresh: (n) => `${n} new`,
    fullOfFollows: "You follow as many as there can be. Stop following one first.",
    notices: "To be acknowledged",
    noticesHint:
      "You were sent these stories; they have been corrected or taken back since. Say that you have read it, or the newsroom will ring you.",
    noNotices: "There is nothing to acknowledge.",
    acknowledge: "We have read this",
    by: (time) => `by ${time}`,
    acknowledged: (time) => `Acknowledged ${time}`,
    newest: "Newest",
    earlier: "Earlier",
    kinds: {
      story: "Story",
      update: "Update",
      correction: "Correction",
      retraction: "Retraction",
      kill: "Kill",
      withdrawal: "Withdrawal",
    },
    takenBack: "Taken back. Do not publish it.",
    embargo: (until) => `Embargo: not to be published before ${until}.`,
    number: (n) => `number ${n}`,
    insteadOf: (numbers) => `instead of ${numbers}`,
    version: (n) => `version ${n}`,
    replaced: "A newer version has a later number; this one’s text is not given out any more.",
    preview: "Preview",
    download: "Download",
    formats: FORMATS,
    history: "What you were sent of this story",
    back: "Back to the list",
  },
  ru: {
    title: "Лента",
    titleFor: (client) => `Лента для «${client}»`,
    signIn: "Вход",
    signInHint:
      "Для изданий, которые берут нашу ленту. Ключ вам выдала редакция; по присланной ею ссылке можно войти и без него.",
    token: "Ключ",
    badToken: "Этот ключ не открывает портал. Проверьте, вставлен ли он целиком, или попросите у редакции другой.",
    tooMany: "Слишком много попыток из вашей сети. Повторите через десять минут.",
    linkTitle: "Вход на портал",
    linkHint: "Ссылка работает один раз. Кнопка впустит этот браузер на тридцать дней.",
    linkGone: "Ссылка уже использована или устарела. Попросите у редакции другую или войдите с ключом.",
    enter: "Войти",
    signOut: "Выйти",
    search: "Искать в полученном",
    find: "Искать",
    found: (n) => `Найдено материалов: ${n}`,
    nothing: "Пока ничего.",
    all: "Всё",
    follow: "Следить за этими словами",
    unfollow: "Больше не следить",
    followed: "Вы следите",
    fresh: (n) => `новых: ${n}`,
    fullOfFollows: "Больше следить нельзя: сначала откажитесь от чего-нибудь.",
    notices: "Нужно подтвердить",
    noticesHint:
      "Вы получали эти материалы; потом они были исправлены или отозваны. Подтвердите, что прочли, иначе редакция позвонит.",
    noNotices: "Подтверждать нечего.",
    acknowledge: "Мы это прочли",
    by: (time) => `до ${time}`,
    acknowledged: (time) => `Подтверждено ${time}`,
    newest: "Последнее",
    earlier: "Раньше",
    kinds: {
      story: "Материал",
      update: "Обновление",
      correction: "Исправление",
      retraction: "Опровержение",
      kill: "Аннулирование",
      withdrawal: "Отзыв",
    },
    takenBack: "Отозвано. Не публикуйте.",
    embargo: (until) => `Эмбарго: не публиковать до ${until}.`,
    number: (n) => `номер ${n}`,
    insteadOf: (numbers) => `вместо: ${numbers}`,
    version: (n) => `версия ${n}`,
    replaced: "Новая версия идёт под более поздним номером; текст этой больше не выдаётся.",
    preview: "Просмотр",
    download: "Скачать",
    formats: { ...FORMATS, text: "Текст" },
    history: "Что вы получали из этого материала",
    back: "Назад к списку",
  },
  ar: {
    title: "خدمة الأخبار",
    titleFor: (client) => `خدمة الأخبار لـ ${client}`,
    signIn: "الدخول",
    signInHint: "للجهات التي تأخذ خدمتنا. رمز الدخول هو ما أعطاكم التحرير، والرابط الذي يرسله يعمل من دونه.",
    token: "رمز الدخول",
    badToken: "لا يفتح هذا الرمز البوابة. تأكدوا أنه لُصق كاملًا، أو اطلبوا من التحرير غيره.",
    tooMany: "محاولات كثيرة من شبكتكم. أعيدوا المحاولة بعد عشر دقائق.",
    linkTitle: "الدخول إلى البوابة",
    linkHint: "يعمل هذا الرابط مرة واحدة. يُدخل الزر هذا المتصفح ثلاثين يومًا.",
    linkGone: "استُخدم هذا الرابط أو قدُم. اطلبوا من التحرير غيره، أو ادخلوا برمزكم.",
    enter: "الدخول",
    signOut: "الخروج",
    search: "البحث فيما أُرسل إليكم",
    find: "بحث",
    found: (n) => `المواد الموجودة: ${n}`,
    nothing: "لا شيء بعد.",
    all: "كل شيء",
    follow: "متابعة هذه الكلمات",
    unfollow: "إيقاف المتابعة",
    followed: "ما تتابعونه",
    fresh: (n) => `جديد: ${n}`,
    fullOfFollows: "تتابعون أقصى ما يمكن. أوقفوا متابعة شيء أولًا.",
    notices: "ينتظر التأكيد",
    noticesHint: "أُرسلت إليكم هذه المواد ثم صُحّحت أو سُحبت. أكدوا أنكم قرأتم، وإلا اتصل بكم التحرير.",
    noNotices: "لا شيء ينتظر التأكيد.",
    acknowledge: "قرأنا هذا",
    by: (time) => `قبل ${time}`,
    acknowledged: (time) => `أُكِّد ${time}`,
    newest: "الأحدث",
    earlier: "الأقدم",
    kinds: {
      story: "مادة",
      update: "تحديث",
      correction: "تصحيح",
      retraction: "تراجع",
      kill: "إلغاء",
      withdrawal: "سحب",
    },
    takenBack: "سُحبت. لا تنشروها.",
    embargo: (until) => `حظر نشر: لا تُنشر قبل ${until}.`,
    number: (n) => `الرقم ${n}`,
    insteadOf: (numbers) => `بدلًا من: ${numbers}`,
    version: (n) => `النسخة ${n}`,
    replaced: "لها نسخة أحدث برقم لاحق، ولم يعد نص هذه يُعطى.",
    preview: "معاينة",
    download: "تنزيل",
    formats: { ...FORMATS, text: "نص" },
    history: "ما أُرسل إليكم من هذه المادة",
    back: "العودة إلى القائمة",
  },
};

/** English where the language has no words of its own. */
export function portalWordsFor(language: string): PortalWords {
  const main = language.toLowerCase().split("-", 1)[0];
  return main === "ru" || main === "ar" ? WORDS[main] : WORDS.en;
}
