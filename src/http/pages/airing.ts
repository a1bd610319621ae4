// One airing as villagers read it: when, where it was heard and where not, its words, its sound, its source.
// It must never show a word of what was stopped; there is none in what it is given.
import {
  type HeardThere,
  hasSounded,
  type PublicAiring,
  type PublicWords,
} from '../../domain/public/public-page.ts';
import { REPORT_KINDS } from '../../domain/public/report.ts';
import { dayOfMark } from '../../domain/sound/synthetic.ts';
import { VIETNAM_OFFSET_MS } from '../../domain/vietnam-time.ts';
import type { PublicView } from '../../services/public/public-door.ts';
import { langOf, type Shown, wordsOf } from './frame.ts';
import { address, type Html, html, NONE } from './html.ts';

/** Three lines of a phone are read at once; more is folded; a long one has a page of its own. */
const OPEN_CHARS = 300;
const FOLDED_CHARS = 2_500;

/** @param whole on a page of its own nothing is folded; `text` is the part shown there */
export function airingArticle(
  shown: Shown,
  of: { view: PublicView; airing: PublicAiring; whole?: { text: string } },
): Html {
  const { view, airing } = of;
  const w = wordsOf(shown);
  const { said } = airing;
  const marks = html`${airing.priority === 'emergency' && html`<strong class="urgent">${w.emergency}</strong>`}${
    airing.priority === 'priority' && html`<strong>${w.priority}</strong>`
  }${airing.drill && html`<strong class="drill">${w.drill}</strong>`}`;
  const head = html`<p class="when"><time datetime="${isoOf(airing.playAtMs)}">${hourOf(airing.playAtMs)}</time>${marks}</p>`;
  const places = html`<p class="where">${placesLine(shown, view, airing.places)}</p>`;
  if (said === null) return html`<article>${head}<h3>${w.stopped}</h3>${places}</article>`;
  const src = `/xa/${view.code}/sound/${airing.id}.opus`;
  return html`<article id="l-${airing.id}" itemscope itemtype="https://schema.org/AudioObject"${syntheticMark(said)}>
${head}<h3 itemprop="name" lang="vi">${said.title}</h3>${places}
${of.whole ? html`<p lang="vi" id="chu">${of.whole.text}</p>` : words(shown, { view, airing, said })}
<audio controls preload="none" src="${src}" aria-label="${w.sound(said.title)}"></audio>${of.whole ? html`<div id="nghe" data-seconds="/xa/${view.code}/sound/${airing.id}.json" hidden></div>` : followLink(shown, { view, airing, said })}
<p class="facts"><a href="${src}" itemprop="contentUrl" type="audio/ogg" aria-label="${w.soundFile}: ${said.title}">${w.soundFile}</a> (${lengthOf(shown, airing)}) ${w.soundHint}</p>
${said.synthetic !== null && html`<p class="facts">${w.synthetic} (${said.synthetic.engine}, ${said.synthetic.voice}, ${dayOfMark(said.synthetic)})<meta itemprop="digitalSourceType" content="${sourceType(said)}"></p>`}
${markLine(shown, said)}${sourceLine(shown, said)}${reportLinks(shown, { view, airing, title: said.title })}</article>`;
}

/** Luật 134/2025/QH15 Art. 11: a mark a machine can read, beside the sentence a person reads. */
function syntheticMark({ synthetic }: PublicWords): Html {
  if (synthetic === null) return html` data-synthetic="false"`;
  const made = new Date(synthetic.madeAtMs).toISOString();
  return html` data-synthetic="true" data-engine="${synthetic.engine}" data-voice="${synthetic.voice}" data-made-at="${made}"`;
}

/** IPTC's and schema.org's terms: espeak-ng follows rules, every other engine was trained on voices. */
function sourceType({ synthetic }: PublicWords): string {
  const kind = synthetic?.engine.startsWith('espeak') ? 'Algorithmic' : 'TrainedAlgorithmic';
  return `https://schema.org/${kind}MediaDigitalSource`;
}

/** To the page where words move with the sound. */
function followLink(shown: Shown, { view, airing, said }: OfAiring & { said: PublicWords }): Html {
  const w = wordsOf(shown);
  const own = address(`/xa/${view.code}/tin/${airing.id}`, { lang: langOf(shown) });
  return html`<p class="facts"><a href="${own}" aria-label="${w.follow}: ${said.title}">${w.follow}</a></p>`;
}

type OfAiring = { view: PublicView; airing: PublicAiring };

