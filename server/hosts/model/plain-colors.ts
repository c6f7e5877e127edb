// The colors that several hosts accept for an agent.
import type { Choice } from './type';

export const plainColors: readonly Choice[] = [
  { value: 'red', means: 'Red', hex: '#dc2626' },
  { value: 'blue', means: 'Blue', hex: '#2563eb' },
  { value: 'green', means: 'Green', hex: '#16a34a' },
  { value: 'yellow', means: 'Yellow', hex: '#ca8a04' },
  { value: 'purple', means: 'Purple', hex: '#9333ea' },
  { value: 'orange', means: 'Orange', hex: '#ea580c' },
  { value: 'pink', means: 'Pink', hex: '#db2777' },
  { value: 'cyan', means: 'Cyan', hex: '#0891b2' },
];
