// The pages of a report: one form, one number to keep, one answer; and what is said when it does not work.
// It must never ask who somebody is.
import type { PublicAiring } from '../../domain/public/public-page.ts';
import { REPORT_KINDS, REPORT_TEXT_MAX, type ReportKind } from '../../domain/public/report.ts';
import { spokenTime } from '../../domain/vietnam-time.ts';
import type { FollowedReport, PublicArea, PublicView } from '../../services/public/public-door.ts';
import { airingArticle, cut, hourOf } from './airing.ts';
import { framed, langOf, type Shown, wordsOf } from './frame.ts';
import { address, type Html, html, NONE } from './html.ts';
import { ring, villageOptions } from './week.ts';

export type FormAsked = {
  viec: ReportKind | null;
  luot: string | null;
  ban: string | null;
  loa: string | null;
};

export function reportForm(shown: Shown, view: PublicView, asked: FormAsked): Html {
  const w = wordsOf(shown);
  const airing = view.airings.find(({ id }) => id === asked.luot) ?? null;
  const hidden = { luot: airing?.id ?? null, loa: asked.loa, lang: langOf(shown) };
  const main = html`<h1>${w.report}</h1>${about(airing)}
<form method="post" action="/xa/${view.code}/phan-anh">${Object.entries(hidden).map(
    ([name, value]) =>
      value !== null && html`<input type="hidden" name="${name}" value="${value}">`,
  )}<fieldset><legend>${w.what}</legend>${REPORT_KINDS.map(
    (kind) =>
      html`<label class="pick"><input type="radio" name="viec" value="${kind}" required${
        kind === asked.viec && html` checked`
      }> ${w.kind[kind]}</label>`,
  )}</fieldset>${
    view.villages.length > 0 &&
    html`<label for="ban">${w.reportAt}</label><select id="ban" name="ban"><option value="">${w.notSaid}</option>${villageOptions(view, asked.ban)}</select>`
  }<details><summary>${w.more}</summary><label for="loi">${w.more}</label><textarea id="loi" name="loi" rows="4" maxlength="${REPORT_TEXT_MAX}" aria-describedby="loi-y"></textarea><p id="loi-y">${w.moreHint}</p></details>
<button class="main">${w.send}</button></form><p>${w.reportIntro}</p>${ring(shown, view)}${back(shown, view)}`;
  return framed(shown, { title: `${w.report} · ${view.name}`, commune: view, index: false, main });
}

function about(airing: PublicAiring | null): Html {
  if (airing?.said == null) return NONE;
  return html`<p><time>${hourOf(airing.playAtMs)}</time> · <span lang="vi">${airing.said.title}</span></p>`;
}

export function followPage(
  shown: Shown,
  of: { view: PublicView; report: FollowedReport; sent: 'whole' | 'counted' | null },
): Html {
  const { view, report, sent } = of;
  const w = wordsOf(shown);
  const facts = [
    w.kind[report.kind],
    report.village,
    report.airing,
    spokenTime(report.firstAtMs)[shown.lang],
  ];
  const main = html`<h1>${sent === null ? w.yours : w.thanks}</h1>${sent === 'counted' && html`<p class="note" role="status">${w.counted}</p>`}
<p>${w.number}:</p><p class="number"><strong>${grouped(report.number)}</strong></p><p>${w.numberHint}</p>
<section><h2>${w.state[report.state]}</h2><p lang="vi">${facts.filter(Boolean).join(' · ')}</p>${
    report.count > 1 && html`<p>${w.same(report.count)}</p>`
  }${report.answer !== null && html`<h3>${w.answer}</h3><p class="said" lang="vi">${report.answer}</p>`}</section>
${ring(shown, view)}${back(shown, view)}`;
  return framed(shown, { title: `${w.yours} · ${view.name}`, commune: view, index: false, main });
}

/** "K7M2-9QXP": four and four are copied without a slip. */
const grouped = (number: string): string => `${number.slice(0, 4)}-${number.slice(4)}`;

export function back(shown: Shown, { code }: { code: string }): Html {
  const to = address(`/xa/${code}`, { lang: langOf(shown) });
  return html`<p class="steps"><a href="${to}">${wordsOf(shown).back}</a></p>`;
}

/** Half an hour of speech at a time. */
const PART_CHARS = 16_000;

/** An airing on a page of its own, its text in parts. */
export function airingPage(
  shown: Shown,
  of: { view: PublicView; airing: PublicAiring; trang: number },
): Html {
  const { view, airing } = of;
  const w = wordsOf(shown);
  const parts = inParts(airing.said?.text ?? '');
  const at = Math.min(Math.max(of.trang, 1), parts.length);
  const next = address(shown.path, { trang: at + 1, lang: langOf(shown) });
  const main = html`<h1>${w.title}</h1>${parts.length > 1 && html`<p>${w.part(at, parts.length)}</p>`}${airingArticle(
    shown,
    { view, airing, whole: { text: parts[at - 1] ?? '' } },
  )}${at < parts.length && html`<p class="steps"><a href="${next}">${w.next}</a></p>`}${back(shown, view)}`;
  const title = `${airing.said?.title ?? w.title} · ${view.name}`;
  return framed(shown, { title, commune: view, index: true, main, script: '/xa/nghe.js' });
}

function inParts(text: string): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== '' || parts.length === 0; ) {
    const part = rest.length > PART_CHARS ? cut(rest, PART_CHARS) : rest;
    parts.push(part);
    rest = rest.slice(part.length).trimStart();
  }
  return parts;
}

export function communesPage(shown: Shown, communes: readonly PublicArea[]): Html {
  const w = wordsOf(shown);
  const main = html`<h1>${w.title}</h1><h2>${w.communes}</h2>${communes.length === 0 && html`<p class="empty">${w.noCommunes}</p>`}<ul class="list">${communes.map(
    ({ code, name }) =>
      html`<li><a href="${address(`/xa/${code}`, { lang: langOf(shown) })}" lang="vi">${name}</a></li>`,
  )}</ul>`;
  return framed(shown, { title: w.title, commune: null, index: true, main });
}

/** What did not work, in one sentence, and where to go on. */
export function faultPage(shown: Shown, of: { says: string; view: PublicView | null }): Html {
  const w = wordsOf(shown);
  const main = html`<h1>${w.wrong}</h1><p role="alert">${of.says}</p>${
    of.view
      ? html`${ring(shown, of.view)}${back(shown, of.view)}`
      : html`<p class="steps"><a href="/xa">${w.communes}</a></p>`
  }`;
  return framed(shown, { title: w.wrong, commune: of.view, index: false, main });
}
