// Priority items that want one time, and the order a person gives them.
// It must never know what collides.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, strict } from './common.ts';

/** `${scheduleId}@${slotMs}`, and `#2` when it is said again */
const OccurrenceId = Type.String({ minLength: 1, maxLength: 120, pattern: '^[A-Za-z0-9_@#-]+$' });
const Item = Type.Object(
  {
    ...{ occurrenceId: OccurrenceId, title: Type.String(), playAtMs: Ms, durationMs: Count },
    own: Type.Boolean({ description: 'the commune’s; the province’s cannot be moved' }),
  },
  strict,
);
export const PrecedenceQuestion = Type.Object(
  {
    ...{ tenantId: Id, communeName: Type.String(), untilMs: Type.Integer() },
    chosen: Type.Boolean(),
    items: List(Item),
  },
  strict,
);
export type PrecedenceQuestion = Static<typeof PrecedenceQuestion>;
export const PrecedenceList = Type.Object({ questions: List(PrecedenceQuestion) }, strict);
export type PrecedenceList = Static<typeof PrecedenceList>;
export const PrecedenceWish = Type.Object(
  { occurrenceIds: Type.Array(OccurrenceId, { minItems: 2, maxItems: 50 }) },
  strict,
);
