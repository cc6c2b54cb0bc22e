/**
 * Whether a name stands in the name of something else: `the Red Dawn Rowing Club`, «клуб „Тарван“». Clubs, streets, ships,
 * films and illnesses bear names that organisations bear too, and which of them is meant only a person knows.
 */
import { foldedWord, isWordSign, visibleBefore, visibleFrom, wordEnd, wordStart } from "./letters.ts";

type Place = {
  readonly start: number;
  readonly end: number;
  /** Where the mention before it ends: a noun in that one's own name bears no other. */
  readonly nounsFrom: number;
};

/** Told by the noun before or after the name, with one word between them at most. */
export function isBorrowed(text: string, { start, end, nounsFrom }: Place, language: string): boolean {
  const bearers = BEARERS[language];
  const works = WORKS[language];
  if (!bearers || !works) return false;
  const bearer = { test: (word: string) => bearers.test(word) || works.test(word) };
  return (
    isAfter(text, start, bearer, nounsFrom) ||
    isBefore(text, end, bearer, language) ||
    isTitle(text, end, works, language) ||
    goesOn(text, { start, end }, language)
  );
}

type Nouns = { readonly test: (word: string) => boolean };

/** `«Falco Rosso», western del 1968`: a title in quotation marks, and what it is the title of right after. */
function isTitle(text: string, end: number, works: RegExp, language: string): boolean {
  const [passed = "", word = ""] = AFTER_TITLE.exec(text.slice(end, end + FURTHEST_NOUN)) ?? [];
  return passed !== "" && works.test(foldedWord(word).toLocaleLowerCase(language));
}

