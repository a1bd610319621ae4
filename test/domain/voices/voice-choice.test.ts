// What may be chosen, and what is said of a choice that may not be.
// It must never know engines.
import { expect, test } from 'vitest';
import { choiceFault, STEPS_MAX } from '../../../src/domain/voices/voice-choice.ts';
import { badChoice, nobodySpeaks } from '../../../src/domain/voices/voice-problems.ts';
import { choice, HOUSE } from './samples.ts';

const MANY = Array.from({ length: STEPS_MAX + 1 }, (_, n) => `x${n}`);

test.each([
  ['nothing at all', {}, null],
  ['all of it', { steps: ['embedded:vi', 'azure:HoaiMy'], pace: 180, profile: 'flat' }, null],
  ['too many', { steps: MANY }, 'too-many-steps'],
  ['one twice', { steps: ['embedded:vi', 'embedded:vi'] }, 'twice'],
  ['one that is not there', { steps: ['polly:x'] }, 'unknown-voice'],
  ['one of another language', { steps: ['sherpa.mms:mww'] }, 'other-language'],
  ['a crawl', { pace: 99 }, 'pace'],
  ['a gallop', { pace: 321 }, 'pace'],
  ['half a syllable', { pace: 150.5 }, 'pace'],
] as const)('%s', (_, of, fault) => {
  expect(choiceFault(choice(of), HOUSE)).toBe(fault);
  if (fault === null) return;
  const { say, code, place } = badChoice(fault);
  expect([say.vi, say.en].every((said) => said.length > 10)).toBe(true);
  expect([code, place]).toEqual([`voice-choice-${fault}`, fault === 'pace' ? 'pace' : 'steps']);
});

test.each(['no-voice', 'cloud-closed', 'cloud-personal'] as const)(
  'nobody speaks it (%s): the sentence names the language and the way out',
  (none) => {
    const { code, say } = nobodySpeaks(none, 'Tiếng Ê Đê');
    expect(code).toBe('voice-missing');
    expect(say.vi).toMatch(/^Tiếng Ê Đê: .*liên kết ghi âm/u);
    expect(say.en).toContain('record it');
  },
);
