import { blockquote, bodyOf, cites, dated, h2, p, said, table } from "../body.ts";
import type { DemoStory } from "../demo.ts";

const marta = { speaker: "Marta Belling", source: "marta-belling" };

export const budget: DemoStory = {
  key: "budget",
  articles: [
    {
      edition: "en",
      slug: "budget-2027-vote",
      headline: "Assembly passes a budget that pays for water and trims the ferries",
      standfirst:
        "The 2.84 billion crown plan for 2027 goes through by 33 votes to 27, after a night on a single line.",
      section: "economy",
      topics: ["public-money", "water", "crossing"],
      authors: ["tomas-harrow"],
      dateline: { place: "Talmira", date: "2026-11-18" },
      publishedAt: "2026-11-18T20:10:00Z",
      picture: {
        file: "ballot.jpg",
        alt: "Hands drop folded papers into a wooden ballot box under a hanging lamp.",
        caption: "The Assembly votes on budgets with paper slips and a box made from the planking of the ferry Alder.",
      },
      front: 1,
      body: bodyOf(
        p(
          "The Assembly of the Strait Province adopted its budget for 2027 on Wednesday night by 33 votes to 27, with one member absent. It raises spending on water by two fifths and takes nine million crowns from ferries and roads.",
        ),
        p(
          cites("province-budget", "Total spending rises by 4.4 per cent, to 2.84 billion crowns."),
          " The province will borrow 160 million to pay for it, twice this year’s sum, most of it for pipes between the Neval and the city.",
        ),
        h2("Where the money goes"),
        table(
          ["Million crowns", "2026", "2027", "Change"],
          ["Schools", "702", "731", "+4.1%"],
          ["Health", "655", "668", "+2.0%"],
          ["Ferries and roads", "318", "309", "−2.8%"],
          ["Water", "210", "296", "+41.0%"],
          ["Debt service", "187", "204", "+9.1%"],
          ["Everything else", "648", "632", "−2.5%"],
          ["All", "2,720", "2,840", "+4.4%"],
        ),
        p(
          said("“We have put off the pipes for thirty years because pipes do not cut ribbons,”", {
            ...marta,
            office: "treasurer of the Strait Province",
          }),
          " Marta Belling, the treasurer, told the chamber. ",
          said("“This summer the river sent the bill.”", { ...marta, office: "treasurer of the Strait Province" }),
        ),
        p(
          "The opposition spent most of six hours on one line: the subsidy for night sailings, which falls from 41 to 34 million. Petra Vann, who sits for Orvane, said the cut had been ",
          said("“written on a map without islands”", {
            speaker: "Petra Vann",
            office: "member of the Assembly for Orvane",
          }),
          ". Her amendment to restore it failed by two votes.",
        ),
        p(
          "The seafarers’ union, which is in talks with the ferry company over the size of night crews, said after the vote that the money and the crews were the same question. The talks are to resume on Thursday.",
        ),
        blockquote(
          { ...marta, office: "treasurer of the Strait Province" },
          "“I have been asked whether the ferries pay for the water. No. The ferries cost less because two of them are new. I would ask everyone to read page 61 before they write the headline.”",
        ),
        p(
          "Page 61 says that the two ships delivered in ",
          dated("2025", "2025"),
          " burn a third less fuel. It also says that the saving was worked out with nine hands on the night sailings.",
        ),
        h2("What comes next"),
        p(
          "The budget takes effect on 1 January. A first review is due by the end of April, when the treasury will know what the winter brought to the reservoirs. Rating agencies are expected to give their opinion in December; in ",
          dated("2022", "2022"),
          " one of them lowered the province by a notch because of its ageing waterworks.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "byudzhet-2027",
      headline: "Ассамблея приняла бюджет: больше на воду, меньше на паромы",
      standfirst:
        "За план расходов на 2027 год — 2,84 млрд крон — проголосовали 33 депутата из 61. Вечер ушёл на спор об одной строке.",
      section: "economy",
      topics: ["public-money", "water", "crossing"],
      authors: ["tomas-harrow", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-18" },
      publishedAt: "2026-11-18T20:50:00Z",
      picture: {
        file: "ballot.jpg",
        alt: "Руки опускают сложенные листки в деревянную урну под висячей лампой.",
        caption: "За бюджет в Ассамблее голосуют бумажными листками. Урна сделана из обшивки парома «Ольха».",
      },
      translatedFrom: "en",
      front: 1,
      body: bodyOf(
        p(
          "Ассамблея провинции Пролива в среду вечером приняла бюджет на 2027 год: 33 голоса за, 27 против, один депутат отсутствовал. Расходы на водоснабжение вырастут на две пятых, на паромы и дороги — сократятся на девять миллионов крон.",
        ),
        p(
          cites("province-budget", "Всего расходы увеличатся на 4,4 процента, до 2,84 млрд крон."),
          " Провинция займёт 160 миллионов — вдвое больше, чем в этом году; основная часть пойдёт на водоводы между Невалом и городом.",
        ),
        h2("На что пойдут деньги"),
        table(
          ["Млн крон", "2026", "2027", "Изменение"],
          ["Школы", "702", "731", "+4,1 %"],
          ["Здравоохранение", "655", "668", "+2,0 %"],
          ["Паромы и дороги", "318", "309", "−2,8 %"],
          ["Вода", "210", "296", "+41,0 %"],
          ["Обслуживание долга", "187", "204", "+9,1 %"],
          ["Прочее", "648", "632", "−2,5 %"],
          ["Всего", "2720", "2840", "+4,4 %"],
        ),
        p(
          said("«Тридцать лет мы откладывали трубы, потому что на трубах не перерезают ленточку, — ", {
            ...marta,
            speaker: "Марта Беллинг",
            office: "казначей провинции Пролива",
          }),
          "заявила в зале казначей Марта Беллинг. — ",
          said("Этим летом река прислала счёт»", {
            ...marta,
            speaker: "Марта Беллинг",
            office: "казначей провинции Пролива",
          }),
          ".",
        ),
        p(
          "Почти шесть часов оппозиция обсуждала одну строку — субсидию на ночные рейсы, которая уменьшается с 41 до 34 миллионов. По словам депутата от Орвана Петры Ванн, сокращение ",
          said("«нарисовали на карте без островов»", { speaker: "Петра Ванн", office: "депутат Ассамблеи от Орвана" }),
          ". Её поправке не хватило двух голосов.",
        ),
        p(
          "Профсоюз моряков, который ведёт с паромной компанией переговоры о численности ночной вахты, после голосования напомнил: деньги и экипажи — один и тот же вопрос. Переговоры должны продолжиться в четверг.",
        ),
        blockquote(
          { ...marta, speaker: "Марта Беллинг", office: "казначей провинции Пролива" },
          "«Меня спрашивают, не паромы ли платят за воду. Нет. Паромы обходятся дешевле, потому что два из них новые. Прошу всех прочесть страницу 61, прежде чем писать заголовок»",
        ),
        p(
          "На странице 61 сказано, что суда, полученные в ",
          dated("2025", "2025 году"),
          ", сжигают на треть меньше топлива. Там же указано, что экономия рассчитана исходя из девяти человек на ночном рейсе.",
        ),
        h2("Что дальше"),
        p(
          "Бюджет вступит в силу 1 января. Первый пересмотр намечен на конец апреля, когда станет известно, сколько воды принесла зима. В декабре ожидаются оценки рейтинговых агентств: в ",
          dated("2022", "2022 году"),
          " одно из них понизило рейтинг провинции на ступень из-за изношенных водопроводных сетей.",
        ),
      ),
    },
  ],
};
