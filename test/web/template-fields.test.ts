// A programme's template between its row and the form that holds it as texts.
// It must never know a browser.
import { afterEach, expect, test } from 'vitest';
import './page-stub.ts';
import { filledOf, wishOf } from '../../src/web/screens/programmes/template-fields.ts';
import { language } from '../../src/web/words.ts';

const before = language.value;
afterEach(() => {
  language.value = before;
});

test.each([
  ['vi', '0,8', '1,5'],
  ['en', '0.8', '1.5'],
] as const)('in %s a pause is written %s, and comes back as it was', (lang, around, between) => {
  language.value = lang;
  const filled = filledOf(null);
  expect(filled).toMatchObject({ around, between, within: '1' });
  expect(wishOf(filled, null).pauses).toEqual({
    ...{ aroundMs: 800, betweenMs: 1_500, withinMs: 1_000 },
  });
});

test.each(['0.85', '0,85'])('"%s" is understood in either language', (around) => {
  for (const lang of ['vi', 'en'] as const) {
    language.value = lang;
    expect(wishOf({ ...filledOf(null), around }, null).pauses.aroundMs).toBe(850);
  }
});
