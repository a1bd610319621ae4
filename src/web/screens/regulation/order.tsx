// In what order a session goes: the nation's, the province's, the commune's own.
// It must never know a bulletin.
import type { Level } from '../../../http/schemas/regulation.ts';
import { Radios } from '../../parts/field.tsx';
import { Section } from '../../parts/page.tsx';
import { words } from '../../words.ts';

const ORDERS: Record<string, Level[]> = {
  any: [],
  down: ['national', 'province', 'commune'],
  own: ['commune', 'national', 'province'],
};

export function Order({ order, set }: { order: readonly Level[]; set: (next: Level[]) => void }) {
  const w = words.value.regulation;
  const key = order.join(' ');
  const known = Object.entries(ORDERS).find(([, each]) => each.join(' ') === key);
  return (
    <Section title={w.order}>
      <Radios
        quiet
        legend={w.order}
        value={known?.[0] ?? ''}
        options={[
          { value: 'any', label: w.anyOrder },
          { value: 'down', label: w.downOrder, hint: w.orderHint },
          { value: 'own', label: w.ownOrder },
        ]}
        choose={(name) => set(ORDERS[name] ?? [])}
      />
    </Section>
  );
}
