import type { Problem } from '../problem';

/** One row of a deploy's result, in the words of the Metadata API's DeployMessage. */
export type DeployMessage = {
  readonly componentType: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly created: boolean;
  readonly changed: boolean;
  readonly deleted: boolean;
  readonly success: boolean;
  readonly id?: string;
  readonly problem?: string;
  readonly problemType?: 'Error' | 'Warning';
  readonly lineNumber?: number;
  readonly columnNumber?: number;
};

/** What a message is about. */
export type Subject = { readonly type: string; readonly fullName: string; readonly fileName: string };

/** A row that says what is wrong. */
export function failureOf(subject: Subject, problem: Problem): DeployMessage {
  return {
    ...row(subject),
    success: false,
    problem: problem.message,
    problemType: 'Error',
    lineNumber: problem.line,
    columnNumber: problem.column
  };
}

/** A row for a component that is now as the package has it. */
export function successOf(
  subject: Subject,
  done: { readonly id?: string; readonly created?: boolean; readonly changed?: boolean; readonly deleted?: boolean }
): DeployMessage {
  const { id, created = false, changed = false, deleted = false } = done;
  return { ...row(subject), created, changed, deleted, success: true, id };
}

/** A row for something that is only worth saying; it fails the deploy unless warnings are ignored. */
export function warningOf(subject: Subject, message: string, ignored: boolean): DeployMessage {
  return { ...row(subject), success: ignored, problem: message, problemType: 'Warning' };
}

const row = ({ type, fullName, fileName }: Subject): DeployMessage => ({
  componentType: type,
  fullName,
  fileName,
  created: false,
  changed: false,
  deleted: false,
  success: false
});
