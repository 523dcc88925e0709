// Loaded into a program before it starts: its time of day is ahead by the milliseconds that the file of AHEAD_FILE holds.
const { readFileSync } = require('node:fs');

const now = Date.now.bind(Date);

Date.now = () => {
  try {
    return now() + Number(readFileSync(process.env.AHEAD_FILE, 'utf8'));
  } catch {
    return now();
  }
};
