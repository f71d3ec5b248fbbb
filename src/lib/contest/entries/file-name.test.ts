// R270: names of files that people hand in, honest, careless and hostile (I-29).
import { expect, test } from 'vitest';
import { contentDisposition, safeFileName, safeName } from './file-name.ts';

test.each([
	['Đề cương.docx', 'docx', 'Đề cương.docx'],
	['Đề cương.doc', 'pdf', 'Đề cương.pdf'],
	['C:\\Users\\Lan\\Bài thi.PDF', 'pdf', 'Bài thi.pdf'],
	['../../etc/passwd', 'png', 'passwd.png'],
	['bài\u202efdp.exe', 'pdf', 'bàifdp.pdf'],
	['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie- x.pdf'],
	['Đề cương'.normalize('NFD') + '.docx', 'docx', 'Đề cương.docx'],
	['nul.pdf', 'pdf', 'nul-.pdf'],
	['CON', 'pdf', 'CON-.pdf'],
	['đề\0cương.pdf', 'pdf', 'đềcương.pdf'],
	['..', 'jpeg', 'tep.jpg'],
	['', 'webp', 'tep.webp'],
	['Nghị quyết số 5.2026.pdf', 'pdf', 'Nghị quyết số 5.2026.pdf']
] as const)('R270 %j as %s is %j', (given, kind, name) => {
	expect(safeFileName(given, kind)).toBe(name);
});

test('R270 a name is no longer than file systems take, and cut between letters', () => {
	expect(safeName('🏆'.repeat(300))).toBe('🏆'.repeat(100));
});

test('R270 a name goes into a header with plain letters first and as itself after that', () => {
	expect(contentDisposition('attachment', "Đề cương 'một'.docx")).toBe(
		`attachment; filename="De cuong _mot_.docx"; filename*=UTF-8''%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng%20%27m%E1%BB%99t%27.docx`
	);
});
