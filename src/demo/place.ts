// Where a demonstration keeps its files: one folder, fresh for each run, and enough room for the sound.
// It must never know what is written there.
import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DemoFault } from './fault.ts';

export type Place = {
  root: string;
  service: string;
  enrolments: string;
  /** what the loudspeakers keep: keys, orders, chunks */
  state: string;
  speakers: string;
  /** what they sound after the demonstration, with --serve */
  served: string;
  clip: string;
  /** the key of the mock source system */
  source: string;
  log(name: string): string;
};

/** Only a folder that a demonstration made is ever cleared. */
const MARK = '.vang-xa-demo';
/** 24 kHz, 16 bits, mono. */
const WAV_BYTES_PER_SECOND = 48_000;

export function preparePlace(wanted: { out: string | null; base: string; stamp: string }): Place {
  const root = resolve(wanted.base, wanted.out ?? join('out', `demo-${wanted.stamp}`));
  clear(root);
  const place: Place = {
    root,
    service: join(root, 'service'),
    enrolments: join(root, 'enrolments'),
    state: join(root, 'state'),
    speakers: join(root, 'speakers'),
    served: join(root, 'served'),
    clip: join(root, 'clip.opus'),
    source: join(root, 'source-system'),
    log: (name) => join(root, `${name}.log`),
  };
  for (const folder of [place.service, place.enrolments, place.state, place.speakers, place.served])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(root, MARK), '');
  return place;
}

/** Every loudspeaker writes what it sounds, and one decoded copy is shared. @throws DemoFault */
export function checkRoom(place: Place, need: { speakers: number; clipSeconds: number }): void {
  const disk = statfsSync(place.root);
  const freeBytes = disk.bavail * disk.bsize;
  const wantedBytes = (need.speakers + 1) * need.clipSeconds * WAV_BYTES_PER_SECOND;
  if (wantedBytes < freeBytes) return;
  const [wanted, free] = [wantedBytes, freeBytes].map((bytes) => (bytes / 1e9).toFixed(1));
  throw new DemoFault({
    vi: `Ổ đĩa không đủ chỗ: cần ${wanted} GB, còn ${free} GB. Hãy dùng --minutes hoặc --speakers nhỏ hơn, hoặc --out ở ổ khác.`,
    en: `Not enough room on disk: ${wanted} GB needed, ${free} GB free. Use a smaller --minutes or --speakers, or --out on another disk.`,
  });
}

function clear(root: string): void {
  if (!existsSync(root)) return;
  const inside = readdirSync(root);
  if (inside.length > 0 && !inside.includes(MARK))
    throw new DemoFault({
      vi: `Thư mục ${root} đã có tệp khác. Hãy chọn thư mục trống cho --out.`,
      en: `The folder ${root} holds other files. Choose an empty folder for --out.`,
    });
  for (const name of inside) rmSync(join(root, name), { recursive: true });
}
