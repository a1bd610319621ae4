// A verdict as one sentence for people, in Vietnamese and English: what happened, and why.
// It must never know rows or ids: no code, stream id or field name may reach a reader.
import type { Sentence } from '../errors.ts';
import type { Verdict } from '../model.ts';
import { spokenHush } from '../poles/hushing.ts';

/**
 * @param context.byTitle the title of the bulletin that took the turn, when `verdict.detail` names its stream
 */
export function sentenceOf(
  verdict: Verdict | null,
  context: { byTitle?: string | null } = {},
): Sentence {
  if (!verdict) {
    return { vi: 'Chưa có kết quả phát từ cụm loa này.', en: 'No result from this speaker yet.' };
  }
  const why = reasonOf(verdict, context.byTitle ?? null);
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
function headOf({ kind, reason }: Verdict): Sentence {
  if (kind === 'skipped-by-rule' && (reason === 'cancelled' || reason === 'hushed')) {
    return { vi: 'Không phát', en: 'Not played' };
  }
  if (kind === 'failed' && reason === 'offline') {
    return { vi: 'Chưa xác nhận được là đã phát', en: 'Not known to have played' };
  }
  return HEADS[kind];
}

function reasonOf(verdict: Verdict, byTitle: string | null): Sentence {
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

function whole({ startErrorMs }: Verdict): Sentence {
  const off = Math.round(Math.abs(startErrorMs ?? 0));
  return {
    vi: `phát trọn vẹn, đúng giờ (lệch ${off} mili giây)`,
    en: `the whole of it, on time (${off} ms off)`,
  };
}

function interrupted(verdict: Verdict, byTitle: string | null): Sentence {
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

function late(verdict: Verdict): Sentence {
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
function withHeard(verdict: Verdict, why: Sentence): Sentence {
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

type PlainReason = Exclude<
  Verdict['reason'],
  | 'whole'
  | 'interrupted'
  | 'other-airing'
  | 'late'
  | 'offline'
  | 'no-receipt'
  | 'refused'
  | 'hushed'
>;
const PLAIN: Record<PlainReason, Sentence> = {
  cancelled: { vi: 'lượt phát đã bị hủy', en: 'the airing was cancelled' },
  'out-of-hours': {
    vi: 'ngoài khung giờ được phép của xã',
    en: "outside the commune's allowed hours",
  },
  restarted: {
    vi: 'loa khởi động lại giữa chừng',
    en: 'the speaker restarted in the middle',
  },
  'missing-chunks': {
    vi: 'loa không nhận đủ âm thanh trước giờ phát',
    en: 'the speaker did not receive all of the sound in time',
  },
  'sink-failed': {
    vi: 'bộ phát âm thanh của loa bị lỗi',
    en: "the speaker's sound output failed",
  },
  'unit-removed': {
    vi: 'thiết bị đã được tháo khỏi điểm loa này',
    en: 'the unit had been taken down from this site',
  },
  'not-approved': {
    vi: 'bản tin chưa được duyệt khi đến giờ phát',
    en: 'the bulletin was not approved when its time came',
  },
  'changed-since-approval': {
    vi: 'bản tin đã được sửa và chưa được duyệt lại khi đến giờ phát',
    en: 'the bulletin had been changed and not approved again when its time came',
  },
  'approval-too-old': {
    vi: 'lần duyệt bản tin khẩn cấp này đã quá cũ khi đến giờ phát',
    en: 'the approval of this emergency bulletin was too old when its time came',
  },
  expired: {
    vi: 'việc được thông báo đã qua khi đến giờ phát',
    en: 'what it announces was past when its time came',
  },
  'document-ended': {
    vi: 'văn bản mà bản tin dựa vào không còn hiệu lực hoặc đã hết hạn góp ý',
    en: 'the document it was made from no longer holds, or is no longer open to comments',
  },
  'over-regulation': {
    vi: 'quá số buổi hoặc số phút mà quy chế của xã cho phép',
    en: "it was beyond the sessions or minutes of the commune's regulation",
  },
  'cancelled-once': {
    vi: 'riêng lần phát này đã được hủy từ trước, lịch vẫn giữ nguyên',
    en: 'this one time was cancelled beforehand, and the schedule goes on',
  },
};

/** By what was known of the speaker at closing: see verdicts.ts. */
const OFFLINE: Record<string, Sentence> = {
  never: {
    vi: 'cụm loa này chưa từng kết nối',
    en: 'this speaker has never connected',
  },
  before: {
    vi: 'cụm loa đã mất kết nối từ trước giờ phát',
    en: 'the speaker was offline before the time came',
  },
  after: {
    vi: 'cụm loa mất kết nối sau giờ phát và chưa báo lại',
    en: 'the speaker went offline after the time came and has not reported',
  },
  stored: {
    vi: 'cụm loa đã nhận bản tin nhưng mất kết nối, sẽ báo khi nối lại',
    en: 'the speaker had received it but is offline; it will report when it is back',
  },
};
const OFFLINE_UNKNOWN: Sentence = { vi: 'cụm loa mất kết nối', en: 'the speaker is offline' };

const SILENT: Sentence = {
  vi: 'cụm loa đang kết nối nhưng không báo đã nhận hay đã phát',
  en: 'the speaker is online but has not reported receiving or playing it',
};
const STORED_SILENT: Sentence = {
  vi: 'cụm loa báo đã nhận nhưng không báo đã phát',
  en: 'the speaker reported receiving it but not playing it',
};

const REFUSED: Sentence = { vi: 'loa từ chối lệnh phát', en: 'the speaker refused the order' };
const REFUSALS: Record<string, Sentence> = {
  'bad-signature': {
    vi: 'loa từ chối vì chữ ký của lệnh phát không đúng',
    en: 'the speaker refused it because the signature was wrong',
  },
  'bad-message': {
    vi: 'loa không đọc được lệnh phát',
    en: 'the speaker could not read the order',
  },
  replayed: {
    vi: 'loa từ chối vì lệnh phát này đã được dùng',
    en: 'the speaker refused it because this order had been used before',
  },
  expired: {
    vi: 'loa từ chối vì lệnh phát đã hết hạn',
    en: 'the speaker refused it because the order had expired',
  },
  misdirected: {
    vi: 'loa từ chối vì lệnh phát không dành cho nó',
    en: 'the speaker refused it because the order was for others',
  },
  'no-policy': {
    vi: 'loa chưa nhận được khung giờ được phép nên giữ im lặng',
    en: 'the speaker had not been told its allowed hours and kept silent',
  },
  'no-clock': {
    vi: 'loa chưa biết giờ chính xác nên giữ im lặng',
    en: 'the speaker did not know the time and kept silent',
  },
  'no-room': {
    vi: 'bộ nhớ của loa đã đầy',
    en: "the speaker's storage was full",
  },
  'bad-content': {
    vi: 'âm thanh loa nhận được không khớp với bản đã duyệt nên không phát',
    en: 'the sound received did not match what was approved, so it stayed silent',
  },
};
