import from from '@salesforce/label/c.RepMessagesFrom';
import important from '@salesforce/label/c.RepMessagesImportant';
import fresh from '@salesforce/label/c.RepMessagesNew';
import freshImportant from '@salesforce/label/c.RepMessagesNewImportant';
import problem from '@salesforce/label/c.RepMessagesProblem';
import read from '@salesforce/label/c.RepMessagesRead';
import readOf from '@salesforce/label/c.RepMessagesReadOf';
import title from '@salesforce/label/c.RepMessagesTitle';
import until from '@salesforce/label/c.RepMessagesUntil';

export const labels = { fresh, freshImportant, from, important, problem, read, readOf, title, until };
