/** Copy from programs people write in beside word processors: notes, chats, networks in a browser. */
import type { PastedCase } from "./pasted.ts";

export const programCases: readonly PastedCase[] = [
  {
    rule: "Apple Pages and TextEdit: classes of paragraphs and spaces of their own making are nothing",
    pasted: `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta http-equiv="Content-Style-Type" content="text/css"><title></title><meta name="Generator" content="Cocoa HTML Writer"><meta name="CocoaVersion" content="2487.6"><style type="text/css">p.p1 {margin: 0.0px 0.0px 12.0px 0.0px; font: 11.0px 'Helvetica Neue'} span.s1 {font-kerning: none}</style></head><body>
<p class="p1"><span class="s1">Crews of the<span class="Apple-converted-space">  </span><b>Strait Line</b> walked out.</span></p>
<p class="p2"><span class="s1"></span><br></p>
<ul class="ul1"><li class="li1"><span class="s2"></span><span class="s1">Rest</span></li><ul class="ul1"><li class="li1"><span class="s1">at night</span></li></ul><li class="li1"><span class="s1">Pay</span></li></ul></body></html>`,
    text: "Crews of the Strait Line walked out.\n\nRest\n\nat night\n\nPay",
    html: "<p>Crews of the <strong>Strait Line</strong> walked out.</p>\n<ul>\n<li>Rest\n<ul>\n<li>at night</li>\n</ul></li>\n<li>Pay</li>\n</ul>",
  },
  {
    rule: "Apple Notes: lines are divisions, an empty one is nothing, dashes are a list",
    pasted: `<div><h1>Ferries stop</h1></div><div>Crews <i>walked</i> out.</div><div><br></div><ul class="Apple-dash-list"><li>Rest</li><li>Pay</li></ul><div><font color="#000000"><b>Nobody</b> was hurt.</font></div>`,
    text: "Ferries stop\n\nCrews walked out.\n\nRest\n\nPay\n\nNobody was hurt.",
    html: "<h1>Ferries stop</h1>\n<p>Crews <em>walked</em> out.</p>\n<ul>\n<li>Rest</li>\n<li>Pay</li>\n</ul>\n<p><strong>Nobody</strong> was hurt.</p>",
  },
  {
    rule: "Outlook on the web: each line is a division, and its quotation is one",
    pasted: `<div class="elementToProof" style="font-family: Aptos; font-size: 12pt; color: rgb(0, 0, 0);">Dear desk,</div><div class="elementToProof" style="font-family: Aptos;"><br></div><div class="elementToProof">Four ships lie <b>idle</b>.</div><blockquote style="border-left: 3px solid rgb(200, 200, 200);"><div>Where?</div></blockquote>`,
    text: "Dear desk,\n\nFour ships lie idle.\n\nWhere?",
    html: "<p>Dear desk,</p>\n<p>Four ships lie <strong>idle</strong>.</p>\n<blockquote>\n<p>Where?</p>\n</blockquote>",
  },
  {
    rule: "Slack: a message is paragraphs, its lists are nested by their indents, its signs are words",
    pasted: `<meta charset='utf-8'><div class="p-rich_text_block" dir="auto"><div class="p-rich_text_section">Crews <b data-stringify-type="bold">walked</b> out <img src="https://a.slack-edge.com/26f4.png" aria-label="ferry emoji" alt=":ferry:" data-stringify-type="emoji" data-stringify-emoji=":ferry:">.<span class="c-mrkdwn__br" data-stringify-type="paragraph-break" aria-label="&nbsp;"></span>Nobody was hurt.</div><ul data-stringify-type="unordered-list" data-list-tree="true" class="p-rich_text_list p-rich_text_list__bullet" data-indent="0" data-border="0"><li data-stringify-indent="0" data-stringify-border="0">Rest</li></ul><ul data-stringify-type="unordered-list" class="p-rich_text_list" data-indent="1"><li data-stringify-indent="1">at night</li></ul><ul data-stringify-type="unordered-list" data-indent="0"><li data-stringify-indent="0">Pay</li></ul><blockquote type="cite" class="c-mrkdwn__quote" data-stringify-type="quote">We will sail.</blockquote><div class="p-rich_text_section">See <code data-stringify-type="code" class="c-mrkdwn__code">NH-4</code>.</div></div>`,
    text: "Crews walked out :ferry:.\n\nNobody was hurt.\n\nRest\n\nat night\n\nPay\n\nWe will sail.\n\nSee NH-4.",
    html: "<p>Crews <strong>walked</strong> out :ferry:.</p>\n<p>Nobody was hurt.</p>\n<ul>\n<li>Rest\n<ul>\n<li>at night</li>\n</ul></li>\n<li>Pay</li>\n</ul>\n<blockquote>\n<p>We will sail.</p>\n</blockquote>\n<p>See <code>NH-4</code>.</p>",
  },
  {
    rule: "X in a browser: a post is its words, its signs and its links, its buttons are nothing",
    pasted: `<div data-testid="tweetText" dir="auto" lang="en" class="css-146c3p1"><span class="css-1jxf684">No ferries today </span><img alt="⛴" draggable="false" src="https://abs-0.twimg.com/emoji/v2/svg/26f4.svg" title="Ferry"><span> </span><span><a href="/hashtag/NorthHaven?src=hashtag_click">#NorthHaven</a></span><span>

See </span><a href="https://t.co/a1b2" rel="noopener noreferrer" target="_blank"><span aria-hidden="true">https://</span>fjord.example/strike<span aria-hidden="true">…</span></a></div><div role="group" aria-label="12 replies"><button aria-label="12 Replies. Reply"><span>12</span></button></div>`,
    text: "No ferries today ⛴ #NorthHaven See https://fjord.example/strike…",
    html: '<p>No ferries today ⛴ <a href="/hashtag/NorthHaven?src=hashtag_click">#NorthHaven</a> See <a href="https://t.co/a1b2">https://fjord.example/strike…</a></p>',
  },
  {
    rule: "Telegram on the web: a post is its lines, its drawn signs are not bold, its foot is nothing",
    pasted: `<div class="tgme_widget_message_text js-message_text" dir="auto"><i class="emoji" style="background-image:url('//telegram.org/img/emoji/40/E29A93.png')"><b>⚓</b></i> <b>Паромы стоят</b><br/><br/>Экипажи ушли <i>во вторник</i>. <a href="?q=%23strait">#strait</a><br/><a href="https://fjord.example/strike" target="_blank" rel="noopener">Подробнее</a></div><div class="tgme_widget_message_footer compact js-message_footer"><span class="tgme_widget_message_views">12.3K</span><a class="tgme_widget_message_date" href="https://t.me/strait/1"><time datetime="2026-11-24T10:00:00+00:00" class="time">10:00</time></a></div>`,
    text: "⚓ Паромы стоят\n\nЭкипажи ушли во вторник. #strait\nПодробнее",
    html: '<p>⚓ <strong>Паромы стоят</strong></p>\n<p>Экипажи ушли <em>во вторник</em>. #strait<br><a href="https://fjord.example/strike">Подробнее</a></p>',
  },
];
