// The shape of a sound as bars, played part in colour; pressing it goes there.
// It must never decode sound: the peaks come from the service, so a phone on 3G need not.
import { useId } from 'preact/hooks';

/** Bars that a phone's width can show; more would be thinner than a pixel. */
const BARS = 120;
const HEIGHT = 48;
/** Of half a second in half an hour something must be seen. */
const MARK_WIDTH = 3;

/** 0–1, where the machine noticed something */
type Noticed = { from: number; until: number; kind: string };

/** @param peaks 0–127, evenly over the sound; empty while they are not known @param at 0–1 */
export function Waveform(of: { peaks: readonly number[]; at: number; marks?: readonly Noticed[] }) {
  const id = useId();
  const path = barsOf(of.peaks);
  return (
    <svg
      class="waveform"
      viewBox={`0 0 ${BARS * 3} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <clipPath id={id}>
        <rect width={BARS * 3 * of.at} height={HEIGHT} />
      </clipPath>
      {(of.marks ?? []).map(({ from, until, kind }) => (
        <rect
          key={`${from} ${kind}`}
          class={`waveform-mark waveform-${kind}`}
          x={BARS * 3 * from}
          width={Math.max(MARK_WIDTH, BARS * 3 * (until - from))}
          height={HEIGHT}
        />
      ))}
      <path d={path} class="waveform-ahead" />
      <path d={path} class="waveform-played" clip-path={`url(#${id})`} />
    </svg>
  );
}

function barsOf(peaks: readonly number[]): string {
  const bars = Array.from({ length: BARS }, (_, bar) => {
    const part = peaks.slice(
      Math.floor((bar * peaks.length) / BARS),
      Math.max(
        Math.floor(((bar + 1) * peaks.length) / BARS),
        Math.floor((bar * peaks.length) / BARS) + 1,
      ),
    );
    const loud = Math.max(0, ...part) / 127;
    const high = Math.max(2, loud * HEIGHT);
    return `M${bar * 3} ${((HEIGHT - high) / 2).toFixed(1)}h2v${high.toFixed(1)}h-2z`;
  });
  return bars.join('');
}
