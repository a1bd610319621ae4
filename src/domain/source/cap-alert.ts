// A warning in the Common Alerting Protocol (OASIS CAP 1.2): its elements to what is meant.
// It must never know XML: it is given the elements as plain objects of texts and lists.
import type { Priority } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../errors.ts';
import {
  AREAS_MAX,
  NAME_MAX_CHARS,
  SENDER_MAX_CHARS,
  TEXT_MAX_CHARS,
  TITLE_MAX_CHARS,
} from './bulletin-json.ts';
import { ringOf } from './cap-places.ts';
import { soundOfCap } from './cap-sound.ts';
import { capName, RESTRICTED } from './identity.ts';
import { refused } from './refused-words.ts';
import { orderOfCap } from './severity.ts';
import { type Fields, fieldsOf, isRecord, lineOf, textOf } from './source-fields.ts';
import type { Incoming, LatLon, Refused } from './source-model.ts';

type Element = Record<string, unknown>;

/** §3.2.2 severity × urgency. Only what kills now wakes a village; what comes tomorrow is said at its hour. */
const PRIORITY: Record<string, Record<string, Priority>> = {
  Extreme: { Immediate: 'emergency', Expected: 'emergency', Future: 'priority' },
  Severe: { Immediate: 'emergency', Expected: 'priority', Future: 'priority' },
  Moderate: { Immediate: 'priority', Expected: 'priority' },
};
/** valueName of a geocode that holds a code of our own areas (§3.2.4 geocode) */
export const GEOCODE = 'vangxa-area';

export function priorityOfCap(severity: string, urgency: string): Priority {
  return PRIORITY[severity]?.[urgency] ?? 'normal';
}

export function readCapAlert(root: unknown): Incoming | Refused {
  const alert = isRecord(root) ? root.alert : null;
  if (!isRecord(alert)) return refused('malformed', 'alert', NO_ALERT);
  const fields = fieldsOf(alert);
  const msgType = fields.oneOf('msgType', ['Alert', 'Update', 'Cancel'] as const);
  const status = fields.oneOf('status', ['Actual', 'Exercise', 'Test', 'System', 'Draft'] as const);
  // §3.2.1 scope: what is for named addressees only is not for loudspeakers
  fields.oneOf('scope', ['Public'] as const);
  const envelope = envelopeOf(alert, fields);
  const info = infoOf(alert);
  if (!info && msgType !== 'Cancel') fields.wrong('info.language', VIETNAMESE);
  const said = fieldsOf(info ?? {});
  const incoming = incomingOf({ info: info ?? {}, said, says: msgType !== 'Cancel' });
  const fault = fields.fault() ?? said.fault();
  if (fault) return fault;
  if (status !== 'Actual' && status !== 'Exercise') return refused('test-only', status);
  // an exercise is of an emergency, however grave: it says so aloud, whoever hears only its end
  return status === 'Exercise'
    ? { ...incoming, ...envelope, drill: true, priority: 'emergency' }
    : { ...incoming, ...envelope, drill: false };
}

function envelopeOf(alert: Element, fields: Fields) {
  const identifier = fields.line('identifier', { least: 1, most: NAME_MAX_CHARS });
  const sender = fields.line('sender', { least: 1, most: SENDER_MAX_CHARS });
  if (RESTRICTED.test(identifier)) fields.wrong('identifier', RESTRICTED_SIGNS);
  if (RESTRICTED.test(sender)) fields.wrong('sender', RESTRICTED_SIGNS);
  const messageId = capName({ sender, identifier });
  const sentMs = fields.instant('sent');
  if (sentMs === null) fields.wrong('sent', { vi: 'có', en: 'present' });
  const { msgType, references } = alert;
  const isFirst = msgType === 'Alert';
  const root = typeof references === 'string' ? rootOf(references) : null;
  if (!isFirst && root === null) fields.wrong('references', REFERENCES);
  return {
    messageId,
    externalId: isFirst ? messageId : (root ?? messageId),
    // a warning has no number of its own: the later one is the newer one
    revision: sentMs ?? 0,
    issuedAtMs: sentMs ?? 0,
    sender,
    does: msgType === 'Cancel' ? ('cancel' as const) : ('say' as const),
    province: null,
  };
}

