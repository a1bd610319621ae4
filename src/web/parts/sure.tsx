// "I am sure": offered once the service has doubted what a person wants said, and sent along then.
// It must never know what was doubted: the service's sentence says it.
import { type Signal, useSignal } from '@preact/signals';
import { ApiFailure } from '../send.ts';
import { words } from '../words.ts';

export type Sureness = {
  is: Signal<boolean>;
  asked: Signal<boolean>;
  /** runs the act; a refusal that may be overruled brings the question */
  doubting(act: () => Promise<unknown>): Promise<void>;
};

/** What the service answers where it would rather be told twice. */
const DOUBTED = new Set(['bad-lexicon-entry', 'bad-words']);

export function useSureness(): Sureness {
  const is = useSignal(false);
  const asked = useSignal(false);
  return {
    is,
    asked,
    async doubting(act) {
      try {
        await act();
      } catch (reason) {
        if (reason instanceof ApiFailure && DOUBTED.has(reason.code)) asked.value = true;
        throw reason;
      }
    },
  };
}

export function Sure({ sure }: { sure: Sureness }) {
  if (!sure.asked.value) return null;
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={sure.is.value}
        onChange={() => {
          sure.is.value = !sure.is.value;
        }}
      />
      <span>{words.value.lexicon.confirm}</span>
    </label>
  );
}
