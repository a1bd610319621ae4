// What the tests of sound share: a text of our own, a folder of their own, and a decoder.
// It must never know what a test is about.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKept } from '../../audio/kept/kept.ts';
import { drain, startFfmpeg } from '../../audio/mastering/ffmpeg.ts';
import { partsOf } from '../../audio/parts.ts';
import { createTalk, type Pace } from '../../audio/speech.ts';
import { durationOf, timetable } from '../../audio/timetable.ts';
import type { Voice } from '../../audio/voices/port.ts';

/** As an announcer says it: words and punctuation only; about 60 s at 190 syllables a minute. */
export const NOTICE = [
  'Ủy ban nhân dân xã thông báo về lịch tiêm phòng cho đàn gia súc, gia cầm trên địa bàn xã trong tháng mười năm nay.',
  'Thời gian tiêm từ bảy giờ sáng đến mười một giờ trưa, bắt đầu từ ngày hai mươi tháng mười tại nhà văn hóa các bản.',
  'Đề nghị các hộ chăn nuôi nhốt giữ vật nuôi, bố trí người phối hợp với cán bộ thú y, và chấp hành nghiêm túc.',
  'Hộ nào không thực hiện sẽ bị xử phạt theo quy định của pháp luật:',
  'phạt tiền từ một triệu đồng đến hai triệu đồng đối với hành vi không chấp hành việc tiêm phòng bắt buộc;',
  'buộc tiêu hủy vật nuôi mắc bệnh, và chịu mọi chi phí phát sinh.',
  'Mọi thắc mắc xin liên hệ cán bộ khuyến nông xã trong giờ hành chính.',
  'Đề nghị trưởng các bản thông báo rộng rãi để bà con biết và thực hiện.',
];

export function makeFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'vang-xa-sound-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Decoded mono samples at 16 kHz, by the decoder named (ffmpeg's own, or libopus). */
export async function decode(path: string, decoder: 'opus' | 'libopus' = 'libopus') {
  const run = startFfmpeg([
    ...['-c:a', decoder, '-i', `file:${path}`],
    ...['-f', 's16le', '-ar', '16000', '-ac', '1', 'pipe:1'],
  ]);
  run.input.end();
  const parts: Uint8Array[] = [];
  await drain(run, async (bytes) => {
    parts.push(bytes);
  });
  const whole = Buffer.concat(parts);
  return new Int16Array(whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.length));
}

/** Seconds at either end below a level that a room calls silent (−50 dBFS). */
export function silentEnds(samples: Int16Array, rateHz = 16_000) {
  const sounds = (sample: number) => Math.abs(sample) > 32_768 * 10 ** (-50 / 20);
  return {
    leadMs: (samples.findIndex(sounds) * 1_000) / rateHz,
    tailMs: ((samples.length - 1 - samples.findLastIndex(sounds)) * 1_000) / rateHz,
  };
}

export function rms(samples: Int16Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** How long a clip of these would last: spoken and placed, neither levelled nor coded. */
export async function soundSeconds(
  sentences: readonly string[],
  { voice, pace }: { voice: Voice; pace: Pace },
): Promise<number> {
  const folder = makeFolder();
  try {
    const kept = await openKept(folder.path);
    const talk = createTalk({ sentences, voice, pace, kept, signal: new AbortController().signal });
    const plan = partsOf(sentences).flatMap(({ count }, part) => Array<number>(count).fill(part));
    const table = await timetable({
      saying: talk.inOrder(async () => null),
      partOf: (index) => plan[index] ?? 0,
      ...{ fullStopMs: pace.fullStopMs, rateHz: voice.sampleRateHz, maxSeconds: null },
      onSaid: () => {},
    });
    return durationOf(table, voice.sampleRateHz) / 1_000;
  } finally {
    folder.remove();
  }
}
