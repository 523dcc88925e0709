import { z } from 'zod';
import { knownCountry } from '../../../core/phone-number/numbering-library';
import { about, flag, oneOf, shortText, text, wholeNumber } from './words';

const channelName = oneOf(['phone', 'chat', 'voicemail', 'sms']);
const channels = about(
  'Only for these channels. Default: all.',
  z.array(channelName, { error: 'a list of channels' }).min(1, { error: 'a list of at least one channel' })
);
/** MasterLabel of a custom metadata record holds 40 characters. */
const recordLabel = shortText(40);
const apiName = (what: string): z.ZodString =>
  text(`the API name of ${what}`, /^[A-Za-z](?:_?[A-Za-z0-9])*(?:__[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)*$/).max(80, {
    error: `the API name of ${what}, at most 80 characters`
  });

const channel = z.strictObject({
  autoLog: about('Whether a log is written without the rep.', flag, true).optional(),
  opensWrapUp: about('Whether the wrap-up panel opens itself.', flag, true).optional(),
  afterSave: about(
    'What happens to the log after it is saved.',
    oneOf(['leave-closed', 'pop', 'edit']),
    'leave-closed'
  ).optional()
});

const disposition = z.strictObject({
  value: about('Written to the call result of the task.', shortText(80)),
  label: about('What reps see. Default: the value.', recordLabel).optional(),
  channels: channels.optional(),
  requiresNotes: about('Whether a rep must write notes.', flag, false).optional(),
  followUpDays: about(
    'Days until the follow-up task that is offered; left out for none.',
    wholeNumber(0, 365, 'days')
  ).optional()
});

const countryCode = 'two capital letters of a country that has a numbering plan, such as US';

/** How interactions are logged. */
export const logging = z.strictObject({
  defaultCountry: about(
    'Country of numbers without a country code, two capital letters.',
    text(countryCode, /^[A-Z]{2}$/).refine((code) => knownCountry(code) !== undefined, { error: countryCode })
  ).optional(),
  channels: about(
    'What happens by itself, by channel. A channel that is left out stays as it is in the org.',
    z.strictObject({
      phone: channel.optional(),
      chat: channel.optional(),
      voicemail: channel.optional(),
      sms: channel.optional()
    })
  ).optional(),
  dispositions: about(
    'Outcomes to choose from in wrap-up, in this order. Others in the org are taken out of use.',
    z.array(disposition, { error: 'a list of outcomes' })
  ).optional()
});

const rule = z.strictObject({
  label: about('What Setup shows. Default: its name.', recordLabel).optional(),
  attribute: about(
    'What to look for: caller-number, case-number, email, or any attribute that the phone system sends.',
    text('the name of an attribute: letters, digits, hyphens and underscores', /^[A-Za-z][\w-]{0,79}$/)
  ),
  object: about('API name of the object to look in.', apiName('an object')),
  field: about('API name of the field to compare.', apiName('a field')),
  channels: channels.optional(),
  moment: about('When it happens.', oneOf(['offered', 'accepted', 'completed']), 'accepted').optional(),
  group: about('Only for agents of this group. Default: everyone.', shortText(80)).optional(),
  oneMatch: about('When one record matches.', oneOf(['open', 'chooser', 'nothing']), 'open').optional(),
  manyMatches: about(
    'When several match, by this rule and others for the same attribute.',
    oneOf(['open', 'chooser', 'nothing']),
    'chooser'
  ).optional(),
  noMatch: about('When none matches.', oneOf(['new-record', 'search', 'nothing']), 'nothing').optional()
});

/** Screen-pop rules by a name of your own: attributes are tried in this order, rules for the same one count together. */
export const screenPop = z.record(
  text('a name of letters, digits and hyphens, a letter first', /^[A-Za-z][A-Za-z0-9-]{0,29}$/),
  rule,
  { error: 'a mapping of names to screen-pop rules' }
);

const pixels = (minimum: number): z.ZodInt => wholeNumber(minimum, 20_000, 'pixels');

/** How records open. */
export const screenPopWindow = z.strictObject({
  console: about('In a console: a tab, or a subtab of the tab in front.', oneOf(['tab', 'subtab']), 'tab').optional(),
  standard: about(
    'In standard navigation: a button that the rep clicks, or screen-pop, where the softphone of Open CTI shows the page at once.',
    oneOf(['button', 'screen-pop']),
    'button'
  ).optional(),
  duringCall: about('Whether one opens by itself while the rep is on another call.', flag, true).optional(),
  outbound: about('Whether one opens for what the rep dials.', flag, false).optional(),
  window: about(
    'In standard navigation: a new window with each click, or one that is used again.',
    oneOf(['new', 'reuse']),
    'reuse'
  ).optional(),
  width: about(
    'Width of that window, in pixels. Left out, the browser decides, as for all four.',
    pixels(100)
  ).optional(),
  height: about('Height of that window, in pixels.', pixels(100)).optional(),
  left: about(
    'Pixels from the left edge of the screen; less than 0 on a screen to the left.',
    pixels(-20_000)
  ).optional(),
  top: about('Pixels from the upper edge of the screen; less than 0 on a screen above.', pixels(-20_000)).optional()
});

const developerName = text('the developer name of a presence status', /^[A-Za-z](?:_?[A-Za-z0-9]){0,79}$/);

/** States of the phone system by their names, with the presence status of each. */
export const presence = z.record(
  shortText(40),
  z.union(
    [
      developerName,
      z.strictObject({
        status: about('Developer name of the presence status.', developerName),
        direction: about(
          'Which side follows the other.',
          oneOf(['to-salesforce', 'to-phone', 'both']),
          'both'
        ).optional()
      })
    ],
    { error: 'the developer name of a presence status, or { status: …, direction: … }' }
  ),
  { error: 'a mapping of phone states to presence statuses' }
);

/** What holds for a rep who has chosen nothing. */
export const reps = z.strictObject({
  autoLogin: about('Whether reps are signed in by themselves.', flag, true).optional(),
  ringSound: about('Whether it rings aloud.', flag, true).optional(),
  messageSound: about('Whether messages sound.', flag, true).optional()
});

export type LoggingSettings = z.infer<typeof logging>;
export type ScreenPopSettings = z.infer<typeof screenPop>;
export type ScreenPopWindowSettings = z.infer<typeof screenPopWindow>;
export type PresenceSettings = z.infer<typeof presence>;
