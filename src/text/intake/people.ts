/** People in copy: names with the offices that stand beside them, and the full name behind a surname. */
import type { Span } from "./passages.ts";

export type Person = { readonly name: string; readonly office: string | null };

/** Every run of capitalised words, the offices in or before it told apart from the name. */
export type Run = Span & {
  readonly text: string;
  /** Without office and title. */
  readonly name: string;
  readonly office: string | null;
  /** Something beside the capitals says that it is a person: an office, a title, a given name. */
  readonly isPerson: boolean;
  /** Where the words of the office begin, when they stand before the name. */
  readonly from: number;
};

export type People = {
  /** The person of a full name or a surname, as first introduced. */
  readonly find: (name: string) => Person | undefined;
  /** The only person of the copy who holds an office: `the minister`, `капитан`. */
  readonly holding: (office: string) => Person | undefined;
};

export function peopleIn(texts: readonly string[]): People {
  const byName = new Map<string, Person>();
  const byOffice = new Map<string, Person | "several">();
  const keep = (key: string, person: Person) => {
    const known = byName.get(key);
    if (!known || (known.office === null && person.office !== null && known.name === person.name))
      byName.set(key, person);
  };
  for (const text of texts) {
    for (const { start, text: found } of capitalRunsIn(text)) {
      // A word alone is a surname at the most; it is looked up, not learnt from.
      if (!/[ \u00a0]/.test(found)) continue;
      const run = runAt(text, start, found);
      if (!run.isPerson || !/[ \u00a0]/.test(run.name)) continue;
      const person = { name: run.name, office: run.office };
      keep(run.name, person);
      keep(surnameOf(run.name), person);
      for (const word of run.office?.split(/[\s\u00a0]+/) ?? []) {
        const noun = plainWord(word);
        const holder = byOffice.get(noun);
        if (!holder) byOffice.set(noun, person);
        else if (holder !== "several" && holder.name !== person.name) byOffice.set(noun, "several");
      }
    }
  }
  return {
    find: (name) =>
      byName.get(name) ??
      byName.get(withoutPossessive(name)) ??
      ofInitials(name, byName) ??
      nominatives(name).flatMap((one) => byName.get(one) ?? [])[0],
    holding: (office) => {
      const holder = byOffice.get(plainWord(office));
      return holder === "several" ? undefined : holder;
    },
  };
}

/** The surname a Russian case may be of: `Столтенберга` of `Столтенберг`, `Петровой` of `Петрова`. */
function nominatives(name: string): string[] {
  if (!/^\p{Script=Cyrillic}[\p{Script=Cyrillic}-]{3,}$/u.test(name)) return [];
  const stem = /^(.{3,}?)(?:ым|ом|ем|а|у|е)$/u.exec(name)?.[1];
  const feminine = /^(.{3,})(?:ой|у)$/u.exec(name)?.[1];
  return [...(stem ? [stem] : []), ...(feminine ? [`${feminine}а`] : [])];
}

/** `С.Иванов` is the Ivanov whose given name begins so. */
function ofInitials(name: string, byName: ReadonlyMap<string, Person>): Person | undefined {
  const parted = /^(\p{Lu})\.[ \u00a0]?(?:\p{Lu}\.[ \u00a0]?)?(\p{Lu}\p{L}.*)$/u.exec(name);
  const [, initial = "", surname = ""] = parted ?? [];
  const person = byName.get(withoutPossessive(surname));
  return parted && person?.name.startsWith(initial) ? person : undefined;
}

/** The last name with its particles: `von der Leyen`, `al-Jaafari`. */
function surnameOf(name: string): string {
  const words = name.split(/[\s\u00a0]+/);
  let from = words.length - 1;
  while (from > 1 && IS_PARTICLE.test(words[from - 1] ?? "")) from--;
  return words.slice(from).join(" ");
}

const PARTICLE =
  "von|van|der|den|de|da|di|du|del|della|dos|la|le|bin|ibn|al|el|ter|zu|zur|фон|дер|ван|де|ди|да|ибн|бин|аль|эль|оглы|кызы";
