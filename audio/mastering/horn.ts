// The numbers of the sound that leaves a horn 200 m away: filters, levels and the code they are sent in.
// It must never know how ffmpeg is run, nor whose speech it is.

// Any change below raises the profile's version (profiles.ts): it is part of what a clip's id is made of.

export const TARGET_LUFS = -16;
export const LUFS_TOLERANCE = 0.5;
export const MAX_TRUE_PEAK_DB = -1.5;
/** Wideband Opus at this rate gives back 0.6 dB less than it was given (measured on 6 s and on 32 min). */
export const CODER_LOSS_DB = 0.6;
/** Opus adds up to 2.4 dB to a limited peak (measured, per minute): at −3.8 nearly every minute needed another try. */
export const CEILING_DB = -4.4;
/** Wideband Opus ends at 8 kHz and so does a horn; a third of the samples of 48 kHz to filter and store. */
export const MASTER_RATE_HZ = 16_000;
export const BITRATE_BPS = 24_000;
export const FRAME_MS = 60;
/** Of a decoded segment at 48 kHz; what lies between samples of speech below 7 kHz is less than the difference. */
export const MAX_SAMPLE_PEAK_DB = -1.9;

/**
 * A re-entrant horn moves little air below 200 Hz, where speech has nothing to say, and shrieks above 7 kHz.
 * Twice the filter, 24 dB an octave: a voice's fundamental at 100 Hz would only heat the driver.
 */
export const SHAPE = 'highpass=f=200,highpass=f=200,lowpass=f=7000';

/** Every voice is brought to this before the compressor, so that a quiet one is compressed as a loud one is. */
export const DRIVE_LUFS = -20;

/** 3:1 takes about 6 dB off the loud syllables, so that the limiter has little left to do. */
export const COMPRESSOR = 'acompressor=threshold=-20dB:ratio=3:attack=5:release=100';

/**
 * Complexity 6, not 10: from 7 on libopus looks for music, finds it in machine speech, and switches between its
 * two codecs in mid-sentence, where ffmpeg's own decoder clicks at +11 dBFS (measured). A third of the time is
 * saved as well. 16-bit samples, because the 2018 build makes 75 kbit/s of noise from floating ones.
 */
export function opus(bitrateBps: number, rateHz: number = MASTER_RATE_HZ): string[] {
  return [
    ['-ar', `${rateHz}`, '-ac', '1', '-sample_fmt', 's16'],
    ['-c:a', 'libopus', '-b:a', `${bitrateBps}`, '-frame_duration', `${FRAME_MS}`],
    ['-application', 'voip', '-compression_level', '6'],
  ].flat();
}
