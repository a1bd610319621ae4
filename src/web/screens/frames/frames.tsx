// The frames of a commune and the province's: how far each is recorded, and a new one.
// It must never decide what can be said: the service does.
import { useSignal } from '@preact/signals';
import type { FrameBrief } from '../../../http/schemas/frame.ts';
import { useAsk } from '../../ask.ts';
import { framesApi } from '../../frames-api.ts';
import { Chip } from '../../parts/icons.tsx';
import { Empty } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { ForTenant } from '../notice/tenant.tsx';
import { NewFrame } from './new-frame.tsx';

export const FRAME_ROLES = ['author', 'operator', 'planner', 'approver', 'administrator'] as const;

export function Frames() {
  const w = words.value.frames;
  return (
    <Page title={w.title} back="#/notice">
      <p>{w.intro}</p>
      <ForTenant roles={FRAME_ROLES}>
        {(areaId) => <OfTenant key={areaId} areaId={areaId} />}
      </ForTenant>
    </Page>
  );
}

function OfTenant({ areaId }: { areaId: string }) {
  const w = words.value.frames;
  const ask = useAsk({ ask: () => framesApi.list(areaId), key: areaId, on: ['notice'] });
  const adding = useSignal(false);
  return (
    <Shown ask={ask}>
      {({ frames }) => (
        <>
          {frames.length === 0 && <Empty title={w.none} hint={w.noneHint} />}
          <ul class="rows">
            {frames.map((frame) => (
              <One key={frame.id} frame={frame} areaId={areaId} />
            ))}
          </ul>
          {holds('author', 'administrator') &&
            (adding.value ? (
              <NewFrame areaId={areaId} />
            ) : (
              <button type="button" class="button" onClick={() => (adding.value = true)}>
                {w.add}
              </button>
            ))}
        </>
      )}
    </Shown>
  );
}

function One({ frame, areaId }: { frame: FrameBrief; areaId: string }) {
  const w = words.value.frames;
  const { needed, recorded, confirmed } = frame.readiness;
  return (
    <li>
      <a class="row" href={`#/frames/${frame.id}`}>
        <span class="row-head">
          <strong>
            {frame.name} · {frame.languageName}
          </strong>
          <Ready frame={frame} />
        </span>
        <small>
          {w.recorded(recorded, needed)} {w.confirmed(confirmed)}
          {frame.tenantId === areaId ? '' : ` · ${w.ofProvince}`}
        </small>
      </a>
    </li>
  );
}

export function Ready({ frame }: { frame: FrameBrief }) {
  const w = words.value.frames;
  const { usable, whole } = frame.readiness;
  if (!usable || frame.templateChanged) return <Chip tone="wait">{w.lacks}</Chip>;
  return <Chip tone="good">{whole ? w.whole : w.usable}</Chip>;
}
