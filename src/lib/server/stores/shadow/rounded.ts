// How the shadow rounds and orders exact fractions in whole-number SQL; it must not know what is measured.
import { sql, type SQL } from 'drizzle-orm';

/**
 * R2: `n / d` hundredths (both whole, n ≥ 0, d > 0) as whole hundredths by the rules' mode and decimals, of the CTE `rounding`
 * with the columns `mode` and `grain` (hundredths in a unit of the last decimal).
 */
export function rounded(n: SQL, d: SQL): SQL {
	return sql`(case rounding.mode
		when 'up' then div(${n} + ${d} * rounding.grain - 1, ${d} * rounding.grain)
		when 'down' then div(${n}, ${d} * rounding.grain)
		when 'half-up' then div(2 * ${n} + ${d} * rounding.grain, 2 * ${d} * rounding.grain)
		else div(2 * ${n} + ${d} * rounding.grain, 2 * ${d} * rounding.grain)
			- (mod(2 * ${n} + ${d} * rounding.grain, 2 * ${d} * rounding.grain) = 0)::int
			* mod(div(2 * ${n} + ${d} * rounding.grain, 2 * ${d} * rounding.grain), 2)
	end * rounding.grain)`;
}

/** Whole hundredths, a half away from zero: points of a question, a penalty. `d` is above 0. */
export function halfUp(n: SQL, d: SQL): SQL {
	return sql`(sign(${n}) * div(2 * abs(${n}) + ${d}, 2 * ${d}))`;
}

/**
 * A whole number that stands in the order of the fractions n / d (n ≥ 0): two different fractions with denominators below
 * 10^30 lie further apart than 10^−60.
 */
export function ordered(n: SQL, d: SQL): SQL {
	return sql`div(${n} * 1e60::numeric, ${d})`;
}

/** The product of the numbers in an array, 1 for an empty one: a common denominator. */
export function product(numbers: SQL): SQL {
	return sql`(
		with recursive step(at, product) as (
			select 0, 1::numeric
			union all
			select at + 1, product * (${numbers})[at + 1] from step where at < cardinality(${numbers})
		)
		select product from step order by at desc limit 1
	)`;
}