function words(shown: Shown, of: OfAiring & { said: PublicWords }): Html {
  const { text } = of.said;
  const w = wordsOf(shown);
  if (text.length <= OPEN_CHARS) return html`<p lang="vi">${text}</p>`;
  const isWhole = text.length <= FOLDED_CHARS;
  const own = address(`/xa/${of.view.code}/tin/${of.airing.id}`, { lang: langOf(shown) });
  const on = html` <a href="${own}" aria-label="${w.readOn}: ${of.said.title}">${w.readOn}</a>`;
  return html`<details><summary><span lang="vi">${cut(text, 140)}…</span> <b>${w.read}</b></summary><p lang="vi">${
    isWhole ? text : `${cut(text, FOLDED_CHARS)}…`
  }${!isWhole && on}</p></details>`;
}

/** At a blank, so that no word is halved. */
export function cut(text: string, chars: number): string {
  const short = text.slice(0, chars);
  const blank = short.lastIndexOf(' ');
  return blank > chars / 2 ? short.slice(0, blank) : short;
}

/** How much of the page this one takes, in bytes: what a page is filled by. */
export function weightOf({ said, places }: PublicAiring): number {
  if (said === null) return 500 + places.length * 40;
  const text = said.text.slice(0, FOLDED_CHARS);
  const folded = text.length > OPEN_CHARS ? 500 : 0;
  return (
    2_500 +
    2 * Buffer.byteLength(said.synthetic?.engine ?? '') +
    folded +
    Buffer.byteLength(text) +
    6 * Buffer.byteLength(said.title) +
    Buffer.byteLength(said.source?.clauses ?? '') +
    places.length * 40
  );
}

/** Honest in three parts: heard, partly, not at all. */
function placesLine(shown: Shown, view: PublicView, places: readonly HeardThere[]): Html {
  const w = wordsOf(shown);
  const names = new Map(view.villages.map(({ id, name }) => [id, name]));
  const name = ({ areaId }: HeardThere) => names.get(areaId) ?? w.everywhere;
  // of one that was cut short nothing more is to say; where some kept silent, how many did not
  const some = (place: HeardThere) =>
    place.played + place.partly === place.speakers
      ? name(place)
      : `${name(place)} (${w.speakers(place.played + place.partly, place.speakers)})`;
  const whole = places.filter(({ played, speakers }) => played === speakers);
  const partly = places.filter((place) => hasSounded(place) && place.played < place.speakers);
  const silent = places.filter((place) => !hasSounded(place));
  const isAll =
    whole.length === places.length && whole.length > 1 && whole.length >= view.villages.length;
  const line = (says: string, list: string[]) =>
    list.length === 0
      ? NONE
      : html`<span>${says}: <span lang="vi">${list.join(', ')}</span>. </span>`;
  if (isAll) return html`${w.heard} ${w.everywhere}.`;
  return html`${line(w.heard, whole.map(name))}${line(w.partly, partly.map(some))}${line(w.silent, silent.map(name))}`;
}

function sourceLine(shown: Shown, { source }: PublicWords): Html {
  if (source === null) return NONE;
  const named = [source.number, source.clauses, source.title, source.issuer].filter(
    (part) => part !== null && part !== '',
  );
  return html`<p class="facts">${wordsOf(shown).source}: <cite lang="vi" itemprop="isBasedOn">${named.join(', ')}</cite></p>`;
}

/** Read alone, the words of a draft would look like the law. */
function markLine(shown: Shown, { mark }: PublicWords): Html {
  if (mark === null) return NONE;
  return html`<p class="facts"><strong>${wordsOf(shown).mark[mark]}</strong></p>`;
}

/** The first of two taps; the second sends. */
export function reportLinks(
  shown: Shown,
  of: { view: PublicView; airing: PublicAiring | null; title: string | null },
): Html {
  const w = wordsOf(shown);
  const path = `/xa/${of.view.code}/phan-anh`;
  const { ban = null, loa = null } = shown.query;
  const about = of.title === null ? '' : `: ${of.title}`;
  return html`<p class="report">${REPORT_KINDS.map((viec) => {
    const to = address(path, { viec, luot: of.airing?.id ?? null, ban, loa, lang: langOf(shown) });
    return html`<a href="${to}" rel="nofollow"${about !== '' && html` aria-label="${w.kind[viec]}${about}"`}>${w.kind[viec]}</a> `;
  })}</p>`;
}

function lengthOf(shown: Shown, { durationMs }: PublicAiring): string {
  const seconds = Math.round(durationMs / 1_000);
  return wordsOf(shown).length(Math.floor(seconds / 60), seconds % 60);
}

const vietnam = (ms: number) => new Date(ms + VIETNAM_OFFSET_MS).toISOString();
export const hourOf = (ms: number): string => vietnam(ms).slice(11, 16);
const isoOf = (ms: number): string => `${vietnam(ms).slice(0, 19)}+07:00`;
