import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { CallCenterSettings } from '../schema/call-center';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import type { Scope } from './scope';
import { secretBesideFile } from './secrets';

/** What is derived for a call center whose pages are ours; the softphone of Open CTI shows the login page itself. */
export type DerivedPages = Pick<ResolvedCallCenter, 'loginUrl'> &
  Required<Pick<ResolvedCallCenter, 'adapterUrl' | 'sessionPages'>>;

/** The pages of a call center whose session service is ours; undefined when they are somebody else's, or once a problem is said. */
export function resolveSessionPages(
  key: string,
  given: CallCenterSettings,
  kind: string | undefined,
  scope: Scope
): DerivedPages | undefined {
  const path: Path = ['callCenters', key];
  const { pages, loginFrameHeight } = given;
  if (pages === undefined) {
    if (loginFrameHeight !== undefined) {
      const fix = 'A vendor’s connector says its own height: take the line out, or write pages: ringdown';
      const problem = mustBe([...path, 'loginFrameHeight'], 'left out without pages', loginFrameHeight, fix);
      scope.problem({ ...problem, atKey: true });
    }
    return undefined;
  }
  refuseTyped(path, given, scope);
  const isOpenCti = kind === 'open-cti';
  if (isOpenCti && loginFrameHeight !== undefined) {
    const fix = 'The softphone shows the login page inside it: softphone.height is the height of both';
    const problem = mustBe([...path, 'loginFrameHeight'], 'left out for open-cti', loginFrameHeight, fix);
    scope.problem({ ...problem, atKey: true });
  }
  const service = originOf(path, scope);
  const base = `${service}/orgs/${scope.org.orgId ?? '{orgId}'}`;
  const derived = 'derived: ringdown.sessionService and the org’s id';
  for (const field of isOpenCti ? ['adapterUrl'] : ['adapterUrl', 'loginUrl']) scope.trace([...path, field], derived);
  const at = (field: string): Path => [...path, 'sessionPages', field];
  scope.trace(at('loginFrameHeight'), [...path, 'loginFrameHeight']);
  scope.trace(at('service'), ['ringdown', 'sessionService']);
  scope.trace(at('orgsFile'), ['ringdown', 'sessionServiceFile']);
  scope.trace(at('adminToken'), ['ringdown', 'adminToken']);
  const { sessionServiceFile = 'session-service.json', adminToken } = scope.settings.ringdown ?? {};
  return {
    adapterUrl: `${base}/${isOpenCti ? 'softphone' : 'connector'}`,
    ...(isOpenCti ? {} : { loginUrl: `${base}/login` }),
    sessionPages: {
      service,
      loginFrameHeight: loginFrameHeight ?? 350,
      orgsFile: scope.besideFile(sessionServiceFile),
      adminToken: adminToken === undefined ? { env: 'RINGDOWN_ADMIN_TOKEN' } : secretBesideFile(adminToken, scope)
    }
  };
}

/** What is derived is not typed as well: the two would part ways. */
function refuseTyped(path: Path, given: CallCenterSettings, { problem }: Scope): void {
  const { adapterUrl, loginUrl, urlParameters, singleSignOn, vendor } = given;
  for (const [field, value] of Object.entries({ adapterUrl, loginUrl, urlParameters, vendor })) {
    if (value === undefined) continue;
    const fix = 'It is derived from ringdown.sessionService and the org’s id: take the line out';
    problem({ ...mustBe([...path, field], 'left out with pages: ringdown', value, fix), atKey: true });
  }
  if (singleSignOn === true) {
    const fix = 'Reps log in on the login page; with OpenID Connect they do it with Salesforce’s own login';
    problem(mustBe([...path, 'singleSignOn'], 'false, or left out, with pages: ringdown', singleSignOn, fix));
  }
}

/** The service's pages stand at its root: cookies with the prefix `__Host-` belong to a whole host. */
function originOf(path: Path, { settings, problem }: Scope): string {
  const service = settings.ringdown?.sessionService;
  if (service === undefined) {
    const fix = 'Say where the session service is: ringdown: { sessionService: https://voice.example.com }';
    problem({
      path: [...path, 'pages'],
      because: ['ringdown', 'sessionService'],
      message: 'needs ringdown.sessionService, which is missing',
      expected: 'ringdown.sessionService',
      got: 'nothing',
      fix
    });
    return 'https://session-service.invalid';
  }
  const { origin, pathname, search, hash } = new URL(service);
  if (pathname !== '/' || search !== '' || hash !== '')
    problem(mustBe(['ringdown', 'sessionService'], 'an origin without a path', service, `Write ${origin}`));
  return origin;
}
