// In whose name the source system's bulletins stand: an account that nobody can sign in with.
// It must never hold a role.
import type { Deps } from '../deps.ts';
import type { SourceSetting } from './source-port.ts';

const NAME = 'he-thong-nguon';

/** Within a transaction of the caller's; made with the first bulletin. */
export function sourceAccount(
  { store, ids, clock }: Deps,
  { name }: SourceSetting,
): { accountId: string; fullName: string } {
  const known = store.accounts.byName(NAME);
  if (known) return { accountId: known.id, fullName: known.fullName };
  const fullName = `Hệ thống thông tin nguồn ${name}`;
  const account = { id: ids.next(), name: NAME, fullName, disabledAtMs: clock.wallMs() };
  store.accounts.insert(account);
  return { accountId: account.id, fullName };
}
