/** The words of pages that are not ours: which sites may carry our replies, and what goes into their pages. */
import type { SiteRefusal } from "#agency/embeds/embeds.ts";
import type { Spoken } from "./spoken.ts";

export type EmbedWords = {
  readonly introduction: string;
  readonly none: string;
  readonly all: string;
  readonly only: (edition: string) => string;
  readonly removeFrom: (host: string) => string;
  readonly addTitle: string;
  readonly site: string;
  readonly siteHint: string;
  readonly edition: string;
  readonly refusals: Readonly<Record<SiteRefusal, string>>;
  readonly codeTitle: string;
  readonly code: string;
  readonly codeHint: string;
  readonly policy: string;
  readonly policyHint: string;
  /** The link a page has until the replies are there, and for good without JavaScript. */
  readonly link: (agency: string) => string;
};

export const embed: Spoken<EmbedWords> = {
  en: {
    introduction:
      "A site that reprints your stories may show the replies to them, too. They are read there and written here, in a window of this site: one queue, one set of rules, and no reader’s address in anybody else’s page.",
    none: "No other site may carry replies yet.",
    all: "every edition",
    only: (edition) => `only ${edition}`,
    removeFrom: (host) => `Remove ${host}`,
    addTitle: "Let a site carry replies",
    site: "The site, or any page of it",
    siteHint:
      "Such as https://www.harbour-post.example. Every name a site is reached under counts by itself, with www and without.",
    edition: "Whose replies",
    refusals: {
      "no-site": "Write the address of a site, such as https://www.harbour-post.example.",
      "not-secure":
        "A site that is reached without encryption (http) could be changed on its way. Write its address with https.",
      own: "That is this site itself: its pages have their replies already.",
      taken: "This site may carry replies already. Remove it first if it should be another edition’s.",
      "too-many": "That is more sites than this list takes. Remove some first.",
    },
    codeTitle: "What goes into their page",
    code: "Where the replies are to stand",
    codeHint:
      "The link says which story: here it is the newest. Every story’s own is on the page where its replies are set (Replies, a reply, its story).",
    policy: "What their page allows, where it has a Content-Security-Policy",
    policyHint: "Nothing else is asked of it: no frame, no style, no cookie.",
    link: (agency) => `Replies at ${agency}`,
  },
  ru: {
    introduction:
      "Сайт, который перепечатывает ваши материалы, может показывать и отклики на них. Читают их там, а пишут здесь, в окне этого сайта: одна очередь, одни правила, и ни одного адреса читателя на чужой странице.",
    none: "Пока ни одному другому сайту не разрешено показывать отклики.",
    all: "все выпуски",
    only: (edition) => `только ${edition}`,
    removeFrom: (host) => `Убрать ${host}`,
    addTitle: "Разрешить сайту показывать отклики",
    site: "Сайт или любая его страница",
    siteHint:
      "Например, https://www.harbour-post.example. Каждое имя, под которым открывается сайт, считается отдельно: с www и без него.",
    edition: "Чьи отклики",
    refusals: {
      "no-site": "Напишите адрес сайта, например https://www.harbour-post.example.",
      "not-secure": "Сайт без шифрования (http) могут подменить по пути. Напишите его адрес с https.",
      own: "Это и есть ваш сайт: на его страницах отклики уже стоят.",
      taken: "Этому сайту уже разрешено. Если выпуск должен быть другим, сначала уберите его.",
      "too-many": "Столько сайтов список не вмещает. Сначала уберите лишние.",
    },
    codeTitle: "Что вставить в их страницу",
    code: "Там, где должны стоять отклики",
    codeHint:
      "Какой это материал, говорит ссылка: здесь — самый новый. Код каждого материала есть на странице, где настраиваются его отклики (Отклики, отклик, его материал).",
    policy: "Что должна разрешать их страница, если у неё есть Content-Security-Policy",
    policyHint: "Больше от неё ничего не нужно: ни фрейма, ни стилей, ни cookie.",
    link: (agency) => `Отклики на сайте ${agency}`,
  },
  ar: {
    introduction:
      "الموقع الذي يعيد نشر موادكم يستطيع أن يعرض الردود عليها أيضًا. تُقرأ هناك وتُكتب هنا في نافذة من هذا الموقع: طابور واحد وقواعد واحدة، ولا عنوان لقارئ في صفحة غيركم.",
    none: "لا يُسمح بعد لأي موقع آخر بأن يعرض الردود.",
    all: "كل الطبعات",
    only: (edition) => `${edition} فقط`,
    removeFrom: (host) => `إزالة ${host}`,
    addTitle: "السماح لموقع بعرض الردود",
    site: "الموقع أو أي صفحة منه",
    siteHint: "مثل https://www.harbour-post.example. كل اسم يُفتح به الموقع يُحسب وحده، مع www ومن دونها.",
    edition: "ردود أي طبعة",
    refusals: {
      "no-site": "اكتب عنوان موقع، مثل https://www.harbour-post.example.",
      "not-secure": "الموقع الذي يُفتح بلا تشفير (http) قد يُغيَّر في طريقه. اكتب عنوانه مع https.",
      own: "هذا موقعكم نفسه، وفي صفحاته ردودها.",
      taken: "هذا الموقع مسموح له من قبل. أزله أولًا إن كان يجب أن يكون لطبعة أخرى.",
      "too-many": "المواقع أكثر مما تسعه القائمة. أزل بعضها أولًا.",
    },
    codeTitle: "ما يوضع في صفحتهم",
    code: "حيث يجب أن تقف الردود",
    codeHint:
      "الرابط يقول أي مادة هي: وهي هنا أحدثها. ورمز كل مادة في الصفحة التي تُضبط فيها ردودها (الردود، رد، مادته).",
    policy: "ما تسمح به صفحتهم إن كانت لها Content-Security-Policy",
    policyHint: "ولا يُطلب منها شيء آخر: لا إطار ولا أنماط ولا ملفات تعريف ارتباط.",
    link: (agency) => `الردود في موقع ${agency}`,
  },
};
