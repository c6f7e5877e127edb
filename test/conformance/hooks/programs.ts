// How each program is started on a project whose hook is configured as docs/hooks.md states.
import path from 'node:path';
import { version as claudeVersion } from '../../../server/hosts/claude-code/evidence';
import { version as codexVersion } from '../../../server/hosts/codex/evidence';
import { version as copilotVersion } from '../../../server/hosts/copilot-cli/evidence';
import { version as geminiVersion } from '../../../server/hosts/gemini-cli/evidence';
import { version as qwenVersion } from '../../../server/hosts/qwen-code/evidence';
import type { Package } from '../oracle';
import { programBelow } from '../oracles/codex';
import type { Call } from './model';

export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Below the home folder. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Where {
  /** What holds `node_modules`. */
  readonly folder: string;
  readonly project: string;
  readonly home: string;
  readonly port: number;
}

export interface HookProgram {
  readonly host: string;
  readonly packages: readonly Package[];
  readonly start: (where: Where) => Start;
  /** @param file absolute */
  readonly write: (file: string, text: string) => Call;
  readonly edit: (file: string, before: string, after: string) => Call;
  /** The name under which its model calls the tool `check` of docs/mcp.md. */
  readonly checkTool?: string;
  /** What its user types to install the plugin from a marketplace, and the name of the skill in its first request. */
  readonly plugin?: Plugin;
  /** An agent and a skill with errors, what is wrong in each, and the text that corrects it. */
  readonly files: readonly Broken[];
}

export interface Plugin {
  /** The arguments of the program, one call after the other. */
  readonly install: (marketplace: string) => readonly (readonly string[])[];
  readonly skill: RegExp;
}

export interface Broken {
  readonly file: string;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** In the finding. */
  readonly finding: RegExp;
}

const skill = (folder: string): Broken => ({
  file: `${folder}/deploy/SKILL.md`,
  text: '---\nname: deploy\ndescription: Deploys the app.\n\nDeploy it.\n',
  before: 'Deploys the app.\n',
  after: 'Deploys the app.\n---\n',
  finding: /no closing|not closed|unclosed|closing fence/i,
});

const agent = '---\nname: reviewer\ndescription: Reviews changes.\n---\n\nYou review.\n';

