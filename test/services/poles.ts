// What tests of poles share: bodies of hellos, spares as boxes, a speaker that beats.
// It must never assert anything: tests do.
import { generateKeyPairSync } from 'node:crypto';
import { rawPublicKey, type Status } from '../../devices/protocol/index.ts';
import type { SpareMade, SpeakerView } from '../../src/services/poles/pole-door.ts';
import type { Box, Commune, World } from './world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** of mains-4g, what a site is until somebody says otherwise */
export const BEAT = 2 * MINUTE;

/** Says hello at each beat while the clock goes on, and the house beats. */
export async function beats(at: World, of: { boxes: readonly Box[]; count: number }) {
  for (let n = 0; n < of.count; n += 1) {
    at.clock.move(BEAT);
    for (const each of of.boxes) await each.hello();
    await at.house.beat();
  }
}

/** Time goes by, and only the house beats. */
export async function waits(at: World, ms: number) {
  for (let leftMs = ms; leftMs > 0; leftMs -= 30_000) {
    at.clock.move(Math.min(30_000, leftMs));
    await at.house.beat();
  }
}

export function speaker(at: World, by: Commune, siteId = 'loa-1'): SpeakerView {
  const found = at.house.services.speakers.list(by.operator).find(({ site }) => site.id === siteId);
  if (!found) throw new Error(`no ${siteId}`);
  return found;
}

/** A box in a store room, with a key of its own. */
export function spareBox(at: World, { enrolment }: SpareMade) {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = rawPublicKey(pair.privateKey).toString('base64');
  const say = (speakerId: string, of: Partial<Status>, retained?: boolean) =>
    at.house.events.status(
      speakerId,
      {
        ...{ online: true, atMs: at.clock.planMs(), unitId: enrolment.unitId, publicKey },
        ...{ firmware: 'test', policyCounter: 0, holds: [], clockErrorMs: 1, freeBytes: 1e9 },
        ...{ power: null, volumePercent: 100, bytesThisMonth: 0, ...of },
      },
      retained,
    );
  return {
    hello: (of: Partial<Status> = {}, retained?: boolean) => say(enrolment.speakerId, of, retained),
    /** after it was told what it is now */
    helloAs: (speakerId: string, unitId: string) => say(speakerId, { unitId }),
  };
}
