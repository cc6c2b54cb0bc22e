/** Why a mention is not labelled, or has to be asked about, as the label engine says it, in the languages of the desk. */
import type { DeskLanguage } from "./spoken.ts";

/** `$1`, `$2` stand for what the sentence names. */
type Reason = Readonly<Record<Exclude<DeskLanguage, "en">, string>> & { readonly said: RegExp };

const REASONS: readonly Reason[] = [
  { said: /^it is labelled already$/, ru: "пометка уже стоит", ar: "التنويه موجود" },
  { said: /^an editor left it out$/, ru: "редактор решил не помечать", ar: "قرر محرر تركها" },
  {
    said: /^it stands in the name of something else$/,
    ru: "она стоит в названии чего-то другого",
    ar: "ترد في اسم شيء آخر",
  },
  {
    said: /^the name is a single word, which may be a word or a family name, too$/,
    ru: "имя — одно слово, которое может быть и обычным словом, и фамилией",
    ar: "الاسم كلمة واحدة قد تكون كلمة عادية أو اسم عائلة",
  },
  {
    said: /^the name does not say that it is an organisation: it may be a place, a ship or a work, too$/,
    ru: "из имени не видно, что это организация: так может называться и место, и корабль, и произведение",
    ar: "لا يدل الاسم على أنه منظمة، فقد يكون اسم مكان أو سفينة أو عمل فني",
  },
  {
    said: /^the name is one word beside what it is: a company, a team or a body may be called the same$/,
    ru: "название — одно слово и род организации: так может называться и компания, и команда, и ведомство",
    ar: "الاسم كلمة واحدة مع نوع الكيان، وقد تحمله شركة أو فريق أو هيئة",
  },
  { said: /^the policy is none$/, ru: "издание не ставит пометок", ar: "سياسة الطبعة بلا تنويهات" },
  { said: /^captions are not labelled$/, ru: "подписи не помечаются", ar: "لا تنويه في التعليقات" },
  { said: /^no register knows it$/, ru: "её нет в реестре", ar: "ليست في السجل" },
  { said: /^no jurisdiction is set$/, ru: "юрисдикция не задана", ar: "لم تُحدَّد ولاية قضائية" },
  { said: /^it has no designation in (.+)$/, ru: "решения о ней нет: $1", ar: "لا قرار بشأنها: $1" },
  {
    said: /^its designation in (.+) is not in force on (\S+) .+$/,
    ru: "решение о ней ($1) на $2 не действует",
    ar: "القرار بشأنها ($1) غير نافذ في $2",
  },
  {
    said: /^only its first mention is labelled$/,
    ru: "помечается только первое упоминание",
    ar: "التنويه عند أول ذكر فقط",
  },
  {
    said: /^only its first mention in a section is labelled$/,
    ru: "помечается только первое упоминание в разделе",
    ar: "التنويه عند أول ذكر في القسم فقط",
  },
  { said: /^the notice names it once$/, ru: "она названа в общей сноске", ar: "يذكرها الإشعار مرة واحدة" },
  {
    said: /^its label stands once, after the quotation$/,
    ru: "пометка стоит один раз, после цитаты",
    ar: "يرد التنويه مرة واحدة بعد الاقتباس",
  },
  {
    said: /^its label stands once, after the whole word$/,
    ru: "пометка стоит один раз, после всего слова",
    ar: "يرد التنويه مرة واحدة بعد الكلمة كلها",
  },
  {
    said: /^the name is that of several organisations: (.+)$/,
    ru: "так называются несколько организаций: $1",
    ar: "يحمل الاسم أكثر من منظمة: $1",
  },
  {
    said: /^the register says to ask about this name$/,
    ru: "реестр велит спросить",
    ar: "السجل يطلب السؤال عن هذا الاسم",
  },
  { said: /^this form of the name is in doubt$/, ru: "эта форма имени сомнительна", ar: "هذه الصيغة من الاسم موضع شك" },
  {
    said: /^it is the name of a \S.* without words of its own$/,
    ru: "имя производное, и своей пометки у него нет",
    ar: "الاسم مشتق ولا تنويه خاصًا به",
  },
  {
    said: /^among capitals it may be an ordinary word$/,
    ru: "среди прописных это может быть обычное слово",
    ar: "قد تكون كلمة عادية بين الأحرف الكبيرة",
  },
  {
    said: /^the register has no words to print for it$/,
    ru: "в реестре нет слов для пометки",
    ar: "لا كلمات لها في السجل",
  },
  {
    said: /^the name is so short that it may be something else$/,
    ru: "имя так коротко, что может значить другое",
    ar: "الاسم قصير وقد يعني شيئًا آخر",
  },
  { said: /^the name is an ordinary word$/, ru: "имя — обычное слово", ar: "الاسم كلمة عادية" },
  { said: /^the name is a family name, too$/, ru: "это и фамилия", ar: "الاسم اسم عائلة أيضًا" },
  { said: /^it is the name of a person$/, ru: "это имя человека", ar: "هذا اسم شخص" },
  {
    said: /^the list itself calls it a weak alias$/,
    ru: "сам список называет это имя ненадёжным",
    ar: "القائمة نفسها تعدّه اسمًا ضعيفًا",
  },
];

/** A reason in a language of the desk; one it has no words for stays as it was said. */
export function reasonIn(language: DeskLanguage, reason: string): string {
  if (language === "en") return reason;
  const known = REASONS.find(({ said }) => said.test(reason));
  return known ? reason.replace(known.said, known[language]) : reason;
}
