// A variant that still has its original's words is said by no machine: it would read Vietnamese in another language's sounds.
// It must never make sound.
import { isUntranslated } from '../../domain/languages/variant.ts';
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
  if (originalId === null) return;
  if (!isUntranslated(deps.store.variants.of(id), hashOf(text))) return;
  const { vi, en } = needsWords(languageName(deps, language));
  throw refusal('world', 'voice-missing', { vi, en });
}

export const needsWords = (language: string): { vi: string; en: string } => ({
  vi: `Chưa có lời bằng ${language}: hãy nhập lời, gửi bản ghi âm hoặc gửi đường dẫn cho cộng tác viên.`,
  en: `No words in ${language} yet: write them, send a recording, or send a link to a collaborator.`,
});
