// What a unit finds when it looks at itself: facts and figures, no prose (devices/PROTOCOL.md §5).
// It must never make a sound, nor say that something works which it has not tried.
import { randomBytes, sign, verify } from 'node:crypto';
import { type CommandedReceipt, publicKeyFromRaw } from '../protocol/index.ts';
import type { Core } from './core.ts';

/** A card that hangs must not hold up the answer. */
const SINK_LIMIT_MS = 1_500;

export async function selfTest(
  core: Pick<Core, 'store' | 'clock' | 'decoding' | 'sink' | 'state' | 'power' | 'player'>,
): Promise<{ ok: boolean; facts: CommandedReceipt['facts'] }> {
  const { store, clock, decoding, state } = core;
  const checks = {
    storageWritable: await store.takesBytes(),
    sinkOpens: core.player.sounds() || (await sinkOpens(core.sink)),
    decodes: await decoding.test(),
    signs: signs(store.key, state.me.publicKey),
    clockKnown: clock.errorMs() !== null,
  };
  const [freeBytes, clockErrorMs, power] = [await store.freeBytes(), clock.errorMs(), core.power()];
  return {
    ok: Object.values(checks).every(Boolean),
    facts: {
      ...checks,
      ...(freeBytes === null ? {} : { freeBytes }),
      ...(clockErrorMs === null ? {} : { clockErrorMs }),
      power: power?.source ?? 'unknown',
      ...(typeof power?.batteryPercent === 'number'
        ? { batteryPercent: power.batteryPercent }
        : {}),
      streamsHeld: state.streams.size,
      receiptsWaiting: state.outbox.size,
    },
  };
}

/** Opened and closed without a sample; a card that is not there says so within a moment. */
async function sinkOpens(sink: Core['sink']): Promise<boolean> {
  try {
    const outlet = sink.open({ streamId: 'self-test', rejoins: false });
    const wait = new Promise((resolve) => setTimeout(resolve, sink.settleMs ?? 0));
    await wait;
    const works = outlet.failure() === null;
    const limit = new Promise((resolve) => setTimeout(resolve, SINK_LIMIT_MS).unref());
    await Promise.race([outlet.close(), limit]);
    return works && outlet.failure() === null;
  } catch {
    return false;
  }
}

/** The key on disk still is the one this unit is known by. */
function signs(key: Core['store']['key'], publicKey: string): boolean {
  const words = randomBytes(32);
  const signature = sign(null, words, key.privateKey);
  return verify(null, words, publicKeyFromRaw(Buffer.from(publicKey, 'base64')), signature);
}
