import { z } from 'zod';
import { developerName } from './names';
import { about, flag, oneOf } from './words';

const origin = z.string({ error: 'an https or wss origin' }).superRefine((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const sound =
    url !== undefined &&
    ['https:', 'wss:'].includes(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.username === '';
  if (!sound)
    context.addIssue({ code: 'custom', message: 'an https or wss origin, such as https://phone.example.com' });
});

export const trustedSites = z.strictObject({
  derive: about('One for each adapter, standby and login URL.', flag, true).optional(),
  sites: about(
    'Others.',
    z.array(
      z.strictObject({
        name: about('Developer name.', developerName),
        url: about('https or wss origin.', origin),
        uses: about(
          'What Lightning may do with it.',
          z
            .array(oneOf(['frame', 'connect', 'image', 'media', 'microphone']), { error: 'a list of uses' })
            .min(1, { error: 'a list of at least one use' })
        )
      }),
      { error: 'a list of sites' }
    )
  ).optional()
});
