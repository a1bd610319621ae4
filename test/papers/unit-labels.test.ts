import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { labelOf, labelText } from '../../src/domain/poles/unit-label.ts';
import { print } from '../../src/papers/printing.ts';
import { definitionOf } from '../../src/papers/sheets.ts';
import { hasPoppler, pagesOf, textOf } from './samples.ts';

const label = (n: number) => {
  const one = { spareId: `vangxa-spare-7k2mq4x${n % 10}`, code: `9d3fkq2w0mz${n % 10}` };
  return { payload: labelOf(one), text: labelText(one), communeName: 'Xã Mường La' };
};
const sheet = (count: number) =>
  print(
    definitionOf({
      kind: 'unit-labels',
      labels: Array.from({ length: count }, (_, n) => label(n)),
    }),
  );

test('a sheet of labels prints the same bytes twice', async () => {
  expect(Buffer.compare(await sheet(2), await sheet(2))).toBe(0);
});

describe.runIf(hasPoppler())('on paper', () => {
  test.each([
    [1, 1],
    [12, 1],
    [13, 2],
    [20, 2],
  ])('%d labels are %d pages', async (count, pages) => {
    expect(pagesOf(await sheet(count))).toHaveLength(pages);
  });

  test('the code says what the line below it says', async () => {
    const [page] = pagesOf(await sheet(1));
    if (!page) throw new Error('a page');
    expect(decodeQR(page, { timeLimit: 5_000 })).toBe(label(0).payload);
    expect(textOf(await sheet(1))).toContain(label(0).text);
  });
});

test.skipIf(hasPoppler())('Poppler is absent: no sheet is looked at here', () => undefined);
