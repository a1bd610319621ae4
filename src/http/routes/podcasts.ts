// Routes of podcasts: the feed of a commune or a province, and the sound of what stands in it, for anybody.
// It must never decide what may be heard, nor start making sound for a stranger.
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services/door.ts';
import type { OfPodcast, Podcast } from '../../services/podcast/podcast-door.ts';
import type { App } from '../door.ts';
import { podcastXml } from '../feeds/podcast-xml.ts';
import { pageAsked, type Query } from '../pages/asked.ts';
import { perMinute } from '../rate.ts';

/** Behind one address of a mobile operator there may be a whole commune. */
const READS_A_MINUTE = 120;
/** A player asks for a sound in pieces as it plays. */
const SOUNDS_A_MINUTE = 600;

type Drawn = { text: string; etag: string };
type Of = { Params: { code: string; file: string }; Querystring: Query };

export function podcastRoutes(app: App, { podcasts }: Pick<Services, 'podcasts'>): void {
  const drawn = new WeakMap<Podcast, Drawn>();
  for (const [path, kind] of [
    ['/xa/:code', 'commune'],
    ['/tinh/:code', 'province'],
  ] as const) {
    app.get<Of>(
      `${path}/podcast.xml`,
      {
        config: { action: 'podcast.hear', rateLimit: perMinute(READS_A_MINUTE) },
        schema: { description: 'RSS 2.0 of what aired and may be heard again; ?trang=2 …' },
      },
      async (request, reply) => {
        const of: OfPodcast = { kind, code: request.params.code };
        const podcast = await podcasts.view({ ...of, page: pageAsked(request.query) });
        return sendFeed(request, reply, { podcast, ...textOf(drawn, podcast) });
      },
    );
    app.get<Of>(
      `${path}/podcast/:file`,
      {
        config: { action: 'podcast.hear', rateLimit: perMinute(SOUNDS_A_MINUTE) },
        schema: { description: 'the sound of one episode; ranges are answered with 206' },
      },
      async (request, reply) => {
        const { code, file } = request.params;
        const key = file.replace(/\.(?:mp3|opus)$/u, '');
        // what began as Opus goes on as Opus, though its MP3 was made meanwhile
        const form = file.endsWith('.opus') ? 'opus' : 'mp3';
        const { path: at, mime } = await podcasts.sound({ kind, code, key, form });
        // asked again each time it is heard: it may have been taken back since
        reply.type(mime).header('cache-control', 'no-cache');
        const options = { contentType: false, cacheControl: false, acceptRanges: true };
        return reply.sendFile(basename(at), dirname(at), options);
      },
    );
  }
}

function textOf(drawn: WeakMap<Podcast, Drawn>, podcast: Podcast): Drawn {
  const known = drawn.get(podcast);
  if (known) return known;
  const text = podcastXml(podcast);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const made = { text, etag: `"${hash}"` };
  drawn.set(podcast, made);
  return made;
}

/** Kept by whoever fetches it, and asked anew each time: what was taken back is gone at once. */
function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  { podcast, text, etag }: Drawn & { podcast: Podcast },
): FastifyReply {
  const changedMs = Math.floor(podcast.changedAtMs / 1_000) * 1_000;
  reply
    .header('etag', etag)
    .header('last-modified', new Date(changedMs).toUTCString())
    .header('cache-control', 'public, no-cache')
    .header('access-control-allow-origin', '*')
    .type('application/rss+xml; charset=utf-8');
  return isKnown(request, { etag, changedMs }) ? reply.code(304).send() : reply.send(text);
}

/** RFC 9110 13.2.2: where a tag is named, the date is not looked at. */
function isKnown(
  { headers }: FastifyRequest,
  { etag, changedMs }: { etag: string; changedMs: number },
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.includes(etag) || tags.trim() === '*';
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && changedMs <= since;
}
