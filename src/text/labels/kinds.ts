/**
 * Nouns that say of a name that it is an organisation's: `Red Dawn` may be a village, a ship or a film, `Red Dawn Brigade` is
 * neither. Beginnings of words, in small letters without accents; in German their ends, for there they close a compound.
 */
import { baseLanguage } from "./forms.ts";
import { foldedWord } from "./letters.ts";

/** Whether a name says what it is, in its own language or in the Arabic, Persian or Turkish that lists write in Latin or Cyrillic letters. */
export function saysItsKind(text: string, language: string): boolean {
  const own = KINDS[baseLanguage(language)];
  return wordsOf(text).some((bare) => (own?.test(bare) ?? false) || WRITTEN_OVER.test(bare) || TRADE.test(bare));
}

/** Whether it says so with a word that companies, teams and ministries do not bear: an army, a gang, jihad. */
export function saysItBearsArms(text: string, language: string): boolean {
  const own = ARMED[baseLanguage(language)];
  return wordsOf(text).some((bare) => (own?.test(bare) ?? false) || WRITTEN_OVER.test(bare));
}

function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => withoutAccents(foldedWord(word)).toLowerCase());
}

function withoutAccents(word: string): string {
  return /\p{Script=Latin}/u.test(word)
    ? word.normalize("NFD").replace(/\p{M}/gu, "").replace(/ı/g, "i").replace(/[łŁ]/g, "l").replace(/ß/g, "ss")
    : word;
}

const prefixed = (prefix: string, words: string) =>
  new RegExp(`^${prefix}(?:${words.trim().split(/\s+/).join("|")})`, "u");
const beginning = (words: string) => prefixed("", words);

const WRITTEN_OVER =
  beginning(`hara[ck]a[ht] djama?a jamaa?[th] jama['’]?a[th] jemaah jabha jebha j[ae][iy]s?[ch]h? djeich dschaisch dzajsz ceys ensar lashkar$ lachkar$ la?e?sker$ laszkar$
  [hc]?h[ie][sz]b$ [hc]?h[ie][sz]b(?:a|ou?|u)l kata['’]?[ie]b$ katiba$ [yi]amaa[th] liwaa?$ ansar$ ansar(?:a|ou?|u)l tehri[kq] mujahid mudschahid moudjahid s[ie]pah$
  jund$ djund$ dzund$ jound$ dschund$ cund$ yund$ джунд$
  харакат джабхат джейш джайш джаиш джаїш джамаат лашкар$ хизб$ хизбалл катаиб$ лива$ ансар$ ансарул катаїб$ хізб$ хізбалл`);

// What lists of companies write in English, whatever language they are in.
const TRADE = beginning("trading shipping holding foundation трейдинг холдинг");

const ARMED: Readonly<Record<string, RegExp>> = {
  en: beginning(
    "army armies brigade battalion militia regiment legion$ jihad mujahid cartel$ gang$ caliphate$ emirate$ organi[sz]ation",
  ),
  ru: beginning(
    "арми бригад батальон милици ополчен легион джихад моджахед боевик картель$ банд[аы]$ халифат$ эмират$ организаци",
  ),
  uk: beginning(
    "армі бригад батальйон ополчен легіон джихад моджахед бойовик картель$ банд[аи]$ халіфат$ емірат$ організаці",
  ),
  de: /(?:armee|brigaden?|bataillon|miliz|legion|dschihad|mudschahed|kartell|bande|kalifat|emirat|organisation|volksfront|befreiungs[a-z]+)(?:e?s|en|n)?$/u,
  fr: beginning(
    "armee brigade bataillon milice legion$ djihad moudjahid combattant cartel$ gang$ califat$ emirat$ organisation",
  ),
  es: beginning(
    "ejercito brigada batallon milicia legion$ yihad muyahid combatiente cartel$ banda$ califato$ emirato$ organizacion",
  ),
  it: beginning(
    "esercito brigat battaglion milizi legione$ jihad mujahid combattent cartello$ band[ae]$ califfato$ emirato$ organizzazion",
  ),
  pt: beginning(
    "exercito brigada batalhao milicia legiao$ jihad mujahid combatente cartel$ bando$ califado$ emirado$ organizacao",
  ),
  pl: beginning(
    "armi[ai] brygad batalion milicj legion$ dzihad mudzahed bojownic bojownik kartel$ gang$ kalifat$ emirat$ organizacj",
  ),
  tr: beginning(
    "ordu(?:su|lari)?$ tugay tabur milis lejyon cihat mucahit savasci kartel cete halifeli emirli orgut teskilat lesker ensar",
  ),
  ar: prefixed(
    "(?:[وفبكل]|لل)?(?:ال)?",
    "جند$ جيش لواء كتائب كتيبة جماعة ميليشيا سرايا انصار لشكر عصبة امارة خلافة جهاد حزب الله منظمة تنظيم",
  ),
  fa: beginning("ارتش تيپ گردان سپاه لشكر لشگر كتائب جماعت مجاهدين جيش انصار حزب الله سازمان امارت خلافت جند جهاد"),
  he: prefixed(
    "[ובכלמה]?ה?",
    "צבא גדוד חטיבת חטיבה מיליצי לגיון לשכר לשקר ג['׳]יי?ש אנסאר ג['׳]יהאד קרטל כנופיי?ת כנופיה ארגון ח['׳]?ליפות אמירות",
  ),
};

