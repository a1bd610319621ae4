import { describe, expect, test } from 'vitest';
import { make, sounded, stand, wishOf } from './notice-steps.ts';
import { airings, liveCommune, sentAiring } from './steps.ts';
import { world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const TEN_HOURS_MS = 10 * 3_600_000;

async function atNight() {
  const at = world();
  const a = await liveCommune(at);
  const slots = {
    'ho-ten': 'Cháu Lò Thị Mai',
    noi: 'chợ trung tâm xã',
    ngay: '2026-12-05',
    gio: '15:00',
    'dac-diem': 'mặc áo đỏ',
    'dien-thoai': '0912345678',
  };
  const of = { templateId: 'tim-nguoi-lac', slots };
  return { at, a, of, night: () => at.clock.move(TEN_HOURS_MS) };
}

describe('a notice of a priority template that is said to be danger to life', () => {
  test('is an emergency: planned at night too, and the record says who made it one', async () => {
    const { at, a, of, night } = await atNight();
    night();
    expect(() => make(at, a, of)).toThrow(code('out-of-hours'));
    const view = await sounded(at, a, { ...of, urgent: true });
    expect(view).toMatchObject({ priority: 'emergency', state: 'pending', approvedBy: [] });
    const lines = at.deps.store.audit.list({ tenantIds: [a.id], beforeId: null, limit: 50 });
    const made = lines.find(({ action }) => action === 'notice.create');
    expect(JSON.parse(made?.detail ?? '{}')).toMatchObject({ urgent: true });
  });

  test('is never covered by a standing approval that is not for emergencies', async () => {
    const { at, a, of } = await atNight();
    stand(at, a, { templateId: of.templateId });
    const { notices } = at.house.services;
    expect(notices.preview(a.author, wishOf(at, a, of)).approver).not.toBeNull();
    expect(notices.preview(a.author, wishOf(at, a, { ...of, urgent: true })).approver).toBeNull();
    expect((await sounded(at, a, { ...of, urgent: true })).state).toBe('pending');
    expect((await sounded(at, a, of)).state).toBe('approved');
  });

  test('airs at night without another word where an approver stands for it as an emergency', async () => {
    const { at, a, of, night } = await atNight();
    stand(at, a, { templateId: of.templateId, emergency: true });
    night();
    expect((await sounded(at, a, { ...of, urgent: true })).state).toBe('approved');
    await sentAiring(at);
    expect(airings(at)).toHaveLength(1);
  });

  test('is refused of an ordinary template: a meeting wakes nobody', async () => {
    const { at, a } = await atNight();
    const wish = wishOf(at, a, { urgent: true });
    expect(() => at.house.services.notices.preview(a.author, wish)).toThrow(code('not-urgent'));
    expect(() => make(at, a, { urgent: true })).toThrow(code('not-urgent'));
    expect(at.deps.store.bulletins.ofTenants([a.id])).toEqual([]);
  });

  test('stays what its template says where nobody says so', async () => {
    const { at, a, of } = await atNight();
    expect(make(at, a, { ...of, urgent: false }).priority).toBe('priority');
  });
});
