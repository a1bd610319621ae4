// Files as strangers would send them, made by ffmpeg out of nothing: all of them a few seconds long.
// It must never know what becomes of them.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemFfmpeg } from '../../audio/mastering/ffmpeg.ts';

export const ffmpeg = systemFfmpeg();

const HARMONICS = [...[1, 0.7, 0.5, 0.5, 0.3, 0.3, 0.25, 0.2, 0.15, 0.15, 0.1, 0.1]].map(
  (loud, at) => `${loud}*sin(${150 * (at + 1)}*2*PI*t+${at * at})`,
);
/** Four syllables a second that swell and fade, with rests between: what a bare tone never is. */
export const TALK = `aevalsrc=0.15*(${HARMONICS.join('+')})*pow(0.5-0.5*cos(2*PI*4*t)\\,2)*lt(mod(t\\,2)\\,1.5):s=44100`;

/** @param of.source in lavfi's words @param of.args how it is saved */
export function inputs(folder: string) {
  const made = (name: string, of: { source: string; args?: readonly string[] }): Uint8Array => {
    const path = join(folder, name);
    const from = ['-hide_banner', '-v', 'error', '-y', '-f', 'lavfi', '-i', of.source];
    execFileSync(ffmpeg ?? '', [...from, ...(of.args ?? []), path]);
    return readFileSync(path);
  };
  const talk = (seconds = 4) => `${TALK}:d=${seconds}`;
  return {
    made,
    talk: () => made('talk.wav', { source: talk() }),
    /** 1.5 s of nothing before, 2 s after */
    amongSilence: () =>
      made('late.wav', { source: `${talk()},adelay=1500,apad=pad_dur=2`, args: ['-t', '7.5'] }),
    deadLeft: () => made('dead.wav', { source: `${talk()},pan=stereo|c0=0*c0|c1=c0` }),
    turnedRound: () => made('phase.wav', { source: `${talk()},pan=stereo|c0=c0|c1=-1*c0` }),
    clipped: () => made('clipped.wav', { source: `${talk()},volume=20dB` }),
    of8kHz: () => made('8k.wav', { source: talk(), args: ['-ar', '8000'] }),
    of192kHz: () => made('192k.flac', { source: talk(), args: ['-ar', '192000'] }),
    surround: () => made('51.m4a', { source: `${talk()},pan=5.1|FC=c0`, args: ['-c:a', 'aac'] }),
    silent: () => made('silent.wav', { source: 'anullsrc=d=3' }),
    phone: () => made('phone.webm', { source: talk(), args: ['-c:a', 'libopus'] }),
  };
}
