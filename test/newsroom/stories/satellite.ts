import { blockquote, bodyOf, cites, dated, h2, p, said, table } from "../body.ts";
import type { DemoStory } from "../demo.ts";

export const satellite: DemoStory = {
  key: "satellite",
  articles: [
    {
      edition: "ru",
      slug: "sputnik-chayka",
      headline: "Студенческий спутник «Чайка» вышел на орбиту и ответил со второго витка",
      standfirst:
        "Аппарат весом одиннадцать килограммов, построенный в Тальмире, будет искать с орбиты нефтяные пятна в проливе.",
      section: "science",
      topics: ["orbit", "sea"],
      authors: ["pavel-orlin"],
      dateline: { place: "Тальмира", date: "2026-11-08" },
      publishedAt: "2026-11-08T06:30:00Z",
      picture: {
        file: "satellite.jpg",
        alt: "Небольшой спутник с двумя раскрытыми панелями над ночной стороной Земли; внизу светится узкий пролив.",
        caption: "«Чайка» над проливом, каким его рисует воображение: сам спутник размером с ящик для рыбы.",
      },
      front: 6,
      body: bodyOf(
        p(
          "В 4:52 утра воскресенья антенна на крыше Политехнического института Тальмиры приняла сорок секунд сигнала. Этого хватило: спутник «Чайка», выведенный накануне вечером попутным грузом вместе с ещё 42 аппаратами, жив, раскрыл панели и заряжает аккумуляторы.",
        ),
        p(
          said("«На первом витке была тишина. Никто не разговаривал, кто-то мыл чашки. На втором он поздоровался»", {
            speaker: "Тея Маркус",
            office: "руководитель проекта «Чайка»",
          }),
          ", — рассказала руководитель проекта Тея Маркус. Ей двадцать шесть лет, и она старше всех в группе.",
        ),
        h2("Что умеет «Чайка»"),
        p(
          "Задача аппарата — замечать нефтяные плёнки. Под плёнкой море глаже, и отражённый радиосигнал навигационных спутников меняется. ",
          cites(
            "mission-plan",
            "Согласно плану полёта, пролив и подходы к нему будут осматривать четырежды в сутки, днём и ночью, сквозь облака.",
          ),
        ),
        table(
          ["Прибор", "Что измеряет", "Масса", "Мощность"],
          ["Приёмник отражённых сигналов", "Шероховатость моря", "1,9 кг", "6,0 Вт"],
          ["Инфракрасная камера", "Температура воды", "1,2 кг", "3,5 Вт"],
          ["Приёмник судовых маяков", "Кто и где находится", "0,4 кг", "1,8 Вт"],
          ["Дозиметр", "Радиация на борту", "0,1 кг", "0,2 Вт"],
        ),
        p(
          "Данные будут открытыми и появятся не позднее чем через три часа после съёмки. Береговая охрана обещает высылать катер на каждое пятно больше гектара. Сейчас о большинстве разливов узнают от рыбаков — на следующий день.",
        ),
        h2("Пятый аппарат, первый удачный"),
        p(
          "Первый спутник института, запущенный в ",
          dated("2012", "2012 году"),
          ", не ответил ни разу. Второй проработал шесть дней. Ещё два, в ",
          dated("2018-05", "мае 2018-го"),
          " и ",
          dated("2021", "2021 году"),
          ", погибли вместе с ракетами.",
        ),
        blockquote(
          { speaker: "Тея Маркус", office: "руководитель проекта «Чайка»" },
          "«Нам достались четыре отчёта о неудачах. Это лучшая библиотека в институте. Мы прочитали её вслух, по ролям, и только потом взялись за паяльник»",
        ),
        p(
          "Проверка приборов займёт шесть недель. Первую карту пролива обещают к новому году. Рассчитан аппарат на три года, после чего должен сгореть в атмосфере: для этого у него есть парус площадью два квадратных метра.",
        ),
        p(
          "Проект обошёлся в 7,4 миллиона крон. Четверть собрали жители Тальмиры; имена 3812 дарителей выгравированы на пластинке, закрывающей аккумулятор.",
        ),
      ),
    },
    {
      edition: "en",
      slug: "satellite-gull",
      headline: "Student satellite Gull reaches orbit and says hello on its second pass",
      standfirst:
        "Built in Talmira and no heavier than a dog, it will look for oil on the strait through cloud and dark.",
      section: "science",
      topics: ["orbit", "sea"],
      authors: ["pavel-orlin", "vera-linden"],
      dateline: { place: "Talmira", date: "2026-11-08" },
      publishedAt: "2026-11-08T08:45:00Z",
      picture: {
        file: "satellite.jpg",
        alt: "A small satellite with two open panels above the night side of the Earth; a narrow strait glows below.",
        caption: "Gull above the strait, as imagined. The satellite is the size of a fish box.",
      },
      translatedFrom: "ru",
      front: 7,
      body: bodyOf(
        p(
          "At eight minutes to five on Sunday morning the aerial on the roof of Talmira Polytechnic heard forty seconds of signal. It was enough. Gull, a satellite that had gone up the evening before as one of 43 passengers on a rocket, was alive, had opened its panels and was charging.",
        ),
        p(
          said(
            "“On the first pass there was nothing. Nobody talked; somebody washed the cups. On the second pass it said hello,”",
            {
              speaker: "Tea Markus",
              office: "head of the Gull project",
            },
          ),
          " said Tea Markus, who leads the project. At twenty-six she is the oldest of the team.",
        ),
        h2("What it can do"),
        p(
          "Gull looks for films of oil. Under a film the sea is smoother, and the signals of navigation satellites come back from it changed. ",
          cites(
            "mission-plan",
            "The mission plan has it scan the strait and its approaches four times a day, by day and by night, through cloud.",
          ),
        ),
        table(
          ["Instrument", "Measures", "Mass", "Power"],
          ["Reflectometer", "Roughness of the sea", "1.9 kg", "6.0 W"],
          ["Infrared camera", "Temperature of the water", "1.2 kg", "3.5 W"],
          ["Ship beacon receiver", "Who is where", "0.4 kg", "1.8 W"],
          ["Dosimeter", "Radiation on board", "0.1 kg", "0.2 W"],
        ),
        p(
          "The data will be open to anyone within three hours. The coastguard has promised to send a boat to every slick larger than a hectare. At present it learns of most spills from fishermen, a day late.",
        ),
        h2("Fifth built, first to work"),
        p(
          "The polytechnic’s first satellite, launched in ",
          dated("2012", "2012"),
          ", never answered. The second worked for six days. Two more were lost with their rockets, in ",
          dated("2018-05", "May 2018"),
          " and in ",
          dated("2021", "2021"),
          ".",
        ),
        blockquote(
          { speaker: "Tea Markus", office: "head of the Gull project" },
          "“We inherited four reports of failure. It is the best library we have. We read it aloud, each taking a part, before anybody picked up a soldering iron.”",
        ),
        p(
          "Testing the instruments will take six weeks, and the first map of the strait is expected before the new year. Gull is meant to work for three years and then to burn up; a sail of two square metres will see to that.",
        ),
        p(
          "It cost 7.4 million crowns. People in Talmira gave a quarter of that, and the names of all 3,812 of them are engraved on the plate that covers the battery.",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "qamar-nawras",
      headline: "القمر الطلابي «نورس» يبلغ مداره ويلقي التحية في دورته الثانية",
      standfirst: "قمر يزن أحد عشر كيلوغراما صُنع في تالميرا سيبحث عن بقع النفط في المضيق عبر الغيوم وفي الظلام.",
      section: "science",
      topics: ["orbit", "sea"],
      authors: ["pavel-orlin", "yusuf-kanaan"],
      dateline: { place: "تالميرا", date: "2026-11-08" },
      publishedAt: "2026-11-08T09:30:00Z",
      picture: {
        file: "satellite.jpg",
        alt: "قمر صناعي صغير بلوحين مفتوحين فوق الجانب الليلي من الأرض، ويظهر تحته مضيق مضيء.",
        caption: "«نورس» فوق المضيق كما تخيله الرسام. لا يتجاوز حجم القمر صندوق سمك.",
      },
      translatedFrom: "ru",
      front: 4,
      body: bodyOf(
        p(
          "عند الخامسة إلا ثماني دقائق من صباح الأحد التقط الهوائي المثبت على سطح معهد تالميرا للعلوم التطبيقية أربعين ثانية من الإشارة، وكان ذلك كافيا: القمر «نورس»، الذي أُطلق مساء السبت مع 42 قمرا آخر، يعمل، وقد فتح ألواحه وبدأ شحن بطارياته.",
        ),
        p(
          "وقالت رئيسة المشروع تيا ماركوس، وهي في السادسة والعشرين وأكبر أعضاء الفريق سنا: ",
          said(
            "«في الدورة الأولى لم نسمع شيئا. لم يتكلم أحد، وانشغل أحدنا بغسل الأكواب. وفي الدورة الثانية ألقى علينا التحية»",
            {
              speaker: "تيا ماركوس",
              office: "رئيسة مشروع نورس",
            },
          ),
          ".",
        ),
        h2("ماذا يستطيع «نورس»؟"),
        p(
          "مهمة القمر رصد طبقات النفط الرقيقة. فسطح البحر تحتها أملس، والإشارات المنعكسة لأقمار الملاحة تعود منه متغيرة. ",
          cites(
            "mission-plan",
            "وبحسب خطة المهمة سيمسح القمر المضيق ومداخله أربع مرات يوميا، ليلا ونهارا، وعبر الغيوم.",
          ),
        ),
        table(
          ["الجهاز", "ما يقيسه", "الكتلة", "القدرة"],
          ["مستقبل الإشارات المنعكسة", "خشونة سطح البحر", "1,9 كغ", "6,0 واط"],
          ["كاميرا تعمل بالأشعة تحت الحمراء", "حرارة المياه", "1,2 كغ", "3,5 واط"],
          ["مستقبل إشارات السفن", "مواقع السفن وهوياتها", "0,4 كغ", "1,8 واط"],
          ["مقياس الجرعات", "الإشعاع على متن القمر", "0,1 كغ", "0,2 واط"],
        ),
        p(
          "وستتاح البيانات للجميع خلال ثلاث ساعات من التقاطها. وتعهد خفر السواحل بإرسال زورق إلى كل بقعة تتجاوز هكتارا واحدا، وهو اليوم يعلم بمعظم حالات التسرب من الصيادين وبعد يوم من وقوعها.",
        ),
        h2("الخامس صنعا والأول نجاحا"),
        p(
          "لم يُجب القمر الأول الذي أطلقه المعهد في ",
          dated("2012", "عام 2012"),
          " قط، وعمل الثاني ستة أيام، وفُقد قمران آخران مع صاروخيهما في ",
          dated("2018-05", "أيار/مايو 2018"),
          " وفي ",
          dated("2021", "عام 2021"),
          ".",
        ),
        blockquote(
          { speaker: "تيا ماركوس", office: "رئيسة مشروع نورس" },
          "«ورثنا أربعة تقارير عن الفشل، وهي أفضل مكتبة لدينا. قرأناها بصوت عال ووزعنا الأدوار قبل أن يمسك أحد منا بكاوية اللحام»",
        ),
        p(
          "ويستغرق اختبار الأجهزة ستة أسابيع، ومن المنتظر صدور أول خريطة للمضيق قبل رأس السنة. وصُمم القمر ليعمل ثلاث سنوات ثم يحترق في الغلاف الجوي بمساعدة شراع مساحته متران مربعان.",
        ),
        p(
          "وبلغت كلفة المشروع 7,4 ملايين كرونة، تبرع أهل تالميرا بربعها، ونُقشت أسماء المتبرعين جميعا وعددهم 3812 على اللوح الذي يغطي البطارية.",
        ),
      ),
    },
  ],
};
