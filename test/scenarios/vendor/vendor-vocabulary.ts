import assert from 'node:assert/strict';
import { type Phrase } from '../phrase';
import { until } from '../until';
import { type VendorStage } from './vendor-stage';

/** What the vendor's page offers to whoever tests it; see local/console/testing/adapter. */
type Plain = {
  readonly plain: {
    ring(number: string): Promise<unknown>;
    hangUp(number: string): Promise<Saved>;
    miss(number: string): Promise<Saved>;
    endOutbound(number: string): Promise<Saved>;
    dialsClicks: boolean;
    readonly heard: readonly { readonly what: string }[];
  };
};
type Saved = { readonly success: boolean };
type WithOpenCti = {
  readonly __opencti: {
    clickToDial(click: { readonly number: string; readonly recordId: string; readonly objectType: string }): boolean;
  };
};

/** Lets the vendor's page save the log of a call. */
async function logs({ adapter }: VendorStage, how: 'hangUp' | 'miss' | 'endOutbound', number: string): Promise<void> {
  const saved = await adapter().evaluate(([name, given]) => (globalThis as unknown as Plain).plain[name](given), [
    how,
    number
  ] as const);
  assert.equal(saved.success, true, JSON.stringify(saved));
}

const tasks = 'SELECT Id, Subject, WhoId, CallKey__c FROM Task';

/** Everything that a scenario with a vendor's page may say. */
export const vendorVocabulary: readonly Phrase<VendorStage>[] = [
  {
    keyword: 'Given',
    words: 'a contact {name} with the phone {number}',
    does: async ({ org, records }, { name = '', number }) => {
      const [FirstName = '', LastName = ''] = name.split(' ');
      records.set(name, { object: 'Contact', id: await org.create('Contact', { FirstName, LastName, Phone: number }) });
    }
  },
  {
    keyword: 'Given',
    words: 'the page of the phone system pops and logs',
    does: async (stage) => {
      for (const { Id } of await stage.org.query('SELECT Id FROM RingdownOrg__c'))
        await stage.org.update('RingdownOrg__c', Id, { PopsAndLogs__c: 'vendor' });
      await stage.open();
    }
  },
  {
    keyword: 'Given',
    words: 'the page of the phone system dials what is clicked',
    does: async ({ adapter }) =>
      void (await adapter().evaluate(() => {
        (globalThis as unknown as Plain).plain.dialsClicks = true;
      }))
  },
  { keyword: 'Given', words: 'a second tab is open', does: (stage) => stage.open() },
  {
    keyword: 'When',
    words: '{number} calls the page of the phone system',
    does: async ({ adapter }, { number = '' }) =>
      void (await adapter().evaluate((from) => (globalThis as unknown as Plain).plain.ring(from), number))
  },
  {
    keyword: 'When',
    words: 'the call of {number} ends there',
    does: (stage, { number = '' }) => logs(stage, 'hangUp', number)
  },
  {
    keyword: 'When',
    words: 'nobody answers the call of {number} there',
    does: (stage, { number = '' }) => logs(stage, 'miss', number)
  },
  {
    keyword: 'When',
    words: 'the number {number} of {name} is clicked',
    does: async ({ page, records }, { number = '', name = '' }) => {
      const { id = '', object = '' } = records.get(name) ?? {};
      const isClicked = await page().evaluate(
        ([clicked, recordId, objectType]) =>
          (globalThis as unknown as WithOpenCti).__opencti.clickToDial({ number: clicked, recordId, objectType }),
        [number, id, object] as const
      );
      assert.equal(isClicked, true, 'numbers can be clicked');
    }
  },
  {
    keyword: 'When',
    words: 'the call to {number} ends there',
    does: (stage, { number = '' }) => logs(stage, 'endOutbound', number)
  },
  {
    keyword: 'Then',
    words: 'the record of {name} is open',
    does: async ({ page, records }, { name = '' }) =>
      page()
        .locator(`[id="tab-record-${records.get(name)?.id ?? ''}"][aria-selected="true"]`)
        .waitFor()
  },
  {
    keyword: 'Then',
    words: 'the page of the phone system has dialled once',
    does: async ({ adapter }) => {
      const dialled = (): Promise<number> =>
        adapter().evaluate(
          () => (globalThis as unknown as Plain).plain.heard.filter(({ what }) => what === 'dialled').length
        );
      await until(dialled, (times) => times > 0, 'the number is to be dialled');
      assert.equal(await dialled(), 1);
    }
  },
  {
    keyword: 'Then',
    words: 'the record of {name} is open once in all tabs',
    does: async ({ pages, records }, { name = '' }) => {
      const tab = `[id="tab-record-${records.get(name)?.id ?? ''}"]`;
      const counts = await Promise.all(pages().map((page) => page.locator(tab).count()));
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        1
      );
    }
  },
  {
    keyword: 'Then',
    words: 'there is one log of {name}, and it is not ours',
    does: async ({ org, records }, { name = '' }) => {
      const logs = await until(
        () => org.query(tasks),
        (rows) => rows.length > 0,
        'a log is due'
      );
      assert.equal(logs.length, 1, JSON.stringify(logs));
      assert.deepEqual([logs[0]?.WhoId, logs[0]?.CallKey__c], [records.get(name)?.id, null]);
    }
  },
  {
    keyword: 'Then',
    words: 'our history of {name} shows {subject}',
    does: async ({ page }, { subject = '' }) => page().locator('c-call-history', { hasText: subject }).first().waitFor()
  },
  {
    keyword: 'Then',
    words: 'our panel of screen pops has done nothing',
    does: async ({ pages }) => {
      for (const page of pages()) assert.equal(await page.locator('c-screen-pops [data-id="entry"]').count(), 0);
    }
  },
  {
    keyword: 'Then',
    words: 'our wrap-up panel asks for nothing',
    does: async ({ pages }) => {
      for (const page of pages()) assert.equal(await page.locator('c-call-log c-call-log-form').count(), 0);
    }
  }
];
