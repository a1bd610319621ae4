// Numbers to words: cardinals, decimals, digit by digit (CONVENTIONS §1, §2.1).
// It must never know what the number counts, nor where it was written.

const DIGIT = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const GROUP_NAME = ['', ' nghìn', ' triệu'] as const;
/** Longest integer read as a number (a billion billion billion); longer runs are codes, not counts. */
export const MAX_CARDINAL_DIGITS = 27;

/** "1009" → "một nghìn không trăm linh chín". Leading zeros are dropped (§1.7). */
export function cardinal(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain.length > 9) {
    const low = plain.slice(-9);
    const rest = /^0+$/.test(low) ? '' : ` ${underBillion(low, true)}`;
    return `${cardinal(plain.slice(0, -9))} tỷ${rest}`;
  }
  return underBillion(plain, false);
}

/** "126,13" → the whole, "phẩy", then digit by digit (§1.6). */
export function decimal(whole: string, fraction: string): string {
  return `${cardinal(whole)} phẩy ${digitByDigit(fraction)}`;
}

export function digitByDigit(digits: string): string {
  return [...digits].map((digit) => DIGIT[Number(digit)]).join(' ');
}

/** Document numbers and named codes keep their leading zero: 06 → không sáu (§1.7). */
export function codeNumber(digits: string): string {
  return digits.startsWith('0') && digits.length > 1 ? digitByDigit(digits) : cardinal(digits);
}

/** thứ nhất, thứ tư; otherwise as counted (§4). */
export function ordinal(digits: string): string {
  const value = Number(digits);
  return value === 1 ? 'nhất' : value === 4 ? 'tư' : cardinal(digits);
}

/** Month 4 is "tư", month 1 "một", month 12 "mười hai" (§2.2). */
export function month(digits: string): string {
  return Number(digits) === 4 ? 'tư' : cardinal(digits);
}

function underBillion(digits: string, inner: boolean): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  }
  const said: string[] = [];
  groups.forEach((group, index) => {
    const full = inner || index > 0;
    if (Number(group) === 0 && (full || groups.length > 1)) return;
    said.push(`${threeDigits(group, full)}${GROUP_NAME[groups.length - 1 - index]}`);
  });
  return said.join(' ');
}

function threeDigits(group: string, full: boolean): string {
  const value = Number(group);
  const [hundreds, tens, units] = [
    Math.floor(value / 100),
    Math.floor(value / 10) % 10,
    value % 10,
  ];
  if (!full && hundreds === 0) return twoDigits(tens, units);
  const head = `${DIGIT[hundreds]} trăm`;
  if (tens === 0) return units === 0 ? head : `${head} linh ${DIGIT[units]}`;
  return `${head} ${twoDigits(tens, units)}`;
}

function twoDigits(tens: number, units: number): string {
  if (tens === 0) return DIGIT[units] as string;
  const head = tens === 1 ? 'mười' : `${DIGIT[tens]} mươi`;
  if (units === 0) return head;
  if (units === 5) return `${head} lăm`;
  if (tens > 1 && units === 1) return `${head} mốt`;
  if (tens > 1 && units === 4) return `${head} tư`;
  return `${head} ${DIGIT[units]}`;
}
