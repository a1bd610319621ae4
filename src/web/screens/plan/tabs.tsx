// The views of the plan, each at its own address.
// It must never know what a view shows.
import { words } from '../../words.ts';

export type PlanView = 'ahead' | 'calendar' | 'rehearsal' | 'past' | 'rules';

export function PlanTabs({ view }: { view: PlanView }) {
  const w = words.value;
  const tabs: [PlanView, string, string][] = [
    ['ahead', '#/plan', w.plan.ahead],
    ['calendar', '#/plan/calendar', w.calendar.tab],
    ['rehearsal', '#/plan/rehearsal', w.rehearsal.tab],
    ['past', '#/plan/past', w.plan.past],
    ['rules', '#/plan/rules', w.plan.rules],
  ];
  return (
    <nav class="views" aria-label={w.plan.title}>
      {tabs.map(([name, to, label]) => (
        <a key={name} href={to} aria-current={view === name ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
