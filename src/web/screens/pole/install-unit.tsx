// Puts a unit at a site by its enrolment file, which is shown once.
// It must never keep the file's secret once it was closed.
import type { Signal } from '@preact/signals';
import type { Installed } from '../../../http/schemas/site.ts';
import { api } from '../../api.ts';
import { Confirm, Dialog } from '../../parts/confirm.tsx';
import { CopyBox } from '../../parts/copy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';

/** Held by the page, not by the row that was pressed: a site with a unit is drawn as another row at once. */
export type Made = Signal<Installed | null>;

export function InstallUnit(of: { siteId: string; unitId: string | null; made: Made }) {
  const w = words.value.speakers;
  const install = async () => {
    of.made.value = await api.installUnit(of.siteId);
  };
  return (
    <Confirm
      quiet
      label={of.unitId === null ? w.install : words.value.pole.installByFile}
      title={w.installSure}
      ask={w.installAsk}
      yes={w.install}
      act={install}
    />
  );
}

/** What was made, this once; it stays until a person closes it, whatever changes below. */
export function Enrolled({ made, done }: { made: Made; done: () => void }) {
  const w = words.value.speakers;
  if (made.value === null) return null;
  const { enrolment } = made.value;
  const close = () => {
    made.value = null;
    done();
  };
  return (
    <Dialog title={w.install} close={close}>
      <Notice tone="wait">{w.secretOnce}</Notice>
      <CopyBox
        text={JSON.stringify(enrolment, null, 2)}
        file={`${enrolment.username}.enrolment.json`}
      />
      <button type="button" class="button" onClick={close}>
        {words.value.common.close}
      </button>
    </Dialog>
  );
}
