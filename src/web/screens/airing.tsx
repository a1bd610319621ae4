// One airing, loudspeaker by loudspeaker: what was heard and why anything was not.
// It must never word a verdict: the sentence comes with it.
import type { AiringPart, AiringView } from '../../http/schemas/airing.ts';
import type { VerdictKind } from '../../http/schemas/verdict.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { planNow } from '../clock.ts';
import { dayName, figure, hourSeconds, length } from '../format.ts';
import { AllClear } from '../parts/all-clear.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Chip, type Tone } from '../parts/icons.tsx';
import { Empty } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Shown } from '../parts/shown.tsx';
import { STOPPERS } from '../parts/stopping.ts';
import { holds } from '../session.ts';
import { said, words } from '../words.ts';
import { Chain } from './airing-chain.tsx';

export function Airing({ id }: { id: string }) {
  const ask = useAsk({ ask: () => api.airing(id), key: id, on: ['airing'] });
  const title = ask.answer.value?.airing.title ?? words.value.common.loading;
  return (
    <Page title={title} back="#/plan/past">
      <Shown ask={ask}>
        {(view) => (
          <>
            <Facts view={view} again={ask.again} />
            <Section title={words.value.plan.verdicts}>
              {view.speakers.length === 0 ? (
                <Empty title={words.value.plan.noParts} />
              ) : (
                <ul class="rows">
                  {view.speakers.map((part) => (
                    <Part key={part.siteId} part={part} airingId={id} />
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </Shown>
    </Page>
  );
}

function Facts({ view, again }: { view: AiringView; again: () => void }) {
  const { airing, readOnly, stillSaid, speakers } = view;
  const w = words.value;
  const over = airing.state === 'closed' || airing.state === 'cancelled';
  const played = speakers.filter(({ verdict }) => verdict?.kind === 'played').length;
  return (
    <div class="card">
      {airing.drill && <Chip tone="wait">{w.say.drillChip}</Chip>}
      <p>
        <strong>{hourSeconds(airing.playAtMs)}</strong> · {dayName(airing.playAtMs, planNow.peek())}{' '}
        · {length(airing.durationMs / 1_000)}
      </p>
      <p>
        {w.airing[airing.state]} · {w.verdict.played}: {played}/{speakers.length}
      </p>
      {(!over || stillSaid) && !readOnly && holds('author', 'planner', 'operator', 'approver') && (
        <Confirm
          label={w.plan.stop}
          title={w.plan.stopSure}
          ask={stillSaid ? w.plan.stopAskAll : w.plan.stopAsk}
          act={() => api.stopAiring(airing.id).then(again)}
        />
      )}
      {!readOnly && airing.priority === 'emergency' && holds(...STOPPERS) && (
        <AllClear areaId={airing.tenantId} drill={airing.drill} over={over} done={again} />
      )}
    </div>
  );
}

const TONE: Record<VerdictKind, Tone> = {
  played: 'good',
  'partly-played': 'wait',
  'pre-empted': 'wait',
  'skipped-by-rule': 'plain',
  failed: 'bad',
};

function Part({ part, airingId }: { part: AiringPart; airingId: string }) {
  const w = words.value;
  const { verdict } = part;
  const off = verdict?.startErrorMs ?? null;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{part.siteName}</strong>
        <Chip tone={verdict === null ? 'plain' : TONE[verdict.kind]}>
          {w.verdict[verdict?.kind ?? 'waiting']}
        </Chip>
      </span>
      <span>{said(part.sentence)}</span>
      <small>
        {part.village}
        {off !== null && ` · ${w.plan.onTime(figure(off, 1))}`}
      </small>
      {verdict !== null && <Chain airingId={airingId} part={part} />}
    </li>
  );
}
