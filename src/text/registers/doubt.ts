/** Names of foreign lists that could be something else in a text: they are proposed to be asked about, never labelled unasked. */
import { baseLanguage } from "../labels/forms.ts";
import { saysItBearsArms, saysItsKind } from "../labels/kinds.ts";
import type { NameDoubt, NameKind } from "../labels/register.ts";

// `IS`, `ПЛК`, `KORA`: as many letters as a word has, or a road, a league and a bank elsewhere.
const SHORTEST_ACRONYM = 5;
const SHORTEST_WORD = 5;

/** Why a name ought to be asked about; nothing for one that can hardly be anything else. */
export function doubtAbout(text: string, language: string, kind: NameKind): NameDoubt | undefined {
  // A joint that nobody sees is part of a word.
  const words = text.replaceAll("\u200c", "").match(/[\p{L}\p{M}\p{N}’']+/gu) ?? [];
  const letters = text.replace(/[^\p{L}\p{N}]/gu, "").length;
  const isCapitals = text === text.toUpperCase() && text !== text.toLowerCase();
  const isAcronym = isCapitals || kind === "acronym";
  if (letters < (isAcronym ? SHORTEST_ACRONYM : SHORTEST_WORD)) return "short";
  // Letters with figures are a road or a product, too.
  if (isAcronym && letters === SHORTEST_ACRONYM && /\p{N}/u.test(text)) return "short";
  const own = ORDINARY.get(baseLanguage(language)) ?? NONE;
  // One word that stands in every dictionary; several are told apart by the capitals they are registered with.
  const known = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  if (known.length === 1 && isOrdinary(known[0] ?? "", own)) return "ordinary-word";
  if (known.length === 1 && !isCapitals && isSurname(known[0] ?? "")) return "surname";
  // No list of words or of family names is complete, and a single word may always be one of them.
  if (
    known.length === 1 &&
    !isCapitals &&
    /^[\p{L}\p{M}]+$/u.test(known[0] ?? "") &&
    words.length === text.split(/[\s]+/u).length
  )
    return "one-word";
  // Villages, ships and films bear names of a few words; hardly one says that it is an army or a council.
  const isNumbered = known.some((word) => /\p{Nd}{3}/u.test(word));
  if (!isCapitals && !isNumbered && known.length <= FEW_WORDS && !saysItsKind(text, language))
    return "unlike-organisation";
  // Brigades of firemen come on the 29th of August, too.
  if (known.length <= FEW_WORDS && /\p{Nd}/u.test(text) && !isNumbered) return "shared-kind";
  // A company, a team or a ministry may be the `Ostrelle Group` and the `Sovereign Command`, too; hardly one is an army.
  if (!isCapitals && !isNumbered && known.length <= 2 && !QUOTED.test(text) && !saysItBearsArms(text, language))
    return "shared-kind";
  return undefined;
}

const FEW_WORDS = 3;
// Рух «Поріг»
const QUOTED = /[«“„"]/u;

function isOrdinary(word: string, own: ReadonlySet<string>): boolean {
  const small = word.toLowerCase();
  return own.has(small) || own.has(small.replace(/s$/, ""));
}

/** Endings that family names have and organisations seldom. */
function isSurname(word: string): boolean {
  return (
    /^\p{Lu}\p{L}{2,}(?:ov|ova|ev|eva|enko|ski|sky|ska|skaya|vich|ić|ian|yan|son|sen|ez|dze|shvili|oğlu|oglu|zadeh|pour)$/u.test(
      word,
    ) ||
    /^\p{Lu}\p{L}{2,}(?:ов|ова|ев|ева|ин|ина|енко|ский|ская|ской|вич|ян|дзе|швили|оглы|чук|юк|ко)$/u.test(word) ||
    FAMILY_NAMES.has(word.toLowerCase())
  );
}

const NONE: ReadonlySet<string> = new Set();
const words = (list: string) => new Set(list.split(/\s+/));

const SMALL_WORDS = words(
  "the a an of and for in el al la las le les los il lo i gli o os as der die das den und et y e de du des da do del ال",
);

const FAMILY_NAMES =
  words(`adams ahmad ahmed ali amin ansari aziz brown clark cohen davis evans garcia ghani hall hamid haq
  haqqani harris hassan hussein hussain ibrahim jackson jamal johnson jones karim khan king lewis lopez mahdi mahmood mahmoud
  malik martin martinez miller moore mohamed mohammed muhammad mustafa naqvi nasser omar osman qasim rahman rashid rezaei rodriguez
  roberts robinson said salah saleh salim sharif singh smith taylor thomas turner walker white williams wilson wright yusuf`);

/** Words of news and of names, of which one alone is none. */
const ORDINARY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "en",
    words(`action advance aid alliance ally answer arm army arrow assembly association banner base battalion beacon bear blood
      border bridge brigade brother brotherhood call camp campaign cause cell centre center century challenge champion change charity
      choice citizen city clan column comet command committee community company congress conquest contact core corps council
      country courage cross crown dawn day defence defense democracy desert destiny dignity direct division dragon dream duty eagle
      earth east echo effort empire end enterprise equality era eternal event evolution exchange faith falcon fall family fate
      father federation fellowship fight fire first flame flag focus force forest fortress forum forward foundation freedom
      friend front frontier future galaxy garden gate generation giant globe glory goal grace group guard guardian guide hammer
      hand harbour harbor harvest haven heart heritage hero home honour honor hope horizon house human idea identity impact
      independence initiative insight institute integrity island joy judgement judgment justice key king kingdom knight land law
      leader league legacy legion liberation liberty life light lightning lion lotus love loyalty memorial memory mercy message
      meta minority mirror mission moment moon morning mother mountain movement museum nation nature network new night north nova oasis ocean order
      organisation organization origin orient party passage path patriot peace people phoenix pilgrim pioneer planet platform pledge
      point power prayer present pride progress project promise prophet protest pulse purpose quest radio rally ranger reason
      rebel red reform refuge relief renewal renaissance republic rescue resistance resolve revival revolt revolution rise river
      road rock root rose salvation school sea section sentinel service shadow shield signal sister solidarity son soul south
      sovereign spark spear spirit spring square stand standard star state steel storm strength strike struggle student sun
      support sword tempest temple thunder tiger time today tomorrow torch tower tradition tribe tribune triumph trust truth
      unit union unity universe valley valour vanguard venture victory vigilance village virtue vision voice volunteer wall war
      warrior watch water wave way web west will wind wing wisdom wolf word work world youth zenith`),
  ],
  [
    "ru",
    words(`азов армия атака база барс батальон башня берег битва благо боец борьба братство братья бригада будущее буря вера весна ветер вече
      взгляд воин воля восток восход вперёд время выбор выход гвардия герой гнев голос гора город граница гром группа движение дело день держава добро
      долг дом дорога дружба дружина дух единство жизнь завет закон заря защита звезда земля зима знамя знание идея изгой истина источник
      камень клан клич клуб ключ книга комета корпус край крепость круг крылья лагерь лев легион лига лидер луна маяк мемориал мета меч мир
      миссия молния молодёжь море мост музей мысль надежда народ наследие нация начало небо новость огонь океан опора орден орёл остров ответ отечество
      отряд партия патриот пламя победа подвиг поиск помощь порядок посольство правда право призыв природа прогресс протест путь рассвет рать
      ратник рада регион родина рост рубеж русь рысь рыцарь свет свобода свет север семья сеть сила сектор служба собор совет сокол солнце сопротивление союз
      спарта спасение справедливость степь стена стрела судьба сфера театр тигр традиция ударник успех утро факел фонд форум фронт
      центр час честь шаг школа шторм штурм щит эхо эра юг юность ястреб`),
  ],
  [
    "uk",
    words(`азов армія база беркут битва боротьба братство весна вибір віра воля восход голос громада група дія день дім довіра допомога дорога дух
      єдність життя захист зірка зима земля знання ідея край круг легіон ліга лідер майбутнє маяк меморіал мета меч мир місія молодь море міст надія народ небо
      опора орден орел острів відповідь партія перемога полум'я поступ правда право протест рада ранок рух свято сектор світанок світло світ свобода сила
      сокіл сонце спадок спілка справа схід тигр традиція фонд фронт центр честь час шлях школа щит`),
  ],
  [
    "de",
    words(`adler angriff anker arbeit aufbruch banner basis berg bewegung brücke bund bündnis dienst einheit erbe falke feuer flamme
      freiheit frieden front fortschritt gemeinschaft gerechtigkeit gruppe hand haus heimat herz hilfe hoffnung insel jugend kampf kraft
      kreis kreuz land leben legion leuchtturm licht liga löwe macht meer mission mond morgen mut nation netz netzwerk norden orden osten
      partei phönix quelle ring ruf schild schule schwert sieg sonne stern stimme sturm süden tag tat treue turm union verein volk vorhut
      wache wacht wahrheit weg welle welt werk westen wille wind wolf zeit zentrum zukunft`),
  ],
  [
    "fr",
    words(`action aide aigle aile alliance appel armée aube avenir avant base bataille bouclier brigade camp cause centre cercle chemin
      chêne ciel cité clan combat comité conscience corps coeur cœur croix défense devoir droit éclair école élan épée équipe espoir esprit étoile
      étendard fidélité flamme foi fondation force forum foyer fraternité front garde génération glaive groupe héritage honneur horizon
      idée île jeunesse jour justice légion liberté ligue lion lumière main maison marche matin mémoire mission monde mouvement nation
      nuit oeuvre ordre paix parti patrie peuple phare pont pouvoir printemps progrès racine rassemblement réseau réveil révolution route
      salut secours solidarité soleil source tempête temps terre tigre tour tradition union unité vague vérité vent vertu vie voie voix volonté`),
  ],
  [
    "es",
    words(`acción águila alba alianza amanecer amor apoyo armada aurora ayuda base bandera batalla brigada camino campo causa centro
      círculo ciudad combate consejo corazón cruz defensa derecho deber esperanza espada espíritu estrella escudo escuela fe faro
      familia frente fuego fuerza fundación futuro grupo guardia hermandad hogar honor horizonte idea isla joven juventud justicia legión
      león ley libertad liga lucha luna luz mano mañana mar memoria misión mundo nación noche orden palabra partido patria paz
      progreso pueblo puente raíz red resistencia revolución rumbo salud sendero sol sur sueño tierra tigre tradición unidad unión
      valor verdad victoria vida viento voz`),
  ],
  [
    "it",
    words(`aiuto alba alleanza ala appello aquila aurora azione bandiera base battaglia brigata campo causa centro cerchio cammino casa cielo
      città croce cuore difesa dovere domani fede fiamma fondazione forza fronte fuoco futuro giustizia giovani gruppo guardia idea
      isola lega legione leone libertà lotta luce luna mano mare memoria missione mondo movimento nazione notte onda onore ordine pace
      partito patria popolo ponte progresso radice rete rivolta sangue scudo scuola sole speranza spada spirito stella strada terra
      tigre torre tradizione unione unità vento verità vita vittoria voce volontà`),
  ],
  [
    "pt",
    words(`ação águia ajuda aliança alvorada amanhã apelo aurora bandeira base batalha brigada caminho campo causa centro círculo cidade
      coração cruz defesa dever direito escola escudo espada esperança espírito estrela fé família farol fogo força frente fundação futuro grupo
      guarda honra horizonte ideia ilha justiça juventude leão legião lei liberdade liga lua luta luz mão mar memória missão mundo
      nação noite onda ordem partido paz pátria povo ponte progresso raiz rede revolução rumo sol sonho terra tigre torre união unidade valor verdade
      vento vida vitória vontade voz`),
  ],
  [
    "pl",
    words(`akcja armia baza bitwa braterstwo brzask cel centrum czas czyn dom droga duch dzień fala falanga front fundacja głos
      gwiazda gwardia honor horyzont idea jedność jutro klub krąg krzyż las latarnia legion liga lew lud ład łuna miecz misja młodość
      moc morze most nadzieja naród niebo niepodległość noc obóz obrona odwaga ogień ojczyzna orzeł ostoja partia płomień pokój pomoc postęp prawda
      prawo przyszłość rada ruch siła słońce sojusz sprawa sprawiedliwość strażnik straż szkoła szlak świat światło świt tarcza tradycja unia walka wiara wiatr
      wilk wola wolność wspólnota zew związek zwycięstwo życie`),
  ],
  [
    "tr",
    words(`adalet adım akın ateş atılım aydınlık barış bayrak birlik çağrı çözüm dağ dalga dava deniz direniş doğu dünya emek
      eylem fener gelecek gençlik güç gün güneş güney halk hareket hayat hedef hilal hizmet ışık inanç kale kalkan kan kapı kartal
      kılıç kol kurt kurtuluş kuzey merkez meşale millet mücadele ocak ordu öncü özgürlük rüzgar sancak ses sevgi şafak toprak
      umut ülkü vatan vakıf yarın yaşam yıldız yol yurt zafer zaman`),
  ],
  [
    "ar",
    words(`أمل الأمل الأمة أمة الإصلاح الأنصار أنصار البيت البناء التحرير التغيير التوحيد الثورة الجبهة جبهة الجهاد الجيل حزب الحزب الحرية الحق
      الحقيقة الحياة الدعوة الرسالة السلام الشباب شباب الشعب الشمس الصحوة الصمود الطريق الطليعة العدالة العهد الفتح فتح الفجر فجر القاعدة قاعدة
      القدس القلم الكرامة المستقبل المقاومة الميثاق المنار الموقف النجدة النجم النداء النصر نصر النهضة نهضة النور نور الهدى الهلال الوحدة وحدة الوطن وطن
      الوعد الولاء اليقظة`),
  ],
  [
    "fa",
    words(
      "آزادی آینده آرمان اتحاد امید انقلاب ایمان برادری بیداری پایگاه پرچم پیام پیروزی پیشرفت توحید جبهه جنبش جهان جوانان حزب حق خانه خورشید داد راه رهایی روشنایی زندگی سپاه ستاره صلح عدالت فردا فجر قیام کار مردم مقاومت ملت مهر میهن ندا نجات نور وحدت وطن",
    ),
  ],
  [
    "he",
    words(
      "אור אחדות אמונה אמת ארץ בית ברית גשר דגל דור דרך הגנה המחר הצלה התקווה חופש חירות חזון חיים חרב יום כוח כוכב לב מגן מאבק מגדל מולדת מחנה מחר משפחה נוער נתיב נצח עזרה עם עתיד צדק קול רוח שביל שחר שלום שמש תקווה תנועה",
    ),
  ],
]);
