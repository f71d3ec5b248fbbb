// `hoithi log verify`: checks every contest's log with the sheets signed in it and what was typed from paper, names the first bad line, sheet or entry,
// and finds a printed code.
import { openApp } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeLog } from '#lib/server/log.ts';
import { lineOfHead, verifyLog, type LogVerdict } from '#lib/server/usecases/verify-log.ts';
import { readAllContests } from '#lib/server/views/all-contests.ts';

/** True when every log holds and the printed code, where one is given, stands in one of them. */
export async function verify(head?: string): Promise<boolean> {
	const app = await openApp(readConfig(process.env), makeLog('warn'));
	try {
		let isGood = true;
		let isFound = head === undefined;
		for (const { id, name } of await readAllContests(app)) {
			const verdict = await verifyLog(app, id);
			isGood &&= verdict.ok;
			process.stdout.write(`${id}  ${name}: ${inWords(verdict)}\n`);
			const line = head === undefined ? null : await lineOfHead(app, id, head);
			if (line === null) continue;
			isFound = true;
			process.stdout.write(
				`${id}  ${name}: mã trên giấy là của dòng ${line} · the printed code is that of line ${line}\n`
			);
		}
		if (!isFound)
			process.stdout.write(`mã trên giấy KHÔNG có trong nhật ký nào · the printed code is in NO log: ${head}\n`);
		return isGood && isFound;
	} finally {
		await app.close();
	}
}

const rows = {
	lock: "khoá buổi thi · BROKEN at a session's lock",
	hand: 'chữ ký biên bản · BROKEN at a hand under minutes',
	interest: 'kê khai mối liên quan · BROKEN at a conflict of interest'
};

function inWords(verdict: LogVerdict): string {
	if (verdict.ok) return `${verdict.count} dòng, chuỗi đúng · lines, chain holds · ${verdict.headHash}`;
	const { firstBad, sheet, row } = verdict;
	if (row) return `SAI ở ${rows[row]}, dòng · line ${firstBad ?? '–'}`;
	if (!sheet) return `SAI từ dòng ${firstBad} · BROKEN at line ${firstBad}`;
	const whose = `${sheet.number || '?'} ${sheet.judge}`;
	const line = `dòng · line ${firstBad ?? '–'}`;
	return 'entry' in sheet
		? `SAI ở lần nhập từ giấy · BROKEN at paper entry ${whose} ${sheet.entry}, ${line}`
		: `SAI ở phiếu · BROKEN at sheet ${whose} ${sheet.revision}, ${line}`;
}
