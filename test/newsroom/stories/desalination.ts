import { bodyOf, cites, dated, h2, list, p, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

export const desalination: DemoStory = {
  key: "desalination",
  articles: [
    {
      edition: "ar",
      slug: "mahattat-ras-urla",
      headline: "كيسار توقّع عقد محطة تحلية تكفي ثلث المدينة",
      standfirst:
        "المحطة تعمل بالشمس نهارا وتبدأ الإنتاج في صيف 2028، والصيادون يسألون عن الماء المالح العائد إلى البحر.",
      section: "economy",
      topics: ["water", "public-money"],
      authors: ["yusuf-kanaan"],
      dateline: { place: "كيسار", date: "2026-10-13" },
      publishedAt: "2026-10-13T10:00:00Z",
      body: bodyOf(
        p(
          "وقّعت مؤسسة مياه كيسار يوم الثلاثاء عقد بناء محطة لتحلية مياه البحر في رأس أورلا تنتج أربعين ألف متر مكعب في اليوم، أي ما يكفي ثلث سكان المدينة، على أن يبدأ الضخ في صيف عام 2028.",
        ),
        p(
          cites(
            "desalination-contract",
            "وتبلغ قيمة العقد 122 مليون كرونة، ويُلزم المتعهد ببيع المتر المكعب بسعر ثابت مدة عشرين عاما.",
          ),
          " وتغطي ألواح شمسية على سطح المحطة وفي أرض مجاورة حاجتها من الكهرباء نهارا، ولا تعمل ليلا إلا بنصف طاقتها.",
        ),
        p(
          "وقالت مديرة المؤسسة نهى سركيس: ",
          said("«لم نعد نستطيع أن نبني مدينة على نهر لا يصل. النهر ضيف كريم، لكنه صار يتأخر»", {
            speaker: "نهى سركيس",
            office: "مديرة مؤسسة مياه كيسار",
          }),
          ".",
        ),
        h2("درس قديم"),
        p(
          "وهذه ثاني محاولة. فقد افتُتحت محطة صغيرة في ",
          dated("1983", "عام 1983"),
          " وأُغلقت في ",
          dated("1991", "عام 1991"),
          " لأن كلفة الكهرباء فاقت ثمن الماء. ومنذ ذلك الحين هبط ما تحتاج إليه تحلية المتر المكعب من الطاقة إلى أقل من النصف، وهبطت معه حجة المعارضين.",
        ),
        h2("أسئلة الصيادين"),
        p(
          "غير أن سؤالا واحدا بقي بلا جواب قاطع: أين يذهب الملح؟ فالمحطة تعيد إلى البحر ماء ملوحته ضعف ملوحة ماء البحر تقريبا. ويقول العقد إن الأنبوب سيمتد كيلومترا ونصف الكيلومتر إلى حيث التيار قوي، وإن فوهاته ستوزع الماء بحيث لا يزيد فرق الملوحة على واحد في المئة على مسافة خمسين مترا منها.",
        ),
        p("ويطالب الصيادون بأن تُكتب في العقد ثلاثة شروط:"),
        list(
          ["قياس الملوحة في أربع نقاط كل ساعة ونشر النتائج فورا؛"],
          ["وقف الضخ إذا تجاوزت الحد المتفق عليه يومين متتاليين؛"],
          ["صندوق تعويض تموّله المحطة لا الإقليم."],
        ),
        p(
          "وقبلت المؤسسة الشرط الأول، وقالت إن الثاني وارد في رخصة التشغيل، أما الثالث فأحالته إلى حكومة الإقليم. ",
          cites("kessar-gazette", "وذكرت «كيسار غازيت» أن المتعهد أبدى استعداده لدفع مليوني كرونة سنويا"),
          "، وهو ما لم تؤكده المؤسسة.",
        ),
        p(
          "وسيزيد المشروع فاتورة الأسرة المتوسطة بنحو تسع كرونات في الشهر ابتداء من عام 2028، على ألا تسري الزيادة على من يقل استهلاكهم عن عشرة أمتار مكعبة. ويبدأ الحفر في كانون الثاني/يناير المقبل.",
        ),
      ),
    },
    {
      edition: "en",
      slug: "kessar-desalination-plant",
      headline: "Kessar signs for a desalination plant that would serve a third of the city",
      standfirst:
        "It is to run on sunlight by day and to open in the summer of 2028. Fishermen ask where the salt will go.",
      section: "economy",
      topics: ["water", "public-money"],
      authors: ["yusuf-kanaan"],
      dateline: { place: "Kessar", date: "2026-10-13" },
      publishedAt: "2026-10-13T13:30:00Z",
      translatedFrom: "ar",
      body: bodyOf(
        p(
          "Kessar Waterworks signed a contract on Tuesday for a plant at Ras Orla that is to make forty thousand cubic metres of drinking water a day out of the sea, enough for a third of the city. It is due to open in the summer of 2028.",
        ),
        p(
          cites(
            "desalination-contract",
            "The contract is worth 122 million crowns and binds the builder to one price for water for twenty years.",
          ),
          " Solar panels on the roof and on a field beside it will cover the plant’s need for power by day; at night it will run at half its strength.",
        ),
        p(
          said(
            "“We can no longer build a city on a river that does not arrive. It is a generous guest, but it has begun to be late,”",
            {
              speaker: "Noha Sarkis",
              office: "director of Kessar Waterworks",
            },
          ),
          " said Noha Sarkis, director of the waterworks.",
        ),
        h2("An old lesson"),
        p(
          "It is a second attempt. A small plant opened in ",
          dated("1983", "1983"),
          " and closed in ",
          dated("1991", "1991"),
          " because the power cost more than the water fetched. The energy needed for a cubic metre has since fallen by more than half, and most of the objections with it.",
        ),
        h2("Where the salt goes"),
        p(
          "One has stayed. The plant returns water nearly twice as salty as it took. The contract says that the outfall will run a kilometre and a half out, to where the current is strong, and that fifty metres from it the difference must not exceed one per cent.",
        ),
        p("The fishermen want three things added:"),
        list(
          ["salinity measured at four points every hour, and published at once;"],
          ["a stop to pumping when the limit is passed on two days running;"],
          ["a fund for losses, paid by the plant and not by the province."],
        ),
        p(
          "The waterworks accepts the first, says that the second is in the operating licence and has passed the third to the province. ",
          cites("kessar-gazette", "The builder has offered two million crowns a year, the Kessar Gazette reported"),
          "; the waterworks would not confirm it.",
        ),
        p(
          "An average household will pay about nine crowns a month more from 2028. Those who use less than ten cubic metres are exempt. Digging is to begin in January, and the first pipe is expected to reach the shore by autumn.",
        ),
      ),
    },
  ],
};
