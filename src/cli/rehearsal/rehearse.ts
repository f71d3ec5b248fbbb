// The rehearsal (diễn tập): a real server, the sample contest, simulated phones and judges, the ranking and a report.
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatPoints } from '#lib/contest/points.ts';
import type { TemplateCode } from '#lib/contest/rules/templates.ts';
import { openApp, type App } from '#lib/server/app.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeLog } from '#lib/server/log.ts';
import { inviteFounder } from '#lib/server/usecases/sign-in.ts';
import { verifyLog } from '#lib/server/usecases/verify-log.ts';
import { auditContest } from '#lib/server/views/audit.ts';
import { readStandings } from '#lib/server/views/standings.ts';
import { fastPace, watchablePace, type Pace } from './pace.ts';
import { joinWithSlip, type Phone } from './phone.ts';
import { playQuiz } from './play-quiz.ts';
import { playStage } from './play-stage.ts';
import { repeatableRandom } from './random.ts';
import { spread } from './report.ts';
import { startServerProcess } from './server-process.ts';
import { prepareContest, type PreparedContest } from './set-up.ts';
import { makeVisitor, type Visitor } from './visitor.ts';

export interface RehearsalOptions {
	fast: boolean;
	seed: number;
	port?: string;
}

const say = (line = '') => process.stdout.write(`${line}\n`);
const login = { login: 'dientap', password: 'dien-tap-2021', displayName: 'Người diễn tập' };

/** Ends with false when anything is lost, doubled or counted differently. */
export async function rehearse(options: RehearsalOptions): Promise<boolean> {
	const begun = performance.now();
	const dataDirectory = resolve('var/rehearsal');
	await rm(dataDirectory, { recursive: true, force: true });
	await mkdir(dataDirectory, { recursive: true });
	const app = await openApp(readConfig({ DATA_DIR: dataDirectory, LOG_LEVEL: 'warn' }), makeLog('warn'));
	const server = await startServerProcess({
		DATA_DIR: dataDirectory,
		DATABASE_URL: app.databaseUrl,
		// Nothing is left to migrate: it works without the owner.
		DATABASE_OWNER_URL: '',
		...(options.port ? { PORT: options.port } : {})
	});
	let isGood = true;
	try {
		const organiser = makeVisitor(server.origin);
		await organiser.post(`/welcome/${await inviteFounder(app)}`, login);
		const templates: TemplateCode[] = options.fast ? ['kien-thuc-thuyet-trinh', 'ba-phan'] : ['kien-thuc-thuyet-trinh'];
		for (const template of templates) isGood = (await playContest(app, organiser, template, options)) && isGood;
		say(
			`\n${isGood ? 'Diễn tập đạt' : 'DIỄN TẬP KHÔNG ĐẠT'} · ${isGood ? 'rehearsal good' : 'REHEARSAL FAILED'} · ${seconds(begun)}`
		);
		if (!options.fast) {
			say(`Máy chủ vẫn chạy tại ${server.origin}; bấm Ctrl-C để kết thúc. The server stays; press Ctrl-C to end.`);
			await new Promise<void>((end) => process.once('SIGINT', end));
		}
	} finally {
		await server.stop();
		await app.close();
	}
	return isGood;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function playContest(
	app: App,
	organiser: Visitor,
	template: TemplateCode,
	options: RehearsalOptions
): Promise<boolean> {
	const begun = performance.now();
	const pace: Pace = options.fast ? fastPace : watchablePace;
	const random = repeatableRandom(options.seed);
	const contest = await prepareContest(app, organiser, template, `Diễn tập: ${template}`, 20);
	say(`\n=== ${template} ===`);
	if (!options.fast) sayWhereToWatch(organiser.origin, contest);
	const phones = await Promise.all(
		contest.slips.map(({ contestant, ticket }) => joinWithSlip(organiser.origin, contestant?.number ?? '', ticket))
	);
	const [watcher] = phones;
	if (!watcher) throw new Error('there are no contestants');
	say(`${phones.length} điện thoại đã vào · phones connected (${seconds(begun)})`);

	const { contestId, roundId } = contest;
	if (roundId) {
		const { inStepMs } = await playQuiz({ organiser, contestId, roundId, phones, pace, random });
		say(`quiz: every act on every phone: ${spread(inStepMs)} (${seconds(begun)})`);
	}
	const stage = await playStage({ app, organiser, contest, watcher, pace, random });
	say(`stage: ${stage.sheets} sheets, ${stage.marks} marks; lock: ${spread(stage.lockMs)} (${seconds(begun)})`);
	const isGood = await report(app, contest, phones);
	for (const phone of phones) phone.close();
	return isGood;
}

function sayWhereToWatch(origin: string, { contestId }: PreparedContest): void {
	say(`Điều hành · console:   ${origin}/organise/${contestId}   (${login.login} / ${login.password})`);
	say(`Màn hình · projector:  ${origin}/screen/${contestId}`);
}

async function report(app: App, { contestId }: PreparedContest, phones: Phone[]): Promise<boolean> {
	const sent = phones.flatMap((phone) => phone.sent);
	const acknowledged = sent.filter((line) => line.receipt !== null);
	const operations = (lines: typeof sent) => lines.map((line) => line.answer.operation);
	const audit = await auditContest(app, contestId, operations(sent), operations(acknowledged));
	const log = await verifyLog(app, contestId);
	const standings = await readStandings(app, contestId);
	const versions = new Set(phones.map((phone) => phone.stage?.version));
	say(
		`answers: ${sent.length} sent, ${acknowledged.length} acknowledged, ${audit.stored} stored, ${audit.lost.length} lost, ${audit.unknown.length} unknown`
	);
	if (sent.length > 0) say(`acknowledged after: ${spread(acknowledged.map((line) => line.tookMs))}`);
	say(`screens in step at the end: ${versions.size === 1 ? 'yes' : `NO (${[...versions].join(', ')})`}`);
	say(
		`result equal to the count in SQL: ${audit.differing.length === 0 ? 'yes' : `NO ${JSON.stringify(audit.differing)}`}`
	);
	say(`log: ${log.ok ? `${log.count} lines verified` : `BROKEN at line ${log.firstBad ?? '–'}`}`);
	say(`complete: ${standings?.isComplete ? 'yes' : `NO ${JSON.stringify(standings?.result.missing.slice(0, 5))}`}`);
	for (const row of (standings?.tables.at(-1)?.rows ?? []).slice(0, 12))
		say(
			`${String(row.rank ?? '–').padStart(4)}  ${row.number}  ${formatPoints(row.total).padStart(6)}  ${row.name}${row.awards.map(({ vi }) => `  · ${vi}`).join('')}`
		);
	return (
		audit.lost.length === 0 &&
		audit.unknown.length === 0 &&
		audit.stored === new Set(operations(acknowledged)).size &&
		audit.differing.length === 0 &&
		versions.size === 1 &&
		log.ok &&
		standings?.isComplete === true
	);
}
