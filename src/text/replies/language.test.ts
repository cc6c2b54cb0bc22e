import { expect, test } from "bun:test";
import { languageOfReply } from "./language.ts";

const rows: readonly { readonly rule: string; readonly text: string; readonly language: string | undefined }[] = [
  { rule: "English", text: "I was there and the crews were not paid for it.", language: "en" },
  { rule: "German", text: "Das ist nicht wahr, ich habe es selbst gesehen.", language: "de" },
  { rule: "French", text: "Je ne crois pas que ce soit la faute des équipages.", language: "fr" },
  { rule: "Spanish", text: "No es verdad, los marineros no lo han dicho por la radio.", language: "es" },
  { rule: "Italian", text: "Non è vero, gli equipaggi hanno detto che ci sono i soldi.", language: "it" },
  { rule: "Portuguese", text: "Isso não é verdade, os marinheiros não foram ao porto.", language: "pt" },
  { rule: "Dutch", text: "Dat is niet waar, ik heb het zelf van de bemanning gehoord.", language: "nl" },
  { rule: "Swedish", text: "Det är inte sant, jag var där och såg att de inte fick lön.", language: "sv" },
  { rule: "Polish", text: "To nie jest prawda, załoga nie dostała pieniędzy od armatora.", language: "pl" },
  { rule: "Turkish", text: "Bu doğru değil, mürettebat için bir şey yok ve çok bekledik.", language: "tr" },
  { rule: "Russian", text: "Это неправда, я сам там был и всё видел.", language: "ru" },
  { rule: "Ukrainian", text: "Це неправда, я сам там був і все бачив, але ніхто не слухав.", language: "uk" },
  { rule: "Belarusian", text: "Гэта няпраўда, я сам там быў і ўсё бачыў, але ніхто не слухаў.", language: "be" },
  { rule: "Bulgarian", text: "Това не е вярно, аз бях там и всичко се видя.", language: "bg" },
  { rule: "Serbian in Cyrillic", text: "То није истина, ја сам био тамо и све се видело.", language: "sr" },
  { rule: "Arabic", text: "هذا غير صحيح، أنا كنت هناك ولم أر شيئا من ذلك في الميناء.", language: "ar" },
  { rule: "Persian", text: "این درست نیست، من آنجا بودم و همه را دیدم که رفتند.", language: "fa" },
  { rule: "Urdu", text: "یہ سچ نہیں ہے، میں وہاں تھا اور سب کو دیکھا۔", language: "ur" },
  { rule: "Hebrew", text: "זה לא נכון, הייתי שם וראיתי.", language: "he" },
  { rule: "Greek", text: "Δεν είναι αλήθεια, ήμουν εκεί.", language: "el" },
  {
    rule: "a name of another script within does not hide it",
    text: "Это неправда, и в NRF это знают.",
    language: "ru",
  },
  {
    rule: "what it quotes is not its own language",
    text: "> The crews were not paid for it, and that is what they said.\n\nЭто неправда, я сам там был.",
    language: "ru",
  },
  {
    rule: "an address is no language",
    text: "https://the.example/and/in/the/of/a https://the.example/is",
    language: undefined,
  },
  { rule: "a few words could be anything", text: "Bravo, Ada!", language: undefined },
  { rule: "words without small ones could be anything", text: "Спасибо большое, очень интересно", language: undefined },
  {
    rule: "Danish and Norwegian are not told apart by few words",
    text: "Det er ikke sant, jeg var der.",
    language: undefined,
  },
  {
    rule: "half in one script, half in another",
    text: "Это неправда, я был. I was there and it was so.",
    language: undefined,
  },
  { rule: "letters Russian does not have", text: "Мен и он не барды на что қала және өзен", language: undefined },
  {
    rule: "a language nobody here knows is no other",
    text: "Tai netiesa, įgula negavo pinigų ir niekas neklausė.",
    language: undefined,
  },
  { rule: "figures alone", text: "1 2 3 4 5 6 7 8 9 10 11 12 13", language: undefined },
];

for (const { rule, text, language } of rows)
  test(`the language of a reply: ${rule}`, () => expect(languageOfReply(text)).toBe(language));
