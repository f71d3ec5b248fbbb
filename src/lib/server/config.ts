// Reads the environment once, checks it and names every setting; nothing else in the house reads process.env.
import { z } from 'zod';

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);
const optionalText = z.preprocess(blankAsUnset, z.string().optional());
const wholeNumber = (fallback: number, least: number, most: number) =>
	z.preprocess(blankAsUnset, z.coerce.number().int().min(least).max(most).default(fallback));

const listed = (text: string) =>
	text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);

const schema = z
	.object({
		HOST: z.preprocess(blankAsUnset, z.string().default('0.0.0.0')),
		PORT: wholeNumber(3000, 0, 65535),
		DATA_DIR: z.preprocess(blankAsUnset, z.string().default('./var')),
		DATABASE_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
		DATABASE_OWNER_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
		REDIS_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^rediss?$/ }).optional()),
		ORIGINS: z.preprocess(
			blankAsUnset,
			z
				.string()
				.default('')
				.transform(listed)
				.pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin)))
		),
		PROXIES: z.preprocess(
			blankAsUnset,
			z
				.string()
				.default('')
				.transform(listed)
				.pipe(z.array(z.union([z.ipv4(), z.ipv6()])))
		),
		TLS_CERT_FILE: optionalText,
		TLS_KEY_FILE: optionalText,
		LOG_LEVEL: z.preprocess(blankAsUnset, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
		DEFAULT_LANGUAGE: z.preprocess(blankAsUnset, z.enum(['vi', 'en']).default('vi')),
		METRICS_TOKEN: z.preprocess(blankAsUnset, z.string().min(16).optional()),
		BACKUPS_KEPT: wholeNumber(20, 1, 1000),
		CHROMIUM_PATH: optionalText,
		OFFICE_CONVERTER: optionalText
	})
	.refine((settings) => settings.DATABASE_OWNER_URL === undefined || settings.DATABASE_URL !== undefined, {
		path: ['DATABASE_OWNER_URL'],
		message: 'DATABASE_OWNER_URL is given beside DATABASE_URL, never alone'
	})
	.refine((settings) => (settings.TLS_CERT_FILE === undefined) === (settings.TLS_KEY_FILE === undefined), {
		path: ['TLS_KEY_FILE'],
		message: 'TLS_CERT_FILE and TLS_KEY_FILE are given together or not at all'
	});

export interface Config {
	host: string;
	port: number;
	/** Folder of the embedded database and of backups. */
	dataDirectory: string;
	databaseUrl: string | undefined;
	/** Of the role that owns the tables, where `databaseUrl` is of one that does not. */
	databaseOwnerUrl: string | undefined;
	redisUrl: string | undefined;
	/** Origins allowed besides localhost and this machine's own addresses. */
	origins: string[];
	/** Addresses of proxies whose X-Forwarded-For is believed. */
	proxies: string[];
	tls: { certificateFile: string; keyFile: string } | undefined;
	logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
	defaultLanguage: 'vi' | 'en';
	backupsKept: number;
	/** Of the Chromium that makes PDFs, or "none"; looked for at the usual places when not given. */
	chromiumPath: string | undefined;
	/** The LibreOffice that makes PDFs of Word files, or "none"; looked for at the usual places when not given. */
	officeConverter: string | undefined;
	/** What Prometheus shows to read the metrics; without it there are none. A secret. */
	metricsToken: string | undefined;
}

/** Names of all settings, for the test that holds docs/configuration.md to them. */
export const settingNames = Object.keys(schema.shape);

/** Throws one error that names every setting that is not valid and why; values are not repeated (they may be secrets). */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const read = schema.safeParse(environment);
	if (!read.success) {
		const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
		throw new Error(`The configuration is not valid (see docs/configuration.md):\n${lines.join('\n')}`);
	}
	const s = read.data;
	return {
		host: s.HOST,
		port: s.PORT,
		dataDirectory: s.DATA_DIR,
		databaseUrl: s.DATABASE_URL,
		databaseOwnerUrl: s.DATABASE_OWNER_URL,
		redisUrl: s.REDIS_URL,
		origins: s.ORIGINS,
		proxies: s.PROXIES,
		tls: s.TLS_CERT_FILE && s.TLS_KEY_FILE ? { certificateFile: s.TLS_CERT_FILE, keyFile: s.TLS_KEY_FILE } : undefined,
		logLevel: s.LOG_LEVEL,
		defaultLanguage: s.DEFAULT_LANGUAGE,
		backupsKept: s.BACKUPS_KEPT,
		chromiumPath: s.CHROMIUM_PATH,
		officeConverter: s.OFFICE_CONVERTER,
		metricsToken: s.METRICS_TOKEN
	};
}
