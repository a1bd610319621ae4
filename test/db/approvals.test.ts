// Rules, versions, what was seen and slips come back as they went in, on every database.
// It must never know the rules of approval.
import { describe, expect, test } from 'vitest';
import type { Edition, Slip } from '../../src/domain/approval/approval-model.ts';
import { approval, NOON } from '../domain/samples.ts';
import { DIALECTS, furnish } from './dialects.ts';

const edition = (version: number): Edition => ({
  ...{ bulletinId: 'bt-1', version, clipId: `clip-${version}`, contentHash: 'a'.repeat(64) },
  ...{ title: 'Tiêm chủng', text: `Bản ${version}` },
});
const slip = (of: Partial<Slip> = {}): Slip => ({
  ...{ id: 'phieu-1', bulletinId: 'bt-1', tenantId: 'xa-a', version: 1 },
  contentHash: 'a'.repeat(64),
  file: { hash: 'f'.repeat(64), bytes: 1_000, name: 'phiếu.pdf' },
  scanned: false,
  signatures: [
    {
      ...{ signer: 'Lò Văn Hặc', organisation: null, signedAt: null },
      ...{ intact: true, whole: true, trusted: false, problem: { vi: 'v', en: 'e' } },
    },
  ],
  ...{ uploadedBy: 'tac-gia', atMs: NOON },
  ...of,
});

describe.each(DIALECTS)('$name', ({ open }) => {
  test('an approval keeps who was needed, what it stood on, and when it was voided', () => {
    const { approvals } = furnish(open());
    const second = approval({
      ...{ id: 'duyet-2', neededIds: ['a', 'b'], standingId: 'dt-1', slipHash: 'f'.repeat(64) },
      atMs: NOON,
    });
    approvals.insert(second);
    expect(approvals.of('bt-1')).toEqual([approval(), second]);
    approvals.voidAll('bt-1', NOON + 5);
    approvals.voidAll('bt-1', NOON + 9);
    approvals.voidAll('bt-khac', NOON);
    expect(approvals.of('bt-1').map(({ voidedAtMs }) => voidedAtMs)).toEqual([NOON + 5, NOON + 5]);
  });

  test('a commune has one rule, the last one put', () => {
    const { approvalRules } = furnish(open());
    expect(approvalRules.get('xa-a')).toBeNull();
    approvalRules.put('xa-a', { mode: 'any', accountIds: ['a'] });
    approvalRules.put('xa-a', { mode: 'all', accountIds: ['b', 'a'] });
    expect(approvalRules.get('xa-a')).toEqual({ mode: 'all', accountIds: ['b', 'a'] });
    expect(approvalRules.get('xa-b')).toBeNull();
  });

  test('the first words of a version stand, and twenty versions are kept', () => {
    const { editions } = furnish(open());
    editions.put(edition(1));
    editions.put({ ...edition(1), text: 'Khác' });
    expect(editions.get({ bulletinId: 'bt-1', version: 1 })).toEqual(edition(1));
    for (let version = 2; version <= 21; version += 1) editions.put(edition(version));
    expect(editions.get({ bulletinId: 'bt-1', version: 1 })).toBeNull();
    expect(editions.get({ bulletinId: 'bt-1', version: 2 })?.text).toBe('Bản 2');
  });

  test('an account has seen one version last, and the one before', () => {
    const store = furnish(open());
    const account = { id: 'a', name: 'a', fullName: 'A', disabledAtMs: null };
    store.accounts.insert(account);
    const of = { accountId: 'a', bulletinId: 'bt-1' };
    expect(store.seen.get(of)).toBeNull();
    store.seen.put({ ...of, version: 1, beforeVersion: null, atMs: 1 });
    store.seen.put({ ...of, version: 3, beforeVersion: 1, atMs: 2 });
    expect(store.seen.get(of)).toEqual({ ...of, version: 3, beforeVersion: 1, atMs: 2 });
  });

  test('a bulletin has one last decision', () => {
    const { decisions } = furnish(open());
    expect(decisions.get('bt-1')).toBeNull();
    decisions.put({ bulletinId: 'bt-1', what: 'submitted', accountId: 'a', atMs: 1 });
    decisions.put({ bulletinId: 'bt-1', what: 'returned', accountId: 'b', atMs: 2 });
    const last = { bulletinId: 'bt-1', what: 'returned', accountId: 'b', atMs: 2 };
    expect(decisions.get('bt-1')).toEqual(last);
  });

  test('slips come newest first; a file two of them share is counted once', () => {
    const { slips } = furnish(open());
    slips.insert(slip());
    slips.insert(slip({ id: 'phieu-2', scanned: true, signatures: [] }));
    const file = { hash: 'e'.repeat(64), bytes: 50, name: null };
    slips.insert(slip({ id: 'phieu-3', file }));
    expect(slips.of('bt-1').map(({ id }) => id)).toEqual(['phieu-3', 'phieu-2', 'phieu-1']);
    expect(slips.get('phieu-1')).toEqual(slip());
    expect(slips.get('phieu-3')?.file).toEqual(file);
    expect(slips.get('?')).toBeNull();
    expect(slips.bytesOf('xa-a')).toBe(1_050);
    expect(slips.bytesOf('xa-b')).toBe(0);
    expect(slips.fileHashes().sort()).toEqual(['e'.repeat(64), 'f'.repeat(64)]);
  });
});
