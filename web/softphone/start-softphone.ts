import { readCallCenter, type CallCenter } from './call-center';
import { libraryAddresses } from './library-addresses';
import { loadOpenCti } from './load-open-cti';
import { type OpenCti } from './open-cti';
import { openSoftphone } from './open-softphone';
import { openPage } from './page';
import { readRep, whoClass, whoMethod, type Rep } from './rep';
import { type StartProblem } from './screen';
import { type SoftphoneOptions } from './softphone-options';
import { languageOf } from './words';

/** What the phone needs of Salesforce before it is one. */
type Ground = { readonly openCti: OpenCti; readonly callCenter: CallCenter; readonly rep: Rep };

/** Makes this page the Open CTI softphone of its org. */
export async function startSoftphone(options: SoftphoneOptions): Promise<void> {
  const { window, settings, timers } = options;
  const language = languageOf([...window.navigator.languages]);
  const page = openPage({
    window,
    timers,
    language,
    loginAddress: `/orgs/${settings.orgId}/login?language=${language.tag}`
  });
  const start = async (): Promise<void> => {
    page.change({ problem: undefined });
    const ground = await findGround(options);
    if (typeof ground === 'string') page.change({ problem: ground });
    else openSoftphone({ ...options, ...ground, language, page });
  };
  page.startAgain = () => void start();
  await start();
}

/** Loads Open CTI and asks it for the call center and the rep; or says what is missing. */
async function findGround({ window, settings, timers }: SoftphoneOptions): Promise<Ground | StartProblem> {
  const openCti = await loadOpenCti(window, timers, libraryAddresses(window.location.search, settings.hostOrigins));
  if (openCti === undefined) return 'noLibrary';
  // Only who is in a call center is shown a softphone, and is answered.
  const found = await openCti.getCallCenterSettings();
  // A page that nobody frames, or that lost its Salesforce, is answered by nobody.
  if (!found.ok && found.why !== 'refused') return 'noLibrary';
  const callCenter = found.ok ? readCallCenter(found.value) : undefined;
  if (callCenter === undefined) {
    void openCti.publish('RingdownPhone__c', {
      type: 'failure',
      body: { failure: { kind: 'not-in-call-center' } }
    });
    void openCti.notifyInitializationComplete();
    return 'notInCallCenter';
  }
  const said = await openCti.runApex(`${callCenter.classPrefix}${whoClass}`, whoMethod);
  if (!said.ok && said.why !== 'refused') return 'noLibrary';
  const rep = said.ok ? readRep(said.value) : undefined;
  if (rep) return { openCti, callCenter, rep };
  void openCti.notifyInitializationComplete();
  return 'unknownRep';
}
