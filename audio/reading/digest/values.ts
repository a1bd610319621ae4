// What a printed date, term, sum or count is worth, so that equal things are seen to be equal.
// It must never know sentences, nor which of its values a text holds.

export function isoDay(day: string, month: string, year: string | undefined): string {
  const tail = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year === undefined ? `--${tail}` : `${year}-${tail}`;
}

export function isoMonth(month: string, year: string): string {
  return `${year}-${month.padStart(2, '0')}`;
}

const TERM: Readonly<Record<string, (count: string) => string>> = Object.freeze({
  ngày: (count) => `P${count}D`,
  tuần: (count) => `P${count}W`,
  tháng: (count) => `P${count}M`,
  quý: (count) => `P${Number(count) * 3}M`,
  năm: (count) => `P${count}Y`,
  giờ: (count) => `PT${count}H`,
  phút: (count) => `PT${count}M`,
});

/** "15", "ngày" → P15D. */
export function isoTerm(count: string, unit: string): string {
  return (TERM[unit.toLowerCase()] as (count: string) => string)(String(Number(count)));
}

const SCALE: Readonly<Record<string, number>> = Object.freeze({
  k: 3,
  nghìn: 3,
  ngàn: 3,
  tr: 6,
  triệu: 6,
  tỷ: 9,
  tỉ: 9,
});

/** "1,5", ["tỷ"] → 1500000000; a comma is the point, full stops part thousands. */
export function plainNumber(written: string, scales: readonly string[] = []): string {
  const [whole = '', fraction = ''] = written.replaceAll('.', '').split(',');
  const zeros = scales.reduce((sum, scale) => sum + (SCALE[scale.toLowerCase()] as number), 0);
  const shifted = fraction.padEnd(zeros, '0');
  const integer = (whole + shifted.slice(0, zeros)).replace(/^0+(?=\d)/, '');
  const rest = shifted.slice(zeros).replace(/0+$/, '');
  return rest === '' ? integer : `${integer}.${rest}`;
}
