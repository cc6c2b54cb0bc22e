/** What the house writes to its staff, as plain text in the language the desk speaks to them. */

export type LetterKind = "invite" | "sign-in";

export type LetterText = { readonly subject: string; readonly text: string };

type Told = {
  readonly name: string;
  readonly agency: string;
  readonly link: string;
  /** Who invited them; nobody when it was the command line. */
  readonly by: string | undefined;
};

type Words = Readonly<Record<LetterKind, (told: Told) => LetterText>>;

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    invite: ({ name, agency, link, by }) => ({
      subject: `Your way into the desk of ${agency}`,
      text: `Hello ${name},

${by ? `${by} invites you to work` : "you are invited to work"} at the desk of ${agency}. Open this link and choose how you will sign in:

${link}

It works once and holds for seven days. If you did not expect it, leave it alone: nothing happens then.
`,
    }),
    "sign-in": ({ name, agency, link }) => ({
      subject: `Your link to sign in at ${agency}`,
      text: `Hello ${name},

this link signs you in at the desk of ${agency}:

${link}

It works once and holds for fifteen minutes. If you did not ask for it, leave it alone: nothing happens then.
`,
    }),
  },
  ru: {
    invite: ({ name, agency, link, by }) => ({
      subject: `Вход в редакцию: ${agency}`,
      text: `Здравствуйте, ${name}!

${by ? `${by} приглашает вас` : "Вас приглашают"} работать в редакции «${agency}». Откройте ссылку и выберите способ входа:

${link}

Ссылка сработает один раз и действует семь дней. Если вы её не ждали, ничего не делайте: ничего и не произойдёт.
`,
    }),
    "sign-in": ({ name, agency, link }) => ({
      subject: `Ссылка для входа: ${agency}`,
      text: `Здравствуйте, ${name}!

По этой ссылке вы войдёте в редакцию «${agency}»:

${link}

Она сработает один раз и действует пятнадцать минут. Если вы её не запрашивали, ничего не делайте: ничего и не произойдёт.
`,
    }),
  },
  ar: {
    invite: ({ name, agency, link, by }) => ({
      subject: `دخولك إلى تحرير ${agency}`,
      text: `مرحبًا ${name}،

${by ? `يدعوك ${by} إلى العمل` : "أنت مدعو إلى العمل"} في قسم التحرير في ${agency}. افتح هذا الرابط واختر طريقة دخولك:

${link}

يصلح الرابط مرة واحدة ولمدة سبعة أيام. إن لم تكن تنتظره فاتركه، ولن يحدث شيء.
`,
    }),
    "sign-in": ({ name, agency, link }) => ({
      subject: `رابط دخولك إلى ${agency}`,
      text: `مرحبًا ${name}،

يُدخلك هذا الرابط إلى قسم التحرير في ${agency}:

${link}

يصلح مرة واحدة ولمدة خمس عشرة دقيقة. إن لم تطلبه فاتركه، ولن يحدث شيء.
`,
    }),
  },
};

export function letterTo(language: string, kind: LetterKind, told: Told): LetterText {
  const words = WORDS[language.split("-", 1)[0] ?? ""] ?? WORDS["en"];
  if (!words) throw new Error("letters have no English words");
  return words[kind](told);
}

const TEST: Readonly<Record<string, (agency: string) => LetterText>> = {
  en: (agency) => ({
    subject: `A test letter from ${agency}`,
    text: `This letter shows that the mail of ${agency} works. Nothing has to be done.\n`,
  }),
  ru: (agency) => ({
    subject: `Пробное письмо: ${agency}`,
    text: `Это письмо показывает, что почта «${agency}» работает. Делать ничего не нужно.\n`,
  }),
  ar: (agency) => ({
    subject: `رسالة تجريبية من ${agency}`,
    text: `تبيّن هذه الرسالة أن بريد ${agency} يعمل. لا يلزم فعل شيء.\n`,
  }),
};

/** What an administrator sends to themselves to see whether letters arrive. */
export function testLetterTo(language: string, agency: string): LetterText {
  const words = TEST[language.split("-", 1)[0] ?? ""] ?? TEST["en"];
  if (!words) throw new Error("there are no words for a test letter");
  return words(agency);
}
