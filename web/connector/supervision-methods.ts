import { idOf } from './call-parts';
import { superviseCallResult, supervisorHangupResult } from './connector-sdk';
import { sdkCallOf } from './sdk-call';
import { type SdkTelephony } from './sdk-methods';
import { type TelephonyOptions } from './telephony-options';
import { knows } from './told-by-action';

/** What a supervisor asks of a colleague's call. */
export function supervisionMethods({
  phone,
  book,
  beholder
}: Pick<TelephonyOptions, 'phone' | 'book' | 'beholder'>): Pick<
  SdkTelephony,
  'superviseCall' | 'supervisorBargeIn' | 'supervisorDisconnect'
> {
  return {
    superviseCall: async (given) => {
      const there = await phone();
      const call = await book.during(() => there.supervise(idOf(given)), knows('phase'));
      return superviseCallResult({ call: sdkCallOf(call, beholder()) });
    },
    supervisorBargeIn: async (given) => {
      const there = await phone();
      const call = await book.during(() => there.bargeIn(idOf(given)), knows('phase', 'bargedInBy'));
      return superviseCallResult({ call: sdkCallOf(call, beholder()) });
    },
    supervisorDisconnect: async (given) => {
      const there = await phone();
      const supervised = book.calls().find(({ supervision }) => supervision !== undefined);
      const callId = given?.callId ?? supervised?.callId ?? idOf(given);
      const call = await book.during(() => there.stopSupervising(callId), knows('phase', 'bargedInBy'));
      return supervisorHangupResult({ calls: sdkCallOf(call, beholder()) });
    }
  };
}