const IS_PARTICLE = new RegExp(`^(?:${PARTICLE})$`, "u");
const CAPITAL_WORD = String.raw`(?:\p{Lu}\.(?=\p{Lu})){0,2}(?:(?:al|el|ul|аль|эль|ас|аш|ад|ар|ан)-)?\p{Lu}(?:\.|[\p{L}\p{M}]*(?:[-‐'’ʼ][\p{L}\p{M}]+)*(?:(?<=s)['’](?=[ \u00a0]\p{Lu}))?)`;
// `sagte Jens Petersen der Deutschen Presse-Agentur`: whom he told is no part of his name.
const GERMAN_DATIVE = String.raw`der[ \u00a0]\p{Lu}\p{Ll}+en[ \u00a0]\p{Lu}`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}])${CAPITAL_WORD}(?:[ \u00a0](?!${GERMAN_DATIVE})(?:(?:${PARTICLE})[ \u00a0]){0,3}${CAPITAL_WORD}){0,9}`,
  "gu",
);

/** Runs of capitals with their offices; a run too long for a name is cut. */
export function* runsIn(text: string): Generator<Run> {
  for (const { start, text: found } of capitalRunsIn(text)) yield runAt(text, start, found);
}

/** Runs of capitals as they stand. */
export function* capitalRunsIn(text: string): Generator<Span & { readonly text: string }> {
  for (const { index, 0: found } of text.matchAll(RUN)) yield { start: index, end: index + found.length, text: found };
}

const OFFICES = new Set(
  (
    "president premier minister secretary secretary-general chancellor king queen prince princess emir sultan general colonel captain admiral major lieutenant sergeant commander marshal " +
    "director chairman chairwoman chair chairperson chief executive head spokesman spokeswoman spokesperson governor mayor senator congressman congresswoman ambassador envoy consul professor judge justice " +
    "commissioner ceo cfo cto speaker representative deputy leader pope patriarch bishop archbishop cardinal imam sheikh sheik ayatollah rabbi analyst expert economist historian lawyer journalist correspondent " +
    "reporter editor author writer actor actress director-general engineer founder co-founder manager officer official inspector prosecutor attorney coach researcher scientist activist resident witness teacher farmer " +
    "driver fisherman harbourmaster harbormaster master skipper pilot surgeon doctor nurse owner adviser advisor aide coordinator negotiator ombudsman councillor counsellor mp mep " +
    "präsident präsidentin ministerin sprecher sprecherin kanzler kanzlerin generalsekretär generalsekretärin bürgermeister bürgermeisterin chef chefin direktor direktorin minister außenminister außenministerin " +
    "président présidente ministre porte-parole maire directeur directrice secrétaire général chancelier chancelière député députée presidente ministro ministra portavoz alcalde"
  ).split(" "),
);
const STYLES = new Set(
  "mr mrs ms miss dr prof sir lord lady dame baroness rev herr frau monsieur madame mme m г-н г-жа господин госпожа".split(
    " ",
  ),
);

function runAt(text: string, start: number, found: string): Run {
  const words = found.split(/[ \u00a0]/);
  const office = words.findLastIndex((word, at) => isOfficeWord(word) && at < words.length - 1);
  const style = words.findIndex((word) => STYLES.has(plainWord(word)));
  const end = start + found.length;
  if (office >= 0) return withOfficeInside(text, start, found, words, office);

  // `the Labor Party's Jonas Berg`: whose he is stands before the name.
  const owner = words.findLastIndex((word, at) => /['’]s$/u.test(word) && words.length - at > 2);
  const first = Math.max(style, owner) + 1;
  const rest = words.slice(first);
  const before = officeBefore(text, { start, end }, rest);
  const name = withoutPossessive(trimmedName(before ? rest.slice(before.skip) : rest));
  const after = before ? undefined : officeAfter(text, end);
  const hasAge = words.length >= 2 && /^, \d{1,3},/.test(text.slice(end, end + 6));
  return {
    start,
    end,
    text: found,
    name,
    office: before?.office ?? after ?? null,
    isPerson: before !== undefined || after !== undefined || style >= 0 || hasAge || hasGivenName(rest),
    from: before?.start ?? start,
  };
}

function withOfficeInside(text: string, start: number, found: string, words: readonly string[], office: number): Run {
  const rest = words.slice(office + 1);
  const isCyrillic = /^\p{Script=Cyrillic}/u.test(words[office] ?? "");
  // «Президент США Джон Смит»: the body of the office stands between it and the name.
  const body = isCyrillic ? rest.length - nameLength(rest, true) : 0;
  const said = words.slice(0, office + 1 + body);
  const opener = /^(?:The|A|An|But|And|As|When|While|If)$/.test(said[0] ?? "") ? 1 : 0;
  const modifiers = modifiersBefore(text, start);
  return {
    start,
    end: start + found.length,
    text: found,
    name: withoutPossessive(trimmedName(rest.slice(body))),
    office: `${modifiers}${said.slice(opener).join(" ")}`,
    isPerson: true,
    from: start - modifiers.length,
  };
}

/** Small words that belong to an office written in capitals: `former Prime Minister`, `the port’s Secretary General`. */
function modifiersBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 40), start);
  return (
    /(?<![\p{L}\p{M}'’-])(?:(?:former|acting|deputy|vice|then|interim|outgoing|first|chief)[ \u00a0]|\p{Ll}[\p{L}-]*['’]s[ \u00a0])+$/u.exec(
      before,
    )?.[0] ?? ""
  );
}

