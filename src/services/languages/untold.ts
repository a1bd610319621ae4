// What no machine says, for it would read Vietnamese in another language's sounds: a variant with its original's words, and a frame's prompts.
// It must never make sound.
import { isUntranslated } from '../../domain/languages/variant.ts';
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { languageName } from './names-of.ts';

/** @throws AppError that says how it gets a sound */
export function refuseUntold(
  deps: Pick<Deps, 'store' | 'languages'>,
  { id, originalId, text, language }: Bulletin,
): void {
  // the words of a frame are Vietnamese prompts: whoever gets here has no pieces that say them
  if (language !== VIETNAMESE && deps.store.frameUses.of(id) !== null)
    throw refusal('world', 'voice-missing', FRAMED);
  if (originalId === null) return;
  if (!isUntranslated(deps.store.variants.of(id), hashOf(text))) return;
  const { vi, en } = needsWords(languageName(deps, language));
  throw refusal('world', 'voice-missing', { vi, en });
}

/** Of one that a person recorded meanwhile the words may be set right. @throws AppError before anything is lost */
export function refuseFramedWords(
  { store }: Pick<Deps, 'store'>,
  { before, text }: { before: Bulletin; text: string | undefined },
): void {
  if (text === undefined || text === before.text || before.language === VIETNAMESE) return;
  if (store.frameUses.of(before.id) === null || store.recordings.of(before.id) !== null) return;
  throw refusal('conflict', 'framed-words', { ...FRAMED, place: 'text' });
}

const FRAMED = {
  vi: 'Lời của bản tin này do khung đã ghi âm nói, không sửa tay được: hãy dùng lại khung với giá trị mới, hoặc gửi bản ghi âm.',
  en: 'Recorded pieces of a frame say this bulletin, so its words are not changed by hand: use the frame again with other values, or send a recording.',
};

export const needsWords = (language: string): { vi: string; en: string } => ({
  vi: `Chưa có lời bằng ${language}: hãy nhập lời, gửi bản ghi âm hoặc gửi đường dẫn cho cộng tác viên.`,
  en: `No words in ${language} yet: write them, send a recording, or send a link to a collaborator.`,
});
