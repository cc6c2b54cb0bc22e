/** The ways in which labels are known to go wrong, each with cases that show it does not here. */
import type { LabelCase } from "../case.ts";
import { WORDINGS } from "./register.ts";

/** In text alone; what is printed, cut or compared is in `printed.ts`. */
export const TOLD_BY_TEXT = {
  inflected: "an inflected form stands unlabelled",
  variants: "hyphens, quotation marks, capitals and transliterations hide a name",
  words: "an acronym is taken for a word, or a word for an acronym",
  people: "derived people and products are labelled as the organisation",
  eponyms: "a person is labelled because of a surname",
  nested: "nested names get a label each",
  typed: "a label typed by the author is printed again",
  quotations: "a direct quotation is changed",
  cut: "a name cut off is labelled, or a whole one before the cut is not",
  markers: "a marker has no note, or a note no marker",
  elsewhere: "another edition prints the law of this one",
  later: "an article from before the designation is forgotten, or labelled too early",
  delisted: "an organisation is labelled after its delisting",
} as const;

export type ToldByText = keyof typeof TOLD_BY_TEXT;

/** ⟦labelled⟧ in the words of the case's jurisdictions and language, ⟪asked about⟫. */
function one(sentence: string, more: Partial<LabelCase> = {}): LabelCase {
  const { language = "en", jurisdictions = ["xk"] } = more;
  const wording = jurisdictions.map((code) => WORDINGS[code]?.[language] ?? WORDINGS[code]?.["en"]).join("; ");
  const bare = (signs: RegExp) => sentence.replace(signs, "");
  return {
    rule: bare(/[⟦⟧⟪⟫]/gu),
    jurisdictions: ["xk"],
    day: "2024-03-01",
    text: bare(/[⟦⟧⟪⟫]/gu),
    labelled: bare(/[⟦⟪⟫]/gu).replace(/⟧/gu, ` (${wording})`),
    asks: [...sentence.matchAll(/⟪([^⟫]*)⟫/gu)].map(([, asked = ""]) => asked),
    ...more,
  };
}

const ru = (sentence: string, more: Partial<LabelCase> = {}) => one(sentence, { ...more, language: "ru" });
const uk = (sentence: string) => one(sentence, { language: "uk" });
const de = (sentence: string) => one(sentence, { language: "de" });
/** What is typed or marked otherwise than by ⟦⟧. */
const as = (text: string, labelled: string, more: Partial<LabelCase> = {}): LabelCase => ({
  ...one(text, more),
  labelled,
});

const K = "banned in Karvia";

