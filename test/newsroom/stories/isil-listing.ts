import { blockquote, bodyOf, cites, dated, em, h2, link, list, p, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

/**
 * Every date and number below is in the Security Council’s own documents: the entry QDe.115
 * of its list and the resolutions cited. The lecturer is invented, and so are his words.
 */
export const isilListing: DemoStory = {
  key: "isil-listing",
  articles: [
    {
      edition: "en",
      slug: "isil-on-the-un-list",
      headline: "Twenty-two years in one entry: the paper trail of ISIL",
      standfirst:
        "A name on the Security Council’s list freezes money in every country. The entry that covers ISIL is older than the name itself.",
      section: "world",
      topics: ["security-council"],
      authors: ["leyla-nasser"],
      dateline: { place: "New York", date: "2026-11-16" },
      publishedAt: "2026-11-16T09:00:00Z",
      picture: {
        file: "council.jpg",
        alt: "A horseshoe table under a high wall, seen from above, with one folder lying open.",
        caption:
          "A drawing of a council table. The committee that keeps the list on ISIL decides by consensus and meets behind closed doors.",
      },
      front: 4,
      body: bodyOf(
        p(
          "On the sanctions list of the United Nations Security Council, the Islamic State in Iraq and the Levant (ISIL) has no line of its own. It stands as an alias in an entry that was made under another name, ",
          em("Al-Qaida in Iraq"),
          ", and carries the number QDe.115.",
        ),
        p(
          cites("un-1267-list", "The entry was made on ", dated("2004-10-18", "18 October 2004"), "."),
          " Groups change what they call themselves faster than committees meet, and the list answers by adding names to an entry rather than opening a new one. The measures then follow the entry, whatever the sign on the door.",
        ),
        h2("What a listing does"),
        p("A listing is not a conviction. It is a set of duties laid on every member state at once:"),
        list(
          ["an assets freeze: no money or other resources may reach those listed;"],
          ["a travel ban, for persons;"],
          ["an arms embargo, which covers training and advice as well as weapons."],
        ),
        p(
          "The committee in charge has a member from each of the Council’s fifteen states. Anyone listed there may ask the Office of the Ombudsperson for removal, a door that few other sanctions committees have.",
        ),
        p(
          said(
            "“People speak of ‘the UN list of terrorists’ as if it were a verdict. It is closer to a customs rule: it tells banks and ports what to stop. ISIL’s number matters to a compliance clerk far more than to a historian,”",
            {
              speaker: "Henrik Aas",
              office: "lecturer in sanctions law, Talmira Polytechnic",
            },
          ),
          " said Henrik Aas, who teaches sanctions law at Talmira Polytechnic.",
        ),
        h2("The road of one entry"),
        p(
          "The committee itself is older. ",
          cites(
            "un-resolution-1267",
            "The Council set it up with resolution 1267 on ",
            dated("1999-10-15", "15 October 1999"),
            " to watch over measures against the Taliban.",
          ),
          " ",
          cites(
            "un-resolution-1989",
            "On ",
            dated("2011-06-17", "17 June 2011"),
            " resolution 1989 gave Al-Qaida a list of its own.",
          ),
        ),
        p(
          "In ",
          dated("2013-05-30", "May 2013"),
          " the committee wrote the Al-Nusrah Front into QDe.115 as one more alias; a year later, on ",
          dated("2014-05-14", "14 May 2014"),
          ", it gave that group an entry of its own.",
        ),
        p(
          cites(
            "un-resolution-2170",
            "On ",
            dated("2014-08-15", "15 August 2014"),
            ", with large parts of Iraq and Syria out of government hands, the Council named six people linked to ISIL and to the Al-Nusrah Front in a resolution, number 2170.",
          ),
          " ",
          cites(
            "un-resolution-2253",
            "On ",
            dated("2015-12-17", "17 December 2015"),
            " it renamed the list itself: since resolution 2253 it has been the “ISIL (Da’esh) and Al-Qaida Sanctions List”.",
          ),
        ),
        p(
          cites(
            "un-resolution-2379",
            "Two years later, on ",
            dated("2017-09-21", "21 September 2017"),
            ", resolution 2379 created a team to collect evidence of ISIL’s crimes in Iraq.",
          ),
          " Its mandate ran out on ",
          dated("2024-09-17", "17 September 2024"),
          ", at the request of the Iraqi government.",
        ),
        blockquote(
          { speaker: "Henrik Aas", office: "lecturer in sanctions law, Talmira Polytechnic" },
          "“Read the entry from the bottom up. The aliases are the history; the number at the top is the law. ISIL-linked companies have learnt to change the first. Nobody has found a way to change the second.”",
        ),
        h2("How we print it"),
        p(
          "Strait News says once in each text who has designated an organisation, and links to the decision. The reasons are on our page on ",
          link("/en/labels", "how we label"),
          ".",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "igil-v-perechne-oon",
      headline: "Двадцать два года одной записи: что говорят документы об ИГИЛ",
      standfirst:
        "Запись QDe.115 в санкционном перечне Совета Безопасности старше названия, под которым эту организацию знают сегодня.",
      section: "world",
      topics: ["security-council"],
      authors: ["leyla-nasser", "vera-linden"],
      dateline: { place: "Нью-Йорк", date: "2026-11-16" },
      publishedAt: "2026-11-16T11:20:00Z",
      picture: {
        file: "council.jpg",
        alt: "Подковообразный стол у высокой стены, вид сверху; на столе лежит раскрытая папка.",
        caption:
          "Стол совета, рисунок. Комитет, который ведёт перечень по ИГИЛ, принимает решения консенсусом и заседает за закрытыми дверями.",
      },
      translatedFrom: "en",
      front: 3,
      body: bodyOf(
        p(
          "В санкционном перечне Совета Безопасности ООН у «Исламского государства» нет отдельной строки. ИГИЛ значится там как одно из названий в записи, сделанной под другим именем — «Аль-Каида в Ираке» — и имеющей номер QDe.115.",
        ),
        p(
          cites("un-1267-list", "Запись внесена ", dated("2004-10-18", "18 октября 2004 года"), "."),
          " Группировки меняют названия быстрее, чем собираются комитеты, поэтому новые имена добавляют к старой записи. Ограничения следуют за ней, какая бы вывеска ни висела на двери.",
        ),
        h2("Что означает включение в перечень"),
        p("Это не приговор, а набор обязанностей, которые возникают сразу у всех государств — членов ООН:"),
        list(
          ["замораживание активов: деньги и иные ресурсы не должны попадать к тем, кто внесён в перечень;"],
          ["запрет на поездки — для физических лиц;"],
          ["эмбарго на оружие, включая обучение и консультации."],
        ),
        p(
          "В комитет входят представители всех пятнадцати стран — членов Совета. Тот, кого внесли в этот перечень, вправе просить об исключении через Канцелярию Омбудсмена — в других санкционных комитетах такой возможности почти нет.",
        ),
        p(
          said(
            "«О перечне говорят как о приговоре, а он ближе к таможенному правилу: банкам и портам сказано, что останавливать. Номер, под которым записали ИГИЛ, важнее для банковского контролёра, чем для историка»",
            {
              speaker: "Хенрик Аас",
              office: "преподаватель санкционного права, Политехнический институт Тальмиры",
            },
          ),
          ", — говорит Хенрик Аас, преподаватель Политехнического института Тальмиры.",
        ),
        h2("История одной записи"),
        p(
          "Сам комитет старше. ",
          cites(
            "un-resolution-1267",
            "Его учредили резолюцией 1267 ",
            dated("1999-10-15", "15 октября 1999 года"),
            " для контроля за мерами в отношении «Талибана».",
          ),
          " ",
          cites(
            "un-resolution-1989",
            dated("2011-06-17", "17 июня 2011 года"),
            " резолюция 1989 выделила «Аль-Каиде» отдельный перечень.",
          ),
        ),
        p(
          "В ",
          dated("2013-05-30", "мае 2013 года"),
          " к записи QDe.115 добавили ещё одно имя — «Фронт ан-Нусра», а ",
          dated("2014-05-14", "14 мая 2014 года"),
          " завели для него собственную запись.",
        ),
        p(
          cites(
            "un-resolution-2170",
            dated("2014-08-15", "15 августа 2014 года"),
            ", когда значительная часть Ирака и Сирии вышла из-под контроля властей, Совет поимённо назвал в резолюции 2170 шестерых человек, связанных с «Исламским государством» и «Фронтом ан-Нусра».",
          ),
          " ",
          cites(
            "un-resolution-2253",
            "А ",
            dated("2015-12-17", "17 декабря 2015 года"),
            " сменил название сам перечень: после резолюции 2253 он называется перечнем в отношении ИГИЛ (ДАИШ) и «Аль-Каиды».",
          ),
        ),
        p(
          cites(
            "un-resolution-2379",
            dated("2017-09-21", "21 сентября 2017 года"),
            " резолюция 2379 создала группу для сбора доказательств преступлений, совершённых «Исламским государством» в Ираке.",
          ),
          " Мандат группы истёк ",
          dated("2024-09-17", "17 сентября 2024 года"),
          " по просьбе правительства Ирака. Доклады об «Исламском государстве» глава группы представлял Совету каждые 180 дней.",
        ),
        blockquote(
          { speaker: "Хенрик Аас", office: "преподаватель санкционного права, Политехнический институт Тальмиры" },
          "«Читайте запись снизу вверх. Названия — это история, номер — это право. Первое фирмы, близкие к „Исламскому государству“, менять научились. Второе — ещё никто»",
        ),
        h2("Как это печатаем мы"),
        p(
          "В русской редакции рядом с такими названиями стоит звёздочка, а под текстом — примечание. Почему так, объясняет страница о ",
          link("/ru/labels", "пометках"),
          ".",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "daesh-fi-qaimat-majlis-al-amn",
      headline: "اثنان وعشرون عاما في قيد واحد: ماذا تقول الوثائق عن داعش؟",
      standfirst: "القيد QDe.115 في قائمة الجزاءات أقدم من الاسم الذي يُعرف به التنظيم اليوم، وهو مُلزم لجميع الدول.",
      section: "world",
      topics: ["security-council"],
      authors: ["leyla-nasser", "yusuf-kanaan"],
      dateline: { place: "نيويورك", date: "2026-11-16" },
      publishedAt: "2026-11-16T12:00:00Z",
      picture: {
        file: "council.jpg",
        alt: "طاولة على شكل حدوة حصان أمام جدار عال، وعليها ملف مفتوح.",
        caption: "رسم لطاولة مجلس. تتخذ اللجنة المعنية بتنظيم داعش قراراتها بالتوافق وفي جلسات مغلقة.",
      },
      translatedFrom: "en",
      front: 3,
      body: bodyOf(
        p(
          "لا يحمل تنظيم الدولة الإسلامية في العراق والشام سطرا خاصا به في قائمة الجزاءات التابعة لمجلس الأمن الدولي، فهو يرد اسما بديلا في قيد فُتح باسم آخر هو «القاعدة في العراق» ويحمل الرقم QDe.115.",
        ),
        p(
          cites("un-1267-list", "ويعود القيد إلى ", dated("2004-10-18", "18 تشرين الأول/أكتوبر 2004"), "."),
          " فالجماعات تبدّل أسماءها أسرع مما تجتمع اللجان، ولذلك تضاف الأسماء الجديدة إلى القيد القديم بدلا من فتح قيد جديد، وتسري التدابير على القيد أيا كانت اللافتة المعلقة على الباب.",
        ),
        h2("ماذا يعني الإدراج؟"),
        p("ليس الإدراج حكما قضائيا، بل مجموعة من الواجبات تقع على عاتق جميع الدول الأعضاء في آن واحد:"),
        list(
          ["تجميد الأصول: لا يجوز أن يصل مال أو مورد إلى المدرجين؛"],
          ["حظر السفر على الأفراد؛"],
          ["حظر الأسلحة، ويشمل التدريب والمشورة أيضا."],
        ),
        p(
          "وتضم اللجنة المختصة ممثلا عن كل دولة من الدول الخمس عشرة الأعضاء في المجلس. ويحق لمن أُدرج اسمه أن يطلب شطبه عبر مكتب أمين المظالم، وهو باب قلّما تتيحه لجان الجزاءات الأخرى.",
        ),
        p(
          "ويقول هنريك آس، أستاذ قانون الجزاءات في معهد تالميرا للعلوم التطبيقية: ",
          said(
            "«يتحدث الناس عن القائمة كأنها حكم محكمة، وهي أقرب إلى قاعدة جمركية تبيّن للمصارف والموانئ ما الذي ينبغي وقفه. رقم داعش يعني موظف الامتثال أكثر مما يعني المؤرخ»",
            {
              speaker: "هنريك آس",
              office: "أستاذ قانون الجزاءات، معهد تالميرا للعلوم التطبيقية",
            },
          ),
          ".",
        ),
        h2("مسيرة قيد واحد"),
        p(
          "واللجنة نفسها أقدم من القيد، ",
          cites(
            "un-resolution-1267",
            "إذ أنشأها المجلس بالقرار 1267 في ",
            dated("1999-10-15", "15 تشرين الأول/أكتوبر 1999"),
            " لمتابعة التدابير المفروضة على حركة طالبان.",
          ),
          " ",
          cites(
            "un-resolution-1989",
            "وفي ",
            dated("2011-06-17", "17 حزيران/يونيو 2011"),
            " خصص القرار 1989 قائمة مستقلة لتنظيم القاعدة.",
          ),
        ),
        p(
          "وفي ",
          dated("2013-05-30", "أيار/مايو 2013"),
          " أضافت اللجنة جبهة النصرة إلى القيد نفسه اسما آخر له، قبل أن تفرد لها قيدا مستقلا في ",
          dated("2014-05-14", "14 أيار/مايو 2014"),
          ".",
        ),
        p(
          cites(
            "un-resolution-2170",
            "وفي ",
            dated("2014-08-15", "15 آب/أغسطس 2014"),
            "، وقد خرجت مناطق واسعة من العراق وسوريا عن سيطرة الحكومتين، سمّى المجلس في القرار 2170 ستة أشخاص على صلة بداعش وجبهة النصرة.",
          ),
          " ",
          cites(
            "un-resolution-2253",
            "ثم تغيّر اسم القائمة ذاتها في ",
            dated("2015-12-17", "17 كانون الأول/ديسمبر 2015"),
            " بموجب القرار 2253، فصارت قائمة الجزاءات المفروضة على تنظيمي داعش والقاعدة.",
          ),
        ),
        p(
          cites(
            "un-resolution-2379",
            "وفي ",
            dated("2017-09-21", "21 أيلول/سبتمبر 2017"),
            " أنشأ القرار 2379 فريقا لجمع الأدلة على الجرائم التي ارتكبها داعش في العراق.",
          ),
          " وانتهت ولاية الفريق في ",
          dated("2024-09-17", "17 أيلول/سبتمبر 2024"),
          " بناء على طلب الحكومة العراقية.",
        ),
        blockquote(
          { speaker: "هنريك آس", office: "أستاذ قانون الجزاءات، معهد تالميرا للعلوم التطبيقية" },
          "«اقرأوا القيد من أسفل إلى أعلى: الأسماء هي التاريخ، والرقم هو القانون. لقد تعلمت الشركات المرتبطة بالتنظيم كيف تغيّر الأسماء، أما الرقم فلم يجد أحد سبيلا إلى تغييره»",
        ),
        h2("كيف ننشره نحن؟"),
        p(
          "تذكر النسخة العربية من «أنباء المضيق» الجهة التي أدرجت المنظمة مرة واحدة تحت كل عنوان فرعي، والأسباب مبيّنة في صفحة ",
          link("/ar/labels", "قواعد التوسيم"),
          ".",
        ),
      ),
    },
  ],
};
