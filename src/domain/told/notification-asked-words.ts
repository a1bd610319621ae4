// What is said of what one person asks of another: exceptions, priority, fewer seconds; and of the answers.
// It must never name who asked, nor quote a reason.
import type { HappeningKind } from './happening.ts';
import { counted, type Saying } from './notification-counted.ts';

type OfAsked = Extract<
  HappeningKind,
  'override-wanted' | 'override-decided' | 'change-wanted' | 'want-answered'
>;

const decided = counted('ngoại lệ quy chế bạn xin đã có quyết định', [
  'exception you asked for is decided',
  'exceptions you asked for are decided',
]);
const OVERRIDES: Record<string, Saying> = {
  confirmed: counted('ngoại lệ quy chế bạn xin đã được xác nhận', [
    'exception you asked for is confirmed',
    'exceptions you asked for are confirmed',
  ]),
  refused: counted('ngoại lệ quy chế bạn xin bị từ chối', [
    'exception you asked for is refused',
    'exceptions you asked for are refused',
  ]),
};
const WANTS: Record<string, Saying> & { several: Saying } = {
  several: counted('đề nghị ưu tiên của bạn đã được trả lời', [
    'wish for priority of yours is answered',
    'wishes for priority of yours are answered',
  ]),
  confirmed: counted('bản tin bạn xin đã được ưu tiên', [
    'bulletin you asked for has priority',
    'bulletins you asked for have priority',
  ]),
  refused: counted('bản tin bạn xin không được ưu tiên', [
    'bulletin you asked for is not given priority',
    'bulletins you asked for are not given priority',
  ]),
};

export const ASKED_SAYINGS: Record<OfAsked, Saying> = {
  'override-wanted': counted('đề nghị ngoại lệ quy chế chờ bạn', [
    'exception from the regulation waits for you',
    'exceptions from the regulation wait for you',
  ]),
  'want-answered': (told) => WANTS[told.facts.reason ?? '']?.(told) ?? WANTS.several(told),
  'override-decided': (told) => OVERRIDES[told.facts.reason ?? '']?.(told) ?? decided(told),
  'change-wanted': ({ count, facts: { reason, amount } }) => {
    if (count > 1 || reason === null)
      return {
        vi: `${count} đề nghị sửa bản tin`,
        en: `${count} changes of bulletins are asked for`,
      };
    return reason === 'priority'
      ? { vi: 'Xin mức ưu tiên cho bản tin', en: 'Priority is asked for' }
      : { vi: `Xin rút ngắn bản tin còn ${amount} giây`, en: `Asked to shorten it to ${amount} s` };
  },
};
