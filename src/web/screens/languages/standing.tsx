// What the villages would hear of a bulletin in their languages, and what is missing: for whoever plans it.
// It must never hold a schedule back: what is missing is said, nothing more.
import type { LanguageStand, OrderStandList } from '../../../http/schemas/language.ts';
import { useAsk } from '../../ask.ts';
import { languagesApi } from '../../languages-api.ts';
import { words } from '../../words.ts';

type Order = OrderStandList['orders'][number];

/** Nothing is shown where every place hears it in its languages, and there is but one. */
export function Standing(of: { bulletinId: string; areaIds: readonly string[] }) {
  const key = `${of.bulletinId} ${of.areaIds.join()}`;
  const wanted = of.bulletinId !== '' && of.areaIds.length > 0;
  const ask = useAsk({
    ask: () =>
      wanted ? languagesApi.standing(of.bulletinId, of.areaIds) : Promise.resolve({ orders: [] }),
    ...{ key, on: ['bulletin', 'area'] as const },
  });
  const orders = ask.answer.value?.orders ?? [];
  const lacking = orders.filter(({ stands }) => stands.some(({ stands: how }) => how !== 'airs'));
  if (orders.length === 0 || (lacking.length === 0 && isOne(orders))) return null;
  const w = words.value.variants;
  return (
    <div class="language-standing">
      <h3>{w.standing}</h3>
      <p class="hint">{w.standingHint}</p>
      {lacking.length === 0 ? (
        <p role="status">{w.all}</p>
      ) : (
        <ul class="rows">
          {orders.map((order) => (
            <OneOrder key={order.languages.join()} order={order} />
          ))}
        </ul>
      )}
    </div>
  );
}

const isOne = (orders: readonly Order[]): boolean =>
  orders.every(({ languages }) => languages.length === 1);

/** More names than these are a paragraph; how many others there are is enough. */
const NAMES_MAX = 6;

function OneOrder({ order: { areaNames, stands } }: { order: Order }) {
  const more = areaNames.length - NAMES_MAX;
  const names = areaNames.slice(0, NAMES_MAX).join(', ');
  return (
    <li class="row">
      <strong>{more > 0 ? `${names} +${more}` : names}</strong>
      <ol class="language-stands">
        {stands.map((one) => (
          <OneLanguage key={one.language} one={one} />
        ))}
      </ol>
    </li>
  );
}

function OneLanguage({ one }: { one: LanguageStand }) {
  const w = words.value.variants;
  const how = one.stands === 'missing' ? w.missing : (w.need[one.need ?? 'none'] ?? '');
  return (
    <li class={`stand-${one.stands}`}>
      {one.bulletinId === null ? (
        one.languageName
      ) : (
        <a href={`#/say/${one.bulletinId}`}>{one.languageName}</a>
      )}
      : {how}
      {one.ways.length > 0 && (
        <small>
          {' '}
          {w.waysOut} {one.ways.map((way) => w.ways[way] ?? way).join('; ')}
        </small>
      )}
    </li>
  );
}
