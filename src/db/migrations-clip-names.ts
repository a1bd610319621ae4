// The step that lets be asked quickly who names a clip: only what nobody names gives room on the disk.
// It must never be edited after a release: what changes later is another step.
export function namesOfClips(): string[] {
  return [
    'create index programme_parts_by_clip on programme_parts (clip_id)',
    'create index recordings_by_clip on recordings (clip_id)',
    'create index commissions_by_clip on commissions (clip_id)',
    'create index editions_by_clip on editions (clip_id)',
    'create index approvals_by_content on approvals (content_hash)',
    'create index slips_by_content on slips (content_hash)',
  ];
}
