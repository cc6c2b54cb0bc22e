/** The words of withholding: what law or safety takes from the record, by two people. */
import type { WithholdRefusal } from "#agency/withholding/actions.ts";
import type { AskRefusal, Reason, Way } from "#agency/withholding/withholding.ts";
import type { Spoken } from "./spoken.ts";

export type WithholdingWords = {
  readonly title: string;
  readonly introduction: string;
  readonly waiting: string;
  readonly decided: string;
  readonly none: string;
  readonly askedBy: (who: string, when: string) => string;
  readonly decidedBy: (who: string, when: string) => string;
  readonly states: Readonly<Record<"asked" | "done" | "dropped", string>>;
  readonly look: string;
  readonly ask: string;
  readonly forms: string;
  readonly formsHint: string;
  readonly picture: string;
  readonly pictureHint: string;
  readonly where: string;
  readonly everywhere: string;
  readonly inStory: (headline: string) => string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly how: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly note: string;
  readonly noteHint: string;
  readonly askButton: string;
  readonly asked: string;
  readonly found: string;
  readonly foundIn: (headline: string, texts: number) => string;
  readonly foundElsewhere: (rows: number) => string;
  readonly foundNowhere: string;
  readonly looking: string;
  readonly filesAway: string;
  readonly onlyStory: string;
  readonly confirm: string;
  readonly confirmMeans: string;
  readonly confirmSure: string;
  readonly notYours: string;
  readonly drop: string;
  readonly dropMeans: string;
  readonly done: string;
  readonly key: string;
  readonly keyHint: string;
  readonly sealed: string;
  readonly refused: Readonly<Record<AskRefusal | WithholdRefusal | "reason-missing", string>>;
  readonly toPage: string;
};

