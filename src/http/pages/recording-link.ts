// The pages behind a recording link: the words in large letters, a way to record and send them, a way to judge what was sent.
// It must never show anything of the commune but this one bulletin.
import type { LinkView } from '../../services/languages/languages-door.ts';
import { type Html, html, NONE } from './html.ts';
import { LINK_WORDS, type LinkWords } from './link-words.ts';
import type { PageLanguage } from './words.ts';

export type LinkShown = { lang: PageLanguage; path: string };

export function linkPage(shown: LinkShown, view: LinkView): Html {
  const w = LINK_WORDS[shown.lang];
  const isSpeaker = view.kind === 'speak';
  const main = html`<h1>${isSpeaker ? w.speak : w.listen}</h1>
<p>${w.hello(view.name, view.communeName)} ${
    isSpeaker
      ? w.asks(view.languageName, spokenDay(view.dueDay))
      : w.asksListen(view.languageName, view.speakerName ?? '…')
  }</p>${standing(w, view)}${view.personalData && html`<p class="note">${w.personal}</p>`}
<article><h2 lang="vi">${view.title}</h2><h3>${w.words}</h3>${
    view.untranslated &&
    html`<p class="facts">${(isSpeaker ? w.untranslated : w.saidIn)(view.languageName)}</p>`
  }<p class="said big">${view.text}</p></article>
${isSpeaker ? speaking(w, view, shown) : listening(w, view, shown)}<p class="facts">${w.kept}</p>`;
  return framed(shown, { title: `${w.speak} · ${view.title}`, commune: view.communeName, main });
}

export function linkFault(shown: LinkShown, says: string): Html {
  const { fault } = LINK_WORDS[shown.lang];
  const main = html`<h1>${fault}</h1><p class="empty" role="alert">${says}</p>`;
  return framed(shown, { title: fault, commune: 'Vang Xa', main });
}

function framed(
  { lang, path }: LinkShown,
  of: { title: string; commune: string; main: Html },
): Html {
  const w = LINK_WORDS[lang];
  const other = lang === 'vi' ? 'en' : 'vi';
  const there = other === 'en' ? `${path}?lang=en` : path;
  return html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${of.title}</title><link rel="stylesheet" href="/xa/trang.css"><link rel="stylesheet" href="/thu-am/trang.css"><link rel="icon" href="data:,">
</head><body><header><p>${of.commune}</p><a href="${there}" lang="${other}" hreflang="${other}">${w.other}</a></header>
<main>${of.main}</main></body></html>`;
}

/** "8/12/2026" */
const spokenDay = (day: string): string => day.split('-').map(Number).reverse().join('/');

function standing(w: LinkWords, { kind, state, remark }: LinkView): Html {
  if (kind === 'listen') {
    if (state === 'sent') return NONE;
    const says = { confirmed: w.thanks, returned: w.wasReturned, asked: w.waits, revoked: '' };
    return html`<p class="note" role="status">${says[state]}</p>`;
  }
  if (state === 'asked') return NONE;
  return html`<p class="note" role="status">${w.state[state]}${
    state === 'returned' && html` <b>${remark ?? ''}</b>`
  }</p>`;
}

function sentSound(w: LinkWords, view: LinkView, { path, title }: { path: string; title: string }) {
  if (view.contentHash === null) return NONE;
  // another recording has another address: no browser plays the old one
  const src = `${path}/ban-ghi?v=${view.contentHash.slice(0, 12)}&kieu=`;
  return html`<section><h2>${title}</h2><audio controls preload="none" aria-label="${title}"><source src="${src}opus" type="audio/ogg;codecs=opus"><source src="${src}mp3" type="audio/mpeg"></audio>${
    view.findings.length > 0 &&
    html`<p>${w.found}</p><ul>${view.findings.map(({ vi, en }) => html`<li>${w === LINK_WORDS.en ? en : vi}</li>`)}</ul>`
  }</section>`;
}

function speaking(w: LinkWords, view: LinkView, { path }: LinkShown): Html {
  const heard = sentSound(w, view, { path, title: w.yours });
  if (view.state === 'confirmed') return heard;
  const said = { ...TOLD(w), hash: view.textHash };
  return html`${heard}<ol class="steps">${w.step.map((one) => html`<li>${one.slice(3)}</li>`)}</ol><p>${w.quiet}</p>
<form id="thu" method="post" action="${path}/ban-ghi"${Object.entries(said).map(([name, text]) => html` data-${NAMED(name)}="${text}"`)}>
<div id="micro" hidden><button type="button" id="bam" class="main">${w.start}</button><p class="number" id="gio" role="timer" aria-live="off"></p></div>
<p id="khong" hidden>${w.onlyFile}</p>
<label for="tep">${w.orFile}</label><input type="file" id="tep" accept="audio/*,.wav,.mp3,.m4a,.mp4,.ogg,.opus,.flac,.webm">
<div id="nghe" hidden><p>${w.own}</p><audio id="rieng" controls aria-label="${w.own}"></audio></div>
<label for="ten">${w.speaker}</label><input id="ten" name="ten" value="${view.speakerName ?? view.name}" maxlength="300" autocomplete="name" required>
<label class="pick"><input type="checkbox" id="dong-y" required> ${w.consent}</label>
<progress id="tien" max="1" value="0" hidden aria-label="${w.sending}"></progress>
<p id="bao" role="status"></p><button class="main" id="gui">${w.send}</button></form>
<noscript><p class="note">${w.noScript}</p></noscript><script src="/thu-am/trang.js" defer></script>`;
}

/** What the page's script says, in the page's language. */
const TOLD = (w: LinkWords) => ({
  ...{ start: w.start, stop: w.stop, again: w.again, running: w.running, sending: w.sending },
  ...{ received: w.received, refused: w.refused, nothing: w.nothing, consent: w.noConsent },
  ...{ large: w.tooLarge, lost: w.lost, longest: w.longest },
});
/** Names of this file, not of a person: they need no escaping. */
const NAMED = (name: string): Html => ({ markup: name });

function listening(w: LinkWords, view: LinkView, { path }: LinkShown): Html {
  const heard = sentSound(w, view, { path, title: w.theirs });
  if (view.state !== 'sent') return heard;
  const hash = html`<input type="hidden" name="hash" value="${view.contentHash}">`;
  return html`${heard}<form method="post" action="${path}">${hash}<input type="hidden" name="dung" value="1"><label class="pick"><input type="checkbox" required> ${w.confirmHint}</label><button class="main">${w.confirm}</button></form>
<form method="post" action="${path}">${hash}<label for="nx">${w.remark}</label><textarea id="nx" name="nhan-xet" rows="3" maxlength="300" required></textarea><button>${w.sendBack}</button></form>`;
}
