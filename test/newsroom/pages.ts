/** What the invented agency says of itself, as Markdown, in each of its languages. */
import type { EditionCode } from "./demo.ts";

type DemoPage = { readonly slug: string; readonly title: string; readonly text: string };

export const PAGES: Readonly<Record<EditionCode, readonly DemoPage[]>> = {
  en: [
    {
      slug: "about",
      title: "About Strait News",
      text: `Strait News reports from both shores of the Strait of Talmira, in English, Russian and Arabic. It was founded in the harbour office in 1998 and belongs to the people who work for it.

Eight of us write, translate and edit. None of us takes gifts, and none of us is paid by anybody we write about.

## Who pays

Outlets that print our wire pay for it by the month. No state, party or shipping line owns a share.`,
    },
    {
      slug: "how-we-work",
      title: "How we work",
      text: `We say where every claim comes from, and we keep what the source said.

- Two people read a story before it comes out.
- Words between quotation marks were said, in that order, by the person named.
- What we got wrong we correct in the open: the text says what stood there before.
- A translation names the text it was made from.

Write to us when something is wrong. An editor reads every letter.`,
    },
    {
      slug: "contact",
      title: "Contact",
      text: `The desk is staffed from six in the morning until midnight, Talmira time. Letters reach everybody who is on duty.`,
    },
    {
      slug: "imprint",
      title: "Imprint",
      text: `Strait News is published by a cooperative of its staff.`,
    },
    {
      slug: "privacy",
      title: "Privacy",
      text: `This site counts nobody. It sets no cookie for its readers, asks no other company for anything, and does not keep which pages you read.

When you write to us we keep your letter as long as the matter is open, and no longer than a year.`,
    },
  ],
  ru: [
    {
      slug: "about",
      title: "О «Новостях пролива»",
      text: `«Новости пролива» пишут с обоих берегов Тальмирского пролива по-английски, по-русски и по-арабски. Агентство основано в портовой конторе в 1998 году и принадлежит тем, кто в нём работает.

Нас восемь человек. Мы не берём подарков и не получаем денег от тех, о ком пишем.

## На что мы живём

Издания, которые печатают нашу ленту, платят за неё помесячно. Ни у государства, ни у партий, ни у судоходных компаний нет в агентстве доли.`,
    },
    {
      slug: "how-we-work",
      title: "Как мы работаем",
      text: `Мы называем источник каждого утверждения и храним то, что он сказал.

- Материал перед выходом читают двое.
- Слова в кавычках сказаны тем, кто назван, и именно в таком порядке.
- Ошибки мы исправляем открыто: в тексте сказано, что стояло раньше.
- Перевод называет текст, с которого сделан.

Если что-то неверно, напишите нам. Каждое письмо читает редактор.`,
    },
    {
      slug: "contact",
      title: "Связаться с нами",
      text: `Редакция работает с шести утра до полуночи по времени Тальмиры. Письма видят все, кто на смене.`,
    },
    {
      slug: "imprint",
      title: "Выходные данные",
      text: `«Новости пролива» издаёт кооператив сотрудников.`,
    },
    {
      slug: "privacy",
      title: "Ваши данные",
      text: `Этот сайт никого не считает. Он не ставит читателям cookie, ничего не запрашивает у других компаний и не запоминает, что вы читали.

Письмо, которое вы нам прислали, мы храним, пока вопрос не закрыт, и не дольше года.`,
    },
  ],
  ar: [
    {
      slug: "about",
      title: "من نحن",
      text: `تكتب «أنباء المضيق» من ضفتي مضيق تالميرا بالإنكليزية والروسية والعربية. تأسست الوكالة في مكتب الميناء عام 1998، وهي ملك للعاملين فيها.

نحن ثمانية. لا نقبل الهدايا، ولا يدفع لنا أحد ممن نكتب عنهم.

## من أين دخلنا

تدفع الصحف التي تنشر برقياتنا اشتراكا شهريا. لا تملك أي دولة أو حزب أو شركة ملاحة حصة فينا.`,
    },
    {
      slug: "how-we-work",
      title: "كيف نعمل",
      text: `نذكر مصدر كل معلومة، ونحتفظ بما قاله المصدر.

- يقرأ المادة شخصان قبل صدورها.
- ما بين علامتي التنصيص قاله صاحبه بهذا الترتيب.
- نصحح أخطاءنا علنا، ويذكر النص ما كان مكتوبا من قبل.
- تذكر الترجمة النص الذي نُقلت عنه.

اكتبوا إلينا إذا وجدتم خطأ، فكل رسالة يقرؤها محرر.`,
    },
    {
      slug: "contact",
      title: "اتصلوا بنا",
      text: `يعمل قسم التحرير من السادسة صباحا حتى منتصف الليل بتوقيت تالميرا. تصل الرسائل إلى كل من في المناوبة.`,
    },
    {
      slug: "imprint",
      title: "بيانات النشر",
      text: `تصدر «أنباء المضيق» عن تعاونية العاملين فيها.`,
    },
    {
      slug: "privacy",
      title: "الخصوصية",
      text: `لا يحصي هذا الموقع أحدا. لا يضع ملفات تعريف لقرائه، ولا يطلب شيئا من شركة أخرى، ولا يحفظ ما قرأتموه.

نحتفظ برسائلكم ما دام الموضوع مفتوحا، ولا نحتفظ بها أكثر من سنة.`,
    },
  ],
};
