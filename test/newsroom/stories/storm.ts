import { bodyOf, cites, dated, h2, list, p, said } from "../body.ts";
import type { DemoStory } from "../demo.ts";

export const storm: DemoStory = {
  key: "storm",
  articles: [
    {
      edition: "en",
      slug: "gale-closes-strait",
      headline: "Gale closes the strait to small craft; first rain for the Neval in seven weeks",
      standfirst:
        "Gusts of 110 kilometres an hour are expected on Saturday night. For the reservoirs it comes late, but it comes.",
      section: "region",
      topics: ["sea", "water"],
      authors: ["pavel-orlin"],
      dateline: { place: "Talmira", date: "2026-11-20" },
      publishedAt: "2026-11-20T11:20:00Z",
      picture: {
        file: "storm.jpg",
        alt: "A lighthouse in heavy seas at night; a fishing boat climbs a wave under its beam.",
        caption: "The light on Cape Ros, which has been lit by day as well since Thursday.",
      },
      front: 2,
      body: bodyOf(
        p(
          "The harbour master closed the Strait of Talmira to vessels under twenty metres from Friday noon, as a gale that has crossed the open sea since Wednesday turns towards the coast.",
        ),
        p(
          "The weather office expects gusts of 110 kilometres an hour on Saturday between ten at night and four in the morning, and waves of five metres off Cape Ros. It raised its warning to orange, the third of four steps, at 10:40 on Friday.",
        ),
        h2("What is closed"),
        list(
          ["The yacht harbours of Talmira and Kessar, from Friday at 18:00."],
          ["The coast road between Cape Ros and Lena, from Saturday at 20:00."],
          ["The fish market on Sunday. Monday’s will be held if boats have sailed."],
          ["School sports grounds and the botanical garden all weekend."],
        ),
        p(
          "Large ferries could sail in such weather, though none but the hospital and mail boats is sailing at all because of the crews’ strike. The union said on Friday that it would send crews to any ship that has to be moved for its own safety. ",
          said("“A rope that parts does not ask who is on strike,”", {
            speaker: "Nora Valent",
            office: "chair of the Seafarers’ Union of the Strait",
            source: "nora-valent",
          }),
          " said Nora Valent, its chair.",
        ),
        h2("Rain at last"),
        p(
          "The same front is due to bring forty to sixty millimetres of rain to the hills of Serane, the first worth measuring since 2 October. ",
          cites("neval-bulletin", "The reservoirs held 29 per cent at the end of October"),
          "; by this morning it was 26.",
        ),
        p(
          said(
            "“It will not end the drought. It will wash a summer’s dust into the river, and for two days the water will be brown. Please do not ring us about that,”",
            {
              speaker: "Irina Sol",
              office: "head of measurements, Neval Basin Office",
            },
          ),
          " said Irina Sol of the basin office.",
        ),
        p(
          "The last orange warning was in ",
          dated("2024-01", "January 2024"),
          ", when a crane on Quay Four was blown eleven metres along its rails. The cranes have been chained since Thursday night. A new forecast is due on Saturday at eight.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "shtorm-v-prolive",
      headline: "Пролив закрыт для малых судов: в субботу ждут штормовой ветер и первый за семь недель дождь",
      standfirst:
        "Порывы ветра достигнут 110 километров в час. Водохранилищам дождь нужен давно, но засухи он не отменит.",
      section: "region",
      topics: ["sea", "water"],
      authors: ["pavel-orlin", "vera-linden"],
      dateline: { place: "Тальмира", date: "2026-11-20" },
      publishedAt: "2026-11-20T12:30:00Z",
      picture: {
        file: "storm.jpg",
        alt: "Маяк среди штормовых волн ночью; под его лучом на волну поднимается рыбацкое судно.",
        caption: "Маяк на мысе Рос: с четверга его не выключают и днём.",
      },
      translatedFrom: "en",
      front: 4,
      body: bodyOf(
        p(
          "С полудня пятницы капитан порта закрыл Тальмирский пролив для судов короче двадцати метров. Шторм, который с среды идёт через открытое море, поворачивает к берегу.",
        ),
        p(
          "По прогнозу метеослужбы, сильнее всего ветер будет в ночь на воскресенье, с десяти вечера до четырёх утра: порывы до 110 километров в час, у мыса Рос — волны высотой пять метров. В пятницу в 10:40 уровень опасности подняли до оранжевого, третьего из четырёх.",
        ),
        h2("Что закрыто"),
        list(
          ["Яхтенные гавани Тальмиры и Кессара — с 18:00 пятницы."],
          ["Прибрежная дорога от мыса Рос до Лены — с 20:00 субботы."],
          ["Рыбный рынок — в воскресенье; в понедельник он откроется, если лодки выйдут в море."],
          ["Школьные стадионы и ботанический сад — до понедельника."],
        ),
        p(
          "Большие паромы могли бы ходить и в такую погоду, но из-за забастовки экипажей в рейс выходят только санитарный катер и почтовое судно. Профсоюз заявил, что отправит людей на любое судно, которое понадобится переставить ради его безопасности. ",
          said("«Лопнувший трос не спрашивает, кто бастует»", {
            speaker: "Нора Валент",
            office: "председатель Профсоюза моряков пролива",
            source: "nora-valent",
          }),
          ", — сказала председатель профсоюза Нора Валент.",
        ),
        h2("Наконец дождь"),
        p(
          "Тот же фронт принесёт на холмы Серана от сорока до шестидесяти миллиметров осадков — впервые со 2 октября, когда дождь ещё можно было измерить. ",
          cites("neval-bulletin", "В конце октября водохранилища были заполнены на 29 процентов"),
          ", к утру пятницы — на 26.",
        ),
        p(
          said(
            "«Засуху это не прекратит. В реку смоет пыль за всё лето, и два дня вода будет бурой. Пожалуйста, не звоните нам по этому поводу»",
            {
              speaker: "Ирина Соль",
              office: "начальник отдела измерений, Невальское бассейновое управление",
            },
          ),
          ", — просит Ирина Соль из бассейнового управления.",
        ),
        p(
          "Прошлый раз оранжевый уровень объявляли в ",
          dated("2024-01", "январе 2024 года"),
          ": тогда кран на четвёртом причале сдуло на одиннадцать метров по рельсам. На этот раз краны стоят на цепях с вечера четверга. Следующий прогноз — в субботу в восемь утра. Спасатели просят не выходить на молы и волноломы: в прошлый шторм с северного мола смыло двоих, пришедших фотографировать волны.",
        ),
      ),
    },
  ],
};
