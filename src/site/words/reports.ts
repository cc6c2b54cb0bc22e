/** The words of reports and of statements of reasons. */
import type { ReportRefusal, ReportState } from "#agency/replies/reports.ts";

export type ReportWords = {
  readonly report: string;
  readonly reportOf: (name: string) => string;
  readonly title: string;
  readonly introduction: string;
  readonly kind: string;
  readonly rules: string;
  readonly unlawful: string;
  readonly reason: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly law: string;
  readonly place: string;
  readonly name: string;
  readonly email: string;
  readonly emailHint: string;
  readonly faith: string;
  readonly send: string;
  readonly problems: Readonly<Record<Exclude<ReportRefusal, "closed">, string>>;
  readonly tooMany: string;
  readonly own: string;
  readonly keepLink: string;
  readonly states: Readonly<Record<ReportState, string>>;
  readonly decision: string;
  readonly appeal: string;
  readonly appealHint: string;
  readonly sendAppeal: string;
  readonly appealed: string;
  readonly statement: {
    readonly title: string;
    readonly what: string;
    readonly facts: (day: string, decided: string) => string;
    readonly ground: string;
    readonly groundLaw: (law: string) => string;
    readonly reported: string;
    readonly unprompted: string;
    readonly detected: string;
    readonly undetected: string;
    readonly automatic: string;
    readonly byPerson: string;
    readonly redressTitle: string;
    readonly redress: string;
    readonly asData: string;
    readonly see: string;
  };
};

