'use strict';
// One line for each file's suite, the failures in full at the end, and the counts in a file for `npm test` to add up.
const fs = require('node:fs');
const path = require('node:path');
const Mocha = require('mocha');

const { EVENT_RUN_END, EVENT_SUITE_END, EVENT_TEST_END, EVENT_TEST_FAIL } = Mocha.Runner.constants;

module.exports = class LineReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    let tally = { count: 0, failed: 0, started: Date.now() };
    runner.on(EVENT_TEST_END, (test) => {
      if (test.state !== undefined) tally.count += 1;
    });
    // Also a hook that fails, which has no test of its own.
    runner.on(EVENT_TEST_FAIL, () => (tally.failed += 1));
    runner.on(EVENT_SUITE_END, (suite) => {
      if (!suite.parent?.root) return;
      const file = suite.file ? path.relative(process.cwd(), suite.file) : suite.title;
      const mark = tally.failed > 0 ? 'FAIL' : 'ok  ';
      process.stdout.write(
        `${mark} ${file} (${tally.count} tests, ${((Date.now() - tally.started) / 1000).toFixed(1)} s)\n`
      );
      tally = { count: 0, failed: 0, started: Date.now() };
    });
    runner.once(EVENT_RUN_END, () => {
      if (this.stats.failures > 0) this.epilogue();
      const { passes, failures, pending } = this.stats;
      fs.writeFileSync(options.reporterOptions.output, JSON.stringify({ passed: passes, failed: failures, pending }));
    });
  }
};
