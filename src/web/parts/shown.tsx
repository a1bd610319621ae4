// Shows a question's three states: loading, failed (with a way to try again), answered.
// It must never know the question; an answer already on screen stays while it is asked again.
import type { ComponentChildren } from 'preact';
import type { Ask } from '../ask.ts';
import { Failure, Loading } from './notice.tsx';

export function Shown<T>(of: { ask: Ask<T>; children: (answer: T) => ComponentChildren }) {
  const { answer, failure, again } = of.ask;
  return (
    <>
      {failure.value && <Failure failure={failure.value} again={again} />}
      {answer.value === null ? !failure.value && <Loading /> : of.children(answer.value)}
    </>
  );
}
