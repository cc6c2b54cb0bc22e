/** The words of pre-flight. */
import type { CheckCode, Rule, Severity } from "#agency/preflight/preflight.ts";
import type { FetchProblem } from "#outside/fetch.ts";
import type { Spoken } from "./spoken.ts";

export type PreflightWords = {
  readonly introduction: string;
  readonly clear: string;
  readonly severities: Readonly<Record<Severity, { readonly title: string; readonly sentence: string }>>;
  /** What was found and how to mend it; `detail` is what the finding names beside a passage. */
  readonly findings: Readonly<
    Record<CheckCode, { readonly found: (detail: string) => string; readonly mend: string; readonly rule: string }>
  >;
  /** Why a link does not answer, by what was noted of it; a number is the status of its server. */
  readonly linkStates: Readonly<Record<FetchProblem, string>>;
  readonly linkStatus: (status: string) => string;
  /** What a source has in place of a figure, a date or a name; nothing when that cannot be told. */
  readonly differs: (source: string, instead: string | undefined) => string;
  readonly toSources: string;
  readonly checkLinks: string;
  readonly toText: string;
  readonly toDetails: string;
  readonly rulesTitle: string;
  readonly rulesIntroduction: string;
  readonly rules: Readonly<Record<Rule, string>>;
  readonly alwaysBlocks: string;
  readonly keepRules: string;
};

