/**
 * Labels somebody typed after a name: `ISIL (organization banned in Russia)`. Told by their words alone,
 * or by the wordings of a register; whose label it is, is left to the caller.
 */
import { isParagraphEnd } from "./flow.ts";

export type TypedLabelAt = {
  /** Where `as` begins: the end of the mention. */
  readonly start: number;
  /** After the closing bracket. */
  readonly end: number;
  /** What stands inside the brackets. */
  readonly words: string;
  /** The exact characters, white space before the bracket included. */
  readonly as: string;
};

export type LabelReader = {
  /** The label that stands at a place of a text, white space before it allowed. */
  readonly at: (text: string, at: number) => TypedLabelAt | undefined;
  /** Whether words that stand by themselves, as in a note, are a label's. */
  readonly knows: (words: string) => boolean;
  /** Whether they are words the register prints, and not only shaped like a label. */
  readonly isWording: (words: string) => boolean;
};

/**
 * The label typed right after a mention that ends at `at` (its possessive and closing quotation mark included).
 * `wordings` are words a register prints; without them only the usual shapes of such labels are known.
 */
export function typedLabelAt(text: string, at: number, wordings: readonly string[] = []): TypedLabelAt | undefined {
  return readerOf(wordings).at(text, at);
}

/** A reader for many places: the wordings are folded once. */
export function labelReader(wordings: Iterable<string>): LabelReader {
  const known = new Set<string>();
  let longest = LONGEST_LABEL;
  let hasOddBrackets = false;
  for (const wording of wordings) {
    known.add(folded(wording));
    // Several jurisdictions print several wordings in one pair of brackets.
    longest = Math.max(longest, wording.length * 4);
    hasOddBrackets ||= /[()[\]]/.test(wording);
  }
  const isKnown = (words: string) => isKnownWording(folded(words.replace(ACRONYM_BEFORE, "")), known);
  const knows = (words: string) => isKnown(words) || looksLikeLabel(words);
  const nextClosing = closingBracketFinder();
  const at = (text: string, at: number) => {
    const open = openingBracketAfter(text, at);
    if (open === undefined || nextClosing(text, open) > open + longest) return undefined;
    const closes = closingBracketsAfter(text, open, longest, hasOddBrackets);
    const close = closes.all.find((close) => isKnown(text.slice(open + 1, close))) ?? closes.balanced;
    const words = close === undefined ? "" : text.slice(open + 1, close);
    if (close === undefined || !knows(words)) return undefined;
    if (!isKnown(words) && holdsLabel(words, knows)) return undefined;
    return { start: at, end: close + 1, words: words.trim(), as: text.slice(at, close + 1) };
  };
  return {
    at,
    knows: (words) => isKnown(words) || (looksLikeLabel(words) && !goesOnAfterLabel(words, knows)),
    isWording: isKnown,
  };
}

/**
 * `(banned in Russia) ITS MEN WERE`: a line that says its label in brackets and goes on is no note but text, whose names
 * are somebody's to label. In capitals every word looks like a name, which a label may hold.
 */
function goesOnAfterLabel(words: string, knows: (words: string) => boolean): boolean {
  const last = [...words.matchAll(/[([]([^()[\]]*)[)\]]/g)].findLast(([, inside = ""]) => knows(inside));
  if (!last) return false;
  const rest = words.slice(last.index + last[0].length);
  return /[\p{L}\p{N}]/u.test(rest) && !knows(rest);
}

/** `(RDM (banned in Russia))`: an aside about who is labelled in it, and no label itself. */
function holdsLabel(words: string, knows: (words: string) => boolean): boolean {
  return [...words.matchAll(/[([]([^()[\]]*)[)\]]/g)].some(([, inside = ""]) => knows(inside));
}

// The longest usual label, the agent's own notice, is about 250 characters.
const LONGEST_LABEL = 400;
// `(ISIL, organization banned in Russia)`: the acronym of the name stands in the label.
const ACRONYM_BEFORE = /^\s*\p{Lu}[\p{Lu}\p{N}-]{1,11},\s+/u;
const readers = new WeakMap<readonly string[], LabelReader>();

