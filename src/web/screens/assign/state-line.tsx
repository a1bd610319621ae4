// How far one commune is, as a chip and a line of figures.
// It must never count anything: the service did.
import type { AssignmentPart, PartState } from '../../../http/schemas/assignment.ts';
import { when } from '../../format.ts';
import { Chip, type Tone } from '../../parts/icons.tsx';
import { words } from '../../words.ts';

const TONES: Record<PartState, Tone> = {
  ...{ waiting: 'wait', accepted: 'wait', placed: 'plain' },
  ...{ aired: 'good', declined: 'plain', overdue: 'bad' },
};

export function StateChip({ state }: { state: PartState }) {
  return <Chip tone={TONES[state]}>{words.value.assign.states[state]}</Chip>;
}

export function StateLine({ part }: { part: AssignmentPart }) {
  const w = words.value.assign;
  const { aired, least, planned, late, lastAtMs } = part.standing;
  const said = [
    w.aired(aired, least),
    planned > 0 && w.planned(planned),
    late > 0 && w.late(late),
    lastAtMs !== null && w.lastAt(when(lastAtMs)),
    part.remindedAtMs !== null && w.reminded(when(part.remindedAtMs)),
  ].filter(Boolean);
  return (
    <>
      <small>{said.join(' · ')}</small>
      {part.reason !== null && <small>“{part.reason}”</small>}
    </>
  );
}
