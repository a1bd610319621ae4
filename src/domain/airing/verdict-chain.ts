// A verdict told with what led to it: where, what happened first, until when, which limit ended it, who decided.
// It must never decide anything: the verdict is given, the facts only explain it.
import type { Sentence } from '../errors.ts';
import type { Airing, Verdict } from '../model.ts';
import { spokenHush } from '../poles/hushing.ts';
import { ofDrill } from './drill.ts';
import { toldTime } from './fact-times.ts';
import { type Ending, type Fact, lastFact, lostSince } from './facts.ts';
import { headOf, reasonOf, type Spoken, withHeard } from './verdict-sentences.ts';
import { OFFLINE, OFFLINE_UNKNOWN, PLAIN, STORED_SILENT } from './verdict-words.ts';
import { ON_TIME_MS } from './verdicts.ts';

export type Told = {
  verdict: Spoken & Pick<Verdict, 'givenAtMs'>;
  facts: readonly Fact[];
  /** the village, as it is called */
  where: string;
  airing: Pick<Airing, 'playAtMs' | 'durationMs' | 'air'> & Partial<Pick<Airing, 'drill'>>;
  /** of the bulletin that took the turn */
  byTitle: string | null;
};

/** "Không phát ở bản Nà Cạn: cụm loa mất điện từ 16:42, quá hạn phát bù 17:30." */
export function toldVerdict(told: Told): Sentence {
  const head = headAt(told);
  const { vi, en } = causeOf(told);
  const said = { vi: `${head.vi}: ${vi}.`, en: `${head.en}: ${en}.` };
  return ofDrill(told.airing.drill === true, said);
}

/** A village's first word is no name of its own: "ở bản Nà Cạn", not "ở Bản Nà Cạn". */
const COMMON = /^(Bản|Thôn|Tổ|Xóm|Ấp|Khu|Buôn|Làng|Khối|Khóm|Xã|Phường|Tiểu khu)(?= )/u;

export function spokenPlace(name: string): string {
  return name.replace(COMMON, (word) => word.toLocaleLowerCase('vi'));
}

function headAt({ verdict, facts, where, airing }: Told): Sentence {
  const place = spokenPlace(where);
  const at: Sentence =
    place === '' ? { vi: '', en: '' } : { vi: ` ở ${place}`, en: ` in ${place}` };
  const { kind, reason, detail } = verdict;
  // it cannot have played what it never had: of that nothing is left to confirm
  const isAway = lostSince(facts, { lost: 'link-lost', back: 'link-back', atMs: airing.playAtMs });
  const isSure = reason !== 'offline' || detail === 'never' || (detail !== 'stored' && isAway);
  if (kind === 'failed' && isSure) return { vi: `Không phát${at.vi}`, en: `Not played${at.en}` };
  const head = headOf(verdict);
  return { vi: `${head.vi}${at.vi}`, en: `${head.en}${at.en}` };
}

function causeOf(told: Told): Sentence {
  const { verdict, byTitle } = told;
  switch (verdict.reason) {
    case 'offline':
      return offline(told);
    case 'no-receipt':
      return noReceipt(told);
    case 'late':
      return verdict.kind === 'failed' ? lateFailed(told) : withClock(told);
    case 'missing-chunks':
    case 'restarted':
      return joined([reasonOf(verdict, null), gapOf(told)]);
    case 'cancelled':
      return withHeard(verdict, cancelled(told));
    case 'all-clear':
      return withHeard(verdict, allClear(told));
    case 'hushed':
      return withHeard(verdict, hushed(told));
    case 'unit-removed':
      return removed(told);
    case 'whole':
      return joined([reasonOf(verdict, null), orderOf(told)]);
    case 'missed-start':
      return missedStart(told);
    case 'interrupted':
    case 'other-airing':
      return joined([displaced(told), orderOf(told)]);
    default:
      return reasonOf(verdict, byTitle);
  }
}

function offline(told: Told): Sentence {
  const { verdict } = told;
  const lost = lossOf(told);
  const stored = verdict.detail === 'stored';
  if (!lost) return joined([OFFLINE[verdict.detail ?? ''] ?? OFFLINE_UNKNOWN, limitOf(told)]);
  const had: Sentence = {
    vi: 'cụm loa đã nhận bản tin nhưng',
    en: 'the speaker had received it but',
  };
  const it: Sentence = { vi: 'cụm loa', en: 'the speaker' };
  const who = stored ? had : it;
  const what = { vi: `${who.vi} ${lost.vi}`, en: `${who.en} ${lost.en}` };
  if (!stored) return joined([what, limitOf(told)]);
  return joined([
    what,
    { vi: 'sẽ báo kết quả khi nối lại', en: 'and will report when it is back' },
  ]);
}

