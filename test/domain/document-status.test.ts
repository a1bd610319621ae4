// What a document's status is proposed as, may be confirmed as, and is on a given day.
// It must never know rows or routes.
import { describe, expect, test } from 'vitest';
import type {
  ConfirmedStatus,
  Status,
  StatusFound,
  StatusKind,
} from '../../src/domain/documents/document-model.ts';
import {
  confirmStatus,
  isDay,
  proposedStatus,
  standingOn,
} from '../../src/domain/documents/document-status.ts';
import { AppError } from '../../src/domain/errors.ts';

const TODAY = '2026-12-05';
const found = (of: Partial<StatusFound> = {}): StatusFound => ({
  kind: null,
  commentUntil: null,
  inForceFrom: null,
  endedOn: null,
  by: null,
  acts: [],
  evidence: [],
  ...of,
});
const status = (kind: StatusKind, of: Partial<Status> = {}): Status => ({
  kind,
  commentUntil: null,
  inForceFrom: null,
  endedOn: null,
  by: null,
  ...of,
});
const confirmed = (kind: StatusKind): ConfirmedStatus => ({
  ...status(kind),
  confirmedBy: 'tk-1',
  confirmedAtMs: 0,
  remark: null,
});

describe('what the text says becomes a proposal by the day', () => {
  test.each<[string, Partial<StatusFound>, StatusKind | null]>([
    ['nothing', {}, null],
    ['a draft', { kind: 'draft', commentUntil: '2026-12-20' }, 'draft'],
    ['a draft that names its day', { kind: 'draft', inForceFrom: '2027-01-01' }, 'draft'],
    ['in force', { kind: 'in-force' }, 'in-force'],
    ['in force from today', { kind: 'in-force', inForceFrom: TODAY }, 'in-force'],
    ['only the day, and it has come', { inForceFrom: '2026-01-01' }, 'in-force'],
    ['in force from tomorrow', { kind: 'in-force', inForceFrom: '2026-12-06' }, 'not-yet-in-force'],
    ['only the day, and it is ahead', { inForceFrom: '2027-01-01' }, 'not-yet-in-force'],
    ['amended by another', { kind: 'amended', by: '7/QĐ-UBND' }, 'amended'],
    ['repealed, no day', { kind: 'repealed', by: '7/QĐ-UBND' }, 'repealed'],
    ['in force until today', { kind: 'in-force', endedOn: TODAY }, 'repealed'],
    ['in force until tomorrow', { kind: 'in-force', endedOn: '2026-12-06' }, 'in-force'],
  ])('%s', (_, of, kind) => {
    const proposed = proposedStatus(found(of), TODAY);
    expect(proposed?.kind ?? null).toBe(kind);
    if (proposed) expect(proposed).toEqual({ ...status(proposed.kind), ...of, kind });
  });
});

describe('time goes on after it was confirmed', () => {
  test.each<[string, Status | null, StatusKind | null, boolean]>([
    ['nothing known stays unknown', null, null, false],
    ['comments open today', status('draft', { commentUntil: TODAY }), 'draft', false],
    ['comments closed', status('draft', { commentUntil: '2026-12-04' }), 'draft', true],
    ['a draft proposed without a deadline', status('draft'), 'draft', false],
    ['the day has come', status('not-yet-in-force', { inForceFrom: TODAY }), 'in-force', false],
    [
      'the day has not come',
      status('not-yet-in-force', { inForceFrom: '2026-12-06' }),
      'not-yet-in-force',
      false,
    ],
    ['the end has come', status('in-force', { endedOn: TODAY }), 'repealed', true],
    ['amended, and its end has come', status('amended', { endedOn: TODAY }), 'repealed', true],
    ['repealed is repealed', status('repealed', { endedOn: '2020-01-01' }), 'repealed', false],
    ['amended stays so', status('amended'), 'amended', false],
  ])('%s', (_, of, kind, lapsed) => {
    expect(standingOn(of, TODAY)).toEqual({ kind, lapsed });
  });
});

