import { describe, expect, test } from 'vitest';
import type { Happening } from '../../src/domain/told/happening.ts';
import { groupOf, merged, opened } from '../../src/domain/told/notification-group.ts';
import { HAPPENING_KINDS } from '../../src/domain/told/notification-kinds.ts';
import { saidOf } from '../../src/domain/told/notification-words.ts';
import { HAPPENINGS } from './happenings.ts';

const KNOWN = { authorId: null, writerIds: [], personal: false };
const one = (kind: keyof typeof HAPPENINGS) => groupOf(HAPPENINGS[kind], KNOWN);
const said = (told: ReturnType<typeof one>, language: 'vi' | 'en' = 'vi') =>
  saidOf({ told, place: 'Xã Mường La', language });
const at = (clock: string) => Date.parse(`2026-12-05T${clock}:00+07:00`);

describe('what is said', () => {
  test('a notice that some villages do not hear in their language names the languages, an alarm at once', () => {
    const told = one('notice-not-said');
    expect(told.urgent).toBe(true);
    expect(said(told).body).toBe('Họp bản – Tiếng Thái Đen, Tiếng Mông · Xã Mường La');
    const personal = groupOf(HAPPENINGS['notice-not-said'], { ...KNOWN, personal: true });
    expect(said(personal).body).toBe('Tiếng Thái Đen, Tiếng Mông · Xã Mường La');
  });

  test('what could not be made says why, unless it names people; an emergency says that nothing airs', () => {
    const failed = { ...HAPPENINGS['bulletin-failed'], urgent: true } as Happening;
    expect(said(groupOf(failed, KNOWN))).toMatchObject({
      title: 'KHẨN CẤP: tin không tạo được âm thanh, chưa phát',
      body: 'Họp bản · Hết hạn mức. (The quota is used up.) · Xã Mường La',
    });
    expect(said(one('bulletin-failed')).title).toBe('Bản tin của bạn không tạo được âm thanh');
    const personal = groupOf(failed, { ...KNOWN, personal: true });
    expect(said(personal).body).toBe('Xã Mường La');
    const silent = groupOf({ ...failed, reason: ' \n' } as Happening, KNOWN);
    expect(said(silent).body).toBe('Họp bản · Xã Mường La');
    const refused = { ...HAPPENINGS['source-refused'], why: 'not-made', detail: 'Bộ đọc\ndừng.' };
    expect(said(groupOf(refused as Happening, KNOWN)).body).toContain('Bộ đọc dừng.');
  });

  test.each([
    ['speaker-silent', 'Cụm loa im lặng từ 12:00 ngày 5/12/2026', '#/speakers/loa-1'],
    ['speaker-back', 'Cụm loa đã có tín hiệu lại', '#/speakers/loa-1'],
    ['sim-renewal', 'SIM sắp hết hạn: 5/12', '#/speakers/loa-1'],
    ['approval-wanted', 'Bản tin chờ duyệt', '#/approvals/tin-1'],
    ['standing-used', 'Bản tin phát theo mẫu bạn đứng tên', '#/say/tin-1'],
    ['bulletin-returned', 'Bản tin của bạn bị trả lại', '#/say/tin-1'],
    ['emergency-out', 'Tin khẩn cấp đang phát', '#/airing/phat-1'],
    ['stopped', 'Đã bấm dừng phát: 3 lượt phát', '#/plan/past'],
    ['airing-failed', '2/9 loa không phát được', '#/airing/phat-1'],
    ['airing-missed', '2/9 loa lỡ phần đầu bản tin', '#/airing/phat-1'],
    ['all-clear', 'Hết khẩn cấp: đã dừng 2 lượt phát khẩn cấp', '#/plan/past'],
    ['report-received', 'Phản ánh của người dân: quá ồn', '#/reports'],
    ['notice-not-said', 'Thông báo đã gửi nhưng không phát được bằng tiếng khác', '#/say/tin-1'],
    ['recording-due', 'Bản thu quá hạn', '#/recordings'],
    ['recording-sent', 'Bản thu bạn đặt đã gửi tới, chờ người thứ hai nghe', '#/recordings'],
    [
      ...(['recording-confirmed'] as const),
      'Bản thu đã được xác nhận, chờ bạn thay vào bản tin đang duyệt',
      '#/recordings',
    ],
    ['recording-returned', 'Bản thu bạn đặt bị trả lại để đọc lại', '#/recordings'],
    [
      ...(['programme-broken'] as const),
      'Chương trình lúc 12:00 ngày 5/12/2026 sẽ không phát: một phần không dùng được nữa',
      '#/say/tin-1',
    ],
    [
      ...(['disk-low'] as const),
      'Ổ đĩa của máy chủ chỉ còn 7% chỗ trống: hãy dọn bớt hoặc thêm ổ đĩa, nếu đầy sẽ không làm được bản tin mới',
      '#/told',
    ],
    ['report-due', 'Báo cáo sắp đến hạn: 10/11', '#/records'],
    ['source-arrived', 'Bản tin từ hệ thống nguồn chờ xếp lịch', '#/say/tin-1'],
    [
      'source-refused',
      'Từ chối tin KHẨN CẤP gửi qua hệ thống nguồn: Chữ ký không khớp với nội dung nhận được',
      '#/source',
    ],
    ['source-emergency', 'Tin khẩn cấp của hệ thống nguồn đang phát', '#/plan'],
    [
      'source-trusted',
      'Đã BẬT: tin khẩn cấp ký bởi khóa này phát ngay, không chờ duyệt',
      '#/source',
    ],
    ['airing-hindered', 'Bản tin không phát được: chưa được duyệt khi đến giờ', '#/say/tin-1'],
    ['bulletin-approved', 'Bản tin của bạn đã được duyệt', '#/say/tin-1'],
    ['document-ended', 'Văn bản không còn được phát: đã dừng 4 lượt phát', '#/documents/vb-1'],
    [
      'assignment-given',
      'Bản tin tỉnh giao cho xã phát, hạn 12:00 ngày 5/12/2026',
      '#/assign/giao-1',
    ],
    [
      'assignment-reminder',
      'Bản tin tỉnh giao chưa phát đủ, hạn 12:00 ngày 5/12/2026',
      '#/assign/giao-1',
    ],
    [
      'order-wanted',
      'Bản tin ưu tiên trùng giờ: bạn chọn bản nào trước, trước 12:00 ngày 5/12/2026',
      '#/plan',
    ],
    ['change-wanted', 'Xin rút ngắn bản tin còn 90 giây', '#/say/tin-1'],
    ['want-answered', 'Bản tin bạn xin không được ưu tiên', '#/wants'],
    ['rehearsal-found', 'Chạy thử lịch ngày 5/12: 3 việc cần xử lý', '#/plan/rehearsal'],
  ] as const)('%s: %s', (kind, title, link) => {
    expect(said(one(kind))).toMatchObject({ title, link });
  });

  test.each([
    ['speaker-silent', '2 cụm loa im lặng', '2 speakers silent', '#/speakers'],
    ['airing-failed', '2 lượt phát có loa không phát', '2 airings failed', '#/plan/past'],
    ['airing-missed', '2 lượt phát lỡ phần đầu', '2 airings missed their beginning', '#/plan/past'],
    [
      'all-clear',
      'Hết khẩn cấp: đã dừng 4 lượt phát khẩn cấp',
      'All clear: 4 emergency airings ended',
      '#/plan/past',
    ],
    ['sim-renewal', '2 SIM sắp hết hạn', '2 SIMs run out soon', '#/speakers'],
    [
      'airing-hindered',
      '2 bản tin không phát được: chưa được duyệt khi đến giờ',
      '2 bulletins did not air: not approved in time',
      '#/plan/past',
    ],
    [
      'report-received',
      '2 phản ánh của người dân: quá ồn',
      '2 reports from villagers: too loud',
      '#/reports',
    ],
    [
      'want-answered',
      '2 bản tin bạn xin không được ưu tiên',
      '2 bulletins you asked for are not given priority',
      '#/wants',
    ],
    ['change-wanted', '2 đề nghị sửa bản tin', '2 changes of bulletins are asked for', '#/told'],
    [
      'programme-broken',
      '2 chương trình có phần không dùng được nữa',
      '2 programmes have parts that may not be said any more',
      '#/plan',
    ],
    ['approval-wanted', '2 bản tin chờ duyệt', '2 bulletins wait for approval', '#/approvals'],
  ] as const)('two of %s are said as two', (kind, vi, en, link) => {
    const other = { ...one(kind), facts: { ...one(kind).facts, subjectId: 'x', names: ['Tà Số'] } };
    const two = merged(one(kind), other);
    expect(said(two)).toMatchObject({ title: vi, link });
    expect(said(two, 'en').title).toBe(en);
    expect(said(two).body).toContain('Tà Số');
  });

  test('a programme that was rebuilt, and a recording that was taken, say so', () => {
    const broken = { ...HAPPENINGS['programme-broken'], rebuilt: true, soon: false } as Happening;
    expect(said(groupOf(broken, KNOWN)).title).toContain('được dựng lại, bỏ phần');
    expect(groupOf(broken, KNOWN).urgent).toBe(false);
    expect(groupOf(HAPPENINGS['programme-broken'], KNOWN).urgent).toBe(true);
    const taken = { ...HAPPENINGS['recording-confirmed'], offered: false } as Happening;
    expect(said(groupOf(taken, KNOWN)).title).toBe('Bản thu bạn đặt đã được xác nhận');
  });

  test('a disk is as full as it was said last, and said again at the earliest in six hours', () => {
    const before = groupOf(HAPPENINGS['disk-low'], KNOWN);
    const after = groupOf({ ...HAPPENINGS['disk-low'], freePercent: 2 } as Happening, KNOWN);
    expect(said(merged(before, after)).title).toContain('chỉ còn 2%');
    const row = opened({ group: before, id: 'n', nowMs: 0, crowded: false });
    expect(row.closesAtMs).toBe(6 * 3_600_000);
  });

  test('priority that is given is said as that; of a yes and a no, that they are answered', () => {
    const no = groupOf(HAPPENINGS['want-answered'], KNOWN);
    const yes = groupOf({ ...HAPPENINGS['want-answered'], granted: true } as Happening, KNOWN);
    expect(said(yes).title).toBe('Bản tin bạn xin đã được ưu tiên');
    expect(said(merged(yes, no)).title).toBe('2 đề nghị ưu tiên của bạn đã được trả lời');
  });

  test('priority that is asked for is said as that', () => {
    const wanted = { ...HAPPENINGS['change-wanted'], what: 'priority' } as Happening;
    const group = groupOf(wanted, KNOWN);
    expect(said(group)).toMatchObject({ title: 'Xin mức ưu tiên cho bản tin' });
  });

  test('a bulletin is known by its title and its commune, and nobody is named', () => {
    expect(said(one('bulletin-returned')).body).toBe('Họp bản · Xã Mường La');
    for (const kind of HAPPENING_KINDS)
      for (const language of ['vi', 'en'] as const) {
        const { title, body } = said(one(kind), language);
        expect(title, kind).not.toMatch(/null|undefined/);
        expect(`${title} ${body}`, kind).not.toMatch(/Ông An|Sai/);
        expect(title.charAt(0), kind).toBe(title.charAt(0).toUpperCase());
      }
  });

  test('a drill says so before anything else, an emergency to be approved too', () => {
    const drill = groupOf({ ...HAPPENINGS['emergency-out'], drill: true } as never, KNOWN);
    expect(said(drill).title).toBe('[DIỄN TẬP] Tin khẩn cấp đang phát');
    expect(said(drill, 'en').title).toMatch(/^\[DRILL\] /);
    const wanted = { ...HAPPENINGS['approval-wanted'], priority: 'emergency' } as never;
    expect(said(groupOf(wanted, KNOWN)).title).toBe('KHẨN CẤP: chờ bạn duyệt');
  });

  test('whatever is told of a drill says that it was one', () => {
    const failed = groupOf(HAPPENINGS['airing-failed'], { ...KNOWN, drill: true });
    expect(said(failed).title).toBe('[DIỄN TẬP] 2/9 loa không phát được');
    expect(said(groupOf(HAPPENINGS['airing-failed'], KNOWN)).title).not.toContain('DIỄN TẬP');
  });

  test('the end of one emergency is said as one, and of a drill as of a drill', () => {
    const drill = { ...HAPPENINGS['all-clear'], drill: true, airings: 1, titles: ['Lũ quét', ''] };
    const told = groupOf(drill as never, KNOWN);
    expect(said(told, 'en').title).toBe('[DRILL] All clear: 1 emergency airing ended');
    expect(said(told).body).toBe('Lũ quét · Xã Mường La');
    const unknown = { ...told, facts: { ...told.facts, drill: false, amount: null } };
    expect(said(unknown, 'en').title).toBe('All clear: 0 emergency airings ended');
  });

  test('of seven, five are named and two are counted', () => {
    const facts = { ...one('speaker-silent').facts, names: ['A', 'B', 'C', 'D', 'E'] };
    const seven = { ...one('speaker-silent'), count: 7, facts };
    expect(said(seven).body).toBe('A; B; C; D; E và 2 nữa · Xã Mường La');
    expect(said(seven, 'en').body).toBe('A; B; C; D; E and 2 more · Xã Mường La');
  });

  test.each([
    ['not-approved', 'not approved in time', 'Approve it, then set another time'],
    ['changed-since-approval', 'changed since it was approved', 'Approve it again'],
    ['approval-too-old', 'approved over 24 hours ago', 'edit and submit again'],
    ['out-of-hours', 'outside the allowed hours', 'Set a time within the allowed hours'],
    ['no-speakers', 'no speaker where it should be heard', 'Choose an area with speakers'],
    ['no-clip', 'it had no sound', 'Make its sound'],
    ['expired', 'its event was past', 'write a new notice'],
    ['document-ended', 'its document no longer holds', 'Write a correction'],
  ] as const)('hindered by %s, it says why and what can be done', (hindrance, why, now) => {
    const told = groupOf({ ...HAPPENINGS['airing-hindered'], hindrance } as never, KNOWN);
    expect(said(told, 'en').title).toBe(`Bulletin did not air: ${why}`);
    expect(said(told, 'en').body).toContain(now);
    expect(said(told).body.split(' · ')).toHaveLength(3);
  });

  test('reasons that differ are not said as one', () => {
    const other = groupOf(
      { ...HAPPENINGS['airing-hindered'], hindrance: 'expired' } as never,
      KNOWN,
    );
    const two = merged(one('airing-hindered'), other);
    expect(said(two)).toMatchObject({
      title: '2 bản tin không phát được',
      body: 'Họp bản và 1 nữa · Xã Mường La',
    });
  });

  test('“now” that waits for the morning says until when', () => {
    const morning = { ...HAPPENINGS['bulletin-approved'], airsAtMs: at('05:00') } as never;
    const told = groupOf(morning, KNOWN);
    expect(said(told).title).toBe(
      'Bản tin của bạn đã được duyệt, sẽ phát lúc 05:00 ngày 5/12/2026',
    );
    expect(said(told, 'en').title).toBe(
      'Bulletin of yours is approved and airs at 05:00 on 5/12/2026',
    );
    expect(said(merged(told, told)).title).toBe('2 bản tin của bạn đã được duyệt');
  });

  test('what an older version kept has no reason, and is said without one', () => {
    for (const reason of ['constructor', 'x', undefined]) {
      for (const kind of ['airing-hindered', 'report-received'] as const) {
        const facts = { ...one(kind).facts, reason } as never;
        expect(said({ ...one(kind), facts }).title).not.toContain(':');
      }
    }
  });

  test('what the source system may not do says whether it was an emergency, and why where that is known', () => {
    const quiet = { ...HAPPENINGS['source-refused'], emergency: false, why: 'expired' } as never;
    const told = groupOf(quiet, KNOWN);
    expect(said(told).title).toBe(
      'Từ chối tin gửi qua hệ thống nguồn: Đã hết hiệu lực khi đến nơi',
    );
    const unknown = { ...told, facts: { ...told.facts, reason: 'of a newer version' } };
    expect(said(unknown, 'en').title).toBe('Refused from the source system');
    const off = groupOf({ ...HAPPENINGS['source-trusted'], on: false } as never, KNOWN);
    expect(said(off).title).toContain('Đã tắt');
  });

  test('what is not known is not said', () => {
    const facts = { ...one('stopped').facts, amount: null, names: [] };
    expect(said({ ...one('stopped'), facts }).title).toContain('0 lượt');
    const silent = { ...one('speaker-silent'), facts: { ...facts, atMs: null } };
    expect(said(silent)).toMatchObject({ title: 'Cụm loa im lặng', body: 'Xã Mường La' });
    expect(said({ ...one('sim-renewal'), facts }).title).toBe('SIM sắp hết hạn');
  });
});
