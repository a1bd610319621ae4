// The choice of voices as people make it: whose it is, what holds, what the cloud may hear, a sound made anew.
// It must never speak: the studio is a fake.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/model.ts';
import type { Trying } from '../../src/services/voices/voices-port.ts';
import { AZURE, aVoice } from './fake-voices.ts';
import { written } from './steps.ts';
import { type Commune, commune, person, setUp, until, type World, world } from './world.ts';

let at: World;
let place: Commune;
let other: Commune;
let planner: Actor;
let provinceId: string;
beforeEach(async () => {
  at = world();
  const admin = await setUp(at);
  place = commune(at, admin, 'xa-a');
  other = commune(at, admin, 'xa-b');
  provinceId = at.deps.store.areas.all().find(({ kind }) => kind === 'province')?.id ?? '';
  planner = person(at, 'tinh-lich', ['planner', provinceId], ['author', provinceId]);
});

const NOTHING: Trying = { steps: [], pace: null, profile: null };
const desk = () => at.house.services.voices;
const choose = (actor: Actor, areaId: string, of: Partial<Trying> & { language?: string } = {}) =>
  desk().choose(actor, { areaId, language: 'vie', ...NOTHING, ...of });
const vie = (areaId: string, actor = place.author) =>
  desk()
    .view(actor, { areaId })
    .choices.find(({ language }) => language.code === 'vie');
const lines = (action: string) =>
  at.deps.store.audit
    .list({ tenantIds: null, beforeId: null, limit: 50, action })
    .map(({ tenantId, detail }) => ({ tenantId, ...JSON.parse(detail) }));
const allow = (areaId: string, allowed: boolean, actor = planner) =>
  desk().allowCloud(actor, { areaId, allowed });

describe('a choice', () => {
  test('of the province holds in its communes until they choose for themselves', () => {
    choose(planner, provinceId, { steps: ['embedded:vi'], pace: 170 });
    expect(vie(place.id)).toMatchObject({
      ...{ steps: ['embedded:vi', 'system:vi'], pace: 170, own: null },
      from: { steps: 'province', pace: 'province', profile: 'house' },
    });
    choose(place.author, place.id, { steps: ['system:vi'], profile: 'indoor' });
    expect(vie(place.id)).toMatchObject({
      ...{ steps: ['system:vi', 'embedded:vi'], pace: 170, profile: 'indoor' },
      from: { steps: 'own', pace: 'province', profile: 'own' },
    });
    expect(vie(other.id, other.author)?.steps[0]).toBe('embedded:vi');
    choose(place.author, place.id);
    expect(vie(place.id)?.own).toBeNull();
    expect(lines('voice.choose').map(({ tenantId, steps }) => [tenantId, steps])).toEqual([
      [place.id, []],
      [place.id, ['system:vi']],
      [provinceId, ['embedded:vi']],
    ]);
  });

  test('is made where one may: a village’s is its commune’s, another commune’s is missing', () => {
    choose(place.author, place.villages[0] ?? '', { steps: ['embedded:vi'] });
    expect(vie(place.id)?.from.steps).toBe('own');
    expect(() => choose(other.author, place.id, { pace: 180 })).toThrow(/There is no such thing/u);
    expect(() => desk().view(other.author, { areaId: place.id })).toThrow(/no such thing/u);
    expect(() => choose(place.technician, place.id, { pace: 180 })).toThrow(/no role/u);
  });

  test.each([
    ['a voice that is not there', { steps: ['azure:nobody'] }, /not on this machine/u],
    ['a pace nobody follows', { pace: 900 }, /from 100 to 320/u],
    ['a language that is none', { language: 'xxx' }, /no language/u],
  ])('%s is refused with a sentence, and nothing is written', (_, of, says) => {
    expect(() => choose(place.author, place.id, of)).toThrow(says);
    expect(lines('voice.choose')).toEqual([]);
  });

  test('the screen says who rests and why, what is broken, and which languages nobody speaks', () => {
    at.voices.there.push(
      aVoice({ id: 'sherpa.mms:mww', language: 'mww', licence: 'CC-BY-NC 4.0' }),
      { ...AZURE, rests: { reason: 'voice-key', untilMs: null } },
    );
    at.voices.broken.push({ name: 'hong', say: { vi: 'Hỏng.', en: 'Broken.' } });
    const view = desk().view(place.technician, { areaId: place.id });
    expect(view).toMatchObject({
      ...{ isProvince: false, mayChoose: false, mayAllow: false },
      cloud: { standing: 'not-allowed', isThere: true },
      refused: [{ name: 'hong' }],
    });
    expect(view.voices.at(-1)?.restsBecause?.en).toBe('the key of the engine is refused');
    expect(view.choices.map(({ language }) => language.code)).toEqual(['vie', 'mww']);
    expect(view.unspoken.map(({ code }) => code)).toContain('rad');
    desk().wake(place.technician, { areaId: place.id });
    expect([at.voices.woken, lines('voice.wake').length]).toEqual([1, 1]);
  });

  test('other rooms ask whether a language is spoken at all', () => {
    at.voices.there.push({ ...AZURE, id: 'azure:km', language: 'khm' });
    const { voices } = at.deps;
    expect([voices.speaks('vie', place.id), voices.speaks('khm', place.id)]).toEqual([true, false]);
    allow(provinceId, true);
    expect([voices.speaks('khm', place.id), voices.speaks('rad', place.id)]).toEqual([true, false]);
  });
});

