// The steps of a variant and of a commissioned recording as tests take them.
// It must never assert anything: tests do.
import type { Bulletin } from '../../src/domain/model.ts';
import type { CommissionWish, LinkView } from '../../src/services/languages/languages-door.ts';
import { aVoice } from './fake-voices.ts';
import { approved, hashOf } from './steps.ts';
import { type Commune, until, type World } from './world.ts';

export const HMONG = 'Tag kis lub chaw kho mob txhaj tshuaj. Thov coj cov me nyuam tuaj.';

/** An approved bulletin and its variant, said by a machine that speaks anything. */
export async function withVariant(
  at: World,
  by: Commune,
  of: { language?: string; text?: string | null; approve?: boolean } = {},
): Promise<{ original: Bulletin; variant: Bulletin }> {
  const original = await approved(at, by);
  const { language = 'mww', text = HMONG, approve = true } = of;
  aVoiceFor(at, language);
  const wish = { bulletinId: original.id, language, text };
  const { id } = at.house.services.variants.create(by.author, wish);
  await until(() => at.deps.store.bulletins.get(id)?.state !== 'making', 'the sound');
  return { original, variant: approve ? approveIt(at, by, id) : rowOf(at, id) };
}

/** From now on a machine speaks it. */
export function aVoiceFor(at: World, language: string): void {
  const id = `mms:${language}`;
  if (!at.voices.there.some((one) => one.id === id)) at.voices.there.push(aVoice({ id, language }));
}

export function rowOf(at: World, id: string): Bulletin {
  const row = at.deps.store.bulletins.get(id);
  if (!row) throw new Error(`no bulletin ${id}`);
  return row;
}

export function approveIt(at: World, by: Commune, bulletinId: string): Bulletin {
  const { bulletins } = at.house.services;
  bulletins.submit(by.author, { bulletinId });
  const contentHash = hashOf(at, rowOf(at, bulletinId));
  return bulletins.approve(by.approver, { bulletinId, contentHash });
}

/** New words for the original, approved again. */
export async function reworded(
  at: World,
  by: Commune,
  of: { bulletinId: string; text: string },
): Promise<void> {
  at.house.services.bulletins.edit(by.author, of);
  await until(() => rowOf(at, of.bulletinId).state === 'ready', 'the new sound');
  approveIt(at, by, of.bulletinId);
}

export const asked = (bulletinId: string, of: Partial<CommissionWish> = {}): CommissionWish => ({
  ...{ bulletinId, language: 'mww', collaboratorName: 'Giàng A Páo' },
  ...{ contactNote: 'Zalo 0912 000 111', dueDay: '2026-12-08', feeNote: '150.000 đ' },
  ...of,
});

export const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

export async function* bytes(size = 10) {
  yield new Uint8Array(size);
}

export function sendBy(
  at: World,
  token: string,
  of: { speakerName?: string; size?: number; consent?: boolean; textHash?: string } = {},
): Promise<LinkView> {
  const { recordingLinks } = at.house.services;
  const { speakerName = 'Giàng A Páo', size = 10, consent = true } = of;
  const textHash = of.textHash ?? recordingLinks.view({ token }).textHash;
  const { signal } = new AbortController();
  return recordingLinks.send({
    ...{ token, bytes: bytes(size), speakerName, consent, textHash, signal },
  });
}
