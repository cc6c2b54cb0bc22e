/** The words of the page a link in a letter about a waiting reply leads to. */
import type { LinkedAct } from "#agency/replies/waiting.ts";
import type { Spoken } from "./spoken.ts";

export type ByLetterWords = {
  readonly titles: Readonly<Record<LinkedAct, string>>;
  readonly as: (name: string) => string;
  readonly buttons: Readonly<Record<LinkedAct, string>>;
  readonly changed: string;
  readonly done: Readonly<Record<LinkedAct, string>>;
  readonly doneSentence: string;
  readonly decided: { readonly title: string; readonly sentence: (by: string) => string };
  readonly void: { readonly title: string; readonly sentence: string };
  readonly desk: string;
  /** On the page of one's own account. */
  readonly wanted: string;
};

export const byLetter: Spoken<ByLetterWords> = {
  en: {
    titles: { shown: "Show this reply?", refused: "Refuse this reply?" },
    as: (name) => `You decide as ${name}. Nothing is decided before you press the button.`,
    buttons: { shown: "Show it", refused: "Refuse it" },
    changed: "Its writer has changed it since you opened this page. Read it again, then decide.",
    done: { shown: "The reply is shown", refused: "The reply is refused" },
    doneSentence: "The decision is yours and stands in the log. It can be taken back at the desk.",
    decided: {
      title: "This reply is decided already",
      sentence: (by) => (by === "" ? "Nothing is left to do." : `${by} decided. Nothing is left to do.`),
    },
    void: {
      title: "This link does nothing any more",
      sentence:
        "It holds for three days, for the member it was sent to, while they may decide. Replies wait at the desk.",
    },
    desk: "To the replies at the desk",
    wanted: "Write to me when replies wait, with links that decide",
  },
  ru: {
    titles: { shown: "Показать этот отклик?", refused: "Отклонить этот отклик?" },
    as: (name) => `Вы решаете как ${name}. Пока вы не нажали кнопку, ничего не решено.`,
    buttons: { shown: "Показать", refused: "Отклонить" },
    changed: "Автор изменил отклик после того, как вы открыли страницу. Прочтите его ещё раз и решите.",
    done: { shown: "Отклик показан", refused: "Отклик отклонён" },
    doneSentence: "Решение записано в журнал как ваше. Отменить его можно в редакции.",
    decided: {
      title: "Об этом отклике уже решено",
      sentence: (by) =>
        by === "" ? "Делать больше ничего не нужно." : `Решение: ${by}. Делать больше ничего не нужно.`,
    },
    void: {
      title: "Эта ссылка больше не действует",
      sentence:
        "Она действует три дня, для того, кому отправлена, пока у него есть право решать. Отклики ждут в редакции.",
    },
    desk: "К откликам в редакции",
    wanted: "Писать мне, когда отклики ждут, со ссылками для решения",
  },
  ar: {
    titles: { shown: "أتُظهر هذا الرد؟", refused: "أترفض هذا الرد؟" },
    as: (name) => `تقرر باسم ${name}. لا يُقرَّر شيء قبل أن تضغط الزر.`,
    buttons: { shown: "أظهره", refused: "ارفضه" },
    changed: "غيّره كاتبه بعد أن فتحت هذه الصفحة. اقرأه مرة أخرى ثم قرر.",
    done: { shown: "الرد ظاهر الآن", refused: "رُفض الرد" },
    doneSentence: "القرار قرارك وهو في السجل. ويمكن التراجع عنه في مكتب التحرير.",
    decided: {
      title: "تقرر في هذا الرد من قبل",
      sentence: (by) => (by === "" ? "لم يبق ما تفعله." : `قرر ${by}. لم يبق ما تفعله.`),
    },
    void: {
      title: "لم يعد هذا الرابط يفعل شيئًا",
      sentence: "يصلح ثلاثة أيام لمن أُرسل إليه ما دام له حق القرار. الردود تنتظر في مكتب التحرير.",
    },
    desk: "إلى الردود في مكتب التحرير",
    wanted: "اكتبوا إليّ حين تنتظر ردود، مع روابط للقرار",
  },
};
