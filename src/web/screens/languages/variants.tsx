// A bulletin's languages on its page: which there are, what each waits for, another one added, a recording asked for.
// It must never decide whether a variant may air: the service says what it waits for.
import type { BulletinView } from '../../../http/schemas/bulletin.ts';
import type { Variant, VariantList } from '../../../http/schemas/language.ts';
import { type Ask, useAsk } from '../../ask.ts';
import { length } from '../../format.ts';
import { sent, useKept } from '../../kept.ts';
import { languagesApi } from '../../languages-api.ts';
import { Form } from '../../parts/act.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { LongField } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { go } from '../../router.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';
import { NewCommission } from './new-commission.tsx';
import { Standing } from './standing.tsx';

type Props = { view: BulletinView; again: () => void };

export function Variants({ view: { bulletin }, again }: Props) {
  const { id, tenantId } = bulletin;
  const ask = useAsk({ ask: () => languagesApi.variants(id), key: id, on: ['bulletin'] });
  return (
    <Section title={words.value.variants.title}>
      <Shown ask={ask}>
        {(list) => (
          <>
            {list.original.id === id ? (
              <Original list={list} ask={ask} />
            ) : (
              <OfOriginal id={id} list={list} again={again} />
            )}
            {list.original.id === id && <Standing bulletinId={id} areaIds={[tenantId]} />}
            {holds('author') && <NewCommission bulletin={bulletin} />}
          </>
        )}
      </Shown>
    </Section>
  );
}

function Original({ list, ask }: { list: VariantList; ask: Ask<VariantList> }) {
  const w = words.value.variants;
  return (
    <>
      {list.variants.length === 0 ? <p>{w.none}</p> : <Rows variants={list.variants} />}
      {holds('author') && <Add id={list.original.id} again={ask.again} />}
    </>
  );
}

function Rows({ variants }: { variants: readonly Variant[] }) {
  return (
    <ul class="rows">
      {variants.map((one) => (
        <li key={one.bulletinId}>
          <a class="row" href={`#/say/${one.bulletinId}`}>
            <strong>{one.languageName}</strong>
            <small>{factsOf(one).join(' · ')}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ need, durationMs, recorded, commission }: Variant): string[] {
  const w = words.value;
  const { state } = w.recordings;
  return [
    w.variants.need[need ?? 'none'] ?? '',
    ...(durationMs === null ? [] : [length(durationMs / 1_000)]),
    ...(recorded ? [w.variants.recorded] : []),
    ...(commission === null ? [] : [`${commission.collaboratorName}: ${state[commission.state]}`]),
  ];
}

function OfOriginal({ id, list, again }: { id: string; list: VariantList; again: () => void }) {
  const w = words.value.variants;
  const { original, variants } = list;
  const own = variants.find(({ bulletinId }) => bulletinId === id);
  return (
    <>
      <p>
        {w.original(original.languageName)}{' '}
        <a href={`#/say/${original.id}`}>
          {w.openOriginal}: {original.title}
        </a>
      </p>
      {own?.age === 'older' && (
        <>
          <Notice tone="wait">{w.older}</Notice>
          {holds('approver') && (
            <Confirm
              label={w.stillHolds}
              title={w.stillHoldsSure}
              ask={w.stillHoldsAsk}
              act={() => languagesApi.stillHolds(id).then(again)}
            />
          )}
        </>
      )}
    </>
  );
}

function Add({ id, again }: { id: string; again: () => void }) {
  const kept = `variant.${id}`;
  const language = useKept(`${kept}.language`, 'mww');
  const text = useKept(`${kept}.text`);
  const w = words.value.variants;
  const act = async () => {
    const said = text.value.trim();
    const wish = { language: language.value, text: said === '' ? null : said };
    const made = await languagesApi.addVariant(id, wish);
    sent(`${kept}.language`, `${kept}.text`);
    again();
    go(`/say/${made.id}`);
  };
  return (
    <details class="fold">
      <summary>{w.add}</summary>
      <Form act={act} label={w.make}>
        <LanguageChoice value={language} />
        <LongField label={w.text} hint={w.textHint} value={text} rows={5} />
      </Form>
    </details>
  );
}