/** §3.2.1: "sender,identifier,sent" by blanks; the earliest is the alert that all of them are about. @returns its name */
function rootOf(references: string): string | null {
  const parts = references.trim().split(/\s+/u);
  const known = parts.flatMap((part) => {
    const [sender = '', identifier = '', sent = ''] = part.split(',');
    const atMs = Date.parse(sent);
    const tooLong = sender.length > SENDER_MAX_CHARS || identifier.length > NAME_MAX_CHARS;
    if (sender === '' || identifier === '' || tooLong || Number.isNaN(atMs)) return [];
    const name = capName({ sender: lineOf(sender), identifier: lineOf(identifier) });
    return [{ name, atMs }];
  });
  const [first] = known.sort((a, b) => a.atMs - b.atMs);
  return first?.name ?? null;
}

/** In Vietnamese, else the one that does not say in what. */
function infoOf(alert: Element): Element | null {
  const infos = listOf(alert.info);
  const language = (info: Element) => String(info.language ?? '').toLowerCase();
  return (
    infos.find((info) => /^vi(-|$)/u.test(language(info))) ??
    infos.find((info) => language(info) === '') ??
    null
  );
}

type Said = { info: Element; said: Fields; says: boolean };

function incomingOf({ info, said, says }: Said) {
  const headline = said.line('headline', { least: 0, most: TITLE_MAX_CHARS });
  const event = said.line('event', { least: says ? 1 : 0, most: TITLE_MAX_CHARS });
  const parts = [headline || event, textIn(info.description), textIn(info.instruction)];
  const text = parts
    .filter((part) => part !== '')
    .map(asSentence)
    .join('\n');
  if (text.length > TEXT_MAX_CHARS)
    said.wrong('description', { vi: `tối đa ${TEXT_MAX_CHARS} ký tự`, en: 'shorter' });
  const [severity, urgency] = [String(info.severity ?? ''), String(info.urgency ?? '')];
  const places = placesOf(info, said);
  return {
    ...{ text, template: null, sound: soundOfCap(listOf(info.resource)), gives: null, ...places },
    title: headline || event,
    priority: priorityOfCap(severity, urgency),
    order: orderOfCap({ severity, urgency, certainty: String(info.certainty ?? '') }),
    eventAtMs: said.instant('onset'),
    expiresAtMs: said.instant('expires'),
  };
}

function placesOf(info: Element, said: Fields) {
  const areas: string[] = [];
  const polygons: LatLon[][] = [];
  const words: string[] = [];
  for (const area of listOf(info.area)) {
    words.push(lineOf(textIn(area.areaDesc)));
    for (const { valueName, value } of listOf(area.geocode))
      if (valueName === GEOCODE) areas.push(lineOf(textIn(value)).slice(0, NAME_MAX_CHARS));
    for (const written of textsOf(area.polygon)) {
      const ring = ringOf(written);
      if (ring) polygons.push(ring);
      else said.wrong('area.polygon', POLYGON);
    }
  }
  if (areas.length > AREAS_MAX || polygons.length > AREAS_MAX)
    said.wrong('area', { vi: `tối đa ${AREAS_MAX} địa bàn`, en: `at most ${AREAS_MAX} areas` });
  return { areas, polygons, areaWords: words.join('; ').slice(0, TITLE_MAX_CHARS) };
}

function asSentence(part: string): string {
  return /[.!?…:;]$/u.test(part) ? part : `${part}.`;
}

const textIn = (value: unknown) => (typeof value === 'string' ? textOf(value) : '');
const listOf = (value: unknown): Element[] => all(value).filter(isRecord);
const textsOf = (value: unknown): string[] =>
  all(value).filter((one): one is string => typeof one === 'string');
const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const NO_ALERT: Sentence = {
  vi: 'Không có phần tử <alert> của CAP 1.2.',
  en: 'There is no <alert> of CAP 1.2.',
};
const VIETNAMESE: Sentence = { vi: 'một phần tiếng Việt (vi)', en: 'an info in Vietnamese (vi)' };
const REFERENCES: Sentence = {
  vi: 'bản trước mà bản này sửa hoặc hủy: người gửi,mã,giờ gửi',
  en: 'what it updates or cancels: sender,identifier,sent',
};
const RESTRICTED_SIGNS: Sentence = {
  vi: 'không có dấu cách, dấu phẩy, < và &',
  en: 'without blanks, commas, < and &',
};
const POLYGON: Sentence = {
  vi: 'ít nhất bốn điểm "vĩ độ,kinh độ", điểm cuối trùng điểm đầu',
  en: 'four points or more "lat,lon", the last one the same as the first',
};
