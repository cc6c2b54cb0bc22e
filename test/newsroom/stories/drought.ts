import { blockquote, bodyOf, cites, dated, h2, list, p, said, table } from "../body.ts";
import type { DemoStory } from "../demo.ts";

export const drought: DemoStory = {
  key: "drought",
  articles: [
    {
      edition: "en",
      slug: "neval-lowest-since-1988",
      headline: "The Neval falls to its lowest October since 1988",
      standfirst:
        "The river stands at 81 centimetres under the Old Bridge. The reservoirs hold 29 per cent, and the rains are three weeks late.",
      section: "science",
      topics: ["water"],
      authors: ["pavel-orlin"],
      dateline: { place: "Serane", date: "2026-10-29" },
      publishedAt: "2026-10-29T08:10:00Z",
      picture: {
        file: "drought.jpg",
        alt: "A cracked riverbed winds between bare hills; a stone bridge stands over a thread of water.",
        caption:
          "The Neval above Serane. The rings on the pier of the Old Bridge show where the water stood in other years.",
      },
      front: 9,
      body: bodyOf(
        p(
          "The Neval has not been so low in an October for thirty-eight years. On Thursday morning the gauge at the Old Bridge in Serane read 81 centimetres; the average for the month is more than two metres.",
        ),
        p(
          cites(
            "neval-bulletin",
            "The three reservoirs that serve Talmira hold 29 per cent of what they can, the basin office says in its monthly bulletin",
          ),
          ", enough for 140 days at the present rate of use. Rain usually comes in the second week of October. The office now expects none before the middle of November.",
        ),
        h2("A summer in figures"),
        table(
          ["Mean level at the Old Bridge", "2026", "1991–2020", "Difference"],
          ["June", "2.31 m", "2.64 m", "−0.33 m"],
          ["July", "1.87 m", "2.38 m", "−0.51 m"],
          ["August", "1.42 m", "2.11 m", "−0.69 m"],
          ["September", "1.06 m", "1.98 m", "−0.92 m"],
          ["October", "0.84 m", "2.05 m", "−1.21 m"],
        ),
        p(
          "Salt follows where the river retreats. At the pumping station of Lower Neval, eleven kilometres from the sea, the water was too brackish to use on nine days of this month. There were no such days in the ten years before.",
        ),
        p(
          said(
            "“People look at the bridge, but the river ends at the pump. When the pump stops, the drought is in the kitchen,”",
            {
              speaker: "Irina Sol",
              office: "head of measurements, Neval Basin Office",
            },
          ),
          " said Irina Sol, who heads measurements at the basin office.",
        ),
        h2("What is restricted"),
        list(
          ["No watering of gardens and no filling of pools from Monday."],
          ["Fields may be watered at night, two nights a week."],
          ["Car washes must show that they reuse at least four fifths of their water."],
          ["Ships in harbour pay three times the usual price for fresh water."],
        ),
        h2("The marks on the pier"),
        p(
          "The pier of the Old Bridge carries a row of iron rings with dates. The lowest belongs to ",
          dated("1988-10", "October 1988"),
          ", when ",
          cites("neval-survey-1988", "the survey of that year measured 74 centimetres"),
          ". Above it stand ",
          dated("2003", "2003"),
          " and ",
          dated("2019", "2019"),
          ". The dam at Upper Neval, opened in ",
          dated("1996", "1996"),
          ", was meant to put an end to such rings.",
        ),
        blockquote(
          { speaker: "Irina Sol", office: "head of measurements, Neval Basin Office" },
          "“A dam stores rain. It does not make any. Since the turn of the century the snow in the hills has melted seventeen days earlier, and by August there is nothing left to store.”",
        ),
        p(
          "The province’s next budget, to be put to the vote in November, is expected to raise spending on water by about two fifths. The city says that it will decide by the end of the year whether to ration water by district.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "neval-obmelel",
      headline: "Невал обмелел: такого октября не было с 1988 года",
      standfirst:
        "У Старого моста — 81 сантиметр воды. Водохранилища заполнены на 29 процентов, дожди запаздывают на три недели.",
      section: "science",
      topics: ["water"],
      authors: ["pavel-orlin"],
      dateline: { place: "Серан", date: "2026-10-29" },
      publishedAt: "2026-10-29T10:00:00Z",
      picture: {
        file: "drought.jpg",
        alt: "Растрескавшееся русло между голыми холмами; каменный мост над тонкой струёй воды.",
        caption: "Невал выше Серана. Кольца на опоре Старого моста отмечают уровень воды в прежние годы.",
      },
      translatedFrom: "en",
      front: 8,
      body: bodyOf(
        p(
          "Таким мелким в октябре Невал не видели тридцать восемь лет. В четверг утром рейка у Старого моста в Серане показывала 81 сантиметр при средней для этого месяца отметке больше двух метров.",
        ),
        p(
          cites(
            "neval-bulletin",
            "Три водохранилища, которые питают Тальмиру, заполнены на 29 процентов, говорится в ежемесячном бюллетене бассейнового управления",
          ),
          ". При нынешнем расходе этого хватит на 140 дней. Обычно дожди начинаются на второй неделе октября, теперь их ждут не раньше середины ноября.",
        ),
        h2("Лето в цифрах"),
        table(
          ["Средний уровень у Старого моста", "2026", "1991–2020", "Разница"],
          ["Июнь", "2,31 м", "2,64 м", "−0,33 м"],
          ["Июль", "1,87 м", "2,38 м", "−0,51 м"],
          ["Август", "1,42 м", "2,11 м", "−0,69 м"],
          ["Сентябрь", "1,06 м", "1,98 м", "−0,92 м"],
          ["Октябрь", "0,84 м", "2,05 м", "−1,21 м"],
        ),
        p(
          "Откуда уходит река, туда приходит соль. На насосной станции в Нижнем Невале, в одиннадцати километрах от моря, вода в этом месяце девять дней была слишком солёной. За предыдущие десять лет таких дней не было ни одного.",
        ),
        p(
          said("«Все смотрят на мост, а река кончается у насоса. Когда он останавливается, засуха приходит на кухню»", {
            speaker: "Ирина Соль",
            office: "начальник отдела измерений, Невальское бассейновое управление",
          }),
          ", — говорит начальник отдела измерений Ирина Соль.",
        ),
        h2("Что ограничено"),
        list(
          ["С понедельника нельзя поливать сады и наполнять бассейны."],
          ["Поля разрешено поливать ночью, дважды в неделю."],
          ["Автомойки обязаны подтвердить, что повторно используют не меньше четырёх пятых воды."],
          ["Суда в порту платят за пресную воду втрое больше обычного."],
        ),
        h2("Отметки на опоре"),
        p(
          "На опоре Старого моста — ряд железных колец с датами. Самое нижнее относится к ",
          dated("1988-10", "октябрю 1988 года"),
          ": ",
          cites("neval-survey-1988", "тогда обследование показало 74 сантиметра"),
          ". Выше — ",
          dated("2003", "2003-й"),
          " и ",
          dated("2019", "2019-й"),
          ". Плотина в Верхнем Невале, построенная в ",
          dated("1996", "1996 году"),
          ", должна была покончить с такими кольцами.",
        ),
        blockquote(
          { speaker: "Ирина Соль", office: "начальник отдела измерений, Невальское бассейновое управление" },
          "«Плотина хранит дождь, но не делает его. С начала века снег в холмах стал сходить на семнадцать дней раньше, и к августу хранить уже нечего»",
        ),
        p(
          "В бюджете провинции, который внесут на голосование в ноябре, расходы на воду предполагается увеличить примерно на две пятых. Вводить ли нормы по районам, город решит до конца года.",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "nahr-nifal-jafaf",
      headline: "نهر نيفال يهبط إلى أدنى مستوى له في شهر أكتوبر منذ عام 1988",
      standfirst:
        "منسوب المياه تحت الجسر القديم 81 سنتيمترا، والخزانات ممتلئة بنسبة 29 في المئة، والأمطار تأخرت ثلاثة أسابيع.",
      section: "science",
      topics: ["water"],
      authors: ["pavel-orlin", "yusuf-kanaan"],
      dateline: { place: "سيران", date: "2026-10-29" },
      publishedAt: "2026-10-29T10:30:00Z",
      picture: {
        file: "drought.jpg",
        alt: "مجرى نهر متشقق بين تلال جرداء، وجسر حجري فوق خيط من الماء.",
        caption: "نهر نيفال فوق سيران. تدل الحلقات على دعامة الجسر القديم على مناسيب الأعوام السابقة.",
      },
      translatedFrom: "en",
      front: 6,
      body: bodyOf(
        p(
          "لم ينخفض نهر نيفال في شهر تشرين الأول/أكتوبر إلى هذا الحد منذ ثمانية وثلاثين عاما. فقد سجل المقياس عند الجسر القديم في سيران صباح الخميس 81 سنتيمترا، في حين يتجاوز متوسط هذا الشهر مترين.",
        ),
        p(
          cites(
            "neval-bulletin",
            "وجاء في النشرة الشهرية لهيئة حوض نيفال أن الخزانات الثلاثة التي تغذي تالميرا لا تحوي سوى 29 في المئة من سعتها",
          ),
          "، أي ما يكفي 140 يوما بمعدل الاستهلاك الحالي. وتهطل الأمطار عادة في الأسبوع الثاني من الشهر، لكن الهيئة لا تتوقعها قبل منتصف تشرين الثاني/نوفمبر.",
        ),
        h2("الصيف بالأرقام"),
        table(
          ["متوسط المنسوب عند الجسر القديم", "2026", "من 1991 إلى 2020", "الفرق"],
          ["حزيران/يونيو", "2,31 م", "2,64 م", "0,33 م أقل"],
          ["تموز/يوليو", "1,87 م", "2,38 م", "0,51 م أقل"],
          ["آب/أغسطس", "1,42 م", "2,11 م", "0,69 م أقل"],
          ["أيلول/سبتمبر", "1,06 م", "1,98 م", "0,92 م أقل"],
          ["تشرين الأول/أكتوبر", "0,84 م", "2,05 م", "1,21 م أقل"],
        ),
        p(
          "وحيث يتراجع النهر يتقدم الملح. ففي محطة الضخ في نيفال السفلى، على بعد أحد عشر كيلومترا من البحر، كانت المياه أشد ملوحة من أن تُستعمل طوال تسعة أيام هذا الشهر، ولم يحدث ذلك مرة واحدة في السنوات العشر الماضية.",
        ),
        p(
          "وتقول إيرينا سول، رئيسة قسم القياسات في الهيئة: ",
          said("«ينظر الناس إلى الجسر، لكن النهر ينتهي عند المضخة. وحين تتوقف المضخة يصل الجفاف إلى المطبخ»", {
            speaker: "إيرينا سول",
            office: "رئيسة قسم القياسات، هيئة حوض نيفال",
          }),
          ".",
        ),
        h2("ما الذي قُيّد؟"),
        list(
          ["يُمنع ريّ الحدائق وملء المسابح ابتداء من الاثنين."],
          ["يُسمح بريّ الحقول ليلا مرتين في الأسبوع."],
          ["على مغاسل السيارات إثبات أنها تعيد استعمال أربعة أخماس مياهها على الأقل."],
          ["تدفع السفن الراسية ثلاثة أضعاف السعر المعتاد للمياه العذبة."],
        ),
        h2("علامات على الدعامة"),
        p(
          "وعلى دعامة الجسر القديم صف من الحلقات الحديدية المؤرخة، أدناها حلقة ",
          dated("1988-10", "تشرين الأول/أكتوبر 1988"),
          " حين ",
          cites("neval-survey-1988", "سجل مسح ذلك العام 74 سنتيمترا"),
          "، وفوقها حلقتا ",
          dated("2003", "2003"),
          " و",
          dated("2019", "2019"),
          ". وكان يُفترض بسد نيفال العليا الذي افتُتح في ",
          dated("1996", "عام 1996"),
          " أن يضع حدا لمثل هذه الحلقات.",
        ),
        blockquote(
          { speaker: "إيرينا سول", office: "رئيسة قسم القياسات، هيئة حوض نيفال" },
          "«السد يخزن المطر ولا يصنعه. ومنذ مطلع القرن صار الثلج في التلال يذوب قبل موعده بسبعة عشر يوما، فلا يبقى في آب ما نخزنه»",
        ),
        p(
          "ومن المتوقع أن ترفع موازنة الإقليم المقبلة الإنفاق على المياه بنحو الخمسين، على أن تقرر المدينة قبل نهاية العام هل تقنّن المياه بحسب الأحياء.",
        ),
      ),
    },
  ],
};
