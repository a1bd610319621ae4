// A bulletin as our own contract writes it (config/source-system/openapi.json): JSON bytes to what is meant.
// It must never know who sent it or whether it is signed.
import { LEAST_MAX } from '../assign/assign-rules.ts';
import type { Sentence } from '../errors.ts';
import { CAP_NAME } from './identity.ts';
import { refused } from './refused-words.ts';
import { LEVEL_MAX, orderOfLevel } from './severity.ts';
import { soundOf } from './sound-wish.ts';
import { type Fields, fieldsOf, isRecord } from './source-fields.ts';
import type { GiveWish, Incoming, Refused } from './source-model.ts';

/** Half an hour of speech: what is longer is no bulletin. */
export const TEXT_MAX_CHARS = 20_000;
export const TITLE_MAX_CHARS = 300;
export const NAME_MAX_CHARS = 120;
/** Every village of a large commune, or every commune of a province, with room. */
export const AREAS_MAX = 400;
const CODE_MAX_CHARS = 40;
export const SENDER_MAX_CHARS = 200;
/** RFC 8259 numbers are exact to 2^53; a time in milliseconds fits. */
export const REVISION_MAX = 9_007_199_254_740_991;
const PRIORITIES = ['normal', 'priority', 'emergency'] as const;

export function readBulletinJson(bytes: Uint8Array): Incoming | Refused {
  const read = parsed(bytes);
  if ('fault' in read) return read.fault;
  if (!isRecord(read.value)) return refused('malformed', null, NO_OBJECT);
  const fields = fieldsOf(read.value);
  const incoming = incomingOf(fields);
  return fields.fault() ?? incoming;
}

function incomingOf(fields: Fields): Incoming {
  const does = fields.oneOf('does', ['say', 'cancel'] as const, 'say');
  const externalId = fields.line('externalId', { least: 1, most: NAME_MAX_CHARS });
  if (externalId.startsWith(CAP_NAME)) fields.wrong('externalId', NOT_CAP);
  const says = does === 'say';
  const issuedAtMs = fields.instant('issuedAt');
  if (issuedAtMs === null) fields.wrong('issuedAt', MISSING);
  const areas = fields.lines('areas', { items: AREAS_MAX, chars: CODE_MAX_CHARS });
  if (says && areas.length === 0) fields.wrong('areas', MISSING);
  const priority = fields.oneOf('priority', PRIORITIES, 'normal');
  const drill = fields.flag('drill');
  const gives = givesOf(fields);
  // an emergency waits for nobody's hours, and neither does its drill
  if (gives && (drill || priority === 'emergency')) fields.wrong('assign', NOT_URGENT);
  const template = fields.line('template', { least: 0, most: CODE_MAX_CHARS });
  return {
    ...{ externalId, does, areas, polygons: [], areaWords: areas.join(', ') },
    ...{ priority, drill, gives, sound: soundOf(fields) },
    revision: fields.whole('revision', { least: 0, most: REVISION_MAX, otherwise: 1 }),
    messageId: externalId,
    province: fields.line('province', { least: 1, most: CODE_MAX_CHARS }),
    issuedAtMs: issuedAtMs ?? 0,
    sender: fields.line('sender', { least: says ? 1 : 0, most: SENDER_MAX_CHARS }),
    order: orderOfLevel(fields.whole('level', { least: 0, most: LEVEL_MAX, otherwise: 0 })),
    title: fields.line('title', { least: says ? 1 : 0, most: TITLE_MAX_CHARS }),
    text: fields.text('text', TEXT_MAX_CHARS),
    template: template === '' ? null : template,
    eventAtMs: fields.instant('eventAt'),
    expiresAtMs: fields.instant('expiresAt'),
  };
}

/** Asked of communes, each of which chooses its hours (Thông tư 39/2020): how often at least, and by when. */
function givesOf(fields: Fields): GiveWish | null {
  const assign = fields.object('assign');
  if (assign === null) return null;
  const inner = fieldsOf(assign);
  const leastAirings = inner.whole('leastAirings', { least: 1, most: LEAST_MAX });
  const dueAtMs = inner.instant('deadline');
  if (dueAtMs === null) inner.wrong('deadline', MISSING);
  const fault = inner.fault();
  if (fault) fields.wrong(`assign.${fault.place}`, MISSING);
  return { leastAirings, dueAtMs: dueAtMs ?? 0 };
}

type Parsed = { value: unknown } | { fault: Refused };

function parsed(bytes: Uint8Array): Parsed {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: refused('malformed', 'utf-8', NOT_UTF8) };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const at = /position (\d+)/u.exec((error as Error).message)?.[1];
    return { fault: brokenAt(text, at === undefined ? text.length : Number(at)) };
  }
}

/** Line and column, as an editor counts them. */
function brokenAt(text: string, at: number): Refused {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return refused('malformed', `${line}:${column}`, {
    vi: `JSON hỏng ở dòng ${line}, cột ${column}.`,
    en: `The JSON is broken at line ${line}, column ${column}.`,
  });
}

const NO_OBJECT: Sentence = {
  vi: 'Thân yêu cầu phải là một đối tượng JSON.',
  en: 'The body must be one JSON object.',
};
const NOT_UTF8: Sentence = {
  vi: 'Thân yêu cầu không phải là chữ UTF-8.',
  en: 'The body is not UTF-8.',
};
const NOT_URGENT: Sentence = {
  vi: 'vắng mặt: tin khẩn cấp và diễn tập không giao cho xã xếp lịch',
  en: 'absent: emergencies and drills are not given out to be scheduled',
};
const NOT_CAP: Sentence = {
  vi: `không bắt đầu bằng "${CAP_NAME}"`,
  en: `not beginning with "${CAP_NAME}"`,
};
const MISSING: Sentence = { vi: 'có và đúng kiểu', en: 'present and of the right kind' };
