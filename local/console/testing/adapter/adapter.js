/* global location, document, addEventListener, URLSearchParams, sforce */
/*
 * The adapter of a vendor that knows nothing of Ringdown: it uses what the Open CTI guide documents, and nothing else. Its query
 * says how it behaves: `silent` never says that it is ready, `version` is the library's, `caller` is who calls.
 */
(() => {
  const query = new URLSearchParams(location.search);
  const { isSilent, version, caller } = {
    isSilent: query.has('silent'),
    version: query.get('version') ?? '66.0',
    caller: query.get('caller') ?? '+14155550123'
  };
  const heard = [];
  const note = (what, payload) => {
    heard.push({ what, payload });
    document.getElementById('heard').textContent = what;
  };
  /** What a test calls: any method by its name, with the answer as a promise; and what listeners heard. */
  const plain = { heard, path: location.pathname, failure: undefined };
  plain.call = (name, given) =>
    new Promise((resolve) => {
      const method = name.split('.').reduce((from, part) => from[part], sforce.opencti);
      method({ ...given, callback: resolve });
    });
  plain.thrown = (name, ...given) => {
    try {
      name.split('.').reduce((from, part) => from[part], sforce.opencti)(...given);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  plain.subscribe = (channelName) =>
    plain.call('subscribe', { channelName, listener: (message) => note('message', message) });
  /** Pops the caller and, when the call is over, logs it: what every adapter does. */
  plain.ring = (number = caller) =>
    plain.call('searchAndScreenPop', {
      searchParams: number,
      callType: sforce.opencti.CALL_TYPE.INBOUND,
      deferred: false
    });
  const log = async (values) => {
    const { returnValue } = await plain.call('getAppViewInfo', {});
    const saved = await plain.call('saveLog', {
      value: {
        entityApiName: 'Task',
        Status: 'Completed',
        ...values,
        ...(returnValue.objectType === 'Contact' ? { WhoId: returnValue.recordId } : {})
      }
    });
    await plain.call('refreshView', {});
    return saved;
  };
  plain.hangUp = (number = caller) =>
    log({ Subject: `Call from ${number}`, CallType: 'Inbound', CallDurationInSeconds: 61 });
  /** Nobody answers: what it popped stays, and the log says so. */
  plain.miss = (number = caller) =>
    log({ Subject: `Missed call from ${number}`, CallType: 'Inbound', CallDurationInSeconds: 0 });
  /** While it dials, a clicked number is called, and the record beside it is shown. */
  plain.dialsClicks = false;
  const dial = async ({ number, recordId }) => {
    const popped = await plain.call('screenPop', { type: sforce.opencti.SCREENPOP_TYPE.SOBJECT, params: { recordId } });
    note('dialled', { number, recordId, popped: popped.success });
  };
  plain.endOutbound = (number) =>
    log({ Subject: `Call to ${number}`, CallType: 'Outbound', CallDurationInSeconds: 42 });
  globalThis.plain = plain;

  addEventListener('error', ({ error, message }) => (plain.failure = String(error ?? message)));
  const script = document.createElement('script');
  script.src = `${query.get('sfdcIframeOrigin') ?? 'https://acme.lightning.force.com'}/support/api/${version}/lightning/opencti_min.js`;
  script.addEventListener('load', () => {
    if (plain.failure !== undefined) return note('failed', plain.failure);
    sforce.opencti.enableClickToDial({
      callback: () =>
        sforce.opencti.onClickToDial({
          listener: (payload) => {
            note('click', payload);
            if (plain.dialsClicks) void dial(payload);
          }
        })
    });
    sforce.opencti.onNavigationChange({ listener: (payload) => note('navigation', payload) });
    sforce.opencti.hvs?.onWorkStart({ listener: (payload) => note('work', payload) });
    if (!isSilent) sforce.opencti.notifyInitializationComplete({ callback: () => note('ready') });
  });
  document.head.append(script);
  document.getElementById('ring').addEventListener('click', () => void plain.ring());
  document.getElementById('hang-up').addEventListener('click', () => void plain.hangUp());
})();
