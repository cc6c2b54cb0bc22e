/** The words of the doors readers come in by: links in letters, letters themselves, messages, and what a script adds to the form. */
import { counted } from "#lib/counted.ts";

export type DoorWords = {
  /** Beside the address: letters about this reply. */
  readonly tell: string;
  readonly byMail: {
    readonly title: string;
    readonly hint: string;
    readonly email: string;
    readonly send: string;
    readonly sentTitle: string;
    readonly sent: string;
    readonly tooManyTitle: string;
    readonly tooMany: string;
  };
  readonly behind: { readonly title: string; readonly hint: string; readonly goneTitle: string; readonly gone: string };
  readonly confirm: {
    readonly title: string;
    readonly hint: string;
    readonly yes: string;
    readonly done: string;
    readonly goneTitle: string;
    readonly gone: string;
  };
  readonly letters: {
    readonly title: string;
    readonly hint: string;
    readonly stop: string;
    readonly stoppedTitle: string;
    readonly stopped: string;
    readonly goneTitle: string;
    readonly gone: string;
  };
  readonly way: {
    readonly title: string;
    readonly hint: string;
    readonly send: string;
    readonly sentTitle: string;
    readonly sent: string;
  };
  readonly mine: {
    readonly letters: string;
    readonly unconfirmed: string;
    readonly confirmed: string;
    readonly askAgain: string;
    readonly asked: string;
    readonly follow: string;
    readonly unfollow: string;
    readonly browser: string;
    readonly browserHint: string;
    readonly browserOn: string;
    readonly browserOff: string;
    readonly browserIsOn: string;
    readonly browserWaits: string;
    readonly browserRefused: string;
    readonly browsers: (n: number) => string;
  };
  readonly sentence: {
    readonly choose: string;
    readonly hint: string;
    readonly whole: string;
    readonly answer: string;
    readonly about: string;
    readonly drop: string;
    readonly changed: string;
    readonly gone: string;
    readonly correct: string;
  };
  /** What a script says on the page, where there is one. */
  readonly script: {
    /** By the plural rules of the language; `{n}` stands for the number. */
    readonly newReplies: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
    /** `{n}` stands for the name of whose replies they are. */
    readonly folds: Readonly<Record<"fold" | "show", string>>;
    readonly working: string;
    readonly sending: string;
    readonly kept: string;
    readonly offline: string;
    readonly back: string;
    readonly failed: string;
  };
};