export const preflight: Spoken<PreflightWords> = {
  en: {
    introduction: "What a careful colleague would ask before this comes out.",
    clear: "Nothing was found. It can come out.",
    severities: {
      block: { title: "Has to be mended", sentence: "The story cannot come out before this is put right." },
      ask: { title: "Please look", sentence: "It can come out when an editor has looked and says so." },
      note: { title: "Good to know", sentence: "Nothing has to be done." },
    },
    findings: {
      "headline-missing": { rule: "No headline", found: () => "The story has no headline.", mend: "Write one." },
      "text-missing": {
        rule: "No text",
        found: () => "The story has no text.",
        mend: "Write it, or take wire copy in.",
      },
      "embargo-holds": {
        rule: "Embargo",
        found: (until) => `The embargo holds until ${until}.`,
        mend: "Schedule it for after that time, or lift the embargo in the details.",
      },
      "wire-killed": {
        rule: "Wire copy that was killed",
        found: () => "The wire copy this was made of was killed or withheld by its sender.",
        mend: "Do not use it, unless the story rests on other sources. Its item under Wire says more.",
      },
      "wire-changed": {
        rule: "Wire copy that changed",
        found: () => "The wire copy this was made of has changed since.",
        mend: "Look under Wire at what changed, mend the story, and say there that you have seen it.",
      },
      "headline-long": {
        rule: "Headline too long for a push message",
        found: (letters) => `The headline has ${letters} characters; phones cut a message after about 65.`,
        mend: "Shorten it, or let it be cut.",
      },
      "mention-doubtful": {
        rule: "Doubtful mention of an organisation",
        found: (why) => `It is not sure whether this is the organisation of the register: ${why}.`,
        mend: "Say in the text whether to label it.",
      },
      "mention-unlabelled": {
        rule: "Mention an editor left unlabelled",
        found: () => "Somebody decided that this is not the organisation of the register.",
        mend: "Look once more if you are not sure.",
      },
      "label-unregistered": {
        rule: "Typed label without an entry in the register",
        found: (label) => `The author typed the label “${label}”, and the register knows no such organisation.`,
        mend: "It prints as typed. Check it, or add the organisation to the register.",
      },
      "quotation-without-speaker": {
        rule: "Quotation without a speaker",
        found: () => "It does not say who speaks.",
        mend: "Name the speaker and their office.",
      },
      "quotation-without-source": {
        rule: "Quotation without a source",
        found: () => "It does not say where the words are from.",
        mend: "Bind it to a source.",
      },
      "quotation-altered": {
        rule: "Quotation that differs from its source",
        found: (source) => `It is not what the source says: ${source}.`,
        mend: "Look at the difference among the sources, and mend the words.",
      },
      "quotation-not-found": {
        rule: "Quotation not found in its source",
        found: (source) => `The words are not in the text kept of ${source}.`,
        mend: "Check the words, or keep the text they are from.",
      },
      "quotation-translated": {
        rule: "Translated quotation without its original",
        found: (source) => `It is there only in translation, from ${source}.`,
        mend: "Name the original words among the sources.",
      },
      "quotation-of-another": {
        rule: "Quotation that its source has from somebody else",
        found: (who) => `In the source these are the words of ${who}.`,
        mend: "Check who speaks.",
      },
      "figure-differs": {
        rule: "Figure that its source does not have",
        found: (source) => `${source}.`,
        mend: "Check it against the source.",
      },
      "date-differs": {
        rule: "Date that its source does not have",
        found: (source) => `${source}.`,
        mend: "Check it against the source.",
      },
      "name-differs": {
        rule: "Name spelt otherwise in its source",
        found: (source) => `${source}.`,
        mend: "Check the spelling.",
      },
      "source-not-kept": {
        rule: "Source of which nothing is kept",
        found: (source) => `No text of ${source} is kept, so nothing can be held against it.`,
        mend: "Fetch its page, or paste its text.",
      },
      "dateline-missing": {
        rule: "No dateline",
        found: () => "The story has no dateline with a place and a day.",
        mend: "Say where and when it was reported.",
      },
      "dateline-day": {
        rule: "Dateline against the day of publication",
        found: (day) =>
          `The dateline says ${day}, which is ahead of the day of publication or more than a week before it.`,
        mend: "Correct the day if it is wrong.",
      },
      "picture-without-alt": {
        rule: "Picture without an alternative text",
        found: () => "A picture has no words for those who cannot see it.",
        mend: "Describe what it shows.",
      },
      "picture-without-credit": {
        rule: "Picture without a credit",
        found: () => "A picture does not say who made it.",
        mend: "Add the credit in the library of pictures.",
      },
      "picture-without-licence": {
        rule: "Picture without a licence",
        found: () => "A picture does not say by what right we show it.",
        mend: "Add the licence in the library of pictures.",
      },
      "link-broken": {
        rule: "Link that does not answer",
        found: (why) => `The page linked to does not answer: ${why}.`,
        mend: "Correct the link, or take it out.",
      },
      "link-unchecked": {
        rule: "Links not looked at yet",
        found: (links) => `Links nobody has asked lately: ${links}.`,
        mend: "Have them asked now.",
      },
      "section-missing": {
        rule: "No section",
        found: () => "The story is in no section, so it stands in none of their lists.",
        mend: "Choose one in the details.",
      },
      "edition-missing": {
        rule: "Another edition without the story",
        found: (edition) => `The edition ${edition} has no version of this story.`,
        mend: "Ask a translator, if it matters there.",
      },
    },
    linkStates: {
      "not-an-address": "it is not an address of the web",
      "not-public": "it leads into a private network",
      "unknown-host": "there is no such site",
      robots: "its robots.txt asks us not to read it",
      "too-large": "it is larger than what is fetched",
      "no-answer": "the site does not answer",
      "too-slow": "the site takes too long",
      "too-many-redirects": "it is sent from page to page without end",
    },
    linkStatus: (status) => `the site answers ${status}`,
    differs: (source, instead) => (instead === undefined ? `${source} does not have it` : `${source} has “${instead}”`),
    toSources: "To the sources",
    checkLinks: "Ask the links now",
    toText: "To the text",
    toDetails: "To the details",
    rulesTitle: "Pre-flight rules",
    rulesIntroduction: "What keeps a story in, what an editor is asked about, and what is let be.",
    rules: { block: "Blocks", ask: "Asks", note: "Mentions", off: "Let be" },
    alwaysBlocks: "Always blocks.",
    keepRules: "Keep the rules",
  },
  ru: {
    introduction: "О чём внимательный коллега спросил бы перед выпуском.",
    clear: "Замечаний нет. Материал можно выпускать.",
    severities: {
      block: { title: "Нужно исправить", sentence: "Пока это не исправлено, материал не выйдет." },
      ask: { title: "Посмотрите, пожалуйста", sentence: "Материал выйдет, когда редактор посмотрит и подтвердит." },
      note: { title: "К сведению", sentence: "Делать ничего не нужно." },
    },
    findings: {
      "headline-missing": { rule: "Нет заголовка", found: () => "У материала нет заголовка.", mend: "Напишите его." },
      "text-missing": {
        rule: "Нет текста",
        found: () => "У материала нет текста.",
        mend: "Напишите его или примите сообщение с ленты.",
      },
      "embargo-holds": {
        rule: "Эмбарго",
        found: (until) => `Эмбарго действует до ${until}.`,
        mend: "Назначьте выпуск на более позднее время или снимите эмбарго в сведениях.",
      },
      "wire-killed": {
        rule: "Текст с ленты аннулирован",
        found: () => "Текст с ленты, из которого это сделано, аннулирован или задержан отправителем.",
        mend: "Не используйте его, если у материала нет других источников. Подробнее — в разделе «Лента».",
      },
      "wire-changed": {
        rule: "Текст с ленты изменился",
        found: () => "Текст с ленты, из которого это сделано, с тех пор изменился.",
        mend: "Посмотрите в разделе «Лента», что изменилось, поправьте материал и отметьте там, что видели.",
      },
      "headline-long": {
        rule: "Заголовок длинен для push-уведомления",
        found: (letters) => `Знаков в заголовке: ${letters}; телефоны обрезают уведомление примерно после 65.`,
        mend: "Сократите заголовок или оставьте как есть.",
      },
      "mention-doubtful": {
        rule: "Сомнительное упоминание организации",
        found: (why) => `Неясно, та ли это организация из реестра: ${why}.`,
        mend: "Укажите в тексте, ставить ли помету.",
      },
      "mention-unlabelled": {
        rule: "Упоминание, оставленное без пометы",
        found: () => "Кто-то решил, что это не организация из реестра.",
        mend: "Если не уверены, посмотрите ещё раз.",
      },
      "label-unregistered": {
        rule: "Помета вручную без записи в реестре",
        found: (label) => `Автор написал помету «${label}», а такой организации в реестре нет.`,
        mend: "Она печатается как написана. Проверьте её или внесите организацию в реестр.",
      },
      "quotation-without-speaker": {
        rule: "Цитата без автора",
        found: () => "Не сказано, кто говорит.",
        mend: "Назовите говорящего и его должность.",
      },
      "quotation-without-source": {
        rule: "Цитата без источника",
        found: () => "Не сказано, откуда эти слова.",
        mend: "Привяжите её к источнику.",
      },
      "quotation-altered": {
        rule: "Цитата, которая отличается от источника",
        found: (source) => `В источнике сказано иначе: ${source}.`,
        mend: "Посмотрите различие среди источников и исправьте слова.",
      },
      "quotation-not-found": {
        rule: "Цитата, которой нет в источнике",
        found: (source) => `Этих слов нет в сохранённом тексте: ${source}.`,
        mend: "Проверьте слова или сохраните текст, откуда они.",
      },
      "quotation-translated": {
        rule: "Переведённая цитата без подлинника",
        found: (source) => `Она есть только в переводе, источник: ${source}.`,
        mend: "Назовите слова подлинника среди источников.",
      },
      "quotation-of-another": {
        rule: "Цитата, которая в источнике принадлежит другому",
        found: (who) => `В источнике эти слова говорит: ${who}.`,
        mend: "Проверьте, кто говорит.",
      },
      "figure-differs": {
        rule: "Число, которого нет в источнике",
        found: (source) => `${source}.`,
        mend: "Сверьте с источником.",
      },
      "date-differs": {
        rule: "Дата, которой нет в источнике",
        found: (source) => `${source}.`,
        mend: "Сверьте с источником.",
      },
      "name-differs": {
        rule: "Имя, которое в источнике пишется иначе",
        found: (source) => `${source}.`,
        mend: "Проверьте написание.",
      },
      "source-not-kept": {
        rule: "Источник, от которого ничего не сохранено",
        found: (source) => `Текст не сохранён: ${source}; сверять не с чем.`,
        mend: "Загрузите страницу или вставьте текст.",
      },
      "dateline-missing": {
        rule: "Нет строки места и даты",
        found: () => "В материале не указаны место и день.",
        mend: "Укажите, где и когда это сообщено.",
      },
      "dateline-day": {
        rule: "Дата в тексте и день выпуска",
        found: (day) => `В материале указано ${day}: это позже дня выпуска или раньше его больше чем на неделю.`,
        mend: "Исправьте день, если он неверен.",
      },
      "picture-without-alt": {
        rule: "Снимок без описания",
        found: () => "У снимка нет описания для тех, кто его не видит.",
        mend: "Опишите, что на нём.",
      },
      "picture-without-credit": {
        rule: "Снимок без автора",
        found: () => "У снимка не указан автор.",
        mend: "Укажите автора в собрании снимков.",
      },
      "picture-without-licence": {
        rule: "Снимок без лицензии",
        found: () => "Не указано, по какому праву показан снимок.",
        mend: "Укажите лицензию в собрании снимков.",
      },
      "link-broken": {
        rule: "Ссылка не отвечает",
        found: (why) => `Страница по ссылке не отвечает: ${why}.`,
        mend: "Исправьте ссылку или уберите её.",
      },
      "link-unchecked": {
        rule: "Ссылки ещё не проверены",
        found: (links) => `Ссылок, которые давно не проверяли: ${links}.`,
        mend: "Проверьте их сейчас.",
      },
      "section-missing": {
        rule: "Нет раздела",
        found: () => "Материал не отнесён к разделу и не попадёт ни в один список.",
        mend: "Выберите раздел в сведениях.",
      },
      "edition-missing": {
        rule: "Нет в другом издании",
        found: (edition) => `В издании «${edition}» этого материала нет.`,
        mend: "Попросите переводчика, если там он важен.",
      },
    },
    linkStates: {
      "not-an-address": "это не адрес в сети",
      "not-public": "она ведёт в закрытую сеть",
      "unknown-host": "такого сайта нет",
      robots: "её robots.txt просит не читать её",
      "too-large": "она больше, чем загружается",
      "no-answer": "сайт не отвечает",
      "too-slow": "сайт отвечает слишком долго",
      "too-many-redirects": "переадресация не кончается",
    },
    linkStatus: (status) => `сайт отвечает ${status}`,
    differs: (source, instead) =>
      instead === undefined ? `в источнике «${source}» этого нет` : `в источнике «${source}» стоит «${instead}»`,
    toSources: "К источникам",
    checkLinks: "Проверить ссылки",
    toText: "К тексту",
    toDetails: "К сведениям",
    rulesTitle: "Правила проверки",
    rulesIntroduction: "Что задерживает материал, о чём спрашивают редактора и что пропускается.",
    rules: { block: "Задерживает", ask: "Спрашивает", note: "Сообщает", off: "Не проверять" },
    alwaysBlocks: "Задерживает всегда.",
    keepRules: "Сохранить правила",
  },
  ar: {
    introduction: "ما قد يسأل عنه زميل حريص قبل صدور المادة.",
    clear: "لم يظهر شيء. يمكن أن تصدر المادة.",
    severities: {
      block: { title: "يجب إصلاحه", sentence: "لا تصدر المادة قبل إصلاح هذا." },
      ask: { title: "ألقِ نظرة من فضلك", sentence: "تصدر المادة بعد أن ينظر محرر ويؤكد ذلك." },
      note: { title: "للعلم", sentence: "لا يلزم فعل شيء." },
    },
    findings: {
      "headline-missing": { rule: "لا عنوان", found: () => "المادة بلا عنوان.", mend: "اكتب عنوانًا." },
      "text-missing": { rule: "لا نص", found: () => "المادة بلا نص.", mend: "اكتب النص أو أدخل برقية من الوكالة." },
      "embargo-holds": {
        rule: "حظر النشر",
        found: (until) => `حظر النشر سارٍ حتى ${until}.`,
        mend: "حدد موعد النشر بعد ذلك، أو ارفع الحظر في البيانات.",
      },
      "wire-killed": {
        rule: "نص من الوارد أُلغي",
        found: () => "النص الوارد الذي كُتبت منه هذه المادة ألغاه مرسله أو حجبه.",
        mend: "لا تستخدمه إلا إذا استندت المادة إلى مصادر أخرى. التفاصيل في «الوارد».",
      },
      "wire-changed": {
        rule: "نص من الوارد تغيّر",
        found: () => "النص الوارد الذي كُتبت منه هذه المادة تغيّر بعد ذلك.",
        mend: "انظر في «الوارد» إلى ما تغيّر، وأصلح المادة، ثم قل هناك إنك رأيته.",
      },
      "headline-long": {
        rule: "عنوان أطول من إشعار الهاتف",
        found: (letters) => `عدد أحرف العنوان ${letters}، والهواتف تقطع الإشعار بعد نحو 65 حرفًا.`,
        mend: "اختصره أو اتركه كما هو.",
      },
      "mention-doubtful": {
        rule: "ذكر مشكوك فيه لمنظمة",
        found: (why) => `ليس مؤكدًا أنها المنظمة الواردة في السجل: ${why}.`,
        mend: "بيّن في النص هل توضع العلامة.",
      },
      "mention-unlabelled": {
        rule: "ذكر تُرك بلا علامة",
        found: () => "قرر أحدهم أن هذه ليست المنظمة الواردة في السجل.",
        mend: "انظر مرة أخرى إن لم تكن متأكدًا.",
      },
      "label-unregistered": {
        rule: "علامة مكتوبة باليد بلا قيد في السجل",
        found: (label) => `كتب المؤلف العلامة «${label}»، والسجل لا يعرف هذه المنظمة.`,
        mend: "تُطبع كما كُتبت. راجعها أو أضف المنظمة إلى السجل.",
      },
      "quotation-without-speaker": {
        rule: "اقتباس بلا قائل",
        found: () => "لا يُذكر من يتكلم.",
        mend: "اذكر القائل وصفته.",
      },
      "quotation-without-source": {
        rule: "اقتباس بلا مصدر",
        found: () => "لا يُذكر من أين جاء الكلام.",
        mend: "اربطه بمصدر.",
      },
      "quotation-altered": {
        rule: "اقتباس يختلف عن مصدره",
        found: (source) => `ليس ما يقوله المصدر: ${source}.`,
        mend: "انظر إلى الفرق بين المصادر وصحّح الكلمات.",
      },
      "quotation-not-found": {
        rule: "اقتباس لا يوجد في مصدره",
        found: (source) => `هذه الكلمات ليست في النص المحفوظ من ${source}.`,
        mend: "تحقّق من الكلمات أو احفظ النص الذي أُخذت منه.",
      },
      "quotation-translated": {
        rule: "اقتباس مترجم بلا أصله",
        found: (source) => `هو موجود مترجمًا فقط، من ${source}.`,
        mend: "سمِّ كلمات الأصل ضمن المصادر.",
      },
      "quotation-of-another": {
        rule: "اقتباس ينسبه مصدره إلى شخص آخر",
        found: (who) => `هذا في المصدر كلام ${who}.`,
        mend: "تحقّق ممّن يتكلم.",
      },
      "figure-differs": {
        rule: "رقم ليس في مصدره",
        found: (source) => `${source}.`,
        mend: "قابله بالمصدر.",
      },
      "date-differs": {
        rule: "تاريخ ليس في مصدره",
        found: (source) => `${source}.`,
        mend: "قابله بالمصدر.",
      },
      "name-differs": {
        rule: "اسم يُكتب في مصدره بشكل آخر",
        found: (source) => `${source}.`,
        mend: "تحقّق من الكتابة.",
      },
      "source-not-kept": {
        rule: "مصدر لم يُحفظ منه شيء",
        found: (source) => `لا نص محفوظًا من ${source}، فلا شيء يُقابل به.`,
        mend: "اجلب صفحته أو الصق نصّه.",
      },
      "dateline-missing": {
        rule: "لا مكان ولا تاريخ",
        found: () => "ليس للمادة سطر للمكان والتاريخ.",
        mend: "اذكر أين ومتى ورد الخبر.",
      },
      "dateline-day": {
        rule: "تاريخ المادة ويوم النشر",
        found: (day) => `تاريخ المادة ${day}، وهو بعد يوم النشر أو قبله بأكثر من أسبوع.`,
        mend: "صحح اليوم إن كان خطأ.",
      },
      "picture-without-alt": {
        rule: "صورة بلا نص بديل",
        found: () => "صورة بلا وصف لمن لا يراها.",
        mend: "صف ما فيها.",
      },
      "picture-without-credit": {
        rule: "صورة بلا مصور",
        found: () => "لا يُذكر من صنع الصورة.",
        mend: "أضف اسمه في مكتبة الصور.",
      },
      "picture-without-licence": {
        rule: "صورة بلا رخصة",
        found: () => "لا يُذكر بأي حق نعرض الصورة.",
        mend: "أضف الرخصة في مكتبة الصور.",
      },
      "link-broken": {
        rule: "رابط لا يجيب",
        found: (why) => `الصفحة المرتبطة لا تجيب: ${why}.`,
        mend: "صحح الرابط أو احذفه.",
      },
      "link-unchecked": {
        rule: "روابط لم تُفحص بعد",
        found: (links) => `عدد الروابط التي لم تُفحص مؤخرًا: ${links}.`,
        mend: "افحصها الآن.",
      },
      "section-missing": {
        rule: "لا قسم",
        found: () => "المادة ليست في أي قسم، فلا تظهر في قوائم الأقسام.",
        mend: "اختر قسمًا في البيانات.",
      },
      "edition-missing": {
        rule: "طبعة أخرى بلا هذه المادة",
        found: (edition) => `ليس في طبعة «${edition}» نسخة من هذه المادة.`,
        mend: "اطلب ترجمة إن كانت تهم قراءها.",
      },
    },
    linkStates: {
      "not-an-address": "ليس عنوانًا على الشبكة",
      "not-public": "يقود إلى شبكة خاصة",
      "unknown-host": "لا يوجد موقع كهذا",
      robots: "يطلب ملف robots.txt فيه ألا نقرأه",
      "too-large": "هي أكبر مما يُجلب",
      "no-answer": "الموقع لا يجيب",
      "too-slow": "الموقع بطيء جدًا",
      "too-many-redirects": "تحويل لا ينتهي",
    },
    linkStatus: (status) => `يجيب الموقع بالرمز ${status}`,
    differs: (source, instead) => (instead === undefined ? `ليس في ${source}` : `في ${source}: «${instead}»`),
    toSources: "إلى المصادر",
    checkLinks: "افحص الروابط الآن",
    toText: "إلى النص",
    toDetails: "إلى البيانات",
    rulesTitle: "قواعد الفحص",
    rulesIntroduction: "ما يمنع صدور المادة، وما يُسأل عنه المحرر، وما يُترك.",
    rules: { block: "يمنع", ask: "يسأل", note: "يُعلم", off: "يُترك" },
    alwaysBlocks: "يمنع دائمًا.",
    keepRules: "حفظ القواعد",
  },
};
