// Numbers as a Vietnamese reads them out, for prompts that a person says in another language.
// It must never be what a loudspeaker says: scripts are read by the reading room.

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const digit = (value: number) => DIGITS[value] as string;

/** Whole numbers from 0 to 999,999. */
export function spelled(value: number): string {
  if (value >= 1_000) {
    const rest = value % 1_000;
    const tail =
      rest === 0 ? '' : ` ${rest < 100 ? `không trăm ${afterHundred(rest)}` : hundreds(rest)}`;
    return `${hundreds(Math.floor(value / 1_000))} nghìn${tail}`;
  }
  return hundreds(value);
}

function hundreds(value: number): string {
  if (value < 100) return tens(value);
  const rest = value % 100;
  return `${digit(Math.floor(value / 100))} trăm${rest === 0 ? '' : ` ${afterHundred(rest)}`}`;
}

const afterHundred = (rest: number) => (rest < 10 ? `linh ${digit(rest)}` : tens(rest));

function tens(value: number): string {
  if (value < 10) return digit(value);
  const [ten, one] = [Math.floor(value / 10), value % 10];
  const head = ten === 1 ? 'mười' : `${digit(ten)} mươi`;
  if (one === 0) return head;
  if (one === 5) return `${head} lăm`;
  if (ten > 1 && one === 1) return `${head} mốt`;
  if (ten > 1 && one === 4) return `${head} tư`;
  return `${head} ${digit(one)}`;
}