function readerOf(wordings: readonly string[]): LabelReader {
  let reader = readers.get(wordings);
  if (!reader) {
    reader = labelReader(wordings);
    readers.set(wordings, reader);
  }
  return reader;
}

const SPACE = /\s/;
// More white space than a line break and its indentation is a gap, not a place for a label.
const WIDEST_GAP = 40;

function openingBracketAfter(text: string, at: number): number | undefined {
  let breaks = 0;
  for (let place = at; place < text.length && place - at < WIDEST_GAP; place++) {
    const sign = text.charAt(place);
    if (sign === "(" || sign === "[") return place;
    if (sign === "\n") breaks++;
    if (!SPACE.test(sign) || breaks > 1 || sign === "\u2029") return undefined;
  }
  return undefined;
}

/** The next closing bracket of a kind; asked again nearby, the text is not searched again. */
function closingBracketFinder(): (text: string, open: number) => number {
  const round = { text: "", from: 0, found: -1 };
  const square = { text: "", from: 0, found: -1 };
  return (text, open) => {
    const [last, sign] = text.charAt(open) === "(" ? [round, ")"] : [square, "]"];
    if (last.text !== text || open < last.from || open > last.found) {
      const found = text.indexOf(sign, open);
      Object.assign(last, { text, from: open, found: found === -1 ? Number.POSITIVE_INFINITY : found });
    }
    return last.found;
  };
}

/** Where the bracket may close: the one that balances it, and others nearby when a wording holds odd ones itself. */
function closingBracketsAfter(
  text: string,
  open: number,
  longest: number,
  isOdd: boolean,
): { all: number[]; balanced: number | undefined } {
  const [opening, closing] = text.charAt(open) === "(" ? ["(", ")"] : ["[", "]"];
  const all: number[] = [];
  let depth = 0;
  let balanced: number | undefined;
  const limit = Math.min(text.length, open + longest);
  for (let place = open; place < limit && (isOdd || balanced === undefined); place++) {
    const sign = text.charAt(place);
    if (isParagraphEnd(text, place)) break;
    if (sign === opening) depth++;
    if (sign !== closing) continue;
    all.push(place);
    if (--depth === 0) balanced ??= place;
  }
  return { all, balanced };
}

function isKnownWording(words: string, known: ReadonlySet<string>): boolean {
  if (known.has(words)) return true;
  if (!words.includes("; ")) return false;
  const parts = words.split("; ");
  // A wording may hold a semicolon itself, so the longest run of parts that is known counts.
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from && !known.has(parts.slice(from, to).join("; "))) to--;
    if (to === from) return false;
    from = to;
  }
  return true;
}

