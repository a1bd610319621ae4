// From a file to a bulletin that can be heard: upload, then script, speech and mastering with their bars.
// It must never know who approves it, nor when it airs.
import type { Person, SentEvent } from './api.ts';
import { DemoFault } from './fault.ts';
import type { Bar, Screen } from './screen.ts';
import { until } from './waiting.ts';

export type Sound = {
  bulletinId: string;
  /** the document's own title */
  title: string;
  clipId: string;
  seconds: number;
  /** null: too short to be measured */
  lufs: number | null;
  bytes: number;
};
type Clip = {
  id: string;
  durationMs: number;
  lufs: number | null;
  bytes: number;
  contentHash: string;
};
export type BulletinView = {
  bulletin: { id: string; title: string; state: string; stateReason: string | null };
  clip: Clip | null;
};

const STEPS = {
  script: { vi: 'Bản đọc', en: 'script' },
  speech: { vi: 'Giọng đọc', en: 'speech' },
  mastering: { vi: 'Tệp âm thanh', en: 'mastering' },
} as const;
/** A step that says nothing for so long is stuck: two hours of sound on one busy core say something. */
const SILENCE_LIMIT_MS = 900_000;

export type Wish = {
  author: Person;
  communeId: string;
  bytes: Uint8Array;
  name: string;
  maxSeconds: number | null;
  screen: Screen;
  alive: Promise<never>;
};

export async function makeSound(wish: Wish): Promise<Sound> {
  const { author } = wish;
  const path = `/api/documents?name=${encodeURIComponent(wish.name)}&areaId=${wish.communeId}`;
  const { document, reading } = await author.upload<{
    document: { id: string };
    reading: { title: string | null; sentences: number; syllables: number; doubts: unknown[] };
  }>(path, wish.bytes);
  wish.screen.say({
    vi: `Văn bản: ${reading.sentences} câu, ${reading.syllables} tiếng, ${reading.doubts.length} chỗ cần người xem`,
    en: `document: ${reading.sentences} sentences, ${reading.syllables} syllables, ${reading.doubts.length} doubts`,
  });
  const progress = drawProgress(wish.screen);
  const watching = new AbortController();
  // opened before the bulletin, so that no step is missed; it ends with `watching`
  const watched = author.watch('/api/events', progress.see, watching.signal);
  try {
    const bulletin = await author.call<{ id: string }>('POST', '/api/bulletins', {
      areaId: wish.communeId,
      documentId: document.id,
      ...(wish.maxSeconds === null ? {} : { maxSeconds: wish.maxSeconds }),
    });
    const clip = await madeClip(wish, bulletin.id, progress.count);
    progress.end();
    return { ...soundOf(clip), bulletinId: bulletin.id, title: reading.title ?? wish.name };
  } finally {
    watching.abort();
    await watched;
  }
}

async function madeClip(wish: Wish, bulletinId: string, signs: () => number): Promise<Clip> {
  let seen = 0;
  const patience = {
    everyMs: 500,
    limitMs: SILENCE_LIMIT_MS,
    alive: wish.alive,
    late: {
      vi: 'Việc tạo âm thanh đứng yên quá lâu.',
      en: 'Making the sound has stood still too long.',
    },
  };
  return until(patience, async (alive) => {
    if (signs() > seen) alive();
    seen = signs();
    const { bulletin, clip } = await wish.author.call<BulletinView>(
      'GET',
      `/api/bulletins/${bulletinId}`,
    );
    if (bulletin.state === 'failed') throw failure(bulletin.stateReason);
    return bulletin.state === 'making' ? null : clip;
  });
}

function soundOf(clip: Clip): Pick<Sound, 'clipId' | 'seconds' | 'lufs' | 'bytes'> {
  return { clipId: clip.id, seconds: clip.durationMs / 1_000, lufs: clip.lufs, bytes: clip.bytes };
}

function failure(reason: string | null): DemoFault {
  return new DemoFault({
    vi: `Không tạo được âm thanh: ${reason ?? 'không rõ lý do'}`,
    en: `The sound could not be made: ${reason ?? 'no reason given'}`,
  });
}

type Drawn = { see(event: SentEvent): void; count(): number; end(): void };

/** One bar for each step, opened when the step first speaks, closed when the next one does. */
export function drawProgress(screen: Screen): Drawn {
  const bars = new Map<string, Bar>();
  let signs = 0;
  const end = (): void => {
    for (const bar of bars.values()) bar.end();
  };
  return {
    see({ kind, detail }) {
      const step = detail.step as keyof typeof STEPS;
      if (kind !== 'progress' || !STEPS[step]) return;
      signs += 1;
      const known = bars.get(step);
      if (!known) end();
      const bar = known ?? screen.bar(STEPS[step]);
      bars.set(step, bar);
      bar.set(Number(detail.done), Number(detail.total));
    },
    count: () => signs,
    end,
  };
}