function isOfficeWord(word: string): boolean {
  if (OFFICES.has(plainWord(word)) || GERMAN_OFFICE.test(word)) return true;
  if (!/^\p{Script=Cyrillic}/u.test(word)) return false;
  RU_OFFICE.lastIndex = 0;
  return RU_OFFICE.exec(word)?.[0].length === word.length;
}

const GERMAN_OFFICE =
  /^\p{L}*(?:minister(?:in|präsident(?:in)?)?|sprecher(?:in)?|präsident(?:in)?|kapitän(?:in)?|kanzler(?:in)?|leiter(?:in)?)$/iu;

function plainWord(word: string): string {
  const small = word.toLowerCase();
  return small.endsWith(".") ? small.slice(0, -1) : small;
}

function withoutPossessive(name: string): string {
  return name.replace(/['’ʼ]s$/u, "");
}

/** A full stop at the end is the sentence's unless it follows an initial. */
function trimmedName(words: readonly string[]): string {
  return words.join(" ").replace(/(?<=\p{L}{2})\.$/u, "");
}

// Where going back through the small words before an office has to stop.
const STOP =
  /^(?:the|a|an|and|or|but|that|by|on|in|at|with|to|from|as|when|while|if|than|for|of|said|says|told|asked|added|is|was|were|are|has|had|his|her|their|its|der|die|das|den|dem|und|le|la|les|un|une|et|que|el|los|las|il)$/iu;

type Before = { readonly office: string; readonly start: number; readonly skip: number };

function officeBefore(text: string, { start, end }: Span, words: readonly string[]): Before | undefined {
  const behind = text.slice(Math.max(0, start - 120), start);
  const isBetweenCommas = words.length >= 2 && text.charAt(end) === ",";
  if (!/[\p{L}\p{M}][ \u00a0]$/u.test(behind))
    return (isBetweenCommas ? officeInApposition(behind, start) : undefined) ?? russianOffice(behind, start, words);
  return smallOffice(behind, start) ?? russianOffice(behind, start, words);
}

/** `its harbour master, Ruta Dahl, said`: the office, then the name between commas. */
function officeInApposition(behind: string, start: number): Before | undefined {
  const office =
    /(?:^|[\s.,])(?:the|a|an|its|his|her|their|\p{L}+['’]s)[ \u00a0]((?:\p{Ll}[\p{L}-]*[ \u00a0]){0,4}\p{Ll}[\p{L}-]*), $/iu.exec(
      behind,
    )?.[1];
  const last = office?.split(/[ \u00a0]/).at(-1) ?? "";
  return office !== undefined && OFFICES.has(plainWord(last))
    ? { office, start: start - office.length - 2, skip: 0 }
    : undefined;
}

/** `the ferry’s captain Oleg Dyomin`: an office in small letters straight before the name. */
function smallOffice(behind: string, start: number): Before | undefined {
  const last = behind.slice(behind.lastIndexOf(" ", behind.length - 2) + 1, -1);
  if (!OFFICES.has(plainWord(last)) || /^\p{Lu}/u.test(last)) return undefined;
  const clause = Math.max(...[...behind.matchAll(/[.,;:!?()“”"«»—–\n]/g)].map(({ index }) => index), -1) + 1;
  const words = behind
    .slice(clause)
    .trim()
    .split(/[ \u00a0]/);
  let from = words.length - 1;
  while (from > 0 && words.length - from < 5 && !STOP.test(words[from - 1] ?? "the")) from--;
  const office = words.slice(from).join(" ");
  return { office, start: start - office.length - 1, skip: 0 };
}

const RU_OFFICE =
  /(?<!\p{L})((?:(?:\p{L}+(?:ый|ий|ой|ая)|и\.\s?о\.|экс-?|вице-?)[ \u00a0]){0,2}(?:\p{L}+[-‐])?(?:министр|президент|премьер(?:-министр)?|глава|секретарь|генсек|канцлер|король|королева|принц|эмир|султан|генерал(?:-\p{Ll}+)?|полковник|подполковник|капитан|адмирал|майор|лейтенант|командир|командующий|директор|гендиректор|председатель|руководитель|начальник|представитель(?:ница)?|спикер|губернатор|мэр|сенатор|депутат|посол|спецпосланник|посланник|профессор|доктор|судья|комиссар|лидер|патриарх|епископ|митрополит|имам|шейх|муфтий|аналитик|эксперт|экономист|историк|адвокат|журналист(?:ка)?|корреспондент|редактор|автор|писатель(?:ница)?|инженер|основатель(?:ница)?|владелец|владелица|прокурор|следователь|тренер|уч[её]ный|активист(?:ка)?|учитель(?:ница)?|координатор|заместитель|замглавы|замминистра|советник|помощник|уполномоченный|омбудсмен|смотритель(?:ница)?|диспетчер|врач|житель(?:ница)?|свидетель(?:ница)?|рыбак|фермер|водитель|лоцман|шкипер|старпом|боцман|политолог|востоковед))(?![\p{L}])/giu;

function russianOffice(behind: string, start: number, words: readonly string[]): Before | undefined {
  if (!/^\p{Script=Cyrillic}/u.test(words[0] ?? "")) return undefined;
  const clause = /(?:^|[.,;:!?()“”"«»—–\n])([^.,;:!?()“”"«»—–\n]*)$/u.exec(behind)?.[1] ?? "";
  const found = [...clause.matchAll(RU_OFFICE)].at(-1);
  if (!found) return undefined;
  const between = clause.slice(found.index + found[0].length);
  if (/(?<!\p{L})\p{L}{2,}(?:л|ла|ли|ло|ет|ит|ют|ят|ут|ает|лся|лась)(?!\p{L})/u.test(between) || between.length > 90)
    return undefined;
  const skip = words.length - nameLength(words, between.trim() === "");
  const tail = words.slice(0, skip).join(" ");
  const office = `${clause.slice(found.index)}${tail}`.trim();
  return { office, start: start - (clause.length - found.index), skip };
}

/** How many of the last words are the name: `МИД России Сергей Петров` has two. */
function nameLength(words: readonly string[], officeIsNear: boolean): number {
  const last = words.length;
  if (last >= 3 && /(?:вич|вна|ична)$/u.test(words[last - 2] ?? "")) return 3;
  let length = Math.min(2, last);
  while (length < last && IS_PARTICLE.test(words[last - length] ?? "")) length++;
  const given = words[last - length] ?? "";
  const isPlace = /^\p{Lu}{2,}$/u.test(given) || /(?:ии|ы|ского|ской)$/u.test(given);
  return length === 2 && isPlace ? 1 : officeIsNear && last <= 2 ? last : length;
}

/** `Anna Kovač, a spokeswoman for the port, said`: the office after the name. */
function officeAfter(text: string, end: number): string | undefined {
  if (text.charAt(end) !== ",") return undefined;
  const found =
    /^, (?:(?:the|a|an|its|their|his|her|who is(?: the)?|der|die|le|la) )?([^,.;:!?“”"«»()\n]{3,90}?)(?=[,.;!?]|$)/u.exec(
      text.slice(end, end + 110),
    );
  const said = found?.[1];
  if (said === undefined) return undefined;
  const words = said.split(/[ \u00a0]/);
  const heads = words.slice(0, /^\p{Lu}|['’]s$/u.test(words[0] ?? "") ? 5 : 4).map(plainWord);
  if (heads.some((word) => OFFICES.has(word)))
    return /^(?:who|which|where|and|but|as|when)$/.test(heads[0] ?? "") ? undefined : said;
  RU_OFFICE.lastIndex = 0;
  const russian = RU_OFFICE.exec(said);
  return russian && russian.index < 25 ? said : undefined;
}

function hasGivenName(words: readonly string[]): boolean {
  return words.length >= 2 && words.length <= 4 && GIVEN.has(words[0] ?? "");
}

// Common given names: enough to tell "Anna Kovač reported" from "Northern Post reported".
const GIVEN = new Set(
  (
    "Adam Ahmad Ahmed Alan Albert Alex Alexander Alexandra Alexei Alexey Ali Alice Amal Amina Amir Amy Ana Anastasia Andre Andrea Andreas Andrei Andrew Andrey Angela Anita Ann Anna Anne Anthony Antoine Anton Antonio Ayman Barbara Ben Benjamin Bernard Boris Brian Carl Carlos Carol Caroline Catherine Charles Charlotte Chris Christian Christina Christine Christopher Claire Claudia Clara Daniel Daria David Deborah Denis Diana Dmitri Dmitry Dominic Donald Dora Edward Elena Eleanor Elias Elisabeth Elizabeth Ella Emily Emma Emmanuel Eric Erik Eva Evgeny Fatima Felix Fernando Francesca Francis Francisco Frank Franz Frederick Fyodor Gabriel George Georgy Gerhard Giorgio Giovanni Giulia Gordon Grace Greta Gustav Hamid Hannah Hans Hassan Heiko Helen Helena Henri Henry Hugo Hussein Ian Ibrahim Igor Ilya Ines Ingrid Irina Isabel Ivan Jack Jacob Jacques James Jan Jane Javier Jean Jennifer Jens Jessica Joan Johan Johann Johannes John Jonas Jonathan José Jose Joseph Juan Julia Julian Julie Jürgen Karim Karl Kate Katherine Khaled Kevin Klaus Konstantin Kristina Lara Larisa Lars Laura Layla Lena Leo Leon Leonid Lina Linda Lisa Louis Louise Luca Lucas Lucia Luis Lukas Lydia Magnus Mahmoud Marc Marco Margaret Maria Marie Marina Mario Mark Marko Marta Martha Martin Mary Mateo Matthew Max Maxim Maya Mehmet Michael Michel Miguel Mikhail Mila Mohamed Mohammad Mohammed Monica Mustafa Nadia Natalia Natasha Nicholas Nicolas Nikita Nikolai Nikolay Nina Noah Nora Nour Olaf Oleg Olga Oliver Olivia Omar Oscar Otto Pablo Patricia Patrick Paul Paula Pavel Pedro Peter Petra Philip Philippe Pierre Rachel Rania Rashid Rebecca Recep Richard Rita Robert Roberto Roman Rosa Rose Ruslan Ruth Said Salim Sam Samir Samuel Sandra Sara Sarah Sebastian Sergei Sergey Simon Sofia Sonia Sophia Sophie Stanislav Stefan Stella Stephen Steven Susan Svetlana Tamara Tanya Tariq Tatiana Thomas Tim Timothy Tom Tomas Ursula Vadim Valentina Valeria Vera Victor Victoria Viktor Vincent Vitaly Vladimir Walter Wilhelm William Wolfgang Yasmin Yulia Yuri Yusuf Zara Zoe " +
    "Александр Александра Алексей Алёна Алена Али Алина Алла Анастасия Анатолий Ангела Андрей Анна Антон Антонина Артём Артем Ахмед Богдан Борис Вадим Валентин Валентина Валерий Валерия Василий Вера Вероника Виктор Виктория Виталий Владимир Владислав Всеволод Вячеслав Галина Георгий Глеб Григорий Дарья Денис Дмитрий Евгений Евгения Егор Екатерина Елена Елизавета Жанна Зоя Иван Игорь Илья Ирина Йенс Кирилл Константин Ксения Лариса Лев Леонид Лидия Людмила Максим Маргарита Марина Мария Марк Мохаммед Михаил Надежда Наталия Наталья Никита Николай Нина Оксана Олег Олеся Ольга Омар Павел Пётр Петр Полина Раиса Ринат Роман Руслан Светлана Семён Семен Сергей Снежана София Софья Станислав Степан Тамара Татьяна Тимур Ульяна Урсула Фёдор Федор Хасан Эдуард Эмма Юлия Юрий Яков Яна Ярослав"
  ).split(" "),
);
