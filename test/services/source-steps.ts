// A province that hears its source system: keys pinned, bulletins signed and pushed, days gone by.
// It must never assert anything: tests do.
import { AppError } from '../../src/domain/errors.ts';
import type { Actor } from '../../src/domain/model.ts';
import type { IncomingRow } from '../../src/domain/source/source-model.ts';
import type { Taken } from '../../src/services/source/source-door.ts';
import type { Parcel } from '../../src/services/source/source-port.ts';
import {
  bytesOf,
  proofOf,
  type Signing,
  signing,
  written,
} from '../domain/source/source-samples.ts';
import { liveCommune } from './steps.ts';
import { type Box, type Commune, person, until, type World, world } from './world.ts';

export type Sourced = {
  at: World;
  a: Commune & { boxes: Box[] };
  key: Signing;
  provinceId: string;
  /** an approver of the province */
  head: Actor;
  push(of?: Record<string, unknown>, how?: Partial<Parcel>): Taken;
};

export async function sourced(): Promise<Sourced> {
  const at = world();
  const a = await liveCommune(at);
  const key = signing();
  at.source.set({ keys: [key.key] });
  const provinceId = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
  const head = person(at, 'lanh-dao', ['approver', provinceId]);
  const push: Sourced['push'] = (of = {}, how = {}) => {
    const issuedAt = new Date(at.clock.planMs()).toISOString();
    const body = bytesOf(written({ issuedAt, ...of }));
    const proof = proofOf(key, body, at.clock.wallMs());
    return at.house.services.source.take({ contentType: 'application/json', body, proof, ...how });
  };
  return { at, a, key, provinceId, head, push };
}

/** The code of what was thrown. */
export function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}

export function rowsOf({ at }: Sourced): IncomingRow[] {
  return at.deps.store.incoming.list({ tenantIds: null, beforeId: null, limit: 50 });
}

export function bulletinsOf({ at, a }: Sourced) {
  return at.deps.store.bulletins.ofTenants([a.id]);
}

/** Every sound that is wanted is made. */
export async function allSounded({ at, a }: Sourced): Promise<void> {
  const { bulletins } = at.deps.store;
  await until(() => bulletins.ofTenants([a.id]).every(({ state }) => state !== 'making'), 'sound');
}

export async function beats({ at }: Sourced, count: number, stepMs = 1_000): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await at.house.beat();
    await at.house.source.idle();
    at.clock.move(stepMs);
  }
}

/** The same for the source system's room alone: what takes days must not take the test's minutes. */
export async function looks({ at }: Sourced, count: number, stepMs = 1_000): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    at.house.source.look();
    await at.house.source.idle();
    at.clock.move(stepMs);
  }
}

/** What arrived of one kind, oldest first. */
export function lettersOf({ at }: Sourced, kind: string): Record<string, unknown>[] {
  return at.source
    .arrived()
    .filter((letter) => letter.kind === kind)
    .map(({ body }) => body);
}
