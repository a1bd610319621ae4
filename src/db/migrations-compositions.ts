// The step of issue #4 for which clauses a bulletin was made of.
// It must never be edited after a release: what changes later is another step.
import type { Types } from './migrations.ts';

export function compositions({ strict }: Types): string[] {
  return [
    // slices: which characters of the composed text are which of the document's
    `create table compositions (
      bulletin_id text primary key not null references bulletins (id),
      picks text not null,
      text text not null,
      slices text not null,
      local text not null
    ) ${strict}`,
  ];
}

/** Named when made: of what was composed before, the clauses are not known any more. */
export function namedClauses(): string[] {
  return ["alter table compositions add column clauses text not null default ''"];
}
