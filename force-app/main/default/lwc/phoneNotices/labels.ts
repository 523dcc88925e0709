import dismiss from '@salesforce/label/c.CallLogDismiss';
import refused from '@salesforce/label/c.PhoneNoticesRefused';
import refusedTitle from '@salesforce/label/c.PhoneNoticesRefusedTitle';
import title from '@salesforce/label/c.PhoneNoticesTitle';

/** Every word of the messages. */
export const labels = { dismiss, refused, refusedTitle, title };
