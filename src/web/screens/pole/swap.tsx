// Another box at this pole: read its label, press one button, wait until it says hello as this site.
// It must never call a swap done before the new unit said so.
import '../../styles/speakers.css';
import { type Signal, useSignal } from '@preact/signals';
import type { Swap } from '../../../http/schemas/spare.ts';
import type { Speaker, SpeakerDetail } from '../../../http/schemas/speaker.ts';
import { useAsk } from '../../ask.ts';
import { when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { type Label, shortUnit } from './label.ts';
import { Scan } from './scan.tsx';

export function SwapUnit({ id }: { id: string }) {
  const w = words.value.swap;
  const ask = useAsk({ ask: () => poleApi.speaker(id), key: id, on: ['speaker'] });
  const name = ask.answer.value?.speaker.site.name;
  return (
    <Page
      title={name === undefined ? words.value.common.loading : w.title(name)}
      back={`#/speakers/${id}`}
    >
      <Shown ask={ask}>{(detail) => <Steps detail={detail} again={ask.again} />}</Shown>
    </Page>
  );
}

function Steps({ detail, again }: { detail: SpeakerDetail; again: () => void }) {
  const w = words.value.swap;
  const label = useSignal<Label | null>(null);
  const { swap, speaker } = detail;
  const isAsked = swap !== null && swap.state === 'waiting';
  const justDone = useSignal<string | null>(null);
  if (isAsked) justDone.value = swap.unitId;
  const isDone = swap?.state === 'done' && justDone.value === swap.unitId;
  const install = async () => {
    if (label.value === null) return;
    const asked = await poleApi.swap(speaker.site.id, label.value.label);
    justDone.value = asked.unitId;
    label.value = null;
    again();
  };
  return (
    <>
      <Progress at={isDone ? 3 : isAsked ? 2 : label.value === null ? 0 : 1} />
      {isDone && <Done siteId={speaker.site.id} />}
      {isAsked && <Waiting swap={swap} />}
      {!isDone && label.value === null && (
        <Section title={isAsked ? w.another : w.read}>
          <div class="card">
            <p>{w.readHint}</p>
            <Scan
              found={(one) => {
                label.value = one;
              }}
            />
          </div>
        </Section>
      )}
      {label.value !== null && <Found label={label} speaker={speaker} install={install} />}
      {!isDone && (
        <p class="hint">
          {w.noSpare} <a href="#/speakers/spares">{w.toSpares}</a>
        </p>
      )}
    </>
  );
}

function Done({ siteId }: { siteId: string }) {
  const w = words.value.swap;
  return (
    <Notice tone="good">
      <strong>{w.done}</strong>
      <a class="button" href={`#/speakers/${siteId}`}>
        {w.open}
      </a>
    </Notice>
  );
}

function Waiting({ swap }: { swap: Swap }) {
  const w = words.value.swap;
  return (
    <Notice tone="wait">
      <strong>{w.waiting(shortUnit(swap.spareId))}</strong>
      <p>{w.waitingHint(when(swap.askedAtMs))}</p>
    </Notice>
  );
}

type FoundProps = {
  label: Signal<Label | null>;
  speaker: Speaker;
  install: () => Promise<void>;
};
function Found({ label, speaker, install }: FoundProps) {
  const w = words.value.swap;
  return (
    <Section title={w.found}>
      <div class="card">
        <p role="status">
          <strong>{w.foundUnit(label.value?.unit ?? '')}</strong>
        </p>
        <p>{speaker.unitId === null ? w.willInstall : w.willReplace}</p>
        <div class="actions">
          <Act kind="main" act={install}>
            {w.act(speaker.site.name)}
          </Act>
          <button
            type="button"
            class="button"
            onClick={() => {
              label.value = null;
            }}
          >
            {w.readAgain}
          </button>
        </div>
      </div>
    </Section>
  );
}

function Progress({ at }: { at: number }) {
  const w = words.value.swap;
  return (
    <ol class="life life-swap">
      {w.steps.map((step, index) => (
        <li
          key={step}
          class={index < at ? 'done' : index === at ? 'here' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}
