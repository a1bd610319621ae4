// The bench of the desks: what screens weigh, how fast they are, what two hundred of them cost, five thousand speakers.
// It must never know what a screen shows.
import { openOffice } from '../desks/office.ts';
import { crowd } from './desks/crowd.ts';
import { watchers } from './desks/watchers.ts';
import { weights } from './desks/weight.ts';
import { isInstalled } from './process.ts';
import type { Result } from './result.ts';

export async function desks(): Promise<Result[]> {
  if (!isInstalled('chromium')) return [];
  const office = await openOffice({ env: { VANGXA_TRUST_PROXY: '127.0.0.1' } });
  try {
    return [...(await weights(office)), ...(await watchers(office)), ...(await crowd())];
  } finally {
    await office.close();
  }
}
