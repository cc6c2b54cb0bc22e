/** The words of the desk in Arabic. */
import type { DeskWords } from "./words.ts";

export const ar: DeskWords = {
  language: "ar",

  frame: {
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
      pictures: "الصور",
      front: "الصفحة الأولى",
      house: "الإعدادات",
      staff: "العاملون",
      audit: "السجل",
      me: "حسابك",
    },
    said: { kept: "تم الحفظ.", removed: "تم الحذف.", sent: "تم الإرسال." },
  },

  roles: {
    reporter: "مراسل",
    translator: "مترجم",
    editor: "محرر",
    moderator: "مشرف",
    administrator: "مدير",
  },

  home: {
    title: "اليوم",
    welcome: (name) => `أهلًا بك يا ${name}.`,
  },

  flow: {
    tabs: {
      label: "هذه المادة",
      write: "الكتابة",
      details: "التفاصيل",
      comments: "النقاش",
      history: "السجل",
      preflight: "المراجعة الأخيرة",
    },
    states: {
      draft: "مسودة",
      "in-review": "قيد المراجعة",
      ready: "جاهزة",
      scheduled: "مجدولة",
      published: "منشورة",
      spiked: "مؤجلة",
      withdrawn: "مسحوبة",
      killed: "ملغاة",
    },
    moves: {
      submit: "إرسال للمراجعة",
      "send-back": "إعادة إلى الكاتب",
      "mark-ready": "وسمها جاهزة",
      schedule: "جدولة",
      unschedule: "إلغاء الجدولة",
      publish: "نشر الآن",
      withdraw: "سحب",
      kill: "إلغاء نهائي",
      spike: "تأجيل",
      "bring-back": "إعادة إلى العمل",
    },
  },
};
