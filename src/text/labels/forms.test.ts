/** What languages make of names, as tables an editor can check. */
import { expect, test } from "bun:test";
import { formsOf } from "./labels.ts";

const tables: readonly [language: string, name: string, kind: string, certain: string, doubtful?: string][] = [
  ["uk", "Червоний світанок", "full", "Червоного світанку, Червоному світанкові, Червоним світанком"],
  ["uk", "Північна ліга", "full", "Північної ліги, Північній лізі, Північну лігу, Північною лігою"],
  ["uk", "Народне ополчення", "full", "Народного ополчення, Народному ополченню, Народним ополченням"],
  ["uk", "Вежа Півночі", "full", "Вежі Півночі, Вежу Півночі, Вежею Півночі"],
  ["uk", "Косар 77", "full", "Косаря 77, Косареві 77, Косарем 77"],
  ["uk", "Білі ворота", "full", "Білих ворот, Білим воротам, Білими воротами"],
  ["uk", "Бригади Півночі", "full", "Бригад Півночі, Бригадам Півночі, Бригадами Півночі"],
  ["uk", "Корона імені Марти", "full", "Корони імені Марти, Корону імені Марти"],
  ["uk", "Карвісти", "alias", "Карвістів, Карвістам", "карвісти, карвістам"],
  ["uk", "Карводисти", "alias", "Карводистів, Карводистам", "карводисти, карводистів"],
  ["uk", "Схід", "short", "", "Сходу, Східу, Сходом"],
  ["uk", "ПЛК", "acronym", ""],
  [
    "pl",
    "Front Narodowy Karwii",
    "full",
    "Frontu Narodowego Karwii, Frontem Narodowym Karwii, Froncie Narodowym Karwii",
  ],
  ["pl", "Korona Północy", "full", "Koronę Północy, Koroną Północy"],
  ["pl", "Ognisko Soli", "full", "Ogniska Soli, Ognisku Soli, Ogniskiem Soli"],
  ["pl", "Bractwo Soli", "full", "Bractwa Soli, Bractwem Soli, Bractwie Soli"],
  ["pl", "Karwijska Armia Ludowa", "full", "Karwijskiej Armii Ludowej, Karwijską Armię Ludową, Karwijską Armią Ludową"],
  ["pl", "Brygady Soli", "full", "Brygad Soli, Brygadom Soli, Brygadami Soli"],
  ["pl", "Złote Wrota", "full", "Złotych Wrot, Złotymi Wrotami"],
  ["pl", "Komitet Obrony Karwii", "full", "Komitetu Obrony Karwii, Komitetem Obrony Karwii"],
  ["pl", "Ludowe Skrzydło Portu", "full", "Ludowego Skrzydła Portu, Ludowemu Skrzydłu Portu"],
  ["pl", "Tarcza Narodowa", "full", "Tarczy Narodowej, Tarczę Narodową"],
  ["pl", "Karwiści", "alias", "Karwistów, Karwistom, Karwistami", "karwiści, karwistami"],
  ["pl", "Związek Rybaków", "full", "Związku Rybaków, Związkiem Rybaków"],
  ["tr", "Kızıl Şafak Cephesi", "full", "Kızıl Şafak Cephesinin, Kızıl Şafak Cephesinden, Kızıl Şafak Cephesiyle"],
  ["tr", "Kar", "short", "", "Karda, Karın"],
  ["ru", "Огонёк", "short", "Огонька, Огоньку, Огоньком, Огоньке"],
  ["ru", "Значок", "short", "Значка, Значком"],
  ["ru", "Цепь Юга", "full", "Цепи Юга, Цепью Юга"],
  ["es", "Tarvanistas", "alias", "", "tarvanistas"],
  ["ar", "المرابطون", "full", "المرابطين, للمرابطين, بالمرابطين"],
  ["fa", "کهرباییست‌ها", "alias", "کهرباییست‌هایی"],
  ["es", "La Base", "full", "la Base", "Base"],
  ["fr", "tarvanien", "derived", "tarvaniens, tarvanienne, tarvaniennes"],
  ["it", "tarvanista", "derived", "tarvanisti, tarvaniste"],
  ["de", "Verband der Fischer", "full", "Verbands der Fischer, Verbandes der Fischer"],
  ["de", "Tarvanist", "derived", "Tarvanisten, Tarvanistinnen"],
  ["he", "אור", "short", "", "באור, לאור"],
  ["uk", "Рибна і торгова спілка", "full", "Рибної і торгової спілки, Рибну і торгову спілку"],
  ["pl", "Robotnicy Soli", "full", "Robotników Soli, Robotnikom Soli"],
  ["de", "Eiserne Kräfte", "full", "Eisernen Kräften"],
  ["en", "Jama'at al-Salma", "full", "Jamaat al-Salma, Jamaat el-Salma"],
  ["en", "People's Tarn", "full", ""],
  ["it", "SBVR", "acronym", "S.B.V.R.", "Sbvr"],
  ["uk", "Світанок-31", "full", "Світанку-31, Світанком-31"],
  ["uk", "Дитяче крило Півночі", "full", "Дитячого крила Півночі, Дитячим крилом Півночі"],
  ["uk", "Бригада імені Тараса Морозенка", "full", "Бригада ім. Тараса Морозенка, Бригади ім. Тараса Морозенка"],
  ["ru", "Полк имени Орлова", "full", "Полка имени Орлова, Полка им. Орлова"],
  ["uk", "ТАРВОН", "acronym", "ТАРВОНу, ТАРВОНом, ТАРВОНові"],
  ["uk", "ТАРНА", "acronym", "", "ТАРНИ, ТАРНУ, ТАРНОЮ"],
  ["ru", "ТАРНА", "acronym", "", "ТАРНЫ, ТАРНЕ, ТАРНОЙ"],
  ["pl", "Rycerze Soli", "full", "Rycerzy Soli, Rycerzom Soli, Rycerzami Soli"],
  ["pl", "Pułk imienia Jana Kota", "full", "Pułk im. Jana Kota, Pułku im. Jana Kota"],
  ["pl", "Koło Robotnicze Soli", "full", "Koła Robotniczego Soli"],
  ["pl", "Skrzydło Kobiece Soli", "full", "Skrzydła Kobiecego Soli, Skrzydłem Kobiecym Soli"],
  ["pt", "Frente Antónia", "full", "Frente Antônia"],
  ["tr", "Tarvancılar", "alias", "Tarvancıların, Tarvancılara", "Tarvancı"],
  ["de", "Tarvan Trading", "full", "Tarvan Tradings"],
  ["he", "ג'מאעת השחר", "full", "לג'מאעת השחר, הג'מאעת השחר"],
  ["en", "Jabhat al-Salma", "full", "Jabhat al Salma, Jabhat el-Salma, Jabhat as-Salma"],
];

for (const [language, name, kind, certain, doubtful = ""] of tables) {
  test(`${language}: ${name}`, () => {
    const forms = formsOf({ text: name, language, kind });
    const said = (isDoubtful: boolean) =>
      forms.filter((form) => (form.isDoubtful ?? false) === isDoubtful).map(({ text }) => text);
    for (const form of certain.split(", ").filter(Boolean)) expect(said(false)).toContain(form);
    for (const form of doubtful.split(", ").filter(Boolean)) expect(said(true)).toContain(form);
    if (certain === "") expect(said(false)).toEqual([name]);
    if (doubtful === "") expect(said(true)).toEqual([]);
    for (const { how, text } of forms) expect(how).toBe(text === name ? "given" : "generated");
  });
}
