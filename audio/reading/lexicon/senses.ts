// Abbreviations that mean different things in different company, and the company that tells them.
// It must never know how the words around them are read.

type Sense = { when: (around: { left: string; right: string }) => boolean; say: string };
/** Abbreviations that mean different things in different company; the last sense is the doubtful one. */
export const SENSES: Record<string, readonly Sense[]> = {
  TT: [
    { when: ({ right }) => /^\s?(?:số\s)?\d/u.test(right), say: 'thông tư' },
    {
      when: ({ right }) => /^[.\s]?\s?(?:TU|HĐND|Tỉnh ủy|UBND|Huyện ủy|Đảng ủy)/u.test(right),
      say: 'thường trực',
    },
    { when: ({ right }) => /^\s\p{Lu}/u.test(right), say: 'trung tâm' },
  ],
  CT: [
    { when: ({ right }) => /^\s?(?:số\s)?\d/u.test(right), say: 'chỉ thị' },
    {
      when: ({ right }) =>
        /^(?:,|\s)\s?(?:UBND|HĐND|các PCT|PCT|xã|huyện|tỉnh|phường|Hội)/u.test(right),
      say: 'chủ tịch',
    },
    { when: ({ left }) => /sở\s*$/u.test(left), say: 'công thương' },
  ],
  KH: [
    {
      when: ({ right, left }) =>
        /^\s?(?:số\s)?\d/u.test(right) || /xây dựng\s*$|ban hành\s*$/u.test(left),
      say: 'kế hoạch',
    },
  ],
  BCH: [
    {
      when: ({ right }) => /^\s(?:quân|phòng|PCTT|QS|bộ đội|công an)/iu.test(right),
      say: 'ban chỉ huy',
    },
  ],
  BTC: [{ when: ({ right }) => /^\s(?:Trung|TW|Tỉnh|TU)/u.test(right), say: 'ban tổ chức' }],
};
export const FALLBACK: Record<string, string> = {
  TT: 'trung tâm',
  CT: 'chủ tịch',
  KH: 'kế hoạch',
};

export const ROADS: Record<string, string> = {
  QL: 'quốc lộ',
  TL: 'tỉnh lộ',
  ĐT: 'đường tỉnh',
  ĐH: 'đường huyện',
  HL: 'hương lộ',
  ĐX: 'đường xã',
  KM: 'ki lô mét',
};
