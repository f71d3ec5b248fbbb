// `hoithi …`: the third door. It parses words and calls use cases; it must not hold a rule.
// Each command loads only what it needs: a file is checked without waiting for the whole house.
import { Command, Option } from 'commander';
import type { ConvertOptions } from './questions-convert.ts';
import type { TextOptions } from './text-options.ts';

const program = new Command('hoithi').description('Hội thi báo cáo viên, tuyên truyền viên');
const end = (isGood: boolean) => {
	process.exitCode = isGood ? 0 : 1;
};

program
	.command('rehearse')
	.description('diễn tập: play the sample contest with simulated phones and judges')
	.option('--fast', 'as fast as the machine can, both kinds of contest', false)
	.option('--seed <number>', 'the same seed plays the same contest', (text) => Number.parseInt(text, 10), 2021)
	.option('--port <number>', 'where the server listens (default: a free port)')
	.action(async (options) => {
		const { rehearse } = await import('./rehearsal/rehearse.ts');
		end(await rehearse(options));
	});

program
	.command('doctor')
	.description(
		'kiểm tra máy chủ: examine database, disk, certificate, backups, Redis; ends with 1 when something is bad'
	)
	.option('--json', 'everything as JSON, in both languages', false)
	.addOption(new Option('--lang <language>', 'of the text').choices(['vi', 'en']).default('vi'))
	.action(async (options: TextOptions) => {
		const { doctor } = await import('./doctor.ts');
		end(await doctor(options));
	});

program
	.command('backup')
	.description('sao lưu: write the whole database into one checked file')
	.argument('<file>')
	.action(async (file: string) => {
		const { backup } = await import('./backup.ts');
		end(await backup(file));
	});

program
	.command('restore')
	.description('khôi phục: restore a backup into a new database, never over an old one')
	.argument('<file>')
	.requiredOption('--into <database>', 'name of the new database')
	.action(async (file: string, options: { into: string }) => {
		const { restore } = await import('./backup.ts');
		end(await restore(file, options.into));
	});

program
	.command('contest')
	.description('hội thi: work with one contest of the database')
	.command('archive')
	.description('write the whole contest into one ZIP that can be read without this program; never over a file')
	.argument('<contest>', 'its id, as `log verify` prints it')
	.argument('<file>')
	.action(async (contest: string, file: string) => {
		const { archive } = await import('./contest-archive.ts');
		end(await archive(contest, file));
	});

program
	.command('log')
	.description('nhật ký: work with the log of contests')
	.command('verify')
	.description('check the log of every contest and the sheets signed in it')
	.option('--head <code>', 'the code printed on minutes: it must stand in a log')
	.action(async (options: { head?: string }) => {
		const { verify } = await import('./log-verify.ts');
		end(await verify(options.head));
	});

const rules = program.command('rules').description('thể lệ: work with rules documents');

rules
	.command('check')
	.description('check a rules document or a contest file; ends with 2 and the problems when it is bad')
	.argument('<file>')
	.option('--rubrics <file>', 'the rubrics (JSON) of a rules document')
	.action(async (file: string, options: { rubrics?: string }) => {
		const { checkRulesFile } = await import('./rules-check.ts');
		process.exitCode = await checkRulesFile(file, options);
	});

rules
	.command('schema')
	.description('print the JSON Schema of the rules document')
	.option('--contest', 'of the contest file instead', false)
	.option('--write', 'write both into static/schema', false)
	.action(async (options: { contest: boolean; write: boolean }) => {
		const { rulesSchema } = await import('./rules-schema.ts');
		process.exitCode = await rulesSchema(options);
	});

const results = program
	.command('results')
	.description('kết quả: compute and explain the result of a contest file, without server or database');
const asJson = () => new Option('--json', 'as JSON instead of text').default(false);
const inLanguage = () => new Option('--lang <language>', 'of the text').choices(['vi', 'en']).default('vi');

results
	.command('compute')
	.description('the whole result; ends with 2 and the problems when the file is bad')
	.argument('<file>')
	.addOption(asJson())
	.addOption(inLanguage())
	.action(async (file: string, options: TextOptions) => {
		const { computeResultOf } = await import('./results-compute.ts');
		process.exitCode = await computeResultOf(file, options);
	});

results
	.command('explain')
	.description('where every point of a contestant comes from, down to each answer and mark')
	.argument('<file>')
	.argument('<number...>', 'contestant numbers')
	.addOption(asJson())
	.addOption(inLanguage())
	.action(async (file: string, numbers: string[], options: TextOptions) => {
		const { explainResults } = await import('./results-explain.ts');
		process.exitCode = await explainResults(file, numbers, options);
	});

results
	.command('diff')
	.description('what differs between the results of two contest files; ends with 2 when one of them is bad')
	.argument('<before>')
	.argument('<after>')
	.addOption(asJson())
	.addOption(inLanguage())
	.action(async (before: string, after: string, options: TextOptions) => {
		const { diffResultsOf } = await import('./results-diff.ts');
		process.exitCode = await diffResultsOf(before, after, options);
	});

results
	.command('preflight')
	.description('what keeps a contest from beginning, each with its place and remedy; ends with 2 when something does')
	.argument('<file>')
	.addOption(asJson())
	.addOption(inLanguage())
	.action(async (file: string, options: TextOptions) => {
		const { preflightOf } = await import('./results-preflight.ts');
		process.exitCode = await preflightOf(file, options);
	});

const questions = program.command('questions').description('câu hỏi: work with files of questions');
const formats = ['table', 'list', 'gift', 'aiken', 'moodle-xml', 'json'];

questions
	.command('convert')
	.description(
		'read questions from Word, text, a sheet, GIFT, Aiken, Moodle XML or JSON and write them in another format'
	)
	.argument('<file>')
	.addOption(new Option('--from <format>', 'of the file').choices(['auto', ...formats]).default('auto'))
	.addOption(
		new Option('--to <format>', 'to write')
			.choices(['json', 'csv', 'xlsx', 'gift', 'aiken', 'moodle-xml'])
			.makeOptionMandatory()
	)
	.option('--out <file>', 'where to write it (default: standard output)')
	.action(async (file: string, options: ConvertOptions) => {
		const { convertQuestions } = await import('./questions-convert.ts');
		process.exitCode = await convertQuestions(file, options);
	});

questions
	.command('schema')
	.description('print the JSON Schema of a question file')
	.option('--write', 'write it into static/schema', false)
	.action(async (options: { write: boolean }) => {
		const { questionsSchema } = await import('./questions-schema.ts');
		process.exitCode = await questionsSchema(options);
	});

const lots = program.command('lots').description('bốc thăm: draw lots and check draws, as files');

lots
	.command('draw')
	.description('draw a frozen list with what the witnesses said, each as "name: number"; prints the draw as JSON')
	.argument('<file>')
	.argument('<witness...>', 'in the order in which they spoke')
	.option('--reason <text>', 'why the list was frozen anew')
	.action(async (file: string, witnesses: string[], options: { reason?: string }) => {
		const { drawLotsOf } = await import('./lots-draw.ts');
		process.exitCode = await drawLotsOf(file, witnesses, options);
	});

lots
	.command('verify')
	.description('recompute a draw from its list and its witnesses; ends with 2 and what is wrong when it is bad')
	.argument('<file>')
	.action(async (file: string) => {
		const { verifyLots } = await import('./lots-verify.ts');
		process.exitCode = await verifyLots(file);
	});

await program.parseAsync();
