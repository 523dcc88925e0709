import { z } from 'zod';
import { about, flag, names, oneOf, text } from './words';

const lists = {
  profiles: about('Profile names.', names).optional(),
  permissionSets: about('Permission set names.', names).optional(),
  roles: about('Role developer names.', names).optional(),
  groups: about('Public group developer names; members of groups inside count too.', names).optional(),
  usernames: about('User names, name@domain.', names).optional()
};

const rule = z.strictObject(lists);

/** Users who meet any of the lists, or belong to a call center by its rule. */
export const ruleWithCallCenters = z.strictObject({
  ...lists,
  callCenters: about('Call centers of this file: everyone whom their own rule matches.', names).optional()
});

export const users = z.strictObject({
  callCenters: about(
    'Who is in which call center. A user can be in one only.',
    z.array(
      z.strictObject({
        callCenter: about('A key under callCenters.', z.string({ error: 'a key under callCenters' })),
        match: about('Users who meet any of the lists.', rule)
      }),
      { error: 'a list of rules' }
    )
  ).optional(),
  serviceCloudUser: about('Who gets the Service Cloud User licence.', ruleWithCallCenters).optional(),
  roles: about(
    'Who gets which permission set of Ringdown’s packages.',
    z.strictObject({
      agent: about('RingdownAgent.', ruleWithCallCenters).optional(),
      supervisor: about('RingdownSupervisor.', ruleWithCallCenters).optional(),
      admin: about('RingdownAdmin.', ruleWithCallCenters).optional()
    })
  ).optional(),
  moveUsers: about('Whether users may be taken out of another call center.', flag, false).optional()
});

export type RuleSettings = z.infer<typeof ruleWithCallCenters>;

/** How a user of the org and an agent of the phone system are known to be one person. */
export const agents = z.strictObject({
  matchBy: about(
    'Field of the Salesforce user that the name of the agent has to equal.',
    oneOf(['Username', 'Email', 'FederationIdentifier']),
    'Username'
  ).optional(),
  usernameSuffix: about(
    'What the sandbox appended to usernames, without the dot. Default: its name in the My Domain address.',
    text('letters and digits, without a dot', /^[A-Za-z0-9]{1,40}$/)
  ).optional()
});
