// Writes what sounded into a WAV file per airing: it starts at T and shows every delay as silence.
// It must never know what sounds or why; a killed process leaves a file that can be read.
import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { messageOf } from '../errors.ts';
import { SAMPLE_RATE, SAMPLES_PER_MS } from '../pcm.ts';
import { writeWhole } from '../safe-file.ts';
import type { Outlet, Sink } from './port.ts';

const HEADER_BYTES = 44;
/** How often (real) samples and sizes go to the file: a killed process loses as much. */
const FLUSH_MS = 1_000;
/** A disk that is a minute behind will not catch up. */
const PENDING_MAX_BYTES = 16 * 1024 * 1024;
/** Silence before a late joiner's first sample: beyond it the file would only be zeros. */
const LEAD_MAX_MS = 600_000;

/** The first airing goes to `file`, the next ones to file-2, file-3 …; none over what was recorded. */
export function makeWavSink(file: string): Sink {
  const held = new Map<string, Outlet>();
  const freePath = () => {
    for (let airing = 1; ; airing++) {
      const path = numbered(file, airing);
      if (!held.has(path) && !isRecording(path)) return path;
    }
  };
  return {
    open() {
      const path = freePath();
      const outlet = makeWavOutlet(path);
      held.set(path, outlet);
      const close = async () => {
        // What never began made no file: its name is free at once for who begins instead.
        if (!outlet.begun()) held.delete(path);
        await outlet.close();
        if (held.get(path) === outlet) held.delete(path);
      };
      return { ...outlet, close };
    },
    async close() {
      await Promise.all([...held.values()].map((outlet) => outlet.close()));
    },
  };
}

/** A killed process may leave a header without a sound. */
function isRecording(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > HEADER_BYTES;
}

export function numbered(file: string, airing: number): string {
  return airing === 1 ? file : file.replace(/(\.[^./\\]*)?$/, (end) => `-${airing}${end}`);
}

function makeWavOutlet(path: string): Outlet & { begun(): boolean } {
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let failure: string | null = null;
  let begun = false;
  let file: FileHandle | null = null;
  let written = 0;
  let turn = Promise.resolve();
  let flushing: NodeJS.Timeout | undefined;

  function fail(error: unknown): void {
    failure ??= messageOf(error);
  }
  async function create(): Promise<void> {
    file = await open(path, 'w');
    await writeWhole(file, header(0), 0);
  }
  function add(samples: Int16Array): void {
    pending.push(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    pendingBytes += samples.byteLength;
    if (pendingBytes > PENDING_MAX_BYTES) fail('the disk does not keep up');
  }
  function flush(): Promise<void> {
    turn = turn.then(async () => {
      if (!file || pending.length === 0 || failure) return;
      const bytes = Buffer.concat(pending);
      pending = [];
      pendingBytes = 0;
      await writeWhole(file, bytes, HEADER_BYTES + written);
      written += bytes.length;
      await writeWhole(file, header(written), 0);
    });
    turn = turn.catch(fail);
    return turn;
  }
  return {
    path,
    begun: () => begun,
    begin({ offsetMs, lateMs, skippedMs }) {
      const first = !begun;
      begun = true;
      if (first) {
        turn = create().catch(fail);
        flushing = setInterval(flush, FLUSH_MS);
      }
      const leadMs = (first ? offsetMs : 0) + lateMs + (first ? skippedMs : 0);
      add(new Int16Array(Math.round(Math.min(leadMs, LEAD_MAX_MS) * SAMPLES_PER_MS)));
    },
    write: add,
    failure: () => failure,
    async close() {
      clearInterval(flushing);
      await flush();
      await file?.close();
      file = null;
    },
  };
}

/** RIFF/WAVE, PCM, mono: sizes as far as written, so that it can be read at any moment. */
export function header(bytes: number): Buffer {
  const out = Buffer.alloc(HEADER_BYTES);
  out.write('RIFF', 0, 'latin1');
  out.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  out.write('WAVEfmt ', 8, 'latin1');
  out.writeUInt32LE(16, 16);
  out.writeUInt16LE(1, 20);
  out.writeUInt16LE(1, 22);
  out.writeUInt32LE(SAMPLE_RATE, 24);
  out.writeUInt32LE(SAMPLE_RATE * 2, 28);
  out.writeUInt16LE(2, 32);
  out.writeUInt16LE(16, 34);
  out.write('data', 36, 'latin1');
  out.writeUInt32LE(bytes, 40);
  return out;
}