const en: DoorWords = {
  tell: "Write to me when it is decided on or answered",
  byMail: {
    title: "Rather a link than a sum?",
    hint: "We send a link to your address. Open it, look at your reply again, and send it.",
    email: "E-mail",
    send: "Send me the link",
    sentTitle: "Look into your mailbox",
    sent: "A link is on its way to you. Your reply is kept, and sent once you have opened the link; it holds for a day.",
    tooManyTitle: "No more letters today",
    tooMany:
      "This address has had its letters of today. Do the sum instead, or ask again tomorrow. Everything you wrote is below.",
  },
  behind: {
    title: "Send this reply?",
    hint: "You asked for this link. Look at your reply once more; you can still change it.",
    goneTitle: "This link holds no more",
    gone: "It works once and holds for a day. If your reply was sent, the page of your replies says where it stands.",
  },
  confirm: {
    title: "Is this your address?",
    hint: "Somebody wrote a reply here and gave the address this link was sent to. If that was you, say so: then you can change, take back and erase your replies from any device.",
    yes: "Yes, this is my address",
    done: "Your address is confirmed.",
    goneTitle: "This link holds no more",
    gone: "It holds for seven days, and only while the reply it is about is not erased.",
  },
  letters: {
    title: "Letters about your replies",
    hint: "You get a letter when somebody answers you, one a day at most.",
    stop: "No more letters",
    stoppedTitle: "No more letters",
    stopped: "You get no more letters about your replies. On the page of your replies you can ask for them again.",
    goneTitle: "Nothing is sent to you",
    gone: "This link is about an address we do not keep any more.",
  },
  way: {
    title: "The way back to your replies",
    hint: "You gave your e-mail address with a reply? We send you a letter with the address of your own page.",
    send: "Send me the link",
    sentTitle: "Look into your mailbox",
    sent: "If replies were written here with this address, a letter is on its way to it.",
  },
  mine: {
    letters: "Letters",
    unconfirmed:
      "An address is kept with your replies. Its owner has not said yes yet: there is a letter in the mailbox.",
    confirmed: "Your address is confirmed. We write to it only about your replies.",
    askAgain: "Send that letter again",
    asked: "A letter is on its way, unless the address had its letters of today.",
    follow: "Write to me about answers",
    unfollow: "No letters about this one",
    browser: "Messages on this device",
    browserHint: "This browser can tell you when somebody answers you, also when this page is closed.",
    browserOn: "Tell me here",
    browserOff: "Tell me no more",
    browserIsOn: "This browser tells you when somebody answers you.",
    browserWaits: "One moment: a first message shows that it works.",
    browserRefused: "The browser does not allow messages from this site. You can change that in its settings.",
    browsers: counted("en", { one: "{n} browser is told of answers.", other: "{n} browsers are told of answers." }),
  },
  sentence: {
    choose: "Which sentence of the story do you speak of?",
    hint: "It stands above your reply, so that readers know what you mean.",
    whole: "The story as a whole",
    answer: "Reply to this sentence",
    about: "You speak of:",
    drop: "Not of this sentence",
    changed: "From the story, before it was changed:",
    gone: "From the story; the sentence is not in it any more:",
    correct: "Suggest a correction",
  },
  script: {
    newReplies: { one: "{n} new reply", other: "{n} new replies" },
    folds: { fold: "Fold {n} away", show: "Show {n} again" },
    working: "One moment …",
    sending: "Sending …",
    kept: "What you wrote before is here again.",
    offline: "You are offline. Your reply is kept here and sent when you are back.",
    back: "This reply could not be sent when you wrote it. Send it now?",
    failed: "That did not arrive. Your reply is kept here; please send it again.",
  },
};

