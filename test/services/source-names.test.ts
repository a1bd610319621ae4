import { describe, expect, test } from 'vitest';
import { drillTitle } from '../../src/domain/airing/drill.ts';
import { bytesOf, cap, proofOf, signing, written } from '../domain/source/source-samples.ts';
import {
  allSounded,
  beats,
  bulletinsOf,
  codeOf,
  rowsOf,
  type Sourced,
  sourced,
} from './source-steps.ts';
import { airings } from './steps.ts';
import { commune, person } from './world.ts';

const FLOOD = {
  ...{ priority: 'emergency', title: 'Xả lũ khẩn cấp' },
  text: 'Thủy điện Nậm Mu xả lũ từ 15 giờ. Bà con hạ lưu rời lòng suối ngay.',
};
const HIGHEST = 9_007_199_254_740_991;

async function trusting(): Promise<Sourced & { other: ReturnType<typeof signing> }> {
  const all = await sourced();
  const other = signing('khoa-2');
  all.at.source.set({ keys: [all.key.key, other.key] });
  all.at.house.services.source.setTrust(all.head, { keyId: 'khoa-1', on: true });
  await beats(all, 2);
  return { ...all, other };
}

const bodyOf = ({ at }: Sourced, of: Record<string, unknown>) =>
  bytesOf(written({ issuedAt: new Date(at.clock.planMs()).toISOString(), ...of }));

/** It lies ready to be fetched, without a signature. */
const lay = (all: Sourced, of: Record<string, unknown>) =>
  all.at.source.ready.push({
    ...{ contentType: 'application/json', proof: null, body: bodyOf(all, of) },
  });

const asCap = (all: Sourced, body: Uint8Array) => {
  const contentType = 'application/cap+xml';
  return { contentType, body, proof: proofOf(all.key, body, all.at.clock.wallMs(), contentType) };
};

const onAir = (all: Sourced) => airings(all.at).map(({ title, state }) => `${title} ${state}`);

async function airing(all: Sourced): Promise<string[]> {
  all.push(FLOOD);
  await allSounded(all);
  await beats(all, 4, 250);
  return onAir(all);
}

describe('an emergency that was signed', () => {
  test('is not replaced by what lay ready unsigned under its name, with whatever revision', async () => {
    const all = await trusting();
    const before = await airing(all);
    expect(before).toHaveLength(1);
    lay(all, { revision: 9, title: 'Tin thường', text: 'Không có gì.' });
    lay(all, { revision: 10, does: 'cancel' });
    await beats(all, 16);
    expect(onAir(all)).toEqual(before);
    expect(bulletinsOf(all)).toMatchObject([{ title: 'Tin thường' }, { state: 'approved' }]);
  });

  test('is not kept off the air by an unsigned one that took its highest revision first', async () => {
    const all = await trusting();
    lay(all, { revision: HIGHEST, title: 'Tin thường' });
    await beats(all, 16);
    expect(rowsOf(all)).toMatchObject([{ keyId: null, state: 'accepted' }]);
    expect(all.push(FLOOD)).toMatchObject({ state: 'accepted' });
    await allSounded(all);
    await beats(all, 4, 250);
    expect(onAir(all)).toHaveLength(1);
  });

  test('is not cancelled with another pinned key: that cancel is refused by name, and told', async () => {
    const all = await trusting();
    const before = await airing(all);
    const body = bodyOf(all, { does: 'cancel', revision: 2 });
    const proof = proofOf(all.other, body, all.at.clock.wallMs());
    expect(codeOf(() => all.push({}, { body, proof }))).toBe('other-key');
    expect(onAir(all)).toEqual(before);
    expect(all.at.happened.at(-1)).toMatchObject({ kind: 'source-refused', why: 'other-key' });
    expect(all.push({ does: 'cancel', revision: 2 })).toMatchObject({ state: 'cancelled' });
  });

  test('and comes after its newer revision does not air, and people are told that it came', async () => {
    const all = await trusting();
    all.push({ ...FLOOD, revision: 2 });
    const before = all.at.happened.length;
    expect(all.push({ ...FLOOD, revision: 1 })).toMatchObject({ state: 'superseded' });
    expect(all.at.happened.slice(before)).toMatchObject([
      { kind: 'source-refused', why: 'older', emergency: true },
    ]);
    all.push({ revision: 0 });
    expect(all.at.happened).toHaveLength(before + 1);
  });
});

