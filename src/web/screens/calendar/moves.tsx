// Moves made on the calendar: carried out, told, and taken back with one press.
// It must never keep a move the service refused: the item goes back and the reason stays in sight.
import { type Signal, useSignal } from '@preact/signals';
import { hour } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Failure } from '../../parts/notice.tsx';
import { ApiFailure } from '../../send.ts';
import { words } from '../../words.ts';
import type { Item } from './items.ts';
import { moveTo, putBack } from './move-api.ts';

type Told = { item: Item; toMs: number } | null;
export type Moves = {
  told: Signal<Told>;
  failure: Signal<ApiFailure | null>;
  /** @throws ApiFailure, for a form that shows it beside its fields */
  make(item: Item, to: { toMs: number; reason: string }): Promise<void>;
  drop(item: Item, to: { toMs: number; back: () => void }): void;
  undo(): Promise<void>;
};

export function useMoves(again: () => void): Moves {
  const told = useSignal<Told>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const make: Moves['make'] = async (item, { toMs, reason }) => {
    failure.value = null;
    await moveTo({ item, toMs, reason });
    told.value = { item, toMs };
    again();
  };
  return {
    told,
    failure,
    make,
    drop(item, { toMs, back }) {
      make(item, { toMs, reason: words.value.calendar.dragged }).catch((reason: unknown) => {
        back();
        if (!(reason instanceof ApiFailure)) throw reason;
        told.value = null;
        failure.value = reason;
      });
    },
    async undo() {
      const last = told.value;
      if (last === null) return;
      await putBack(last.item, words.value.calendar.takenBack);
      told.value = null;
      again();
    },
  };
}

/** Stays until it is answered or another move is made: nobody is hurried (WCAG 2.2.1). */
export function MoveToast({ moves }: { moves: Moves }) {
  const w = words.value;
  const { told, failure } = moves;
  const close = () => {
    told.value = null;
    failure.value = null;
  };
  if (told.value === null && failure.value === null) return null;
  return (
    <div class="toast">
      {failure.value !== null && <Failure failure={failure.value} />}
      {told.value !== null && (
        <p role="status">{w.calendar.movedTo(told.value.item.title, hour(told.value.toMs))}</p>
      )}
      <div class="actions">
        {told.value !== null && <Act act={moves.undo}>{w.calendar.undo}</Act>}
        <button type="button" class="button" onClick={close}>
          {w.common.close}
        </button>
      </div>
    </div>
  );
}
