// The languages a bulletin may be said to be in.
// It must never know where the list comes from, nor what can be spoken by a machine.
import { VIETNAMESE } from '../../domain/languages.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { refusal } from '../refusals.ts';
import { tenantsSeenBy } from '../scope.ts';

/** Unsaid: Vietnamese. @throws AppError for a language that is not in the list */
export function languageOf({ languages }: Deps, code: string = VIETNAMESE): string {
  if (languages.some((one) => one.code === code)) return code;
  throw refusal('caller', 'unknown-language', {
    vi: `Không có ngôn ngữ “${code}” trong danh sách. Hãy chọn mã ISO 639-3 có ở /api/languages, ví dụ vie, blt, mww.`,
    en: `There is no language “${code}” in the list. Choose an ISO 639-3 code of /api/languages, such as vie, blt, mww.`,
    place: 'language',
  });
}

type Change = { actor: Actor; before: Bulletin; code: string | undefined };

const isTaken = (
  { store }: Deps,
  { originalId, language }: { originalId: string; language: string },
): boolean => store.bulletins.variantsOf(originalId).some((one) => one.language === language);

const variantIsIn = () =>
  refusal('conflict', 'variant-language', {
    vi: 'Ngôn ngữ này đã có bản riêng, hoặc đây là bản tiếng khác của một bản tin nên giữ nguyên tiếng. Hãy thêm ngôn ngữ ở bản gốc.',
    en: 'There is a variant in this language, or this is a variant itself and keeps its own. Add the language to the original.',
    place: 'language',
  });

/** Figures by language count what was heard under what is written here. @throws AppError once it was heard */
export function languageAfter(deps: Deps, { actor, before, code }: Change): { language: string } {
  const language = languageOf(deps, code ?? before.language);
  if (language === before.language) return { language };
  const originalId = before.originalId ?? before.id;
  // which language a variant is in is what makes it one
  if (before.originalId !== null || isTaken(deps, { originalId, language })) throw variantIsIn();
  const heard = deps.store.endings.heardIn({
    bulletinIds: [before.id],
    tenantIds: tenantsSeenBy(deps, actor),
  });
  if (heard.length === 0) return { language };
  throw refusal('conflict', 'language-heard', {
    vi: 'Bản tin này đã phát rồi nên không đổi ngôn ngữ được: số liệu đã tính theo ngôn ngữ cũ. Hãy soạn bản tin mới cho ngôn ngữ kia.',
    en: 'This bulletin was heard already, so its language stays: figures were made by it. Write a new bulletin for the other language.',
    place: 'language',
  });
}
