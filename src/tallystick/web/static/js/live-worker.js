// Holds the one stream of this browser, and hands on to every tab what it tells (docs/decisions/one-stream-a-browser.md).
// Where a browser shares no worker between its tabs, each tab in view has one of its own.
const KEPT = 200;
const AGAIN = 60_000;
const tabs = new Set();
let told = [];
let last = "";
let stream = null;

const tell = (event) => {
  last = event.lastEventId;
  const news = { kind: event.type, id: last, ...JSON.parse(event.data) };
  told = [...told, news].slice(-KEPT);
  for (const tab of tabs) tab.postMessage(news);
};

const open = () => {
  const opened = new EventSource(`/live?since=${last}`);
  for (const kind of ["decision", "derivation"]) opened.addEventListener(kind, tell);
  // A browser goes on by itself where a stream was cut off, but not after a refusal.
  opened.onerror = () => {
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => opened === stream && open(), AGAIN);
  };
  stream = opened;
};

// A tab says from when on it wants to be told, or nothing when it goes.
const welcome = (tab) => {
  tab.onmessage = ({ data: since }) => {
    if (since) {
      tabs.add(tab);
      for (const news of told) tab.postMessage(news);
      if (stream) return;
      last = since;
      open();
    } else if (tabs.delete(tab) && !tabs.size) {
      stream.close();
      stream = null;
    }
  };
};

if ("onconnect" in self) self.onconnect = ({ ports: [tab] }) => welcome(tab);
else welcome(self);
