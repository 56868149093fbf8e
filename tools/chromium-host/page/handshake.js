/**
 * Gives both worlds one detached node before any page script runs. The page's side makes it, and the preload's side gets it as an event's
 * relatedTarget. Whichever side runs second finds the other one listening. Nothing stays on the window.
 */
export function handshake(root, isPreload, secret, ready) {
  const { document, MouseEvent } = root;
  const offer = `${secret}o`;
  const want = `${secret}w`;
  if (isPreload) {
    const take = (event) => {
      root.removeEventListener(offer, take, true);
      event.stopImmediatePropagation();
      ready(event.relatedTarget);
    };
    root.addEventListener(offer, take, true);
    root.dispatchEvent(new MouseEvent(want));
    return;
  }
  const node = document.createElement('i');
  let given = false;
  ready(node);
  const give = () => {
    if (given) return;
    given = true;
    root.removeEventListener(want, give, true);
    root.dispatchEvent(new MouseEvent(offer, { relatedTarget: node }));
  };
  root.addEventListener(want, give, true);
  root.dispatchEvent(new MouseEvent(offer, { relatedTarget: node }));
}
