import { bodyOf, cites, dated, h2, list, p, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

/** The listing, the ban and the resolutions are real; the port, the ship and everybody quoted are invented. */
export const charcoal: DemoStory = {
  key: "charcoal",
  articles: [
    {
      edition: "en",
      slug: "charcoal-held-in-kessar",
      headline: "Kessar customs hold charcoal cargo under UN ban aimed at Al-Shabaab",
      standfirst: "Papers for 2,400 sacks name one country; the wood, a laboratory says, may come from another.",
      section: "world",
      topics: ["security-council", "harbour"],
      authors: ["leyla-nasser"],
      dateline: { place: "Kessar", date: "2026-10-27" },
      publishedAt: "2026-10-27T13:10:00Z",
      origin: { name: "Lighthouse Press", url: "https://lighthouse-press.example/kessar-charcoal" },
      picture: {
        file: "cargo.jpg",
        alt: "Sacks stacked behind striped tape in a harbour shed; a customs officer writes on a board.",
        caption:
          "The shed on Quay Two. Al-Shabaab has taxed the charcoal trade for years, according to UN experts; whether this cargo is part of it is not known.",
      },
      body: bodyOf(
        p(
          "Customs officers in Kessar have stopped the unloading of 2,400 sacks of charcoal from the coaster Ilma and sent samples of the wood to a laboratory, the port said on Tuesday. The cargo stays under seal on Quay Two.",
        ),
        p(
          cites(
            "customs-note",
            "The bill of lading names a West African port. Two things made the officers doubt it, a note of the customs says: the sacks, and the smell.",
          ),
          " Acacia from the dry coasts of East Africa burns slowly and smells sweet, and grill houses pay a third more for it.",
        ),
        p(
          cites(
            "un-resolution-2036",
            "The import of charcoal from Somalia has been forbidden to all states since ",
            dated("2012-02-22", "22 February 2012"),
            ", when the UN Security Council adopted resolution 2036.",
          ),
          " The trade was a source of money for Al-Shabaab. ",
          cites(
            "un-resolution-1844",
            "The group stands on the Council’s list since ",
            dated("2010-04-12", "12 April 2010"),
            ", under rules laid down in resolution 1844 of ",
            dated("2008-11-20", "20 November 2008"),
            ".",
          ),
        ),
        h2("Nobody is accused"),
        p(
          "The port was careful to say what it does not know. The master of the Ilma has shown his papers and answered every question. The owner, a company in Kessar that sells to restaurants, says that it bought the cargo from a broker it has dealt with since 2019.",
        ),
        p(
          said(
            "“A sack is not guilty. We ask where the tree stood. If the answer agrees with the paper, the gentleman has his charcoal on Friday, with our apologies for the wait,”",
            {
              speaker: "Rana Idriss",
              office: "head of customs, port of Kessar",
            },
          ),
          " said Rana Idriss, head of customs at the port.",
        ),
        h2("How wood is traced"),
        list(
          ["Under a microscope the pattern of the vessels tells the species."],
          ["The salts in the ash tell roughly what soil it grew in."],
          ["Sewing, weave and knots of the sacks are compared with those of earlier seizures."],
        ),
        p(
          cites(
            "kessar-gazette",
            "It is the second such check this year, the Kessar Gazette reported. The first, in March, ended with the release of the cargo.",
          ),
          " If the laboratory confirms the doubt, the charcoal may not be sold, and the port must report the case to the committee in New York that watches over the measures.",
        ),
        p("A result is expected by the end of next week."),
      ),
    },
    {
      edition: "ar",
      slug: "fahm-mahjuz-fi-kisar",
      headline: "جمارك كيسار تحتجز شحنة فحم بموجب حظر أممي يستهدف موارد حركة الشباب",
      standfirst: "وثائق 2400 كيس تذكر بلدا، والمختبر يبحث هل جاء الخشب من بلد آخر.",
      section: "world",
      topics: ["security-council", "harbour"],
      authors: ["leyla-nasser", "yusuf-kanaan"],
      dateline: { place: "كيسار", date: "2026-10-27" },
      publishedAt: "2026-10-27T15:00:00Z",
      origin: { name: "لايتهاوس برس", url: "https://lighthouse-press.example/kessar-charcoal" },
      picture: {
        file: "cargo.jpg",
        alt: "أكياس مكدسة خلف شريط مخطط في مستودع ميناء، وموظفة جمارك تدوّن على لوح.",
        caption: "المستودع على الرصيف الثاني حيث تبقى الشحنة تحت الختم إلى أن تظهر نتيجة الفحص.",
      },
      translatedFrom: "en",
      body: bodyOf(
        p(
          "أوقفت سلطات الجمارك في كيسار تفريغ 2400 كيس من الفحم النباتي من السفينة الساحلية «إلما» وأرسلت عينات من الخشب إلى المختبر، بحسب ما أعلن الميناء يوم الثلاثاء. وتبقى الشحنة تحت الختم على الرصيف الثاني.",
        ),
        p(
          cites(
            "customs-note",
            "ويذكر سند الشحن ميناء في غرب أفريقيا، غير أن أمرين أثارا الشك بحسب مذكرة للجمارك: الأكياس والرائحة.",
          ),
          " فخشب السنط من السواحل الجافة في شرق أفريقيا يحترق ببطء وتفوح منه رائحة حلوة، وتدفع المشاوي ثمنا له يزيد بمقدار الثلث.",
        ),
        p(
          cites(
            "un-resolution-2036",
            "ويُحظر على جميع الدول استيراد الفحم من الصومال منذ ",
            dated("2012-02-22", "22 شباط/فبراير 2012"),
            " حين اعتمد مجلس الأمن القرار 2036",
          ),
          "، لأن هذه التجارة كانت من موارد حركة الشباب. ",
          cites(
            "un-resolution-1844",
            "والحركة مدرجة في قائمة المجلس منذ ",
            dated("2010-04-12", "12 نيسان/أبريل 2010"),
            " وفق القواعد التي وضعها القرار 1844 الصادر في ",
            dated("2008-11-20", "20 تشرين الثاني/نوفمبر 2008"),
            ".",
          ),
        ),
        h2("لا اتهام لأحد"),
        p(
          "وحرص الميناء على أن يبيّن ما لا يعرفه. فقد أبرز ربان السفينة وثائقه وأجاب عن كل سؤال، وقالت الشركة المالكة للشحنة، وهي شركة في كيسار تبيع للمطاعم، إنها اشترتها من وسيط تتعامل معه منذ عام 2019.",
        ),
        p(
          "وقالت رئيسة جمارك الميناء رنا إدريس: ",
          said(
            "«الكيس ليس مذنبا. نحن نسأل أين كانت الشجرة. فإن وافق الجواب الورقة استلم الرجل فحمه يوم الجمعة مع اعتذارنا عن الانتظار»",
            {
              speaker: "رنا إدريس",
              office: "رئيسة جمارك ميناء كيسار",
            },
          ),
          ".",
        ),
        h2("كيف يُعرف مصدر الخشب؟"),
        list(
          ["يدل شكل الأوعية تحت المجهر على نوع الشجرة."],
          ["تدل الأملاح في الرماد على نوع التربة تقريبا."],
          ["تُقارن خياطة الأكياس ونسيجها وعقدها بما ضُبط سابقا."],
        ),
        p(
          cites(
            "kessar-gazette",
            "وذكرت صحيفة «كيسار غازيت» أن هذا ثاني فحص من نوعه هذا العام، وأن الأول انتهى في آذار/مارس بالإفراج عن الشحنة.",
          ),
          " وإذا أكد المختبر الشك مُنع بيع الفحم ووجب على الميناء إبلاغ اللجنة المختصة في نيويورك. ومن المنتظر أن تصدر النتيجة قبل نهاية الأسبوع المقبل.",
        ),
        p(
          "ويخشى أصحاب المطاعم في كيسار أن ترتفع الأسعار قبل موسم الشتاء، فالشحنة تكفي المدينة شهرا كاملا. وقال أحدهم، وهو يدير مشوى عند بوابة الميناء، إنه عاد إلى استعمال فحم الزيتون المحلي، وإن زبائنه لم ينتبهوا إلى الفرق.",
        ),
      ),
    },
  ],
};
