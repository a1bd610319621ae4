// Samples of frames, and a door that answers them.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import type {
  FrameBrief,
  FrameOffer,
  FrameView,
  PieceView,
  SayingView,
} from '../../src/services/frames/frames-door.ts';
import { bulletin, NOW_MS } from './sample.ts';

type Answer = <T>(method: string, value: T) => (_actor: unknown, input?: unknown) => T;

export const HASH = 'a'.repeat(64);
const missing: PieceView = {
  ...{ key: 'hour:15:00', prompt: 'mười lăm giờ', slot: 'gio', state: 'missing', recording: null },
  within: 'Hồ xả nước lúc [Giờ].',
};
export const piece: PieceView = {
  ...{ key: 'words:hồ xả nước lúc', prompt: 'Hồ xả nước lúc', slot: null, state: 'confirmed' },
  within: 'Hồ xả nước lúc ___.',
  recording: {
    ...{ hash: HASH, durationMs: 1_400, speakerName: 'Lò Thị Mai', byName: 'Lan', byYou: false },
    ...{ confirmedName: 'Quàng Văn Phóng', fromAbove: false },
  },
};
const brief: FrameBrief = {
  ...{ id: 'f1', tenantId: 'c1', tenantName: 'Xã Suối Mây', name: 'Xả lũ', language: 'blt' },
  ...{ languageName: 'Tiếng Thái Đen', templateId: 'xa-lu', version: 2, templateChanged: false },
  readiness: {
    ...{ needed: 49, recorded: 48, confirmed: 48, orderConfirmed: true, wordsReady: true },
    slots: [{ name: 'gio', label: 'Giờ', ready: 47, of: 48 }],
    ...{ usable: true, whole: false },
  },
};
export const frame: FrameView = {
  ...brief,
  sentences: ['Hồ xả nước lúc {gio}.'],
  slots: [
    {
      ...{ name: 'gio', label: 'Giờ', required: true, kind: 'hour', said: 'whole' },
      ...{ stepMinutes: 30, also: ['15:20'] },
    },
  ],
  confirmed: { byName: 'Quàng Văn Phóng', atMs: NOW_MS },
  pieces: [piece, missing],
};
const { state: _state, recording: _recording, ...needed } = missing;
const saying: SayingView = {
  ...{ text: 'Hồ xả nước lúc mười lăm giờ.', seconds: 3, canBeSaid: false },
  missing: [{ ...needed, why: 'not-recorded' }],
  problems: [{ slot: 'gio', code: 'empty' }],
};
const offer: FrameOffer = {
  ...{ language: 'blt', languageName: 'Tiếng Thái Đen', state: 'missing', frameId: 'f1' },
  ...{ text: saying.text, seconds: 3, empty: [], unsaid: ['Lưu lượng'], areaIds: ['v1'] },
  missing: [{ prompt: 'mười lăm giờ', why: 'not-recorded' }],
  unheard: [{ atMs: 1_000, areaIds: ['v1'], say: { vi: 'ngoài khung giờ', en: 'out of hours' } }],
};

export const frameDoors = (answer: Answer): Services['frames'] => ({
  list: answer('frames.list', [brief]),
  get: answer('frames.get', frame),
  create: answer('frames.create', frame),
  set: answer('frames.set', frame),
  remove: answer('frames.remove', undefined),
  begin: answer('frames.begin', { id: 's1', speakerName: 'Lò Thị Mai' }),
  async record(actor, { bytes, signal: _, ...wish }) {
    let size = 0;
    for await (const part of bytes) size += part.length;
    return answer('frames.record', piece)(actor, { ...wish, size });
  },
  sound: answer('frames.sound', { path: new URL(import.meta.url).pathname }),
  discard: answer('frames.discard', frame),
  confirm: answer('frames.confirm', frame),
  say: answer('frames.say', saying),
  async tryOut(actor, { signal: _, ...wish }) {
    return answer('frames.tryOut', Buffer.from('OggS'))(actor, wish);
  },
  make: answer('frames.make', bulletin),
  offers: answer('frames.offers', [offer]),
});
