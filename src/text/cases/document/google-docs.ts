/** Copy as Google Docs and Sheets put it on the clipboard. */
import type { PastedCase } from "./pasted.ts";

const RUN =
  "font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;";
const run = (words: string, weight = 400, slant = "normal") =>
  `<span style="${RUN}font-weight:${weight};font-style:${slant};">${words}</span>`;
const clipboard = (html: string) =>
  `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7c1e5b3f-7fff-4a21-9c0d-1f2e3d4c5b6a">${html}</b><br class="Apple-interchange-newline">`;
const paragraph = (html: string) =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${html}</p>`;
const item = (level: number, html: string) =>
  `<li dir="ltr" style="list-style-type:disc;font-size:11pt;font-weight:400;font-style:normal;white-space:pre;" aria-level="${level}"><p dir="ltr" style="line-height:1.38;" role="presentation">${html}</p></li>`;

export const googleDocsCases: readonly PastedCase[] = [
  {
    rule: "Google Docs: the bold round the clipboard is none, bold and italic are styles of their spans",
    pasted: clipboard(
      `<h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span style="${RUN}font-weight:400;font-style:normal;">Ferries stop</span></h1>${paragraph(`${run("Crews of the ")}${run("Strait Line", 700)}${run(" walked out ")}${run("on Tuesday", 400, "italic")}${run(", ")}${run("all of them", 700, "italic")}${run(".")}`)}<br />${paragraph(run("Nobody was hurt."))}`,
    ),
    text: "Ferries stop\n\nCrews of the Strait Line walked out on Tuesday, all of them.\n\nNobody was hurt.",
    html: "<h1>Ferries stop</h1>\n<p>Crews of the <strong>Strait Line</strong> walked out <em>on Tuesday</em>, <strong><em>all of them</em></strong>.</p>\n<p>Nobody was hurt.</p>",
  },
  {
    rule: "Google Docs: a list put straight into a list belongs to the item before it",
    pasted: clipboard(
      `<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">${item(1, run("Rest"))}<ul style="padding-inline-start:48px;">${item(2, run("at night", 700))}<ul>${item(3, run("in winter"))}</ul>${item(2, run("at sea"))}</ul>${item(1, run("Pay"))}</ul><ol start="4">${item(1, run("Fourth"))}<ol>${item(2, run("a letter"))}</ol></ol>`,
    ),
    text: "Rest\n\nat night\n\nin winter\n\nat sea\n\nPay\n\nFourth\n\na letter",
    html: '<ul>\n<li>Rest\n<ul>\n<li><strong>at night</strong>\n<ul>\n<li>in winter</li>\n</ul></li>\n<li>at sea</li>\n</ul></li>\n<li>Pay</li>\n</ul>\n<ol start="4">\n<li>Fourth\n<ol>\n<li>a letter</li>\n</ol></li>\n</ol>',
  },
  {
    rule: "Google Docs: a table is a table, its width and its column group are nothing",
    pasted: clipboard(
      `<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;table-layout:fixed;width:468pt"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td style="vertical-align:top;">${paragraph(run("Line", 700))}</td><td>${paragraph(run("Ships", 700))}</td></tr><tr style="height:0pt"><td colspan="2">${paragraph(run("North"))}<br /></td></tr></tbody></table></div>`,
    ),
    text: "Line\n\nShips\n\nNorth",
    html: '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<tbody>\n<tr>\n<td><strong>Line</strong></td>\n<td><strong>Ships</strong></td>\n</tr>\n<tr>\n<td colspan="2">North</td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
  {
    rule: "Google Docs: links lead where they were meant to, a line break and a tab are what they are",
    pasted: clipboard(
      paragraph(
        `<a href="https://www.google.com/url?q=https://fjord.example/strike&amp;sa=D&amp;source=docs&amp;ust=1700000000000000&amp;usg=AOvVaw0" style="text-decoration:none;"><span style="${RUN}font-weight:400;text-decoration:underline;">Fjord News</span></a>${run("<span class='Apple-tab-span' style='white-space:pre;'>\t</span>says<br />today")}`,
      ),
    ),
    text: "Fjord News says\ntoday",
    html: '<p><a href="https://fjord.example/strike">Fjord News</a> says<br>today</p>',
  },
  {
    rule: "Google Docs: words of one paragraph come without a paragraph",
    pasted: `<meta charset='utf-8'><span style="${RUN}font-weight:700;" id="docs-internal-guid-1">Strait Line</span>`,
    text: "Strait Line",
    html: "<p><strong>Strait Line</strong></p>",
  },
  {
    rule: "Google Docs: a picture it keeps itself leaves nothing, a rule is a rule",
    pasted: clipboard(
      `${paragraph(`<span style="border:none;display:inline-block;overflow:hidden;width:300px;height:200px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4nXc" width="300" height="200" style="margin-left:0px;" /></span>`)}<p><hr /></p>${paragraph(run("One"))}`,
    ),
    text: "One",
    html: "<hr>\n<p>One</p>",
  },
  {
    rule: "Google Docs: footnotes of a saved page keep their signs in brackets",
    pasted: `<p class="c1"><span class="c0">Four ships lie idle.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr class="c5"><div><p class="c3"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span class="c2">&nbsp;By the harbour’s count.</span></p></div>`,
    text: "Four ships lie idle.[1]\n\n[1]\u00a0By the harbour’s count.",
  },
  {
    rule: "Google Sheets: cells are a table, bold ones bold, what the sheet knows of them is nothing",
    pasted: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="font-weight:bold;" data-sheets-value="{&quot;1&quot;:2}">Line</td><td>Ships</td></tr><tr><td>North</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:4}">4</td></tr></tbody></table></google-sheets-html-origin>`,
    text: "Line\n\nShips\n\nNorth\n\n4",
    html: '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<tbody>\n<tr>\n<td><strong>Line</strong></td>\n<td>Ships</td>\n</tr>\n<tr>\n<td>North</td>\n<td>4</td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
];
