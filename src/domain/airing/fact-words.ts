// One fact as one line for whoever unfolds the chain: what was known, and when it was learnt if that was late.
// It must never know rows, ids or screens.
import type { Receipt } from '../../../devices/protocol/index.ts';
import type { Sentence } from '../errors.ts';
import { spokenHush } from '../poles/hushing.ts';
import { toldTime } from './fact-times.ts';
import type { Fact } from './facts.ts';
import { ENDED } from './verdict-chain.ts';
import { PLAIN, REFUSALS, REFUSED } from './verdict-words.ts';

/** Said so much after it was written down: the speaker was away meanwhile. */
const LATE_MS = 60_000;

type Of<Kind extends Fact['kind']> = Fact & { kind: Kind };
type Saying<Kind extends Fact['kind']> = (fact: Of<Kind>) => Sentence;

const SAYINGS: { [Kind in Fact['kind']]: Saying<Kind> } = {
  planned: () => ({ vi: 'đã vào lịch phát', en: 'planned' }),
  hindered: ({ why }) => PLAIN[why],
  sent: () => ({ vi: 'lệnh phát đã ký và gửi tới loa', en: 'the signed order went out' }),
  receipt: ({ receipt, takenAtMs }) => withLate(receiptWords(receipt), { receipt, takenAtMs }),
  'link-lost': () => ({ vi: 'cụm loa mất liên lạc', en: 'the speaker was out of reach' }),
  'link-back': () => ({ vi: 'cụm loa nối lại', en: 'the speaker was back' }),
  'mains-lost': () => ({ vi: 'cụm loa mất điện lưới', en: 'the speaker lost its mains power' }),
  'mains-back': () => ({ vi: 'có điện lưới trở lại', en: 'mains power was back' }),
  'unit-removed': () => ({ vi: 'thiết bị được tháo khỏi điểm loa', en: 'the unit was taken down' }),
  heard: ({ online }) =>
    online
      ? { vi: 'lần gần nhất nghe tin từ cụm loa', en: 'the speaker was last heard' }
      : { vi: 'được biết cụm loa đã ngắt kết nối', en: 'the speaker was known to be offline' },
  hush: ({ atMs, untilMs, reason }) => {
    const until = toldTime(untilMs, atMs);
    const why = spokenHush(`: ${reason}`);
    return {
      vi: `điểm loa tạm im đến ${until.vi}${why.vi}`,
      en: `the site was hushed until ${until.en}${why.en}`,
    };
  },
  ended: ({ how, by, reason }) => {
    const why = reason === null ? '' : ` (${reason})`;
    return {
      vi: `${by ?? 'hệ thống'} ${ENDED[how].vi}${why}`,
      en: `${by ?? 'the service'} ${ENDED[how].en}${why}`,
    };
  },
  displaced: ({ byTitle }) => ({
    vi: `bản tin “${byTitle}” giành lượt`,
    en: `the bulletin “${byTitle}” took the turn`,
  }),
  order: ({ chosenBy }) =>
    chosenBy === null
      ? { vi: 'không ai chọn thứ tự: theo thứ tự đến', en: 'nobody chose: in order of arrival' }
      : { vi: `${chosenBy} chọn thứ tự phát`, en: `${chosenBy} chose the order` },
  'clock-off': ({ errorMs }) => {
    const seconds = Math.round((errorMs ?? 0) / 1_000);
    return {
      vi: `đồng hồ của loa lệch ${seconds} giây`,
      en: `the speaker's clock was ${seconds} s off`,
    };
  },
};

export function spokenFact<Kind extends Fact['kind']>(fact: Of<Kind>): Sentence {
  return (SAYINGS[fact.kind as Kind] as Saying<Kind>)(fact);
}

/** Refusals that a verdict words as a rule, not as a refusal. */
const RULED: Readonly<Record<string, Sentence>> = {
  'out-of-hours': PLAIN['out-of-hours'],
  hushed: { vi: 'loa giữ im theo lệnh tạm im', en: 'the speaker kept silent, being hushed' },
  'too-late': { vi: 'bản tin đến loa khi giờ phát đã qua', en: 'it came after its time was over' },
};

function receiptWords(receipt: Receipt): Sentence {
  switch (receipt.event) {
    case 'stored':
      return { vi: 'cụm loa báo đã nhận đủ âm thanh', en: 'the speaker had all of the sound' };
    case 'started': {
      const off = Math.round(Math.abs(receipt.startErrorMs));
      return {
        vi: `cụm loa bắt đầu phát, lệch ${off} mili giây so với lượt của nó`,
        en: `the speaker began, ${off} ms off its turn`,
      };
    }
    case 'finished': {
      const seconds = Math.round(receipt.heardMs / 1_000);
      return {
        vi: `cụm loa kết thúc, nghe được ${seconds} giây`,
        en: `the speaker ended, ${seconds} s were heard`,
      };
    }
    case 'refused':
      return RULED[receipt.reason] ?? REFUSALS[receipt.reason] ?? REFUSED;
    case 'commanded':
      return { vi: 'cụm loa trả lời một lệnh', en: 'the speaker answered a command' };
  }
}

function withLate(
  { vi, en }: Sentence,
  { receipt, takenAtMs }: { receipt: Receipt; takenAtMs: number },
): Sentence {
  if (takenAtMs - receipt.atMs < LATE_MS) return { vi, en };
  const taken = toldTime(takenAtMs, receipt.atMs);
  return {
    vi: `${vi} (báo nhận muộn, đến lúc ${taken.vi})`,
    en: `${en} (its receipt came late, at ${taken.en})`,
  };
}
