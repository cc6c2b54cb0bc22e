/** The words of the library of pictures. */
import type { PictureProblem } from "#outside/pictures.ts";
import type { Spoken } from "./spoken.ts";

/** Why a picture that was sent is not kept, or what was typed about it. */
export type PictureRefusal = PictureProblem | "full" | "away" | "none-sent" | "same" | "long" | "focus" | "readers";

/** What has to be there before a picture is published. */
export type Lack = "alt" | "credit" | "licence";

export type PicturesWords = {
  readonly title: string;
  readonly search: string;
  readonly searchHint: string;
  readonly find: string;
  readonly add: string;
  readonly files: string;
  readonly filesHint: string;
  readonly forAll: string;
  readonly upload: string;
  readonly drop: string;
  /** `{n}` of `{of}`, which the island fills in. */
  readonly sending: string;
  readonly notSent: string;
  readonly none: string;
  readonly noneFound: string;
  readonly lacks: (what: string) => string;
  readonly lack: Readonly<Record<Lack, string>>;
  readonly hiddenOnes: string;
  readonly shownOnes: string;
  readonly older: string;
  readonly newest: string;
  readonly pages: string;
  readonly nameless: string;
  readonly about: string;
  readonly alt: string;
  readonly altHint: string;
  readonly caption: string;
  readonly captionHint: string;
  readonly credit: string;
  readonly creditHint: string;
  readonly licence: string;
  readonly licenceHint: string;
  readonly copyright: string;
  readonly copyrightHint: string;
  readonly focus: string;
  readonly focusHint: string;
  readonly focusX: string;
  readonly focusY: string;
  readonly crops: string;
  readonly keep: string;
  readonly facts: string;
  readonly size: string;
  readonly sizes: string;
  readonly sizesPending: string;
  readonly kept: string;
  readonly file: string;
  readonly usedIn: string;
  readonly usedNowhere: string;
  readonly replace: string;
  readonly replaceHint: string;
  readonly replaceFile: string;
  readonly replaceNow: string;
  readonly isReplaced: string;
  readonly replacement: string;
  readonly hide: string;
  readonly hideHint: string;
  readonly hideNow: string;
  readonly isHidden: string;
  readonly showAgain: string;
  readonly refusals: Readonly<Record<PictureRefusal, string>>;
};