describe('the cloud', () => {
  beforeEach(() => void at.voices.there.unshift(AZURE));

  test('is opened by the province, by name, and kept shut by a commune for itself', () => {
    expect(vie(place.id)?.steps).not.toContain(AZURE.id);
    allow(provinceId, true);
    expect(vie(place.id)?.steps[0]).toBe(AZURE.id);
    const head = person(at, 'xa-a-lich', ['planner', place.id]);
    const view = allow(place.id, false, head);
    expect([view.cloud.standing, view.mayAllow]).toEqual(['refused', true]);
    expect(vie(place.id)?.steps).not.toContain(AZURE.id);
    expect(vie(other.id, other.author)?.steps[0]).toBe(AZURE.id);
    allow(provinceId, false);
    allow(place.id, true, head);
    expect(vie(place.id)?.steps).not.toContain(AZURE.id);
    expect(lines('cloud.allow').map(({ tenantId, allowed }) => [tenantId, allowed])).toEqual([
      ...[
        [place.id, true],
        [provinceId, false],
        [place.id, false],
        [provinceId, true],
      ],
    ]);
  });

  test('no commune opens it for the province', () => {
    const head = person(at, 'xa-a-lich', ['planner', place.id], ['administrator', place.id]);
    expect(() => allow(provinceId, true, head)).toThrow(/no such thing|no role/u);
    allow(place.id, true, head);
    expect(vie(place.id)?.steps).not.toContain(AZURE.id);
  });
});

describe('making', () => {
  test('says for whom, in which language and whether it names people', async () => {
    at.house.services.bulletins.create(place.author, {
      ...{ areaId: place.id, text: 'Mời bà con họp.', title: 'Họp', personalData: true },
    });
    await until(() => at.studio.wanted.length === 1);
    expect(at.studio.wanted[0]).toMatchObject({
      ...{ tenantId: place.id, language: 'vie', personalData: true, retake: 0 },
    });
  });

  test('a language nobody speaks needs a person, and the bulletin says so', async () => {
    const { bulletins } = at.house.services;
    const { id } = bulletins.create(place.author, {
      ...{ areaId: place.id, text: 'Mnuih ƀuôn sang.', title: 'Tin', language: 'rad' },
    });
    await until(() => bulletins.get(place.author, { bulletinId: id }).bulletin.state === 'failed');
    const { bulletin } = bulletins.get(place.author, { bulletinId: id });
    expect(bulletin.stateReason).toContain('Tiếng Ê Đê: chưa có giọng máy nào đọc được');
    expect(bulletin.stateReason).toContain('liên kết ghi âm');
    expect(at.studio.wanted).toEqual([]);
  });

  test('who stood in is one line of the log for each engine, without a word of the bulletin', async () => {
    fallOnce();
    const { id } = await written(at, place);
    const told = at.log.lines.filter(({ line }) => line.includes('next voice'));
    expect(told).toMatchObject([
      { level: 'warn', fields: { bulletinId: id, reason: 'voice-quota', sentences: 2 } },
    ]);
    const { speech } = at.house.services.bulletins.get(place.author, { bulletinId: id });
    expect(speech).toMatchObject({
      fallen: { sentences: 2, say: { vi: '2 câu do giọng khác đọc vì hết hạn mức của bộ đọc.' } },
      ...{ byCloud: true, canRetake: true, late: null },
    });
  });
});

