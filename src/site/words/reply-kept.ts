/** The words of the page that says how long what of a reply is kept. */
import type { Kept, Length } from "#agency/replies/kept.ts";

/** Lengths come in the words of the language, `30 days`. */
export type KeptLengths = Readonly<Record<Length | "mailed", string>>;

export type ReplyKeptWords = {
  readonly title: string;
  readonly introduction: string;
  readonly what: string;
  readonly howLong: string;
  readonly rows: Readonly<Record<Kept, readonly [what: string, howLong: (lengths: KeptLengths) => string]>>;
  readonly askedTitle: string;
  readonly asked: Readonly<Record<"nobody" | "own" | "akismet", string>>;
  readonly yoursTitle: string;
  readonly yours: string;
  readonly mine: string;
  readonly link: string;
};

const KEPT_WORDS: Readonly<Record<"en" | "ru" | "ar", ReplyKeptWords>> = {
  en: {
    title: "How long we keep what of a reply",
    introduction:
      "What you leave with us when you write a reply, and when it ends by itself. These are the periods this site works by, not a promise beside it.",
    what: "What",
    howLong: "How long",
    rows: {
      published: [
        "Your name, your words, the sentence they speak of, the time, and what you wrote before a change",
        () => "Published, until you erase them.",
      ],
      withdrawn: ["A reply you took back", ({ withdrawn }) => `${withdrawn}; then its name and words are gone.`],
      refused: [
        "A reply we refused",
        ({ refused }) => `${refused}, so that you can appeal; then its name and words are gone.`,
      ],
      address: [
        "The e-mail address of a reply",
        ({ address }) => `Encrypted and never published: ${address}, or until you erase it.`,
      ],
      letters: [
        "An address for letters about replies",
        ({ letters }) => `Encrypted: until you say stop or erase it; ${letters} if its owner never says yes.`,
      ],
      mailed: [
        "A reply that waits for you to follow a link in a letter",
        ({ mailed }) => `Encrypted: ${mailed}, then it is gone.`,
      ],
      device: [
        "That a reply came from this device",
        ({ device }) =>
          `Until you erase it: your browser holds a word, we only its fingerprint. What a letter opens for another device: ${device}.`,
      ],
      network: [
        "Where it came from",
        () =>
          "Until midnight (UTC), and never as an address: only a scrambled mark of a large part of the network, whose key is destroyed each day.",
      ],
      site: [
        "The site whose page led you here, if you let our moderators know",
        () => "With the reply, for moderators alone; it goes when the words go.",
      ],
      copies: ["Some numbers by which we find copies of one text", ({ copies }) => `At most ${copies}.`],
      followed: [
        "Which answers you follow, and which you were told of",
        ({ followed, told }) => `${followed}, and ${told}.`,
      ],
      reports: [
        "What you write when you report a reply, and the name and address you give with it",
        ({ reports, openReports }) =>
          `The address is encrypted: ${reports} after we decided, so that you can ask for another look; if nobody decides, ${openReports}. Erasing everything of this device ends it at once.`,
      ],
      bans: [
        "That somebody may not write here for a while",
        ({ bans }) =>
          `Until it ends, at most ${bans}: the fingerprint of the device and of the address; of the network until midnight.`,
      ],
      decisions: [
        "That we decided about a reply, when and why",
        () =>
          "For good, in a log anybody can check. It names neither the reply nor you; what we wrote to you goes when you erase.",
      ],
    },
    askedTitle: "Who else sees a new reply",
    asked: {
      nobody: "Nobody outside this newsroom is asked about a reply.",
      own: "A program this newsroom has chosen is sent each new reply and says whether it looks like spam. It is sent neither your address nor your network.",
      akismet:
        "Akismet, a service in the United States, is sent each new reply's name and words and says whether it looks like spam. It is sent neither your address nor your network.",
    },
    yoursTitle: "What you can do yourself",
    yours:
      "On the page of your replies you see everything of yours, change or take back a reply, download all of it, and erase all of it at once. A backup made before may hold it until that backup is replaced.",
    mine: "Your replies",
    link: "How long we keep what of a reply",
  },
  ru: {
    title: "Сколько мы храним то, что связано с откликом",
    introduction:
      "Что вы оставляете у нас, когда пишете отклик, и когда это исчезает само. Это сроки, по которым сайт действительно работает.",
    what: "Что",
    howLong: "Сколько",
    rows: {
      published: [
        "Ваше имя, ваши слова, предложение, о котором они, время и то, что было написано до правки",
        () => "Опубликовано, пока вы это не сотрёте.",
      ],
      withdrawn: ["Отклик, который вы забрали", ({ withdrawn }) => `${withdrawn}; затем имя и слова исчезают.`],
      refused: [
        "Отклик, который мы отклонили",
        ({ refused }) => `${refused}, чтобы вы могли возразить; затем имя и слова исчезают.`,
      ],
      address: [
        "Адрес электронной почты отклика",
        ({ address }) => `Зашифрован и никогда не публикуется: ${address} или пока вы его не сотрёте.`,
      ],
      letters: [
        "Адрес для писем об откликах",
        ({ letters }) =>
          `Зашифрован: пока вы не откажетесь или не сотрёте его; ${letters}, если владелец не дал согласия.`,
      ],
      mailed: [
        "Отклик, который ждёт перехода по ссылке из письма",
        ({ mailed }) => `Зашифрован: ${mailed}, затем исчезает.`,
      ],
      device: [
        "То, что отклик пришёл с этого устройства",
        ({ device }) =>
          `Пока вы это не сотрёте: в браузере хранится слово, у нас — только его отпечаток. То, что письмо открывает другому устройству: ${device}.`,
      ],
      network: [
        "Откуда он пришёл",
        () =>
          "До полуночи (UTC) и никогда как адрес: только зашифрованная метка большой части сети, ключ к которой уничтожается каждый день.",
      ],
      site: [
        "С какого сайта вы пришли, если вы разрешили сказать это модераторам",
        () => "Вместе с откликом и только для модераторов; исчезает вместе с его словами.",
      ],
      copies: ["Несколько чисел, по которым мы находим копии одного текста", ({ copies }) => `Не дольше: ${copies}.`],
      followed: [
        "За какими ответами вы следите и о каких вам сообщили",
        ({ followed, told }) => `${followed} и ${told}.`,
      ],
      reports: [
        "То, что вы пишете в жалобе на отклик, и имя и адрес, которые вы при этом указали",
        ({ reports, openReports }) =>
          `Адрес зашифрован. После решения — ${reports}, чтобы вы могли попросить посмотреть ещё раз; если решения нет — ${openReports}. Если вы стираете всё с этого устройства, это исчезает сразу.`,
      ],
      bans: [
        "То, что кому-то временно нельзя писать здесь",
        ({ bans }) =>
          `Пока запрет действует, самое большее ${bans}: отпечаток устройства и адреса; сети — до полуночи.`,
      ],
      decisions: [
        "То, что мы решили об отклике, когда и почему",
        () =>
          "Навсегда, в журнале, который может проверить каждый. В нём нет ни отклика, ни вас; то, что мы вам написали, исчезает, когда вы стираете своё.",
      ],
    },
    askedTitle: "Кто ещё видит новый отклик",
    asked: {
      nobody: "Никого вне редакции об откликах не спрашивают.",
      own: "Программе, которую выбрала редакция, отправляется каждый новый отклик, и она говорит, похож ли он на спам. Ни ваш адрес, ни ваша сеть ей не передаются.",
      akismet:
        "Сервису Akismet в США отправляются имя и слова каждого нового отклика, и он говорит, похож ли отклик на спам. Ни ваш адрес, ни ваша сеть ему не передаются.",
    },
    yoursTitle: "Что вы можете сделать сами",
    yours:
      "На странице ваших откликов видно всё ваше; там можно изменить или забрать отклик, скачать всё и стереть всё сразу. В резервной копии, сделанной раньше, это может оставаться, пока её не заменят.",
    mine: "Ваши отклики",
    link: "Сколько мы храним то, что связано с откликом",
  },
  ar: {
    title: "كم نحتفظ بما يخص الرد",
    introduction: "ما تتركه عندنا حين تكتب ردًا، ومتى ينتهي من تلقاء نفسه. هذه هي المدد التي يعمل بها هذا الموقع فعلًا.",
    what: "ماذا",
    howLong: "كم",
    rows: {
      published: ["اسمك وكلماتك والجملة التي تتحدث عنها والوقت وما كتبته قبل تعديل", () => "منشور حتى تمحوه أنت."],
      withdrawn: ["رد سحبته", ({ withdrawn }) => `${withdrawn}، ثم يزول اسمه وكلماته.`],
      refused: ["رد رفضناه", ({ refused }) => `${refused} لكي تتمكن من الاعتراض، ثم يزول اسمه وكلماته.`],
      address: ["عنوان بريد الرد", ({ address }) => `مشفَّر ولا يُنشر أبدًا: ${address} أو حتى تمحوه.`],
      letters: [
        "عنوان لرسائل عن الردود",
        ({ letters }) => `مشفَّر: حتى تطلب الإيقاف أو تمحوه؛ و${letters} إن لم يوافق صاحبه.`,
      ],
      mailed: ["رد ينتظر أن تتبع رابطًا في رسالة", ({ mailed }) => `مشفَّر: ${mailed}، ثم يزول.`],
      device: [
        "أن الرد جاء من هذا الجهاز",
        ({ device }) => `حتى تمحو ذلك: في متصفحك كلمة، وعندنا بصمتها فقط. وما تفتحه رسالة لجهاز آخر: ${device}.`,
      ],
      network: [
        "من أين جاء",
        () =>
          "حتى منتصف الليل (بالتوقيت العالمي) وليس كعنوان أبدًا: علامة مشفَّرة لجزء كبير من الشبكة يُتلف مفتاحها كل يوم.",
      ],
      site: [
        "الموقع الذي قادتك صفحته إلينا، إن سمحت بإخبار المشرفين",
        () => "مع الرد وللمشرفين وحدهم؛ ويزول مع كلماته.",
      ],
      copies: ["أرقام نجد بها نسخ النص الواحد", ({ copies }) => `على الأكثر ${copies}.`],
      followed: ["الأجوبة التي تتابعها وما أُخبرت به منها", ({ followed, told }) => `${followed}، و${told}.`],
      reports: [
        "ما تكتبه حين تبلغ عن رد، والاسم والعنوان اللذان تعطيهما معه",
        ({ reports, openReports }) =>
          `العنوان مشفَّر: ${reports} بعد قرارنا لكي تطلب نظرة أخرى؛ و${openReports} إن لم يُتخذ قرار. ومحوك كل ما كتبته من هذا الجهاز ينهيه فورًا.`,
      ],
      bans: [
        "أن أحدًا ممنوع من الكتابة هنا لمدة",
        ({ bans }) => `حتى ينتهي المنع، على الأكثر ${bans}: بصمة الجهاز والعنوان؛ وعلامة الشبكة حتى منتصف الليل.`,
      ],
      decisions: [
        "أننا قررنا في رد، ومتى ولماذا",
        () => "إلى الأبد، في سجل يستطيع كل أحد أن يتحقق منه. لا يذكر الرد ولا يذكرك؛ وما كتبناه إليك يزول حين تمحو.",
      ],
    },
    askedTitle: "من غيرنا يرى ردًا جديدًا",
    asked: {
      nobody: "لا يُسأل أحد خارج غرفة الأخبار هذه عن رد.",
      own: "يُرسل كل رد جديد إلى برنامج اختارته غرفة الأخبار ليقول هل يشبه الرسائل المزعجة. ولا يُرسل إليه عنوانك ولا شبكتك.",
      akismet:
        "يُرسل اسم كل رد جديد وكلماته إلى خدمة Akismet في الولايات المتحدة لتقول هل يشبه الرسائل المزعجة. ولا يُرسل إليها عنوانك ولا شبكتك.",
    },
    yoursTitle: "ما تستطيع أن تفعله بنفسك",
    yours:
      "في صفحة ردودك ترى كل ما لك، وتعدّل ردًا أو تسحبه، وتنزّل كل ذلك، وتمحوه كله دفعة واحدة. وقد تبقى نسخة احتياطية سابقة تحتويه حتى تُستبدل.",
    mine: "ردودك",
    link: "كم نحتفظ بما يخص الرد",
  },
};

/** English where the language has no words of its own. */
export function replyKeptWordsFor(language: string): ReplyKeptWords {
  const main = language.toLowerCase().split("-", 1)[0];
  return main === "ru" || main === "ar" ? KEPT_WORDS[main] : KEPT_WORDS.en;
}
