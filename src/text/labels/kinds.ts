/**
 * Nouns that say of a name that it is an organisation's: `Red Dawn` may be a village, a ship or a film, `Red Dawn Brigade` is
 * neither. Beginnings of words, in small letters without accents; in German their ends, for there they close a compound.
 */
import { baseLanguage } from "./forms.ts";
import { foldedWord } from "./letters.ts";

/** Whether a name says what it is, in its own language or in the Arabic, Persian or Turkish that lists write in Latin or Cyrillic letters. */
export function saysItsKind(text: string, language: string): boolean {
  const own = KINDS[baseLanguage(language)];
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => {
    const bare = withoutAccents(foldedWord(word)).toLowerCase();
    return (own?.test(bare) ?? false) || WRITTEN_OVER.test(bare);
  });
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
  beginning(`hara[ck]a[ht] djama?a jamaa?[th] jama['’]?a[th] jemaah jabha jebha j[ae][iy]s?[ch]h? djeich dschaisch dzajsz ceys ensar lashkar lachkar la?e?sker laszkar
  trading shipping holding foundation трейдинг холдинг
  [hc]?h[ie][sz]b kata['’]?[ie]b katiba [yi]amaa[th] liwa ansar tehri[kq] mujahid mudschahid moudjahid sipah
  харакат джабхат джейш джайш джаиш джаїш джамаат лашкар хизб катаиб лива ансар катаїб хізб`);

