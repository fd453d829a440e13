/**
 * Loaded into server, worker and commands before their own code: ends them in good order when the process that started
 * them is gone, even if that was killed.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
