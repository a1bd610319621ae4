// What led to a verdict at one speaker, fact by fact, and what was said of it before: folded until it is wanted.
// It must never word a fact: the words come with it.
import { useSignal } from '@preact/signals';
import type { AiringChain, AiringPart } from '../../http/schemas/airing.ts';
import { hourSeconds, when } from '../format.ts';
import { Failure } from '../parts/notice.tsx';
import { recordsApi } from '../records-api.ts';
import { ApiFailure } from '../send.ts';
import { said, words } from '../words.ts';

export function Chain({ airingId, part }: { airingId: string; part: AiringPart }) {
  const w = words.value.records;
  const chain = useSignal<AiringChain | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const open = (event: Event) => {
    const { open: isOpen } = event.currentTarget as HTMLDetailsElement;
    if (!isOpen) return;
    failure.value = null;
    recordsApi.chain(airingId, part.siteId).then(
      (found) => {
        chain.value = found;
      },
      (reason: unknown) => {
        if (!(reason instanceof ApiFailure)) throw reason;
        failure.value = reason;
      },
    );
  };
  return (
    <>
      {part.before.map(({ givenAtMs, sentence }) => (
        <small key={givenAtMs} class="before">
          {w.before(when(givenAtMs))} {said(sentence)}
        </small>
      ))}
      <details class="fold" onToggle={open}>
        <summary>{w.chain}</summary>
        {failure.value && <Failure failure={failure.value} />}
        {chain.value === null && !failure.value && <p class="hint">{words.value.common.loading}</p>}
        {chain.value && (
          <ol class="chain">
            {chain.value.facts.map(({ atMs, says }, index) => (
              <li key={index}>
                <time title={when(atMs)}>{hourSeconds(atMs)}</time> {said(says)}
              </li>
            ))}
          </ol>
        )}
      </details>
    </>
  );
}
