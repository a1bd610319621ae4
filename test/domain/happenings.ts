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
  'bulletin-failed': {
    ...{ kind: 'bulletin-failed', tenantId, bulletinId, title, authorId: 'lan' },
    ...{ urgent: false, reason: 'Hết hạn mức. (The quota is used up.)' },
  },
  'change-wanted': {
    ...{ kind: 'change-wanted', tenantId, bulletinId, title, authorId: 'lan' },
    ...{ what: 'shorten', maxSeconds: 90 },
  },
  'want-answered': {
    ...{ kind: 'want-answered', tenantId, bulletinId, title, authorId: 'lan' },
    granted: false,
  },
  'emergency-out': {
    ...{ kind: 'emergency-out', tenantId, bulletinId, title, airingId: 'phat-1', drill: false },
    areaNames: ['Bản 1'],
  },
  stopped: { kind: 'stopped', tenantId, byName: 'Ông An', airings: 3 },
  'all-clear': {
    ...{ kind: 'all-clear', tenantId, byName: 'Ông An', titles: ['Lũ quét'] },
    ...{ drill: false, airings: 2 },
  },
  'airing-missed': {
    ...{ kind: 'airing-missed', tenantId, bulletinId, title, airingId: 'phat-1' },
    ...{ missed: 2, speakers: 9, playAtMs: NOON },
  },
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
  'assignment-declined': {
    ...{ kind: 'assignment-declined', tenantId, assignmentId: 'giao-1', title },
    ...{ communeName: 'Xã Nậm Mu', authorId: 'lan' },
  },
  'override-decided': {
    ...{ kind: 'override-decided', tenantId, bulletinId, title, authorId: 'lan', confirmed: true },
  },
  'order-wanted': {
    ...{ kind: 'order-wanted', tenantId, titles: [title, 'Tiêm phòng'] },
    ...{ playAtMs: NOON, untilMs: NOON },
  },
  'override-wanted': { kind: 'override-wanted', tenantId, bulletinId, title },
  'rehearsal-found': {
    ...{ kind: 'rehearsal-found', tenantId, rehearsalId: 'thu-1', found: 3, title: 'Loa 1' },
    fromMs: NOON,
  },
  'speaker-silent': { kind: 'speaker-silent', tenantId, ...site, sinceMs: NOON },
  'speaker-back': { kind: 'speaker-back', tenantId, ...site, sinceMs: NOON },
  'sim-renewal': { kind: 'sim-renewal', tenantId, ...site, renewsAtMs: NOON },
  'notice-not-said': {
    ...{ kind: 'notice-not-said', tenantId, bulletinId, title, authorId: 'lan', urgent: true },
    languages: ['Tiếng Thái Đen', 'Tiếng Mông'],
  },
  'recording-due': { kind: 'recording-due', tenantId, bulletinId, title, authorId: 'lan' },
  'recording-sent': { kind: 'recording-sent', tenantId, bulletinId, title, authorId: 'lan' },
  'recording-returned': {
    ...{ kind: 'recording-returned', tenantId, bulletinId, title, authorId: 'lan' },
  },
  'recording-confirmed': {
    ...{ kind: 'recording-confirmed', tenantId, bulletinId, title, authorId: 'lan' },
    offered: true,
  },
  'programme-broken': {
    ...{ kind: 'programme-broken', tenantId, bulletinId, title, authorId: 'lan' },
    ...{ rebuilt: false, playAtMs: NOON, soon: true },
  },
  'disk-low': { kind: 'disk-low', tenantId, freePercent: 7 },
  'report-due': { kind: 'report-due', tenantId, title: 'Báo cáo năm', dueDay: '2026-11-10' },
  'report-received': {
    ...{ kind: 'report-received', tenantId, reportId: 'pa-1', areaName: 'Bản 2', what: 'noise' },
  },
  'source-arrived': {
    ...{ kind: 'source-arrived', tenantId, bulletinId: 'tin-1', title, priority: 'normal' },
  },
  'source-refused': {
    ...{ kind: 'source-refused', tenantId, title, why: 'bad-signature', emergency: true },
  },
  'source-emergency': {
    ...{ kind: 'source-emergency', tenantId, title, drill: false, from: 'Tỉnh Mường Thử' },
  },
  'source-trusted': {
    ...{ kind: 'source-trusted', tenantId, keyName: 'Khóa 1', on: true, byName: 'Lò Văn An' },
  },
};
