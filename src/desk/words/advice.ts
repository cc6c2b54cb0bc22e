/** The words of advice from outside: where the house sets whom it asks, and what they said of a reply. */
import type { AdviceSaid, Adviser } from "#agency/replies/advice.ts";
import type { Spoken } from "./spoken.ts";

export type AdviceWords = {
  readonly introduction: string;
  readonly hookTitle: string;
  readonly address: string;
  readonly addressHint: string;
  readonly secret: string;
  readonly secretHint: (least: number) => string;
  readonly kept: string;
  readonly akismetTitle: string;
  readonly akismet: string;
  readonly akismetHint: string;
  readonly forget: string;
  readonly problems: Readonly<Record<"address" | "secret" | "akismet" | "tooLong", string>>;
  readonly sources: Readonly<Record<Adviser["source"], string>>;
  readonly says: Readonly<Record<AdviceSaid, string>>;
};

export const advice: Spoken<AdviceWords> = {
  en: {
    introduction:
      "What is asked here stands beside a reply in the queue. It decides nothing: who says nothing, or cannot be reached, changes nothing, and the reply waits for a person as before. Nobody is told a reader's address or network.",
    hookTitle: "A classifier of your own",
    address: "Its address",
    addressHint:
      "Each new reply is sent there by POST, as JSON, signed as Standard Webhooks has it. Empty: nobody is asked.",
    secret: "The secret it knows us by",
    secretHint: (least) => `At least ${least} characters.`,
    kept: "One is kept. Leave this empty to keep it.",
    akismetTitle: "Akismet",
    akismet: "API key",
    akismetHint:
      "With a key, the name and words of each new reply are sent to Akismet, a service in the United States. Say so in your privacy notice.",
    forget: "Forget the key: ask Akismet no more",
    problems: {
      address: "Write a whole address, such as https://classifier.example/replies.",
      secret: "An address needs a secret of at least 16 characters, or anybody could speak to it in our name.",
      akismet: "An API key of Akismet has letters and figures alone.",
      tooLong: "That is longer than any.",
    },
    sources: { hook: "Your own classifier", akismet: "Akismet" },
    says: { spam: "advertising", ham: "no advertising", unsure: "not sure", silent: "said nothing" },
  },
  ru: {
    introduction:
      "Ответ тех, кого спрашивают здесь, стоит в очереди рядом с откликом. Он ничего не решает: кто молчит или недоступен, ничего не меняет, и отклик, как и прежде, ждёт человека. Ни адрес, ни сеть читателя никому не сообщаются.",
    hookTitle: "Собственный классификатор",
    address: "Его адрес",
    addressHint:
      "Каждый новый отклик отправляется туда методом POST в виде JSON с подписью по Standard Webhooks. Пусто: никого не спрашивают.",
    secret: "Секрет, по которому он нас узнаёт",
    secretHint: (least) => `Не меньше ${least} знаков.`,
    kept: "Секрет сохранён. Оставьте поле пустым, чтобы не менять его.",
    akismetTitle: "Akismet",
    akismet: "Ключ API",
    akismetHint:
      "С ключом имя и слова каждого нового отклика отправляются в Akismet, службу в Соединённых Штатах. Скажите об этом в своей политике конфиденциальности.",
    forget: "Забыть ключ: больше не спрашивать Akismet",
    problems: {
      address: "Напишите полный адрес, например https://classifier.example/replies.",
      secret: "Адресу нужен секрет не короче 16 знаков, иначе кто угодно мог бы обратиться к нему от нашего имени.",
      akismet: "В ключе API Akismet только буквы и цифры.",
      tooLong: "Таких длинных не бывает.",
    },
    sources: { hook: "Собственный классификатор", akismet: "Akismet" },
    says: { spam: "реклама", ham: "не реклама", unsure: "неясно", silent: "без ответа" },
  },
  ar: {
    introduction:
      "ما يقوله من يُسأل هنا يقف بجانب الرد في قائمة الانتظار. وهو لا يقرر شيئًا: من سكت أو تعذّر الوصول إليه لا يغيّر شيئًا، ويبقى الرد في انتظار إنسان كما كان. ولا يُخبَر أحد بعنوان القارئ ولا بشبكته.",
    hookTitle: "مصنِّف خاص بكم",
    address: "عنوانه",
    addressHint: "يُرسَل إليه كل رد جديد بطريقة POST بصيغة JSON موقَّعًا كما في Standard Webhooks. فارغ: لا يُسأل أحد.",
    secret: "السر الذي يعرفنا به",
    secretHint: (least) => `${least} محرفًا على الأقل.`,
    kept: "السر محفوظ. اترك الحقل فارغًا ليبقى.",
    akismetTitle: "Akismet",
    akismet: "مفتاح API",
    akismetHint:
      "مع المفتاح يُرسَل اسم كل رد جديد وكلماته إلى Akismet، وهي خدمة في الولايات المتحدة. اذكروا ذلك في سياسة الخصوصية.",
    forget: "انسَ المفتاح: لا تسأل Akismet بعد الآن",
    problems: {
      address: "اكتب عنوانًا كاملًا، مثل https://classifier.example/replies.",
      secret: "يحتاج العنوان إلى سر من 16 محرفًا على الأقل، وإلا أمكن لأي أحد أن يخاطبه باسمنا.",
      akismet: "مفتاح Akismet حروف وأرقام فحسب.",
      tooLong: "هذا أطول من أي واحد.",
    },
    sources: { hook: "مصنِّفكم الخاص", akismet: "Akismet" },
    says: { spam: "إعلان", ham: "ليس إعلانًا", unsure: "غير واثق", silent: "لم يقل شيئًا" },
  },
};
