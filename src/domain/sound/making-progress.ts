// How far the making of a sound is, and about how long it takes yet; and what becomes of a bulletin whose making somebody stopped.
// It must never know clocks, queues or how sound is made.
import { AppError } from '../errors.ts';
import type { Bulletin } from '../model.ts';

/** `step`: script, speech, mastering; of a file that is read, its own. */
export type MakingAt = { step: string; done: number; total: number; leftMs: number | null };

/** Less than this is chance: the first sentence waits for a voice to start. */
const LEAST_SHARE = 0.02;
/** Of the time the speaking takes, the levelling takes as much again at most (npm run bench -- --only sound). */
const LEVELLING_SHARE = 1;

/** null: nobody can say yet. @param of.stepMs since this step began */
export function timeLeft(of: {
  step: string;
  done: number;
  total: number;
  stepMs: number;
}): number | null {
  const { step, done, total, stepMs } = of;
  const share = total > 0 ? done / total : 0;
  if (step === 'script' || share < LEAST_SHARE) return null;
  const wholeMs = stepMs / share;
  const after = step === 'speech' ? wholeMs * LEVELLING_SHARE : 0;
  return Math.round(wholeMs - stepMs + after);
}

/** Its words stay as they are, and so does what was said of them: made again it goes on from there. */
export function stopMaking(bulletin: Bulletin, by: { name: string }): Bulletin | AppError {
  if (bulletin.state !== 'making') return notMaking();
  const reason = `${by.name} đã dừng việc tạo âm thanh. (${by.name} stopped the making of the sound.)`;
  return { ...bulletin, state: 'failed', stateReason: reason };
}

/** The same words and the same version: nothing anybody would have to read anew. */
export function makeAgain(bulletin: Bulletin): Bulletin | AppError {
  if (bulletin.state !== 'failed' || bulletin.text.trim() === '') return notFailed();
  return { ...bulletin, state: 'making', stateReason: null, clipId: null };
}

const notMaking = () =>
  new AppError({
    code: 'not-making',
    fault: 'conflict',
    say: {
      vi: 'Âm thanh của bản tin này không còn đang được tạo: đã tạo xong hoặc đã dừng.',
      en: 'The sound of this bulletin is not being made any more: it is ready, or was stopped.',
    },
  });

const notFailed = () =>
  new AppError({
    code: 'not-failed',
    fault: 'conflict',
    say: {
      vi: 'Chỉ tạo lại được khi lần tạo trước bị dừng hoặc không thành công, và bản tin có nội dung.',
      en: 'Only what was stopped or failed is made again, and only where there are words.',
    },
  });
