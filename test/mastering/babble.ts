// Sound that is something like speech, from nothing: for tests of levels that need no voice.
// It must never know ffmpeg or levels.
export const BABBLE_RATE_HZ = 22_050;
const RATE = BABBLE_RATE_HZ;

/** Something like vowels: a buzz of 120 Hz through two resonances, in syllables of 250 ms, with rests. */
export function* babble(seconds: number, gain: number): Generator<Int16Array> {
  const resonances = [700, 1_700].map((hz) => ({
    a: 2 * 0.985 * Math.cos((2 * Math.PI * hz) / RATE),
    y1: 0,
    y2: 0,
  }));
  for (let second = 0; second < seconds; second += 1) {
    yield Int16Array.from({ length: RATE }, (_, at) => {
      const inRest = second % 4 === 3 && at > RATE / 2;
      const swell = inRest ? 0 : Math.sin((Math.PI * (at % (RATE / 4))) / (RATE / 4));
      const pulse = at % Math.round(RATE / 120) === 0 ? swell : 0;
      return (
        gain *
        resonances.reduce((sum, r) => {
          const y = pulse + r.a * r.y1 - 0.97 * r.y2;
          r.y2 = r.y1;
          r.y1 = y;
          return sum + y;
        }, 0)
      );
    });
  }
}
