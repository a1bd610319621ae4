// Holds every answer to its schema: fields it does not name are dropped, a missing one is our fault.
// It must never know what the answer is about.
import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { AppError } from '../domain/errors.ts';

/**
 * Not fast-json-stringify: it coerces what is wrong into something that looks right (null → ""),
 * and a wrong answer must be seen in a test rather than on an officer's phone.
 */
export const checkAnswers: FastifySerializerCompiler<TSchema> = ({ schema, method, url }) => {
  const checked = Compile(schema);
  return (answer: unknown) => {
    // nearly every answer is right as it is: 5,000 speakers need no copy
    if (checked.Check(answer)) return JSON.stringify(answer);
    // a copy, because cleaning writes and rows are frozen
    const clean = Value.Clean(schema, structuredClone(answer));
    if (checked.Check(clean)) return JSON.stringify(clean);
    const first = checked.Errors(clean)[0];
    throw new AppError({
      code: 'answer-unlike-schema',
      fault: 'ours',
      say: {
        vi: 'Hệ thống gặp lỗi của chính nó: câu trả lời không đúng dạng.',
        en: 'The service failed by its own fault: the answer is not of its shape.',
      },
      place: `${method} ${url} ${first?.instancePath ?? ''} ${first?.message ?? ''}`,
    });
  };
};
