/** How the server is: not wanted yet, on its way, there, or gone though it is wanted. */
export type ServerState = 'idle' | 'starting' | 'running' | 'stopped';
