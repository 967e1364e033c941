// happy-dom lays nothing out: there is nothing at any point.
for (const root of [Document, ShadowRoot]) {
  Object.defineProperty(root.prototype, 'elementFromPoint', { value: () => null, configurable: true });
}