export const pictures: Spoken<PicturesWords> = {
  en: {
    title: "Pictures",
    search: "Search the pictures",
    searchHint: "Words of the file's name, caption, credit or description.",
    find: "Search",
    add: "Add pictures",
    files: "Files",
    filesHint:
      "JPEG, PNG, WebP, AVIF or GIF, up to 40 MB each and 48 MB together. Where and with what they were taken is removed; credit and caption are read from them.",
    forAll: "For all of them, where the file says nothing",
    upload: "Upload",
    drop: "Or drop pictures anywhere on this page.",
    sending: "Sending {n} of {of}",
    notSent: "It could not be sent. Try again.",
    none: "There are no pictures yet.",
    noneFound: "No picture has these words.",
    lacks: (what) => `Lacks ${what}`,
    lack: { alt: "a description", credit: "a credit", licence: "a licence" },
    hiddenOnes: "Hidden and replaced ones",
    shownOnes: "Back to the library",
    older: "Older",
    newest: "Newest",
    pages: "More pictures",
    nameless: "Picture",
    about: "About this picture",
    alt: "Description",
    altHint: "What it shows, for those who cannot see it. Articles begin with it and may say it their own way.",
    caption: "Caption",
    captionHint: "What articles begin with.",
    credit: "Credit",
    creditHint: "Who made it, as readers see it under the picture.",
    licence: "Licence",
    licenceHint: "Under what the agency may print it: one of the list, or in your own words.",
    copyright: "Copyright notice",
    copyrightHint: "As its maker wrote it into the file.",
    focus: "What stays in sight",
    focusHint: "Press the picture at the point that must not be cropped away, or type it in hundredths.",
    focusX: "From the left, 0 to 100",
    focusY: "From the top, 0 to 100",
    crops: "How it is cropped",
    keep: "Keep",
    facts: "The file",
    size: "Size",
    sizes: "Other sizes",
    sizesPending: "Being made. Until then readers get the whole picture.",
    kept: "Kept",
    file: "Name",
    usedIn: "Where it is used",
    usedNowhere: "In no article.",
    replace: "Replace it",
    replaceHint:
      "The new picture is shown wherever this one is, in published articles too. The words stay with each article.",
    replaceFile: "New picture",
    replaceNow: "Replace",
    isReplaced: "Another picture is shown in its place.",
    replacement: "See that one",
    hide: "Hide it",
    hideHint: "It is no longer offered for articles. Those that show it go on showing it.",
    hideNow: "Hide",
    isHidden: "It is hidden from the library.",
    showAgain: "Show it in the library again",
    refusals: {
      kind: "This is not a picture that can be kept. JPEG, PNG, WebP, AVIF and GIF can; SVG, which may hold programs, cannot.",
      heic: "This is a HEIC picture, which browsers cannot show. Export it as JPEG.",
      large: "It has more than 40 MB.",
      pixels: "It has more than 80 million pixels.",
      damaged: "It is damaged or was cut off on its way.",
      full: "There is no room for it. Tell your administrator.",
      away: "The place pictures are kept in does not answer. Try again later, or tell your administrator.",
      "none-sent": "Choose at least one picture.",
      same: "That is the same picture, or one that was replaced itself.",
      long: "Use fewer words: 200 signs for credit, licence and notice, 1,000 for caption and description.",
      focus: "The point is a whole number from 0 to 100 each way.",
      readers: "Readers see this picture, so it is an editor who changes it.",
    },
  },
  ru: {
    title: "Снимки",
    search: "Искать снимки",
    searchHint: "Слова из имени файла, подписи, авторства или описания.",
    find: "Найти",
    add: "Добавить снимки",
    files: "Файлы",
    filesHint:
      "JPEG, PNG, WebP, AVIF или GIF, до 40 МБ каждый и до 48 МБ вместе. Сведения о месте и технике съёмки удаляются; автор и подпись считываются.",
    forAll: "Для всех, если в файле не сказано",
    upload: "Загрузить",
    drop: "Или перетащите снимки в любое место страницы.",
    sending: "Отправляется {n} из {of}",
    notSent: "Не удалось отправить. Попробуйте ещё раз.",
    none: "Снимков пока нет.",
    noneFound: "Снимков с такими словами нет.",
    lacks: (what) => `Не указано: ${what}`,
    lack: { alt: "описание", credit: "авторство", licence: "лицензия" },
    hiddenOnes: "Скрытые и заменённые",
    shownOnes: "Назад к снимкам",
    older: "Раньше",
    newest: "Самые новые",
    pages: "Другие снимки",
    nameless: "Снимок",
    about: "О снимке",
    alt: "Описание",
    altHint: "Что на снимке — для тех, кто его не видит. Материалы берут его за основу и могут сказать иначе.",
    caption: "Подпись",
    captionHint: "С неё начинают материалы.",
    credit: "Авторство",
    creditHint: "Кто снял — как это видят читатели под снимком.",
    licence: "Лицензия",
    licenceHint: "На каком основании агентство печатает снимок: из списка или своими словами.",
    copyright: "Знак охраны авторского права",
    copyrightHint: "Как его записал в файл автор.",
    focus: "Что не обрезать",
    focusHint: "Нажмите на снимке точку, которую нельзя отрезать, или укажите её в сотых долях.",
    focusX: "Слева, от 0 до 100",
    focusY: "Сверху, от 0 до 100",
    crops: "Как снимок обрезается",
    keep: "Сохранить",
    facts: "Файл",
    size: "Размер",
    sizes: "Другие размеры",
    sizesPending: "Готовятся. До тех пор читатели получают снимок целиком.",
    kept: "Добавлен",
    file: "Имя",
    usedIn: "Где используется",
    usedNowhere: "Ни в одном материале.",
    replace: "Заменить",
    replaceHint:
      "Новый снимок встанет везде, где стоит этот, и в опубликованных материалах тоже. Слова о снимке в материалах останутся прежними.",
    replaceFile: "Новый снимок",
    replaceNow: "Заменить",
    isReplaced: "Вместо него показывается другой снимок.",
    replacement: "Открыть его",
    hide: "Скрыть",
    hideHint: "Снимок больше не предлагается для материалов. Где он уже стоит, он останется.",
    hideNow: "Скрыть",
    isHidden: "Снимок скрыт.",
    showAgain: "Вернуть к остальным снимкам",
    refusals: {
      kind: "Это не снимок, который можно сохранить. Подойдут JPEG, PNG, WebP, AVIF и GIF; SVG может содержать программы и не принимается.",
      heic: "Это снимок HEIC, которого браузеры не показывают. Сохраните его как JPEG.",
      large: "В нём больше 40 МБ.",
      pixels: "В нём больше 80 миллионов точек.",
      damaged: "Файл повреждён или пришёл не целиком.",
      full: "Для снимка нет места. Скажите администратору.",
      away: "Хранилище снимков не отвечает. Попробуйте позже или скажите администратору.",
      "none-sent": "Выберите хотя бы один снимок.",
      same: "Это тот же снимок или снимок, который сам заменён.",
      long: "Сократите: 200 знаков для авторства, лицензии и знака охраны, 1000 для подписи и описания.",
      focus: "Точка задаётся целыми числами от 0 до 100.",
      readers: "Этот снимок видят читатели, поэтому изменить его может только редактор.",
    },
  },
  ar: {
    title: "الصور",
    search: "البحث في الصور",
    searchHint: "كلمات من اسم الملف أو التعليق أو المصدر أو الوصف.",
    find: "بحث",
    add: "إضافة صور",
    files: "الملفات",
    filesHint:
      "JPEG أو PNG أو WebP أو AVIF أو GIF، حتى 40 ميغابايت لكل صورة و48 ميغابايت معًا. تُحذف بيانات مكان التصوير وجهازه، ويُقرأ منها اسم المصور والتعليق.",
    forAll: "لجميعها حيث لا يذكر الملف شيئًا",
    upload: "رفع",
    drop: "أو أفلت الصور في أي مكان من هذه الصفحة.",
    sending: "يجري إرسال {n} من {of}",
    notSent: "تعذر الإرسال. حاول مرة أخرى.",
    none: "لا توجد صور بعد.",
    noneFound: "لا توجد صورة بهذه الكلمات.",
    lacks: (what) => `ينقصها ${what}`,
    lack: { alt: "الوصف", credit: "اسم المصور", licence: "الترخيص" },
    hiddenOnes: "المخفية والمستبدلة",
    shownOnes: "العودة إلى المكتبة",
    older: "أقدم",
    newest: "الأحدث",
    pages: "صور أخرى",
    nameless: "صورة",
    about: "عن هذه الصورة",
    alt: "الوصف",
    altHint: "ما تظهره الصورة لمن لا يراها. تبدأ به المواد ولها أن تقوله بطريقتها.",
    caption: "التعليق",
    captionHint: "ما تبدأ به المواد.",
    credit: "المصدر",
    creditHint: "من صنعها، كما يراه القراء تحت الصورة.",
    licence: "الترخيص",
    licenceHint: "الأساس الذي تنشرها الوكالة بموجبه: من القائمة أو بكلماتك.",
    copyright: "إشعار حقوق النشر",
    copyrightHint: "كما كتبه صانعها في الملف.",
    focus: "ما يبقى ظاهرًا",
    focusHint: "اضغط على الصورة عند النقطة التي لا يجوز قصها، أو اكتبها بالأجزاء من مئة.",
    focusX: "من اليسار، من 0 إلى 100",
    focusY: "من الأعلى، من 0 إلى 100",
    crops: "كيف تُقص",
    keep: "حفظ",
    facts: "الملف",
    size: "الحجم",
    sizes: "أحجام أخرى",
    sizesPending: "قيد الإعداد. وحتى ذلك يحصل القراء على الصورة كاملة.",
    kept: "أضيفت",
    file: "الاسم",
    usedIn: "أين تُستخدم",
    usedNowhere: "ليست في أي مادة.",
    replace: "استبدالها",
    replaceHint: "تظهر الصورة الجديدة حيثما كانت هذه، وفي المواد المنشورة أيضًا. وتبقى كلمات كل مادة كما هي.",
    replaceFile: "الصورة الجديدة",
    replaceNow: "استبدال",
    isReplaced: "تظهر صورة أخرى مكانها.",
    replacement: "فتح تلك الصورة",
    hide: "إخفاؤها",
    hideHint: "لا تُعرض بعد ذلك للمواد الجديدة. وما يعرضها يظل يعرضها.",
    hideNow: "إخفاء",
    isHidden: "هذه الصورة مخفية من المكتبة.",
    showAgain: "إعادتها إلى المكتبة",
    refusals: {
      kind: "ليست هذه صورة يمكن حفظها. تُقبل JPEG وPNG وWebP وAVIF وGIF، ولا تُقبل SVG لأنها قد تحوي برامج.",
      heic: "هذه صورة HEIC لا تعرضها المتصفحات. صدّرها بصيغة JPEG.",
      large: "حجمها أكثر من 40 ميغابايت.",
      pixels: "فيها أكثر من 80 مليون نقطة.",
      damaged: "الملف تالف أو لم يصل كاملًا.",
      full: "لا يوجد مكان لها. أخبر مدير النظام.",
      away: "لا يستجيب المكان الذي تُحفظ فيه الصور. حاول لاحقًا أو أخبر مدير النظام.",
      "none-sent": "اختر صورة واحدة على الأقل.",
      same: "هذه هي الصورة نفسها، أو صورة استُبدلت هي الأخرى.",
      long: "اختصر: 200 حرف للمصدر والترخيص والإشعار، و1000 للتعليق والوصف.",
      focus: "النقطة عدد صحيح من 0 إلى 100 في كل اتجاه.",
      readers: "يرى القراء هذه الصورة، لذلك لا يغيّرها إلا محرر.",
    },
  },
};
