/** Why clients are sent a story again whose words are the same, in the language of the story or of the letter. */

const LABELS_CHANGED: Readonly<Record<string, string>> = {
  en: "Its labels have changed; its words are the same.",
  ru: "Изменились пометы; текст тот же.",
  ar: "تغيّرت الإشارات؛ والنص كما هو.",
};

export function labelsChanged(language: string): string {
  const main = language.toLowerCase().split("-", 1)[0] ?? "";
  return LABELS_CHANGED[main] ?? LABELS_CHANGED["en"] ?? "";
}
