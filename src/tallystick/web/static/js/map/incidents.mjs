// What is told of points and areas, for any stretch of days. Days are counted as the server counts them (ordinals).
const within = (first, last, from, to) => first < 0 || (first <= to && last >= from);
export const collection = (features) => ({ type: "FeatureCollection", features });

const ring = (longitude, latitude, radius) => {
  const corners = [];
  for (let n = 0; n <= 48; n += 1) {
    const angle = (n / 48) * 2 * Math.PI;
    const north = (Math.max(radius, 5) / 111.2) * Math.sin(angle);
    const east = ((Math.max(radius, 5) / 111.2) * Math.cos(angle)) / Math.cos((latitude * Math.PI) / 180);
    corners.push([longitude + east, latitude + north]);
  }
  return { type: "Polygon", coordinates: [corners] };
};

// The places with incidents in these days: how many, and how sure one is that is alone.
const shownBetween = (drawn, from, to) => {
  const shown = [];
  let start = 0;
  for (let place = 0; place < drawn.place.length; place += 1) {
    const end = start + drawn.number[place];
    let number = 0;
    let certainty = 0;
    for (let n = start; n < end; n += 1) {
      if (within(drawn.first_day[n], drawn.last_day[n], from, to)) {
        number += 1;
        certainty = drawn.certainty[n];
      }
    }
    if (number) shown.push({ at: place, number, certainty });
    start = end;
  }
  return shown;
};
const feature = (drawn, { at, number, certainty }, geometry) => ({
  type: "Feature",
  properties: { place: drawn.place[at], name: drawn.name[at], incident: drawn.incident[at], number, certainty },
  geometry,
});

// The places with incidents in these days, and of how many it is certain how much: the most incidents first.
const rowsBetween = (drawn, from, to) => {
  const rows = [];
  let start = 0;
  for (let place = 0; place < drawn.place.length; place += 1) {
    const end = start + drawn.number[place];
    const row = { place: drawn.place[place], name: drawn.name[place], number: 0, byCertainty: new Map() };
    for (let n = start; n < end; n += 1) {
      if (within(drawn.first_day[n], drawn.last_day[n], from, to)) {
        row.number += 1;
        row.byCertainty.set(drawn.certainty[n], (row.byCertainty.get(drawn.certainty[n]) ?? 0) + 1);
      }
    }
    if (row.number) rows.push(row);
    start = end;
  }
  return rows;
};

export const makeIncidents = ({ points, areas }) => {
  const known = [...points.first_day, ...areas.first_day].filter((day) => day >= 0);
  const longitudes = [...points.longitude, ...areas.longitude];
  const latitudes = [...points.latitude, ...areas.latitude];
  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  const borders = new Map();
  const bordersOf = (at) => areas.outline[at] && borders.get(areas.outline[at].join(" "));
  return {
    rowsBetween: (from, to) => [points, areas].flatMap((drawn) => rowsBetween(drawn, from, to)).sort((a, b) => b.number - a.number || a.name.localeCompare(b.name)),
    first: least(known),
    last: most(known),
    bounds: longitudes.length ? [[least(longitudes) - 1, least(latitudes) - 1], [most(longitudes) + 1, most(latitudes) + 1]] : [[20, 10], [60, 45]],
    // A province is drawn with its own borders once they are here, and as a ring before.
    learnBorders: (outlines) => {
      for (const { properties, geometry } of outlines) borders.set(`${properties.country} ${properties.number}`, geometry);
    },
    pointsBetween: (from, to) => collection(shownBetween(points, from, to).map((each) => feature(points, each, { type: "Point", coordinates: [points.longitude[each.at], points.latitude[each.at]] }))),
    areasBetween: (from, to) => collection(shownBetween(areas, from, to).map((each) => feature(areas, each, bordersOf(each.at) ?? ring(areas.longitude[each.at], areas.latitude[each.at], areas.radius_km[each.at])))),
  };
};
