// What a notification says, in both languages: one line of what, one line of which, and the way to the screen.
// It must never name a person or quote a bulletin: titles and places only.
import type { Sentence } from '../errors.ts';
import type { ReportKind } from '../public/report.ts';
import { refusedWords } from '../source/refused-words.ts';
import { REFUSED_WHYS } from '../source/source-model.ts';
import { dayNumber, dayOf, spokenTime } from '../vietnam-time.ts';
import type { HappeningKind } from './happening.ts';
import { hindranceWords } from './hindrance-words.ts';
import { ASKED_SAYINGS } from './notification-asked-words.ts';
import { counted, type Saying, type Told } from './notification-counted.ts';
import type { Language } from './notification-model.ts';
import { linkOf } from './notification-screens.ts';
import { SOUND_SAYINGS } from './notification-sound-words.ts';

export type Said = { title: string; body: string; link: string };

/** @param place the commune's name */
export function saidOf(of: { told: Told; place: string; language: Language }): Said {
  const { told, place, language } = of;
  const drill = told.facts.drill ? DRILL[language] : '';
  return {
    title: `${drill}${TITLES[told.kind](told)[language]}`,
    body: [which(told, language), whatNow(told, language), place]
      .filter((part) => part !== '')
      .join(' · '),
    link: linkOf(told),
  };
}

const DRILL: Sentence = { vi: '[DIỄN TẬP] ', en: '[DRILL] ' };

function whatNow({ kind, facts }: Told, language: Language): string {
  if (kind === 'bulletin-failed') return facts.reason ?? '';
  return kind === 'airing-hindered' ? (hindranceWords(facts.reason)?.now[language] ?? '') : '';
}

/** "Họp bản; Tiêm phòng và 3 nữa" */
function which({ facts, count }: Told, language: Language): string {
  const names = facts.names.join('; ');
  const rest = count - facts.names.length;
  if (names === '' || count === 1 || rest <= 0) return names;
  return language === 'vi' ? `${names} và ${rest} nữa` : `${names} and ${rest} more`;
}

