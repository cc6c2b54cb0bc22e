/** Markdown copy and the body it becomes: `text` is its plain print, `html` the body in HTML. The rule's name is its sentence. */
export type MarkdownCase = {
  readonly rule: string;
  readonly markdown: string;
  readonly text: string;
  readonly html?: string;
};

export const markdownCases: readonly MarkdownCase[] = [
  {
    rule: "an empty line parts paragraphs, a line end does not",
    markdown: "One\ntwo\n\nThree",
    text: "One two\n\nThree",
  },
  {
    rule: "two spaces or a backslash at the end of a line break it",
    markdown: "One  \ntwo\\\nthree",
    text: "One\ntwo\nthree",
  },
  {
    rule: "headings of both kinds are headings",
    markdown: "# One\n\nTwo\n---",
    text: "One\n\nTwo",
    html: "<h1>One</h1>\n<h2>Two</h2>",
  },
  {
    rule: "emphasis of both signs is read",
    markdown: "**One** __two__ *three* _four_ five_six_seven",
    text: "One two three four five_six_seven",
    html: "<p><strong>One</strong> <strong>two</strong> <em>three</em> <em>four</em> five_six_seven</p>",
  },
  {
    rule: "a link to a script keeps its words only",
    markdown: "[One](javascript:alert(1)) [two](<data:text/html,x>)",
    text: "One two",
    html: "<p>One two</p>",
  },
  {
    rule: "a link by reference is a link",
    markdown: "[One][a]\n\n[a]: https://x.example/a 'T'",
    text: "One",
    html: '<p><a href="https://x.example/a" title="T">One</a></p>',
  },
  {
    rule: "an address in angle brackets is a link",
    markdown: "<https://x.example/a>",
    text: "https://x.example/a",
    html: '<p><a href="https://x.example/a">https://x.example/a</a></p>',
  },
  {
    rule: "a bare address is words",
    markdown: "https://x.example/a_b_c",
    text: "https://x.example/a_b_c",
    html: "<p>https://x.example/a_b_c</p>",
  },
  { rule: "a picture becomes its alternative text", markdown: "![A *crane*](a.jpg)", text: "A crane" },
  {
    rule: "a picture of ours is a picture with its caption",
    markdown: '![A crane](media:p1 "I. Vale")\nThe port',
    text: "The port",
  },
  {
    rule: "lists within lists stay lists",
    markdown: "- One\n  1. Two\n- Three",
    text: "One\n\nTwo\n\nThree",
    html: "<ul>\n<li>One\n<ol>\n<li>Two</li>\n</ol></li>\n<li>Three</li>\n</ul>",
  },
  {
    rule: "a numbered list begins where it says",
    markdown: "7. One\n8. Two",
    text: "One\n\nTwo",
    html: '<ol start="7">\n<li>One</li>\n<li>Two</li>\n</ol>',
  },
  {
    rule: "a quotation within a quotation is one",
    markdown: "> One\n>\n> > Two",
    text: "One\n\nTwo",
    html: "<blockquote>\n<p>One</p>\n<p>Two</p>\n</blockquote>",
  },
  {
    rule: "a table has its header row",
    markdown: "| Month | Ships |\n|---|--:|\n| May | 12 |",
    text: "Month\n\nShips\n\nMay\n\n12",
  },
  {
    rule: "a header row without words is none",
    markdown: "| | |\n|---|---|\n| May | 12 |",
    text: "May\n\n12",
    html: '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<tbody>\n<tr>\n<td>May</td>\n<td>12</td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
  {
    rule: "code in a line and in a block is code",
    markdown: "`a*b*` and\n\n```\nOne\n  two\n```",
    text: "a*b* and\n\nOne\n  two",
    html: "<p><code>a*b*</code> and</p>\n<p><code>One</code><br><code>  two</code></p>",
  },
  { rule: "a rule is a rule", markdown: "One\n\n***\n\nTwo", text: "One\n\nTwo", html: "<p>One</p>\n<hr>\n<p>Two</p>" },
  { rule: "scripts in Markdown are left out", markdown: "<script>\nalert(1)\n</script>\n\nOne", text: "One" },
  {
    rule: "a block of HTML is read as HTML",
    markdown: "<h2>One</h2>\n\n<div>Two <b>three</b></div>",
    text: "One\n\nTwo three",
    html: "<h2>One</h2>\n<p>Two <strong>three</strong></p>",
  },
  {
    rule: "tags in a line are emphasis, breaks or nothing",
    markdown: "One<br>two <b>three</b> <span onclick=x>four</span>",
    text: "One\ntwo three four",
    html: "<p>One<br>two <strong>three</strong> four</p>",
  },
  {
    rule: "angle brackets that HTML does not know are words",
    markdown: "the <place> of a List<T>",
    text: "the <place> of a List<T>",
  },
  { rule: "an escaped sign is itself", markdown: "\\*One\\* 1\\. \\[two\\]", text: "*One* 1. [two]" },
  { rule: "a named character is read", markdown: "&mdash; &lt;b&gt;", text: "— <b>" },
  { rule: "nothing is a document of one empty paragraph", markdown: "", text: "" },
];
