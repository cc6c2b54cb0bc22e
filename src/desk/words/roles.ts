/** What the desk calls its roles. */
import type { Role } from "#agency/staff/staff.ts";
import type { Spoken } from "./spoken.ts";

export type RolesWords = Readonly<Record<Role, string>>;

export const roles: Spoken<RolesWords> = {
  en: {
    reporter: "Reporter",
    translator: "Translator",
    editor: "Editor",
    moderator: "Moderator",
    administrator: "Administrator",
  },
  ru: {
    reporter: "Корреспондент",
    translator: "Переводчик",
    editor: "Редактор",
    moderator: "Модератор",
    administrator: "Администратор",
  },
  ar: {
    reporter: "مراسل",
    translator: "مترجم",
    editor: "محرر",
    moderator: "مشرف",
    administrator: "مدير",
  },
};
