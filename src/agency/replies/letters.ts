/** What the house writes to readers, in the language of the edition they wrote to: lines, links and others' words. */
import type { Reason } from "./replies.ts";

/** A piece of a letter; whoever sends it prints it as text and as HTML. */
export type Piece =
  | { readonly kind: "line"; readonly text: string }
  /** Words of a reader, already with the newsroom's notes. */
  | { readonly kind: "words"; readonly text: string }
  /** `quiet` ones stand at the foot. */
  | { readonly kind: "link"; readonly text: string; readonly href: string; readonly isQuiet?: boolean };

export type ReaderLetter = { readonly subject: string; readonly pieces: readonly Piece[] };

type Told = { readonly agency: string };

export type Answer = {
  readonly kind: "answer" | "shown" | "refused";
  readonly name: string;
  readonly text: string;
  readonly headline: string;
  readonly href: string;
  readonly reason: Reason | null;
  readonly note: string;
};

type Answers = Told & {
  readonly answers: readonly Answer[];
  readonly more: number;
  readonly mine: string;
  readonly stop: string;
};

type Own = { readonly href: string; readonly day: string };

export type LetterWords = {
  /** Before what the newsroom says in somebody's words. */
  readonly note: string;
  readonly confirm: (told: Told & { readonly href: string }) => ReaderLetter;
  readonly door: (told: Told & { readonly href: string; readonly headline: string }) => ReaderLetter;
  readonly own: (told: Told & { readonly links: readonly Own[]; readonly stop: string }) => ReaderLetter;
  readonly answers: (told: Answers) => ReaderLetter;
  /** What a browser shows. */
  readonly push: {
    readonly answer: (name: string) => string;
    readonly several: (n: number) => string;
    readonly confirmed: string;
  };
};

const line = (text: string): Piece => ({ kind: "line", text });
const link = (text: string, href: string): Piece => ({ kind: "link", text, href });
const foot = (text: string, href: string): Piece => ({ kind: "link", text, href, isQuiet: true });

type AnswerWords = {
  readonly answered: (answer: Answer) => string;
  readonly shown: (answer: Answer) => string;
  readonly refused: (answer: Answer) => string;
  readonly because: (why: string) => string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly see: string;
  readonly more: (n: number) => string;
  readonly mine: string;
  readonly stop: string;
};

type AnswerSubjects = {
  readonly answer: (name: string) => string;
  readonly decision: string;
  readonly several: (n: number) => string;
};

/** One thing is told in the subject, several are counted there. */
function answersIn(words: AnswerWords, subjects: AnswerSubjects): LetterWords["answers"] {
  return (told) => {
    const [first, ...others] = told.answers;
    const isOne = others.length === 0 && told.more === 0;
    const one = first?.kind === "answer" ? subjects.answer(first.name) : subjects.decision;
    const subject = first && isOne ? one : subjects.several(told.answers.length + told.more);
    return { subject: `${subject} · ${told.agency}`, pieces: answerPieces(told, words) };
  };
}

function answerPieces({ answers, more, mine, stop }: Answers, words: AnswerWords): readonly Piece[] {
  return [
    ...answers.flatMap((answer) => answerPiece(answer, words, mine)),
    ...(more > 0 ? [line(words.more(more))] : []),
    foot(words.mine, mine),
    foot(words.stop, stop),
  ];
}

function answerPiece(answer: Answer, words: AnswerWords, mine: string): readonly Piece[] {
  if (answer.kind === "answer")
    return [line(words.answered(answer)), { kind: "words", text: answer.text }, link(words.see, answer.href)];
  if (answer.kind === "shown") return [line(words.shown(answer)), link(words.see, answer.href)];
  const why = [answer.reason === null ? "" : words.reasons[answer.reason], answer.note].filter((one) => one !== "");
  return [
    line(words.refused(answer)),
    ...(why.length > 0 ? [line(words.because(why.join(". ")))] : []),
    link(words.mine, mine),
  ];
}

