import { migrationsFolder } from '../open-store.ts';
import { openPglite } from '../pglite.ts';

const [folder = ''] = process.argv.slice(2);
await (await openPglite(folder, migrationsFolder)).close();
