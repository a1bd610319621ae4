// What is looked at: a day, a view, a place; kept in the address, so that "back" and a sent link find it again.
// It must never know what is shown.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { planNow } from '../../clock.ts';
import { dayNumber } from '../../format.ts';
import { dayOfIso, isoOf, WEEK_DAYS } from './span.ts';

export type View = 'week' | 'day' | 'list';
export const VIEWS: readonly View[] = ['week', 'day', 'list'];
export type Looking = { day: Signal<number>; view: Signal<View>; at: Signal<string> };

/** Narrower, a week of columns is seven hairlines: the list is what a thumb can use. */
const GRID_LEAST_PX = 720;

export function useLooking(params: URLSearchParams): Looking {
  const looking: Looking = {
    day: useSignal(dayOfIso(params.get('day')) ?? dayNumber(planNow.peek())),
    view: useSignal(viewOf(params.get('view'))),
    at: useSignal(params.get('at') ?? ''),
  };
  const { day, view, at } = looking;
  useEffect(() => {
    const query = new URLSearchParams({ day: isoOf(day.value), view: view.value });
    if (at.value !== '') query.set('at', at.value);
    // in place: a step back leaves the calendar, not the last arrow pressed
    history.replaceState(null, '', `#/plan/calendar?${query}`);
  }, [day.value, view.value, at.value]);
  return looking;
}

function viewOf(name: string | null): View {
  const known = VIEWS.find((view) => view === name);
  return known ?? (innerWidth < GRID_LEAST_PX ? 'list' : 'week');
}

export function step({ day, view }: Looking, by: 1 | -1): void {
  day.value += by * (view.value === 'day' ? 1 : WEEK_DAYS);
}
