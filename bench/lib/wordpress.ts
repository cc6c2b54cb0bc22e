/** An export of WordPress as large as is wanted, of invented wire copy: written as it is asked for, never held. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export const SENTENCES = [
  "Ferry crews on the strait stopped work at four o’clock on Friday morning, leaving the island without a regular service, Orvane Radio reported on 16 February 2018.",
  "“We are not asking for money,” Nora Valent, the union’s chair, told reporters at the quay.",
  "The crews last struck in 2011, for three days, over pensions, and the company gave way.",
  "The province’s mediator has invited both sides to meet again on Saturday at noon.",
  "All car ferries are cancelled until Sunday; tickets remain valid until the end of the year.",
  "ISIL (organization banned in Russia) was named in the resolution that the council passed.",
];

export async function writeWordPress(file: string, items: number): Promise<void> {
  await pipeline(Readable.from(pieces(items)), createWriteStream(file));
}

function* pieces(items: number): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>An old site</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
`;
  for (let number = 1; number <= items; number++) yield item(number);
  yield "</channel></rss>\n";
}

/** About 2.5 kB of text, as a wire story has, with a dateline, a source, a label typed by hand and a reply to every tenth. */
function item(number: number): string {
  const at = new Date(Date.UTC(2010, 0, 1) + number * 60 * 60 * 1000).toISOString().slice(0, 19).replace("T", " ");
  const paragraphs = Array.from({ length: 8 }, (_, turn) => {
    const said = SENTENCES.map((_, place) => SENTENCES[(place * (turn + 1) + number) % SENTENCES.length]).slice(0, 3);
    return `<!-- wp:paragraph --><p>${said.join(" ")}</p><!-- /wp:paragraph -->`;
  });
  const reply = `<wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_author><![CDATA[Ann]]></wp:comment_author><wp:comment_date_gmt>${at}</wp:comment_date_gmt><wp:comment_content><![CDATA[I was there.]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>`;
  return `<item><title>Ferry crews walk out, day ${number}</title><link>https://old.example/${at.slice(0, 4)}/${at.slice(5, 7)}/day-${number}/</link>
<dc:creator><![CDATA[mira${number % 9}]]></dc:creator><guid isPermaLink="false">https://old.example/?p=${number}</guid>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>16.02.2018, Talmira.</p><!-- /wp:paragraph -->${paragraphs.join("\n")}<p>Source: Orvane Radio</p>]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>${number}</wp:post_id><wp:post_date>${at}</wp:post_date><wp:post_date_gmt>${at}</wp:post_date_gmt>
<wp:post_name>day-${number}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="ports"><![CDATA[Ports]]></category><category domain="post_tag" nicename="tag-${number % 30}"><![CDATA[Tag ${number % 30}]]></category>
${number % 10 === 0 ? reply : ""}</item>
`;
}
