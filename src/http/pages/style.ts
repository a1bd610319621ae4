// The style of the villagers' pages: large letters, thumbs, light and dark, nothing fetched.
// It must never name a font or a picture that has to be loaded.

/** Contrast is AA in both schemes; no letter is smaller than 18 px. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ground:#f4f7f4;--card:#fff;--ink:#14231f;--soft:#42524c;--line:#7d8f87;--lead:#0f5c4d;--on:#fff;--bad:#a51d1a;--wait:#765000}
@media(prefers-color-scheme:dark){:root{--ground:#0d1715;--card:#15221f;--ink:#e6efeb;--soft:#b4c4bd;--line:#6f847b;--lead:#6fd0b3;--on:#06231c;--bad:#ff9d94;--wait:#f3c868}}
*{box-sizing:border-box}
html{font:18px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:42rem;padding:0 1rem 2rem;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:center;gap:1rem;border-bottom:2px solid var(--lead);font-weight:700}
h1{font-size:1.8rem;line-height:1.2;margin:1rem 0 .5rem}
h2{font-size:1.3rem;line-height:1.25;margin:2rem 0 .75rem}
h3{font-size:1.2rem;line-height:1.3;margin:.25rem 0 .5rem}
p{margin:.5rem 0}
a{color:var(--lead)}
a,summary,button,select,input,.pick{min-height:44px}
:focus-visible{outline:3px solid var(--lead);outline-offset:2px}
article{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1rem;margin:0 0 1rem;unicode-bidi:isolate}
article p[lang],article details p{font-size:1.1rem}
audio{width:100%;margin:.5rem 0}
time{font-weight:700;font-size:1.2rem}
.when{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center}
.when strong{padding:.1rem .6rem;border:2px solid;border-radius:8px}
.urgent{color:var(--bad)}.drill{color:var(--wait)}
.where,.facts{color:var(--soft)}
.facts a{display:inline-flex;align-items:center}
summary{cursor:pointer;padding:.4rem 0}
summary b{color:var(--lead);text-decoration:underline}
header a,nav a,.report a,.steps a,.list a{display:inline-flex;align-items:center;min-height:44px;padding:0 .8rem;border:1px solid var(--line);border-radius:10px;background:var(--card);text-decoration:none;margin:.2rem .15rem .2rem 0}
header a{border:0;background:none}
nav a[aria-current]{background:var(--lead);color:var(--on);font-weight:700}
.choose{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:1rem 0}
.choose label{flex:1 0 100%}
.choose select,.choose input{flex:1 1 9rem;min-width:0}
select,input,textarea,button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.4rem .8rem;max-width:100%}
textarea,form>select{width:100%}
button{border-color:var(--lead);color:var(--lead);font-weight:700;cursor:pointer}
.main{width:100%;background:var(--lead);color:var(--on);font-size:1.2rem;min-height:56px;margin:1rem 0}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend{font-weight:700}
.pick{display:flex;align-items:center;gap:.8rem;border:1px solid var(--line);border-radius:10px;background:var(--card);padding:.5rem 1rem;margin:.4rem 0}
.pick input{width:24px;height:24px;min-height:0;flex:none}
.number{font-size:2rem;letter-spacing:.06em}
.note{border-left:4px solid var(--wait);padding-left:.8rem}
.said{white-space:pre-line}
blockquote{margin:.5rem 0;padding-left:.8rem;border-left:4px solid var(--line)}
.list{list-style:none;padding:0}
.list a{width:100%}
footer{border-top:1px solid var(--line);margin-top:2rem;color:var(--soft)}
.empty{padding:2rem 0;font-size:1.2rem}`;
