import { expect, test } from 'vitest';
import { AppError, type Fault } from '../../src/domain/errors.ts';
import { fakeApp, signedIn } from './fake.ts';

const STATUS: [Fault, number][] = [
  ['caller', 400],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['missing', 404],
  ['conflict', 409],
  ['ours', 500],
  ['world', 503],
];

test.each(STATUS)(
  'a fault of %s is answered with %i and its own sentences',
  async (fault, status) => {
    const fake = await fakeApp();
    fake.services.bulletins.get = () => {
      const say = { vi: 'Không được.', en: 'No.' };
      throw new AppError({ code: 'some-code', fault, say, place: 'contentHash' });
    };
    const answer = await fake.app.inject({ url: '/api/bulletins/b', headers: signedIn(fake) });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({
      error: {
        code: 'some-code',
        fault,
        message: { vi: 'Không được.', en: 'No.' },
        place: 'contentHash',
      },
    });
    await fake.app.close();
  },
);

test('an error nobody named is ours, without its text, stack or path', async () => {
  const fake = await fakeApp();
  fake.services.areas.list = () => {
    throw new Error('ENOENT /var/secret/place');
  };
  const answer = await fake.app.inject({ url: '/api/areas', headers: signedIn(fake) });
  expect(answer.statusCode).toBe(500);
  expect(answer.json().error.code).toBe('ours');
  expect(answer.body).not.toContain('secret');
  await fake.app.close();
});

test('an error of the same fields from a room that may not import the class is taken as it is', async () => {
  const fake = await fakeApp();
  fake.services.areas.list = () => {
    const say = { vi: 'Đĩa đầy.', en: 'The disk is full.' };
    throw Object.assign(new Error('disk-full'), { code: 'disk-full', fault: 'world', say });
  };
  const answer = await fake.app.inject({ url: '/api/areas', headers: signedIn(fake) });
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'disk-full']);
  await fake.app.close();
});

/** what is sent → status, the place named, and how the Vietnamese sentence begins */
const WRONG: [string, string, object, string, string][] = [
  ['a missing field', '/api/session', { name: 'a' }, 'password', 'Mật khẩu: còn thiếu'],
  ['an empty field', '/api/session', { name: '', password: 'x' }, 'name', 'Tên: không được để'],
  [
    'a field too long',
    '/api/session',
    { name: 'a', password: 'x'.repeat(201) },
    'password',
    'Mật khẩu: nhiều nhất 200 ký tự',
  ],
  ['a wrong type', '/api/session', { name: 5, password: 'x' }, 'name', 'Tên: phải là chữ'],
  [
    'a field that is not there',
    '/api/session',
    { name: 'a', password: 'x', admin: true },
    'admin',
    '“admin”: không có trường này',
  ],
  ['no object at all', '/api/session', [], 'body', 'Nội dung yêu cầu: phải là một nhóm'],
  [
    'a bad character',
    '/api/sites',
    { id: 'Loa Số 1', areaId: 'a', name: 'b' },
    'id',
    'Mã: có ký tự không được dùng',
  ],
  [
    'a number too small',
    '/api/areas',
    { code: 'a', kind: 'village', name: 'A', parentId: 'p', population: -1 },
    'population',
    'Số dân: nhỏ nhất là 0',
  ],
  [
    'a choice there is not',
    '/api/areas',
    { code: 'a', kind: 'huyện', name: 'A', parentId: 'p' },
    'kind',
    'Loại: giá trị không dùng được',
  ],
  [
    'an empty list',
    '/api/schedules',
    { bulletinId: 'b', areaIds: [], rule: { kind: 'now' } },
    'areaIds',
    'Nơi phát: chọn ít nhất 1',
  ],
  [
    'a hash that is none',
    '/api/bulletins/b/approve',
    { contentHash: 'latest' },
    'contentHash',
    'Mã của bản âm thanh đã nghe: có ký tự',
  ],
  [
    'a list too long',
    '/api/accounts',
    { name: 'a', fullName: 'A', grants: Array(51).fill({ role: 'author', areaId: 'a' }) },
    'grants',
    'Quyền: nhiều nhất 50 mục',
  ],
  [
    'a wrong thing inside a list',
    '/api/accounts',
    { name: 'a', fullName: 'A', grants: [{ role: 'author', areaId: '' }] },
    'grants.0.areaId',
    'Địa bàn: không được để trống',
  ],
];

test.each(WRONG)('%s is refused by name in both languages', async (...row) => {
  const [, url, payload, place, sentence] = row;
  const fake = await fakeApp();
  const request = { method: 'POST' as const, url, headers: signedIn(fake), payload };
  const answer = await fake.app.inject(request);
  expect(answer.statusCode).toBe(400);
  const { error } = answer.json();
  expect(error).toMatchObject({ code: 'invalid', fault: 'caller', place });
  expect(error.message.vi).toContain(sentence);
  expect(error.message.en).toMatch(/^.+: .+\.$/);
  expect(fake.asked).toEqual([]);
  await fake.app.close();
});

test('a speed of nothing and a plan of a year are refused in the query and the body alike', async () => {
  const fake = await fakeApp();
  const headers = signedIn(fake);
  const plan = await fake.app.inject({ url: '/api/plan?hours=9999', headers });
  expect(plan.json().error.message.vi).toContain('lớn nhất là 744');
  const request = { method: 'PUT' as const, url: '/api/simulation', headers };
  const speed = await fake.app.inject({ ...request, payload: { speed: 0 } });
  expect(speed.json().error.message.en).toBe('Speed: must be more than 0.');
  await fake.app.close();
});

const BAD_BODIES: [string, string, string, number, string][] = [
  ['JSON cut off', 'application/json', '{"name":', 400, 'not-json'],
  ['JSON that is empty', 'application/json', '', 400, 'not-json'],
  ['XML', 'application/xml', '<a/>', 415, 'media-type'],
];
test.each(BAD_BODIES)(
  '%s is refused with a sentence',
  async (_what, type, payload, status, code) => {
    const fake = await fakeApp();
    const headers = { 'content-type': type };
    const answer = await fake.app.inject({ method: 'POST', url: '/api/session', headers, payload });
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    await fake.app.close();
  },
);

test.each([
  ['GET', '/api/nothing'],
  ['POST', '/api/bulletins/b/explode'],
  ['GET', '/../../etc/passwd'],
  ['GET', '/wp-admin.php'],
])('%s %s, which is nowhere, is answered in JSON with a sentence', async (method, url) => {
  const fake = await fakeApp();
  const answer = await fake.app.inject({ method: method as 'GET', url });
  expect(answer.statusCode).toBe(404);
  expect(answer.json().error.message.vi).toBe('Không có địa chỉ này.');
  await fake.app.close();
});
