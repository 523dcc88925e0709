import { runJava } from './java';

/** A thing that apex-ls found wrong in a class. */
export type SemanticIssue = { readonly file: string; readonly line: number; readonly message: string };

type Report = {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly { readonly start: { readonly line: number }; readonly message: string }[];
  }[];
};

/** What a Salesforce DX project says that its own objects, the standard ones or the platform do not have. */
export async function semanticIssues(project: string): Promise<readonly SemanticIssue[]> {
  const program = 'io.github.apexdevtools.apexls.CheckForIssues';
  const issuesFound = 4;
  // Without --nocache it leaves a cache in the home folder.
  const args = ['--workspace', project, '--format', 'json', '--nocache'];
  const printed = await runJava(program, args, [0, issuesFound]);
  const report = JSON.parse(printed) as Report;
  return report.files.flatMap(({ path: file, messages }) =>
    messages.map(({ start, message }) => ({ file, line: start.line, message }))
  );
}
