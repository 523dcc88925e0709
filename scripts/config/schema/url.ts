import { z } from 'zod';
import { secretWord } from '../../resources/call-center/secret-word';

/** An absolute https URL without user info, and without a secret among its parameters. */
export const httpsUrl = z
  .string({ error: 'an https URL' })
  .superRefine((value, context) => {
    const url = httpsOf(value);
    if (url === undefined) return fail(context, 'an https URL', httpsFix(value));
    checkSecrets(url, context);
  })
  .meta({ pattern: '^https://' });

/** An https URL, or a Visualforce page of the org: the only relative form that Salesforce takes (Open CTI guide, reqAdapterUrl). */
export const adapterUrl = z
  .string({ error: 'an https URL or /apex/Page' })
  .superRefine((value, context) => {
    if (/^\/apex\/[A-Za-z]\w*(\?\S*)?$/.test(value)) return;
    const url = httpsOf(value);
    if (url === undefined) return fail(context, 'an https URL or /apex/Page', httpsFix(value));
    checkSecrets(url, context);
  })
  .meta({ pattern: '^(https://|/apex/)' });

/** Where a Salesforce org or its login answers; http only on this computer, where the local org runs. */
export const salesforceUrl = z
  .string({ error: 'an https URL' })
  .superRefine((value, context) => {
    const local = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/.test(value);
    const url = local ? new URL(value) : httpsOf(value);
    if (url === undefined) return fail(context, 'an https URL', httpsFix(value));
    if (url.pathname !== '/' || url.search !== '' || url.username !== '') {
      fail(context, 'an https URL of a host alone', `Write ${url.origin}`);
    }
  })
  .meta({ pattern: '^https?://' });

/** The org's own address, of which its other domains are other spellings. */
export const myDomainUrl = z
  .string({ error: 'https://NAME.my.salesforce.com' })
  .regex(/^https:\/\/[a-z0-9](?:-{0,2}[a-z0-9])*(?:\.[a-z]+)?\.my\.salesforce\.com\/?$/, {
    error: 'https://NAME.my.salesforce.com'
  });

/** URL forgives spaces and missing slashes, which other readers of the same text do not. */
function httpsOf(value: string): URL | undefined {
  return /^https:\/\/[^\s/?#]\S*$/.test(value) && URL.canParse(value) ? new URL(value) : undefined;
}

function checkSecrets(url: URL, context: z.core.$RefinementCtx): void {
  if (url.username !== '' || url.password !== '') {
    fail(context, 'a URL without a user name or password', 'Every rep can read it: take the part before @ out');
  }
  const secret = [...url.searchParams.keys()].find(secretWord);
  if (secret !== undefined) {
    fail(
      context,
      `a URL without a secret (parameter ${secret})`,
      'Every rep can read it: let the phone system ask for its secrets itself'
    );
  }
}

function httpsFix(value: string): string {
  if (/^http:\/\//i.test(value))
    return `Lightning shows https only: write ${value.replace(/^http:/i, 'https:')}, if the host serves it`;
  if (value.startsWith('/')) return 'A relative URL is possible only as /apex/Page, a Visualforce page of the org';
  return 'Write it in full, such as https://phone.example.com/softphone';
}

function fail(context: z.core.$RefinementCtx, expected: string, fix: string): void {
  context.addIssue({ code: 'custom', message: expected, params: { fix } });
}
