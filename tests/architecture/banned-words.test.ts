// Words that may not stand in the code, each with where it may and what to write instead.
import { expect, test } from 'vitest';
import { filesUnder, isTest, type SourceFile } from './source-files.ts';

interface Ban {
	words: RegExp;
	instead: string;
	/** Looked at; `text` includes comments. */
	where(path: string): boolean;
	inComments?: true;
}

const inSrc = (path: string) => path.startsWith('src/') && !isTest(path);
const inServer = (path: string) => inSrc(path) && (path.startsWith('src/lib/server/') || path.endsWith('.server.ts'));
const inTests = (path: string) => isTest(path);
const everywhere = () => true;
const own = 'tests/architecture/';

/** The only places that listen to sockets: one wrapper on the server, the connection on the client. */
const listens = ['src/lib/server/sockets/answer-events.ts', 'src/lib/server/sockets/attach-sockets.ts'];
/** The only places that read the environment: settings, the opening of the house, and what Postgres is started with. */
const readsEnvironment = [
	'src/lib/server/config.ts',
	'src/lib/server/house.ts',
	'src/lib/server/database/embedded-user.ts',
	'src/server.ts'
];

const bans: Ban[] = [
	{
		words: /\bsocket\.on\(|\bsocket\.once\(|\bonAny\(/,
		instead: 'an entry of answer-events.ts, which limits, parses, answers and cannot throw out',
		where: (path) =>
			inSrc(path) && !listens.includes(path) && !path.startsWith('src/lib/live/') && !path.startsWith('src/cli/')
	},
	{ words: /\{@html\b/, instead: 'text, or an element', where: inSrc },
	{ words: /\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b/, instead: 'text, or an element', where: inSrc },
	{ words: /\bsql\.raw\b/, instead: 'a bound parameter', where: everywhere },
	{ words: /\beval\(|new Function\(/, instead: 'code', where: everywhere },
	{
		words: /\bMath\.random\b/,
		instead: 'node:crypto, or a seed that was given',
		where: (path) => inServer(path) || path.startsWith('src/lib/contest/')
	},
	{
		words: /\bprocess\.env\b/,
		instead: 'config.ts',
		where: (path) => inSrc(path) && !readsEnvironment.includes(path) && !path.startsWith('src/cli/')
	},
	{
		words: /\bconsole\.(log|info|debug|warn|error)\b/,
		instead: 'the log',
		where: (path) => inSrc(path) && !path.startsWith('src/cli/')
	},
	{ words: /\bas any\b|: any\b|<any>/, instead: 'a type, or unknown', where: everywhere },
	{ words: /@ts-(ignore|nocheck|expect-error)/, instead: 'types that fit', where: everywhere, inComments: true },
	{
		words: /\bT[O]DO\b|\bF[I]XME\b|\bX[X]X\b|\bH[A]CK\b/,
		instead: 'the work, or nothing',
		where: everywhere,
		inComments: true
	},
	{ words: /\b[Kk]eep in sync with\b/, instead: 'the test that keeps it', where: everywhere, inComments: true },
	{
		words: /\bwaitForTimeout\b|\bwaitForSelector\b/,
		instead: 'an assertion that waits for what is meant',
		where: everywhere
	},
	{ words: /\b(test|it|describe|suite)\.(only|skip|todo|fixme|fails)\b/, instead: 'a test that runs', where: inTests },
	{ words: /\b(vi|jest)\.(mock|spyOn|doMock)\(/, instead: 'the real thing', where: inTests },
	{ words: /from '\$(lib|env)|from "\$(lib|env)/, instead: '#lib/…', where: everywhere },
	{
		words: /\b(localStorage|sessionStorage)\b[^\n]*\b(secret|ticket|token|password)\b/i,
		instead: 'the cookie',
		where: inSrc
	},
	{
		words: /\bexport let\b|\$:\s|createEventDispatcher/,
		instead: 'runes',
		where: (path) => path.endsWith('.svelte')
	},
	{
		words: /\b(jsonwebtoken|graphql|nodemailer|trpc)\b/,
		instead: 'nothing: the house has no use for it',
		where: everywhere
	}
];

function breaches(file: SourceFile): string[] {
	return bans
		.filter((ban) => ban.where(file.path))
		.flatMap((ban) =>
			(ban.inComments ? file.text : file.code)
				.split('\n')
				.map((line, index) => ({ line, at: `${file.path}:${index + 1}` }))
				.filter(({ line }) => ban.words.test(line))
				.map(({ at, line }) => `${at} ${line.trim()} → ${ban.instead}`)
		);
}

test('no banned word stands in src or tests', () => {
	const files = [...filesUnder('src'), ...filesUnder('tests')].filter(({ path }) => !path.startsWith(own));
	expect(files.flatMap(breaches)).toEqual([]);
});

test.each([
	["socket.on('x', act)", 'src/lib/server/sockets/admit.ts'],
	['{@html text}', 'src/routes/+page.svelte'],
	['await page.waitForTimeout(500)', 'tests/browser/x.spec.ts'],
	['const x = process.env.PORT;', 'src/lib/server/app.ts'],
	["test.only('x', act)", 'tests/server/x.test.ts'],
	['Math.random()', 'src/lib/server/limits.ts']
])('the test itself sees %j in %s', (code, path) => {
	expect(breaches({ path, code, text: code })).toHaveLength(1);
});
