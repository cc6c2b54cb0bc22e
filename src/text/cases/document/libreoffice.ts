/** Copy as LibreOffice Writer 7.4 wrote it, from documents made for these cases. */
import type { PastedCase } from "./pasted.ts";

const LINE = `<p style="line-height: 100%; margin-bottom: 0in">`;

export const libreOfficeCases: readonly PastedCase[] = [
  {
    rule: "LibreOffice: headings, bold, italic and links come in, its line ends are spaces and its comments nothing",
    pasted: `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		@page { size: 8.27in 11.69in; margin: 0.79in }
		p { line-height: 115%; margin-bottom: 0.1in; background: transparent }
	</style>
</head>
<body lang="en-US" link="#000080" vlink="#800000" dir="ltr">
<h1>Ferries stop in the strait</h1>
${LINE}Crews of the <b>Strait
Line</b> walked out on Tuesday, <i>Fjord News</i>
<a href="https://fjord.example/strike">reported</a>.</p>
${LINE}<b>All bold </b><span style="font-weight: normal">but
this</span><b>.</b></p>
<h2>What the crews<!-- Check this with the union. --> ask</h2>
</body>
</html>`,
    text: "Ferries stop in the strait\n\nCrews of the Strait Line walked out on Tuesday, Fjord News reported.\n\nAll bold but this.\n\nWhat the crews ask",
    html: '<h1>Ferries stop in the strait</h1>\n<p>Crews of the <strong>Strait Line</strong> walked out on Tuesday, <em>Fjord News</em> <a href="https://fjord.example/strike">reported</a>.</p>\n<p><strong>All bold </strong>but this<strong>.</strong></p>\n<h2>What the crews ask</h2>',
  },
  {
    rule: "LibreOffice: items nobody closed are lists in lists, and a list goes on counting",
    pasted: `<ul>
	<li>${LINE}Rest</p>
	<ul>
		<li>${LINE}at night</p>
		<li>${LINE}at sea</p>
	</ul>
	<li>${LINE}Pay</p>
</ul>
<ol>
	<li>${LINE}First</p>
	${LINE}Its second
	paragraph</p>
	<ol type="a">
		<li>${LINE}letter</p>
	</ol>
	<li>${LINE}Second</p>
</ol>
${LINE}Between.</p>
<ol start="3">
	<li>${LINE}Third</p>
</ol>`,
    text: "Rest\n\nat night\n\nat sea\n\nPay\n\nFirst\n\nIts second paragraph\n\nletter\n\nSecond\n\nBetween.\n\nThird",
    html: '<ul>\n<li>Rest\n<ul>\n<li>at night</li>\n<li>at sea</li>\n</ul></li>\n<li>Pay</li>\n</ul>\n<ol>\n<li>First\n<p>Its second paragraph</p>\n<ol>\n<li>letter</li>\n</ol></li>\n<li>Second</li>\n</ol>\n<p>Between.</p>\n<ol start="3">\n<li>Third</li>\n</ol>',
  },
  {
    rule: "LibreOffice: numbers of notes stand apart from the words, before their notes too",
    pasted: `${LINE}Fjord News reported.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a><a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>In
	its morning edition.</p>
</div>
<div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>And
	in its evening one.</p>
</div>`,
    text: "Fjord News reported.[1][i]\n\n[1] In its morning edition.\n\n[i] And in its evening one.",
    html: "<p>Fjord News reported.[1][i]</p>\n<p>[1] In its morning edition.</p>\n<p>[i] And in its evening one.</p>",
  },
  {
    rule: "LibreOffice: a quotation set off, a table with its header row and a line set as typed stay what they are",
    pasted: `<blockquote>“We will sail when we have slept,” she said.</blockquote>
<table width="100%" cellpadding="0" cellspacing="0">
	<col width="128*"/>

	<col width="128*"/>

	<thead>
		<tr valign="top">
			<th width="50%" style="border: none; padding: 0in"><p>Line</p>
			</th>
			<th width="50%" style="border: none; padding: 0in"><p>Ships</p>
			</th>
		</tr>
	</thead>
	<tbody>
		<tr valign="top">
			<td width="50%" style="border: none; padding: 0in"><p>North</p>
			</td>
			<td width="50%" style="border: none; padding: 0in"><p>4</p>
			</td>
		</tr>
	</tbody>
</table>
<pre>Set as typed</pre>`,
    text: "“We will sail when we have slept,” she said.\n\nLine\n\nShips\n\nNorth\n\n4\n\nSet as typed",
    html: '<blockquote>\n<p>“We will sail when we have slept,” she said.</p>\n</blockquote>\n<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th scope="col">Line</th>\n<th scope="col">Ships</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>North</td>\n<td>4</td>\n</tr>\n</tbody>\n</table>\n</div>\n<p>Set as typed</p>',
  },
  {
    rule: "LibreOffice: merged cells stay merged, an empty one is empty, colours and sizes are nothing",
    pasted: `${LINE}
Паромы <font color="#c9211e"><font size="4" style="font-size: 14pt"><i><u><b>стоят</b></u></i></font></font>
у причала.</p>
<table width="100%" cellpadding="0" cellspacing="0">
	<col width="128*"/>

	<col width="128*"/>

	<tr>
		<td colspan="2" width="100%" valign="top" style="border: none; padding: 0in"><p>
			Линии</p>
		</td>
	</tr>
	<tr valign="top">
		<td rowspan="2" width="50%" style="border: none; padding: 0in"><p>Север</p>
		</td>
		<td width="50%" style="border: none; padding: 0in"><p>4</p>
		</td>
	</tr>
	<tr valign="top">
		<td width="50%" style="border: none; padding: 0in"><p><br/>

			</p>
		</td>
	</tr>
</table>
${LINE}<br/>

</p>`,
    text: "Паромы стоят у причала.\n\nЛинии\n\nСевер\n\n4",
    html: '<p>Паромы <strong><em>стоят</em></strong> у причала.</p>\n<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<tbody>\n<tr>\n<td colspan="2">Линии</td>\n</tr>\n<tr>\n<td rowspan="2">Север</td>\n<td>4</td>\n</tr>\n<tr>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
  {
    rule: "LibreOffice: a picture inside the page leaves its words, a break and a tab are what they are",
    pasted: `${LINE}With a tab	and two  
spaces, a line<br/>
break.</p>
${LINE}<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNh+M9QDwADlQGD5CrorAAAAABJRU5ErkJggg==" name="Picture" alt="A ferry at the pier" align="bottom" width="38" height="38" border="0"/>
</p>`,
    text: "With a tab and two spaces, a line\nbreak.\n\nA ferry at the pier",
  },
  {
    rule: "LibreOffice: comments that its other kind of page prints into the text do not come in",
    pasted: `<h2 class="P2"><a id="a__What_the_crews_ask"><span/></a>What the crews<span xmlns="" title="annotation" class="annotation_style_by_filter"><br/>[ANNOTATION:<br/><br/><span title="dc:creator">BY 'Ilse Vale'</span><br/><span>NOTE: 'Check this with the union.'</span>]</span> ask</h2>`,
    text: "What the crews ask",
  },
];
