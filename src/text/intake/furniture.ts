/**
 * What belongs to the page a story was copied from and not to the story: reply forms,
 * sums against spam, boxes of networks, menus. A whole line has the shape or it stays.
 */

export type Kind = "reply-form" | "challenge" | "social" | "navigation" | "share" | "advert" | "newsletter";
export type Dropped = { readonly kind: Kind; readonly text: string };

// Longer lines are sentences of the story, whatever they begin with.
const LONGEST_LINE = 240;

/** The kind of a line that is furniture by itself. */
export function furnitureKind(line: string): Kind | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const plain = bare(line);
  if (plain === "") return undefined;
  if (isChallenge(plain)) return "challenge";
  return STRONG.find(({ line: shape }) => shape.test(plain))?.kind;
}

/** The kind of a line that is furniture only beside other furniture: `Name`, `Email`, `Website`. */
export function furnitureKindBeside(line: string): Kind | undefined {
  const plain = bare(line);
  return plain.length > 60 ? undefined : WEAK.find(({ line: shape }) => shape.test(plain))?.kind;
}

/** What was left out of a page by its elements, told by its words. */
export function furnitureOf(element: string, lines: readonly string[]): Dropped[] {
  const own = lines.map((text) => ({ text: text.trim(), kind: furnitureKind(text) ?? furnitureKindBeside(text) }));
  const around = own.find(({ kind }) => kind && kind !== "challenge")?.kind ?? KIND_OF_ELEMENT[element] ?? "navigation";
  return own
    .filter(({ text }) => text !== "")
    .flatMap(({ text, kind }) => (kind ? [{ kind, text }] : withSum(text, around)));
}

const KIND_OF_ELEMENT: Readonly<Record<string, Kind>> = {
  form: "reply-form",
  nav: "navigation",
  aside: "navigation",
  footer: "navigation",
};

/** The labels of a form may stand in one line: the sum among them is taken out of it. */
function withSum(text: string, around: Kind): Dropped[] {
  const sum = SUM_INSIDE.exec(text);
  if (!sum) return [{ kind: around, text }];
  const rest: Dropped[] = [text.slice(0, sum.index), text.slice(sum.index + sum[0].length)]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ kind: around, text: part }));
  return [{ kind: "challenge", text: sum[0].trim() }, ...rest];
}

