// The map of incidents: every tile, line, label and script is from this server.
const at = document.getElementById("map");
const { Map: MapLibre, NavigationControl, ScaleControl, setWorkerUrl } = await import(at.dataset.library);
setWorkerUrl(new URL(at.dataset.worker, location.href).href);

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const certainty = ["match", ["get", "certainty"], 0, colour("confirmed"), 1, colour("reported"), 2, colour("claimed"), 3, colour("contested"), colour("denied")];
const json = async (url) => (await fetch(url)).json();
const [told, countries] = await Promise.all([json(at.dataset.incidents), json("/map/countries.json")]);
const outlines = await Promise.all(at.dataset.countries.split(" ").filter(Boolean).slice(0, 12).map((code) => json(`/map/provinces/${code}.json`)));
const provinces = { type: "FeatureCollection", features: outlines.flatMap((each) => each.features) };
const labels = (shapes) => ({ type: "FeatureCollection", features: shapes.features.map((each) => ({ type: "Feature", properties: { name: each.properties.name }, geometry: { type: "Point", coordinates: each.properties.at } })) });

const EPOCH = 719163; // The ordinal of 1 January 1970, as the server counts days.
const within = (first, last, from, to) => first < 0 || (first <= to && last >= from);
const ring = ({ longitude, latitude, radius_km }) => {
  const corners = [];
  for (let n = 0; n <= 48; n += 1) {
    const angle = (n / 48) * 2 * Math.PI;
    const north = (Math.max(radius_km, 5) / 111.2) * Math.sin(angle);
    const east = ((Math.max(radius_km, 5) / 111.2) * Math.cos(angle)) / Math.cos((latitude * Math.PI) / 180);
    corners.push([longitude + east, latitude + north]);
  }
  return corners;
};
const pointsBetween = (from, to) => {
  const p = told.points;
  const features = [];
  for (let n = 0; n < p.id.length; n += 1) {
    if (within(p.first_day[n], p.last_day[n], from, to)) features.push({ type: "Feature", properties: { id: p.id[n], certainty: p.certainty[n] }, geometry: { type: "Point", coordinates: [p.longitude[n], p.latitude[n]] } });
  }
  return { type: "FeatureCollection", features };
};
const areasBetween = (from, to) => ({
  type: "FeatureCollection",
  features: told.areas
    .map((area) => ({ area, number: area.first_day.filter((first, n) => within(first, area.last_day[n], from, to)).length }))
    .filter(({ area, number }) => number && area.longitude !== null)
    .map(({ area, number }) => ({ type: "Feature", properties: { place: area.place, name: area.name, number }, geometry: { type: "Polygon", coordinates: [ring(area)] } })),
});

const known = [...told.points.first_day, ...told.areas.flatMap((area) => area.first_day)].filter((day) => day >= 0);
const first = known.reduce((least, day) => Math.min(least, day), Infinity);
const last = known.reduce((most, day) => Math.max(most, day), -Infinity);
const far = 1e9;

const bounds = told.points.longitude.length
  ? [[Math.min(...told.points.longitude.slice(0, 5000)) - 1, Math.min(...told.points.latitude.slice(0, 5000)) - 1], [Math.max(...told.points.longitude.slice(0, 5000)) + 1, Math.max(...told.points.latitude.slice(0, 5000)) + 1]]
  : [[20, 10], [60, 45]];