const FURTHEST_NOUN = 60;
const AFTER_TITLE =
  /^[\u00a0\u202f ]?["“”»«’'][,،]? (?:(?:a|an|the|un|une|una|uno|um|uma|ein|eine|el|la|le|il|bir) )?([\p{L}\p{M}]+)/u;

/** `Movimento delle valli alpine`: of a name that ends in a common noun an adjective makes another. */
function goesOn(text: string, { start, end }: { start: number; end: number }, language: string): boolean {
  const adjective = ADJECTIVES[language];
  if (!adjective || !/ \p{Ll}{3,}$/u.test(text.slice(start, end))) return false;
  const word = text.charAt(end) === " " ? text.slice(end + 1, wordEnd(text, end + 1)) : "";
  return adjective.test(word);
}

// Endings of the plural that no verb of these languages has in a report.
const ADJECTIVES: Readonly<Record<string, RegExp>> = {
  fr: /^\p{Ll}{3,}(?:ales|aux|iques|elles|aires|euses|ives)$/u,
  es: /^\p{Ll}{3,}(?:ales|icos|icas|ístic[oa]s?|arios|arias|osos|osas|ivos|ivas)$/u,
  it: /^\p{Ll}{3,}(?:ali|ici|iche|istic[oa]|ari[ae]|osi|ose)$/u,
  pt: /^\p{Ll}{3,}(?:ais|icos|icas|ístic[oa]s?|ários|árias|osos|osas|ivos|ivas)$/u,
};

/** `Club de Remo Tarvan`: the noun, then a word that says what kind it is, then the name, in quotation marks or not. */
function isAfter(text: string, start: number, bearer: Nouns, nounsFrom: number): boolean {
  let at = start;
  for (let words = 0; words < 3; words++) {
    const word = wordBefore(text, at, words === 0);
    if (!word || word.start < nounsFrom) return false;
    const said = foldedWord(text.slice(word.start, word.end)).toLowerCase();
    if (bearer.test(said)) return true;
    // `Club contra Tarvan`, `клуб у Тарвана`: a small word parts them, but for that of a possessor.
    if (PARTING.test(said) || (words === 0 && said.length <= SMALL_WORD)) return false;
    if (words === 1 && !POSSESSING.test(said)) return false;
    at = word.start;
  }
  return false;
}

const oneOf = (words: string) => new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`, "u");

const SMALL_WORD = 2;
const POSSESSING = /^(?:de|di|do|da|du|des|del|der|of|для|d|l)$/;
const PARTING =
  oneOf(`about after against among and around before behind beside between by for from into like near onto over than through under
  with without avec après avant chez contre dans entre et par pour près sans selon sous sur con contra desde entre para por según sin sobre com pelo
  pela sem contro dopo fra per prima senza sul sulla tra aus bei beim durch für gegen im mit nach ohne über und unter vom von vor zum zur dla lub nad oraz
  pod przeciw przeciwko przed przez przy albo вокруг для из или как между над около перед под после про против с среди через біля для з або між над перед
  під після про проти серед через karşı ile için ve عن حول علي من في مع ضد بين بعد قبل از با به در درباره براي ضد על של עם נגד לפני אחרי בין`);

/** `Tarvan Rowing Club`, `Tarvan Kürek Kulübü`: in languages that put the noun last. */
function isBefore(text: string, end: number, bearer: Nouns, language: string): boolean {
  if (!NOUN_LAST.has(language)) return false;
  let at = end;
  for (let words = 0; words < 2; words++) {
    const word = wordAfter(text, at);
    if (!word) return false;
    const shown = text.slice(word.start, word.end);
    if (bearer.test(foldedWord(shown).toLocaleLowerCase(language))) return /^\p{Lu}/u.test(shown) || words === 0;
    // What stands between belongs to the name only if it is written like one.
    if (!/^\p{Lu}/u.test(shown)) return false;
    at = word.end;
  }
  return false;
}

const NOUN_LAST = new Set(["en", "tr", "de"]);

type Word = { readonly start: number; readonly end: number };

function wordBefore(text: string, at: number, isFirst: boolean): Word | undefined {
  let place = visibleBefore(text, at);
  let signs = 0;
  while (place >= 0 && !isWordSign(text, place)) {
    const sign = text.charAt(place);
    if (!/[ \u00a0\u202f]/u.test(sign) && !(isFirst && /["“„«‹‘'”]/u.test(sign)) && !/['’]/u.test(sign))
      return undefined;
    if (++signs > MOST_SIGNS) return undefined;
    place--;
  }
  if (place < 0 || signs === 0) return undefined;
  return { start: wordStart(text, place + 1), end: place + 1 };
}

function wordAfter(text: string, at: number): Word | undefined {
  let place = visibleFrom(text, at);
  const begun = place;
  while (place < text.length && !isWordSign(text, place)) {
    if (!/[ \u00a0\u202f"”»’']/u.test(text.charAt(place)) || place - begun >= MOST_SIGNS) return undefined;
    place++;
  }
  return place >= text.length || place === begun ? undefined : { start: place, end: wordEnd(text, place) };
}

// Of a space and a quotation mark, on either side.
const MOST_SIGNS = 3;

/** Nouns of things that bear the names of others, with their endings. */
const BEARERS: Readonly<Record<string, RegExp>> = {
  en: oneOf(`clubs? teams? streets? avenues? roads? squares? bridges? rivers? lakes? mountains? hotels? inns? pubs? bars? cafes? cafés?
    restaurants? bakery breweries brewery museums? theatres? theaters? cinemas? films? movies? novels? songs? albums? orchestras? choirs?
    stadiums? parks? prizes? cups? ships? ferry ferries yachts? diseases? syndromes? marathons? festivals?`),
  ru: oneOf(`клуб(?:а|у|ом|е|ы|ов)? команд(?:а|ы|е|у|ой) улиц(?:а|ы|е|у|ей) проспект(?:а|у|ом|е)? площад(?:ь|и|ью) мост(?:а|у|ом|е)? рек(?:а|и|е|у|ой)
    озер(?:о|а|у|ом|е) гор(?:а|ы|е|у|ой) гостиниц(?:а|ы|е|у|ей) отел(?:ь|я|ю|ем|е) бар(?:а|у|ом|е)? кафе ресторан(?:а|у|ом|е)? пекарн(?:я|и|е|ю|ей)
    музе(?:й|я|ю|ем|е) театр(?:а|у|ом|е)? кинотеатр(?:а|у|ом|е)? фильм(?:а|у|ом|е)? роман(?:а|у|ом|е)? песн(?:я|и|е|ю|ей) альбом(?:а|у|ом|е)? оркестр(?:а|у|ом|е)?
    хор(?:а|у|ом|е)? стадион(?:а|у|ом|е)? парк(?:а|у|ом|е)? преми(?:я|и|ю|ей) куб(?:ок|ка|ку|ком|ке) судн(?:о|а|у|ом|е) паром(?:а|у|ом|е)? яхт(?:а|ы|е|у|ой)
    болезн(?:ь|и|ью) синдром(?:а|у|ом|е)? марафон(?:а|у|ом|е)? фестивал(?:ь|я|ю|ем|е)`),
  uk: oneOf(`клуб(?:у|ові|ом|и)? команд(?:а|и|і|у|ою) вулиц(?:я|і|ю|ею) проспект(?:у|ом|і)? площ(?:а|і|у|ею) м(?:іст|ост)(?:у|ом|і)? річк(?:а|и|у|ою) озер(?:о|а|у|ом|і)
    гор(?:а|и|і|у|ою) готел(?:ь|ю|ем|і) бар(?:у|ом|і)? кафе ресторан(?:у|ом|і)? пекарн(?:я|і|ю|ею) музе(?:й|ю|єм|ї) театр(?:у|ом|і)? кінотеатр(?:у|ом|і)? фільм(?:у|ом|і)?
    роман(?:у|ом|і)? пісн(?:я|і|ю|ею) альбом(?:у|ом|і)? оркестр(?:у|ом|і)? хор(?:у|ом|і)? стадіон(?:у|ом|і)? парк(?:у|ом)? премі(?:я|ї|ю|єю) куб(?:ок|ка|ку|ком)
    судн(?:о|а|у|ом|і) пором(?:у|ом|і)? яхт(?:а|и|і|у|ою) хвороб(?:а|и|і|у|ою) синдром(?:у|ом|і)? марафон(?:у|ом|і)? фестивал(?:ь|ю|ем|і)`),
  de: oneOf(`\\p{L}*(?:clubs?|klubs?|vereins?|mannschaft|straße|strasse|gasse|platz(?:es)?|brücke|fluss(?:es)?|hotels?|gasthof(?:s|es)?|gasthaus(?:es)?|restaurants?|bäckerei|brauerei|museums?|theaters?|kinos?|films?|romans?|liedes|lied|albums?|orchesters?|chors?|stadions?|preis(?:es)?|pokals?|schiff(?:s|es)?|fähre|krankheit|syndroms?|marathons?|festivals?)
    cafés? bar see park(?:s)? berg`),
  fr: oneOf(`clubs? équipes? rues? avenues? places? ponts? rivières? lacs? monts? hôtels? auberges? bars? cafés? restaurants? boulangeries? brasseries?
    musées? théâtres? cinémas? films? romans? chansons? albums? orchestres? chorales? stades? parcs? prix coupes? navires? ferrys? yachts? maladies?
    syndromes? marathons? festivals?`),
  es: oneOf(`clubs? clubes equipos? calles? avenidas? plazas? puentes? ríos? lagos? montes? hotel(?:es)? posadas? bar(?:es)? cafés? restaurantes? panaderías?
    museos? teatros? cines? películas? novelas? canción canciones álbum orquestas? coros? estadios? parques? premios? copas? barcos? buques? yates?
    enfermedad(?:es)? síndromes? maratón festival(?:es)?`),
  it: oneOf(`club circol[oi] squadr[ae] vi[ae] viale piazz[ae] ponte ponti fium[ei] lag[oh]i? mont[ei] hotel alberg[oh]i? bar caffè ristorant[ei] panetteri[ae] muse[oi]
    teatr[oi] cinema film romanz[oi] canzon[ei] album orchestr[ae] cor[oi] stadi[o]? parc[oh]i? premi[o]? copp[ae] nav[ei] traghett[oi] yacht malatti[ae] sindrom[ei]
    maraton[ae] festival`),
  pt: oneOf(`clubes? equipas? equipes? times? ruas? avenidas? praças? pontes? rios? lagos? montes? hotéis hotel pousadas? bares bar cafés? restaurantes? padarias?
    museus? teatros? cinemas? filmes? romances? canção canções álbum orquestras? coros? estádios? parques? prémios? prêmios? taças? navios? barcos? iates?
    doenças? síndromes? maratona festival festivais`),
  pl: oneOf(`klub(?:u|owi|em|ie|y)? drużyn(?:a|y|ie|ę|ą) ulic(?:a|y|ę|ą) alej(?:a|i|ę|ą) plac(?:u|owi|em)? most(?:u|owi|em)? moście rzek(?:a|i|ę|ą) jezior(?:o|a|u|em|ze)
    gór(?:a|y|ę|ą) hotel(?:u|owi|em)? bar(?:u|em|ze)? kawiarni(?:a|i|ę|ą)? restauracj(?:a|i|ę|ą) piekarni(?:a|i|ę|ą)? muzeum teatr(?:u|em|ze)? kin(?:o|a|u|em|ie)
    film(?:u|em|ie)? powieś(?:ć|ci|cią) piosenk(?:a|i|ę|ą) album(?:u|em|ie)? orkiestr(?:a|y|ę|ą) chór(?:u|em|ze)? stadion(?:u|em|ie)? park(?:u|iem)? nagrod(?:a|y|ę|ą)
    puchar(?:u|em)? statek statk(?:u|iem|owi) prom(?:u|em|ie)? jacht(?:u|em|cie)? chorob(?:a|y|ie|ę|ą) zespół zespoł(?:u|em|owi) maraton(?:u|em|ie)? festiwal(?:u|em)?`),
  tr: oneOf(
    `(?:kulüp|kulüb|takım|sokak|sokağ|cadde|meydan|köprü|nehr|nehir|göl|dağ|otel|lokanta|restoran|fırın|müze|tiyatro|sinema|film|roman|şarkı|albüm|orkestra|koro|stadyum|stad|park|ödül|kupa|gemi|vapur|feribot|hastalık|hastalığ|sendrom|maraton|festival)(?:[ıiuü]|s[ıiuü])?(?:n(?:[ae]|[ıiuü]n?|d[ae]n?))?`,
  ),
  ar: oneOf(
    `(?:[وفبلك]|ال|وال|بال|لل|فال)?(?:نادي|فريق|شارع|ميدان|ساحة|جسر|نهر|بحيرة|جبل|فندق|مقهي|مطعم|مخبز|متحف|مسرح|سينما|فيلم|رواية|اغنية|البوم|اوركسترا|جوقة|ملعب|حديقة|جائزة|كاس|سفينة|عبارة|يخت|مرض|داء|متلازمة|ماراثون|مهرجان)`,
  ),
  fa: oneOf(`باشگاه تيم خيابان ميدان پل رود درياچه كوه هتل كافه رستوران نانوايي موزه تئاتر سينما فيلم رمان ترانه آلبوم اركستر ورزشگاه پارك جايزه جام كشتي بيماري
    سندرم ماراتن جشنواره`),
  he: oneOf(
    `[ובלמשכה]{0,2}(?:מועדון|קבוצת|רחוב|שדרות|כיכר|גשר|נהר|אגם|הר|מלון|קפה|מסעדת|מאפיית|מוזיאון|תיאטרון|קולנוע|סרט|רומן|שיר|אלבום|תזמורת|מקהלת|אצטדיון|פארק|פרס|גביע|אוניית|ספינת|מעבורת|מחלת|תסמונת|מרתון|פסטיבל)`,
  ),
};

/** Nouns of what has a title, with their endings: a series called after an army is no army. */
const WORKS: Readonly<Record<string, RegExp>> = {
  en: oneOf(`series sitcoms? games? videogames? musicals? operas? plays? novellas? comics? documentar(?:y|ies) docudramas? podcasts? westerns? thrillers? memoirs?
    paintings? ballads? singles? bands? tracks? exhibitions? apps? sequels? trilog(?:y|ies) poems? sculptures? ballets? blockbusters? boardgames? cartoons? anthems? biopics? soaps?`),
  ru: oneOf(`сериал(?:а|у|ом|е|ы|ов)? телесериал(?:а|у|ом|е)? игр(?:а|ы|е|у|ой) мюзикл(?:а|у|ом|е)? опер(?:а|ы|е|у|ой) пьес(?:а|ы|е|у|ой) повест(?:ь|и|ью) рассказ(?:а|у|ом|е)?
    комикс(?:а|у|ом|е)? подкаст(?:а|у|ом|е)? вестерн(?:а|у|ом|е)? триллер(?:а|у|ом|е)? боевик(?:а|у|ом|е)? мемуары картин(?:а|ы|е|у|ой) баллад(?:а|ы|е|у|ой) сингл(?:а|у|ом|е)?
    выставк(?:а|и|е|у|ой) приложени(?:е|я|ю|ем|и) трилоги(?:я|и|ю|ей) поэм(?:а|ы|е|у|ой) балет(?:а|у|ом|е)? мультфильм(?:а|у|ом|е)? спектакл(?:ь|я|ю|ем|е) книг(?:а|и|е|у|ой) драм(?:а|ы|е|у|ой)
    комеди(?:я|и|ю|ей) мелодрам(?:а|ы|е|у|ой) кинокартин(?:а|ы|е|у|ой) телешоу видеоигр(?:а|ы|е|у|ой) аниме скульптур(?:а|ы|е|у|ой) гимн(?:а|у|ом|е)?`),
  uk: oneOf(`серіал(?:у|ом|і|и|ів)? телесеріал(?:у|ом|і)? гр(?:а|и|і|у|ою) мюзикл(?:у|ом|і)? опер(?:а|и|і|у|ою) п['’ʼ]єс(?:а|и|і|у|ою) повіст(?:ь|і|ю) оповіданн(?:я|ю|ям|і)
    комікс(?:у|ом|і)? подкаст(?:у|ом|і)? вестерн(?:у|ом|і)? трилер(?:у|ом|і)? бойовик(?:а|у|ом|ові)? мемуари картин(?:а|и|і|у|ою) балад(?:а|и|і|у|ою) сингл(?:у|ом|і)? виставк(?:а|и|у|ою) виставці
    застосун(?:ок|ку|ком) трилогі(?:я|ї|ю|єю) поем(?:а|и|і|у|ою) балет(?:у|ом|і)? мультфільм(?:у|ом|і)? вистав(?:а|и|і|у|ою) книг(?:а|и|у|ою) книжк(?:а|и|у|ою) драм(?:а|и|і|у|ою) комеді(?:я|ї|ю|єю)
    стрічк(?:а|и|у|ою) кінострічк(?:а|и|у|ою) відеогр(?:а|и|і|у|ою) аніме скульптур(?:а|и|і|у|ою) гімн(?:у|ом|і)?`),
  de: oneOf(
    `\\p{L}*(?:serien?|spiels?|spiel(?:e|es)|musicals?|opern?|stücks?|stück(?:e|es)|novelle|comics?|dokumentation|podcasts?|westerns?|thrillers?|memoiren|gemälde|ballade|singles?|ausstellung|apps?|trilogie|gedichts?|balletts?|krimis?|dramas?|komödie|buch(?:s|es)?|hörspiels?|band|hymne)`,
  ),
  fr: oneOf(`séries? feuilletons? jeux? jeu comédies? opéras? pièces? nouvelles? bandes documentaires? podcasts? westerns? thrillers? mémoires tableaux? ballades? singles? expositions?
    applications? trilogies? poèmes? ballets? téléfilms? livres? drames? polars? spectacles? hymnes? courts? moyens? métrages?`),
  es: oneOf(`series? telenovelas? juegos? videojuegos? musicales? óperas? obras? cuentos? cómics? documentales? documental pódcasts? podcasts? wésterns? westerns? thrillers? memorias cuadros?
    baladas? sencillos? exposición exposiciones aplicación trilogías? poemas? ballets? telefilmes? libros? dramas? comedias? zarzuelas? himnos? cortometrajes? largometrajes? cortos?`),
  it: oneOf(`seri[ea] sceneggiat[oi] gioc(?:o|hi) videogioc(?:o|hi) musical oper[ae] commedi[ae] raccont[oi] fumett[oi] documentari[o]? podcast western thriller memorie quadr[oi] dipint[oi] ballat[ae]
    singol[oi] mostr[ae] app trilogi[ae] poem[ai] ballett[oi] telefilm libr[oi] dramm[ai] spettacol[oi] inn[oi] cortometraggi[o]? lungometraggi[o]? fiction pellicol[ae] cort[oi]`),
  pt: oneOf(`séries? telenovelas? novelas? jogos? videojogos? videogames? musicais musical óperas? peças? contos? documentários? podcasts? westerns? thrillers? memórias quadros? pinturas? baladas?
    singles? exposição exposições aplicação aplicativos? trilogias? poemas? ballets? balés? telefilmes? livros? dramas? comédias? hinos? minisséries? minissérie curtas? longas?`),
  pl: oneOf(`serial(?:u|owi|em|e|i)? gr(?:a|y|ze|ę|ą) musical(?:u|em)? oper(?:a|y|ze|ę|ą) sztuk(?:a|i|ę|ą) opowiadani(?:e|a|u|em) komiks(?:u|em|ie)? dokument(?:u|em|cie)? podcast(?:u|em)? western(?:u|em)?
    thriller(?:a|u|em)? wspomnienia obraz(?:u|em|ie)? ballad(?:a|y|ę|ą) singiel singl(?:a|em|u) wystaw(?:a|y|ie|ę|ą) aplikacj(?:a|i|ę|ą) trylogi(?:a|i|ę|ą) poemat(?:u|em)? balet(?:u|em)? książk(?:a|i|ę|ą)
    dramat(?:u|em)? komedi(?:a|i|ę|ą) spektakl(?:u|em)? hymn(?:u|em)? słuchowisk(?:o|a|u|iem)`),
  tr: oneOf(
    `(?:dizi|oyun|video|müzikal|opera|öykü|hikaye|çizgi|belgesel|podcast|western|gerilim|anı|tablo|balad|single|sergi|uygulama|üçleme|şiir|bale|kitab|kitap|dram|komedi|marş|albüm|piyes|heykel)(?:[ıiuü]|s[ıiuü])?(?:n(?:[ae]|[ıiuü]n?|d[ae]n?))?`,
  ),
  ar: oneOf(
    `(?:[وفبلك]|ال|وال|بال|لل|فال)?(?:مسلسل|لعبة|مسرحية|قصة|وثائقي|كتاب|ديوان|قصيدة|لوحة|اوبرا|معرض|تطبيق|شريط|برنامج|بودكاست|نشيد|ثلاثية|حكاية)`,
  ),
  fa: oneOf(
    `سريال بازي نمايش نمايشنامه داستان مستند كتاب شعر تابلو اپرا نمايشگاه برنامه پادكست سرود انيميشن منظومه تئاتر`,
  ),
  he: oneOf(
    `[ובלמשכה]{0,2}(?:סדרה|סדרת|משחק|מחזה|מחזמר|אופרה|סיפור|תעודה|ספר|שירה|ציור|תערוכה|תערוכת|אפליקציה|אפליקציית|פודקאסט|מערבון|טרילוגיה|המנון|נובלה|קומיקס|הצגה|הצגת)`,
  ),
};
