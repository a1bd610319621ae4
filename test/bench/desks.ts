// The bench of the desks: what screens weigh, how fast they are, what two hundred of them cost, five thousand speakers.
// It must never know what a screen shows.
import { openFurnished } from '../desks/furnished.ts';
import { openOffice } from '../desks/office.ts';
import { crowd } from './desks/crowd.ts';
import { eyes, journeys } from './desks/journeys.ts';
import { watchers } from './desks/watchers.ts';
import { weights } from './desks/weight.ts';
import { isInstalled } from './process.ts';
import type { Result } from './result.ts';

export async function desks(): Promise<Result[]> {
  if (!isInstalled('chromium')) return [];
  const { office, names } = await openFurnished();
  const seen: Result[] = [];
  try {
    seen.push(...(await weights(office, names)), ...(await eyes(office, names)));
    seen.push(...(await journeys(office)));
  } finally {
    await office.close();
  }
  const many = await openOffice({ env: { VANGXA_TRUST_PROXY: '127.0.0.1' } });
  try {
    seen.push(...(await watchers(many)));
  } finally {
    await many.close();
  }
  return [...seen, ...(await crowd())];
}
