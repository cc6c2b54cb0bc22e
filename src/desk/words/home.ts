/** The words of the desk's front. */
import type { Spoken } from "./spoken.ts";

export type HomeWords = {
  readonly title: string;
  readonly welcome: (name: string) => string;
};

export const home: Spoken<HomeWords> = {
  en: {
    title: "Today",
    welcome: (name) => `Good to see you, ${name}.`,
  },
  ru: {
    title: "Сегодня",
    welcome: (name) => `Здравствуйте, ${name}.`,
  },
  ar: {
    title: "اليوم",
    welcome: (name) => `أهلًا بك يا ${name}.`,
  },
};
