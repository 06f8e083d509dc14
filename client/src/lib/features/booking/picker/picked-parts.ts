/** What a picker shows of a picked time alone; a page without one fetches it once there is. */
export { default as OwnClash } from '#lib/features/booking/verdict/own-clash.svelte';
export { default as TakeTime } from '#lib/features/booking/verdict/take-time.svelte';
export { default as VerdictAlternatives } from '#lib/features/booking/verdict/verdict-alternatives.svelte';
export { default as VerdictChecks } from '#lib/features/booking/verdict/verdict-checks.svelte';
export { default as ReachBar } from './reach-bar.svelte';
