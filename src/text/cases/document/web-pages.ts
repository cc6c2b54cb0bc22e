/** Copy from pages of news sites, whole or selected, as a browser gives it. */
import type { PastedCase } from "./pasted.ts";

export const webPageCases: readonly PastedCase[] = [
  {
    rule: "a news site's page is its story, without boxes, adverts and bars",
    pasted: `<!doctype html><html lang="en"><head><title>Ferries stop in the strait | Fjord News</title><link rel="canonical" href="https://fjord.example/strait/ferries-stop">
<script type="application/ld+json">{"headline":"Ferries stop"}</script></head><body class="single has-comments">
<a class="skip-link screen-reader-text" href="#main">Skip to content</a>
<div class="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>
<header class="site-header"><nav class="main-nav"><ul><li><a href="/world">World</a></li></ul></nav></header>
<div class="ad-slot" id="top-ad"><p>Advertisement</p><iframe src="https://ads.example/1"></iframe></div>
<main id="main"><article class="post"><div class="breadcrumbs"><a href="/">Home</a> / <a href="/strait">Strait</a></div>
<h1 class="entry-title">Ferries stop in the strait</h1>
<div class="share-bar"><ul><li><a href="https://network.example/share">Share</a></li></ul></div>
<figure class="wp-block-image"><img src="https://fjord.example/port.jpg" srcset="port-2x.jpg 2x" alt="A port"><figcaption>The port of North Haven. <span class="credit">Photo: I. Vale</span></figcaption></figure>
<p>Crews of the <a href="/companies/strait-line">Strait Line</a> walked out on <strong>Tuesday</strong>.<span class="visually-hidden"> (opens in a new tab)</span></p>
<aside class="related"><h2>Read also</h2><ul><li><a href="/old">Older story</a></li></ul></aside>
<div class="related-posts"><h3>Related</h3><ul><li><a href="/other">Other story</a></li></ul></div>
<p class="advert">Advertisement</p><ins class="adsbygoogle" style="display:block"></ins>
<blockquote><p>“We will sail when we have slept,” she said.</p></blockquote>
<h2>What the crews ask</h2>
<ul><li>Rest</li><li>Pay</li></ul>
<div class="newsletter-signup"><h3>Get our newsletter</h3><form><input type="email"><button>Subscribe</button></form></div>
<p>Nobody was hurt.</p>
<div class="author-box"><p>Mira Holt writes about ships.</p></div>
<div class="post-tags">Tags: <a href="/tags/strait">strait</a></div></article></main>
<section id="comments" class="comments-area"><h2>12 comments</h2><ol class="comment-list"><li>First!</li></ol></section>
<footer class="site-footer"><p>© Fjord News</p></footer></body></html>`,
    text: "Ferries stop in the strait\n\nThe port of North Haven. Photo: I. Vale\n\nCrews of the Strait Line walked out on Tuesday.\n\n“We will sail when we have slept,” she said.\n\nWhat the crews ask\n\nRest\n\nPay\n\nNobody was hurt.",
    html: '<h1>Ferries stop in the strait</h1>\n<p>The port of North Haven. Photo: I. Vale</p>\n<p>Crews of the <a href="https://fjord.example/companies/strait-line">Strait Line</a> walked out on <strong>Tuesday</strong>.</p>\n<blockquote>\n<p>“We will sail when we have slept,” she said.</p>\n</blockquote>\n<h2>What the crews ask</h2>\n<ul>\n<li>Rest</li>\n<li>Pay</li>\n</ul>\n<p>Nobody was hurt.</p>',
  },
  {
    rule: "a selection that Chrome gives with the styles it computed is no bolder than it looks",
    pasted: `<html><body><!--StartFragment--><p style="margin: 0px 0px 1em; color: rgb(17, 17, 17); font-family: Georgia; font-style: normal; font-weight: 400; letter-spacing: normal; white-space: normal;">Crews of the<span> </span><b style="font-weight: 700;">Strait Line</b><span> </span>walked out<span class="Apple-converted-space"> </span><em style="font-style: italic;">on Tuesday</em>.</p><br class="Apple-interchange-newline"><!--EndFragment--></body></html>`,
    text: "Crews of the Strait Line walked out on Tuesday.",
    html: "<p>Crews of the <strong>Strait Line</strong> walked out <em>on Tuesday</em>.</p>",
  },
  {
    rule: "a half sentence selected across elements is one line",
    pasted: `<meta charset='utf-8'><span style="color: rgb(0, 0, 0); display: inline !important; float: none;">walked out on<span> </span></span><strong style="font-weight: bolder;">Tuesday</strong>`,
    text: "walked out on Tuesday",
    html: "<p>walked out on <strong>Tuesday</strong></p>",
  },
  {
    rule: "pictures inside the page, of the machine or of a page's memory leave their words alone",
    pasted: `<p>One</p><img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+" alt=""><p><img src="file:///home/mira/port.jpg" alt="A crane in the port"></p><img src="blob:https://fjord.example/1" alt="IMG_2033.HEIC"><img src="webkit-fake-url://1/image.tiff"><p>Two</p>`,
    text: "One\n\nA crane in the port\n\nTwo",
  },
  {
    rule: "a picture that is hidden, as those that only count readers are, says nothing",
    pasted: `<p>One</p><img src="https://count.example/1.gif" alt="counter" style="display:none"><img hidden alt="counter">`,
    text: "One",
  },
  {
    rule: "bold taken back inside bold is not bold",
    pasted: `<p><b>One <span style="font-weight:normal">two</span> three</b> <i>four <span style="font-style: normal">five</span></i></p>`,
    text: "One two three four five",
    html: "<p><strong>One </strong>two<strong> three</strong> <em>four </em>five</p>",
  },
  {
    rule: "bold as the style of a paragraph is bold, in a heading it is not",
    pasted: `<p style="font-weight:bold">One <span style="font-style:italic">two</span></p><p>Three</p><h2 style="font-weight:bold">Four</h2>`,
    text: "One two\n\nThree\n\nFour",
    html: "<p><strong>One <em>two</em></strong></p>\n<p>Three</p>\n<h2>Four</h2>",
  },
  {
    rule: "the numbers of notes in an encyclopaedia stay in their brackets",
    pasted: `<p>The strait is deep.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">Chart of 1998</span></li></ol>`,
    text: "The strait is deep.[1]\n\n^ Chart of 1998",
  },
  {
    rule: "a network's box round a post is a quotation with its link",
    pasted: `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">No ferries today. <a href="https://t.co/a1b2">pic.twitter.com/a1b2</a></p>&mdash; Strait Line (@straitline) <a href="https://twitter.com/straitline/status/1">November 24, 2026</a></blockquote> <script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>`,
    text: "No ferries today. pic.twitter.com/a1b2\n\n— Strait Line (@straitline) November 24, 2026",
    html: '<blockquote>\n<p>No ferries today. <a href="https://t.co/a1b2">pic.twitter.com/a1b2</a></p>\n<p>— Strait Line (@straitline) <a href="https://twitter.com/straitline/status/1">November 24, 2026</a></p>\n</blockquote>',
  },
  {
    rule: "a list put straight into a list of a page belongs to the item before it, and without one to the list itself",
    pasted: "<ul><ul><li>One</li></ul><li>Two</li><ol><li>Three</li></ol></ul>",
    text: "One\n\nTwo\n\nThree",
    html: "<ul>\n<li>One</li>\n<li>Two\n<ol>\n<li>Three</li>\n</ol></li>\n</ul>",
  },
  {
    rule: "cells in the head of a table are its header, whatever they are called",
    pasted:
      "<table><thead><tr><td>One</td><td>Two</td></tr></thead><tbody><tr><td>Three</td><td>Four</td></tr></tbody></table>",
    text: "One\n\nTwo\n\nThree\n\nFour",
    html: '<div class="table" role="group" aria-label="Table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th scope="col">One</th>\n<th scope="col">Two</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Three</td>\n<td>Four</td>\n</tr>\n</tbody>\n</table>\n</div>',
  },
  {
    rule: "a class that only sounds like furniture is none",
    pasted:
      '<div class="has-ads related-to-ships"><p class="lead-share-price">Shares fell.</p><span class="ad">An ad in a line</span></div>',
    text: "Shares fell.\n\nAn ad in a line",
  },
];
