import { blockquote, bodyOf, cites, dated, h2, list, p, said, unlabelled } from "../body.ts";
import type { DemoStory } from "../demo.ts";

/**
 * The entry QDe.137, its days and the resolutions are the Security Council’s own; the
 * lecturer and the bank’s officer are invented.
 */
export const nusrahDelisting: DemoStory = {
  key: "nusrah-delisting",
  articles: [
    {
      edition: "en",
      slug: "when-a-name-leaves-the-list",
      headline: "When a name leaves the list: what changed on the day the UN struck off the Al-Nusrah Front",
      standfirst:
        "An entry stood for nearly twelve years and ended on a Friday. Banks had to act the same afternoon; archives are another matter.",
      section: "world",
      topics: ["security-council"],
      authors: ["leyla-nasser"],
      dateline: { place: "New York", date: "2026-10-20" },
      publishedAt: "2026-10-20T07:45:00Z",
      body: bodyOf(
        p(
          "Getting onto a sanctions list of the UN Security Council makes news. Getting off one usually takes a paragraph. The paragraph about the Al-Nusrah Front for the People of the Levant came on ",
          dated("2026-02-27", "27 February 2026"),
          ": the committee deleted entry QDe.137 from the ",
          unlabelled("islamic-state", "ISIL (Da’esh)"),
          " and ",
          unlabelled("al-qaida", "Al-Qaida"),
          " Sanctions List.",
        ),
        p(
          "The entry had been made on ",
          dated("2014-05-14", "14 May 2014"),
          ". For a year before that the group had stood as an alias of Al-Qaida in Iraq, the entry under which ISIL is listed. Later the committee added the names that came after, Hay’at Tahrir al-Sham among them.",
        ),
        p(
          cites(
            "un-resolution-2799",
            "Its leader in those years, Ahmed al-Sharaa, by then president of Syria, had been taken off the list by the Council itself on ",
            dated("2025-11-06", "6 November 2025"),
            ", in resolution 2799.",
          ),
          " Fourteen members voted for it and China abstained.",
        ),
        h2("What ends"),
        p(
          cites(
            "un-resolution-2734",
            "The measures set out in the first paragraph of resolution 2734, adopted in ",
            dated("2024", "2024"),
            ", no longer apply to the entry:",
          ),
        ),
        list(
          ["the freezing of funds and other assets;"],
          ["the embargo on arms, training and advice;"],
          ["for persons listed with it, the travel ban, unless they have entries of their own."],
        ),
        p(
          said(
            "“We had the file open when the notice came. An hour later the name no longer stopped a payment. The tests took longer than the change,”",
            {
              speaker: "Sofia Marr",
              office: "compliance officer, Bank of the Strait",
            },
          ),
          " said Sofia Marr, who answers for compliance at the Bank of the Strait.",
        ),
        h2("What does not"),
        p(
          "A deletion by the UN binds nobody else. States and regional bodies keep lists of their own, with their own words and their own ways out, and some of them take months to follow or never do. A freight company in Talmira still has to ask which flag a ship flies.",
        ),
        p(
          "Nor does it change the past. Transfers stopped while the entry stood were stopped lawfully, and cases opened for breaking the embargo are not closed by the deletion.",
        ),
        blockquote(
          { speaker: "Henrik Aas", office: "lecturer in sanctions law, Talmira Polytechnic" },
          "“A list is a statement about today. People read it as a statement about character. The committee did not say that nothing happened. It said that from Friday the measures do not apply.”",
        ),
        h2("And in the archive"),
        p(
          "Until that Friday this agency printed a label after the name wherever it stood, in articles from ",
          dated("2014", "2014"),
          " as in new ones. From that Friday it printed none, in either. The words of the articles were not touched, because the label had never been among them.",
        ),
      ),
    },
    {
      edition: "ru",
      slug: "kogda-nazvanie-uhodit-iz-perechnya",
      headline: "Когда название уходит из перечня: что изменилось после исключения «Фронта ан-Нусра»",
      standfirst:
        "Запись простояла в перечне Совбеза почти двенадцать лет и исчезла в пятницу. Банкам хватило часа, с архивами сложнее.",
      section: "world",
      topics: ["security-council"],
      authors: ["leyla-nasser", "vera-linden"],
      dateline: { place: "Нью-Йорк", date: "2026-10-20" },
      publishedAt: "2026-10-20T09:30:00Z",
      translatedFrom: "en",
      body: bodyOf(
        p(
          "О включении в санкционный перечень Совета Безопасности ООН пишут все, об исключении — обычно одним абзацем. Абзац о «Фронте ан-Нусра» появился ",
          dated("2026-02-27", "27 февраля 2026 года"),
          ": комитет удалил запись QDe.137 из перечня в отношении ИГИЛ (ДАИШ) и «Аль-Каиды».",
        ),
        p(
          "Запись сделали ",
          dated("2014-05-14", "14 мая 2014 года"),
          ". За год до этого группировка попала в перечень как одно из названий «Аль-Каиды в Ираке» — той самой записи, под которой значится ИГИЛ. Позже к ней добавили и новые имена, в том числе «Хайят Тахрир аш-Шам».",
        ),
        p(
          cites(
            "un-resolution-2799",
            "Ахмеда аш-Шараа, возглавлявшего её в те годы, а затем ставшего президентом Сирии, Совет исключил из перечня сам — резолюцией 2799 от ",
            dated("2025-11-06", "6 ноября 2025 года"),
            ".",
          ),
          " За неё голосовали четырнадцать государств, Китай воздержался.",
        ),
        h2("Что прекращается"),
        p(
          cites(
            "un-resolution-2734",
            "Меры, перечисленные в первом пункте резолюции 2734 ",
            dated("2024", "2024 года"),
            ", к этой записи больше не применяются:",
          ),
        ),
        list(
          ["замораживание средств и иных активов;"],
          ["эмбарго на оружие, обучение и консультации;"],
          ["запрет на поездки для связанных с ней лиц, если у них нет собственных записей."],
        ),
        p(
          said(
            "«Файл был открыт, когда пришло уведомление. Через час название уже не останавливало платёж. Проверка заняла больше времени, чем сама правка»",
            {
              speaker: "София Марр",
              office: "сотрудник комплаенс-службы, Банк пролива",
            },
          ),
          ", — рассказала София Марр, отвечающая за комплаенс в Банке пролива.",
        ),
        h2("Что остаётся"),
        p(
          "Решение ООН об исключении никого больше не обязывает. У государств и региональных объединений свои перечни, свои формулировки и свои способы из них выйти; одни следуют за Советом через месяцы, другие не следуют вовсе. Экспедитору в Тальмире по-прежнему приходится спрашивать, под каким флагом идёт судно.",
        ),
        p(
          "Не меняется и прошлое. Платежи, остановленные, пока запись действовала, остановлены законно, а дела о нарушении эмбарго с её удалением не закрываются.",
        ),
        blockquote(
          { speaker: "Хенрик Аас", office: "преподаватель санкционного права, Политехнический институт Тальмиры" },
          "«Перечень говорит о сегодняшнем дне, а читают его как характеристику. Комитет не сказал, что ничего не было. Он сказал, что с пятницы меры не применяются»",
        ),
        h2("А в архиве"),
        p(
          "До той пятницы наше агентство ставило пометку рядом с названием всюду — и в новых материалах, и в статьях ",
          dated("2014", "2014 года"),
          ". С той пятницы пометки о перечне ООН нет ни там ни там. В тексты никто не вмешивался: пометка никогда не была их частью.",
        ),
      ),
    },
  ],
};
