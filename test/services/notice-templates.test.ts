import { expect, test } from 'vitest';
import type { TemplateWords } from '../../src/services/notices/notice-door.ts';
import { commune, person, setUp, world } from './world.ts';

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const WORDS: TemplateWords = {
  title: { vi: 'Đi lấy chồng', en: 'Wedding' },
  icon: 'festival',
  category: 'community',
  priority: 'normal',
  personalData: false,
  lastsHours: 5,
  opening: 'Đây là Đài truyền thanh {commune}.',
  body: ['Mời bà con dự đám cưới ở {noi}.'],
  closing: 'Xin cảm ơn.',
  slots: [
    {
      name: 'noi',
      label: { vi: 'Nơi', en: 'Place' },
      kind: 'place',
      required: true,
      maxChars: 60,
      example: 'bản Mòng',
    },
  ],
};

async function opened() {
  const at = world();
  const admin = await setUp(at);
  const a = commune(at, admin, 'xa-a');
  const { notices } = at.house.services;
  const list = () => notices.templates(a.operator, { areaId: a.id });
  const one = (id: string) => list().find((template) => template.id === id);
  return { at, admin, a, notices, list, one };
}

test('a commune begins with the thirteen, and none of them is changed', async () => {
  const { list } = await opened();
  expect(list()).toHaveLength(13);
  for (const { from, version, hidden, hash } of list()) {
    expect([from, version, hidden]).toEqual(['built-in', 0, false]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('it changes one, hides it, and goes back to the product’s words', async () => {
  const { at, a, notices, one } = await opened();
  const {
    hash: seenHash = '',
    id: _id,
    version: _v,
    from: _f,
    hidden: _h,
    ...words
  } = {
    ...WORDS,
    ...one('hop-ban'),
  };
  const of = { areaId: a.id, templateId: 'hop-ban' };
  const template = { ...words, closing: 'Xin cảm ơn bà con.' } as TemplateWords;
  const set = notices.setTemplate(a.author, { ...of, seenHash, hidden: false, template });
  expect(set).toMatchObject({ from: 'changed', version: 1, closing: 'Xin cảm ơn bà con.' });
  const second = { ...of, seenHash: set.hash, hidden: true, template };
  expect(notices.setTemplate(a.author, second)).toMatchObject({ version: 2, hidden: true });
  notices.dropTemplate(a.author, of);
  expect(one('hop-ban')).toMatchObject({ from: 'built-in', version: 3, hidden: false });
  expect(one('hop-ban')?.hash).toBe(seenHash);
  const lines = at.deps.store.audit.list({ tenantIds: [a.id], beforeId: null, limit: 9 });
  const did = lines.filter(({ action }) => action === 'notice.template');
  expect(did.map(({ detail }) => JSON.parse(detail).did)).toEqual(['back', 'hide', 'change']);
  expect(at.told).toContainEqual({ kind: 'notice', id: a.id, tenantId: a.id });
});

test('of two who change it at once the second is told, and loses nothing', async () => {
  const { a, notices, one } = await opened();
  const { hash: seenHash = '' } = one('hop-ban') ?? {};
  const of = { areaId: a.id, templateId: 'hop-ban', seenHash, hidden: false };
  notices.setTemplate(a.author, { ...of, template: { ...WORDS } });
  expect(() => notices.setTemplate(a.author, { ...of, template: WORDS })).toThrow(
    code('template-changed'),
  );
});

test('it adds its own, forty at most, changes and removes them', async () => {
  const { a, notices, list, one } = await opened();
  const add = () => notices.addTemplate(a.author, { areaId: a.id, template: WORDS });
  const first = add();
  expect(first).toMatchObject({ from: 'own', version: 1, title: WORDS.title });
  expect(first.id).toMatch(/^own-[0-9a-z]{26}$/);
  for (let n = 1; n < 40; n += 1) add();
  expect(add).toThrow(code('limit-reached'));
  notices.dropTemplate(a.author, { areaId: a.id, templateId: first.id });
  expect(one(first.id)).toBeUndefined();
  expect(list()).toHaveLength(52);
  add();
});

test('nothing that could not be spoken is kept', async () => {
  const { a, notices, list } = await opened();
  const broken = { ...WORDS, body: ['<b>{noi}</b>'] };
  expect(() => notices.addTemplate(a.author, { areaId: a.id, template: broken })).toThrow(
    code('bad-template'),
  );
  expect(list()).toHaveLength(13);
});

test('another commune sees and changes nothing of it; an operator only uses them', async () => {
  const { at, a, admin, notices, one } = await opened();
  const other = commune(at, admin, 'xa-b');
  const own = notices.addTemplate(a.author, { areaId: a.id, template: WORDS });
  const theirs = notices.templates(other.author, { areaId: other.id });
  expect(theirs.map(({ id }) => id)).not.toContain(own.id);
  expect(() => notices.templates(other.author, { areaId: a.id })).toThrow(code('missing'));
  const gone = { areaId: other.id, templateId: own.id };
  expect(() => notices.dropTemplate(other.author, gone)).toThrow(code('missing'));
  expect(() => notices.addTemplate(a.operator, { areaId: a.id, template: WORDS })).toThrow(
    code('not-your-role'),
  );
  const set = { ...gone, seenHash: own.hash, hidden: false, template: WORDS };
  expect(() => notices.setTemplate(other.author, set)).toThrow(code('missing'));
  expect(one(own.id)).toBeDefined();
  const above = person(at, 'tinh', ['author', at.deps.store.areas.byCode('muong-thu')?.id ?? '']);
  expect(notices.templates(above, { areaId: a.id })).toHaveLength(14);
});
