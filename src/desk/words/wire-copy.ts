/** The words of the pages wire copy is taken in on. */
import type { TakenIn } from "#agency/articles/take-in.ts";
import type { Spoken } from "./spoken.ts";

/** Why copy is not read. */
export type CopyRefusal = "empty" | "not-text" | "edition-missing";

/** Why what was accepted of it cannot be a draft yet. */
export type ReviewRefusal = "headline-missing" | "headline-long" | "day" | "origin-url";

type DroppedKind = TakenIn["dropped"][number]["kind"];

const FINDINGS = [
  "embargo",
  "headline-missing",
  "body-missing",
  "origin-unlinked",
  "dateline-missing",
  "dateline-impossible",
  "dateline-date-missing",
  "dateline-place-missing",
  "dateline-ambiguous",
  "dateline-future",
  "dateline-second",
  "language-differs",
  "quotation-unattributed",
  "quotation-unclosed",
  "label-note-missing",
  "label-unregistered",
  "mention-doubtful",
] as const;

type FindingCode = (typeof FINDINGS)[number];
type Sentences = Readonly<Record<FindingCode, (what: string) => string>>;
type Words<Name extends string> = Readonly<Record<Name, string>>;

export type WireCopyWords = {
  readonly title: string;
  readonly introduction: string;
  readonly edition: string;
  readonly copy: string;
  readonly file: string;
  readonly fileHint: string;
  readonly read: string;
  readonly refusals: Words<CopyRefusal>;
  readonly reviewTitle: string;
  readonly reviewIntroduction: string;
  readonly reviewRefusals: Words<ReviewRefusal>;
  readonly fields: Words<"headline" | "standfirst" | "place" | "day" | "origin" | "originUrl" | "speaker" | "office">;
  readonly findingsTitle: string;
  /** A finding in words, with what it is about; nothing for one the desk has no words for. */
  readonly finding: (code: string, what: string) => string | undefined;
  readonly quotationsTitle: string;
  readonly eventsTitle: string;
  readonly eventsHint: string;
  readonly labelsTitle: string;
  readonly labelsHint: string;
  readonly forwardTitle: string;
  readonly forwardHint: string;
  readonly attributionsTitle: string;
  readonly attributionsHint: string;
  readonly droppedTitle: string;
  readonly droppedHint: string;
  readonly kinds: Words<DroppedKind>;
  readonly take: string;
};

const saying = (sentences: Sentences) => (code: string, what: string) => {
  const known = FINDINGS.find((one) => one === code);
  return known && sentences[known](what);
};

