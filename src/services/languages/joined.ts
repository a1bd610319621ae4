// The use-cases of languages, joined for the door.
// It must never know routes or rows.
import type { BulletinParts } from '../bulletins/bulletins.ts';
import { makeCommissions } from './commissions.ts';
import type { LanguageServices } from './languages-door.ts';
import { makeLanguageOrders } from './orders.ts';
import { makeRecordingLinks } from './recording-links.ts';
import { makeVariants } from './variants.ts';

export function joinLanguages(parts: BulletinParts): LanguageServices {
  return {
    variants: makeVariants(parts),
    languageOrders: makeLanguageOrders(parts.deps),
    commissions: makeCommissions(parts),
    recordingLinks: makeRecordingLinks(parts),
  };
}
