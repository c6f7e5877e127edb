// The words that fields of Qwen Code accept.
import { plainColors } from '../model/plain-colors';
import type { Choice } from '../model/type';

const choice = (value: string, means: string): Choice => ({ value, means });

export const colors: readonly Choice[] = [
  ...plainColors,
  choice('auto', 'Qwen Code chooses the color.'),
];

export const approvalModes: readonly Choice[] = [
  choice('default', 'Asks before changing files or running commands.'),
  { ...choice('plan', 'Makes no changes.'), alsoWritten: ['read-only', 'readonly'] },
  {
    ...choice('auto-edit', 'Changes files in the project without asking.'),
    alsoWritten: ['acceptedits', 'auto_edit'],
  },
  choice('auto', 'A safety check decides whether to ask.'),
  { ...choice('yolo', 'Never asks.'), alsoWritten: ['bypasspermissions'], grants: true },
  choice('bubble', 'Asks in the session that called the agent.'),
];

export const permissionModes: readonly Choice[] = [
  choice('default', 'Same as `default` in `approvalMode`.'),
  choice('plan', 'Same as `plan` in `approvalMode`.'),
  choice('acceptEdits', 'Same as `auto-edit` in `approvalMode`.'),
  choice('auto', 'Same as `auto-edit` in `approvalMode`.'),
  { ...choice('bypassPermissions', 'Same as `yolo` in `approvalMode`.'), grants: true },
  choice('dontAsk', 'Same as `default` in `approvalMode`.'),
];

/** The modes that `permissionMode` stands for. */
export const approvalOf: Readonly<Record<string, string>> = {
  default: 'default',
  plan: 'plan',
  acceptEdits: 'auto-edit',
  auto: 'auto-edit',
  bypassPermissions: 'yolo',
  dontAsk: 'default',
};

export const executorKinds: readonly Choice[] = [
  choice('acp', 'A program with the Agent Client Protocol.'),
  choice('codex', 'Codex.'),
];

/** In lowercase. */
export const reservedNames: readonly string[] = [
  ...['self', 'system', 'user', 'model', 'tool', 'config', 'default', 'main'],
];
