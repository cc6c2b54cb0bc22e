/** The words of moderation beside its queue: rules, bans, notes, scores, reports. */
import type { BanKind } from "#agency/replies/bans.ts";
import type { Effect, RuleKind } from "#agency/replies/rules.ts";
import { counted } from "#lib/counted.ts";
import type { Spoken } from "./spoken.ts";

export type ModerationWords = {
  readonly rules: string;
  readonly rulesIntroduction: string;
  readonly noRules: string;
  readonly newRule: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<RuleKind, string>>;
  readonly terms: string;
  readonly termsHint: string;
  readonly badTerms: string;
  readonly effect: string;
  readonly effects: Readonly<Record<Effect, string>>;
  readonly write: string;
  readonly on: string;
  readonly off: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly remove: string;
  readonly says: {
    readonly words: (list: string) => string;
    readonly mostLinks: (n: number) => string;
    readonly hosts: (list: string) => string;
    readonly rate: (count: number, minutes: number) => string;
    readonly age: (days: number) => string;
    readonly score: (least: number) => string;
    readonly disposable: (n: number) => string;
    readonly network: (day: string) => string;
  };
  readonly tried: string;
  readonly triedOf: (caught: number, looked: number) => string;
  readonly triedShown: (n: number) => string;
  readonly triedUntil: (day: string) => string;
  readonly triedNetwork: string;
  readonly triedNone: string;
  readonly examples: string;
  readonly history: string;
  readonly rule: string;
  readonly bans: string;
  readonly bansIntroduction: string;
  readonly noBans: string;
  readonly banKinds: Readonly<Record<BanKind, string>>;
  readonly until: string;
  readonly lift: string;
  readonly ban: string;
  readonly banDays: string;
  readonly days: (n: number) => string;
  readonly banNetwork: string;
  readonly banNetworkHint: string;
  readonly banNote: string;
  readonly banned: (list: string) => string;
  readonly notBanned: string;
  readonly holdNetwork: string;
  readonly notes: string;
  readonly noteWords: string;
  readonly noteHint: string;
  readonly addNote: string;
  readonly feature: string;
  readonly unfeature: string;
  readonly answer: string;
  readonly answerHint: string;
  readonly sendAnswer: string;
  readonly score: (n: number) => string;
  readonly scoreHint: string;
  readonly scoreFor: string;
  readonly scoreAgainst: string;
  readonly signs: Readonly<
    Record<"#no-link" | "#links" | "#link" | "#capitals" | "#shouting" | "#number" | "#name-link" | "#short", string>
  >;
  readonly linkTo: (host: string) => string;
  readonly advice: string;
  readonly othersOf: string;
};

