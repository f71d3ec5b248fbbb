// `hoithi …`: the third door. It parses words and calls use cases; it must not hold a rule.
import { Command } from 'commander';
import { backup, restore } from './backup.ts';
import { verify } from './log-verify.ts';
import { rehearse } from './rehearsal/rehearse.ts';

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
	.action(async (options) => end(await rehearse(options)));

program
	.command('backup')
	.description('sao lưu: write the whole database into one checked file')
	.argument('<file>')
	.action(async (file: string) => end(await backup(file)));

program
	.command('restore')
	.description('khôi phục: restore a backup into a new database, never over an old one')
	.argument('<file>')
	.requiredOption('--into <database>', 'name of the new database')
	.action(async (file: string, options: { into: string }) => end(await restore(file, options.into)));

program
	.command('log')
	.description('nhật ký: work with the log of contests')
	.command('verify')
	.description('check the hash chain of every contest')
	.action(async () => end(await verify()));

await program.parseAsync();
