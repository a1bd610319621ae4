// Podcasts as they are sent: read by a real parser, held against the rules of RSS, asked for again, in ranges, by strangers.
// It must never know rows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { podcastXml } from '../../src/http/feeds/podcast-xml.ts';
import type { Podcast } from '../../src/services/podcast/podcast-door.ts';
import { refusal } from '../../src/services/refusals.ts';
import { fakeApp } from './fake.ts';
import { episode, podcast } from './hearing-sample.ts';
import { NOW_MS } from './sample.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  htmlEntities: true,
});
type Tree = Record<string, unknown>;
const channelOf = (text: string): Tree => {
  expect(XMLValidator.validate(text)).toBe(true);
  const { rss } = parser.parse(text) as { rss: Tree };
  expect(rss['@version']).toBe('2.0');
  return rss.channel as Tree;
};
const itemsOf = (channel: Tree): Tree[] => [channel.item ?? []].flat() as Tree[];

/** RSS 2.0 (rssboard.org), Apple's requirements for a podcast, RFC 822, RFC 5005: what a directory refuses a feed for. */
const CHANNEL_RULES: [string, (channel: Tree) => unknown][] = [
  ['has a title', ({ title }) => title],
  ['has a whole address', ({ link }) => /^https:\/\/\S+$/u.test(String(link))],
  ['has a description', ({ description }) => description],
  ['names its language', ({ language }) => language === 'vi'],
  ['names itself', (one) => links(one).some((link) => link['@rel'] === 'self' && link['@href'])],
  [
    'has a category Apple knows',
    (one) => (one['itunes:category'] as Tree)['@text'] === 'Government',
  ],
  ['is not explicit', (one) => one['itunes:explicit'] === 'false'],
  ['has a picture', (one) => /^https:/u.test(String((one['itunes:image'] as Tree)['@href']))],
  [
    'has an id of its own',
    (one) => /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab]/u.test(String(one['podcast:guid'])),
  ],
  ['each id once', (one) => new Set(itemsOf(one).map(guidOf)).size === itemsOf(one).length],
];
const ITEM_RULES: [string, (item: Tree) => unknown][] = [
  ['has a title', ({ title }) => title],
  [
    'has one enclosure with a whole address, a length and a type',
    ({ enclosure }) => isEnclosure(enclosure as Tree),
  ],
  [
    'has an id that is no address',
    (item) => (item.guid as Tree)['@isPermaLink'] === 'false' && guidOf(item),
  ],
  [
    'has a day of RFC 822',
    ({ pubDate }) =>
      /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/u.test(String(pubDate)),
  ],
  ['has a length in seconds', (item) => Number(item['itunes:duration']) > 0],
  ['has a category', ({ category }) => category],
  ['is not explicit', (item) => item['itunes:explicit'] === 'false'],
  ['says whether a machine speaks', (item) => item['vangxa:synthetic'] !== undefined],
];
const links = (channel: Tree): Tree[] => [channel['atom:link'] ?? []].flat() as Tree[];
const guidOf = ({ guid }: Tree): unknown => (guid as Tree)['#text'];
const isEnclosure = (one: Tree): boolean =>
  /^https:\/\/\S+\.(?:mp3|opus)$/u.test(String(one['@url'])) &&
  Number(one['@length']) > 0 &&
  /^audio\/\w+$/u.test(String(one['@type']));

describe('a podcast', () => {
  const full = podcast({
    episodes: [
      episode(),
      episode({ key: 'b2', synthetic: null, source: null, documentNumber: null, language: 'blt' }),
    ],
  });
  const channel = channelOf(podcastXml(full));
  test.each(CHANNEL_RULES)('%s', (_, rule) => expect(rule(channel)).toBeTruthy());
  test.each(ITEM_RULES)('each episode %s', (_, rule) => {
    for (const item of itemsOf(channel)) expect(rule(item)).toBeTruthy();
  });

  test('says engine, voice and day of a machine’s voice to machines and to people, and of people’s that it is none', () => {
    const [machine, person] = itemsOf(channel);
    expect(machine?.['vangxa:synthetic']).toEqual({
      ...{ '@engine': 'espeak-ng 1.52.0', '@voice': 'vi', '#text': 'true' },
      '@madeAt': new Date(NOW_MS).toISOString(),
    });
    expect(String(machine?.description)).toContain('Giọng máy: espeak-ng 1.52.0, vi');
    expect(person?.['vangxa:synthetic']).toBe('false');
    expect(person?.description).toBe('Mời bà con họp lúc mười chín giờ ba mươi.');
    expect([machine?.['dc:language'], person?.['dc:language']]).toEqual(['vi', 'blt']);
    expect(machine?.['vangxa:documentNumber']).toBe('12/TB-UBND');
  });

  test('takes titles for what they are: markup, entities, halves of signs, the other direction', () => {
    const title = `]]><script>alert(1)</script> & "q" ' &amp; \u0000\u0008\ud800\ufffe\u202e\u{1f600} ${'x'.repeat(500)}`;
    const hostile = podcast({
      name: title,
      episodes: [episode({ title, source: title, words: title, documentNumber: title })],
    });
    const [item] = itemsOf(channelOf(podcastXml(hostile)));
    expect(item?.title).toBe(
      `]]><script>alert(1)</script> & "q" ' &amp; \u{1f600} ${'x'.repeat(500)}`,
    );
    expect(podcastXml(hostile)).not.toContain('<script');
  });

  test('says when older ones are left out, and how many it has', () => {
    const saying = (newest: number | null) =>
      String(channelOf(podcastXml(podcast({ newest }))).description);
    expect(saying(1_000)).toContain('Chỉ gồm không quá 1.000 bản tin mới nhất trong 90 ngày');
    expect(saying(null)).not.toContain('Chỉ gồm');
  });

  test('of nothing is a feed of nothing; further pages are reached and lead back', () => {
    const empty = channelOf(podcastXml(podcast({ episodes: [] })));
    expect(itemsOf(empty)).toEqual([]);
    expect(empty.pubDate).toBeUndefined();
    const rels = (page: number) =>
      Object.fromEntries(
        links(channelOf(podcastXml(podcast({ page, pages: 3 })))).map((link) => [
          link['@rel'],
          link['@href'],
        ]),
      );
    const base = 'https://loa.example.vn/xa/muong-la/podcast.xml';
    expect(rels(1)).toEqual({ self: base, next: `${base}?trang=2` });
    expect(rels(2)).toEqual({
      self: `${base}?trang=2`,
      first: base,
      previous: base,
      next: `${base}?trang=3`,
    });
    const province = podcastXml(podcast({ kind: 'province', code: 'son-la' }));
    expect(province).toContain('https://loa.example.vn/tinh/son-la/podcast/');
  });
});

