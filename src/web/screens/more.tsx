// The places that do not fit under a thumb, installing on this device, and leaving.
// It must never know what they show.
import { Icon } from '../parts/icons.tsx';
import { Install } from '../parts/install.tsx';
import { OwnPassword } from '../parts/own-password.tsx';
import { Page } from '../parts/page.tsx';
import { SignOut } from '../parts/person.tsx';
import { furtherPlaces, type PlaceName } from '../parts/places.tsx';
import { session } from '../session.ts';
import { words } from '../words.ts';

export function More() {
  const w = words.value;
  const account = session.value?.account;
  return (
    <Page title={w.nav.more}>
      <ul class="rows">
        {furtherPlaces().map((to) => (
          <Link key={to} to={to} />
        ))}
        <li>
          <a class="row" href="/api/docs/">
            <strong>{w.nav.api}</strong>
          </a>
        </li>
      </ul>
      <Install />
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

function Link({ to }: { to: PlaceName }) {
  return (
    <li>
      <a class="row row-icon" href={`#/${to}`}>
        <Icon name={to} />
        <strong>{words.value.nav[to]}</strong>
      </a>
    </li>
  );
}
