// Tests of what only POSIX systems have: symbolic links without a privilege, named pipes, devices, and permissions of files.
import { describeWith } from './resources';

/** `describe`, skipped on Windows with the reason in its name. */
export const describeOnPosix = (title: string, body: () => void): void =>
  describeWith(process.platform !== 'win32', 'needs links, pipes and permissions', title, body);

/** `it`, skipped on Windows. */
export const itOnPosix: typeof it | typeof it.skip = process.platform === 'win32' ? it.skip : it;
