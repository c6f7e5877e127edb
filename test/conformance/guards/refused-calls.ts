// A session whose model makes calls at once. Claude Code and Qwen Code have the same protocol for it.
import type { ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What the model gets for a call. */
export interface Result {
  readonly is_error?: boolean;
  readonly content?: unknown;
}

interface Line {
  readonly type?: string;
  readonly request_id?: string;
  readonly request?: { readonly subtype?: string; readonly tool_use_id?: string };
  readonly message?: { readonly content?: unknown };
}

interface Session {
  /** For the complaint. */
  readonly name: string;
  /** After which the program is stopped, in milliseconds. */
  readonly patience: number;
  /** Before the model is called, in milliseconds: servers are started meanwhile. */
  readonly pause: number;
}

/**
 * Begins the session and answers every question with no.
 * @returns the ids of the calls that were asked about, and what came of each call. Throws where there was none.
 */
export async function refusedCalls(
  child: ChildProcessByStdio<Writable, Readable, null>,
  { name, patience, pause }: Session,
): Promise<{ readonly asked: ReadonlySet<string>; readonly results: ReadonlyMap<string, Result> }> {
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const send = (line: object): void => {
    child.stdin.write(`${JSON.stringify(line)}\n`);
  };
  send({ type: 'control_request', request_id: '1', request: { subtype: 'initialize' } });
  const asked = new Set<string>();
  const results = new Map<string, Result>();
  let hasBegun = false;
  for await (const text of createInterface({ input: child.stdout })) {
    const line = (text.startsWith('{') ? JSON.parse(text) : null) as Line | null;
    if (line?.type === 'control_response' && !hasBegun) {
      hasBegun = true;
      const message = { role: 'user', content: 'Go.' };
      setTimeout(
        () => send({ type: 'user', session_id: 's', parent_tool_use_id: null, message }),
        pause,
      );
    }
    if (line?.request?.subtype === 'can_use_tool') {
      asked.add(line.request.tool_use_id ?? '');
      const response = { behavior: 'deny', message: 'no' };
      send({
        type: 'control_response',
        response: { subtype: 'success', request_id: line.request_id, response },
      });
    }
    if (line?.type === 'user' && Array.isArray(line.message?.content))
      for (const part of line.message.content as ({ tool_use_id?: string } & Result)[])
        results.set(part.tool_use_id ?? '', part);
    if (line?.type === 'result') child.stdin.end();
  }
  clearTimeout(timer);
  if (results.size === 0) throw new Error(`${name} made no call`);
  return { asked, results };
}
