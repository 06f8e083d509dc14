import type { FastifyInstance } from 'fastify';
import type { CityMaps } from './city-maps.ts';

/** An address names the version of its file, so what stands there never changes. */
const forever = 'public, max-age=31536000, immutable';

/** `/maps/vilnius/<version>/<zoom>/<x>/<y>`: the tiles of the cities' maps, for the map in the browser. */
export function mountTiles(http: FastifyInstance, maps: CityMaps): void {
  http.get<{ Params: Record<'name' | 'version' | 'zoom' | 'x' | 'y', string> }>(
    '/maps/:name/:version/:zoom(^\\d{1,2}$)/:x(^\\d{1,8}$)/:y(^\\d{1,8}$)',
    async ({ params, headers }, reply) => {
      const map = await maps.named(params.name);
      if (map?.version !== params.version) return reply.code(404).send();
      const [zoom, x, y] = [params.zoom, params.x, params.y].map(Number) as [number, number, number];
      if (zoom > map.maxZoom || x >= 2 ** zoom || y >= 2 ** zoom) return reply.code(404).send();
      const packed = map.gzipped && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
      const tile = packed ? await map.stored(zoom, x, y) : await map.tile(zoom, x, y);
      reply.header('cache-control', forever);
      if (!tile) return reply.code(204).send();
      reply.type('application/x-protobuf').header('vary', 'accept-encoding');
      if (packed) reply.header('content-encoding', 'gzip');
      return reply.send(Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength));
    },
  );
}