export const wireCopy: Spoken<WireCopyWords> = {
  en: {
    title: "Paste wire copy",
    introduction:
      "Paste a story as it came, with all that stood round it, or send it as a file. You will see what was found in it before anything is kept.",
    edition: "Edition",
    copy: "The copy",
    file: "Or a file",
    fileHint: "Plain text, HTML or Markdown, in whatever encoding it came. It goes before what is pasted above.",
    read: "Read it",
    refusals: {
      empty: "There are no words of a story here. Paste the copy or choose its file.",
      "not-text": "This file is no text that can be read. Save the story as plain text, HTML or Markdown.",
      "edition-missing": "Choose the edition the copy is for.",
    },
    reviewTitle: "What was found in the copy",
    reviewIntroduction:
      "Take away the tick of what is not so, and mend what is not quite so. Nothing has been kept yet.",
    reviewRefusals: {
      "headline-missing": "Write a headline.",
      "headline-long": "The headline is too long. Shorten it to 300 characters.",
      day: "That day is in no calendar. Write it as year, month, day: 2026-11-25.",
      "origin-url": "That is no address of the web. It begins with https:// or stays empty.",
    },
    fields: {
      headline: "Headline",
      standfirst: "Standfirst",
      place: "Place of the dateline",
      day: "Its day",
      origin: "Where the copy comes from",
      originUrl: "Address of the original",
      speaker: "Speaker",
      office: "Office",
    },
    findingsTitle: "Please look",
    finding: saying({
      embargo: (what) => `The copy says “${what}”. Do not publish it before then.`,
      "headline-missing": () => "The copy has no headline.",
      "body-missing": () => "There is no text below the headline.",
      "origin-unlinked": () => "The original is not linked. Add its address.",
      "dateline-missing": () => "There is no dateline. Add the place and the day.",
      "dateline-impossible": (what) => `The dateline “${what}” names a day that does not exist.`,
      "dateline-date-missing": (what) => `The dateline “${what}” names no day. Check the one that was taken.`,
      "dateline-place-missing": (what) => `The dateline “${what}” names no place. Add it.`,
      "dateline-ambiguous": (what) => `The dateline “${what}” can be read in two ways. Check the day.`,
      "dateline-future": () => "The day of the dateline is still to come.",
      "dateline-second": (what) => `There are two datelines. “${what}” was taken, the other was left in the text.`,
      "language-differs": () => "The copy reads as another language than the edition’s.",
      "quotation-unattributed": (what) => `Nobody is named as the speaker of “${what}”.`,
      "quotation-unclosed": () => "A quotation mark is opened and never closed.",
      "label-note-missing": (what) => `An asterisk stands after “${what}”, and no note explains it.`,
      "label-unregistered": (what) =>
        `The register has no label for “${what}” today. What was typed is printed as it stands.`,
      "mention-doubtful": (what) =>
        `It is not sure whether “${what}” is the organisation of the register. Decide in the text.`,
    }),
    quotationsTitle: "Quotations",
    eventsTitle: "Dated background",
    eventsHint: "Sentences that say when something was, to be used in timelines.",
    labelsTitle: "Labels typed by hand",
    labelsHint:
      "They are taken out of the text and printed from the register, or as they were typed where it has none. Without its tick, one goes back into the text as plain words.",
    forwardTitle: "To come back to",
    forwardHint: "What the copy says is still to come.",
    attributionsTitle: "Outlets the copy names",
    attributionsHint: "Each sentence will rest on its outlet in the ledger, which is entered there if it is new.",
    droppedTitle: "Left out",
    droppedHint: "What belonged to the page the copy stood on. A tick puts it back, at the end of the text.",
    kinds: {
      "reply-form": "Reply form",
      challenge: "Sum against spam",
      social: "Networks",
      navigation: "Menu",
      share: "Share",
      advert: "Advert",
      newsletter: "Newsletter",
    },
    take: "Make it a draft",
  },
  ru: {
    title: "Принять сообщение с ленты",
    introduction:
      "Вставьте сообщение как пришло, со всем, что стояло вокруг, или отправьте файлом. Сначала вы увидите, что в нём найдено; до этого ничего не сохраняется.",
    edition: "Издание",
    copy: "Текст сообщения",
    file: "Или файл",
    fileHint: "Простой текст, HTML или Markdown в любой кодировке. Файл важнее того, что вставлено выше.",
    read: "Прочитать",
    refusals: {
      empty: "Здесь нет слов материала. Вставьте текст или выберите файл.",
      "not-text": "Этот файл не читается как текст. Сохраните материал как простой текст, HTML или Markdown.",
      "edition-missing": "Выберите издание, для которого этот текст.",
    },
    reviewTitle: "Что найдено в тексте",
    reviewIntroduction: "Снимите отметку с того, что неверно, и поправьте неточное. Пока ничего не сохранено.",
    reviewRefusals: {
      "headline-missing": "Напишите заголовок.",
      "headline-long": "Заголовок слишком длинный. Сократите его до 300 знаков.",
      day: "Такого дня нет в календаре. Запишите его как год, месяц, день: 2026-11-25.",
      "origin-url": "Это не адрес в сети. Он начинается с https:// или остаётся пустым.",
    },
    fields: {
      headline: "Заголовок",
      standfirst: "Подзаголовок",
      place: "Место в строке даты",
      day: "Её день",
      origin: "Откуда текст",
      originUrl: "Адрес оригинала",
      speaker: "Кто говорит",
      office: "Должность",
    },
    findingsTitle: "Посмотрите, пожалуйста",
    finding: saying({
      embargo: (what) => `В тексте сказано: «${what}». Не выпускайте раньше.`,
      "headline-missing": () => "У текста нет заголовка.",
      "body-missing": () => "Под заголовком нет текста.",
      "origin-unlinked": () => "Нет ссылки на оригинал. Добавьте его адрес.",
      "dateline-missing": () => "Нет строки места и даты. Добавьте место и день.",
      "dateline-impossible": (what) => `В строке «${what}» назван день, которого нет.`,
      "dateline-date-missing": (what) => `В строке «${what}» нет дня. Проверьте тот, что взят.`,
      "dateline-place-missing": (what) => `В строке «${what}» нет места. Добавьте его.`,
      "dateline-ambiguous": (what) => `Строку «${what}» можно прочесть двояко. Проверьте день.`,
      "dateline-future": () => "День в строке даты ещё не наступил.",
      "dateline-second": (what) => `Строк места и даты две. Взята «${what}», другая оставлена в тексте.`,
      "language-differs": () => "Текст написан не на языке издания.",
      "quotation-unattributed": (what) => `Не назван тот, кто сказал «${what}».`,
      "quotation-unclosed": () => "Кавычка открыта и нигде не закрыта.",
      "label-note-missing": (what) => `После «${what}» стоит звёздочка, а сноски к ней нет.`,
      "label-unregistered": (what) => `Для «${what}» в реестре сегодня нет пометы. Написанная печатается как есть.`,
      "mention-doubtful": (what) => `Неясно, та ли это организация из реестра: «${what}». Решите в тексте.`,
    }),
    quotationsTitle: "Цитаты",
    eventsTitle: "Датированные сведения",
    eventsHint: "Фразы о том, когда что было; из них складываются хронологии.",
    labelsTitle: "Пометы, написанные вручную",
    labelsHint:
      "Они убраны из текста и печатаются по реестру, а где в нём их нет — как написаны. Без отметки помета вернётся в текст обычными словами.",
    forwardTitle: "К чему вернуться",
    forwardHint: "Что, по словам текста, ещё впереди.",
    attributionsTitle: "Издания, на которые ссылается текст",
    attributionsHint:
      "Каждое предложение будет опираться на своё издание в реестре источников; нового там заведут запись.",
    droppedTitle: "Отброшено",
    droppedHint: "То, что принадлежало странице, а не материалу. Отметка вернёт это в конец текста.",
    kinds: {
      "reply-form": "Форма ответа",
      challenge: "Задача против спама",
      social: "Соцсети",
      navigation: "Меню",
      share: "Поделиться",
      advert: "Реклама",
      newsletter: "Рассылка",
    },
    take: "Сделать черновиком",
  },
  ar: {
    title: "لصق برقية",
    introduction: "الصق المادة كما وصلت بكل ما كان حولها، أو أرسلها ملفًا. سترى ما وُجد فيها قبل أن يُحفظ شيء.",
    edition: "الطبعة",
    copy: "نص البرقية",
    file: "أو ملف",
    fileHint: "نص عادي أو HTML أو Markdown بأي ترميز. الملف مقدَّم على ما أُلصق أعلاه.",
    read: "اقرأها",
    refusals: {
      empty: "لا توجد هنا كلمات مادة. الصق النص أو اختر ملفه.",
      "not-text": "هذا الملف ليس نصًا يمكن قراءته. احفظ المادة نصًا عاديًا أو HTML أو Markdown.",
      "edition-missing": "اختر الطبعة التي لها هذا النص.",
    },
    reviewTitle: "ما وُجد في النص",
    reviewIntroduction: "أزل العلامة عمّا ليس صحيحًا، وأصلح ما ليس دقيقًا. لم يُحفظ شيء بعد.",
    reviewRefusals: {
      "headline-missing": "اكتب عنوانًا.",
      "headline-long": "العنوان طويل جدًا. اختصره إلى 300 حرف.",
      day: "هذا اليوم ليس في التقويم. اكتبه سنة وشهرًا ويومًا: 2026-11-25.",
      "origin-url": "هذا ليس عنوانًا على الشبكة. يبدأ بـ https:// أو يبقى فارغًا.",
    },
    fields: {
      headline: "العنوان",
      standfirst: "المقدمة",
      place: "مكان الخبر",
      day: "يومه",
      origin: "مصدر النص",
      originUrl: "عنوان الأصل",
      speaker: "القائل",
      office: "صفته",
    },
    findingsTitle: "ألقِ نظرة من فضلك",
    finding: saying({
      embargo: (what) => `يقول النص «${what}». لا تنشره قبل ذلك.`,
      "headline-missing": () => "النص بلا عنوان.",
      "body-missing": () => "لا نص تحت العنوان.",
      "origin-unlinked": () => "لا رابط إلى الأصل. أضف عنوانه.",
      "dateline-missing": () => "لا سطر للمكان والتاريخ. أضف المكان واليوم.",
      "dateline-impossible": (what) => `يذكر السطر «${what}» يومًا لا وجود له.`,
      "dateline-date-missing": (what) => `لا يذكر السطر «${what}» يومًا. راجع اليوم الذي أُخذ.`,
      "dateline-place-missing": (what) => `لا يذكر السطر «${what}» مكانًا. أضفه.`,
      "dateline-ambiguous": (what) => `يُقرأ السطر «${what}» على وجهين. راجع اليوم.`,
      "dateline-future": () => "يوم الخبر لم يأتِ بعد.",
      "dateline-second": (what) => `في النص سطران للمكان والتاريخ. أُخذ «${what}» وبقي الآخر في النص.`,
      "language-differs": () => "لغة النص غير لغة الطبعة.",
      "quotation-unattributed": (what) => `لا يُذكر من قال «${what}».`,
      "quotation-unclosed": () => "علامة اقتباس فُتحت ولم تُغلق.",
      "label-note-missing": (what) => `بعد «${what}» نجمة لا حاشية تشرحها.`,
      "label-unregistered": (what) => `ليس في السجل اليوم تنويه لـ«${what}»، فيُطبع المكتوب كما هو.`,
      "mention-doubtful": (what) => `ليس مؤكدًا أن «${what}» هي المنظمة الواردة في السجل. قرر ذلك في النص.`,
    }),
    quotationsTitle: "الاقتباسات",
    eventsTitle: "خلفية مؤرخة",
    eventsHint: "جمل تقول متى وقع شيء، تُستعمل في التسلسل الزمني.",
    labelsTitle: "تنويهات مكتوبة باليد",
    labelsHint:
      "تُرفع من النص وتُطبع من السجل، أو كما كُتبت حيث لا يذكرها السجل. وما أزلت علامته يعود إلى النص كلماتٍ عادية.",
    forwardTitle: "ما يُعاد إليه",
    forwardHint: "ما يقول النص إنه لم يأتِ بعد.",
    attributionsTitle: "وسائل الإعلام التي يذكرها النص",
    attributionsHint: "كل جملة ستستند إلى مصدرها في السجل، ويُدرج فيه إن كان جديدًا.",
    droppedTitle: "ما تُرك",
    droppedHint: "ما كان للصفحة التي وقف عليها النص. العلامة تعيده إلى آخر النص.",
    kinds: {
      "reply-form": "نموذج رد",
      challenge: "مسألة ضد الرسائل المزعجة",
      social: "شبكات",
      navigation: "قائمة",
      share: "مشاركة",
      advert: "إعلان",
      newsletter: "نشرة بريدية",
    },
    take: "اجعلها مسودة",
  },
};
