/** The letter to a moderator about replies that wait, as plain text in the language the desk speaks to them. */
import { counted } from "#lib/counted.ts";
import type { QueuedReply } from "./queries.ts";
import type { LinkedAct } from "./waiting.ts";

type Told = {
  readonly agency: string;
  readonly url: string;
  readonly replies: readonly QueuedReply[];
  readonly more: number;
  readonly linkTo: (replyId: string, to: LinkedAct) => string;
};

type Words = {
  readonly subject: (n: number, agency: string) => string;
  readonly on: (name: string, headline: string) => string;
  readonly acts: Readonly<Record<LinkedAct, string>>;
  readonly desk: string;
  readonly more: (n: number) => string;
  readonly foot: string;
};

const waits = {
  en: counted("en", { one: "{n} reply waits", other: "{n} replies wait" }),
  ru: counted("ru", {
    one: "{n} отклик ждёт",
    few: "{n} отклика ждут",
    many: "{n} откликов ждут",
    other: "{n} отклика ждут",
  }),
  ar: counted("ar", {
    zero: "لا ردود تنتظر",
    one: "رد واحد ينتظر",
    two: "ردان ينتظران",
    few: "{n} ردود تنتظر",
    many: "{n} ردًا ينتظر",
    other: "{n} رد ينتظر",
  }),
};

const WORDS: Readonly<Record<"en" | "ru" | "ar", Words>> = {
  en: {
    subject: (n, agency) => `${waits.en(n)} · ${agency}`,
    on: (name, headline) => `${name} on “${headline}”:`,
    acts: { shown: "Show it", refused: "Refuse it" },
    desk: "At the desk",
    more: counted("en", { one: "{n} more waits at the desk.", other: "{n} more wait at the desk." }),
    foot: "Each link opens a page with a button, decides over this one reply as you, once, and holds for three days. Do not pass this letter on. You get such letters because you asked for them; stop them here:",
  },
  ru: {
    subject: (n, agency) => `${waits.ru(n)} · ${agency}`,
    on: (name, headline) => `${name} — к материалу «${headline}»:`,
    acts: { shown: "Показать", refused: "Отклонить" },
    desk: "В редакции",
    more: counted("ru", {
      one: "В редакции ждёт ещё {n}.",
      few: "В редакции ждут ещё {n}.",
      many: "В редакции ждут ещё {n}.",
      other: "В редакции ждут ещё {n}.",
    }),
    foot: "Каждая ссылка открывает страницу с кнопкой, решает об одном отклике от вашего имени, один раз, и действует три дня. Не пересылайте это письмо. Вы получаете такие письма, потому что попросили; отказаться можно здесь:",
  },
  ar: {
    subject: (n, agency) => `${waits.ar(n)} · ${agency}`,
    on: (name, headline) => `${name} على «${headline}»:`,
    acts: { shown: "أظهره", refused: "ارفضه" },
    desk: "في مكتب التحرير",
    more: (n) => `وينتظر في مكتب التحرير غيرها: ${new Intl.NumberFormat("ar").format(n)}.`,
    foot: "يفتح كل رابط صفحة فيها زر، ويقرر باسمك في رد واحد مرة واحدة، ويبقى صالحًا ثلاثة أيام. لا تمرّر هذه الرسالة. تصلك هذه الرسائل لأنك طلبتها؛ أوقفها من هنا:",
  },
};

// Enough to decide by; the page has all of it.
const MOST_SHOWN = 1_000;

export function waitingLetterTo(
  language: string,
  { agency, url, replies, more, linkTo }: Told,
): { readonly subject: string; readonly text: string } {
  const main = language.toLowerCase().split("-", 1)[0];
  const words = main === "ru" || main === "ar" ? WORDS[main] : WORDS.en;
  const each = replies.map(({ id, name, headline, text }) =>
    [
      words.on(name, headline),
      (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text).replaceAll(/^/gm, "> "),
      `${words.acts.shown}:\n${linkTo(id, "shown")}`,
      `${words.acts.refused}:\n${linkTo(id, "refused")}`,
      `${words.desk}:\n${url}/desk/replies/${id}`,
    ].join("\n\n"),
  );
  const rest = more > 0 ? [`${words.more(more)}\n${url}/desk/replies`] : [];
  return {
    subject: words.subject(replies.length + more, agency),
    text: `${[...each, ...rest, `${words.foot}\n${url}/desk/me`].join("\n\n")}\n`,
  };
}