export const moderation: Spoken<ModerationWords> = {
  en: {
    rules: "Rules",
    rulesIntroduction:
      "What is done with replies as they arrive. A rule is written down off; its page shows what it would have done in the last 90 days, and there it is turned on. Every change stays in the record of acts.",
    noRules: "No rule yet: first replies and replies with many links wait, whatever the rules say.",
    newRule: "A new rule",
    kind: "It looks for",
    kinds: {
      words: "Words",
      links: "Links",
      rate: "Many replies of one device",
      age: "Replies to old stories",
      score: "A high score",
      disposable: "Addresses lent for minutes",
      network: "A network, for today",
    },
    terms: "What exactly",
    termsHint:
      "Words: one word or phrase a line, * for any ending; look-alike letters are seen through. Links: a number, and hosts one a line. Many replies: count and minutes, as 5 10. Old stories: days. Score: a number to 100. Lent addresses: more domains, one a line; they are kept as digests alone. A network is held from the page of a reply.",
    badTerms: "That says nothing this kind of rule can look for. See the line above.",
    effect: "Then",
    effects: {
      hold: "it waits for a moderator",
      refuse: "it is refused, with the reason",
      flag: "it is marked, and nothing else",
    },
    write: "Write it down",
    on: "On",
    off: "Off",
    turnOn: "Turn it on",
    turnOff: "Turn it off",
    remove: "Remove",
    says: {
      words: (list) => `Words: ${list}`,
      mostLinks: (n) => `More than ${n} links`,
      hosts: (list) => `Links to ${list}`,
      rate: (count, minutes) => `More than ${count} replies of one device in ${minutes} minutes`,
      age: (days) => `A story older than ${days} days`,
      score: (least) => `A score of ${least} or more`,
      disposable: (n) => `An address of one of ${n} domains that lend them for minutes`,
      network: (day) => `What comes from one network on ${day} (UTC)`,
    },
    tried: "What it would have done in the last 90 days",
    triedOf: (caught, looked) => `It would have caught ${caught} of ${looked} replies.`,
    triedShown: counted("en", {
      one: "{n} of them a moderator has shown.",
      other: "{n} of them a moderator has shown.",
    }),
    triedUntil: (day) => `There are more replies than are tried at once: it was tried up to ${day}.`,
    triedNetwork:
      "Where replies came from is known for today alone, until the day’s key is gone at midnight (UTC): it was tried on today.",
    triedNone: "It would have caught none.",
    examples: "Some of them, those that were shown first",
    history: "What was done with it",
    rule: "Rule",
    bans: "Bans",
    bansIntroduction:
      "Guests who may not write for a while. A ban holds on the device and on the address that was given, never on a name. On a network it holds until midnight (UTC), when the key is gone by which the network is known.",
    noBans: "Nobody is banned.",
    banKinds: { device: "Device", address: "Address", network: "Network, today" },
    until: "until",
    lift: "Lift",
    ban: "Ban who wrote this",
    banDays: "For",
    days: counted("en", { one: "{n} day", other: "{n} days" }),
    banNetwork: "The network too, until midnight (UTC)",
    banNetworkHint: "Others who share it are shut out as well.",
    banNote: "A note for the desk",
    banned: (list) => `Banned by: ${list}.`,
    notBanned: "Nothing is known by which this guest could be banned.",
    holdNetwork: "Hold what comes from its network today",
    notes: "Notes of the desk",
    noteWords: "A note",
    noteHint: "Only the desk reads it. It goes when the reader has everything erased.",
    addNote: "Add the note",
    feature: "Choose it for readers",
    unfeature: "Choose it no more",
    answer: "Answer for the newsroom",
    answerHint: "It is shown at once, with your name and the mark of the newsroom.",
    sendAnswer: "Send the answer",
    score: (n) => `Score ${n} of 100`,
    scoreHint:
      "How much it looks like what this newsroom refused as advertising. It is learned here and decides nothing by itself.",
    scoreFor: "speaks for advertising",
    scoreAgainst: "speaks against",
    signs: {
      "#no-link": "no link",
      "#links": "many links",
      "#link": "a link",
      "#capitals": "mostly capitals",
      "#shouting": "!!! or ???",
      "#number": "a long number",
      "#name-link": "a link for a name",
      "#short": "very short",
    },
    linkTo: (host) => `link to ${host}`,
    advice: "Advice from outside",
    othersOf: "Other replies of this guest",
  },
  ru: {
    rules: "Правила",
    rulesIntroduction:
      "Что делается с откликами, когда они приходят. Правило записывают выключенным; на его странице видно, что оно сделало бы за последние 90 дней, там его и включают. Каждое изменение остаётся в журнале действий.",
    noRules: "Правил пока нет: первые отклики и отклики со многими ссылками ждут в любом случае.",
    newRule: "Новое правило",
    kind: "Ищет",
    kinds: {
      words: "Слова",
      links: "Ссылки",
      rate: "Много откликов с одного устройства",
      age: "Отклики к старым материалам",
      score: "Высокую оценку",
      disposable: "Адреса на несколько минут",
      network: "Сеть, на сегодня",
    },
    terms: "Что именно",
    termsHint:
      "Слова: по слову или выражению в строке, * – любое окончание; похожие буквы других алфавитов узнаются. Ссылки: число и хосты по одному в строке. Много откликов: число и минуты, например 5 10. Старые материалы: дни. Оценка: число до 100. Временные адреса: ещё домены, по одному в строке; хранятся только их свёртки. Сеть задерживают со страницы отклика.",
    badTerms: "Такое правило по этим словам ничего искать не может. См. пояснение выше.",
    effect: "Тогда",
    effects: {
      hold: "отклик ждёт модератора",
      refuse: "отклик отклоняется с причиной",
      flag: "отклик только помечается",
    },
    write: "Записать",
    on: "Включено",
    off: "Выключено",
    turnOn: "Включить",
    turnOff: "Выключить",
    remove: "Удалить",
    says: {
      words: (list) => `Слова: ${list}`,
      mostLinks: (n) => `Ссылок больше ${n}`,
      hosts: (list) => `Ссылки на ${list}`,
      rate: (count, minutes) => `Больше ${count} откликов с одного устройства за ${minutes} мин.`,
      age: (days) => `Материал старше ${days} дн.`,
      score: (least) => `Оценка ${least} и выше`,
      disposable: (n) => `Адрес на одном из ${n} доменов, дающих его на минуты`,
      network: (day) => `Всё из одной сети за ${day} (UTC)`,
    },
    tried: "Что оно сделало бы за последние 90 дней",
    triedOf: (caught, looked) => `Сработало бы на ${caught} из ${looked} откликов.`,
    triedShown: counted("ru", {
      one: "Из них показан модератором {n}.",
      few: "Из них показаны модератором {n}.",
      many: "Из них показаны модератором {n}.",
      other: "Из них показаны модератором {n}.",
    }),
    triedUntil: (day) => `Откликов больше, чем проверяется за раз: проверено до ${day}.`,
    triedNetwork:
      "Откуда пришёл отклик, известно только сегодня, пока жив ключ дня (до полуночи UTC): проверено на сегодняшних.",
    triedNone: "Не сработало бы ни разу.",
    examples: "Некоторые из них, сначала показанные",
    history: "Что с ним делали",
    rule: "Правило",
    bans: "Запреты",
    bansIntroduction:
      "Гости, которым какое-то время нельзя писать. Запрет держится на устройстве и на указанном адресе, но не на имени. На сети – до полуночи (UTC), когда исчезает ключ, по которому сеть узнаётся.",
    noBans: "Никому не запрещено.",
    banKinds: { device: "Устройство", address: "Адрес", network: "Сеть, сегодня" },
    until: "до",
    lift: "Снять",
    ban: "Запретить автору писать",
    banDays: "На",
    days: counted("ru", { one: "{n} день", few: "{n} дня", many: "{n} дней", other: "{n} дня" }),
    banNetwork: "И сеть, до полуночи (UTC)",
    banNetworkHint: "Другие из этой сети тоже не смогут писать.",
    banNote: "Заметка для редакции",
    banned: (list) => `Запрет держится на: ${list}.`,
    notBanned: "Нет ничего, по чему этого гостя можно узнать.",
    holdNetwork: "Задерживать сегодня всё из этой сети",
    notes: "Заметки редакции",
    noteWords: "Заметка",
    noteHint: "Её читает только редакция. Она исчезнет, когда читатель всё сотрёт.",
    addNote: "Добавить заметку",
    feature: "Выделить для читателей",
    unfeature: "Больше не выделять",
    answer: "Ответить от редакции",
    answerHint: "Ответ показывается сразу, с вашим именем и пометкой редакции.",
    sendAnswer: "Отправить ответ",
    score: (n) => `Оценка ${n} из 100`,
    scoreHint: "Насколько это похоже на то, что редакция отклоняла как рекламу. Выучено здесь и само ничего не решает.",
    scoreFor: "похоже на рекламу",
    scoreAgainst: "непохоже",
    signs: {
      "#no-link": "нет ссылок",
      "#links": "много ссылок",
      "#link": "ссылка",
      "#capitals": "почти одни прописные",
      "#shouting": "!!! или ???",
      "#number": "длинное число",
      "#name-link": "ссылка вместо имени",
      "#short": "очень коротко",
    },
    linkTo: (host) => `ссылка на ${host}`,
    advice: "Советы извне",
    othersOf: "Другие отклики этого гостя",
  },
  ar: {
    rules: "القواعد",
    rulesIntroduction:
      "ما يُفعل بالردود عند وصولها. تُكتب القاعدة موقوفة، وتبين صفحتها ما كانت ستفعله في آخر 90 يومًا، وهناك تُشغَّل. يبقى كل تغيير في سجل الأعمال.",
    noRules: "لا قواعد بعد: الردود الأولى والردود كثيرة الروابط تنتظر في كل حال.",
    newRule: "قاعدة جديدة",
    kind: "تبحث عن",
    kinds: {
      words: "كلمات",
      links: "روابط",
      rate: "ردود كثيرة من جهاز واحد",
      age: "ردود على أخبار قديمة",
      score: "تقدير مرتفع",
      disposable: "عناوين تُعار لدقائق",
      network: "شبكة، لليوم",
    },
    terms: "ماذا بالضبط",
    termsHint:
      "الكلمات: كلمة أو عبارة في كل سطر، و* لأي نهاية؛ وتُعرف الحروف المتشابهة. الروابط: عدد، ومضيفون واحد في كل سطر. ردود كثيرة: العدد والدقائق، مثل 5 10. أخبار قديمة: أيام. التقدير: عدد حتى 100. عناوين معارة: نطاقات أخرى، واحد في كل سطر، ولا تُحفظ إلا بصماتها. تُوقف الشبكة من صفحة رد.",
    badTerms: "لا يمكن لهذا النوع من القواعد أن يبحث بما كُتب. انظر الشرح أعلاه.",
    effect: "عندئذ",
    effects: { hold: "ينتظر الرد مشرفًا", refuse: "يُرفض الرد مع السبب", flag: "يُعلَّم الرد فقط" },
    write: "اكتبها",
    on: "تعمل",
    off: "موقوفة",
    turnOn: "شغّلها",
    turnOff: "أوقفها",
    remove: "احذف",
    says: {
      words: (list) => `كلمات: ${list}`,
      mostLinks: (n) => `أكثر من ${n} روابط`,
      hosts: (list) => `روابط إلى ${list}`,
      rate: (count, minutes) => `أكثر من ${count} ردود من جهاز واحد في ${minutes} دقائق`,
      age: (days) => `خبر أقدم من ${days} يومًا`,
      score: (least) => `تقدير ${least} فأكثر`,
      disposable: (n) => `عنوان من أحد ${n} نطاقًا تعيره لدقائق`,
      network: (day) => `ما يأتي من شبكة واحدة في ${day} (UTC)`,
    },
    tried: "ما كانت ستفعله في آخر 90 يومًا",
    triedOf: (caught, looked) => `كانت ستصيب ${caught} من ${looked} ردًا.`,
    triedShown: counted("ar", {
      zero: "لم يعرض المشرف أيًا منها.",
      one: "عرض المشرف واحدًا منها.",
      two: "عرض المشرف اثنين منها.",
      few: "عرض المشرف {n} منها.",
      many: "عرض المشرف {n} منها.",
      other: "عرض المشرف {n} منها.",
    }),
    triedUntil: (day) => `الردود أكثر مما يُجرَّب مرة واحدة: جُرّبت حتى ${day}.`,
    triedNetwork: "لا يُعرف مصدر الردود إلا اليوم، حتى يزول مفتاح اليوم عند منتصف الليل (UTC): جُرّبت على ردود اليوم.",
    triedNone: "لم تكن لتصيب شيئًا.",
    examples: "بعضها، والمعروض منها أولًا",
    history: "ما فُعل بها",
    rule: "قاعدة",
    bans: "المنع",
    bansIntroduction:
      "زوار لا يحق لهم الكتابة مدة. يقوم المنع على الجهاز وعلى العنوان المعطى، لا على الاسم. أما على الشبكة فحتى منتصف الليل (UTC)، حين يزول المفتاح الذي تُعرف به.",
    noBans: "لا أحد ممنوع.",
    banKinds: { device: "الجهاز", address: "العنوان", network: "الشبكة، اليوم" },
    until: "حتى",
    lift: "ارفع المنع",
    ban: "امنع كاتب هذا الرد",
    banDays: "مدة",
    days: counted("ar", {
      zero: "لا يوم",
      one: "يوم واحد",
      two: "يومان",
      few: "{n} أيام",
      many: "{n} يومًا",
      other: "{n} يوم",
    }),
    banNetwork: "والشبكة أيضًا، حتى منتصف الليل (UTC)",
    banNetworkHint: "يُمنع معه من يشاركونه الشبكة.",
    banNote: "ملاحظة للتحرير",
    banned: (list) => `يقوم المنع على: ${list}.`,
    notBanned: "لا شيء يُعرف به هذا الزائر ليُمنع.",
    holdNetwork: "أوقف ما يأتي اليوم من شبكته",
    notes: "ملاحظات التحرير",
    noteWords: "ملاحظة",
    noteHint: "لا يقرؤها إلا التحرير، وتزول حين يمحو القارئ كل ما له.",
    addNote: "أضف الملاحظة",
    feature: "اختره للقراء",
    unfeature: "ألغ اختياره",
    answer: "أجب باسم التحرير",
    answerHint: "يُعرض فورًا باسمك وبعلامة التحرير.",
    sendAnswer: "أرسل الجواب",
    score: (n) => `التقدير ${n} من 100`,
    scoreHint: "كم يشبه ما رفضه هذا التحرير بوصفه إعلانًا. تُعلّم هنا ولا يقرر شيئًا وحده.",
    scoreFor: "يدل على إعلان",
    scoreAgainst: "يدل على خلافه",
    signs: {
      "#no-link": "بلا روابط",
      "#links": "روابط كثيرة",
      "#link": "رابط",
      "#capitals": "حروف كبيرة في الغالب",
      "#shouting": "!!! أو ???",
      "#number": "رقم طويل",
      "#name-link": "رابط بدل الاسم",
      "#short": "قصير جدًا",
    },
    linkTo: (host) => `رابط إلى ${host}`,
    advice: "نصائح من الخارج",
    othersOf: "ردود أخرى لهذا الزائر",
  },
};
