// `hoithi log verify`: checks the hash chain of every contest's log and names the first bad line.
import { openApp } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeLog } from '#lib/server/log.ts';
import { verifyLog } from '#lib/server/usecases/verify-log.ts';
import { readAllContests } from '#lib/server/views/all-contests.ts';

/** True when every chain holds. */
export async function verify(): Promise<boolean> {
	const app = await openApp(readConfig(process.env), makeLog('warn'));
	try {
		let isGood = true;
		for (const { id, name } of await readAllContests(app)) {
			const verdict = await verifyLog(app, id);
			isGood &&= verdict.ok;
			process.stdout.write(
				verdict.ok
					? `${id}  ${name}: ${verdict.count} dòng, chuỗi đúng · lines, chain holds · ${verdict.headHash}\n`
					: `${id}  ${name}: SAI từ dòng ${verdict.firstBad} · BROKEN at line ${verdict.firstBad}\n`
			);
		}
		return isGood;
	} finally {
		await app.close();
	}
}
