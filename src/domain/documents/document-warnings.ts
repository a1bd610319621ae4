// What a bulletin's page must say of the document it was made from: a draft, no longer the law, not yet the law.
// It must never forbid anything: what may air is decided elsewhere.

import type { Sentence } from '../errors.ts';
import type { Standing } from './document-status.ts';

export type DocumentWarning = {
  code: 'draft' | 'comments-over' | 'not-yet-in-force' | 'amended' | 'repealed';
  /** the document's number, or null where it has none */
  number: string | null;
  say: Sentence;
};

/** null: nothing to warn of */
export function warningOf(part: {
  number: string | null;
  standing: Standing;
  /** false: only the text says so, and nobody has confirmed it */
  confirmed?: boolean;
}): DocumentWarning | null {
  const { number, standing, confirmed = true } = part;
  const code = standing.kind === 'draft' && standing.lapsed ? 'comments-over' : standing.kind;
  if (code === null || code === 'in-force') return null;
  const named = number === null ? '' : ` ${number}`;
  const { vi, en } = WORDS[code];
  const say = { vi: `Văn bản${named} ${vi}`, en: `Document${named} ${en}` };
  if (confirmed) return { code, number, say };
  const unsure = {
    vi: `${say.vi} (Chưa ai xác nhận.)`,
    en: `${say.en} (Nobody has confirmed it.)`,
  };
  return { code, number, say: unsure };
}

const WORDS: Readonly<Record<DocumentWarning['code'], Sentence>> = {
  draft: {
    vi: 'là bản dự thảo đang lấy ý kiến: bản tin phải nói rõ điều đó.',
    en: 'is a draft open to comments: the bulletin must say so.',
  },
  'comments-over': {
    vi: 'là bản dự thảo đã hết hạn góp ý.',
    en: 'is a draft whose comment deadline is over.',
  },
  'not-yet-in-force': { vi: 'chưa có hiệu lực.', en: 'is not yet in force.' },
  amended: {
    vi: 'đã được sửa đổi, bổ sung: hãy xem nội dung còn đúng không.',
    en: 'has been amended: check whether the content still holds.',
  },
  repealed: { vi: 'đã hết hiệu lực.', en: 'is no longer in force.' },
};
