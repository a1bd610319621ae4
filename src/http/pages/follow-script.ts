// The one script of the villagers' pages: words that move with the sound, on the page of one airing; without it the page is whole.
// It must never send anything, keep anything, or load anything but the seconds of its own sound.

/**
 * Old phones read it as it stands: no build, nothing newer than 2017. Words are put in as text, never as markup.
 * Nobody is talked over: no live region; what sounds is `aria-current`.
 */
export const FOLLOW_SCRIPT = `(function () {
'use strict';
var box = document.getElementById('nghe');
var sound = document.querySelector('audio');
if (!box || !sound || !window.fetch) return;
var SVG = 'http://www.w3.org/2000/svg';
var clauses = [], buttons = [], shown = -1, asked = false, played = null, list = null, line = null;
function make(name, parent) { var one = document.createElement(name); parent.appendChild(one); return one; }
function load() {
  if (asked) return;
  asked = true;
  fetch(box.getAttribute('data-seconds'), { credentials: 'omit' })
    .then(function (answer) { if (!answer.ok) throw new Error(); return answer.json(); })
    .then(build, function () { asked = false; });
}
function build(heard) {
  if (!heard.clauses.length) return;
  clauses = heard.clauses;
  if (heard.peaks.length) draw(heard.peaks, heard.durationMs);
  list = make('ol', box);
  list.className = 'vay';
  list.setAttribute('lang', 'vi');
  list.addEventListener('keydown', step);
  clauses.forEach(function (clause, n) {
    var button = make('button', make('li', list));
    button.type = 'button';
    button.textContent = clause.words;
    button.tabIndex = n === 0 ? 0 : -1;
    button.addEventListener('click', function () { go(clause.startMs); });
    buttons.push(button);
  });
  var still = document.getElementById('chu');
  if (still) still.hidden = true;
  box.hidden = false;
  show();
}
function draw(peaks, durationMs) {
  line = document.createElementNS(SVG, 'svg');
  line.setAttribute('viewBox', '0 0 ' + peaks.length * 3 + ' 48');
  line.setAttribute('preserveAspectRatio', 'none');
  line.setAttribute('aria-hidden', 'true');
  var bars = peaks.map(function (peak, n) {
    var high = Math.max(2, (peak / 127) * 48);
    return 'M' + n * 3 + ' ' + (24 - high / 2).toFixed(1) + 'h2v' + high.toFixed(1) + 'h-2z';
  }).join('');
  played = document.createElementNS(SVG, 'rect');
  played.setAttribute('height', '48');
  played.setAttribute('width', '0');
  var path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', bars);
  line.appendChild(played);
  line.appendChild(path);
  line.addEventListener('click', function (event) {
    var at = line.getBoundingClientRect();
    go(((event.clientX - at.left) / at.width) * durationMs);
  });
  line.setAttribute('data-long', String(durationMs));
  box.appendChild(line);
}
function go(ms) {
  sound.currentTime = ms / 1000;
  if (sound.paused) { var going = sound.play(); if (going && going.catch) going.catch(function () {}); }
  show();
}
function step(event) {
  var by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  var next = by && buttons[buttons.indexOf(document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
function show() {
  var ms = sound.currentTime * 1000;
  if (played) played.setAttribute('width', String(line.viewBox.baseVal.width * Math.min(1, ms / Number(line.getAttribute('data-long')))));
  var at = -1;
  for (var n = 0; n < clauses.length && clauses[n].startMs <= ms; n += 1) at = n;
  if (sound.paused && ms === 0) at = -1;
  if (at === shown) return;
  if (shown >= 0) { buttons[shown].removeAttribute('aria-current'); buttons[shown].tabIndex = -1; }
  shown = at;
  if (at < 0) return;
  buttons[at].setAttribute('aria-current', 'true');
  buttons[at].tabIndex = 0;
  list.scrollTop = buttons[at].parentNode.offsetTop - list.clientHeight / 3;
}
function tick() { show(); if (!sound.paused) window.requestAnimationFrame(tick); }
sound.addEventListener('play', function () { load(); tick(); });
sound.addEventListener('seeked', show);
sound.addEventListener('focus', load);
sound.addEventListener('pointerdown', load);
}());
`;

/** Beside the page's own style; only the page of one airing has these. */
export const FOLLOW_STYLE = `#nghe svg{display:block;width:100%;height:48px;cursor:pointer;margin:.5rem 0}
#nghe path{fill:var(--line)}#nghe rect{fill:var(--lead);opacity:.35}
.vay{list-style:none;margin:0;padding:.2rem;max-height:22rem;overflow-y:auto;position:relative;border:1px solid var(--line);border-radius:10px}
.vay button{width:100%;text-align:left;border:0;border-left:4px solid transparent;border-radius:0;color:inherit;font-weight:400;background:none}
.vay button[aria-current]{border-left-color:var(--lead);background:var(--ground);font-weight:700}
[hidden]{display:none}`;