const TITLES: Record<HappeningKind, Saying> = {
  'approval-wanted': (told) =>
    told.urgent
      ? { vi: 'KHẨN CẤP: chờ bạn duyệt', en: 'EMERGENCY: waits for your approval' }
      : counted('bản tin chờ duyệt', [
          'bulletin waits for approval',
          'bulletins wait for approval',
        ])(told),
  'standing-used': counted('bản tin phát theo mẫu bạn đứng tên', [
    'bulletin goes out by a template you stand for',
    'bulletins go out by templates you stand for',
  ]),
  'bulletin-approved': (told) => {
    const { vi, en } = counted('bản tin của bạn đã được duyệt', [
      'bulletin of yours is approved',
      'bulletins of yours are approved',
    ])(told);
    const { atMs } = told.facts;
    if (told.count > 1 || atMs === null) return { vi, en };
    const at = spokenTime(atMs);
    return { vi: `${vi}, sẽ phát lúc ${at.vi}`, en: `${en} and airs at ${at.en}` };
  },
  'bulletin-returned': counted('bản tin của bạn bị trả lại', [
    'bulletin of yours is returned',
    'bulletins of yours are returned',
  ]),
  'bulletin-withdrawn': counted('bản tin bị rút lại', [
    'bulletin is withdrawn',
    'bulletins are withdrawn',
  ]),
  'bulletin-failed': (told) =>
    told.urgent
      ? {
          vi: 'KHẨN CẤP: tin không tạo được âm thanh, chưa phát',
          en: 'EMERGENCY: no sound could be made, nothing airs',
        }
      : counted('bản tin của bạn không tạo được âm thanh', [
          'bulletin of yours could not be made into sound',
          'bulletins of yours could not be made into sound',
        ])(told),
  'emergency-out': counted('tin khẩn cấp đang phát', ['emergency goes out', 'emergencies go out']),
  stopped: ({ facts }) => ({
    vi: `Đã bấm dừng phát: ${facts.amount ?? 0} lượt phát`,
    en: `Everything was stopped: ${facts.amount ?? 0} airings`,
  }),
  'all-clear': ({ facts }) => {
    const amount = facts.amount ?? 0;
    return {
      vi: `Hết khẩn cấp: đã dừng ${amount} lượt phát khẩn cấp`,
      en: `All clear: ${amount} emergency ${amount === 1 ? 'airing' : 'airings'} ended`,
    };
  },
  'assignment-declined': counted('lời không nhận phát bản tin tỉnh giao', [
    'commune declines what the province gave it',
    'communes decline what the province gave them',
  ]),
  'airing-missed': (told) => {
    const { amount, outOf } = told.facts;
    if (told.count > 1)
      return {
        vi: `${told.count} lượt phát lỡ phần đầu`,
        en: `${told.count} airings missed their beginning`,
      };
    return {
      vi: `${amount}/${outOf} loa lỡ phần đầu bản tin`,
      en: `${amount}/${outOf} speakers missed the beginning`,
    };
  },
  'airing-failed': (told) => {
    const { amount, outOf } = told.facts;
    if (told.count > 1)
      return {
        vi: `${told.count} lượt phát có loa không phát`,
        en: `${told.count} airings failed`,
      };
    return {
      vi: `${amount}/${outOf} loa không phát được`,
      en: `${amount}/${outOf} speakers failed`,
    };
  },
  'airing-hindered': (told) => {
    const { vi, en } = counted('bản tin không phát được', [
      'bulletin did not air',
      'bulletins did not air',
    ])(told);
    const why = hindranceWords(told.facts.reason)?.why;
    return why ? { vi: `${vi}: ${why.vi}`, en: `${en}: ${why.en}` } : { vi, en };
  },
  'document-ended': (told) => {
    const { vi, en } = counted('văn bản không còn được phát', [
      'document may no longer be aired',
      'documents may no longer be aired',
    ])(told);
    const stopped = told.facts.amount ?? 0;
    if (stopped === 0) return { vi, en };
    return { vi: `${vi}: đã dừng ${stopped} lượt phát`, en: `${en}: ${stopped} airings stopped` };
  },
  'assignment-given': (told) =>
    until(
      counted('bản tin tỉnh giao cho xã phát', [
        'bulletin the province gives you to air',
        'bulletins the province gives you to air',
      ]),
      told,
    ),
  'assignment-reminder': (told) =>
    until(
      counted('bản tin tỉnh giao chưa phát đủ', [
        'bulletin given to you is not aired often enough',
        'bulletins given to you are not aired often enough',
      ]),
      told,
    ),
  'order-wanted': (told) => {
    const { atMs } = told.facts;
    const vi = 'Bản tin ưu tiên trùng giờ: bạn chọn bản nào trước';
    const en = 'Priority bulletins at the same time: say which is first';
    if (atMs === null || told.count > 1) return { vi, en };
    const at = spokenTime(atMs);
    return { vi: `${vi}, trước ${at.vi}`, en: `${en}, before ${at.en}` };
  },
  'rehearsal-found': ({ facts }) => ({
    vi: `Chạy thử lịch ngày ${dayMonth(facts.atMs)}: ${facts.amount ?? 0} việc cần xử lý`,
    en: `Rehearsal of ${dayMonth(facts.atMs)}: ${facts.amount ?? 0} things to see to`,
  }),
  'speaker-silent': (told) =>
    since(counted('cụm loa im lặng', ['speaker silent', 'speakers silent']), told),
  'speaker-back': counted('cụm loa đã có tín hiệu lại', ['speaker is back', 'speakers are back']),
  'sim-renewal': (told) => {
    const { vi, en } = counted('SIM sắp hết hạn', ['SIM runs out soon', 'SIMs run out soon'])(told);
    const day = told.count === 1 ? dayMonth(told.facts.atMs) : '';
    return day === '' ? { vi, en } : { vi: `${vi}: ${day}`, en: `${en}: ${day}` };
  },
  'source-arrived': counted('bản tin từ hệ thống nguồn chờ xếp lịch', [
    'bulletin of the source system waits for its hour',
    'bulletins of the source system wait for their hour',
  ]),
  'source-refused': (told) => {
    const urgent = told.urgent ? ' KHẨN CẤP' : '';
    const why = refusedSource(told.facts.reason);
    return {
      vi: `Từ chối tin${urgent} gửi qua hệ thống nguồn${why.vi}`,
      en: `Refused${told.urgent ? ' an EMERGENCY' : ''} from the source system${why.en}`,
    };
  },
  'source-emergency': counted('tin khẩn cấp của hệ thống nguồn đang phát', [
    'emergency of the source system goes out',
    'emergencies of the source system go out',
  ]),
  'source-trusted': ({ facts }) =>
    facts.reason === 'on'
      ? {
          vi: 'Đã BẬT: tin khẩn cấp ký bởi khóa này phát ngay, không chờ duyệt',
          en: 'ON: emergencies signed with this key air at once, without approval',
        }
      : {
          vi: 'Đã tắt: tin khẩn cấp ký bởi khóa này lại phải chờ duyệt',
          en: 'Off: emergencies signed with this key wait for approval again',
        },
  ...ASKED_SAYINGS,
  ...SOUND_SAYINGS,
  'report-due': (told) => {
    const { vi, en } = counted('báo cáo sắp đến hạn', ['report is due', 'reports are due'])(told);
    const day = told.count === 1 ? dueWords(told.facts.reason) : '';
    return { vi: `${vi}${day}`, en: `${en}${day}` };
  },
  'report-received': (told) => {
    const { vi, en } = counted('phản ánh của người dân', [
      'report from a villager',
      'reports from villagers',
    ])(told);
    const what = reportWords(told.facts.reason);
    return what ? { vi: `${vi}: ${what.vi}`, en: `${en}: ${what.en}` } : { vi, en };
  },
};

