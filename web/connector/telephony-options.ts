import { type Phone } from '../phone/phone';
import { type CallBook } from './call-book';
import { type Beholder } from './sdk-call';

/** What the methods about calls work with. */
export type TelephonyOptions = {
  readonly phone: () => Promise<Phone>;
  readonly book: CallBook;
  readonly beholder: () => Beholder;
};
