/** What the readers of lists say of a file or a row of it, in the languages of the desk. */
import type { DeskLanguage } from "./spoken.ts";

/** `$1`, `$2` stand for what the sentence names. */
type Told = Readonly<Record<Exclude<DeskLanguage, "en">, string>> & { readonly said: RegExp };

const PROBLEMS: readonly Told[] = [
  { said: /^The file is empty\b.*$/, ru: "Файл пуст.", ar: "الملف فارغ." },
  { said: /^The list has no entries\.$/, ru: "В перечне нет ни одной записи.", ar: "القائمة بلا أي قيد." },
  {
    said: /^The file ends in the middle of a row: .*$/,
    ru: "Файл обрывается посреди строки: кавычки не закрыты.",
    ar: "ينقطع الملف في وسط سطر: علامة اقتباس لم تُغلق.",
  },
  {
    said: /^The (?:file|page) ends in the middle\b.*$/,
    ru: "Файл обрывается на середине; возможно, он получен не целиком.",
    ar: "ينقطع الملف في وسطه؛ ربما لم يصل كاملًا.",
  },
  {
    said: /^organisations\[(\d+)\] is not valid JSON\.$/,
    ru: "organisations[$1]: это не JSON.",
    ar: "organisations[$1]: ليس JSON صالحًا.",
  },
  {
    said: /^The file has an organisation larger than 8 MB\.$/,
    ru: "В файле есть организация больше 8 МБ.",
    ar: "في الملف منظمة أكبر من 8 ميغابايت.",
  },
  {
    said: /^The list of organisations has an empty place .*$/,
    ru: "В перечне организаций пустое место между двумя запятыми.",
    ar: "في قائمة المنظمات مكان فارغ بين فاصلتين.",
  },
  { said: /^The register is (.+); it should be an object\.$/, ru: "Это не реестр: $1.", ar: "ليس هذا سجلًا: $1." },
  { said: /^organisations is missing\.$/, ru: "В файле нет organisations.", ar: "لا organisations في الملف." },
  {
    said: /^organisations is (.+); it should be a list\.$/,
    ru: "organisations должно быть перечнем, а не $1.",
    ar: "ينبغي أن تكون organisations قائمة لا $1.",
  },
  {
    said: /^A list in the form (\w+) needs .*$/,
    ru: "Списку вида $1 нужны название, юрисдикция и слова пометки.",
    ar: "تحتاج قائمة بصيغة $1 إلى اسم وصاحب قرار وكلمات تنويه.",
  },
  {
    said: /^Line (\d+) of the file is not JSON\b.*$/,
    ru: "Строка $1 файла — не JSON.",
    ar: "السطر $1 من الملف ليس JSON.",
  },
  {
    said: /^The file has a line longer than 8 MB\.$/,
    ru: "В файле строка длиннее 8 МБ.",
    ar: "في الملف سطر أطول من 8 ميغابايت.",
  },
  {
    said: /^The file has a row longer than 1 MB\b.*$/,
    ru: "В файле строка длиннее 1 МБ; возможно, не закрыты кавычки.",
    ar: "في الملف سطر أطول من 1 ميغابايت؛ ربما علامة اقتباس لم تُغلق.",
  },
  {
    said: /^The file has no column "(.+)"; its columns are (.+)\.$/,
    ru: "В файле нет столбца «$1»; его столбцы: $2.",
    ar: "لا عمود «$1» في الملف؛ أعمدته: $2.",
  },
  {
    said: /^Say which column holds the names.*$/,
    ru: "Укажите, в каком столбце имена.",
    ar: "اذكر أي عمود فيه الأسماء.",
  },
  {
    said: /^The page is larger than 8 MB.*$/,
    ru: "Страница больше 8 МБ; это не тот список.",
    ar: "الصفحة أكبر من 8 ميغابايت؛ ليست هي القائمة.",
  },
  {
    said: /^The file is no UN consolidated list: it begins with (<.+>), not .*$/,
    ru: "Это не сводный перечень ООН: файл начинается с $1.",
    ar: "ليست هذه القائمة الموحدة للأمم المتحدة: يبدأ الملف بـ $1.",
  },
  {
    said: /^The file goes on after its end\.$/,
    ru: "После конца списка в файле есть что-то ещё.",
    ar: "في الملف شيء بعد نهاية القائمة.",
  },
  {
    said: /^The file has a piece longer than (\d+) MB\.$/,
    ru: "В файле кусок длиннее $1 МБ.",
    ar: "في الملف قطعة أطول من $1 ميغابايت.",
  },
  { said: /^The file is not XML\.$/, ru: "Это не XML.", ar: "ليس الملف XML." },
  {
    said: /^The file has a document type\..*$/,
    ru: "В файле объявлен тип документа. Сущности и чужие файлы не читаются, поэтому он не прочитан.",
    ar: "في الملف نوع مستند. لا تُتَّبع الكيانات ولا الملفات الأخرى، فلم يُقرأ.",
  },
  {
    said: /^The file has a tag that cannot be read: (.+)\.$/,
    ru: "В файле есть тег, который нельзя прочесть: $1.",
    ar: "في الملف وسم لا يُقرأ: $1.",
  },
  {
    said: /^The file closes (<.+>), which is not open there\.$/,
    ru: "Файл закрывает тег $1, который там не открыт.",
    ar: "يغلق الملف وسمًا غير مفتوح: $1.",
  },
  {
    said: /^The file says (.+) twice in a tag: (.+)\.$/,
    ru: "В файле $1 дважды в одном теге: $2.",
    ar: "في الملف $1 مرتين في وسم واحد: $2.",
  },
  {
    said: /^The file has \]\]> where no CDATA is open\.$/,
    ru: "В файле ]]> там, где CDATA не открыт.",
    ar: "في الملف ]]> حيث لا CDATA مفتوح.",
  },
  {
    said: /^The file is more than (\d+) levels deep\.$/,
    ru: "В файле больше уровней, чем $1.",
    ar: "مستويات الملف أكثر من $1.",
  },
  {
    said: /^The file has an entity nobody has declared: (.+)\.$/,
    ru: "В файле сущность, которую никто не объявил: $1.",
    ar: "في الملف كيان لم يعلنه أحد: $1.",
  },
  {
    said: /^The page has no heading such as .*$/,
    ru: "На странице нет заголовков вида «название – Proscribed March 2001».",
    ar: "لا عنوان في الصفحة مثل «اسم – Proscribed March 2001».",
  },
  {
    said: /^(?:The file )?is not text(?: in UTF-8)?\.?$/,
    ru: "Это не текст в UTF-8.",
    ar: "ليس هذا نصًا بترميز UTF-8.",
  },
  { said: /^… and (\d+) more\.$/, ru: "… и ещё $1.", ar: "… و$1 غيرها." },
];