const reports: Readonly<Record<"en" | "ru" | "ar", ReportWords>> = {
  en: {
    report: "Report",
    reportOf: (name) => `Report the reply of ${name}`,
    title: "Report a reply",
    introduction:
      "A moderator reads every report and decides, with reasons. You need say neither who you are nor where you can be reached.",
    kind: "What is wrong with it",
    rules: "It is against the rules of this house",
    unlawful: "Its content is unlawful",
    reason: "Why",
    words: "In your words",
    wordsHint: "For unlawful content: which words, and why they are unlawful. Otherwise it may be left empty.",
    law: "Which law, if you know it",
    place: "Exactly this reply:",
    name: "Your name, if you like",
    email: "E-mail, if you like",
    emailHint: "It will not be published. We confirm your report there and say what was decided.",
    faith: "I believe in good faith that what I say here is accurate and complete (needed for unlawful content)",
    send: "Send the report",
    problems: {
      "no-words": "Say which words are unlawful, and why.",
      "long-words": "Keep it under 5,000 characters. All of it is below.",
      "bad-email": "That is no e-mail address. Correct it, or leave it out.",
      "no-faith": "For unlawful content, say that you believe it in good faith: the law asks for it.",
      "not-there": "This reply is not shown any more.",
    },
    tooMany:
      "Many reports have come from your network just now. What you wrote is below: send it again in ten minutes.",
    own: "Your report",
    keepLink: "Thank you. Your report has arrived. Keep the address of this page: it says what was decided.",
    states: {
      open: "Waiting for a moderator",
      upheld: "You were right: the reply is not shown any more",
      dismissed: "The reply stays",
    },
    decision: "Why:",
    appeal: "Why that is wrong",
    appealHint: "Another look, once, by a person. You can also turn to an out-of-court body or to a court.",
    sendAppeal: "Ask for another look",
    appealed: "You asked for another look.",
    statement: {
      title: "Why your reply is not shown",
      what: "Your reply was taken from the page, or not put there. Nothing else was decided about you.",
      facts: (day, decided) => `You wrote it on ${day}; it was decided on ${decided}.`,
      ground: "It is against the rules of this house:",
      groundLaw: (law) => `It was found to be unlawful${law === "" ? "." : `, under: ${law}.`}`,
      reported: "Somebody had reported it.",
      unprompted: "Nobody had reported it; we looked by ourselves.",
      detected: "A rule or score of our machine drew attention to it.",
      undetected: "No machine drew attention to it.",
      automatic: "A rule of the newsroom decided as it arrived, and no person.",
      byPerson: "A person decided.",
      redressTitle: "What you can do",
      redress:
        "Ask for another look on your page, once; a person reads what you say. You can also turn to a certified out-of-court body (article 21 of Regulation (EU) 2022/2065) or to a court.",
      asData: "The same as data",
      see: "The whole statement of reasons",
    },
  },
  ru: {
    report: "Пожаловаться",
    reportOf: (name) => `Пожаловаться на отклик: ${name}`,
    title: "Жалоба на отклик",
    introduction:
      "Каждую жалобу читает модератор и решает, объясняя причину. Можно не говорить, кто вы и как с вами связаться.",
    kind: "Что не так",
    rules: "Отклик нарушает правила этого сайта",
    unlawful: "Содержание противозаконно",
    reason: "Почему",
    words: "Своими словами",
    wordsHint: "О противозаконном: какие слова и почему они противозаконны. В остальных случаях можно оставить пустым.",
    law: "Какой закон, если знаете",
    place: "Именно этот отклик:",
    name: "Имя, если хотите",
    email: "Почта, если хотите",
    emailHint: "Она не публикуется. Туда мы подтвердим жалобу и сообщим решение.",
    faith: "Я добросовестно считаю сказанное здесь точным и полным (нужно для противозаконного)",
    send: "Отправить жалобу",
    problems: {
      "no-words": "Скажите, какие слова противозаконны и почему.",
      "long-words": "Не больше 5000 знаков. Всё написанное – ниже.",
      "bad-email": "Это не адрес почты. Исправьте его или оставьте пустым.",
      "no-faith": "О противозаконном нужно подтвердить добросовестность: этого требует закон.",
      "not-there": "Этот отклик больше не показан.",
    },
    tooMany: "Из вашей сети только что пришло много жалоб. Написанное – ниже: отправьте ещё раз через десять минут.",
    own: "Ваша жалоба",
    keepLink: "Спасибо, жалоба получена. Сохраните адрес этой страницы: на ней будет решение.",
    states: {
      open: "Ждёт модератора",
      upheld: "Вы правы: отклик больше не показан",
      dismissed: "Отклик остаётся",
    },
    decision: "Почему:",
    appeal: "Почему это неверно",
    appealHint: "Ещё один взгляд, один раз, человеком. Можно также обратиться во внесудебный орган или в суд.",
    sendAppeal: "Попросить посмотреть ещё раз",
    appealed: "Вы попросили посмотреть ещё раз.",
    statement: {
      title: "Почему ваш отклик не показан",
      what: "Ваш отклик снят со страницы или не был на неё помещён. Больше о вас ничего не решено.",
      facts: (day, decided) => `Вы написали его ${day}; решение принято ${decided}.`,
      ground: "Он нарушает правила этого сайта:",
      groundLaw: (law) => `Он признан противозаконным${law === "" ? "." : `: ${law}.`}`,
      reported: "На него пожаловались.",
      unprompted: "На него никто не жаловался; мы посмотрели сами.",
      detected: "На него обратило внимание правило или оценка нашей машины.",
      undetected: "Машина на него внимания не обращала.",
      automatic: "Решило правило редакции при получении, а не человек.",
      byPerson: "Решил человек.",
      redressTitle: "Что вы можете сделать",
      redress:
        "Попросить посмотреть ещё раз на своей странице, один раз; сказанное прочтёт человек. Можно также обратиться в сертифицированный внесудебный орган (статья 21 Регламента (ЕС) 2022/2065) или в суд.",
      asData: "То же как данные",
      see: "Полное изложение причин",
    },
  },
  ar: {
    report: "أبلغ",
    reportOf: (name) => `أبلغ عن رد ${name}`,
    title: "الإبلاغ عن رد",
    introduction: "يقرأ مشرف كل بلاغ ويقرر مع بيان السبب. لا يلزم أن تقول من أنت ولا كيف نصل إليك.",
    kind: "ما الخطأ فيه",
    rules: "يخالف قواعد هذا الموقع",
    unlawful: "محتواه مخالف للقانون",
    reason: "السبب",
    words: "بكلماتك",
    wordsHint: "للمحتوى المخالف للقانون: أي كلمات ولماذا. وفي غير ذلك يمكن تركه فارغًا.",
    law: "أي قانون، إن عرفت",
    place: "هذا الرد بعينه:",
    name: "اسمك، إن شئت",
    email: "بريدك، إن شئت",
    emailHint: "لن يُنشر. نؤكد إليه بلاغك ونخبرك بالقرار.",
    faith: "أعتقد بحسن نية أن ما أقوله هنا دقيق وتام (لازم للمحتوى المخالف للقانون)",
    send: "أرسل البلاغ",
    problems: {
      "no-words": "قل أي كلمات تخالف القانون ولماذا.",
      "long-words": "أبقه دون 5000 حرف. كل ما كتبته في الأسفل.",
      "bad-email": "هذا ليس عنوان بريد. صححه أو اتركه.",
      "no-faith": "للمحتوى المخالف للقانون قل إنك تعتقده بحسن نية: القانون يطلب ذلك.",
      "not-there": "لم يعد هذا الرد معروضًا.",
    },
    tooMany: "جاءت بلاغات كثيرة من شبكتك الآن. ما كتبته في الأسفل: أرسله بعد عشر دقائق.",
    own: "بلاغك",
    keepLink: "شكرًا، وصل بلاغك. احتفظ بعنوان هذه الصفحة: عليها يظهر القرار.",
    states: { open: "ينتظر مشرفًا", upheld: "كنت على حق: لم يعد الرد معروضًا", dismissed: "يبقى الرد" },
    decision: "السبب:",
    appeal: "لماذا هذا خطأ",
    appealHint: "نظرة أخرى مرة واحدة من إنسان. ويمكنك اللجوء إلى هيئة خارج القضاء أو إلى محكمة.",
    sendAppeal: "اطلب نظرة أخرى",
    appealed: "طلبت نظرة أخرى.",
    statement: {
      title: "لماذا لا يُعرض ردك",
      what: "رُفع ردك عن الصفحة أو لم يوضع عليها. ولم يُقرر بشأنك شيء آخر.",
      facts: (day, decided) => `كتبته في ${day}، وصدر القرار في ${decided}.`,
      ground: "يخالف قواعد هذا الموقع:",
      groundLaw: (law) => `وُجد مخالفًا للقانون${law === "" ? "." : `: ${law}.`}`,
      reported: "أبلغ عنه أحد.",
      unprompted: "لم يبلغ عنه أحد، ونظرنا من تلقاء أنفسنا.",
      detected: "لفتت إليه قاعدة أو تقدير من آلتنا.",
      undetected: "لم تلفت إليه آلة.",
      automatic: "قررت قاعدة من التحرير عند وصوله، لا إنسان.",
      byPerson: "قرر إنسان.",
      redressTitle: "ما يمكنك فعله",
      redress:
        "اطلب نظرة أخرى على صفحتك مرة واحدة، ويقرأ إنسان ما تقوله. ويمكنك اللجوء إلى هيئة معتمدة خارج القضاء (المادة 21 من اللائحة (الاتحاد الأوروبي) 2022/2065) أو إلى محكمة.",
      asData: "الشيء نفسه بيانات",
      see: "بيان الأسباب كاملًا",
    },
  },
};

/** English where the language has no words of its own. */
export function reportWordsFor(language: string): ReportWords {
  const main = language.toLowerCase().split("-", 1)[0];
  return main === "ru" || main === "ar" ? reports[main] : reports.en;
}
