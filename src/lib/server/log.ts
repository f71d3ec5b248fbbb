// One structured logger; fields are chosen by the caller, and names that could carry secrets or answers are cut out.
import pino from 'pino';

const secretFields = [
	'password',
	'secret',
	'ticket',
	'code',
	'cookie',
	'token',
	'choice',
	'key',
	'hash',
	'marks',
	'url'
];

export type Log = pino.Logger;

export function makeLog(level: string): Log {
	return pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), remove: true },
		serializers: { err: pino.stdSerializers.errWithCause }
	});
}
