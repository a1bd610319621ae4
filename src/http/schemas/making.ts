// Sound being made: its place in the line, how far it is, about how long yet.
// It must never hold a title of another commune.
import { type Static, Type } from 'typebox';
import { Count, Id, List, Ms, Nullable, strict } from './common.ts';

export const MakingList = Type.Object(
  {
    makings: List(
      Type.Object(
        {
          bulletinId: Id,
          title: Type.String(),
          tenantId: Id,
          urgent: Type.Boolean(),
          ahead: Type.Integer({
            minimum: 0,
            description: 'sounds made before it, those of others too',
          }),
          sinceMs: Nullable(Ms),
          at: Nullable(
            Type.Object(
              {
                step: Type.String({ description: 'script, speech or mastering' }),
                done: Type.Number({ description: 'sentences; seconds while mastering' }),
                total: Type.Number(),
                leftMs: Nullable(Count),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
    others: Type.Integer({ minimum: 0, description: 'of other communes, in the same line' }),
  },
  strict,
);
export type MakingList = Static<typeof MakingList>;
export type Making = MakingList['makings'][number];
