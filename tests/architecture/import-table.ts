// Who may import whom: the table of the house, read by imports.test.ts. Change it only together with a decision in docs/decisions.

export interface Zone {
	name: string;
	/** Folders end with a slash; anything else is one file. A file belongs to the first zone that names it. */
	files: (string | RegExp)[];
	/** Zones; its own is always allowed. */
	may: string[];
	/** Zones of which only types may be named: they are erased before anything runs. */
	types?: string[];
	/** Packages; `node:` stands for all of Node's own, a trailing `/` for a package and its parts. */
	packages: string[];
}

const svelte = ['svelte', 'svelte/'];
const drizzle = ['drizzle-orm', 'drizzle-orm/'];
/** Compiled from src/words: every sentence a person reads. */
const words = 'words';

export const importTable: Zone[] = [
	{ name: words, files: ['src/lib/paraglide/'], may: [], packages: [] },

	// What is the same in a browser, on the server, in the shell and in a test.
	{ name: 'ids', files: ['src/lib/contest/ids.ts'], may: [], packages: [] },
	{ name: 'contest', files: ['src/lib/contest/'], may: ['ids'], packages: [] },
	{
		// The library of old workbooks is named here and nowhere else (ADR 0027).
		name: 'old workbooks',
		files: ['src/lib/formats/reading/old-workbook.ts'],
		may: ['formats'],
		packages: ['@e965/xlsx']
	},
	{
		name: 'formats',
		files: ['src/lib/formats/'],
		may: ['old workbooks', 'contest', 'ids', words],
		packages: ['docx', 'papaparse', 'hucre/', 'fast-xml-parser', 'node:zlib', 'node:v8', 'zod']
	},
	{ name: 'protocol', files: ['src/lib/live/protocol.ts'], may: ['contest', 'ids'], packages: ['zod', 'valibot'] },
	{
		name: 'live',
		files: ['src/lib/live/'],
		may: ['protocol', 'contest', 'ids'],
		packages: [...svelte, 'socket.io-client']
	},
	{
		name: 'ui',
		files: ['src/lib/ui/'],
		may: [words],
		packages: [...svelte, 'bits-ui', '@lucide/svelte', '@lucide/svelte/', 'uqr', '@fontsource/be-vietnam-pro/', '$app/']
	},

	// The shell, from the inside out. None of it knows a page; only `sockets` and `house` know Socket.IO.
	{ name: 'log', files: ['src/lib/server/log.ts'], may: [], packages: ['pino'] },
	{ name: 'config', files: ['src/lib/server/config.ts', 'src/lib/server/version.ts'], may: [], packages: ['zod'] },
	{
		name: 'tools of the shell',
		files: [
			/^src\/lib\/server\/(body-limits|clock|compressed|limits|meters|news|origins|passwords|pictures|presence|proxies|secrets)\.ts$/
		],
		may: ['contest', 'ids'],
		packages: ['node:', '@node-rs/argon2', 'prom-client', 'sharp']
	},
	{ name: 'deadline', files: ['src/lib/server/with-deadline.ts'], may: [], packages: [] },
	{ name: 'printing', files: ['src/lib/server/printing/'], may: [], packages: ['node:'] },
	{
		name: 'database',
		files: ['src/lib/server/database/'],
		may: ['ids', 'deadline'],
		// The schema gives JSON columns the types of the rules.
		types: ['contest', 'log'],
		packages: ['node:', 'postgres', 'zod', ...drizzle]
	},
	{
		name: 'stores',
		files: ['src/lib/server/stores/'],
		may: ['database', 'contest', 'ids', 'deadline'],
		packages: drizzle
	},
	{
		name: 'permissions',
		files: [/^src\/lib\/server\/(permissions|seat)\.ts$/],
		may: ['contest', 'ids'],
		types: ['database'],
		packages: []
	},
	{
		name: 'sessions',
		files: ['src/lib/server/sessions.ts'],
		may: ['stores', 'permissions', 'tools of the shell'],
		types: ['app'],
		packages: ['lucia']
	},
	{
		name: 'backup',
		files: ['src/lib/server/backup.ts', 'src/lib/server/backup/'],
		may: ['database', 'contest', 'ids'],
		types: ['app'],
		packages: ['node:', 'postgres', 'zod']
	},
	{
		name: 'machine',
		files: ['src/lib/server/machine/'],
		may: ['stores', 'database', 'backup', 'deadline', 'printing', words],
		types: ['config'],
		packages: ['node:', 'redis']
	},
	{
		// Starts the process a file is read in, and is all that knows of processes (ADR 0027).
		name: 'files apart',
		files: ['src/lib/server/usecases/importing/read-apart.ts'],
		may: ['contest', 'formats'],
		packages: ['node:']
	},
	{
		name: 'usecases',
		files: ['src/lib/server/usecases/'],
		may: [
			'stores',
			'contest',
			'ids',
			'formats',
			'files apart',
			'permissions',
			'sessions',
			'tools of the shell',
			'backup',
			'deadline'
		],
		types: ['app', 'protocol'],
		packages: ['zod', 'node:crypto', 'node:fs/promises', 'node:path', 'node:timers/promises']
	},
	{
		name: 'documents',
		files: ['src/lib/server/documents/'],
		may: ['contest', 'ids', 'formats', words],
		packages: ['uqr']
	},
	{
		name: 'views',
		files: ['src/lib/server/views/'],
		may: ['stores', 'contest', 'ids', 'formats', 'permissions', 'documents', 'machine', 'tools of the shell'],
		types: ['app', 'protocol', 'database'],
		packages: []
	},
	{
		name: 'timekeeper',
		files: [/^src\/lib\/server\/(timekeeper|automatic-backups|heartbeat)\.ts$/],
		may: ['stores', 'usecases', 'contest', 'ids', 'backup', 'config', 'deadline', 'tools of the shell'],
		types: ['app'],
		packages: ['node:']
	},
	{
		name: 'refusal answer',
		files: ['src/lib/server/refusal-answer.ts'],
		may: ['contest', words],
		packages: ['@sveltejs/kit']
	},
	{
		name: 'sockets',
		files: ['src/lib/server/sockets/'],
		may: [
			'usecases',
			'views',
			'sessions',
			'permissions',
			'protocol',
			'contest',
			'ids',
			'refusal answer',
			'tools of the shell',
			'deadline'
		],
		types: ['app'],
		packages: ['zod', 'socket.io', 'redis', '@socket.io/redis-adapter', 'node:http']
	},

	// Where the house is put together: once, and nowhere else.
	{
		name: 'app',
		files: ['src/lib/server/app.ts'],
		may: ['database', 'printing', 'tools of the shell', 'deadline'],
		types: ['config', 'log'],
		packages: ['node:path']
	},
	{
		name: 'house',
		files: ['src/lib/server/house.ts'],
		may: ['app', 'config', 'log', 'sockets', 'timekeeper', 'usecases', 'tools of the shell'],
		packages: ['node:net', 'node:timers/promises']
	},
	{
		name: 'front gate',
		files: ['src/hooks.server.ts', 'src/server.ts', 'src/app.d.ts'],
		may: ['house', 'config', 'contest', 'permissions', 'sessions', 'refusal answer', 'tools of the shell', words],
		types: ['app'],
		packages: ['node:', '@sveltejs/kit', '$app/environment']
	},

	// The three doors; the sockets above are the second.
	{
		name: 'readiness',
		files: [/^src\/routes\/(healthz|readyz|metrics)\/\+server\.ts$/],
		may: ['house', 'views'],
		packages: ['@sveltejs/kit']
	},
	{
		name: 'routes on the server',
		files: [/^src\/routes\/.*(\.server\.ts|\+server\.ts)$/],
		may: [
			'usecases',
			'views',
			'sessions',
			'permissions',
			'refusal answer',
			'contest',
			'ids',
			'formats',
			'protocol',
			'routes in the browser',
			words
		],
		types: ['app'],
		packages: ['@sveltejs/kit', 'zod']
	},
	// Runs beside the judges' pages, in no page.
	{ name: 'service worker', files: ['src/service-worker.ts'], may: [], packages: [] },
	{
		name: 'routes in the browser',
		files: ['src/routes/'],
		may: ['ui', 'live', 'protocol', 'contest', 'ids', words],
		packages: [...svelte, '$app/', '@sveltejs/kit', '@lucide/svelte', '@lucide/svelte/']
	},
	{
		name: 'cli',
		files: ['src/cli/'],
		may: [
			'app',
			'config',
			'log',
			'usecases',
			'views',
			'sessions',
			'permissions',
			'backup',
			'machine',
			'refusal answer',
			// A simulated phone makes its operations as a real one does.
			'live',
			'protocol',
			'contest',
			'ids',
			'formats',
			'tools of the shell',
			words
		],
		packages: ['node:', 'commander', '@inlang/paraglide-js', 'socket.io-client', 'zod']
	}
];
