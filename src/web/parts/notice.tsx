// Short messages in the flow of a page: what went well, what is wrong, what is under way.
// It must never know what they are about.
import type { ComponentChildren } from 'preact';
import type { ApiFailure } from '../send.ts';
import { said, words } from '../words.ts';

type Tone = 'good' | 'wait' | 'bad';

/** Read out by a screen reader when it appears; a failure at once, the rest when there is time. */
export function Notice({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

export function Failure(of: { failure: ApiFailure; again?: () => void }) {
  return (
    <Notice tone="bad">
      <p>{said(of.failure.say)}</p>
      {of.again && (
        <button type="button" class="button" onClick={of.again}>
          {words.value.common.retry}
        </button>
      )}
    </Notice>
  );
}

export function Loading() {
  return (
    <p class="loading" role="status">
      {words.value.common.loading}
    </p>
  );
}

/** Nothing here yet, and what to do about it. */
export function Empty(of: { title: string; hint?: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{of.title}</p>
      {of.hint && <p>{of.hint}</p>}
      {of.children}
    </div>
  );
}
