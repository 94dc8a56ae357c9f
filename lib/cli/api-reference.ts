import { writeFileSync } from 'node:fs';
import { printReference } from './api-reference/print-reference.ts';

writeFileSync('API.md', printReference('lib/contracts'));
