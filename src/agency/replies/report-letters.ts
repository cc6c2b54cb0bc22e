/** What is written to who reported a reply, as plain text in the language of the edition. */
import type { KeptReport, ReportState } from "./reports.ts";

type Words = {
  readonly receivedSubject: (agency: string) => string;
  readonly received: string;
  readonly decidedSubject: (agency: string) => string;
  readonly decided: Readonly<Record<ReportState, string>>;
  readonly redress: string;
};

const WORDS: Readonly<Record<"en" | "ru" | "ar", Words>> = {
  en: {
    receivedSubject: (agency) => `${agency} has your report`,
    received: "Your report of a reply has arrived. A moderator will read it and decide; we will write to you then.",
    decidedSubject: (agency) => `${agency} has decided about your report`,
    decided: {
      open: "Your report is looked at again.",
      upheld: "You were right: the reply is not shown any more.",
      dismissed: "The reply stays.",
    },
    redress:
      "If you think that is wrong, ask for another look on the page of your report. You can also turn to a certified out-of-court body (article 21 of Regulation (EU) 2022/2065) or to a court.",
  },
  ru: {
    receivedSubject: (agency) => `${agency}: ваша жалоба получена`,
    received: "Ваша жалоба на отклик получена. Модератор прочтёт её и решит; тогда мы вам напишем.",
    decidedSubject: (agency) => `${agency}: решение по вашей жалобе`,
    decided: {
      open: "Вашу жалобу рассматривают ещё раз.",
      upheld: "Вы правы: отклик больше не показан.",
      dismissed: "Отклик остаётся.",
    },
    redress:
      "Если вы не согласны, попросите посмотреть ещё раз на странице жалобы. Можно также обратиться в сертифицированный внесудебный орган (статья 21 Регламента (ЕС) 2022/2065) или в суд.",
  },
  ar: {
    receivedSubject: (agency) => `${agency}: وصل بلاغك`,
    received: "وصل بلاغك عن رد. سيقرؤه مشرف ويقرر، وعندئذ نكتب إليك.",
    decidedSubject: (agency) => `${agency}: القرار في بلاغك`,
    decided: { open: "يُنظر في بلاغك مرة أخرى.", upheld: "كنت على حق: لم يعد الرد معروضًا.", dismissed: "يبقى الرد." },
    redress:
      "إن رأيت ذلك خطأ فاطلب نظرة أخرى على صفحة بلاغك. ويمكنك اللجوء إلى هيئة معتمدة خارج القضاء (المادة 21 من اللائحة (الاتحاد الأوروبي) 2022/2065) أو إلى محكمة.",
  },
};

export function reportLetter(
  report: KeptReport,
  letter: "received" | "decided",
  agency: string,
): { readonly subject: string; readonly text: string } {
  const main = report.language.toLowerCase().split("-", 1)[0];
  const words = main === "ru" || main === "ar" ? WORDS[main] : WORDS.en;
  if (letter === "received") return { subject: words.receivedSubject(agency), text: `${words.received}\n` };
  const parts = [words.decided[report.state], report.note, words.redress].filter(Boolean);
  return { subject: words.decidedSubject(agency), text: `${parts.join("\n\n")}\n` };
}
