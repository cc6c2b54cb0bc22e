/** HTML as it is pasted or fetched, and what becomes of it: `text` is the plain print, `html` the body printed again. The rule's name is its sentence. */
export type PastedCase = {
  readonly rule: string;
  readonly pasted: string;
  readonly text: string;
  readonly html?: string;
};

export const pastedCases: readonly PastedCase[] = [
  {
    rule: "words without any block are a paragraph",
    pasted: "The port is open.",
    text: "The port is open.",
    html: "<p>The port is open.</p>",
  },
  { rule: "nothing is a document of one empty paragraph", pasted: "", text: "", html: "" },
  { rule: "paragraphs that nobody closed end where the next begins", pasted: "<p>One<p>Two", text: "One\n\nTwo" },
  {
    rule: "two line breaks make a new paragraph",
    pasted: "One<br><br>Two<br> \n <br/>Three",
    text: "One\n\nTwo\n\nThree",
  },
  { rule: "one line break is a line break", pasted: "<p>One<br>Two</p>", text: "One\nTwo", html: "<p>One<br>Two</p>" },
  { rule: "line breaks at the ends of a paragraph are nothing", pasted: "<p><br>One<br></p>", text: "One" },
  { rule: "white space runs together as in a browser", pasted: "<p>  One \n\t two  </p>", text: "One two" },
  {
    rule: "a space between two elements in a line stays one space",
    pasted: "<p><b>One</b> <i>two</i></p>",
    text: "One two",
    html: "<p><strong>One</strong> <em>two</em></p>",
  },
  { rule: "a space that does not break stays", pasted: "<p>12&nbsp;km</p>", text: "12\u00a0km" },
  { rule: "a paragraph of nothing but spaces is nothing", pasted: "<p>&nbsp;</p><p>One</p><p> </p>", text: "One" },
  {
    rule: "named and numbered characters are read",
    pasted: "&lt;b&gt; &amp;amp; &#8212; &eacute;",
    text: "<b> &amp; — é",
  },
  { rule: "a division is a paragraph", pasted: "<div>One<div>Two</div>Three</div>", text: "One\n\nTwo\n\nThree" },
  {
    rule: "headings keep their level",
    pasted: "<h1>One</h1><h4>Two</h4>",
    text: "One\n\nTwo",
    html: "<h1>One</h1>\n<h4>Two</h4>",
  },
  {
    rule: "a line break in a heading does not cut it",
    pasted: "<h2>One<br><br>two</h2>",
    text: "One\ntwo",
    html: "<h2>One<br>two</h2>",
  },
  {
    rule: "a heading nobody closed ends at the next paragraph",
    pasted: "<h2>One<p>Two",
    text: "One\n\nTwo",
    html: "<h2>One</h2>\n<p>Two</p>",
  },
  {
    rule: "scripts and styles are left out with all that is in them",
    pasted: "<style>p{}</style><p>One<script>if (a<b) alert('</p>')</script> two</p>",
    text: "One two",
  },
  {
    rule: "a script that pretends to end is left out to its end",
    pasted: "<script>'</scrip' + 't>'; x</script><p>One</p>",
    text: "One",
  },
  {
    rule: "comments of word processors are left out",
    pasted: "<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal>One<o:p></o:p></p>",
    text: "One",
  },
  {
    rule: "pictures of words in SVG are left out",
    pasted: "<p>One <svg><title>Logo</title><text>Two</text></svg>three</p>",
    text: "One three",
  },
  { rule: "navigation is left out", pasted: "<nav><ul><li>Home</ul></nav><p>One</p>", text: "One" },
  { rule: "the foot of a page is left out", pasted: "<p>One</p><footer>All rights reserved</footer>", text: "One" },
  {
    rule: "the foot of an article stays",
    pasted: "<article><p>One</p><footer>Source: Northern News</footer></article>",
    text: "One\n\nSource: Northern News",
  },
  {
    rule: "hidden words are left out",
    pasted: "<p>One<span style='display: none'> two</span></p><div hidden><div>Three</div>Four</div><p>Five</p>",
    text: "One\n\nFive",
  },
  {
    rule: "navigation that nobody closed gives its words back",
    pasted: "<nav>Home<p>The port is open.",
    text: "Home\n\nThe port is open.",
  },
  {
    rule: "a form is left out",
    pasted: "<p>One</p><form><label>Name <input></label><button>Send</button></form>",
    text: "One",
  },
  {
    rule: "a form round a whole page is not",
    pasted: "<form id=aspnetForm><h1>One</h1><p>Two</p></form>",
    text: "One\n\nTwo",
  },
  {
    rule: "a link keeps its address",
    pasted: "<a href='https://x.example/?a=1&amp;b=2' title=T>One</a>",
    text: "One",
    html: '<p><a href="https://x.example/?a=1&amp;b=2" title="T">One</a></p>',
  },
  {
    rule: "a link to a script keeps its words only",
    pasted:
      "<a href='javascript:alert(1)'>One</a> <a href=' jAvA&#9;script:alert(1)'>two</a> <a href='data:text/html,x'>three</a> <a href='vbscript:x'>four</a>",
    text: "One two three four",
    html: "<p>One two three four</p>",
  },
  {
    rule: "a path from the root of the site is a link",
    pasted: "<a href='/en/ferry-strike'>One</a>",
    text: "One",
    html: '<p><a href="/en/ferry-strike">One</a></p>',
  },
  {
    rule: "a path that leads to another host is no path",
    pasted: "<a href='/\\evil.example'>One</a>",
    text: "One",
    html: "<p>One</p>",
  },
  {
    rule: "an address without a scheme gets the web's",
    pasted: "<a href='//x.example/a'>One</a>",
    text: "One",
    html: '<p><a href="https://x.example/a">One</a></p>',
  },
  {
    rule: "a link within a page keeps its words only",
    pasted: "<a href='#top'>One</a>",
    text: "One",
    html: "<p>One</p>",
  },
  {
    rule: "a relative link is nothing without a page it stood on",
    pasted: "<a href='b.html'>One</a>",
    text: "One",
    html: "<p>One</p>",
  },
  {
    rule: "a relative link is read against the page's own address",
    pasted: "<link rel=canonical href='https://x.example/a/'><a href='b.html'>One</a> <a href='/c'>two</a>",
    text: "One two",
    html: '<p><a href="https://x.example/a/b.html">One</a> <a href="https://x.example/c">two</a></p>',
  },
  {
    rule: "a link round blocks is a link in each",
    pasted: "<a href='https://x.example'><h2>One</h2><p>Two</p></a>",
    text: "One\n\nTwo",
    html: '<h2><a href="https://x.example">One</a></h2>\n<p><a href="https://x.example">Two</a></p>',
  },
  {
    rule: "bold as a style is bold, and a clipboard's bold that is not is not",
    pasted: "<b style='font-weight:normal'><p><span style='font-weight:700'>One</span> two</p></b>",
    text: "One two",
    html: "<p><strong>One</strong> two</p>",
  },
  {
    rule: "emphasis that crosses ends with the outer",
    pasted: "<p><b>one<i>two</b>three</i></p>",
    text: "onetwothree",
    html: "<p><strong>one<em>two</em></strong>three</p>",
  },
  { rule: "a quotation element gets its marks", pasted: "<p>She said <q>agreed</q>.</p>", text: "She said “agreed”." },
  {
    rule: "lists within lists stay lists",
    pasted: "<ul><li>One<ol start=4><li>Two</ol><li>Three</ul>",
    text: "One\n\nTwo\n\nThree",
    html: '<ul>\n<li>One\n<ol start="4">\n<li>Two</li>\n</ol></li>\n<li>Three</li>\n</ul>',
  },
  {
    rule: "words straight in a list are an item",
    pasted: "<ul>One<li>Two</ul>",
    text: "One\n\nTwo",
    html: "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",
  },
  {
    rule: "an item without a list is a paragraph",
    pasted: "<li>One<li>Two",
    text: "One\n\nTwo",
    html: "<p>One</p>\n<p>Two</p>",
  },
  {
    rule: "a heading at the start of an item is its first line",
    pasted: "<ul><li><h3>One</h3><p>Two</ul>",
    text: "One\n\nTwo",
    html: "<ul>\n<li>One\n<p>Two</p></li>\n</ul>",
  },
  { rule: "an empty list is nothing", pasted: "<ul><li></li></ul><p>One</p>", text: "One", html: "<p>One</p>" },
  {
    rule: "a set-off quotation keeps its paragraphs",
    pasted: "<blockquote><p>One</p><ul><li>Two</ul></blockquote>",
    text: "One\n\nTwo",
    html: "<blockquote>\n<p>One</p>\n<p>Two</p>\n</blockquote>",
  },
  {
    rule: "the caption of a quotation is its speaker and office",
    pasted: "<figure><blockquote><p>One</p></blockquote><figcaption>— Mira Holt, harbour master</figcaption></figure>",
    text: "One",
    html: '<figure class="quotation-block">\n<blockquote>\n<p>One</p>\n</blockquote>\n<figcaption><span class="speaker">Mira Holt</span>, <span class="office">harbour master</span></figcaption>\n</figure>',
  },
  {
    rule: "a picture becomes the words of its caption",
    pasted: "<figure><img src=a.jpg alt='A crane'><figcaption>The <b>port</b></figcaption></figure>",
    text: "The port",
    html: "<p>The <strong>port</strong></p>",
  },
  {
    rule: "a picture without a caption becomes its alternative text",
    pasted: "<figure><img src=a.jpg alt='A crane'></figure>",
    text: "A crane",
  },
  { rule: "a picture without words is nothing", pasted: "<p>One<img src=a.jpg></p>", text: "One" },
  {
    rule: "a table keeps its rows and its spans",
    pasted: "<table><tr><th colspan=2>One<tr><td>Two<td rowspan=0>Three</table>",
    text: "One\n\nTwo\n\nThree",
    html: '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th scope="colgroup" colspan="2">One</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Two</td>\n<td>Three</td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
  {
    rule: "a table that only arranges a page gives its words up",
    pasted: "<table><tr><td><h2>One</h2><p>Two</table><table><tr><td>Three</table>",
    text: "One\n\nTwo\n\nThree",
    html: "<h2>One</h2>\n<p>Two</p>\n<p>Three</p>",
  },
  {
    rule: "words straight in a table stand before it",
    pasted: "<table>Zero<tr><td>One<td>Two</table>",
    text: "Zero\n\nOne\n\nTwo",
  },
  {
    rule: "words straight in a table in a list are an item before it",
    pasted: "<ul><table>Zero<tr><td>One<td>Two</table></ul>",
    text: "Zero\n\nOne\n\nTwo",
    html: '<ul>\n<li>Zero</li>\n<li>\n<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<tbody>\n<tr>\n<td>One</td>\n<td>Two</td>\n</tr>\n</tbody>\n</table>\n</div></li>\n</ul>',
  },
  {
    rule: "the end of a division inside a cell does not end the table",
    pasted: "<div><table><tr><td>One</div></ul><td>Two</table></div>",
    text: "One\n\nTwo",
  },
  {
    rule: "copy set as typed keeps its lines, and empty lines part paragraphs",
    pasted: "<pre>One\n  two\n\nThree</pre>",
    text: "One\ntwo\n\nThree",
  },
  {
    rule: "columns set as typed are no columns in a paragraph",
    pasted: "<pre>One   two\n\t\tthree</pre>",
    text: "One two\nthree",
  },
  {
    rule: "a player of another site is a card with a link",
    pasted: "<iframe src='https://video.example/1' title='The port'><p>x</p></iframe><p>One</p>",
    text: "One",
    html: '<div class="embed">\n<p class="embed-title"><a href="https://video.example/1">The port</a></p>\n<p class="embed-host">video.example</p>\n</div>\n<p>One</p>',
  },
  {
    rule: "a player without an address is nothing",
    pasted: "<iframe src='javascript:alert(1)'></iframe><iframe srcdoc='<p>x'></iframe><p>One</p>",
    text: "One",
    html: "<p>One</p>",
  },
  {
    rule: "a label copied from a page of ours does not come along",
    pasted: '<p>NRF<span class="label" data-label="inline"> (<a href="/en/labels/nrf">banned</a>)</span> said</p>',
    text: "NRF said",
  },
  { rule: "marks that cannot be seen and controls are left out", pasted: "<p>\ufeffO\u200bn\u0001e</p>", text: "One" },
  {
    rule: "what is left out between two spaces leaves one",
    pasted: "<p>One \u200b \u0001\uffff \ufeff two</p>",
    text: "One two",
  },
  {
    rule: "the words of a picture are cleaned like any others",
    pasted: "<figure><img alt='One&#1; \ufffe two'></figure>",
    text: "One two",
  },
  { rule: "tags in capitals are tags", pasted: "<P>ONE<BR>TWO</P><UL><LI>THREE</UL>", text: "ONE\nTWO\n\nTHREE" },
  { rule: "a sign that only looks like a tag is words", pasted: "<p>1 < 2 & 3 <4</p>", text: "1 < 2 & 3 <4" },
  {
    rule: "an attribute with a tag in it ends where it ends",
    pasted: '<p title="</p><script>x</script>">One</p>',
    text: "One",
  },
  {
    rule: "a page that breaks off in a tag keeps what came before",
    pasted: "<p>One</p><a href='https://x.exam",
    text: "One",
  },
  {
    rule: "an element that no one knows is no more than its words, whatever it is called",
    pasted: "<constructor>One</constructor><valueof>two</valueof><p><tostring:x>three</tostring:x></p>",
    text: "One\n\ntwo\n\nthree",
  },
];
