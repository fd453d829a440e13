/** How something could be called by a script that ran: every payload calls `ran` with its number. */
const call = (n: number): string => `(window.ran||alert)(${n})`;
const entities = (text: string): string => Array.from(text, (c) => `&#${c.codePointAt(0)};`).join('');
const blanks = (text: string): string => text.replace('javascript', 'java\tscript');

const tags = [
  'img src=x',
  'svg',
  'body',
  'details open',
  'video src=x',
  'audio src=x',
  'iframe',
  'input autofocus',
  'math',
  'marquee',
  'object data=x',
  'select autofocus',
  'a href=# autofocus',
  'svg><animate attributeName=x dur=1s',
];
const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle', 'onstart', 'onmouseover'];
const addresses: ((code: string) => string)[] = [
  (code) => `javascript:${code}`,
  (code) => `JaVaScRiPt:${code}`,
  (code) => blanks(`javascript:${code}`),
  (code) => `\u0001javascript:${code}`,
  (code) => entities(`javascript:${code}`),
  (code) => `javascript&colon;${code}`,
  (code) => `data:text/html,<script>${code}</script>`,
  (code) => `data:text/html;base64,${Buffer.from(`<script>${code}</script>`).toString('base64')}`,
  (code) => `vbscript:${code}`,
  (code) => `//javascript:${code}`,
  (code) => `https://a.example/"onmouseover="${code}`,
];
/** Where an address stands in Markdown. */
const places: ((address: string) => string)[] = [
  (a) => `[Link](${a})`,
  (a) => `[Link](<${a}>)`,
  (a) => `![Bild](${a})`,
  (a) => `<${a}>`,
  (a) => `[Link][z]\n\n[z]: ${a}`,
  (a) => `[![Bild](${a})](${a})`,
  (a) => `[Link](https://a.example '${a}')`,
  (a) => `[@Kim](person:${a})`,
  (a) => `<a href="${a}">Link</a>`,
];
const elements: ((code: string) => string)[] = [
  (c) => `<script>${c}</script>`,
  (c) => `<ScRiPt >${c}</sCrIpT>`,
  (c) => `</textarea></title></style><script>${c}</script>`,
  (c) => `"><script>${c}</script>`,
  (c) => `'--><script>${c}</script>`,
  (c) => `<svg><script>${c}</script></svg>`,
  (c) => `<math><mtext></mtext><style><img src=x onerror=${c}></style></math>`,
  (c) => `<noscript><p title="</noscript><img src=x onerror=${c}>"></noscript>`,
  (c) => `<template><script>${c}</script></template><img src=x onerror=${c}>`,
  (c) => `<iframe srcdoc="<script>${c}</script>"></iframe>`,
  (c) => `<meta http-equiv="refresh" content="0;url=javascript:${c}">`,
  (c) => `<base href="javascript:${c}//"><a href="#">a</a>`,
  (c) => `<form action="javascript:${c}"><button autofocus>a</button></form>`,
  (c) => `<style>@import "javascript:${c}";</style>`,
  (c) => `<link rel=stylesheet href="javascript:${c}">`,
  (c) => `{{constructor.constructor('${c}')()}}`,
  (c) => `\${${c}}`,
  (c) => `<!--<img src="--><img src=x onerror=${c}//">`,
  (c) => `<![CDATA[<script>${c}</script>]]>`,
  (c) => `<div style="animation:a 1s" onanimationstart=${c}><style>@keyframes a{}</style>`,
  (c) => `<img src=x:x onerror&#61;${c}><x onclick=${c} autofocus tabindex=1 onfocus=${c}>`,
  (c) => `\u2028<script>${c}</script>`,
];
const contexts: ((text: string) => string)[] = [
  (t) => t,
  (t) => `> ${t}`,
  (t) => `- ${t}`,
  (t) => `| a |\n| - |\n| ${t.replaceAll('\n', ' ')} |`,
];

/** Combinations of what runs with where it stands, each with its own number. */
export function payloads(): { n: number; text: string }[] {
  const made: ((n: number) => string)[] = [
    ...tags.flatMap((tag) => handlers.map((handler) => (n: number) => `<${tag} ${handler}=${call(n)}>`)),
    ...addresses.flatMap((address) => places.map((place) => (n: number) => place(address(call(n))))),
    ...elements.flatMap((element) => contexts.map((context) => (n: number) => context(element(call(n))))),
  ];
  return made.map((make, i) => ({ n: i + 1, text: make(i + 1) }));
}
