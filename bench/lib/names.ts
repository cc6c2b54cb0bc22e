/** Invented names and copy that says some of them, the same for every run: what matchers are measured on. */

const SYLLABLES =
  "ba be bi bo bra bren da del dor dra fa fen gal gar gri hal har jen jor ka kel kor kri la len lor lu ma mel mir mon na nel nor pa pel por ra rel rin ros sa sel sor sta ta tel tor tra tul va vel vin vor za zel".split(
    " ",
  );
const KINDS = "Front Movement League Brigade Union Council Guard Order Society Army Column Party".split(" ");
// So that a text is read as one and not skipped for want of beginnings.
const PROSE =
  "the of and to in a that was for on said with as by at from it were which had an they are be but his not have this one all their been has more when would who will other into its than some also two only after first new people government official told town police Monday minister week President court Northern capital officials".split(
    " ",
  );

/** A small generator of its own, so that no machine and no year changes what is measured. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** So many names of one to four words, no two alike; a register of a thousand begins with that of ten. */
export function inventedNames(count: number): readonly string[] {
  const random = randomFrom(1);
  const names = new Set<string>();
  while (names.size < count) {
    const words = Array.from({ length: 1 + random(3) }, () => inventedWord(random));
    names.add([...words, ...(words.length === 1 || random(2) === 0 ? [KINDS[random(KINDS.length)]] : [])].join(" "));
  }
  return [...names];
}

function inventedWord(random: (below: number) => number): string {
  const word = Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join("");
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Articles of about four kilobytes; every second says one of `names`, the first of them most often, as names in news are: by Zipf's law. */
export function inventedCopy(bytes: number, names: readonly string[]): readonly string[] {
  const random = randomFrom(2);
  const articles: string[] = [];
  for (let size = 0; size < bytes; ) {
    const isNaming = articles.length % 2 === 0;
    const article = Array.from({ length: 8 }, (_, at) => paragraph(random, isNaming && at === 0 ? names : [])).join(
      "\n\n",
    );
    articles.push(article);
    size += article.length;
  }
  return articles;
}

/** The tenth as often as the first to a tenth, the hundredth to a hundredth. */
function rankFrom(random: (below: number) => number, most: number): number {
  return Math.floor(Math.exp((random(1_000_000) / 1_000_000) * Math.log(most + 1))) - 1;
}

function paragraph(random: (below: number) => number, names: readonly string[]): string {
  const words = Array.from({ length: 80 }, () =>
    random(12) === 0 ? inventedWord(random).toLowerCase() : (PROSE[random(PROSE.length)] ?? ""),
  );
  if (names.length > 0) words[random(70)] = names[rankFrom(random, names.length)] ?? "";
  for (let at = 9; at < words.length; at += 10) words[at] = `${words[at]}${at % 30 === 9 ? "." : ","}`;
  return words.join(" ");
}
