// Agents from and to Qoder CLI, whose subagents call no agents, and for which an empty list of tools means all of them.
import { converting } from '../support/converting';

const head = 'name: reviewer\ndescription: Reviews changes.';
const toQoder = { from: 'claude-code', to: 'qoder' };

describe('a conversion to Qoder CLI', () => {
  it('names the tools, and reports that the model is lost', () => {
    converting(`${head}\ntools: Read, Edit, WebFetch\nmodel: sonnet`, toQoder)
      .gives(`${head}\ntools: Read, Edit, WebFetch`)
      .accounts('same', 'tools')
      .accounts('decision', 'model');
  });

  it('denies every tool that does the same', () => {
    converting(`${head}\ndisallowedTools: Bash`, toQoder).gives(
      `${head}\ndisallowedTools: Bash, Monitor, EnterWorktree, CronCreate`,
    );
  });

  it('gives no tools to an agent without tools', () => {
    converting(`${head}\ntools: []`, toQoder).isRefused(
      'tools',
      'Qoder CLI does not limit the agent',
    );
  });

  it('leaves out what requires asking, because no mode is known to be a limit', () => {
    converting(`${head}\ntools: Read, Bash\npermissionMode: default`, toQoder)
      .gives(`${head}\ntools: Read`)
      .accounts('narrower', 'run-command', 'cannot require asking');
  });

  it('names servers and single tools, and denies single tools only', () => {
    converting(`${head}\ntools: Read, mcp__tickets, mcp__docs__read`, toQoder)
      .gives(`${head}\ntools: Read, mcp__tickets__*, mcp__docs__read`)
      .accounts('same', 'tools');
    converting(`${head}\ndisallowedTools: mcp__tickets__drop`, toQoder).gives(
      `${head}\ndisallowedTools: mcp__tickets__drop`,
    );
    converting(`${head}\ndisallowedTools: mcp__tickets`, toQoder).isRefused(
      'tickets',
      'could do this in Qoder CLI',
    );
  });

  it('keeps turns, effort and skills', () => {
    converting(`${head}\nmaxTurns: 5\neffort: high\nskills: [a]`, toQoder).gives(
      `${head}\nmaxTurns: 5\neffort: high\nskills: [a]`,
    );
  });
});

describe('a conversion from Qoder CLI', () => {
  const from = (to: string) => ({ from: 'qoder', to });

  it('writes the tools of the other host', () => {
    converting(`${head}\ntools: Read Grep, Bash`, from('claude-code')).gives(
      `${head}\ntools: Read, Grep, Bash`,
    );
    converting(`${head}\ntools: [Read, Grep]`, from('opencode')).accounts('same', 'tools');
  });

  it('reads an empty list as every tool', () => {
    converting(`${head}\ntools: []`, from('claude-code')).gives(head);
  });

  it('keeps a mode that forbids changes', () => {
    converting(`${head}\ntools: Read, Edit\npermissionMode: plan`, from('kimi')).gives(
      `${head}\ntools: [Read]`,
    );
  });
});