export const withholding: Spoken<WithholdingWords> = {
  en: {
    title: "Withholding",
    introduction:
      "For what a court, the law or somebody’s safety takes from the record: a child’s or a victim’s name, a source in danger, an upheld request to be forgotten. One of you asks, another decides. The words or the picture then give way in every version, draft, note and file; nobody gets them back. For everything else there are corrections and retractions.",
    waiting: "Waiting for somebody else",
    decided: "Decided",
    none: "Nothing waits.",
    askedBy: (who, when) => `Asked for by ${who}, ${when}.`,
    decidedBy: (who, when) => `Decided by ${who}, ${when}.`,
    states: { asked: "Waiting", done: "Withheld", dropped: "Dropped" },
    look: "Look at it and decide",
    ask: "Ask for something to be withheld",
    forms: "The words, one form a line",
    formsHint:
      "A name in every spelling and case form it stands in: “Anna Kovacs”, “Kovacs”, “Ковач”, “Ковача”. Case, spaces and hyphens do not matter; parts of longer words are left alone.",
    picture: "The picture’s number",
    pictureHint: "As its address in the library ends. May be empty.",
    where: "Where",
    everywhere: "Wherever it stands: all stories, pictures, sources, pages and the desk’s own log",
    inStory: (headline) => `Only in this story, in all its editions: ${headline}`,
    reason: "Kind of reason",
    reasonHint: "Readers are told this and no more.",
    reasons: {
      court: "A court ordered it",
      child: "To protect a child",
      victim: "To protect a victim",
      source: "To protect somebody who is in danger",
      erasure: "A request to be forgotten was upheld",
      safety: "Somebody’s safety asks for it",
    },
    how: "What becomes of it",
    ways: {
      destroy: "It is destroyed",
      seal: "It is sealed for a court, under a key that is shown once to whoever decides",
    },
    note: "For whoever decides",
    noteHint: "Why, and by what right. It is forgotten when it is decided.",
    askButton: "Ask",
    asked: "Asked. Somebody else has to decide.",
    found: "Where it stands now",
    foundIn: (headline, texts) => `${headline}: ${texts === 1 ? "1 entry" : `${texts} entries`}`,
    foundElsewhere: (rows) => `Elsewhere (pictures, sources, pages, jobs, the log of the desk): ${rows}`,
    foundNowhere: "It stands nowhere.",
    looking:
      "The kept files of sources are still being looked through. Look again in a minute; who agrees before that waits until it is done.",
    filesAway:
      "The kept files of sources cannot be read just now, so they could not be looked through. Nothing was withheld; try again in a minute.",
    onlyStory: "Only this story is looked through.",
    confirm: "Withhold it",
    confirmMeans: "It is taken away at once, everywhere that is listed above, for good.",
    confirmSure: "Take this away for good? Nobody can bring it back.",
    notYours: "You asked for it, so somebody else has to decide.",
    drop: "Drop it",
    dropMeans: "Nothing is withheld; what was asked for is forgotten.",
    done: "It is withheld. Older backups still hold it: docs/operate/withholding.md says what to do with them.",
    key: "The key",
    keyHint:
      "It opens what was sealed, and is shown this once. Keep it where the court says, and not with this store: dateline withheld open.",
    sealed: "sealed",
    refused: {
      "nothing-named": "Write the words, or name a picture.",
      "form-short": "Each form needs two letters at least.",
      "too-many": "Fifty forms are the most.",
      "too-long": "That is too long: forms of a name are asked for, not texts.",
      "no-picture": "There is no such picture.",
      "reason-missing": "Say what kind of reason it is.",
      "not-there": "This has been decided meanwhile.",
      "same-person": "You asked for it, so somebody else has to decide.",
      "not-looked": "Something was kept of a source meanwhile. Press once more, and it is looked through too.",
      "nothing-found": "It stands nowhere, so there is nothing to withhold. Drop it, or ask again with other forms.",
    },
    toPage: "Withhold something from this story",
  },
  ru: {
    title: "Изъятие",
    introduction:
      "Для того, что изымают суд, закон или чья-то безопасность: имя ребёнка или потерпевшего, источник в опасности, признанное право на забвение. Один из вас просит, другой решает. После этого слов или снимка нет ни в одной версии, черновике, заметке и файле; вернуть их никто не может. Для всего остального есть исправления и опровержения.",
    waiting: "Ждут решения другого",
    decided: "Решено",
    none: "Ничего не ждёт.",
    askedBy: (who, when) => `Просьба: ${who}, ${when}.`,
    decidedBy: (who, when) => `Решение: ${who}, ${when}.`,
    states: { asked: "Ждёт", done: "Изъято", dropped: "Отклонено" },
    look: "Посмотреть и решить",
    ask: "Попросить об изъятии",
    forms: "Слова, по одной форме в строке",
    formsHint:
      "Имя во всех написаниях и падежах, в которых оно стоит: «Анна Ковач», «Анны Ковач», «Ковач», “Kovacs”. Регистр, пробелы и дефисы не важны; части более длинных слов не трогаются.",
    picture: "Номер снимка",
    pictureHint: "Конец его адреса в библиотеке. Можно оставить пустым.",
    where: "Где",
    everywhere: "Везде: во всех материалах, снимках, источниках, страницах и в журнале редакции",
    inStory: (headline) => `Только в этом материале, во всех изданиях: ${headline}`,
    reason: "Вид причины",
    reasonHint: "Читателям говорят это и ничего больше.",
    reasons: {
      court: "По решению суда",
      child: "Чтобы защитить ребёнка",
      victim: "Чтобы защитить потерпевшего",
      source: "Чтобы защитить того, кто в опасности",
      erasure: "Признано право на забвение",
      safety: "Этого требует чья-то безопасность",
    },
    how: "Что с этим станет",
    ways: {
      destroy: "Уничтожается",
      seal: "Запечатывается для суда ключом, который один раз показан тому, кто решает",
    },
    note: "Для того, кто решает",
    noteHint: "Почему и на каком основании. После решения это забывается.",
    askButton: "Попросить",
    asked: "Просьба записана. Решать должен кто-то другой.",
    found: "Где это стоит сейчас",
    foundIn: (headline, texts) => `${headline}: записей — ${texts}`,
    foundElsewhere: (rows) => `В других местах (снимки, источники, страницы, задания, журнал редакции): ${rows}`,
    foundNowhere: "Этого нигде нет.",
    looking:
      "Сохранённые файлы источников ещё просматриваются. Загляните через минуту; кто согласится раньше, подождёт, пока их досмотрят.",
    filesAway:
      "Сохранённые файлы источников сейчас не читаются, и просмотреть их не удалось. Ничего не изъято; попробуйте через минуту.",
    onlyStory: "Просмотрен только этот материал.",
    confirm: "Изъять",
    confirmMeans: "Сразу убирается отовсюду, что перечислено выше, навсегда.",
    confirmSure: "Убрать навсегда? Вернуть это никто не сможет.",
    notYours: "Просили вы, поэтому решать должен кто-то другой.",
    drop: "Отклонить",
    dropMeans: "Ничего не изымается; о чём просили — забывается.",
    done: "Изъято. В прежних резервных копиях это ещё есть: что с ними делать, сказано в docs/operate/withholding.md.",
    key: "Ключ",
    keyHint:
      "Он открывает запечатанное и показан только сейчас. Храните его там, где велит суд, и не вместе с этими данными: dateline withheld open.",
    sealed: "запечатано",
    refused: {
      "nothing-named": "Напишите слова или укажите снимок.",
      "form-short": "В каждой форме должно быть хотя бы две буквы.",
      "too-many": "Форм не больше пятидесяти.",
      "too-long": "Это слишком длинно: нужны формы имени, а не тексты.",
      "no-picture": "Такого снимка нет.",
      "reason-missing": "Укажите вид причины.",
      "not-there": "Тем временем это уже решено.",
      "same-person": "Просили вы, поэтому решать должен кто-то другой.",
      "not-looked": "Тем временем сохранили что-то из источника. Нажмите ещё раз: просмотрим и это.",
      "nothing-found": "Этого нигде нет, изымать нечего. Отклоните или попросите снова, с другими формами.",
    },
    toPage: "Изъять что-то из этого материала",
  },
  ar: {
    title: "الحجب",
    introduction:
      "لما تأخذه محكمة أو قانون أو سلامة شخص من السجل: اسم طفل أو ضحية، أو مصدر في خطر، أو حق في النسيان أُقرّ. يطلب أحدكم ويقرر آخر. عندئذ تزول الكلمات أو الصورة من كل نسخة ومسودة وملاحظة وملف، ولا يستعيدها أحد. لكل ما عدا ذلك تصحيحات وتراجعات.",
    waiting: "بانتظار شخص آخر",
    decided: "تقرر",
    none: "لا شيء ينتظر.",
    askedBy: (who, when) => `طلبه ${who}، ${when}.`,
    decidedBy: (who, when) => `قرره ${who}، ${when}.`,
    states: { asked: "ينتظر", done: "محجوب", dropped: "أُسقط" },
    look: "النظر فيه واتخاذ القرار",
    ask: "طلب حجب شيء",
    forms: "الكلمات، صيغة في كل سطر",
    formsHint:
      "الاسم بكل كتابة وصيغة يرد بها: «آنا كوفاتش»، «كوفاتش»، “Kovacs”. حالة الأحرف والمسافات والشرطات لا تهم، وأجزاء الكلمات الأطول لا تُمس.",
    picture: "رقم الصورة",
    pictureHint: "كما ينتهي عنوانها في المكتبة. يمكن تركه فارغًا.",
    where: "أين",
    everywhere: "حيثما ورد: كل المواد والصور والمصادر والصفحات وسجل التحرير نفسه",
    inStory: (headline) => `في هذه المادة وحدها بكل طبعاتها: ${headline}`,
    reason: "نوع السبب",
    reasonHint: "يقال هذا للقراء ولا شيء غيره.",
    reasons: {
      court: "أمرت به محكمة",
      child: "لحماية طفل",
      victim: "لحماية ضحية",
      source: "لحماية شخص في خطر",
      erasure: "أُقرّ طلب النسيان",
      safety: "تقتضيه سلامة شخص",
    },
    how: "ما مصيره",
    ways: { destroy: "يُتلف", seal: "يُختم لمحكمة بمفتاح يُعرض مرة واحدة على من يقرر" },
    note: "لمن يقرر",
    noteHint: "لماذا وبأي حق. يُنسى بعد القرار.",
    askButton: "طلب",
    asked: "سُجل الطلب. على شخص آخر أن يقرر.",
    found: "أين يرد الآن",
    foundIn: (headline, texts) => `${headline}: عدد القيود ${texts}`,
    foundElsewhere: (rows) => `في أماكن أخرى (صور ومصادر وصفحات ومهام وسجل التحرير): ${rows}`,
    foundNowhere: "لا يرد في أي مكان.",
    looking: "ما زال البحث جاريًا في الملفات المحفوظة من المصادر. انظر بعد دقيقة، ومن يوافق قبل ذلك ينتظر حتى يكتمل.",
    filesAway: "تتعذر الآن قراءة الملفات المحفوظة من المصادر فلم يُبحث فيها. لم يُحجب شيء، حاول بعد دقيقة.",
    onlyStory: "بُحث في هذه المادة وحدها.",
    confirm: "حجب",
    confirmMeans: "يزول فورًا ونهائيًا من كل ما ورد أعلاه.",
    confirmSure: "إزالته نهائيًا؟ لا يستطيع أحد استعادته.",
    notYours: "أنت من طلبه، فعلى شخص آخر أن يقرر.",
    drop: "إسقاط",
    dropMeans: "لا يُحجب شيء، ويُنسى ما طُلب.",
    done: "حُجب. ما زال في النسخ الاحتياطية الأقدم: في docs/operate/withholding.md ما يُفعل بها.",
    key: "المفتاح",
    keyHint: "يفتح ما خُتم ويُعرض هذه المرة فقط. احفظه حيث تقول المحكمة لا مع هذه البيانات: dateline withheld open.",
    sealed: "مختوم",
    refused: {
      "nothing-named": "اكتب الكلمات أو حدد صورة.",
      "form-short": "تحتاج كل صيغة إلى حرفين على الأقل.",
      "too-many": "خمسون صيغة هي الحد الأقصى.",
      "too-long": "هذا أطول من اللازم: المطلوب صيغ اسم لا نصوص.",
      "no-picture": "لا توجد صورة كهذه.",
      "reason-missing": "حدد نوع السبب.",
      "not-there": "تقرر هذا في هذه الأثناء.",
      "same-person": "أنت من طلبه، فعلى شخص آخر أن يقرر.",
      "not-looked": "حُفظ شيء من مصدر في هذه الأثناء. اضغط مرة أخرى ليُبحث فيه أيضًا.",
      "nothing-found": "لا يرد في أي مكان، فلا شيء يُحجب. أسقطه أو اطلب من جديد بصيغ أخرى.",
    },
    toPage: "حجب شيء من هذه المادة",
  },
};
