// The folders of skills and commands that a program reads next to its own.
import type { Location } from '../../model/location';

/** A folder, with what follows "Skills" or "Commands" in the sentence about it. */
export interface ReadFolder extends Pick<Location, 'role' | 'isOptional'> {
  readonly folder: string;
  readonly of: string;
}

export const ownFolder = (folder: string): ReadFolder => ({ folder, role: 'owner', of: '' });

/** The folder of another program, which counts only where it is in use: few of its authors think of the reader. */
export const folderOf = (folder: string, program: string): ReadFolder => ({
  ...{ folder, role: 'guest', isOptional: true },
  of: ` in the folder of ${program}`,
});

/** The folder that belongs to no program. It counts only where the program is in use. */
export const sharedFolder = (role: Location['role']): ReadFolder => ({
  ...{ folder: '.agents', role, isOptional: true },
  of: ' in the folder that several programs share',
});
