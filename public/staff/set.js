/* The page's side of the analysis set's worker. Loaded by the staff's pages only.
 *
 * For the program: `sipas.set` = {
 *   open(files, places, most, tell)  reads the files in a worker; promise of {told, parts}, two ArrayBuffers, or of nothing
 *                                    where it was ended; tell({bytes, ballots, name}) hears how far it is
 *   end()                            ends the worker, and with it all it has read
 * }
 */
(() => {
  "use strict";
  let running = null;
  const end = () => {
    if (running) running(null);
  };
  const open = (files, places, most, tell) => {
    end();
    const worker = new Worker(new URL(`${sipas.folder}set-worker.js`, document.baseURI));
    return new Promise((resolve, reject) => {
      const done = (settle) => (value) => {
        worker.terminate();
        running = null;
        settle(value);
      };
      running = done(resolve);
      const failed = done(reject);
      worker.onerror = (event) => failed(event.message || "worker");
      worker.onmessage = ({ data }) => {
        if (data.failed !== undefined) failed(data.failed);
        else if (data.parts) running(data);
        else tell(data);
      };
      worker.postMessage({ files, places, most });
    });
  };
  sipas.set = { open, end };
})();
