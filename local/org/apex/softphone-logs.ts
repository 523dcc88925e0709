import { ApexException } from './apex-exception';
import { method, named, type ApexClass, type ApexContext } from './apex-method';
import { callLogParts } from './call-log-parts';
import { callLogs, createdLogs } from './call-logs';
import { calledRecords } from './called-records';
import { orgDefaults } from './custom-setting';
import { phoneSettings } from './phone-settings';

type Row = Readonly<Record<string, unknown>>;

/** The methods of CalledRecords by the key prefix of what they read. */
const called: Readonly<Record<string, string>> = {
  ...{ '001': 'personAccount', '003': 'contact', '00Q': 'lead', '500': 'contactOfCase' }
};

/** The twin of SoftphoneLogs. */
export const softphoneLogs: ApexClass = {
  settings: method('', 'String', (context) =>
    JSON.stringify({
      userId: context.userId,
      timeZone: context.org.row('User', context.userId)?.TimeZoneSidKey ?? 'GMT',
      org: orgDefaults(context, 'RingdownOrg__c'),
      channels: phoneSettings.channels!.run(context, {})
    })
  ),
  find: method('callKey: String', 'String', (context, { callKey }) =>
    answered(context, ['System.QueryException'], () => {
      const [found] = callLogs.find!.run(context, { callKeys: [callKey] }) as readonly Row[];
      return found === undefined ? [] : callLogs.read!.run(context, { taskId: found.Id });
    })
  ),
  create: method('log: String', 'String', (context, { log }) =>
    answered(context, ['System.DmlException'], () => createdLogs(context, [read(context, 'Task', log)]))
  ),
  complete: method('log: String', 'String', (context, { log }) =>
    answered(context, ['System.DmlException'], () =>
      callLogs.save!.run(context, { logs: [read(context, 'Task', log)] })
    )
  ),
  saveParts: method('parts: String', 'String', (context, { parts }) =>
    answered(context, ['System.DmlException'], () =>
      callLogParts.save!.run(context, { parts: read(context, 'List<CallLogPart__c>', parts) })
    )
  ),
  called: method('recordId: String', 'String', (context, { recordId }) =>
    answered(
      context,
      ['System.QueryException'],
      () => calledRecords[called[String(recordId).slice(0, 3)] ?? '']?.run(context, { recordId }) ?? []
    )
  )
};

/** The records, or the errors of an exception that the method catches; what failed has written nothing. */
function answered(context: ApexContext, caught: readonly string[], work: () => unknown): string {
  const { org, userId } = context;
  try {
    return JSON.stringify({ userId, records: org.transaction(work) });
  } catch (error) {
    if (!(error instanceof ApexException) || !caught.includes(error.exceptionType)) throw error;
    const [row] = error.pageErrors;
    const { code, message } = row
      ? { code: row.statusCode, message: row.message }
      : { code: error.exceptionType, message: error.message };
    return JSON.stringify({ userId, errors: [{ code, message }] });
  }
}

/** `JSON.deserialize` of a text that a page sent. */
function read(context: ApexContext, type: string, text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    throw new ApexException('System.JSONException', `Malformed JSON: ${named(context, type)}`);
  }
}
