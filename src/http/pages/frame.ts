// Around every page of the villagers: its head, its language, the way to the other one, what it does not do.
// It must never load anything but its own stylesheet, its sound and, for one airing, its own script.
import { address, type Html, html, NONE } from './html.ts';
import { PAGE_WORDS, type PageLanguage, type PageWords } from './words.ts';

/** What every page is told: in which language, at which address without it. */
export type Shown = {
  lang: PageLanguage;
  path: string;
  /** what else the address says, kept when the language changes */
  query: Readonly<Record<string, string | number | null>>;
};
export const wordsOf = ({ lang }: Shown): PageWords => PAGE_WORDS[lang];

/** Links keep the language one reads; Vietnamese needs no word of it. */
export const langOf = ({ lang }: Shown): string | null => (lang === 'en' ? 'en' : null);

export function framed(
  shown: Shown,
  of: {
    script?: string;
    title: string;
    commune: { name: string; code?: string } | null;
    index: boolean;
    main: Html;
  },
): Html {
  const w = wordsOf(shown);
  const { lang, path, query } = shown;
  const other = address(path, { ...query, lang: lang === 'vi' ? 'en' : null });
  const robots = of.index ? 'index,noarchive' : 'noindex';
  return html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="${robots}"><meta name="color-scheme" content="light dark">
<title>${of.title}</title><link rel="stylesheet" href="/xa/trang.css"><link rel="icon" href="data:,">${podcastLink(of.commune)}${of.script !== undefined && html`<script src="${of.script}" defer></script>`}
</head><body><header><p>${of.commune?.name ?? 'Vang Xa'}</p>
<a href="${other}" lang="${lang === 'vi' ? 'en' : 'vi'}" hreflang="${lang === 'vi' ? 'en' : 'vi'}">${w.other}</a></header>
<main>${of.main}</main><footer><p>${w.personal}</p><p>${w.noTrace}</p></footer></body></html>`;
}

/** Feed readers find it by this; the page itself stays as light as it was. */
function podcastLink(commune: { name: string; code?: string } | null): Html {
  if (commune?.code === undefined) return NONE;
  return html`<link rel="alternate" type="application/rss+xml" title="${commune.name}" href="/xa/${commune.code}/podcast.xml">`;
}
