// A frame written, and one written anew: what was recorded stays with the words that stay.
// It must never send a change over one it has not seen.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FrameView } from '../../../http/schemas/frame.ts';
import { framesApi } from '../../frames-api.ts';
import { Section } from '../../parts/page.tsx';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { FrameForm } from './frame-form.tsx';

export function NewFrame({ areaId }: { areaId: string }) {
  return (
    <FrameForm
      areaId={areaId}
      kept={`frame.${areaId}`}
      label={words.value.frames.add}
      save={(frame) => framesApi.add(areaId, frame).then(({ id }) => go(`/frames/${id}`))}
    />
  );
}

export function ChangeFrame({ frame, again }: { frame: FrameView; again: () => void }) {
  const w = words.value.frames;
  // as it was when it was opened: what somebody else saves meanwhile is a conflict, not something to write over
  const opened = useSignal<FrameView | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hint = useRef<HTMLParagraphElement>(null);
  const was = useRef(false);
  const isOpen = opened.value !== null;
  const close = () => {
    opened.value = null;
    again();
  };
  // the button that was pressed is gone: whoever uses keys goes on where it stood
  useEffect(() => {
    if (isOpen !== was.current) (isOpen ? hint : button).current?.focus();
    was.current = isOpen;
  }, [isOpen]);
  if (opened.value === null)
    return (
      <button
        ref={button}
        type="button"
        class="button"
        onClick={() => {
          opened.value = frame;
        }}
      >
        {w.change}
      </button>
    );
  const { id, version } = opened.value;
  return (
    <Section title={w.change}>
      <p class="hint" ref={hint} tabIndex={-1}>
        {w.changeHint}
      </p>
      <FrameForm
        areaId={frame.tenantId}
        kept={`frame.${id}.${version}`}
        before={opened.value}
        label={w.changeSave}
        save={(changed) => framesApi.change(id, { seenVersion: version, frame: changed })}
        saved={close}
      />
      <button type="button" class="button button-quiet" onClick={close}>
        {w.changeNot}
      </button>
    </Section>
  );
}
