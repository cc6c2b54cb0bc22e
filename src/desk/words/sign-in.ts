/** The words of the ways in: signing in, one-time links, and what is wrong with what was typed there. */
import type { Spoken } from "./spoken.ts";

type Trouble = { readonly title: string; readonly sentence: string };

/** What may be wrong with what somebody says of themselves. */
export type PersonProblem = "no-name" | "long-name" | "no-email" | "taken" | "short-password" | "long-password";

export type SignInWords = {
  readonly form: {
    readonly title: string;
    readonly email: string;
    readonly password: string;
    readonly enter: string;
    readonly sendLink: string;
    /** Where no mail is set up: who hands out a link. */
    readonly noMail: string;
    readonly passkey: string;
    readonly passkeyFailed: string;
    readonly or: string;
    readonly wrong: string;
    readonly slow: (time: string) => string;
    readonly sent: Trouble;
    readonly again: string;
  };
  readonly signedOut: Trouble;
  readonly code: {
    readonly title: string;
    readonly code: string;
    readonly hint: string;
    readonly enter: string;
    readonly wrong: string;
    readonly tooLate: string;
  };
  readonly link: {
    readonly welcome: (agency: string) => string;
    readonly back: (agency: string) => string;
    readonly firstSentence: string;
    readonly inviteSentence: (role: string) => string;
    readonly signInSentence: (name: string) => string;
    readonly name: string;
    readonly nameHint: string;
    readonly passwordHint: string;
    readonly withPasskey: string;
    readonly withPassword: string;
    readonly enter: string;
    readonly spent: Trouble;
  };
  readonly problems: Readonly<Record<PersonProblem, string>>;
};

