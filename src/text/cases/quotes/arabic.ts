import type { QuoteCase } from "./case.ts";

/** The page of an invented outlet. */
export const ARABIC_PAGE = `مجلس ميناء تلميرا

قالت رئيسة المجلس نورا فالنت: «قرّرنا الإبقاء على العبّارة الليلية، وستكلّف ١٥٠٠ كرونة في الأسبوع، وهذا ليس هدية بل طريق». وسُئلت عن الطاقم فقالت: "تُدفع أجورهم وستُدفع مرة أخرى".

وأضاف مدير الميناء أن «القبطان قال "لا" مرتين وقلت أنا "نعم" مرة واحدة». ولم يكن يعرف... ما الذي سيحدث.

"الهيكل سليم، أما المحرّك فلا، وقد نفد المال [ضحك] بين عامي 2003 و2010. وارتفع سعر الوقود بنسبة 5.5٪ خلال عام".

«أفضّل قاربًا صغيرًا يبحر على سفينة كبيرة واقفة، وهكذا تفكّر الجزيرة كلّها. اسألوا من على الرصيف؛ اسألوا النوارس».`;

export const arabic: readonly QuoteCase[] = [
  {
    rule: "الكلام كما هو",
    quotation: "«قرّرنا الإبقاء على العبّارة الليلية»",
    verdict: "same",
    passage: "قرّرنا الإبقاء على العبّارة الليلية",
  },
  { rule: "علامات مستقيمة مكان المزدوجة", quotation: '"قرّرنا الإبقاء على العبّارة الليلية"', verdict: "same" },
  { rule: "علامات إنكليزية", quotation: "“قرّرنا الإبقاء على العبّارة الليلية”", verdict: "same" },
  { rule: "من غير تشكيل", quotation: "قررنا الإبقاء على العبارة الليلية", verdict: "same" },
  { rule: "بتشكيل زائد", quotation: "وَهَذا لَيْسَ هَدِيَّة بَلْ طَرِيق", verdict: "same" },
  { rule: "من غير همزة على الألف", quotation: "قررنا الابقاء على العبارة الليلية", verdict: "same" },
  { rule: "كشيدة تمدّ الكلمة", quotation: "قررنا الإبقـــاء على العبارة الليلية", verdict: "same" },
  { rule: "أرقام غربية مكان الهندية", quotation: "وستكلف 1500 كرونة في الأسبوع", verdict: "same" },
  { rule: "أرقام هندية بفاصلة الألوف", quotation: "وستكلف ١٬٥٠٠ كرونة في الأسبوع", verdict: "same" },
  { rule: "علامات داخلية من نوع آخر", quotation: "«القبطان قال «لا» مرتين وقلت أنا «نعم» مرة واحدة»", verdict: "same" },
  { rule: "ملاحظة المحضر ليست من الكلام", quotation: "وقد نفد المال بين عامي 2003 و2010", verdict: "same" },
  { rule: "علامة النسبة اللاتينية", quotation: "وارتفع سعر الوقود بنسبة 5.5% خلال عام", verdict: "same" },
  {
    rule: "سطر ينتهي بين كلمتين",
    source: "الهيكل سليم،\nأما المحرك فلا",
    quotation: "الهيكل سليم، أما المحرك فلا",
    verdict: "same",
  },
  {
    rule: "حروف بأشكال الطباعة القديمة",
    source: "قال: ﺍﻟﻬﻴﻜﻞ سليم الآن.",
    quotation: "الهيكل سليم الآن",
    verdict: "same",
  },
  { rule: "علامات اتجاه لا تُرى", source: "قال: \u200fالهيكل\u200e سليم.", quotation: "الهيكل سليم", verdict: "same" },
  { rule: "كلمة للمحرّر بين قوسين", quotation: "قررنا الإبقاء على العبارة [«النورس الأزرق»] الليلية", verdict: "same" },
  {
    rule: "اسم مكان ضمير",
    quotation: "[العبارة] ستكلف 1500 كرونة",
    source: "وستكلف 1500 كرونة. ستكلف 1500 كرونة.",
    verdict: "same",
  },
  { rule: "حذف بثلاث نقاط", quotation: "الهيكل سليم... وقد نفد المال", verdict: "shortened", leftOut: 3 },
  {
    rule: "حذف بعلامة واحدة",
    quotation: "قررنا الإبقاء على العبارة الليلية… وهذا ليس هدية بل طريق",
    verdict: "shortened",
  },
  { rule: "حذف بين قوسين", quotation: "أفضل قاربا صغيرا يبحر […] اسألوا النوارس", verdict: "shortened" },
  { rule: "نقاط في الأصل لا تحذف شيئًا", quotation: "ولم يكن يعرف… ما الذي سيحدث", verdict: "same" },
  { rule: "كلمة تغيّرت", quotation: "قررنا بيع العبارة الليلية وستكلف 1500 كرونة", verdict: "altered" },
  { rule: "رقم تغيّر", quotation: "وستكلف ١٦٠٠ كرونة في الأسبوع", verdict: "altered", removed: "١٥٠٠", added: "١٦٠٠" },
  { rule: "نفي سقط", quotation: "ستكلف 1500 كرونة في الأسبوع وهذا هدية بل طريق", verdict: "altered" },
  { rule: "كلام لم يقله أحد", quotation: "احتلّت الطيور مكتب المدير ومنعت الجميع من الدخول", verdict: "not-found" },
  { rule: "المعنى نفسه بكلمات أخرى", quotation: "ستستمر الرحلات بعد غروب الشمس", verdict: "not-found" },
  {
    rule: "مترجم عن الإنكليزية ومعه الأصل",
    source: "“We have agreed to keep the night ferry,” she said. It was late.",
    from: "en",
    quotation: "اتفقنا على الإبقاء على العبارة الليلية",
    original: "We have agreed to keep the night ferry",
    verdict: "translated",
    passage: "We have agreed to keep the night ferry",
  },
  {
    rule: "مترجم عن الفرنسية من غير أصل",
    source: "Il faisait froid. « Il nous faut 1 500 personnes au printemps », a-t-il dit. Personne n’a répondu.",
    from: "fr",
    quotation: "نحتاج إلى 1500 شخص في الربيع",
    verdict: "translated",
    likely: "« Il nous faut 1 500 personnes au printemps », a-t-il dit.",
  },
  {
    rule: "من المتكلم بين النصفين ليس من الكلام",
    source: "«قررنا»، قالت الرئيسة، «بيع العبارة الليلية اليوم».",
    quotation: "قررنا بيع العبارة الليلية اليوم",
    verdict: "same",
  },
  {
    rule: "متحدثان ليسا واحدا",
    source: "«سنبيع الرصيف»، قال أودويا. «لن يحدث هذا أبدًا»، قالت فالنت.",
    quotation: "سنبيع الرصيف. لن يحدث هذا أبدًا",
    verdict: "altered",
  },
  {
    rule: "القوسان لا يخفيان النفي",
    source: "لن نبيع الرصيف لأحد أبدًا",
    quotation: "[سوف] نبيع الرصيف لأحد أبدًا",
    verdict: "altered",
  },
  {
    rule: "ولا يضيفانه",
    source: "الرصيف للبيع منذ العام الماضي",
    quotation: "الرصيف [ليس] للبيع منذ العام الماضي",
    verdict: "altered",
  },
  {
    rule: "النفي محذوف من الوسط",
    source: "قال إننا لن نبيع الرصيف لأحد أبدًا",
    quotation: "قال إننا نبيع الرصيف لأحد أبدًا",
    verdict: "altered",
  },
  {
    rule: "ألف مقصورة وياء",
    source: "وصل إلى مستشفى الجزيرة صباحًا",
    quotation: "وصل إلي مستشفي الجزيرة صباحًا",
    verdict: "same",
  },
  {
    rule: "أرقام وحروف فارسية",
    source: "قال الكابتن إن ١٥٠٠ شخص سيعودون",
    quotation: "قال الکابتن إن ۱۵۰۰ شخص سیعودون",
    verdict: "same",
  },
  {
    rule: "من ضرب من",
    source: "ضرب القبطان العمدة على الرصيف",
    quotation: "ضرب العمدة القبطان على الرصيف",
    verdict: "altered",
  },
  {
    rule: "مكانان من غير علامة",
    source: "بعنا العبارة. كان الشتاء طويلا. الرصيف لنا.",
    quotation: "بعنا العبارة. الرصيف لنا.",
    verdict: "altered",
  },
  {
    rule: "نقطتان في علامة",
    source: "الهيكل سليم والمحرك لا وقد نفد المال",
    quotation: "الهيكل سليم ‥ وقد نفد المال",
    verdict: "shortened",
  },
  {
    rule: "فاصلة عشرية عربية",
    source: "ارتفع السعر ٥٫٥ في المئة خلال عام",
    quotation: "ارتفع السعر 5.5 في المئة خلال عام",
    verdict: "same",
  },
];
