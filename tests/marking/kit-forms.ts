// The one function of `$app/forms` that the desk's store calls, without Kit's router around it, which needs a page.
import { parse } from 'devalue';

export function deserialize(answer: string): { data?: unknown } {
	const result = JSON.parse(answer) as { data?: string };
	return result.data ? { ...result, data: parse(result.data) } : (result as { data?: unknown });
}
