/** What a reader who may ask, or has asked, sends from the panel of membership; nobody else fetches it. */
export { default as JoinForm } from './join-form.svelte';
export { default as WithdrawForm } from './withdraw-form.svelte';