const EN: AnswerWords = {
  answered: ({ name, headline }) => `${name} answered your reply to “${headline}”:`,
  shown: ({ headline }) => `Your reply to “${headline}” is shown now.`,
  refused: ({ headline }) => `Your reply to “${headline}” is not shown.`,
  because: (why) => `Why: ${why}. You can ask for another look on the page of your replies.`,
  reasons: {
    "off-topic": "it is not about the story",
    abuse: "it attacks or demeans somebody",
    spam: "it advertises",
    unlawful: "its content is unlawful",
    privacy: "it gives away something private",
    duplicate: "it was sent before",
    other: "another reason",
  },
  see: "Read it in its place",
  more: (n) => `${n} more stand on the page of your replies.`,
  mine: "Your replies: change, take back, download, erase",
  stop: "No more letters",
};

const RU: AnswerWords = {
  answered: ({ name, headline }) => `${name} отвечает на ваш отзыв к статье «${headline}»:`,
  shown: ({ headline }) => `Ваш отзыв к статье «${headline}» опубликован.`,
  refused: ({ headline }) => `Ваш отзыв к статье «${headline}» не опубликован.`,
  because: (why) => `Причина: ${why}. На странице ваших отзывов можно попросить рассмотреть его ещё раз.`,
  reasons: {
    "off-topic": "он не о статье",
    abuse: "он оскорбляет или унижает",
    spam: "это реклама",
    unlawful: "содержание противозаконно",
    privacy: "он раскрывает личное",
    duplicate: "он уже был отправлен",
    other: "другая причина",
  },
  see: "Прочитать на месте",
  more: (n) => `Ещё на странице ваших отзывов: ${n}.`,
  mine: "Ваши отзывы: изменить, отозвать, скачать, стереть",
  stop: "Больше не писать",
};

const AR: AnswerWords = {
  answered: ({ name, headline }) => `ردّ ${name} على ردك على «${headline}»:`,
  shown: ({ headline }) => `ردك على «${headline}» ظاهر الآن.`,
  refused: ({ headline }) => `لم يُنشر ردك على «${headline}».`,
  because: (why) => `السبب: ${why}. يمكنك أن تطلب نظرة أخرى من صفحة ردودك.`,
  reasons: {
    "off-topic": "ليس عن الخبر",
    abuse: "يهاجم أحدًا أو يحطّ من قدره",
    spam: "إعلان",
    unlawful: "محتواه غير قانوني",
    privacy: "يكشف أمرًا خاصًا",
    duplicate: "أُرسل من قبل",
    other: "سبب آخر",
  },
  see: "اقرأه في مكانه",
  more: (n) => `على صفحة ردودك المزيد: ${n}.`,
  mine: "ردودك: غيّرها أو اسحبها أو نزّلها أو امحها",
  stop: "لا رسائل بعد الآن",
};

