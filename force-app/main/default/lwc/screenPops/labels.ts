import withheld from '@salesforce/label/c.CallLogSubjectWithheld';
import account from '@salesforce/label/c.ScreenPopsAccount';
import blocked from '@salesforce/label/c.ScreenPopsBlocked';
import caseLabel from '@salesforce/label/c.ScreenPopsCase';
import choose from '@salesforce/label/c.ScreenPopsChoose';
import contact from '@salesforce/label/c.ScreenPopsContact';
import empty from '@salesforce/label/c.ScreenPopsEmpty';
import failed from '@salesforce/label/c.ScreenPopsFailed';
import lead from '@salesforce/label/c.ScreenPopsLead';
import list from '@salesforce/label/c.ScreenPopsList';
import newRecord from '@salesforce/label/c.ScreenPopsNew';
import none from '@salesforce/label/c.ScreenPopsNone';
import notConfigured from '@salesforce/label/c.ScreenPopsNotConfigured';
import offered from '@salesforce/label/c.ScreenPopsOffered';
import onCall from '@salesforce/label/c.ScreenPopsOnCall';
import popped from '@salesforce/label/c.ScreenPopsPopped';
import search from '@salesforce/label/c.ScreenPopsSearch';
import searching from '@salesforce/label/c.ScreenPopsSearching';
import sent from '@salesforce/label/c.ScreenPopsSent';
import settingsFailed from '@salesforce/label/c.ScreenPopsSettingsFailed';
import starting from '@salesforce/label/c.ScreenPopsStarting';
import title from '@salesforce/label/c.ScreenPopsTitle';
import vendor from '@salesforce/label/c.ScreenPopsVendor';

/** Every word of the panel. */
export const labels = {
  blocked,
  choose,
  empty,
  failed,
  list,
  newRecord,
  none,
  notConfigured,
  offered,
  onCall,

  popped,
  search,
  searching,
  sent,
  settingsFailed,
  starting,
  title,
  vendor,
  withheld
};

/** What one record of an object is called. */
const objectLabels: Readonly<Record<string, string>> = {
  Account: account,
  Case: caseLabel,
  Contact: contact,
  Lead: lead
};

/** An object of the org's own goes by its name, without what only developers need. */
export function objectLabel(objectName: string): string {
  const bare = objectName.replace(/__c$/, '').replace(/^[A-Za-z][A-Za-z0-9_]*?__/, '');
  return objectLabels[objectName] ?? bare.replace(/_/g, ' ');
}
