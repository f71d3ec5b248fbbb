// Certificates of all winners, or the first one to look at; before the result is complete, one for nobody.
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { filledLine, isNameLine, type Winner } from '#lib/contest/paper/certificate.ts';
import { isRefusal } from '#lib/contest/refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { stopWith } from '#lib/server/refusal-answer.ts';
import { awardWinners } from '#lib/server/views/award-winners.ts';
import { contestLetterhead } from '#lib/server/views/contest-letterhead.ts';
import { contestCertificate } from '#lib/server/views/certificates.ts';
import { draftWords } from '../draft-words.ts';
import { issuerSigner } from '../signers.ts';
import type { PageServerLoad } from './$types';

/** Whoever prints it: the organiser's own words on it are Vietnamese. */
const paperLanguage = 'vi';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { app, seat, language } = locals;
	const found = await awardWinners(app, seat, params.contest);
	if (isRefusal(found)) stopWith(found, language);
	const written = await contestCertificate(app, seat, params.contest);
	if (isRefusal(written)) stopWith(written, language);
	const issued = await contestLetterhead(app, seat, params.contest, paperLanguage);
	if (isRefusal(issued)) stopWith(issued, language);
	const { letterhead } = issued;
	const { design, hasBackground } = written;
	const day = letterhead.numbers.QĐ?.day || null;
	const head = paperHead({ letterhead, kind: null, day, language: paperLanguage, by: 'authority' });
	const winners = found.winners.map(({ award, name, unit, number }): Winner => ({
		name,
		unit,
		award: award[paperLanguage],
		contest: found.contest.name,
		date: head.date,
		number: number ?? ''
	}));
	const nobody = { ...sample(), contest: found.contest.name, date: head.date };
	const isFirst = url.searchParams.get('only') === 'first';
	const shown = isFirst ? [winners[0] ?? nobody] : winners;
	return {
		contestName: found.contest.name,
		isProvisional: found.isComplete && found.state !== 'published',
		draft: draftWords(found.state),
		head: design.hasHead ? head : null,
		topMm: design.topMm,
		background: hasBackground ? `/organise/${params.contest}/papers/certificates/background` : null,
		certificates: shown.map((winner) => ({
			title: filledLine(design.title, winner),
			lines: design.lines.map((line) => ({ text: filledLine(line, winner), isName: isNameLine(line) }))
		})),
		date: head.date,
		signer: issuerSigner(letterhead, 'authority', paperLanguage)
	};
};

const sample = () => ({
	name: m.certificate_sample_name({}, { locale: paperLanguage }),
	unit: m.certificate_sample_unit({}, { locale: paperLanguage }),
	award: m.certificate_sample_award({}, { locale: paperLanguage }),
	number: 'TS00'
});
