/** State of the server. `idle`: not started yet, or stopped on request. `stopped`: failed to start, or exited unexpectedly. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';
