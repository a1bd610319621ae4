import { expect, test } from 'vitest';
import { checkFigures } from '../../../audio/reading/index.ts';

test.each([
  ['1.500.000', 'một triệu năm trăm nghìn'],
  ['1.500.000 đồng', 'Một triệu, năm trăm nghìn đồng'.replace(',', '')],
  ['1tr5', 'một triệu năm trăm nghìn'],
  ['1,5 tỷ', 'một phẩy năm tỷ'],
  ['06', 'không sáu'],
  ['06', 'sáu'],
  ['30/6/2026', 'ba mươi tháng sáu năm hai nghìn không trăm hai mươi sáu'],
  ['0212.3852.047', 'không hai một hai ba tám năm hai không bốn bảy'],
  ['15 và 20', 'mười lăm và hai mươi'],
  ['100 m2', 'một trăm mét vuông'],
  ['m2', 'mét vuông'],
  ['BCH', 'hai triệu'],
  ['BCH', ''],
])('"%s" may be said "%s"', (source, words) => {
  expect(checkFigures(source, words)).toBeNull();
});

test.each([
  ['1.500.000', 'hai triệu', '"1.500.000"', '2.000.000'],
  ['12,5%', 'mười hai phẩy sáu phần trăm', '"12,5%"', '12,6'],
  ['15 và 20', 'mười lăm', '"15 và 20"', '15'],
  ['15, 06', 'mười, bảy', '"15, 06"', '10, 7'],
  ['0912', 'không chín một ba', '"0912"', '0913'],
  ['15 ngày', '', '"15 ngày"', 'không có số nào'],
])('"%s" said "%s" is told with both values', (source, words, printed, said) => {
  const problem = checkFigures(source, words);
  expect(problem?.vi).toContain(printed);
  expect(problem?.vi).toContain(said);
  expect(problem?.en).toContain(printed);
});
