import { bodyOf, cites, dated, h2, link, list, p, pull } from "../body.ts";
import type { DemoStory } from "../demo.ts";

/** The days and numbers are those of the decisions named; the newsroom is invented. */
export const howWeLabel: DemoStory = {
  key: "how-we-label",
  articles: [
    {
      edition: "en",
      slug: "why-some-names-carry-a-note",
      headline: "Why some names on our pages carry a note, and why it is not always the same",
      standfirst:
        "A reader asked why a name is labelled in one edition and bare in another. She is right to ask. Here is the answer.",
      section: "world",
      topics: ["newsroom", "security-council"],
      authors: ["ilse-marand"],
      dateline: { place: "Talmira", date: "2026-11-02" },
      publishedAt: "2026-11-02T06:15:00Z",
      body: bodyOf(
        p(
          "A reader in Kessar has compared our three editions line by line. In the English one, she writes, ISIL is followed by a few words in brackets the first time it is named. In the Russian one there is an asterisk at every turn. And the Taliban have nothing at all. Which of us, she asks, is telling the truth?",
        ),
        p(
          "All three. A label is not an opinion of ours. It is a report of somebody else’s decision, and the editions report different ones.",
        ),
        h2("Who decides"),
        p(
          "In English we report one list, the one that binds every member of the United Nations. ",
          cites(
            "un-consolidated-list",
            "ISIL stands on it under QDe.115 since ",
            dated("2004-10-18", "18 October 2004"),
            ", Al-Qaida under QDe.004 since ",
            dated("2001-10-06", "6 October 2001"),
            ", Al-Shabaab under SOe.001 since ",
            dated("2010-04-12", "12 April 2010"),
            ".",
          ),
        ),
        p(
          "Many readers of the Russian edition live where the law tells publishers to add a note, so that edition reports the decisions of Russia’s Supreme Court as well. The Court banned the Taliban on ",
          dated("2003-02-14", "14 February 2003"),
          " and suspended the ban on ",
          dated("2025-04-17", "17 April 2025"),
          ". The note stood until the day before. On the day itself it disappeared, from old articles and new.",
        ),
        pull("A label is not an opinion of ours. It is a report of somebody else’s decision."),
        h2("What we promise"),
        list(
          ["Every label leads to a page that says who decided, when, until when, and where to read it."],
          ["The label is added when a page is printed. It is never part of the article, and no reporter types it."],
          ["It follows the law of the day on which you read. When a decision ends, the label ends."],
          ["In a quotation it stands after the closing mark. Nobody is made to say words they did not say."],
        ),
        h2("What we do not"),
        p(
          "We do not use labels to tell you what to think of ISIL’s record, or of anybody’s. That is what reporting is for. Nor do we believe that every list is just: the same instrument that names armed groups is in places used against newspapers. We say who keeps each list so that you can judge the keeper.",
        ),
        p(
          "The rules of each edition stand on the page ",
          link("/en/labels", "How we label"),
          ". If you find a name we have missed, or one that should be bare, write to the desk. The reader in Kessar found one. It has been put right, and she has our thanks.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "pochemu-u-nazvaniy-stoyat-pometki",
      headline: "Почему у некоторых названий стоят пометки и почему они не везде одинаковы",
      standfirst:
        "Читательница спросила, отчего одно и то же название в одной редакции помечено, а в другой нет. Отвечаем.",
      section: "world",
      topics: ["newsroom", "security-council"],
      authors: ["ilse-marand", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-02" },
      publishedAt: "2026-11-02T08:00:00Z",
      translatedFrom: "en",
      body: bodyOf(
        p(
          "Читательница из Кессара сравнила три наши редакции строка за строкой. В английской, пишет она, после ИГИЛ в скобках стоит несколько слов, и только один раз. В русской — звёздочка при каждом упоминании. А у «Талибана» нет ничего. Кто же из вас, спрашивает она, говорит правду?",
        ),
        p("Все трое. Пометка — не наше мнение, а сообщение о чужом решении, и редакции сообщают о разных решениях."),
        h2("Кто решает"),
        p(
          "Английская редакция опирается на один перечень — тот, что обязателен для всех членов ООН. ",
          cites(
            "un-consolidated-list",
            "ИГИЛ значится в нём с ",
            dated("2004-10-18", "18 октября 2004 года"),
            ", «Аль-Каида» — с ",
            dated("2001-10-06", "6 октября 2001 года"),
            ", «Аш-Шабаб» — с ",
            dated("2010-04-12", "12 апреля 2010 года"),
            ".",
          ),
        ),
        p(
          "Многие читатели русской редакции живут там, где закон требует примечания, поэтому в ней учтены и решения Верховного суда России. Деятельность «Талибана» суд запретил ",
          dated("2003-02-14", "14 февраля 2003 года"),
          ", а ",
          dated("2025-04-17", "17 апреля 2025 года"),
          " приостановил запрет. В тот же день пометка исчезла — и в новых статьях, и в архиве. А у «Исламского государства», запрещённого ",
          dated("2014-12-29", "29 декабря 2014 года"),
          ", она осталась.",
        ),
        pull("Пометка — не наше мнение, а сообщение о чужом решении"),
        h2("Что мы обещаем"),
        list(
          [
            "Каждая пометка ведёт на страницу, где сказано, кто принял решение, когда, до какого срока и где его прочесть.",
          ],
          ["Пометка появляется, когда страница печатается. В самом тексте её нет, и корреспондент её не набирает."],
          ["Она следует закону того дня, когда вы читаете. Кончилось решение — исчезла и пометка."],
          ["В цитате она стоит после кавычек: мы не приписываем человеку слов, которых он не говорил."],
        ),
        h2("Чего мы не делаем"),
        p(
          "Мы не пользуемся пометками, чтобы подсказать, как относиться к ИГИЛ или к кому угодно ещё: для этого есть репортаж. Мы и не считаем, что всякий перечень справедлив: кое-где тем же способом, каким называют вооружённые группировки, метят газеты. Поэтому мы и пишем, кто ведёт перечень, — судите сами.",
        ),
        p(
          "Правила каждой редакции — на странице ",
          link("/ru/labels", "о пометках"),
          ". Если мы пропустили название или пометили лишнее, напишите нам. Читательница из Кессара нашла одну ошибку. Мы её исправили и благодарим.",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "limadha-nadaa-ishara",
      headline: "لماذا نضع إشارة بعد بعض الأسماء، ولماذا تختلف من نسخة إلى أخرى؟",
      standfirst: "سألتنا قارئة لماذا يحمل اسم ما إشارة في نسخة ولا يحملها في أخرى، ومن حقها أن تسأل. وهذا هو الجواب.",
      section: "world",
      topics: ["newsroom", "security-council"],
      authors: ["ilse-marand", "yusuf-kanaan"],
      dateline: { place: "تالميرا", date: "2026-11-02" },
      publishedAt: "2026-11-02T08:40:00Z",
      translatedFrom: "en",
      body: bodyOf(
        p(
          "قارنت قارئة من كيسار نسخنا الثلاث سطرا بسطر. ففي الإنجليزية، كما كتبت إلينا، تأتي بعد اسم داعش بضع كلمات بين قوسين عند ذكره أول مرة، وفي الروسية نجمة عند كل ذكر، أما حركة طالبان فلا شيء بعد اسمها. وتسأل القارئة: أيّكم يقول الحقيقة؟",
        ),
        p(
          "والجواب: النسخ الثلاث كلها. فالإشارة ليست رأيا لنا، بل إخبار عن قرار اتخذه غيرنا، وكل نسخة تخبر عن قرارات مختلفة.",
        ),
        h2("من الذي يقرر؟"),
        p(
          "تعتمد النسختان العربية والإنجليزية قائمة واحدة ملزمة لجميع الدول الأعضاء في الأمم المتحدة. ",
          cites(
            "un-consolidated-list",
            "ويرد تنظيم داعش فيها منذ ",
            dated("2004-10-18", "18 تشرين الأول/أكتوبر 2004"),
            "، وتنظيم القاعدة منذ ",
            dated("2001-10-06", "6 تشرين الأول/أكتوبر 2001"),
            "، وحركة الشباب منذ ",
            dated("2010-04-12", "12 نيسان/أبريل 2010"),
            ".",
          ),
        ),
        p(
          "أما النسخة الروسية فيعيش كثير من قرائها في بلد يُلزم قانونه الناشرين بإضافة تنويه، ولذلك تخبر أيضا عن قرارات المحكمة العليا في روسيا. وكانت المحكمة قد حظرت حركة طالبان في ",
          dated("2003-02-14", "14 شباط/فبراير 2003"),
          " ثم علّقت الحظر في ",
          dated("2025-04-17", "17 نيسان/أبريل 2025"),
          "، وفي ذلك اليوم اختفت الإشارة من المقالات الجديدة والقديمة معا.",
        ),
        pull("الإشارة ليست رأيا لنا، بل إخبار عن قرار اتخذه غيرنا"),
        h2("بماذا نتعهد؟"),
        list(
          ["تقود كل إشارة إلى صفحة تبيّن من اتخذ القرار ومتى، وإلى متى يسري، وأين يمكن قراءته."],
          ["تضاف الإشارة عند طباعة الصفحة، فهي ليست جزءا من المقال ولا يكتبها المراسل."],
          ["تتبع الإشارة قانون اليوم الذي تقرأ فيه، فإذا انتهى القرار انتهت معه."],
          ["تأتي في الاقتباس بعد علامة الإغلاق، فلا ننسب إلى أحد كلاما لم يقله."],
        ),
        h2("وما الذي لا نفعله؟"),
        p(
          "لا نستعمل الإشارات لنملي على القارئ رأيه في داعش أو في غيره، فتلك مهمة التغطية الصحفية. ولا نعتقد أن كل القوائم عادلة، فالأداة التي تسمي الجماعات المسلحة تُستعمل في بعض الأماكن ضد الصحف. ولهذا نذكر صاحب كل قائمة كي يحكم القارئ بنفسه.",
        ),
        p(
          "وقواعد كل نسخة منشورة في صفحة ",
          link("/ar/labels", "قواعد التوسيم"),
          ". وإذا وجدتم اسما أغفلناه أو إشارة في غير محلها فاكتبوا إلينا. لقد عثرت قارئة كيسار على خطأ واحد فصححناه، ولها منا الشكر.",
        ),
      ),
    },
  ],
};
