import { blockquote, bodyOf, dated, h2, p, pull } from "../body.ts";
import type { DemoStory } from "../demo.ts";

const reth = { speaker: "Ioan Reth", source: "ioan-reth" };

export const harbourMaster: DemoStory = {
  key: "harbour-master",
  articles: [
    {
      edition: "en",
      slug: "interview-harbour-master",
      headline: "“The sea does not read the timetable”: thirty-one years in the harbour tower",
      standfirst:
        "Ioan Reth retires as master of Talmira harbour in January. A conversation about fog, fear and the sentence he regrets.",
      section: "region",
      topics: ["harbour", "sea"],
      authors: ["ilse-marand"],
      dateline: { place: "Talmira", date: "2026-11-07" },
      publishedAt: "2026-11-07T06:00:00Z",
      picture: {
        file: "tower.jpg",
        alt: "A harbour tower with one lit window above a bank of fog; the masts of ships show through it.",
        caption: "The tower on the north mole, 61 metres above the water and, on forty days a year, above the fog.",
      },
      front: 8,
      body: bodyOf(
        p(
          "The lift in the harbour tower takes fifty seconds, and Ioan Reth talks through all of them. He has ridden in it, by his own count, nineteen thousand times. In January he will ride down once more than up.",
        ),
        p(
          "He came to the tower in ",
          dated("1995", "1995"),
          " from a pilot boat and has been master of the harbour since ",
          dated("2008", "2008"),
          ". We spoke for two hours, with pauses whenever a ship wanted something.",
        ),
        h2("On fog"),
        blockquote(
          { ...reth, office: "master of Talmira harbour" },
          "“People think that fog is when you see nothing. In fog you see too much. Every shadow is a bow. You learn to trust the instrument and then you learn which instrument to doubt.",
          "My first winter I closed the harbour eleven times. My last one, twice. It is not that I became brave. We put a second radar on Orvane, and I stopped being alone with my imagination.”",
        ),
        h2("On saying no"),
        blockquote(
          { ...reth, office: "master of Talmira harbour" },
          "“A captain who wants to come in always has a reason, and it is always a good one. He has fruit on board; the owner is ringing him; his daughter is being married in the morning. My work is to say no to good reasons.",
          "Nobody ever thanked me for a ship that did not run aground. You cannot photograph it. I keep a list of them all the same. There are sixty-three.”",
        ),
        pull("“My work is to say no to good reasons.”"),
        h2("On the sentence he regrets"),
        p(
          "In ",
          dated("2016-12", "December 2016"),
          " the coaster Marigold dragged her anchor and broke the sewage outfall. Four of her crew were taken off by a fishing boat. An hour earlier her mate had asked the tower for a berth.",
        ),
        blockquote(
          { ...reth, office: "master of Talmira harbour" },
          "“I said: ‘Wait like everybody else.’ It was the right decision and the wrong sentence. He stopped calling. If I had said ‘I hear you, tell me every ten minutes how you lie,’ he would have told me that she was dragging.",
          "Since then there is a rule in this room. You may refuse. You may not close the conversation.”",
        ),
        h2("On what comes next"),
        p(
          "He will not write a book. He has been asked to advise on the outer quay, which he supports and which, he says, should have been built when he still had black hair.",
        ),
        blockquote(
          { ...reth, office: "master of Talmira harbour" },
          "“I shall buy a small boat without a radio. For the first week I intend to be extremely difficult to reach. After that I expect I shall ring the tower every evening and ask what the visibility is.”",
        ),
        p(
          "His successor is to be named in December. Three of the five candidates are women; one of them, Mr Reth lets slip in the lift, once refused him a berth.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "intervyu-kapitan-porta",
      headline: "«Море не читает расписания»: тридцать один год на портовой башне",
      standfirst:
        "В январе капитан порта Тальмира Иоан Рет уходит на пенсию. Разговор о тумане, страхе и одной фразе, о которой он жалеет.",
      section: "region",
      topics: ["harbour", "sea"],
      authors: ["ilse-marand", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-07" },
      publishedAt: "2026-11-07T07:30:00Z",
      picture: {
        file: "tower.jpg",
        alt: "Портовая башня с одним освещённым окном над полосой тумана, сквозь туман видны мачты.",
        caption: "Башня на северном молу: 61 метр над водой и сорок дней в году — над туманом.",
      },
      translatedFrom: "en",
      front: 7,
      body: bodyOf(
        p(
          "Лифт портовой башни поднимается пятьдесят секунд, и все пятьдесят Иоан Рет говорит. По его подсчётам, он проехал в этом лифте девятнадцать тысяч раз. В январе он спустится на один раз больше, чем поднялся.",
        ),
        p(
          "На башню он пришёл с лоцманского катера в ",
          dated("1995", "1995 году"),
          ", а капитаном порта стал в ",
          dated("2008", "2008-м"),
          ". Мы проговорили два часа — с перерывами, когда кому-нибудь на рейде что-нибудь было нужно.",
        ),
        h2("О тумане"),
        blockquote(
          { ...reth, speaker: "Иоан Рет", office: "капитан порта Тальмира" },
          "«Думают, что туман — это когда ничего не видно. В тумане видно слишком много: каждая тень — чей-то форштевень. Сначала учишься верить прибору, потом — понимать, какому прибору не верить.",
          "В первую зиму я закрывал порт одиннадцать раз. В последнюю — два. Не то чтобы я осмелел: на Орване поставили второй радар, и я перестал оставаться наедине со своим воображением»",
        ),
        h2("О слове «нет»"),
        blockquote(
          { ...reth, speaker: "Иоан Рет", office: "капитан порта Тальмира" },
          "«У капитана, который хочет войти, всегда есть причина, и всегда уважительная. У него на борту фрукты, ему звонит судовладелец, у дочери утром свадьба. Моя работа — отказывать по уважительным причинам.",
          "Никто ни разу не поблагодарил меня за судно, которое не село на мель. Его нельзя сфотографировать. Но список я веду. В нём шестьдесят три названия»",
        ),
        pull("«Моя работа — отказывать по уважительным причинам»"),
        h2("О фразе, о которой он жалеет"),
        p(
          "В ",
          dated("2016-12", "декабре 2016 года"),
          " каботажное судно «Мэриголд» сорвало с якоря, оно разбило канализационный выпуск; четверых моряков снял рыбацкий бот. За час до этого помощник капитана просил у башни место у причала.",
        ),
        blockquote(
          { ...reth, speaker: "Иоан Рет", office: "капитан порта Тальмира" },
          "«Я ответил: ждите, как все. Решение было верным, а фраза — нет. Он перестал вызывать. Скажи я: „Слышу вас, докладывайте каждые десять минут, как стоите“, он доложил бы, что судно дрейфует.",
          "С тех пор в этой комнате правило: отказать можно, закрыть разговор нельзя»",
        ),
        h2("О том, что дальше"),
        p(
          "Книгу он писать не станет. Его позвали советником на строительство внешнего причала: проект он поддерживает, но считает, что строить следовало, когда у него ещё были чёрные волосы.",
        ),
        blockquote(
          { ...reth, speaker: "Иоан Рет", office: "капитан порта Тальмира" },
          "«Куплю маленькую лодку без рации. Первую неделю намерен быть совершенно недоступен. А потом, подозреваю, стану звонить на башню каждый вечер и спрашивать, какая видимость»",
        ),
        p(
          "Имя преемника назовут в декабре. Из пяти кандидатов трое — женщины, и одна из них, проговаривается Рет в лифте, однажды не пустила к причалу его самого.",
        ),
      ),
    },
  ],
};
