// At the poles: one is hushed and skipped, an emergency passes, a box is swapped, a villager is answered.
// It must never look inside the service.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Credential, invited } from '../../src/demo/settling.ts';
import { listen } from '../desks/ears.ts';
import { hasChromium } from '../desks/eyes.ts';
import { sayCost } from '../desks/hand.ts';
import { floodNotice, quickNotice } from '../desks/journeys.ts';
import { type Office, type Opening, openOffice } from '../desks/office.ts';
import {
  answerReport,
  hushPole,
  readAnswer,
  reportNoise,
  swapUnit,
} from '../desks/pole-journeys.ts';
import { show } from '../desks/screens.ts';
import { polesOf, stand } from '../desks/village.ts';
import { airingOf, approvedBulletin, scheduleOnce, until } from './house.ts';

const SHORT = 'Mời bà con bản Nà Sương ra nhà văn hóa họp lúc 19 giờ ngày 25 tháng 11 năm 2026.';
const HUSHED = { id: 'na-suong-cho-phien', name: 'Chợ phiên Nà Sương' };
/** Its box falls silent for good soon after the start. */
const BROKEN = 'dinh-thong-cuoi-ban';

let office: Office;
let technician: Credential;
let label: string;

describe.runIf(hasChromium)('at the poles', () => {
  beforeAll(async () => {
    office = await openOffice({ fleet: ['--trouble', `${BROKEN}:silent@4`], arrive: withSpare });
    for (const template of ['hop-ban', 'xa-lu']) await stand(office, template);
  }, 120_000);
  afterAll(() => office?.close());

  test('one is hushed in three taps: the plan’s bulletin skips it with the reason, an emergency passes', async () => {
    const operator = await office.sit('planner');
    const hushed = await hushPole(operator, HUSHED.name);
    console.log(sayCost('hush', hushed));
    expect(hushed.taps).toBe(3);
    const ears = listen(office);
    const { planner } = office.settled;
    const bulletinId = await approvedBulletin(office.settled, SHORT);
    const airingId = await airingOf(planner, await scheduleOnce(office.settled, bulletinId, 5_000));
    await show(operator, `#/airing/${airingId}`);
    const row = operator.locator('main .rows > li', { hasText: HUSHED.name });
    await row.getByText(/tạm im từ .* đến .*đám tang/i).waitFor({ timeout: 60_000 });
    const others = polesOf('Bản Nà Sương').filter((id) => id !== HUSHED.id);
    await until('sound at the others', () => ears.words(others));
    expect(ears.loud([HUSHED.id])).toEqual([]);
    const flood = await floodNotice(operator, 'Bản Nà Sương');
    console.log(sayCost('an emergency', flood));
    await until('the emergency at the hushed pole', () => ears.words([HUSHED.id]));
    expect(office.complaints).toEqual([]);
  }, 180_000);

  test('a box that fell silent is swapped by its label, and the pole speaks again', async () => {
    const page = await office.sit(technician);
    const swapped = await swapUnit(page, { siteId: BROKEN, label });
    console.log(sayCost('a unit swapped', swapped));
    const ears = listen(office);
    const operator = await office.sit('planner');
    await quickNotice(operator, { village: 'Bản Đỉnh Thông' });
    await until('sound through the new box', () => ears.words(polesOf('Bản Đỉnh Thông')));
    expect(office.complaints).toEqual([]);
  }, 180_000);

  test('a villager’s report takes two taps without a script, and is answered by its number', async () => {
    const { administrator, communeId } = office.settled;
    const wish = { open: true, phone: null };
    await administrator.call('PUT', `/api/areas/${communeId}/public-page`, wish);
    const phone = await office.phone('/xa/suoi-may', { script: false });
    const sent = await reportNoise(phone);
    console.log(sayCost('a report', sent));
    expect(sent.taps).toBe(2);
    const officer = await office.sit('author');
    const answer = 'Xã đã giảm âm lượng ở chợ phiên từ tối nay.';
    console.log(sayCost('a report answered', await answerReport(officer, answer)));
    await phone.getByRole('link', { name: 'Về trang của xã' }).click();
    expect(await readAnswer(phone, sent.number)).toBe(answer);
    expect(await phone.context().cookies()).toEqual([]);
    expect(office.complaints).toEqual([]);
  }, 90_000);
});

/** A technician with one box in the van, switched on with all the others. */
const withSpare: NonNullable<Opening['arrive']> = async ({ base, settled, place }) => {
  const { administrator, communeId: at } = settled;
  const account = { name: 'ky-thuat', fullName: 'Quàng Văn Dũng' };
  const joined = await invited({ base, administrator, account, roles: ['technician'], at });
  technician = joined.credential;
  const { spares } = await joined.person.call<{
    spares: { spare: { id: string }; enrolment: object; label: string }[];
  }>('POST', '/api/spares', { tenantId: at, count: 1 });
  const folder = join(place.root, 'spares');
  mkdirSync(folder);
  for (const { spare, enrolment, ...one } of spares) {
    label = one.label;
    writeFileSync(join(folder, `${spare.id}.json`), JSON.stringify(enrolment), { mode: 0o600 });
  }
  return ['--spares', folder];
};

test.skipIf(hasChromium)('Chromium is absent: the desks are not tried here', () => undefined);
