/** The words of one's own account and of the pages about the staff. */
import type { StaffRefusal } from "#agency/staff/actions.ts";
import type { Role } from "#agency/staff/staff.ts";
import type { Spoken } from "./spoken.ts";

export type PeopleWords = {
  readonly me: {
    readonly title: string;
    readonly name: string;
    readonly language: string;
    readonly keep: string;
    readonly passkeys: {
      readonly title: string;
      readonly sentence: string;
      readonly none: string;
      readonly unnamed: string;
      readonly since: (day: string) => string;
      readonly add: string;
      readonly addTitle: string;
      readonly addSentence: string;
      readonly noScript: string;
      readonly name: string;
      readonly nameHint: string;
      readonly failed: string;
      readonly remove: string;
      readonly lastWay: string;
      readonly instead: string;
    };
    readonly password: {
      readonly title: string;
      readonly none: string;
      readonly current: string;
      readonly next: string;
      readonly hint: string;
      readonly set: string;
      readonly change: string;
      readonly wrong: string;
      readonly stale: string;
    };
    readonly app: {
      readonly title: string;
      readonly sentence: string;
      readonly needsPassword: string;
      readonly on: string;
      readonly begin: string;
      readonly beginTitle: string;
      readonly scan: string;
      readonly byHand: string;
      readonly code: string;
      readonly codeHint: string;
      readonly confirm: string;
      readonly wrong: string;
      readonly remove: string;
      readonly recoveryTitle: string;
      readonly recoverySentence: string;
      readonly newRecovery: string;
      readonly back: string;
      readonly cancel: string;
    };
    readonly sessions: {
      readonly title: string;
      readonly sentence: string;
      readonly here: string;
      readonly unknown: string;
      readonly since: (moment: string) => string;
      readonly from: (address: string) => string;
      readonly end: string;
      readonly endOthers: string;
    };
  };
  readonly staff: {
    readonly title: string;
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly you: string;
    readonly suspended: (day: string) => string;
    readonly invited: string;
    readonly signedIn: (day: string) => string;
    readonly away: string;
    readonly passkeys: (count: number) => string;
    readonly password: string;
    readonly passwordAndCode: string;
    readonly linkOnly: string;
    readonly inviteTitle: string;
    readonly invite: string;
    readonly nameHint: string;
    readonly roleSentences: Readonly<Record<Role, string>>;
    readonly handOverTitle: string;
    readonly handOver: (name: string) => string;
    readonly handOverOnce: string;
    readonly back: string;
    readonly roleTitle: string;
    readonly changeRole: string;
    readonly signOut: string;
    readonly signOutSentence: string;
    readonly reset: string;
    readonly resetSentence: string;
    readonly resetSure: string;
    readonly suspend: string;
    readonly suspendSentence: string;
    readonly restore: string;
    readonly restoreSentence: string;
    readonly remove: string;
    readonly removeSentence: string;
    readonly removeSure: (name: string) => string;
    readonly refusals: Readonly<Record<StaffRefusal, string>>;
  };
};

