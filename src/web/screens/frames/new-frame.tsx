// A frame written, and one written anew: what was recorded stays with the words that stay.
// It must never send a change over one it has not seen.
import { useSignal } from '@preact/signals';
import type { FrameView } from '../../../http/schemas/frame.ts';
import { framesApi } from '../../frames-api.ts';
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
  const open = useSignal(false);
  if (!open.value)
    return (
      <button type="button" class="button" onClick={() => (open.value = true)}>
        {w.change}
      </button>
    );
  const { id, version, tenantId } = frame;
  return (
    <>
      <p class="hint">{w.changeHint}</p>
      <FrameForm
        areaId={tenantId}
        kept={`frame.${id}.${version}`}
        before={frame}
        label={w.changeSave}
        save={(changed) =>
          framesApi.change(id, { seenVersion: version, frame: changed }).then(() => {
            open.value = false;
            again();
          })
        }
      />
    </>
  );
}
