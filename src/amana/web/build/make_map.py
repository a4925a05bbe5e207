"""Project the countries of Natural Earth once: `python -m amana.web.build.make_map DIR`.

DIR is a folder where `npm install --ignore-scripts world-atlas` has run; its countries-110m.json
gives the shapes and countries-50m.json the places of states too small to have one. `pycountry`
turns numeric codes into alpha-3. The result, charts/world.json, is committed: the product
neither projects nor reads a package.

Natural Earth draws what is held on the ground. Shapes without a code of ISO 3166 are drawn with
the state named in `UNCODED`, so that they carry no statement of their own; Antarctica is left out.
"""

import json
import sys
from collections.abc import Iterable
from itertools import pairwise
from math import radians
from pathlib import Path
from typing import Any

import pycountry  # type: ignore[import-not-found]

OUT = Path(__file__).resolve().parents[1] / "charts" / "world.json"
WIDTH = 1400
SMALL = 54  # square units of the drawing: below it a state is shown as a dot as well
UNCODED = {"Somaliland": "SOM", "N. Cyprus": "CYP", "Kosovo": "XKX"}
Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """The Natural Earth projection of T. Patterson, polynomial of B. Šavrič; unit sphere."""
    lam, phi = radians(longitude), radians(latitude)
    p2 = phi * phi
    p4 = p2 * p2
    x = lam * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return x, -y


def drawn(longitude: float, latitude: float) -> tuple[int, int]:
    """A point of the drawing, whose width is `WIDTH` and whose top is 84 degrees north."""
    half = project(180, 0)[0]
    scale = WIDTH / (2 * half)
    x, y = project(longitude, latitude)
    return round((x + half) * scale), round((y - project(0, 84)[1]) * scale)


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs as longitudes and latitudes."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def rings_of(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    """The outlines of a country; holes are outlines too, by the even-odd rule."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [
        piece
        for polygon in polygons
        for ring in polygon
        for piece in cut_at_the_edge(
            [at for index in ring for at in (arcs[index] if index >= 0 else arcs[~index][::-1])]
        )
    ]


def cut_at_the_edge(ring: list[Point]) -> list[list[Point]]:
    """The outline, cut in two where it crosses the 180th meridian (Russia, Fiji)."""
    turns, unrolled = 0, [ring[0]]
    for (before, _lat), (longitude, latitude) in pairwise(ring):
        turns += 360 * ((longitude - before < -180) - (longitude - before > 180))
        unrolled.append((longitude + turns, latitude))
    pieces = [
        clipped(clipped([(x - shift, y) for x, y in unrolled], 180, 1), -180, -1)
        for shift in (-360, 0, 360)
    ]
    return [piece for piece in pieces if len(piece) >= 3]


def clipped(ring: list[Point], edge: float, side: int) -> list[Point]:
    """The part of an outline west (side 1) or east (side -1) of a meridian."""
    kept: list[Point] = []
    for (x, y), (nx, ny) in zip(ring, ring[1:] + ring[:1], strict=True):
        if side * x <= side * edge:
            kept.append((x, y))
        if (x - edge) * (nx - edge) < 0:
            kept.append((edge, y + (ny - y) * (edge - x) / (nx - x)))
    return kept


def path_of(rings: Iterable[list[Point]]) -> str:
    """Outlines as a path of whole relative steps, without the steps of length zero."""
    written = []
    for ring in rings:
        points = [drawn(*point) for point in ring]
        steps = [(x - px, y - py) for (px, py), (x, y) in pairwise(points) if (x, y) != (px, py)]
        if len(steps) >= 3:
            moves = " ".join(f"{dx} {dy}" for dx, dy in steps[:-1]).replace(" -", "-")
            written.append(f"M{points[0][0]} {points[0][1]}l{moves}z")
    return "".join(written)


def largest(rings: Iterable[list[Point]]) -> tuple[float, int, int]:
    """Area and middle of the largest outline."""
    return max(map(_area_and_middle, rings))


def _area_and_middle(ring: list[Point]) -> tuple[float, int, int]:
    points = [drawn(*point) for point in ring]
    area = sum(
        x * ny - nx * y for (x, y), (nx, ny) in zip(points, points[1:] + points[:1], strict=True)
    )
    longitude = (min(p[0] for p in ring) + max(p[0] for p in ring)) / 2
    latitude = (min(p[1] for p in ring) + max(p[1] for p in ring)) / 2
    return abs(area) / 2, *drawn(longitude, latitude)


def code_of(geometry: dict[str, Any]) -> str:
    """The alpha-3 code of a shape, or "" where there is none."""
    name = geometry["properties"]["name"]
    found = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
    return UNCODED.get(name) or (found.alpha_3 if found else "")


def main(folder: Path) -> None:
    """Write shapes and dots."""
    atlas = folder / "node_modules" / "world-atlas"
    shapes: dict[str, str] = {}
    dots: dict[str, list[int]] = {}
    for name in ("countries-50m.json", "countries-110m.json"):
        topology = json.loads((atlas / name).read_text(encoding="utf-8"))
        arcs = arcs_of(topology)
        coarse = name == "countries-110m.json"
        for geometry in topology["objects"]["countries"]["geometries"]:
            code = code_of(geometry)
            if not code or code == "ATA" or not geometry.get("arcs"):
                continue
            rings = rings_of(geometry, arcs)
            area, x, y = largest(rings)
            if coarse:
                shapes[code] = shapes.get(code, "") + path_of(rings)
            elif area < SMALL and code not in dots:
                dots[code] = [x, y]
    bottom = drawn(0, -56)[1]
    world = {"width": WIDTH, "height": bottom, "shapes": shapes, "dots": dots}
    OUT.write_text(json.dumps(world, separators=(",", ":"), sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
