// A commune with several approvers at their phones, and bulletins sent to them.
// It must never assert what a screen says: tests do.
import type { Browser, Page } from 'playwright-core';
import type { Actor, Bulletin } from '../../src/domain/model.ts';
import type { ClosableReader } from '../../src/reader.ts';
import { hashOf, liveCommune, scheduled } from '../services/steps.ts';
import { PASSWORD, person, quickPasswords, until } from '../services/world.ts';
import { desk } from './browser.ts';

export const TEXT =
  'Ủy ban nhân dân xã mời bà con bản Mòng họp lúc 19h30 ngày 28/11/2026 tại nhà văn hóa. ' +
  'Mỗi hộ đóng 50.000 đồng tiền vệ sinh trước ngày 30/11/2026. ' +
  'Người dân không được đốt rác gần rừng.';

export async function approvers(of: { browser: Browser; webDir: string; reader: ClosableReader }) {
  const at = await desk(of);
  const place = await liveCommune(at.at);
  const { store } = at.at.deps;
  const second = person(at.at, 'duyet-hai', ['approver', place.id]);
  for (const { accountId } of [place.author, place.approver, second])
    store.accounts.setPasswordHash(accountId, await quickPasswords().hash(PASSWORD));
  const { bulletins } = at.at.house.services;
  const sounded = async (id: string): Promise<Bulletin> => {
    await until(() => store.bulletins.get(id)?.state === 'ready', 'the sound');
    return store.bulletins.get(id) as Bulletin;
  };
  const write = async (wish: Partial<Parameters<typeof bulletins.create>[1]> = {}) => {
    const title = 'Họp bản tối thứ Bảy';
    const made = bulletins.create(place.author, { areaId: place.id, text: TEXT, title, ...wish });
    return sounded(made.id);
  };
  const sent = async (wish?: Parameters<typeof write>[0]): Promise<Bulletin> => {
    const bulletin = await write(wish);
    const pattern = '30 17 * * 1-5';
    const urgent = bulletin.priority === 'emergency';
    scheduled(at.at, place, {
      bulletin,
      rule: urgent ? { kind: 'now' } : { kind: 'cron', pattern },
    });
    return bulletins.submit(place.author, { bulletinId: bulletin.id });
  };
  const resent = async ({ id }: Bulletin, text: string): Promise<Bulletin> => {
    bulletins.edit(place.author, { bulletinId: id, text });
    await sounded(id);
    return bulletins.submit(place.author, { bulletinId: id });
  };
  const approve = (by: Actor, bulletin: Bulletin) =>
    bulletins.approve(by, { bulletinId: bulletin.id, contentHash: hashOf(at.at, bulletin) });
  /** signed in, in a browser of their own, at this address */
  const open = async (who: Actor, path: string, width = 360): Promise<Page> => {
    const page = await at.sit(width);
    await page.goto(`${at.base}/#/${path}`);
    await page.getByLabel('Tên đăng nhập').fill(who.name);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Các mục chính' }).waitFor();
    return page;
  };
  return { ...at, place, second, write, sent, resent, approve, open };
}

/** Screenshots are left where asked for, and nowhere otherwise. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.VANGXA_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