const KINDS: Readonly<Record<string, RegExp>> = {
  en: beginning(`army armies front brigade clan$ clans$ movement council committee part(?:y|ies)$ union league organi[sz]ation group column battalion corps militia guards?$
    cells?$ faction command network association societ(?:y|ies)$ foundation federation alliance brotherhood forces?$ regiment legion wing$ pickets?$
    congress coalition fighters? resistance jihad company corporation enterprise bank$ trust$ institute airline shipping trading department ministry
    university commission authority agency syndicate cartel gang$ squad tribe emirate caliphate state$ government order$ network fund$`),
  ru: beginning(`арми клан(?:а|у|ом|е)?$ фронт бригад движени совет комитет парти союз лиг[аиеу] организаци групп колонн батальон корпус милици гварди ячейк фракци командовани
    сеть$ ассоциаци обществ фонд федераци альянс братств отряд дружин пикет крыл[оа] сил[ыа]$ легион ополчен объединени дивизи полк$ компани банк конгресс
    коалиц сопротивлен институт картел банд[аы] эмират халифат государств правительств министерств агентств комисси орден[ауе]?$ сет[иь]$ предприяти холдинг`),
  uk: beginning(`армі клан(?:у|ові|ом|і)?$ фронт бригад рух$ рад[аи]$ комітет парті союз спілк ліг[аи]$ організаці груп колон батальйон корпус гварді осеред мереж асоціаці товариств
    фонд федераці альянс братств загін загон дружин пікет крил[оа] сил[иа]$ легіон ополчен об['’]?єднан дивізі полк$ компані банк конгрес коаліц опір$
    інститут картел банд[аи] емірат халіфат держав уряд міністерств агентств комісі орден`),
  de: /(?:armee|front|brigaden?|bewegung|rat|rates|komitees?|partei|union|bund|bundes|liga|organisation|gruppe|gruppen|kolonne|bataillon|korps|miliz|garde|zelle|fraktion|kommando|netzwerk|verein|gesellschaft|stiftung|foderation|allianz|bruderschaft|krafte|legion|wehr|posten|flugel|bundnis|vereinigung|verband|front|kampfer|widerstand|bank|institut|kartell|bande|emirat|kalifat|staat|regierung|ministerium|orden|fonds|netz|clan|clans|klan|klans)$/u,
  fr: beginning(`armee clan$ front brigade mouvement conseil comite parti$ union ligue organisation groupe colonne bataillon corps$ milice garde cellule faction command
    reseau association societe fondation federation alliance confrerie fraternite forces?$ legion aile$ piquet congres coalition combattant resistance
    compagnie banque institut cartel gang$ emirat califat etat$ gouvernement ministere agence commission ordre$ fonds$`),
  es: beginning(`ejercito clan$ frente brigada movimiento consejo comite partido union liga$ organizacion grupo columna batallon cuerpo milicia guardia celula faccion comando
    red$ asociacion sociedad fundacion federacion alianza hermandad fuerza legion ala$ piquete congreso coalicion combatiente resistencia compania banco
    instituto cartel banda emirato califato estado gobierno ministerio agencia comision orden$ fondo`),
  it: beginning(`esercito clan$ fronte brigat moviment consigli comitat partit unione lega$ organizzazion grupp colonn battaglion corpo milizi guardi cellul fazion comm?and
    rete$ associazion societa fondazion federazion alleanz confraternit forz[ae] legion ala$ picchett congress coalizion combattent resistenz compagni banca
    istitut cartell band[ae]$ emirat califfat stato govern minister agenzi commission ordine$ fond[oi]$`),
  pt: beginning(`exercito cla$ frente brigada movimento conselho comite partido uniao liga$ organizacao grupo coluna batalhao corpo milicia guarda celula faccao comando
    rede$ associacao sociedade fundacao federacao alianca irmandade forca legiao ala$ piquete congresso coalizao coligacao combatente resistencia companhia
    banco instituto cartel bando emirado califado estado governo ministerio agencia comissao ordem$ fundo`),
  pl: beginning(`armi[ai] klan(?:u|owi|em|ie)?$ front brygad ruch rad[ay]$ komitet parti zwiazek zwiazk uni[ai]$ lig[ai]$ organizacj grup kolumn batalion korpus milicj gwardi komork frakcj
    dowodztw siec sieci stowarzyszen towarzystw fundacj federacj sojusz bractw sily$ legion skrzydl pikiet kongres koalicj bojownic bojownik opor oddzial
    kompani bank instytut kartel gang emirat kalifat panstw rzad minister agencj komisj zakon fundusz siatk spolk`),
  tr: beginning(`ordu klani?$ cephe tugay hareket konsey komite parti(?:si)?$ birlik birlig ligi?$ orgut teskilat grubu? grup kolu?$ tabur kolordu milis muhafiz hucre fraksiyon
    komutanl sebeke ag[ih]$ dernek dernegi cemiyet vakif vakfi federasyon ittifak kardeslig kuvvet lejyon nobetci meclis kongre koalisyon savasci direnis
    sirket banka enstitu kartel cete emirli halifeli devlet hukumet bakanl ajans komisyon tarikat fonu?$ lesker ensar`),
  ar: prefixed(
    "(?:ال)?",
    `جيش جبهة لواء كتائب كتيبة حركة مجلس لجنة حزب اتحاد رابطة منظمة مجموعة جماعة رتل فيلق ميليشيا حرس خلية فصيل قيادة شبكة جمعية مؤسسة تحالف
    اخوية قوات جناح مفارز سرايا عصبة تنظيم انصار لشكر هيئة تيار ائتلاف مقاومة شركة مصرف بنك معهد امارة خلافة دولة حكومة وزارة وكالة`,
  ),
  fa: beginning(`ارتش جبهه تيپ گردان جنبش شورا كميته حزب اتحاديه سازمان گروه ستون سپاه لشكر لشگر انجمن بنياد شبكه برادري نيرو شاخه حركت كتائب جماعت هسته جناح ائتلاف
    مقاومت شركت بانك موسسه امارت خلافت دولت وزارت گارد لژيون مجاهدين جيش انصار هيئت`),
  he: prefixed(
    "ה?",
    `צבא חזית חטיבת חטיבה תנועת תנועה מועצת מועצה ועד מפלגת מפלגה ברית איגוד ליגת ליגה ארגון קבוצת קבוצה טור גדוד חיל מיליצי משמר פלג פיקוד רשת אגודת אגודה
    עמותת עמותה קרן אחוות אחווה כוחות אגף משמרות קונגרס קואליצי התנגדות חברת בנק מכון אמירות ח['׳]?ליפות מדינת מדינה ממשלת משרד סוכנות מסדר לשכר לשקר ג['׳]יי?ש אנסאר`,
  ),
};