export const people: Spoken<PeopleWords> = {
  en: {
    me: {
      title: "Your account",
      name: "Your name",
      language: "Language of the desk",
      keep: "Keep",
      passkeys: {
        title: "Passkeys",
        sentence:
          "Your telephone, computer or security key signs you in: nothing to remember, and nothing to be stolen.",
        none: "You have none yet.",
        unnamed: "Passkey",
        since: (day) => `since ${day}`,
        add: "Add a passkey",
        addTitle: "Add a passkey",
        addSentence: "Your browser will ask you to unlock this device, or to hold out your telephone or key.",
        noScript: "A passkey needs JavaScript and a browser that knows passkeys. A password works without.",
        name: "What to call it",
        nameHint: "Only for you: “Laptop”, “Blue key”. May stay empty.",
        failed: "No passkey was kept. Try again, or set a password instead.",
        remove: "Remove",
        lastWay: "This is your only way in. Set a password first, or add another passkey.",
        instead: "Set a password instead",
      },
      password: {
        title: "Password",
        none: "You have none, and with a passkey you need none.",
        current: "Your password now",
        next: "New password",
        hint: "At least 12 characters; a short sentence is good. Everywhere else you are signed out.",
        set: "Set a password",
        change: "Change it",
        wrong: "This is not your password.",
        stale: "You signed in more than a day ago. Sign out and in again, then come back here.",
      },
      app: {
        title: "Codes from an app",
        sentence: "After your password a code is asked for that an app on your telephone shows.",
        needsPassword: "Codes belong to a password. Set one first.",
        on: "Switched on: a password alone lets nobody in.",
        begin: "Set up an app",
        beginTitle: "Set up an app for codes",
        scan: "Scan this picture with an authenticator app.",
        byHand: "Or type this key into it:",
        code: "The code it shows now",
        codeHint: "Six figures.",
        confirm: "Switch on",
        wrong: "That code does not fit. Wait for the next one, and see that the clock of your telephone is right.",
        remove: "Switch off",
        recoveryTitle: "Your recovery codes",
        recoverySentence:
          "Each lets you in once when the telephone is lost. Print them or write them down: they are shown only now.",
        newRecovery: "New recovery codes",
        back: "I have them",
        cancel: "Not now",
      },
      sessions: {
        title: "Where you are signed in",
        sentence: "End what you do not know.",
        here: "here",
        unknown: "A browser",
        since: (moment) => `since ${moment}`,
        from: (address) => `from ${address}`,
        end: "Sign out there",
        endOthers: "Sign out everywhere else",
      },
    },
    staff: {
      title: "Staff",
      name: "Name",
      email: "E-mail address",
      role: "Role",
      you: "you",
      suspended: (day) => `Suspended since ${day}`,
      invited: "Invited",
      signedIn: (day) => `Signed in ${day}`,
      away: "Signed out",
      passkeys: (count) => (count === 1 ? "a passkey" : `${count} passkeys`),
      password: "password",
      passwordAndCode: "password and code",
      linkOnly: "links only",
      inviteTitle: "Invite somebody",
      invite: "Invite",
      nameHint: "They can change it.",
      roleSentences: {
        reporter: "writes, and asks for review",
        translator: "writes and translates, and asks for review",
        editor: "reviews, publishes, arranges the front page",
        moderator: "looks after readers’ replies",
        administrator: "does it all, and keeps the house and the staff",
      },
      handOverTitle: "Hand over this link",
      handOver: (name) => `No mail is set up, so give this link to ${name} yourself, on a way only they can read:`,
      handOverOnce: "It is shown only now, lets in once and holds for seven days.",
      back: "Back to the staff",
      roleTitle: "Role",
      changeRole: "Change the role",
      signOut: "Sign out everywhere",
      signOutSentence: "They can sign in again.",
      reset: "Begin anew",
      resetSentence:
        "For who lost telephone or key: password, passkeys and codes are forgotten, and a new link lets them in.",
      resetSure: "Forget how they sign in?",
      suspend: "Suspend",
      suspendSentence: "They are out at once and stay out until they are restored.",
      restore: "Restore",
      restoreSentence: "They can sign in again as before.",
      remove: "Remove from the staff",
      removeSentence: "For good. What they wrote and did keeps their name; their address and ways in are forgotten.",
      removeSure: (name) => `Remove ${name} for good?`,
      refusals: {
        "last-administrator": "There has to be an administrator. Make somebody else one first.",
        "not-there": "They do not work here any more.",
      },
    },
  },
  ru: {
    me: {
      title: "Ваша учётная запись",
      name: "Ваше имя",
      language: "Язык редакции",
      keep: "Сохранить",
      passkeys: {
        title: "Ключи доступа",
        sentence: "Вас впускает телефон, компьютер или аппаратный ключ: нечего запоминать и нечего украсть.",
        none: "Пока ни одного.",
        unnamed: "Ключ доступа",
        since: (day) => `с ${day}`,
        add: "Добавить ключ доступа",
        addTitle: "Новый ключ доступа",
        addSentence: "Браузер попросит разблокировать это устройство или поднести телефон либо ключ.",
        noScript: "Для ключа доступа нужны JavaScript и браузер, который его поддерживает. Пароль работает и без них.",
        name: "Как его назвать",
        nameHint: "Только для вас: «Ноутбук», «Синий ключ». Можно оставить пустым.",
        failed: "Ключ не сохранён. Попробуйте ещё раз или задайте пароль.",
        remove: "Удалить",
        lastWay: "Это ваш единственный способ входа. Сначала задайте пароль или добавьте другой ключ.",
        instead: "Лучше задать пароль",
      },
      password: {
        title: "Пароль",
        none: "Пароля нет, и с ключом доступа он не нужен.",
        current: "Нынешний пароль",
        next: "Новый пароль",
        hint: "Не короче 12 знаков; хорошо подойдёт короткая фраза. Во всех других местах вы выйдете.",
        set: "Задать пароль",
        change: "Сменить",
        wrong: "Это не ваш пароль.",
        stale: "Вы вошли больше суток назад. Выйдите, войдите снова и вернитесь сюда.",
      },
      app: {
        title: "Коды из приложения",
        sentence: "После пароля спрашивается код, который показывает приложение на телефоне.",
        needsPassword: "Коды дополняют пароль. Сначала задайте его.",
        on: "Включено: один пароль никого не впустит.",
        begin: "Настроить приложение",
        beginTitle: "Настройка приложения для кодов",
        scan: "Отсканируйте эту картинку приложением-аутентификатором.",
        byHand: "Или введите в него этот ключ:",
        code: "Код, который оно показывает сейчас",
        codeHint: "Шесть цифр.",
        confirm: "Включить",
        wrong: "Код не подходит. Дождитесь следующего и проверьте, верно ли идут часы телефона.",
        remove: "Выключить",
        recoveryTitle: "Ваши резервные коды",
        recoverySentence:
          "Каждый впустит один раз, если телефон потерян. Распечатайте или запишите их: они показаны только сейчас.",
        newRecovery: "Новые резервные коды",
        back: "Записано",
        cancel: "Не сейчас",
      },
      sessions: {
        title: "Где вы вошли",
        sentence: "Завершите то, чего не узнаёте.",
        here: "здесь",
        unknown: "Браузер",
        since: (moment) => `с ${moment}`,
        from: (address) => `адрес ${address}`,
        end: "Выйти там",
        endOthers: "Выйти во всех других местах",
      },
    },
    staff: {
      title: "Сотрудники",
      name: "Имя",
      email: "Электронная почта",
      role: "Роль",
      you: "вы",
      suspended: (day) => `Доступ закрыт с ${day}`,
      invited: "Приглашение отправлено",
      signedIn: (day) => `Последний вход ${day}`,
      away: "Сейчас не в редакции",
      passkeys: (count) => (count === 1 ? "ключ доступа" : `ключи доступа: ${count}`),
      password: "пароль",
      passwordAndCode: "пароль и код",
      linkOnly: "только ссылки",
      inviteTitle: "Пригласить",
      invite: "Пригласить",
      nameHint: "Потом имя можно изменить.",
      roleSentences: {
        reporter: "пишет и отдаёт на проверку",
        translator: "пишет, переводит и отдаёт на проверку",
        editor: "проверяет, публикует, собирает первую полосу",
        moderator: "следит за ответами читателей",
        administrator: "делает всё это и ведает настройками и сотрудниками",
      },
      handOverTitle: "Передайте эту ссылку",
      handOver: (name) =>
        `Почта не настроена, поэтому передайте ссылку сами, так, чтобы её прочитал только адресат (${name}):`,
      handOverOnce: "Она показана только сейчас, впускает один раз и действует семь дней.",
      back: "К списку сотрудников",
      roleTitle: "Роль",
      changeRole: "Сменить роль",
      signOut: "Завершить все сеансы",
      signOutSentence: "Войти можно будет снова.",
      reset: "Начать заново",
      resetSentence: "Если потерян телефон или ключ: пароль, ключи доступа и коды забываются, впустит новая ссылка.",
      resetSure: "Забыть все способы входа?",
      suspend: "Закрыть доступ",
      suspendSentence: "Доступ закрывается сразу, пока его не вернут.",
      restore: "Вернуть доступ",
      restoreSentence: "Войти можно будет как прежде.",
      remove: "Исключить из сотрудников",
      removeSentence: "Навсегда. Написанное и сделанное сохранит имя; адрес и способы входа забываются.",
      removeSure: (name) => `Исключить навсегда: ${name}?`,
      refusals: {
        "last-administrator": "Администратор должен остаться. Сначала назначьте другого.",
        "not-there": "Этот человек здесь больше не работает.",
      },
    },
  },
  ar: {
    me: {
      title: "حسابك",
      name: "اسمك",
      language: "لغة قسم التحرير",
      keep: "حفظ",
      passkeys: {
        title: "مفاتيح المرور",
        sentence: "هاتفك أو حاسوبك أو مفتاحك الأمني يُدخلك: لا شيء تحفظه ولا شيء يُسرق.",
        none: "ليس لديك أي مفتاح بعد.",
        unnamed: "مفتاح مرور",
        since: (day) => `منذ ${day}`,
        add: "إضافة مفتاح مرور",
        addTitle: "إضافة مفتاح مرور",
        addSentence: "سيطلب منك المتصفح فتح قفل هذا الجهاز أو تقريب هاتفك أو مفتاحك.",
        noScript: "يحتاج مفتاح المرور إلى JavaScript ومتصفح يعرفه. أما كلمة المرور فتعمل من دونهما.",
        name: "ماذا تسميه",
        nameHint: "لك وحدك: «الحاسوب»، «المفتاح الأزرق». يمكن تركه فارغًا.",
        failed: "لم يُحفظ أي مفتاح. حاول مرة أخرى أو عيّن كلمة مرور.",
        remove: "حذف",
        lastWay: "هذه طريقتك الوحيدة للدخول. عيّن كلمة مرور أولًا أو أضف مفتاحًا آخر.",
        instead: "تعيين كلمة مرور بدلًا منه",
      },
      password: {
        title: "كلمة المرور",
        none: "ليس لديك كلمة مرور، ومع مفتاح المرور لا تحتاجها.",
        current: "كلمة مرورك الحالية",
        next: "كلمة المرور الجديدة",
        hint: "اثنا عشر حرفًا على الأقل، وتحسن جملة قصيرة. وتخرج من كل مكان آخر.",
        set: "تعيين كلمة مرور",
        change: "تغييرها",
        wrong: "هذه ليست كلمة مرورك.",
        stale: "مضى على دخولك أكثر من يوم. اخرج وادخل من جديد ثم عد إلى هنا.",
      },
      app: {
        title: "رموز من تطبيق",
        sentence: "يُطلب بعد كلمة المرور رمز يعرضه تطبيق على هاتفك.",
        needsPassword: "الرموز تكمل كلمة المرور. عيّن واحدة أولًا.",
        on: "مفعّل: كلمة المرور وحدها لا تُدخل أحدًا.",
        begin: "إعداد تطبيق",
        beginTitle: "إعداد تطبيق للرموز",
        scan: "امسح هذه الصورة بتطبيق مصادقة.",
        byHand: "أو اكتب فيه هذا المفتاح:",
        code: "الرمز الذي يعرضه الآن",
        codeHint: "ستة أرقام.",
        confirm: "تفعيل",
        wrong: "الرمز غير صحيح. انتظر الرمز التالي، وتأكد من ضبط ساعة هاتفك.",
        remove: "إيقاف",
        recoveryTitle: "رموز الاسترداد",
        recoverySentence: "كل رمز يُدخلك مرة واحدة إذا ضاع الهاتف. اطبعها أو اكتبها: فهي تُعرض الآن فقط.",
        newRecovery: "رموز استرداد جديدة",
        back: "احتفظت بها",
        cancel: "ليس الآن",
      },
      sessions: {
        title: "أين أنت مسجل الدخول",
        sentence: "أنهِ ما لا تعرفه.",
        here: "هنا",
        unknown: "متصفح",
        since: (moment) => `منذ ${moment}`,
        from: (address) => `من ${address}`,
        end: "الخروج هناك",
        endOthers: "الخروج من كل مكان آخر",
      },
    },
    staff: {
      title: "العاملون",
      name: "الاسم",
      email: "البريد الإلكتروني",
      role: "الدور",
      you: "أنت",
      suspended: (day) => `موقوف منذ ${day}`,
      invited: "مدعو",
      signedIn: (day) => `دخل ${day}`,
      away: "خارج",
      passkeys: (count) => (count === 1 ? "مفتاح مرور" : `مفاتيح مرور: ${count}`),
      password: "كلمة مرور",
      passwordAndCode: "كلمة مرور ورمز",
      linkOnly: "روابط فقط",
      inviteTitle: "دعوة شخص",
      invite: "دعوة",
      nameHint: "يمكنه تغييره لاحقًا.",
      roleSentences: {
        reporter: "يكتب ويطلب المراجعة",
        translator: "يكتب ويترجم ويطلب المراجعة",
        editor: "يراجع وينشر ويرتب الصفحة الأولى",
        moderator: "يعتني بردود القراء",
        administrator: "يفعل ذلك كله ويدير الإعدادات والعاملين",
      },
      handOverTitle: "سلّم هذا الرابط",
      handOver: (name) => `البريد غير معد، فسلّم هذا الرابط بنفسك إلى ${name} بطريقة لا يقرؤها سواه:`,
      handOverOnce: "يُعرض الآن فقط، ويصلح مرة واحدة ولمدة سبعة أيام.",
      back: "العودة إلى العاملين",
      roleTitle: "الدور",
      changeRole: "تغيير الدور",
      signOut: "إخراجه من كل مكان",
      signOutSentence: "يستطيع الدخول من جديد.",
      reset: "البدء من جديد",
      resetSentence: "لمن فقد هاتفه أو مفتاحه: تُنسى كلمة المرور والمفاتيح والرموز، ويُدخله رابط جديد.",
      resetSure: "هل تُنسى طرق دخوله؟",
      suspend: "إيقاف",
      suspendSentence: "يخرج في الحال ويبقى خارجًا حتى يُعاد.",
      restore: "إعادة",
      restoreSentence: "يستطيع الدخول كما كان.",
      remove: "إخراج من العاملين",
      removeSentence: "نهائيًا. يبقى اسمه على ما كتب وفعل، ويُنسى بريده وطرق دخوله.",
      removeSure: (name) => `هل تُخرج ${name} نهائيًا؟`,
      refusals: {
        "last-administrator": "لا بد من مدير. عيّن مديرًا آخر أولًا.",
        "not-there": "لم يعد يعمل هنا.",
      },
    },
  },
};
