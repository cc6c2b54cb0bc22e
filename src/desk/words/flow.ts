/** The words of stories on their way to readers. */
import type { Ahead } from "#agency/articles/ahead.ts";
import type { DetailsRefusal } from "#agency/articles/details.ts";
import type { ArticleState, Move } from "#agency/articles/flow.ts";
import type { MoveRefusal } from "#agency/articles/move.ts";
import type { RevisionKind } from "#agency/articles/revisions.ts";
import type { LinePart } from "#text/diff/documents.ts";
import type { ArticleTab } from "../views/article-tabs.tsx";
import type { Spoken } from "./spoken.ts";

export type FlowWords = {
  readonly tabs: Readonly<Record<ArticleTab | "label", string>>;
  readonly states: Readonly<Record<ArticleState, string>>;
  readonly moves: Readonly<Record<Move, string>>;
  /** What a move means, for who is about to make it. */
  readonly movesMean: Readonly<Record<Move, string>>;
  /** Said before a move that readers notice. */
  readonly sure: Readonly<Partial<Record<Move, string>>>;
  readonly moveRefused: Readonly<Record<MoveRefusal, string>>;
  readonly publishChanges: string;
  readonly commandLine: string;
  readonly somebody: string;
  readonly noHeadline: string;
  /** "2 March 2026, 14:05 (Europe/Riga)" */
  readonly inZone: (time: string, zone: string) => string;

  readonly list: {
    readonly title: string;
    readonly asList: string;
    readonly asBoard: string;
    readonly views: string;
    readonly find: string;
    readonly filter: string;
    readonly further: string;
    readonly search: string;
    readonly state: string;
    readonly everyState: string;
    readonly edition: string;
    readonly everyEdition: string;
    readonly section: string;
    readonly everySection: string;
    readonly assignee: string;
    readonly everybody: string;
    readonly own: string;
    readonly order: string;
    readonly byTouched: string;
    readonly byDue: string;
    readonly none: string;
    readonly more: string;
    readonly first: string;
    readonly allOf: (state: string) => string;
    readonly isDue: (time: string) => string;
    readonly isOverdue: (time: string) => string;
    readonly comesOut: (time: string) => string;
    readonly cameOut: (time: string) => string;
    readonly touched: (time: string) => string;
    readonly embargo: (time: string) => string;
    readonly assignedTo: (name: string) => string;
    readonly hasChanges: string;
  };

  readonly create: {
    readonly title: string;
    readonly edition: string;
    readonly headline: string;
    readonly headlineHint: string;
    readonly translationOf: string;
    readonly translationHint: string;
    readonly text: string;
    readonly textHint: string;
    readonly make: string;
    readonly headlineMissing: string;
    readonly headlineLong: string;
    readonly editionMissing: string;
    readonly originalMissing: string;
  };

  readonly today: {
    readonly waiting: string;
    readonly nothingWaiting: string;
    readonly due: string;
    readonly scheduled: string;
    readonly published: string;
    readonly changed: string;
    readonly none: string;
    readonly dead: string;
    readonly deadSentence: string;
    readonly diedAt: (kind: string, time: string) => string;
    readonly again: string;
  };

  readonly details: {
    /** What readers see of a story beside its text. */
    readonly facts: string;
    readonly slug: string;
    readonly slugHint: (before: string) => string;
    readonly oldSlugs: string;
    /** Why the fields are locked. */
    readonly factsLocked: string;
    readonly section: string;
    readonly noSection: string;
    readonly topics: string;
    readonly origin: string;
    readonly originHint: string;
    readonly originUrl: string;
    readonly translatedFrom: string;
    readonly noTranslation: string;
    readonly assignee: string;
    readonly nobody: string;
    readonly due: string;
    readonly embargo: string;
    readonly embargoHint: string;
    readonly timesHint: (zone: string) => string;
    readonly keep: string;
    readonly refused: Readonly<Record<DetailsRefusal, string>>;
    readonly noSuchTime: (next: string) => string;
    readonly noTime: string;
    readonly twice: string;
    readonly which: string;
    readonly next: string;
    readonly movesNone: string;
    readonly note: Readonly<Partial<Record<Move, string>>>;
    readonly publishAt: string;
    readonly ahead: string;
    readonly sentAhead: Readonly<Record<Ahead, string>>;
    readonly seeAddress: string;
    readonly isScheduled: (time: string) => string;
    readonly scheduledOld: string;
    readonly hasChanges: string;
    readonly goneSince: (state: string, time: string) => string;
    readonly readyBy: (name: string) => string;
    readonly twoPeople: string;
    /** Before what somebody else has kept meanwhile, field by field. */
    readonly standsNow: string;
  };

  readonly comments: {
    readonly text: string;
    readonly onWhole: string;
    readonly onThis: string;
    readonly onRemoved: string;
    readonly add: string;
    readonly addOn: string;
    readonly words: string;
    readonly answer: string;
    readonly resolve: string;
    readonly reopen: string;
    readonly resolvedBy: (name: string) => string;
    readonly resolvedTitle: string;
    readonly empty: string;
    readonly tooLong: string;
  };

  readonly previews: {
    readonly title: string;
    readonly introduction: string;
    readonly make: string;
    readonly days: string;
    readonly day: (count: number) => string;
    readonly made: string;
    readonly madeHint: string;
    readonly endsAt: (time: string) => string;
    readonly madeBy: (name: string) => string;
    readonly revoke: string;
    readonly none: string;
  };

  readonly history: {
    readonly copy: string;
    readonly kinds: Readonly<Record<RevisionKind | "typo" | "translation", string>>;
    readonly shown: string;
    readonly compare: string;
    readonly before: string;
    readonly after: string;
    readonly inline: string;
    readonly side: string;
    readonly views: string;
    readonly title: (one: string, other: string) => string;
    readonly same: string;
    readonly unchanged: (lines: number) => string;
    readonly removed: string;
    readonly added: string;
    readonly headline: string;
    readonly standfirst: string;
    readonly dateline: string;
    readonly authors: string;
    readonly picture: string;
    readonly body: string;
    readonly parts: Readonly<Record<LinePart, string>>;
    readonly restore: string;
    readonly restoreMeans: string;
    readonly restoreConflict: string;
    readonly more: string;
  };
};