const ru: DoorWords = {
  tell: "Написать мне о решении и об ответах",
  byMail: {
    title: "Лучше ссылка, чем пример?",
    hint: "Мы пришлём ссылку на ваш адрес. Откройте её, ещё раз посмотрите на отзыв и отправьте его.",
    email: "Эл. почта",
    send: "Прислать ссылку",
    sentTitle: "Загляните в почту",
    sent: "Ссылка отправлена. Отзыв сохранён и будет отправлен, когда вы её откроете; она действует сутки.",
    tooManyTitle: "На сегодня писем достаточно",
    tooMany: "На этот адрес сегодня уже писали. Решите пример или попросите снова завтра. Всё написанное — ниже.",
  },
  behind: {
    title: "Отправить этот отзыв?",
    hint: "Вы попросили эту ссылку. Посмотрите на отзыв ещё раз; его можно изменить.",
    goneTitle: "Ссылка больше не действует",
    gone: "Она работает один раз и действует сутки. Если отзыв отправлен, его судьба — на странице ваших отзывов.",
  },
  confirm: {
    title: "Это ваш адрес?",
    hint: "Кто-то оставил здесь отзыв и указал адрес, на который пришла ссылка. Если это были вы, подтвердите: тогда отзывы можно менять, отзывать и стирать с любого устройства.",
    yes: "Да, это мой адрес",
    done: "Адрес подтверждён.",
    goneTitle: "Ссылка больше не действует",
    gone: "Она действует семь дней и только пока отзыв не стёрт.",
  },
  letters: {
    title: "Письма о ваших отзывах",
    hint: "Мы пишем, когда вам отвечают, не чаще раза в день.",
    stop: "Больше не писать",
    stoppedTitle: "Писем больше не будет",
    stopped: "Писем об отзывах больше не будет. Включить их снова можно на странице ваших отзывов.",
    goneTitle: "Вам ничего не отправляется",
    gone: "Этот адрес у нас больше не хранится.",
  },
  way: {
    title: "Как вернуться к своим отзывам",
    hint: "Вы указывали адрес почты? Мы пришлём письмо со ссылкой на вашу страницу.",
    send: "Прислать ссылку",
    sentTitle: "Загляните в почту",
    sent: "Если с этим адресом здесь оставляли отзывы, письмо уже в пути.",
  },
  mine: {
    letters: "Письма",
    unconfirmed: "С вашими отзывами хранится адрес. Его владелец ещё не подтвердил его: письмо ждёт в почте.",
    confirmed: "Ваш адрес подтверждён. Мы пишем на него только о ваших отзывах.",
    askAgain: "Прислать письмо ещё раз",
    asked: "Письмо отправлено, если на адрес сегодня ещё не писали слишком часто.",
    follow: "Писать мне об ответах",
    unfollow: "Не писать об этом отзыве",
    browser: "Сообщения на этом устройстве",
    browserHint: "Браузер может сообщать, когда вам отвечают, даже если страница закрыта.",
    browserOn: "Сообщать здесь",
    browserOff: "Больше не сообщать",
    browserIsOn: "Этот браузер сообщает вам об ответах.",
    browserWaits: "Одну минуту: первое сообщение покажет, что всё работает.",
    browserRefused: "Браузер не разрешает сообщения этого сайта. Это можно изменить в его настройках.",
    browsers: counted("ru", {
      one: "Об ответах узнаёт {n} браузер.",
      few: "Об ответах узнают {n} браузера.",
      many: "Об ответах узнают {n} браузеров.",
      other: "Об ответах узнают {n} браузера.",
    }),
  },
  sentence: {
    choose: "О каком предложении статьи вы говорите?",
    hint: "Оно будет стоять над отзывом, чтобы читателям было ясно, о чём речь.",
    whole: "О статье в целом",
    answer: "Ответить на это предложение",
    about: "Вы говорите о:",
    drop: "Не об этом предложении",
    changed: "Из статьи, до её изменения:",
    gone: "Из статьи; этого предложения в ней больше нет:",
    correct: "Предложить поправку",
  },
  script: {
    newReplies: {
      one: "{n} новый отзыв",
      few: "{n} новых отзыва",
      many: "{n} новых отзывов",
      other: "{n} новых отзыва",
    },
    folds: { fold: "Свернуть: {n}", show: "Показать: {n}" },
    working: "Одну минуту …",
    sending: "Отправляется …",
    kept: "То, что вы писали, снова здесь.",
    offline: "Нет связи. Отзыв сохранён здесь и уйдёт, когда она появится.",
    back: "Этот отзыв не удалось отправить. Отправить сейчас?",
    failed: "Отзыв не дошёл. Он сохранён здесь; отправьте ещё раз.",
  },
};

