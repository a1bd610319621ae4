// The one door for sound that somebody else made: told apart by its first bytes, decoded by the system's ffmpeg, bounded.
// It must never trust a name, a type or a length that the file says of itself, nor open anything but this one file.
import { open } from 'node:fs/promises';
import { diskError, SoundError } from '../errors.ts';
import { type FfmpegRun, KILLED, startSystemFfmpeg } from './ffmpeg.ts';
import { type ForeignFormat, formatOf, HEAD_BYTES } from './foreign-bytes.ts';

/**
 * What an attacker may try, and what stands against it:
 *  - a playlist, a concat script, an HLS or DASH list that makes ffmpeg read other files or the network:
 *    the demuxer is forced by the first bytes, only it is allowed, only the protocols of a file are, and
 *    references out of a MOV are off;
 *  - a name that is an option or an address: it is given as `file:` and the path is ours;
 *  - a decoder that nobody keeps: only those of the formats taken are allowed;
 *  - a file that is small and unpacks for ever: seconds, bytes, memory and minutes of work are bounded;
 *  - a hole in ffmpeg: the system's build, which is kept up to date, never npm's; a process of its own,
 *    one thread, none of our environment, killed when nobody wants its sound any more.
 */
export type ForeignLimits = { maxBytes: number; maxSeconds: number };

/** Above what a horn or a voice needs, whatever the file has: mastering goes down to 16 kHz. */
export const FOREIGN_RATE_HZ = 24_000;
/** Half an hour of MP3 takes two seconds on one slow core: a minute is somebody wasting it. */
const WORK_MAX_MS = 60_000;
/** One allocation; a decoder of speech needs a few megabytes. */
const ALLOC_MAX_BYTES = 64 * 1024 * 1024;

const DEMUXERS: Record<ForeignFormat, string> = {
  ...{ wav: 'wav', mp3: 'mp3', m4a: 'mov', ogg: 'ogg', flac: 'flac', webm: 'matroska' },
};
const DECODERS = [
  ...['pcm_u8', 'pcm_s16le', 'pcm_s24le', 'pcm_s32le', 'pcm_f32le', 'pcm_f64le'],
  ...['pcm_alaw', 'pcm_mulaw', 'mp3', 'mp3float', 'aac', 'aac_fixed', 'alac'],
  ...['opus', 'libopus', 'vorbis', 'libvorbis', 'flac'],
].join(',');

/** More than that (5.1) is mixed down to two; one is heard on both. */
export const FOREIGN_CHANNELS = 2;

/**
 * Left and right in turn at FOREIGN_RATE_HZ: whether both live is for whoever hears them to judge.
 * @param of.path a file of ours that holds the bytes
 * @throws SoundError foreign-…, ffmpeg-missing, stopped, or of the disk; after the first samples as well
 */
export async function* decodeForeign(of: {
  path: string;
  limits: ForeignLimits;
  signal: AbortSignal;
}): AsyncGenerator<Int16Array> {
  const { limits, signal } = of;
  const format = await formatWithin(of.path, limits);
  const timeout = AbortSignal.timeout(WORK_MAX_MS);
  const run = startSystemFfmpeg(argsFor({ ...of, format }), AbortSignal.any([signal, timeout]));
  run.input.end();
  try {
    yield* bounded(run, limits);
  } catch (cause) {
    throw timeout.aborted && !signal.aborted ? new SoundError('foreign-slow', cause) : said(cause);
  } finally {
    run.kill();
  }
}

async function formatWithin(path: string, { maxBytes }: ForeignLimits): Promise<ForeignFormat> {
  const { head, size } = await beginning(path).catch((cause: unknown) => {
    throw diskError(cause);
  });
  if (size === 0) throw new SoundError('foreign-empty');
  if (size > maxBytes) throw new SoundError('foreign-too-large');
  const format = formatOf(head);
  if (format === null) throw new SoundError('foreign-unknown');
  if (format === 'wav' && wavMissesItsEnd(head, size)) throw new SoundError('foreign-cut');
  return format;
}

