// `hoithi doctor` on a real Postgres, a real Redis and real certificates, twice as people run it: what is bad ends it with 1 and a remedy.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine } from '../../src/cli/doctor.ts';
import { findingWords } from '../../src/lib/server/machine/finding-words.ts';
import type { Finding } from '../../src/lib/server/machine/finding.ts';
import { startRedis } from '../machine/start-redis.ts';
import { asAdmin, emptyDatabase, freshDatabase, type FreshDatabase } from './fresh-database.ts';

interface Told {
	code: number;
	output: string;
}
type Report = { fit: boolean; findings: Finding[] };

let fresh: FreshDatabase;
let folder: string;

beforeAll(async () => {
	fresh = await freshDatabase();
	folder = await mkdtemp(join(tmpdir(), 'hoithi-doctor-'));
});
afterAll(async () => {
	await fresh.drop();
	await rm(folder, { recursive: true });
});

async function doctor(settings: Record<string, string>, ...words: string[]): Promise<Told> {
	const child = spawn(process.execPath, ['src/cli/hoithi.ts', 'doctor', ...words], {
		env: settingsWith(settings),
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number]>]);
	return { code, output };
}

const settingsWith = (settings: Record<string, string>) => ({
	PATH: process.env.PATH,
	DATABASE_URL: fresh.url,
	DATA_DIR: folder,
	...settings
});

/** By code. */
async function examined(settings: Record<string, string> = {}): Promise<Map<string, Finding>> {
	const findings = await examine(settingsWith(settings));
	for (const finding of findings) {
		const isTold = finding.state === 'warning' || finding.state === 'bad';
		expect(findingWords(finding, 'vi').remedy !== null, finding.code).toBe(isTold);
	}
	return new Map(findings.map((each) => [each.code, each]));
}

async function certificate(name: string, days: number): Promise<Record<string, string>> {
	const notAfterDate = new Date(Date.now() + days * 86_400_000 + 3_600_000);
	const notBeforeDate = new Date(notAfterDate.getTime() - 90 * 86_400_000);
	const made = await generate([{ name: 'commonName', value: 'hoithi.example.vn' }], {
		notAfterDate,
		notBeforeDate,
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'hoithi.example.vn' }] }]
	});
	const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
	await writeFile(cert, made.cert);
	await writeFile(key, made.private);
	return { TLS_CERT_FILE: cert, TLS_KEY_FILE: key };
}

test('a good machine is called good, in the language asked for', async () => {
	const found = await examined();
	for (const code of [
		'database',
		'durability',
		'checksums',
		'clock',
		'postgres',
		'migrations',
		'database-role',
		'backup-folder',
		'node'
	])
		expect(found.get(code)).toMatchObject({ code, state: 'good' });
	for (const code of ['one-node', 'plain-http', 'power']) expect(found.get(code)).toMatchObject({ state: 'hint' });
	const json = await doctor({}, '--json');
	const { fit, findings } = JSON.parse(json.output) as Report;
	expect({ code: json.code, fit }).toEqual({ code: 0, fit: true });
	expect(findings.map(({ code }) => code)).toEqual([...found.keys()]);
	expect((await doctor({})).output).toContain(
		'Dữ liệu ghi chắc xuống đĩa: fsync, synchronous_commit và full_page_writes đều bật'
	);
	expect((await doctor({}, '--lang', 'en')).output).toContain('Data safe on disk: fsync, synchronous_commit');
});

test('commits that may be lost are bad', async () => {
	const name = new URL(fresh.url).pathname.slice(1);
	await asAdmin((admin) => admin.unsafe(`alter database ${name} set synchronous_commit = off`));
	const found = await examined();
	expect(found.get('durability')).toMatchObject({ state: 'bad', facts: { settings: 'synchronous_commit' } });
	const told = await doctor({}, '--lang', 'en');
	expect(told.code).toBe(1);
	expect(told.output).toMatch(/Bad .*off: synchronous_commit.*\n.*→ Switch them on/);
	await asAdmin((admin) => admin.unsafe(`alter database ${name} reset synchronous_commit`));
});