export const failures: Readonly<Record<ToldByText, readonly LabelCase[]>> = {
  inflected: [
    one("⟦Lorn Host’s⟧ men came back."),
    one("Two ⟦lornites⟧ were held."),
    ru("Отряд ⟦Лорнского войска⟧ ушёл."),
    ru("Сдались ⟦Лорнскому войску⟧."),
    ru("Говорят с ⟦Лорнским войском⟧ и о ⟦Лорнском войске⟧."),
    ru("Задержали двух ⟦лорнитов⟧."),
    uk("Загін ⟦Лорнського війська⟧ пішов."),
    uk("Розмова з ⟦Лорнським військом⟧ не відбулась."),
    de("Kämpfer des ⟦Lornischen Heeres⟧ zogen ab."),
    de("Mit dem ⟦Lornischen Heer⟧ wird nicht verhandelt."),
    one("Żołnierze ⟦Wojska Lornu⟧ odeszli.", { language: "pl" }),
    one("⟦Lorn Ordusunun⟧ sözcüsü sustu.", { language: "tr" }),
  ],
  variants: [
    one("“⟦Lorn Host”⟧ is its name."),
    one("‘⟦Lorn Host’⟧ is its name."),
    one("⟦LORN HOST⟧ TAKES THE ISLE"),
    one("⟦Lorn\u00a0Host⟧ and ⟦Lorn\nHost⟧ are one."),
    one("⟦Lo\u00adrn Host⟧ is hyphenated softly."),
    one("⟦Jund al-Safar⟧, ⟦Jund as-Safar⟧, ⟦Jund el-Safar⟧ and ⟦Jund al Safar⟧."),
    one("⟦Jund al‑Safar⟧ with a hard hyphen, ⟦Jund al–Safar⟧ with a dash."),
    one("The ⟦Guests' Lodge⟧ and the ⟦Guests’ Lodge⟧."),
    one("A ⟦pro-LHOI⟧ crowd met ⟦LHOI-linked⟧ men."),
    ru("«⟦Лорнское войско»⟧ и „⟦Лорнское войско“⟧."),
    ru("⟦ЛОРНСКОЕ ВОЙСКО⟧ НАСТУПАЕТ"),
    ru("⟦Джунд ас-Сафар⟧ пропал, бойцов ⟦Джунд ас-Сафара⟧ не видели."),
  ],
  words: [
    one("⟦TIDE⟧ claimed it."),
    one("The tide came in."),
    one("Tide tables were printed."),
    one("A ⟦TIDE-linked⟧ account spoke of the tide."),
    one("TIDES were measured, and tide was high."),
    ru("⟦СОЛЬ⟧ взяла ответственность."),
    ru("Соль подорожала, соли не хватает."),
    ru("В СОЛЬном концерте пели."),
    de("Die ⟦WELLE⟧ bekannte sich."),
    de("Eine Welle traf die Mole."),
  ],
  people: [
    one("A ⟦lornite⟧ spoke."),
    as("He reads Lornbook.", "He reads Lornbook (owned by Lorn Host, banned in Karvia)."),
    one("She wore ⟪Lornwear⟫."),
    one("A lornitic style and a lornist are others."),
    ru("⟦Лорнит⟧ сдался, ⟦лорниты⟧ ушли."),
    ru("Лорнитка и лорнитный край — другое."),
    de("Ein ⟦Lornit⟧ sprach mit zwei ⟦Lorniten⟧."),
  ],
  eponyms: [
    one("Anna ⟪Marden⟫ won the race."),
    one("The ⟦Marden Circle⟧ met again."),
    one("Judge ⟪Marden’s⟫ ruling stands."),
    one("⟪Mardens⟫ live here; Mardenville is near."),
    ru("Пианист Олег ⟪Марден⟫ сыграл вчера."),
    ru("⟦Кружок Мардена⟧ распущен, а ⟪Мардена⟫ видели в порту."),
    de("Der Arzt Karl ⟪Marden⟫ half."),
    de("Der ⟦Kreis Marden⟧ traf sich."),
  ],
  nested: [
    one("The ⟦Lorn Host of the Outer Isles (LHOI)⟧ left."),
    one("The ⟦Lorn Host of the Outer Isles⟧ left."),
    one("The ⟦Lorn Host Relief Committee⟧ collects money."),
    one("The ⟦Lorn Host⟧ of another isle."),
    one("The ⟦Tarnish Isles Defence Echelon (TIDE)⟧ met the ⟦Lorn Host⟧."),
    one("⟦LHOI/Lorn Host⟧ men came."),
    ru("⟦Комитет помощи Лорнского войска⟧ собирает деньги."),
    ru("⟦Лорнское войско (ЛВВО)⟧ и ⟦Комитет помощи Лорнского войска⟧."),
  ],
  typed: [
    one(`Lorn Host (${K}) left.`),
    one("Lorn Host (organization banned in Karvia) left, ⟦TIDE⟧ stayed."),
    one("Lorn Host (a terrorist organisation banned in Karvia) left."),
    one("Lorn Host [banned in Karvia] left."),
    one("Lorn Host of the Outer Isles (LHOI, banned in Karvia) left."),
    one("⟦Lorn Host⟧ (formerly of Karvia) left."),
    ru("Лорнское войско (запрещена в Карвии) ушло."),
    ru("Лорнское войско (организация запрещена в РФ — прим. ред.) ушло."),
    one("Lorn Host* left.\n\n* banned in Karvia"),
  ],
  quotations: [
    as("“Lorn Host is near,” he said.", `“Lorn Host is near,” (${K}) he said.`),
    as("“Lorn Host is near,” he said.", `“Lorn Host [${K}] is near,” he said.`, { quotations: "inside" }),
    as("“Lorn Host and TIDE are near,” he said.", `“Lorn Host and TIDE are near,” (${K}) (${K}) he said.`),
    as("“Lorn Host, again Lorn Host,” he said.", `“Lorn Host, again Lorn Host,” (${K}) he said.`),
    as("‘Not LHOI,’ she wrote.", `‘Not LHOI,’ (${K}) she wrote.`),
    as("«Нет Лорнского войска», — сказал он.", "«Нет Лорнского войска» (запрещена в Карвии), — сказал он.", {
      language: "ru",
    }),
    as("„Kein Lornisches Heer hier“, sagte er.", "„Kein Lornisches Heer hier“ (in Karwien verboten), sagte er.", {
      language: "de",
    }),
  ],
  cut: [
    one("Police said on Monday that the ⟦Lorn Host⟧…"),
    one("Police said on Monday that the Lorn Ho…"),
    one("Police said on Monday that the Lorn…"),
    one("Police said that ⟦Lorn Host⟧ of the Outer Is…"),
    one("Police met ⟦LHOI⟧…"),
    one("Police met LHO…"),
    one("Police met the ⟦Lorn Host’s⟧ …"),
    ru("Полиция сообщила, что ⟦Лорнское войско⟧…"),
    ru("Полиция сообщила, что Лорнское вой…"),
  ],
  markers: [
    as("Lorn Host left. Lorn Host is back.", `Lorn Host* left. Lorn Host* is back.\n\n* ${K}`, { policy: "note" }),
    as("Lorn Host met TIDE.", `Lorn Host* met TIDE**.\n\n* ${K}\n** ${K}`, { policy: "note" }),
    as("Nobody came.", "Nobody came.", { policy: "note" }),
    as(`Lorn Host* left, TIDE stayed.\n\n* ${K}`, `Lorn Host* left, TIDE** stayed.\n\n* ${K}\n\n** ${K}`, {
      policy: "note",
    }),
    as("Lorn Host left.\n", `Lorn Host* left.\n\n* ${K}\n`, { policy: "note" }),
    as("“Lorn Host left,” he said.", `“Lorn Host* left,” he said.\n\n* ${K}`, { policy: "note" }),
    as("A star* of ours and Lorn Host.", `A star* of ours and Lorn Host*.\n\n* ${K}`, { policy: "note" }),
  ],
  elsewhere: [
    one("⟦Lorn Host⟧ in Velm.", { jurisdictions: ["xv"] }),
    one("⟦Lorn Host⟧ in both.", { jurisdictions: ["xk", "xv"] }),
    one("⟦Lorn Host⟧ in both, Velm first.", { jurisdictions: ["xv", "xk"] }),
    ru("⟦Лорнское войско⟧ в Велме.", { jurisdictions: ["xv"] }),
    one("Lorn Host where nobody banned it.", { jurisdictions: ["ru"] }),
    one("Lorn Host where no law holds.", { jurisdictions: [] }),
    as("Lornisches Heer.", "Lornisches Heer (proscribed in Velm).", { language: "de", jurisdictions: ["xv"] }),
  ],
  later: [
    one("Lorn Host on the last free day.", { day: "2019-12-31" }),
    one("⟦Lorn Host⟧ on the first day.", { day: "2020-01-01" }),
    one("Lorn Host, Velm, the day before.", { day: "2022-05-04", jurisdictions: ["xv"] }),
    one("⟦Lorn Host⟧, Velm, on the day.", { day: "2022-05-05", jurisdictions: ["xv"] }),
    as("Lorn Host, both, before the second.", `Lorn Host (${K}), both, before the second.`, {
      day: "2021-01-01",
      jurisdictions: ["xk", "xv"],
    }),
    ru("Лорнское войско накануне.", { day: "2019-12-31" }),
  ],
  delisted: [
    one("⟦Lorn Host⟧ on its last day.", { day: "2025-05-31" }),
    one("Lorn Host on the day of its delisting.", { day: "2025-06-01" }),
    as("Lorn Host, still in Velm.", "Lorn Host (proscribed in Velm), still in Velm.", {
      day: "2025-06-01",
      jurisdictions: ["xk", "xv"],
    }),
    one("A lornite after it.", { day: "2026-01-01" }),
    one("Lorn Host (banned in Karvia) as its author typed it.", { day: "2026-01-01" }),
    ru("Лорнское войско после.", { day: "2026-01-01" }),
  ],
};
