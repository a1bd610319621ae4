// The page of one commune: seven days, newest first, by day, one village or all, in pieces that fit a bad line.
// It must never be heavier than 50 KB with all it loads.
import { type PublicAiring, SHOWN_MS } from '../../domain/public/public-page.ts';
import { DAY_MS, dayNumber, dayOf, isoDay, midnightMs } from '../../domain/vietnam-time.ts';
import type { PublicAnswer, PublicView } from '../../services/public/public-door.ts';
import { airingArticle, reportLinks, weightOf } from './airing.ts';
import { framed, langOf, type Shown, wordsOf } from './frame.ts';
import { address, type Html, html, NONE } from './html.ts';

/** 50 KB in all, without compression: the rest is the frame, the choices, five answers and the style. */
const ARTICLES_BYTES = 36_000;

export type WeekAsked = {
  /** code of a village of this commune, or null */
  ban: string | null;
  loa: string | null;
  /** "2026-12-05", one of the last seven days, or null */
  ngay: string | null;
  /** from 1 */
  trang: number;
};

export function weekPage(shown: Shown, view: PublicView, asked: WeekAsked): Html {
  const w = wordsOf(shown);
  const pages = inPages(chosen(view, asked));
  const at = Math.min(Math.max(asked.trang, 1), Math.max(pages.length, 1));
  const page = pages[at - 1] ?? [];
  const main = html`<h1>${w.title}</h1><p>${w.intro}</p>${villageForm(shown, view, asked)}${dayLinks(shown, view, asked)}
${page.length === 0 && html`<p class="empty">${w.empty}</p>`}${days(shown, view, page)}
${steps(shown, { view, asked, at, pages: pages.length })}
<section><h2>${w.report}</h2><p>${w.reportIntro}</p>${reportLinks(shown, { view, airing: null, title: null })}${ring(shown, view)}</section>
${at === 1 && answers(shown, view.answers)}${findForm(shown, view)}`;
  return framed(shown, {
    title: `${w.title} ${view.name}`,
    commune: view,
    index: at === 1 && asked.ngay === null,
    main,
  });
}

function chosen(view: PublicView, { ban, ngay }: WeekAsked): PublicAiring[] {
  const village = view.villages.find(({ code }) => code === ban);
  return view.airings.filter(
    (airing) =>
      (ngay === null || isoDay(airing.playAtMs) === ngay) &&
      (village === undefined || airing.places.some(({ areaId }) => areaId === village.id)),
  );
}

/** Filled one by one; a page holds one airing at least. */
function inPages(airings: readonly PublicAiring[]): PublicAiring[][] {
  const pages: PublicAiring[][] = [];
  let bytes = 0;
  for (const airing of airings) {
    const weight = weightOf(airing);
    const last = pages.at(-1);
    if (last && bytes + weight <= ARTICLES_BYTES) {
      last.push(airing);
      bytes += weight;
    } else {
      pages.push([airing]);
      bytes = weight;
    }
  }
  return pages;
}

function days(shown: Shown, view: PublicView, airings: readonly PublicAiring[]): Html[] {
  const byDay = new Map<number, PublicAiring[]>();
  for (const airing of airings) {
    const day = dayNumber(airing.playAtMs);
    byDay.set(day, [...(byDay.get(day) ?? []), airing]);
  }
  return [...byDay].map(
    ([day, these]) =>
      html`<section><h2>${dayName(shown, day, dayNumber(view.madeAtMs))}</h2>${these.map((airing) =>
        airingArticle(shown, { view, airing }),
      )}</section>`,
  );
}

function dayName(shown: Shown, dayNo: number, todayNo: number): string {
  const w = wordsOf(shown);
  const { day, month, weekday } = dayOf(dayNo);
  const named = `${w.weekday[weekday]} ${day}/${month}`;
  if (dayNo === todayNo) return `${w.today}, ${named}`;
  return dayNo === todayNo - 1
    ? `${w.yesterday}, ${named}`
    : named.replace(/^./u, (a) => a.toUpperCase());
}

const here = (view: PublicView) => `/xa/${view.code}`;

function villageForm(shown: Shown, view: PublicView, { ban, ngay }: WeekAsked): Html {
  if (view.villages.length < 2) return NONE;
  const w = wordsOf(shown);
  const kept = { ngay, lang: langOf(shown) };
  return html`<form action="${here(view)}" class="choose"><label for="ban">${w.village}</label>
<select id="ban" name="ban"><option value="">${w.all}</option>${villageOptions(view, ban)}</select>${Object.entries(
    kept,
  ).map(
    ([name, value]) =>
      value !== null && html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button>${w.look}</button></form>`;
}

export function villageOptions(view: PublicView, ban: string | null): Html[] {
  return view.villages.map(
    ({ code, name }) =>
      html`<option value="${code}"${code === ban && html` selected`}>${name}</option>`,
  );
}

function dayLinks(shown: Shown, view: PublicView, { ban, loa, ngay }: WeekAsked): Html {
  const w = wordsOf(shown);
  const today = dayNumber(view.madeAtMs);
  const link = (day: string | null, name: string) => {
    const to = address(here(view), { ban, loa, ngay: day, lang: langOf(shown) });
    return html`<a href="${to}"${day === ngay && html` aria-current="page"`}>${name}</a> `;
  };
  return html`<nav aria-label="${w.days}">${link(null, w.week)}${Array.from(
    { length: SHOWN_MS / DAY_MS },
    (_, n) => {
      const { day, month } = dayOf(today - n);
      const name = n === 0 ? w.today : `${day}/${month}`;
      return link(isoDay(midnightMs(today - n)), name);
    },
  )}</nav>`;
}

function steps(
  shown: Shown,
  of: { view: PublicView; asked: WeekAsked; at: number; pages: number },
): Html {
  const w = wordsOf(shown);
  const { ban, loa, ngay } = of.asked;
  const link = (trang: number, name: string) =>
    html`<a href="${address(here(of.view), { ban, loa, ngay, trang: trang === 1 ? null : trang, lang: langOf(shown) })}">${name}</a> `;
  return html`<p class="steps">${of.at > 1 && link(of.at - 1, w.later)}${of.at < of.pages && link(of.at + 1, w.earlier)}</p>`;
}

export function ring(shown: Shown, { phone }: { phone: string | null }): Html {
  if (phone === null) return NONE;
  const dialled = phone.replace(/[^\d+]/gu, '');
  return html`<p>${wordsOf(shown).ring}: <a href="tel:${dialled}">${phone}</a></p>`;
}

function answers(shown: Shown, all: readonly PublicAnswer[]): Html {
  if (all.length === 0) return NONE;
  const w = wordsOf(shown);
  return html`<section><h2>${w.answers}</h2>${all.map(
    ({ kind, village, text, answer }) =>
      html`<article><h3>${w.kind[kind]}${village !== null && html` · <span lang="vi">${village}</span>`}</h3>${
        text !== null && html`<blockquote lang="vi">${text}</blockquote>`
      }<p class="said" lang="vi">${answer}</p></article>`,
  )}</section>`;
}

function findForm(shown: Shown, view: PublicView): Html {
  const w = wordsOf(shown);
  return html`<form action="${here(view)}/tra-loi" class="choose"><label for="so">${w.find}</label>
<input id="so" name="so" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false">${
    shown.lang === 'en' && html`<input type="hidden" name="lang" value="en">`
  }<button>${w.look}</button></form>`;
}
