// The commune's own say: its page is closed until it opens it; posters; the mark of who is named; hints.
// It must never know routes.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import type { Paper } from '../../src/services/approval/papers-port.ts';
import { make, templateFor } from './notice-steps.ts';
import { openCommune } from './public-steps.ts';
import { actions, liveCommune, written } from './steps.ts';
import { commune, person, world } from './world.ts';

describe('a commune’s page', () => {
  test('is closed until its administrator opens it', async () => {
    const at = world();
    const place = await liveCommune(at);
    const { publicDesk } = at.house.services;
    const closed = { areaId: place.id, open: false, phone: null };
    const url = 'http://vangxa.test/xa/xa-a';
    expect(publicDesk.settings(place.author, { areaId: place.id })).toEqual({ ...closed, url });
    const wish = { areaId: place.id, open: true, phone: ' 0212\u202e 3852  047 ' };
    expect(() => publicDesk.setSettings(place.author, wish)).toThrow(/not-your-role/);
    const admin = person(at, 'quan-tri-xa', ['administrator', place.id]);
    const opened = publicDesk.setSettings(admin, wish);
    expect(opened).toEqual({ areaId: place.id, open: true, phone: '0212 3852 047', url });
    expect(publicDesk.setSettings(admin, { ...wish, phone: ' ' }).phone).toBeNull();
    expect(actions(at)[0]).toBe('public-page.set');
  });

  test('is asked for by any of its villages, never for a province or another’s', async () => {
    const at = world();
    const place = await openCommune(at);
    const { publicDesk } = at.house.services;
    const village = place.villages[0] ?? '';
    expect(publicDesk.settings(place.operator, { areaId: village }).areaId).toBe(place.id);
    const province = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
    const over = person(at, 'tinh', ['administrator', province]);
    expect(() => publicDesk.settings(over, { areaId: province })).toThrow(/not-a-commune/);
    const stranger = commune(at, over, 'xa-b').author;
    expect(() => publicDesk.settings(stranger, { areaId: place.id })).toThrow(/missing/);
  });
});

describe('a poster', () => {
  test('is printed for the commune or for one of its poles, once the page is open', async () => {
    const asked: Paper[] = [];
    const at = world();
    at.deps.papers.make = async (paper) => {
      asked.push(paper);
      return new Uint8Array([1]);
    };
    const place = await openCommune(at);
    const { publicDesk } = at.house.services;
    await publicDesk.poster(place.technician, { areaId: place.id, siteId: null });
    await publicDesk.poster(place.technician, { areaId: place.id, siteId: 'loa-1' });
    const url = 'http://vangxa.test/xa/xa-a';
    expect(asked).toMatchObject([
      { kind: 'public-poster', url, link: url, siteName: null, villageName: null },
      { url, link: `${url}?loa=loa-1`, siteName: 'Loa loa-1', villageName: 'ban-1' },
    ]);
    const print = (siteId: string) =>
      publicDesk.poster(place.technician, { areaId: place.id, siteId });
    await expect(print('khong-co')).rejects.toThrow(/missing/);
    const closed = { areaId: place.id, open: false, phone: null };
    publicDesk.setSettings(place.administrator, closed);
    await expect(print('loa-1')).rejects.toThrow(/page-closed/);
  });
});

test('the mark of who is named changes nothing but itself, and is not for technicians', async () => {
  const at = world();
  const place = await liveCommune(at);
  const before = await written(at, place);
  const { publicDesk } = at.house.services;
  const mark = (personalData: boolean) =>
    publicDesk.markPersonal(place.approver, { bulletinId: before.id, personalData });
  mark(true);
  mark(true);
  expect(at.deps.store.bulletins.get(before.id)).toEqual({ ...before, personalData: true });
  expect(actions(at).filter((action) => action === 'bulletin.mark')).toHaveLength(1);
  const wish = { bulletinId: before.id, personalData: false };
  expect(() => publicDesk.markPersonal(place.technician, wish)).toThrow(/not-your-role/);
  expect(() => publicDesk.markPersonal(place.author, { ...wish, bulletinId: '?' })).toThrow(
    /missing/,
  );
});

test('the mark is taken off by an approver who wrote nothing of it', async () => {
  const at = world();
  const place = await liveCommune(at);
  const both = person(at, 'hai-vai', ['author', place.id], ['approver', place.id]);
  const { id: bulletinId } = await written(at, { ...place, author: both });
  const { publicDesk } = at.house.services;
  const mark = (by: Actor, personalData: boolean) =>
    publicDesk.markPersonal(by, { bulletinId, personalData });
  mark(place.operator, true);
  expect(() => mark(place.operator, false)).toThrow(/not-your-role/);
  expect(() => mark(both, false)).toThrow(/own-mark/);
  mark(place.approver, false);
  expect(at.deps.store.bulletins.get(bulletinId)?.personalData).toBe(false);
});

test('the mark of a template stays: a lost person is never named on the page', async () => {
  const at = world();
  const place = await liveCommune(at);
  const { id: bulletinId } = make(at, place);
  const { publicDesk } = at.house.services;
  const off = () => publicDesk.markPersonal(place.approver, { bulletinId, personalData: false });
  publicDesk.markPersonal(place.author, { bulletinId, personalData: true });
  off();
  const { hash, version: _v, from: _f, id, hidden: _h, ...template } = templateFor(at, place);
  const to = { ...template, personalData: true };
  const how = { areaId: place.id, templateId: id, seenHash: hash, hidden: false, template: to };
  at.house.services.notices.setTemplate(place.author, how);
  publicDesk.markPersonal(place.author, { bulletinId, personalData: true });
  expect(off).toThrow(/mark-of-template/);
});

test('hints are of the text as it is kept', () => {
  const { hints } = world().house.services.publicDesk;
  expect(hints({ text: 'gọi cháu 0912345678'.normalize('NFD') })).toEqual([
    { kind: 'phone', at: 9, length: 10 },
  ]);
});
