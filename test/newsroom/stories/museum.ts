import { ILLUSTRATOR } from "../agency.ts";
import { blockquote, bodyOf, cites, dated, h2, list, p, picture, pull, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

const hala = { speaker: "Hala Mourad", source: "hala-mourad" };

export const museum: DemoStory = {
  key: "museum",
  articles: [
    {
      edition: "ar",
      slug: "iadat-iftitah-mathaf-al-madiq",
      headline: "متحف المضيق يفتح أبوابه من جديد بعد ستة أعوام من الترميم",
      standfirst: "قاعة جديدة تروي كيف تُسرق الآثار وكيف تعود، والدخول مجاني حتى نهاية العام.",
      section: "culture",
      topics: ["heritage"],
      authors: ["mina-castell"],
      dateline: { place: "تالميرا", date: "2026-11-14" },
      publishedAt: "2026-11-14T08:00:00Z",
      picture: {
        file: "museum.jpg",
        alt: "واجهة متحف بأعمدة عالية عند الغروب، وعلى درجه زوار.",
        caption: "واجهة متحف المضيق بعد إزالة السقالات. أزال المرممون سبع طبقات من الطلاء عن الأعمدة.",
      },
      front: 2,
      body: bodyOf(
        p(
          "عاد متحف المضيق في تالميرا صباح السبت إلى استقبال زواره بعد إغلاق دام ستة أعوام، وامتد صف المنتظرين من الدرج الرئيسي حتى سوق السمك القديم.",
        ),
        p(
          "ويعرض المتحف ",
          cites("museum-catalogue", "1240 قطعة في أربع عشرة قاعة، ثلثها لم يخرج من المخازن من قبل"),
          "، من مراسي السفن البرونزية إلى دفاتر رسوم الميناء التي تعود إلى أربعة قرون.",
        ),
        p(
          "وقالت مديرة المتحف هالة مراد في كلمة الافتتاح: ",
          said(
            "«لم نرمم الجدران فحسب، بل رممنا السجل. صرنا نعرف عن كل قطعة من أين جاءت، وإن كنا لا نعرف قلنا ذلك على البطاقة»",
            {
              ...hala,
              speaker: "هالة مراد",
              office: "مديرة متحف المضيق",
            },
          ),
          ".",
        ),
        h2("قاعة للقطع المفقودة"),
        p(
          "وأكثر ما يستوقف الزائر قاعة جديدة اسمها «المفقودات»، خزائنها خالية إلا من بطاقات وصور. فهنا قطعة غرقت مع سفينتها، وهناك أخرى سُرقت ولم تعد.",
        ),
        p(
          "وتخصص القاعة جدارا لنهب الآثار في مناطق النزاع. ",
          cites(
            "un-resolution-2199",
            "ففي ",
            dated("2015-02-12", "12 شباط/فبراير 2015"),
            " طلب مجلس الأمن في قراره 2199 من جميع الدول منع الاتجار بالآثار المنهوبة من العراق وسوريا",
          ),
          "، بعدما صار بيعها من موارد داعش. ",
          cites(
            "un-resolution-2347",
            "وفي ",
            dated("2017-03-24", "24 آذار/مارس 2017"),
            " صدر القرار 2347، وهو أول قرار للمجلس يُعنى كله بحماية التراث الثقافي.",
          ),
        ),
        picture(
          "gallery.jpg",
          { alt: "قاعة عرض معتمة فيها خزائن زجاجية فارغة تضيئها مصابيح من الأعلى.", credit: ILLUSTRATOR },
          "قاعة «المفقودات». على الجدار الأيمن خريطة للمواقع الأثرية التي دمرها تنظيم داعش.",
        ),
        pull("«الخزانة الفارغة أصدق من نسخة مقلدة»"),
        h2("للزائر"),
        list(
          ["يفتح المتحف أبوابه يوميا عدا الاثنين من العاشرة صباحا حتى السابعة مساء."],
          ["الدخول مجاني حتى 31 كانون الأول/ديسمبر، ثم بثمانية كرونات، ومجانا لمن هم دون الثامنة عشرة."],
          ["الشروح بالعربية والإنجليزية والروسية، ونماذج للمس في كل قاعة."],
        ),
        p(
          "وبلغت كلفة الترميم 46 مليون كرونة، تحمّل الإقليم ثلثيها. وبدأت الأعمال في ",
          dated("2020-10", "تشرين الأول/أكتوبر 2020"),
          "، وكان مقررا أن تنتهي قبل عامين لولا العثور تحت القبو على أساسات مخزن للحبوب بُني في القرن الثالث عشر. وقد أُبقي المخزن في مكانه، ويراه الزائر تحت قدميه عبر أرضية زجاجية.",
        ),
        blockquote(
          { ...hala, speaker: "هالة مراد", office: "مديرة متحف المضيق" },
          "«سألني طفل أمام خزانة خالية: ماذا أنظر؟ قلت له: إلى المكان الذي ننتظر أن يعود إليه شيء ما. وقف هناك عشر دقائق»",
        ),
      ),
    },
    {
      edition: "en",
      slug: "museum-reopens",
      headline: "Museum of the Strait reopens after six years, with a gallery for what is missing",
      standfirst:
        "A third of the 1,240 objects on show have never left the stores before. The fullest room is the one with empty cases.",
      section: "culture",
      topics: ["heritage"],
      authors: ["mina-castell"],
      dateline: { place: "Talmira", date: "2026-11-14" },
      publishedAt: "2026-11-14T10:30:00Z",
      picture: {
        file: "museum.jpg",
        alt: "A museum front with tall columns at dusk; visitors stand on its steps.",
        caption:
          "The front of the museum without its scaffolding. Restorers took seven coats of paint off the columns.",
      },
      translatedFrom: "ar",
      front: 3,
      body: bodyOf(
        p(
          "The Museum of the Strait let in its first visitors in six years on Saturday morning. The queue ran from the main steps to the old fish market, and the first in it had brought a folding chair.",
        ),
        p(
          cites(
            "museum-catalogue",
            "The museum shows 1,240 objects in fourteen rooms, a third of them for the first time",
          ),
          ": bronze anchors, a pilot’s whistle made of bone, and the harbour’s toll books, which go back four centuries.",
        ),
        p(
          said("“We have repaired more than walls. We have repaired the register,”", {
            ...hala,
            office: "director of the Museum of the Strait",
          }),
          " Hala Mourad, the director, said at the opening. ",
          said("“Of every object we now know where it came from, and where we do not know, the card says so.”", {
            ...hala,
            office: "director of the Museum of the Strait",
          }),
        ),
        h2("A room of empty cases"),
        p(
          "The room that held people longest is called Missing. Its cases are empty but for cards and photographs: here a bowl that went down with its ship, there a seal that was stolen in the stores and never came back.",
        ),
        p(
          "One wall is about looting in war. ",
          cites(
            "un-resolution-2199",
            "On ",
            dated("2015-02-12", "12 February 2015"),
            " the UN Security Council told all states, in resolution 2199, to stop the trade in antiquities taken from Iraq and Syria",
          ),
          ", which had become one of ISIL’s sources of money. ",
          cites(
            "un-resolution-2347",
            "Resolution 2347 of ",
            dated("2017-03-24", "24 March 2017"),
            " was the Council’s first to deal with the protection of cultural heritage alone.",
          ),
        ),
        picture(
          "gallery.jpg",
          { alt: "A dim gallery with empty glass cases lit from above.", credit: ILLUSTRATOR },
          "The gallery called Missing. A map on the right-hand wall marks ancient sites that ISIL destroyed.",
        ),
        p(
          "The museum’s own loss hangs at the end of the room: a bare nail. A small painting of the old lighthouse disappeared during the move into storage in ",
          dated("2020-11", "November 2020"),
          ". The police file is still open, and visitors who know something are asked to ring a number on the card.",
        ),
        blockquote(
          { ...hala, office: "director of the Museum of the Strait" },
          "“A child stood in front of an empty case and asked me what he should look at. I said: at the place we are keeping for something. He stayed ten minutes.”",
        ),
        h2("Two years late"),
        p(
          "The repairs cost 46 million crowns, of which the province paid two thirds. They should have ended in 2024. Then the builders found the footings of a thirteenth-century granary under the cellar. It has stayed where it was, and visitors now cross it on a floor of glass.",
        ),
        list(
          ["Open daily except Mondays, 10:00 to 19:00."],
          ["Free until 31 December, then eight crowns; free for everybody under eighteen."],
          ["Cards in Arabic, English and Russian; a model to touch in every room."],
        ),
      ),
    },
    {
      edition: "ru",
      slug: "muzey-proliva-otkrylsya",
      headline: "Музей пролива открылся после шести лет ремонта",
      standfirst: "Треть экспонатов показывают впервые, а больше всего зрителей — в зале с пустыми витринами.",
      section: "culture",
      topics: ["heritage"],
      authors: ["mina-castell", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-14" },
      publishedAt: "2026-11-14T12:10:00Z",
      picture: {
        file: "museum.jpg",
        alt: "Фасад музея с высокими колоннами в сумерках, на ступенях посетители.",
        caption: "Фасад музея без лесов. Реставраторы сняли с колонн семь слоёв краски.",
      },
      translatedFrom: "ar",
      front: 2,
      body: bodyOf(
        p(
          "Музей пролива в Тальмире в субботу утром впустил первых за шесть лет посетителей. Очередь тянулась от парадной лестницы до старого рыбного рынка.",
        ),
        p(
          cites("museum-catalogue", "В четырнадцати залах выставлено 1240 предметов, треть из них — впервые"),
          ": бронзовые якоря, костяной лоцманский свисток, портовые книги сборов за четыре столетия.",
        ),
        p(
          said(
            "«Мы отремонтировали не только стены, но и инвентарную книгу. Теперь о каждой вещи известно, откуда она, а если неизвестно — так и написано на этикетке»",
            {
              ...hala,
              speaker: "Хала Мурад",
              office: "директор Музея пролива",
            },
          ),
          ", — сказала на открытии директор музея Хала Мурад.",
        ),
        h2("Зал пустых витрин"),
        p(
          "Дольше всего люди задерживаются в зале «Утраченное». В витринах там только этикетки и фотографии: вот чаша, затонувшая вместе с кораблём, вот печать, украденная из хранилища.",
        ),
        p(
          "Одна из стен посвящена разграблению памятников во время войн. ",
          cites(
            "un-resolution-2199",
            dated("2015-02-12", "12 февраля 2015 года"),
            " Совет Безопасности ООН резолюцией 2199 потребовал от всех стран пресекать торговлю древностями, вывезенными из Ирака и Сирии",
          ),
          ", — она стала одним из источников дохода «Исламского государства». ",
          cites(
            "un-resolution-2347",
            "Резолюция 2347 от ",
            dated("2017-03-24", "24 марта 2017 года"),
            " стала первой, целиком посвящённой защите культурного наследия.",
          ),
        ),
        picture(
          "gallery.jpg",
          { alt: "Полутёмный зал с пустыми стеклянными витринами, освещёнными сверху.", credit: ILLUSTRATOR },
          "Зал «Утраченное». На карте справа отмечены памятники, разрушенные боевиками ИГИЛ.",
        ),
        p(
          "Собственная потеря музея — голый гвоздь в конце зала. Маленький пейзаж со старым маяком пропал при переезде в ",
          dated("2020-11", "ноябре 2020 года"),
          ". Дело не закрыто, и на этикетке указан телефон полиции.",
        ),
        blockquote(
          { ...hala, speaker: "Хала Мурад", office: "директор Музея пролива" },
          "«Мальчик у пустой витрины спросил меня, куда смотреть. Я ответила: на место, которое мы бережём. Он простоял там десять минут»",
        ),
        h2("С опозданием на два года"),
        p(
          "Ремонт обошёлся в 46 миллионов крон, две трети заплатила провинция. Закончить собирались в 2024 году, но под подвалом нашли фундамент зернового амбара XIII века. Его оставили на месте: теперь посетители проходят над ним по стеклянному полу.",
        ),
        list(
          ["Музей открыт ежедневно, кроме понедельника, с 10:00 до 19:00."],
          ["До 31 декабря вход свободный, затем — восемь крон; до восемнадцати лет — бесплатно."],
          ["Этикетки на арабском, английском и русском; в каждом зале есть модель, которую можно потрогать."],
        ),
      ),
    },
  ],
};
