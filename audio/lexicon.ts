// The lexicon of this installation, read once.
// It must never know a document.
import { BUILT_IN, type Lexicon } from './reading/index.ts';

export function theLexicon(): Lexicon {
  return BUILT_IN;
}
