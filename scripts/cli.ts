import { helpText } from './help';

// Help and version answer before anything else is loaded: people and scripts call them often.
const args = process.argv.slice(2);
if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
  process.stdout.write(helpText(args[1]));
} else if (args.length > 1 && (args.includes('--help') || args.includes('-h'))) {
  process.stdout.write(helpText(args.filter((word) => !word.startsWith('-')).join(' ')));
} else {
  const { runCommandLine } = require('./run-command-line') as typeof import('./run-command-line');
  void runCommandLine(args).then((code) => (process.exitCode = code));
}
