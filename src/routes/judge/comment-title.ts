// What a comment of a sheet is about, in words; it must not know what it says.
import { m } from '#lib/paraglide/messages.js';

/** Of a criterion by its code, of the whole performance, or for the judge alone. */
export function commentTitle(code: string): string {
	if (code === 'general') return m.judge_comment_whole();
	return code === 'private' ? m.judge_remark() : m.judge_comment_on({ name: code });
}
