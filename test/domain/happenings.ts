// One happening of every kind there is, in a commune of the samples.
// It must never know who is told.
import type { Happening, HappeningKind } from '../../src/domain/told/happening.ts';
import { NOON } from './samples.ts';

const tenantId = 'xa-a';
const bulletinId = 'tin-1';
const title = 'Họp bản';
const site = { siteId: 'loa-1', siteName: 'Bản Mòng' };
/** One of each kind there is. */
export const HAPPENINGS: Record<HappeningKind, Happening> = {
  'approval-wanted': {
    ...{ kind: 'approval-wanted', tenantId, bulletinId, title, priority: 'normal', drill: false },
  },
  'standing-used': { kind: 'standing-used', tenantId, bulletinId, title, approverId: 'an' },
  'bulletin-approved': {
    ...{ kind: 'bulletin-approved', tenantId, bulletinId, title, authorId: 'lan', airsAtMs: null },
  },
  'airing-hindered': {
    ...{ kind: 'airing-hindered', tenantId, bulletinId, title, authorId: 'lan' },
    ...{ hindrance: 'not-approved', playAtMs: NOON },
  },
  'bulletin-returned': {
    ...{ kind: 'bulletin-returned', tenantId, bulletinId, title, authorId: 'lan', remark: 'Sai' },
  },
  'bulletin-withdrawn': { kind: 'bulletin-withdrawn', tenantId, bulletinId, title, byName: 'An' },
  'bulletin-failed': { kind: 'bulletin-failed', tenantId, bulletinId, title, authorId: 'lan' },
  'emergency-out': {
    ...{ kind: 'emergency-out', tenantId, bulletinId, title, airingId: 'phat-1', drill: false },
    areaNames: ['Bản 1'],
  },
  stopped: { kind: 'stopped', tenantId, byName: 'Ông An', airings: 3 },
  'airing-failed': {
    ...{ kind: 'airing-failed', tenantId, bulletinId, title, airingId: 'phat-1' },
    ...{ failed: 2, speakers: 9 },
  },
  'document-ended': {
    ...{ kind: 'document-ended', tenantId, documentId: 'vb-1', title: '9/QĐ-UBND', airings: 4 },
  },
  'assignment-given': {
    ...{ kind: 'assignment-given', tenantId, assignmentId: 'giao-1', title, dueAtMs: NOON },
  },
  'assignment-reminder': {
    ...{ kind: 'assignment-reminder', tenantId, assignmentId: 'giao-1', title, dueAtMs: NOON },
  },
  'order-wanted': {
    ...{ kind: 'order-wanted', tenantId, titles: [title, 'Tiêm phòng'] },
    ...{ playAtMs: NOON, untilMs: NOON },
  },
  'speaker-silent': { kind: 'speaker-silent', tenantId, ...site, sinceMs: NOON },
  'speaker-back': { kind: 'speaker-back', tenantId, ...site, sinceMs: NOON },
  'sim-renewal': { kind: 'sim-renewal', tenantId, ...site, renewsAtMs: NOON },
  'report-received': {
    ...{ kind: 'report-received', tenantId, reportId: 'pa-1', areaName: 'Bản 2', what: 'noise' },
  },
};
