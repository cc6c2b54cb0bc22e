import { blockquote, bodyOf, cites, dated, h2, list, p, pull, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

const nora = { speaker: "Nora Valent", source: "nora-valent" };
const edwin = { speaker: "Edwin Sark", source: "edwin-sark" };

export const ferryStrike: DemoStory = {
  key: "ferry-strike",
  articles: [
    {
      edition: "en",
      slug: "ferry-strike",
      headline: "Ferry crews walk out over night sailings, cutting Orvane off until Sunday",
      standfirst:
        "Six of eight ships stay in harbour after talks on crewing break down. The hospital boat and the morning mail will sail.",
      section: "region",
      topics: ["crossing", "harbour"],
      authors: ["tomas-harrow"],
      dateline: { place: "Talmira", date: "2026-11-20" },
      publishedAt: "2026-11-20T05:40:00Z",
      picture: {
        file: "ferry.jpg",
        alt: "A white ferry lies at a dark quay at dawn, its lamps lit and its ramp up.",
        caption: "The Saint Brannoc at Quay One on Friday morning. She would normally have made two crossings by then.",
      },
      front: 0,
      body: bodyOf(
        p(
          "Ferry crews on the Strait of Talmira stopped work at four o’clock on Friday morning, leaving the island of Orvane without a regular service until at least Sunday evening.",
        ),
        p(
          "The walkout follows eleven hours of talks between the Seafarers’ Union of the Strait and Strait Lines, the company owned by the province. ",
          cites(
            "harbour-notice-41",
            "Six of the company’s eight ships will remain in harbour, according to a notice issued by the Harbour Authority before dawn.",
          ),
        ),
        p(
          "At issue is the crew of the night sailings. The company wants to run the last two departures with nine hands instead of eleven; the union says that nobody can launch a rescue boat with nine and still have a helmsman on the bridge.",
        ),
        p(
          said("“We are not asking for money,”", { ...nora, office: "chair of the Seafarers’ Union of the Strait" }),
          " Nora Valent, the union’s chair, told reporters on the quay. ",
          said("“We are asking for two people.”", { ...nora, office: "chair of the Seafarers’ Union of the Strait" }),
        ),
        p(
          "Edwin Sark, director of Strait Lines, called the strike ",
          said("“a heavy answer to a proposal that was still on the table”", {
            ...edwin,
            office: "director of Strait Lines",
          }),
          ". He said that newer ships need fewer hands, and that the regulator had approved the smaller crew in September.",
        ),
        h2("What sails and what does not"),
        list(
          ["The hospital boat leaves Orvane at 7:15 and 16:00 every day, as agreed with the union."],
          ["The mail boat sails at 6:30 and takes up to forty passengers, islanders first."],
          ["All car ferries between Talmira, Orvane and Kessar are cancelled until Sunday at 18:00."],
          ["Tickets for cancelled sailings remain valid until the end of the year."],
        ),
        p(
          "On Orvane, where 3,100 people spend the winter, the two grocers said that they had enough flour, milk and heating oil for nine days. ",
          cites(
            "orvane-radio",
            "The school will stay open, Orvane Radio reported on Thursday night, but its two teachers who live in Talmira will teach by telephone.",
          ),
        ),
        h2("An old quarrel"),
        p(
          "The crews last struck in ",
          dated("2011", "2011"),
          ", for three days, over pensions. The number of hands on the night boats was set in ",
          dated("1994-02", "February 1994"),
          ", after the ferry Alder lost power in a gale and drifted for five hours with 212 passengers; nobody was hurt. The inquiry found that the rescue boats could not have been manned in time.",
        ),
        blockquote(
          { ...nora, office: "chair of the Seafarers’ Union of the Strait" },
          "“Everyone who was aboard the Alder remembers what eleven people did that night. I was nineteen, and I was one of the eleven. I will not sign a paper that says nine would have done.”",
        ),
        p(
          "The province’s mediator has invited both sides to meet again on Saturday at noon. Mr Sark said that he would come. The union said that it would come if the smaller crew is suspended first.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "zabastovka-paromov",
      headline: "Экипажи паромов начали забастовку: Орван отрезан от материка до воскресенья",
      standfirst:
        "Шесть из восьми судов не вышли в рейс после срыва переговоров о составе ночной вахты. Санитарный катер и утренний почтовый рейс сохранены.",
      section: "region",
      topics: ["crossing", "harbour"],
      authors: ["tomas-harrow", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-20" },
      publishedAt: "2026-11-20T06:35:00Z",
      picture: {
        file: "ferry.jpg",
        alt: "Белый паром стоит на рассвете у тёмного причала с зажжёнными огнями и поднятой аппарелью.",
        caption:
          "Паром «Сент-Браннок» у первого причала утром в пятницу. Обычно к этому часу он успевает сделать два рейса.",
      },
      translatedFrom: "en",
      front: 0,
      body: bodyOf(
        p(
          "Экипажи паромов в Тальмирском проливе прекратили работу в пятницу в четыре часа утра. Остров Орван остался без регулярного сообщения как минимум до вечера воскресенья.",
        ),
        p(
          "Забастовке предшествовали одиннадцать часов переговоров между Профсоюзом моряков пролива и принадлежащей провинции компанией «Линии пролива». ",
          cites(
            "harbour-notice-41",
            "Как говорится в извещении администрации порта, разосланном до рассвета, шесть из восьми судов компании останутся у причалов.",
          ),
        ),
        p(
          "Спор идёт о численности ночной вахты. Компания намерена отправлять два последних рейса с экипажем в девять человек вместо одиннадцати. В профсоюзе возражают: девять человек не смогут спустить спасательную шлюпку, не оставив мостик без рулевого.",
        ),
        p(
          said("«Мы не просим денег, — ", {
            ...nora,
            speaker: "Нора Валент",
            office: "председатель Профсоюза моряков пролива",
          }),
          "сказала журналистам на причале председатель профсоюза Нора Валент. — ",
          said("Мы просим двух человек»", {
            ...nora,
            speaker: "Нора Валент",
            office: "председатель Профсоюза моряков пролива",
          }),
          ".",
        ),
        p(
          "Директор «Линий пролива» Эдвин Сарк назвал забастовку ",
          said("«слишком тяжёлым ответом на предложение, которое ещё лежало на столе»", {
            ...edwin,
            speaker: "Эдвин Сарк",
            office: "директор компании «Линии пролива»",
          }),
          ". По его словам, новым судам нужно меньше рук, а надзорное ведомство согласовало сокращённый экипаж ещё в сентябре.",
        ),
        h2("Что ходит, а что нет"),
        list(
          ["Санитарный катер отправляется с Орвана ежедневно в 7:15 и 16:00 — об этом стороны договорились."],
          ["Почтовый рейс — в 6:30, до сорока пассажиров; в первую очередь берут жителей острова."],
          ["Все автомобильные паромы между Тальмирой, Орваном и Кессаром отменены до 18:00 воскресенья."],
          ["Билеты на отменённые рейсы действительны до конца года."],
        ),
        p(
          "На Орване зимуют 3100 человек. В двух местных магазинах говорят, что муки, молока и топлива хватит на девять дней. ",
          cites(
            "orvane-radio",
            "Школа не закроется, сообщило в четверг вечером «Радио Орвана», но двое учителей, живущих в Тальмире, будут вести уроки по телефону.",
          ),
        ),
        h2("Давний спор"),
        p(
          "В последний раз экипажи бастовали в ",
          dated("2011", "2011 году"),
          " — три дня, из-за пенсий. Нынешняя численность ночной вахты установлена в ",
          dated("1994-02", "феврале 1994 года"),
          ": тогда паром «Ольха» потерял ход в шторм и пять часов дрейфовал с 212 пассажирами на борту. Никто не пострадал, но комиссия пришла к выводу, что укомплектовать шлюпки вовремя не удалось бы.",
        ),
        pull("«Мне было девятнадцать, и я была одной из одиннадцати»"),
        p(
          "Посредник, назначенный провинцией, пригласил стороны встретиться в субботу в полдень. Сарк обещал прийти. Профсоюз готов участвовать, если до встречи будет приостановлено сокращение вахты.",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "idrab-al-abbarat",
      headline: "أطقم العبّارات تضرب عن العمل وجزيرة أورفان معزولة حتى الأحد",
      standfirst:
        "ست سفن من أصل ثمان لم تغادر الميناء بعد تعثر المفاوضات على عدد أفراد الطاقم الليلي، ورحلتا الإسعاف والبريد مستمرتان.",
      section: "region",
      topics: ["crossing", "harbour"],
      authors: ["tomas-harrow", "yusuf-kanaan"],
      dateline: { place: "تالميرا", date: "2026-11-20" },
      publishedAt: "2026-11-20T06:50:00Z",
      picture: {
        file: "ferry.jpg",
        alt: "عبّارة بيضاء راسية عند رصيف معتم وقت الفجر، مصابيحها مضاءة ومنحدرها مرفوع.",
        caption: "العبّارة «سانت برانوك» عند الرصيف الأول صباح الجمعة، وهي تُتمّ عادة رحلتين قبل هذه الساعة.",
      },
      translatedFrom: "en",
      front: 0,
      body: bodyOf(
        p(
          "توقفت أطقم العبّارات في مضيق تالميرا عن العمل عند الرابعة من فجر الجمعة، لتبقى جزيرة أورفان من دون خط بحري منتظم حتى مساء الأحد على الأقل.",
        ),
        p(
          "وجاء الإضراب بعد إحدى عشرة ساعة من المفاوضات بين نقابة بحّارة المضيق وشركة «خطوط المضيق» المملوكة لحكومة الإقليم. ",
          cites("harbour-notice-41", "وأفاد إشعار أصدرته سلطة الميناء قبل الفجر بأن ست سفن من أصل ثمان ستبقى راسية."),
        ),
        p(
          "ويدور الخلاف حول طاقم الرحلات الليلية، إذ تريد الشركة تسيير آخر رحلتين بتسعة أفراد بدلا من أحد عشر، في حين تؤكد النقابة أن تسعة أشخاص لا يستطيعون إنزال قارب النجاة مع إبقاء أحدهم على دفة القيادة.",
        ),
        p(
          "وقالت رئيسة النقابة نورا فالنت للصحفيين على الرصيف: ",
          said("«نحن لا نطلب مالا، نحن نطلب شخصين»", {
            ...nora,
            speaker: "نورا فالنت",
            office: "رئيسة نقابة بحّارة المضيق",
          }),
          ".",
        ),
        p(
          "ووصف مدير الشركة إدوين سارك الإضراب بأنه ",
          said("«رد ثقيل على اقتراح كان لا يزال على الطاولة»", {
            ...edwin,
            speaker: "إدوين سارك",
            office: "مدير شركة خطوط المضيق",
          }),
          "، مضيفا أن السفن الجديدة تحتاج إلى عدد أقل من البحّارة، وأن الجهة الرقابية وافقت على الطاقم المصغّر في أيلول/سبتمبر الماضي.",
        ),
        h2("ما الذي يبحر وما الذي توقف؟"),
        list(
          ["يغادر قارب الإسعاف أورفان يوميا عند الساعة 7:15 والساعة 16:00 بالاتفاق مع النقابة."],
          ["يبحر قارب البريد عند الساعة 6:30 ويقلّ ما يصل إلى أربعين راكبا، والأولوية لسكان الجزيرة."],
          ["ألغيت جميع رحلات عبّارات السيارات بين تالميرا وأورفان وكيسار حتى الساعة 18:00 من يوم الأحد."],
          ["تبقى تذاكر الرحلات الملغاة صالحة حتى نهاية العام."],
        ),
        p(
          "ويمضي الشتاء في أورفان نحو 3100 شخص. وقال صاحبا متجري البقالة في الجزيرة إن لديهما من الطحين والحليب ووقود التدفئة ما يكفي تسعة أيام. ",
          cites(
            "orvane-radio",
            "وذكرت «إذاعة أورفان» مساء الخميس أن المدرسة ستبقى مفتوحة، على أن يدرّس معلمان يقيمان في تالميرا عبر الهاتف.",
          ),
        ),
        h2("خلاف قديم"),
        p(
          "ويعود آخر إضراب للأطقم إلى ",
          dated("2011", "عام 2011"),
          " حين استمر ثلاثة أيام بسبب معاشات التقاعد. أما عدد أفراد الطاقم الليلي فحُدد في ",
          dated("1994-02", "شباط/فبراير 1994"),
          " بعدما تعطلت محركات العبّارة «ألدر» في عاصفة وظلت تنجرف خمس ساعات وعلى متنها 212 راكبا من دون أن يصاب أحد. وخلص التحقيق آنذاك إلى أن تجهيز قوارب النجاة في الوقت المناسب لم يكن ممكنا.",
        ),
        blockquote(
          { ...nora, speaker: "نورا فالنت", office: "رئيسة نقابة بحّارة المضيق" },
          "«كل من كان على متن ألدر يذكر ما فعله أحد عشر شخصا في تلك الليلة. كنت في التاسعة عشرة، وكنت واحدة منهم. لن أوقّع ورقة تقول إن تسعة كانوا يكفون»",
        ),
        p(
          "ودعا وسيط الإقليم الطرفين إلى اجتماع جديد ظهر السبت. وقال سارك إنه سيحضر، فيما اشترطت النقابة تعليق العمل بالطاقم المصغّر قبل الجلوس إلى الطاولة.",
        ),
      ),
    },
  ],
};
