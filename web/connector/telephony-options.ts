import { type NumberPlace } from '../phone-page/dialled-number';
import { type Phone } from '../phone/phone';
import { type CallBook } from './call-book';
import { type DialCheck } from './dial-check';
import { type Beholder } from './sdk-call';

/** What the methods about calls work with. */
export type TelephonyOptions = {
  readonly phone: () => Promise<Phone>;
  readonly book: CallBook;
  readonly beholder: () => Beholder;
  /** For numbers without a country. */
  readonly place: () => NumberPlace;
  /** Rejects what may not be called. */
  readonly mayDial: DialCheck['mayDial'];
  /** What Salesforce shows the rep: the text of a label, or of its own. */
  readonly failure: (label: string, words: string) => Error;
  /** Shows the rep a failure of something that Salesforce itself keeps still about. */
  readonly tellRep: (failure: Error) => void;
};
