import absent from '@salesforce/label/c.PresenceSyncAbsent';
import elsewhere from '@salesforce/label/c.PresenceSyncElsewhere';
import joined from '@salesforce/label/c.PresenceSyncJoined';
import loggedOut from '@salesforce/label/c.PresenceSyncLoggedOut';
import loop from '@salesforce/label/c.PresenceSyncLoop';
import off from '@salesforce/label/c.PresenceSyncOff';
import omni from '@salesforce/label/c.PresenceSyncOmni';
import omniRefused from '@salesforce/label/c.PresenceSyncOmniRefused';
import omniSilent from '@salesforce/label/c.PresenceSyncOmniSilent';
import phone from '@salesforce/label/c.PresenceSyncPhone';
import phoneRefused from '@salesforce/label/c.PresenceSyncPhoneRefused';
import title from '@salesforce/label/c.PresenceSyncTitle';
import unknown from '@salesforce/label/c.PresenceSyncUnknown';
import unread from '@salesforce/label/c.PresenceSyncUnread';
import voice from '@salesforce/label/c.PresenceSyncVoice';
import waiting from '@salesforce/label/c.PresenceSyncWaiting';

export const labels = {
  ...{ absent, elsewhere, joined, loggedOut, loop, off, omni, omniRefused, omniSilent, phone, phoneRefused },
  ...{ title, unknown, unread, voice, waiting }
};