const ar: DoorWords = {
  tell: "راسلوني عند البت فيه أو الرد عليه",
  byMail: {
    title: "تفضّل رابطًا على المسألة؟",
    hint: "نرسل رابطًا إلى عنوانك. افتحه وانظر إلى ردك مرة أخرى ثم أرسله.",
    email: "البريد الإلكتروني",
    send: "أرسلوا إليّ الرابط",
    sentTitle: "انظر في بريدك",
    sent: "الرابط في الطريق إليك. ردك محفوظ ويُرسل حين تفتح الرابط، وهو يصلح ليوم.",
    tooManyTitle: "لا رسائل أخرى اليوم",
    tooMany: "وصلت هذا العنوان رسائله لليوم. حُلّ المسألة أو اطلب غدًا. كل ما كتبته أدناه.",
  },
  behind: {
    title: "أترسل هذا الرد؟",
    hint: "طلبت هذا الرابط. انظر إلى ردك مرة أخرى، وما زال بوسعك تغييره.",
    goneTitle: "لم يعد هذا الرابط صالحًا",
    gone: "يصلح مرة واحدة ولمدة يوم. إن كان ردك قد أُرسل فصفحة ردودك تقول أين هو.",
  },
  confirm: {
    title: "هل هذا عنوانك؟",
    hint: "كتب أحدهم ردًا هنا وأعطى العنوان الذي أُرسل إليه هذا الرابط. إن كنت أنت فقل ذلك، لتستطيع تغيير ردودك وسحبها ومحوها من أي جهاز.",
    yes: "نعم، هذا عنواني",
    done: "تم تأكيد عنوانك.",
    goneTitle: "لم يعد هذا الرابط صالحًا",
    gone: "يصلح سبعة أيام، وما دام الرد لم يُمحَ.",
  },
  letters: {
    title: "رسائل عن ردودك",
    hint: "تصلك رسالة حين يردّ عليك أحد، مرة في اليوم على الأكثر.",
    stop: "لا رسائل بعد الآن",
    stoppedTitle: "لا رسائل بعد الآن",
    stopped: "لن تصلك رسائل عن ردودك. تستطيع طلبها ثانية من صفحة ردودك.",
    goneTitle: "لا يُرسل إليك شيء",
    gone: "هذا الرابط عن عنوان لم نعد نحفظه.",
  },
  way: {
    title: "طريق العودة إلى ردودك",
    hint: "هل أعطيت عنوان بريدك مع رد؟ نرسل إليك رسالة فيها عنوان صفحتك.",
    send: "أرسلوا إليّ الرابط",
    sentTitle: "انظر في بريدك",
    sent: "إن كُتبت هنا ردود بهذا العنوان فالرسالة في الطريق إليه.",
  },
  mine: {
    letters: "الرسائل",
    unconfirmed: "مع ردودك عنوان محفوظ لم يؤكده صاحبه بعد: في البريد رسالة.",
    confirmed: "عنوانك مؤكد. لا نكتب إليه إلا عن ردودك.",
    askAgain: "أرسلوا تلك الرسالة ثانية",
    asked: "الرسالة في الطريق، ما لم يكن العنوان قد أخذ رسائله لليوم.",
    follow: "راسلوني عن الردود",
    unfollow: "لا رسائل عن هذا",
    browser: "إشعارات على هذا الجهاز",
    browserHint: "يستطيع هذا المتصفح أن يخبرك حين يردّ عليك أحد، حتى والصفحة مغلقة.",
    browserOn: "أخبروني هنا",
    browserOff: "لا تخبروني بعد الآن",
    browserIsOn: "هذا المتصفح يخبرك حين يردّ عليك أحد.",
    browserWaits: "لحظة: إشعار أول يبيّن أن الأمر يعمل.",
    browserRefused: "لا يسمح المتصفح بإشعارات هذا الموقع. يمكنك تغيير ذلك في إعداداته.",
    browsers: counted("ar", {
      zero: "لا متصفح يُخبَر بالردود.",
      one: "متصفح واحد يُخبَر بالردود.",
      two: "متصفحان يُخبَران بالردود.",
      few: "{n} متصفحات تُخبَر بالردود.",
      many: "{n} متصفحًا تُخبَر بالردود.",
      other: "{n} متصفح تُخبَر بالردود.",
    }),
  },
  sentence: {
    choose: "عن أي جملة من الخبر تتكلم؟",
    hint: "تظهر فوق ردك ليعرف القراء ما تعنيه.",
    whole: "عن الخبر كله",
    answer: "ردّ على هذه الجملة",
    about: "تتكلم عن:",
    drop: "ليس عن هذه الجملة",
    changed: "من الخبر قبل تغييره:",
    gone: "من الخبر، ولم تعد الجملة فيه:",
    correct: "اقترح تصحيحًا",
  },
  script: {
    newReplies: {
      zero: "لا ردود جديدة",
      one: "رد جديد",
      two: "ردان جديدان",
      few: "{n} ردود جديدة",
      many: "{n} ردًا جديدًا",
      other: "{n} رد جديد",
    },
    folds: { fold: "اطوِ ردود {n}", show: "أظهر ردود {n}" },
    working: "لحظة …",
    sending: "يُرسل …",
    kept: "ما كتبته من قبل هنا ثانية.",
    offline: "أنت غير متصل. ردك محفوظ هنا ويُرسل حين تعود.",
    back: "لم يمكن إرسال هذا الرد حين كتبته. أترسله الآن؟",
    failed: "لم يصل. ردك محفوظ هنا، أرسله ثانية من فضلك.",
  },
};

export const doors = { en, ru, ar };