test('two agencies’ warnings of one identifier are two, and each cancels its own', async () => {
  const all = await trusting();
  const push = (sender: string, of: Record<string, unknown> = {}, headline = sender) => {
    const sent = new Date(all.at.clock.planMs()).toISOString();
    const body = bytesOf(cap({ identifier: '2026-001', sender, sent, ...of }, { headline }));
    return all.push({}, asCap(all, body));
  };
  expect(push('thuyvan')).toMatchObject({ state: 'accepted' });
  expect(push('dongdat')).toMatchObject({ state: 'accepted', duplicate: false });
  await allSounded(all);
  await beats(all, 3);
  expect(onAir(all)).toHaveLength(2);
  all.at.clock.move(1_000);
  const references = 'dongdat,2026-001,2026-12-05T12:00:00+07:00';
  push('dongdat', { identifier: '2026-002', msgType: 'Cancel', references });
  const ended = bulletinsOf(all).filter(({ state }) => state === 'returned');
  expect(ended.map(({ title }) => title)).toEqual(['dongdat']);
});

test('an exercise of the lightest kind is titled and spoken as one', async () => {
  const all = await trusting();
  const sent = new Date(all.at.clock.planMs()).toISOString();
  const body = bytesOf(cap({ status: 'Exercise', sent }, { severity: 'Minor' }));
  all.push({}, asCap(all, body));
  const title = drillTitle('Lũ quét trên suối Nậm Mu');
  expect(bulletinsOf(all)).toMatchObject([{ title, priority: 'emergency', drill: true }]);
  expect(bulletinsOf(all)[0]?.text).toMatch(/^Đây là bản tin diễn tập/u);
});

describe('what was refused and comes again', () => {
  test('is one row and one word to people, however often', async () => {
    const all = await sourced();
    const body = bodyOf(all, { areas: ['xa-moi'] });
    const proof = proofOf(all.key, body, all.at.clock.wallMs());
    for (let n = 0; n < 9; n += 1)
      expect(codeOf(() => all.push({}, { body, proof }))).toBe('unknown-area');
    expect(rowsOf(all)).toMatchObject([{ state: 'refused' }]);
    expect(all.at.happened.filter(({ kind }) => kind === 'source-refused')).toHaveLength(1);
    // the same is so of a stranger's
    for (let n = 0; n < 9; n += 1) codeOf(() => all.push({}, { body, proof: null }));
    const { source } = all.at.house.services;
    expect(source.refusals(all.head, { beforeId: null, limit: 50 })).toHaveLength(1);
  });

  test('is judged anew: the area was founded meanwhile, and it is taken in its own row', async () => {
    const all = await sourced();
    const body = bodyOf(all, { areas: ['xa-moi'] });
    const how = { body, proof: proofOf(all.key, body, all.at.clock.wallMs()) };
    codeOf(() => all.push({}, how));
    commune(all.at, person(all.at, 'quan-tri-2', ['administrator', all.provinceId]), 'xa-moi');
    expect(all.push({}, how)).toMatchObject({ state: 'accepted', duplicate: false });
    const [row, ...others] = rowsOf(all);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ state: 'accepted', refused: null });
    expect(all.at.deps.store.incomingParts.of(row?.id ?? '')).toHaveLength(1);
    expect(all.push({}, how)).toMatchObject({ duplicate: true });
  });

  test('put right under the same revision contradicts nothing, and its own bytes are kept', async () => {
    const all = await sourced();
    codeOf(() => all.push({ areas: ['xa-la'] }));
    expect(codeOf(() => all.push({ areas: ['xa-la-2'] }))).toBe('unknown-area');
    const body = bodyOf(all, {});
    const proof = proofOf(all.key, body, all.at.clock.wallMs());
    expect(all.push({}, { body, proof })).toMatchObject({ state: 'accepted' });
    const [row] = rowsOf(all);
    expect(Buffer.from(all.at.deps.store.incoming.raw(row?.id ?? '') ?? [])).toEqual(body);
  });
});