test('a server that works as the owner of the tables is told how to mend it; the contest may begin', async () => {
	const found = await examined({ DATABASE_URL: fresh.ownerUrl });
	expect(found.get('database-role')).toMatchObject({
		state: 'warning',
		facts: { role: 'hoithi', powers: 'SUPERUSER' }
	});
	expect(findingWords(found.get('database-role')!, 'vi').remedy).toContain('DATABASE_OWNER_URL');
});

test('a database that is away, empty or newer is told apart', async () => {
	const away = await examined({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' });
	expect(away.get('database')).toMatchObject({ state: 'bad' });
	expect(away.has('durability')).toBe(false);
	const empty = await emptyDatabase();
	expect((await examined({ DATABASE_URL: empty.url })).get('migrations')).toMatchObject({ state: 'warning' });
	await empty.drop();
	await fresh.owner.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
	expect((await examined()).get('migrations')).toMatchObject({ state: 'bad' });
	await fresh.owner.sql`delete from drizzle.__drizzle_migrations where hash = 'later'`;
});

test('backups: none, old, fresh, and a folder that cannot be written', async () => {
	const data = join(folder, 'data');
	const backups = join(data, 'backups');
	expect((await examined({ DATA_DIR: data })).get('no-backup')).toMatchObject({ state: 'warning' });
	const file = join(backups, 'hoithi-2026-11-26T00-00-00-000Z.backup');
	await writeFile(file, '');
	const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000 - 60_000);
	await utimes(file, hoursAgo(2), hoursAgo(2));
	const fine = { state: 'good', facts: { hours: 2 } };
	expect((await examined({ DATA_DIR: data })).get('last-backup')).toMatchObject(fine);
	await utimes(file, hoursAgo(30), hoursAgo(30));
	expect((await examined({ DATA_DIR: data })).get('last-backup')).toMatchObject({ state: 'warning' });
	await mkdir(join(folder, 'closed'));
	await writeFile(join(folder, 'closed', 'backups'), 'a file where the folder should be');
	expect((await examined({ DATA_DIR: join(folder, 'closed') })).get('backup-folder')).toMatchObject({ state: 'bad' });
});

test('a certificate: its days, its key, its names', async () => {
	const [long, short, over] = await Promise.all([
		certificate('long', 60),
		certificate('short', 9),
		certificate('over', -2)
	]);
	const state = async (settings: Record<string, string>, code = 'certificate') => (await examined(settings)).get(code);
	expect(await state(long)).toMatchObject({ state: 'good', facts: { days: 60 } });
	expect(await state(short)).toMatchObject({ state: 'warning', facts: { days: 9 } });
	expect(await state(over)).toMatchObject({ state: 'bad' });
	const mixed = { TLS_CERT_FILE: long.TLS_CERT_FILE!, TLS_KEY_FILE: short.TLS_KEY_FILE! };
	expect(await state(mixed, 'certificate-file')).toMatchObject({ state: 'bad' });
	const elsewhere = { ...long, ORIGINS: 'https://thi.example.vn,https://hoithi.example.vn' };
	expect(await state(elsewhere, 'certificate-names')).toMatchObject({ facts: { names: 'thi.example.vn' } });
});

test('Redis: a message goes round, or does not', async () => {
	const redis = await startRedis();
	expect((await examined({ REDIS_URL: redis.url })).get('redis')).toMatchObject({ state: 'good' });
	redis.process.kill('SIGSTOP');
	expect((await examined({ REDIS_URL: redis.url })).get('redis')).toMatchObject({ state: 'bad' });
	await redis.stop();
	expect((await examined({ REDIS_URL: redis.url })).get('redis')).toMatchObject({ state: 'bad' });
});
