import { fieldPermissions } from '../rules/field-permissions';
import { packagedPermissions } from '../rules/packaged-permissions';
import { permissionCoverage } from '../rules/permission-coverage';
import { permissionReferences } from '../rules/permission-references';
import { roleLadder } from '../rules/role-ladder';
import { grant, ladder, revoke } from './grants';
import { main, metadata, postInstall, voice } from './places';
import type { PlantedMistake } from './plant';

const [admin, supervisor, agent] = ladder;
const access = `${postInstall}/permissionsets/RingdownAccess.permissionset-meta.xml`;
const voiceAgent = `${voice}/permissionsets/RingdownVoiceAgent.permissionset-meta.xml`;

/** Mistakes in what people may. */
export const permissionMistakes: readonly PlantedMistake[] = [
  {
    mistake: 'field-level security of an activity',
    caughtBy: fieldPermissions,
    edits: [grant(admin, 'Activity.CallKey__c')]
  },
  {
    mistake: 'field-level security of a task without that of an event',
    caughtBy: fieldPermissions,
    edits: [revoke(agent, 'fieldPermissions', 'Event.Queue__c')]
  },
  {
    mistake: 'field-level security twice',
    caughtBy: fieldPermissions,
    edits: [grant(admin, 'CallLogPart__c.Text__c')]
  },
  {
    mistake: 'a field that can be written and not read',
    caughtBy: fieldPermissions,
    edits: [
      revoke(admin, 'fieldPermissions', 'CallLogPart__c.PartCount__c'),
      grant(admin, 'CallLogPart__c.PartCount__c', true, false),
      ...[agent, supervisor].map((file) => revoke(file, 'fieldPermissions', 'CallLogPart__c.PartCount__c'))
    ]
  },
  {
    mistake: 'field-level security of a required field',
    caughtBy: fieldPermissions,
    edits: [
      {
        file: `${main}/objects/AgentActivity__c/fields/OccurredAt__c.field-meta.xml`,
        replace: '<required>false',
        by: '<required>true'
      }
    ]
  },
  ...['CallDisposition', 'CallDurationInSeconds', 'CallObject', 'Subject'].map((name) => ({
    mistake: `field-level security of Task.${name}, which has none`,
    caughtBy: fieldPermissions,
    edits: [grant(access, `Task.${name}`)]
  })),
  {
    mistake: 'Task.Type in a package',
    caughtBy: packagedPermissions,
    edits: [grant(admin, 'Task.Type')]
  },
  {
    mistake: 'a standard object in a package',
    caughtBy: packagedPermissions,
    edits: [
      {
        file: admin,
        replace: '<objectPermissions>',
        by: `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>
          <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Contact</object>
          <viewAllRecords>false</viewAllRecords></objectPermissions><objectPermissions>`
      }
    ]
  },
  {
    mistake: 'API access in a package',
    caughtBy: packagedPermissions,
    edits: [
      {
        file: voiceAgent,
        replace: '</PermissionSet>',
        by: '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions></PermissionSet>'
      }
    ]
  },
  {
    mistake: 'a field that nobody can see',
    caughtBy: permissionCoverage,
    edits: [admin, supervisor, agent].flatMap((file) => [
      revoke(file, 'fieldPermissions', 'Task.RecordingUrl__c'),
      revoke(file, 'fieldPermissions', 'Event.RecordingUrl__c')
    ])
  },
  {
    mistake: 'a new field that nobody was granted',
    caughtBy: permissionCoverage,
    edits: [
      {
        file: `${main}/objects/CallLogPart__c/fields/Hash__c.field-meta.xml`,
        add: metadata(
          'CustomField',
          `<fullName>Hash__c</fullName><description>x</description><inlineHelpText>x</inlineHelpText><label>Hash</label>
          <length>64</length><type>Text</type>`
        )
      }
    ]
  },
  {
    mistake: 'a class that nobody may call',
    caughtBy: permissionCoverage,
    edits: [admin, supervisor, agent].map((file) => revoke(file, 'classAccesses', 'CallLogs'))
  },
  {
    mistake: 'settings that nobody may read',
    caughtBy: permissionCoverage,
    edits: [revoke(admin, 'customMetadataTypeAccesses', 'PackageSource__mdt')]
  },
  {
    mistake: 'a custom setting that nobody may read',
    caughtBy: permissionCoverage,
    edits: [admin, supervisor, agent].map((file) => revoke(file, 'customSettingAccesses', 'RingdownOrg__c'))
  },
  {
    mistake: 'an object that nobody may read',
    caughtBy: permissionCoverage,
    edits: [admin, supervisor, agent].map((file) => revoke(file, 'objectPermissions', 'AgentActivity__c'))
  },
  {
    mistake: 'a tab that nobody sees',
    caughtBy: permissionCoverage,
    edits: [revoke(admin, 'tabSettings', 'RingdownSetup')]
  },
  {
    mistake: 'an app that nobody sees',
    caughtBy: permissionCoverage,
    edits: [revoke(voiceAgent, 'applicationVisibilities', 'RingdownVoiceConsole')]
  },
  {
    mistake: 'a field of Voice that nobody can see',
    caughtBy: permissionCoverage,
    edits: [revoke(voiceAgent, 'fieldPermissions', 'VoiceCall.Result__c')]
  },
  ...(
    [
      ['a field that is not there', grant(admin, 'CallLogPart__c.Texts__c')],
      ['a class that is not there', { file: admin, replace: '<classAccesses>', by: classAccess('CallLogger') }],
      [
        'an app that is not there',
        { file: admin, replace: '<applicationVisibilities>', by: appAccess('RingdownDesk') }
      ],
      [
        'a tab that is not there',
        {
          file: admin,
          replace: '<tabSettings>',
          by: '<tabSettings><tab>RingdownMonitors</tab><visibility>Visible</visibility></tabSettings><tabSettings>'
        }
      ],
      ['a user permission that no org has', { file: access, replace: '<name>ApiEnabled<', by: '<name>APIEnabled<' }]
    ] as const
  ).map(([mistake, edit]) => ({ mistake: `access to ${mistake}`, caughtBy: permissionReferences, edits: [edit] })),
  {
    mistake: 'something that an agent may and a supervisor may not',
    caughtBy: roleLadder,
    edits: [revoke(supervisor, 'classAccesses', 'RelatedRecords')]
  },
  {
    mistake: 'a supervisor who sees nothing of others',
    caughtBy: roleLadder,
    edits: [admin, supervisor].map((file) => ({
      file,
      replace: /<viewAllRecords>true/g,
      by: '<viewAllRecords>false'
    }))
  },
  {
    mistake: 'something that a supervisor sees and an admin does not',
    caughtBy: roleLadder,
    edits: [{ file: admin, replace: /<viewAllRecords>true/, by: '<viewAllRecords>false' }]
  }
];

function classAccess(name: string): string {
  return `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses><classAccesses>`;
}

function appAccess(name: string): string {
  return `<applicationVisibilities><application>${name}</application><visible>true</visible></applicationVisibilities><applicationVisibilities>`;
}
