// Puts a unit at a site by its enrolment file, which is shown once.
// It must never keep the file's secret once it was closed.
import { useSignal } from '@preact/signals';
import type { Installed } from '../../../http/schemas/site.ts';
import { api } from '../../api.ts';
import { Confirm, Dialog } from '../../parts/confirm.tsx';
import { CopyBox } from '../../parts/copy.tsx';
import { Notice } from '../../parts/notice.tsx';
import { words } from '../../words.ts';

type Props = { siteId: string; unitId: string | null; done: () => void };

export function InstallUnit({ siteId, unitId, done }: Props) {
  const w = words.value.speakers;
  const made = useSignal<Installed | null>(null);
  const install = async () => {
    made.value = await api.installUnit(siteId);
  };
  const close = () => {
    made.value = null;
    done();
  };
  return (
    <>
      <Confirm
        quiet
        label={unitId === null ? w.install : words.value.pole.installByFile}
        title={w.installSure}
        ask={w.installAsk}
        yes={w.install}
        act={install}
      />
      {made.value !== null && (
        <Dialog title={w.install} close={close}>
          <Notice tone="wait">{w.secretOnce}</Notice>
          <CopyBox
            text={JSON.stringify(made.value.enrolment, null, 2)}
            file={`${siteId}.enrolment.json`}
          />
          <button type="button" class="button" onClick={close}>
            {words.value.common.close}
          </button>
        </Dialog>
      )}
    </>
  );
}
