/** Ends the process it runs in when that takes more memory or more of the processor than any honest file needs. */

// A book of 20 MB takes some 300 MB while it is read.
const MOST_BYTES = 700 * 1024 * 1024;
// Of the processor, so that a busy machine makes no file too long.
const MOST_SECONDS = 20;
const EVERY_MS = 20;

setInterval(() => {
  const { user, system } = process.cpuUsage();
  const isTooMuch = process.memoryUsage.rss() > MOST_BYTES || (user + system) / 1_000_000 > MOST_SECONDS;
  if (isTooMuch) process.kill(process.pid, "SIGKILL");
}, EVERY_MS);