/** Of a WAV ffmpeg tells what is there, not what should be; a recorder that streams writes 0 or the greatest length. */
function wavMissesItsEnd(head: Uint8Array, size: number): boolean {
  const said = Buffer.from(head).readUInt32LE(4) + 8;
  return said < 0xffff_0000 && said * (1 - CUT_LEAST_SHARE) > size;
}

async function beginning(path: string): Promise<{ head: Uint8Array; size: number }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { head: buffer.subarray(0, bytesRead), size: (await file.stat()).size };
  } finally {
    await file.close();
  }
}

function argsFor(of: { path: string; format: ForeignFormat; limits: ForeignLimits }): string[] {
  const demuxer = DEMUXERS[of.format];
  // the extra second tells "as long as allowed" from "longer"
  const seconds = `${of.limits.maxSeconds + 1}`;
  return [
    ...['-v', 'info', '-max_alloc', `${ALLOC_MAX_BYTES}`, '-threads', '1'],
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer],
    ...['-codec_whitelist', DECODERS],
    ...(demuxer === 'mov' ? ['-enable_drefs', '0', '-use_absolute_path', '0'] : []),
    ...['-f', demuxer, '-i', `file:${of.path}`, '-map', '0:a:0', '-vn', '-sn', '-dn'],
    ...['-map_metadata', '-1', '-t', seconds],
    ...['-f', 's16le', '-ar', `${FOREIGN_RATE_HZ}`, '-ac', `${FOREIGN_CHANNELS}`, 'pipe:1'],
  ];
}

const FRAME_BYTES = 2 * FOREIGN_CHANNELS;

/** Whole frames, whatever pieces a pipe makes of them. */
async function* bounded(run: FfmpegRun, limits: ForeignLimits): AsyncGenerator<Int16Array> {
  // half a second: MP3 pads its ends
  const mostBytes = (limits.maxSeconds + 0.5) * FOREIGN_RATE_HZ * FRAME_BYTES;
  let bytes = 0;
  let rest = Buffer.alloc(0);
  for await (const piece of run.output) {
    bytes += (piece as Buffer).length;
    if (bytes > mostBytes) throw new SoundError('foreign-too-long');
    const whole = Buffer.concat([rest, piece as Buffer]);
    const even = whole.length - (whole.length % FRAME_BYTES);
    rest = whole.subarray(even);
    // a copy: samples must begin at an even address of their own
    if (even > 0) yield new Int16Array(new Uint8Array(whole.subarray(0, even)).buffer);
  }
  const report = await run.ended;
  if (bytes === 0) throw new SoundError('foreign-broken');
  const seconds = bytes / FRAME_BYTES / FOREIGN_RATE_HZ;
  if (missesItsEnd(report, seconds)) throw new SoundError('foreign-cut');
}

/** Containers round, coders pad: what a copy loses is more. */
const CUT_LEAST_SECONDS = 0.5;
const CUT_LEAST_SHARE = 0.02;

/** A file that says how long it is and ends before that was not copied to its end. */
function missesItsEnd(report: string, seconds: number): boolean {
  // an MP3 without a header of its own: ffmpeg guesses; of a film it says how long the pictures are
  if (/Estimating duration|Stream #.*: Video: /u.test(report)) return false;
  const [, hours, minutes, rest] = /Duration: (\d+):(\d\d):(\d\d\.\d+)/u.exec(report) ?? [];
  if (hours === undefined) return false; // a browser's recording does not say
  const said = Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest);
  return said - seconds > Math.max(CUT_LEAST_SECONDS, CUT_LEAST_SHARE * said);
}

const NO_SOUND = /matches no streams|not whitelisted|Decoder .*not found|codec not/iu;

/** What ffmpeg reports, as what a person can do about it. */
function said(cause: unknown): unknown {
  if (!(cause instanceof SoundError) || cause.code !== 'ffmpeg-failed') return cause;
  // somebody, or a machine out of memory, ended it: the file may be all right
  if (cause.message.includes(KILLED)) return cause;
  return new SoundError(
    NO_SOUND.test(cause.message) ? 'foreign-no-sound' : 'foreign-broken',
    cause,
  );
}
