/* The counter's camera: pictures for the program to look through, and a beep. Loaded by the staff's pages only.
 *
 * For the program: `sipas.scanner` = {
 *   start(look)   promise of "" once the camera shows in #scan-video; look(frame) is called for each frame, one at a
 *                 time. Rejected with the name of a DOMException, or "none" where the browser has no camera access.
 *   stop()        lets the camera go
 *   file(look)    shows the picture chosen in #scan-file to look; promise of whether it could be opened
 *   look          the last look given to start, for measurements
 *   beep(good)    one high tone, or two low ones
 * }
 * A frame is {texts} where the browser reads codes itself, else {width, height, luma: Uint8Array}; `frame.done(found)`
 * asks for the next one.
 */
(() => {
  "use strict";
  /** Between two frames, so that the page has time for other things. */
  const PAUSE_MS = 60;
  /** The longest side of a camera's frame looked at, and of a picture from a file. */
  const CAMERA_SIDE = 1280;
  const FILE_SIDE = 2000;
  /** A browser's own reader that has found nothing so often gets help from the program. */
  const PATIENCE = 10;

  const canvas = document.createElement("canvas");
  const luma = (source, wide, high, longest) => {
    const scale = Math.min(1, longest / Math.max(wide, high));
    const width = Math.round(wide * scale);
    const height = Math.round(high * scale);
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(source, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const out = new Uint8Array(width * height);
    for (let at = 0, from = 0; at < out.length; at += 1, from += 4) {
      out[at] = (data[from] * 77 + data[from + 1] * 150 + data[from + 2] * 29) >> 8;
    }
    return { width, height, luma: out };
  };

  let reader = null;
  const ownReader = async () => {
    if (reader === null && globalThis.BarcodeDetector) {
      const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
      if (formats.includes("qr_code")) reader = new BarcodeDetector({ formats: ["qr_code"] });
    }
    return reader;
  };

  let running = 0;
  let stream = null;
  const stop = () => {
    running += 1;
    if (stream) for (const track of stream.getTracks()) track.stop();
    stream = null;
  };
  const start = async (look) => {
    stop();
    sipas.scanner.look = look;
    const mine = running;
    if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) throw "none";
    let opened;
    try {
      opened = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: CAMERA_SIDE }, height: { ideal: 720 } },
      });
    } catch (error) {
      throw String(error && error.name);
    }
    const video = document.getElementById("scan-video");
    if (mine !== running || !video) {
      for (const track of opened.getTracks()) track.stop();
      return "gone";
    }
    stream = opened;
    video.srcObject = opened;
    await video.play().catch(() => {});
    const detector = await ownReader();
    let nothing = 0;
    const next = async () => {
      if (mine !== running) return;
      if (!video.isConnected) return stop();
      if (document.hidden || video.readyState < 2 || !video.videoWidth) return void setTimeout(next, 4 * PAUSE_MS);
      const frame = { done: () => setTimeout(next, PAUSE_MS) };
      if (detector && nothing < PATIENCE) {
        const codes = await detector.detect(video).catch(() => []);
        nothing = codes.length ? 0 : nothing + 1;
        frame.texts = codes.map((code) => code.rawValue);
      } else {
        nothing = 0;
        Object.assign(frame, luma(video, video.videoWidth, video.videoHeight, CAMERA_SIDE));
      }
      if (mine === running) look(frame);
    };
    next();
    return "";
  };
  const file = async (look) => {
    const input = document.getElementById("scan-file");
    const chosen = input && input.files[0];
    if (!chosen) return false;
    try {
      const picture = await createImageBitmap(chosen);
      look({ done: () => {}, ...luma(picture, picture.width, picture.height, FILE_SIDE) });
      return true;
    } catch {
      return false;
    } finally {
      input.value = "";
    }
  };

  let sound = null;
  const beep = (good) => {
    try {
      sound = sound || new AudioContext();
      sound.resume();
      const tone = (after, pitch, lasts) => {
        const source = sound.createOscillator();
        const volume = sound.createGain();
        const begin = sound.currentTime + after;
        source.frequency.value = pitch;
        volume.gain.setValueAtTime(0.0001, begin);
        volume.gain.exponentialRampToValueAtTime(0.25, begin + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, begin + lasts);
        source.connect(volume).connect(sound.destination);
        source.start(begin);
        source.stop(begin + lasts);
      };
      if (good) tone(0, 1046, 0.18);
      else for (const after of [0, 0.2]) tone(after, 262, 0.16);
    } catch {
      // What is shown says the same.
    }
  };

  sipas.scanner = { start, stop, file, beep };
})();
