import { defineParams } from '@sveltejs/kit/params';
import { isLocale } from './lib/i18n/locale.ts';

export const params = defineParams({
  locale: (param) => (isLocale(param) ? param : undefined),
});
