// The door of the rooms of rows: opens the database, brings it forward, hands out the Store.
// It must never know a rule of the product: every decision is made before a row arrives here.
import type { Store } from '../services/ports.ts';
import { airingRows } from './airings.ts';
import { approvalStore } from './approvals.ts';
import { assignmentRows } from './assignments.ts';
import { calendarStore } from './calendar.ts';
import { clipRows } from './clips.ts';
import { compositionRows } from './compositions.ts';
import { bulletinRows } from './contents.ts';
import { documentRows } from './documents.ts';
import { endingStore } from './endings.ts';
import { airingEndRows, feedRows } from './feeds.ts';
import { frameStore } from './frames.ts';
import { heardRows } from './heard.ts';
import { hearingStore } from './hearing.ts';
import { hushRows, stopRows } from './hushes.ts';
import { incidentRows } from './incidents.ts';
import { languageStore } from './languages.ts';
import { auditRows, counterRows, receiptRows, settingRows } from './ledger.ts';
import { migrate } from './migrate.ts';
import { noticeStore } from './notices.ts';
import { deliveryRows, inboxRows, notificationRows } from './notifications.ts';
import { overrideRows } from './overrides.ts';
import { partRows } from './parts.ts';
import { accountRows, invitationRows, sessionRows } from './people.ts';
import { areaRows, regulationRows, siteRows } from './places.ts';
import { hinderedRows, precedenceRows } from './precedences.ts';
import { programmeStore } from './programmes.ts';
import { additionRows, profileRows, settlementRows, useRows } from './readings.ts';
import { recordingStore } from './recordings.ts';
import { recordRows } from './records.ts';
import { rehearsalRows } from './rehearsals.ts';
import { publicPageRows, reportRows } from './reports.ts';
import { requestKeyRows } from './request-keys.ts';
import { makeRunner, type Runner } from './runner.ts';
import { scheduleRows } from './schedules.ts';
import { deadlineRows, schemeRows } from './schemes.ts';
import { commandRows, siteFactRows } from './sites.ts';
import { sourceStore } from './source.ts';
import { spareRows, swapRows } from './spares.ts';
import { openSqlite } from './sqlite.ts';
import { contactRows, pushRows, toldSettingRows, webhookRows } from './told-people.ts';
import { statusRows, unitRows } from './units.ts';
import { verdictFactRows } from './verdict-facts.ts';
import { voiceStore } from './voice-choices.ts';
import { wantRows } from './wants.ts';

export type OpenedStore = Store & { close(): void };

/**
 * Opens (or makes) the database file; `:memory:` keeps nothing.
 * @throws AppError of fault world with a sentence when file, disk or native module refuse
 */
export function openStore({ path }: { path: string }): OpenedStore {
  const connection = openSqlite(path);
  try {
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { ...storeOn(makeRunner(connection)), close: () => void connection.close() };
}

function storeOn(run: Runner): Store {
  return {
    transaction: (work) => run.transaction(work),
    areas: areaRows(run),
    regulations: regulationRows(run),
    accounts: accountRows(run),
    invitations: invitationRows(run),
    sessions: sessionRows(run),
    sites: siteRows(run),
    units: unitRows(run),
    statuses: statusRows(run),
    documents: documentRows(run),
    parts: partRows(run),
    profiles: profileRows(run),
    additions: additionRows(run),
    settlements: settlementRows(run),
    uses: useRows(run),
    bulletins: bulletinRows(run),
    compositions: compositionRows(run),
    clips: clipRows(run),
    ...recordingStore(run),
    ...hearingStore(run),
    ...voiceStore(run),
    ...languageStore(run),
    ...approvalStore(run),
    schedules: scheduleRows(run),
    overrides: overrideRows(run),
    wants: wantRows(run),
    ...calendarStore(run),
    airings: airingRows(run),
    ...verdictFactRows(run),
    records: recordRows(run),
    schemes: schemeRows(run),
    deadlines: deadlineRows(run),
    receipts: receiptRows(run),
    publicPages: publicPageRows(run),
    heard: heardRows(run),
    feeds: feedRows(run),
    airingEnds: airingEndRows(run),
    reports: reportRows(run),
    rehearsals: rehearsalRows(run),
    siteFacts: siteFactRows(run),
    hushes: hushRows(run),
    stops: stopRows(run),
    incidents: incidentRows(run),
    commands: commandRows(run),
    spares: spareRows(run),
    swaps: swapRows(run),
    audit: auditRows(run),
    counters: counterRows(run),
    settings: settingRows(run),
    requestKeys: requestKeyRows(run),
    ...noticeStore(run),
    ...frameStore(run),
    ...endingStore(run),
    ...programmeStore(run),
    assignments: assignmentRows(run),
    precedences: precedenceRows(run),
    hinderedLines: hinderedRows(run),
    ...sourceStore(run),
    notifications: notificationRows(run),
    inbox: inboxRows(run),
    deliveries: deliveryRows(run),
    toldSettings: toldSettingRows(run),
    pushes: pushRows(run),
    contacts: contactRows(run),
    webhooks: webhookRows(run),
  };
}
