import { expect, test } from "bun:test";
import { otherSpeaker, spokenIn } from "./speakers.ts";

const PAGE = `The harbour board met in Talmira. Its chair, Nora Valent, opened the meeting.

“We will keep the night ferry,” Nora Valent told the board. “It will cost us dearly, and it is worth it.”

“I would sell the whole quay tomorrow,” said Jonas Oduya. A witness said: “Nobody asked the gulls at all.”`;

const RUSSIAN = `«Мы сохраним ночной паром, — сказала Нора Валент. — Он обойдётся дорого».

«Я бы продал весь причал завтра же», — заявил Йонас Одуйя.`;

const CASES: readonly { rule: string; page: string; words: string; speaker: string; says?: string }[] = [
  { rule: "who says it", page: PAGE, words: "“We will keep the night ferry”", speaker: "Nora Valent" },
  { rule: "a part of what is said", page: PAGE, words: "sell the whole quay", speaker: "Oduya" },
  {
    rule: "somebody else",
    page: PAGE,
    words: "“I would sell the whole quay tomorrow”",
    speaker: "Nora Valent",
    says: "Jonas Oduya",
  },
  {
    rule: "the other way round",
    page: PAGE,
    words: "We will keep the night ferry",
    speaker: "Jonas Oduya",
    says: "Nora Valent",
  },
  { rule: "a speaker without a name", page: PAGE, words: "We will keep the night ferry", speaker: "the captain" },
  { rule: "words of nobody who is named", page: PAGE, words: "Nobody asked the gulls at all", speaker: "Jonas Oduya" },
  { rule: "words that are not quoted", page: PAGE, words: "The harbour board met in Talmira", speaker: "Jonas Oduya" },
  { rule: "another case of the name", page: RUSSIAN, words: "Я бы продал весь причал завтра же", speaker: "Одуйи" },
  {
    rule: "somebody else in Russian",
    page: RUSSIAN,
    words: "Я бы продал весь причал завтра же",
    speaker: "Нора Валент",
    says: "Йонас Одуйя",
  },
  {
    rule: "a name in another script",
    page: RUSSIAN,
    words: "Я бы продал весь причал завтра же",
    speaker: "Ines Tallow",
  },
];

for (const { rule, page, words, speaker, says } of CASES)
  test(rule, () => expect(otherSpeaker(spokenIn(page), words, speaker)).toBe(says as string));
