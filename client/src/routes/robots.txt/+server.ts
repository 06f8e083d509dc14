/** Public pages may be found. Accounts, bookings, desks and the API are nobody's search results. */
const hidden = ['/graphql', '/api/', '/maps/'];
const hiddenPages =
  'bookings profile settings security my-data sign- forgot-password reset-password verify-email email-stop desk operations posts/new'.split(
    ' ',
  );

export const GET = ({ url }) => {
  const refused = [...hidden, ...hiddenPages.map((page) => `/*/${page}`)].map((path) => `Disallow: ${path}`);
  const text = ['User-agent: *', ...refused, '', `Sitemap: ${url.origin}/sitemap.xml`, ''].join('\n');
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
