/** Copy as Microsoft Word puts it on the clipboard: on Windows, on a Mac, on the web, and as a page it has saved. */
import type { PastedCase } from "./pasted.ts";

const item = (level: number, list: number, sign: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l${list} level${level} lfo${list + 1}'><![if !supportLists]><span lang=EN-US style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>${words}<o:p></o:p></span></p>\r\n`;

const onTheWeb = (tag: string, level: number, words: string) =>
  `<div class="ListContainerWrapper SCXW184 BCX0"><${tag} role="list" class="BulletListStyle1 SCXW184 BCX0"><li data-leveltext="" data-font="Symbol" data-listid="3" data-aria-posinset="1" data-aria-level="${level}" role="listitem" class="OutlineElement Ltr SCXW184 BCX0"><p class="Paragraph SCXW184 BCX0" paraid="1"><span data-contrast="auto" class="TextRun SCXW184 BCX0"><span class="NormalTextRun SCXW184 BCX0">${words}</span></span><span class="EOP SCXW184 BCX0" data-ccp-props="{}">&nbsp;</span></p></li></${tag.split(" ")[0]}></div>`;

export const wordCases: readonly PastedCase[] = [
  {
    rule: "Word: a page with its style, its settings and its XML is the words of its paragraphs",
    pasted: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/MIRA/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<!--[if gte mso 9]><xml><w:LatentStyles DefLockedState="false"><w:LsdException Locked="false" Name="Normal"/></w:LatentStyles></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm;} @page WordSection1 {size:595.3pt 841.9pt;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<div class=WordSection1><h1><span lang=EN-US style='mso-ansi-language:EN-US'>Ferries stop in the strait<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-US>Crews of the <b style='mso-bidi-font-weight:normal'>Strait
Line</b> walked out <i style='mso-bidi-font-style:normal'>on Tuesday</i>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal>Nobody was hurt.</p></div><!--EndFragment--></body></html>`,
    text: "Ferries stop in the strait\n\nCrews of the Strait Line walked out on Tuesday.\n\nNobody was hurt.",
    html: "<h1>Ferries stop in the strait</h1>\n<p>Crews of the <strong>Strait Line</strong> walked out <em>on Tuesday</em>.</p>\n<p>Nobody was hurt.</p>",
  },
  {
    rule: "Word: the title is a heading, and lines in its styles of quotations are one quotation",
    pasted: `<p class=MsoTitle>The strait today</p><p class=MsoQuote>“We will sail</p><p class=MsoIntenseQuote>when we have slept.”</p><p class=MsoNormal>One</p>`,
    text: "The strait today\n\n“We will sail\n\nwhen we have slept.”\n\nOne",
    html: "<h1>The strait today</h1>\n<blockquote>\n<p>“We will sail</p>\n<p>when we have slept.”</p>\n</blockquote>\n<p>One</p>",
  },
  {
    rule: "Word: bullets are a list nested by their levels, whatever letter draws them",
    pasted: `<p>Demands:</p>${item(1, 0, "·", "Rest")}${item(2, 0, "o", "at night")}${item(3, 0, "§", "in winter")}${item(2, 0, "o", "at sea")}${item(1, 0, "·", "Pay")}<p>One</p>`,
    text: "Demands:\n\nRest\n\nat night\n\nin winter\n\nat sea\n\nPay\n\nOne",
    html: "<p>Demands:</p>\n<ul>\n<li>Rest\n<ul>\n<li>at night\n<ul>\n<li>in winter</li>\n</ul></li>\n<li>at sea</li>\n</ul></li>\n<li>Pay</li>\n</ul>\n<p>One</p>",
  },
  {
    rule: "Word: numbers are a list, letters and Roman figures below them too, and their signs are no words",
    pasted: `${item(1, 1, "1.", "One")}${item(2, 1, "a)", "Two")}${item(3, 1, "i.", "Three")}${item(3, 1, "ii.", "Four")}${item(2, 1, "b)", "Five")}${item(1, 1, "2.", "Six")}`,
    text: "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix",
    html: "<ol>\n<li>One\n<ol>\n<li>Two\n<ol>\n<li>Three</li>\n<li>Four</li>\n</ol></li>\n<li>Five</li>\n</ol></li>\n<li>Six</li>\n</ol>",
  },
  {
    rule: "Word: a list that goes on after a paragraph goes on counting, and one that begins anew is a new one",
    pasted: `${item(1, 1, "1.", "One")}${item(1, 1, "2.", "Two")}<p>Between</p>${item(1, 1, "3.", "Three")}${item(1, 2, "1.", "Four")}`,
    text: "One\n\nTwo\n\nBetween\n\nThree\n\nFour",
    html: '<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n<p>Between</p>\n<ol start="3">\n<li>Three</li>\n</ol>\n<ol>\n<li>Four</li>\n</ol>',
  },
  {
    rule: "Word: of a number with several parts the last counts",
    pasted: `${item(1, 1, "1.", "One")}${item(2, 1, "1.1.", "Two")}${item(2, 1, "1.2.", "Three")}${item(1, 1, "2.", "Four")}${item(2, 1, "2.1.", "Five")}`,
    text: "One\n\nTwo\n\nThree\n\nFour\n\nFive",
    html: "<ol>\n<li>One\n<ol>\n<li>Two</li>\n<li>Three</li>\n</ol></li>\n<li>Four\n<ol>\n<li>Five</li>\n</ol></li>\n</ol>",
  },
  {
    rule: "Word: letters of the alphabet go on where they could be Roman figures, Russian ones as well",
    pasted: `${item(1, 1, "h.", "One")}${item(1, 1, "i.", "Two")}${item(1, 1, "j.", "Three")}<p>Between</p>${item(1, 2, "а)", "Раз")}${item(1, 2, "б)", "Два")}`,
    text: "One\n\nTwo\n\nThree\n\nBetween\n\nРаз\n\nДва",
    html: '<ol start="8">\n<li>One</li>\n<li>Two</li>\n<li>Three</li>\n</ol>\n<p>Between</p>\n<ol>\n<li>Раз</li>\n<li>Два</li>\n</ol>',
  },
  {
    rule: "Word: bullets among numbers are a list of their own, and a list may begin deep",
    pasted: `${item(2, 1, "o", "One")}${item(1, 1, "1.", "Two")}${item(1, 2, "·", "Three")}${item(1, 1, "2.", "Four")}`,
    text: "One\n\nTwo\n\nThree\n\nFour",
    html: '<ul>\n<li>One</li>\n</ul>\n<ol>\n<li>Two</li>\n</ol>\n<ul>\n<li>Three</li>\n</ul>\n<ol start="2">\n<li>Four</li>\n</ol>',
  },
  {
    rule: "Word on a Mac: the sign of an item stands between comments",
    pasted: `<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp; </span></span></span><!--[endif]-->Rest</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style="mso-list:Ignore">·</span><!--[endif]--><b>Pay</b></p>`,
    text: "Rest\n\nPay",
    html: "<ul>\n<li>Rest</li>\n<li><strong>Pay</strong></li>\n</ul>",
  },
  {
    rule: "Word on the web: items in lists of their own are one list, nested as they say",
    pasted: `<p role="heading" aria-level="2" class="Paragraph"><span class="TextRun">Demands</span><span class="EOP">&nbsp;</span></p>${onTheWeb("ul", 1, "Rest")}${onTheWeb("ul", 2, "at night")}${onTheWeb("ul", 1, "Pay")}${onTheWeb('ol start="1"', 1, "First")}${onTheWeb('ol start="2"', 1, "Second")}`,
    text: "Demands\n\nRest\n\nat night\n\nPay\n\nFirst\n\nSecond",
    html: "<h2>Demands</h2>\n<ul>\n<li>Rest\n<ul>\n<li>at night</li>\n</ul></li>\n<li>Pay</li>\n</ul>\n<ol>\n<li>First</li>\n<li>Second</li>\n</ol>",
  },
  {
    rule: "Word: words deleted in review do not come in, words put in do",
    pasted: `<p class=MsoNormal>Crews walked out <del cite="mailto:Mira%20Holt" datetime="2026-11-20T10:00"><span style='mso-del-author:Mira'>on <b>Monday</b></span></del><ins cite="mailto:Mira%20Holt" datetime="2026-11-20T10:01">on Tuesday</ins>.</p><del cite="mailto:Mira"><p class=MsoNormal>A whole <span>paragraph</span>.</p></del><p class=MsoNormal>One <span class=msoDel>two </span><span class=msoIns>three</span></p>`,
    text: "Crews walked out on Tuesday.\n\nOne three",
    html: "<p>Crews walked out on Tuesday.</p>\n<p>One three</p>",
  },
  {
    rule: "Word: comments of colleagues do not come in, the words they are about do",
    pasted: `<p class=MsoNormal>Crews <a style='mso-comment-reference:IV_1;mso-comment-date:20261120T1100'>walked out</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[IV1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span> on Tuesday.</p>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt language=JavaScript><p class=MsoCommentText>Check this with the union.<o:p></o:p></p></div></div></div>`,
    text: "Crews walked out on Tuesday.",
    html: "<p>Crews walked out on Tuesday.</p>",
  },
  {
    rule: "Word: footnotes and endnotes keep their signs in brackets and stand below the text",
    pasted: `<p class=MsoNormal>Four ships lie idle.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> None sails.<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1" title=""><span class=MsoEndnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[i]<![endif]></span></span></a></p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a><span style='mso-spacerun:yes'> </span>By the harbour’s count.</p></div></div>
<div style='mso-element:endnote-list'><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a style='mso-endnote-id:edn1' href="#_ednref1">[i]</a> On Tuesday.</p></div></div>`,
    text: "Four ships lie idle.[1] None sails.[i]\n\n[1] By the harbour’s count.\n\n[i] On Tuesday.",
    html: "<p>Four ships lie idle.[1] None sails.[i]</p>\n<hr>\n<p>[1] By the harbour’s count.</p>\n<p>[i] On Tuesday.</p>",
  },
  {
    rule: "Word: smart tags and its own elements are part of the line they stand in",
    pasted: `<p class=MsoNormal>Ferries to <st1:place w:st="on"><st1:City w:st="on">North Haven</st1:City>, <st1:State>Strait</st1:State></st1:place> on <st1:date Year="2026" Day="24" Month="11">24 November</st1:date><w:Sdt ID="7"> stop</w:Sdt>.<o:p></o:p></p>`,
    text: "Ferries to North Haven, Strait on 24 November stop.",
    html: "<p>Ferries to North Haven, Strait on 24 November stop.</p>",
  },
  {
    rule: "Word: tabs and runs of spaces are one space, hidden words are none",
    pasted: `<p class=MsoNormal>North<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>4 ships,<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>idle<span style='display:none;mso-hide:all'> secret</span>.</p>`,
    text: "North 4 ships, idle.",
  },
  {
    rule: "Word: a picture of the author's own machine leaves nothing, nor does the name or the guess it has for words",
    pasted: `<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1" style='width:225pt'><v:imagedata src="file:///C:/Users/MIRA/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" o:title="port"/></v:shape><![endif]--><![if !vml]><img width=300 height=200 src="file:///C:/Users/MIRA/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" alt="A ship in a port&#10;&#10;Description automatically generated" v:shapes="Picture_1"><![endif]></p><p class=MsoNormal><img src="file:///C:/x.png" alt="clip_image003.png">One</p>`,
    text: "One",
    html: "<p>One</p>",
  },
  {
    rule: "Word: a table keeps its header row, its merged cells and its bold",
    pasted: `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'><thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=301 valign=top><p class=MsoNormal><b>Line<o:p></o:p></b></p></td><td width=301><p class=MsoNormal>Ships</p></td></tr></thead><tr style='mso-yfti-irow:1'><td colspan=2><p class=MsoNormal>North<o:p></o:p></p><p class=MsoNormal>and east</p></td></tr><![if !supportMisalignedColumns]><tr height=0><td width=301 style='border:none'></td><td width=301 style='border:none'></td></tr><![endif]></table>`,
    text: "Line\n\nShips\n\nNorth\n\nand east",
    html: '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th scope="col"><strong>Line</strong></th>\n<th scope="col">Ships</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td colspan="2"><p>North</p>\n<p>and east</p></td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
  {
    rule: "Word: a contents list and marks for places in the text are words without links",
    pasted: `<p class=MsoToc1><a href="#_Toc1"><span class=MsoHyperlink>Demands</span><span style='mso-tab-count:1 dotted'>. </span>2</a></p><h2><a name="_Toc1"></a>Demands</h2><p class=MsoNormal><a href="https://fjord.example/strike"><span style='color:blue'>Fjord News</span></a></p>`,
    text: "Demands 2\n\nDemands\n\nFjord News",
    html: '<p>Demands 2</p>\n<h2>Demands</h2>\n<p><a href="https://fjord.example/strike">Fjord News</a></p>',
  },
  {
    rule: "Outlook: a letter is its paragraphs, its safe links lead where they were meant to",
    pasted: `<div class=WordSection1><p class=MsoNormal><span style='font-size:11.0pt'>Dear desk,<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>See <a href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffjord.example%2Fstrike%3Fid%3D4&amp;data=05%7C02%7Cmira&amp;reserved=0">the report</a>.</p><p class=MsoNormal><img src="cid:image001.png@01DA7C1E.5B3F5E00" alt="image001.png"></p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Mira Holt &lt;mira@strait.example&gt;<br><b>Sent:</b> Tuesday</p></div></div>`,
    text: "Dear desk,\n\nSee the report.\n\nFrom: Mira Holt <mira@strait.example>\nSent: Tuesday",
    html: '<p>Dear desk,</p>\n<p>See <a href="https://fjord.example/strike?id=4">the report</a>.</p>\n<p><strong>From:</strong> Mira Holt &lt;mira@strait.example&gt;<br><strong>Sent:</strong> Tuesday</p>',
  },
];
