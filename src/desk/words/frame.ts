/** The words around every page of the desk, and what a form says it has done. */
import type { DeskPlace } from "../visit.ts";
import type { Spoken } from "./spoken.ts";

type Trouble = { readonly title: string; readonly sentence: string };

/** What a form can say it has done. */
export type Said =
  | "test-asked"
  | "kept"
  | "kept-as-draft"
  | "kept-for-another"
  | "kept-still"
  | "removed"
  | "sent"
  | "links-asked"
  | "wire-asked";

export type FrameWords = {
  readonly desk: string;
  readonly skip: string;
  readonly menu: string;
  readonly site: string;
  readonly signOut: string;
  readonly notFound: string;
  readonly notFoundSentence: string;
  readonly tooLarge: Trouble;
  readonly notAForm: Trouble;
  readonly places: Readonly<Record<DeskPlace, string>>;
  /** What a form has just done, said once on the page that follows. */
  readonly said: Readonly<Record<Said, string>>;
};

export const frame: Spoken<FrameWords> = {
  en: {
    desk: "Desk",
    skip: "Skip to the page",
    menu: "The desk",
    site: "See the site",
    signOut: "Sign out",
    notFound: "Not found",
    notFoundSentence: "There is no such page at the desk, or it is not among those your role opens.",
    tooLarge: {
      title: "That was too large",
      sentence:
        "What you sent is larger than this form takes. Go back: what you typed is still there. Send less at once.",
    },
    notAForm: {
      title: "That did not arrive whole",
      sentence: "What arrived was not a form. Go back, where what you typed still stands, and send it again.",
    },
    places: {
      home: "Today",
      articles: "Stories",
      wire: "Wire",
      events: "Events",
      replies: "Replies",
      pictures: "Pictures",
      sources: "Sources",
      front: "Front page",
      register: "Register",
      house: "House",
      staff: "Staff",
      audit: "Log",
      me: "Your account",
    },
    said: {
      "test-asked": "The letter is on its way. Load this page again in a moment.",
      kept: "Kept.",
      "kept-as-draft": "It is kept as a draft and has not come out. What stands in its way is below.",
      "kept-for-another":
        "It is kept as a draft and has not come out: here somebody else than its author publishes a story.",
      "kept-still": "Kept. What moved in it does not: its first picture is shown.",
      removed: "Removed.",
      sent: "Sent.",
      "links-asked": "The links are being asked. Look again in a moment.",
      "wire-asked": "It is being asked. Load this page again in a moment.",
    },
  },
  ru: {
    desk: "Редакция",
    skip: "К содержанию страницы",
    menu: "Редакция",
    site: "Открыть сайт",
    signOut: "Выйти",
    notFound: "Не найдено",
    notFoundSentence: "Такой страницы в редакции нет, или ваша роль её не открывает.",
    tooLarge: {
      title: "Слишком большой объём",
      sentence:
        "Отправленное больше, чем принимает эта форма. Вернитесь назад: набранное сохранилось. Отправьте меньше.",
    },
    notAForm: {
      title: "Данные пришли не целиком",
      sentence: "Пришла не форма. Вернитесь назад, где набранное сохранилось, и отправьте ещё раз.",
    },
    places: {
      home: "Сегодня",
      articles: "Материалы",
      wire: "Лента",
      events: "События",
      replies: "Отклики",
      pictures: "Снимки",
      sources: "Источники",
      front: "Первая полоса",
      register: "Реестр",
      house: "Настройки",
      staff: "Сотрудники",
      audit: "Журнал",
      me: "Ваша учётная запись",
    },
    said: {
      "test-asked": "Письмо отправляется. Обновите страницу через минуту.",
      kept: "Сохранено.",
      "kept-as-draft": "Сохранено как черновик и не опубликовано. Что этому мешает, указано ниже.",
      "kept-for-another": "Сохранено как черновик и не опубликовано: здесь материал публикует не его автор.",
      "kept-still": "Сохранено. Движения в снимке не будет: показывается первый кадр.",
      removed: "Удалено.",
      sent: "Отправлено.",
      "links-asked": "Ссылки проверяются. Загляните через минуту.",
      "wire-asked": "Запрос отправлен. Обновите страницу через минуту.",
    },
  },
  ar: {
    desk: "التحرير",
    skip: "إلى محتوى الصفحة",
    menu: "التحرير",
    site: "عرض الموقع",
    signOut: "تسجيل الخروج",
    notFound: "الصفحة غير موجودة",
    notFoundSentence: "لا توجد صفحة كهذه في قسم التحرير، أو أن دورك لا يفتحها.",
    tooLarge: {
      title: "الحجم كبير جدًا",
      sentence: "ما أرسلته أكبر مما يقبله هذا النموذج. ارجع إلى الخلف: ما كتبته ما زال هناك. أرسل قدرًا أقل.",
    },
    notAForm: {
      title: "لم تصل البيانات كاملة",
      sentence: "ما وصل ليس نموذجًا. ارجع إلى الخلف حيث ما زال ما كتبته، وأرسله مرة أخرى.",
    },
    places: {
      home: "اليوم",
      articles: "المواد",
      wire: "الوارد",
      events: "الأحداث",
      replies: "الردود",
      pictures: "الصور",
      sources: "المصادر",
      front: "الصفحة الأولى",
      register: "سجل التنويهات",
      house: "الإعدادات",
      staff: "العاملون",
      audit: "السجل",
      me: "حسابك",
    },
    said: {
      "test-asked": "الرسالة في الطريق. أعد تحميل الصفحة بعد قليل.",
      kept: "تم الحفظ.",
      "kept-as-draft": "حُفظت مسودةً ولم تُنشر. ما يمنع نشرها مبيّن أدناه.",
      "kept-for-another": "حُفظت مسودةً ولم تُنشر: ينشر المادةَ هنا شخص آخر غير كاتبها.",
      "kept-still": "تم الحفظ. لن تتحرك الصورة: يظهر إطارها الأول.",
      removed: "تم الحذف.",
      sent: "تم الإرسال.",
      "links-asked": "يجري فحص الروابط. انظر بعد قليل.",
      "wire-asked": "يجري السؤال. أعد تحميل الصفحة بعد قليل.",
    },
  },
};
