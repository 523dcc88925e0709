const heartbeatMs = 5000;

/** Says what is being done, shows that it is still alive, and says how long it took. */
export async function withProgress(title, work) {
  const started = Date.now();
  const live = process.stdout.isTTY && !process.env.CI;
  process.stdout.write(live ? title : `${title}\n`);
  const timer = setInterval(
    () => process.stdout.write(live ? `\r${title} ${seconds(started)}` : `  still working, ${seconds(started)}\n`),
    live ? 1000 : heartbeatMs
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.stdout.write(live ? `\r${title} ${seconds(started)}\n` : `  took ${seconds(started)}\n`);
  }
}

/** Time since `started`, such as `12.3 s`. */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
