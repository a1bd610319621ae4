// A quick notice by phone, from signing in to sound under the poles of one village and of no other.
// It must never look inside the service.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../desks/ears.ts';
import { hasChromium } from '../desks/eyes.ts';
import { sayCost } from '../desks/hand.ts';
import { approveTold, quickNotice, standFor } from '../desks/journeys.ts';
import { type Office, openOffice } from '../desks/office.ts';
import { polesBut, polesOf } from '../desks/village.ts';
import { until } from './house.ts';

let office: Office;

describe.runIf(hasChromium)('a notice, with phones 360 px wide', () => {
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  test('waits for its approver, who is told, approves, and is heard in that village alone', async () => {
    const ears = listen(office);
    const [operator, approver] = [await office.sit('planner'), await office.sit('approver')];
    const asked = await quickNotice(operator, { village: 'Bản Nà Sương', waits: true });
    console.log(sayCost('a notice that waits', asked));
    expect(ears.loud(polesOf('Bản Nà Sương'))).toEqual([]);
    const approved = await approveTold(approver, /chờ/);
    console.log(sayCost('told and approved', approved));
    expect(approved.taps).toBeLessThanOrEqual(3);
    await operator.getByText(/Đang tới loa, phát lúc|Đã phát ở/).waitFor();
    await until('sound in the village', () => ears.words(polesOf('Bản Nà Sương')));
    expect(ears.loud(polesBut('Bản Nà Sương'))).toEqual([]);
    expect(office.complaints).toEqual([]);
  }, 120_000);

  test('of a template somebody stands for is on its way in under a minute', async () => {
    const approver = await office.sit('approver');
    console.log(sayCost('standing for a template', await standFor(approver, 'Họp bản')));
    const ears = listen(office);
    const page = await office.sit('planner');
    const said = await quickNotice(page, { village: 'Bản Đỉnh Thông' });
    console.log(sayCost('quick notice', said));
    expect(said.seconds).toBeLessThan(60);
    expect(said.taps).toBeLessThanOrEqual(10);
    await until('sound in the village', () => ears.words(polesOf('Bản Đỉnh Thông')));
    expect(ears.loud(polesBut('Bản Đỉnh Thông'))).toEqual([]);
    expect(office.complaints).toEqual([]);
  }, 120_000);
});

test.skipIf(hasChromium)('Chromium is absent: the desks are not tried here', () => undefined);
