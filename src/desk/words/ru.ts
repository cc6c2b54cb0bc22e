/** The words of the desk in Russian. */
import type { DeskWords } from "./words.ts";

export const ru: DeskWords = {
  language: "ru",

  frame: {
    desk: "Редакция",
    skip: "К содержанию страницы",
    menu: "Редакция",
    site: "Открыть сайт",
    signOut: "Выйти",
    notFound: "Не найдено",
    notFoundSentence: "Такой страницы в редакции нет, или ваша роль её не открывает.",
    tooLarge: {
      title: "Слишком большой объём",
      sentence:
        "Отправленное больше, чем принимает эта форма. Вернитесь назад: набранное сохранилось. Отправьте меньше.",
    },
    notAForm: {
      title: "Данные пришли не целиком",
      sentence: "Пришла не форма. Вернитесь назад, где набранное сохранилось, и отправьте ещё раз.",
    },
    places: {
      home: "Сегодня",
      articles: "Материалы",
      pictures: "Снимки",
      front: "Первая полоса",
      house: "Настройки",
      staff: "Сотрудники",
      audit: "Журнал",
      me: "Ваша учётная запись",
    },
    said: { kept: "Сохранено.", removed: "Удалено.", sent: "Отправлено." },
  },

  roles: {
    reporter: "Корреспондент",
    translator: "Переводчик",
    editor: "Редактор",
    moderator: "Модератор",
    administrator: "Администратор",
  },

  home: {
    title: "Сегодня",
    welcome: (name) => `Здравствуйте, ${name}.`,
  },

  flow: {
    tabs: {
      label: "Этот материал",
      write: "Текст",
      details: "Сведения",
      comments: "Обсуждение",
      history: "История",
      preflight: "Проверка",
    },
    states: {
      draft: "Черновик",
      "in-review": "На проверке",
      ready: "Готов",
      scheduled: "Запланирован",
      published: "Опубликован",
      spiked: "Отложен",
      withdrawn: "Отозван",
      killed: "Снят",
    },
    moves: {
      submit: "Отправить на проверку",
      "send-back": "Вернуть автору",
      "mark-ready": "Отметить готовым",
      schedule: "Запланировать",
      unschedule: "Снять с плана",
      publish: "Опубликовать сейчас",
      withdraw: "Отозвать",
      kill: "Снять навсегда",
      spike: "Отложить",
      "bring-back": "Вернуть в работу",
    },
  },
};
