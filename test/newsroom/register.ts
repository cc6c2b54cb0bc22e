/**
 * The register of the first run: a few real organisations, each fact from the body that
 * decided it. Numbers and days of the United Nations are those of its Consolidated List;
 * those of the Supreme Court of the Russian Federation stand in the federal list of
 * organisations recognised as terrorist. It is an example, and nobody’s law.
 */

const UN_LIST = "https://main.un.org/securitycouncil/en/sanctions/1267/aq_sanctions_list";
const UN_SUMMARIES = `${UN_LIST}/summaries/entity`;
const CONSOLIDATED_LIST = "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list";
const RUSSIAN_LIST = "http://www.fsb.ru/fsb/npd/terror.htm";

const ON_THE_UN_LIST = {
  en: "on the UN sanctions list",
  ru: "в санкционном перечне СБ ООН",
  ar: "على قائمة جزاءات مجلس الأمن",
};

const BANNED_IN_RUSSIA = {
  en: "organization banned in Russia",
  ru: "организация запрещена в России",
  ar: "منظمة محظورة في روسيا",
};

/** As a register file is written, `JSON.stringify` makes one of it. */
export const REGISTER = {
  organisations: [
    {
      id: "islamic-state",
      names: [
        { text: "Islamic State in Iraq and the Levant", lang: "en", kind: "full" },
        { text: "Islamic State of Iraq and the Levant", lang: "en", kind: "full" },
        { text: "ISIL", lang: "en", kind: "acronym" },
        { text: "ISIS", lang: "en", kind: "acronym", match: "ask", doubt: "short" },
        { text: "Da’esh", lang: "en", kind: "alias" },
        { text: "Al-Qaida in Iraq", lang: "en", kind: "alias" },
        { text: "Исламское государство", lang: "ru", kind: "full" },
        { text: "ИГИЛ", lang: "ru", kind: "acronym" },
        { text: "ДАИШ", lang: "ru", kind: "acronym" },
        { text: "Аль-Каида в Ираке", lang: "ru", kind: "alias" },
        { text: "تنظيم الدولة الإسلامية في العراق والشام", lang: "ar", kind: "full" },
        { text: "الدولة الإسلامية في العراق والشام", lang: "ar", kind: "full" },
        { text: "تنظيم داعش", lang: "ar", kind: "short" },
        { text: "داعش", lang: "ar", kind: "acronym" },
        { text: "القاعدة في العراق", lang: "ar", kind: "alias" },
      ],
      designations: [
        un("QDe.115", "2004-10-18", "1267", { reference: `${UN_SUMMARIES}/al-qaida-in-iraq` }),
        russian("2014-12-29"),
      ],
    },
    {
      id: "isil-khorasan",
      names: [
        { text: "Islamic State in Iraq and the Levant – Khorasan", lang: "en", kind: "full" },
        { text: "ISIL-Khorasan", lang: "en", kind: "short" },
        { text: "ISIL-K", lang: "en", kind: "acronym" },
        { text: "ИГИЛ-Хорасан", lang: "ru", kind: "short" },
        { text: "داعش خراسان", lang: "ar", kind: "short" },
      ],
      designations: [un("QDe.161", "2019-05-14", "1267")],
    },
    {
      id: "al-qaida",
      names: [
        { text: "Al-Qaida", lang: "en", kind: "full" },
        { text: "Al-Qaeda", lang: "en", kind: "alias" },
        { text: "Аль-Каида", lang: "ru", kind: "full" },
        { text: "تنظيم القاعدة", lang: "ar", kind: "full" },
      ],
      designations: [
        un("QDe.004", "2001-10-06", "1267", { reference: `${UN_SUMMARIES}/al-qaida` }),
        russian("2003-02-14"),
      ],
    },
    {
      id: "al-nusrah-front",
      names: [
        { text: "Al-Nusrah Front for the People of the Levant", lang: "en", kind: "full" },
        { text: "Al-Nusrah Front", lang: "en", kind: "short" },
        { text: "Hay’at Tahrir al-Sham", lang: "en", kind: "alias" },
        { text: "HTS", lang: "en", kind: "acronym" },
        { text: "Фронт ан-Нусра", lang: "ru", kind: "full" },
        { text: "Джебхат ан-Нусра", lang: "ru", kind: "alias" },
        { text: "جبهة النصرة", lang: "ar", kind: "full" },
        { text: "هيئة تحرير الشام", lang: "ar", kind: "alias" },
      ],
      designations: [
        // Struck off by the Committee on 27 February 2026. Other bodies’ decisions on it are not given here.
        un("QDe.137", "2014-05-14", "1267", { until: "2026-02-27" }),
      ],
    },
    {
      id: "al-shabaab",
      names: [
        { text: "Al-Shabaab", lang: "en", kind: "full" },
        { text: "Harakat al-Shabaab al-Mujahideen", lang: "en", kind: "alias" },
        { text: "Аш-Шабаб", lang: "ru", kind: "full" },
        { text: "حركة الشباب", lang: "ar", kind: "full" },
      ],
      designations: [un("SOe.001", "2010-04-12", "2713", { reference: CONSOLIDATED_LIST })],
    },
    {
      id: "taliban",
      names: [
        { text: "Taliban", lang: "en", kind: "full" },
        { text: "Талибан", lang: "ru", kind: "full" },
        { text: "حركة طالبان", lang: "ar", kind: "full" },
        { text: "طالبان", lang: "ar", kind: "short" },
      ],
      // The Security Council lists people and firms connected with it (resolution 1988), not the movement itself.
      designations: [russian("2003-02-14", { until: "2025-04-17" })],
    },
  ],
};

function un(number: string, from: string, committee: string, more: { until?: string; reference?: string } = {}) {
  return {
    jurisdiction: "un",
    authority: `UN Security Council Committee (resolution ${committee})`,
    decision: `Permanent reference number ${number}`,
    from,
    until: more.until ?? null,
    wording: ON_THE_UN_LIST,
    reference: more.reference ?? UN_LIST,
  };
}

function russian(from: string, more: { until?: string } = {}) {
  return {
    jurisdiction: "ru",
    authority: "Supreme Court of the Russian Federation",
    decision: `Decision of ${from}`,
    from,
    until: more.until ?? null,
    wording: BANNED_IN_RUSSIA,
    reference: RUSSIAN_LIST,
  };
}
