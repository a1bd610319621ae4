// What an address of the villagers' pages asks for, read with good will: what is unknown is left out.
// It must never refuse an address for what somebody's messenger hung onto it.
import { REPORT_KINDS, type ReportKind } from '../../domain/public/report.ts';
import type { PageLanguage } from './words.ts';

export type Query = Readonly<Record<string, unknown>>;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const ID = /^[A-Za-z0-9_-]{1,64}$/u;

/** The first, where somebody wrote it twice. */
function one(query: Query, name: string): string {
  const value = query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

export const langAsked = (query: Query): PageLanguage =>
  one(query, 'lang') === 'en' ? 'en' : 'vi';

export function slugAsked(query: Query, name: string): string | null {
  const value = one(query, name);
  return value.length <= 40 && SLUG.test(value) ? value : null;
}

export function idAsked(query: Query, name: string): string | null {
  const value = one(query, name);
  return ID.test(value) ? value : null;
}

export function dayAsked(query: Query): string | null {
  const value = one(query, 'ngay');
  return /^\d{4}-\d\d-\d\d$/u.test(value) ? value : null;
}

/** From 1; nobody leafs further than a thousand. */
export function pageAsked(query: Query): number {
  const value = one(query, 'trang');
  return /^\d{1,3}$/u.test(value) ? Math.max(1, Number(value)) : 1;
}

export function kindAsked(query: Query): ReportKind | null {
  const value = one(query, 'viec');
  return REPORT_KINDS.find((kind) => kind === value) ?? null;
}

export const textAsked = one;