const ROWS: readonly Told[] = [
  {
    said: /^it is no FollowTheMoney entity$/,
    ru: "это не запись FollowTheMoney",
    ar: "ليس هذا قيد FollowTheMoney",
  },
  {
    said: /^it does not say (?:since|until) when: "(.*)" is no day$/,
    ru: "срок не указан: «$1» — не день",
    ar: "لا يُذكر الموعد: «$1» ليس يومًا",
  },
  { said: /^it ends before it begins$/, ru: "кончается раньше, чем начинается", ar: "ينتهي قبل أن يبدأ" },
  { said: /^it has no reference number$/, ru: "нет номера записи", ar: "بلا رقم مرجعي" },
  {
    said: /^it does not say on which day it was listed$/,
    ru: "не сказано, в какой день внесена",
    ar: "لا يُذكر في أي يوم أُدرجت",
  },
  {
    said: /^the list has it no longer; an editor says whether it has ended$/,
    ru: "в списке её больше нет; редактор укажет, утратило ли решение силу",
    ar: "لم تعد في القائمة؛ ويقول محرر هل انتهى القرار",
  },
  { said: /^it is a (.+)$/, ru: "вид записи: $1", ar: "نوع القيد: $1" },
  { said: /^nothing says since when$/, ru: "не сказано, с какого дня", ar: "لا يُذكر منذ متى" },
  { said: /^it has no name$/, ru: "нет имени", ar: "بلا اسم" },
  {
    said: /^it does not say since when: "(.*)" is no month$/,
    ru: "не сказано, с какого дня: «$1» — не месяц",
    ar: "لا يُذكر منذ متى: «$1» ليس شهرًا",
  },
  { said: /^the list has this entry already$/, ru: "эта запись в списке уже есть", ar: "هذا القيد في القائمة من قبل" },
];

/** What a reader says of a file, a sentence a line; one without words here stays as it was said. */
export function problemIn(language: DeskLanguage, problem: string): string {
  const [placed, line, column] = PLACED.exec(problem) ?? [];
  if (placed === undefined || language === "en") return told(PROBLEMS, language, problem);
  const place = language === "ru" ? `строка ${line}, столбец ${column}` : `السطر ${line}، العمود ${column}`;
  return `${told(PROBLEMS, language, problem.replace(placed, ".")).replace(/\.$/, "")} (${place}).`;
}

/** Where in an XML file it is. */
const PLACED = / \(line (\d+), column (\d+)\)\.$/;

/** Why a row was left out or refused. */
export function rowReasonIn(language: DeskLanguage, reason: string): string {
  return told(ROWS, language, reason);
}

function told(known: readonly Told[], language: DeskLanguage, sentence: string): string {
  if (language === "en") return sentence;
  const found = known.find(({ said }) => said.test(sentence));
  return found ? sentence.replace(found.said, found[language]) : sentence;
}
