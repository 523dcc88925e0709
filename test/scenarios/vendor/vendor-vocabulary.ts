import assert from 'node:assert/strict';
import { countOf, type Phrase } from '../phrase';
import { until } from '../until';
import { type VendorStage } from './vendor-stage';

/** What the vendor's page offers to whoever tests it; see local/console/testing/adapter. */
type Plain = {
  readonly plain: {
    ring(number: string): Promise<unknown>;
    hangUp(number: string): Promise<{ readonly success: boolean }>;
  };
};

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
    keyword: 'When',
    words: '{number} calls the page of the phone system',
    does: async ({ adapter }, { number = '' }) =>
      void (await adapter().evaluate((from) => (globalThis as unknown as Plain).plain.ring(from), number))
  },
  {
    keyword: 'When',
    words: 'the call of {number} ends there',
    does: async ({ adapter }, { number = '' }) => {
      const saved = await adapter().evaluate((from) => (globalThis as unknown as Plain).plain.hangUp(from), number);
      assert.equal(saved.success, true, JSON.stringify(saved));
    }
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
    words: 'there are {count} logs of {name}, none of them ours',
    does: async ({ org, records }, { count = '', name = '' }) => {
      const wanted = countOf(count);
      const logs = await until(
        () => org.query(tasks),
        (rows) => rows.length >= wanted,
        `${wanted} logs are due`
      );
      assert.equal(logs.length, wanted, JSON.stringify(logs));
      for (const { WhoId, CallKey__c } of logs) assert.deepEqual([WhoId, CallKey__c], [records.get(name)?.id, null]);
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
    does: async ({ page }) => assert.equal(await page().locator('c-screen-pops [data-id="entry"]').count(), 0)
  },
  {
    keyword: 'Then',
    words: 'our wrap-up panel asks for nothing',
    does: async ({ page }) => assert.equal(await page().locator('c-call-log c-call-log-form').count(), 0)
  }
];
