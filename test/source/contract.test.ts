// The contract as it is written down says what the code does: names, limits, reasons, states.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bulletin } from '../../src/demo/source-system/written.ts';
import {
  AREAS_MAX,
  NAME_MAX_CHARS,
  REVISION_MAX,
  TEXT_MAX_CHARS,
  TITLE_MAX_CHARS,
} from '../../src/domain/source/bulletin-json.ts';
import { ackOf, resultOf } from '../../src/domain/source/letters.ts';
import {
  INCOMING_STATES,
  LETTER_KINDS,
  REFUSED_WHYS,
} from '../../src/domain/source/source-model.ts';
import { row } from '../domain/source/source-samples.ts';

type Schema = {
  enum?: string[];
  required?: string[];
  properties?: Record<string, Schema & { maxLength?: number; maxItems?: number; maximum?: number }>;
};
const path = join(import.meta.dirname, '../../config/source-system/openapi.json');
const contract = JSON.parse(readFileSync(path, 'utf8'));
const schemas: Record<string, Schema> = contract.components.schemas;

test('its limits are those that are enforced', () => {
  const fields = schemas.Bulletin?.properties ?? {};
  expect([
    ...[fields.externalId?.maxLength, fields.revision?.maximum, fields.title?.maxLength],
    ...[fields.text?.maxLength, fields.areas?.maxItems],
  ]).toEqual([NAME_MAX_CHARS, REVISION_MAX, TITLE_MAX_CHARS, TEXT_MAX_CHARS, AREAS_MAX]);
});

test('its states, reasons and kinds of letters are all there are', () => {
  expect(schemas.State?.enum).toEqual([...INCOMING_STATES]);
  expect(schemas.Why?.enum).toEqual([...REFUSED_WHYS]);
  const { parameters } = contract.paths['/letters'].post;
  expect(parameters[1].schema.enum).toEqual([...LETTER_KINDS]);
});

test('what is sent has the fields it names, and no others', () => {
  const where = { province: 'x', areas: ['a'], nowMs: 0 };
  const sent = Object.keys(JSON.parse(bulletin(where).body.toString('utf8')));
  expect(Object.keys(schemas.Bulletin?.properties ?? {})).toEqual(expect.arrayContaining(sent));
  const ack = ackOf({ row: row(), atMs: 0, communes: [] });
  expect(Object.keys(ack)).toEqual(schemas.Ack?.required);
  const airing = {
    id: 'p',
    title: 't',
    priority: 'normal',
    drill: false,
    state: 'closed',
  } as const;
  const result = resultOf({
    airing: { ...airing, playAtMs: 0, durationMs: 0 },
    ...{ externalId: null, revision: null, areaCode: 'a', communes: [] },
  });
  expect(Object.keys(result)).toEqual(schemas.AiringResult?.required);
});
