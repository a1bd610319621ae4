// One item of the calendar opened: what it is, why not, where it leads, and moving it.
// It must never word a verdict or a hindrance: the service's words are shown.
import { useSignal } from '@preact/signals';
import { planNow } from '../../clock.ts';
import { dayName, hourSeconds } from '../../format.ts';
import { Dialog } from '../../parts/confirm.tsx';
import type { Places } from '../../places.ts';
import { holds } from '../../session.ts';
import { said, words } from '../../words.ts';
import { HushedLine } from '../pole/hushed-line.tsx';
import { type Item, SIGNS, TONES } from './items.ts';
import { MoveForm } from './move-form.tsx';
import { countWord, hindranceWord, lengthWord, priorityWord, stateWord } from './spoken.ts';

type Props = {
  item: Item;
  places: Places;
  close: () => void;
  move: (toMs: number, reason: string) => Promise<unknown>;
};

export function ItemDialog({ item, places, close, move }: Props) {
  const w = words.value;
  const moving = useSignal(false);
  const mayMove = item.canMove && holds('author', 'planner', 'operator');
  return (
    <Dialog title={item.title} close={close}>
      <Facts item={item} places={places} />
      {moving.value && (
        <MoveForm item={item} move={(toMs, reason) => move(toMs, reason).then(close)} />
      )}
      <div class="actions">
        {mayMove && !moving.value && (
          <button
            type="button"
            class="button button-main"
            onClick={() => {
              moving.value = true;
            }}
          >
            {w.calendar.move}
          </button>
        )}
        <Links item={item} />
        <button type="button" class="button" onClick={close}>
          {w.common.close}
        </button>
      </div>
    </Dialog>
  );
}

function Facts({ item, places }: Pick<Props, 'item' | 'places'>) {
  const w = words.value;
  const stands = hindranceWord(item);
  const counted = countWord(item);
  return (
    <>
      <p>
        <strong>{hourSeconds(item.playAtMs)}</strong> · {dayName(item.playAtMs, planNow.peek())} ·{' '}
        {lengthWord(item)}
      </p>
      <p>{item.areaIds.map(places.name).join(', ')}</p>
      <p class={`item-mark item-${TONES[item.state]}`}>
        {SIGNS[item.state]} {stateWord(item)}
        {counted !== null && ` · ${counted}`}
      </p>
      {priorityWord(item) !== null && <p class="item-mark item-bad">! {priorityWord(item)}</p>}
      {item.isMoved && <p>{w.calendar.moved}</p>}
      {stands !== null && <p class="wrong">{stands}</p>}
      <HushedLine hushed={item.hushed} />
      {item.why !== null && <p>{said(item.why)}</p>}
    </>
  );
}

function Links({ item }: { item: Item }) {
  const w = words.value.calendar;
  return (
    <>
      {item.airingId !== null && (
        <a class="button" href={`#/airing/${item.airingId}`}>
          {w.toAiring}
        </a>
      )}
      <a class="button" href={`#/say/${item.bulletinId}`}>
        {w.toBulletin}
      </a>
      {item.state === 'silent' && (
        <a class="button" href="#/plan/rehearsal">
          {w.toRehearsal}
        </a>
      )}
      {item.canMove && (
        <a class="button" href={`#/plan/edit/${item.scheduleId}`}>
          {w.toRule}
        </a>
      )}
    </>
  );
}
