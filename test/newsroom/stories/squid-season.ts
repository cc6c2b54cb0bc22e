import { bodyOf, cites, dated, h2, list, p, said, table } from "../body.ts";
import type { DemoStory } from "../demo.ts";

export const squidSeason: DemoStory = {
  key: "squid-season",
  articles: [
    {
      edition: "en",
      slug: "squid-season-advice",
      headline: "Shorten the squid season by three weeks, scientists advise",
      standfirst:
        "The catch was good and the eggs were few. The institute says that both come from the same warm water.",
      section: "science",
      topics: ["sea"],
      authors: ["pavel-orlin"],
      dateline: { place: "Orvane", date: "2026-10-22" },
      publishedAt: "2026-10-22T06:50:00Z",
      body: bodyOf(
        p(
          "Next year’s squid season in the strait should open on 22 March instead of 1 March, the Strait Fisheries Institute advised on Thursday, so that the animals have time to spawn before the boats go out.",
        ),
        p(
          cites("fisheries-advice", "Boats landed 1,940 tonnes this spring, the most in eleven years."),
          " On the seagrass beds off Orvane, however, divers counted little more than half the eggs of a usual year.",
        ),
        p(
          "The two figures have one cause. The water was two degrees warmer than usual in February, and the squid came early, close to the shore and all at once. They were easy to catch and were caught before they had laid.",
        ),
        h2("Three years compared"),
        table(
          ["Spring", "Landed, tonnes", "Egg clusters per hectare", "Water in February"],
          ["2024", "1,310", "412", "12.1 °C"],
          ["2025", "1,480", "388", "12.6 °C"],
          ["2026", "1,940", "221", "14.2 °C"],
        ),
        p(
          said("“A record catch is what the last good year looks like from the deck,”", {
            speaker: "Aino Brandt",
            office: "biologist, Strait Fisheries Institute",
          }),
          " said Aino Brandt, who led the count. ",
          said("“Squid live for one year. There are no old ones to make up for a bad spring.”", {
            speaker: "Aino Brandt",
            office: "biologist, Strait Fisheries Institute",
          }),
        ),
        h2("What the fishermen say"),
        p(
          "The season is worth some forty million crowns to 160 boats. Three weeks of March bring in a quarter of that, because the first squid fetch the best price. The fishermen’s association does not dispute the count; it asks who will pay for it.",
        ),
        p("It proposes, instead of one date for all:"),
        list(
          ["to close the beds off Orvane until 10 April and leave the open strait free;"],
          ["to measure the water weekly from January and set the date by it;"],
          ["to pay boats that stay in harbour out of the fund for the outer quay."],
        ),
        p(
          "The institute calls the second proposal good science and the first hard to police. A closed area was tried in ",
          dated("2016", "2016"),
          "; of nine boats found inside it, eight said that they had drifted.",
        ),
        p(
          "The province is to decide in December. It has followed the institute’s advice in seven years out of the last ten.",
        ),
      ),
    },
  ],
};
