// The places that do not fit under a thumb: areas, accounts, the log, leaving.
// It must never know what they show.
import { Icon, type IconName } from '../parts/icons.tsx';
import { OwnPassword } from '../parts/own-password.tsx';
import { Page } from '../parts/page.tsx';
import { SignOut } from '../parts/person.tsx';
import { holds, session } from '../session.ts';
import { words } from '../words.ts';

export function More() {
  const w = words.value;
  const account = session.value?.account;
  return (
    <Page title={w.nav.more}>
      <ul class="rows">
        <Link to="documents" />
        <Link to="areas" />
        {holds('administrator') && <Link to="accounts" />}
        {holds('administrator', 'approver') && <Link to="audit" />}
        <li>
          <a class="row" href="/api/docs/">
            <strong>{w.nav.api}</strong>
          </a>
        </li>
      </ul>
      <div class="card">
        <p>
          {account?.fullName} ({account?.name})
        </p>
        <OwnPassword />
        <SignOut />
      </div>
    </Page>
  );
}

function Link({ to }: { to: IconName & ('documents' | 'areas' | 'accounts' | 'audit') }) {
  return (
    <li>
      <a class="row row-icon" href={`#/${to}`}>
        <Icon name={to} />
        <strong>{words.value.nav[to]}</strong>
      </a>
    </li>
  );
}
