// The voices of a service without settings, on a machine without programs: closed with the tests of a file.
// It must never assert anything: tests do.
import { afterAll } from 'vitest';
import { choose } from '../../src/domain/voices/choose.ts';
import type { StudioVoices } from '../../src/studio.ts';
import { openVoices } from '../../src/voices-of.ts';

export async function ownVoices(): Promise<StudioVoices> {
  const house = await openVoices({ folder: null, azure: null }, '');
  afterAll(() => house.close());
  return {
    ladder: house.ladder,
    chosen: (of) =>
      choose({ ...of, voices: house.list(), own: null, province: null, cloud: 'not-allowed' }),
  };
}
