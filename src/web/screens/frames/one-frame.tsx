// One frame: what it says, what is missing of it, and the ways on: record, confirm, try out.
// It must never decide what can be said: the service does.
import { useSignal } from '@preact/signals';
import type { FrameView } from '../../../http/schemas/frame.ts';
import { useAsk } from '../../ask.ts';
import { framesApi } from '../../frames-api.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { go } from '../../router.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { ForTenant } from '../notice/tenant.tsx';
import { Confirming } from './confirming.tsx';
import { FRAME_ROLES, Ready } from './frames.tsx';
import { ChangeFrame } from './new-frame.tsx';
import { Recording } from './recording.tsx';
import { TryOut } from './try-out.tsx';

export function OneFrame({ id }: { id: string }) {
  const title = useSignal(words.value.frames.title);
  return (
    <Page title={title.value} back="#/frames">
      <ForTenant roles={FRAME_ROLES}>
        {(areaId) => (
          <OfTenant key={areaId} id={id} areaId={areaId} named={(name) => (title.value = name)} />
        )}
      </ForTenant>
    </Page>
  );
}

type Of = { id: string; areaId: string; named: (name: string) => void };

function OfTenant({ id, areaId, named }: Of) {
  const ask = useAsk({
    ask: () =>
      framesApi.one(id, areaId).then((frame) => {
        named(`${frame.name} · ${frame.languageName}`);
        return frame;
      }),
    ...{ key: areaId, on: ['notice' as const] },
  });
  return (
    <Shown ask={ask}>{(frame) => <Whole frame={frame} areaId={areaId} again={ask.again} />}</Shown>
  );
}

export type FrameProps = { frame: FrameView; areaId: string; again: () => void };

function Whole(of: FrameProps) {
  const { frame, areaId } = of;
  const w = words.value.frames;
  const { readiness } = frame;
  return (
    <>
      <div class="card">
        <p class="row-head">
          <span>
            {w.recorded(readiness.recorded, readiness.needed)} {w.confirmed(readiness.confirmed)}
          </span>
          <Ready frame={frame} />
        </p>
        <progress value={readiness.confirmed} max={readiness.needed} aria-label={w.reads} />
        {frame.templateChanged && <Notice tone="wait">{w.templateChanged}</Notice>}
        <p class="hint">{frame.confirmed ? w.heardBy(frame.confirmed.byName) : w.notHeard}</p>
        <p class="hint">{w.standingNeeds}</p>
        <h2>{w.reads}</h2>
        <ol>
          {frame.sentences.map((sentence) => (
            <li key={sentence}>{sentence.replace(/\{[a-z0-9-]+\}/gu, '___')}</li>
          ))}
        </ol>
        <ul>
          {readiness.slots.map((slot) => (
            <li key={slot.name}>{w.slotReady(slot.label, slot.ready, slot.of)}</li>
          ))}
        </ul>
        <Missing frame={frame} />
      </div>
      {holds('author', 'operator', 'planner') && (
        <Section title={w.record}>
          <Recording {...of} />
        </Section>
      )}
      <Section title={w.tryOut}>
        <TryOut frame={frame} areaId={areaId} />
      </Section>
      {holds('author', 'approver', 'operator', 'planner') && (
        <Section title={w.confirm}>
          <Confirming {...of} />
        </Section>
      )}
      {holds('author', 'administrator') && frame.tenantId === areaId && (
        <>
          <ChangeFrame frame={frame} again={of.again} />
          <Confirm
            quiet
            label={w.remove}
            title={w.remove}
            ask={w.removeAsk}
            act={() => framesApi.remove(frame.id).then(() => go('/frames'))}
          />
        </>
      )}
    </>
  );
}

function Missing({ frame }: { frame: FrameView }) {
  const w = words.value.frames;
  const missing = frame.pieces.filter(({ state }) => state === 'missing');
  const unheard = frame.pieces.filter(({ state }) => state === 'recorded');
  return (
    <>
      {missing.length > 0 && (
        <details class="fold">
          <summary>{w.missing(missing.length)}</summary>
          <p>{missing.map(({ prompt }) => `“${prompt}”`).join(', ')}</p>
        </details>
      )}
      {unheard.length > 0 && (
        <details class="fold">
          <summary>{w.unheard(unheard.length)}</summary>
          <p>{unheard.map(({ prompt }) => `“${prompt}”`).join(', ')}</p>
        </details>
      )}
    </>
  );
}
