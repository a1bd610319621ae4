// A recording in the place of a voice: other sound is another version, and whoever gave it is its writer.
// It must never need rows or sound.
import { expect, test } from 'vitest';
import type { Bulletin } from '../../../src/domain/model.ts';
import { withRecording } from '../../../src/domain/sound/recording.ts';

const bulletin: Bulletin = {
  ...{
    id: 'b1',
    tenantId: 'xa',
    documentId: null,
    documentPart: null,
    originalId: null,
    title: 'Họp bản',
  },
  ...{ text: 'Mời bà con họp.', genre: 'notice', language: 'vie', priority: 'normal' },
  ...{ drill: false, maxSeconds: null, repeats: 1, expiresAtMs: null, personalData: false },
  ...{ standingId: 's1', submitsItself: true, state: 'failed', stateReason: 'hỏng' },
  ...{ version: 3, clipId: null, authorId: 'lan', writerIds: ['lan'], createdAtMs: 0 },
};
const by = { clipId: 'c2', language: 'blt', editorId: 'mai' };

test('the words stay, the sound is there at once, and nothing that was agreed before holds', () => {
  expect(withRecording(bulletin, by)).toEqual({
    ...bulletin,
    ...{ clipId: 'c2', language: 'blt', version: 4, state: 'ready', stateReason: null },
    ...{ authorId: 'mai', writerIds: ['lan', 'mai'], standingId: null, submitsItself: false },
  });
});

test('of what another approved its former writers are free; nobody is a writer twice', () => {
  const approved: Bulletin = { ...bulletin, state: 'approved' };
  expect(withRecording(approved, by).writerIds).toEqual(['mai']);
  expect(withRecording(bulletin, { ...by, editorId: 'lan' }).writerIds).toEqual(['lan']);
});
