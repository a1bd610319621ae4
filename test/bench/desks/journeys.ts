// Taps and seconds of what a commune does all week, and what axe finds on its screens.
// It must never know a screen: hands and eyes are those of the end-to-end tests.
import { axeFinds } from '../../desks/axe.ts';
import type { Names } from '../../desks/furnished.ts';
import type { Journey } from '../../desks/hand.ts';
import { quickNotice } from '../../desks/journeys.ts';
import type { Office, Role } from '../../desks/office.ts';
import { hushPole, stopAll } from '../../desks/pole-journeys.ts';
import { SCREENS, SCREENS_OF_ONE, show, withNames } from '../../desks/screens.ts';
import { type Result, rounded } from '../result.ts';

const NOTICE_AIM_S = 60;
const HUSH_AIM_TAPS = 3;

export async function journeys(office: Office): Promise<Result[]> {
  const page = await office.sit('planner');
  const notice = await quickNotice(page, { village: 'Bản Đỉnh Thông' });
  const hush = await hushPole(page, 'Ngã ba Đỉnh Thông');
  // last: what came of a stop stays on the screen until somebody closes it
  const stop = await stopAll(page);
  return [
    ...costOf('a quick notice, from the list to its way to the poles', notice, {
      seconds: NOTICE_AIM_S,
    }),
    ...costOf('a hush', hush, { taps: HUSH_AIM_TAPS }),
    ...costOf('the stop', stop, {}),
  ];
}

function costOf(
  name: string,
  { taps, seconds }: Journey,
  aim: { taps?: number; seconds?: number },
): Result[] {
  const of = (unit: string, value: number, most?: number): Result => ({
    ...{ name, unit, value: rounded(value, 1), peer: '–' },
    aim: most === undefined ? '–' : `≤ ${most}`,
    met: most === undefined ? null : value <= most,
  });
  return [of('taps', taps, aim.taps), of('s (typing at once)', seconds, aim.seconds)];
}

const ROLES: readonly Role[] = ['planner', 'author', 'approver', 'administrator'];

export async function eyes(office: Office, names: Names): Promise<Result[]> {
  const all = [...SCREENS, ...SCREENS_OF_ONE];
  let found = 0;
  for (const who of ROLES) {
    const page = await office.sit(who, { bypassCSP: true });
    for (const screen of all.filter((one) => one.who === who)) {
      await show(page, withNames(screen.hash, names));
      found += (await axeFinds(page)).length;
    }
    await page.context().close();
  }
  const name = `axe, WCAG 2.2 AA and best practice, ${all.length} screens at 360 px`;
  return [{ name, value: found, unit: 'violations', aim: '0', met: found === 0, peer: '–' }];
}
