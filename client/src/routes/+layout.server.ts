export const load = ({ locals }) => ({
  locale: locals.locale,
  zone: locals.zone,
  theme: locals.theme,
  settings: locals.inProcessApi.settings,
});
