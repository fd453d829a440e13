import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueFirstAdminLink } from '../../features/people/first-admin.ts';
import { root } from '../../platform/root.ts';
import { guest, people } from './people.ts';
import type { Stage } from './stage.ts';

interface AccountFile {
  users: { id: string; username: string; email: string; firstName: string; lastName: string }[];
}
/** The sign-ins of the demonstration: the same file that Keycloak imports. */
const accountFile = join(root, 'docker/keycloak/demo-accounts.json');

/** Everybody signs in once, asks for their organisation, and is confirmed. */
export async function loadPeople(stage: Stage): Promise<void> {
  const { users } = JSON.parse(readFileSync(accountFile, 'utf8')) as AccountFile;
  const accounts = new Map(users.map((u) => [u.username, u]));
  for (const { login, name } of [...people, guest]) {
    const account = accounts.get(login);
    await stage.enter(
      login,
      account
        ? { issuer: stage.config.OIDC_ISSUER, subject: account.id, name: `${account.firstName} ${account.lastName}`, email: account.email }
        : { issuer: 'urn:kollab:demo', subject: login, name, email: `${login}@kommune.example` },
    );
  }
  const admin = people[0]!.login;
  const link = await stage.database.prisma.$transaction((db) => issueFirstAdminLink(db));
  if (link)
    await stage.as(admin, 'mutation($token: String!) { becomeFirstAdmin(token: $token) { email } }', {
      token: new URL(link, stage.config.PUBLIC_URL).searchParams.get('token'),
    });

  const organisations = await stage.database.prisma.organisation.findMany({ select: { id: true, key: true } });
  const idOf = new Map(organisations.map((o) => [o.key, o.id]));
  for (const person of people) {
    const organisationId = idOf.get(person.organisation);
    const asked = await stage.as(person.login, 'mutation($input: RequestAffiliationInput!) { requestAffiliation(input: $input) { id } }', {
      input: { organisationId, statement: `${person.function}, bitte um Zuordnung.` },
    });
    await stage.as(
      admin,
      'mutation($id: ID!, $role: OrganisationRole!, $function: String!) { confirmAffiliation(requestId: $id, role: $role, function: $function) { id } }',
      { id: asked['requestAffiliation'].id, role: person.role, function: person.function },
    );
    for (const role of person.globalRoles ?? [])
      if (role !== 'LAND_ADMIN')
        await stage.as(
          admin,
          'mutation($p: ID!, $role: GlobalRole!, $o: ID) { grantGlobalRole(personId: $p, role: $role, organisationId: $o) { id } }',
          {
            p: stage.personId(person.login),
            role,
            o: role === 'LAND_EXPERT' ? organisationId : null,
          },
        );
  }
  await stage.as('koordination.halle', 'mutation($input: InviteColleagueInput!) { inviteColleague(input: $input) { id } }', {
    input: {
      organisationId: idOf.get('150020000000'),
      email: 'vertretung@halle.example',
      role: 'MEMBER',
      function: 'Vertretung der OZG-Koordination',
    },
  });
  await stage.as(admin, 'mutation($id: ID!, $d: [String!]!) { setMailDomains(organisationId: $id, domains: $d) { id } }', {
    id: idOf.get('150030000000'),
    d: ['magdeburg.example'],
  });
}
