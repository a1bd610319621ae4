// A podcast as RSS 2.0 with the namespaces players and directories read; machine voices carry their mark.
// It must never let a title through as markup, nor know rows or routes.
import { createHash } from 'node:crypto';
import type { SyntheticMark } from '../../../devices/protocol/index.ts';
import type { Genre } from '../../domain/model.ts';
import { syntheticWords } from '../../domain/sound/synthetic.ts';
import type { Podcast, PodcastEpisode } from '../../services/podcast/podcast-door.ts';
import { escaped } from '../pages/html.ts';

const NAMESPACES = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  /** our own: the mark of machine voices (Luật 134/2025/QH15 Art. 11), and the document */
  vangxa: 'urn:vangxa:podcast:1',
};
/** Podcasting 2.0's own: a feed's id is the UUID v5 of its address in this namespace. */
const PODCAST_UUID = 'ead4c236bf5858c6a2c6a6b28d128cb6';
/** Asked again at most so often, in minutes. */
const TTL_MINUTES = 60;

const GENRES: Readonly<Record<Genre, string>> = {
  notice: 'Thông báo',
  news: 'Tin',
  excerpt: 'Trích đọc văn bản',
  qa: 'Hỏi đáp',
  situation: 'Tình huống',
  story: 'Câu chuyện',
};

export function podcastXml(podcast: Podcast): string {
  const title =
    podcast.kind === 'commune'
      ? `Truyền thanh ${podcast.name}`
      : `Truyền thanh cơ sở ${podcast.name}`;
  const says = `Các bản tin đã phát trên loa truyền thanh, nghe lại. Không có bản tin nêu thông tin cá nhân.${leftOut(podcast)}`;
  const self = leafAddress(podcast, podcast.page);
  const image = `${podcast.baseUrl}/icons/512.png`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rss version="2.0"${Object.entries(NAMESPACES)
      .map(([name, uri]) => ` xmlns:${name}="${uri}"`)
      .join('')}>`,
    '<channel>',
    tag('title', title),
    tag('link', homeOf(podcast)),
    tag('description', says),
    tag('language', 'vi'),
    tag('generator', 'Vang Xa'),
    tag('ttl', String(TTL_MINUTES)),
    tag('docs', 'https://www.rssboard.org/rss-specification'),
    ...newestDate(podcast),
    `<image>${tag('url', image)}${tag('title', title)}${tag('link', homeOf(podcast))}</image>`,
    ...leaves(podcast, self),
    tag('itunes:author', podcast.name),
    tag('itunes:summary', says),
    tag('itunes:type', 'episodic'),
    tag('itunes:explicit', 'false'),
    `<itunes:image href="${xml(image)}"/>`,
    '<itunes:category text="Government"/>',
    tag('podcast:guid', uuidOf(leafAddress(podcast, 1))),
    tag('podcast:medium', 'podcast'),
    ...podcast.episodes.map((one) => itemOf(podcast, one)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

/** May be one or two fewer: what names people is among those counted. */
const leftOut = ({ newest }: Podcast): string =>
  newest === null
    ? ''
    : ` Chỉ gồm không quá ${newest.toLocaleString('vi-VN')} bản tin mới nhất trong 90 ngày; những bản tin cũ hơn không có ở đây.`;

/** RFC 5005: the first page is the feed, older ones are reached through it. */
function leaves(podcast: Podcast, self: string): string[] {
  const { page, pages } = podcast;
  const link = (rel: string, href: string) =>
    `<atom:link rel="${rel}" type="application/rss+xml" href="${xml(href)}"/>`;
  return [
    link('self', self),
    ...(page > 1 ? [link('first', leafAddress(podcast, 1))] : []),
    ...(page > 1 ? [link('previous', leafAddress(podcast, page - 1))] : []),
    ...(page < pages ? [link('next', leafAddress(podcast, page + 1))] : []),
  ];
}

function newestDate({ episodes }: Podcast): string[] {
  const [newest] = episodes;
  return newest === undefined ? [] : [tag('pubDate', rfc822(newest.airedAtMs))];
}

function itemOf(podcast: Podcast, episode: PodcastEpisode): string {
  const { title, genre, key, sound, source, documentNumber, synthetic } = episode;
  const marked = syntheticWords(synthetic);
  const description = [
    episode.words,
    source === null ? null : `Theo văn bản: ${source}.`,
    marked === null ? null : `${marked}.`,
  ].filter((line) => line !== null && line !== '');
  const href = `${baseOf(podcast)}/podcast/${encodeURIComponent(key)}.${sound.suffix}`;
  return [
    '<item>',
    tag('title', visible(title)),
    tag('description', description.join('\n')),
    `<guid isPermaLink="false">${xml(`vangxa:${key}`)}</guid>`,
    tag('pubDate', rfc822(episode.airedAtMs)),
    tag('category', GENRES[genre]),
    `<enclosure url="${xml(href)}" length="${sound.bytes}" type="${xml(sound.mime)}"/>`,
    tag('dc:language', tongue(episode.language)),
    ...(source === null ? [] : [tag('dc:source', source)]),
    tag('itunes:duration', String(Math.max(1, Math.round(episode.durationMs / 1_000)))),
    tag('itunes:explicit', 'false'),
    tag('itunes:episodeType', 'full'),
    tag('itunes:author', episode.communeName),
    ...(documentNumber === null ? [] : [tag('vangxa:documentNumber', documentNumber)]),
    syntheticTag(synthetic),
    '</item>',
  ].join('\n');
}

/** A machine reads it here; a person reads the same in the description. */
function syntheticTag(mark: SyntheticMark | null): string {
  if (mark === null) return '<vangxa:synthetic>false</vangxa:synthetic>';
  const made = new Date(mark.madeAtMs).toISOString();
  const { engine, voice } = mark;
  return `<vangxa:synthetic engine="${xml(engine)}" voice="${xml(voice)}" madeAt="${made}">true</vangxa:synthetic>`;
}

/** Players that know "vi" need not know ISO 639-3. */
const tongue = (code: string): string => (code === 'vie' ? 'vi' : code);

const baseOf = ({ kind, code, baseUrl }: Podcast): string =>
  `${baseUrl}/${kind === 'commune' ? 'xa' : 'tinh'}/${code}`;
const homeOf = (podcast: Podcast): string =>
  podcast.kind === 'commune' ? baseOf(podcast) : `${podcast.baseUrl}/xa`;
const leafAddress = (podcast: Podcast, page: number): string =>
  `${baseOf(podcast)}/podcast.xml${page === 1 ? '' : `?trang=${page}`}`;

/** RFC 822 with four digits of a year, as RSS 2.0 asks. */
const rfc822 = (ms: number): string => new Date(ms).toUTCString();

const tag = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;

/** XML 1.0 has no place for halves of signs, nor for what is no character. */
const xml = (text: string): string => escaped(text.replace(/[\p{Cs}\uFFFE\uFFFF]/gu, ''));
const visible = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function uuidOf(address: string): string {
  const name = address.replace(/^https?:\/\//u, '').replace(/\/+$/u, '');
  const hash = createHash('sha1').update(Buffer.from(PODCAST_UUID, 'hex')).update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
