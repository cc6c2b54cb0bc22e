/** The letter that carries a checkpoint out of the house once a day, to those who would be asked about the record. */

export type LogLetter = {
  readonly agency: string;
  readonly site: string;
  readonly size: number;
  readonly checkpoint: string;
};

type Written = { readonly subject: string; readonly text: string };

const WORDS: Readonly<Record<string, (told: LogLetter) => Written>> = {
  en: ({ agency, site, size, checkpoint }) => ({
    subject: `The publication log of ${agency}: ${size} entries`,
    text: `Keep this letter. With it anybody can prove later that nothing of what was in the publication log of ${agency} today was changed or left out: save it as a file and run

dateline verify ${site} --checkpoint FILE

${checkpoint}`,
  }),
  ru: ({ agency, site, size, checkpoint }) => ({
    subject: `Журнал публикаций «${agency}», записей: ${size}`,
    text: `Сохраните это письмо. С его помощью любой сможет потом доказать, что ничего из внесённого на сегодня в журнал публикаций «${agency}» не изменено и не пропущено: сохраните его в файл и выполните

dateline verify ${site} --checkpoint FILE

${checkpoint}`,
  }),
  ar: ({ agency, site, size, checkpoint }) => ({
    subject: `سجل النشر في ${agency}، عدد القيود: ${size}`,
    text: `احتفظ بهذه الرسالة. بها يستطيع أي أحد أن يثبت لاحقًا أن شيئًا مما كان في سجل النشر في ${agency} اليوم لم يُغيَّر ولم يُحذف: احفظها في ملف ثم نفّذ

dateline verify ${site} --checkpoint FILE

${checkpoint}`,
  }),
};

export function logLetterTo(language: string, told: LogLetter): Written {
  const words = WORDS[language.split("-", 1)[0] ?? ""] ?? WORDS["en"];
  if (!words) throw new Error("the letter of the log has no English words");
  return words(told);
}
