'use strict';
// One line for each file, the failures in full at the end, and the counts in a file for `npm test` to add up.
const fs = require('node:fs');
const path = require('node:path');
const Mocha = require('mocha');

const { EVENT_RUN_END, EVENT_SUITE_BEGIN, EVENT_TEST_END, EVENT_TEST_FAIL } = Mocha.Runner.constants;

module.exports = class LineReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    let file;
    let tally = fresh();
    const close = () => {
      if (file !== undefined) process.stdout.write(lineOf(file, tally));
      tally = fresh();
    };
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (!suite.parent?.root || suite.file === file) return;
      close();
      file = suite.file;
    });
    runner.on(EVENT_TEST_END, (test) => {
      if (test.state !== undefined) tally.count += 1;
    });
    // Also a hook that fails, which has no test of its own.
    runner.on(EVENT_TEST_FAIL, () => (tally.failed += 1));
    runner.once(EVENT_RUN_END, () => {
      close();
      if (this.stats.failures > 0) this.epilogue();
      const { passes, failures, pending } = this.stats;
      fs.writeFileSync(options.reporterOptions.output, JSON.stringify({ passed: passes, failed: failures, pending }));
    });
  }
};

function fresh() {
  return { count: 0, failed: 0, started: Date.now() };
}

function lineOf(file, { count, failed, started }) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return `${failed > 0 ? 'FAIL' : 'ok  '} ${path.relative(process.cwd(), file)} (${count} tests, ${seconds} s)\n`;
}
