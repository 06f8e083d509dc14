/**
 * What the browser may fetch of a visitor's next page, once they point at a link, until the scripts of the page do so
 * themselves. Nothing that does something, changes the language or is a file. The policy of the pages allows exactly
 * this text, see `vite.config.ts`.
 */
export const speculation = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/*/sign-out*', '/*/sign-in/open-id*', '/graphql*', '/api/*', '/*.*'] } },
          { not: { selector_matches: '[download], [hreflang], [data-sveltekit-reload], [rel~=nofollow]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});
