// One or several of a kind, as a title says it.
// It must never know which kinds there are.
import type { Sentence } from '../errors.ts';
import type { Notification } from './notification-model.ts';

export type Told = Pick<Notification, 'kind' | 'count' | 'facts' | 'urgent'>;
export type Saying = (told: Told) => Sentence;

export const counted =
  (vi: string, en: [one: string, many: string]): Saying =>
  ({ count }) => ({
    vi: count === 1 ? capital(vi) : `${count} ${vi}`,
    en: count === 1 ? capital(en[0]) : `${count} ${en[1]}`,
  });

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
