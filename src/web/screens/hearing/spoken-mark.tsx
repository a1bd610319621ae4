// Whether machine voices of this commune end by saying that they are.
// It must never know how the sentence gets into the sound.
import { useSignal } from '@preact/signals';
import type { SpokenMark } from '../../../http/schemas/personal.ts';
import { useAsk } from '../../ask.ts';
import { Act } from '../../parts/act.tsx';
import { Choice } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { personalApi } from '../../personal-api.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

export function SpokenMarkChoice({ areaId }: { areaId: string }) {
  const ask = useAsk({ ask: () => personalApi.spokenMark(areaId), key: areaId, on: ['area'] });
  return (
    <Section title={words.value.hearing.spokenTitle}>
      <Shown ask={ask}>{(mark) => <Options areaId={areaId} mark={mark} />}</Shown>
    </Section>
  );
}

function Options({ areaId, mark }: { areaId: string; mark: SpokenMark }) {
  const chosen = useSignal(mark.own === null ? '' : mark.own ? 'yes' : 'no');
  const saved = useSignal(false);
  const w = words.value.hearing;
  const act = async () => {
    const spoken = chosen.value === '' ? null : chosen.value === 'yes';
    await personalApi.setSpokenMark(areaId, spoken);
    saved.value = true;
  };
  if (!holds('administrator') && !holds('author'))
    return <p>{mark.spoken ? w.spokenYes(mark.sentence) : w.spokenNo}</p>;
  return (
    <div class="card">
      <p class="hint">{w.spokenHint(mark.sentence)}</p>
      <Choice
        label={w.spokenTitle}
        value={chosen}
        changed={() => (saved.value = false)}
        options={[
          { value: '', label: w.spokenAsProvince },
          { value: 'yes', label: w.spokenYes(mark.sentence) },
          { value: 'no', label: w.spokenNo },
        ]}
      />
      <Act act={act}>{w.save}</Act>
      {saved.value && <Notice tone="good">{w.saved}</Notice>}
    </div>
  );
}
