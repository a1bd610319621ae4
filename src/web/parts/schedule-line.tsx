// One schedule in words: when, where, and withdrawing it.
// It must never know which times it leads to.
import type { Schedule } from '../../http/schemas/schedule.ts';
import { api } from '../api.ts';
import type { Places } from '../places.ts';
import { holds } from '../session.ts';
import { said, words } from '../words.ts';
import { Confirm } from './confirm.tsx';

type Props = { schedule: Schedule; places: Places; again: () => void; title?: string };

export function ScheduleLine({ schedule, places, again, title }: Props) {
  const w = words.value.plan;
  const where = schedule.areaIds.map(places.name).join(', ');
  const open = schedule.endedAtMs === null;
  return (
    <li class="row">
      <span class="row-head">
        <strong>{title ?? said(schedule.says)}</strong>
      </span>
      {title !== undefined && <span>{said(schedule.says)}</span>}
      <small>
        {where}
        {!open && ` · ${w.ended}`}
      </small>
      {open && holds('author', 'planner', 'operator') && (
        <a class="button button-quiet" href={`#/plan/edit/${schedule.id}`}>
          {words.value.schedule.edit}
        </a>
      )}
      {open && holds('author', 'planner', 'operator', 'approver') && (
        <Confirm
          quiet
          label={w.withdraw}
          title={w.withdrawSure}
          ask={w.withdrawAsk}
          act={() => api.withdraw(schedule.id).then(again)}
        />
      )}
    </li>
  );
}
