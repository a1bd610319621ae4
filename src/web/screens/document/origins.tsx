// Where a document comes from: who signed its file and whether that holds, and which ones it resembles.
// It must never judge: it says what the service found.
import type { DocumentView } from '../../../http/schemas/document.ts';
import { when } from '../../format.ts';
import { Notice } from '../../parts/notice.tsx';
import { said, words } from '../../words.ts';

export function Signatures({ signatures }: Pick<DocumentView, 'signatures'>) {
  const w = words.value.signature;
  return (
    <>
      {signatures.map((one, at) => {
        const who = [one.signer ?? w.unknown, one.organisation].filter(Boolean).join(', ');
        const time = one.signedAt === null ? w.noTime : when(Date.parse(one.signedAt));
        const holds = one.intact && one.whole;
        return (
          <Notice key={at} tone={one.intact ? (holds ? 'good' : 'wait') : 'bad'}>
            <p>{one.intact ? w.intact(who, time) : w.broken(who, time)}</p>
            {one.intact && !one.whole && <p>{w.added}</p>}
            {one.intact && one.trusted === false && <p class="hint">{w.untrusted}</p>}
            {one.problem && <p>{said(one.problem)}</p>}
          </Notice>
        );
      })}
    </>
  );
}

export function SimilarTo({ document }: { document: DocumentView }) {
  const w = words.value.similar;
  if (document.similar.length === 0) return null;
  return (
    <Notice tone="wait">
      <h2>{w.title}</h2>
      <ul class="plain">
        {document.similar.map((one) => (
          <li key={`${one.position} ${one.documentId} ${one.otherPosition}`}>
            <p>
              {document.parts.length > 1 && `${numberOf(document, one.position)}: `}
              {w[one.relation]}{' '}
              <a href={`#/documents/${one.documentId}?part=${one.otherPosition}`}>
                {one.number ?? one.title}
              </a>{' '}
              ({w.share(Math.round(one.share * 100))}).{' '}
              <a
                href={`#/differences/${document.id}?part=${one.position}&with=${one.documentId}&withPart=${one.otherPosition}`}
              >
                {w.show}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function numberOf(document: DocumentView, position: number): string {
  const part = document.parts.find((one) => one.position === position);
  return part?.number ?? part?.title ?? `${position}`;
}
