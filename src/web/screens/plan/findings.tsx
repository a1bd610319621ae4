// What a rehearsal found, one cause after the other: what goes wrong, what to do, and the way there.
// It must never order or judge: the service has put most listeners first.
import type { Finding, Rehearsal } from '../../../http/schemas/rehearsal.ts';
import { figure } from '../../format.ts';
import { Chip } from '../../parts/icons.tsx';
import { said, words } from '../../words.ts';

export function Findings({ rehearsal: { findings, left } }: { rehearsal: Rehearsal }) {
  const w = words.value.rehearsal;
  return (
    <>
      <ul class="rows">
        {findings.map((finding) => (
          <Line
            key={`${finding.fault} ${finding.siteId} ${finding.scheduleId} ${finding.by?.bulletinId}`}
            finding={finding}
          />
        ))}
      </ul>
      {left > 0 && <p class="hint">{w.more(figure(left))}</p>}
    </>
  );
}

function Line({ finding }: { finding: Finding }) {
  const w = words.value.rehearsal;
  const { siteId, siteIds, bulletinId, people, says, remedy, expected } = finding;
  return (
    <li class="row finding">
      <div class="row-body">
        <strong>{said(says)}</strong>
        <span>{said(remedy)}</span>
        <span class="chips">
          <Chip tone={expected === 'failed' ? 'bad' : 'wait'}>{w.expected[expected]}</Chip>
          {people > 0 && <Chip tone="wait">{w.people(figure(people))}</Chip>}
          {siteId === null && siteIds.length > 0 && (
            <Chip tone="wait">{w.speakers(figure(siteIds.length))}</Chip>
          )}
        </span>
        {siteId !== null && (
          <a class="button" href={`#/speakers/${siteId}`}>
            {w.openSpeaker}
          </a>
        )}
        {bulletinId !== null && (
          <a class="button" href={`#/say/${bulletinId}`}>
            {w.openBulletin}
          </a>
        )}
      </div>
    </li>
  );
}