const KINDS: Readonly<Record<string, RegExp>> = {
  en: beginning(`army armies front brigade clan$ clans$ movement council committee part(?:y|ies)$ union league organi[sz]ation group column battalion corps militia guards?$
    cells?$ faction command network association societ(?:y|ies)$ foundation federation alliance brotherhood forces?$ regiment legion wing$ pickets?$
    congress coalition fighters? resistance jihad company corporation enterprise bank$ trust$ institute airline shipping trading department ministry
    university commission authority agency syndicate cartel gang$ squad tribe emirate caliphate state$ government order$ network fund$ exchange lines$ media$ relief$ charity`),
  ru: beginning(`арми клан(?:а|у|ом|е)?$ фронт бригад движени совет комитет парти союз лиг[аиеу] организаци групп колонн батальон корпус милици гварди ячейк фракци командовани
    сеть$ ассоциаци обществ фонд федераци альянс братств отряд дружин пикет крыл[оа] сил[ыа]$ легион ополчен объединени дивизи полк$ компани банк конгресс
    коалиц сопротивлен институт картел банд[аы] эмират халифат государств правительств министерств агентств комисси орден[ауе]?$ сет[иь]$ предприяти холдинг контор лини[яиейю]+$ медиацентр`),
  uk: beginning(`армі клан(?:у|ові|ом|і)?$ фронт бригад рух$ рад[аи]$ комітет парті союз спілк ліг[аи]$ організаці груп колон батальйон корпус гварді осеред мереж асоціаці товариств
    фонд федераці альянс братств загін загон дружин пікет крил[оа] сил[иа]$ легіон ополчен об['’]?єднан дивізі полк$ компані банк конгрес коаліц опір$
    інститут картел банд[аи] емірат халіфат держав уряд міністерств агентств комісі орден контор ліні[яїйю]+$ медіацентр`),
  de: /(?:reederei|wechselstube|stelle|armee|front|brigaden?|bewegung|rat|rates|komitees?|partei|union|bund|bundes|liga|organisation|gruppe|gruppen|kolonne|bataillon|korps|miliz|garde|zelle|fraktion|kommando|netzwerk|verein|gesellschaft|stiftung|foderation|allianz|bruderschaft|krafte|legion|wehr|posten|flugel|bundnis|vereinigung|verband|front|kampfer|widerstand|bank|institut|kartell|bande|emirat|kalifat|staat|regierung|ministerium|orden|fonds|netz|clan|clans|klan|klans)$/u,
  fr: beginning(`armee clan$ front brigade mouvement conseil comite parti$ union ligue organisation groupe colonne bataillon corps$ milice garde cellule faction command
    reseau association societe fondation federation alliance confrerie fraternite forces?$ legion aile$ piquet congres coalition combattant resistance
    compagnie banque institut cartel gang$ emirat califat etat$ gouvernement ministere agence commission ordre$ fonds$ bureau$ media$ lignes$`),
  es: beginning(`ejercito clan$ frente brigada movimiento consejo comite partido union liga$ organizacion grupo columna batallon cuerpo milicia guardia celula faccion comando
    red$ asociacion sociedad fundacion federacion alianza hermandad fuerza legion ala$ piquete congreso coalicion combatiente resistencia compania banco
    instituto cartel banda emirato califato estado gobierno ministerio agencia comision orden$ fondo naviera agencia cambio$ lineas$ medios$`),
  it: beginning(`esercito clan$ fronte brigat moviment consigli comitat partit unione lega$ organizzazion grupp colonn battaglion corpo milizi guardi cellul fazion comm?and
    rete$ associazion societa fondazion federazion alleanz confraternit forz[ae] legion ala$ picchett congress coalizion combattent resistenz compagni banca
    istitut cartell band[ae]$ emirat califfat stato govern minister agenzi commission ordine$ fond[oi]$ cambio$ linee$`),
  pt: beginning(`exercito cla$ frente brigada movimento conselho comite partido uniao liga$ organizacao grupo coluna batalhao corpo milicia guarda celula faccao comando
    rede$ associacao sociedade fundacao federacao alianca irmandade forca legiao ala$ piquete congresso coalizao coligacao combatente resistencia companhia
    banco instituto cartel bando emirado califado estado governo ministerio agencia comissao ordem$ fundo cambio$ linhas$ navegacao$ agencia`),
  pl: beginning(`armi[ai] klan(?:u|owi|em|ie)?$ front brygad ruch rad[ay]$ komitet parti zwiazek zwiazk uni[ai]$ lig[ai]$ organizacj grup kolumn batalion korpus milicj gwardi komork frakcj
    dowodztw siec sieci stowarzyszen towarzystw fundacj federacj sojusz bractw sily$ legion skrzydl pikiet kongres koalicj bojownic bojownik opor oddzial
    kompani bank instytut kartel gang emirat kalifat panstw rzad minister agencj komisj zakon fundusz siatk spolk kantor lini[aei]$ agencj`),
  tr: beginning(`ordu klani?$ cephe tugay hareket konsey komite parti(?:si)?$ birlik birlig ligi?$ orgut teskilat grubu? grup kolu?$ tabur kolordu milis muhafiz hucre fraksiyon
    komutanl sebeke ag[ih]$ dernek dernegi cemiyet vakif vakfi federasyon ittifak kardeslig kuvvet lejyon nobetci meclis kongre koalisyon savasci direnis
    sirket banka enstitu kartel cete emirli halifeli devlet hukumet bakanl ajans komisyon tarikat fonu?$ lesker ensar doviz denizcilik medya`),
  ar: prefixed(
    "(?:ال)?",
    `جند$ جيش جبهة لواء كتائب كتيبة حركة مجلس لجنة حزب اتحاد رابطة منظمة مجموعة جماعة رتل فيلق ميليشيا حرس خلية فصيل قيادة شبكة جمعية مؤسسة تحالف
    اخوية قوات جناح مفارز سرايا عصبة تنظيم انصار لشكر هيئة تيار ائتلاف مقاومة شركة مصرف بنك معهد امارة خلافة دولة حكومة وزارة وكالة خطوط صرافه صرافة حوالة وكالة`,
  ),
  fa: beginning(`ارتش جبهه تيپ گردان جنبش شورا كميته حزب اتحاديه سازمان گروه ستون سپاه لشكر لشگر انجمن بنياد شبكه برادري نيرو شاخه حركت كتائب جماعت هسته جناح ائتلاف
    مقاومت شركت بانك موسسه امارت خلافت دولت وزارت گارد لژيون مجاهدين جيش انصار هيئت صرافي كشتيراني رسانه`),
  he: prefixed(
    "ה?",
    `צבא חזית חטיבת חטיבה תנועת תנועה מועצת מועצה ועד מפלגת מפלגה ברית איגוד ליגת ליגה ארגון קבוצת קבוצה טור גדוד חיל מיליצי משמר פלג פיקוד רשת אגודת אגודה
    עמותת עמותה קרן אחוות אחווה כוחות אגף משמרות קונגרס קואליצי התנגדות חברת בנק מכון אמירות ח['׳]?ליפות מדינת מדינה ממשלת משרד סוכנות מסדר לשכר לשקר ג['׳]יי?ש אנסאר חלפנות קווי סוכנות`,
  ),
};
