// What was recorded, heard piece by piece by a second speaker: marked as right, thrown out, confirmed together.
// It must never confirm for whoever recorded: the service refuses that too.
import { useSignal } from '@preact/signals';
import type { FramePiece } from '../../../http/schemas/frame.ts';
import { framesApi } from '../../frames-api.ts';
import { useKept } from '../../kept.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { words } from '../../words.ts';
import type { FrameProps } from './one-frame.tsx';
import { Listen } from './recording.tsx';

/** A screenful of players; the next come when these are confirmed. */
const SHOWN = 30;

export function Confirming({ frame, areaId, again }: FrameProps) {
  const w = words.value.frames;
  const name = useKept(`frame.${frame.id}.listener`);
  const right = useSignal<ReadonlySet<string>>(new Set());
  const order = useSignal(false);
  const waiting = frame.pieces.filter(
    ({ state, recording }) => state === 'recorded' && !recording?.fromAbove,
  );
  const shown = waiting.slice(0, SHOWN);
  const chosen = shown.filter(({ key }) => right.value.has(key));
  const isOwn = frame.tenantId === areaId && frame.confirmed === null;
  if (waiting.length === 0 && !isOwn) return <p class="hint">{w.confirmHint}</p>;
  const act = async () => {
    const pieces = chosen.map(({ key, recording }) => ({ key, hash: recording?.hash ?? '' }));
    const wish = { areaId, listenerName: name.value.trim(), pieces, version: frame.version };
    await framesApi.confirm(frame.id, { ...wish, order: order.value });
    right.value = new Set();
    again();
  };
  const flip = (key: string) => {
    const next = new Set(right.value);
    if (!next.delete(key)) next.add(key);
    right.value = next;
  };
  const others = shown.filter(({ recording }) => !recording?.byYou);
  return (
    <div class="card">
      <p class="hint">{w.confirmHint}</p>
      <ul class="rows">
        {shown.map((piece) => (
          <One
            key={piece.key}
            {...{ piece, areaId, again, frameId: frame.id }}
            chosen={right.value.has(piece.key)}
            flip={() => flip(piece.key)}
          />
        ))}
      </ul>
      <Form
        act={act}
        label={w.confirmAct(chosen.length)}
        disabled={name.value.trim() === '' || (chosen.length === 0 && !order.value)}
      >
        {others.length > 1 && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => (right.value = new Set(others.map(({ key }) => key)))}
          >
            {w.allRight}
          </button>
        )}
        {isOwn && (
          <label class="pick">
            <input
              type="checkbox"
              checked={order.value}
              onChange={() => (order.value = !order.value)}
            />
            <span>{w.orderToo}</span>
          </label>
        )}
        <Field label={w.listener} value={name} autocomplete="off" />
      </Form>
    </div>
  );
}

type OneProps = {
  piece: FramePiece;
  frameId: string;
  areaId: string;
  chosen: boolean;
  flip: () => void;
  again: () => void;
};

function One({ piece, frameId, areaId, chosen, flip, again }: OneProps) {
  const w = words.value.frames;
  const { recording, key, prompt } = piece;
  if (recording === null) return null;
  const remark = w.wrong;
  const drop = () =>
    framesApi.discard(frameId, { areaId, key, hash: recording.hash, remark }).then(again);
  return (
    <li class="row">
      {recording.byYou ? (
        <span>
          <strong>{prompt}</strong> <small>{w.yours}</small>
        </span>
      ) : (
        <label class="pick">
          <input type="checkbox" checked={chosen} onChange={flip} aria-label={w.pick(prompt)} />
          <span>
            {prompt}
            <small>{w.by(recording.speakerName)}</small>
          </span>
        </label>
      )}
      <Listen piece={piece} id={frameId} areaId={areaId} />
      <span class="actions">
        <Act kind="quiet" act={drop}>
          {w.wrong}
          <span class="unseen"> {prompt}</span>
        </Act>
      </span>
    </li>
  );
}
