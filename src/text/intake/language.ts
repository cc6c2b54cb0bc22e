/** Which language copy is in, told by its script and its smallest words. */

const LETTERS_LOOKED_AT = 20_000;

/** BCP 47 code of the language a text reads as, however little speaks for it; nothing when it cannot be told. */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, LETTERS_LOOKED_AT);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  // By what is left without them: nothing is made of each run of letters.
  const letters = (runs: RegExp) => sample.length - sample.replaceAll(runs, "").length;
  const latin = letters(/\p{Script=Latin}+/gu);
  const cyrillic = letters(/\p{Script=Cyrillic}+/gu);
  const arabic = letters(/\p{Script=Arabic}+/gu);
  const hebrew = letters(/\p{Script=Hebrew}+/gu);
  const most = Math.max(latin, cyrillic, arabic, hebrew);
  if (most < 10) return undefined;
  if (most === cyrillic) return cyrillicLanguage(sample);
  if (most === hebrew) return "he";
  if (most === arabic) return count(/[پچژگ]/g) * 50 > arabic ? "fa" : "ar";
  return latinLanguage(sample);
}

function cyrillicLanguage(sample: string): string {
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  if (count(/ў/gi) > 0 && count(/ы/gi) > 0) return "be";
  if (count(/[іїєґ]/gi) * 40 > sample.length && count(/[ыэъё]/gi) * 200 < sample.length) return "uk";
  return "ru";
}

function latinLanguage(sample: string): string | undefined {
  const [best, second] = smallWordsIn(wordsOf(sample), LATIN);
  if (!best || best.hits === 0 || best.hits === second?.hits) return undefined;
  return best.language;
}

// Of a line of people's talk a quarter to a half are such words; by chance a tenth are.
const SURE_SHARE = 0.2;
const SURE_WORDS = 2;
const SURE_LEAD = 1.5;
const SURE_LETTERS = 12;
const SURE_SCRIPT = 0.75;

/** The same for few words, and only where much speaks for it: a voice that reads them out would be the wrong one. */
export function sureLanguageOf(text: string): string | undefined {
  const sample = text.slice(0, LETTERS_LOOKED_AT);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(({ letter }) => (sample.match(letter)?.length ?? 0) > letters * SURE_SCRIPT);
  if (!script || letters < SURE_LETTERS) return undefined;
  if ("language" in script) return script.language;
  const words = wordsOf(sample);
  const [best, second] = smallWordsIn(words, script.script).filter(
    ({ foreign }) => !foreign || !words.some((word) => foreign.test(word)),
  );
  if (!best || best.distinct < SURE_WORDS || best.hits < words.length * SURE_SHARE) return undefined;
  return best.hits >= (second?.hits ?? 0) * SURE_LEAD ? best.language : undefined;
}

