// What the service refuses of a rule that is being filled in, and where: shown beside the field it is about.
// It must never judge anything itself.
import type { Sentence } from '../../../http/schemas/common.ts';

/** `place` as the API names it: "rule.seasons.1.from" */
export type Fault = { place: string; say: Sentence };