/** Letters alike: composed, ё as е, one kind of space, apostrophe and hyphen, any case. */
function folded(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/ё/g, "е")
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[‐‑–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Whether the words of a bracket have the shape of a label. Every word must belong to the language of labels (or be
 * a name), and together they must say a ban, a status, or one of the two registers that are labels by themselves.
 */
export function looksLikeLabel(words: string): boolean {
  if (words.length > LONGEST_LABEL) return false;
  const tokens = words.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+(?:[-‐‑'’.][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const said = tokens.map(folded);
  if (!tokens.every((token, n) => isLabelWord(token, said[n] ?? ""))) return false;

  const line = said.join(" ");
  const organisation = said.some((word) => ORGANISATION.test(word));
  const barred = said.some((word) => BARRED.test(word));
  if (barred && (organisation || namesCountry(line))) return true;
  if (said.some((word) => STATUS.test(word)) && (said.some((word) => TERROR.test(word)) || AGENT.test(line)))
    return true;
  return AGENT.test(line) && !said.some((word) => NARRATES.test(word));
}

function isLabelWord(token: string, said: string): boolean {
  if (/^\p{Lu}/u.test(token) || /^\p{N}+$/u.test(token)) return true;
  return [BARRED, STATUS, TERROR, ORGANISATION, FILLER].some((words) => words.test(said));
}

const anyOf = (...alternatives: readonly string[]) => new RegExp(`^(?:${alternatives.join("|")})$`, "u");

const BARRED = anyOf(
  "banned|prohibited|proscribed|outlawed|forbidden|blacklisted|illegal|liquidated|suspended",
  "(?:запрещ|воспрещ)ен(?:а|о|ы|н\\p{L}+)?|ликвидирован(?:а|о|ы|н\\p{L}+)?|вне",
  "заборонен(?:а|о|і|ий|ої|ою|у|ого|ому|им|их)?",
  "verboten(?:e|en|er|es|em)?|untersagt(?:e|en|er|es|em)?",
  "interdit(?:e|s|es)?|proscrit(?:e|s|es)?|bannie?s?",
  "(?:ال)?محظور(?:ة|ه)?|(?:ال)?ممنوع(?:ة|ه)?",
  "prohibid[oa]s?|proscrit[oa]s?|ilegalizad[oa]s?|proibid[oa]s?|banid[oa]s?|vietat[aeio]|proibit[aeio]|proscritt[aeio]|bandit[aeio]|il?legale?s?",
  "zakazan\\p{L}+|zdelegalizowan\\p{L}+|nielegaln\\p{L}+|yasak(?:l\\p{L}+)?",
  "غیرقانونی|ה?אסור(?:ה|ים|ות)?|ש?נאסר(?:ה|ו)?|מחוץ",
);
const STATUS = anyOf(
  "designated|recogni[sz]ed|declared|listed|deemed|classified|labell?ed|considered|registered|named|included|added|entered",
  "(?:признан|объявлен|внесен|включен)(?:а|о|ы|н\\p{L}+)?|признаваем\\p{L}+|(?:визнан|оголошен|внесен)(?:а|о|і|ий|ою|ої)?",
  "eingestuft(?:e|en|er|es|em)?|anerkannt(?:e|en|er|es|em)?|gelistet(?:e|en|er|es|em)?|erklärt(?:e|en|er|es|em)?",
  "reconnue?s?|désignée?s?|classée?s?|inscrite?s?|déclarée?s?",
  "(?:ال)?مصنف(?:ة)?|(?:ال)?مدرج(?:ة)?|المعترف|معترف|تعتبر",
  "(?:designad|declarad|reconocid|reconhecid|considerad|incluid|incluíd|calificad|classificad)[oa]s?|(?:designat|dichiarat|riconosciut|considerat|inserit|inclus)[aeio]",
  "(?:uznan|uznawan|wpisan|ogłoszon)\\p{L}+|tanınan|ilan|sayılan|kabul|tanımlan\\p{L}+",
  "شناخته|اعلام|ה?(?:מוכר|מוגדר|מוכרז)(?:ת|ים|ות)?|ש?(?:הוכרז|הוגדר)(?:ה|ו)?",
);
const TERROR = anyOf(
  "terrorists?|terrorism|extremists?|extremism|undesirable|unwanted",
  "(?:террорист|экстремист|терорист|екстреміст)\\p{L}+|(?:терроризм|экстремизм)\\p{L}*|нежелательн\\p{L}+|небажан\\p{L}+",
  "terroristisch\\p{L}*|extremistisch\\p{L}*|unerwünscht\\p{L}*|terror\\p{L}*",
  "terroristes?|extrémistes?|indésirables?",
  "(?:ال)?[إا]رهابي(?:ة|ه)?|(?:ال)?متطرف(?:ة|ه)?",
  "terroristas?|terrorismo|extremistas?|extremismo|indeseables?|indesejáve(?:l|is)|terrorist(?:ic)?[aeio]|terroristiche|estremist\\p{L}+|indesiderat[aeio]",
  "terroryst\\p{L}+|ekstremist\\p{L}+|niepożądan\\p{L}+|terör\\p{L}*|aşırılıkçı|istenmeyen",
  "تروریستی?|افراطی|نامطلوب|ה?טרור|טרוריסט\\p{L}*|קיצונ\\p{L}+",
);
const ORGANISATION = anyOf(
  "org|organi[sz]ations?|organi[sz]ation's|groups?|group's|movements?|part(?:y|ies)|associations?|entit(?:y|ies)|networks?|groupings?|structures?|compan(?:y|ies)|outlets?|formations?|units?|militias?|activit(?:y|ies)",
  "(?:организаци|группировк|движени|парти|объединени|сообществ|структур|компани|формировани|издани|корпораци|деятельност)\\p{L}*|групп(?:а|ы|е|у|ой)|сми|(?:террор)?организаци\\p{L}*|соцсет\\p{L}*",
  "(?:організаці|угрупован|угрупуван|рух|парті|об'єднан|діяльн)\\p{L}*",
  "organisation(?:en)?|vereinigung(?:en)?|gruppe|gruppierung(?:en)?|bewegung|partei|terrororganisation",
  "groupes?|mouvements?|partis?|associations?|activités?",
  "(?:ال)?(?:منظمة|تنظيم|جماعة|حركة|حزب|جمعية|أنشطتها|نشاطها)",
  "organizaci(?:ón|ones)|grupos?|movimientos?|partidos?|asociaci(?:ón|ones)|entidad(?:es)?|actividad(?:es)?|organizaç(?:ão|ões)|movimentos?|associaç(?:ão|ões)|entidades?|atividades?",
  "organizzazion[ei]|grupp[oi]|moviment[oi]|partit[oi]|associazion[ei]|attività|organizacj\\p{L}+|ugrupowani\\p{L}+|grup\\p{L}*|stowarzyszeni\\p{L}+|działalnoś\\p{L}+",
  "örgüt\\p{L}*|hareket\\p{L}*|kuruluş\\p{L}*|teşkilat\\p{L}*|faaliyet\\p{L}*|سازمان|گروهک?|جنبش|فعالیت|כ?(?:ארגון|ארגוני|קבוצת|קבוצה|תנועת|תנועה|עמותה|מפלגה)|פעילות\\p{L}*",
);
const FILLER = anyOf(
  "an?|the|this|its?|their|and|or|in|on|of|by|as|for|to|at|under|within|throughout|from|since|until|with|whose|which|that|who|is|are|has|have|been|being|also|known|formerly|now|then|currently|officially|legally|territory|country|court|supreme|decision|ruling|law|laws|list|register|activity|activities|work|militant|radical|islamist|jihadist|armed|religious|public|non-governmental|international|foreign|agents?|media|social|owned|belongs|belonging|parent|affiliated|product|service|aka|several|many|other|countries|states|federal|national|government|both|all|editor(?:'s|s)?|ed|note",
  "и|или|в|во|на|с|со|по|о|об|за|как|также|кратко|далее|ранее|бывш\\p{L}+|котор\\p{L}+|чья|чье|чьи|ее|его|их|она|оно|они|это|является|бывш|были|была|территори\\p{L}+|стран\\p{L}*|решени\\p{L}+|суд\\p{L}*|верховн\\p{L}+|городск\\p{L}+|районн\\p{L}+|областн\\p{L}+|мировой|закон\\p{L}*|российск\\p{L}+|федераци\\p{L}+|реестр\\p{L}*|список|списк\\p{L}+|перечень|перечн\\p{L}+|минюст\\p{L}*|выполня\\p{L}+|функци\\p{L}+|иностранн\\p{L}+|иноагент\\p{L}*|агент\\p{L}*|год\\p{L}*|г|лиц\\p{L}*|физическ\\p{L}+|юридическ\\p{L}+|средств\\p{L}*|массов\\p{L}+|информаци\\p{L}+|принадлеж\\p{L}+|владел\\p{L}+|социальн\\p{L}+|сет\\p{L}+|международн\\p{L}+|прим|примечани\\p{L}+|ред|редакци\\p{L}+|здесь|оба|обе|все|общественн\\p{L}+|религиозн\\p{L}+|неправительственн\\p{L}+|некоммерческ\\p{L}+|запрет\\p{L}*|ряд\\p{L}*|других|рф|россии|сша|осуществля\\p{L}+|материнск\\p{L}+",
  "та|або|у|в|на|території|країни|діяльність|якої|яка|який|іноземн\\p{L}+|агент\\p{L}*|судом|рішенням|рф|росії|як",
  "in|im|auf|dem|der|die|das|des|den|eine?|einer|als|und|oder|von|vom|durch|ist|sind|wird|wurde|gebiet|staatsgebiet|deren|tätigkeit|gericht|russischen?|ausländisch\\p{L}*|agent\\p{L}*|seit",
  "en|au|aux|du|de|des|la|le|les|un|une|et|ou|par|sur|comme|dont|sont|est|territoire|l'organisation|l'activité|d'organisation|fédération|russe|agents?|étrangers?|l'étranger|depuis|terroriste",
  "في|من|على|إلى|قبل|كـ|ك|كمنظمة|كجماعة|باعتبارها|بوصفها|أنها|انها|بأنها|بها|أراضي|اراضي|الأراضي|الاتحاد|(?:ال)?روسي(?:ا|ة)?|دولة|و|عميل|(?:ال)?[أا]جنبي|محكمة|المحكمة|العليا|قرار|بقرار|القانون|وتنظيم|وحظر",
  "el|los|las|un[oa]?|y|e|o|del|por|como|cuy[ao]s?|que|está|es|ha|sido|territorio|país(?:es)?|otr[oa]s|vari[oa]s|federación|rus[ao]|extranjer[oa]s?|ley|también|lista|corte|armad[oa]|yihadista|islamista",
  "os|as|uma?|em|n[oa]s?|d[oa]s?|pel[oa]|cuj[ao]s?|é|território|outr[oa]s|vári[oa]s|federação|russ[ao]|estrangeir[oa]s?|lei|também|supremo|jihadista",
  "il|lo|gli|nel|nella|di|dal|dalla|da|per|come|cui|che|è|sono|stat[oa]|paes[ei]|altri|altre|molti|vari|tribunale|federazione|russa|agent[ei]|stranier[oi]|legge|anche|elenco|jihadist[ao]",
  "w|we|na|i|oraz|lub|z|za|przez|jako|której|którego|jest|są|został[ao]?|terenie|terytorium|kraju|krajach|innych|wielu|sąd|federacji|rosyjskiej|agent\\p{L}*|zagraniczn\\p{L}+|także",
  "ve|veya|ile|bir|olarak|olan|tarafından|ülke\\p{L}*|topraklarında|diğer|bazı|mahkeme\\p{L}*|kararıyla|federasyonu\\p{L}*|edilen|edilmiş|ajan|yabancı|da",
  "در|از|به|که|است|عنوان|شده|سوی|توسط|خاک|قلمرو|کشور|کشورهای|دیگر|فدراسیون|روسیه|دادگاه|عالی|حکم|قانون|عامل|خارجی|گرا|آن",
  "של|על|ידי|פי|גם|חוק|לחוק|בחוק|שהוצא(?:ה|ו)?|הוצא(?:ה|ו)?|בית|המשפט|העליון|מדינות|ובמדינות|אחרות|נוספות|הפדרציה|הרוסית|בשטח|סוכן|זר|אשר|היא|הוא|ב?רוסיה",
  "russia|russian|федеральн\\p{L}+",
);
/** Told as news rather than as a label. */
const NARRATES = anyOf("was|were|said|became|had|был[аио]?|стал[аио]?|сказал[аи]?");
const AGENT = new RegExp(
  [
    "(?:^| )foreign agents?(?:$| )|(?:^| )undesirable (?:foreign )?(?:organi[sz]ation|group|entity)",
    "(?:^| )(?:сми-)?иностранн\\p{L}+ агент|иноагент|нежелательн\\p{L}+ (?:\\p{L}+ )?организаци|іноземн\\p{L}+ агент|небажан\\p{L}+ організаці",
    "(?:^| )ausländische[rn]? agent|unerwünschte organisation|(?:^| )agents? (?:étranger|de l'étranger)|organisation indésirable|عميل [أا]جنبي",
    "(?:^| )(?:agentes? (?:extranjero|estrangeiro)|agent[ei] stranier[oi]|agent\\p{L}* zagraniczn|zagraniczn\\p{L}+ agent|yabancı ajan|عامل خارجی|סוכן זר)",
    "organización indeseable|organização indesejável|organizzazione indesiderata|organizacj\\p{L}+ niepożądan|niepożądan\\p{L}+ organizacj|istenmeyen (?:örgüt|kuruluş)",
  ].join("|"),
  "u",
);

// Without a noun for the organisation only a country makes "banned in …" a label: an athlete is banned in Rio, too.
const COUNTRY = [
  "russia\\p{L}*|rf|рф|росси\\p{L}+|росії|russland|russie|روسيا|الاتحاد الروسي|federation|федераци\\p{L}+|fédération",
  "ukraine|украин\\p{L}+|україні|belarus|белорус\\p{L}+|беларус\\p{L}+|kazakhstan|казахстан\\p{L}*|kyrgyzstan|ки?ы?рг[иы]з\\p{L}+|tajikistan|таджикистан\\p{L}*|uzbekistan|узбекистан\\p{L}*|turkmenistan|туркмени\\p{L}+|armenia|армени\\p{L}+|azerbaijan|азербайджан\\p{L}*|georgia|грузи\\p{L}+|moldova|молд\\p{L}+",
  "uk|u\\.k|britain|britai\\p{L}+|великобритани\\p{L}+|germany|deutschland|allemagne|германи\\p{L}+|фрг|france|frankreich|франци\\p{L}+|eu|union|ес|евросоюз\\p{L}*|europe|европ\\p{L}+|usa?|u\\.s|u\\.s\\.a|states|сша|canada|канад\\p{L}+|australia|австрали\\p{L}+|israel|израил\\p{L}+|turkey|türkiye|türkei|turquie|турци\\p{L}+|india|инди\\p{L}+|pakistan|пакистан\\p{L}*|china|кита\\p{L}+|egypt|египт\\p{L}*|iran|иран\\p{L}*|iraq|ирак\\p{L}*|syria|сири\\p{L}+|emirates|uae|оаэ|spain|испани\\p{L}+|austria|österreich|австри\\p{L}+|countries|стран\\p{L}*|kingdom|королевств\\p{L}+|مصر|سوريا|العراق|الإمارات|السعودية|تركيا|ألمانيا|فرنسا",
  "rusia|rússia|rosji|روسیه|ucrania|ucrânia|ucraina|ukrainie|اوکراین|estados unidos|stati uniti|stanach zjednoczonych|آمریکا|eua|eeuu|reino unido|regno unito|wielkiej brytanii|بریتانیا|alemania|alemanha|germania|niemczech|آلمان|españa|espanha|spagna|hiszpanii|francia|frança|francji|italia|włoszech|polsce|brasil|brazylii|portugal|unión europea|união europeia|unione europea|unii europejskiej|turquía|turquia|turchia|turcji|ترکیه|ایران",
].join("|");
const NAMED_COUNTRY = new RegExp(
  `(?:^| )(?:in|within|throughout|by|of|under|on|at|в|во|у|на|по|законом|законодательством|судом|суда|im|en|au|aux|em|na|no|nella|nell|negli|nei|nos|w|we|در|في|قبل)(?: (?:the|el|los|todo|toda|der|la|le|all|many|several|ряде|territory|территории|території|russian|российской|أراضي|gebiet|territorio|território|terenie|terytorium|خاک)){0,2} (?:of |of the |de la |de |da |della |der )?(?:${COUNTRY})(?:$| )`,
  "u",
);

// Turkish says it with an ending, Hebrew with a letter in front.
const IN_A_COUNTRY =
  /(?:^| )(?:(?:rusya|ukrayna|türkiye|almanya|fransa|abd|israil|iran|ingiltere|avrupa birliği|rusya federasyonu)'(?:n?da|de|nde)|ב(?:רוסיה|אוקראינה|ישראל|גרמניה|צרפת|בריטניה|טורקיה|איראן|ארצות הברית))(?:$| )/u;

function namesCountry(line: string): boolean {
  return NAMED_COUNTRY.test(line) || IN_A_COUNTRY.test(line);
}
