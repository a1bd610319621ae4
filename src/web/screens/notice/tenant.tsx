// For which commune a notice is: nearly everybody has one, the province chooses.
// It must never decide rights.
import { type Signal, useSignal } from '@preact/signals';
import type { Role } from '../../../http/schemas/session.ts';
import { Choice } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { type Places, usePlaces } from '../../places.ts';
import { tenantsHeld } from '../../places-held.ts';
import { recall, remember } from '../../remember.ts';
import { words } from '../../words.ts';

type Props = {
  roles: readonly Role[];
  children: (areaId: string, places: Places) => preact.ComponentChildren;
};

const CHOSEN = 'notice.area';

export function ForTenant({ roles, children }: Props) {
  const ask = usePlaces();
  const chosen = useSignal(recall(CHOSEN) ?? '');
  return (
    <Shown ask={ask}>
      {(places) => {
        const tenants = tenantsHeld(places.areas, ...roles);
        const area = tenants.find(({ id }) => id === chosen.value) ?? tenants[0];
        if (!area) return <Notice tone="wait">{words.value.notice.notYours}</Notice>;
        return (
          <>
            {tenants.length > 1 && <Which chosen={chosen} at={area.id} tenants={tenants} />}
            {children(area.id, places)}
          </>
        );
      }}
    </Shown>
  );
}

function Which(of: {
  chosen: Signal<string>;
  at: string;
  tenants: readonly { id: string; name: string }[];
}) {
  return (
    <Choice
      label={words.value.say.tenant}
      value={of.chosen}
      otherwise={of.at}
      options={of.tenants.map(({ id, name }) => ({ value: id, label: name }))}
      changed={(id) => remember(CHOSEN, id)}
    />
  );
}
