import { explainConfig, type ExplainedValue } from '../config/explain-config';
import { exitCode } from '../exit-code';
import type { CommandContext, CommandResult } from './command';
import { requireOrg } from './open-run';

/** Prints every value that holds for an org, with where it came from. */
// oxlint-disable-next-line typescript/require-await -- every command is asynchronous to its caller
export async function run(context: CommandContext): Promise<CommandResult> {
  const { options, env, cwd } = context;
  const file = options.config;
  const { config, values } = explainConfig({ file, org: requireOrg(context), env, cwd });
  return {
    exitCode: exitCode.done,
    data: { file, org: config.org.name, kind: config.org.kind, values },
    lines: [`${config.org.name} (${config.org.kind}), from ${file}`, ...sections(values)]
  };
}

/** One heading for each first step of the paths, and the rows below it in columns. */
function sections(values: readonly ExplainedValue[]): readonly string[] {
  const headings = [...new Set(values.map(headingOf))];
  return headings.flatMap((heading) => {
    const rows = values.filter((value) => headingOf(value) === heading);
    const widths = [
      widest(
        rows.map(({ path }) => path),
        48
      ),
      widest(rows.map(shown), 48)
    ] as const;
    return [
      '',
      `# ${heading}`,
      ...rows.map((row) => `  ${row.path.padEnd(widths[0])}  ${shown(row).padEnd(widths[1])}  ${row.origin}`)
    ];
  });
}

const shown = ({ value, note }: ExplainedValue): string => (note === undefined ? value : `${value} (${note})`);

const headingOf = ({ path }: ExplainedValue): string => path.split(/[.[]/, 1)[0] ?? path;

const widest = (texts: readonly string[], limit: number): number =>
  Math.min(limit, Math.max(...texts.map((text) => text.length)));
