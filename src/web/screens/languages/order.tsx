// The order of languages of a commune and of each of its villages.
// It must never know which languages a voice speaks.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LanguageOrder } from '../../../http/schemas/language.ts';
import { api } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { languagesApi } from '../../languages-api.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Choice, type Option } from '../../parts/field.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import type { Places } from '../../places.ts';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

/** As the service takes them. */
const PLACES = [0, 1, 2, 3];

export function LanguageOrders({ areaId, places }: { areaId: string; places: Places }) {
  const w = words.value.languageOrder;
  const chosen = useSignal(areaId);
  const within = places.areas.filter(({ id, tenantId }) => id === areaId || tenantId === areaId);
  const options = within.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title={w.title}>
      <p>{w.intro}</p>
      {options.length > 1 && <Choice label={w.where} value={chosen} options={options} />}
      <One key={chosen.value} areaId={chosen.value} />
    </Section>
  );
}

function One({ areaId }: { areaId: string }) {
  const ask = useAsk({ ask: () => languagesApi.order(areaId), key: areaId, on: ['area'] });
  const list = useAsk({ ask: api.languages });
  return (
    <Shown ask={ask}>
      {(order) => (
        <Shown ask={list}>
          {({ languages }) => (
            <Fields
              order={order}
              again={ask.again}
              options={languages.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </Shown>
      )}
    </Shown>
  );
}

type Props = { order: LanguageOrder; options: readonly Option[]; again: () => void };

function Fields({ order, options, again }: Props) {
  const w = words.value.languageOrder;
  const places = PLACES.map((n) => useSignal(order.languages[n] ?? ''));
  useEffect(() => {
    for (const [n, place] of places.entries()) place.value = order.languages[n] ?? '';
  }, [order.languages.join()]);
  const says = order.own ? w.own : order.fromName === null ? w.usual : w.from(order.fromName);
  const mayChange = holds('planner', 'operator', 'administrator');
  const named = (code: string) => options.find(({ value }) => value === code)?.label ?? code;
  if (!mayChange)
    return (
      <p>
        {order.languages.map(named).join(' → ')} <small>({says})</small>
      </p>
    );
  const wanted = () => places.map(({ value }) => value).filter((code) => code !== '');
  const save = (languages: readonly string[]) =>
    languagesApi.setOrder(order.areaId, languages).then(again);
  return (
    <Form act={() => save(wanted())} label={w.save} disabled={wanted().length === 0}>
      <p role="status">{says}</p>
      <div class="language-places">
        {places.map((place, n) => (
          <Choice key={n} label={w.nth(n + 1)} value={place} options={optionsOf(n, options)} />
        ))}
      </div>
      {order.own !== null && <Act act={() => save([])}>{w.back}</Act>}
    </Form>
  );
}

/** The first is always one; the others may be none. */
function optionsOf(n: number, options: readonly Option[]): Option[] {
  const none = { value: '', label: words.value.languageOrder.nothing };
  return n === 0 ? [...options] : [none, ...options];
}
