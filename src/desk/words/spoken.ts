/** Every language the desk speaks; a part whose words lack one does not compile. */
export const DESK_LANGUAGES = ["en", "ru", "ar"] as const;

export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

export type Spoken<Words> = Readonly<Record<DeskLanguage, Words>>;
