// The lunar day of a solar one in Vietnam, from new moons and the sun's longitude at UTC+7 (Meeus, as Hồ Ngọc Đức uses them).
// It must never be of the product: it only proves the dates of config/calendar.

const RAD = Math.PI / 180;
const HANOI_DAYS = 7 / 24;
/** Julian day of 1970-01-01 00:00 UTC */
const EPOCH_JD = 2_440_587.5;

/** Julian day of the k-th new moon after 1 January 1900 (Meeus, Astronomical Algorithms, ch. 32 of the 1st ed.). */
function newMoon(k: number): number {
  const t = k / 1_236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RAD);
  const m = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RAD;
  const mp = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RAD;
  const f = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RAD;
  const sum =
    (0.1734 - 0.000393 * t) * Math.sin(m) +
    0.0021 * Math.sin(2 * m) -
    0.4068 * Math.sin(mp) +
    0.0161 * Math.sin(2 * mp) -
    0.0004 * Math.sin(3 * mp) +
    0.0104 * Math.sin(2 * f) -
    0.0051 * Math.sin(m + mp) -
    0.0074 * Math.sin(m - mp) +
    0.0004 * Math.sin(2 * f + m) -
    0.0004 * Math.sin(2 * f - m) -
    0.0006 * Math.sin(2 * f + mp) +
    0.001 * Math.sin(2 * f - mp) +
    0.0005 * Math.sin(m + 2 * mp);
  // dynamical minus universal time: about 75 s in these years
  return mean + sum - 0.00087;
}

/** Day since 1970-01-01, in Vietnam, of the k-th new moon. */
const monthStart = (k: number) => Math.floor(newMoon(k) - EPOCH_JD + HANOI_DAYS);

/** Which twelfth of the ecliptic the sun stands in at that day's midnight in Vietnam; 9 begins with the winter solstice. */
function sunTwelfth(day: number): number {
  const t = (day + EPOCH_JD - HANOI_DAYS - 2_451_545) / 36_525;
  const m = (357.5291 + 35_999.0503 * t - 0.0001559 * t * t) * RAD;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t;
  const centre =
    (1.9146 - 0.004817 * t) * Math.sin(m) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * m) +
    0.00029 * Math.sin(3 * m);
  const longitude = (((mean + centre) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

const dayOfIso = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const moonNear = (day: number) => Math.floor((day + EPOCH_JD - 2_415_021) / 29.530588853);

/** The new moon that begins the 11th month of the lunar year that ends in this solar year's winter. */
function eleventh(year: number): number {
  const k = moonNear(dayOfIso(`${year}-12-31`));
  const from = monthStart(k) > dayOfIso(`${year}-12-31`) ? k - 1 : k;
  return sunTwelfth(monthStart(from)) >= 9 ? from - 1 : from;
}

/** {day, month, leap} of the Vietnamese lunar calendar. */
export function lunarOf(iso: string): { day: number; month: number; leap: boolean } {
  const day = dayOfIso(iso);
  let k = moonNear(day) + 1;
  while (monthStart(k) > day) k -= 1;
  const year = Number(iso.slice(0, 4));
  const before = eleventh(year) <= k ? eleventh(year) : eleventh(year - 1);
  const next = eleventh(before === eleventh(year) ? year + 1 : year);
  const hasLeap = next - before > 12;
  let leapAt = -1;
  if (hasLeap)
    for (let at = before + 1; at < next && leapAt < 0; at += 1)
      if (sunTwelfth(monthStart(at)) === sunTwelfth(monthStart(at + 1))) leapAt = at;
  const passed = k - before - (leapAt >= 0 && k >= leapAt ? 1 : 0);
  return {
    day: day - monthStart(k) + 1,
    month: ((10 + passed) % 12) + 1,
    leap: k === leapAt,
  };
}
