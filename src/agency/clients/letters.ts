/** What clients are written: a story by mail, and notices of what was corrected or taken back, in the client's language. */
import type { DeliveryKind } from "./clients.ts";
import { contentOf, type Message } from "./message.ts";
import { labelsChanged } from "./reasons.ts";

export type ClientLetter = { readonly subject: string; readonly text: string };

type Words = {
  readonly kinds: Readonly<Record<DeliveryKind, string>>;
  readonly number: (n: number) => string;
  readonly attached: string;
  readonly replaced: string;
  readonly supersedes: (numbers: string) => string;
  readonly embargo: (until: string) => string;
  readonly notice: Readonly<Record<"correction" | "retraction" | "kill" | "withdrawal", string>>;
  readonly acknowledge: (by: string, portal: string) => string;
  readonly from: (agency: string) => string;
  readonly log: string;
};

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    kinds: {
      story: "Story",
      update: "Update",
      correction: "CORRECTION",
      retraction: "RETRACTION",
      kill: "KILL",
      withdrawal: "WITHDRAWN",
    },
    number: (n) => `Number ${n}`,
    attached: "The story is attached.",
    replaced: "A newer version of it has a later number.",
    supersedes: (numbers) => `It stands instead of ${numbers}, whether you have had them or not.`,
    embargo: (until) => `EMBARGOED until ${until}: not to be published before.`,
    notice: {
      correction: "A story you were sent was corrected. Please replace what you have published.",
      retraction: "A story you were sent does not hold. Please take it down and say so to your readers.",
      kill: "A story you were sent is KILLED. Do not publish it; take it down wherever it stands.",
      withdrawal: "A story you were sent is withdrawn. Please take it down.",
    },
    acknowledge: (by, portal) => `Please confirm by ${by} that you have read this:\n${portal}`,
    from: (agency) => `The wire of ${agency}`,
    log: "The publication log as it was signed. Who keeps this can prove that nothing in it was rewritten later:",
  },
  ru: {
    kinds: {
      story: "Материал",
      update: "Обновление",
      correction: "ИСПРАВЛЕНИЕ",
      retraction: "ОПРОВЕРЖЕНИЕ",
      kill: "АННУЛИРОВАНО",
      withdrawal: "ОТОЗВАНО",
    },
    number: (n) => `Номер ${n}`,
    attached: "Материал во вложении.",
    replaced: "Новая версия идёт под более поздним номером.",
    supersedes: (numbers) => `Заменяет номера: ${numbers}, получили вы их или нет.`,
    embargo: (until) => `ЭМБАРГО до ${until}: не публиковать раньше.`,
    notice: {
      correction: "Полученный вами материал исправлен. Пожалуйста, замените опубликованное.",
      retraction: "Полученный вами материал не подтвердился. Пожалуйста, снимите его и сообщите об этом читателям.",
      kill: "Полученный вами материал АННУЛИРОВАН. Не публикуйте его; снимите везде, где он стоит.",
      withdrawal: "Полученный вами материал отозван. Пожалуйста, снимите его.",
    },
    acknowledge: (by, portal) => `Пожалуйста, подтвердите до ${by}, что прочли это:\n${portal}`,
    from: (agency) => `Лента: ${agency}`,
    log: "Журнал публикаций, как он был подписан. Кто это сохранит, сможет доказать, что в нём ничего не переписали позже:",
  },
  ar: {
    kinds: {
      story: "مادة",
      update: "تحديث",
      correction: "تصحيح",
      retraction: "تراجُع",
      kill: "إلغاء",
      withdrawal: "سحب",
    },
    number: (n) => `الرقم ${n}`,
    attached: "المادة مرفقة.",
    replaced: "لها نسخة أحدث برقم لاحق.",
    supersedes: (numbers) => `تحل محل الأرقام: ${numbers}، وصلتكم أم لم تصلكم.`,
    embargo: (until) => `حظر نشر حتى ${until}: لا تُنشر قبل ذلك.`,
    notice: {
      correction: "صُحّحت مادة أُرسلت إليكم. نرجو أن تستبدلوا ما نشرتموه.",
      retraction: "لم تصحّ مادة أُرسلت إليكم. نرجو إزالتها وإخبار قرّائكم.",
      kill: "أُلغيت مادة أُرسلت إليكم. لا تنشروها، وأزيلوها حيثما وُجدت.",
      withdrawal: "سُحبت مادة أُرسلت إليكم. نرجو إزالتها.",
    },
    acknowledge: (by, portal) => `نرجو أن تؤكدوا قبل ${by} أنكم قرأتم هذا:\n${portal}`,
    from: (agency) => `خدمة الأخبار: ${agency}`,
    log: "سجل النشر كما وُقّع. من يحتفظ بهذا يستطيع أن يثبت أن شيئًا فيه لم يُكتب من جديد لاحقًا:",
  },
};

function wordsFor(language: string): Words {
  const main = language.toLowerCase().split("-", 1)[0] ?? "";
  const words = WORDS[main] ?? WORDS["en"];
  if (!words) throw new Error("there are no words of letters to clients");
  return words;
}

// A subject is a line.
const LONGEST_HEADLINE = 200;

function subjectOf({ kinds }: Words, { kind, headline, story }: Message): string {
  return `${kinds[kind]}: ${(headline ?? story).slice(0, LONGEST_HEADLINE)}`;
}

/** A story as a letter: what it is, and its text in a file beside it. */
export function storyLetter(
  language: string,
  { message, agency }: { readonly message: Message; readonly agency: string },
): ClientLetter {
  const words = wordsFor(language);
  const lines = [
    ...(message.embargo === null ? [] : [words.embargo(message.embargo), ""]),
    words.number(message.sequence),
    ...(message.supersedes.length > 0 ? [words.supersedes(message.supersedes.join(", "))] : []),
    ...(message.reason === "labels" ? [labelsChanged(language)] : []),
    message.replaced ? words.replaced : words.attached,
  ];
  const said = [...lines, "", words.from(agency), ...logLines(words, message)];
  return { subject: subjectOf(words, message), text: `${said.join("\n")}\n` };
}

function logLines({ log }: Words, { checkpoint }: Message): readonly string[] {
  return checkpoint === null ? [] : ["", log, "", checkpoint];
}

/** What stands under a number in a folder when its text is not sent any more. */
export function replacedFile(language: string): string {
  return `${wordsFor(language).replaced}\n`;
}

/** A notice, with its text and where it is acknowledged. */
export function noticeLetter(
  language: string,
  { message, agency, url }: { readonly message: Message; readonly agency: string; readonly url: string },
): ClientLetter {
  const words = wordsFor(language);
  const { kind, acknowledge, sequence, story } = message;
  const said = kind === "story" || kind === "update" ? "" : words.notice[kind];
  const parts = [
    said,
    `${words.number(sequence)} · ${story}`,
    contentOf(message)?.trim() ?? "",
    acknowledge === null ? "" : words.acknowledge(acknowledge.by, `${url}/wire/portal/notices`),
    words.from(agency),
    logLines(words, message).join("\n").trim(),
  ];
  return { subject: subjectOf(words, message), text: `${parts.filter(Boolean).join("\n\n")}\n` };
}
