// A commune with two speakers on the line and one person who holds every role, at a real browser.
// It must never assert what a screen says: tests do.
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../src/domain/model.ts';
import { approved, liveCommune, scheduled, sentAiring } from '../services/steps.ts';
import { type Box, type Commune, PASSWORD, quickPasswords } from '../services/world.ts';
import { type Desk, desk } from './browser.ts';

export type PoleDesk = Desk & {
  place: Commune & { boxes: Box[] };
  /** the person of every role */
  open(path: string, width?: number): Promise<Page>;
  openAs(name: string, path: string): Promise<Page>;
};

const ROLES: readonly Role[] = ['technician', 'operator', 'planner', 'administrator'];

export async function poleDesk(of: { browser: Browser; webDir: string }): Promise<PoleDesk> {
  const at = await desk(of);
  const place = await liveCommune(at.at);
  const { accounts } = at.at.deps.store;
  const { accountId, name } = place.author;
  for (const role of ROLES) accounts.putGrant({ accountId, role, areaId: place.id });
  const hash = await quickPasswords().hash(PASSWORD);
  for (const one of [place.author, place.technician, place.operator])
    accounts.setPasswordHash(one.accountId, hash);
  const openAs = async (who: string, path: string, width?: number) => {
    const page = await at.sit(width);
    await page.goto(`${at.base}/#/${path}`);
    await page.getByLabel('Tên đăng nhập').fill(who);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Các mục chính' }).waitFor();
    return page;
  };
  const open = (path: string, width?: number) => openAs(name, path, width);
  return { ...at, place, open, openAs };
}

/** An airing on its way to both speakers, to sound within ten minutes. */
export async function onItsWay({ at, place }: PoleDesk): Promise<string> {
  const bulletin = await approved(at, place);
  scheduled(at, place, { bulletin, rule: { kind: 'now' } });
  return sentAiring(at);
}

/** How often a thumb touched the page since. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`(() => {
    window.taps = 0;
    addEventListener('pointerdown', () => { window.taps += 1; }, true);
  })()`);
  return () => page.evaluate('window.taps');
}
