/** Whether a text is a language tag (BCP 47) with a language in it: `en`, `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-|$)/i.test(tag);
  } catch {
    return false; // getCanonicalLocales throws for what is no language tag
  }
}
