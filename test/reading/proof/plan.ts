// A plan of our own making with every kind of figure, and ways to say it wrongly.
// It must never copy a real person's name or a real document.
import { theLexicon } from '../../../audio/lexicon.ts';
import type { Doubt, Script, Sentence } from '../../../audio/reading/index.ts';
import { roundTripOf } from '../../../audio/reading/proof/roundtrip.ts';

export const PLAN = `ỦY BAN NHÂN DÂN
XÃ CHIỀNG LỀ

Số: 06/2026/KH-UBND

Chiềng Lề, ngày 05 tháng 4 năm 2026

KẾ HOẠCH

Phòng, chống thiên tai năm 2026

Căn cứ Quyết định số 1009/QĐ-UBND ngày 24/4/2026 của Chủ tịch UBND tỉnh;

I. MỤC TIÊU

1. Chỉ tiêu

a) Giảm 12,5% thiệt hại so với năm 2025; 100% bản có đội xung kích; 25/28 bản có loa.

b) Di dời 1.250 hộ, 36.707 người trong giai đoạn 2026 - 2030; 2/3 tổng số hộ ở điểm đ khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP.

1.1. Kinh phí

- Kinh phí 1,5 tỷ đồng và 3tr5 mỗi tổ; hỗ trợ 50.000đ/người/ngày, 2-3 ngày.

- Đường dây nóng: 0212.3852.047, gọi 113, 114; Đề án 06, PC06; lần thứ 4, quý II/2026; Nghị quyết số 57-NQ/TW.

2. Thời gian

- Từ 7h30 ngày 20/5/2026 đến 08:00 ngày 31/12/2026, tháng 4/2027, tối 30/4; Luật số 14/2012/QH13.

TT\tTên bản\tSố hộ (hộ)\tDiện tích (ha)\tNăm
1\tBản Mòn\t120\t15,5\t2026
2\tBản Lụa\t98\t12\t2026

- Kèm theo Công văn số 454/CAT-PC06 và QCVN 01:2021/BYT; tổng cộng hai mươi mốt bản.

Nơi nhận:
- Như trên;
- Lưu: VT, 15 bản.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lò Văn Ánh
`;

export function proved(script: Script, text: string): Doubt[] {
  const doubts = script.doubts.filter(
    (one) => one.reason !== 'round-trip' && one.reason !== 'lost-number',
  );
  return roundTripOf({ script: { ...script, doubts }, text, lexicon: theLexicon() });
}

/** The script with one word of one trace said otherwise, or not at all (null). */
export function missaid(script: Script, place: Place, word: string | null): Script {
  const sentences = [...script.sentences];
  const sentence = sentences[place.sentence] as Sentence;
  const before = sentence.trace.slice(0, place.trace).flatMap((one) => one.words.split(' ')).length;
  const words = sentence.words.split(' ');
  const at = before + place.word;
  const pause = /[.,;:]$/.exec(words[at] as string)?.[0] ?? '';
  words.splice(at, 1, ...(word === null ? [] : [word + pause]));
  const trace = sentence.trace.map((one, index) => {
    if (index !== place.trace) return one;
    const said = one.words.split(' ');
    said.splice(place.word, 1, ...(word === null ? [] : [word]));
    return { ...one, words: said.join(' ') };
  });
  sentences[place.sentence] = { ...sentence, words: words.join(' '), trace };
  return { ...script, sentences };
}

export type Place = { sentence: number; trace: number; word: number };
