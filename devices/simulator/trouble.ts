// What befalls simulated loudspeakers: the mains cut, a battery that empties, one that falls silent.
// It must never know loudspeakers, only whose turn it is and what their power is when.
import type { Power } from '../protocol/index.ts';
import { makeChance } from './faults.ts';

export type Trouble = {
  /** an id, or how many are drawn by the seed */
  who: string | number;
  what: 'power-cut' | 'low-battery' | 'silent';
  /** real seconds from the start; `Infinity`: never over */
  fromS: number;
  toS: number;
};

/** A new battery carries a horn and a modem through an evening. */
const FULL_LASTS_S = 4 * 3_600;
const LOW_PERCENT = 15;
const GRAMMAR =
  /^(?<who>[a-z0-9-]+):(?<what>power-cut|low-battery|silent)(?:@(?<from>\d+)(?:-(?<to>\d+))?)?$/;

/** `loa-3:power-cut@60-300` or `2:silent@90`; `null` when it is neither. */
export function parseTrouble(words: string): Trouble | null {
  const found = GRAMMAR.exec(words)?.groups;
  if (!found) return null;
  const who = found.who as string;
  const fromS = Number(found.from ?? 0);
  const toS = found.to === undefined ? Number.POSITIVE_INFINITY : Number(found.to);
  if (toS <= fromS) return null;
  return {
    who: /^\d+$/.test(who) ? Number(who) : who,
    what: found.what as Trouble['what'],
    fromS,
    toS,
  };
}

/** Who has which: names as they are said, numbers drawn from those that have none yet. */
export function troublesOf(
  of: { speakerIds: readonly string[]; seed: number },
  troubles: readonly Trouble[],
): Map<string, Trouble> {
  const given = new Map<string, Trouble>();
  for (const trouble of troubles)
    if (typeof trouble.who === 'string') given.set(trouble.who, trouble);
  const chance = makeChance(of.seed);
  const left = of.speakerIds.filter((speakerId) => !given.has(speakerId));
  for (const trouble of troubles) {
    if (typeof trouble.who === 'string') continue;
    for (let n = 0; n < trouble.who && left.length > 0; n++)
      for (const drawn of left.splice(Math.floor(chance() * left.length), 1))
        given.set(drawn, trouble);
  }
  return given;
}

/** @param atS real seconds since the start; without any trouble the mains holds and the battery is full */
export function powerAt(trouble: Trouble | undefined, atS: number): Power {
  const full: Power = { source: 'mains', batteryPercent: 100 };
  if (!trouble || trouble.what === 'silent' || atS < trouble.fromS) return full;
  const goneS = Math.min(atS, trouble.toS) - trouble.fromS;
  const began = trouble.what === 'low-battery' ? LOW_PERCENT : 100;
  const left = began - (100 * goneS) / FULL_LASTS_S;
  // charging is four times as quick as using it up
  const charged = atS > trouble.toS ? (400 * (atS - trouble.toS)) / FULL_LASTS_S : 0;
  const batteryPercent = Math.round(Math.max(0, Math.min(100, left + charged)));
  return { source: atS < trouble.toS ? 'battery' : 'mains', batteryPercent };
}

/** Nothing comes from it any more: it fell silent, or its battery is empty. */
export function isDown(trouble: Trouble | undefined, atS: number): boolean {
  if (trouble?.what === 'silent') return atS >= trouble.fromS && atS < trouble.toS;
  const { source, batteryPercent } = powerAt(trouble, atS);
  return source === 'battery' && batteryPercent === 0;
}
