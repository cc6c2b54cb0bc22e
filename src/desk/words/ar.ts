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
    said: {
      kept: "تم الحفظ.",
      removed: "تم الحذف.",
      sent: "تم الإرسال.",
      "links-asked": "يجري فحص الروابط. انظر بعد قليل.",
    },
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
  preflight: {
    title: "فحص ما قبل النشر",
    introduction: "ما قد يسأل عنه زميل حريص قبل صدور المادة.",
    clear: "لم يظهر شيء. يمكن أن تصدر المادة.",
    severities: {
      block: { title: "يجب إصلاحه", sentence: "لا تصدر المادة قبل إصلاح هذا." },
      ask: { title: "ألقِ نظرة من فضلك", sentence: "تصدر المادة بعد أن ينظر محرر ويؤكد ذلك." },
      note: { title: "للعلم", sentence: "لا يلزم فعل شيء." },
    },
    findings: {
      "headline-missing": { rule: "لا عنوان", found: () => "المادة بلا عنوان.", mend: "اكتب عنوانًا." },
      "text-missing": { rule: "لا نص", found: () => "المادة بلا نص.", mend: "اكتب النص أو أدخل برقية من الوكالة." },
      "embargo-holds": {
        rule: "حظر النشر",
        found: (until) => `حظر النشر سارٍ حتى ${until}.`,
        mend: "حدد موعد النشر بعد ذلك، أو ارفع الحظر في البيانات.",
      },
      "headline-long": {
        rule: "عنوان أطول من إشعار الهاتف",
        found: (letters) => `عدد أحرف العنوان ${letters}، والهواتف تقطع الإشعار بعد نحو 65 حرفًا.`,
        mend: "اختصره أو اتركه كما هو.",
      },
      "mention-doubtful": {
        rule: "ذكر مشكوك فيه لمنظمة",
        found: (why) => `ليس مؤكدًا أنها المنظمة الواردة في السجل: ${why}.`,
        mend: "بيّن في النص هل توضع العلامة.",
      },
      "mention-unlabelled": {
        rule: "ذكر تُرك بلا علامة",
        found: () => "قرر أحدهم أن هذه ليست المنظمة الواردة في السجل.",
        mend: "انظر مرة أخرى إن لم تكن متأكدًا.",
      },
      "label-unregistered": {
        rule: "علامة مكتوبة باليد بلا قيد في السجل",
        found: (label) => `كتب المؤلف العلامة «${label}»، والسجل لا يعرف هذه المنظمة.`,
        mend: "تُطبع كما كُتبت. راجعها أو أضف المنظمة إلى السجل.",
      },
      "quotation-without-speaker": {
        rule: "اقتباس بلا قائل",
        found: () => "لا يُذكر من يتكلم.",
        mend: "اذكر القائل وصفته.",
      },
      "quotation-without-source": {
        rule: "اقتباس بلا مصدر",
        found: () => "لا يُذكر من أين جاء الكلام.",
        mend: "اربطه بمصدر.",
      },
      "dateline-missing": {
        rule: "لا مكان ولا تاريخ",
        found: () => "ليس للمادة سطر للمكان والتاريخ.",
        mend: "اذكر أين ومتى ورد الخبر.",
      },
      "dateline-day": {
        rule: "تاريخ المادة ويوم النشر",
        found: (day) => `تاريخ المادة ${day}، وهو بعد يوم النشر أو قبله بأكثر من أسبوع.`,
        mend: "صحح اليوم إن كان خطأ.",
      },
      "picture-without-alt": {
        rule: "صورة بلا نص بديل",
        found: () => "صورة بلا وصف لمن لا يراها.",
        mend: "صف ما فيها.",
      },
      "picture-without-credit": {
        rule: "صورة بلا مصور",
        found: () => "لا يُذكر من صنع الصورة.",
        mend: "أضف اسمه في مكتبة الصور.",
      },
      "picture-without-licence": {
        rule: "صورة بلا رخصة",
        found: () => "لا يُذكر بأي حق نعرض الصورة.",
        mend: "أضف الرخصة في مكتبة الصور.",
      },
      "link-broken": {
        rule: "رابط لا يجيب",
        found: (why) => `الصفحة المرتبطة لا تجيب: ${why}.`,
        mend: "صحح الرابط أو احذفه.",
      },
      "link-unchecked": {
        rule: "روابط لم تُفحص بعد",
        found: (links) => `عدد الروابط التي لم تُفحص مؤخرًا: ${links}.`,
        mend: "افحصها الآن.",
      },
      "section-missing": {
        rule: "لا قسم",
        found: () => "المادة ليست في أي قسم، فلا تظهر في قوائم الأقسام.",
        mend: "اختر قسمًا في البيانات.",
      },
      "edition-missing": {
        rule: "طبعة أخرى بلا هذه المادة",
        found: (edition) => `ليس في طبعة «${edition}» نسخة من هذه المادة.`,
        mend: "اطلب ترجمة إن كانت تهم قراءها.",
      },
    },
    linkStates: {
      "not-an-address": "ليس عنوانًا على الشبكة",
      "not-public": "يقود إلى شبكة خاصة",
      "unknown-host": "لا يوجد موقع كهذا",
      "no-answer": "الموقع لا يجيب",
      "too-slow": "الموقع بطيء جدًا",
      "too-many-redirects": "تحويل لا ينتهي",
    },
    linkStatus: (status) => `يجيب الموقع بالرمز ${status}`,
    checkLinks: "افحص الروابط الآن",
    toText: "إلى النص",
    toDetails: "إلى البيانات",
    rulesTitle: "قواعد الفحص",
    rulesIntroduction: "ما يمنع صدور المادة، وما يُسأل عنه المحرر، وما يُترك.",
    rules: { block: "يمنع", ask: "يسأل", note: "يُعلم", off: "يُترك" },
    alwaysBlocks: "يمنع دائمًا.",
    keepRules: "حفظ القواعد",
  },
};