/** "mất điện từ 16:42, mất liên lạc từ 16:50" */
function lossOf({ facts, airing }: Told): Sentence | null {
  const untilMs = airing.playAtMs + airing.durationMs;
  const at = (ms: number) => toldTime(ms, airing.playAtMs);
  const mains = lostSince(facts, { lost: 'mains-lost', back: 'mains-back', atMs: untilMs });
  const lastMs = lastFact(facts, 'link-lost')?.atMs ?? untilMs;
  const link = lostSince(facts, {
    ...{ lost: 'link-lost', back: 'link-back' },
    atMs: Math.max(untilMs, lastMs),
  });
  const power = mains !== null && (link === null || mains <= link) ? at(mains) : null;
  const silent = link === null ? null : at(link);
  const parts: Sentence[] = [
    ...(power ? [{ vi: `mất điện từ ${power.vi}`, en: `has had no power since ${power.en}` }] : []),
    ...(silent && silent.vi !== power?.vi
      ? [{ vi: `mất liên lạc từ ${silent.vi}`, en: `has been out of reach since ${silent.en}` }]
      : []),
  ];
  return parts.length === 0 ? null : joined(parts);
}

/** Which limit ended the waiting: the last moment it might have been made up for, or its own end. */
function limitOf({ airing }: Told): Sentence {
  const { playAtMs, durationMs, air } = airing;
  if (air.missed.kind === 'late') {
    const { vi, en } = toldTime(playAtMs + air.missed.untilMs, playAtMs);
    return { vi: `quá hạn phát bù ${vi}`, en: `past ${en}, the last moment to make up for it` };
  }
  const { vi, en } = toldTime(playAtMs + durationMs, playAtMs);
  return { vi: `hết giờ phát lúc ${vi}`, en: `its time was over at ${en}` };
}

function noReceipt({ verdict, airing }: Told): Sentence {
  const { vi, en } = toldTime(verdict.givenAtMs, airing.playAtMs);
  if (verdict.detail === 'stored') {
    const { vi: had, en: said } = STORED_SILENT;
    return { vi: `${had} (đến ${vi})`, en: `${said} (by ${en})` };
  }
  return {
    vi: `cụm loa vẫn kết nối nhưng đến ${vi} không báo đã nhận hay đã phát`,
    en: `the speaker is online but by ${en} had not reported receiving or playing it`,
  };
}

/** It came when nothing was left to play: whether it was away, and until when. */
function lateFailed(told: Told): Sentence {
  const { verdict } = told;
  const gap = gapOf(told);
  if (verdict.detail === 'not-sent' || !gap)
    return joined([reasonOf(verdict, null), limitOf(told)]);
  return joined([{ vi: `cụm loa ${gap.vi}`, en: `the speaker ${gap.en}` }, limitOf(told)]);
}

/** "mất điện từ 16:42 đến 17:45": the last time it was away, when that reached into the slot. */
function gapOf({ facts, airing, verdict }: Told): Sentence | null {
  const { playAtMs, durationMs } = airing;
  const at = (ms: number) => toldTime(ms, playAtMs);
  for (const [lost, back, vi, en] of GAPS) {
    const from = lastFact(
      facts.filter(({ atMs }) => atMs <= playAtMs + durationMs),
      lost,
    );
    const to = from && facts.find(({ kind, atMs }) => kind === back && atMs >= from.atMs);
    if (!from || (to && to.atMs < playAtMs - NEAR_MS) || from.atMs > verdict.givenAtMs) continue;
    const begin = at(from.atMs);
    if (!to) return { vi: `${vi} từ ${begin.vi}`, en: `${en} since ${begin.en}` };
    const end = at(to.atMs);
    return { vi: `${vi} từ ${begin.vi} đến ${end.vi}`, en: `${en} from ${begin.en} to ${end.en}` };
  }
  return null;
}

/** The sound is sent half an hour ahead: who was away then has nothing to play. */
const NEAR_MS = 30 * 60_000;
const GAPS = [
  ['mains-lost', 'mains-back', 'mất điện', 'had no power'],
  ['link-lost', 'link-back', 'mất liên lạc', 'was out of reach'],
] as const;

/** "cụm loa mất điện từ 16:42 đến 17:45, lỡ giờ bắt đầu …" */
function missedStart(told: Told): Sentence {
  const gap = gapOf(told);
  const away = gap && { vi: `cụm loa ${gap.vi}`, en: `the speaker ${gap.en}` };
  return joined([away, reasonOf(told.verdict, null)]);
}

/** A clock that is two seconds off explains no quarter of an hour: then whatever kept the speaker away does. */
function withClock(told: Told): Sentence {
  const { verdict, facts } = told;
  const why = reasonOf(verdict, null);
  const offMs = Math.abs(lastFact(facts, 'clock-off')?.errorMs ?? 0);
  const lateMs = Math.abs(verdict.startErrorMs ?? 0);
  if (offMs === 0 || offMs + ON_TIME_MS < lateMs) return joined([why, gapOf(told)]);
  return { vi: `${why.vi} vì đồng hồ của loa sai`, en: `${why.en} because its clock is wrong` };
}