const WORDS: Readonly<Record<string, LetterWords>> = {
  en: {
    note: "Editors’ note",
    confirm: ({ agency, href }) => ({
      subject: `Is this your address? ${agency}`,
      pieces: [
        line(`Somebody wrote a reply at ${agency} and gave this address. It is not published.`),
        line("If that was you, say so here. You can then change, take back and erase your replies from any device."),
        link("Yes, this is my address", href),
        line("The link holds for seven days. If it was not you, do nothing: you will hear no more about this reply."),
      ],
    }),
    door: ({ agency, href, headline }) => ({
      subject: `Your reply is ready to be sent: ${agency}`,
      pieces: [
        line(`Somebody wrote a reply to “${headline}” and asked for a link instead of a sum.`),
        line("If that was you, open the link, look at your reply once more, and send it."),
        link("Look at the reply and send it", href),
        line("The link works once and holds for a day. If it was not you, do nothing: nothing will be sent."),
      ],
    }),
    own: ({ agency, links, stop }) => ({
      subject: `Your replies at ${agency}`,
      pieces: [
        line("You asked for the way back to your replies. Whoever has a link below can change and erase them."),
        ...links.map(({ href, day }) => link(`Replies of the device you wrote from on ${day}`, href)),
        foot("No more letters", stop),
      ],
    }),
    answers: answersIn(EN, {
      answer: (name) => `${name} answered you`,
      decision: "A decision on your reply",
      several: (n) => `${n} news about your replies`,
    }),
    push: {
      answer: (name) => `${name} answered you`,
      several: (n) => `${n} answers to your replies`,
      confirmed: "You will hear here when somebody answers you.",
    },
  },
  ru: {
    note: "Примечание редакции",
    confirm: ({ agency, href }) => ({
      subject: `Это ваш адрес? ${agency}`,
      pieces: [
        line(`Кто-то оставил отзыв на сайте «${agency}» и указал этот адрес. Адрес не публикуется.`),
        line("Если это были вы, подтвердите. Тогда вы сможете менять, отзывать и стирать отзывы с любого устройства."),
        link("Да, это мой адрес", href),
        line(
          "Ссылка действует семь дней. Если это были не вы, ничего не делайте: писем об этом отзыве больше не будет.",
        ),
      ],
    }),
    door: ({ agency, href, headline }) => ({
      subject: `Ваш отзыв готов к отправке: ${agency}`,
      pieces: [
        line(`Кто-то написал отзыв к статье «${headline}» и попросил ссылку вместо примера.`),
        line("Если это были вы, откройте ссылку, ещё раз посмотрите на отзыв и отправьте его."),
        link("Посмотреть отзыв и отправить", href),
        line(
          "Ссылка сработает один раз и действует сутки. Если это были не вы, ничего не делайте: ничего не отправится.",
        ),
      ],
    }),
    own: ({ agency, links, stop }) => ({
      subject: `Ваши отзывы: ${agency}`,
      pieces: [
        line("Вы попросили ссылку на свои отзывы. Тот, у кого она есть, может их менять и стирать."),
        ...links.map(({ href, day }) => link(`Отзывы с устройства, с которого вы писали ${day}`, href)),
        foot("Больше не писать", stop),
      ],
    }),
    answers: answersIn(RU, {
      answer: (name) => `Вам отвечает ${name}`,
      decision: "Решение по вашему отзыву",
      several: (n) => `Новое о ваших отзывах: ${n}`,
    }),
    push: {
      answer: (name) => `Вам отвечает ${name}`,
      several: (n) => `Ответов на ваши отзывы: ${n}`,
      confirmed: "Здесь вы узнаете, когда вам ответят.",
    },
  },
  ar: {
    note: "ملاحظة التحرير",
    confirm: ({ agency, href }) => ({
      subject: `هل هذا عنوانك؟ ${agency}`,
      pieces: [
        line(`كتب أحدهم ردًا في ${agency} وأعطى هذا العنوان. لن يُنشر العنوان.`),
        line("إن كنت أنت فأكّد ذلك هنا، لتستطيع تغيير ردودك وسحبها ومحوها من أي جهاز."),
        link("نعم، هذا عنواني", href),
        line("يصلح الرابط سبعة أيام. إن لم تكن أنت فلا تفعل شيئًا، ولن تصلك رسائل أخرى عن هذا الرد."),
      ],
    }),
    door: ({ agency, href, headline }) => ({
      subject: `ردك جاهز للإرسال: ${agency}`,
      pieces: [
        line(`كتب أحدهم ردًا على «${headline}» وطلب رابطًا بدل المسألة الحسابية.`),
        line("إن كنت أنت فافتح الرابط وانظر إلى ردك مرة أخرى ثم أرسله."),
        link("انظر إلى الرد وأرسله", href),
        line("يصلح الرابط مرة واحدة ولمدة يوم. إن لم تكن أنت فلا تفعل شيئًا، ولن يُرسل شيء."),
      ],
    }),
    own: ({ agency, links, stop }) => ({
      subject: `ردودك في ${agency}`,
      pieces: [
        line("طلبت طريق العودة إلى ردودك. من عنده الرابط يستطيع تغييرها ومحوها."),
        ...links.map(({ href, day }) => link(`ردود الجهاز الذي كتبت منه في ${day}`, href)),
        foot("لا رسائل بعد الآن", stop),
      ],
    }),
    answers: answersIn(AR, {
      answer: (name) => `ردّ عليك ${name}`,
      decision: "قرار بشأن ردك",
      several: (n) => `جديد ردودك: ${n}`,
    }),
    push: {
      answer: (name) => `ردّ عليك ${name}`,
      several: (n) => `ردود على ردودك: ${n}`,
      confirmed: "ستعرف هنا متى يردّ عليك أحد.",
    },
  },
};

/** The words of letters in a language; English where there are none. */
export function letterWords(language: string): LetterWords {
  const words = WORDS[language.split("-", 1)[0] ?? ""] ?? WORDS["en"];
  if (!words) throw new Error("letters to readers have no English words");
  return words;
}
