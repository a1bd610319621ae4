// What stands above a day: its name, and the holiday or mourning it is.
// It must never know the grid.

import type { Calendar } from '@event-calendar/core';
import type { SpecialDay } from '../../../http/schemas/calendar.ts';
import { planNow } from '../../clock.ts';
import { dayName, dayStartMs } from '../../format.ts';
import { words } from '../../words.ts';
import { specialOn } from './shades.ts';
import { dayOfIso } from './span.ts';

export function dayHeader(date: Date, special: readonly SpecialDay[]): Calendar.Content {
  const two = (n: number) => String(n).padStart(2, '0');
  const iso = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const day = dayOfIso(iso) ?? 0;
  const name = document.createElement('span');
  name.textContent = dayName(dayStartMs(day), planNow.peek());
  const names = specialOn(special, day).map((one) => {
    const shown = document.createElement('span');
    shown.className = `day-special day-${one.kind}`;
    shown.textContent = `${words.value.calendar.special[one.kind]}: ${one.name}`;
    return shown;
  });
  return { domNodes: [name, ...names] };
}
