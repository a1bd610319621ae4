// The bulletin as it would be with what is ticked now: asked a moment after the last tick, never shown late.
// It must never know how it is composed.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Composition, CompositionWish } from '../../../http/schemas/composition.ts';
import { editorApi } from '../../editor-api.ts';
import { listen } from '../../live.ts';
import { ApiFailure } from '../../send.ts';

export type Preview = {
  /** stays while the next one is asked for */
  answer: Signal<Composition | null>;
  failure: Signal<ApiFailure | null>;
  asking: Signal<boolean>;
};

/** A person ticks three boxes in a second: that is one question. */
const REST_MS = 250;

/** @param wish null: nothing is ticked */
export function usePreview(wish: CompositionWish | null): Preview {
  const answer = useSignal<Composition | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const asking = useSignal(false);
  const settled = useSignal(0);
  const key = JSON.stringify(wish);
  const { documentId = '' } = wish ?? {};
  useEffect(() => {
    // a doubt was settled: the same clauses read otherwise
    return listen((kind) => {
      if (kind === 'document') settled.value += 1;
    });
  }, [documentId]);
  useEffect(() => {
    if (wish === null) {
      answer.value = null;
      failure.value = null;
      asking.value = false;
      return undefined;
    }
    asking.value = true;
    const gone = new AbortController();
    const wait = setTimeout(() => {
      editorApi.preview(wish, gone.signal).then(
        (found) => {
          if (gone.signal.aborted) return;
          answer.value = found;
          failure.value = null;
          asking.value = false;
        },
        (reason: unknown) => {
          if (gone.signal.aborted || !(reason instanceof ApiFailure)) return;
          failure.value = reason;
          asking.value = false;
        },
      );
    }, REST_MS);
    return () => {
      clearTimeout(wait);
      gone.abort();
    };
  }, [key, settled.value]);
  return { answer, failure, asking };
}
