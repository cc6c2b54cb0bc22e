/**
 * The source ledger of the invented agency. Documents of the United Nations are real and
 * stand at their own addresses; every outlet, office and person is invented.
 */
import type { DemoSource } from "./demo.ts";

export const SOURCES: readonly DemoSource[] = [
  // Documents that exist
  resolution("1267 (1999)"),
  resolution("1844 (2008)"),
  resolution("1989 (2011)"),
  resolution("2036 (2012)"),
  resolution("2170 (2014)"),
  resolution("2199 (2015)"),
  resolution("2253 (2015)"),
  resolution("2347 (2017)"),
  resolution("2379 (2017)"),
  resolution("2734 (2024)"),
  resolution("2799 (2025)"),
  {
    id: "un-1267-list",
    kind: "document",
    name: "ISIL (Da’esh) and Al-Qaida Sanctions List, UN Security Council",
    language: "en",
    url: "https://main.un.org/securitycouncil/en/sanctions/1267/aq_sanctions_list",
  },
  {
    id: "un-consolidated-list",
    kind: "document",
    name: "United Nations Security Council Consolidated List",
    language: "en",
    url: "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
  },

  // Invented documents
  paper("harbour-notice-41", "Talmira Harbour Authority, notice to shipping 41/2026"),
  paper("harbour-plan", "Talmira Harbour Authority, plan of the outer quay, second reading"),
  paper("province-budget", "Strait Province, budget for 2027, bill 114"),
  paper("neval-bulletin", "Neval Basin Office, monthly bulletin, October 2026"),
  paper("neval-survey-1988", "Hydrological survey of the Neval, 1988"),
  paper("fisheries-advice", "Strait Fisheries Institute, advice for the squid season of 2027"),
  paper("mission-plan", "Talmira Polytechnic, mission plan of the satellite Gull"),
  paper("museum-catalogue", "Museum of the Strait, catalogue of the reopened galleries"),
  paper("desalination-contract", "Kessar Waterworks, contract for the Ras Orla plant"),
  paper("customs-note", "Kessar Customs, note on cargo held at Quay Two"),

  // Invented outlets
  outlet("kessar-gazette", "Kessar Gazette", "en", "https://kessar-gazette.example/"),
  outlet("orvane-radio", "Orvane Radio", "en", "https://orvane-radio.example/"),
  outlet("lighthouse-press", "Lighthouse Press", "en", "https://lighthouse-press.example/"),

  // Invented people
  person("marta-belling", "Marta Belling, treasurer of the Strait Province"),
  person("ioan-reth", "Ioan Reth, master of Talmira harbour"),
  person("hala-mourad", "Hala Mourad, director of the Museum of the Strait"),
  person("edwin-sark", "Edwin Sark, director of Strait Lines"),
  person("nora-valent", "Nora Valent, chair of the Seafarers’ Union of the Strait"),
];

function resolution(number: string): DemoSource {
  return {
    id: `un-resolution-${number.split(" ")[0]}`,
    kind: "document",
    name: `UN Security Council resolution ${number}`,
    language: "en",
    url: `https://docs.un.org/en/S/RES/${number.replace(" ", "")}`,
  };
}

function paper(id: string, name: string): DemoSource {
  return { id, kind: "document", name, language: "en", url: null };
}

function outlet(id: string, name: string, language: string, url: string): DemoSource {
  return { id, kind: "outlet", name, language, url };
}

function person(id: string, name: string): DemoSource {
  return { id, kind: "person", name, language: "en", url: null };
}
