/** The words of the page that says, month by month, what became of replies. */
export type ReplyMonthWords = {
  readonly title: string;
  readonly introduction: string;
  readonly none: string;
  readonly written: string;
  readonly shown: string;
  readonly refused: string;
  readonly byRule: string;
  readonly reports: string;
  readonly upheld: string;
  readonly appeals: string;
  readonly ofWhich: string;
  readonly link: string;
};

const MONTHS: Readonly<Record<"en" | "ru" | "ar", ReplyMonthWords>> = {
  en: {
    title: "What became of replies",
    introduction:
      "How many replies readers wrote each month, and what we decided about them. A month is counted once, when it is over; what was decided later about its replies counts where it was decided.",
    none: "No month is counted yet.",
    written: "Written",
    shown: "Shown",
    refused: "Refused",
    byRule: "of them by a rule alone",
    reports: "Reports",
    upheld: "of them right",
    appeals: "Second looks asked for",
    ofWhich: "Reasons of the refusals",
    link: "What became of replies, month by month",
  },
  ru: {
    title: "Что стало с откликами",
    introduction:
      "Сколько откликов читатели написали за каждый месяц и что мы о них решили. Месяц считается один раз, когда он закончился; решения, принятые позже, считаются в том месяце, когда приняты.",
    none: "Пока не подсчитан ни один месяц.",
    written: "Написано",
    shown: "Показано",
    refused: "Отклонено",
    byRule: "из них только правилом",
    reports: "Жалоб",
    upheld: "из них обоснованных",
    appeals: "Просьб рассмотреть ещё раз",
    ofWhich: "Причины отказов",
    link: "Что стало с откликами, по месяцам",
  },
  ar: {
    title: "ما آلت إليه الردود",
    introduction:
      "كم ردًا كتب القراء في كل شهر، وماذا قررنا بشأنها. يُحصى الشهر مرة واحدة حين ينتهي؛ وما تقرر بعده يُحصى في الشهر الذي تقرر فيه.",
    none: "لم يُحصَ أي شهر بعد.",
    written: "كُتب",
    shown: "ظهر",
    refused: "رُفض",
    byRule: "منها بقاعدة وحدها",
    reports: "البلاغات",
    upheld: "منها ما كان صحيحًا",
    appeals: "طلبات نظرة أخرى",
    ofWhich: "أسباب الرفض",
    link: "ما آلت إليه الردود شهرًا بشهر",
  },
};

/** English where the language has no words of its own. */
export function replyMonthWordsFor(language: string): ReplyMonthWords {
  const main = language.toLowerCase().split("-", 1)[0];
  return main === "ru" || main === "ar" ? MONTHS[main] : MONTHS.en;
}
