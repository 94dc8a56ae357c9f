import pino from 'pino';
import { Jobs } from '../../jobs/jobs.ts';
import { openStore } from '../open-store.ts';

const [dataDir = '', databaseUrl = null] = process.argv.slice(2);
const store = await openStore({ databaseUrl, dataDir });
// Whose tables take as long to make as all others.
const jobs = new Jobs(store, pino({ enabled: false }));
await jobs.start([]);
await jobs.stop();
await store.close();
