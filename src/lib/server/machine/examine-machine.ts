// The examination of the machine before an event, whole: the command line and the console show the same.
import type { Config } from '../config.ts';
import type { Database } from '../database/open-database.ts';
import { examineCertificate } from './examine-certificate.ts';
import { examineDatabase } from './examine-database.ts';
import { examineFolders } from './examine-folders.ts';
import { examineProcess } from './examine-process.ts';
import { examinePrograms } from './examine-programs.ts';
import { examineRedis } from './examine-redis.ts';
import type { Finding } from './finding.ts';

export type Machine = Pick<Config, 'dataDirectory' | 'tls' | 'origins' | 'redisUrl' | 'officeConverter'>;

/** `database` is null when it could not even be opened. Settles within about six seconds whatever is broken. */
export async function examineMachine(config: Machine, database: Database | null): Promise<Finding[]> {
	const findings = await Promise.all([
		examineDatabase(database),
		examineFolders(config.dataDirectory),
		examineCertificate(config),
		examineRedis(config.redisUrl),
		examineProcess(),
		examinePrograms(config.officeConverter)
	]);
	return findings.flat();
}