export const signIn: Spoken<SignInWords> = {
  en: {
    form: {
      title: "Sign in",
      email: "Your e-mail address",
      password: "Password",
      enter: "Sign in",
      sendLink: "Send me a link instead",
      noMail: "No password or passkey at hand? An administrator can hand you a link.",
      passkey: "Sign in with a passkey",
      passkeyFailed: "That did not work. Try the passkey again, or another way below.",
      or: "or",
      wrong: "Address and password do not fit together, or nobody here has that address.",
      slow: (time) => `Too many tries went wrong. Try again after ${time}, or sign in with a passkey or a link.`,
      sent: {
        title: "Look into your mail",
        sentence:
          "If somebody here has that address, a letter with a link is on its way. The link lets you in once and holds for fifteen minutes.",
      },
      again: "Back to signing in",
    },
    signedOut: {
      title: "You are signed out",
      sentence:
        "What you sent was not kept. Sign in in another tab, then come back here, go one page back and send it again: what you typed is still there.",
    },
    code: {
      title: "One more step",
      code: "Code",
      hint: "The six figures your authenticator app shows now, or one of your recovery codes.",
      enter: "Go on",
      wrong: "That code does not fit. Wait for the next one, and see that the clock of your telephone is right.",
      tooLate: "That took too long or went wrong too often. Sign in again.",
    },
    link: {
      welcome: (agency) => `Welcome to ${agency}`,
      back: (agency) => `Back to ${agency}`,
      firstSentence:
        "You are the first one here, and will be the administrator. Say who you are and choose how you will sign in.",
      inviteSentence: (role) => `You were invited to the desk. Your role: ${role}. Choose how you will sign in.`,
      signInSentence: (name) => `This link signs you in as ${name}.`,
      name: "Your name",
      nameHint: "As your colleagues know you.",
      passwordHint: "At least 12 characters; a short sentence is good. With a passkey you need none.",
      withPasskey: "Go on with a passkey",
      withPassword: "Go on with a password",
      enter: "Sign in",
      spent: {
        title: "This link is spent",
        sentence:
          "A link lets in once and for a while only. Sign in another way, ask for a new link on the sign-in page, or ask an administrator for one.",
      },
    },
    problems: {
      "no-name": "Say what you are called.",
      "long-name": "A name has 100 characters at most.",
      "no-email": "This is not an e-mail address.",
      taken: "Somebody here has this address already.",
      "short-password": "A password has 12 characters at least.",
      "long-password": "A password has 1,000 characters at most.",
    },
  },
  ru: {
    form: {
      title: "Вход",
      email: "Ваш адрес электронной почты",
      password: "Пароль",
      enter: "Войти",
      sendLink: "Прислать мне ссылку",
      noMail: "Нет под рукой пароля или ключа доступа? Ссылку может выдать администратор.",
      passkey: "Войти с ключом доступа",
      passkeyFailed: "Не получилось. Попробуйте ключ ещё раз или войдите другим способом ниже.",
      or: "или",
      wrong: "Адрес и пароль не подходят друг к другу, или такого адреса здесь ни у кого нет.",
      slow: (time) =>
        `Слишком много неудачных попыток. Попробуйте после ${time} или войдите с ключом доступа либо по ссылке.`,
      sent: {
        title: "Проверьте почту",
        sentence:
          "Если этот адрес принадлежит кому-то из сотрудников, письмо со ссылкой уже в пути. Ссылка впускает один раз и действует пятнадцать минут.",
      },
      again: "Вернуться ко входу",
    },
    signedOut: {
      title: "Вы вышли из редакции",
      sentence:
        "Отправленное не сохранено. Войдите в другой вкладке, вернитесь сюда, перейдите на страницу назад и отправьте ещё раз: набранное сохранилось.",
    },
    code: {
      title: "Ещё один шаг",
      code: "Код",
      hint: "Шесть цифр, которые сейчас показывает приложение, или один из резервных кодов.",
      enter: "Дальше",
      wrong: "Код не подходит. Дождитесь следующего и проверьте, верно ли идут часы телефона.",
      tooLate: "Прошло слишком много времени или было слишком много ошибок. Войдите заново.",
    },
    link: {
      welcome: (agency) => `Добро пожаловать: ${agency}`,
      back: (agency) => `С возвращением: ${agency}`,
      firstSentence: "Вы здесь первый человек и станете администратором. Представьтесь и выберите способ входа.",
      inviteSentence: (role) => `Вас пригласили в редакцию. Ваша роль: ${role}. Выберите способ входа.`,
      signInSentence: (name) => `По этой ссылке войдёт ${name}.`,
      name: "Ваше имя",
      nameHint: "Как вас знают коллеги.",
      passwordHint: "Не короче 12 знаков; хорошо подойдёт короткая фраза. С ключом доступа пароль не нужен.",
      withPasskey: "Продолжить с ключом доступа",
      withPassword: "Продолжить с паролем",
      enter: "Войти",
      spent: {
        title: "Ссылка больше не действует",
        sentence:
          "Ссылка впускает один раз и действует недолго. Войдите другим способом, запросите новую ссылку на странице входа или попросите её у администратора.",
      },
    },
    problems: {
      "no-name": "Укажите, как вас зовут.",
      "long-name": "В имени не больше 100 знаков.",
      "no-email": "Это не адрес электронной почты.",
      taken: "Этот адрес здесь уже занят.",
      "short-password": "В пароле не меньше 12 знаков.",
      "long-password": "В пароле не больше 1000 знаков.",
    },
  },
  ar: {
    form: {
      title: "تسجيل الدخول",
      email: "بريدك الإلكتروني",
      password: "كلمة المرور",
      enter: "تسجيل الدخول",
      sendLink: "أرسلوا لي رابطًا",
      noMail: "لا كلمة مرور ولا مفتاح مرور لديك الآن؟ يستطيع المدير أن يعطيك رابطًا.",
      passkey: "الدخول بمفتاح مرور",
      passkeyFailed: "لم ينجح ذلك. جرّب مفتاح المرور مرة أخرى، أو طريقة أخرى أدناه.",
      or: "أو",
      wrong: "البريد وكلمة المرور غير متطابقين، أو لا أحد هنا له هذا البريد.",
      slow: (time) => `محاولات فاشلة كثيرة. حاول بعد ${time}، أو ادخل بمفتاح مرور أو برابط.`,
      sent: {
        title: "تفقد بريدك",
        sentence:
          "إن كان لأحد العاملين هنا هذا البريد فإن رسالة فيها رابط في طريقها إليه. يصلح الرابط مرة واحدة ولمدة خمس عشرة دقيقة.",
      },
      again: "العودة إلى تسجيل الدخول",
    },
    signedOut: {
      title: "أنت خارج قسم التحرير",
      sentence:
        "لم يُحفظ ما أرسلته. سجّل الدخول في علامة تبويب أخرى، ثم عد إلى هنا وارجع صفحة إلى الخلف وأرسله من جديد: ما كتبته ما زال هناك.",
    },
    code: {
      title: "خطوة أخيرة",
      code: "الرمز",
      hint: "الأرقام الستة التي يعرضها تطبيق المصادقة الآن، أو أحد رموز الاسترداد.",
      enter: "متابعة",
      wrong: "الرمز غير صحيح. انتظر الرمز التالي، وتأكد من ضبط ساعة هاتفك.",
      tooLate: "استغرق ذلك وقتًا طويلًا أو تكرر الخطأ. سجّل الدخول من جديد.",
    },
    link: {
      welcome: (agency) => `مرحبًا بك في ${agency}`,
      back: (agency) => `مرحبًا بعودتك إلى ${agency}`,
      firstSentence: "أنت أول من يصل إلى هنا وستكون المدير. عرّف بنفسك واختر طريقة دخولك.",
      inviteSentence: (role) => `دُعيت إلى قسم التحرير. دورك: ${role}. اختر طريقة دخولك.`,
      signInSentence: (name) => `يُدخلك هذا الرابط باسم ${name}.`,
      name: "اسمك",
      nameHint: "كما يعرفك زملاؤك.",
      passwordHint: "اثنا عشر حرفًا على الأقل، وتحسن جملة قصيرة. ومع مفتاح المرور لا حاجة إليها.",
      withPasskey: "المتابعة بمفتاح مرور",
      withPassword: "المتابعة بكلمة مرور",
      enter: "تسجيل الدخول",
      spent: {
        title: "انتهت صلاحية هذا الرابط",
        sentence:
          "يصلح الرابط مرة واحدة ولمدة محدودة. ادخل بطريقة أخرى، أو اطلب رابطًا جديدًا من صفحة الدخول أو من المدير.",
      },
    },
    problems: {
      "no-name": "اكتب اسمك.",
      "long-name": "لا يزيد الاسم على 100 حرف.",
      "no-email": "هذا ليس بريدًا إلكترونيًا.",
      taken: "هذا البريد مستعمل هنا من قبل.",
      "short-password": "لا تقل كلمة المرور عن 12 حرفًا.",
      "long-password": "لا تزيد كلمة المرور على 1000 حرف.",
    },
  },
};
