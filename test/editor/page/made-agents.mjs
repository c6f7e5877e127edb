// Workspaces of agents that call each other, few and many. The same number makes the same files.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const claude = (name, tools) =>
  `---\nname: ${name}\ndescription: Does the work of ${name}.\ntools: ${tools}\n---\nYou work as ${name}.\n`;
const copilot = (name, more) =>
  `---\nname: ${name}\ndescription: Does the work of ${name}.\n${more}\n---\nYou work as ${name}.\n`;

export const few = {
  '.claude/agents/lead.md': claude('lead', 'Read, Grep, Agent(builder, reviewer, ghost)'),
  '.claude/agents/builder.md': claude('builder', 'Read, Edit, Bash, Agent(lead)'),
  '.claude/agents/reviewer.md': claude('reviewer', 'Read, Grep'),
  '.github/agents/plan.agent.md': copilot(
    'plan',
    'tools: [read, search]\nhandoffs:\n  - {label: Build, agent: build, prompt: go}',
  ),
  '.github/agents/build.agent.md': copilot('build', 'tools: [read, edit, execute]'),
};

/** A lead that is only told whom to call, and a command that starts it. */
export const told = {
  '.claude/agents/lead.md': `${claude('lead', 'Read, Agent')}Delegate to builder, then ask @reviewer.\n`,
  '.claude/agents/builder.md': claude('builder', 'Read, Edit'),
  '.claude/agents/reviewer.md': claude('reviewer', 'Read'),
  '.claude/commands/ship.md': '---\nagent: lead\n---\nShip it.\n',
};

/** Agents of which none names another. */
export const strangers = {
  '.claude/agents/one.md': claude('one', 'Read'),
  '.claude/agents/two.md': claude('two', 'Read, Edit'),
};

const trades = ['api', 'billing', 'data', 'docs', 'mobile', 'platform', 'search', 'web'];
const jobs = ['architect', 'builder', 'reviewer', 'tester', 'writer', 'migrator', 'profiler'];
const kits = ['Read, Grep', 'Read, Edit', 'Read, Bash', 'Read, Grep, WebFetch', 'Read, Edit, Bash'];

/** Teams with a lead of their own, leads below one head, and agents that no other agent names. */
export function many(count) {
  const files = { '.claude/agents/head.md': '' };
  const leads = trades.map((trade) => `${trade}-lead`);
  files['.claude/agents/head.md'] = claude('head', `Read, Agent(${leads.join(', ')})`);
  const perTeam = Math.floor((count - 1) / trades.length);
  trades.forEach((trade, team) => {
    const names = Array.from({ length: perTeam - 1 }, (_, n) => {
      const round = Math.floor(n / jobs.length);
      return `${trade}-${jobs[n % jobs.length]}${round === 0 ? '' : `-${round + 1}`}`;
    });
    const own = names.slice(0, 5 + (team % 4));
    const folder = `.claude/agents/${trade}`;
    files[`${folder}/${trade}-lead.md`] = claude(
      `${trade}-lead`,
      `Read, Grep, Agent(${own.join(', ')})`,
    );
    names.forEach((name, n) => {
      const kit = kits[(n + team) % kits.length];
      const back = n === 2 && team % 3 === 0 ? `, Agent(${trade}-lead)` : '';
      files[`${folder}/${name}.md`] = claude(name, kit + back);
    });
  });
  for (let n = Object.keys(files).length; n < count; n++)
    files[`.github/agents/spare-${n}.agent.md`] = copilot(`spare-${n}`, 'tools: [read]');
  return files;
}

export function writeAgents(folder, files) {
  for (const [file, text] of Object.entries(files)) {
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
}
