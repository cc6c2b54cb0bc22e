import type { QuoteCase } from "./case.ts";

/** The page of an invented outlet. */
export const RUSSIAN_PAGE = `Портовый совет Тальмиры

«Мы решили сохранить ночной паром, — сообщила председатель совета Нора Валент. — Он обойдётся в 1500 крон в неделю, и это не подарок, а дорога». На вопрос об экипаже она ответила: „Им платят. И будут платить“.

Начальник порта добавил, что «капитан дважды сказал „нет“, а я один раз — „да“». Он не знал... чем это кончится.

Во второй части выслушали инже-
неров. "Корпус цел, двигатель — нет, а деньги [смех] кончились в 2003–2010 годах. Топливо подорожало на 5,5 % за год".

«Лучше маленький катер, который ходит, чем большой, который стоит», — сказал Одуйя. «Так думает и весь ост-
ров. Спросите на причале; спросите чаек. Её ещё ждут».

ПРИЧАЛ МЫ НЕ ПРОДАДИМ, написано на двери.`;

export const russian: readonly QuoteCase[] = [
  {
    rule: "слова как они стоят",
    quotation: "«Мы решили сохранить ночной паром»",
    verdict: "same",
    passage: "Мы решили сохранить ночной паром",
  },
  { rule: "лапки вместо ёлочек", quotation: "„Мы решили сохранить ночной паром“", verdict: "same" },
  { rule: "прямые кавычки вместо ёлочек", quotation: '"Мы решили сохранить ночной паром"', verdict: "same" },
  { rule: "ёлочки вместо прямых кавычек", quotation: "«Корпус цел, двигатель — нет»", verdict: "same" },
  {
    rule: "вложенные кавычки другого вида",
    quotation: "«капитан дважды сказал «нет», а я один раз — «да»»",
    verdict: "same",
  },
  { rule: "первая буква стала большой", quotation: "Капитан дважды сказал „нет“", verdict: "same" },
  {
    rule: "первая буква стала малой",
    quotation: "лучше маленький катер, который ходит, чем большой, который стоит",
    verdict: "same",
  },
  { rule: "«е» вместо «ё»", quotation: "Ее еще ждут", verdict: "same" },
  {
    rule: "слово, перенесённое на другую строку",
    quotation: "Так думает и весь остров",
    verdict: "same",
    passage: "Так думает и весь остров",
  },
  {
    rule: "перенос без дефиса у старого скана",
    source: "Выслушали инже\nнеров порта.",
    quotation: "Выслушали инженеров порта",
    verdict: "same",
  },
  { rule: "короткое тире вместо длинного", quotation: "Корпус цел, двигатель - нет", verdict: "same" },
  {
    rule: "дефис на конце строки, который нужен слову",
    source: "Это кто-\nто другой.",
    quotation: "Это кто-то другой",
    verdict: "same",
  },
  { rule: "пометка стенографиста", quotation: "а деньги кончились в 2003–2010 годах", verdict: "same" },
  { rule: "процент без пробела", quotation: "Топливо подорожало на 5,5% за год", verdict: "same" },
  { rule: "число с пробелом", quotation: "Он обойдётся в 1 500 крон в неделю", verdict: "same" },
  { rule: "заголовок прописными", quotation: "Причал мы не продадим", verdict: "same" },
  { rule: "буква в скобках", quotation: "[К]апитан дважды сказал „нет“", verdict: "same" },
  { rule: "имя вместо местоимения", quotation: "[Паром] обойдётся в 1500 крон в неделю", verdict: "same" },
  {
    rule: "подписанная вставка редакции",
    quotation: "Мы решили сохранить ночной паром («Синий буревестник». — Ред.)",
    verdict: "same",
  },
  {
    rule: "пропуск, отмеченный многоточием",
    quotation: "Корпус цел… а деньги кончились",
    verdict: "shortened",
    leftOut: 2,
  },
  { rule: "пропуск тремя точками", quotation: "Корпус цел... а деньги кончились", verdict: "shortened", leftOut: 2 },
  {
    rule: "пропуск в угловых скобках",
    quotation: "Мы решили сохранить ночной паром <…> это не подарок, а дорога",
    verdict: "shortened",
  },
  {
    rule: "пропуск в квадратных скобках",
    quotation: "Спросите на причале […] Её ещё ждут",
    verdict: "shortened",
    leftOut: 2,
  },
  { rule: "многоточие самого говорящего", quotation: "Он не знал… чем это кончится", verdict: "same" },
  {
    rule: "одно слово другое",
    quotation: "Мы решили продать ночной паром",
    verdict: "altered",
    removed: "сохранить",
    added: "продать",
  },
  {
    rule: "другой падеж — другое слово",
    quotation: "Лучше маленький катер, который ходит, чем большая, которая стоит",
    verdict: "altered",
  },
  { rule: "отрицание пропало", quotation: "и это подарок, а дорога", verdict: "altered", removed: "не ", added: "" },
  {
    rule: "другое число",
    quotation: "Топливо подорожало на 55 % за год",
    verdict: "altered",
    removed: "5,5",
    added: "55",
  },
  {
    rule: "пропуск без многоточия",
    quotation: "Лучше катер, который ходит, чем большой, который стоит",
    verdict: "altered",
    removed: "маленький ",
    added: "",
  },
  {
    rule: "слова, которых никто не говорил",
    quotation: "Чайки заняли кабинет начальника и никого не пускают",
    verdict: "not-found",
  },
  {
    rule: "то же иными словами",
    quotation: "Рейсы после захода солнца продолжатся, таков итог заседания",
    verdict: "not-found",
  },
  {
    rule: "перевод с английского, подлинник назван",
    source: "“We have just agreed to plan a mission,” he said. The room was full.",
    from: "en",
    quotation: "Мы только что договорились спланировать миссию",
    original: "We have just agreed to plan a mission",
    verdict: "translated",
    passage: "We have just agreed to plan a mission",
  },
  {
    rule: "перевод с английского, подлинник ищут по числу",
    source: "The room was full. “We need 1,500 people by spring,” he said. Nobody answered.",
    from: "en",
    quotation: "К весне нам нужны 1500 человек",
    verdict: "translated",
    likely: "“We need 1,500 people by spring,” he said.",
  },
  {
    rule: "перевод: подлинник сокращён многоточием",
    source: "“We have agreed, after a long night, to plan a mission,” he said.",
    from: "en",
    quotation: "Мы договорились… спланировать миссию",
    original: "We have agreed … to plan a mission",
    verdict: "translated",
  },
];
