import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runtimePage } from './components-bundle';

type UtilityBarApi = {
  readonly getAllUtilityInfo: () => Promise<readonly { readonly id: string; readonly utilityLabel: string }[]>;
  readonly open: (id: string) => Promise<boolean>;
};

describe('The page of the components in the console', () => {
  const given = Object.getOwnPropertyDescriptor(globalThis, 'document');
  after(() => {
    if (given) Object.defineProperty(globalThis, 'document', given);
    else Reflect.deleteProperty(globalThis, 'document');
  });

  it('says what stands in the utility bar, so that a panel can open itself and find the phone', async () => {
    const textContent = JSON.stringify(runtimePage('005000000000001AAA', {}));
    const document = { getElementById: (id: string) => (id === 'page-config' ? { textContent } : null) };
    Object.defineProperty(globalThis, 'document', { value: document, configurable: true });
    // Named at run time: the runtime's page is of another project, which knows the browser.
    const module = path.join(__dirname, '../../lightning/page/lightning/platformUtilityBarApi');
    const { getAllUtilityInfo, open } = createRequire(__filename)(module) as UtilityBarApi;
    const all = await getAllUtilityInfo();
    assert.equal(await open(all[0]?.id ?? ''), true, 'its own panel');
    const phone = all.find(({ utilityLabel }) => utilityLabel === 'Omni-Channel');
    assert.equal(await open(phone?.id ?? ''), true, 'the phone');
    await assert.rejects(async () => open('utility-of-nobody'));
  });
});
