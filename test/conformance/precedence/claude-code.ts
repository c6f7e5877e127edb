// Claude Code lists its agents over its control channel; nothing is started and nothing is sent.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { environment, parsed } from '../oracles/claude-code/session';
import type { Laid } from './lay';
import type { Answer, Program } from './program';

export const claudeCode: Program = {
  host: 'claude-code',
  marks: false,
  ask: async (folder, laid) => {
    const platform = `claude-code-${process.platform}-${process.arch}`;
    const program = path.join(folder, 'node_modules/@anthropic-ai', platform, 'claude');
    trust(laid);
    const child = spawn(
      program,
      [
        ...['-p', '--input-format', 'stream-json', '--output-format', 'stream-json', '--verbose'],
        '--no-session-persistence',
        ...laid.plugins.flatMap((plugin) => ['--plugin-dir', plugin]),
      ],
      {
        cwd: laid.start,
        env: environment(laid.home, 9, { background: false }),
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    child.stdin.end(
      '{"type":"control_request","request_id":"1","request":{"subtype":"initialize"}}\n',
    );
    let answer: Answer | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      const actual = parsed(line)?.response?.response;
      if (!actual || answer) continue;
      const agents = (actual.agents ?? []).map(({ name, description }) => {
        const file = description.endsWith('.md') ? description.split(' ').at(-1) : undefined;
        return { name, files: file === undefined ? [] : [file] };
      });
      answer = { version: actual.claude_code_version ?? '', agents };
    }
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((ended) => child.once('exit', ended));
    if (!answer) throw new Error('Claude Code did not answer');
    return answer;
  },
};

/** Like a user who has worked there before. */
function trust({ home, project, start }: Laid): void {
  const trusted = { hasTrustDialogAccepted: true };
  const projects = { [project]: trusted, [start]: trusted };
  mkdirSync(path.join(home, '.claude'), { recursive: true });
  writeFileSync(path.join(home, '.claude.json'), JSON.stringify({ projects }));
}