export const flow: Spoken<FlowWords> = {
  en: {
    tabs: {
      label: "This story",
      write: "Write",
      sources: "Sources",
      details: "Details",
      comments: "Comments",
      history: "History",
      preflight: "Pre-flight",
      events: "Events",
    },
    states: {
      draft: "Draft",
      "in-review": "In review",
      ready: "Ready",
      scheduled: "Scheduled",
      published: "Published",
      spiked: "Spiked",
      withdrawn: "Withdrawn",
      killed: "Killed",
    },
    moves: {
      submit: "Submit for review",
      "send-back": "Send back",
      "mark-ready": "Mark as ready",
      schedule: "Schedule",
      unschedule: "Take off the schedule",
      publish: "Publish now",
      retract: "Retract",
      withdraw: "Withdraw",
      kill: "Kill",
      spike: "Spike",
      "bring-back": "Bring back",
    },
    movesMean: {
      submit: "An editor will read it.",
      "send-back": "It becomes a draft again; its author reads your note among the comments.",
      "mark-ready": "You have read it as it stands now, and it may come out.",
      schedule: "It comes out by itself at that minute, with the text as it stands now.",
      unschedule: "It stays ready and does not come out by itself.",
      publish: "Readers see it at once.",
      retract:
        "What it said does not hold. Its page keeps the headline and says why; the text stays in its public history alone.",
      withdraw: "Its address says that it was withdrawn; lists, feeds and search leave it out.",
      kill: "Its address says only that it is gone. For what must not be read or quoted by anybody.",
      spike: "It is put aside. Nobody outside has seen it.",
      "bring-back": "It becomes a draft again.",
    },
    sure: {
      publish: "Publish this now?",
      retract: "Retract this story? Readers are told that it does not hold.",
      withdraw: "Take this story back from its readers?",
      kill: "Kill this story? Its address will say only that it is gone.",
      spike: "Put this story aside?",
    },
    moveRefused: {
      "not-there": "There is no such story any more.",
      "not-yours": "Your role does not do that.",
      "no-way": "Somebody else has moved this story meanwhile. Look at where it stands now.",
      "text-changed": "The text has changed since you opened this page. Read it again, then decide.",
      "note-missing": "Write what is missing, so that its author knows what to do.",
      "note-long": "A note has at most 4,000 letters.",
      "time-missing": "Say when it is to come out.",
      "time-past": "That time has passed. Choose one to come, or publish now.",
      embargo: "It is under an embargo until later than that.",
      "two-people":
        "You have written on this text, and two people have to agree: somebody else publishes it, or marks it as ready first.",
      blocked: "Pre-flight found what has to be mended before this comes out.",
      asked: "Pre-flight asks about the points below. Look at each and tick it, then send again.",
      "sentence-missing": "Write the sentence readers are told.",
      "sentence-long": "The sentence for readers is at most 600 characters.",
      "words-missing": "Write the words that were wrong, or the right ones, or both.",
      "words-long": "The words before and after are at most 1000 characters each, and who asked at most 200.",
      "nothing-new": "Readers see this very text already.",
    },
    publishChanges: "Publish the changes",
    commandLine: "the command line",
    somebody: "somebody",
    noHeadline: "Without a headline",
    inZone: (time, zone) => `${time} (${zone})`,
    list: {
      title: "Stories",
      asList: "List",
      asBoard: "Board",
      views: "How stories are shown",
      find: "Find stories",
      filter: "Show",
      further: "By state, edition, section, person",
      search: "Words of the headline",
      state: "State",
      everyState: "Every state",
      edition: "Edition",
      everyEdition: "Every edition",
      section: "Section",
      everySection: "Every section",
      assignee: "Assigned to",
      everybody: "Anybody",
      own: "My work only",
      order: "First",
      byTouched: "What was last worked on",
      byDue: "What is due",
      none: "No story is like that.",
      more: "Further stories",
      first: "Back to the first",
      allOf: (state) => `All: ${state}`,
      isDue: (time) => `due ${time}`,
      isOverdue: (time) => `overdue since ${time}`,
      comesOut: (time) => `comes out ${time}`,
      cameOut: (time) => `published ${time}`,
      touched: (time) => `last worked on ${time}`,
      embargo: (time) => `embargo until ${time}`,
      assignedTo: (name) => `with ${name}`,
      hasChanges: "unpublished changes",
    },
    create: {
      title: "New story",
      edition: "Edition",
      headline: "Headline",
      headlineHint: "It may change later. The address is made from it.",
      translationOf: "A translation of",
      translationHint: "Leave empty, or paste the address of the original, on this site or at the desk.",
      text: "Text",
      textHint: "Leave empty to write in the editor. A short item can be typed here and come out at once.",
      make: "Begin writing",
      headlineMissing: "A story needs a headline to begin with.",
      headlineLong: "A headline has at most 300 letters.",
      editionMissing: "There is no such edition.",
      originalMissing: "No story of another edition is at that address.",
    },
    today: {
      waiting: "Waits for you",
      nothingWaiting: "Nothing waits for you.",
      due: "Due",
      scheduled: "Scheduled",
      published: "Published today",
      changed: "With unpublished changes",
      none: "None.",
      dead: "Work that failed",
      deadSentence: "The machine gave these up after ten tries. See what the error says, then try again.",
      diedAt: (kind, time) => `${kind}, given up ${time}`,
      again: "Try again",
    },
    details: {
      facts: "Beside the text",
      slug: "Address",
      slugHint: (before) =>
        `After ${before}: small Latin letters, figures and hyphens. A published story leaves its old address behind, which leads to the new one.`,
      oldSlugs: "Old addresses that lead here",
      factsLocked: "This story is scheduled or out, so only an editor changes these. Ask one, or leave a comment.",
      section: "Section",
      noSection: "None",
      topics: "Topics",
      origin: "Where the copy came from",
      originHint: "An agency or outlet; empty when it is our own.",
      originUrl: "Address of the original",
      translatedFrom: "A translation of",
      noTranslation: "Not a translation",
      assignee: "Assigned to",
      nobody: "Nobody",
      due: "Due",
      embargo: "Embargo until",
      embargoHint: "Nobody can publish it before, whoever asks.",
      timesHint: (zone) => `Times are those of ${zone}.`,
      keep: "Keep",
      refused: {
        "slug-missing": "A story needs an address.",
        "slug-not-one": "Use small Latin letters, figures and single hyphens between them, 80 at most.",
        "slug-fixed": "That word is one of the site’s own addresses. Choose another.",
        "slug-taken": "Another story of this edition has or had that address. Choose another.",
        "origin-missing": "Say who the original is from, or leave its address empty too.",
        "origin-address": "That is not an address of the web.",
        "embargo-after-schedule": "It is scheduled to come out before that. Move its time first.",
        "embargo-published": "It is published already; an embargo would come too late.",
      },
      noSuchTime: (next) =>
        `There is no such minute that day: clocks are put forward over it. The next one is ${next}.`,
      noTime: "That is not a day and a time.",
      twice: "That minute comes twice that day, because clocks are put back. Say which one is meant.",
      which: "Which one",
      next: "What next",
      movesNone: "Nothing is for you to decide here now.",
      note: {
        "send-back": "What is missing",
        withdraw: "What readers are told (may be empty)",
        retract: "Why it does not hold, for readers",
      },
      publishAt: "Comes out at",
      ahead: "Send it now to clients who may have copy under embargo",
      sentAhead: {
        sent: "Clients who may have copy under embargo have it already.",
        withdrawn: "It was sent ahead under embargo; whoever has it was told that it is withdrawn.",
        killed: "It was sent ahead under embargo; whoever has it was told never to use it.",
      },
      seeAddress: "See it on the site",
      isScheduled: (time) => `Comes out ${time}.`,
      scheduledOld:
        "The text has changed since it was scheduled. What comes out is the text as it was scheduled; schedule it again to take the changes along.",
      hasChanges: "There are changes that readers do not see yet.",
      goneSince: (state, time) => `${state} since ${time}. Its address says so.`,
      readyBy: (name) => `Marked as ready by ${name}.`,
      twoPeople: "Two people have to agree before a text comes out.",
      standsNow: "There stands now, where your form says something else:",
    },
    comments: {
      text: "The text",
      onWhole: "On the whole story",
      onThis: "On this paragraph",
      onRemoved: "On text since removed",
      add: "Comment on the whole story",
      addOn: "Comment",
      words: "Your comment",
      answer: "Reply",
      resolve: "Resolve",
      reopen: "Open again",
      resolvedBy: (name) => `Resolved by ${name}`,
      resolvedTitle: "Resolved",
      empty: "Write something first.",
      tooLong: "A comment has at most 4,000 letters.",
    },
    previews: {
      title: "Preview links",
      introduction:
        "Whoever has the link sees the text as it stands now, as readers would, until the link ends or you revoke it.",
      make: "Make a link",
      days: "It ends after",
      day: (count) => (count === 1 ? "1 day" : `${count} days`),
      made: "Your link",
      madeHint: "Copy it now: it is not shown again.",
      endsAt: (time) => `ends ${time}`,
      madeBy: (name) => `made by ${name}`,
      revoke: "Revoke",
      none: "There is no link now.",
    },
    history: {
      copy: "As it is being written",
      kinds: {
        draft: "Draft",
        publication: "Published",
        update: "Published changes",
        typo: "Typing mistakes",
        translation: "Translation brought up to date",
        clarification: "Clarification",
        correction: "Correction",
        retraction: "Retraction",
      },
      shown: "Readers see this one",
      compare: "Compare",
      before: "From",
      after: "To",
      inline: "In one text",
      side: "Side by side",
      views: "How differences are shown",
      title: (one, other) => `${one} → ${other}`,
      same: "The two are the same.",
      unchanged: (lines) => (lines === 1 ? "1 unchanged paragraph" : `${lines} unchanged paragraphs`),
      removed: "removed",
      added: "added",
      headline: "Headline",
      standfirst: "Standfirst",
      dateline: "Dateline",
      authors: "Authors",
      picture: "Picture",
      body: "Text",
      parts: {
        paragraph: "Paragraph",
        heading: "Heading",
        "list-item": "List item",
        quotation: "Quotation",
        "pull-quote": "Pull quote",
        caption: "Caption",
        cell: "Table cell",
        speaker: "Speaker",
        link: "Link",
        date: "Date",
        credit: "Credit",
        alt: "Alternative text",
        embed: "Embed",
        rule: "Rule",
      },
      restore: "Write on from this text",
      restoreMeans: "It becomes the text being written. What is being written now stays in this list.",
      restoreConflict: "Somebody was writing at that moment. Look again, then decide.",
      more: "Earlier texts",
    },
  },
  ru: {
    tabs: {
      label: "Этот материал",
      write: "Текст",
      sources: "Источники",
      details: "Сведения",
      comments: "Обсуждение",
      history: "История",
      preflight: "Проверка",
      events: "События",
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
      retract: "Опровергнуть",
      withdraw: "Отозвать",
      kill: "Снять навсегда",
      spike: "Отложить",
      "bring-back": "Вернуть в работу",
    },
    movesMean: {
      submit: "Материал прочитает редактор.",
      "send-back": "Он снова станет черновиком; автор увидит ваше замечание в обсуждении.",
      "mark-ready": "Вы прочитали его в нынешнем виде, и он может выходить.",
      schedule: "Выйдет сам в эту минуту, с текстом, каков он сейчас.",
      unschedule: "Останется готовым и сам не выйдет.",
      publish: "Читатели увидят его сразу.",
      retract:
        "Сказанное в нём неверно. На странице останутся заголовок и причина; текст — только в открытой истории изменений.",
      withdraw: "По его адресу будет сказано, что он отозван; из списков, лент и поиска он исчезнет.",
      kill: "По его адресу будет сказано только, что материала больше нет. Для того, что никому нельзя читать и цитировать.",
      spike: "Откладывается. За пределами редакции его никто не видел.",
      "bring-back": "Он снова станет черновиком.",
    },
    sure: {
      publish: "Опубликовать сейчас?",
      retract: "Опровергнуть материал? Читателям будет сказано, что он неверен.",
      withdraw: "Отозвать материал у читателей?",
      kill: "Снять материал навсегда? По его адресу останется только слово об этом.",
      spike: "Отложить материал?",
    },
    moveRefused: {
      "not-there": "Такого материала больше нет.",
      "not-yours": "Ваша роль этого не делает.",
      "no-way": "Тем временем материал передвинул кто-то другой. Посмотрите, где он теперь.",
      "text-changed": "Текст изменился после того, как вы открыли эту страницу. Прочитайте его ещё раз и решите.",
      "note-missing": "Напишите, чего не хватает, чтобы автор знал, что делать.",
      "note-long": "В замечании не больше 4000 знаков.",
      "time-missing": "Укажите, когда он должен выйти.",
      "time-past": "Это время уже прошло. Выберите будущее или опубликуйте сейчас.",
      embargo: "Эмбарго на материал кончается позже.",
      "two-people":
        "Вы писали этот текст, а решать должны двое: пусть его опубликует или сначала отметит готовым кто-то другой.",
      blocked: "Проверка нашла то, что нужно исправить до выхода.",
      asked: "Проверка спрашивает о перечисленном ниже. Посмотрите на каждый пункт, отметьте его и отправьте снова.",
      "sentence-missing": "Напишите, что сказать читателям.",
      "sentence-long": "В сообщении читателям не больше 600 знаков.",
      "words-missing": "Напишите, какие слова были неверны, какие верны, или и то и другое.",
      "words-long": "Слова до и после — не больше 1000 знаков каждые, а кто попросил — не больше 200.",
      "nothing-new": "Читатели уже видят именно этот текст.",
    },
    publishChanges: "Опубликовать изменения",
    commandLine: "командная строка",
    somebody: "кто-то",
    noHeadline: "Без заголовка",
    inZone: (time, zone) => `${time} (${zone})`,
    list: {
      title: "Материалы",
      asList: "Список",
      asBoard: "Доска",
      views: "Как показывать материалы",
      find: "Найти материалы",
      filter: "Показать",
      further: "По состоянию, изданию, разделу, сотруднику",
      search: "Слова заголовка",
      state: "Состояние",
      everyState: "Любое",
      edition: "Издание",
      everyEdition: "Любое",
      section: "Раздел",
      everySection: "Любой",
      assignee: "Поручен",
      everybody: "Кому угодно",
      own: "Только моя работа",
      order: "Сначала",
      byTouched: "Над чем работали последним",
      byDue: "Что пора сдавать",
      none: "Таких материалов нет.",
      more: "Следующие материалы",
      first: "К началу",
      allOf: (state) => `Все: ${state}`,
      isDue: (time) => `сдать к ${time}`,
      isOverdue: (time) => `просрочен с ${time}`,
      comesOut: (time) => `выйдет ${time}`,
      cameOut: (time) => `опубликован ${time}`,
      touched: (time) => `последняя правка ${time}`,
      embargo: (time) => `эмбарго до ${time}`,
      assignedTo: (name) => `поручен: ${name}`,
      hasChanges: "есть неопубликованные изменения",
    },
    create: {
      title: "Новый материал",
      edition: "Издание",
      headline: "Заголовок",
      headlineHint: "Его можно изменить позже. Из него составляется адрес.",
      translationOf: "Перевод материала",
      translationHint: "Оставьте пустым или вставьте адрес оригинала на сайте или в редакции.",
      text: "Текст",
      textHint:
        "Оставьте пустым, чтобы писать в редакторе. Короткое сообщение можно набрать здесь и сразу опубликовать.",
      make: "Начать писать",
      headlineMissing: "Материалу для начала нужен заголовок.",
      headlineLong: "В заголовке не больше 300 знаков.",
      editionMissing: "Такого издания нет.",
      originalMissing: "По этому адресу нет материала другого издания.",
    },
    today: {
      waiting: "Ждёт вас",
      nothingWaiting: "Вас ничего не ждёт.",
      due: "Пора сдавать",
      scheduled: "Запланированы",
      published: "Опубликованы сегодня",
      changed: "С неопубликованными изменениями",
      none: "Нет.",
      dead: "Несделанная работа",
      deadSentence: "После десяти попыток машина от этого отступилась. Прочитайте ошибку и попробуйте снова.",
      diedAt: (kind, time) => `${kind}, оставлено ${time}`,
      again: "Попробовать снова",
    },
    details: {
      facts: "Рядом с текстом",
      slug: "Адрес",
      slugHint: (before) =>
        `После ${before}: строчные латинские буквы, цифры и дефисы. Старый адрес опубликованного материала будет вести на новый.`,
      oldSlugs: "Старые адреса, которые ведут сюда",
      factsLocked:
        "Материал запланирован или уже вышел, поэтому эти поля меняет только редактор. Обратитесь к редактору или оставьте комментарий.",
      section: "Раздел",
      noSection: "Без раздела",
      topics: "Темы",
      origin: "Откуда текст",
      originHint: "Агентство или издание; пусто, если он наш.",
      originUrl: "Адрес оригинала",
      translatedFrom: "Перевод материала",
      noTranslation: "Не перевод",
      assignee: "Поручен",
      nobody: "Никому",
      due: "Сдать к",
      embargo: "Эмбарго до",
      embargoHint: "Раньше его не опубликует никто.",
      timesHint: (zone) => `Время указано по поясу ${zone}.`,
      keep: "Сохранить",
      refused: {
        "slug-missing": "Материалу нужен адрес.",
        "slug-not-one": "Строчные латинские буквы, цифры и одиночные дефисы между ними, не больше 80.",
        "slug-fixed": "Это слово — один из собственных адресов сайта. Выберите другое.",
        "slug-taken": "Этот адрес занят или был занят другим материалом издания. Выберите другой.",
        "origin-missing": "Укажите, чей это оригинал, или оставьте пустым и его адрес.",
        "origin-address": "Это не адрес в сети.",
        "embargo-after-schedule": "Выход запланирован раньше. Сначала перенесите его.",
        "embargo-published": "Материал уже опубликован; эмбарго опоздало.",
      },
      noSuchTime: (next) => `Такой минуты в этот день нет: часы переводят вперёд. Следующая — ${next}.`,
      noTime: "Это не день и не время.",
      twice: "Эта минута наступает в тот день дважды: часы переводят назад. Укажите, какая имеется в виду.",
      which: "Которая",
      next: "Что дальше",
      movesNone: "Сейчас здесь нечего решать.",
      note: {
        "send-back": "Чего не хватает",
        withdraw: "Что сказать читателям (можно оставить пустым)",
        retract: "Почему это неверно, для читателей",
      },
      publishAt: "Выходит",
      ahead: "Отправить сейчас клиентам, которым можно получать материалы под эмбарго",
      sentAhead: {
        sent: "Клиенты, которым можно получать материалы под эмбарго, его уже получили.",
        withdrawn: "Материал был отправлен заранее под эмбарго; получившим сообщено, что он отозван.",
        killed: "Материал был отправлен заранее под эмбарго; получившим сообщено, что использовать его нельзя.",
      },
      seeAddress: "Открыть на сайте",
      isScheduled: (time) => `Выйдет ${time}.`,
      scheduledOld:
        "Текст изменился после планирования. Выйдет тот, что был запланирован; запланируйте снова, чтобы вышли изменения.",
      hasChanges: "Есть изменения, которых читатели ещё не видят.",
      goneSince: (state, time) => `${state} с ${time}. Это сказано по его адресу.`,
      readyBy: (name) => `Готовым отметил: ${name}.`,
      twoPeople: "Чтобы текст вышел, должны согласиться двое.",
      standsNow: "Там, где в вашей форме иначе, сейчас стоит:",
    },
    comments: {
      text: "Текст",
      onWhole: "Обо всём материале",
      onThis: "Об этом абзаце",
      onRemoved: "О тексте, которого уже нет",
      add: "Замечание обо всём материале",
      addOn: "Замечание",
      words: "Ваше замечание",
      answer: "Ответить",
      resolve: "Решено",
      reopen: "Открыть снова",
      resolvedBy: (name) => `Решено: ${name}`,
      resolvedTitle: "Решённые",
      empty: "Сначала напишите что-нибудь.",
      tooLong: "В замечании не больше 4000 знаков.",
    },
    previews: {
      title: "Ссылки для просмотра",
      introduction:
        "Тот, у кого есть ссылка, видит текст в нынешнем виде, как его увидят читатели, пока ссылка не кончится или вы её не отзовёте.",
      make: "Сделать ссылку",
      days: "Действует",
      day: (count) => (count === 1 ? "1 день" : count < 5 ? `${count} дня` : `${count} дней`),
      made: "Ваша ссылка",
      madeHint: "Скопируйте её сейчас: больше она не будет показана.",
      endsAt: (time) => `действует до ${time}`,
      madeBy: (name) => `сделана: ${name}`,
      revoke: "Отозвать",
      none: "Сейчас ссылок нет.",
    },
    history: {
      copy: "В работе",
      kinds: {
        draft: "Черновик",
        publication: "Публикация",
        update: "Публикация изменений",
        typo: "Опечатки",
        translation: "Перевод приведён в соответствие",
        clarification: "Уточнение",
        correction: "Исправление",
        retraction: "Опровержение",
      },
      shown: "Его видят читатели",
      compare: "Сравнить",
      before: "Было",
      after: "Стало",
      inline: "Одним текстом",
      side: "Рядом",
      views: "Как показывать различия",
      title: (one, other) => `${one} → ${other}`,
      same: "Тексты одинаковы.",
      unchanged: (lines) => `без изменений абзацев: ${lines}`,
      removed: "удалено",
      added: "добавлено",
      headline: "Заголовок",
      standfirst: "Подзаголовок",
      dateline: "Место и дата",
      authors: "Авторы",
      picture: "Снимок",
      body: "Текст",
      parts: {
        paragraph: "Абзац",
        heading: "Подзаголовок в тексте",
        "list-item": "Пункт списка",
        quotation: "Цитата",
        "pull-quote": "Врезка",
        caption: "Подпись",
        cell: "Ячейка таблицы",
        speaker: "Кто говорит",
        link: "Ссылка",
        date: "Дата",
        credit: "Автор снимка",
        alt: "Описание снимка",
        embed: "Вставка",
        rule: "Отбивка",
      },
      restore: "Продолжить с этого текста",
      restoreMeans: "Он станет текстом в работе. То, что пишется сейчас, останется в этом списке.",
      restoreConflict: "В этот миг кто-то писал. Посмотрите ещё раз и решите.",
      more: "Более ранние тексты",
    },
  },
  ar: {
    tabs: {
      label: "هذه المادة",
      write: "الكتابة",
      sources: "المصادر",
      details: "التفاصيل",
      comments: "النقاش",
      history: "السجل",
      preflight: "المراجعة الأخيرة",
      events: "الأحداث",
    },
    states: {
      draft: "مسودة",
      "in-review": "قيد المراجعة",
      ready: "جاهزة",
      scheduled: "مجدولة",
      published: "منشورة",
      spiked: "مؤجلة",
      withdrawn: "مسحوبة",
      killed: "ملغاة",
    },
    moves: {
      submit: "إرسال للمراجعة",
      "send-back": "إعادة إلى الكاتب",
      "mark-ready": "وسمها جاهزة",
      schedule: "جدولة",
      unschedule: "إلغاء الجدولة",
      publish: "نشر الآن",
      retract: "تراجع عن المادة",
      withdraw: "سحب",
      kill: "إلغاء نهائي",
      spike: "تأجيل",
      "bring-back": "إعادة إلى العمل",
    },
    movesMean: {
      submit: "سيقرؤها محرر.",
      "send-back": "تعود مسودة، ويقرأ كاتبها ملاحظتك في النقاش.",
      "mark-ready": "قرأتَها كما هي الآن، ويمكن نشرها.",
      schedule: "تُنشر من تلقاء نفسها في تلك الدقيقة، بالنص كما هو الآن.",
      unschedule: "تبقى جاهزة ولا تُنشر من تلقاء نفسها.",
      publish: "يراها القراء فورًا.",
      retract: "ما قالته غير صحيح. تُبقي صفحتها العنوان وتذكر السبب، ويبقى النص في سجل تغييراتها العلني وحده.",
      withdraw: "يقول عنوانها إنها سُحبت، وتغيب عن القوائم والخلاصات والبحث.",
      kill: "يقول عنوانها فقط إنها لم تعد موجودة. لما لا يجوز أن يقرأه أحد أو يقتبسه.",
      spike: "توضع جانبًا. لم يرها أحد خارج التحرير.",
      "bring-back": "تعود مسودة.",
    },
    sure: {
      publish: "نشرها الآن؟",
      retract: "التراجع عن هذه المادة؟ سيقال للقراء إنها غير صحيحة.",
      withdraw: "سحب هذه المادة من القراء؟",
      kill: "إلغاء هذه المادة نهائيًا؟ لن يقول عنوانها إلا إنها لم تعد موجودة.",
      spike: "وضع هذه المادة جانبًا؟",
    },
    moveRefused: {
      "not-there": "لم تعد هذه المادة موجودة.",
      "not-yours": "دورك لا يسمح بذلك.",
      "no-way": "نقل شخص آخر هذه المادة في هذه الأثناء. انظر أين هي الآن.",
      "text-changed": "تغيّر النص منذ أن فتحت هذه الصفحة. اقرأه مرة أخرى ثم قرر.",
      "note-missing": "اكتب ما ينقص، ليعرف الكاتب ما عليه فعله.",
      "note-long": "لا تزيد الملاحظة على 4000 حرف.",
      "time-missing": "حدد متى تُنشر.",
      "time-past": "مضى ذلك الوقت. اختر وقتًا قادمًا أو انشر الآن.",
      embargo: "هي تحت حظر نشر ينتهي بعد ذلك الوقت.",
      "two-people": "لقد كتبتَ في هذا النص، ولا بد من موافقة اثنين: لينشره شخص آخر أو يسمه جاهزًا أولًا.",
      blocked: "وجدت المراجعة الأخيرة ما يجب إصلاحه قبل النشر.",
      asked: "تسأل المراجعة الأخيرة عن النقاط أدناه. انظر في كل منها وضع علامتها ثم أرسل مرة أخرى.",
      "sentence-missing": "اكتب ما يقال للقراء.",
      "sentence-long": "لا تزيد الجملة الموجهة للقراء على 600 حرف.",
      "words-missing": "اكتب الكلمات الخاطئة أو الصحيحة أو كلتيهما.",
      "words-long": "لا تزيد الكلمات قبل وبعد على 1000 حرف لكل منهما، واسم الطالب على 200.",
      "nothing-new": "يرى القراء هذا النص نفسه الآن.",
    },
    publishChanges: "نشر التغييرات",
    commandLine: "سطر الأوامر",
    somebody: "شخص ما",
    noHeadline: "بلا عنوان",
    inZone: (time, zone) => `${time} (${zone})`,
    list: {
      title: "المواد",
      asList: "قائمة",
      asBoard: "لوحة",
      views: "طريقة عرض المواد",
      find: "البحث عن مواد",
      filter: "عرض",
      further: "حسب الحالة والطبعة والقسم والشخص",
      search: "كلمات من العنوان",
      state: "الحالة",
      everyState: "كل الحالات",
      edition: "الطبعة",
      everyEdition: "كل الطبعات",
      section: "القسم",
      everySection: "كل الأقسام",
      assignee: "مكلّف بها",
      everybody: "أي شخص",
      own: "عملي فقط",
      order: "أولًا",
      byTouched: "آخر ما عُمل عليه",
      byDue: "ما حان موعده",
      none: "لا توجد مواد كهذه.",
      more: "المواد التالية",
      first: "العودة إلى البداية",
      allOf: (state) => `الكل: ${state}`,
      isDue: (time) => `موعد التسليم ${time}`,
      isOverdue: (time) => `متأخرة منذ ${time}`,
      comesOut: (time) => `تُنشر ${time}`,
      cameOut: (time) => `نُشرت ${time}`,
      touched: (time) => `آخر عمل عليها ${time}`,
      embargo: (time) => `حظر نشر حتى ${time}`,
      assignedTo: (name) => `عند ${name}`,
      hasChanges: "تغييرات غير منشورة",
    },
    create: {
      title: "مادة جديدة",
      edition: "الطبعة",
      headline: "العنوان",
      headlineHint: "يمكن تغييره لاحقًا. منه يُصاغ عنوان الصفحة.",
      translationOf: "ترجمة لـ",
      translationHint: "اتركه فارغًا، أو ألصق عنوان الأصل في الموقع أو في التحرير.",
      text: "النص",
      textHint: "اتركه فارغًا لتكتب في المحرّر. ويمكن كتابة خبر قصير هنا ونشره في الحال.",
      make: "بدء الكتابة",
      headlineMissing: "تحتاج المادة إلى عنوان لتبدأ.",
      headlineLong: "لا يزيد العنوان على 300 حرف.",
      editionMissing: "لا توجد طبعة كهذه.",
      originalMissing: "لا توجد مادة من طبعة أخرى على ذلك العنوان.",
    },
    today: {
      waiting: "في انتظارك",
      nothingWaiting: "لا شيء في انتظارك.",
      due: "حان موعدها",
      scheduled: "مجدولة",
      published: "نُشرت اليوم",
      changed: "فيها تغييرات غير منشورة",
      none: "لا شيء.",
      dead: "أعمال أخفقت",
      deadSentence: "توقفت الآلة عنها بعد عشر محاولات. اقرأ الخطأ ثم حاول مرة أخرى.",
      diedAt: (kind, time) => `${kind}، تُركت ${time}`,
      again: "حاول مرة أخرى",
    },
    details: {
      facts: "إلى جانب النص",
      slug: "عنوان الصفحة",
      slugHint: (before) =>
        `بعد ${before}: حروف لاتينية صغيرة وأرقام وشرطات. يبقى عنوان المادة المنشورة القديم ويقود إلى الجديد.`,
      oldSlugs: "عناوين قديمة تقود إلى هنا",
      factsLocked: "هذه المادة مجدولة أو منشورة، فلا يغيّر هذه الحقول إلا محرّر. اطلب ذلك من محرّر أو اترك تعليقًا.",
      section: "القسم",
      noSection: "بلا قسم",
      topics: "الموضوعات",
      origin: "مصدر النص",
      originHint: "وكالة أو صحيفة؛ يُترك فارغًا إن كان النص لنا.",
      originUrl: "عنوان الأصل",
      translatedFrom: "ترجمة لـ",
      noTranslation: "ليست ترجمة",
      assignee: "مكلّف بها",
      nobody: "لا أحد",
      due: "موعد التسليم",
      embargo: "حظر نشر حتى",
      embargoHint: "لا يستطيع أحد نشرها قبل ذلك.",
      timesHint: (zone) => `الأوقات بتوقيت ${zone}.`,
      keep: "حفظ",
      refused: {
        "slug-missing": "تحتاج المادة إلى عنوان صفحة.",
        "slug-not-one": "استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات مفردة بينها، 80 على الأكثر.",
        "slug-fixed": "هذه الكلمة من عناوين الموقع نفسه. اختر غيرها.",
        "slug-taken": "هذا العنوان لمادة أخرى في هذه الطبعة أو كان لها. اختر غيره.",
        "origin-missing": "اذكر لمن الأصل، أو اترك عنوانه فارغًا أيضًا.",
        "origin-address": "هذا ليس عنوانًا على الشبكة.",
        "embargo-after-schedule": "موعد نشرها قبل ذلك. انقل موعدها أولًا.",
        "embargo-published": "هي منشورة بالفعل، وقد فات أوان الحظر.",
      },
      noSuchTime: (next) => `لا توجد دقيقة كهذه في ذلك اليوم: تُقدَّم الساعات فوقها. التالية هي ${next}.`,
      noTime: "هذا ليس يومًا ووقتًا.",
      twice: "تأتي تلك الدقيقة مرتين في ذلك اليوم لأن الساعات تُؤخَّر. حدد أيهما تقصد.",
      which: "أيهما",
      next: "ماذا بعد",
      movesNone: "لا قرار لك هنا الآن.",
      note: {
        "send-back": "ما الذي ينقص",
        withdraw: "ما يقال للقراء (يمكن تركه فارغًا)",
        retract: "لماذا لا تصح، للقراء",
      },
      publishAt: "تُنشر في",
      ahead: "إرسالها الآن إلى العملاء الذين يجوز لهم تلقي مواد تحت حظر النشر",
      sentAhead: {
        sent: "وصلت إلى العملاء الذين يجوز لهم تلقي مواد تحت حظر النشر.",
        withdrawn: "أُرسلت مسبقًا تحت حظر النشر، وأُبلغ من تلقاها بأنها سُحبت.",
        killed: "أُرسلت مسبقًا تحت حظر النشر، وأُبلغ من تلقاها بألا يستخدمها أبدًا.",
      },
      seeAddress: "عرضها على الموقع",
      isScheduled: (time) => `تُنشر ${time}.`,
      scheduledOld: "تغيّر النص منذ جدولتها. ما يُنشر هو النص كما جُدول؛ أعد الجدولة لتشمل التغييرات.",
      hasChanges: "هناك تغييرات لا يراها القراء بعد.",
      goneSince: (state, time) => `${state} منذ ${time}. عنوانها يقول ذلك.`,
      readyBy: (name) => `وسمها جاهزة: ${name}.`,
      twoPeople: "لا بد من موافقة اثنين قبل نشر أي نص.",
      standsNow: "القائم الآن حيث يختلف نموذجك:",
    },
    comments: {
      text: "النص",
      onWhole: "عن المادة كلها",
      onThis: "عن هذه الفقرة",
      onRemoved: "عن نص حُذف بعد ذلك",
      add: "تعليق على المادة كلها",
      addOn: "تعليق",
      words: "تعليقك",
      answer: "رد",
      resolve: "تمت معالجته",
      reopen: "فتحه مرة أخرى",
      resolvedBy: (name) => `عالجه: ${name}`,
      resolvedTitle: "ما عولج",
      empty: "اكتب شيئًا أولًا.",
      tooLong: "لا يزيد التعليق على 4000 حرف.",
    },
    previews: {
      title: "روابط المعاينة",
      introduction: "من لديه الرابط يرى النص كما هو الآن، كما سيراه القراء، إلى أن ينتهي الرابط أو تلغيه.",
      make: "إنشاء رابط",
      days: "ينتهي بعد",
      day: (count) => (count === 1 ? "يوم واحد" : count <= 10 ? `${count} أيام` : `${count} يومًا`),
      made: "رابطك",
      madeHint: "انسخه الآن: لن يظهر مرة أخرى.",
      endsAt: (time) => `ينتهي ${time}`,
      madeBy: (name) => `أنشأه ${name}`,
      revoke: "إلغاء",
      none: "لا يوجد رابط الآن.",
    },
    history: {
      copy: "كما تُكتب الآن",
      kinds: {
        draft: "مسودة",
        publication: "نشر",
        update: "نشر تغييرات",
        typo: "أخطاء مطبعية",
        translation: "تحديث الترجمة",
        clarification: "توضيح",
        correction: "تصحيح",
        retraction: "تراجع",
      },
      shown: "هذا ما يراه القراء",
      compare: "مقارنة",
      before: "من",
      after: "إلى",
      inline: "في نص واحد",
      side: "جنبًا إلى جنب",
      views: "طريقة عرض الفروق",
      title: (one, other) => `${one} ← ${other}`,
      same: "النصان متطابقان.",
      unchanged: (lines) => `فقرات لم تتغير: ${lines}`,
      removed: "محذوف",
      added: "مضاف",
      headline: "العنوان",
      standfirst: "المقدمة",
      dateline: "المكان والتاريخ",
      authors: "الكتّاب",
      picture: "الصورة",
      body: "النص",
      parts: {
        paragraph: "فقرة",
        heading: "عنوان فرعي",
        "list-item": "بند",
        quotation: "اقتباس",
        "pull-quote": "اقتباس بارز",
        caption: "شرح صورة",
        cell: "خلية جدول",
        speaker: "المتحدث",
        link: "رابط",
        date: "تاريخ",
        credit: "مصدر الصورة",
        alt: "نص بديل",
        embed: "تضمين",
        rule: "فاصل",
      },
      restore: "متابعة الكتابة من هذا النص",
      restoreMeans: "يصير هو النص الذي يُكتب. ويبقى ما يُكتب الآن في هذه القائمة.",
      restoreConflict: "كان شخص يكتب في تلك اللحظة. انظر مرة أخرى ثم قرر.",
      more: "نصوص أقدم",
    },
  },
};
