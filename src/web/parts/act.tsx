// A button that does something that takes time: pressed once, it says so and tells how it ended.
// It must never know what it does.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { ApiFailure } from '../send.ts';
import { words } from '../words.ts';
import { Failure } from './notice.tsx';

export type Kind = 'main' | 'plain' | 'danger' | 'quiet';
type Props = {
  act: () => Promise<unknown>;
  children: ComponentChildren;
  kind?: Kind;
  /** in a form, the form's submit does it, so that Enter works too */
  disabled?: boolean;
};

export function Act({ act, children, kind = 'plain', disabled = false }: Props) {
  const { working, failure, run } = useAct(act);
  return (
    <>
      <button
        type="button"
        class={`button button-${kind}`}
        disabled={disabled}
        aria-busy={working.value}
        onClick={run}
      >
        {working.value ? words.value.common.working : children}
      </button>
      {failure.value && <Failure failure={failure.value} />}
    </>
  );
}

export function Form(of: {
  act: () => Promise<unknown>;
  label: string;
  children: ComponentChildren;
  disabled?: boolean;
}) {
  const { working, failure, run } = useAct(of.act);
  const submit = (event: Event) => {
    event.preventDefault();
    run();
  };
  return (
    <form class="form" onSubmit={submit}>
      {of.children}
      {failure.value && <Failure failure={failure.value} />}
      <div class="actions">
        <button
          type="submit"
          class="button button-main"
          disabled={of.disabled ?? false}
          aria-busy={working.value}
        >
          {working.value ? words.value.common.working : of.label}
        </button>
      </div>
    </form>
  );
}

/** A second press while the first is under way does nothing: one press, one request. */
function useAct(act: () => Promise<unknown>) {
  const working = useSignal(false);
  const failure = useSignal<ApiFailure | null>(null);
  const run = () => {
    if (working.value) return;
    working.value = true;
    failure.value = null;
    act()
      .catch((reason: unknown) => {
        if (!(reason instanceof ApiFailure)) throw reason;
        failure.value = reason;
      })
      .finally(() => {
        working.value = false;
      });
  };
  return { working, failure, run };
}
