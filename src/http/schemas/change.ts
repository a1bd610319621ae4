// What the event stream says changed: enough for a screen to ask again, nothing to read by itself.
// It must never know how a change came about.
import { type Static, Type } from 'typebox';
import { Id, Nullable, strict } from './common.ts';

export const Change = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('bulletin'),
      Type.Literal('schedule'),
      Type.Literal('airing'),
      Type.Literal('speaker'),
      Type.Literal('document'),
      Type.Literal('area'),
      Type.Literal('notice'),
      Type.Literal('hush'),
      Type.Literal('incident'),
      Type.Literal('notification'),
      Type.Literal('report'),
      Type.Literal('source'),
      Type.Literal('assignment'),
      Type.Literal('progress'),
      Type.Literal('clock'),
    ]),
    id: Type.String(),
    tenantId: Nullable(Id),
    accountId: Type.Optional(Id),
    detail: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
    ),
  },
  strict,
);
export type Change = Static<typeof Change>;