/** Without the signs that only decorate a line, and with one kind of space and apostrophe. */
function bare(line: string): string {
  return line
    .replaceAll(/[\s\u00a0]+/g, " ")
    .replaceAll("’", "'")
    .replace(/^(?:[#>*_|•·▪►»\-–—]+ )?[*_]{0,2}/, (lead) => (/^[-–—]/.test(lead) ? lead : ""))
    .replace(/[*_]{2}$/, "")
    .trim();
}

const NUMBER_WORDS =
  "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|" +
  "ноль|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|[а-я]+надцать|двадцать|тридцать|сорок|" +
  "null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[a-zß]+zehn|zwanzig|" +
  "zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|" +
  "صفر|واحد|اثنان|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|عشر";
const NUMBER = String.raw`(?:[\d٠-٩]{1,4}|(?:${NUMBER_WORDS})(?:[- ](?:${NUMBER_WORDS})){0,2})`;
const BLANK = String.raw`(?:_+|\?+|\[ *_* *\]|\( *\)|…|\.{3})`;
const IS_BLANK = new RegExp(`^${BLANK}$`, "u");
const SIGN = String.raw`(?:[+\-−–—×✕x*·÷:/]|plus|minus|times|плюс|минус|умножить на)`;
const TERM = `(?:${NUMBER}|${BLANK})`;
const SUM = new RegExp(`^(?:(?:[^=+×÷]{0,60})[:?.] )?(${TERM})? ?(${SIGN}) ?(${TERM})? ?= ?(${TERM})? ?\\*?$`, "iu");
const SUM_INSIDE = new RegExp(
  `(?<![\\p{L}\\p{N}])${TERM} ?(?:[+−×÷*x]| [-–—] ) ?${TERM} ?=(?: ?${TERM})?|(?<![\\p{L}\\p{N}])${SIGN} ?${TERM} ?= ?${TERM}`,
  "iu",
);
const ASKED_SUM = new RegExp(
  `^(?:what is|how much is|solve|calculate|сколько будет|решите|wie viel ist|combien font|كم يساوي) ${NUMBER} ?${SIGN} ?${NUMBER} ?=? ?\\??$`,
  "iu",
);
const ROBOT =
  /^(?:i(?:'m| am) not a robot|я не робот|ich bin kein roboter|je ne suis pas un robot|(?:re)?captcha(?: code)?\*?|(?:please )?(?:enter|type|retype) the (?:captcha|code|characters|symbols|text)(?: [^.]{0,60})?|(?:please )?(?:solve|complete|prove) (?:the |this )?(?:captcha|sum|equation|you are human)[^.]{0,60}|введите (?:код|символы|текст) с картинки|защита от спама|anti-?spam(?: (?:check|question|word))?|time limit is exhausted\.? ?(?:please )?(?:reload|refresh)?(?: the)? ?(?:captcha)?|protected by recaptcha.{0,80})[:.*]*$/iu;

/** A sum with one of its three places open; a whole sum, `2 + 2 = 4`, may be part of the story. */
function isChallenge(line: string): boolean {
  if (ROBOT.test(line) || ASKED_SUM.test(line)) return true;
  const sum = line.includes("=") ? SUM.exec(line) : null;
  if (!sum) return false;
  const terms = [sum[1], sum[3], sum[4]];
  const said = terms.filter((term) => term !== undefined && !IS_BLANK.test(term)).length;
  return said === 2;
}

type Shape = { readonly kind: Kind; readonly line: RegExp };

/** A shape that leaves room for any words is told from a sentence by having no full stop at its end. */
function shapes(kind: Kind, ...sources: readonly string[]): Shape[] {
  const isOpen = (source: string) => source.includes("[^.");
  const line = (some: readonly string[], end: string) => new RegExp(`^(?:${some.join("|")})${end}$`, "iu");
  const fixed = sources.filter((source) => !isOpen(source));
  return [
    ...(fixed.length > 0 ? [{ kind, line: line(fixed, "[.:…!* ]*") }] : []),
    { kind, line: line(sources, "(?: ?\\.\\.\\.|[:…!* ])*") },
  ];
}

const NETWORK =
  "(?:facebook|twitter|x|instagram|telegram|whatsapp|linkedin|reddit|pinterest|tumblr|pocket|skype|mastodon|bluesky|threads|youtube|tiktok|viber|дзен[еа]?|vk|vkontakte|vk\\.com|вк|вконтакте|одноклассник(?:и|ах)|фейсбук[еа]?|твиттер[еа]?|телеграм[еа]?|ютуб[еа]?|email|e-mail|فيسبوك|تويتر|تلغرام|واتساب)";
const NETWORKS = `${NETWORK}(?:(?:,| and| или| и| or| &|/|,? und|,? et| \\|)? ?${NETWORK}){0,8}`;

const STRONG: readonly Shape[] = [
  ...shapes(
    "reply-form",
    "leave a (?:reply|comment|response)(?: (?:to [^.]{1,60}|below|here|cancel reply|↓))?(?: cancel reply)?",
    "(?:click here to )?cancel reply",
    "(?:post|write|add|submit) (?:a |your )?(?:comment|reply)(?: \\(?\\d*\\)?)?",
    "(?:your|the) e?-?mail (?:address )?will not be (?:published|shared)\\.?(?: required fields are marked ?\\*?)?",
    "required fields are marked ?\\*?",
    "save my name, e?-?mail,? and (?:website|site)[^.]{0,80}\\.?",
    "notify me (?:of|when|by)[^.]{0,80}\\.?",
    "you must be logged in to (?:post|leave) a comment",
    "(?:please )?log ?in to (?:leave a |post a )?(?:comment|reply)",
    "(?:no|\\d+) (?:comments?|replies|responses)(?: (?:yet|on [^.]{1,160}|to [^.]{1,160}))?",
    "comments? (?:are )?(?:closed|off)|comments? ?\\(\\d+\\)|\\d+ thoughts? on [^.]{1,160}",
    "join the (?:discussion|conversation)",
    "(?:добавить|оставить|оставьте|написать|отправить|добавьте) (?:ваш |свой )?(?:комментарий|ответ|отзыв)(?: отменить ответ)?",
    "отменить ответ",
    "ваш (?:адрес )?(?:e-?mail|email|адрес электронной почты|электронный адрес)[^.]{0,30} не будет опубликован\\.?(?: обязательные поля помечены ?\\*?)?",
    "обязательные поля (?:помечены|отмечены) ?\\*?",
    "сохранить мо[её] имя[^.]{0,120}\\.?",
    "комментариев (?:пока )?нет|нет комментариев|комментарии(?: \\(?\\d+\\)?)?(?: закрыты)?",
    "(?:schreibe?n? (?:sie )?einen kommentar|kommentar (?:schreiben|abschicken|hinterlassen)|antwort(?:en)? (?:abbrechen|hinterlassen))(?: antworten abbrechen)?",
    "deine e-mail-adresse wird nicht veröffentlicht\\.?(?: erforderliche felder sind mit ?\\*? ?markiert)?",
    "(?:laisser|laissez|ajouter) un commentaire(?: annuler la réponse)?",
    "votre adresse (?:e-?mail|de messagerie) ne sera pas publiée\\.?(?: les champs obligatoires sont indiqués avec ?\\*?)?",
    "(?:deja|dejar) un(?:a)? (?:comentario|respuesta)",
    "(?:اترك|أضف|اكتب) (?:تعليقا|تعليقاً|ردا|رداً|تعليق|ردا?ً?)(?: إلغاء الرد)?",
    "لن يتم نشر عنوان بريدك الإلكتروني\\.?(?: الحقول الإلزامية مشار إليها بـ ?\\*?)?",
    "(?:name|e-?mail(?: address)?|website|comment|имя|сайт|комментарий) ?(?:\\*|\\((?:required|обязательно|optional)\\))",
  ),
  ...shapes(
    "social",
    "loading (?:facebook|disqus|vk)? ?comments?",
    "(?:facebook|vk|disqus) comments?(?: plugin)?",
    "(?:comments )?powered by disqus",
    "please enable javascript to view the comments.{0,60}",
    `(?:share|post|tweet|send|pin|save|like) (?:this )?(?:on|to|via|in) ${NETWORKS}(?: \\(opens in (?:a )?new window\\))?`,
    `click to (?:share|email|print|send)[^.]{0,80}`,
    "like(?: this)?:? (?:like )?loading|(?:re)?tweet(?: this)?|pin it|\\+1|like this|(?:like|follow|find|join) us(?: (?:on|in|at) [^.]{1,80})?",
    `follow (?:@\\w+|[^.]{1,40} on ${NETWORKS})`,
    `(?:${NETWORK}(?: \\d+)?(?: ?[|/·•,] ?| )){1,8}${NETWORK}(?: \\d+)?`,
    `(?:поделиться|рассказать|отправить|опубликовать) (?:в|на) (?:соцсетях|${NETWORKS})`,
    `(?:мы|читайте нас|следите за нами|ищите нас|наши страницы) (?:в|на) (?:соцсетях|социальных сетях|${NETWORKS})`,
    `(?:подписывайтесь|подпишитесь|подписаться) на (?:наш |нас |канал |наш канал |наши )?(?:[^.]{0,20} )?(?:в |на )?${NETWORKS}(?:[- ]?канал[^.]{0,40})?`,
    "загрузка комментариев(?: facebook)?",
    `(?:auf|bei) ${NETWORK} teilen|partager sur ${NETWORK}|compartir en ${NETWORK}|شارك على ${NETWORK}`,
    "folge(?:n sie)? uns(?: auf [^.]{1,60})?|suivez-nous(?: sur [^.]{1,60})?|síguenos(?: en [^.]{1,60})?|تابعنا(?: على [^.]{1,60})?",
  ),
  ...shapes(
    "share",
    "share(?: (?:this|article|story|with friends|this (?:article|story|post|page|entry|news)|it))?",
    "print(?: this)?(?: (?:article|page|story|version))?|printer[- ]friendly(?: version)?",
    "e-?mail (?:this|article|to a friend)(?: (?:article|story|page))?",
    "copy (?:the )?link|save for later|bookmark(?: this)?|permalink",
    "поделиться(?: (?:новостью|статьей|статьёй|с друзьями|ссылкой|материалом))?|версия для печати|распечатать|скопировать ссылку",
    "teilen|drucken|artikel teilen|partager(?: cet article)?|imprimer|compartir|شارك|مشاركة|طباعة",
  ),
  ...shapes(
    "advert",
    "advert(?:isement)?s?(?: [-–—] (?:continue reading|scroll)[^.]{0,40})?|advertising|sponsored(?: (?:content|links?|post))?|paid (?:content|post)|promoted(?: content)?",
    "(?:article|story) continues (?:below|after)(?: (?:this )?(?:ad|advert|advertisement))?|skip advertisement",
    "реклама|на правах рекламы|партн[её]рский материал|рекламный блок",
    "anzeige|werbung|publicité|publicidad|anuncio|إعلان|اعلان|إعلانات",
  ),
  ...shapes(
    "newsletter",
    "(?:subscribe|sign up)(?: (?:now|today|here))?,? (?:to|for) (?:our|the|free|a|this|my)[^.]{0,30} ?(?:newsletter|mailing list|updates|digest|alerts?|briefing)[^.]{0,60}\\.?",
    "get (?:the|our) [^.]{1,60}(?:in|to|delivered to) your (?:inbox|e?-?mail)[^.]{0,30}\\.?",
    "(?:enter|type) your e?-?mail(?: address)?(?: [^.]{0,60})?",
    "join our (?:newsletter|mailing list)|newsletter(?: sign-?up)?",
    "(?:подпишитесь|подписаться|подписывайтесь) на (?:нашу |наши |ежедневную |еженедельную |бесплатную )?(?:[^.]{0,20} ?)?(?:рассылк[уи]|новости|дайджест)[^.]{0,60}\\.?",
    "подписка на (?:новости|рассылку)|введите (?:ваш |свой )?(?:e-?mail|адрес электронной почты)",
    "(?:unseren )?newsletter (?:abonnieren|bestellen)|abonnieren sie [^.]{1,60}|(?:inscrivez-vous|abonnez-vous) à (?:notre|la) (?:newsletter|lettre)[^.]{0,60}|اشترك في (?:نشرتنا|النشرة)[^.]{0,40}",
  ),
  ...shapes(
    "navigation",
    "skip to (?:main )?(?:content|navigation)|(?:main |primary |toggle )?(?:menu|navigation)|jump to (?:navigation|content)|back to top|to top ↑?|↑ ?(?:top|наверх)",
    "(?:←|«|‹|<|<<)? ?(?:previous|prev|older|newer|next) ?(?:posts?|articles?|story|stories|entry|page|news|entries)(?: ?[:»›→>] ?[^.]{0,160})?(?: ?(?:→|»|›|>|>>))?",
    "(?:←|→|«|») (?:previous|next|older|newer|[^.]{1,120})|(?:previous|next)(?: ?[:→←»«] ?[^.]{0,160})?",
    "(?:home|main|главная|startseite|accueil|inicio|الرئيسية)(?: ?[»>›/→|\\\\] ?[^.»>›→|]{1,120}){1,6}",
    "(?:you may also like|you might also like|related(?: (?:articles?|posts?|stories|news|topics|content|coverage))?|more (?:on this|stories|news|from [^.]{1,60})|most (?:read|popular)|trending(?: now)?|recent posts|latest news|popular posts|recommended(?: for you)?)(?: ?: ?[^.]{0,160})?",
    "(?:read|see) (?:also|more|next|too)(?: ?[:»→] ?[^.]{0,160})?|continue reading(?: →)?|read the full (?:story|article)(?: here)?",
    "(?:posted|filed) (?:in|under):? [^.]{1,120}|(?:tags?|categor(?:y|ies)|tagged(?: with)?) ?: ?[^.]{1,160}",
    "we use cookies (?:to|and|on|for) [^.]{1,120}(?:\\. ?(?:accept|ok|got it)?[^.]{0,30})?|(?:posted|published) on [^.]{4,40} by [^.]{2,60}",
    "for immediate release|our standards: [^.]{1,80}\\.?|#{3}|_+|-{1,2} ?(?:30|ends?) ?-{1,2}",
    "(?:©|\\(c\\)|copyright)[^.]{0,160}(?:\\. ?all rights reserved\\.?(?: this material may not be [^.]{1,120}\\.)?)?|all rights reserved|все права защищены|privacy policy|terms (?:of|and) (?:use|service|conditions)|cookie (?:policy|settings)|(?:accept|reject) (?:all )?cookies",
    "(?:предыдущая|следующая) (?:запись|статья|новость|страница)(?: ?[:→←»«] ?[^.]{0,160})?|(?:←|→) ?(?:назад|вперед|вперёд|далее)|(?:перейти|перейдите) к (?:содержимому|содержанию|основному содержанию)",
    "(?:читайте|смотрите) (?:также|ещ[её]|далее)(?: ?[:»→] ?[^.]{0,160})?|(?:по теме|похожие (?:статьи|записи|новости|материалы)|другие (?:новости|материалы)|последние новости|самое читаемое|популярное)(?: ?: ?[^.]{0,160})?|наверх|меню|поиск по сайту",
    "(?:метки|теги|рубрик[аи]|рубрики)(?: ?: ?[^.]{1,160})",
    "(?:vorheriger|nächster) (?:beitrag|artikel)(?: ?: ?[^.]{0,160})?|lesen sie (?:auch|mehr)(?: ?: ?[^.]{0,160})?|zum inhalt springen|nach oben|article (?:précédent|suivant)|lire aussi(?: ?: ?[^.]{0,160})?|اقرأ (?:أيضا|أيضاً|المزيد)(?: ?: ?[^.]{0,160})?",
    // A menu: four and more short items parted by bars or dots.
    "[^.|•·!?,:;]{1,24}(?: ?[|•·] ?[^.|•·!?,:;]{1,24}){3,20}",
  ),
];

const WEAK: readonly Shape[] = [
  ...shapes(
    "reply-form",
    "(?:your )?(?:name|e-?mail(?: address)?|website|web ?site|url|comment|comments|message|reply|submit|send|post)",
    "(?:ваше )?(?:имя|e-?mail|электронная почта|сайт|комментарий|сообщение|отправить|ответить)",
    "name|kommentar|e-mail-adresse|absenden|nom|commentaire|envoyer|الاسم|البريد الإلكتروني|الموقع الإلكتروني|التعليق|إرسال",
  ),
  ...shapes("newsletter", "subscribe|sign up|подписаться|abonnieren|s'abonner|اشترك"),
  ...shapes("social", `${NETWORK}(?: \\d+)?|loading|загрузка|\\d+ (?:shares?|likes?)`),
  ...shapes(
    "navigation",
    "home|about(?: us)?|contact(?: us)?|search|login|log in|sign in|register|главная|о нас|контакты|поиск|войти",
  ),
];