function wordsOf(sample: string): readonly string[] {
  return sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

type SmallWords = {
  readonly language: string;
  readonly small: ReadonlySet<string>;
  /** Letters it does not write. */
  readonly foreign?: RegExp;
};

/** The languages of a script, and which of them have a small word, by their places among them. */
type Script = {
  readonly languages: readonly SmallWords[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
};

/** The language with the most of its small words among these first. */
function smallWordsIn(words: readonly string[], { languages, byWord }: Script) {
  const counts = languages.map(({ language, foreign }) => ({ language, foreign, hits: 0, distinct: 0 }));
  // Each small word once, however often it comes: they are half of a text.
  const times = new Map<string, number>();
  for (const word of words) if (byWord.has(word)) times.set(word, (times.get(word) ?? 0) + 1);
  for (const [word, found] of times)
    for (const place of byWord.get(word) ?? []) {
      const count = counts[place];
      if (!count) continue;
      count.hits += found;
      count.distinct += 1;
    }
  return counts.sort((a, b) => b.hits - a.hits);
}

function scriptOf(...languages: readonly SmallWords[]): Script {
  const byWord = new Map<string, number[]>();
  for (const [place, { small }] of languages.entries())
    for (const word of small) {
      const places = byWord.get(word);
      if (places) places.push(place);
      else byWord.set(word, [place]);
    }
  return { languages, byWord };
}

function small(language: string, words: string, foreign?: RegExp): SmallWords {
  return { language, small: new Set(words.split(" ")), ...(foreign && { foreign }) };
}

const LATIN = scriptOf(
  small(
    "en",
    "the of and to in a is was that for on with as by it from his at be were are has said i you he she we they this not but have had or an my your if so no all there what who would can will do",
  ),
  small(
    "de",
    "der die das und in den von zu mit ist im dem des nicht auf für eine ein wurde nach sich ich du er sie wir ihr es aber oder wie was auch so noch nur wenn dass hat haben sind war kein man einen mehr",
  ),
  small(
    "fr",
    "le la les de des et en un une du dans que est pour par sur au qui pas ont aux je tu il elle nous vous ils ce cette mais ou on ne se son sa ses avec plus si sont a été tout bien",
  ),
  small(
    "es",
    "el la los las de y en que un una del por con para es se al su fue como yo tú él no lo pero o si más me mi este esta son ha hay muy todo ya le sus cuando",
  ),
  small(
    "it",
    "il la di e che in un una del per con non sono della le dei nel è gli ha i a da si ma o io lo anche come più al questo questa se mi ci ho hanno molto tutto alla",
  ),
  small(
    "pt",
    "o a os as de e que em um uma do da no na para com por não foi ao eu ele ela se mas ou mais como é são está isso este esta meu muito dos das seu sua já quando tem",
  ),
  small(
    "ca",
    "el la els les de i en que un una del per amb és no al va com jo però o si més em aquest aquesta són ha hi molt tot ja seu quan dels als",
  ),
  small(
    "ro",
    "și în de la a nu că cu pe un o este sunt din pentru mai care să se au fost dar sau ce eu el ea noi ei foarte dacă când tot acest această lui",
  ),
  small(
    "nl",
    "de het een en van in op te dat is voor met zijn niet aan er door werd om naar ik je hij ze we jullie maar of als ook nog dan die dit wat was heb heeft hebben geen meer bij wel",
  ),
  small(
    "sv",
    "och i att det som en på är av för med till den har de inte om ett men jag du han hon vi ni så var från eller när kan ska här nu mycket alla mer",
  ),
  small(
    "da",
    "og i at det som en på er af for med til den har de ikke om et men jeg du han hun vi så var fra eller når kan skal her nu meget alle mere hvad også",
  ),
  small(
    "nb",
    "og i at det som en på er av for med til den har de ikke om et men jeg du han hun vi så var fra eller når kan skal her nå mye alle mer hva også",
  ),
  small(
    "fi",
    "ja on ei se että oli hän mutta ovat kun niin mitä tämä myös joka jos olen minä sinä me he vain kuin nyt",
  ),
  small(
    "pl",
    "i w na z że do się nie o jest po od przez dla za są który to jak było ja ty on ona my wy ale czy co tak tylko już jeszcze tego bardzo może by ten ta",
  ),
  small(
    "cs",
    "a v na je se že to s z do o i ale jako za po by jsou jsem bylo který já ty on my už jen tak když nebo si ve není co jak ten ta",
  ),
  small(
    "sk",
    "a v na je sa že to s z do o i ale ako za po by sú som bolo ktorý ja ty on my už len tak keď alebo si vo nie čo ten tá",
  ),
  small(
    "hr",
    "i u na je se da za od su s o a ali kao što nije koji to bi sam ja ti on mi vi će samo već kada ili iz po ne biti sve",
  ),
  small("hu", "a az és hogy nem is egy van ez meg de ha csak már mint volt én te ő mi kell ki még vagy azt"),
  small(
    "tr",
    "ve bir bu da de için ile olarak daha çok olan ki gibi sonra kadar ne ben sen o biz siz var yok değil ama her mi mı en şey",
  ),
  small(
    "id",
    "yang dan di ini itu dengan untuk tidak dari pada ke akan ada saya kami kita mereka juga atau sudah bisa karena oleh sangat",
  ),
);

const CYRILLIC = scriptOf(
  small(
    "ru",
    "и в не на что с по это как из за к у о для но от так же он она они мы вы я ты был была было были его её ее их бы только уже если или все всё нет да когда где кто чтобы этого этот эта есть ещё еще мне меня вас нас до при очень",
    /[іїєґўђћџљњјѓќәғқңөұүһ]/u,
  ),
  small(
    "uk",
    "і в не на що з по це як із за до у про для але від так він вона вони ми ви я ти був була було були його її їх якщо або всі все та й є ще коли де хто щоб цього цей мене вас нас дуже вже тільки",
    /[ыэёъўђћџљњјѓќәғқңөұүһ]/u,
  ),
  small(
    "be",
    "і ў не на што з па гэта як за да у для але ад так ён яна яны мы вы я ты быў была было былі яго яе іх калі або усе ёсць дзе хто каб вельмі ужо толькі",
    /[иїєґщъђћџљњјѓќәғқңөұүһ]/u,
  ),
  small(
    "bg",
    "и в не на че с по това как от за да у се са си ще но той тя те ние вие аз беше е или всички няма има кога къде който която ли го му ни много само вече",
    /[ыэёіїєґўђћџљњјѓќәғқңөұүһ]/u,
  ),
  small(
    "sr",
    "и у не на да се је су за од са што као али он она они ми ви ја био била било или све није то који би ће само већ када из по",
    /[ыэёъщйюяіїєґўѓќәғқңөұүһ]/u,
  ),
);

const ARABIC = scriptOf(
  small(
    "ar",
    "في من على أن إلى التي الذي هذا هذه لا ما كان كانت عن مع لم لن قد كل هو هي هم كما إن أو ثم بعد قبل بين لكن ليس نحن أنا أنت ولا وهو وهي ذلك تلك حتى إذا يا عند أي كيف",
    /[پچژگیکےہٹڈڑں]/u,
  ),
  small(
    "fa",
    "از به که این را در است با برای آن یک هم می تا بود شد ها ما شما من او هر نیست و اما اگر یا خود چه همه دارد کرد باید هیچ",
    /[يكےہٹڈڑںةإؤ]/u,
  ),
  small(
    "ur",
    "کے کی میں ہے اور سے کا کو نے پر یہ وہ ہیں نہیں بھی کہ تھا تھی ہو گیا کر اس ایک ہم آپ جو تو لیے",
    /[يكةإ]/u,
  ),
);

/** Scripts that write one language, and those that many do. */
const SCRIPTS = [
  { letter: /\p{Script=Latin}/gu, script: LATIN },
  { letter: /\p{Script=Cyrillic}/gu, script: CYRILLIC },
  { letter: /\p{Script=Arabic}/gu, script: ARABIC },
  { letter: /\p{Script=Hebrew}/gu, language: "he" },
  { letter: /\p{Script=Greek}/gu, language: "el" },
  { letter: /\p{Script=Armenian}/gu, language: "hy" },
  { letter: /\p{Script=Georgian}/gu, language: "ka" },
  { letter: /\p{Script=Hangul}/gu, language: "ko" },
  { letter: /\p{Script=Thai}/gu, language: "th" },
] as const satisfies readonly ({ readonly letter: RegExp } & (
  | { readonly language: string }
  | { readonly script: Script }
))[];