async function site(view: () => Podcast = () => podcast()) {
  const fake = await fakeApp();
  onTestFinished(() => fake.app.close());
  const folder = mkdtempSync(join(tmpdir(), 'vangxa-podcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'a.48.mp3');
  writeFileSync(path, 'ID3-0123456789');
  const asked: unknown[] = [];
  fake.services.podcasts.view = async (of) => {
    asked.push(of);
    return view();
  };
  fake.services.podcasts.sound = async (of) => {
    asked.push(of);
    if (of.key === 'rut') throw refusal('missing', 'gone', { vi: 'Đã rút.', en: 'Gone.' });
    if (of.key !== 'co') throw refusal('missing', 'missing', { vi: 'Không có.', en: 'None.' });
    return { path, mime: 'audio/mpeg' };
  };
  const get = (url: string, headers: Record<string, string> = {}) =>
    fake.app.inject({ url, headers });
  return { get, asked, fake };
}

describe('whoever subscribes', () => {
  test('needs no account, gets no cookie, and is told that nothing changed', async () => {
    const same = podcast();
    const { get, asked } = await site(() => same);
    const first = await get('/xa/muong-la/podcast.xml?trang=2&utm_source=x');
    expect(first.statusCode).toBe(200);
    expect(asked).toEqual([{ kind: 'commune', code: 'muong-la', page: 2 }]);
    expect(first.headers).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'public, no-cache',
      'last-modified': new Date(Math.floor(NOW_MS / 1_000) * 1_000).toUTCString(),
    });
    expect(first.headers['set-cookie']).toBeUndefined();
    const [etag, modified] = [String(first.headers.etag), String(first.headers['last-modified'])];
    const again = (headers: Record<string, string>) =>
      get('/xa/muong-la/podcast.xml', headers).then(({ statusCode }) => statusCode);
    expect(await again({ 'if-none-match': etag })).toBe(304);
    expect(await again({ 'if-none-match': `W/${etag}, "x"` })).toBe(304);
    expect(await again({ 'if-modified-since': modified })).toBe(304);
    // a tag that is another is believed before a date that is the same
    expect(await again({ 'if-none-match': '"x"', 'if-modified-since': modified })).toBe(200);
    expect(await again({ 'if-modified-since': new Date(NOW_MS - 60_000).toUTCString() })).toBe(200);
    expect(await again({ 'if-modified-since': 'gibberish' })).toBe(200);
  });

  test('gets another tag when something else stands in it', async () => {
    let shown = podcast();
    const { get } = await site(() => shown);
    const etag = async () => (await get('/tinh/son-la/podcast.xml')).headers.etag;
    const before = await etag();
    expect(await etag()).toBe(before);
    shown = podcast({ episodes: [] });
    expect(await etag()).not.toBe(before);
  });

  test('hears a sound from anywhere in it, and of one that was taken back that it is gone', async () => {
    const { get, asked } = await site();
    const whole = await get('/xa/muong-la/podcast/co.mp3');
    expect(whole.headers).toMatchObject({
      ...{ 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes', 'cache-control': 'no-cache' },
      'content-length': '14',
    });
    const part = await get('/tinh/son-la/podcast/co.mp3', { range: 'bytes=4-7' });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      ...[206, '0123', 'bytes 4-7/14'],
    ]);
    expect(asked.at(-1)).toEqual({ kind: 'province', code: 'son-la', key: 'co', form: 'mp3' });
    const status = async (file: string) => (await get(`/xa/muong-la/podcast/${file}`)).statusCode;
    expect(await status('rut.mp3')).toBe(410);
    for (const never of ['khac.mp3', '..%2f..%2fvang-xa.db', '%00', 'co', 'x'.repeat(3_000)])
      expect([200, 404, 414], never).toContain(await status(never));
    expect(await status('khac.opus')).toBe(404);
  });

  test('too often is asked to wait', async () => {
    const { get } = await site();
    let status = 200;
    for (let n = 0; n < 130 && status === 200; n += 1)
      status = (await get('/xa/muong-la/podcast.xml')).statusCode;
    expect(status).toBe(429);
  });
});
