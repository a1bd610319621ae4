// What a move would meet, asked while the hand is still moving: three times a second at most.
// It must never hold a move back: the service decides when it is let go.

import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ConflictAnswer } from '../../../http/schemas/foresight.ts';
import { ApiFailure } from '../../send.ts';
import type { Item } from './items.ts';
import { askClashes } from './move-api.ts';

type Move = { item: Item; toMs: number };
export type Foreseen = Move & { clashes: ConflictAnswer | null; failure: ApiFailure | null };

/** Three questions a second: a drag over an evening is a dozen, not two hundred. */
const EVERY_MS = 350;

export type Clashing = {
  foreseen: Signal<Foreseen | null>;
  look(move: Move | null): void;
};

export function useClashing(): Clashing {
  const foreseen = useSignal<Foreseen | null>(null);
  const own = useRef({
    wanted: null as Move | null,
    askedMs: Number.NEGATIVE_INFINITY,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    end: null as AbortController | null,
  }).current;
  const ask = () => {
    own.timer = undefined;
    const move = own.wanted;
    if (move === null) return;
    own.askedMs = performance.now();
    own.end?.abort();
    const end = new AbortController();
    own.end = end;
    const isLatest = () => own.wanted?.toMs === move.toMs && own.wanted.item.id === move.item.id;
    askClashes(move, end.signal).then(
      (clashes) => {
        if (isLatest()) foreseen.value = { ...move, clashes, failure: null };
      },
      (failure: unknown) => {
        if (isLatest() && failure instanceof ApiFailure && !end.signal.aborted)
          foreseen.value = { ...move, clashes: null, failure };
      },
    );
  };
  const look = (move: Move | null) => {
    if (move !== null && own.wanted?.toMs === move.toMs && own.wanted.item.id === move.item.id)
      return;
    own.wanted = move;
    foreseen.value = move && { ...move, clashes: null, failure: null };
    if (move === null) {
      clearTimeout(own.timer);
      own.timer = undefined;
      own.end?.abort();
      return;
    }
    own.timer ??= setTimeout(ask, Math.max(0, own.askedMs + EVERY_MS - performance.now()));
  };
  useEffect(() => () => look(null), []);
  return { foreseen, look };
}
