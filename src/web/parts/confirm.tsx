// Asks before what cannot be taken back; Escape and "cancel" both mean no.
// It must never know what is asked.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';
import { Act } from './act.tsx';

export function Dialog(of: { title: string; close: () => void; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-label={of.title} onClose={of.close}>
      {/* what is asked is read first, not the first thing that could be pressed */}
      <h2 tabIndex={-1} autofocus>
        {of.title}
      </h2>
      {of.children}
    </dialog>
  );
}

type Props = {
  label: string;
  title: string;
  ask: string;
  yes?: string;
  act: () => Promise<unknown>;
  quiet?: boolean;
};
/** A button that opens the question; only the answer acts. */
export function Confirm({ label, title, ask, yes = label, act, quiet = false }: Props) {
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <button
        type="button"
        class={`button ${quiet ? 'button-quiet' : 'button-danger'}`}
        onClick={() => {
          open.value = true;
        }}
      >
        {label}
      </button>
      {open.value && (
        <Dialog title={title} close={close}>
          <p>{ask}</p>
          <div class="actions">
            <Act kind="danger" act={() => act().then(close)}>
              {yes}
            </Act>
            <button type="button" class="button" onClick={close}>
              {words.value.common.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
