const secretNames =
  /pass(word|wd|phrase)|secret|token|credential|api[-_ ]?key|private[-_ ]?key|access[-_ ]?key|client[-_ ]?key|^(pwd|pass|auth)$/i;

/** Whether a name says that its value is a secret. Every rep can read a call center's values, so none may stand there. */
export function secretWord(name: string): boolean {
  return secretNames.test(name);
}
