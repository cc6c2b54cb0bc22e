import { bodyOf, cites, dated, h2, list, numbered, p, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

const reth = { speaker: "Ioan Reth", source: "ioan-reth" };

export const port: DemoStory = {
  key: "port",
  articles: [
    {
      edition: "en",
      slug: "outer-quay",
      headline: "Talmira to build an outer quay for ships it now turns away",
      standfirst:
        "The 310 million crown plan would let in vessels with a draught of fifteen metres. Fishermen want the seagrass moved first.",
      section: "economy",
      topics: ["harbour", "sea"],
      authors: ["tomas-harrow"],
      dateline: { place: "Talmira", date: "2026-11-12" },
      publishedAt: "2026-11-12T07:20:00Z",
      picture: {
        file: "cranes.jpg",
        alt: "Tall harbour cranes stand over a container ship in the light of a low sun.",
        caption:
          "Quay Four, where two cranes date from 1978. The new pair would reach across twenty rows of containers.",
      },
      front: 6,
      body: bodyOf(
        p(
          "The Harbour Authority of Talmira will build a quay outside the old breakwater, long enough for two large container ships at once, after its board approved the plan at second reading on Wednesday.",
        ),
        p(
          cites(
            "harbour-plan",
            "The quay is to be 720 metres long, with water fifteen and a half metres deep beside it.",
          ),
          " Today nothing that draws more than eleven metres can enter. Last year 214 ships passed the strait for Kessar and ports beyond because Talmira could not take them.",
        ),
        h2("What will be built"),
        numbered(
          ["A breakwater of rock and concrete, from spring 2027 to autumn 2028."],
          [
            "The quay wall on steel piles, with power for ships at berth so that engines can be stopped, by the end of 2029.",
          ],
          ["Two cranes and a rail spur of four kilometres, in service by May 2030."],
        ),
        p(
          "Ioan Reth, the harbour master, said that the sums worked without a single new ship. ",
          said(
            "“Every vessel that waits outside costs somebody forty thousand crowns a day. We are selling them back their time,”",
            {
              ...reth,
              office: "master of Talmira harbour",
            },
          ),
          " he said.",
        ),
        p(
          cites(
            "lighthouse-press",
            "Lighthouse Press reported on Tuesday that two shipping lines have signed letters of intent.",
          ),
          " The authority confirmed the number and declined to name them.",
        ),
        h2("The meadow"),
        p(
          "Forty hectares of seagrass grow where the breakwater is to stand. Squid spawn there, and young bream hide. The plan sets aside eighteen million crowns to replant the meadow in the lee of Orvane before the first rock is dropped.",
        ),
        p(
          "The fishermen’s association is not convinced. A replanting of two hectares in ",
          dated("2014", "2014"),
          " took; another in ",
          dated("2019", "2019"),
          ", planted in May instead of October, was gone within a year.",
        ),
        p(
          said(
            "“We are not against the quay. We are against hearing in 2030 that the grass did not like its new address,”",
            {
              speaker: "Dina Coll",
              office: "chair of the Talmira fishermen’s association",
            },
          ),
          " said Dina Coll, who chairs the association. It asks for three things:",
        ),
        list(
          ["planting in October only, two seasons ahead of the rock;"],
          ["a count of squid eggs every spring, published;"],
          ["no dredging from March to June."],
        ),
        p(
          "The board has accepted the second and will answer the others by January. The last word belongs to the province, whose environmental office is due to report in February.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "vneshniy-prichal",
      headline: "Тальмира построит внешний причал для судов, которые сегодня проходят мимо",
      standfirst:
        "Проект за 310 миллионов крон позволит принимать суда с осадкой пятнадцать метров. Рыбаки просят сначала пересадить морскую траву.",
      section: "economy",
      topics: ["harbour", "sea"],
      authors: ["tomas-harrow", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-12" },
      publishedAt: "2026-11-12T09:00:00Z",
      picture: {
        file: "cranes.jpg",
        alt: "Высокие портовые краны над контейнеровозом в свете низкого солнца.",
        caption:
          "Четвёртый причал: двум кранам здесь почти полвека. Новые смогут обслуживать двадцать рядов контейнеров.",
      },
      translatedFrom: "en",
      front: 5,
      body: bodyOf(
        p(
          "Администрация порта Тальмиры построит причал за старым волноломом — такой длины, чтобы у него одновременно стояли два больших контейнеровоза. Совет директоров одобрил проект во втором чтении в среду.",
        ),
        p(
          cites("harbour-plan", "Длина причала — 720 метров, глубина у стенки — пятнадцать с половиной."),
          " Сегодня в порт не может войти ничего с осадкой больше одиннадцати. В прошлом году 214 судов ушли в Кессар и дальше только потому, что Тальмира не могла их принять.",
        ),
        h2("Что построят"),
        numbered(
          ["Волнолом из камня и бетона — с весны 2027-го по осень 2028 года."],
          [
            "Причальную стенку на стальных сваях с береговым электропитанием, чтобы суда у причала глушили двигатели, — до конца 2029 года.",
          ],
          ["Два крана и четыре километра подъездного пути — к маю 2030 года."],
        ),
        p(
          "По словам капитана порта Иоана Рета, расчёт сходится и без единого нового судна. ",
          said("«Каждый, кто ждёт на рейде, теряет сорок тысяч крон в сутки. Мы продаём им их же собственное время»", {
            ...reth,
            speaker: "Иоан Рет",
            office: "капитан порта Тальмира",
          }),
          ", — говорит он.",
        ),
        p(
          cites(
            "lighthouse-press",
            "Как сообщило во вторник агентство «Лайтхаус пресс», две судоходные линии подписали письма о намерениях.",
          ),
          " В порту число подтвердили, но назвать компании отказались.",
        ),
        h2("Подводный луг"),
        p(
          "Там, где должен встать волнолом, растут сорок гектаров морской травы. В ней нерестится кальмар и прячется молодь леща. В смету заложено восемнадцать миллионов крон, чтобы высадить такой же луг под защитой Орвана прежде, чем в воду опустят первый камень.",
        ),
        p(
          "Рыбаков это не убеждает. Два гектара, пересаженные в ",
          dated("2014", "2014 году"),
          ", прижились, а посадки ",
          dated("2019", "2019 года"),
          ", сделанные в мае вместо октября, погибли за год.",
        ),
        p(
          said("«Мы не против причала. Мы против того, чтобы в 2030-м нам сказали: траве не понравился новый адрес»", {
            speaker: "Дина Колл",
            office: "председатель объединения рыбаков Тальмиры",
          }),
          ", — говорит председатель объединения Дина Колл. Условий три:",
        ),
        list(
          ["сажать только в октябре и за два сезона до начала отсыпки;"],
          ["каждую весну считать кладки кальмара и публиковать результат;"],
          ["не вести дноуглубление с марта по июнь."],
        ),
        p(
          "Со вторым порт согласился, ответ по остальным обещан к январю. Последнее слово за провинцией: заключение её природоохранного ведомства ожидается в феврале.",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "al-rasif-al-khariji",
      headline: "تالميرا تبني رصيفا خارجيا لاستقبال سفن تعبر اليوم من أمامها",
      standfirst:
        "المشروع يكلف 310 ملايين كرونة ويستقبل سفنا بغاطس خمسة عشر مترا، والصيادون يطالبون بنقل الأعشاب البحرية أولا.",
      section: "economy",
      topics: ["harbour", "sea"],
      authors: ["tomas-harrow", "yusuf-kanaan"],
      dateline: { place: "تالميرا", date: "2026-11-12" },
      publishedAt: "2026-11-12T09:40:00Z",
      picture: {
        file: "cranes.jpg",
        alt: "رافعات ميناء شاهقة فوق سفينة حاويات في ضوء شمس منخفضة.",
        caption:
          "الرصيف الرابع حيث تعمل رافعتان منذ عام 1978. وستصل أذرع الرافعتين الجديدتين إلى عشرين صفا من الحاويات.",
      },
      translatedFrom: "en",
      front: 5,
      body: bodyOf(
        p(
          "تعتزم سلطة ميناء تالميرا بناء رصيف خارج كاسر الأمواج القديم يتسع لسفينتي حاويات كبيرتين في آن واحد، بعدما أقر مجلس إدارتها المشروع في قراءة ثانية يوم الأربعاء.",
        ),
        p(
          cites("harbour-plan", "ويبلغ طول الرصيف 720 مترا، وعمق المياه عنده خمسة عشر مترا ونصف المتر."),
          " ولا يستطيع الميناء اليوم استقبال سفينة يزيد غاطسها على أحد عشر مترا، ولهذا السبب وحده تجاوزته 214 سفينة في العام الماضي إلى كيسار وموانئ أبعد.",
        ),
        h2("مراحل البناء"),
        numbered(
          ["كاسر أمواج من الصخر والخرسانة، من ربيع 2027 إلى خريف 2028."],
          ["جدار الرصيف على ركائز فولاذية مع تزويد السفن الراسية بالكهرباء كي توقف محركاتها، قبل نهاية 2029."],
          ["رافعتان وخط حديدي بطول أربعة كيلومترات، بحلول أيار/مايو 2030."],
        ),
        p(
          "ويرى قبطان الميناء إيوان ريث أن المشروع مجدٍ حتى من دون سفينة جديدة واحدة، ويقول: ",
          said("«كل سفينة تنتظر في الخارج تكلّف أصحابها أربعين ألف كرونة في اليوم. نحن نبيعهم وقتهم»", {
            ...reth,
            speaker: "إيوان ريث",
            office: "قبطان ميناء تالميرا",
          }),
          ".",
        ),
        p(
          cites(
            "lighthouse-press",
            "وكانت وكالة «لايتهاوس برس» قد ذكرت يوم الثلاثاء أن خطين ملاحيين وقّعا خطابي نوايا.",
          ),
          " وأكدت سلطة الميناء العدد وامتنعت عن ذكر الاسمين.",
        ),
        h2("مرج تحت الماء"),
        p(
          "وتنمو في موقع كاسر الأمواج أربعون هكتارا من الأعشاب البحرية، فيها يبيض الحبّار وتحتمي صغار السمك. وتخصص الخطة ثمانية عشر مليون كرونة لزراعة مرج مماثل في حمى جزيرة أورفان قبل إلقاء الصخرة الأولى.",
        ),
        p(
          "غير أن الصيادين غير مقتنعين. فقد نجحت زراعة هكتارين في ",
          dated("2014", "عام 2014"),
          "، أما ما زُرع في ",
          dated("2019", "عام 2019"),
          "، في أيار/مايو بدلا من تشرين الأول/أكتوبر، فاختفى خلال سنة.",
        ),
        p(
          "وتقول رئيسة جمعية الصيادين دينا كول: ",
          said("«لسنا ضد الرصيف، بل ضد أن يقال لنا في عام 2030 إن العشب لم يعجبه عنوانه الجديد»", {
            speaker: "دينا كول",
            office: "رئيسة جمعية صيادي تالميرا",
          }),
          ". وتطلب الجمعية ثلاثة أمور:",
        ),
        list(
          ["الزراعة في تشرين الأول/أكتوبر حصرا وقبل موسمين من وضع الصخور؛"],
          ["إحصاء بيوض الحبّار كل ربيع ونشر النتائج؛"],
          ["وقف التجريف من آذار/مارس إلى حزيران/يونيو."],
        ),
        p(
          "وقبل مجلس الإدارة المطلب الثاني، ووعد بالرد على الآخرين قبل كانون الثاني/يناير. وتبقى الكلمة الأخيرة للإقليم الذي ينتظر تقرير هيئته البيئية في شباط/فبراير.",
        ),
      ),
    },
  ],
};
