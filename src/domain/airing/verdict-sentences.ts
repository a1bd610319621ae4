// A verdict as one sentence for people, in Vietnamese and English: what happened, and why.
// It must never know rows or ids: no code, stream id or field name may reach a reader.
import type { Sentence } from '../errors.ts';
import type { Verdict } from '../model.ts';
import { spokenHush } from '../poles/hushing.ts';
import { spokenBeginning } from './beginning.ts';
import { ofDrill } from './drill.ts';
import {
  OFFLINE,
  OFFLINE_UNKNOWN,
  PLAIN,
  REFUSALS,
  REFUSED,
  SILENT,
  STORED_SILENT,
} from './verdict-words.ts';

/** What of a verdict is spoken. */
export type Spoken = Pick<Verdict, 'kind' | 'reason' | 'detail' | 'startErrorMs' | 'heardMs'>;

/**
 * @param context.byTitle the title of the bulletin that took the turn, when `verdict.detail` names its stream
 */
export function sentenceOf(
  verdict: Spoken | null,
  context: { byTitle?: string | null; drill?: boolean } = {},
): Sentence {
  return ofDrill(context.drill === true, sentence(verdict, context.byTitle ?? null));
}

function sentence(verdict: Spoken | null, byTitle: string | null): Sentence {
  if (!verdict) {
    return { vi: 'Chưa có kết quả phát từ cụm loa này.', en: 'No result from this speaker yet.' };
  }
  const why = reasonOf(verdict, byTitle);
  const head = headOf(verdict);
  return { vi: `${head.vi}: ${why.vi}.`, en: `${head.en}: ${why.en}.` };
}

const HEADS: Record<Verdict['kind'], Sentence> = {
  played: { vi: 'Đã phát', en: 'Played' },
  'partly-played': { vi: 'Phát một phần', en: 'Partly played' },
  'pre-empted': { vi: 'Nhường bản tin khác', en: 'Gave way to another bulletin' },
  'skipped-by-rule': { vi: 'Không phát theo quy chế', en: 'Not played, by rule' },
  failed: { vi: 'Không phát được', en: 'Could not be played' },
};

/** Some heads would be untrue of their reason: a person's stop or hush is no regulation, lateness loses no word. */
export function headOf({ kind, reason }: Spoken): Sentence {
  if (kind === 'skipped-by-rule' && DECIDED.has(reason)) {
    return { vi: 'Không phát', en: 'Not played' };
  }
  if (kind === 'failed' && reason === 'offline') {
    return { vi: 'Chưa xác nhận được là đã phát', en: 'Not known to have played' };
  }
  return HEADS[kind];
}

/** By a person, or by the schedule's own rule, not by any regulation. */
const DECIDED: ReadonlySet<Verdict['reason']> = new Set([
  ...(['cancelled', 'all-clear', 'hushed', 'missed-start'] as const),
]);

export function reasonOf(verdict: Spoken, byTitle: string | null): Sentence {
  switch (verdict.reason) {
    case 'whole':
      return whole(verdict);
    case 'interrupted':
    case 'other-airing':
      return interrupted(verdict, byTitle);
    case 'late':
      return late(verdict);
    case 'offline':
      return OFFLINE[verdict.detail ?? ''] ?? OFFLINE_UNKNOWN;
    case 'no-receipt':
      return verdict.detail === 'stored' ? STORED_SILENT : SILENT;
    case 'hushed':
      return withHeard(verdict, hushed(verdict.detail));
    case 'refused':
      return REFUSALS[verdict.detail ?? ''] ?? REFUSED;
    default:
      return withHeard(verdict, PLAIN[verdict.reason]);
  }
}

function whole({ startErrorMs, detail }: Spoken): Sentence {
  const later = spokenBeginning(detail);
  if (later) return { vi: `phát trọn vẹn, ${later.vi}`, en: `the whole of it, ${later.en}` };
  const off = Math.round(Math.abs(startErrorMs ?? 0));
  return {
    vi: `phát trọn vẹn, đúng giờ (lệch ${off} mili giây)`,
    en: `the whole of it, on time (${off} ms off)`,
  };
}

function interrupted(verdict: Spoken, byTitle: string | null): Sentence {
  const by: Sentence = byTitle
    ? { vi: `bản tin “${byTitle}”`, en: `the bulletin “${byTitle}”` }
    : { vi: 'một bản tin được ưu tiên hơn', en: 'a bulletin of higher priority' };
  if (verdict.kind === 'pre-empted') {
    return { vi: `đến lượt thì ${by.vi} đang phát`, en: `${by.en} was on when its turn came` };
  }
  if (verdict.kind === 'played') {
    return {
      vi: `phát trọn vẹn, có tạm dừng cho ${by.vi} rồi phát tiếp`,
      en: `the whole of it, with a pause for ${by.en}`,
    };
  }
  return withHeard(verdict, { vi: `bị ${by.vi} ngắt`, en: `interrupted by ${by.en}` });
}

function late(verdict: Spoken): Sentence {
  if (verdict.kind === 'failed' && verdict.detail === 'not-sent') {
    return {
      vi: 'hệ thống chưa kịp gửi bản tin trước khi hết giờ phát',
      en: 'the service could not send it before its time was over',
    };
  }
  if (verdict.kind === 'failed') {
    return {
      vi: 'bản tin đến loa khi giờ phát đã qua',
      en: 'it reached the speaker after its time was over',
    };
  }
  const seconds = Math.max(1, Math.round(Math.abs(verdict.startErrorMs ?? 0) / 1_000));
  return withHeard(verdict, {
    vi: `bắt đầu lệch giờ ${seconds} giây`,
    en: `it started ${seconds} s off its time`,
  });
}

/** How much was heard belongs in the sentence whenever it was neither all nor nothing. */
export function withHeard(verdict: Spoken, why: Sentence): Sentence {
  if (verdict.kind !== 'partly-played') return why;
  const seconds = Math.round(verdict.heardMs / 1_000);
  return { vi: `${why.vi}, nghe được ${seconds} giây`, en: `${why.en}, ${seconds} s were heard` };
}

/** `detail`: until when and why, as src/domain/poles/hushing.ts writes it. */
function hushed(detail: string | null): Sentence {
  if (detail === null) return { vi: 'điểm loa đang tạm im', en: 'this site is hushed' };
  const { vi, en } = spokenHush(detail);
  return { vi: `điểm loa đang tạm im đến ${vi}`, en: `this site is hushed until ${en}` };
}
