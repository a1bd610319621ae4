// A bulletin from a document of the corpus, from a desk to the poles; two who judge it at once; and everything stopped.
// It must never look inside the service.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invited } from '../../src/demo/settling.ts';
import { listen } from '../desks/ears.ts';
import { hasChromium, pasteInto } from '../desks/eyes.ts';
import { sayCost } from '../desks/hand.ts';
import { approveTold, drop, editBulletin } from '../desks/journeys.ts';
import { type Office, openOffice } from '../desks/office.ts';
import { stopAll } from '../desks/pole-journeys.ts';
import { show } from '../desks/screens.ts';
import { planNow, polesBut, polesOf } from '../desks/village.ts';
import { CORPUS, corpusText, hasShared } from '../reading/shared.ts';
import { approvedBulletin, inState, NOTICE, newBulletin, scheduleOnce, until } from './house.ts';

let office: Office;
/** The other texts of the corpus are as long as books. */
const DOCUMENT = hasShared
  ? { name: `${CORPUS[0]}.txt`, text: corpusText(CORPUS[0]) }
  : {
      name: 'quyet-dinh.txt',
      text: readFileSync(join(import.meta.dirname, '../../config/demo/quyet-dinh.txt'), 'utf8'),
    };

describe.runIf(hasChromium)('a bulletin', () => {
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office?.close());

  test('of a document is made and heard at a desk, approved on a phone, and sounds in its village', async () => {
    const author = await office.sit('author', { width: 1_280, height: 800 });
    const approver = await office.sit('approver');
    const ears = listen(office);
    const sent = await editBulletin(author, { ...DOCUMENT, clauses: 1, village: 'Bản Đỉnh Thông' });
    console.log(sayCost(`bulletin of ${DOCUMENT.name}`, sent));
    const approved = await approveTold(approver, /chờ/);
    console.log(sayCost('approved on a phone', approved));
    expect(approved.taps).toBeLessThanOrEqual(3);
    await until('sound in the village', () => ears.words(polesOf('Bản Đỉnh Thông')));
    expect(ears.loud(polesBut('Bản Đỉnh Thông'))).toEqual([]);
    expect(office.complaints).toEqual([]);
  }, 240_000);

  test('that two would judge at once is decided by the quicker, and the slower is told by whom', async () => {
    const { settled, base } = office;
    const { credential } = await invited({
      ...{ base, administrator: settled.administrator, at: settled.communeId },
      ...{ account: { name: 'pho-chu-tich', fullName: 'Tòng Thị Ín' }, roles: ['approver'] },
    });
    const id = await newBulletin(settled.author, settled.communeId);
    await inState(settled.author, id, 'ready');
    // one that would never sound is asked about first
    await scheduleOnce(settled, id, 3_600_000);
    await settled.author.call('POST', `/api/bulletins/${id}/submit`);
    const [quick, slow] = [await office.sit('approver'), await office.sit(credential)];
    for (const page of [quick, slow]) {
      await show(page, `#/approvals/${id}`);
      await page.getByRole('button', { name: 'Duyệt cho phát' }).waitFor();
    }
    await quick.getByRole('button', { name: 'Duyệt cho phát' }).click();
    await quick.getByText('Đã duyệt.', { exact: false }).first().waitFor();
    await slow.getByText('Lò Văn Ngàn đã duyệt lúc', { exact: false }).waitFor();
    expect(await slow.getByRole('button', { name: 'Duyệt cho phát' }).count()).toBe(0);
    expect(office.complaints).toEqual([]);
  }, 90_000);

  test('that sounds is stopped by the red button: every pole silent within two seconds, and said so', async () => {
    const long = Array.from({ length: 12 }, () => NOTICE).join(' ');
    const bulletinId = await approvedBulletin(office.settled, long);
    const operator = await office.sit('planner');
    const ears = listen(office);
    const { atMs } = await scheduleOnce(office.settled, bulletinId, 5_000);
    const poles = [...polesOf('Bản Đỉnh Thông'), ...polesOf('Bản Nà Sương')];
    await until('sound everywhere', () => ears.words(poles));
    const stopped = await stopAll(operator);
    console.log(sayCost('stop', stopped));
    const pressedPlanMs = (await planNow(office)) - (performance.now() - stopped.pressedMs);
    await operator
      .getByRole('link', { name: /^Xem từng cụm loa/ })
      .first()
      .click();
    await operator.getByText('Đã hủy', { exact: false }).first().waitFor();
    const rows = operator.locator('main .rows > li');
    await until('every pole’s own word', async () => {
      const said = await rows.allTextContents();
      return said.length === 12 && said.every((one) => /hủy|dừng/i.test(one));
    });
    await until('files that no longer grow', () => quietFor(1_500, poles));
    const ends = poles.map((pole) => atMs + ears.lastMs(pole));
    console.log(
      `stop: silent ${Math.round(Math.max(...ends) - pressedPlanMs)} ms after the press, at the slowest pole`,
    );
    expect(Math.max(...ends) - pressedPlanMs).toBeLessThan(2_000);
    expect(office.complaints).toEqual([]);
  }, 120_000);

  test('is not made of a film or of ten megabytes: both are refused in words and the page lives on', async () => {
    const page = await office.sit('author');
    await show(page, '#/editor');
    await drop(page, { name: 'le-hoi.mp4', text: 'x'.repeat(5_000_000) });
    await page.getByText('"le-hoi.mp4" là phim hoặc âm thanh').waitFor();
    const act = page.getByRole('button', { name: 'Nhận và đọc thử' });
    expect(await act.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    const paste = page.getByLabel('Hoặc dán nội dung');
    await pasteInto(paste, { words: 'quyết định ', times: 900_000 });
    await page.getByText(/nhiều hơn 500\.000/).waitFor();
    expect(await act.isDisabled()).toBe(true);
    await paste.fill('Điều 1. Hiệu lực\nQuyết định có hiệu lực từ ngày 01/12/2026.');
    await act.click();
    await page.getByRole('checkbox', { name: /Điều 1/ }).waitFor();
    expect(office.complaints).toEqual([]);
  }, 90_000);
});

/** Nothing was written under these poles for so long. */
function quietFor(ms: number, poles: readonly string[]): boolean {
  const files = poles.map((pole) => join(office.place.out, `${pole}.wav`));
  return files.every((file) => Date.now() - statSync(file).mtimeMs > ms);
}

test.skipIf(hasChromium)('Chromium is absent: the desks are not tried here', () => undefined);
