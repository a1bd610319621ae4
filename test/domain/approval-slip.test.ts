import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inGroups, slipFault } from '../../src/domain/approval/approval-slip.ts';

const contentHash = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'.repeat(2);
const bulletinId = '01JD8Z3V6Q9W5T7Y2M4N6P8R0S';
const own = { contentHash, bulletinId, scanned: false };
const text = `PHIẾU DUYỆT\n${inGroups(contentHash)}\nMã bản tin: ${bulletinId} · lần soạn 2`;

test('a hash is printed eight by eight', () => {
  expect(inGroups(contentHash).split(' ')).toHaveLength(8);
  expect(inGroups('')).toBe('');
});

describe('a slip that came back is of this bulletin', () => {
  test.each([
    ['as printed', text, false, null],
    ['broken over lines and columns', text.replaceAll(' ', '\n'), false, null],
    ['in capitals', text.toUpperCase(), false, null],
    ['without its hash', 'Mã bản tin 01JD8Z3V6Q9W5T7Y2M4N6P8R0S', false, 'no-hash'],
    ['with the hash of another sound', text.replace('0a1b', '0a1c'), false, 'no-hash'],
    [
      'of another bulletin with the same sound',
      text.replace('R0S', 'R0T'),
      false,
      'other-bulletin',
    ],
    ['empty', '', false, 'no-hash'],
    ['empty, from a scan', '', true, 'no-hash'],
    [
      'scanned, O read for 0 and l for 1',
      text.replaceAll('0', 'O').replaceAll('1', 'l'),
      true,
      null,
    ],
    ['scanned, eight letters misread', text.replace('4e5f6071', 'zzzzzzzz'), true, null],
    [
      'scanned, its code misread in five places',
      text.replace('Q9W5T', 'ZZZZZ'),
      true,
      'other-bulletin',
    ],
  ] as const)('%s', (_, found, scanned, fault) => {
    expect(slipFault({ ...own, text: found, scanned })).toBe(fault);
  });

  test('nine misread letters are too many', () => {
    const misread = text.replace('4e5f6071 8293a4b5', 'zzzzzzzz z293a4b5');
    expect(slipFault({ ...own, text: misread, scanned: true })).toBe('no-hash');
  });

  test('an empty hash is in no text', () => {
    expect(slipFault({ ...own, contentHash: '', text, scanned: false })).toBe('no-hash');
  });

  test('two hashes drawn at random are never taken for each other, scanned or not', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/u);
    fc.assert(
      fc.property(hash, hash, fc.boolean(), (one, other, scanned) => {
        fc.pre(one !== other);
        const found = slipFault({
          text: `${one} ${bulletinId}`,
          contentHash: other,
          bulletinId,
          scanned,
        });
        return found === 'no-hash';
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
