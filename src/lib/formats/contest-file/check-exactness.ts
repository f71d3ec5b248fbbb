// Whether the result of a contest file can be computed exactly; it must not look at the result.
import type { ContestRecord } from '../../contest/record/record.ts';
import { computeResult } from '../../contest/result/compute.ts';
import type { FileProblem } from '../json-document/file-problem.ts';

/**
 * Results are exact fractions of safe integers (R2). Rules can be written whose fractions outgrow them, such as eight
 * parts with rubrics of unrelated maxima: nothing less than computing tells.
 */
export function checkExactness(record: ContestRecord): FileProblem[] {
	try {
		computeResult(record);
		return [];
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return [
			{
				code: 'not-exact',
				path: 'rules',
				message: {
					vi: 'Điểm tối đa, hệ số và số giám khảo cho ra phân số quá lớn, không tính chính xác được. Hãy dùng các số tròn hơn.',
					en: 'Maxima, weights and numbers of judges lead to fractions too large to be exact. Use rounder numbers.'
				}
			}
		];
	}
}