const wishes = {
  draft: status('draft', { commentUntil: '2026-12-20' }),
  'not-yet-in-force': status('not-yet-in-force', { inForceFrom: '2027-01-01' }),
  'in-force': status('in-force', { inForceFrom: '2026-01-01' }),
  amended: status('amended', { by: '7/2026/QĐ-UBND' }),
  repealed: status('repealed', { endedOn: '2026-11-30', by: '7/2026/QĐ-UBND' }),
} as const;
const KINDS = Object.keys(wishes) as StatusKind[];
const confirm = (
  wish: Status,
  before: ConfirmedStatus | null = null,
  remark: string | null = null,
) => confirmStatus({ before, wish, remark, day: TODAY });
const codeOf = (outcome: Status | AppError) =>
  outcome instanceof AppError ? outcome.code : 'kept';

describe('a person confirms', () => {
  test.each(KINDS)('%s, as the first word on it', (kind) => {
    expect(confirm(wishes[kind])).toEqual(wishes[kind]);
  });

  test.each<[string, Status, string, string]>([
    ['a draft without its deadline', status('draft'), 'comment-deadline-missing', 'commentUntil'],
    [
      'not yet in force, no day',
      status('not-yet-in-force'),
      'in-force-from-missing',
      'inForceFrom',
    ],
    ['repealed, no day', status('repealed'), 'end-missing', 'endedOn'],
    ['amended by nobody', status('amended', { by: ' ' }), 'amender-missing', 'by'],
    ['amended by null', status('amended'), 'amender-missing', 'by'],
    [
      'an end before the beginning',
      status('repealed', { inForceFrom: '2026-02-02', endedOn: '2026-02-01' }),
      'dates-out-of-order',
      'status',
    ],
    [
      'comments after it is in force',
      status('draft', { commentUntil: '2027-02-01', inForceFrom: '2027-01-01' }),
      'dates-out-of-order',
      'status',
    ],
    [
      'not yet in force since yesterday',
      status('not-yet-in-force', { inForceFrom: '2026-12-04' }),
      'already-in-force',
      'inForceFrom',
    ],
    [
      'in force from tomorrow',
      status('in-force', { inForceFrom: '2026-12-06' }),
      'not-in-force-yet',
      'inForceFrom',
    ],
    [
      'amended before it begins',
      status('amended', { by: '7/QĐ', inForceFrom: '2026-12-06' }),
      'not-in-force-yet',
      'inForceFrom',
    ],
    ['ended tomorrow', status('repealed', { endedOn: '2026-12-06' }), 'end-not-come', 'endedOn'],
    ['30 February', status('repealed', { endedOn: '2026-02-30' }), 'no-such-day', 'endedOn'],
  ])('not %s', (_, wish, code, place) => {
    const outcome = confirm(wish);
    expect(codeOf(outcome)).toBe(code);
    expect(outcome).toMatchObject({ fault: 'caller', place, say: { vi: expect.any(String) } });
  });

  test('an end that is ahead, kept with what is in force', () => {
    expect(codeOf(confirm(status('in-force', { endedOn: '2027-06-30' })))).toBe('kept');
  });
});

/** Written out once more by hand: a slip in the table must not agree with itself. */
const BACK: [StatusKind, StatusKind[]][] = [
  ['draft', ['amended', 'repealed']],
  ['not-yet-in-force', ['draft']],
  ['in-force', ['draft', 'not-yet-in-force']],
  ['amended', ['draft', 'not-yet-in-force', 'in-force']],
  ['repealed', ['draft', 'not-yet-in-force', 'in-force', 'amended']],
];
test.each(BACK)('from %s, going to %s wants a reason', (from, back) => {
  const refused = KINDS.filter((kind) => codeOf(confirm(wishes[kind], confirmed(from))) !== 'kept');
  expect(refused).toEqual(back);
  for (const kind of back) {
    expect(codeOf(confirm(wishes[kind], confirmed(from), '  '))).toBe('remark-missing');
    expect(codeOf(confirm(wishes[kind], confirmed(from), 'Ghi nhầm văn bản'))).toBe('kept');
  }
});

test.each([
  ['2026-12-05', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-13-01', false],
  ['5/12/2026', false],
  ['2026-12-05T00:00', false],
])('%s is a day: %s', (day, is) => {
  expect(isDay(day)).toBe(is);
});
