// The life of one bulletin as a line of five marks: how far it is, and where it waits.
// It must never know how it moves on.
import type { BulletinBrief, BulletinState, WarningCode } from '../../http/schemas/bulletin.ts';
import { words } from '../words.ts';
import { Chip, type Tone } from './icons.tsx';

const STEPS = ['write', 'sound', 'send', 'approve', 'air'] as const;
/** How many of the five are behind it. */
const REACHED: Record<BulletinState, number> = {
  making: 1,
  failed: 1,
  ready: 2,
  returned: 2,
  pending: 3,
  approved: 4,
};
const TONE: Record<BulletinState, Tone> = {
  making: 'plain',
  failed: 'bad',
  ready: 'plain',
  pending: 'wait',
  approved: 'good',
  returned: 'bad',
};

export function Life({ state }: { state: BulletinState }) {
  const reached = REACHED[state];
  return (
    <ol class={`life life-${TONE[state]}`} aria-hidden="true">
      {STEPS.map((step, index) => (
        <li key={step} class={index < reached ? 'done' : index === reached ? 'here' : ''}>
          {words.value.life[step]}
        </li>
      ))}
    </ol>
  );
}

/** @param mark its document is a draft, or no longer the law */
export function StateChips({ bulletin, mark }: { bulletin: BulletinBrief; mark?: WarningCode }) {
  const w = words.value;
  return (
    <span class="chips">
      {bulletin.priority === 'emergency' && <Chip tone="urgent">{w.say.emergency}</Chip>}
      {bulletin.drill && <Chip tone="wait">{w.say.drillChip}</Chip>}
      {mark && <Chip tone={mark === 'repealed' ? 'bad' : 'wait'}>{w.editor.band[mark]}</Chip>}
      <Chip tone={TONE[bulletin.state]}>{w.state[bulletin.state]}</Chip>
    </span>
  );
}