export const hookPrograms: readonly HookProgram[] = [
  {
    host: 'claude-code',
    checkTool: 'mcp__dossier__check',
    plugin: {
      install: (marketplace) => [
        ['plugin', 'marketplace', 'add', marketplace],
        ['plugin', 'install', 'dossier@dossier'],
      ],
      skill: /dossier:write-agent-files/,
    },
    packages: [{ name: '@anthropic-ai/claude-code', version: claudeVersion }],
    start: ({ folder, project, port }) => ({
      command: path.join(folder, 'node_modules/@anthropic-ai/claude-code-linux-x64/claude'),
      args: [
        ...['-p', '--output-format', 'stream-json', '--verbose', '--no-session-persistence'],
        ...['--permission-mode', 'bypassPermissions', '--allow-dangerously-skip-permissions', 'go'],
      ],
      environment: {
        ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
        ANTHROPIC_API_KEY: 'sk-ant-none',
        IS_SANDBOX: '1',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
      },
      files: {
        '.claude.json': JSON.stringify({
          hasCompletedOnboarding: true,
          projects: { [project]: { hasTrustDialogAccepted: true } },
        }),
        // As after the approval of the server.
        '.claude/settings.json': JSON.stringify({ enabledMcpjsonServers: ['dossier'] }),
      },
    }),
    write: (file, content) => ({ name: 'Write', input: { file_path: file, content } }),
    edit: (file, before, after) => ({
      name: 'Edit',
      input: { file_path: file, old_string: before, new_string: after },
    }),
    files: [
      {
        file: '.claude/agents/reviewer.md',
        text: agent.replace('changes.\n', 'changes.\nallowed-tools: Read\n'),
        before: 'allowed-tools',
        after: 'tools',
        finding: /allowed-tools.*Did you mean .{1,9}tools/,
      },
      skill('.claude/skills'),
    ],
  },
  {
    host: 'copilot-cli',
    checkTool: 'dossier-check',
    plugin: {
      install: (marketplace) => [
        ['plugin', 'marketplace', 'add', marketplace],
        ['plugin', 'install', 'dossier@dossier'],
      ],
      skill: /write-agent-files/,
    },
    packages: [{ name: '@github/copilot', version: copilotVersion }],
    start: ({ folder, project, home, port }) => ({
      command: path.join(folder, 'node_modules/@github/copilot-linux-x64/copilot'),
      args: [
        ...['-p', 'go', '--allow-all-tools', '--allow-all-paths', '--no-auto-update'],
        ...['--no-auto-login', '--model', 'stand-in'],
      ],
      environment: {
        XDG_CACHE_HOME: path.join(home, '.cache'),
        COPILOT_OFFLINE: 'true',
        COPILOT_AUTO_UPDATE: 'false',
        COPILOT_DISABLE_KEYTAR: '1',
        COPILOT_PROVIDER_BASE_URL: `http://127.0.0.1:${port}/v1`,
        COPILOT_MODEL: 'stand-in',
      },
      files: { '.copilot/config.json': JSON.stringify({ trustedFolders: [project] }) },
    }),
    write: (file, text) => ({ name: 'create', input: { path: file, file_text: text } }),
    edit: (file, before, after) => ({
      name: 'edit',
      input: { path: file, old_str: before, new_str: after },
    }),
    files: [
      {
        file: '.github/agents/reviewer.agent.md',
        text: agent.replace('description: Reviews changes.\n', ''),
        before: 'name: reviewer\n',
        after: 'name: reviewer\ndescription: Reviews changes.\n',
        finding: /description/,
      },
      skill('.github/skills'),
    ],
  },
  {
    host: 'codex',
    plugin: {
      install: (marketplace) => [
        ['plugin', 'marketplace', 'add', marketplace],
        ['plugin', 'add', 'dossier@dossier'],
      ],
      skill: /dossier:write-agent-files/,
    },
    packages: [{ name: '@openai/codex', version: codexVersion }],
    start: ({ folder, project, home, port }) => ({
      command: programBelow(path.join(folder, 'node_modules/@openai')),
      // Without it, hooks run only after a person has reviewed them.
      args: [
        'exec',
        '--dangerously-bypass-hook-trust',
        '--dangerously-bypass-approvals-and-sandbox',
        'go',
      ],
      environment: { CODEX_HOME: path.join(home, '.codex'), STAND_IN_KEY: 'none' },
      files: {
        '.codex/config.toml': [
          'model = "gpt-5.5"',
          'model_provider = "stand-in"',
          'approval_policy = "never"',
          'sandbox_mode = "danger-full-access"',
          '[model_providers.stand-in]',
          'name = "stand-in"',
          `base_url = "http://127.0.0.1:${port}/v1"`,
          'wire_api = "responses"',
          'env_key = "STAND_IN_KEY"',
          `[projects.${JSON.stringify(project)}]`,
          'trust_level = "trusted"',
          '',
        ].join('\n'),
      },
    }),
    write: (file, text) => ({
      name: 'apply_patch',
      input: `*** Begin Patch\n*** Add File: ${file}\n${text.trimEnd().split('\n').map(added).join('\n')}\n*** End Patch\n`,
    }),
    edit: (file, before, after) => ({
      name: 'apply_patch',
      input: `*** Begin Patch\n*** Update File: ${file}\n@@\n${before.trimEnd().split('\n').map(removed).join('\n')}\n${after.trimEnd().split('\n').map(added).join('\n')}\n*** End Patch\n`,
    }),
    files: [
      {
        file: '.codex/agents/reviewer.toml',
        text: 'name = "reviewer"\ndescription = "Reviews changes."\n',
        before: 'description = "Reviews changes."\n',
        after: 'description = "Reviews changes."\ndeveloper_instructions = "You review."\n',
        finding: /developer_instructions/,
      },
      {
        ...skill('.agents/skills'),
        before: 'description: Deploys the app.\n',
        after: 'description: Deploys the app.\n---\n',
      },
    ],
  },
  {
    host: 'gemini-cli',
    checkTool: 'mcp_dossier_check',
    packages: [{ name: '@google/gemini-cli', version: geminiVersion }],
    start: ({ folder, project, port }) => ({
      command: process.execPath,
      args: [
        path.join(folder, 'node_modules/@google/gemini-cli/bundle/gemini.js'),
        '-p',
        'go',
        '--yolo',
      ],
      environment: {
        ...{ GEMINI_API_KEY: 'none', GOOGLE_GEMINI_BASE_URL: `http://127.0.0.1:${port}` },
        // Otherwise a second process remains when the first one is stopped.
        GEMINI_CLI_NO_RELAUNCH: 'true',
      },
      files: {
        '.gemini/settings.json': JSON.stringify({
          security: { auth: { selectedType: 'gemini-api-key' } },
        }),
        '.gemini/trustedFolders.json': JSON.stringify({ [project]: 'TRUST_FOLDER' }),
      },
    }),
    write: (file, content) => ({ name: 'write_file', input: { file_path: file, content } }),
    edit: (file, before, after) => ({
      name: 'replace',
      input: { file_path: file, instruction: 'correct it', old_string: before, new_string: after },
    }),
    files: [
      {
        file: '.gemini/agents/reviewer.md',
        text: agent.replace('description: Reviews changes.\n', ''),
        before: 'name: reviewer\n',
        after: 'name: reviewer\ndescription: Reviews changes.\n',
        finding: /description/,
      },
      skill('.gemini/skills'),
    ],
  },
];

/** Programs that are asked about hooks of others only: docs/hooks.md has no configuration for them. */
export const otherHookPrograms: readonly HookProgram[] = [
  {
    host: 'qwen-code',
    packages: [{ name: '@qwen-code/qwen-code', version: qwenVersion }],
    start: ({ folder, port }) => ({
      command: process.execPath,
      args: [
        path.join(folder, 'node_modules/@qwen-code/qwen-code/cli.js'),
        ...['-p', 'go', '--yolo'],
      ],
      environment: {
        OPENAI_API_KEY: 'none',
        OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
        OPENAI_MODEL: 'stand-in',
      },
      files: {
        '.qwen/settings.json': JSON.stringify({ security: { auth: { selectedType: 'openai' } } }),
      },
    }),
    write: (file, content) => ({ name: 'write_file', input: { file_path: file, content } }),
    edit: (file, before, after) => ({
      name: 'edit',
      input: { file_path: file, old_string: before, new_string: after },
    }),
    files: [],
  },
];

const added = (line: string): string => `+${line}`;
const removed = (line: string): string => `-${line}`;