/** @param reason as it was kept, perhaps by an older version */
function refusedSource(reason: string | null): Sentence {
  const why = REFUSED_WHYS.find((one) => one === reason);
  if (!why) return { vi: '', en: '' };
  const { vi, en } = refusedWords({ why, place: null });
  return { vi: `: ${vi.replace(/\.$/u, '')}`, en: `: ${en.replace(/\.$/u, '')}` };
}

/** "2026-11-10" as "10/11" */
function dueWords(day: string | null): string {
  const found = /^\d{4}-(\d\d)-(\d\d)$/.exec(day ?? '');
  return found ? `: ${Number(found[2])}/${Number(found[1])}` : '';
}

const REPORTED: Record<ReportKind, Sentence> = {
  noise: { vi: 'quá ồn', en: 'too loud' },
  unclear: { vi: 'không nghe rõ', en: 'cannot be heard clearly' },
  wrong: { vi: 'nói sai', en: 'said something wrong' },
};

/** @param reason as it was kept, perhaps by an older version */
function reportWords(reason: string | null): Sentence | null {
  return Object.hasOwn(REPORTED, reason ?? '') ? REPORTED[reason as ReportKind] : null;
}

function since(saying: Saying, told: Told): Sentence {
  const { vi, en } = saying(told);
  const atMs = told.facts.atMs;
  if (told.count > 1 || atMs === null) return { vi, en };
  const at = spokenTime(atMs);
  return { vi: `${vi} từ ${at.vi}`, en: `${en} since ${at.en}` };
}

function until(saying: Saying, told: Told): Sentence {
  const { vi, en } = saying(told);
  const { atMs } = told.facts;
  if (told.count > 1 || atMs === null) return { vi, en };
  const at = spokenTime(atMs);
  return { vi: `${vi}, hạn ${at.vi}`, en: `${en}, due ${at.en}` };
}

function dayMonth(atMs: number | null): string {
  if (atMs === null) return '';
  const { day, month } = dayOf(dayNumber(atMs));
  return `${day}/${month}`;
}
