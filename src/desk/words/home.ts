/** The words of the desk's front. */
import type { Spoken } from "./spoken.ts";

export type HomeWords = {
  readonly title: string;
  readonly welcome: (name: string) => string;
  readonly unvouched: string;
  readonly unvouchedSentence: string;
  readonly askedInVain: (who: string, tries: number) => string;
};

export const home: Spoken<HomeWords> = {
  en: {
    title: "Today",
    welcome: (name) => `Good to see you, ${name}.`,
    unvouched: "Nobody vouches for the newest of the log",
    unvouchedSentence:
      "Witnesses and time stamp authorities that did not answer as they should. They are asked again, and publication goes on.",
    askedInVain: (who, tries) => `${who}, asked in vain: ${tries}`,
  },
  ru: {
    title: "Сегодня",
    welcome: (name) => `Здравствуйте, ${name}.`,
    unvouched: "Новейшее в журнале никто не заверил",
    unvouchedSentence:
      "Свидетели и службы отметок времени, не ответившие как должно. Их спросят снова, а публикация продолжается.",
    askedInVain: (who, tries) => `${who}, напрасных обращений: ${tries}`,
  },
  ar: {
    title: "اليوم",
    welcome: (name) => `أهلًا بك يا ${name}.`,
    unvouched: "لا أحد يشهد على أحدث ما في السجل",
    unvouchedSentence: "شهود وجهات لختم الوقت لم تجب كما ينبغي. سيُعاد سؤالها، والنشر مستمر.",
    askedInVain: (who, tries) => `${who}، عدد المرات التي سُئل فيها دون جدوى: ${tries}`,
  },
};
