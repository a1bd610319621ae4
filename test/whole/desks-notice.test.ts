// A quick notice by phone, from signing in to sound under the poles of one village and of no other.
// It must never look inside the service.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../desks/ears.ts';
import { sayCost } from '../desks/hand.ts';
import { quickNotice } from '../desks/journeys.ts';
import { type Office, openOffice } from '../desks/office.ts';
import { polesBut, polesOf, stand } from '../desks/village.ts';
import { hasChromium } from '../web/browser.ts';
import { until } from './house.ts';

let office: Office;

describe.runIf(hasChromium)('a notice, with a phone 360 px wide', () => {
  beforeAll(async () => {
    office = await openOffice();
    await stand(office, 'hop-ban');
  }, 120_000);
  afterAll(() => office?.close());

  test('is on its way in under a minute, and heard in its village alone', async () => {
    const ears = listen(office);
    const page = await office.sit('planner');
    const said = await quickNotice(page, { village: 'Bản Đỉnh Thông' });
    console.log(sayCost('quick notice', said));
    expect(said.seconds).toBeLessThan(60);
    await until('sound in the village', () => ears.words(polesOf('Bản Đỉnh Thông')));
    expect(ears.loud(polesBut('Bản Đỉnh Thông'))).toEqual([]);
    expect(office.complaints).toEqual([]);
  }, 120_000);
});

test.skipIf(hasChromium)('Chromium is absent: the desks are not tried here', () => undefined);