const map = new MapLibre({
  container: at,
  bounds,
  attributionControl: false,
  style: {
    version: 8,
    sources: {
      countries: { type: "geojson", data: countries },
      "country-names": { type: "geojson", data: labels(countries) },
      provinces: { type: "geojson", data: provinces },
      "province-names": { type: "geojson", data: labels(provinces) },
      areas: { type: "geojson", data: areasBetween(-1, far) },
      points: { type: "geojson", data: pointsBetween(-1, far), cluster: true, clusterRadius: 34, clusterMaxZoom: 9 },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("land") } },
      { id: "provinces", type: "line", source: "provinces", minzoom: 3.5, paint: { "line-color": colour("province"), "line-width": 0.8 } },
      { id: "borders", type: "line", source: "countries", paint: { "line-color": colour("border"), "line-width": 1 } },
      { id: "areas", type: "fill", source: "areas", paint: { "fill-color": colour("reported"), "fill-opacity": 0.14 } },
      { id: "area-edges", type: "line", source: "areas", paint: { "line-color": colour("reported"), "line-width": 1.4, "line-dasharray": [3, 2] } },
      { id: "province-names", type: "symbol", source: "province-names", minzoom: 5, layout: { "text-field": ["get", "name"], "text-size": 11 }, paint: { "text-color": colour("soft"), "text-halo-color": colour("land"), "text-halo-width": 1.2 } },
      { id: "country-names", type: "symbol", source: "country-names", layout: { "text-field": ["get", "name"], "text-size": 12.5, "text-transform": "uppercase", "text-letter-spacing": 0.08 }, paint: { "text-color": colour("soft"), "text-halo-color": colour("land"), "text-halo-width": 1.4 } },
      { id: "clusters", type: "circle", source: "points", filter: ["has", "point_count"], paint: { "circle-color": colour("reported"), "circle-stroke-color": colour("paper"), "circle-stroke-width": 1.5, "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "point_count"]], 0.3, 11, 4, 34] } },
      { id: "cluster-numbers", type: "symbol", source: "points", filter: ["has", "point_count"], layout: { "text-field": ["get", "point_count_abbreviated"], "text-size": 12 }, paint: { "text-color": colour("ink") } },
      { id: "points", type: "circle", source: "points", filter: ["!", ["has", "point_count"]], paint: { "circle-color": certainty, "circle-radius": 6, "circle-stroke-color": colour("paper"), "circle-stroke-width": 1.5 } },
      { id: "area-names", type: "symbol", source: "areas", layout: { "text-field": ["concat", ["get", "name"], ": ", ["to-string", ["get", "number"]]], "text-size": 11 }, paint: { "text-color": colour("ink"), "text-halo-color": colour("land"), "text-halo-width": 1.4 } },
    ],
  },
});
map.addControl(new NavigationControl({ showCompass: false }));
map.addControl(new ScaleControl());
map.on("load", () => { at.dataset.ready = "true"; });

const withParameter = (address, name, value) => {
  const url = new URL(address, location.href);
  url.searchParams.append(name, value);
  return url.href;
};
map.on("click", "points", ({ features }) => { location.href = `/incidents/${features[0].properties.id}`; });
map.on("click", "areas", ({ features, point }) => {
  if (map.queryRenderedFeatures(point, { layers: ["points", "clusters"] }).length) return;
  location.href = withParameter(at.dataset.list, "place", features[0].properties.place);
});
map.on("click", "clusters", async ({ features }) => {
  const zoom = await map.getSource("points").getClusterExpansionZoom(features[0].properties.cluster_id);
  map.easeTo({ center: features[0].geometry.coordinates, zoom });
});
for (const layer of ["points", "areas", "clusters"]) {
  map.on("mouseenter", layer, () => { map.getCanvas().classList.add("pointing"); });
  map.on("mouseleave", layer, () => { map.getCanvas().classList.remove("pointing"); });
}

const until = document.getElementById("shown-until");
const span = document.getElementById("shown-days");
const play = document.getElementById("play");
const day = document.getElementById("day");
if (last > first) { until.max = String(last - first); until.value = until.max; }
const show = () => {
  const to = until.value === until.max ? far : first + Number(until.value);
  const from = Number(span.value) ? Math.min(to, last) - Number(span.value) + 1 : -1;
  day.textContent = Number.isFinite(first) ? new Date((first + Number(until.value) - EPOCH) * 86400000).toISOString().slice(0, 10) : "the last day";
  map.getSource("points").setData(pointsBetween(from, to));
  map.getSource("areas").setData(areasBetween(from, to));
};
until.addEventListener("input", show);
span.addEventListener("change", show);
let running = null;
play.addEventListener("click", () => {
  if (running) { clearInterval(running); running = null; } else {
    if (until.value === until.max) until.value = "0";
    const step = Math.max(1, Math.round(Number(until.max) / 120));
    running = setInterval(() => {
      until.value = String(Number(until.value) + step);
      show();
      if (until.value === until.max) { clearInterval(running); running = null; play.setAttribute("aria-pressed", "false"); play.textContent = "Play"; }
    }, 120);
  }
  play.setAttribute("aria-pressed", String(Boolean(running)));
  play.textContent = running ? "Stop" : "Play";
});