export const ENDED: Record<Ending, Sentence> = {
  stop: { vi: 'bấm Dừng phát', en: 'pressed Stop' },
  cancel: { vi: 'hủy lượt phát', en: 'cancelled the airing' },
  withdrawn: { vi: 'rút lịch phát', en: 'withdrew the schedule' },
  changed: { vi: 'sửa hoặc rút bản tin', en: 'changed or withdrew the bulletin' },
  replanned: { vi: 'đổi giờ, đổi lịch phát', en: 'changed its time' },
  ended: {
    vi: 'dừng vì văn bản không còn hiệu lực',
    en: 'stopped it because the document no longer holds',
  },
  'all-clear': { vi: 'báo hết khẩn cấp', en: 'gave the all-clear' },
};

function cancelled({ verdict, facts, airing }: Told): Sentence {
  const ended = lastFact(facts, 'ended');
  if (!ended) return reasonOf({ ...verdict, kind: 'skipped-by-rule' }, null);
  const { vi, en } = toldTime(ended.atMs, airing.playAtMs);
  const what = ENDED[ended.how];
  const who = ended.by ?? null;
  const why = ended.reason === null ? '' : ` (${ended.reason})`;
  return {
    vi: `${who ?? 'hệ thống'} ${what.vi} lúc ${vi}${why}`,
    en: `${who ?? 'the service'} ${what.en} at ${en}${why}`,
  };
}

/** "hết tình huống khẩn cấp (Lò Thị Mai báo lúc 17:04)" */
function allClear({ facts, airing }: Told): Sentence {
  const ended = lastFact(facts, 'ended');
  return ended ? overAt(ended, airing.playAtMs) : PLAIN['all-clear'];
}

function overAt(said: { atMs: number; by: string | null }, nearMs: number): Sentence {
  const at = toldTime(said.atMs, nearMs);
  const over = PLAIN['all-clear'];
  return {
    vi: `${over.vi} (${said.by ?? 'hệ thống'} báo lúc ${at.vi})`,
    en: `${over.en} (said ${said.by ?? 'the service'} at ${at.en})`,
  };
}

function hushed({ verdict, facts, airing }: Told): Sentence {
  const hush = lastFact(facts, 'hush');
  if (!hush) return reasonOf({ ...verdict, kind: 'skipped-by-rule' }, null);
  const [from, until] = [hush.atMs, hush.untilMs].map((ms) => toldTime(ms, airing.playAtMs));
  // spokenHush knows the few reasons that have a word in both languages
  const why = spokenHush(`: ${hush.reason}`);
  return {
    vi: `điểm loa tạm im từ ${from?.vi} đến ${until?.vi}${why.vi}`,
    en: `this site was hushed from ${from?.en} to ${until?.en}${why.en}`,
  };
}

function removed({ verdict, facts, airing }: Told): Sentence {
  const gone = lastFact(facts, 'unit-removed');
  const { vi, en } = reasonOf(verdict, null);
  if (!gone) return { vi, en };
  const at = toldTime(gone.atMs, airing.playAtMs);
  return { vi: `${vi} lúc ${at.vi}`, en: `${en} at ${at.en}` };
}

function displaced(told: Told): Sentence {
  const { verdict, facts, airing } = told;
  const by = lastFact(facts, 'displaced');
  const why = reasonOf(verdict, told.byTitle ?? by?.byTitle ?? null);
  if (!by) return why;
  const severer = by.severer ? SEVERER : null;
  const over = by.clear ? overAt(by.clear, airing.playAtMs) : null;
  if (by.untilMs === null || verdict.kind === 'pre-empted') return joined([why, severer, over]);
  const [from, until] = [by.atMs, by.untilMs].map((ms) => toldTime(ms, airing.playAtMs));
  const span = {
    vi: `${why.vi} (${from?.vi}–${until?.vi})`,
    en: `${why.en} (${from?.en}–${until?.en})`,
  };
  return joined([span, severer, over]);
}

const SEVERER: Sentence = { vi: 'vì tin đó nghiêm trọng hơn', en: 'which is more severe' };

/** Thông tư 39/2020: the commune's user decides; who does not answer in time leaves it to arrival. */
function orderOf({ facts, airing }: Told): Sentence | null {
  const order = lastFact(facts, 'order');
  if (!order) return null;
  const { vi, en } = toldTime(order.untilMs, airing.playAtMs);
  if (order.chosenBy === null)
    return {
      vi: `theo thứ tự đến vì không ai chọn trước ${vi}`,
      en: `in order of arrival, because nobody had chosen by ${en}`,
    };
  return {
    vi: `theo thứ tự ${order.chosenBy} đã chọn`,
    en: `in the order ${order.chosenBy} had chosen`,
  };
}

function joined(parts: readonly (Sentence | null)[]): Sentence {
  const said = parts.filter((part) => part !== null);
  return {
    vi: said.map(({ vi }) => vi).join(', '),
    en: said.map(({ en }) => en).join(', '),
  };
}