describe('a sentence heard first', () => {
  const listen = (of: object = {}, actor = place.author) =>
    desk().listen(actor, {
      ...{ areaId: place.id, language: 'vie', text: 'Họp lúc bảy giờ.', trying: null },
      ...{ signal: new AbortController().signal, ...of },
    });

  test('goes the bulletin’s way, by a choice that is not kept', async () => {
    const trying = { steps: ['embedded:vi'], pace: 150, profile: 'flat' as const };
    const { bytes } = await listen({ trying });
    expect(Buffer.from(bytes).toString()).toMatch(/^OggS/u);
    expect(at.studio.listened).toMatchObject([
      { tenantId: place.id, language: 'vie', personalData: false, trying },
    ]);
    expect(vie(place.id)?.own).toBeNull();
    expect(at.studio.wanted).toEqual([]);
  });

  test('what looks like a person’s own facts is kept from the cloud though nobody marked it', async () => {
    await listen({ text: 'Ông Lò Văn Pánh, sinh ngày 5/12/1960, điện thoại 0912345678.' });
    // as some keyboards write it: the marks loose beside their letters
    await listen({ text: 'Ông Lò Văn Pánh, sinh ngày 5/12/1960.'.normalize('NFD') });
    expect(at.studio.listened.map(({ personalData }) => personalData)).toEqual([true, true]);
  });

  test.each([
    ['too long', { text: 'a'.repeat(201) }, /200 characters/u],
    ['only signs', { text: '… !?' }, /200 characters/u],
    ['a voice that is not there', { trying: { ...NOTHING, steps: ['x:y'] } }, /not on this/u],
    ['a language nobody speaks', { language: 'rad' }, /no machine voice/u],
  ])('%s: refused with a sentence', async (_, of, says) => {
    await expect(listen(of)).rejects.toThrow(says);
    expect(at.studio.listened).toEqual([]);
  });

  test('another commune’s voices are not heard, and a technician does not listen', async () => {
    await expect(listen({}, other.author)).rejects.toThrow(/no such thing/u);
    await expect(listen({}, place.technician)).rejects.toThrow(/no role/u);
  });

  test('twenty in ten minutes are enough, for each person and each commune', async () => {
    for (let n = 0; n < 20; n += 1) await listen();
    await expect(listen()).rejects.toThrow(/20 test sentences/u);
    await expect(listen({}, place.operator)).rejects.toThrow(/20 test sentences/u);
    at.clock.move(10 * 60_000);
    await listen();
    expect(at.studio.listened).toHaveLength(21);
  });
});

/** The next clip has two sentences that the house said first and a cloud said in the end. */
function fallOnce(): void {
  const { make } = at.studio;
  const by = (engine: string) => ({ engine, engineVersion: '1', voice: 'vi' });
  const fall = { from: by('azure'), to: by('espeak-ng'), reason: 'voice-quota' };
  at.deps.studio.make = async (wanted) => {
    at.deps.studio.make = make;
    const clip = await make(wanted);
    const falls = [0, 1].map((sentence) => ({ ...fall, sentence }));
    const shares = ['azure', 'espeak-ng'].map((engine) => ({ ...by(engine), sentences: 2 }));
    return { ...clip, falls, spokenBy: shares };
  };
}
