import untitled from '@salesforce/label/c.CallHistoryUntitled';
import callFrom from '@salesforce/label/c.CallLogSubjectCallFrom';
import callTo from '@salesforce/label/c.CallLogSubjectCallTo';
import withheld from '@salesforce/label/c.CallLogSubjectWithheld';
import cancel from '@salesforce/label/c.UnlinkedLogsCancel';
import done from '@salesforce/label/c.UnlinkedLogsDone';
import failed from '@salesforce/label/c.UnlinkedLogsFailed';
import link from '@salesforce/label/c.UnlinkedLogsLink';
import linked from '@salesforce/label/c.UnlinkedLogsLinked';
import linking from '@salesforce/label/c.UnlinkedLogsLinking';
import loading from '@salesforce/label/c.UnlinkedLogsLoading';
import more from '@salesforce/label/c.UnlinkedLogsMore';
import save from '@salesforce/label/c.UnlinkedLogsSave';
import title from '@salesforce/label/c.UnlinkedLogsTitle';

/** Every word of the list. */
export const labels = {
  callFrom,
  callTo,
  cancel,
  done,
  failed,
  link,
  linked,
  linking,
  loading,
  more,
  save,
  title,
  untitled,
  withheld
};
