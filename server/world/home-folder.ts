// The user's home folder and the working folder.
import { homedir } from 'node:os';

/** Separated by `/`. Undefined for a user who has none, such as a number without a name in a container. */
export function homeFolder(): string | undefined {
  try {
    return homedir().replaceAll('\\', '/');
  } catch {
    return undefined;
  }
}

/** Empty where it was removed. */
export function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}
