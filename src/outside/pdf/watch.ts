/** Ends the process it runs in when that takes more memory than any honest file needs. */

// A book of 20 MB takes some 300 MB while it is read.
const MOST_BYTES = 700 * 1024 * 1024;
const EVERY_MS = 20;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, "SIGKILL");
}, EVERY_MS);
