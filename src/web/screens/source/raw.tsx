// The hash of what came, and for administrators the very bytes, to be saved.
// It must never show them.
import { sourceApi } from '../../source-api.ts';
import { words } from '../../words.ts';

export function Raw(of: { id: string; hash: string; title: string; may: boolean }) {
  const w = words.value.source;
  if (!of.may) return null;
  return (
    <details class="source-raw">
      <summary>{w.hash}</summary>
      <code class="source-hash">{of.hash}</code>
      <p>
        <a class="button" href={sourceApi.rawUrl(of.id)} download aria-label={w.rawOf(of.title)}>
          {w.raw}
        </a>
      </p>
    </details>
  );
}
