import { bodyOf, dated, h2, list, p, pull, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

export const cupFinal: DemoStory = {
  key: "cup-final",
  articles: [
    {
      edition: "en",
      slug: "strait-cup-final",
      headline: "A goalkeeper’s run wins Talmira the Strait Cup on the eleventh penalty",
      standfirst:
        "Harbour 2, Kessar Union 2, and 6–5 from the spot: the cup crosses the water for the first time in nine years.",
      section: "sport",
      topics: ["football"],
      authors: ["samir-dabbas"],
      dateline: { place: "Kessar", date: "2026-11-15" },
      publishedAt: "2026-11-15T20:30:00Z",
      picture: {
        file: "stadium.jpg",
        alt: "Floodlights over a full stadium; a lone goalkeeper walks towards the penalty spot.",
        caption:
          "Lena Stadium in Kessar shortly before eleven on Sunday night, with the goalkeepers still to take their kicks.",
      },
      front: 5,
      body: bodyOf(
        p(
          "When ten players of each side had taken their penalties and half of the twenty had gone astray, Marek Dorn took off his gloves, laid them on the line and walked the length of the box to the spot. The goalkeeper of Talmira Harbour had not struck a ball in a match since school. He put it under the bar.",
        ),
        p(
          "A moment earlier Dorn had pushed the kick of his opposite number, Anis Ferro of Kessar Union, round the post. So the Strait Cup went to Talmira on Sunday night, 6–5 on penalties after a final that had ended 2–2.",
        ),
        h2("Two halves, two teams"),
        p(
          "Kessar were by far the better side until the hour. Idris Malek headed them in front after nine minutes from a corner nobody claimed, and Nuno Teller made it two with a shot that changed direction on its way.",
        ),
        p(
          "Then the fog came in from the strait, as it does in November, and with it Harbour. Jonas Brink scored from twenty-five metres in the 71st minute with a ball that half the ground did not see; in the 88th the substitute Karim Osei levelled from a yard. In extra time both sides hit a post and neither had legs for more.",
        ),
        pull("“I did not choose the corner. I chose not to look at the keeper, because I know how we think.”"),
        p(
          said("“I did not choose the corner. I chose not to look at the keeper, because I know how we think,”", {
            speaker: "Marek Dorn",
            office: "goalkeeper, Talmira Harbour",
          }),
          " Dorn said afterwards. His coach, Ada Reyes, the first woman to win the cup from the bench, said that they had practised penalties every Friday since August, ",
          said("“with everyone except Marek”", { speaker: "Ada Reyes", office: "coach, Talmira Harbour" }),
          ".",
        ),
        h2("In figures"),
        list(
          ["Attendance: 18,400, of whom 2,100 came by special ferry."],
          ["Goals: Malek 9, Teller 34; Brink 71, Osei 88."],
          ["Penalties: 22 taken, 11 scored, four saved, seven off target or against the frame."],
          ["Harbour’s earlier cups: 1974, 1989, 1990, 2017."],
        ),
        p(
          "The ferry home left at two in the morning with the cup on the bridge. It is thought to be safe there: in ",
          dated("2017", "2017"),
          " it spent a night in the water off Quay One, and a diver was needed.",
        ),
        p(
          "Kessar have now lost three finals out of four. They host Orvane Rovers in the league on Saturday, if there is a ferry. Harbour will show the cup on the steps of the town hall on Sunday at noon.",
        ),
      ),
    },
    {
      edition: "ar",
      slug: "nihai-kas-al-madiq",
      headline: "حارس مرمى يهدي تالميرا كأس المضيق من ركلة الترجيح الحادية عشرة",
      standfirst:
        "تعادل الميناء مع اتحاد كيسار 2-2 ثم فاز بركلات الترجيح 6-5، لتعبر الكأس المضيق للمرة الأولى منذ تسع سنوات.",
      section: "sport",
      topics: ["football"],
      authors: ["samir-dabbas"],
      dateline: { place: "كيسار", date: "2026-11-15" },
      publishedAt: "2026-11-15T20:50:00Z",
      picture: {
        file: "stadium.jpg",
        alt: "أضواء كاشفة فوق ملعب ممتلئ، وحارس مرمى يسير وحيدا نحو نقطة الجزاء.",
        caption: "ملعب لينا في كيسار قبيل الحادية عشرة من ليل الأحد، ولم يبق سوى ركلتي الحارسين.",
      },
      translatedFrom: "en",
      front: 1,
      body: bodyOf(
        p(
          "بعدما سدد عشرة لاعبين من كل فريق وأضاع نصفهم، خلع ماريك دورن قفازيه ووضعهما على خط المرمى وسار نحو نقطة الجزاء. لم يكن حارس «ميناء تالميرا» قد سدد كرة في مباراة منذ أيام المدرسة، لكنه أسكنها تحت العارضة مباشرة.",
        ),
        p(
          "وكان دورن قد تصدى قبل لحظات لركلة زميله في المرمى المقابل أنيس فيرو، حارس «اتحاد كيسار». وهكذا آلت كأس المضيق ليل الأحد إلى تالميرا بستة أهداف مقابل خمسة بركلات الترجيح، بعد انتهاء الوقتين الأصلي والإضافي بالتعادل 2-2.",
        ),
        h2("شوطان وفريقان"),
        p(
          "كان أصحاب الأرض الطرف الأفضل طوال ساعة كاملة. فقد منحهم إدريس مالك التقدم برأسية في الدقيقة التاسعة من ركلة ركنية لم يخرج إليها أحد، ثم عزز نونو تيلر النتيجة في الدقيقة الرابعة والثلاثين بتسديدة غيّرت اتجاهها في الطريق.",
        ),
        p(
          "ثم هبط الضباب من المضيق كعادته في تشرين الثاني، وهبط معه فريق الميناء. سجل يوناس برينك من خمسة وعشرين مترا في الدقيقة الحادية والسبعين هدفا لم يره نصف الجمهور، وأدرك البديل كريم أوسي التعادل من مسافة متر واحد في الدقيقة الثامنة والثمانين. وفي الوقت الإضافي أصاب كل فريق القائم مرة، ولم يبق في الأرجل ما يكفي لأكثر من ذلك.",
        ),
        pull("«لم أختر الزاوية، بل اخترت ألا أنظر إلى الحارس، فأنا أعرف كيف نفكر»"),
        p(
          "وقال دورن بعد المباراة: ",
          said("«لم أختر الزاوية، بل اخترت ألا أنظر إلى الحارس، فأنا أعرف كيف نفكر»", {
            speaker: "ماريك دورن",
            office: "حارس مرمى ميناء تالميرا",
          }),
          ". أما المدربة آدا رييس، وهي أول امرأة تحرز الكأس من مقعد التدريب، فقالت إن الفريق تدرب على ركلات الجزاء كل يوم جمعة منذ آب/أغسطس ",
          said("«بجميع لاعبيه ما عدا ماريك»", { speaker: "آدا رييس", office: "مدربة ميناء تالميرا" }),
          ".",
        ),
        h2("المباراة بالأرقام"),
        list(
          ["الحضور: 18400 متفرج، وصل 2100 منهم على متن عبّارة خاصة."],
          ["الأهداف: مالك (9) وتيلر (34)؛ برينك (71) وأوسي (88)."],
          ["ركلات الترجيح: 22 ركلة، سُجل منها 11، وصُدّت أربع، وذهبت سبع خارج المرمى أو ارتدت من إطاره."],
          ["ألقاب الميناء السابقة: 1974 و1989 و1990 و2017."],
        ),
        p(
          "وأبحرت عبّارة العودة في الثانية فجرا والكأس في غرفة القيادة. ويبدو المكان آمنا، ففي ",
          dated("2017", "عام 2017"),
          " أمضت الكأس ليلة في الماء قبالة الرصيف الأول واحتاج إخراجها إلى غواص.",
        ),
        p(
          "وبهذا يكون اتحاد كيسار قد خسر ثلاث مباريات نهائية من أربع. ويستضيف السبت فريق أورفان روفرز في الدوري إذا توافرت عبّارة، فيما يعرض الميناء الكأس على درج دار البلدية ظهر الأحد المقبل.",
        ),
      ),
    },
  ],
};
